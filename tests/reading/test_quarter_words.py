"""Words that say a quarter, taken to the next one in the same style."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter, FiscalYear, SingleYear, YearConvention
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell
from peerxl.reading.next_quarter import QuarterWordsError, move_line, move_value
from peerxl.reading.quarter_words import (
    list_names_of,
    move_months,
    move_words,
    move_year,
    move_years,
    renumber,
)
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
        ("Audits 2021/22 and 2022/23, quarter 1", Q1, "Audits 2021/22 and 2022/23, quarter 2"),
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


@pytest.mark.parametrize(
    ("text", "first_month", "moved"),
    [
        ("Plan 2023/24", 4, "Plan 2024/25"),
        ("Plan 23-24, was 22-23", 4, "Plan 24-25, was 22-23"),
        ("Plan 2023 to 24", 4, "Plan 2024 to 25"),
        ("Plan 2023 - 2024", 4, "Plan 2024 - 2025"),
        ("Plan 2123/24", 4, "Plan 2123/24"),
        ("Plan 2023", 4, "Plan 2023"),
        ("Plan 2023", 1, "Plan 2024"),
        ("Plan 2022", 1, "Plan 2022"),
        ("Plan 2022/23", 1, "Plan 2022/23"),
    ],
)
def test_the_label_of_a_year_moved_on(text: str, first_month: int, moved: str) -> None:
    assert move_year(text, FiscalYear(2023, first_month), FiscalYear(2024, first_month)) == moved


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Plan 2022/23", "Plan 2024/25"),
        ("Plan 22-23 and 2023", "Plan 24-25 and 2024"),
        ("Plan 1999", "Plan 1999"),
    ],
)
def test_every_year_made_one(text: str, moved: str) -> None:
    assert move_years(text, 2024) == moved


@pytest.mark.parametrize(
    ("text", "third"),
    [
        ("Q1", "Q3"),
        ("q2 and Quarter 4", "q3 and Quarter 3"),
        ("QUARTER ONE", "QUARTER THREE"),
        ("Quarter One", "Quarter Three"),
        ("quarter one", "quarter three"),
        ("second quarter", "third quarter"),
        ("First qtr", "Third qtr"),
        ("2nd Quarter", "3rd Quarter"),
        ("1ST QUARTER", "3RD QUARTER"),
        ("4th quarter", "3rd quarter"),
    ],
)
def test_the_number_of_a_quarter_in_its_own_style(text: str, third: str) -> None:
    assert renumber(text, 3) == third


@pytest.mark.parametrize(
    ("number", "word", "ordinal", "figures"),
    [
        (1, "one", "first", "1st"),
        (2, "two", "second", "2nd"),
        (3, "three", "third", "3rd"),
        (4, "four", "fourth", "4th"),
    ],
)
def test_all_the_ways_to_say_a_number(number: int, word: str, ordinal: str, figures: str) -> None:
    others = ("quarter one", "first quarter", "1st quarter", "quarter 1")
    assert [renumber(text, number) for text in others] == [
        f"quarter {word}", f"{ordinal} quarter", f"{figures} quarter", f"quarter {number}"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "old", "moved"),
    [
        ("October to December 2023", Q3, "January to March 2024"),
        ("Oct 2023 – Dec 2023", Q3, "Jan 2024 – Mar 2024"),
        ("OCT/DEC", Q3, "JAN/MAR"),
        ("October until December", Q3, "January until March"),
        ("October to November", Q3, "October to November"),
        ("Apr-Jun", Q1, "Jul-Sep"),
        ("April - June", Q1, "July - September"),
        ("Jan - Mar 2024", Q4, "Apr - Jun 2024"),
    ],
)
def test_the_months_of_a_quarter(text: str, old: FiscalQuarter, moved: str) -> None:
    assert move_months(text, old, old + 1) == moved


def test_what_still_names_a_month_that_has_gone_is_not_proposed() -> None:
    assert list(move_words("Q3, as at October", Q3, Q4, APRIL_YEARS)) == []
    assert list(move_words("Q3, AS AT NOV", Q3, Q4, APRIL_YEARS)) == []
    assert set(move_words("Octopus Q3, may go on", Q3, Q4, APRIL_YEARS)) == {"Octopus Q4, may go on"}


def test_the_names_a_quarter_goes_by() -> None:
    calendar = YearConvention(single_year=SingleYear.CALENDAR)
    assert list(list_names_of(Q4, APRIL_YEARS)) == [(4, 2023)]
    assert list(list_names_of(Q4, calendar)) == [(4, 2023), (1, 2024)]
    assert list(list_names_of(Q2, calendar)) == [(2, 2023), (3, 2023)]
