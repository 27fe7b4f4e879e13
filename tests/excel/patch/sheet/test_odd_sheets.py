"""Sheets that no program should build: refused with a sentence that says what is odd."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.excel.errors import OddSheetError
from tests.excel.patch.handmade import MAIN, handmade, sheet_xml
from tests.excel.patch.refusal import refusal


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        (sheet_xml('<row r="1"><c r="A1"/><c r="A1"/></row>'), "the sheet has the cell twice"),
        (sheet_xml('<row r="1"/><row r="1"/>'), "the sheet has row 1 twice"),
        (sheet_xml('<row r="2"/><row r="1"/><row r="2"/><row r="1"/>'), "the sheet has row 1 twice"),
        (sheet_xml('<row r="0"/>'), "the sheet has a row numbered 0"),
        (sheet_xml('<row r="x"/>'), "the sheet has something in it that no program reads"),
        (sheet_xml('<row r="1"><c r="A2"/></row>'), "row 1 of the sheet has a cell called 'A2'"),
        (sheet_xml('<row r="1"><c r="?"/></row>'), "row 1 of the sheet has a cell called '?'"),
        (sheet_xml('<row r="1"><x/></row>'), "row 1 of the sheet holds something that is not a cell"),
        (sheet_xml('<row r="1"><c r="A1">'), "the sheet is cut short"),
        (sheet_xml("").replace("</sheetData></worksheet>", ""), "the sheet is cut short"),
        (f'<worksheet xmlns="{MAIN}"/>', "the sheet has no grid of cells"),
        (sheet_xml("").replace(MAIN, "urn:other"), "the sheet has no grid of cells"),
        (f'<worksheet xmlns="{MAIN}"><a><sheetData/></a></worksheet>', "the sheet has no grid of cells"),
        ("", "the sheet has no grid of cells"),
    ],
)
def test_a_sheet_that_is_built_oddly(tmp_path: Path, sheet: str, why: str) -> None:
    assert refusal(handmade(tmp_path, sheet), {"Plan": {"A1": "x"}}, OddSheetError) == (
        f"!Plan: nothing was written, because {why}; open the workbook in Excel and save it."
    )


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_xml("", after="<a></b>"),
        sheet_xml("").replace("</worksheet>", ""),
        sheet_xml('<row r="9"><c r="A9" t="str"><v>\x01</v></c></row>'),
        sheet_xml('<row r="9"><c r="A9" t="str"><v>é</v></c></row>').encode("latin-1"),
        sheet_xml('<row r="1" x14ac:dyDescent="0.25"/>'),
        sheet_xml('<row r="1" xmlns:x=""/>'),
    ],
    ids=["tags", "cut", "control", "bytes", "unbound", "unbinding"],
)
def test_a_sheet_that_was_not_well_formed_to_begin_with(tmp_path: Path, sheet: str | bytes) -> None:
    assert refusal(handmade(tmp_path, sheet), {"Plan": {"A1": "x"}}, OddSheetError) == (
        "!Plan: nothing was written, because the sheet's XML is broken; open the workbook in Excel and save it."
    )


@pytest.mark.parametrize(
    "row", ['<row spans="&#99999999999;" r="1"/>', '<row r="1"><c x="&#x99999999;" r="A1"/></row>']
)
def test_a_character_that_does_not_exist(tmp_path: Path, row: str) -> None:
    assert refusal(handmade(tmp_path, sheet_xml(row)), {"Plan": {"A1": "x"}}, OddSheetError) == (
        "!Plan: nothing was written, because the sheet has something in it that no program reads; "
        "open the workbook in Excel and save it."
    )
