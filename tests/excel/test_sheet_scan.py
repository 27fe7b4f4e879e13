"""Cells far from all others: what they cost, and what stays of a sheet that has some."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import xlsxwriter

from peerxl.excel.cell_styles import CellStyles
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Cell
from tests.conftest import SHARED, needs_shared

TABLE = {(row, column): f"{row} {column}" for row in range(1, 4) for column in range(1, 4)}


def write_cells(path: Path, positions: Iterable[tuple[int, int]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        for row, column in positions:
            sheet.write_string(row - 1, column - 1, f"{row} {column}")
    return path


@pytest.mark.parametrize(
    ("far", "strays", "corner"),
    [
        ([(1_048_567, 6)], ["F1048567"], (3, 3)),
        ([(60_000, 300)], ["KN60000"], (3, 3)),
        ([(2, 300)], ["KN2"], (3, 3)),
        ([(1_048_576, 16_384)], ["XFD1048576"], (3, 3)),
        ([(2_000, 1), (2_001, 2)], ["A2000", "B2001"], (3, 3)),
        ([(900, 1)], [], (900, 3)),
        ([(3, 90)], [], (3, 90)),
        ([(2, column) for column in range(4, 300)], [], (3, 299)),
        ([(2_000 + row, column) for row in range(60) for column in (1, 2)], [], (2_059, 3)),
    ],
    ids=str,
)
def test_what_is_far_is_named_and_not_read(
    tmp_path: Path, far: list[tuple[int, int]], strays: list[str], corner: tuple[int, int]
) -> None:
    (sheet,) = read_sheets(write_cells(tmp_path / "plan.xlsx", [*TABLE, *far]))
    assert [cell.address for cell in sheet.strays] == strays
    assert (len(sheet.rows), max(map(len, sheet.rows))) == corner
    assert all(sheet.value(*position) == text for position, text in TABLE.items())


@needs_shared
def test_a_word_in_the_last_row_costs_no_memory() -> None:
    import tracemalloc

    tracemalloc.start()
    (sheet,) = read_sheets(SHARED / "faults" / "one-word-far-away.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (len(sheet.rows), [cell.address for cell in sheet.strays]) == (2, ["F1048567"])
    assert peak < 5_000_000


def test_how_cells_look(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_number(0, 0, 1.1, book.add_format({"num_format": "0.00"}))
        sheet.write_number(0, 1, 45_000, book.add_format({"num_format": 17}))
        sheet.write_blank(11, 0, None, book.add_format({"bg_color": "#00FF00", "pattern": 1}))
        sheet.write_number(0, 27, 7, book.add_format({"num_format": '"R-"000'}))
    styles = CellStyles(path)
    formats = [styles.number_format(Cell("Plan", 1, column)) for column in (1, 2, 3, 28)]
    assert formats == ["0.00", "mmm-yy", None, '"R-"000']
    assert [styles.fill(Cell("Plan", row, 1)) for row in (1, 12, 13)] == ["", "00FF00", ""]
    assert styles.number_format(Cell("Nowhere", 1, 1)) is None
    assert CellStyles(tmp_path / "plan.xls").fill(Cell("Plan", 1, 1)) == ""
