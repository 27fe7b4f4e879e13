"""A period as the officer named it (a quarter, a month, …), and the days it covers once its year is known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from peerxl.language.timescales.notes import Unreadable
from peerxl.model.fiscal import FiscalYear, month_range

FIRST_YEAR, LAST_YEAR = 1900, 2199  # four digits outside these are no year
WINTER = 12


class Unit(StrEnum):
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "fiscal year"
    CALENDAR = "calendar year"


class Family(StrEnum):
    """Units that make ranges with each other as equals."""

    FINE = "days and months"
    SEASON = "seasons"
    QUARTER = "quarters"
    YEAR = "years"


_FAMILIES = {
    Unit.DAY: Family.FINE,
    Unit.MONTH: Family.FINE,
    Unit.SEASON: Family.SEASON,
    Unit.QUARTER: Family.QUARTER,
    Unit.HALF: Family.QUARTER,
    Unit.YEAR: Family.YEAR,
    Unit.CALENDAR: Family.YEAR,
}


@dataclass(frozen=True, slots=True)
class Term:
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

    @property
    def family(self) -> Family:
        return _FAMILIES[self.unit]

    @property
    def is_label(self) -> bool:
        """Whether it is one fiscal year, which can say the year of something finer."""
        return self.unit is Unit.YEAR and self.last is not None and self.last == (self.year or 0) + 1

    def in_year_of(self, other: Term) -> Term:
        """The same period in the other's year."""
        return replace(self, year=other.year, fiscal=other.fiscal)


class Days(NamedTuple):
    """The first and last day of a period."""

    first: date
    last: date

    def holds(self, other: Days) -> bool:
        return self.first <= other.first and other.last <= self.last


def days_of(term: Term, first_month: int) -> Days:
    """The days a term with a year covers."""
    assert term.year is not None
    if term.unit is Unit.YEAR:
        days = _years(term.year, term.last, first_month)
    elif term.unit is Unit.CALENDAR:
        days = Days(date(term.year, 1, 1), date(term.year, 12, 31))
    elif term.family is Family.QUARTER:
        days = _quarters(term, term.year, first_month)
    elif term.unit is Unit.SEASON:
        days = _season(term, term.year, first_month)
    else:
        days = _fine(term, term.year, first_month)
    if days.first.year <= FIRST_YEAR or days.last.year >= LAST_YEAR:
        raise Unreadable("no-such-date", "the year is not one a plan can mean")
    return days


def _years(start: int, last: int | None, first_month: int) -> Days:
    first = FiscalYear(start, first_month)
    end = FiscalYear((last or start + 1) - (first_month != 1), first_month)
    return Days(first.first_day, end.last_day)


def _quarters(term: Term, year: int, first_month: int) -> Days:
    fiscal = FiscalYear(year, first_month)
    if term.fiscal and first_month == 1:
        raise Unreadable("year-mismatch", "a year that begins in January has one number, not two")
    if term.unit is Unit.HALF:
        return Days(fiscal.quarter(2 * term.number - 1).first_day, fiscal.quarter(2 * term.number).last_day)
    quarter = fiscal.quarter(term.number)
    return Days(quarter.first_day, quarter.last_day)


def _calendar_year(year: int, month: int, first_month: int) -> int:
    """The calendar year of a month of the fiscal year that starts in ``year``."""
    return year if month >= first_month else year + 1


def _fine(term: Term, year: int, first_month: int) -> Days:
    if term.fiscal:
        year = _calendar_year(year, term.number, first_month)
    if term.unit is Unit.MONTH:
        return Days(*month_range(year, term.number))
    day = checked_day(year, term.number, term.day)
    return Days(day, day)


def _season(term: Term, year: int, first_month: int) -> Days:
    if not term.fiscal:
        return _three_months(year, term.number)
    days = _three_months(_calendar_year(year, term.number, first_month), term.number)
    fiscal = FiscalYear(year, first_month)
    if not Days(fiscal.first_day, fiscal.last_day).holds(days):
        raise Unreadable("unclear", "the season lies in two fiscal years: say which calendar year is meant")
    return days


def _three_months(year: int, month: int) -> Days:
    first = date(year, month, 1)
    middle = first + timedelta(days=75)
    return Days(first, month_range(middle.year, middle.month)[1])


def checked_day(year: int, month: int, day: int) -> date:
    """The calendar day, or a refusal where there is none."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and FIRST_YEAR <= year <= LAST_YEAR):
        raise Unreadable("no-such-date", f"there is no day {day}/{month}/{year}")
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable("no-such-date", f"there is no {day} {calendar.month_name[month]} {year}") from None
