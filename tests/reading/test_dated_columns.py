"""Which of several columns of dates counts: of those revised again the last, of one revised the revised one."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.reading.cells.day_spans import follow_on
from peerxl.reading.cells.profile import profile_values
from peerxl.reading.columns.dated_columns import (
    place_current_dates,
    place_planned_dates,
    split_closing_dates,
    split_original_dates,
    split_revisions,
)
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import drafts_of, fields, summarise, typed

DAY = "2026-03-31"


@pytest.mark.parametrize(
    ("columns", "fields", "superseded"),
    [
        (f"Revised date 1: {DAY}\nRevised date 2: {DAY}", "extra · timescale", (1,)),
        (f"Revised date 1: {DAY}\nRevised date 2:", "timescale · extra", ()),
        ("Revised date 1:\nRevised date 2:", "timescale · extra", ()),
        (f"Revised date 1:\nRevised date 2: {DAY}\nRevised date 3:", "extra · timescale · extra", (1,)),
        (f"Revised date 1: {DAY}\nRevised date 2: {DAY}\nRevised date 3: {DAY}", "extra · extra · timescale", (2, 1)),
        (f"Due: {DAY}\nRevised date 1: {DAY}\nRevised date 2: {DAY}", "timescale · extra · timescale", (2,)),
        (f"Revised date: {DAY}", "timescale", ()),
        (f"Revised date: {DAY}\nLatest deadline: {DAY}", "timescale · timescale", ()),
        (f"Due: {DAY}\nDeadline: {DAY}", "timescale · timescale", ()),
    ],
)
def test_dates_that_were_revised_again(columns: str, fields: str, superseded: tuple[int, ...]) -> None:
    drafts, before = split_revisions(drafts_of(columns))
    assert (summarise(drafts), before) == (fields, superseded)


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Start: {DAY} · {DAY}\nEnd: {DAY} · {DAY}\nNeeded by:", "extra · timescale · timescale"),
        (f"Start: {DAY} · {DAY}\nFinish: {DAY} · {DAY}\nTarget date:", "extra · timescale · timescale"),
        (
            f"Start: {DAY} · {DAY} · {DAY}\nEnd: {DAY} · {DAY} · {DAY}\nNeeded by: {DAY}",
            "extra · timescale · timescale",
        ),
        # Where half of them have a day that they are due, the end is when each was done, and so is a completion date.
        (f"Start: {DAY} · {DAY}\nEnd: {DAY} · {DAY}\nNeeded by: {DAY}", "extra · date closed · timescale"),
        (f"End: {DAY} · {DAY}\nNeeded by:", "date closed · timescale"),
        (f"Start: {DAY} · {DAY}\nCompletion date: {DAY} · {DAY}\nDue date:", "extra · date closed · timescale"),
    ],
)
def test_the_end_beside_a_start_is_due_where_few_rows_say_it_otherwise(columns: str, fields: str) -> None:
    assert summarise(split_closing_dates(drafts_of(columns))) == fields


def test_the_filled_end_is_read_and_not_a_blank_column_for_dates() -> None:
    text = """
        | Key | Action          | Owner | Start      | End        | Done | NeededBy |
        | 1   | Survey the pier | Clerk | 2024-03-01 | 2024-03-06 | 60   |          |
        | 2   | Lay the boards  | Clerk | 2024-03-04 | 2024-04-04 | 0    |          |
        | 3   | Read the logs   | Clerk | 2024-03-04 | 2024-04-09 | 10   |          |
        """
    plan = plan_from_sheets([typed(text)], Request("t.xlsx"))
    assert fields(plan) == "A ref · B action · C owner · E timescale"
    assert [str(action.timescale.due_date) for action in plan.actions] == ["2024-03-06", "2024-04-04", "2024-04-09"]


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Due: {DAY}\nRevised date: {DAY}", "original timescale · timescale"),
        (f"Revised date: {DAY}\nDue: {DAY}", "timescale · original timescale"),
        (f"Due: {DAY}\nDeadline: {DAY}\nRevised date: {DAY}", "original timescale · timescale · timescale"),
        (f"Original date: {DAY}\nDue: {DAY}\nRevised date: {DAY}", "original timescale · timescale · timescale"),
        (f"Due: {DAY}\nDeadline: {DAY}", "timescale · timescale"),
        (f"Revised date: {DAY}\nLatest deadline: {DAY}", "timescale · timescale"),
    ],
)
def test_the_plain_date_beside_a_revised_one_is_the_original(columns: str, fields: str) -> None:
    assert summarise(split_original_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"planned_date: {DAY}\ncurrent_date: {DAY}", "timescale · timescale"),
        (f"Original due date: {DAY}\nNew date: {DAY}", "original timescale · timescale"),
        (f"Planned date: {DAY}\nRevised date: {DAY}\nCurrent date: {DAY}", "timescale · timescale · date raised"),
        (f"Planned date: {DAY}\nThe date: {DAY}", "timescale · date raised"),
        (f"Current date: {DAY}", "date raised"),
        (f"Original due date: {DAY}\nRetarget date: {DAY}", "original timescale · timescale"),
    ],
)
def test_a_date_that_is_called_current_beside_a_planned_one_is_due(columns: str, fields: str) -> None:
    assert summarise(place_current_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Due: {DAY}\nCompletion date: {DAY}", "timescale · date closed"),
        (f"Completion date: {DAY}\nTarget: {DAY}", "date closed · timescale"),
        (f"Completion date: {DAY}", "timescale"),
        (f"Completion date: {DAY}\nResolution date: {DAY}", "timescale · timescale"),
        (f"Due: {DAY}\nRevised completion date: {DAY}", "timescale · timescale"),
        (f"Date needed: {DAY}\nAgreed completion date: {DAY}", "timescale · timescale"),
        (f"Due: {DAY}\nExpected completion date: {DAY}", "timescale · timescale"),
        (f"Due: {DAY}\nDelivery date: {DAY}\nEnd date: {DAY}", "timescale · date closed · date closed"),
    ],
)
def test_a_closing_date_beside_one_that_is_plainly_due(columns: str, fields: str) -> None:
    assert summarise(split_closing_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Planned: {DAY}\nActual/Revised: {DAY}", "original timescale · timescale"),
        (f"Revised date: {DAY}\nPlanned: {DAY}", "timescale · original timescale"),
        (f"Planned: {DAY}\nDue: {DAY}", "extra · timescale"),
        (f"Planned: {DAY}\nOriginal date: {DAY}\nRevised date: {DAY}", "extra · original timescale · timescale"),
        (f"Planned: {DAY}\nScheduled: {DAY}\nRevised date: {DAY}", "extra · extra · timescale"),
        (f"Planned: yes\nRevised date: {DAY}", "extra · timescale"),
        (f"Planned: {DAY}", "extra"),
    ],
)
def test_dates_that_were_only_planned(columns: str, fields: str) -> None:
    assert summarise(place_planned_dates(drafts_of(columns))) == fields


def test_spans_of_days_under_a_bare_date_are_read_where_the_sheet_is_called_a_plan_and_make_none() -> None:
    text = """
        | Task Number | Task Name          | Date        |
        | 1           | Setting up of it   | 22/3 - 23/3 |
        | 2           | Rails for the quay | 23/3 - 7/4  |
        | 3           | Lamps in the lane  | 8/4 - 14/4  |
    """
    sheet = typed(text, "Sheet1")
    with pytest.raises(NoTrackerError):
        plan_from_sheets([sheet], Request("t.xlsx"))
    plan = plan_from_sheets([sheet], Request("t.xlsx", sheets=("Sheet1",)))
    assert fields(plan) == "A ref · B action · C timescale"
    said = [(each.addresses, each.message) for each in check_plan(plan) if each.code == "timescale-unreadable"]
    assert said[0] == (
        ("C2",),
        "The timescale '22/3 - 23/3' cannot be read (“22/3” is no date without a year); write it as a quarter or a date.",
    )
    assert len(said) == 3


@pytest.mark.parametrize(
    ("cells", "is_so"),
    [
        ("22/3 - 23/3 · 23/3 - 25/3 · 25/3 - 7/4", True),
        ("3/22 to 3/23 · 3/23 to 3/25 · 3/25 to 4/7", True),
        ("22 Mar - 25 Mar · 26-28 Mar · 29 Mar – 3 Apr", True),
        ("22nd March 2026 – 25th March 2026 · 26 March – 28 March · 29 March – 3 April", True),
        ("Mar 3-7 · Mar 10 - 14 · March 17 - April 2", True),
        # A weekend lies between, a span has no date yet, one goes on into the next year, one ends on no day.
        ("1/4 - 5/4 · 8/4 - 12/4 · 15/4 - 19/4", True),
        ("22/3 - 23/3 · TBC · 24/3 - 25/3 · 25/3 - 7/4", True),
        ("1/12 - 9/12 · 10/12 - 19/12 · 20/12 - 3/1 · 4/1 - 9/1", True),
        ("26/4 - 31/4 · 1/5 - 2/5 · 3/5 - 5/5", True),
        # Days off, days that go back, days alone, days of no month, fiscal years.
        ("12/2 - 16/2 · 25/3 - 5/4 · 22/7 - 31/8", False),
        ("15/4 - 16/4 · 8/4 - 9/4 · 1/4 - 2/4", False),
        ("22/3 · 23/3 · 24/3", False),
        ("22/3 - 23/3 · 24/3 - 25/3", False),
        ("22/3 - 23/3 · Monday · Tuesday · 24/3 - 25/3 · Friday", False),
        ("32/3 - 33/3 · 34/3 - 35/3 · 36/3 - 37/3", False),
        ("0/3 - 1/3 · 2/3 - 3/3 · 4/13 - 5/13", False),
        ("08/09 - 09/10 · 09/10 - 10/10 · 11/10 - 12/10", False),
        ("1-2 · 3-4 · 5-6", False),
        ("", False),
    ],
)
def test_spans_of_days_that_follow_on(cells: str, is_so: bool) -> None:
    assert follow_on(profile_values(filter(None, cells.split(" · ")))) is is_so
