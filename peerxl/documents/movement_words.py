"""What became of an action's status and date, in words."""

from __future__ import annotations

from peerxl.checks.status import LEAST_LIKENESS, measure_slip
from peerxl.documents import wording
from peerxl.documents.reported import name_missing_status
from peerxl.model.action import Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.movement.compare import PlanAt
from peerxl.movement.dates import DateMove, DateShift
from peerxl.movement.stage import Direction, StatusAt, StatusMove

DIRECTIONS = {
    Direction.FORWARD: "Forward: from {before} to {now}",
    Direction.BACK: "Back: from {before} to {now}",
    Direction.CHANGED: "Changed: from {before} to {now}",
    Direction.STOPPED: "Closed, not done: from {before} to {now}",
}
"""What is said of a status that is another one now."""
FIRST = "First status: {now}"
UNKNOWN = "Not known: {now}; {before} before"
DATE_CHANGES = {
    DateShift.LATER: "Later: {now}, was {last}",
    DateShift.EARLIER: "Earlier: {now}, was {last}",
    DateShift.CHANGED: "Changed: {now}, was {last}",
    DateShift.SET: "Set: {now}",
    DateShift.REMOVED: "Taken away, was {last}",
}


def describe_status_move(move: StatusMove, quarter: FiscalQuarter | None) -> str:
    """Which way a status has gone: "Forward: from In progress to Completed"."""
    before, now = move.before, move.now
    words = {"before": name_standing(before), "now": name_standing(now)}
    if move.direction is Direction.SAME:
        return f"Same: {name_same(before.update, now, quarter)}"
    if move.direction is Direction.UNKNOWN:
        is_first = now.status is not None and not before.update.has_status
        return (FIRST if is_first else UNKNOWN).format_map(words)
    return DIRECTIONS[move.direction].format_map(words)


def name_standing(standing: StatusAt) -> str:
    """A status by its word and what the cell says beside it, or what there is in its place."""
    return wording.status_words(standing.update) if standing.status else name_missing_status(standing.update)


def name_same(before: Update, now: StatusAt, quarter: FiscalQuarter | None) -> str:
    """A status that is as it was, with the cells' own words where these differ, and the quarter that it was given in.

    That is "In progress (“On track”, now “Delayed”)"; the quarter is told where it is another.
    """
    texts, status = (before.status_text.strip(), now.update.status_text.strip()), now.status
    if status is None:
        return name_missing_status(now.update)
    is_one = texts[0].casefold() == texts[1].casefold() or measure_slip(*texts) >= LEAST_LIKENESS
    own = wording.say_own_words(status, now.update.own_words) if is_one else f"“{texts[0]}”, now “{texts[1]}”"
    given = now.update.quarter
    earlier = "" if given is None or quarter is None or given == quarter else wording.quarter_name(given)
    return wording.name_status(status, (own, earlier))


def describe_date_move(move: DateMove) -> str:
    """The date with what became of it and all that is known of its past; empty where nothing is."""
    words = {"now": move.now or wording.NOT_SET, "last": move.last}
    news = DATE_CHANGES.get(move.change, "{now}" if move.now or move.last else "").format_map(words)
    return "; ".join(part for part in (news, describe_past(move)) if part)


def describe_past(move: DateMove) -> str:
    """What is known of a date's past beyond what has just been said: "first Q1 2025/26, changed twice"."""
    if not move.has_moved or (move.is_news and move.times == 1 and move.first == move.last):
        return ""
    times = {None: "changed", 1: "changed once", 2: "changed twice"}.get(move.times, f"changed {move.times} times")
    last = "" if move.is_news or move.last in ("", move.first) else f", last from {move.last}"
    return f"first {move.first}, {times}{last}"


def name_time(plan_at: PlanAt) -> str:
    """When a plan was as it is told of; its file where nothing says when."""
    return wording.quarter_name(plan_at.quarter) if plan_at.quarter else plan_at.plan.source
