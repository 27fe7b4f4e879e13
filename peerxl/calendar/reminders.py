"""When somebody who was asked has to reply by, and when they are reminded next."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from peerxl.calendar.quarter_dates import QuarterDates, reminders_before
from peerxl.calendar.rules import CalendarRules


def reply_day(asked_on: date, rules: CalendarRules, dates: QuarterDates | None = None) -> date:
    """The day to reply by of whoever is asked on a day: the quarter's, where that leaves the notice anybody gets.

    Where nothing says when the quarter is reported it is ``reply_days`` on, or the working day after.
    """
    if dates is None:
        return rules.working_days.on_or_after(asked_on + timedelta(days=rules.reply_days))
    return max(dates.reply_by, rules.working_days.shift(asked_on, rules.notice_days))


def next_reminder(reply_by: date, after: date, rules: CalendarRules) -> date:
    """The first day after another on which somebody who has not replied is reminded, always a working day."""
    before = (day for day in reminders_before(reply_by, rules) if after < day < reply_by)
    return next(before, None) or next_repeat(reply_by, after, rules)


def next_repeat(reply_by: date, after: date, rules: CalendarRules) -> date:
    """The first such day once the day to reply by has passed; one that is no working day moves to the next."""
    from dateutil.rrule import DAILY, rrule

    first = datetime.combine(reply_by, time()) + timedelta(days=rules.repeat_days)
    repeats = rrule(DAILY, interval=rules.repeat_days, dtstart=first)
    # From the repeat before, which a bank holiday may have moved past this day.
    last = repeats.before(datetime.combine(after, time()), inc=True) or first
    days = (rules.working_days.on_or_after(each.date()) for each in repeats.xafter(last, inc=True))
    return next(day for day in days if day > after)
