"""What is assumed in reading a group of periods by itself, as the codes of its notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peerxl.language.timescales.connectives import Joint
from peerxl.language.timescales.period import Calendar, Family, Period, Unit
from peerxl.language.timescales.ranges import PeriodGroup

WITHIN_SEASONS = frozenset((Unit.DAY, Unit.MONTH))


def list_notes(group: PeriodGroup, calendar: Calendar) -> tuple[str, ...]:
    """What was assumed in reading the group alone."""
    notes = [code for period in group.periods for code in _note_period(period, group, calendar)]
    if group.links and Joint.NOTHING in group.links:
        notes.append("implied-range")
    if group.is_assumed:
        notes.append("year-assumed")
    return tuple(dict.fromkeys(notes)) if notes else ()


def _note_period(period: Period, group: PeriodGroup, calendar: Calendar) -> Iterator[str]:
    """What was assumed in reading one period of a group."""
    unit, is_assumed = period.unit, group.is_assumed
    if unit in WITHIN_SEASONS:
        if period.is_short and unit is Unit.DAY:
            yield "two-digit-date"
        if period.fiscal and not is_assumed:
            yield "month-in-year-label"
        if period.weekday is not None and _is_other_weekday(period):
            yield "weekday-mismatch"
    elif unit is Unit.SEASON:
        yield "season-assumed"
    elif unit is Unit.YEAR and period.is_span and not is_assumed:
        yield "year-span-assumed"
    elif unit.family is Family.QUARTER and not period.fiscal and calendar.assumes_fiscal:
        yield "single-year-quarter"
    if period.is_part:
        yield "part-of-period"


def _is_other_weekday(period: Period) -> bool:
    """Whether a day does not fall on the day of the week that is written before it."""
    if period.fiscal or period.year is None:
        return False
    return date(period.year, period.number, period.day).weekday() != period.weekday
