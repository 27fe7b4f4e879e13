"""Cells and rows that are created, merged blocks, and what the sheet says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.excel.patch import set_cells
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import MAIN, handmade, sheet_of, sheet_xml
from tests.excel.patch.patched import INLINE, ROWS, by_calamine, patched_rows


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("A1", '<row r="1">[]</row><row r="2" spans="2:4"><c r="B2"/><c r="D2"/></row><row r="4"/>'),
        ("A2", '<row r="2" spans="2:4">[]<c r="B2"/><c r="D2"/></row><row r="4"/>'),
        ("C2", '<row r="2" spans="2:4"><c r="B2"/>[]<c r="D2"/></row><row r="4"/>'),
        ("E2", '<row r="2" spans="2:4"><c r="B2"/><c r="D2"/>[]</row><row r="4"/>'),
        ("B3", '<row r="2" spans="2:4"><c r="B2"/><c r="D2"/></row><row r="3">[]</row><row r="4"/>'),
        ("B4", '<row r="2" spans="2:4"><c r="B2"/><c r="D2"/></row><row r="4">[]</row>'),
        ("B5", '<row r="2" spans="2:4"><c r="B2"/><c r="D2"/></row><row r="4"/><row r="5">[]</row>'),
    ],
)
def test_a_missing_cell_is_created_in_its_place(tmp_path: Path, name: str, rows: str) -> None:
    assert patched_rows(tmp_path, ROWS, {name: "x"}) == rows.replace("[]", f'<c r="{name}" {INLINE}x</t></is></c>')
    assert patched_rows(tmp_path, ROWS, {name: None}) == ROWS


def test_several_missing_cells_come_in_order_whatever_the_order_asked(tmp_path: Path) -> None:
    cells: dict[str, str | None] = {
        "C5": "x",
        "B2": "x",
        "A5": "x",
        "E2": "x",
        "C2": "x",
        "A3": "x",
        "F2": "x",
        "B4": "x",
        "A4": "x",
    }
    rows = patched_rows(tmp_path, ROWS, cells).replace(f" {INLINE}x</t></is></c>", "/>")
    assert rows == (
        '<row r="2" spans="2:4"><c r="B2"/><c r="C2"/><c r="D2"/><c r="E2"/><c r="F2"/></row><row r="3"><c r="A3"/></row>'
        '<row r="4"><c r="A4"/><c r="B4"/></row><row r="5"><c r="A5"/><c r="C5"/></row>'
    )


def test_a_sheet_without_rows(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("").replace("<sheetData></sheetData>", "<sheetData />"))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B2": "x", "A1": "y"}})
    assert by_calamine(tmp_path / "target.xlsx") == [["y", ""], ["", "x"]]
    assert "<sheetData ><row" in sheet_of(tmp_path / "target.xlsx")


COLUMNS = '<cols><col min="1" max="2" width="9"/><col min="3" max="16384" style="2" width="9"/></cols>'


def test_columns_that_say_nothing_of_a_style(tmp_path: Path) -> None:
    columns = (
        '<cols><col/><col min="x" max="9" style="1"/><col min="1" max=" " style="1"/><col min="-1" max="9" style="1"/>'
        '<col min="2" max="3" style="1"/></cols>'
    )
    rows = patched_rows(tmp_path, "", {"A1": "x", "D1": "x"}, columns)
    assert rows == f'<row r="1"><c r="A1" {INLINE}x</t></is></c><c r="D1" {INLINE}x</t></is></c></row>'


def test_what_is_created_has_the_prefix_of_its_surroundings(tmp_path: Path) -> None:
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"/></x:sheetData></x:worksheet>'
    path = handmade(tmp_path, sheet)
    set_cells(path, path, {"Plan": {"A1": 1, "A2": True, "A3": "x"}})
    cells = (
        '<x:c r="A1"><x:v>1</x:v></x:c>',
        '<x:c r="A2" t="b"><x:v>1</x:v></x:c>',
        '<x:c r="A3" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c>',
    )
    rows = "".join(f'<x:row r="{number}">{cell}</x:row>' for number, cell in enumerate(cells, 1))
    assert sheet_of(path) == sheet.replace('<x:row r="2"/>', rows)


@pytest.mark.parametrize(
    ("row", "name", "style"),
    [
        ('<row r="1" s="1" customFormat="1"/>', "A1", ' s="1"'),
        ('<row r="1" s="1" customFormat="true"/>', "C1", ' s="1"'),
        ('<row r="1" s="1"/>', "A1", ""),
        ('<row r="1" s="1" customFormat="0"/>', "C1", ' s="2"'),
        ('<row r="1"/>', "XFD1", ' s="2"'),
        ("", "C1", ' s="2"'),
        ("", "B1", ""),
    ],
)
def test_a_created_cell_has_its_rows_style_else_its_columns(tmp_path: Path, row: str, name: str, style: str) -> None:
    assert f'<c r="{name}"{style} t="inlineStr">' in patched_rows(tmp_path, row, {name: "x"}, COLUMNS)


@pytest.mark.parametrize(
    ("dimension", "name", "grown"),
    [
        ("A1:C3", "B2", "A1:C3"),
        ("A1:C3", "D2", "A1:D3"),
        ("B2:C3", "A9", "A2:C9"),
        ("A1", "A1", "A1"),
        ("A1", "C3", "A1:C3"),
        ("C3", "A1", "A1:C3"),
        ("nonsense", "C3", "nonsense"),
    ],
)
def test_the_sheets_reach_grows_with_it(tmp_path: Path, dimension: str, name: str, grown: str) -> None:
    path = handmade(tmp_path, sheet_xml("", f"<dimension  ref='{dimension}' />"))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {name: "x"}})
    assert f"<dimension  ref='{grown}' />" in sheet_of(tmp_path / "target.xlsx")


MERGED = '<mergeCells count="2"><mergeCell ref="B2:C4"/><mergeCell ref="E1:E9"/></mergeCells>'


@pytest.mark.parametrize("name", ["B2", "C2", "$c$4", "b3"])
def test_a_merged_block_is_written_by_its_first_cell(tmp_path: Path, name: str) -> None:
    rows = '<row r="2"><c r="B2" s="1"/><c r="C2" s="1"/></row>'
    path = handmade(tmp_path, sheet_xml(rows, after=MERGED))
    assert set_cells(path, tmp_path / "target.xlsx", {"Plan": {name: "x"}}) == (Cell("Plan", 2, 2, "x"),)
    assert f'<c r="B2" s="1" {INLINE}x</t></is></c><c r="C2" s="1"/>' in sheet_of(tmp_path / "target.xlsx")


def test_merged_blocks_that_stand_before_the_rows(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("", before=MERGED))
    assert set_cells(path, tmp_path / "target.xlsx", {"Plan": {"C3": "x"}}) == (Cell("Plan", 2, 2, "x"),)
