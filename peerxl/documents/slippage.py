"""Which actions are exceptions at a quarter, and why: late, slipped, on hold, unanswered, or due."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.documents.reported import COLOUR_ONLY, NO_STATUS, name_missing_status
from peerxl.documents.wording import NO_UPDATE
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.movement.dates import has_slipped

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
    # A status that cannot be read is said as it stands, and is no missing one.
    if update.status is None and not update.has_status:
        yield name_missing_status(update)


def measure_delay(action: Action, quarter: FiscalQuarter) -> str:
    """How long an action has been due at the end of a quarter: "1 quarter", "3 quarters"."""
    due = action.timescale.due
    if due is None or due >= quarter:
        return "Not late"
    quarters = 4 * (quarter.start_year - due.start_year) + quarter.number - due.number
    return "1 quarter" if quarters == 1 else f"{quarters} quarters"
