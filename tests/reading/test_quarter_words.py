"""Words that say a quarter, taken to the next one in the same style."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell
from peerxl.reading.next_quarter import QuarterWordsError, move_line, move_value
from tests.conftest import plan_from_text

Q1, Q2, Q3, Q4 = (FiscalQuarter(2023, number) for number in (1, 2, 3, 4))
PLAN = """
    | Ref | Action          | Owner    | Timescale | Q1 update |
    | H1  | Repair the pier | AD Roads | Q1 23/24  | Ongoing   |
"""


@pytest.mark.parametrize(
    ("before", "quarter", "after"),
    [
        ("Appendix 4 - Peer review Action plan – Q1 2023", Q1, "Appendix 4 - Peer review Action plan – Q2 2023"),
        ("Action Plan 2023 - 2024 - Quarter 3", Q3, "Action Plan 2023 - 2024 - Quarter 4"),
        ("Action Plan 2023 - 2024 - Quarter 4", Q4, "Action Plan 2024 - 2025 - Quarter 1"),
        ("Action plan Q4 2023/24", Q4, "Action plan Q1 2024/25"),
        ("Action plan Q4 23-24", Q4, "Action plan Q1 24-25"),
        ("Peer challenge 2022: action plan Q4 2023", Q4, "Peer challenge 2022: action plan Q1 2024"),
        ("HARBOUR PLAN QUARTER THREE 2023/24", Q3, "HARBOUR PLAN QUARTER FOUR 2023/24"),
        ("Harbour plan, third quarter 2023/24", Q3, "Harbour plan, fourth quarter 2023/24"),
        ("Harbour plan, 2nd Quarter 2023/24", Q2, "Harbour plan, 3rd Quarter 2023/24"),
        (
            "Harbour plan Quarter 3 2023/24 (October to December 2023)",
            Q3,
            "Harbour plan Quarter 4 2023/24 (January to March 2024)",
        ),
        ("Harbour plan Q4 2023/24 (Jan - Mar)", Q4, "Harbour plan Q1 2024/25 (Apr - Jun)"),
        ("Quarter 3 update", Q3, "Quarter 4 update"),
        ("Harbour plan 2023/24", Q4, "Harbour plan 2024/25"),
    ],
)
def test_lines_of_a_title(before: str, quarter: FiscalQuarter, after: str) -> None:
    plan = plan_from_text(PLAN, quarter)
    assert list(move_line(plan, Cell("Plan", 1, 1, before), quarter, quarter + 1)) == [after]


@pytest.mark.parametrize("line", ["Harbour plan 2023/24", "Harbour plan", "Prepared for the quarterly board"])
def test_lines_that_say_nothing_of_the_quarter_stay(line: str) -> None:
    assert list(move_line(plan_from_text(PLAN, Q1), Cell("Plan", 1, 1, line), Q1, Q2)) == []


def test_a_line_that_cannot_be_moved_on() -> None:
    line = Cell("Plan", 1, 1, "Harbour plan Q3 2023/24 (as at 31 December 2023)")
    with pytest.raises(QuarterWordsError) as raised:
        list(move_line(plan_from_text(PLAN, Q3), line, Q3, Q4))
    assert str(raised.value) == (
        "plan.xlsx!Plan!A1: “Harbour plan Q3 2023/24 (as at 31 December 2023)” cannot be moved on to Q4 2023/24; write "
        "“Q3 2023/24” there, with no month beside it, and run next again."
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Q4 2023/24", "Q1 2024/25"),
        ("Quarter 4 2023-24", "Quarter 1 2024-25"),
        ("q4 23/24", "q1 24/25"),
        ("January to March 2024", "April to June 2024"),
        ("the last one", "Q1 2024/25"),
        (Q4.last_day, Q4.last_day.replace(month=6, day=30)),
        (Q4.first_day, Q4.first_day.replace(month=4)),
    ],
)
def test_the_value_of_the_setting(before: str, after: str) -> None:
    assert move_value(before, plan_from_text(PLAN, Q4), Q4 + 1) == after


@pytest.mark.parametrize(
    ("before", "quarter", "after"),
    [
        ("Harbour plan Q1 2023", FiscalQuarter(2022, 4), "Harbour plan Q2 2023"),
        ("Harbour plan Q4 2023", FiscalQuarter(2023, 3), "Harbour plan Q1 2024"),
        ("Harbour plan Q3 2023/24", FiscalQuarter(2023, 3), "Harbour plan Q4 2023/24"),
    ],
)
def test_titles_of_a_plan_that_counts_quarters_by_the_calendar(before: str, quarter: FiscalQuarter, after: str) -> None:
    settings = Settings(years=YearConvention(single_year=SingleYear.CALENDAR))
    plan = plan_from_text(PLAN, quarter, settings)
    assert list(move_line(plan, Cell("Plan", 1, 1, before), quarter, quarter + 1)) == [after]
