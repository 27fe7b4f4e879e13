"""Headings merged over several columns, and the column they name."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.sheet import Block, Sheet
from peerxl.reading.headers.header import header_at
from peerxl.reading.headers.merged_headings import place_headings
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text
from tests.reading.tables import typed

ROWS = "| 1 | Mend the old pier | Ann Field |\n| 2 | Paint the long quay | Bo Lane |"


@pytest.mark.parametrize(
    ("headings", "body", "merged", "columns"),
    [
        ("Action | | Owner", ROWS, Block(1, 1, 1, 2), [2, 3]),
        ("Action | | Owner", ROWS, Block(1, 3, 1, 4), [1, 3]),
        ("Task | | Owner", ROWS, Block(1, 1, 1, 2), [2, 3]),
        ("Comments | | Owner", ROWS, Block(1, 1, 1, 2), [2, 3]),
        ("Recommendation | | Owner", ROWS, Block(1, 1, 1, 2), [2, 3]),
        ("Progress | | Owner", ROWS, Block(1, 1, 1, 2), [2, 3]),
        ("Owner | | Action", ROWS, Block(1, 1, 1, 2), [1, 3]),
        ("Action | | Owner", "| Mend the pier | | Ann |\n| Paint the quay | see | Bo |", Block(1, 1, 1, 2), [1, 3]),
        ("Action | Text | Owner", ROWS, Block(1, 1, 1, 2), [1, 2, 3]),
    ],
)
def test_which_column_a_merged_heading_names(headings: str, body: str, merged: Block, columns: list[int]) -> None:
    sheet = Sheet("Plan", typed(f"| {headings} |\n{body}").rows, (merged,))
    header = place_headings(sheet, header_at(sheet, 1, APRIL_YEARS), [2, 3])
    assert [cell.column for cell, _ in header.headed] == columns


def test_the_rows_of_its_own_table_say_which_column_a_merged_heading_names() -> None:
    sheet = Sheet("Plan", typed(f"| Action | | Owner |\n{ROWS}").rows, (Block(1, 1, 1, 2),))
    plan = plan_from_sheets([sheet], Request("plan.xlsx"))
    assert [action.text for action in plan.actions] == ["Mend the old pier", "Paint the long quay"]


def test_a_heading_that_is_not_merged_stays() -> None:
    plan = plan_from_text("| Action | | Owner |\n| Mend | a word or two of it | Ann Field |")
    assert [action.text for action in plan.actions] == ["Mend"]
