"""The council's days as its Settings sheet gives them, and the quarters they are for."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.calendar.rules import CalendarRules
from peerxl.calendar.settings import CalendarSettingsError, dates_by_quarter, rules_of
from peerxl.calendar.working_days import Nation
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.settings import Settings
from peerxl.model.sheet import Sheet, Value
from peerxl.model.timing import Timing
from peerxl.reading.own_sheets.records import SettingError
from peerxl.reading.own_sheets.settings import read_settings

Q2, Q3, Q4 = (FiscalQuarter(2026, number) for number in (2, 3, 4))
FEBRUARY, MAY = date(2027, 2, 16), date(2027, 5, 18)


def read(*rows: tuple[Value, ...]) -> Settings:
    return read_settings((Sheet("Settings", (("Setting", "Value"), *rows)),), "plan.xlsx")


def test_every_row() -> None:
    settings = read(
        ("Nation", "wales"),
        ("Committee date:", FEBRUARY),
        ("Papers deadline", "8/2/2027"),
        ("Closed days", "24 December 2026; 31 December 2026"),
        ("Clear days", 0),
        ("Days to write the paper", "3"),
        ("Fewest days to reply", 4.0),
        ("Reminders before", "1, 4; 2"),
        ("Reminders after, every", 5),
        ("Copy to Reports to after", 6),
        ("Copy to the director after", 12),
        ("Chief executive’s list after", 20),
        ("Days to reply", 10),
    )
    closed = (date(2026, 12, 24), date(2026, 12, 31))
    assert settings.timing == Timing(
        "Wales", (FEBRUARY,), (date(2027, 2, 8),), closed, 0, 3, 4, (4, 2, 1), 5, 6, 12, 20
    )
    assert rules_of(settings, "plan.xlsx") == CalendarRules(Nation.WALES, 0, 3, 10, 4, (4, 2, 1), 5, 6, 12, 20, closed)
    assert rules_of(Settings(), "plan.xlsx") == CalendarRules()


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("Nation", "France", "'France' is no nation; write England, Wales, Scotland or Northern Ireland."),
        (
            "Committee dates",
            "16 February 2027; soon",
            "'16 February 2027; soon' is no list of days, as 'soon' is no day; write it as \"16 February 2027; 18 May 2027\".",
        ),
        ("Papers due", "February 2027", "'February 2027' is no list of days; write it as"),
        ("Clear days", -1, "'-1' is no number of days from 0 to 365; write it in figures."),
        ("Clear days", "inf", "'inf' is no number of days from 0 to 365; write it in figures."),
        ("Clear days", "nan", "'nan' is no number of days from 0 to 365; write it in figures."),
        ("Reminders before", "5, often", "'5, often' is no number of days from 1 to 365; write it in figures."),
        ("Reminders after, every", 2.5, "'2.5' is no number of days from 1 to 365; write it in figures."),
    ],
)
def test_what_cannot_be_read_is_named(name: str, value: Value, why: str) -> None:
    with pytest.raises(SettingError) as caught:
        read((name, value))
    assert str(caught.value).startswith(f"plan.xlsx!Settings!B2: {why}")


def test_numbers_that_contradict_one_another() -> None:
    with pytest.raises(CalendarSettingsError) as caught:
        rules_of(Settings(timing=Timing(manager_days=20)), "plan.xlsx")
    assert str(caught.value) == (
        "plan.xlsx!Settings: a director learns no earlier than whom the owner reports to, the chief executive last; change "
        "the days there."
    )


@pytest.mark.parametrize(
    ("committees", "papers", "reporting", "quarters"),
    [
        ((), (), Q3, {}),
        ((FEBRUARY,), (), Q3, {Q3: (FEBRUARY, date(2027, 2, 1))}),
        # One day alone, which by itself would be the next quarter's.
        ((date(2027, 4, 20),), (), Q3, {Q3: (date(2027, 4, 20), date(2027, 4, 5))}),
        # The one that was forgotten there when the quarter moved on.
        ((FEBRUARY,), (), Q4, {Q3: (FEBRUARY, date(2027, 2, 1))}),
        ((MAY, FEBRUARY), (), Q3, {Q3: (FEBRUARY, date(2027, 2, 1)), Q4: (MAY, date(2027, 4, 30))}),
        ((), (date(2027, 2, 1),), Q3, {Q3: (None, date(2027, 1, 25))}),
        ((FEBRUARY,), (date(2027, 2, 1),), Q3, {Q3: (FEBRUARY, date(2027, 1, 25))}),
        # Replies are due before the quarter is over, so it is the one before that is heard.
        ((date(2027, 1, 8), MAY), (), Q3, {Q2: (date(2027, 1, 8), date(2026, 12, 21)), Q4: (MAY, date(2027, 4, 30))}),
    ],
)
def test_which_quarter_a_meeting_hears(
    committees: tuple[date, ...],
    papers: tuple[date, ...],
    reporting: FiscalQuarter,
    quarters: dict[FiscalQuarter, tuple[date | None, date]],
) -> None:
    settings = Settings(timing=Timing(committees=committees, papers_due=papers))
    dates = dates_by_quarter(settings, CalendarRules(), reporting)
    assert {quarter: (each.meeting, each.reply_by) for quarter, each in dates.items()} == quarters
