"""What became of dates: the first, the last, the one there is, and how often it changed."""

from __future__ import annotations

import pytest

from peerxl.language.date_history import find_first_words
from peerxl.language.timescales import parse_timescale
from peerxl.model.action import Action
from peerxl.model.fiscal import YearConvention
from peerxl.model.settings import Settings
from peerxl.movement.dates import (
    DateMove,
    DateShift,
    compare_dates,
    first_timescale,
    has_moved,
    has_slipped,
    trace_date,
)
from tests.conftest import plan_from_text

TWICE = "31 March 2026 (first Q1 2025/26, moved twice, last from 31 October 2025)"
THRICE = "30 June 2026 (first Q1 2025/26, moved 3 times, last from 31 March 2026)"


def promised(timescale: str, original: str = "") -> Action:
    first = parse_timescale(original) if original else None
    before = find_first_words(timescale)
    earlier = parse_timescale(before) if before else None
    return Action("Plan", 4, "Do", parse_timescale(timescale), original_timescale=first, earlier_timescale=earlier)


@pytest.mark.parametrize(
    ("timescale", "original", "first", "slipped", "moved"),
    [
        ("Q4 2023/24", "Q2 2023/24", "Q2 2023/24", True, True),
        ("Q4 2023/24", "Q4 2023/24", "Q4 2023/24", False, False),
        ("Q2 2023/24", "Q4 2023/24", "Q4 2023/24", False, True),
        ("Q4 2023/24", "soon", "soon", False, False),
        ("Q4 2023/24", "", None, False, False),
        ("31 March 2024 (was Q2 23/24)", "", "Q2 2023/24", True, True),
        ("Q4 2023/24 (was Q2 23/24 (was Q1 23/24))", "", "Q1 2023/24", True, True),
        ("Q4 2023/24 (originally Q2 23/24, see note)", "", "Q2 2023/24", True, True),
        (TWICE, "", "Q1 2025/26", True, True),
    ],
)
def test_the_first_date(timescale: str, original: str, first: str | None, slipped: bool, moved: bool) -> None:
    one = promised(timescale, original)
    timescale_read = first_timescale(one)
    assert (str(timescale_read) if timescale_read else None) == first
    assert (has_slipped(one), has_moved(one)) == (slipped, moved)


def test_the_first_date_is_read_by_the_council_s_year() -> None:
    plan = plan_from_text(
        """
        | Action          | Owner | Timescale                   |
        | Repair the pier | AD H  | 31 March 2024 (was Q2 2023) |
        """,
        settings=Settings(years=YearConvention(first_month=1)),
    )
    first = first_timescale(plan.actions[0])
    assert first is not None
    assert str(first.due_date) == "2023-06-30"


@pytest.mark.parametrize(
    ("timescale", "original", "move"),
    [
        ("Q4 2023/24", "", DateMove("Q4 2023/24")),
        ("Q4 2023/24", "Q4 23/24", DateMove("Q4 2023/24")),
        ("Q4 2023/24", "Q2 23/24", DateMove("Q4 2023/24", "Q2 23/24", "", None)),
        ("Q4 2023/24 (was Q2)", "", DateMove("Q4 2023/24", "Q2", "Q2", 1)),
        (TWICE, "", DateMove("31 March 2026", "Q1 2025/26", "31 October 2025", 2)),
        ("Q1 25/26 (first Q1 25/26, moved twice, last from Q3)", "", DateMove("Q1 25/26", "Q1 25/26", "Q3", 2)),
        ("TBC", "", DateMove("TBC")),
    ],
)
def test_what_one_plan_says_of_a_date_s_past(timescale: str, original: str, move: DateMove) -> None:
    assert trace_date(promised(timescale, original)) == move


REPLACED = [
    ("Q4 2023/24", "Q1 24/25", DateShift.LATER),
    ("Q1 2024/25", "Q4 23/24", DateShift.EARLIER),
    ("Q1 2024/25", "Ongoing", DateShift.CHANGED),
    ("Q1 – Q4 2024/25", "Q3 – Q4 2024/25", DateShift.CHANGED),
    ("Q1 24/25; Q4 24/25", "Q2 24/25; Q4 24/25", DateShift.CHANGED),
    ("after the vote", "after the budget", DateShift.CHANGED),
    ("Q4 23/24", "TBC", DateShift.REMOVED),
]


@pytest.mark.parametrize(("old", "new", "change"), REPLACED)
def test_a_date_that_took_the_place_of_the_first(old: str, new: str, change: DateShift) -> None:
    assert compare_dates(promised(old), promised(new)) == DateMove(new, old, old, 1, change)


@pytest.mark.parametrize(
    ("old", "new", "move"),
    [
        ("Q4 2023/24", "Q4 23/24", DateMove("Q4 23/24", change=DateShift.SAME)),
        ("Q4 2025/26", "by 31 March 2026", DateMove("by 31 March 2026", change=DateShift.SAME)),
        ("TBC", "Q4 23/24", DateMove("Q4 23/24", change=DateShift.SET)),
        ("TBC", "", DateMove("", change=DateShift.SAME)),
        ("Q2 (was Q1)", "Q3", DateMove("Q3", "Q1", "Q2", 2, DateShift.CHANGED)),
        (
            "31 October 2025 (was Q1 2025/26)",
            TWICE,
            DateMove("31 March 2026", "Q1 2025/26", "31 October 2025", 2, DateShift.LATER),
        ),
        (TWICE, THRICE, DateMove("30 June 2026", "Q1 2025/26", "31 March 2026", 3, DateShift.LATER)),
        (TWICE, "30 June 2026", DateMove("30 June 2026", "Q1 2025/26", "31 March 2026", 3, DateShift.LATER)),
        (TWICE, TWICE, DateMove("31 March 2026", "Q1 2025/26", "31 October 2025", 2, DateShift.SAME)),
        (TWICE, "31 March 2026", DateMove("31 March 2026", "Q1 2025/26", "31 October 2025", 2, DateShift.SAME)),
    ],
)
def test_what_became_of_a_date_between_two_plans(old: str, new: str, move: DateMove) -> None:
    assert compare_dates(promised(old), promised(new)) == move


def test_a_date_that_had_changed_nobody_knows_how_often_has_changed_again() -> None:
    move = compare_dates(promised("Q2 23/24", "Q1 23/24"), promised("Q3 23/24", "Q1 23/24"))
    assert move == DateMove("Q3 23/24", "Q1 23/24", "Q2 23/24", None, DateShift.LATER)
