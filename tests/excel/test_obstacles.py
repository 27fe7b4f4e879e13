"""What keeps text out of a cell, found before anything is asked: formulas, locks, kinds of file that are not written."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from peerxl.excel.obstacles import FORMULA, find_obstacles
from peerxl.model.obstacle import NO_OBSTACLES, Obstacle
from peerxl.model.sheet import Cell

CELLS = [Cell("Plan", row, column) for row in (1, 2, 9) for column in (1, 2)]


def found(path: Path) -> dict[str, Obstacle]:
    obstacles = find_obstacles(path, ["Plan"], CELLS)
    assert obstacles.whole == ""
    return {str(cell): obstacle for cell in CELLS if (obstacle := obstacles.at(cell))}


def made(path: Path, *, is_protected: bool = False, formula: str = "") -> Path:
    """A workbook in which A1 is open and the rest locked, should its sheet be protected; a formula stands in B1."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, other = book.add_worksheet("Plan"), book.add_worksheet("Other")
        sheet.write_string("A1", "Open", book.add_format({"locked": False}))
        sheet.write_string("A2", "Locked")
        other.write_formula("A1", "=1+1")
        if formula:
            sheet.write_formula("B1", formula)
        if is_protected:
            sheet.protect()
    return path


def test_a_plain_sheet_has_none(tmp_path: Path) -> None:
    assert found(made(tmp_path / "plan.xlsx")) == {}
    assert find_obstacles(made(tmp_path / "plan.xlsx"), ["Plan"], ()) == NO_OBSTACLES


def test_a_formula(tmp_path: Path) -> None:
    assert found(made(tmp_path / "plan.xlsx", formula="=1+1")) == {"Plan!B1": Obstacle.FORMULA}


@pytest.mark.parametrize(
    ("part", "is_formula"),
    [
        *((b"<c><f>1</f></c>", True), (b'<c><f t="shared"/></c>', True), (b"<x:c><x:f\n>1</x:f></x:c>", True)),
        *((b"<c><f/></c>", True), (b"<formula1>A1</formula1>", False), (b"<x:formula1>A1</x:formula1>", False)),
    ],
)
def test_a_formula_is_told_from_a_drop_downs(part: bytes, is_formula: bool) -> None:
    assert (FORMULA.search(part) is not None) is is_formula


def test_what_a_formula_fills(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plan"
    sheet["A1"] = ArrayFormula("A1:B2", "=ROW(A1:B2)")
    book.save(tmp_path / "plan.xlsx")
    assert found(tmp_path / "plan.xlsx") == dict.fromkeys(
        ("Plan!A1", "Plan!B1", "Plan!A2", "Plan!B2"), Obstacle.FORMULA
    )


def test_a_protected_sheet(tmp_path: Path) -> None:
    locked = dict.fromkeys(("Plan!A2", "Plan!B2", "Plan!A9", "Plan!B9"), Obstacle.LOCKED)
    assert found(made(tmp_path / "a.xlsx", is_protected=True)) == {**locked, "Plan!B1": Obstacle.LOCKED}
    assert found(made(tmp_path / "b.xlsx", is_protected=True, formula="=1+1")) == {
        **locked,
        "Plan!B1": Obstacle.FORMULA,
    }


@pytest.mark.parametrize(
    ("name", "content", "whole"),
    [
        (
            "plan.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "cells cannot be written into an Excel 97-2003 workbook; open it in Excel and save it as .xlsx.",
        ),
        ("plan.xlsx", b"words", "this is not an Excel workbook (its content is something else); open it in Excel and"),
    ],
)
def test_a_workbook_that_is_never_written(tmp_path: Path, name: str, content: bytes, whole: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert find_obstacles(path, ["Plan"], CELLS).whole.startswith(whole)
    # Also where answers have no column yet: to add one would not help.
    assert find_obstacles(path, ["Plan"], ()).whole.startswith(whole)


def test_a_sheet_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "plan.xlsx", formula="=1")
    assert find_obstacles(path, ["Gone"], [Cell("Gone", 1, 1)]) == NO_OBSTACLES


def test_cells_are_listed_only_where_something_may_be_in_the_way(tmp_path: Path) -> None:
    cells = iter(CELLS)
    assert find_obstacles(made(tmp_path / "plan.xlsx"), ["Plan"], cells) == NO_OBSTACLES
    # The formula on the other sheet is in nobody's way.
    assert list(cells) == CELLS
