"""A period as the officer named it (a quarter, a month, …), and the days it covers once its year is known."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from peerxl.frozen import frozen
from peerxl.language.timescales.notes import Unreadable
from peerxl.model.fiscal import FiscalYear, YearConvention, month_range

FIRST_YEAR, LAST_YEAR = 1900, 2199  # four digits outside these are no year
WINTER = 12
LEAP_YEAR = 2000  # any day that some year has, this one has


class Family(Enum):
    """Units that make lists and ranges with each other as equals."""

    __hash__ = object.__hash__  # quicker than an enum's own, which is written in Python

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    CALENDAR = "calendar year"


class Unit(Enum):
    """What a period is; its family, and how coarse it is beside others."""

    __hash__ = object.__hash__  # quicker than an enum's own, which is written in Python

    DAY = Family.DAY, 0
    MONTH = Family.MONTH, 1
    SEASON = Family.SEASON, 2
    QUARTER = Family.QUARTER, 3
    HALF = Family.QUARTER, 4
    YEAR = Family.YEAR, 5
    CALENDAR = Family.CALENDAR, 6

    def __init__(self, family: Family, coarseness: int) -> None:
        self.family = family
        self.coarseness = coarseness


class Period(NamedTuple):
    """One named period.

    ``number`` is its month, quarter or half (a season's is its first month). ``year`` is the calendar year, or the
    one its fiscal year starts in where ``fiscal``; ``last`` is the calendar year in which a span of years ends.
    """

    unit: Unit
    number: int = 0
    day: int = 0
    year: int | None = None
    fiscal: bool = False
    last: int | None = None
    is_short: bool = False  # its year is written with two digits
    weekday: int | None = None
    is_part: bool = False  # only a part of it is meant: "early", "mid"
    is_latest: bool = False  # what follows it says that it is only a limit: "at the latest"
    is_said: bool = False  # of years: said to be a range ("2019 to 2022"), or the calendar's ("calendar year 2024")

    @property
    def family(self) -> Family:
        return self.unit.family

    @property
    def is_label(self) -> bool:
        """Whether it is one fiscal year, which can say the year of something finer."""
        return self.year is not None and self.last == self.year + 1

    @property
    def is_span(self) -> bool:
        """Whether it is several fiscal years written as one: "2023-2027"."""
        return self.unit is Unit.YEAR and self.year is not None and not self.is_label

    @property
    def takes_year(self) -> bool:
        """Whether it needs a year that something else says."""
        return self.year is None and self.unit is not Unit.YEAR

    def put_in_year(self, other: Period) -> Period:
        """The same period in the other's year."""
        return self._replace(year=other.year, fiscal=other.fiscal)


@frozen
class Calendar:
    """How the plan counts its years, and its own year where that is known; what is read by one is remembered for it."""

    __eq__ = object.__eq__  # each is one of its own
    __hash__ = object.__hash__

    years: YearConvention
    plan_year: FiscalYear | None = None

    @property
    def first_month(self) -> int:
        return self.years.first_month

    @property
    def assumes_fiscal(self) -> bool:
        """Whether the one year after a quarter is taken for the one that its fiscal year starts in, unasked."""
        return self.first_month != 1 and self.years.single_year is None

    def make_year(self, start: int) -> Period:
        """A fiscal year as what gives other periods their year."""
        return Period(Unit.YEAR, year=start, fiscal=self.first_month != 1)


class Days(NamedTuple):
    """The first and the last day of a period."""

    first: date
    last: date

    def holds(self, other: Days) -> bool:
        return self.first <= other.first and other.last <= self.last


def find_days(period: Period, calendar: Calendar) -> Days:
    """The days that a period with a year covers."""
    assert period.year is not None
    days = FINDERS[period.unit](period, period.year, calendar)
    if days.first.year <= FIRST_YEAR or days.last.year >= LAST_YEAR:
        raise Unreadable("no-such-date", "the year is not one a plan can mean")
    return days


def _find_fiscal_years(period: Period, start: int, calendar: Calendar) -> Days:
    first_month = calendar.first_month
    end = (period.last or start + 1) - (0 if first_month == 1 else 1)
    return Days(FiscalYear(start, first_month).first_day, FiscalYear(end, first_month).last_day)


def _find_quarters(period: Period, year: int, calendar: Calendar) -> Days:
    if period.fiscal and calendar.first_month == 1:
        raise Unreadable("year-mismatch", "a year that begins in January has one number, not two")
    is_calendar = not period.fiscal and calendar.years.has_calendar_quarters
    fiscal = FiscalYear(year, 1 if is_calendar else calendar.first_month)
    first, last = (period.number, period.number)
    if period.unit is Unit.HALF:
        first, last = 2 * period.number - 1, 2 * period.number
    return Days(fiscal.quarter(first).first_day, fiscal.quarter(last).last_day)


def _find_calendar_year(period: Period, year: int, calendar: Calendar) -> int:
    """The calendar year of a month, season or day, which may be given as the one its fiscal year starts in."""
    return year + 1 if period.fiscal and period.number < calendar.first_month else year


def _find_month(period: Period, year: int, calendar: Calendar) -> Days:
    return Days(*month_range(_find_calendar_year(period, year, calendar), period.number))


def _find_day(period: Period, year: int, calendar: Calendar) -> Days:
    day = check_day(_find_calendar_year(period, year, calendar), period.number, period.day)
    return Days(day, day)


def _find_season(period: Period, year: int, calendar: Calendar) -> Days:
    """The season's three months, whatever month the fiscal year begins in."""
    start = date(_find_calendar_year(period, year, calendar), period.number, 1)
    last_month = (start.month + 1) % 12 + 1
    days = Days(start, month_range(start.year if last_month > start.month else start.year + 1, last_month)[1])
    if period.fiscal:
        fiscal = FiscalYear(year, calendar.first_month)
        if not (fiscal.first_day <= days.first and days.last <= fiscal.last_day):
            raise Unreadable("unclear", "the season lies in two fiscal years: say which calendar year is meant")
    return days


def _find_whole_year(period: Period, year: int, calendar: Calendar) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


FINDERS: Mapping[Unit, Callable[[Period, int, Calendar], Days]] = {
    Unit.DAY: _find_day,
    Unit.MONTH: _find_month,
    Unit.SEASON: _find_season,
    Unit.QUARTER: _find_quarters,
    Unit.HALF: _find_quarters,
    Unit.YEAR: _find_fiscal_years,
    Unit.CALENDAR: _find_whole_year,
}


def check_day(year: int | None, month: int, day: int) -> date:
    """The calendar day, or a refusal where there is none; where the year is not known, where no year has it."""
    known = LEAP_YEAR if year is None else year
    if not (1 <= month <= 12 and 1 <= day <= 31 and FIRST_YEAR <= known <= LAST_YEAR):
        written = "" if year is None else f"/{year}"
        raise Unreadable("no-such-date", f"there is no day {day}/{month}{written}")
    try:
        return date(known, month, day)
    except ValueError:
        written = "" if year is None else f" {year}"
        raise Unreadable("no-such-date", f"there is no {day} {calendar.month_name[month]}{written}") from None


def is_year(figure: str) -> bool:
    """Whether a number is a year that a plan could mean."""
    return len(figure) == 4 and FIRST_YEAR <= int(figure) <= LAST_YEAR


def doubt_year(words: str, figure: str) -> str:
    """Why one year does not name a financial one: "“fy24” may be 2023/24 or 2024/25, so write both years"."""
    if len(figure) not in (2, 4):
        return f"“{words}” does not say which two years it spans"
    year = read_full_year(figure)
    first, second = (f"{start}/{(start + 1) % 100:02}" for start in (year - 1, year))
    return f"“{words}” may be {first} or {second}, so write both years"


def read_full_year(figure: str) -> int:
    """The year a two- or four-digit figure names: two digits are 2000 to 2099."""
    return int(figure) + (2000 if len(figure) == 2 else 0)
