"""What became of the date of an action: the first one, the last, the one it has now, and how often it changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from peerxl.identity.wording import fold_words
from peerxl.language.date_history import read_date_history
from peerxl.language.timescales import parse_timescale
from peerxl.model.plan import Action
from peerxl.model.timescale import Timescale, TimescaleKind

_BEFORE = re.compile(r"\((?:was|first|originally)\s+([^,;()]+)", re.IGNORECASE)
"""The date that another one replaced, in words that tell no whole history: "March (originally Q2, see note)"."""


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


def first_timescale(action: Action, first_month: int) -> Timescale | None:
    """When an action was first to be done, where that has been replaced; None where nothing says so.

    ``first_month`` is the one in which the council's years begin.
    """
    if action.original_timescale is not None and action.original_timescale.text.strip():
        return action.original_timescale
    before = find_first(action.timescale.text)
    return parse_timescale(before, first_month=first_month) if before else None


def find_first(text: str) -> str:
    """The first date that a cell's words tell of; empty where they tell of none."""
    if first := read_date_history(text).first:
        return first
    before = _BEFORE.search(text)
    return before[1].strip() if before else ""


def has_slipped(action: Action, first_month: int) -> bool:
    """Whether an action is to be done later than it was first."""
    first = first_timescale(action, first_month)
    due, first_due = action.timescale.due_date, first.due_date if first else None
    return due is not None and first_due is not None and due > first_due


def has_moved(action: Action, first_month: int) -> bool:
    """Whether an action is to be done at another time than it was first, earlier or later."""
    first = first_timescale(action, first_month)
    return first is not None and is_another(first, action.timescale)


def is_another(before: Timescale, now: Timescale) -> bool:
    """Whether two timescales promise different things."""
    return (before.due_date, str(before)) != (now.due_date, str(now))


def trace_date(action: Action, first_month: int) -> DateMove:
    """What one plan says of a date's past: that it changed at some time, never since when."""
    history, first = read_date_history(action.timescale.text), first_timescale(action, first_month)
    now = history.current.strip()
    if history.moves:
        return DateMove(now, first.text.strip() if first else history.first, history.last, history.moves)
    if first is None or not is_another(first, action.timescale):
        return DateMove(now)
    return DateMove(now, first.text.strip(), times=None)


def compare_dates(old: Action, new: Action, first_month: int) -> DateMove:
    """What became of an action's date from one plan to the next, with what each tells of its past."""
    past, move = trace_date(old, first_month), trace_date(new, first_month)
    change = compare_timescales(old.timescale, new.timescale)
    if change in {DateShift.SAME, DateShift.SET}:
        known = move if move.has_moved else past
        return DateMove(move.now, known.first, known.last, known.times, change)
    first = move.first or past.first or past.now
    history = read_date_history(new.timescale.text)
    if history.moves:
        return DateMove(move.now, first, history.last, history.moves, change)
    times = None if past.times is None or move.times is None else past.times + 1
    return DateMove(move.now, first, past.now, times, change)


def compare_timescales(old: Timescale, new: Timescale) -> DateShift:
    """What became of a timescale."""
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
