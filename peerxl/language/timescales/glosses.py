"""Periods beside each other of which one explains the other: "Q4 2023/24: Jan 2024 - Mar 2024", "March 2024 (Q4)".

A coarse period and a fine one that lies inside it are one promise, with the fine one's precision. Each takes from the
other the year that it does not name.
"""

from __future__ import annotations

from peerxl.language.timescales.connectives import Joint
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Calendar, Days, Family, Period, Unit
from peerxl.language.timescales.ranges import PeriodGroup
from peerxl.model.fiscal import FiscalYear


def may_explain(left: PeriodGroup, right: PeriodGroup) -> bool:
    """Whether one of two neighbours is finer, so that it may explain the other; a calendar year never does."""
    return left.coarseness != right.coarseness and Family.CALENDAR not in {left.family, right.family}


def explain(left: PeriodGroup, right: PeriodGroup, calendar: Calendar) -> Days | None:
    """The days of two neighbours, of which one is finer, as one promise; None where it does not lie in the other."""
    coarse, fine = (left, right) if left.coarseness > right.coarseness else (right, left)
    outer, inner = _find_both(coarse, fine, calendar)
    if outer is None or inner is None or not outer.holds(inner):
        return None
    is_dashed = right is coarse and right.link is Joint.DASH and coarse.family is Family.QUARTER
    if is_dashed and inner.last != outer.last:
        raise Unreadable("unclear", "the dash may make a range or explain the month: say which")
    return Days(outer.first, inner.last) if right is fine and right.roles else inner


def _find_both(coarse: PeriodGroup, fine: PeriodGroup, calendar: Calendar) -> tuple[Days | None, Days | None]:
    if fine.has_year:
        inner = fine.find_days(calendar)
        return _find_coarse(coarse, inner, calendar), inner
    outer = coarse.find_days(calendar)
    _refuse_two_readings(coarse, outer)
    return outer, _find_fine(fine, outer, calendar)


def _find_coarse(coarse: PeriodGroup, inner: Days, calendar: Calendar) -> Days | None:
    """The days of the coarse group, in the year that the fine one's say where it leaves that open."""
    outer = coarse.find_days(calendar) if coarse.has_year else None
    is_open = coarse.family is Family.QUARTER and not (coarse.has_year and coarse.periods[0].fiscal)
    is_agreed = not coarse.has_year or coarse.periods[-1].year in {inner.first.year, inner.last.year}
    if is_open and is_agreed and not (outer and outer.holds(inner)):
        start = FiscalYear.containing(inner.first, calendar.first_month).start
        outer = coarse.put_in_year(calendar.period_of_year(start)).find_days(calendar)
    return outer


def _refuse_two_readings(coarse: PeriodGroup, outer: Days) -> None:
    """Refuses "Q4 2024 (Jan – Mar)": the year may be the fiscal year's or the months'."""
    last = coarse.periods[-1]
    if coarse.family is Family.QUARTER and not last.fiscal and outer.last.year != last.year:
        raise Unreadable(
            "unclear", f"“{last.year}” may be the year the fiscal year starts in or the year of the months"
        )


def _find_fine(fine: PeriodGroup, outer: Days, calendar: Calendar) -> Days | None:
    """The days of a group without a year in the year that puts it inside: a calendar year, or for "Nov – Feb" two."""
    for year in range(outer.first.year, outer.last.year + 1):
        try:
            days = fine.put_in_year(Period(Unit.CALENDAR, year=year)).find_days(calendar)
        except Unreadable:
            continue
        if outer.holds(days):
            return days
    start = FiscalYear.containing(outer.first, calendar.first_month).start
    return fine.put_in_year(calendar.period_of_year(start)).find_days(calendar)
