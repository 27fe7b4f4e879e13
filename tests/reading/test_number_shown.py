"""Numbers and dates as their cells show them."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.reading.number_shown import is_month_only, show_value

FEBRUARY = date(2024, 2, 1)


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1.1, "0.0", "1.1"),
        (1.1, "0.00", "1.10"),
        (2.0, "0.0", "2.0"),
        (1.1, "0.0#", "1.1"),
        (7, "000", "007"),
        (12, '"R-"000', "R-012"),
        (3, '"AP"0', "AP3"),
        (5, "\\A0", "A5"),
        (104, '0"."00', "1.04"),
        (1234, "#,##0", "1,234"),
        (0.25, "0%", "25%"),
        (12.5, "0.00;[Red]-0.00", "12.50"),
        (0.5, "0.0;@", "0.5"),
        (0.0, "0", "0"),
        (0.0, "#", ""),
        (0.25, "0.0%", "25.0%"),
        (0.25, "0%%", "25%%"),
        (0.5, "%0", "%50"),
        (0.005, "0.00", "0.01"),
        (2.5, "0", "3"),
        (1.25, "0.0??", "1.25"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (1234, '"No "#,##0" of it"', "No 1,234 of it"),
        (12, "0-0-0", "0-1-2"),
        (1234, "0-0-0", "12-3-4"),
        (12, "00.0\\a", "12.0a"),
        (7, '0" (a)"', "7 (a)"),
        (7, "[Blue]0", "7"),
        (7, "_-0_)", "7"),
        (7, "*x0", "7"),
        (7, '?0" m"', "7 m"),
        (7, "#,", "7"),
        (0, "0", "0"),
        (-0.5, "0.0", None),
        (7, "0/0", None),
        (7, "0e+0", None),
        (7, "0x", None),
        (7, '"a"', None),
        (7, "General", None),
        (7, "", None),
        (7, "@", None),
        (-7, "000", None),
        (7, "0.00E+00", None),
        (FEBRUARY, "d-mmm", "1-Feb"),
        (FEBRUARY, "mmm-yy", "Feb-24"),
        (FEBRUARY, "dd/mm/yyyy;@", "01/02/2024"),
        (FEBRUARY, "[$-809]dddd d mmmm yyyy", "Thursday 1 February 2024"),
        (FEBRUARY, "yyyy-mm-dd", "2024-02-01"),
        (FEBRUARY, "YY/M/D", "24/2/1"),
        (FEBRUARY, 'ddd "of" mmm\\.', "Thu of Feb."),
        (FEBRUARY, "[Red]d.m", "1.2"),
        (FEBRUARY, "d\nm ", "1\n2"),
        (FEBRUARY, '"hs" d', "hs 1"),
        (FEBRUARY, "d ss", None),
        (FEBRUARY, "", None),
        (FEBRUARY, "[Red]", None),
        (FEBRUARY, "hh:mm", None),
        (FEBRUARY, "General", None),
    ],
)
def test_a_value_as_its_format_shows_it(value: float | date, number_format: str, shown: str | None) -> None:
    assert show_value(value, number_format) == shown


@pytest.mark.parametrize(
    ("number_format", "is_month"),
    [
        ("mmm-yy", True),
        ("MMM-YY", True),
        ("d mmm yy", False),
        ("mm:ss", False),
        ("yyyy", False),
        ("mm", False),
        ("mmm yy hh", False),
        ('mmm-yy" d"', True),
        ("[h]mmm-yy", True),
        ("mmm\\d-yy", True),
        ("mmm-yy;d", True),
        ("d;mmm-yy", False),
        ("General", False),
    ],
)
def test_a_format_that_shows_no_day(number_format: str, is_month: bool) -> None:
    assert is_month_only(number_format) == is_month
