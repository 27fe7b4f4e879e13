"""The day to reply by, and the days of reminders before it and after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.calendar.quarter_dates import count_back
from peerxl.calendar.reminders import next_reminder, reply_day
from peerxl.calendar.rules import CalendarRules
from peerxl.model.fiscal import FiscalQuarter

RULES = CalendarRules()
DATES = count_back(FiscalQuarter(2026, 3), RULES, meeting=date(2027, 2, 16))  # reply by Monday 1 February

REPLIES = [
    (date(2027, 1, 18), date(2027, 2, 1)),
    (date(2027, 1, 25), date(2027, 2, 1)),
    (date(2027, 1, 26), date(2027, 2, 2)),
    (date(2027, 2, 20), date(2027, 2, 26)),
]


@pytest.mark.parametrize(("asked_on", "reply_by"), REPLIES)
def test_the_quarter_s_day_or_the_notice_anybody_gets(asked_on: date, reply_by: date) -> None:
    assert reply_day(asked_on, RULES, DATES) == reply_by


@pytest.mark.parametrize(
    ("asked_on", "reply_by"), [(date(2026, 11, 26), date(2026, 12, 10)), (date(2026, 12, 11), date(2026, 12, 29))]
)
def test_without_a_committee_so_many_days_on(asked_on: date, reply_by: date) -> None:
    assert reply_day(asked_on, RULES) == reply_by


def test_the_reminders_of_one_who_never_replies() -> None:
    """Friday 26 March is Good Friday, Monday 29 March Easter Monday."""
    day, days = date(2027, 1, 18), []
    while day < date(2027, 4, 6):
        day = next_reminder(date(2027, 2, 1), day, RULES)
        days.append(f"{day:%d/%m}")
    assert days == "25/01 27/01 29/01 08/02 15/02 22/02 01/03 08/03 15/03 22/03 30/03 05/04 12/04".split()


@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(-60, 400),
    st.lists(st.integers(1, 20), max_size=4).map(tuple),
    st.integers(1, 40),
)
def test_the_next_reminder_comes_soon_on_a_working_day(
    reply_by: date, offset: int, reminder_days: tuple[int, ...], repeat_days: int
) -> None:
    rules = CalendarRules(reminder_days=reminder_days, repeat_days=repeat_days)
    after = reply_by + timedelta(days=offset)
    day = next_reminder(reply_by, after, rules)
    assert day in rules.working_days
    assert after < day
    assert day <= max(after, reply_by) + timedelta(days=repeat_days + 6)
    # There is none between, and none of the weeks is left out.
    between = day - timedelta(days=1)
    assert between <= after or next_reminder(reply_by, between, rules) == day
