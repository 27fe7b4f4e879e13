"""What a column that is missing is to be called, and where a quarter's answers go."""

from __future__ import annotations

import pytest

from peerxl.model.answer_field import COMMENT, DATE, STATUS, AnswerField
from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter
from peerxl.model.layout import Column, Field, Table
from peerxl.model.sheet import Cell
from peerxl.reading.answer_columns import (
    find_target,
    is_read_as,
    lacks_only,
    move_heading,
    name_new_column,
    name_quarter_in,
)
from tests.conftest import plan_from_text

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))
NEXT = FiscalQuarter(2024, 1)


def table_of(headings: str, quarter: FiscalQuarter | None = Q1) -> Table:
    cells = " Begun |" * len(headings.split("|"))
    return plan_from_text(f"| Action | Owner | {headings} |\n| Mend the pier | Ann |{cells}", quarter).tables[0]


@pytest.mark.parametrize(
    ("headings", "quarter", "lacks"),
    [
        ("Q1 status", Q2, True),
        ("Q1 status", Q1, False),
        ("Status", Q2, False),
        ("Q1 2023/24 status | Q3 2023/24 status", Q2, True),
        ("Q3 2023/24 status", Q2, False),
        ("Q1 2023/24 status | Status", Q2, True),
        ("Evidence", Q2, False),
    ],
)
def test_whether_only_a_quarters_columns_are_missing(headings: str, quarter: FiscalQuarter, lacks: bool) -> None:
    assert lacks_only(table_of(headings), quarter) == lacks


@pytest.mark.parametrize(
    ("headings", "field", "quarter", "heading"),
    [
        ("Q4 2022/23 RAG | Q1 2023/24 status", STATUS, Q2, "Q2 2023/24 status"),
        ("Q1 2023/24 status | Q4 2022/23 RAG", STATUS, Q2, "Q2 2023/24 status"),
        ("Quarter 4 22/23 notes | Q1 23/24 notes", STATUS, Q2, "Q2 23/24 update"),
        ("Q1 23/24 notes | Quarter 4 22/23 notes", STATUS, Q2, "Q2 23/24 update"),
        ("Status of Q1 | Notes of Q1", STATUS, Q2, "Status of Q2"),
        ("Status Q1 23-24", COMMENT, Q2, "Quarter 2 2023/24 comments"),
        ("Q1 Apr-Jun status", STATUS, Q2, "Quarter 2 2023/24 update"),
        ("June 2023 status", STATUS, Q2, "Quarter 2 2023/24 update"),
        ("Q1 status", STATUS, NEXT, "Q1 2024/25 status"),
        ("Q1 2023/24 status | Q2 2023/24 status", STATUS, Q2, "Quarter 2 2023/24 update"),
        ("Status", COMMENT, Q1, "Comments"),
        ("Comments", STATUS, Q1, "Status"),
        ("Q1 status", DATE, Q2, "Revised timescale"),
        ("Previous status", COMMENT, Q2, "Quarter 2 2023/24 comments"),
        ("Q1 status | Q1 update", COMMENT, Q2, "Q2 update"),
        ("Q1 status | Q1 update", STATUS, Q2, "Q2 status"),
        ("Q1 23/24 RAG / progress | Latest news", COMMENT, Q2, "Q2 23/24 latest news"),
        ("Q1 update | Comments", COMMENT, Q2, "Q2 comments"),
        ("Q1 2023/24 RAG | Comments", COMMENT, Q2, "Q2 2023/24 comments"),
    ],
)
def test_the_heading_of_a_column_that_is_missing(
    headings: str, field: AnswerField, quarter: FiscalQuarter, heading: str
) -> None:
    assert name_new_column(table_of(headings), field, quarter, APRIL_YEARS) == heading


def column(text: str) -> Column:
    return Column(Cell("Plan", 1, 3, text), Field.STATUS, Q1, "")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Q1 status", ["Q3 status", "Q3 2023/24 status"]),
        ("Q1  (Apr - Jun)\nstatus", ["Q3 status", "Q3 2023/24 status"]),
        ("Status Q4 22-23", ["Status Q3 23-24"]),
        ("Qtr. 2 RAG (green)", ["Qtr. 3 RAG (green)", "Qtr. 3 2023/24 RAG (green)"]),
        ("Status", []),
        ("Q1 June status", []),
        ("2021 progress", ["2023 progress"]),
        ("Progress 2021/22", ["Progress 2023/24"]),
    ],
)
def test_a_heading_moved_on(text: str, moved: list[str]) -> None:
    assert list(move_heading(column(text), Q3)) == moved


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Q1 status", "Q3 2023/24 status"),
        ("Quarter 1\nRAG", "Quarter 3 2023/24 RAG"),
        ("Status", "Q3 2023/24 status"),
        ("RAG now", "Q3 2023/24 RAG now"),
        ("RAG / progress", "Q3 2023/24 RAG / progress"),
        ("A status", "Q3 2023/24 a status"),
        ("Status Q1 2022/23", "Status Q3 2023/24"),
    ],
)
def test_a_heading_with_its_quarter_in_it(text: str, named: str) -> None:
    assert name_quarter_in(column(text), Q3) == named


@pytest.mark.parametrize(
    ("headings", "cells", "field", "target"),
    [
        ("Due | Q1 status", "June 2023 | Begun", STATUS, ("D2", "Begun")),
        ("Due | Q1 status", "June 2023 |", STATUS, ("D2", "")),
        ("Due | Q2 status", "June 2023 | Begun", STATUS, None),
        ("Due | Q1 comments", "June 2023 | Begun", STATUS, None),
        ("Due | Q1 comments", "June 2023 | Begun", COMMENT, ("D2", "Begun")),
        ("Due | % done", "June 2023 | 50", STATUS, None),
        ("Due | % done", "June 2023 | 50", COMMENT, None),
        ("Due | Status", "June 2023 | Begun", DATE, ("C2", "June 2023")),
        ("Original due | Revised due", "June 2023 | July 2023", DATE, ("D2", "July 2023")),
        ("Original due | Revised due", "June 2023 |", DATE, ("D2", "")),
        ("Status | Comments", "Begun | It is", DATE, None),
    ],
)
def test_the_cell_an_answer_goes_to(
    headings: str, cells: str, field: AnswerField, target: tuple[str, str] | None
) -> None:
    plan = plan_from_text(f"| Action | Owner | {headings} |\n| Mend it | Ann | {cells} |", Q1)
    cell = find_target(plan, plan.actions[0], field, Q1)
    assert (cell and (cell.address, cell.text)) == target


@pytest.mark.parametrize(("heading", "takes"), [("% done", True), ("Percent complete", True), ("Status", False)])
def test_whether_a_column_takes_numbers(heading: str, takes: bool) -> None:
    plan = plan_from_text(f"| Action | Owner | Due | {heading} |\n| Mend it | AD Roads | June 2023 | 50 |", Q1)
    assert {column for _, column in plan.percentages} == ({4} if takes else set())


@pytest.mark.parametrize(
    ("headings", "heading", "field", "quarter", "is_one"),
    [
        ("Status", "Comments", COMMENT, Q1, True),
        ("Status", "Comments", STATUS, Q1, False),
        ("Status", "Owner", STATUS, Q1, False),
        ("Q1 status", "Comments", COMMENT, Q2, False),
        ("Q1 status", "Q2 update", STATUS, Q2, True),
        ("Q1 status", "Q2 comments", STATUS, Q2, False),
        ("Q1 status", "Q2 owner", STATUS, Q2, False),
        ("Q1 status", "Q3 status", STATUS, Q2, False),
        ("Q1 status", "Q2 2022/23 status", STATUS, Q2, False),
        ("Q1 2022/23 status", "Q2 status", STATUS, Q2, False),
        ("Q1 status", "q1 STATUS", STATUS, Q1, False),
    ],
)
def test_whether_a_heading_would_be_read_as_a_quarters(
    headings: str, heading: str, field: AnswerField, quarter: FiscalQuarter, is_one: bool
) -> None:
    assert is_read_as(heading, field, quarter, table_of(headings), APRIL_YEARS) == is_one
