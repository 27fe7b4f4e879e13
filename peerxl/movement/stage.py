"""How an action stood at a quarter, and whether it has gone forward or back since.

The quarter's own status counts; where that is blank and the action was closed before, it stays closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peerxl.checks.status import LEAST_LIKENESS, measure_slip
from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.status import Status, status_key

STAGES = {"Not started": 0, "On hold": 0, "In progress": 1, "Ongoing": 1, "Completed": 2}
"""How far a status has come, by the default word that it means: what is on hold goes back, and neither way from one
that was never begun."""
DONE = STAGES["Completed"]


class Direction(StrEnum):
    """Which way a status has gone."""

    FORWARD = "forward"
    BACK = "back"
    SAME = "same"
    CHANGED = "changed"
    """To another word that is neither further nor less far."""
    STOPPED = "stopped"
    """Closed without having been done."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatusAt:
    """How an action stood: the last update that says so, and whether it was still to be done."""

    update: Update
    is_open: bool

    @property
    def status(self) -> Status | None:
        return self.update.status

    @property
    def is_done(self) -> bool:
        return not self.is_open and self.status is not None and self.status.is_done

    @property
    def stage(self) -> int | None:
        """How far it had come; None where nothing says."""
        if self.status is None or self.status.is_open:
            return STAGES.get(self.status.canonical) if self.status else None
        return DONE if self.status.is_done else None


@dataclass(frozen=True, slots=True)
class StatusMove:
    """How an action stood before and stands now."""

    before: StatusAt
    now: StatusAt

    @property
    def direction(self) -> Direction:
        before, now = self.before.status, self.now.status
        if before is None or now is None:
            return Direction.UNKNOWN
        if is_one_status(self.before, self.now):
            return Direction.SAME
        # Before the stages are compared, as what was superseded or given up has none.
        if not now.is_open and not now.is_done:
            return Direction.STOPPED
        old, new = self.before.stage, self.now.stage
        if not before.is_open and now.is_open:
            return Direction.BACK
        if old is None or new is None or old == new:
            return Direction.FORWARD if before.is_open and now.is_done else Direction.CHANGED
        return Direction.FORWARD if new > old else Direction.BACK

    @property
    def is_completed(self) -> bool:
        return self.before.is_open and self.now.is_done

    @property
    def is_stopped(self) -> bool:
        """Whether it has been closed without having been done."""
        return self.before.is_open and not self.now.is_open and not self.now.is_done

    @property
    def is_reopened(self) -> bool:
        """Whether work has been taken up again: a word that nobody explains does not say so."""
        return not self.before.is_open and self.now.is_open and self.now.status is not None

    @property
    def is_reported(self) -> bool:
        """Whether it has another status than before."""
        return self.direction not in {Direction.SAME, Direction.UNKNOWN}


def is_one_status(before: StatusAt, now: StatusAt) -> bool:
    """Whether two standings have one status, in whichever spelling: "Complete" is "Completed".

    Two words for one meaning are two: "On track" and "Delayed" are both in progress.
    """
    old, new = before.status, now.status
    if old is None or new is None or old.is_open != new.is_open:
        return False
    if status_key(old.word) == status_key(new.word):
        return True
    texts = status_key(before.update.status_text), status_key(now.update.status_text)
    is_slip = old.canonical == new.canonical and measure_slip(old.word, new.word) >= LEAST_LIKENESS
    return is_slip or texts[0] == texts[1] != ""


def stand_before(action: Action, quarter: FiscalQuarter | None) -> StatusAt:
    """How an action stood by its last status up to a quarter; for None by the last there is."""
    return StatusAt(action.latest_update(quarter) or action.update(quarter), action.is_open(quarter))


def stand_now(action: Action, quarter: FiscalQuarter | None) -> StatusAt:
    """How an action stands by what was reported for a quarter; for None by the last status there is."""
    if quarter is None:
        return stand_before(action, quarter)
    return StatusAt(action.standing_update(quarter), action.is_open(quarter))


def trace_status(before: StatusAt, now: StatusAt) -> StatusMove:
    """The way from one to the other: what was closed before stays closed where nothing newer is said."""
    if not before.is_open and not now.update.has_status and not now.update.status_fill:
        return StatusMove(before, before)
    return StatusMove(before, now)
