"""The register of extensions: the first date and every later one, with who asked for it and why."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.language.timescales import parse_timescale
from peerxl.record.dates import DateChange, Dates, list_dates
from peerxl.record.event import Event, Merged, Seen, Undone
from tests.record.happenings import H1, H2, HR, QUARTER, happened

MARCH, JUNE, MAY = "31 March 2027", "30 June 2027", "May 2027"
SEEN = Seen(H1, "timescale", MARCH)
MERGED = Merged(H1, "timescale", MARCH, JUNE, QUARTER, HR, why="The supplier signed late.")
FIRST_DAY = date(2026, 11, 23)


def day(days: int) -> date:
    return date(2026, 11, 23 + days)


REGISTERS: dict[str, tuple[list[tuple[int, Event]], list[Dates]]] = {
    "nothing": ([], []),
    "other fields": ([(0, Seen(H1, "status", MARCH)), (1, Merged(H1, "comment", MARCH, JUNE))], []),
    "one date": ([(0, SEEN)], [Dates(H1, MARCH, FIRST_DAY)]),
    "seen again": ([(0, SEEN), (1, SEEN)], [Dates(H1, MARCH, FIRST_DAY)]),
    "no date until later": ([(0, Seen(H1, "timescale", "")), (1, SEEN)], [Dates(H1, MARCH, day(1))]),
    "an owner asked for another": (
        [(0, SEEN), (2, MERGED), (3, Seen(H1, "timescale", JUNE))],
        [Dates(H1, MARCH, FIRST_DAY, (DateChange(JUNE, day(2), HR, "The supplier signed late."),))],
    ),
    "the plan was edited": (
        [(0, SEEN), (2, Seen(H1, "timescale", MAY))],
        [Dates(H1, MARCH, FIRST_DAY, (DateChange(MAY, day(2)),))],
    ),
    "taken back": (
        [(0, SEEN), (2, MERGED), (3, Undone(H1, "timescale", JUNE, MARCH))],
        [Dates(H1, MARCH, FIRST_DAY)],
    ),
    "taken back and put in again": (
        [(0, SEEN), (2, MERGED), (3, Undone(H1, "timescale", JUNE, MARCH)), (4, SEEN), (5, MERGED)],
        [Dates(H1, MARCH, FIRST_DAY, (DateChange(JUNE, day(5), HR, "The supplier signed late."),))],
    ),
    "taken back to another date than it was": (
        [(0, SEEN), (2, MERGED), (3, Undone(H1, "timescale", JUNE, MAY))],
        [
            Dates(
                H1,
                MARCH,
                FIRST_DAY,
                (DateChange(JUNE, day(2), HR, "The supplier signed late."), DateChange(MAY, day(3))),
            )
        ],
    ),
    "an answer before the plan was ever seen": (
        [(2, MERGED)],
        [Dates(H1, MARCH, day(2), (DateChange(JUNE, day(2), HR, "The supplier signed late."),))],
    ),
    "a first date by an answer": (
        [(2, Merged(H1, "timescale", "", JUNE, QUARTER, HR))],
        [Dates(H1, JUNE, day(2))],
    ),
    "emptied": (
        [(0, SEEN), (1, Seen(H1, "timescale", ""))],
        [Dates(H1, MARCH, FIRST_DAY, (DateChange("", day(1)),))],
    ),
    "other spaces and letters": (
        [(0, SEEN), (1, Seen(H1, "timescale", "31  march 2027"))],
        [Dates(H1, MARCH, FIRST_DAY)],
    ),
    "two actions": (
        [(0, Seen(H2, "timescale", MAY)), (1, SEEN)],
        [Dates(H2, MAY, FIRST_DAY), Dates(H1, MARCH, day(1))],
    ),
}


@pytest.mark.parametrize("register", REGISTERS)
def test_registers(register: str) -> None:
    events, dates = REGISTERS[register]
    assert list(list_dates(happened(*events))) == dates


def test_two_ways_to_write_a_date_are_one() -> None:
    entries = happened((0, SEEN), (1, Seen(H1, "timescale", "31/3/27")), (2, Seen(H1, "timescale", "1/4/27")))
    (dates,) = list_dates(entries, lambda text: parse_timescale(text).due_date)
    assert dates == Dates(H1, MARCH, FIRST_DAY, (DateChange("1/4/27", day(2)),))
    assert dates.current == "1/4/27"
