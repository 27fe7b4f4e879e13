"""Which number formats show a day, which a time."""

from __future__ import annotations

import pytest

from peerxl.excel.patch.parts.number_formats import shows_day, shows_time


@pytest.mark.parametrize(
    ("code", "has_day", "has_time"),
    [
        ("General", False, False),
        ("0.00", False, False),
        ("@", False, False),
        ("", False, False),
        ("#,##0;[Red]-#,##0", False, False),
        ("dd/mm/yyyy", True, False),
        ("D MMMM YYYY", True, False),
        ("[$-809]dd mmmm yyyy;@", True, False),
        ("mmm-yy", True, False),
        ("mmmm", True, False),
        ("yyyy", True, False),
        ("d", True, False),
        ('"due "d mmm', True, False),
        ("dd/mm/yyyy hh:mm", True, True),
        ("m/d/yy h:mm AM/PM", True, True),
        ("hh:mm", False, True),
        ("mm:ss", False, True),
        ("h", False, True),
        ("ss.0", False, True),
        ("[h]:mm", False, True),
        ("[MM]", False, True),
        ("[ss]", False, True),
        ("[Red]0", False, False),
        ("[h", False, True),
        ('"days"', False, False),
        ('0" months"', False, False),
        ("0\\d", False, False),
        ("0_d", False, False),
        ("*y0", False, False),
        ("0;dd", False, False),
        ("dd;0", True, False),
    ],
)
def test_formats_by_their_codes(code: str, has_day: bool, has_time: bool) -> None:
    assert (shows_day(200, code), shows_time(200, code)) == (has_day, has_time)


def test_formats_that_are_built_in() -> None:
    """By their numbers; those of East Asia are days but for a few that are times."""
    days = {14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}
    times = {18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56}
    assert {number for number in range(400) if shows_day(number, None)} == days
    assert {number for number in range(400) if shows_time(number, None)} == times


def test_a_code_of_the_workbooks_own_weighs_more_than_a_number_that_is_built_in() -> None:
    assert (shows_day(14, "0.00"), shows_time(18, "0.00"), shows_day(1, "d")) == (False, False, True)
