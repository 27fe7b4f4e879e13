"""What became of the date of an action: the first one, the last, the one it has now, and how often it changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peerxl.identity.wording import fold_words
from peerxl.language.date_history import read_date_history
from peerxl.model.action import Action
from peerxl.model.timescale import Timescale, TimescaleKind


class DateShift(StrEnum):
    """What became of a date since last time."""

    SAME = "same"
    LATER = "later"
    EARLIER = "earlier"
    CHANGED = "changed"
    """Into words of which nobody can say whether they are later: "Ongoing" for "Q2"."""
    SET = "set"
    REMOVED = "removed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateMove:
    """The date an action has now, the first it ever had, and the last that was replaced, in their own words.

    ``first`` and ``last`` are empty where nothing says which they were. ``times`` is how often it is
    known to have changed; None where it did, and nothing says how often. ``change`` is what became of it since last
    time, UNKNOWN where only one plan is there to tell.
    """

    now: str
    first: str = ""
    last: str = ""
    times: int | None = 0
    change: DateShift = DateShift.UNKNOWN

    @property
    def has_moved(self) -> bool:
        """Whether it is another date than it was at any time before."""
        return self.times != 0

    @property
    def is_news(self) -> bool:
        """Whether it has changed since last time."""
        return self.change not in {DateShift.SAME, DateShift.UNKNOWN}


def first_timescale(action: Action) -> Timescale | None:
    """When an action was first to be done, where that has been replaced; None where nothing says so."""
    if action.original_timescale is not None and action.original_timescale.text.strip():
        return action.original_timescale
    return action.earlier_timescale


NO_TIME = frozenset({TimescaleKind.UNSET, TimescaleKind.UNREADABLE, TimescaleKind.STATUS})


def has_slipped(action: Action) -> bool:
    """Whether an action is to be done later than it was first."""
    first = first_timescale(action)
    due, first_due = action.timescale.due_date, first.due_date if first else None
    return due is not None and first_due is not None and due > first_due


def has_moved(action: Action) -> bool:
    """Whether an action is to be done at another time than it was first, earlier or later.

    Words that say no time, "TBC" or "Before launch", are no date that could have been another.
    """
    first = first_timescale(action)
    return first is not None and first.kind not in NO_TIME and is_another(first, action.timescale)


def is_another(before: Timescale, now: Timescale) -> bool:
    """Whether two timescales promise different things."""
    return (before.due_date, str(before)) != (now.due_date, str(now))


def trace_date(action: Action) -> DateMove:
    """What one plan says of a date's past: that it changed at some time, never since when."""
    history, first = read_date_history(action.timescale.text), first_timescale(action)
    now = history.current.strip()
    if history.moves:
        return DateMove(now, first.text.strip() if first else history.first, history.last, history.moves)
    if first is None or not is_another(first, action.timescale):
        return DateMove(now)
    return DateMove(now, first.text.strip(), times=None)


def compare_dates(old: Action, new: Action) -> DateMove:
    """What became of an action's date from one plan to the next, with what each tells of its past."""
    past, move = trace_date(old), trace_date(new)
    change = compare_timescales(old.timescale, new.timescale)
    if change in {DateShift.SAME, DateShift.SET}:
        # Nothing was replaced since: of the past counts what either plan tells.
        known = move if move.has_moved else past
        return DateMove(move.now, known.first, known.last, known.times, change)
    first = move.first or past.first or past.now
    history = read_date_history(new.timescale.text)
    if history.moves:
        return DateMove(move.now, first, history.last, history.moves, change)
    # Once more than the old plan knew: of changes in between the new one would have to tell.
    times = None if past.times is None or move.times is None else past.times + 1
    return DateMove(move.now, first, past.now, times, change)


def compare_timescales(old: Timescale, new: Timescale) -> DateShift:
    """What became of a timescale."""
    # By the words first: what cannot be read is the same all the same.
    if fold_words(old.text) == fold_words(new.text):
        return DateShift.SAME
    if old.kind is TimescaleKind.UNSET or new.kind is TimescaleKind.UNSET:
        both = old.kind is new.kind
        return DateShift.SAME if both else DateShift.SET if old.kind is TimescaleKind.UNSET else DateShift.REMOVED
    if old.due_date and new.due_date and old.open_ended == new.open_ended and old.due_date != new.due_date:
        return DateShift.LATER if new.due_date > old.due_date else DateShift.EARLIER
    return DateShift.CHANGED if is_another(old, new) and not is_one_promise(old, new) else DateShift.SAME


def is_one_promise(old: Timescale, new: Timescale) -> bool:
    """Whether two timescales end alike, and begin alike where both say when: "Q4 2025/26" and "by 31 March 2026"."""
    ends, others = ([milestone.end_date for milestone in each.milestones] for each in (old, new))
    return bool(ends) and ends == others and (old.start == new.start or None in (old.start, new.start))
