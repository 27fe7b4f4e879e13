"""Worksheets read into an ActionPlan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from peerxl.errors import PeerxlError
from peerxl.model.action import Action, Update
from peerxl.model.finding import Finding
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Fate, Table
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.settings import Settings
from peerxl.model.sheet import Sheet
from peerxl.reading.actions.action import read_actions
from peerxl.reading.actions.listed_owners import list_acronyms, list_joint_names
from peerxl.reading.actions.own_years import NEAR, may_be_of
from peerxl.reading.columns.quarters import date_columns
from peerxl.reading.headers.title import find_council_apart, plan_name
from peerxl.reading.trackers.faults import (
    is_unread_tracker,
    list_faults,
    report_strays,
    report_table,
    report_unread_sheet,
    report_unread_table,
)
from peerxl.reading.trackers.own_words import find_vocabulary
from peerxl.reading.trackers.selection import Selection, select_trackers
from peerxl.reading.trackers.tracker import Request, SheetReading, Tracker, read_workbook


class NoActionsError(PeerxlError):
    """A tracker without an action, of which nothing can be asked or published."""

    def __init__(self, source: object) -> None:
        super().__init__(f"{source}: the plan has no action yet; write the first one under its headings.")


def plan_from_sheets(sheets: Sequence[Sheet], request: Request) -> ActionPlan:
    """The plan that stands on a workbook's sheets; NoTrackerError where none does."""
    selection = select_trackers(read_workbook(sheets, request), request)
    others = (reading.sheet for reading in selection.readings if not reading.trackers)
    acronyms = unique(name for reading in selection.readings for name in list_acronyms(reading.sheet))
    settings = replace(
        request.settings,
        vocabulary=find_vocabulary(selection.plan, request),
        joint_names=(*list_joint_names(others), *acronyms),
    )
    request = replace(request, settings=settings)
    title = selection.plan[0].title
    quarter = request.quarter or settings.quarter or title.quarter
    year = title.year or (quarter.year if quarter else None)
    is_counted = title.counted == title.year is not None or not settings.years.has_calendar_quarters
    layouts = [tracker.layout for tracker in selection.plan]
    is_own = year is not None and is_counted and may_be_of(year, layouts, settings.years, NEAR if title.year else 0)
    dated = year if is_own else None
    tables = tuple(make_table(tracker, quarter, settings) for tracker in selection.plan)
    actions = tuple(
        action
        for tracker, table in zip(selection.plan, tables, strict=True)
        for action in read_actions(tracker, table, quarter, dated, request)
    )
    actions = mark_namesakes(actions)
    return ActionPlan(
        source=request.source,
        title=title.text,
        quarter=quarter,
        starts=settings.plan_starts,
        actions=add_fills(actions, quarter, request),
        tables=tables,
        settings=settings,
        faults=tuple(list_plan_faults(selection, request)),
        name=plan_name(title.text, settings.council or find_council_apart(title.text)),
        year=year,
        other_quarters=selection.sheets_of(Fate.OTHER_QUARTER),
        sheets=selection.fates,
    )


def mark_namesakes(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """The actions, each knowing whether one on another sheet goes by its ref, or by its row where it has none."""
    if len({action.sheet for action in actions}) < 2:
        return actions
    from peerxl.identity.wording import fold_words

    sheets: dict[str, set[str]] = {}
    for action in actions:
        sheets.setdefault(fold_words(action.name), set()).add(action.sheet)
    return tuple(replace(action, has_namesake=len(sheets[fold_words(action.name)]) > 1) for action in actions)


def require_actions(plan: ActionPlan) -> None:
    """Raise NoActionsError where a plan has no action, and so nothing to ask about or to publish."""
    if not plan.actions:
        raise NoActionsError(plan.source)


def make_table(tracker: Tracker, reporting: FiscalQuarter | None, settings: Settings) -> Table:
    layout, title = tracker.layout, tracker.title
    columns = date_columns(layout.uses, title, reporting, settings.years)
    return Table(tracker.name, layout.first_header_row, layout.last_header_row, columns, tracker.skipped)


def list_plan_faults(selection: Selection, request: Request) -> Iterator[Finding]:
    """What was found while reading: of each tracker, then of the sheets that were not read."""
    for tracker in selection.plan:
        others = [other for other in selection.plan if other.name == tracker.name and other is not tracker]
        taken = {row.number for other in others for row in other.rows} | {
            row for other in others for row in (other.layout.first_header_row, other.layout.last_header_row)
        }
        yield from list_faults(tracker, request.settings.vocabulary, frozenset(taken))
    for reading in selection.readings:
        if reading.fate is Fate.READ and reading.trackers:
            header_row = reading.trackers[0].layout.last_header_row
            yield from (report_table(table, header_row) for table in reading.others if table.rows)
            left = [tracker for tracker in reading.trackers if tracker not in selection.plan and tracker.rows]
            yield from (report_unread_table(tracker, selection.plan[0]) for tracker in left)
    yield from (report_strays(reading.sheet) for reading in selection.readings if is_strayed(reading))
    if not request.is_settled:
        yield from (report_unread_sheet(fate) for fate in selection.fates if is_unread_tracker(fate))


def is_strayed(reading: SheetReading) -> bool:
    return bool(reading.sheet.strays) and reading.fate is Fate.READ


def add_fills(actions: tuple[Action, ...], quarter: FiscalQuarter | None, request: Request) -> tuple[Action, ...]:
    """The actions with the colour of each status cell, where the quarter's statuses are all without a word."""
    cells = [action.update(quarter).status_cell for action in actions]
    if not any(cells) or any(action.update(quarter).has_status for action in actions):
        return actions
    return tuple(replace(action, updates=tuple(fill_updates(action, quarter, request))) for action in actions)


def fill_updates(action: Action, quarter: FiscalQuarter | None, request: Request) -> Iterable[Update]:
    for update in action.updates:
        cell = update.status_cell if update.quarter == quarter else None
        yield replace(update, status_fill=request.fill_of(cell)) if cell else update
