"""Periods beside each other of which one explains the other: "Q4 2023/24: Jan 2024 - Mar 2024", "March 2024 (Q4)".

A coarse period and a fine one that lies inside it are one promise, with the fine one's precision. In brackets or
after a colon the fine one must lie inside; elsewhere the two are otherwise a range, or nothing that can be read.
"""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.language.timescales.gaps import Link
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.runs import Run, in_year, run_days
from peerxl.language.timescales.terms import Days, Family, Term, Unit
from peerxl.model.fiscal import FiscalYear

EXPLAINING = frozenset((Link.IMPLIED, Link.DASH, Link.COMMA, Link.SLASH, Link.BRACKET, Link.COLON))
BINDING = frozenset((Link.BRACKET, Link.COLON))
_COARSENESS = {
    Unit.DAY: 0,
    Unit.MONTH: 1,
    Unit.SEASON: 2,
    Unit.QUARTER: 3,
    Unit.HALF: 4,
    Unit.YEAR: 5,
    Unit.CALENDAR: 6,
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The plan's year, where it is known, and the month its years begin in."""

    first_month: int
    plan_year: FiscalYear | None

    def days(self, run: Run) -> Days:
        return run_days(run, self.first_month)

    def year_term(self, start: int) -> Term:
        """A fiscal year as what gives a run its year."""
        return Term(Unit.YEAR, year=start, fiscal=self.first_month != 1)


def coarseness(run: Run) -> int:
    return max(_COARSENESS[term.unit] for term in run.terms)


def are_one(left: Run, right: Run) -> bool:
    """Whether two neighbours may be a period and what explains it."""
    if right.link not in EXPLAINING or Unit.CALENDAR in {left.terms[0].unit, right.terms[0].unit}:
        return False
    return coarseness(left) != coarseness(right)


def explained(left: Run, right: Run, calendar: Calendar) -> Days | None:
    """The days of two neighbours as one promise, None where the finer does not lie in the coarser."""
    coarse, fine = (left, right) if coarseness(left) > coarseness(right) else (right, left)
    pair = _placed(coarse, fine, calendar)
    if pair is None or not pair[0].holds(pair[1]):
        return None
    outer, inner = pair
    if right is coarse and right.link is Link.DASH and coarse.family is Family.QUARTER and inner.last != outer.last:
        raise Unreadable("unclear", "the dash may make a range or explain the month: say which")
    return Days(outer.first, inner.last) if right is fine and right.roles else inner


def _placed(coarse: Run, fine: Run, calendar: Calendar) -> tuple[Days, Days] | None:
    """The days of both, each taking from the other the year it does not name."""
    if fine.has_year:
        return _holder(coarse, calendar.days(fine), calendar)
    _refuse_two_readings(coarse, calendar)
    outer = calendar.days(coarse)
    inner = _within(fine, outer, calendar)
    return (outer, inner) if inner else None


def _holder(coarse: Run, inner: Days, calendar: Calendar) -> tuple[Days, Days] | None:
    """The coarse run in the year that the fine one's days say, where it leaves that open."""
    outer = calendar.days(coarse) if coarse.has_year else None
    is_open = coarse.family is Family.QUARTER and not (coarse.has_year and coarse.terms[0].fiscal)
    if is_open and not (outer and outer.holds(inner)) and _agrees(coarse, inner):
        start = FiscalYear.containing(inner.first, calendar.first_month).start
        outer = calendar.days(in_year(coarse, calendar.year_term(start)))
    return (outer, inner) if outer else None


def _agrees(coarse: Run, inner: Days) -> bool:
    """Whether the single year after a quarter is the year the months beside it fall in."""
    return not coarse.has_year or coarse.terms[-1].year in {inner.first.year, inner.last.year}


def _refuse_two_readings(coarse: Run, calendar: Calendar) -> None:
    """Refuses "Q4 2024 (Jan – Mar)": the year may be the fiscal year's or the months'."""
    last = coarse.terms[-1]
    outer = calendar.days(coarse)
    if coarse.family is Family.QUARTER and not last.fiscal and outer.last.year != last.year:
        raise Unreadable(
            "unclear", f"“{last.year}” may be the year the fiscal year starts in or the year of the months"
        )


def _within(fine: Run, outer: Days, calendar: Calendar) -> Days | None:
    """The days of a run without a year in the calendar year that puts it inside."""
    for year in range(outer.first.year, outer.last.year + 1):
        days = _try(fine, year, calendar)
        if days and outer.holds(days):
            return days
    return _across(fine, outer, calendar)


def _across(fine: Run, outer: Days, calendar: Calendar) -> Days | None:
    """The days of a run that crosses into the next calendar year: "2023/24 (Nov – Feb)"."""
    year = FiscalYear.containing(outer.first, calendar.first_month)
    days = calendar.days(in_year(fine, calendar.year_term(year.start)))
    return days if outer.holds(days) else None


def _try(fine: Run, year: int, calendar: Calendar) -> Days | None:
    try:
        return calendar.days(in_year(fine, Term(Unit.CALENDAR, year=year)))
    except Unreadable:
        return None
