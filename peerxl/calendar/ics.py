"""The days of a plan as a file that Outlook and other calendars take in, and take in again where a date has moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from peerxl.calendar.year import CalendarDay

if TYPE_CHECKING:
    from icalendar import Event


def calendar_bytes(days: Iterable[CalendarDay], plan: str, plan_id: str, dated: date) -> bytes:
    """An iCalendar file: a whole day for each, free for other things.

    A thing keeps its id whatever day it moves to, so that a calendar moves it too; the same days, plan and date give
    the same bytes.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//peerxl//Action plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", plan)
    for day in days:
        calendar.add_component(event_of(day, plan, plan_id, dated))
    content: bytes = calendar.to_ical()
    return content


def event_of(day: CalendarDay, plan: str, plan_id: str, dated: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{plan_id}-{day.quarter.slug}-{day.kind}@peerxl")
    # The day the plan stands for and not now, so that one plan always gives the same bytes.
    event.add("dtstamp", datetime.combine(dated, time(), UTC))
    event.add("dtstart", day.day)
    # RFC 5545: a whole day ends with the day after, which is no part of it.
    event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", f"{day.what}: {plan}" if plan else day.what)
    event.add("transp", "TRANSPARENT")  # nobody counts as busy
    return event
