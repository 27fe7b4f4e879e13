"""The columns of the appendix: which there are, the headings the plan has for them, and what each says of an action."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from peerxl.documents import wording
from peerxl.documents.document import TableColumn, TableEntry
from peerxl.documents.reported import report_comment, report_status
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell
from peerxl.text import one_line

LONGEST_HEADING = 80
"""How long a heading may be that is taken over: a longer one is a sentence of guidance."""
OF_A_QUARTER = frozenset({Field.STATUS, Field.COMMENT})

Describe = Callable[[Action, FiscalQuarter], TableEntry]


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """What the column of a field is like: its heading where the plan has none, what it says, the room it wants."""

    heading: str
    describe: Describe
    room: float
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class AppendixColumn:
    """A column of the appendix and what it says of an action at a quarter."""

    column: TableColumn
    describe: Describe


def list_columns(plan: ActionPlan, quarter: FiscalQuarter, fields: Sequence[Field]) -> tuple[AppendixColumn, ...]:
    """The columns of these fields that the plan has something for, under its own headings."""
    columns: list[AppendixColumn] = []
    headings: set[str] = set()
    for field in choose_fields(plan, fields):
        kind = KINDS[field]
        own = find_heading(plan, field, quarter)
        heading = own if own and own.casefold() not in headings else kind.heading.format(quarter=quarter.number)
        headings.add(heading.casefold())
        columns.append(AppendixColumn(TableColumn(heading, kind.room, is_group=kind.is_group), kind.describe))
    return tuple(columns)


def choose_fields(plan: ActionPlan, fields: Sequence[Field]) -> Iterator[Field]:
    """The fields that the plan has something for; its themes stand in for recommendations that it does not have."""
    for field in fields:
        if field is Field.RECOMMENDATION and not any(action.recommendation for action in plan.actions):
            yield from choose_fields(plan, (Field.THEME,))
        elif has_something(plan, field):
            yield field


def has_something(plan: ActionPlan, field: Field) -> bool:
    match field:
        case Field.THEME:
            return bool(plan.themes)
        case Field.OWNER:
            return plan.has_column(field) or any(action.owners for action in plan.actions)
        case Field.TIMESCALE:
            return plan.has_column(field)
        case _:
            return True


def find_heading(plan: ActionPlan, field: Field, quarter: FiscalQuarter) -> str:
    """The plan's own heading of a field, for a status or a comment that of the quarter; empty where it has none."""
    columns = (column for table in plan.tables for column in table.all_of(field))
    of_quarter = (column for column in columns if field not in OF_A_QUARTER or column.quarter == quarter)
    headings = (one_line(column.heading.text) for column in of_quarter)
    return next((heading for heading in headings if 0 < len(heading) <= LONGEST_HEADING), "")


def describe_recommendation(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """The theme, then the recommendation it is about."""
    sources = list_sources(action, Field.THEME, Field.RECOMMENDATION)
    return TableEntry(action.recommendation or wording.NOT_SET, lead=action.theme, sources=sources)


def describe_theme(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(action.theme or wording.NOT_SET, sources=list_sources(action, Field.THEME))


def describe_action(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(wording.action_words(action), sources=list_sources(action, Field.REF, Field.ACTION))


def describe_timescale(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(wording.timescale_words(action.timescale), sources=list_sources(action, Field.TIMESCALE))


def describe_owners(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(wording.owner_words(action), sources=list_sources(action, Field.OWNER))


def list_sources(action: Action, *fields: Field) -> tuple[Cell, ...]:
    """The cells that fields of an action were read from."""
    return tuple(cell for field in fields if (cell := action.cell(field)))


KINDS = {
    Field.RECOMMENDATION: ColumnKind("Recommendation", describe_recommendation, 150, is_group=True),
    Field.THEME: ColumnKind("Priority", describe_theme, 110, is_group=True),
    Field.ACTION: ColumnKind("Action", describe_action, 160),
    Field.TIMESCALE: ColumnKind("Timescale", describe_timescale, 92),
    Field.OWNER: ColumnKind("Officer", describe_owners, 92),
    Field.STATUS: ColumnKind("Quarter {quarter} update", report_status, 92),
    Field.COMMENT: ColumnKind("Comments", report_comment, 200),
}
