"""Periods beside each other of which one explains the other: "Q4 2023/24: Jan 2024 - Mar 2024", "March 2024 (Q4)".

A coarse period and a fine one that lies inside it are one promise, with the fine one's precision. Each takes from the
other the year that it does not name.
"""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.language.timescales.connectives import Link
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Days, Family, Period, Unit
from peerxl.language.timescales.ranges import PeriodGroup
from peerxl.model.fiscal import FiscalYear


@dataclass(frozen=True, slots=True)
class Calendar:
    """The plan's year, where it is known, and the month its years begin in."""

    first_month: int
    plan_year: FiscalYear | None

    def days(self, group: PeriodGroup) -> Days:
        return group.days(self.first_month)

    def year_period(self, start: int) -> Period:
        """A fiscal year as what gives a group its year."""
        return Period(Unit.YEAR, year=start, fiscal=self.first_month != 1)


def may_explain(left: PeriodGroup, right: PeriodGroup) -> bool:
    """Whether one of two neighbours is finer, so that it may explain the other; a calendar year never does."""
    return left.coarseness != right.coarseness and Family.CALENDAR not in {left.family, right.family}


def explain(left: PeriodGroup, right: PeriodGroup, calendar: Calendar) -> Days | None:
    """The days of two neighbours, of which one is finer, as one promise; None where it does not lie in the other."""
    coarse, fine = (left, right) if left.coarseness > right.coarseness else (right, left)
    outer, inner = _both_days(coarse, fine, calendar)
    if outer is None or inner is None or not outer.holds(inner):
        return None
    is_dashed = right is coarse and right.link is Link.DASH and coarse.family is Family.QUARTER
    if is_dashed and inner.last != outer.last:
        raise Unreadable("unclear", "the dash may make a range or explain the month: say which")
    return Days(outer.first, inner.last) if right is fine and right.roles else inner


def _both_days(coarse: PeriodGroup, fine: PeriodGroup, calendar: Calendar) -> tuple[Days | None, Days | None]:
    if fine.has_year:
        inner = calendar.days(fine)
        return _coarse_days(coarse, inner, calendar), inner
    outer = calendar.days(coarse)
    _refuse_two_readings(coarse, outer)
    return outer, _fine_days(fine, outer, calendar)


def _coarse_days(coarse: PeriodGroup, inner: Days, calendar: Calendar) -> Days | None:
    """The days of the coarse group, in the year that the fine one's say where it leaves that open."""
    outer = calendar.days(coarse) if coarse.has_year else None
    is_open = coarse.family is Family.QUARTER and not (coarse.has_year and coarse.periods[0].fiscal)
    is_agreed = not coarse.has_year or coarse.periods[-1].year in {inner.first.year, inner.last.year}
    if is_open and is_agreed and not (outer and outer.holds(inner)):
        start = FiscalYear.containing(inner.first, calendar.first_month).start
        outer = calendar.days(coarse.in_year_of(calendar.year_period(start)))
    return outer


def _refuse_two_readings(coarse: PeriodGroup, outer: Days) -> None:
    """Refuses "Q4 2024 (Jan – Mar)": the year may be the fiscal year's or the months'."""
    last = coarse.periods[-1]
    if coarse.family is Family.QUARTER and not last.fiscal and outer.last.year != last.year:
        raise Unreadable(
            "unclear", f"“{last.year}” may be the year the fiscal year starts in or the year of the months"
        )


def _fine_days(fine: PeriodGroup, outer: Days, calendar: Calendar) -> Days | None:
    """The days of a group without a year in the year that puts it inside: a calendar year, or for "Nov – Feb" two."""
    for year in range(outer.first.year, outer.last.year + 1):
        try:
            days = calendar.days(fine.in_year_of(Period(Unit.CALENDAR, year=year)))
        except Unreadable:
            continue
        if outer.holds(days):
            return days
    start = FiscalYear.containing(outer.first, calendar.first_month).start
    return calendar.days(fine.in_year_of(calendar.year_period(start)))
