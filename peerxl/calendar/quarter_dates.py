"""A quarter's dates, counted back from the committee that hears of it or from the day its papers are due.

Clear days are working days of which neither the day of publication nor that of the meeting counts: so R v Swansea City
Council, ex parte Elitestone Ltd (1993), with weekends and bank holidays left out, as councils' own rules do and as
papers that cannot be inspected on such days must be counted.

| counted back from the meeting        |                                                              |
|--------------------------------------|--------------------------------------------------------------|
| publication                          | the last day with all its clear days between                 |
| papers due                           | what the council says, else the day of publication           |
| reply by                             | ``writing_days`` working days before the papers are due      |
| reminders                            | ``reminder_days`` working days before the day to reply by    |
| ask                                  | ``reply_days`` days before it, or the working day before     |
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from peerxl.calendar.rules import CalendarRules
from peerxl.errors import PeerxlError
from peerxl.model.fiscal import FiscalQuarter


class PapersDayError(PeerxlError):
    """Papers that are due after they must be published."""

    def __init__(self, papers_due: date, publish_by: date, meeting: date) -> None:
        super().__init__(
            f"The papers are due on {papers_due:%d/%m/%Y}, but for a meeting on {meeting:%d/%m/%Y} they must be "
            f"published by {publish_by:%d/%m/%Y}; change one of the two dates on the Settings sheet."
        )


class NoCommitteeError(PeerxlError):
    """Nothing says when the quarter is reported."""

    def __init__(self, quarter: FiscalQuarter) -> None:
        super().__init__(
            f"Nothing says when {quarter} is reported; give the committee's date or the day its papers are due on the "
            "Settings sheet."
        )


@dataclass(frozen=True, slots=True)
class QuarterDates:
    """When a quarter's owners are asked, reminded and to reply by, and when its papers are due, published and heard."""

    quarter: FiscalQuarter
    ask_on: date
    reminders: tuple[date, ...]
    reply_by: date
    papers_due: date
    publish_by: date | None = None
    meeting: date | None = None


def last_day_to_publish(meeting: date, rules: CalendarRules) -> date:
    """The last day papers can be published on for a meeting, so that all the clear days lie between."""
    # One day more than the clear ones: the day of publication is none of them.
    return rules.working_days.shift(meeting, -rules.public_notice - 1)


def count_back(
    quarter: FiscalQuarter, rules: CalendarRules, *, meeting: date | None = None, papers_due: date | None = None
) -> QuarterDates:
    """A quarter's dates; NoCommitteeError where neither date is given, PapersDayError where they contradict."""
    publish_by = last_day_to_publish(meeting, rules) if meeting else None
    due = papers_due or publish_by
    if due is None:
        raise NoCommitteeError(quarter)
    if meeting and publish_by and due > publish_by:
        raise PapersDayError(due, publish_by, meeting)
    days = rules.working_days
    reply_by = days.shift(days.on_or_before(due), -rules.writing_days)
    ask_on = days.on_or_before(reply_by - timedelta(days=rules.reply_days))
    # Where the council gives little time, a reminder may fall before there is anything to remind of.
    reminders = tuple(day for day in reminders_before(reply_by, rules) if day > ask_on)
    return QuarterDates(quarter, ask_on, reminders, reply_by, due, publish_by, meeting)


def reminders_before(reply_by: date, rules: CalendarRules) -> tuple[date, ...]:
    """The days of the reminders before a day to reply by, the earliest first."""
    return tuple(sorted({rules.working_days.shift(reply_by, -number) for number in rules.reminder_days}))
