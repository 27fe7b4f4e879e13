"""The columns of the appendix: which there are, the headings the plan has for them, and what each says of an action."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from peerxl.documents import wording
from peerxl.documents.document import TableColumn, TableEntry, Topic
from peerxl.documents.reported import report_comment, report_status, report_update
from peerxl.documents.slippage import list_reasons, measure_delay
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.model.timescale import Timescale
from peerxl.movement.dates import first_timescale
from peerxl.text import one_line

NOT_GIVEN = "None given"
LONGEST_HEADING = 80
"""How long a heading may be that is taken over: a longer one is a sentence of guidance."""
OF_A_QUARTER = frozenset({Field.STATUS, Field.COMMENT})
UNDATED_LAST = "9999"
IMPACT = re.compile(r"\b(?:impacts?|difference|benefits?)\b", re.IGNORECASE)
"""How trackers head the column for what an action has changed."""

Describe = Callable[[Action, FiscalQuarter], TableEntry]


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before an entry's own words: its heading, the plan's own first."""

    heading: str
    field: Field


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """A column that a layout may have: what it says of an action, and its heading.

    Where it is one of the plan's own fields, the plan's own heading comes first. A column is left out of the paper of a
    plan that has nothing for it. The first that can name every action is the heading of its row. ``lead`` is what the
    leads of its entries are.
    """

    heading: str
    describe: Describe
    field: Field | None = None
    is_group: bool = False
    is_unbroken: bool = False
    is_wanted: Callable[[ActionPlan], bool] = lambda plan: True
    names_all: Callable[[ActionPlan], bool] = lambda plan: False
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class AppendixColumn:
    """A column of the appendix and what it says of an action at a quarter."""

    column: TableColumn
    describe: Describe


def list_columns(plan: ActionPlan, quarter: FiscalQuarter, kinds: Sequence[ColumnKind]) -> tuple[AppendixColumn, ...]:
    """The columns of these kinds that the plan has something for, no two under one heading."""
    columns: list[AppendixColumn] = []
    headings: set[str] = set()
    chosen = tuple(choose_kinds(plan, kinds))
    naming = next((kind for kind in chosen if kind.names_all(plan)), None)
    for kind in chosen:
        own = find_heading(plan, kind.field, quarter) if kind.field else ""
        heading = own if own and own.casefold() not in headings else kind.heading.format(quarter=quarter.number)
        headings.add(heading.casefold())  # a table's columns are known by their headings
        column = TableColumn(
            heading,
            is_group=kind.is_group,
            is_unbroken=kind.is_unbroken,
            names_row=kind is naming,
            lead_heading=find_lead_heading(plan, kind, quarter),
        )
        columns.append(AppendixColumn(column, kind.describe))
    return tuple(columns)


def find_lead_heading(plan: ActionPlan, kind: ColumnKind, quarter: FiscalQuarter) -> str:
    return find_heading(plan, kind.lead.field, quarter) or kind.lead.heading if kind.lead else ""


def choose_kinds(plan: ActionPlan, kinds: Sequence[ColumnKind]) -> Iterator[ColumnKind]:
    """The kinds that the plan has something for; its themes stand in for recommendations that it does not have."""
    for kind in kinds:
        if kind.is_wanted(plan):
            yield kind
        elif kind.field is Field.RECOMMENDATION:
            yield from choose_kinds(plan, (THEME,))


def find_heading(plan: ActionPlan, field: Field, quarter: FiscalQuarter) -> str:
    """The plan's own heading of a field, for a status or a comment that of the quarter; empty where it has none."""
    columns = (column for table in plan.tables for column in table.all_of(field))
    of_quarter = (column for column in columns if field not in OF_A_QUARTER or column.quarter == quarter)
    headings = (one_line(column.heading.text) for column in of_quarter)
    return next((heading for heading in headings if 0 < len(heading) <= LONGEST_HEADING), "")


def name_theme(plan: ActionPlan, taken: Collection[str] = ()) -> str:
    """The heading of themes in every table of a paper: the plan's own, unless another column of the table has it."""
    headings = (one_line(column.heading.text) for table in plan.tables for column in table.all_of(Field.THEME))
    fitting = (heading for heading in headings if 0 < len(heading) <= LONGEST_HEADING and heading not in taken)
    return next(fitting, THEME.heading)


def describe_recommendation(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """The theme, then the recommendation it is about."""
    sources = list_sources(action, Field.THEME, Field.RECOMMENDATION)
    topics = (Topic(action.theme or wording.NOT_SET),)
    return TableEntry(action.recommendation or wording.NOT_SET, lead=action.theme, topics=topics, sources=sources)


def describe_theme(action: Action, quarter: FiscalQuarter) -> TableEntry:
    theme = action.theme or wording.NOT_SET
    return TableEntry(theme, topics=(Topic(theme),), sources=list_sources(action, Field.THEME))


def describe_ref(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(action.shown_ref or wording.NO_REF, sources=list_sources(action, Field.REF))


def describe_action(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(action.text, sources=list_sources(action, Field.ACTION))


def describe_timescale(action: Action, quarter: FiscalQuarter) -> TableEntry:
    words, sources = wording.timescale_words(action.timescale), list_sources(action, Field.TIMESCALE)
    return TableEntry(words, order=order_timescale(action.timescale), sources=sources)


def order_timescale(timescale: Timescale) -> str:
    """A day to sort by: the last one promised, else the first; after all of them where there is none."""
    due = timescale.due_date or (timescale.start and timescale.start.first_day)
    return due.isoformat() if due else UNDATED_LAST


def describe_first_timescale(action: Action, quarter: FiscalQuarter) -> TableEntry:
    first = first_timescale(action)
    sources = list_sources(action, Field.ORIGINAL_TIMESCALE, Field.TIMESCALE)
    if first is None:
        return TableEntry(wording.NOT_SET, order=UNDATED_LAST, sources=sources)
    return TableEntry(wording.timescale_words(first), order=order_timescale(first), sources=sources)


def describe_owners(action: Action, quarter: FiscalQuarter) -> TableEntry:
    topics = tuple(Topic(owner.name, owner.key) for owner in action.owners) or (Topic(wording.NOT_SET),)
    return TableEntry(wording.owner_words(action), topics=topics, sources=list_sources(action, Field.OWNER))


def describe_reasons(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """Why an action is among the exceptions, a reason a line."""
    reasons = tuple(list_reasons(action, quarter))
    return TableEntry("\n".join(reasons), topics=tuple(map(Topic, reasons)))


def describe_delay(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(measure_delay(action, quarter))


def describe_last_status(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """The last status that was given."""
    last = action.latest_update(quarter)
    return report_update(last, last.quarter or quarter) if last else TableEntry(NOT_GIVEN)


def describe_progress(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """What was done: the status, then the comment."""
    status, comment = report_status(action, quarter), report_comment(action, quarter)
    sources = (*status.sources, *comment.sources)
    return TableEntry(comment.value, lead=status.text, topics=status.topics, sources=sources)


def describe_evidence(action: Action, quarter: FiscalQuarter) -> TableEntry:
    return TableEntry(action.evidence or NOT_GIVEN, sources=list_sources(action, Field.EVIDENCE))


def describe_impact(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """What the plan says that the action has changed."""
    cells = tuple(cell for heading, cell in action.extras if IMPACT.search(heading.text) and cell.text.strip())
    return TableEntry("\n".join(cell.text.strip() for cell in cells) or NOT_GIVEN, sources=cells)


def describe_next(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """What is still to come: nothing of a closed action, else when it is to be done, and by whom."""
    if not action.is_open(quarter):
        return TableEntry("Nothing: it is closed")
    when, who = describe_timescale(action, quarter), describe_owners(action, quarter)
    return TableEntry(who.value, lead=when.text, sources=(*when.sources, *who.sources))


def list_sources(action: Action, *fields: Field) -> tuple[Cell, ...]:
    """The cells that fields of an action were read from."""
    return tuple(cell for field in fields if (cell := action.cell(field)))


def has_recommendations(plan: ActionPlan) -> bool:
    return any(action.recommendation for action in plan.actions)


def has_themes(plan: ActionPlan) -> bool:
    return bool(plan.themes)


def has_refs(plan: ActionPlan) -> bool:
    return any(action.ref for action in plan.actions)


def has_all_refs(plan: ActionPlan) -> bool:
    return all(action.ref for action in plan.actions)


def has_timescales(plan: ActionPlan) -> bool:
    return plan.has_column(Field.TIMESCALE)


def has_owners(plan: ActionPlan) -> bool:
    return plan.has_column(Field.OWNER) or any(action.owners for action in plan.actions)


def has_statuses(plan: ActionPlan) -> bool:
    given = (update for action in plan.actions for update in action.updates)
    return plan.has_column(Field.STATUS) or any(update.has_status or update.status_fill for update in given)


def has_comments(plan: ActionPlan) -> bool:
    given = (update for action in plan.actions for update in action.updates)
    return plan.has_column(Field.COMMENT) or any(update.has_comment for update in given)


def has_updates(plan: ActionPlan) -> bool:
    return has_statuses(plan) or has_comments(plan)


def has_evidence(plan: ActionPlan) -> bool:
    return any(action.evidence for action in plan.actions)


def has_impact(plan: ActionPlan) -> bool:
    return any(IMPACT.search(heading.text) for action in plan.actions for heading, _ in action.extras)


LEADING_THEME = Lead("Theme", Field.THEME)
RECOMMENDATION = ColumnKind(
    "Recommendation",
    describe_recommendation,
    Field.RECOMMENDATION,
    is_group=True,
    is_wanted=has_recommendations,
    lead=LEADING_THEME,
)
ASKED = ColumnKind(
    "What was asked", describe_recommendation, is_group=True, is_wanted=has_recommendations, lead=LEADING_THEME
)
THEME = ColumnKind("Theme", describe_theme, Field.THEME, is_group=True, is_wanted=has_themes)
REF = ColumnKind("Ref", describe_ref, Field.REF, is_unbroken=True, is_wanted=has_refs, names_all=has_all_refs)
ACTION = ColumnKind("Action", describe_action, Field.ACTION, names_all=lambda plan: True)
TIMESCALE = ColumnKind("Timescale", describe_timescale, Field.TIMESCALE, is_wanted=has_timescales)
FIRST_DATE = ColumnKind("First date", describe_first_timescale)
NEW_DATE = ColumnKind("New date", describe_timescale)
OWNER = ColumnKind("Officer", describe_owners, Field.OWNER, is_wanted=has_owners)
STATUS = ColumnKind("Quarter {quarter} update", report_status, Field.STATUS, is_unbroken=True, is_wanted=has_statuses)
LAST_STATUS = ColumnKind("Last status", describe_last_status, is_unbroken=True, is_wanted=has_statuses)
COMMENT = ColumnKind("Comments", report_comment, Field.COMMENT, is_wanted=has_comments)
REASON = ColumnKind("What the comment says", report_comment, is_wanted=has_comments)
WHY = ColumnKind("Why it is here", describe_reasons)
DELAY = ColumnKind("How late", describe_delay)
DONE = ColumnKind("What was done", describe_progress, is_wanted=has_updates, lead=Lead("Status", Field.STATUS))
EVIDENCE = ColumnKind("Evidence", describe_evidence, is_wanted=has_evidence)
IMPACT_SEEN = ColumnKind("Impact", describe_impact, is_wanted=has_impact)
NEXT = ColumnKind("What next", describe_next)
