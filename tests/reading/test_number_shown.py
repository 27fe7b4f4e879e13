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
        (7, "General", None),
        (7, "", None),
        (7, "@", None),
        (-7, "000", None),
        (7, "0.00E+00", None),
        (FEBRUARY, "d-mmm", "1-Feb"),
        (FEBRUARY, "mmm-yy", "Feb-24"),
        (FEBRUARY, "dd/mm/yyyy;@", "01/02/2024"),
        (FEBRUARY, "[$-809]dddd d mmmm yyyy", "Thursday 1 February 2024"),
        (FEBRUARY, "hh:mm", None),
        (FEBRUARY, "General", None),
    ],
)
def test_a_value_as_its_format_shows_it(value: float | date, number_format: str, shown: str | None) -> None:
    assert show_value(value, number_format) == shown


@pytest.mark.parametrize(("number_format", "is_month"), [("mmm-yy", True), ("d mmm yy", False), ("mm:ss", False)])
def test_a_format_that_shows_no_day(number_format: str, is_month: bool) -> None:
    assert is_month_only(number_format) == is_month
