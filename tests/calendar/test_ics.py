"""The year's days as a file for calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from icalendar import Calendar

from peerxl.calendar.ics import calendar_bytes
from peerxl.calendar.quarter_dates import count_back
from peerxl.calendar.rules import CalendarRules
from peerxl.calendar.year import list_days
from peerxl.model.fiscal import FiscalQuarter, FiscalYear

RULES = CalendarRules()
MEETINGS = (date(2026, 9, 15), date(2026, 11, 17), date(2027, 2, 16), date(2027, 6, 15))
QUARTERS = [
    count_back(FiscalYear(2026).quarter(number), RULES, meeting=meeting) for number, meeting in enumerate(MEETINGS, 1)
]
PLAN = "Peer review action plan; Ambridge, 2026/27 – “open” " + "actions " * 10
DATED = date(2026, 4, 1)


def events(content: bytes) -> dict[str, tuple[date, date, str]]:
    calendar = Calendar.from_ical(content)
    return {
        str(event["uid"]): (event.decoded("dtstart"), event.decoded("dtend"), str(event["summary"]))
        for event in calendar.walk("VEVENT")
    }


def test_a_quarter_s_days_in_order() -> None:
    days = [(f"{day.day:%d/%m}", day.kind, day.what) for day in list_days(QUARTERS[2:3])]
    assert days == [
        ("31/12", "quarter-ends", "Q3 2026/27 ends"),
        ("18/01", "ask", "Ask owners for Q3 2026/27"),
        ("25/01", "reminder-3", "Remind owners who have not replied for Q3 2026/27"),
        ("27/01", "reminder-2", "Remind owners who have not replied for Q3 2026/27"),
        ("29/01", "reminder-1", "Remind owners who have not replied for Q3 2026/27"),
        ("01/02", "reply-by", "Last day for owners to reply for Q3 2026/27"),
        ("08/02", "papers-due", "The paper for Q3 2026/27 is due"),
        ("08/02", "publish-by", "Last day to publish the paper for Q3 2026/27"),
        ("16/02", "meeting", "The committee hears Q3 2026/27"),
    ]


def test_a_year_is_in_order_whatever_order_its_quarters_come_in() -> None:
    days = list_days(QUARTERS)
    assert len(days) == 36
    assert list_days(reversed(QUARTERS)) == days
    assert [day.day for day in days] == sorted(day.day for day in days)


def test_without_a_meeting_there_is_no_day_of_it() -> None:
    dates = count_back(FiscalQuarter(2026, 3), RULES, papers_due=date(2027, 2, 8))
    assert [day.kind for day in list_days([dates])][-2:] == ["reply-by", "papers-due"]


def test_each_day_is_a_whole_day_and_is_free() -> None:
    content = calendar_bytes(list_days(QUARTERS), PLAN, "9f2c5a71b3de", DATED)
    read = events(content)
    assert len(read) == 36
    assert read["9f2c5a71b3de-2026-27-Q3-meeting@peerxl"] == (
        date(2027, 2, 16),
        date(2027, 2, 17),
        f"The committee hears Q3 2026/27: {PLAN}",
    )
    assert content.count(b"TRANSP:TRANSPARENT") == 36
    assert content.count(b"DTSTART;VALUE=DATE:") == 36
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_the_same_days_give_the_same_bytes() -> None:
    first, second = (calendar_bytes(list_days(QUARTERS), PLAN, "9f2c5a71b3de", DATED) for _ in range(2))
    assert first == second
    assert b"DTSTAMP:20260401T000000Z" in first


def test_what_moves_keeps_its_id() -> None:
    moved = [*QUARTERS[:2], count_back(QUARTERS[2].quarter, RULES, meeting=date(2027, 2, 18)), QUARTERS[3]]
    shorter = [replace(each, reminders=each.reminders[1:]) for each in QUARTERS]
    before, after, fewer = (
        events(calendar_bytes(list_days(days), PLAN, "id", DATED)) for days in (QUARTERS, moved, shorter)
    )
    assert before.keys() == after.keys()
    assert {uid.removesuffix("@peerxl") for uid in before if before[uid] != after[uid]} == {
        f"id-2026-27-Q3-{kind}"
        for kind in "ask reminder-3 reminder-2 reminder-1 reply-by papers-due publish-by meeting".split()
    }
    assert fewer.items() <= before.items()


def test_no_days_are_an_empty_calendar() -> None:
    assert events(calendar_bytes((), "", "id", DATED)) == {}
