"""Numbers, days and truth values: how each is written, and in which style."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from peerxl.excel.errors import OddSheetError
from peerxl.excel.patch import NewValue, set_cells
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import MAIN, STRICT, changed, handmade, members, sheet_of, sheet_xml, workbook_xml
from tests.excel.patch.patched import patched_rows
from tests.excel.patch.refusal import refusal

DAY = date(2026, 3, 31)
MOMENT = datetime(2026, 3, 31, 14, 30)


@pytest.mark.parametrize(
    ("value", "typed", "inner"),
    [
        (7, "", "<v>7</v>"),
        (-(2**53), "", "<v>-9007199254740992</v>"),
        (0.1, "", "<v>0.1</v>"),
        (1e300, "", "<v>1e+300</v>"),
        (True, ' t="b"', "<v>1</v>"),
        (False, ' t="b"', "<v>0</v>"),
        ("7", ' t="inlineStr"', '<is><t xml:space="preserve">7</t></is>'),
    ],
)
def test_values_are_written_in_the_cells_own_style(tmp_path: Path, value: NewValue, typed: str, inner: str) -> None:
    rows = '<row r="1"><c r="A1" s="1" t="s" ph="1"><v>0</v></c><c r="C1"/></row>'
    assert patched_rows(tmp_path, rows, {"A1": value, "B1": value, "A2": value}) == (
        f'<row r="1"><c r="A1" s="1" ph="1"{typed}>{inner}</c><c r="B1"{typed}>{inner}</c><c r="C1"/></row>'
        f'<row r="2"><c r="A2"{typed}>{inner}</c></row>'
    )
    with CalamineWorkbook.from_path(tmp_path / "target.xlsx") as book:
        assert book.get_sheet_by_index(0).to_python()[0][0] == value
    cell = openpyxl.load_workbook(io.BytesIO((tmp_path / "target.xlsx").read_bytes())).worksheets[0]["A1"]
    assert (cell.value, type(cell.value)) == (value, type(value))


@pytest.mark.parametrize(("value", "xml"), [(5, "<v>5</v>"), (True, '<v t="b">'), (DAY, "<v>46112</v>")])
def test_the_same_value_again_changes_nothing(tmp_path: Path, value: NewValue, xml: str) -> None:
    path, once = handmade(tmp_path, sheet_xml('<row r="1"><c r="A1" s="2"/></row>')), tmp_path / "once.xlsx"
    set_cells(path, once, {"Plan": {"A1": value}})
    again = tmp_path / "again.xlsx"
    set_cells(once, again, {"Plan": {"A1": value}})
    assert again.read_bytes() == once.read_bytes()


def styles_xml(formats: str, numbers: str = "", count: str = "", after: str = "") -> str:
    """Styles with these cell formats; fonts, fills and borders are two each."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<styleSheet xmlns="{MAIN}">'
        + (f"<numFmts>{numbers}</numFmts>" if numbers else "")
        + "<fonts><font/><font><b/></font></fonts><fills><fill/><fill/></fills><borders><border/><border/></borders>"
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs{count}>{formats}</cellXfs>{after}</styleSheet>"
    )


LONG_DAY = '<numFmt numFmtId="164" formatCode="d mmmm yyyy"/>'
HOURS = '<numFmt numFmtId="165" formatCode="[h]:mm"/>'
BOLD = '<xf numFmtId="49" fontId="1" applyNumberFormat="1" quotePrefix="1"><alignment wrapText="1"/></xf>'


@pytest.mark.parametrize(
    ("rows", "value", "style", "added"),
    [
        # A style that shows days stays, whatever days it shows.
        ('<row r="2"><c r="B2" s="2"/></row>', DAY, "2", ""),
        ('<row r="2"><c r="B2" s="3"/></row>', MOMENT, "3", ""),
        # Another one keeps all its look, and shows days as the nearest of its column does.
        ('<row r="2"><c r="B2" s="1"/></row>', DAY, "5", '<xf numFmtId="14" fontId="1" applyNumberFormat="1"><alignment wrapText="1"/></xf>'),
        ('<row r="2"><c r="B2" s="1"/></row>', MOMENT, "5", '<xf numFmtId="22" fontId="1" applyNumberFormat="1"><alignment wrapText="1"/></xf>'),
        (
            '<row r="1"><c r="B1" s="3"><v>1</v></c></row><row r="2"><c r="B2" s="1"/></row><row r="4"><c r="B4" s="2"><v>1</v></c></row>',
            DAY,
            "5",
            '<xf numFmtId="164" fontId="1" applyNumberFormat="1"><alignment wrapText="1"/></xf>',
        ),
        (
            '<row r="2"><c r="B2"/></row><row r="3"><c r="B3" s="3"/></row><row r="4"><c r="B4" s="2"><v>1</v></c></row>',
            DAY,
            "5",
            '<xf numFmtId="14" applyNumberFormat="1"/>',
        ),
        (
            '<row r="2"><c r="A2" s="3"><v>1</v></c></row><row r="9"><c r="B9" s="3" t="s"><v>0</v></c></row><row r="99"><c r="B99" s="3"><f>B1</f><v>1</v></c></row>',
            DAY,
            "5",
            '<xf numFmtId="164" applyNumberFormat="1"/>',
        ),
        ("", DAY, "5", '<xf numFmtId="14" applyNumberFormat="1"/>'),
        # A number is shown as one.
        ('<row r="2"><c r="B2" s="1"/></row>', 12, "1", ""),
        ('<row r="2"><c r="B2" s="3"/></row>', 12, "5", '<xf numFmtId="0" borderId="1" applyNumberFormat="1"/>'),
        ('<row r="2"><c r="B2" s="4"/></row>', 0.5, "5", '<xf numFmtId="0" applyNumberFormat="1"/>'),
        ('<row r="2"><c r="B2" s="3"/></row>', True, "3", ""),
        ('<row r="2"><c r="B2" s="3"/></row>', "x", "3", ""),
        ('<row r="2"><c r="B2" s="3"><v>1</v></c></row>', None, "3", ""),
    ],
)  # fmt: skip
def test_the_style_that_shows_a_value(tmp_path: Path, rows: str, value: NewValue, style: str, added: str) -> None:
    formats = f'<xf/>{BOLD}<xf numFmtId="14"/><xf numFmtId="164" borderId="1"/><xf numFmtId="165"/>'
    styles = styles_xml(formats, LONG_DAY + HOURS, ' a="1" count="5"', "<extLst/>")
    path = handmade(tmp_path, sheet_xml(rows), styles=styles)
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B2": value}})
    assert f'<c r="B2" s="{style}"' in sheet_of(tmp_path / "target.xlsx")
    expected = styles.replace("</cellXfs>", f"{added}</cellXfs>")
    expected = expected.replace('count="5"', 'count="6"') if added else expected
    assert members(tmp_path / "target.xlsx")["xl/styles.xml"].decode() == expected
    expected_parts = {"xl/worksheets/sheet1.xml"} | ({"xl/styles.xml"} if added else set())
    assert set(changed(path, tmp_path / "target.xlsx")) - {"xl/workbook.xml"} == expected_parts


def test_a_style_that_is_there_already_is_taken_and_one_that_is_added_is_added_once(tmp_path: Path) -> None:
    formats = '<xf/><xf fontId="1"/><xf applyNumberFormat="1" numFmtId="14"></xf>'
    path = handmade(
        tmp_path,
        sheet_xml('<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="1"/></row>'),
        styles=styles_xml(formats),
    )
    set_cells(path, tmp_path / "target.xlsx", {"Plan": dict.fromkeys(("A1", "B1", "C1", "D1"), DAY)})
    assert sheet_of(tmp_path / "target.xlsx") == sheet_xml(
        '<row r="1"><c r="A1" s="2"><v>46112</v></c><c r="B1" s="3"><v>46112</v></c><c r="C1" s="3"><v>46112</v></c>'
        '<c r="D1" s="2"><v>46112</v></c></row>'
    )
    added = '<xf fontId="1" numFmtId="14" applyNumberFormat="1"/>'
    assert members(tmp_path / "target.xlsx")["xl/styles.xml"].decode() == styles_xml(formats + added)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_styles_in_other_words(tmp_path: Path, codec: str) -> None:
    """A prefix, single quotes, a comment that looks like a format, and another encoding."""
    styles = (
        f"<x:styleSheet xmlns:x='{STRICT}'><x:cellXfs count = '2'><!-- <x:xf/> --><x:xf/>"
        "<x:xf numFmtId='9' ><x:protection locked='0'/><x:extLst><x:xf/></x:extLst></x:xf ></x:cellXfs><x:dxfs/></x:styleSheet>"
    )
    path = handmade(tmp_path, sheet_xml('<row r="1"><c r="A1" s="1"/></row>'), styles=styles.encode(codec))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": DAY, "B1": DAY}})
    added = (
        '<x:xf numFmtId="14" applyNumberFormat="1"><x:protection locked=\'0\'/><x:extLst><x:xf/></x:extLst></x:xf >'
        '<x:xf numFmtId="14" applyNumberFormat="1"/>'
    )
    assert members(tmp_path / "target.xlsx")["xl/styles.xml"].decode(codec) == (
        styles.replace("</x:cellXfs>", f"{added}</x:cellXfs>").replace(" count = '2'", ' count="4"')
    )


def test_a_day_is_read_as_one_by_every_reader(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(""))
    cells = set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": DAY, "B1": MOMENT, "C1": datetime(1900, 3, 1)}})
    assert cells == (
        Cell("Plan", 1, 1, "31/03/2026"),
        Cell("Plan", 1, 2, "31/03/2026 14:30"),
        Cell("Plan", 1, 3, "01/03/1900"),
    )
    with CalamineWorkbook.from_path(tmp_path / "target.xlsx") as book:
        assert book.get_sheet_by_index(0).to_python() == [[DAY, MOMENT, date(1900, 3, 1)]]
    row = next(openpyxl.load_workbook(tmp_path / "target.xlsx").worksheets[0].iter_rows(values_only=True))
    assert row == (datetime(2026, 3, 31), MOMENT, datetime(1900, 3, 1))


@pytest.mark.parametrize(
    ("said", "serial"), [('date1904="1"', 44650), ('date1904="true"', 44650), ('date1904="0"', 46112)]
)
def test_a_workbook_whose_days_begin_in_1904(tmp_path: Path, said: str, serial: int) -> None:
    workbook = workbook_xml().replace("<bookViews>", f"<workbookPr {said}/><bookViews>")
    path = handmade(tmp_path, sheet_xml('<row r="1"><c r="A1" s="2"/></row>'), workbook=workbook)
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"A1": DAY}})
    assert sheet_of(tmp_path / "target.xlsx") == sheet_xml(f'<row r="1"><c r="A1" s="2"><v>{serial}</v></c></row>')
    with CalamineWorkbook.from_path(tmp_path / "target.xlsx") as book:
        assert book.get_sheet_by_index(0).to_python() == [[DAY]]


@pytest.mark.parametrize(
    ("styles", "why"),
    [
        (styles_xml(""), "the workbook has no styles, so no day can be shown"),
        (f'<styleSheet xmlns="{MAIN}"/>', "the workbook has no styles, so no day can be shown"),
        (styles_xml("<xf/>"), "the sheet has something in it that no program reads"),
    ],
)
def test_a_day_that_cannot_be_shown(tmp_path: Path, styles: str, why: str) -> None:
    path = handmade(tmp_path, sheet_xml('<row r="1"><c r="A1" s="7"/></row>'), styles=styles)
    assert refusal(path, {"Plan": {"A1": DAY}}, OddSheetError) == (
        f"!Plan: nothing was written, because {why}; open the workbook in Excel and save it."
    )
