"""The dates of an action as somebody wrote them down when they were seen, which the plan itself may have forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from peerxl.language.date_history import read_date_history
from peerxl.model.action import Action
from peerxl.model.timescale import Timescale
from peerxl.movement.dates import DateMove, DateShift, compare_timescales, trace_date

ReadTimescale = Callable[[str], Timescale]


@dataclass(frozen=True, slots=True)
class KnownDates:
    """The date of an action when it was first seen, and each that it was changed to, with the day it was seen on."""

    first: str
    since: date
    changes: tuple[tuple[date, str], ...] = ()


def trace_known_date(action: Action, known: KnownDates, since: date, read: ReadTimescale) -> DateMove:
    """What became of an action's date, by what the plan tells and what was seen; and what of that after a day.

    What was seen before it is what the date was then; where nothing was, the first that was seen is.
    """
    told = trace_date(action)
    now = read_date_history(action.timescale.text).current.strip()
    dates = [(known.since, known.first), *known.changes]
    if compare_timescales(read(dates[-1][1]), read(now)) is not DateShift.SAME:
        dates.append((date.max, now))  # in the plan, and not seen yet
    in_force = [words for day, words in dates if day <= since]
    is_known = bool(in_force) or len(dates) > 1
    change = compare_timescales(read([known.first, *in_force][-1]), read(now)) if is_known else DateShift.UNKNOWN
    times = len(dates) - 1
    if times == 0 or (told.times is not None and told.times >= times):
        # The plan's own words go back further, or as far.
        return replace(told, change=change)
    # Dates that were seen at once stood beside each other in the plan, and others may have come between them.
    is_counted = known.since not in [day for day, _ in known.changes]
    return DateMove(told.now, dates[0][1], dates[-2][1], times if is_counted else None, change)
