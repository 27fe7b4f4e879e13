"""Dates written in numbers by people who put the month first."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.language.timescales import parse_timescale
from peerxl.model.sheet import Cell
from peerxl.model.timescale import TimescaleKind
from peerxl.reading.actions.date_order import MonthFirst, doubt_order
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text, sheet_from_text
from tests.reading.tables import typed

HEADINGS = "| Ref | Action | Owner | Due date | Status |"
ROW = "| {} | Mend the pier | Clerk | {} | In progress |"
UNREADABLE = "unreadable"


@pytest.mark.parametrize(
    ("dates", "dues"),
    [
        # Day first, always, where nothing speaks against it.
        (("03/05/2025", "12/10/2024"), ("2025-05-03", "2024-10-12")),
        (("30/09/2024", "03/05/2025"), ("2024-09-30", "2025-05-03")),
        # One that has its month first for sure makes the others doubtful, but for those that say the same either way.
        (("09/30/2024", "03/05/2025", "05/05/2025"), (UNREADABLE, UNREADABLE, "2025-05-05")),
        (("9-30-24", "by 3-5-25", "March 2025"), (UNREADABLE, UNREADABLE, "2025-03-31")),
        (("12/13/2024", "12/11/2024"), (UNREADABLE, UNREADABLE)),
        (("09/30/2024", "10/31/2024", "13/12/2024"), (UNREADABLE, UNREADABLE, "2024-12-13")),
        (("13/12/2024", "12/13/2024", "03/05/2025"), ("2024-12-13", UNREADABLE, "2025-05-03")),
        # Two that can only have their month first are no slips, and say when; one that may be either stays in doubt.
        (("09/30/2024", "by 12/31/2024", "03/05/2025"), ("2024-09-30", "2024-12-31", UNREADABLE)),
        (("9-30-24", "10/15/2025 to 12/19/2025", "3/31/2026"), ("2024-09-30", "2025-12-19", "2026-03-31")),
        (("09/30/2024", "09/30/2024"), (UNREADABLE, UNREADABLE)),
        # A slip among dates that have their day first is a slip.
        (
            ("30/09/2024", "31/10/2024", "12/13/2024", "03/05/2025"),
            ("2024-09-30", "2024-10-31", UNREADABLE, "2025-05-03"),
        ),
        # A number after a month is its year, where nothing shows that it may be a day.
        (("June 24", "Sept 25", "Dec 2025"), ("2024-06-30", "2025-09-30", "2025-12-31")),
        (("June 24", "Sept 25"), (UNREADABLE, UNREADABLE)),
        (("June '24", "Sept '25"), ("2024-06-30", "2025-09-30")),
        (("June 24", "March 5"), (UNREADABLE, UNREADABLE)),
        (("June 24", "March 5, 2025"), (UNREADABLE, "2025-03-05")),
        (("June 24", "March 5th 2025"), (UNREADABLE, "2025-03-05")),
        (("June 24 2025", "March 25"), ("2025-06-24", UNREADABLE)),
        (("June 24", "July 18", "May 2020"), (UNREADABLE, UNREADABLE, "2020-05-31")),
        (("June 24", "July 19", "May 2020"), ("2024-06-30", "2019-07-31", "2020-05-31")),
        (("June 15", "March 2025"), (UNREADABLE, "2025-03-31")),
        (("June 24", "March 2030"), (UNREADABLE, "2030-03-31")),
        (("June 24", "March 2025"), ("2024-06-30", "2025-03-31")),
        (("June 24", "15/09/25"), ("2024-06-30", "2025-09-15")),
        (("June 24", "15/09/2035"), (UNREADABLE, "2035-09-15")),
        # No day can stand after a season.
        (("June 24", "Autumn 24"), ("2024-06-30", "2024-11-30")),
        (("June 24", "Autumn term"), (UNREADABLE, UNREADABLE)),
        (("June 24", "Autumn 14"), (UNREADABLE, "2014-11-30")),
        (("June 34", "March 5"), ("2034-06-30", UNREADABLE)),
    ],
)
def test_a_date_is_doubtful_where_others_have_their_month_first(dates: tuple[str, ...], dues: tuple[str, ...]) -> None:
    rows = "\n".join(ROW.format(number, text) for number, text in enumerate(dates, 1))
    plan = plan_from_text(f"{HEADINGS}\n{rows}")
    timescales = [action.timescale for action in plan.actions]
    assert tuple(str(reading.due_date or reading.kind) for reading in timescales) == dues


def test_what_cannot_be_read_anyway_keeps_its_own_reason() -> None:
    reading = parse_timescale("03/05/2025 or 04/06/2025")
    assert reading.kind is TimescaleKind.UNREADABLE
    cell, proof = Cell("Plan", 3, 4, "03/05/2025 or 04/06/2025"), Cell("Plan", 2, 4, "09/30/2024")
    assert doubt_order(reading, cell, MonthFirst(in_figures=proof)) is reading
    assert doubt_order(reading, cell, MonthFirst()) is reading


@pytest.mark.parametrize(("raised", "due"), [("2023-05-04", "2024-06-30"), ("2026-05-04", UNREADABLE)])
def test_a_number_years_before_the_other_dates_may_be_a_day(raised: str, due: str) -> None:
    row = "| {} | Mend the pier | Clerk | {} | In progress | {} |"
    headings = "| Ref | Action | Owner | Due date | Status | Date raised |"
    (action,) = plan_from_sheets([typed(f"{headings}\n{row.format(1, 'June 24', raised)}")], Request("t.xlsx")).actions
    assert str(action.timescale.due_date or action.timescale.kind) == due


def test_a_day_before_its_month_leaves_no_doubt_of_the_number_after_it() -> None:
    dates = ("Oct 12", "1 Oct 26", "by 30th Sept 26", "end of Oct 26")
    rows = "\n".join(ROW.format(number, text) for number, text in enumerate(dates, 1))
    actions = plan_from_text(f"| Action plan 2026/27 |\n{HEADINGS}\n{rows}").actions
    dues = [str(action.timescale.due_date or action.timescale.kind) for action in actions]
    assert dues == [UNREADABLE, "2026-10-01", "2026-09-30", UNREADABLE]


@pytest.mark.parametrize(("title", "due"), [("Action plan 2023/24", "2024-06-30"), ("Action plan", UNREADABLE)])
def test_a_number_is_a_year_where_the_plan_has_one(title: str, due: str) -> None:
    (action,) = plan_from_text(f"| {title} |\n{HEADINGS}\n{ROW.format(1, 'June 24')}").actions
    assert str(action.timescale.due_date or action.timescale.kind) == due


@pytest.mark.parametrize(
    ("title", "sheet", "source", "dates", "dues"),
    [
        ("Pier plan 2012-2015", "Plan", "t.xlsx", ("Oct 12", "by Dec 14"), ("2012-10-31", "2014-12-31")),
        ("Pier plan 2012 to 15", "Plan", "t.xlsx", ("Oct 12", "Dec 12"), ("2012-10-31", "2012-12-31")),
        ("Pier plan", "Plan 2012-15", "t.xlsx", ("Oct 12", "Dec 12"), ("2012-10-31", "2012-12-31")),
        ("Pier plan", "Plan", "pier_plan_2012_2015.xlsx", ("Oct 12", "Dec 12"), ("2012-10-31", "2012-12-31")),
        # One text bears nothing out, a number beyond the years is a day as well as not, and so is one among days.
        ("Pier plan 2012-2015", "Plan", "t.xlsx", ("Oct 12", "Oct 12"), (UNREADABLE, UNREADABLE)),
        ("Pier plan 2012-2015", "Plan", "t.xlsx", ("Oct 12", "Dec 16"), (UNREADABLE, UNREADABLE)),
        ("Pier plan 2012-2015", "Plan", "t.xlsx", ("Oct 12", "Dec 14", "May 3"), (UNREADABLE, UNREADABLE, UNREADABLE)),
        (
            "Pier plan 2012-2015",
            "Plan",
            "t.xlsx",
            ("Oct 12", "Dec 14", "May 3rd"),
            (UNREADABLE, UNREADABLE, UNREADABLE),
        ),
        ("Pier plan 2002-2040", "Plan", "t.xlsx", ("Oct 12", "Dec 14"), (UNREADABLE, UNREADABLE)),
        ("Pier plan", "Plan", "t.xlsx", ("Oct 12", "Dec 14"), (UNREADABLE, UNREADABLE)),
    ],
)
def test_a_number_is_a_year_where_the_plan_has_several_and_others_bear_it_out(
    title: str, sheet: str, source: str, dates: tuple[str, ...], dues: tuple[str, ...]
) -> None:
    rows = "\n".join(ROW.format(number, text) for number, text in enumerate(dates, 1))
    plan = plan_from_sheets([sheet_from_text(f"| {title} |\n{HEADINGS}\n{rows}", sheet)], Request(source))
    assert tuple(str(action.timescale.due_date or action.timescale.kind) for action in plan.actions) == dues


def test_a_number_that_may_be_a_day_is_said_to_be() -> None:
    plan = plan_from_text(f"{HEADINGS}\n{ROW.format(1, 'June 24')}\n{ROW.format(2, 'March 5, 2025')}")
    (first, _) = plan.actions
    assert first.timescale.reason == "“24” may be a day or a year, and nothing beside it says which"


def test_the_finding_says_which_date_has_its_month_first() -> None:
    plan = plan_from_text(f"{HEADINGS}\n{ROW.format(1, '09/30/2024')}\n{ROW.format(2, '03/05/2025')}")
    messages = {
        finding.addresses: finding.message for finding in check_plan(plan) if finding.code == "timescale-unreadable"
    }
    assert messages[("D3",)] == (
        "The timescale '03/05/2025' cannot be read (“09/30/2024” in D2 has its month first, so this may be either of two "
        "days); write it as a quarter or a date."
    )
