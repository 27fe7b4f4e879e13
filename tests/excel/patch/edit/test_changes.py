"""What may be asked for: texts that a cell holds, names of cells, one text for one cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl import errors
from peerxl.excel.patch import set_cells
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import handmade, sheet_xml, workbook_xml
from tests.excel.patch.refusal import refusal


@pytest.mark.parametrize(
    ("changes", "error", "said"),
    [
        (
            {"Plan": {"A1": "x" * 32_768}},
            errors.TextTooLongError,
            "!Plan!A1: the text has 32,768 characters and Excel holds 32,767; shorten it.",
        ),
        (
            {"Plan": {"A1": "😀" * 16_384}},
            errors.TextTooLongError,
            "!Plan!A1: the text has 32,768 characters and Excel holds 32,767; shorten it.",
        ),
        (
            {"Plan": {"A1": "a\x0bb"}},
            errors.UnwritableCharacterError,
            "!Plan!A1: the text holds a character that Excel cannot (U+000B); type the text anew.",
        ),
        (
            {"Plan": {"A1": "\ud800"}},
            errors.UnwritableCharacterError,
            "!Plan!A1: the text holds a character that Excel cannot (U+D800); type the text anew.",
        ),
        (
            {"Plan": {"A1": 5}},
            errors.NotTextError,
            "!Plan!A1: only text, or None to empty the cell, can be written, not 5; make it text.",
        ),
        (
            {"Plan": {"A0": "x"}},
            errors.CellAddressError,
            "!Plan: 'A0' names no cell; write it as \"E9\", up to XFD1048576.",
        ),
        (
            {"Plan": {"XFE1": "x"}},
            errors.CellAddressError,
            "!Plan: 'XFE1' names no cell; write it as \"E9\", up to XFD1048576.",
        ),
        (
            {"Plan": {"A1048577": "x"}},
            errors.CellAddressError,
            "!Plan: 'A1048577' names no cell; write it as \"E9\", up to XFD1048576.",
        ),
        (
            {"Plan": {"A1:B2": "x"}},
            errors.CellAddressError,
            "!Plan: 'A1:B2' names no cell; write it as \"E9\", up to XFD1048576.",
        ),
        (
            {"Plan": {"": "x"}},
            errors.CellAddressError,
            "!Plan: '' names no cell; write it as \"E9\", up to XFD1048576.",
        ),
        (
            {"Plan": {(1, 1): "x"}},
            errors.CellAddressError,
            "!Plan: '(1, 1)' names no cell; write it as \"E9\", up to XFD1048576.",
        ),
        (
            {"Plan": {"A1": "x", "$A$1": "y"}},
            errors.TwoTextsError,
            "!Plan!A1: the cell was given two different texts; name it once, a merged block by one cell.",
        ),
        (
            {"Plan": {"A1": "x"}, "PLAN": {"a1": "y"}},
            errors.TwoTextsError,
            "!Plan!A1: the cell was given two different texts; name it once, a merged block by one cell.",
        ),
        ({"Plna": {"A1": "x"}}, errors.UnknownSheetError, ": there is no sheet 'Plna'; it has 'Plan'."),
    ],
)
def test_what_was_asked_for(tmp_path: Path, changes: object, error: type[errors.PeerxlError], said: str) -> None:
    assert refusal(handmade(tmp_path, sheet_xml("")), changes, error) == said


def test_two_texts_for_one_merged_block(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("", after='<mergeCells><mergeCell ref="B2:C4"/></mergeCells>'))
    said = refusal(path, {"Plan": {"B3": "x", "C4": "y"}}, errors.TwoTextsError)
    assert said.startswith("!Plan!B2: ")
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B3": "x", "C4": "x"}})


@pytest.mark.parametrize(("name", "place"), [("C3", "C3"), ("B2", "B2"), ("D4", "B2")])
def test_two_merged_blocks_that_overlap(tmp_path: Path, name: str, place: str) -> None:
    blocks = '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/><mergeCell ref="A1:C3"/></mergeCells>'
    path = handmade(tmp_path, sheet_xml("", after=blocks))
    assert refusal(path, {"Plan": {name: "x"}}, errors.OddSheetError) == (
        f"!Plan!{place}: nothing was written, because two merged blocks overlap there; "
        "open the workbook in Excel and save it."
    )
    assert set_cells(path, tmp_path / "t.xlsx", {"Plan": {"C1": "x"}}) == (Cell("Plan", 1, 1, "x"),)


def test_a_sheet_that_shares_its_part_with_another(tmp_path: Path) -> None:
    workbook = workbook_xml().replace("</sheets>", '<sheet name="Other" sheetId="2" r:id="rId1"/></sheets>')
    path = handmade(tmp_path, sheet_xml(""), workbook=workbook)
    assert refusal(path, {"Other": {"A1": "x"}}, errors.OddSheetError) == (
        "!Other: nothing was written, because the sheet 'Plan' is kept in the same part; "
        "open the workbook in Excel and save it."
    )
