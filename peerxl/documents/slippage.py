"""Which actions are exceptions at a quarter, and why: late, slipped, on hold, unanswered, or due."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.documents.reported import COLOUR_ONLY, NO_STATUS, name_missing_status
from peerxl.documents.wording import NO_UPDATE
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import Action
from peerxl.model.timescale import Timescale

OVERDUE, DUE, MOVED, ON_HOLD = "Overdue", "Due this quarter", "Date changed", "On hold"

REASONS = {
    OVERDUE: "overdue",
    DUE: "due this quarter",
    MOVED: "put off",
    ON_HOLD: "on hold",
    NO_UPDATE: "with no update",
    NO_STATUS: "with no status",
    COLOUR_ONLY: "with a colour only",
}
"""Each reason as it is said of a number of actions."""


def list_reasons(action: Action, quarter: FiscalQuarter) -> Iterator[str]:
    """Why an open action is among the exceptions; nothing where it is not."""
    update = action.standing_update(quarter)
    if not action.is_open(quarter):
        return
    if action.timescale.is_overdue(quarter):
        yield OVERDUE
    elif action.timescale.is_due(quarter):
        yield DUE
    if has_slipped(action):
        yield MOVED
    if update.status is not None and update.status.canonical == ON_HOLD:
        yield ON_HOLD
    if update.status is None and not update.has_status:
        yield name_missing_status(update)


def first_timescale(action: Action) -> Timescale | None:
    """When an action was first to be done, where that has been replaced; None where nothing says so."""
    if action.original_timescale is not None and action.original_timescale.text.strip():
        return action.original_timescale
    return action.earlier_timescale


def has_slipped(action: Action) -> bool:
    """Whether an action is to be done later than it was first."""
    first = first_timescale(action)
    due, first_due = action.timescale.due_date, first.due_date if first else None
    return due is not None and first_due is not None and due > first_due


def has_moved(action: Action) -> bool:
    """Whether an action is to be done at another time than it was first, earlier or later."""
    first, now = first_timescale(action), action.timescale
    return first is not None and (first.due_date, str(first)) != (now.due_date, str(now))


def measure_delay(action: Action, quarter: FiscalQuarter) -> str:
    """How long an action has been due at the end of a quarter: "1 quarter", "3 quarters"."""
    due = action.timescale.due
    if due is None or due >= quarter:
        return "Not late"
    quarters = 4 * (quarter.start_year - due.start_year) + quarter.number - due.number
    return "1 quarter" if quarters == 1 else f"{quarters} quarters"
