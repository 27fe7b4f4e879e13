"""What may be asked for: values that a cell holds, names of cells, one value for one cell."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from peerxl.errors import PeerxlError, UnwritableCharacterError
from peerxl.excel.errors import OddSheetError
from peerxl.excel.limits import TextTooLongError
from peerxl.excel.patch import Changes, set_cells
from peerxl.excel.patch.edit.changes import CellAddressError, TwoValuesError
from peerxl.excel.patch.edit.content import NotCellValueError, UnwritableValueError
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import handmade, sheet_xml, workbook_xml
from tests.excel.patch.refusal import refusal

LONG = "!Plan!A1: the text has 32,768 characters and Excel holds 32,767; shorten it."
CHARACTER = "!Plan!A1: the text holds a character that Excel cannot (U+{}); type the text anew."
VALUE = "!Plan!A1: a cell cannot hold {}; give text, a number, a day, true or false, or None to empty it."
UNWRITABLE = "!Plan!A1: a cell cannot hold {}, because {}; write it as text."
ADDRESS = '!Plan: {!r} names no cell; write it as "E9", up to XFD1048576.'
TWO = "!Plan!A1: the cell was given two different values; name it once, a merged block by one cell."


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        ("x" * 32_768, TextTooLongError, LONG),
        ("😀" * 16_384, TextTooLongError, LONG),
        ("a\x0bb", UnwritableCharacterError, CHARACTER.format("000B")),
        ("\ud800", UnwritableCharacterError, CHARACTER.format("D800")),
        (b"x", NotCellValueError, VALUE.format("b'x'")),
        (time(9), NotCellValueError, VALUE.format("datetime.time(9, 0)")),
        (timedelta(1), NotCellValueError, VALUE.format("datetime.timedelta(days=1)")),
        (Decimal("0.1"), NotCellValueError, VALUE.format("Decimal('0.1')")),
        (2**53 + 1, UnwritableValueError, UNWRITABLE.format(2**53 + 1, "a cell holds no more than 15 digits")),
        (
            -(2**53) - 1,
            UnwritableValueError,
            UNWRITABLE.format(-(2**53) - 1, "a cell holds no more than 15 digits"),
        ),
        (float("nan"), UnwritableValueError, UNWRITABLE.format("nan", "it is no number")),
        (float("-inf"), UnwritableValueError, UNWRITABLE.format("-inf", "it is no number")),
        (
            date(1900, 2, 28),
            UnwritableValueError,
            UNWRITABLE.format("1900-02-28", "the workbook's days begin on 01/03/1900"),
        ),
        (
            datetime(2024, 3, 31, tzinfo=UTC),
            UnwritableValueError,
            UNWRITABLE.format("2024-03-31 00:00:00+00:00", "a cell knows no time zone"),
        ),
    ],
)
def test_values_that_no_cell_holds(tmp_path: Path, value: object, error: type[PeerxlError], message: str) -> None:
    assert refusal(handmade(tmp_path, sheet_xml("")), {"Plan": {"A1": value}}, error) == message


@pytest.mark.parametrize(
    "name",
    ["A0", "XFE1", "A1048577", "A1:B2", "A", "1", "", "ÄA1", "A٣", "AAAA1", "A12345678", "A99999999999999999999"],
)
def test_names_of_no_cell(tmp_path: Path, name: str) -> None:
    path = handmade(tmp_path, sheet_xml(""))
    assert refusal(path, {"Plan": {name: "x"}}, CellAddressError) == ADDRESS.format(name)


def test_a_position_is_no_name(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(""))
    assert refusal(path, {"Plan": {(1, 1): "x"}}, CellAddressError) == ADDRESS.format("(1, 1)")


@pytest.mark.parametrize(
    ("changes", "is_refused"),
    [
        ({"Plan": {"A1": "x", "$A$1": "y"}}, True),
        ({"Plan": {"A1": "x"}, "PLAN": {"a1": "y"}}, True),
        ({"Plan": {"A1": 1, "a1": True}}, True),
        ({"Plan": {"A1": 1, "a1": 1.0}}, True),
        ({"Plan": {"A1": 0, "a1": None}}, True),
        ({"Plan": {"A1": "x", "$A$1": "x"}, "PLAN": {"a1": "x"}}, False),
        ({"Plan": {"A1": "", "a1": None}}, False),
        ({"Plan": {"A1": date(2024, 3, 31), "a1": date(2024, 3, 31)}}, False),
    ],
)
def test_two_values_for_one_cell(tmp_path: Path, changes: Changes, is_refused: bool) -> None:
    path = handmade(tmp_path, sheet_xml(""))
    if is_refused:
        assert refusal(path, changes, TwoValuesError) == TWO
    else:
        set_cells(path, tmp_path / "target.xlsx", changes)


def test_two_values_for_one_merged_block(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("", after='<mergeCells><mergeCell ref="B2:C4"/></mergeCells>'))
    said = refusal(path, {"Plan": {"B3": "x", "C4": "y"}}, TwoValuesError)
    assert said.startswith("!Plan!B2: ")
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B3": "x", "C4": "x"}})


@pytest.mark.parametrize(("name", "place"), [("C3", "C3"), ("B2", "B2"), ("D4", "B2")])
def test_two_merged_blocks_that_overlap(tmp_path: Path, name: str, place: str) -> None:
    blocks = '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/><mergeCell ref="A1:C3"/></mergeCells>'
    path = handmade(tmp_path, sheet_xml("", after=blocks))
    assert refusal(path, {"Plan": {name: "x"}}, OddSheetError) == (
        f"!Plan!{place}: nothing was written, because two merged blocks overlap there; "
        "open the workbook in Excel and save it."
    )
    assert set_cells(path, tmp_path / "t.xlsx", {"Plan": {"C1": "x"}}) == (Cell("Plan", 1, 1, "x"),)


def test_a_sheet_that_shares_its_part_with_another(tmp_path: Path) -> None:
    workbook = workbook_xml().replace("</sheets>", '<sheet name="Other" sheetId="2" r:id="rId1"/></sheets>')
    path = handmade(tmp_path, sheet_xml(""), workbook=workbook)
    assert refusal(path, {"Other": {"A1": "x"}}, OddSheetError) == (
        "!Other: nothing was written, because the sheet 'Plan' is kept in the same part; "
        "open the workbook in Excel and save it."
    )
