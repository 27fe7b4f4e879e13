"""The coordinator's list: who is asked, for what, and what nobody could be found for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from peerxl.chasing import Chase, Reason
from peerxl.documents import wording
from peerxl.documents.file_name import file_name
from peerxl.documents.layout import Column, Document, Row, TableSheet
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan

OWNERS, QUESTIONS, NOBODY = "Owners", "Questions", "No owner found"


def form_file_name(owner: Owner, taken: Collection[str]) -> str:
    """What an owner's form is called: "CD Communities.xlsx"."""
    return file_name(owner.name, taken)


def chase_list(plan: ActionPlan, chase: Chase, forms: Mapping[Owner, str], *, today: date, reply_by: date) -> Document:
    """The chase as its coordinator needs it; ``forms`` has the file name of each owner's form."""
    quarter = wording.quarter_in_full(chase.quarter)
    return Document(
        title=f"Chase list for {wording.quarter_name(chase.quarter)}",
        subject=f"{plan.title or 'Action plan'}, {quarter}",
        creator=plan.settings.council or plan.title,
        dated=today,
        sheets=(
            owners_sheet(plan, chase, forms, today, reply_by),
            questions_sheet(chase),
            nobody_sheet(chase),
        ),
    )


def owners_sheet(plan: ActionPlan, chase: Chase, forms: Mapping[Owner, str], today: date, reply_by: date) -> TableSheet:
    """One row for everybody who is asked."""
    name = wording.quarter_name(chase.quarter)
    return TableSheet(
        name=OWNERS,
        title=f"Chase list for {name}",
        intro=(
            f"{plan.title or 'Action plan'}, {wording.quarter_in_full(chase.quarter)}. "
            f"Made on {wording.weekday_words(today)}.",
            owners_line(chase, reply_by),
            *((f"{nobody_line(chase)} See the sheet “{NOBODY}”.",) if chase.unowned else ()),
        ),
        table_name="OwnersAsked",
        columns=(
            Column("Owner", 170),
            Column("Name", 130),
            Column("Email", 210),
            Column("Actions", 70),
            Column("Form", 220),
            Column("Reply by", 130),
        ),
        rows=tuple(owner_row(owner, plan, chase, forms, reply_by) for owner in chase.owners),
        footer=f"Chase list for {name}",
        is_frozen=True,
        has_filters=True,
    )


def owners_line(chase: Chase, reply_by: date) -> str:
    if not chase.asks:
        return "Nobody is asked anything."
    asked = len({(ask.action.sheet, ask.action.row) for ask in chase.asks})
    number = len(chase.owners)
    owners = "1 owner is" if number == 1 else f"{number} owners are"
    return f"{owners} asked about {wording.counted(asked, 'action')}, to reply by {wording.weekday_words(reply_by)}."


def owner_row(owner: Owner, plan: ActionPlan, chase: Chase, forms: Mapping[Owner, str], reply_by: date) -> Row:
    contact = plan.settings.directory.find(owner.key)
    return Row.of(
        owner.name,
        (contact.name if contact else "") or wording.NOT_SET,
        (contact.email if contact else "") or wording.NOT_SET,
        len(chase.asks_of(owner)),
        forms[owner],
        reply_by,
    )


def questions_sheet(chase: Chase) -> TableSheet:
    """One row for each owner and action."""
    return TableSheet(
        name=QUESTIONS,
        title="What each owner is asked",
        intro=("One row for each owner and action.",) if chase.asks else ("Nobody is asked anything.",),
        table_name="Questions",
        columns=(
            Column("Owner", 120),
            Column("Ref", 74),
            Column("Sheet", 80),
            Column("Row", 44),
            Column("Action", 190),
            Column("Timescale", 94),
            Column("Why", 170),
        ),
        rows=tuple(
            Row.of(
                ask.owner.name,
                ask.action.ref,
                ask.action.sheet,
                ask.action.row,
                ask.action.text,
                wording.timescale_words(ask.action.timescale),
                sentences(ask.reasons),
            )
            for ask in chase.asks
        ),
        footer="What each owner is asked",
        is_frozen=True,
        has_filters=True,
    )


def nobody_sheet(chase: Chase) -> TableSheet:
    """The actions that nobody, or not everybody, could be asked about."""
    return TableSheet(
        name=NOBODY,
        title="Actions nobody could be found for",
        intro=(nobody_line(chase),),
        table_name="NoOwnerFound",
        columns=(
            Column("Sheet", 80),
            Column("Row", 44),
            Column("Ref", 74),
            Column("Action", 180),
            Column("Officer", 110),
            Column("Why nobody", 134),
            Column("What to ask", 150),
        ),
        rows=tuple(
            Row.of(
                unowned.action.sheet,
                unowned.action.row,
                unowned.action.ref,
                unowned.action.text,
                cell.text if (cell := unowned.action.cell(Field.OWNER)) and cell.text.strip() else wording.NOT_SET,
                unowned.why,
                sentences(unowned.reasons),
            )
            for unowned in chase.unowned
        ),
        footer="Actions nobody could be found for",
        is_frozen=True,
        has_filters=True,
    )


def nobody_line(chase: Chase) -> str:
    number = len(chase.unowned)
    if not number:
        return "There are none: every action to ask about has an owner who is asked."
    has = "1 action has" if number == 1 else f"{number} actions have"
    return f"{has} an owner still to be found: please ask about {'it' if number == 1 else 'them'} yourself."


def sentences(reasons: tuple[Reason, ...]) -> str:
    return "\n".join(reason.sentence for reason in reasons)
