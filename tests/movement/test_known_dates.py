"""What became of a date, by what the plan tells and what was written down when it was seen."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.language.date_history import find_first_words
from peerxl.language.timescales import parse_timescale
from peerxl.model.action import Action
from peerxl.movement.dates import DateMove, DateShift
from peerxl.movement.known_dates import KnownDates, trace_known_date

Q1, Q2, Q4 = "Q1 2025/26", "Q2 2025/26", "Q4 2025/26"
MAY, JULY, NOVEMBER = date(2025, 5, 6), date(2025, 7, 8), date(2025, 11, 4)
SINCE = date(2025, 9, 30)
"""The day up to which what was seen is of last time."""
UNKNOWN, SAME, LATER, EARLIER = DateShift.UNKNOWN, DateShift.SAME, DateShift.LATER, DateShift.EARLIER


def promised(timescale: str, original: str = "") -> Action:
    before = find_first_words(timescale)
    return Action(
        "Plan",
        4,
        "Do",
        parse_timescale(timescale),
        original_timescale=parse_timescale(original) if original else None,
        earlier_timescale=parse_timescale(before) if before else None,
    )


CASES: dict[str, tuple[Action, KnownDates, DateMove]] = {
    "seen before, and still the same": (
        promised(Q4),
        KnownDates(Q4, MAY),
        DateMove(Q4, times=0, change=SAME),
    ),
    "first seen since": (promised(Q4), KnownDates(Q4, NOVEMBER), DateMove(Q4, times=0, change=UNKNOWN)),
    "the same in other words": (
        promised("by 31 March 2026"),
        KnownDates(Q4, MAY),
        DateMove("by 31 March 2026", times=0, change=SAME),
    ),
    "moved since, and the plan forgot": (
        promised(Q4),
        KnownDates(Q2, MAY, ((NOVEMBER, Q4),)),
        DateMove(Q4, Q2, Q2, 1, LATER),
    ),
    "moved before, and not since": (
        promised(Q4),
        KnownDates(Q2, MAY, ((JULY, Q4),)),
        DateMove(Q4, Q2, Q2, 1, SAME),
    ),
    "moved before and since": (
        promised(Q4),
        KnownDates(Q1, MAY, ((JULY, Q2), (NOVEMBER, Q4))),
        DateMove(Q4, Q1, Q2, 2, LATER),
    ),
    "moved there and back": (
        promised(Q2),
        KnownDates(Q2, MAY, ((JULY, Q4), (NOVEMBER, Q2))),
        DateMove(Q2, Q2, Q4, 2, EARLIER),
    ),
    "first seen since, and moved": (
        promised(Q4),
        KnownDates(Q2, NOVEMBER, ((date(2025, 12, 1), Q4),)),
        DateMove(Q4, Q2, Q2, 1, LATER),
    ),
    "moved, and not seen yet": (promised(Q4), KnownDates(Q2, MAY), DateMove(Q4, Q2, Q2, 1, LATER)),
    "the cell tells of more than was seen": (
        promised(f"{Q4} (first {Q1}, moved 3 times, last from {Q2})"),
        KnownDates(Q2, MAY, ((NOVEMBER, Q4),)),
        DateMove(Q4, Q1, Q2, 3, LATER),
    ),
    "two dates seen at once, with others in between for all that is known": (
        promised(Q4, Q1),
        KnownDates(Q1, MAY, ((MAY, Q4),)),
        DateMove(Q4, Q1, Q1, None, SAME),
    ),
    "cannot be read": (
        promised("When funds allow"),
        KnownDates("When funds allow", MAY),
        DateMove("When funds allow", times=0, change=SAME),
    ),
}


@pytest.mark.parametrize(("action", "known", "move"), CASES.values(), ids=CASES)
def test_a_date_that_was_written_down(action: Action, known: KnownDates, move: DateMove) -> None:
    assert trace_known_date(action, known, SINCE, parse_timescale) == move
