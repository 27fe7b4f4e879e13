"""Counting back: clear days before a meeting, and from there to the day owners are asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.calendar.quarter_dates import (
    NoCommitteeError,
    PapersDayError,
    QuarterDates,
    count_back,
    last_day_to_publish,
)
from peerxl.calendar.rules import CalendarRules, Level
from peerxl.calendar.working_days import Nation
from peerxl.model.fiscal import FiscalQuarter

Q3 = FiscalQuarter(2026, 3)
ENGLAND = CalendarRules()

# The two of April 2019 are a council's own: it had to move the first, as it had not counted Easter.
CLEAR = [
    (Nation.ENGLAND, date(2027, 2, 16), date(2027, 2, 8)),
    (Nation.ENGLAND, date(2027, 2, 15), date(2027, 2, 5)),
    (Nation.ENGLAND, date(2019, 4, 23), date(2019, 4, 11)),
    (Nation.ENGLAND, date(2019, 4, 30), date(2019, 4, 18)),
    (Nation.ENGLAND, date(2027, 1, 4), date(2026, 12, 22)),
    (Nation.ENGLAND, date(2027, 2, 20), date(2027, 2, 12)),
    (Nation.WALES, date(2027, 2, 16), date(2027, 2, 10)),
    (Nation.WALES, date(2027, 3, 30), date(2027, 3, 22)),
    (Nation.SCOTLAND, date(2027, 1, 5), date(2026, 12, 24)),
    (Nation.SCOTLAND, date(2026, 12, 1), date(2026, 11, 24)),
    (Nation.NORTHERN_IRELAND, date(2027, 3, 22), date(2027, 3, 11)),
]


@pytest.mark.parametrize(("nation", "meeting", "publish_by"), CLEAR)
def test_clear_days(nation: Nation, meeting: date, publish_by: date) -> None:
    assert last_day_to_publish(meeting, CalendarRules(nation)) == publish_by


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from(Nation), st.integers(0, 10))
def test_all_the_clear_days_lie_between_and_a_day_later_they_would_not(
    meeting: date, nation: Nation, clear_days: int
) -> None:
    rules = CalendarRules(nation, clear_days=clear_days)
    days, publish_by = rules.working_days, last_day_to_publish(meeting, rules)
    assert publish_by in days
    assert days.count_between(publish_by, meeting) == clear_days
    assert days.count_between(days.shift(publish_by, 1), meeting) == max(0, clear_days - 1)


def test_back_from_the_meeting() -> None:
    assert count_back(Q3, ENGLAND, meeting=date(2027, 2, 16)) == QuarterDates(
        quarter=Q3,
        ask_on=date(2027, 1, 18),
        reminders=(date(2027, 1, 25), date(2027, 1, 27), date(2027, 1, 29)),
        reply_by=date(2027, 2, 1),
        papers_due=date(2027, 2, 8),
        publish_by=date(2027, 2, 8),
        meeting=date(2027, 2, 16),
    )


def test_back_from_the_day_the_papers_are_due() -> None:
    dates = count_back(Q3, ENGLAND, meeting=date(2027, 2, 16), papers_due=date(2027, 2, 3))
    assert (dates.reply_by, dates.papers_due, dates.publish_by) == (
        date(2027, 1, 27),
        date(2027, 2, 3),
        date(2027, 2, 8),
    )
    assert count_back(Q3, ENGLAND, papers_due=date(2027, 2, 6)) == QuarterDates(
        quarter=Q3,
        ask_on=date(2027, 1, 15),
        reminders=(date(2027, 1, 22), date(2027, 1, 26), date(2027, 1, 28)),
        reply_by=date(2027, 1, 29),
        papers_due=date(2027, 2, 6),
    )


def test_every_number_can_be_the_council_s_own() -> None:
    rules = CalendarRules(
        clear_days=7, writing_days=0, reply_days=4, reminder_days=(3, 1, 1), closed=(date(2027, 2, 15),)
    )
    assert count_back(Q3, rules, meeting=date(2027, 2, 16)) == QuarterDates(
        quarter=Q3,
        ask_on=date(2027, 1, 29),
        reminders=(date(2027, 2, 2),),
        reply_by=date(2027, 2, 3),
        papers_due=date(2027, 2, 3),
        publish_by=date(2027, 2, 3),
        meeting=date(2027, 2, 16),
    )


def test_a_reminder_before_the_ask_is_none() -> None:
    dates = count_back(Q3, CalendarRules(reply_days=4), papers_due=date(2027, 2, 8))
    assert (dates.ask_on, dates.reminders) == (date(2027, 1, 28), (date(2027, 1, 29),))


def test_papers_that_are_due_too_late() -> None:
    with pytest.raises(PapersDayError) as error:
        count_back(Q3, ENGLAND, meeting=date(2027, 2, 16), papers_due=date(2027, 2, 9))
    assert str(error.value) == (
        "The papers are due on 09/02/2027, but for a meeting on 16/02/2027 they must be published by 08/02/2027; "
        "change one of the two dates on the Settings sheet."
    )


def test_no_committee() -> None:
    with pytest.raises(NoCommitteeError) as error:
        count_back(Q3, ENGLAND)
    assert str(error.value) == (
        "Nothing says when Q3 2026/27 is reported; give the committee's date or the day its papers are due on the "
        "Settings sheet."
    )


RULES = {
    "clear_days": (-1, "clear days is a number from 0 to 365, not -1"),
    "reply_days": (0, "reply days is a number from 1 to 365, not 0"),
    "repeat_days": (400, "repeat days is a number from 1 to 365, not 400"),
    "reminder_days": ((5, 0), "reminder days are numbers from 1 to 365"),
    "director_days": (6, "a director learns no earlier than whom the owner reports to, the chief executive last"),
    "chief_executive_days": (
        13,
        "a director learns no earlier than whom the owner reports to, the chief executive last",
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_a_number_that_cannot_be_meant(name: str) -> None:
    number, message = RULES[name]
    with pytest.raises(ValueError, match=message):
        CalendarRules(**{name: number})  # type: ignore[arg-type]


LATE = [
    (-3, ()),
    (6, ()),
    (7, (Level.REPORTS_TO,)),
    (13, (Level.REPORTS_TO,)),
    (14, (Level.REPORTS_TO, Level.DIRECTOR)),
    (30, (Level.REPORTS_TO, Level.DIRECTOR, Level.CHIEF_EXECUTIVE)),
]


@pytest.mark.parametrize(("days", "levels"), LATE)
def test_who_learns_that_somebody_is_late(days: int, levels: tuple[Level, ...]) -> None:
    assert ENGLAND.levels(days) == levels
