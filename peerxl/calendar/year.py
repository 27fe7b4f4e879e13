"""The days of a year's quarters, in the order they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from peerxl.calendar.quarter_dates import QuarterDates
from peerxl.model.fiscal import FiscalQuarter


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day on which something is to be done or happens; ``kind`` is the same for the same thing each quarter."""

    day: date
    kind: str
    quarter: FiscalQuarter
    what: str


def list_days(quarters: Iterable[QuarterDates]) -> tuple[CalendarDay, ...]:
    """Every day of some quarters, in order."""
    days = [day for dates in quarters for day in days_of(dates)]
    return tuple(sorted(days, key=lambda day: (day.day, day.quarter)))


def list_ends(quarters: Iterable[FiscalQuarter]) -> Iterator[CalendarDay]:
    """The last day of each quarter."""
    for quarter in quarters:
        yield CalendarDay(quarter.last_day, "quarter-ends", quarter, f"{quarter} ends")


def days_of(dates: QuarterDates) -> Iterator[CalendarDay]:
    """The days of a quarter, in the order in which two that fall together are to be done."""
    quarter = dates.quarter
    yield from list_ends((quarter,))
    yield CalendarDay(dates.ask_on, "ask", quarter, f"Ask owners for {quarter}")
    for index, day in enumerate(dates.reminders):
        # Counted from the last, so that each keeps its kind where there is no room for the first.
        kind = f"reminder-{len(dates.reminders) - index}"
        yield CalendarDay(day, kind, quarter, f"Remind owners who have not replied for {quarter}")
    yield CalendarDay(dates.reply_by, "reply-by", quarter, f"Last day for owners to reply for {quarter}")
    yield CalendarDay(dates.papers_due, "papers-due", quarter, f"The paper for {quarter} is due")
    if dates.publish_by:
        yield CalendarDay(dates.publish_by, "publish-by", quarter, f"Last day to publish the paper for {quarter}")
    if dates.meeting:
        yield CalendarDay(dates.meeting, "meeting", quarter, f"The committee hears {quarter}")
