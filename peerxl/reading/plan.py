"""Worksheets read into an ActionPlan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import Action, ActionPlan, Update
from peerxl.model.sheet import Sheet
from peerxl.reading.action import read_actions
from peerxl.reading.title import plan_name
from peerxl.reading.tracker import Request, choose_trackers, find_trackers, list_faults, make_table, unread_finding


def plan_from_sheets(sheets: Sequence[Sheet], request: Request) -> ActionPlan:
    """The plan that stands on a workbook's sheets; NoTrackerError where none does."""
    settings = request.settings
    trackers, left, others = choose_trackers(find_trackers(sheets, request), request.quarter or settings.quarter)
    title = trackers[0].title
    quarter = request.quarter or settings.quarter or title.quarter
    year = title.year or (quarter.year if quarter else None)
    tables = tuple(make_table(tracker, quarter, settings) for tracker in trackers)
    actions = tuple(
        action
        for tracker, table in zip(trackers, tables, strict=True)
        for action in read_actions(tracker, table, year, request)
    )
    actions = add_fills(actions, quarter, request)
    faults = [fault for tracker in trackers for fault in list_faults(tracker)]
    faults += [unread_finding(tracker) for tracker in left]
    starts = settings.plan_starts or infer_start(actions)
    name = plan_name(title.text, settings.council)
    return ActionPlan(
        source=request.source,
        title=title.text,
        quarter=quarter,
        starts=starts,
        actions=actions,
        tables=tables,
        settings=settings,
        faults=tuple(faults),
        name=name,
        year=year,
        other_quarters=tuple(tracker.layout.sheet.name for tracker in others),
    )


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


def infer_start(actions: Iterable[Action]) -> FiscalQuarter | None:
    """The earliest quarter that two actions or more start in: when a plan that does not say so begins."""
    starts = Counter(action.timescale.start for action in actions if action.timescale.start)
    return min((start for start, count in starts.items() if start and count > 1), default=None)
