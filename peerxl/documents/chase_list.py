"""The coordinator's list: who is asked, for what, and what the coordinator has to ask about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from peerxl.chasing import Ask, Chase
from peerxl.documents import wording
from peerxl.documents.document import Document, Section, TableColumn, TableRow
from peerxl.documents.file_name import file_name
from peerxl.documents.own_titles import CHASE_LIST, QUESTIONS_ASKED
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan

OWNERS, QUESTIONS, NOBODY = "Owners", "Questions", "For you to ask"
NOTHING, NOT_YET = "Nothing", "Not yet"


def name_form_file(owner: Owner, taken: Collection[str]) -> str:
    """What an owner's form is called: "CD Communities.xlsx"."""
    return file_name(owner.name, taken)


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """An owner of whom something is outstanding: what they get today and why, and the days that go with it.

    ``today`` is empty where they get nothing; ``has_address`` says whether a mail can be addressed to them.
    """

    owner: Owner
    today: str
    why: str
    reply_by: date | None = None
    asked_on: date | None = None
    next_on: date | None = None
    days_late: int = 0
    is_for_chief_executive: bool = False
    has_address: bool = True


def build_chase_list(plan: ActionPlan, chase: Chase, lines: Sequence[OwnerLine], *, today: date) -> Document:
    """The chase as its coordinator needs it: all that is outstanding, and a line for everybody of whom it is."""
    return Document(
        title=f"{CHASE_LIST}{wording.quarter_name(chase.quarter)}",
        subject=wording.title_at(plan, chase.quarter),
        creator=plan.settings.council or plan.title,
        dated=today,
        sections=(
            build_owners_section(plan, chase, lines, today),
            build_questions_section(chase),
            build_nobody_section(chase),
        ),
    )


SEND_AND_SAVE = (
    "Send the mails in the folder “drafts”: each has its form attached, which lies in “forms” too. Save the forms that "
    "come back in the folder “returned”, and collect that folder: a form that was filled in is never written over."
)


def build_owners_section(plan: ActionPlan, chase: Chase, lines: Sequence[OwnerLine], today: date) -> Section:
    """One row for everybody of whom something is outstanding."""
    name = wording.quarter_name(chase.quarter)
    return Section(
        name=OWNERS,
        title=f"{CHASE_LIST}{name}",
        intro=(
            f"{wording.title_at(plan, chase.quarter)}. Made on {wording.weekday_words(today)}.",
            describe_owners(chase, lines),
            *((f"{describe_nobody(chase)} See the sheet “{NOBODY}”.",) if chase.unowned else ()),
            *describe_late(lines),
            *describe_unaddressed(
                (line.owner for line in lines if not line.has_address), has_sheet=bool(plan.settings.directory)
            ),
            *((SEND_AND_SAVE,) if chase.asks else ()),
            *(f"Not asked: {nowhere.sentence}" for nowhere in chase.nowhere),
        ),
        table_name="OwnersAsked",
        columns=(
            TableColumn("Owner", 150),
            TableColumn("Email", 110, is_unbroken=True),
            TableColumn("Actions", 58),
            TableColumn("Today", 70),
            TableColumn("Why", 120),
            TableColumn("Asked on", 80),
            TableColumn("Reply by", 80),
            TableColumn("Next on", 80),
        ),
        rows=tuple(build_owner_row(line, plan, chase) for line in lines),
        footer=f"Chase list for {name}",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def describe_owners(chase: Chase, lines: Sequence[OwnerLine]) -> str:
    if not chase.asks:
        return "Nobody is asked anything."
    # Actions and not questions: two owners may be asked about one.
    asked = len({(ask.action.sheet, ask.action.row) for ask in chase.asks})
    number = len(chase.owners)
    owners = "1 owner is" if number == 1 else f"{number} owners are"
    first = min((line.reply_by for line in lines if line.reply_by), default=None)
    by = f", to reply by {wording.weekday_words(first)}" if first else ""
    return f"{owners} asked about {wording.counted(asked, 'action')}{by}."


def describe_late(lines: Sequence[OwnerLine]) -> Iterator[str]:
    """The chief executive's list: who is so late that nobody nearer could help."""
    late = [
        f"{line.owner.name} ({wording.counted(line.days_late, 'day')} late)"
        for line in lines
        if line.is_for_chief_executive
    ]
    if late:
        yield f"On the chief executive's list: {wording.listed(late)}."


def describe_unaddressed(owners: Iterable[Owner], *, has_sheet: bool = True) -> Iterator[str]:
    """Whom no mail can be addressed to: the Owners sheet, if the plan has one, has no address of theirs that is one."""
    if names := [owner.name for owner in owners]:
        addresses = "an address" if len(names) == 1 else "addresses"
        yield (
            f"No mail can be addressed to {wording.listed(names)}: put {addresses} such as jo.bloggs@council.gov.uk "
            f"on {wording.owners_sheet_words(has_sheet)}."
        )


def build_owner_row(line: OwnerLine, plan: ActionPlan, chase: Chase) -> TableRow:
    contact = plan.settings.directory.find(line.owner.key)
    return TableRow.of(
        f"{line.owner.name}\n{contact.name}" if contact and contact.name else line.owner.name,
        (contact.email if contact else "") or wording.NOT_SET,
        len(chase.asks_of(line.owner)),
        line.today or NOTHING,
        line.why,
        line.asked_on or NOT_YET,
        line.reply_by or wording.NO_DAY,
        line.next_on or wording.NO_DAY,
    )


def build_questions_section(chase: Chase) -> Section:
    """One row for each owner and action, an owner's together."""
    return Section(
        name=QUESTIONS,
        title=QUESTIONS_ASKED,
        intro=("One row for each owner and action, an owner's together.",)
        if chase.asks
        else ("Nobody is asked anything.",),
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
            build_question_row(ask, is_first=number == 0)
            for owner in chase.owners
            for number, ask in enumerate(chase.asks_of(owner))
        ),
        footer=QUESTIONS_ASKED,
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def build_question_row(ask: Ask, *, is_first: bool) -> TableRow:
    """What an owner is asked about one action; their first is set apart from the owner above."""
    return TableRow.of(
        ask.owner.name,
        ask.action.ref,
        ask.action.sheet,
        ask.action.row,
        ask.action.text,
        wording.timescale_words(ask.action.timescale),
        wording.why_words(ask),
        starts_group=is_first,
    )


def build_nobody_section(chase: Chase) -> Section:
    """The actions that nobody, or not everybody, could be asked about."""
    return Section(
        name=NOBODY,
        title="Actions for you to ask about",
        intro=(describe_nobody(chase),),
        table_name="ForYouToAsk",
        columns=(
            TableColumn("Sheet", 80),
            TableColumn("Row", 44),
            TableColumn("Ref", 74),
            TableColumn("Action", 180),
            TableColumn("Owner", 110),
            TableColumn("Why", 134),
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
                "\n".join(reason.sentence for reason in unowned.reasons),
            )
            for unowned in chase.unowned
        ),
        footer="Actions for you to ask about",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def describe_nobody(chase: Chase) -> str:
    number = len(chase.unowned)
    if not number:
        return "There are none: every action to ask about has an owner who is asked."
    needs = "1 action needs" if number == 1 else f"{number} actions need"
    return f"{needs} you: please ask about {'it' if number == 1 else 'them'} yourself."
