"""Which quarter a column's heading names, and which it reports on when the year is said elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.reading.columns.quarters import date_columns
from peerxl.reading.columns.tracker_layout import HeadedColumn
from peerxl.reading.headers.title import Title
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.quarter_names import PREVIOUS, QuarterName, read_quarter_name, split_quarter

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "quarter", "rest"),
    [
        ("Q3 2023/24 update", QuarterName(3, 2023), "update"),
        ("Progress March 23", QuarterName(4, 2022), "Progress"),
        ("Position (Sept 2023)", QuarterName(2, 2023), "Position"),
        ("Position (Sept 2023) now", QuarterName(2, 2023), "Position   now"),
        ("Q3", QuarterName(3), ""),
        ("Progress: Q3.", QuarterName(3), "Progress:"),
        ("Q1 and Q2 update", None, "Q1 and Q2 update"),
        ("Q1 to Q2", None, "Q1 to Q2"),
        ("2023/24", None, "2023/24"),
        ("Q3 update (October to December 2023)", QuarterName(3, 2023), "Q3 update"),
        ("What is it that we did there Q3", QuarterName(3), "What is it that we did there"),
        ("What is it that we all did there Q3", None, "What is it that we all did there Q3"),
        ("Update", None, "Update"),
    ],
)
def test_the_quarter_at_the_edge_of_a_heading(text: str, quarter: QuarterName | None, rest: str) -> None:
    assert split_quarter(text, APRIL_YEARS) == (quarter, rest)


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("Q3 2023/24", (3, 2023, date(2023, 12, 31))),
        ("Q3", (3, None, date(2000, 12, 31))),
        ("November 2023", (3, 2023, date(2023, 11, 30))),
        ("November", (3, None, date(2000, 11, 30))),
        ("by November 2023", (3, 2023, date(2023, 11, 30))),
        ("November 2023 (draft)", None),
        ("October to December 2023", (3, 2023, date(2023, 12, 31))),
        ("October 2023 to January 2024", None),
        ("from October 2023", None),
        ("ongoing", None),
    ],
)
def test_a_period_as_a_quarter(period: str, name: tuple[int, int | None, date] | None) -> None:
    read = read_quarter_name(period, APRIL_YEARS)
    assert (read and (read.number, read.year, read.last_day)) == name


def test_quarters_of_a_year_that_begins_in_january() -> None:
    assert read_quarter_name("Q3", YearConvention(1)) == QuarterName(3)
    assert read_quarter_name("November", YearConvention(1)) == QuarterName(4)
    assert QuarterName(0) == PREVIOUS


def columns_of(
    headings: str, year: int | None, titled: FiscalQuarter | None, reporting: FiscalQuarter | None
) -> list[str]:
    """The columns as "status Q1 2023/24", with the quarter's own name where its year is not known."""
    uses = []
    for number, text in enumerate(headings.split(" | "), 1):
        heading = read_heading(text, APRIL_YEARS)
        field = Field.COMMENT if heading.is_update else heading.field or Field.EXTRA
        uses.append(HeadedColumn(Cell("Plan", 1, number, text), field, heading.quarter))
    fiscal = FiscalYear(year) if year else None
    dated = date_columns(uses, Title("", fiscal, titled, fiscal), reporting, APRIL_YEARS)
    return [f"{column.field} {column.quarter or column.name}".strip() for column in dated]


@pytest.mark.parametrize(
    ("headings", "year", "titled", "reporting", "columns"),
    [
        ("Owner | Status | Comments", None, None, None, "owner | status | comment"),
        ("Owner | Status | Comments", None, Q1, None, "owner | status Q1 2023/24 | comment Q1 2023/24"),
        ("Status", None, None, Q2, "status Q2 2023/24"),
        ("Status", None, Q1, Q2, "status Q1 2023/24"),
        ("Q1 2022/23 status | Status", None, Q1, Q2, "status Q1 2022/23 | status Q1 2023/24"),
        ("Q3 status", 2022, Q1, Q2, "status Q3 2022/23"),
        ("Q3 status", None, None, Q2, "status Q3 2022/23"),
        ("Q2 status", None, None, Q2, "status Q2 2023/24"),
        ("Q1 status", None, None, Q2, "status Q1 2023/24"),
        ("Q3 status", None, Q1, None, "status Q3"),
        ("Previous status | Status", None, None, Q2, "status Q1 2023/24 | status Q2 2023/24"),
        ("Previous status | Status", None, Q1, Q2, "status Q4 2022/23 | status Q1 2023/24"),
        ("Previous status | Status", None, None, None, "extra Q0 | status"),
        ("Q2 2023/24 status | Status", None, None, Q2, "status Q2 2023/24 | overall status"),
        ("Status | Q2 2023/24 status", None, None, Q2, "overall status | status Q2 2023/24"),
        ("Q1 2023/24 status | Status", None, None, Q2, "status Q1 2023/24 | status Q2 2023/24"),
        ("Q1 2023/24 status | Previous status", None, None, Q2, "status Q1 2023/24 | extra Q1 2023/24"),
        ("Q2 status | Q2 2023/24 status", None, None, Q2, "status Q2 2023/24 | extra Q2 2023/24"),
        ("Q1 status | Q2 status | Q1 comments", None, None, None, "status Q1 | status Q2 | comment Q1"),
        ("Q1 status | Q1 RAG", None, None, None, "status Q1 | extra Q1"),
        ("Q1 status | Status", None, None, None, "status Q1 | overall status"),
        # Of whole years, that of the year reported on takes the answers, and the others are of when their year ends.
        (
            "2022 progress | 2023 progress | 2024 progress",
            None,
            None,
            Q3,
            "comment Q3 2022/23 | comment Q3 2023/24 | comment Q3 2024/25",
        ),
        (
            "2024 progress | 2023 progress | 2022 progress",
            None,
            None,
            Q1,
            "comment Q3 2024/25 | comment Q1 2023/24 | comment Q3 2022/23",
        ),
        ("2019 progress | 2020 progress", None, None, Q1, "comment Q3 2019/20 | comment Q3 2020/21"),
        ("2023 progress | 2024 progress", None, None, Q1, "comment Q1 2023/24 | comment Q3 2024/25"),
        ("2023/24 progress | 2022/23 progress", None, None, Q1, "comment Q1 2023/24 | comment Q4 2022/23"),
        ("2019 progress | 2020 progress", None, None, None, "comment Q3 2019/20 | comment"),
        (
            "RAG 2021/22 | RAG 2022/23 | Status",
            None,
            None,
            Q1,
            "status Q4 2021/22 | status Q4 2022/23 | status Q1 2023/24",
        ),
        ("2022 progress | Q1 2023/24 progress", None, None, Q1, "comment Q3 2022/23 | comment Q1 2023/24"),
        (
            "Status | Q2 status | Comments | Q2 comments",
            None,
            None,
            Q2,
            "overall status | status Q2 2023/24 | extra Q2 2023/24 | comment Q2 2023/24",
        ),
        ("Date raised | Date opened", None, None, Q2, "date raised | date raised"),
        ("Previous status | Q1 2023/24 RAG", None, None, Q2, "extra Q1 2023/24 | status Q1 2023/24"),
        ("Q2 2023/24 comments | Status", None, None, Q2, "comment Q2 2023/24 | status Q2 2023/24"),
    ],
)
def test_the_quarter_a_column_reports_on(
    headings: str, year: int | None, titled: FiscalQuarter | None, reporting: FiscalQuarter | None, columns: str
) -> None:
    assert " | ".join(columns_of(headings, year, titled, reporting)) == columns
