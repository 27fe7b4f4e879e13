"""The calendar: where years and quarters begin, end, follow each other and how they print."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.model.fiscal import FiscalQuarter, FiscalYear

QUARTERS = st.builds(FiscalQuarter, st.integers(1900, 2100), st.integers(1, 4), st.integers(1, 12))


@pytest.mark.parametrize(
    ("quarter", "text", "first", "last", "words", "slug"),
    [
        (FiscalQuarter(2022, 4), "Q4 2022/23", date(2023, 1, 1), date(2023, 3, 31), "January to March 2023", "2022-23-Q4"),
        (FiscalQuarter(2023, 1), "Q1 2023/24", date(2023, 4, 1), date(2023, 6, 30), "April to June 2023", "2023-24-Q1"),
        (FiscalQuarter(1999, 3), "Q3 1999/00", date(1999, 10, 1), date(1999, 12, 31), "October to December 1999", "1999-00-Q3"),
        (FiscalQuarter(2023, 4, 1), "Q4 2023", date(2023, 10, 1), date(2023, 12, 31), "October to December 2023", "2023-Q4"),
        (FiscalQuarter(2023, 1, 11), "Q1 2023/24", date(2023, 11, 1), date(2024, 1, 31), "November 2023 to January 2024", "2023-24-Q1"),
    ],
)  # fmt: skip
def test_quarter(quarter: FiscalQuarter, text: str, first: date, last: date, words: str, slug: str) -> None:
    assert (str(quarter), quarter.first_day, quarter.last_day) == (text, first, last)
    assert (quarter.in_words, quarter.slug) == (words, slug)


def test_year() -> None:
    year = FiscalYear(2023)
    assert (str(year), year.first_day, year.last_day) == ("2023/24", date(2023, 4, 1), date(2024, 3, 31))
    assert (year + 1, year - 1) == (FiscalYear(2024), FiscalYear(2022))
    assert FiscalYear(2022) < year
    assert FiscalYear.containing(date(2024, 3, 31)) == year
    assert FiscalYear.containing(date(2024, 4, 1)) == year + 1


@given(QUARTERS, st.integers(-40, 40))
def test_quarters_follow_each_other_without_gap_or_overlap(quarter: FiscalQuarter, steps: int) -> None:
    following = quarter + 1
    assert (following.first_day - quarter.last_day).days == 1
    assert quarter < following
    assert (quarter + steps) - steps == quarter


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(1, 12))
def test_every_day_lies_in_the_quarter_that_contains_it(day: date, first_month: int) -> None:
    quarter = FiscalQuarter.containing(day, first_month)
    assert day in quarter
    assert day not in quarter + 1
    assert quarter.year == FiscalYear.containing(day, first_month)


@pytest.mark.parametrize("number", [0, 5, -1])
def test_there_is_no_other_quarter(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 4"):
        FiscalQuarter(2023, number)
