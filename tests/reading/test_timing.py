"""The rows of the Settings sheet that are about days."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from peerxl.model.settings import Settings
from peerxl.model.sheet import Sheet, Value
from peerxl.model.timing import Timing
from peerxl.reading.own_sheets.records import SettingError
from peerxl.reading.own_sheets.settings import read_settings
from peerxl.reading.own_sheets.timing import ALSO_WRITTEN_AS, TIMING_READERS

FEBRUARY, MAY = date(2027, 2, 16), date(2027, 5, 18)


def timing_of(name: str, value: Value) -> Timing:
    return read_settings((Sheet("Settings", ((name, value),)),), "plan.xlsx").timing


VALUES: tuple[tuple[str, Value, dict[str, object]], ...] = (
    ("Nation", " northern  Ireland", {"nation": "Northern Ireland"}),
    ("Nation", "ENGLAND", {"nation": "England"}),
    ("Nation", "Wales", {"nation": "Wales"}),
    ("Nation", "scotland", {"nation": "Scotland"}),
    ("Committee dates", FEBRUARY, {"committees": (FEBRUARY,)}),
    ("Committee dates", datetime(2027, 2, 16, 10, 30), {"committees": (FEBRUARY,)}),
    ("Committee dates", "18 May 2027; 16 February 2027;", {"committees": (FEBRUARY, MAY)}),
    ("Papers due", "16/02/2027, 18/05/2027", {"papers_due": (FEBRUARY, MAY)}),
    ("Closed days", "16 February 2027\n18 May 2027", {"closed_days": (FEBRUARY, MAY)}),
    ("Clear days", 0, {"clear_days": 0}),
    ("Clear days", 365.0, {"clear_days": 365}),
    ("Days to write the paper", "7", {"writing_days": 7}),
    ("Days to write the paper", 0, {"writing_days": 0}),
    ("Fewest days to reply", 1, {"notice_days": 1}),
    ("Reminders before", "1; 5, 3\n3", {"reminder_days": (5, 3, 1)}),
    ("Reminders after, every", "4", {"repeat_days": 4}),
    ("Copy to reports to after", 2, {"manager_days": 2}),
    ("Copy to the director after:", 365, {"director_days": 365}),
    ("Chief executive’s list after", 9, {"chief_executive_days": 9}),
)


@pytest.mark.parametrize(("name", "value", "changes"), VALUES)
def test_a_setting_of_days(name: str, value: Value, changes: dict[str, object]) -> None:
    timing, default = timing_of(name, value), Settings().timing
    assert {field: getattr(timing, field) for field in changes} == changes
    others = [field for field in Timing.__dataclass_fields__ if field not in changes]
    assert [getattr(timing, field) for field in others] == [getattr(default, field) for field in others]


def test_every_setting_of_days_has_an_example() -> None:
    assert {name.casefold().replace("’", "'").rstrip(":") for name, _, _ in VALUES} == set(TIMING_READERS)


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("Committee date", "committees"),
        ("Committee", "committees"),
        ("Meeting date", "committees"),
        ("Meeting dates", "committees"),
        ("Papers deadline", "papers_due"),
        ("Papers deadlines", "papers_due"),
    ],
)
def test_a_setting_that_is_called_otherwise(name: str, setting: str) -> None:
    assert name.casefold() in ALSO_WRITTEN_AS
    assert getattr(timing_of(name, FEBRUARY), setting) == (FEBRUARY,)


WRITE = 'write it as "16 February 2027; 18 May 2027".'
LIST = f"is no list of days; {WRITE}"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("Nation", "Cornwall", "is no nation; write England, Wales, Scotland or Northern Ireland."),
        ("Committee dates", "February 2027", LIST),
        ("Committee dates", "soon", LIST),
        ("Committee dates", "by 16 February 2027", LIST),
        ("Committee dates", "16 February 2027; by June", f"is no list of days, as 'by June' is no day; {WRITE}"),
        (
            "Committee dates",
            "31 February 2027; 18 May 2027; soon",
            f"is no list of days, as '31 February 2027' is no day; {WRITE}",
        ),
        ("Clear days", -1, "is no number of days from 0 to 365; write it in figures."),
        ("Clear days", "many", "is no number of days from 0 to 365; write it in figures."),
        ("Clear days", 366, "is no number of days from 0 to 365; write it in figures."),
        ("Fewest days to reply", 0, "is no number of days from 1 to 365; write it in figures."),
        ("Fewest days to reply", 1.5, "is no number of days from 1 to 365; write it in figures."),
        ("Fewest days to reply", "inf", "is no number of days from 1 to 365; write it in figures."),
        ("Reminders before", "5, many", "is no number of days from 1 to 365; write it in figures."),
    ],
)
def test_a_setting_of_days_that_cannot_be_read(name: str, value: Value, message: str) -> None:
    with pytest.raises(SettingError) as caught:
        timing_of(name, value)
    assert str(caught.value) == f"plan.xlsx!Settings!B1: '{value}' {message}"
