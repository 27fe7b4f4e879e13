"""Cells that are refused, each with its own exception and one sentence; the target is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.excel.errors import OddSheetError
from peerxl.excel.patch import set_cells
from peerxl.excel.patch.edit.refusals import FormulaCellError, LockedCellError, TableHeadingError, TableTotalError
from tests.excel.patch.handmade import (
    MAIN,
    STYLES,
    handmade,
    parts,
    relations,
    sheet_xml,
    workbook_xml,
    zipped,
)
from tests.excel.patch.refusal import refusal, refused_cell

FILLED = (
    '<row r="1"><c r="A1"><f t="{kind}" ref="A1:B2">SUM(1)</f><v>1</v></c><c r="B1"><v>2</v></c></row>'
    '<row r="2"><c r="A2"><v>3</v></c></row>'
)


@pytest.mark.parametrize("cell", ["<f>B1</f><v/>", '<f t="shared" si="0"/><v>1</v>', "<f/>", "<v>1</v><f>B1</f>"])
def test_a_formula(tmp_path: Path, cell: str) -> None:
    assert refused_cell(tmp_path, f'<row r="3"><c r="A3" cm="1">{cell}</c></row>', "A3", FormulaCellError) == (
        "!Plan!A3: the cell holds a formula, so nothing was written; remove the formula in Excel."
    )


@pytest.mark.parametrize("kind", ["array", "dataTable"])
@pytest.mark.parametrize("name", ["B1", "A2", "B2"])
def test_a_cell_that_another_cells_formula_fills(tmp_path: Path, kind: str, name: str) -> None:
    assert refused_cell(tmp_path, FILLED.format(kind=kind), name, FormulaCellError) == (
        f"!Plan!{name}: the formula in A1 fills the cell, so nothing was written; remove the formula in Excel."
    )


def test_emptying_a_formula_is_refused_too(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(FILLED.format(kind="array")))
    refusal(path, {"Plan": {"A1": None}}, FormulaCellError)


def test_a_merged_blocks_formula_is_refused_by_any_of_its_cells(tmp_path: Path) -> None:
    rows, merged = '<row r="1"><c r="A1"><f>1</f></c></row>', '<mergeCells><mergeCell ref="A1:C3"/></mergeCells>'
    assert refused_cell(tmp_path, rows, "B2", FormulaCellError, merged).startswith("!Plan!A1: ")


PROTECTED = '<sheetProtection sheet="1" objects="1"/>'
LOCKED = "!Plan!{}: the cell is locked and its sheet protected; unlock it in Excel (Review, Unprotect Sheet)."


@pytest.mark.parametrize("name", ["A1", "C1", "A9"])
def test_a_locked_cell_on_a_protected_sheet(tmp_path: Path, name: str) -> None:
    rows = '<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/></row>'
    path = handmade(tmp_path, sheet_xml(rows, after=PROTECTED))
    assert refusal(path, {"Plan": {name: "x", "B1": "x"}}, LockedCellError) == LOCKED.format(name)
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B1": "x"}})
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {name: "x"}}, even_locked=True)


@pytest.mark.parametrize(
    "protection", ['<sheetProtection objects="1"/>', '<sheetProtection sheet="0" password="ABCD"/>']
)
def test_a_sheet_whose_protection_is_off(tmp_path: Path, protection: str) -> None:
    set_cells(handmade(tmp_path, sheet_xml("", after=protection)), tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


def test_ranges_that_anybody_may_edit(tmp_path: Path) -> None:
    ranges = (
        f'{PROTECTED}<protectedRanges><protectedRange sqref="A1:A3 C1" name="open"/>'
        '<protectedRange password="CC1A" sqref="B1" name="shut"/></protectedRanges>'
    )
    path = handmade(tmp_path, sheet_xml("", after=ranges))
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A2": "x", "C1": "x"}})
    refusal(path, {"Plan": {"B1": "x"}}, LockedCellError)


@pytest.mark.parametrize(
    "content", ["<securityDescriptor>O:WDG:WDD:(A;;CC;;;BU)</securityDescriptor>", "<!-- O:WD -->"]
)
def test_a_range_that_says_inside_who_may_edit_it(tmp_path: Path, content: str) -> None:
    ranges = f'<protectedRanges><protectedRange sqref="B1" name="some">{content}</protectedRange></protectedRanges>'
    path = handmade(tmp_path, sheet_xml("", after=PROTECTED + ranges))
    assert refusal(path, {"Plan": {"B1": "x"}}, LockedCellError) == LOCKED.format("B1")


@pytest.mark.parametrize("key", ["password", "hashValue", "securityDescriptor"])
def test_a_range_that_asks_for_something(tmp_path: Path, key: str) -> None:
    ranges = f'<protectedRanges><protectedRange {key}="{{}}" sqref="B1"/></protectedRanges>'
    path = handmade(tmp_path, sheet_xml("", after=PROTECTED + ranges.format("x")))
    assert refusal(path, {"Plan": {"B1": "x"}}, LockedCellError) == LOCKED.format("B1")
    set_cells(handmade(tmp_path, sheet_xml("", after=PROTECTED + ranges.format(""))), path, {"Plan": {"B1": "x"}})


@pytest.mark.parametrize(
    ("protection", "is_locked"),
    [
        ("", True),
        ("<protection/>", True),
        ('<protection hidden="1"/>', True),
        ('<protection locked="1"/>', True),
        ('<protection locked="false"/>', False),
    ],
)
def test_a_style_is_locked_unless_it_says_that_it_is_not(tmp_path: Path, protection: str, is_locked: bool) -> None:
    styles = STYLES.replace('<protection locked="0"/>', protection)
    path = handmade(tmp_path, sheet_xml('<row r="1"><c r="A1" s="1"/></row>', after=PROTECTED), styles=styles)
    if is_locked:
        assert refusal(path, {"Plan": {"A1": "x"}}, LockedCellError) == LOCKED.format("A1")
    else:
        set_cells(path, path, {"Plan": {"A1": "x"}})


def test_what_stands_behind_another_namespace(tmp_path: Path) -> None:
    after = f'<a xmlns="urn:x"><b xmlns="urn:y"></b></a><c xmlns:x="urn:x"/>{PROTECTED}'
    path = handmade(tmp_path, sheet_xml("", after=after))
    assert refusal(path, {"Plan": {"B1": "x"}}, LockedCellError) == LOCKED.format("B1")
    after = f'<a xmlns="urn:x">{PROTECTED}</a><a><b>{PROTECTED}</b></a>'
    set_cells(handmade(tmp_path, sheet_xml("", after=after)), path, {"Plan": {"B1": "x"}})


def test_protection_that_stands_before_the_rows(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("", before=PROTECTED))
    assert refusal(path, {"Plan": {"B1": "x"}}, LockedCellError) == LOCKED.format("B1")


def test_a_missing_cell_is_locked_as_its_column_is(tmp_path: Path) -> None:
    columns = '<cols><col min="2" max="2" style="1"/></cols>'
    path = handmade(tmp_path, sheet_xml("", columns, PROTECTED))
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B7": "x"}})
    refusal(path, {"Plan": {"C7": "x"}}, LockedCellError)


@pytest.mark.parametrize(
    "workbook",
    [
        workbook_xml().replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
        workbook_xml().replace("<bookViews>", '<fileSharing readOnlyRecommended="1"/><bookViews>'),
    ],
)
def test_a_protected_structure_and_a_recommendation_do_not_refuse(tmp_path: Path, workbook: str) -> None:
    set_cells(handmade(tmp_path, sheet_xml(""), workbook=workbook), tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


def with_table(folder: Path, table: str) -> Path:
    content = parts(sheet_xml("", after='<tableParts count="1"><tablePart/></tableParts>'))
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("table", "../tables/table1.xml")).encode()
    columns = '<tableColumns><tableColumn id="1" name="a" totalsRowLabel="Total"/><tableColumn id="2" name="b"/></tableColumns>'
    content["xl/tables/table1.xml"] = f'<table xmlns="{MAIN}" displayName="Actions" {table}>{columns}</table>'.encode()
    path = folder / "plan.xlsx"
    path.write_bytes(zipped(content))
    return path


def test_a_tables_heading_and_the_label_of_its_totals(tmp_path: Path) -> None:
    path = with_table(tmp_path, 'ref="B2:C9" totalsRowCount="1"')
    for name in ("B2", "C2"):
        assert refusal(path, {"Plan": {name: "x"}}, TableHeadingError) == (
            f"!Plan!{name}: the cell is a heading of the table 'Actions'; change it in Excel."
        )
    assert refusal(path, {"Plan": {"B9": "x"}}, TableTotalError) == (
        "!Plan!B9: the cell labels the total row of the table 'Actions'; change it in Excel."
    )
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A2": "x", "B3": "x", "C9": "x"}})


def test_a_table_without_headings(tmp_path: Path) -> None:
    path = with_table(tmp_path, 'ref="B2:C9" headerRowCount="0"')
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B2": "x", "B9": "x"}})


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="A2"/><c r="B3"><v>1</v></c></row>',
        '<row r="2"><c r="A2"/><c s="1" r="$b$3"><f>1</f></c></row><row r="3"/>',
        '<row r="2"><c r="B3"/></row><row r="3"><c r="B3"/></row>',
        '<row r="2"><c r="A2"/><c r="b03"/></row><row r="3"><c/><c/></row>',
        '<row><c/></row><row><c/><c r="B3"><f>1+1</f></c></row>',
        '<row r="3"/><row r="9"><c r = "&#66;3"/></row>',
    ],
)
@pytest.mark.parametrize("text", ["x", None])
def test_a_cell_in_a_row_of_another_number(tmp_path: Path, rows: str, text: str | None) -> None:
    path = handmade(tmp_path, sheet_xml(rows))
    assert refusal(path, {"Plan": {"B3": text}}, OddSheetError) == (
        "!Plan!B3: nothing was written, because a cell of this name stands in another row; "
        "open the workbook in Excel and save it."
    )
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B5": text}})


def test_a_formula_in_a_row_that_its_cell_numbers(tmp_path: Path) -> None:
    rows = '<row><c r="A1"><v>1</v></c></row><row><c r="B3"><f>1+1</f><v>2</v></c></row>'
    assert refused_cell(tmp_path, rows, "B3", FormulaCellError).startswith("!Plan!B3: the cell holds a formula")


def test_rows_that_cells_number_and_cells_that_rows_place(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml('<row><c r="A1"/></row><row><c r="B3"/><c/></row>'))
    assert refusal(path, {"Plan": {"A1": "x"}}, OddSheetError) == (
        "!Plan: nothing was written, because the sheet has rows without numbers and a cell without a name; "
        "open the workbook in Excel and save it."
    )
