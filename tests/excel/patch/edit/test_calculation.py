"""Workbooks whose formulas may depend on what was set are told to calculate; others are told nothing."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from peerxl.excel.patch import set_cells
from tests.excel.patch.handmade import (
    MAIN,
    OFFICE,
    changed,
    handmade,
    members,
    parts,
    relations,
    sheet_xml,
    workbook_xml,
    zipped,
)

FORMULA = '<row r="9"><c r="A9"><f>B9</f><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("calculation", "told"),
    [
        ("", '<calcPr fullCalcOnLoad="1"/>'),
        ('<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="1" calcId="191029"/>'),
        ('<calcPr calcId="1" fullCalcOnLoad="0"/>', '<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        ("<calcPr fullCalcOnLoad='false' />", "<calcPr fullCalcOnLoad='1' />"),
        ('<calcPr fullCalcOnLoad="1"/>', '<calcPr fullCalcOnLoad="1"/>'),
        ('<definedNames><definedName name="a">Plan!$A$1</definedName></definedNames><oleSize ref="A1"/>', None),
    ],
)
def test_a_workbook_with_formulas_is_told_to_calculate(tmp_path: Path, calculation: str, told: str | None) -> None:
    path = handmade(tmp_path, sheet_xml(FORMULA), workbook=workbook_xml(after=calculation))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B1": "x"}})
    written = members(tmp_path / "target.xlsx")["xl/workbook.xml"].decode()
    after = told or calculation.replace("<oleSize", '<calcPr fullCalcOnLoad="1"/><oleSize')
    assert written == workbook_xml(after=after)


@pytest.mark.parametrize(
    ("name", "is_before"),
    [
        *((name, True) for name in ("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets")),
        *((name, True) for name in ("functionGroups", "externalReferences", "definedNames")),
        *((name, False) for name in ("oleSize", "customWorkbookViews", "pivotCaches", "extLst", "x")),
    ],
)  # fmt: skip
def test_the_order_of_a_workbooks_parts(tmp_path: Path, name: str, is_before: bool) -> None:
    """The word on calculating comes in behind what the format has before it, and before all else."""
    path = handmade(tmp_path, sheet_xml(FORMULA), workbook=workbook_xml(after=f"<{name}/>"))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B1": "x"}})
    told = '<calcPr fullCalcOnLoad="1"/>'
    expected = workbook_xml(after=f"<{name}/>{told}" if is_before else f"{told}<{name}/>")
    assert members(tmp_path / "target.xlsx")["xl/workbook.xml"].decode() == expected


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CALCULATED = '<calcPr fullCalcOnLoad="1"/>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f'<x:workbook xmlns:x="{MAIN}"><sheets xmlns="{MAIN}">[]</sheets></x:workbook>',
            f'<x:workbook xmlns:x="{MAIN}"><sheets xmlns="{MAIN}">[]</sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>',
        ),
        (
            f'<workbook xmlns="{MAIN}"><y:sheets xmlns:y="{MAIN}">[]</y:sheets></workbook>',
            f'<workbook xmlns="{MAIN}"><y:sheets xmlns:y="{MAIN}">[]</y:sheets>{CALCULATED}</workbook>',
        ),
        (
            f'<workbook xmlns="{MAIN}" xmlns:mc="{MC}"><bookViews/><mc:AlternateContent><mc:Choice Requires="r"><sheets>[]</sheets></mc:Choice>'
            "<mc:Fallback><sheets>[]</sheets></mc:Fallback></mc:AlternateContent><extLst/></workbook>",
            f'<workbook xmlns="{MAIN}" xmlns:mc="{MC}"><bookViews/><mc:AlternateContent><mc:Choice Requires="r"><sheets>[]</sheets></mc:Choice>'
            f"<mc:Fallback><sheets>[]</sheets></mc:Fallback></mc:AlternateContent>{CALCULATED}<extLst/></workbook>",
        ),
        (
            f'<workbook xmlns="{MAIN}" xmlns:mc="{MC}"><sheets>[]</sheets><mc:AlternateContent><mc:Choice Requires="r"><calcPr/></mc:Choice>'
            "</mc:AlternateContent><extLst><ext><calcPr/></ext></extLst></workbook>",
            f'<workbook xmlns="{MAIN}" xmlns:mc="{MC}"><sheets>[]</sheets><mc:AlternateContent><mc:Choice Requires="r">{CALCULATED}</mc:Choice>'
            "</mc:AlternateContent><extLst><ext><calcPr/></ext></extLst></workbook>",
        ),
        (
            f'<workbook xmlns="{MAIN}" xmlns:mc="{MC}"><sheets>[]</sheets><mc:AlternateContent><mc:Choice Requires="r"><x/></mc:Choice>'
            "</mc:AlternateContent><oleSize/></workbook>",
            f'<workbook xmlns="{MAIN}" xmlns:mc="{MC}"><sheets>[]</sheets>{CALCULATED}<mc:AlternateContent><mc:Choice Requires="r"><x/></mc:Choice>'
            "</mc:AlternateContent><oleSize/></workbook>",
        ),
    ],
    ids=["root prefix", "no root prefix", "sheets among alternatives", "told among alternatives", "other alternatives"],
)
def test_where_a_workbook_is_told_to_calculate(tmp_path: Path, before: str, after: str) -> None:
    listed = f'<m:sheet xmlns:m="{MAIN}" name="Plan" sheetId="1" r:id="rId1" xmlns:r="{OFFICE}"/>'
    path = handmade(tmp_path, sheet_xml(FORMULA), workbook=before.replace("[]", listed))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B1": "x"}})
    assert members(tmp_path / "target.xlsx")["xl/workbook.xml"].decode() == after.replace("[]", listed)


@pytest.mark.parametrize("rows", ["", "<!-- <f>1</f> -->", '<row r="9"><c r="A9" t="str"><v>&lt;f></v></c></row>'])
def test_a_workbook_without_formulas_is_told_nothing(tmp_path: Path, rows: str) -> None:
    path = handmade(tmp_path, sheet_xml(rows))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B1": "x"}})
    assert changed(path, tmp_path / "target.xlsx") == ["xl/worksheets/sheet1.xml"]


def test_a_formula_on_another_sheet_counts(tmp_path: Path) -> None:
    book = io.BytesIO()
    made = openpyxl.Workbook()
    made.worksheets[0].title = "Plan"
    made.create_sheet("Sums")["A1"] = "=Plan!A1"
    made.save(book)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(book.getvalue())
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": "x"}})
    assert "xl/worksheets/sheet1.xml" in changed(path, tmp_path / "target.xlsx")


def with_another(folder: Path, sheet: str, kind: str) -> Path:
    """A workbook with a second sheet of some kind."""
    workbook = workbook_xml().replace("</sheets>", '<sheet name="Other" sheetId="2" r:id="rId2"/></sheets>')
    related = relations(("worksheet", "worksheets/sheet1.xml"), (kind, "worksheets/other.xml"))
    content = parts(sheet_xml(""), workbook=workbook, relations=related) | {"xl/worksheets/other.xml": sheet.encode()}
    (folder / "plan.xlsx").write_bytes(zipped(content))
    return folder / "plan.xlsx"


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_xml(f'{FORMULA}<row r="0"/>'),
        sheet_xml(f'{FORMULA}<row r="x"/>'),
        sheet_xml(f'<row spans="&#99999999999;" r="2"/>{FORMULA}'),
        sheet_xml(FORMULA).replace("UTF-8", "x-unknown"),
        sheet_xml(FORMULA).replace("</sheetData></worksheet>", ""),
    ],
    ids=["nought", "no number", "no character", "encoding", "cut"],
)
def test_a_sheet_that_is_hard_to_read_counts_as_one_with_formulas(tmp_path: Path, sheet: str) -> None:
    path = with_another(tmp_path, sheet, "worksheet")
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": "x"}})
    assert changed(path, tmp_path / "target.xlsx") == ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]


def test_a_chart_has_no_formulas(tmp_path: Path) -> None:
    path = with_another(tmp_path, f'<chartsheet xmlns="{MAIN}"/>', "chartsheet")
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": "x"}})
    assert changed(path, tmp_path / "target.xlsx") == ["xl/worksheets/sheet1.xml"]
