"""The council's calendar: fiscal years and their quarters.

A fiscal year is named by the calendar year it starts in and runs from the first day of its first month
(April unless told otherwise) for twelve months. Every range is inclusive, in what people see and in the code.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache, total_ordering
from typing import TYPE_CHECKING

from peerxl.frozen import Remembering, frozen

if TYPE_CHECKING:
    import pandas as pd

APRIL = 4
ONE_DAY = timedelta(days=1)


class SingleYear(StrEnum):
    """What the one year after a quarter ("Q1 2023") is: the fiscal year that starts in it, or the calendar's own."""

    __hash__ = str.__hash__  # quicker than an enum's own, which is written in Python

    FISCAL = "fiscal"
    CALENDAR = "calendar"


@frozen
class YearConvention:
    """How a plan counts its years: the month they begin in, and what the one year after a quarter is.

    ``single_year`` is None where nothing says what it is: it is then read as fiscal, and that is an assumption.
    """

    first_month: int = APRIL
    single_year: SingleYear | None = None

    @property
    def has_calendar_quarters(self) -> bool:
        """Whether a quarter of a calendar year is another one than the fiscal quarter of its number."""
        return self.single_year is SingleYear.CALENDAR and self.first_month != 1

    def year(self, start: int) -> FiscalYear:
        """The fiscal year that starts in a calendar year."""
        return FiscalYear(start, self.first_month)

    def quarter_of(self, day: date) -> FiscalQuarter:
        """The fiscal quarter a day falls in."""
        return FiscalQuarter.containing(day, self.first_month)


APRIL_YEARS = YearConvention()
"""How most councils count their years."""


def month_range(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a calendar month."""
    # Not by the first of the next January: after December 9999 there is none.
    next_month = date(year, month + 1, 1) if month < 12 else None
    return date(year, month, 1), next_month - ONE_DAY if next_month else date(year, 12, 31)


def _check_year(start: int, first_month: int) -> None:
    if not 1 <= first_month <= 12:
        raise ValueError(f"a year's first month is 1 to 12, not {first_month}")
    # The year that starts in 9999 would end in 10000, which no date can say.
    if not 1 <= start <= 9998:
        raise ValueError(f"a fiscal year starts in a calendar year from 1 to 9998, not {start}")


@total_ordering
@frozen
class FiscalYear:
    """A fiscal year, named by the calendar year it starts in: ``FiscalYear(2022)`` is 2022/23."""

    start: int
    first_month: int = APRIL

    def __post_init__(self) -> None:
        _check_year(self.start, self.first_month)

    @classmethod
    def containing(cls, day: date, first_month: int = APRIL) -> FiscalYear:
        """The fiscal year a day falls in."""
        return cls(day.year if day.month >= first_month else day.year - 1, first_month)

    @property
    def first_day(self) -> date:
        return self.quarter(1).first_day

    @property
    def last_day(self) -> date:
        return self.quarter(4).last_day

    def quarter(self, number: int) -> FiscalQuarter:
        """The year's first to fourth quarter."""
        return _make_quarter(self.start, number, self.first_month)

    @property
    def period_frequency(self) -> str:
        """What pandas calls quarters of such years: by the month that ends them, "Q-MAR" for a start in April."""
        return f"Q-{calendar.month_abbr[(self.first_month - 2) % 12 + 1].upper()}"

    def __add__(self, years: int) -> FiscalYear:
        return FiscalYear(self.start + years, self.first_month)

    def __sub__(self, years: int) -> FiscalYear:
        return self + -years

    def __lt__(self, other: FiscalYear) -> bool:
        return self.first_day < other.first_day

    def __str__(self) -> str:
        if self.first_month == 1:  # a year that is a calendar year has one number
            return str(self.start)
        return f"{self.start}/{(self.start + 1) % 100:02d}"


@total_ordering
@frozen
class FiscalQuarter(Remembering):
    """Three months of a fiscal year: ``FiscalQuarter(2022, 4)`` is Q4 2022/23, 1 January to 31 March 2023.

    ``start_year`` is the calendar year the *fiscal year* starts in, ``number`` is 1 to 4.
    """

    start_year: int
    number: int
    first_month: int = APRIL

    def __post_init__(self) -> None:
        _check_year(self.start_year, self.first_month)
        if not 1 <= self.number <= 4:
            raise ValueError(f"a quarter's number is 1 to 4, not {self.number}")

    @classmethod
    def containing(cls, day: date, first_month: int = APRIL) -> FiscalQuarter:
        """The fiscal quarter a day falls in."""
        return _find_quarter(day.year, day.month, first_month)

    @property
    def year(self) -> FiscalYear:
        return FiscalYear(self.start_year, self.first_month)

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """The quarter's three months, each as (calendar year, month)."""
        return self._find_month(0), self._find_month(1), self._find_month(2)

    def _find_month(self, offset: int) -> tuple[int, int]:
        years, month = divmod(self.first_month + 3 * self.number - 4 + offset, 12)
        return self.start_year + years, month + 1

    @property
    def first_day(self) -> date:
        return date(*self._find_month(0), 1)

    @property
    def last_day(self) -> date:
        return month_range(*self._find_month(2))[1]

    @property
    def in_words(self) -> str:
        """The quarter's months in full: "October to December 2023"."""
        (first_year, first), (last_year, last) = self.months[0], self.months[-1]
        years = (f" {first_year}" if first_year != last_year else "", f" {last_year}")
        return f"{calendar.month_name[first]}{years[0]} to {calendar.month_name[last]}{years[1]}"

    @property
    def slug(self) -> str:
        """The form used in file names: "2022-23-Q4"."""
        return f"{str(self.year).replace('/', '-')}-Q{self.number}"

    def to_period(self) -> pd.Period:
        """The quarter as pandas has it, which names a fiscal year by the calendar year it *ends* in."""
        import pandas as pd

        # pandas names a year by its end: Q4 2022/23 is 2023Q4 at the frequency Q-MAR.
        return pd.Period(year=self.year.last_day.year, quarter=self.number, freq=self.year.period_frequency)

    def __add__(self, quarters: int) -> FiscalQuarter:
        years, index = divmod(self.number - 1 + quarters, 4)
        return _make_quarter(self.start_year + years, index + 1, self.first_month)

    def __sub__(self, quarters: int) -> FiscalQuarter:
        return self + -quarters

    # Every update of a plan is compared with a quarter a dozen times.
    @cached_property
    def _order(self) -> int:
        """The quarter's first month, in months since the first year."""
        return 12 * self.start_year + self.first_month + 3 * self.number

    def __lt__(self, other: FiscalQuarter) -> bool:
        return self._order < other._order

    # Not left to ``total_ordering``, whose own takes four times as long: every update is asked.
    def __le__(self, other: FiscalQuarter) -> bool:
        return self._order <= other._order

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        return _name_quarter(self.start_year, self.number, self.first_month)


# A plan has few quarters, and each is compared with itself over and over: the same one is known at once.
@lru_cache(maxsize=1024)
def _make_quarter(start_year: int, number: int, first_month: int) -> FiscalQuarter:
    return FiscalQuarter(start_year, number, first_month)


# A plan has few quarters, and says them in every finding of one that is late.
@lru_cache(maxsize=1024)
def _name_quarter(start_year: int, number: int, first_month: int) -> str:
    return f"Q{number} {FiscalYear(start_year, first_month)}"


# Asked for twice for each milestone, and plans have few different months.
@lru_cache(maxsize=4096)
def _find_quarter(year: int, month: int, first_month: int) -> FiscalQuarter:
    start, months = divmod(12 * year + month - first_month, 12)
    return _make_quarter(start, months // 3 + 1, first_month)
