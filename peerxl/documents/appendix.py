"""The committee appendix: the plan as members and the public read it, on paper, on screen or with a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from peerxl.documents import wording
from peerxl.documents.appendix_intro import Account, build_intro
from peerxl.documents.document import Document, Section, TableColumn, TableEntry, TableRow
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan

FULL, EXCEPTIONS = "full", "exceptions"
SECTION = "Action plan"


@dataclass(frozen=True, slots=True)
class AppendixColumn:
    """A column of the appendix and what it says of each action."""

    column: TableColumn
    describe: Callable[[Action], TableEntry]


def build_appendix(
    plan: ActionPlan, quarter: FiscalQuarter, *, layout: str = FULL, number: str = "", merged: bool = False
) -> Document:
    """The plan at a quarter: every action, or the open ones only; ``merged`` gives the traditional, merged look."""
    title = title_appendix(plan, number, quarter)
    open_only = layout == EXCEPTIONS
    actions = plan.open_actions(quarter) if open_only else plan.actions
    columns = tuple((list_exceptions_columns if open_only else list_full_columns)(plan, quarter))
    section = Section(
        name=SECTION,
        title=title,
        intro=tuple(build_intro(Account(plan, quarter, actions, open_only, merged))),
        table_name="ActionPlan",
        columns=tuple(column.column for column in columns),
        rows=tuple(build_rows(actions, columns)),
        footer=title,
        is_paper=True,
        has_joined_groups=merged,
    )
    return Document(
        title=title,
        subject=f"{plan.name}, {wording.quarter_in_full(quarter)}",
        creator=plan.settings.council or plan.title or title,
        dated=quarter.last_day,
        sections=(section,),
    )


def title_appendix(plan: ActionPlan, number: str, quarter: FiscalQuarter) -> str:
    """ "Appendix 9 - Peer review action plan - Quarter 3 2023/24"; without the appendix where it has no number."""
    bare = number.strip().removeprefix("Appendix").strip()
    numbered = (f"Appendix {bare}",) if bare else ()
    return " - ".join((*numbered, plan.name, wording.quarter_name(quarter)))


def list_full_columns(plan: ActionPlan, quarter: FiscalQuarter) -> Iterator[AppendixColumn]:
    """The columns of the council's full appendix, less those the plan has nothing for."""
    if any(action.recommendation for action in plan.actions):
        yield AppendixColumn(TableColumn("Recommendation", 150, is_group=True), describe_recommendation)
    elif plan.themes:
        yield AppendixColumn(TableColumn("Priority", 100, is_group=True), describe_theme)
    yield AppendixColumn(TableColumn("Actions", 160), describe_action)
    if plan.has_column(Field.TIMESCALE):
        yield AppendixColumn(TableColumn("Timescale/Due date", 92), describe_timescale)
    if has_owners(plan):
        yield AppendixColumn(TableColumn("Officer", 92), describe_owners)
    yield from list_update_columns(quarter, 200)


def list_exceptions_columns(plan: ActionPlan, quarter: FiscalQuarter) -> Iterator[AppendixColumn]:
    """The columns of the council's exceptions appendix and the timescale, less those the plan has nothing for."""
    if plan.themes:
        yield AppendixColumn(TableColumn("Priority", 110, is_group=True), describe_theme)
    if has_owners(plan):
        yield AppendixColumn(TableColumn("Director/AD", 92), describe_owners)
    yield AppendixColumn(TableColumn("Milestones/Actions", 166), describe_action)
    if plan.has_column(Field.TIMESCALE):
        yield AppendixColumn(TableColumn("Timescale", 84), describe_timescale)
    yield from list_update_columns(quarter, 240)


def list_update_columns(quarter: FiscalQuarter, comment_room: float) -> Iterator[AppendixColumn]:
    update = TableColumn(f"Quarter {quarter.number} update", 78)
    yield AppendixColumn(update, partial(describe_status, quarter))
    yield AppendixColumn(TableColumn("Comments", comment_room), partial(describe_comment, quarter))


def has_owners(plan: ActionPlan) -> bool:
    return plan.has_column(Field.OWNER) or any(action.owners for action in plan.actions)


def describe_recommendation(action: Action) -> TableEntry:
    """The theme, then the recommendation it is about."""
    return TableEntry(action.recommendation or wording.NOT_SET, lead=action.theme)


def describe_theme(action: Action) -> TableEntry:
    return TableEntry(action.theme or wording.NOT_SET)


def describe_action(action: Action) -> TableEntry:
    return TableEntry(wording.action_words(action))


def describe_timescale(action: Action) -> TableEntry:
    return TableEntry(wording.timescale_words(action.timescale))


def describe_owners(action: Action) -> TableEntry:
    return TableEntry(wording.owner_words(action))


def describe_status(quarter: FiscalQuarter, action: Action) -> TableEntry:
    return wording.status_entry(action.update(quarter))


def describe_comment(quarter: FiscalQuarter, action: Action) -> TableEntry:
    return TableEntry(wording.comment_words(action.update(quarter)))


def build_rows(actions: Sequence[Action], columns: Sequence[AppendixColumn]) -> Iterator[TableRow]:
    """A row for each action; a theme after another starts a group."""
    for action, above in zip(actions, (None, *actions), strict=False):
        starts_group = above is not None and action.theme != above.theme
        yield TableRow(tuple(column.describe(action) for column in columns), starts_group)
