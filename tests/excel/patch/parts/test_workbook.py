"""The sheets of a workbook: found whatever they are called and however they are pointed at, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.errors import UnknownSheetError
from peerxl.excel.patch import set_cells
from peerxl.excel.patch.parts.workbook import NoCellsError
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import (
    MAIN,
    STRICT,
    changed,
    handmade,
    parts,
    relations,
    sheet_of,
    sheet_xml,
    workbook_xml,
    zipped,
)
from tests.excel.patch.patched import INLINE, ROWS
from tests.excel.patch.refusal import refusal


@pytest.mark.parametrize(
    "target",
    [
        "worksheets/sheet1.xml",
        "/xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet1.xml",
        "./worksheets/../worksheets/sheet1.xml",
        "worksheets\\sheet1.xml",
        "Worksheets/Sheet1.xml",
        "worksheets/sheet%31.xml",
    ],
)
def test_however_the_sheet_is_pointed_at(tmp_path: Path, target: str) -> None:
    path = handmade(tmp_path, sheet_xml(""), relations=relations(("worksheet", target)))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": "x"}})
    assert changed(path, tmp_path / "target.xlsx") == ["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("part", "target"),
    [
        ("my%20sheet.xml", "my sheet.xml"),
        ("my sheet.xml", "my%20sheet.xml"),
        ("my%20sheet.xml", "my%20sheet.xml"),
        ("blad%C3%A9.xml", "bladé.xml"),
        ("bladé.xml", "BLAD%c3%a9.xml"),
    ],
)
def test_a_part_whose_name_is_escaped(tmp_path: Path, part: str, target: str) -> None:
    content = parts(sheet_xml(""), relations=relations(("worksheet", f"worksheets/{target}")))
    content[f"xl/worksheets/{part}"] = content.pop("xl/worksheets/sheet1.xml")
    path = tmp_path / "plan.xlsx"
    path.write_bytes(zipped(content))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": "x"}})
    assert changed(path, tmp_path / "target.xlsx") == [f"xl/worksheets/{part}"]


@pytest.mark.parametrize(
    "foreign",
    [
        '<extLst><ext uri="x"><x:sheets xmlns:x="urn:x"><x:sheet name="Plan"/></x:sheets></ext></extLst>',
        '<extLst><ext uri="x"><sheets><sheet name="Plan"/></sheets></ext></extLst>',
        '<x:sheets xmlns:x="urn:x"><sheet name="Plan"/></x:sheets>',
    ],
)
def test_what_only_looks_like_a_sheet(tmp_path: Path, foreign: str) -> None:
    path = handmade(tmp_path, sheet_xml(""), workbook=workbook_xml(after=foreign))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": "x"}})
    assert changed(path, tmp_path / "target.xlsx") == ["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("name", ["R&amp;D 'plan' “2024”", "PLÄNE", "Straße", "a  b"])
def test_sheets_are_found_whatever_they_are_called(tmp_path: Path, name: str) -> None:
    path = handmade(tmp_path, sheet_xml(""), workbook=workbook_xml(name))
    real = name.replace("&amp;", "&")
    for spelling in (real, real.upper(), real.lower()):
        assert set_cells(path, tmp_path / "target.xlsx", {spelling: {"A1": "x"}}) == (Cell(real, 1, 1, "x"),)


def test_a_strict_workbook(tmp_path: Path) -> None:
    strict = {
        "workbook": workbook_xml()
        .replace(MAIN, STRICT)
        .replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
    }
    path = handmade(tmp_path, sheet_xml(ROWS).replace(MAIN, STRICT), **strict)
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B2": "x"}})
    assert f'<c r="B2" {INLINE}x</t></is></c>' in sheet_of(tmp_path / "target.xlsx")


def test_an_unknown_sheet_is_answered_with_the_nearest(tmp_path: Path) -> None:
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId1"/>'
        for n, name in enumerate(("Notes", "Action plan 22", "Action plan 23"), 2)
    )
    path = handmade(tmp_path, sheet_xml(""), workbook=workbook_xml().replace("</sheets>", f"{sheets}</sheets>"))
    assert refusal(path, {"Action plan 32": {"A1": "x"}}, UnknownSheetError) == (
        ": there is no sheet 'Action plan 32'; it has 'Action plan 23', 'Action plan 22', 'Plan', 'Notes'."
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("chartsheet", "chart"),
        ("dialogsheet", "dialog sheet"),
        ("xlMacrosheet", "sheet of macros"),
        ("xlIntlMacrosheet", "sheet of macros"),
        ("odd", "sheet of another kind"),
    ],
)
def test_a_sheet_that_has_no_cells(tmp_path: Path, kind: str, said: str) -> None:
    path = handmade(tmp_path, sheet_xml(""), relations=relations((kind, "worksheets/sheet1.xml")))
    assert refusal(path, {"Plan": {"A1": "x"}}, NoCellsError) == (
        f"!Plan: this is a {said} and has no cells to write to; name a worksheet."
    )
