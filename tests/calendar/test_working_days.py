"""Working days: Monday to Friday, without each nation's bank holidays and the days the council is closed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.calendar.working_days import Nation, WorkingDays

ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = map(WorkingDays, Nation)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))

CLOSED = [
    (date(2026, 11, 26), "", "", ""),
    (date(2026, 11, 28), "a Saturday", "a Saturday", "a Saturday"),
    (date(2026, 11, 29), "a Sunday", "a Sunday", "a Sunday"),
    (date(2026, 11, 30), "", "Saint Andrew's Day", ""),
    (date(2026, 12, 24), "", "", ""),
    (date(2026, 12, 25), "Christmas Day", "Christmas Day", "Christmas Day"),
    (date(2026, 12, 28), "Boxing Day (observed)", "Boxing Day (observed)", "Boxing Day (observed)"),
    (date(2027, 1, 4), "", "New Year Holiday (observed)", ""),
    (date(2027, 3, 17), "", "", "Saint Patrick's Day"),
    (date(2027, 3, 26), "Good Friday", "Good Friday", "Good Friday"),
    (date(2027, 3, 29), "Easter Monday", "", "Easter Monday"),
    (date(2027, 7, 12), "", "", "Battle of the Boyne"),
    (date(2027, 8, 2), "", "Summer Bank Holiday", ""),
    (date(2027, 8, 30), "Late Summer Bank Holiday", "", "Late Summer Bank Holiday"),
]


@pytest.mark.parametrize(("day", "england", "scotland", "northern_ireland"), CLOSED)
def test_why_nobody_works(day: date, england: str, scotland: str, northern_ireland: str) -> None:
    every = (ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND)
    assert [days.why_closed(day) for days in every] == [england, england, scotland, northern_ireland]
    assert [day in days for days in every] == [not england, not england, not scotland, not northern_ireland]


SHIFTS = [
    (date(2026, 11, 26), 0, date(2026, 11, 26)),
    (date(2026, 11, 26), 1, date(2026, 11, 27)),
    (date(2026, 11, 26), 2, date(2026, 11, 30)),
    (date(2026, 11, 28), 1, date(2026, 11, 30)),
    (date(2026, 11, 28), -1, date(2026, 11, 27)),
    (date(2026, 12, 24), 1, date(2026, 12, 29)),
    (date(2026, 12, 29), -1, date(2026, 12, 24)),
    (date(2026, 12, 31), 5, date(2027, 1, 8)),
]


@pytest.mark.parametrize(("day", "number", "shifted"), SHIFTS)
def test_shifts(day: date, number: int, shifted: date) -> None:
    assert ENGLAND.shift(day, number) == shifted


def test_the_council_s_own_days_are_closed_too() -> None:
    days = WorkingDays(Nation.ENGLAND, frozenset({date(2026, 12, 29), date(2026, 12, 25)}))
    assert days.why_closed(date(2026, 12, 29)) == "a day the council is closed"
    assert days.why_closed(date(2026, 12, 25)) == "Christmas Day"
    assert days.shift(date(2026, 12, 24), 1) == date(2026, 12, 30)
    assert date(2026, 12, 29) in ENGLAND


@given(DAYS, st.sampled_from(Nation))
def test_the_nearest_working_day(day: date, nation: Nation) -> None:
    days = WorkingDays(nation)
    after, before = days.on_or_after(day), days.on_or_before(day)
    assert before <= day <= after
    assert after in days
    assert before in days
    assert (day in days) == (before == after)


@given(DAYS, st.integers(1, 30))
def test_so_many_working_days_on_there_is_one_less_between(day: date, number: int) -> None:
    assert ENGLAND.count_between(day, ENGLAND.shift(day, number)) == number - 1
    assert ENGLAND.count_between(ENGLAND.shift(day, -number), day) == number - 1


@pytest.mark.parametrize("days", [0, 1])
def test_between_neighbours_there_is_nothing(days: int) -> None:
    assert ENGLAND.count_between(date(2026, 11, 26), date(2026, 11, 26 + days)) == 0
