"""The council's days as its Settings sheet says them: the rules that days are counted by, and each quarter's dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from peerxl.calendar.quarter_dates import QuarterDates, count_back
from peerxl.calendar.rules import CalendarRules
from peerxl.calendar.working_days import Nation
from peerxl.errors import PeerxlError
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.settings import Settings


class CalendarSettingsError(PeerxlError):
    """Numbers of days on the Settings sheet that contradict one another."""

    def __init__(self, source: str, why: str) -> None:
        super().__init__(f"{source}!Settings: {why}; change the days there.")


def rules_of(settings: Settings, source: str) -> CalendarRules:
    """The rules that a council's days are counted by; CalendarSettingsError where they contradict one another."""
    timing = asdict(settings.timing)
    own = {name: timing[name] for name in NUMBERS if timing[name] is not None}
    try:
        return CalendarRules(
            nation=Nation(settings.timing.nation) if settings.timing.nation else Nation.ENGLAND,
            reply_days=settings.reply_days,
            closed=settings.timing.closed_days,
            **own,
        )
    except ValueError as error:
        raise CalendarSettingsError(source, str(error)) from error


NUMBERS = (
    "clear_days",
    "writing_days",
    "notice_days",
    "reminder_days",
    "repeat_days",
    "manager_days",
    "director_days",
    "chief_executive_days",
)


def dates_by_quarter(
    settings: Settings, rules: CalendarRules, reporting: FiscalQuarter | None
) -> Mapping[FiscalQuarter, QuarterDates]:
    """The dates of every quarter that a committee or a day for its papers is given for, in order.

    Each is for the last quarter that is over on the day its owners reply by; one that is the only one, and later than
    the reporting quarter, is for that. Raises PapersDayError where papers would be due too late for their meeting.
    """

    def quarters_of(days: Iterable[date], name: str) -> dict[FiscalQuarter, date]:
        given = sorted(days)
        if reporting and len(given) == 1 and given[0] > reporting.last_day:
            return {reporting: given[0]}
        found: dict[FiscalQuarter, date] = {}
        for day in given:
            now = settings.years.quarter_of(day)
            reply_by = count_back(now, rules, **{name: day}).reply_by
            found.setdefault(settings.years.quarter_of(reply_by) - 1, day)
        return found

    meetings = quarters_of(settings.timing.committees, "meeting")
    papers = quarters_of(settings.timing.papers_due, "papers_due")
    return {
        quarter: count_back(quarter, rules, meeting=meetings.get(quarter), papers_due=papers.get(quarter))
        for quarter in sorted({*meetings, *papers})
    }
