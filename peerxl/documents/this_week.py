"""The page "This week": what needs the coordinator, and how things stand with everybody who was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peerxl.documents import wording
from peerxl.documents.document import ContentKind, Document, Section, TableColumn, TableEntry, TableRow, TextLine
from peerxl.documents.own_titles import THIS_WEEK
from peerxl.documents.palette import Tone
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan

NEEDS = "Needs you"
QUIET = "Nothing is outstanding, and nobody was written to or answered in the last seven days."


class WeekState(StrEnum):
    """How things stand with an owner, in the order in which the page has them."""

    LATE = "Late and reminded"
    REMINDED = "Reminded"
    ASKED = "Asked"
    WAITING = "Waiting"
    TOLD = "Told"
    ANSWERED = "Answered"


TONES = {
    WeekState.LATE: Tone.BAD,
    WeekState.REMINDED: Tone.INFO,
    WeekState.ASKED: Tone.INFO,
    WeekState.WAITING: Tone.WAITING,
    WeekState.TOLD: Tone.MUTED,
    WeekState.ANSWERED: Tone.GOOD,
}


@dataclass(frozen=True, slots=True)
class OwnerWeek:
    """An owner's week: how things stand, what happened in words, and the days that go with what is outstanding."""

    owner: str
    state: WeekState
    says: str
    reply_by: date | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """Something that only the coordinator can do: what it is about, and a sentence saying what to do."""

    about: str
    says: str


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """All that the page says beside the plan's name: ``lines`` are sentences on the run, the first one to read."""

    lines: tuple[str, ...]
    needs: tuple[Need, ...]
    owners: tuple[OwnerWeek, ...]


def build_this_week(plan: ActionPlan, quarter: FiscalQuarter, facts: WeekFacts, *, today: date) -> Document:
    """One page, what needs somebody first."""
    title = f"{THIS_WEEK}{plan.name}, {wording.quarter_name(quarter)}"
    first, *others = facts.lines
    made = f"{wording.quarter_in_full(quarter)}. Made on {wording.weekday_words(today)}."
    return Document(
        title=title,
        subject=wording.title_at(plan, quarter),
        creator=plan.settings.council or plan.title,
        dated=today,
        sections=(
            Section(
                name="This week",
                title=title,
                intro=(
                    made,
                    TextLine(first, is_key=True),
                    *others,
                    *(() if facts.owners else (QUIET,)),
                    count_needs(facts.needs),
                ),
                table_name="ThisWeek",
                columns=(
                    TableColumn("How it stands", 96),
                    TableColumn("Who or what", 120, names_row=True),
                    TableColumn("In words", 380),
                    TableColumn("Reply by", 116, ContentKind.DATE),
                    TableColumn("Next message", 116, ContentKind.DATE),
                ),
                rows=tuple(list_rows(facts)),
                footer=title,
                keeps_headings_in_sight=True,
                is_filterable=True,
            ),
        ),
    )


def count_needs(needs: Sequence[Need]) -> str:
    if not needs:
        return "Nothing needs you."
    return f"{wording.counted(len(needs), 'thing')} {'needs' if len(needs) == 1 else 'need'} you: see the first rows."


def list_rows(facts: WeekFacts) -> Iterator[TableRow]:
    """What needs somebody, then the owners by how things stand, each group apart."""
    needs = enumerate(facts.needs)
    yield from (build_row(NEEDS, Tone.WARNING, need.about, need.says, index == 0) for index, need in needs)
    for state in WeekState:
        owners = enumerate(each for each in facts.owners if each.state is state)
        for index, each in owners:
            days = (each.reply_by, each.next_on)
            yield build_row(state, TONES[state], each.owner, each.says, index == 0, *days)


def build_row(
    state: str,
    tone: Tone,
    who: str,
    says: str,
    starts_group: bool,
    reply_by: date | None = None,
    next_on: date | None = None,
) -> TableRow:
    days = (day or TableEntry(wording.NO_DAY, Tone.MUTED) for day in (reply_by, next_on))
    return TableRow.of(TableEntry(state, tone), who, says, *days, starts_group=starts_group)
