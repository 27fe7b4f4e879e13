"""Numbers and dates as their cells show them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.reading.cells.number_shown import HiddenDateError, ShownDate, find_shown_date, show_value

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
        (1234, '"R-"000', "R-1234"),
        (1234, '"R-"000.0', "R-1234.0"),
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


DAY, MONTH, MONTH_NAME, YEAR = ShownDate
OTHER, NO_DATE = (
    "the cell shows the year of another calendar",
    "the cell shows a time or the day of a week, and no date",
)


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("dd/mm/yyyy", DAY),
        ("d mmm yy", DAY),
        ("mmm yy hh", DAY),
        ("d;mmm-yy", DAY),
        ("[$-F800]dddd, mmmm dd, yyyy", DAY),
        ("[$-409]d-mmm", DAY),
        *((f"[$-{calendar:02X}0409]d-mmm", DAY) for calendar in (0, 1, 2, 9, 10, 11, 12)),
        ("[$-x-sysdate]dddd, mmmm dd, yyyy", DAY),
        ("[$-411]yyyy/mm/dd", DAY),
        ("General", DAY),
        ("@", DAY),
        ("", DAY),
        ("mmm-yy", MONTH),
        ("MMM-YY", MONTH),
        ("mmmm\\ yyyy", MONTH),
        ("[$-809]mmmm yyyy;@", MONTH),
        ('"due "mmm yy', MONTH),
        ('mmm-yy" d"', MONTH),
        ("mmm\\d-yy", MONTH),
        ("mmm-yy;d", MONTH),
        ("[Red]mmm-yy", MONTH),
        ("mmmm", MONTH_NAME),
        ("mm", MONTH_NAME),
        ("yyyy", YEAR),
        ('"FY "yy', YEAR),
    ],
)
def test_what_of_a_date_a_format_shows(number_format: str, shown: ShownDate) -> None:
    assert find_shown_date(date(2024, 3, 1), number_format) is shown


@pytest.mark.parametrize(
    ("number_format", "why"),
    [
        ('[$-411]ggge"年"m"月"d"日"', OTHER),
        *((f"[$-{calendar:02X}0409]d-mmm", OTHER) for calendar in (3, 8, 13)),
        ("ge.m.d", OTHER),
        ("dd/mm/bbbb", OTHER),
        ("[$-D07041E]d mmm yyyy", OTHER),
        ("[$-107041E]d mmm yyyy", OTHER),
        ("[$-2060401]dd/mm/yyyy", OTHER),
        ("hh:mm", NO_DATE),
        ("mm:ss", NO_DATE),
        ("dddd", NO_DATE),
        (None, "how the date is shown cannot be read, so that this may be a day or its whole month"),
    ],
)
def test_a_format_that_shows_no_date_of_ours(number_format: str | None, why: str) -> None:
    with pytest.raises(HiddenDateError) as caught:
        find_shown_date(date(2024, 3, 1), number_format)
    assert str(caught.value) == why
    assert show_value(date(2024, 3, 1), number_format or "") is None


def test_a_day_within_a_month_is_no_month_whatever_shows_it() -> None:
    assert find_shown_date(date(2024, 3, 2), None) is DAY


@pytest.mark.parametrize("value", [1e15, 1e26, 1e308, float("inf"), float("nan"), -1.0])
@pytest.mark.parametrize("number_format", ["0.00", "#,##0", "0%"])
def test_numbers_that_are_no_refs_are_not_shown(value: float, number_format: str) -> None:
    assert show_value(value, number_format) is None


@given(st.floats(), st.text(st.sampled_from('ymdhs[]$-0#?.,;"\\@_*/ eEgb%'), max_size=30))
def test_no_format_breaks_the_showing(value: float, number_format: str) -> None:
    for shown in (show_value(value, number_format), show_value(date(2024, 3, 1), number_format)):
        assert shown is None or isinstance(shown, str)
