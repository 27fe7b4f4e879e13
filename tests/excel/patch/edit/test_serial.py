"""The numbers that stand for days and times, in both of a workbook's calendars."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.excel.patch.edit.serial import make_serial, read_serial


@pytest.mark.parametrize(
    ("day", "number", "number_from_1904"),
    [
        (date(1900, 3, 1), "61", None),
        (date(1903, 12, 31), "1461", None),
        (date(1904, 1, 1), "1462", "0"),
        (date(2024, 2, 29), "45351", "43889"),
        (date(2024, 3, 31), "45382", "43920"),
        (date(9999, 12, 31), "2958465", "2957003"),
        (datetime(2024, 3, 31), "45382", "43920"),
        (datetime(2024, 3, 31, 12), "45382.5", "43920.5"),
        (datetime(2024, 3, 31, 6, 0, 0), "45382.25", "43920.25"),
        (datetime(2024, 3, 31, 14, 30), "45382.604166666664", "43920.604166666664"),
    ],
)
def test_a_days_number(day: date, number: str, number_from_1904: str | None) -> None:
    assert make_serial(day, is_1904=False) == number
    moment = day.date() if isinstance(day, datetime) and "." not in number else day
    assert read_serial(float(number), is_1904=False) == moment
    if number_from_1904 is not None:
        assert make_serial(day, is_1904=True) == number_from_1904
        assert read_serial(float(number_from_1904), is_1904=True) == moment


@pytest.mark.parametrize(
    ("day", "is_1904", "why"),
    [
        (date(1900, 2, 28), False, "the workbook's days begin on 01/03/1900"),
        (date(1903, 12, 31), True, "the workbook's days begin on 01/01/1904"),
    ],
)
def test_days_that_have_no_number(day: date, is_1904: bool, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        make_serial(day, is_1904)


@pytest.mark.parametrize(
    ("number", "is_1904"),
    [
        (60.999, False),
        (59, False),
        (0, False),
        (-1, True),
        (-0.5, True),
        (2_958_466, False),
        (1e300, False),
        (-1e300, True),
    ],
)
def test_numbers_that_are_no_day(number: float, is_1904: bool) -> None:
    """Programs differ on days before March 1900, of which Excel has one too many."""
    assert read_serial(number, is_1904) is None


@given(st.datetimes(datetime(1904, 1, 1), datetime(9999, 12, 31, 23, 59, 59)), st.booleans())
def test_a_moments_number_is_read_as_the_moment(moment: datetime, is_1904: bool) -> None:
    """To the millisecond, which is as near as Excel comes."""
    read = read_serial(float(make_serial(moment, is_1904)), is_1904)
    assert read is not None
    as_moment = read if isinstance(read, datetime) else datetime.combine(read, datetime.min.time())
    assert abs(as_moment - moment) <= timedelta(milliseconds=1)
