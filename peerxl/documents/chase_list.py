"""The coordinator's list: who is asked, for what, and what nobody could be found for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from peerxl.chasing import Chase, Reason
from peerxl.documents import wording
from peerxl.documents.document import Document, Section, TableColumn, TableRow
from peerxl.documents.file_name import file_name
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan

OWNERS, QUESTIONS, NOBODY = "Owners", "Questions", "No owner found"


def name_form_file(owner: Owner, taken: Collection[str]) -> str:
    """What an owner's form is called: "CD Communities.xlsx"."""
    return file_name(owner.name, taken)


def build_chase_list(
    plan: ActionPlan, chase: Chase, forms: Mapping[Owner, str], *, today: date, reply_by: date
) -> Document:
    """The chase as its coordinator needs it; ``forms`` has the file name of each owner's form."""
    quarter = wording.quarter_in_full(chase.quarter)
    return Document(
        title=f"Chase list for {wording.quarter_name(chase.quarter)}",
        subject=f"{plan.title or 'Action plan'}, {quarter}",
        creator=plan.settings.council or plan.title,
        dated=today,
        sections=(
            build_owners_section(plan, chase, forms, today, reply_by),
            build_questions_section(chase),
            build_nobody_section(chase),
        ),
    )


SEND_AND_SAVE = (
    "Send each owner the form in the folder “forms”. Save those that come back in the folder “returned”, and collect "
    "that folder: a form that was filled in is never written over."
)


def build_owners_section(
    plan: ActionPlan, chase: Chase, forms: Mapping[Owner, str], today: date, reply_by: date
) -> Section:
    """One row for everybody who is asked."""
    name = wording.quarter_name(chase.quarter)
    return Section(
        name=OWNERS,
        title=f"Chase list for {name}",
        intro=(
            f"{plan.title or 'Action plan'}, {wording.quarter_in_full(chase.quarter)}. "
            f"Made on {wording.weekday_words(today)}.",
            describe_owners(chase, reply_by),
            *((f"{describe_nobody(chase)} See the sheet “{NOBODY}”.",) if chase.unowned else ()),
            *((SEND_AND_SAVE,) if chase.asks else ()),
            *(f"Not asked: {nowhere.sentence}" for nowhere in chase.nowhere),
        ),
        table_name="OwnersAsked",
        columns=(
            TableColumn("Owner", 170),
            TableColumn("Name", 130),
            TableColumn("Email", 210),
            TableColumn("Actions", 70),
            TableColumn("Form", 220),
            TableColumn("Reply by", 130),
        ),
        rows=tuple(build_owner_row(owner, plan, chase, forms, reply_by) for owner in chase.owners),
        footer=f"Chase list for {name}",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def describe_owners(chase: Chase, reply_by: date) -> str:
    if not chase.asks:
        return "Nobody is asked anything."
    # Actions and not questions: two owners may be asked about one.
    asked = len({(ask.action.sheet, ask.action.row) for ask in chase.asks})
    number = len(chase.owners)
    owners = "1 owner is" if number == 1 else f"{number} owners are"
    return f"{owners} asked about {wording.counted(asked, 'action')}, to reply by {wording.weekday_words(reply_by)}."


def build_owner_row(
    owner: Owner, plan: ActionPlan, chase: Chase, forms: Mapping[Owner, str], reply_by: date
) -> TableRow:
    contact = plan.settings.directory.find(owner.key)
    return TableRow.of(
        owner.name,
        (contact.name if contact else "") or wording.NOT_SET,
        (contact.email if contact else "") or wording.NOT_SET,
        len(chase.asks_of(owner)),
        forms[owner],
        reply_by,
    )


def build_questions_section(chase: Chase) -> Section:
    """One row for each owner and action."""
    return Section(
        name=QUESTIONS,
        title="What each owner is asked",
        intro=("One row for each owner and action.",) if chase.asks else ("Nobody is asked anything.",),
        table_name="Questions",
        columns=(
            TableColumn("Owner", 120),
            TableColumn("Ref", 74),
            TableColumn("Sheet", 80),
            TableColumn("Row", 44),
            TableColumn("Action", 190),
            TableColumn("Timescale", 94),
            TableColumn("Why", 170),
        ),
        rows=tuple(
            TableRow.of(
                ask.owner.name,
                ask.action.ref,
                ask.action.sheet,
                ask.action.row,
                ask.action.text,
                wording.timescale_words(ask.action.timescale),
                join_sentences(ask.reasons),
            )
            for ask in chase.asks
        ),
        footer="What each owner is asked",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def build_nobody_section(chase: Chase) -> Section:
    """The actions that nobody, or not everybody, could be asked about."""
    return Section(
        name=NOBODY,
        title="Actions nobody could be found for",
        intro=(describe_nobody(chase),),
        table_name="NoOwnerFound",
        columns=(
            TableColumn("Sheet", 80),
            TableColumn("Row", 44),
            TableColumn("Ref", 74),
            TableColumn("Action", 180),
            TableColumn("Officer", 110),
            TableColumn("Why nobody", 134),
            TableColumn("What to ask", 150),
        ),
        rows=tuple(
            TableRow.of(
                unowned.action.sheet,
                unowned.action.row,
                unowned.action.ref,
                unowned.action.text,
                cell.text if (cell := unowned.action.cell(Field.OWNER)) and cell.text.strip() else wording.NOT_SET,
                unowned.why,
                join_sentences(unowned.reasons),
            )
            for unowned in chase.unowned
        ),
        footer="Actions nobody could be found for",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def describe_nobody(chase: Chase) -> str:
    number = len(chase.unowned)
    if not number:
        return "There are none: every action to ask about has an owner who is asked."
    has = "1 action has" if number == 1 else f"{number} actions have"
    return f"{has} an owner still to be found: please ask about {'it' if number == 1 else 'them'} yourself."


def join_sentences(reasons: tuple[Reason, ...]) -> str:
    return "\n".join(reason.sentence for reason in reasons)
