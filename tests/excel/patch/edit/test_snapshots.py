"""Cells kept as they are and put back as they were: byte for byte, at any address, or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from peerxl.errors import UnknownSheetError
from peerxl.excel.errors import OddSheetError
from peerxl.excel.patch import (
    CellSnapshot,
    Changes,
    NewValue,
    find_stale_cells,
    read_snapshots,
    set_cells,
    snapshot_as_json,
    snapshot_from_json,
)
from peerxl.excel.patch.edit.cell_writer import StaleCellError
from peerxl.excel.patch.edit.changes import CellAddressError
from peerxl.model.sheet import Value
from tests.conftest import SHARED, needs_shared
from tests.excel.patch.handmade import MAIN, changed, members, parts, relations, sheet_of, sheet_xml, zipped
from tests.excel.patch.refusal import refusal

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = (
    f'<?xml version="1.0"?><sst xmlns="{MAIN}" count="3" uniqueCount="3"><si><t>In progress</t></si>\n'
    "<si><r><rPr><b/></rPr><t>Rich </t></r><r><t>text_x000D_</t></r><rPh sb='0' eb='1'><t>ri</t></rPh></si><si><t/></si></sst>"
)


def workbook(folder: Path, rows: str, name: str = "plan.xlsx", after: str = "", **others: str) -> Path:
    """A workbook with shared strings and, where they are given, other styles or metadata."""
    related = relations(
        ("worksheet", "worksheets/sheet1.xml"),
        ("styles", "styles.xml"),
        ("sharedStrings", "sharedStrings.xml"),
        ("sheetMetadata", "metadata.xml"),
    )
    sheet = others.get("sheet", sheet_xml(rows, after=after))
    content = parts(sheet, relations=related, **{key: each for key, each in others.items() if key == "styles"})
    content["xl/sharedStrings.xml"] = others.get("strings", STRINGS).encode()
    content["xl/metadata.xml"] = others.get("metadata", "<metadata/>").encode()
    (folder / name).write_bytes(zipped(content))
    return folder / name


def take(path: Path, name: str = "B2") -> CellSnapshot:
    return read_snapshots(path, {"Plan": [name]})["Plan"][name]


CELLS = [
    ('<c r="B2" s="1" t="s"><v>0</v></c>', "In progress"),
    ('<c r="B2" t="s" s="1"><v>1</v></c>', "Rich text\r"),
    ('<c r="B2" t="s"><v>2</v></c>', None),
    ('<c r="B2" t="s"><v>3</v></c>', None),
    ('<c  r="B2"  s="2" ><v>45382</v></c >', date(2024, 3, 31)),
    ('<c r="B2" s="2"><v>45382.604166666664</v></c>', datetime(2024, 3, 31, 14, 30)),
    ('<c r="B2" s="2"><v>59</v></c>', 59),
    ('<c r="B2" s="2"/>', None),
    ('<c r="B2"><v>1.5</v></c>', 1.5),
    ('<c r="B2"><v>1E3</v></c>', 1000),
    ('<c r="B2" t="n"><v> 12 </v></c>', 12),
    ('<c r="B2" t="n"><v>twelve</v></c>', "twelve"),
    ('<c r="B2" t="b"><v>1</v></c>', True),
    ('<c r="B2" t="b"><v>0</v></c>', False),
    ('<c r="B2" t="e"><v>#N/A</v></c>', "#N/A"),
    ('<c r="B2" t="str"><v>a_x0041_ &amp; b</v></c>', "aA & b"),
    ('<c r="B2" t="d"><v>2024-03-31</v></c>', date(2024, 3, 31)),
    ('<c r="B2" t="d"><v>2024-03-31T14:30:00</v></c>', datetime(2024, 3, 31, 14, 30)),
    ('<c r="B2" t="inlineStr"><is><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r></is></c>', "rich"),
    ('<c r="B2" t="inlineStr"><!-- <c r="B2"> --><is><t><![CDATA[<b>]]></t></is></c>', "<b>"),
    ('<c r="B2" s="1" cm="1" vm="1"><v>5</v></c>', 5),
    ('<c\n  r="B2"\n  xmlns:q="urn:q" q:t="1"><v>5</v><extLst><ext><q:x/></ext></extLst></c>', 5),
    ('<y:c xmlns:y="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="B2"><y:v>5</y:v></y:c>', 5),
    ('<c s="1"><v>5</v></c>', 5),
    ("", None),
]


@pytest.mark.parametrize(("cell", "value"), CELLS)
@pytest.mark.parametrize("other", ["x", 12, date(2025, 1, 1), True, None])
def test_a_cell_is_put_back_byte_for_byte(tmp_path: Path, cell: str, value: Value, other: NewValue) -> None:
    rows = f'<row r="2"><c r="A2"><v>1</v></c>{cell}</row><row r="3"/>'
    path, target = workbook(tmp_path, rows), tmp_path / "target.xlsx"
    snapshot = take(path)
    assert (snapshot.xml, snapshot.has_row, snapshot.value) == (cell or None, True, value)
    set_cells(path, target, {"Plan": {"B2": other}})
    kept = snapshot_from_json(json.loads(json.dumps(snapshot_as_json(snapshot))))
    assert kept == snapshot
    set_cells(target, target, {"Plan": {"b2": kept}})
    assert sheet_of(target) == sheet_of(path)


@pytest.mark.parametrize(
    ("rows", "created"),
    [
        ('<row r="1"/><row r="4"><c r="A4"/></row>', '<row r="1"/><row r="4"><c r="A4"/></row>'),
        ("", ""),
        ('<row r="2"></row>', '<row r="2"></row>'),
    ],
)
def test_what_was_not_there_goes_again(tmp_path: Path, rows: str, created: str) -> None:
    """Its cell, and its row where that was not there; a cell that came in meanwhile keeps the row."""
    path, target = workbook(tmp_path, rows), tmp_path / "target.xlsx"
    snapshots = read_snapshots(path, {"Plan": ["B2", "D2", "C3"]})
    set_cells(path, target, {"Plan": {"B2": "x", "D2": "y", "C3": "z"}})
    set_cells(target, tmp_path / "again.xlsx", snapshots)
    assert sheet_of(tmp_path / "again.xlsx") == sheet_xml(created)
    set_cells(target, target, {"Plan": {"E2": "new", "C3": "changed"}})
    set_cells(target, target, {"Plan": {"B2": snapshots["Plan"]["B2"], "D2": snapshots["Plan"]["D2"]}})
    e2 = '<c r="E2" t="inlineStr"><is><t xml:space="preserve">new</t></is></c>'
    assert f'<row r="2">{e2}</row><row r="3"><c r="C3"' in sheet_of(target)


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ('<row r="2">{}</row>', ""),
        ('<row r="2"> {}\n</row>', ""),
        ('<row r="2" ht="30">{}</row>', '<row r="2" ht="30"></row>'),
        ('<row r="2">{}<c r="C2" s="1"/></row>', '<row r="2"><c r="C2" s="1"/></row>'),
        ('<row r="2">{}<extLst/></row>', '<row r="2"><extLst/></row>'),
        ('<row r="2">{}<!-- seen --></row>', '<row r="2"><!-- seen --></row>'),
    ],
)
def test_a_row_goes_only_if_it_says_nothing(tmp_path: Path, row: str, left: str) -> None:
    path = workbook(tmp_path, row.format('<c r="B2"><v>5</v></c>'))
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B2": CellSnapshot(None, has_row=False)}})
    assert sheet_of(tmp_path / "target.xlsx") == sheet_xml(left)
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B2": CellSnapshot(None, has_row=True)}})
    assert sheet_of(tmp_path / "target.xlsx") == sheet_xml(row.format(""))


@pytest.mark.parametrize(
    "row", ['<row r="2"><c r="B2"/><c/></row>', '<row r="2"><c/><c/></row>', '<row><c r="B2"/></row>']
)
def test_a_cell_on_which_others_depend_does_not_go(tmp_path: Path, row: str) -> None:
    path = workbook(tmp_path, row)
    assert refusal(path, {"Plan": {"B2": CellSnapshot(None, has_row=False)}}, OddSheetError) == (
        "!Plan: nothing was written, because row 2 of the sheet has cells that are known by their order alone; "
        "open the workbook in Excel and save it."
    )


@pytest.mark.parametrize(
    ("cell", "there", "put_back"),
    [
        ('<c r="B2" s="1"><v>5</v></c>', '<c r="D9"/>', '<c r="D9" s="1"><v>5</v></c>'),
        ('<c r="B2" s="1"><v>5</v></c>', "", '<c r="D9" s="1"><v>5</v></c>'),
        ("<c\n r = 'B2' s='1' />", '<c r="D9"><v>1</v></c>', "<c r=\"D9\" s='1' />"),
        ('<c x="r=\'B2\'" r="$b$2"><v>5</v></c>', '<c r="D9"/>', '<c x="r=\'B2\'" r="D9"><v>5</v></c>'),
        ('<c s="1"><v>5</v></c>', '<c r="D9"/>', '<c s="1" r="D9"><v>5</v></c>'),
        ("<c/>", "", '<c r="D9"/>'),
    ],
)
def test_a_cell_is_put_back_where_its_row_is_now(tmp_path: Path, cell: str, there: str, put_back: str) -> None:
    snapshot = take(workbook(tmp_path, f'<row r="2"><c r="A2"/>{cell}</row>'))
    path = workbook(tmp_path, f'<row r="9"><c r="A9"/>{there}</row>')
    set_cells(path, path, {"Plan": {"D9": snapshot}})
    assert sheet_of(path) == sheet_xml(f'<row r="9"><c r="A9"/>{put_back}</row>')


def test_a_merged_block_is_kept_by_its_first_cell(tmp_path: Path) -> None:
    merged = '<mergeCells><mergeCell ref="B2:C4"/></mergeCells>'
    path = workbook(tmp_path, '<row r="2"><c r="B2"><v>5</v></c><c r="C2"/></row>', after=merged)
    snapshots = read_snapshots(path, {"plan": ["C3", "A1"]})
    assert {name: each.xml for name, each in snapshots["plan"].items()} == {"C3": '<c r="B2"><v>5</v></c>', "A1": None}
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B4": "x"}})
    set_cells(tmp_path / "target.xlsx", tmp_path / "target.xlsx", snapshots)
    assert sheet_of(tmp_path / "target.xlsx") == sheet_of(path)


BROKEN = "what was kept of it cannot be read"
NAMESPACES = "the sheet's XML is written in other words now"
STYLE = "its style has become another one"
STRING = "the texts that cells share have been numbered anew"
METADATA = "what belongs to its value has been numbered anew"

XFS = "<cellXfs><xf/><xf numFmtId='164' fontId='1' fillId='1' borderId='1' xfId='1'><alignment wrapText='1'/></xf></cellXfs>"
OWN_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="d mmm"/></numFmts><fonts><font/><font><b/></font></fonts>'
    '<fills><fill/><fill><patternFill patternType="solid"/></fill></fills><borders><border/><border><left/></border></borders>'
    f"<cellStyleXfs><xf/><xf fontId='1'/></cellStyleXfs>{XFS}<cellStyles><cellStyle name='Normal' xfId='0'/><cellStyle name='Note' xfId='1'/></cellStyles></styleSheet>"
)
# The same look with everything numbered otherwise.
RENUMBERED = (
    f'<styleSheet xmlns="{MAIN}"><fonts><font><b/></font><font/></fonts><fills><fill><patternFill patternType="solid"/></fill><fill/></fills>'
    '<borders><border><left/></border><border/></borders><numFmts><numFmt numFmtId="170" formatCode="d mmm"/></numFmts>'
    "<cellStyleXfs><xf fontId='0' fillId='1' borderId='1'/><xf fontId='1' fillId='1' borderId='1'/></cellStyleXfs>"
    "<cellXfs><xf xfId='1' fontId='1' fillId='1' borderId='1'/><xf numFmtId='170' xfId='0'><alignment wrapText='1'/></xf></cellXfs>"
    "<cellStyles><cellStyle name='Note' xfId='0'/><cellStyle name='Normal' xfId='1'/></cellStyles></styleSheet>"
)


@pytest.mark.parametrize(
    ("cell", "before", "after", "why"),
    [
        ('<c r="B2" t="s"><v>0</v></c>', {}, {"strings": STRINGS.replace("</sst>", "<si><t>new</t></si></sst>")}, None),
        ('<c r="B2" t="s"><v>0</v></c>', {}, {"strings": STRINGS.replace("In progress", "Completed")}, STRING),
        ('<c r="B2" t="s"><v>0</v></c>', {}, {"strings": STRINGS.replace("<si>", "<si><t>new</t></si><si>", 1)}, STRING),
        ('<c r="B2" t="s"><v>1</v></c>', {}, {"strings": STRINGS.replace("<b/>", "<i/>")}, STRING),
        ('<c r="B2" t="s"><v>1</v></c>', {}, {"strings": "<other/>"}, STRING),
        ('<c r="B2" t="s"><v>1</v></c>', {}, {"strings": STRINGS.replace("sst", "sse")}, STRING),
        ('<c r="B2" t="s"><v>1</v></c>', {}, {"strings": STRINGS.replace("sst x", 'sst xmlns="urn:x" ')}, STRING),
        ('<c r="B2" t="s"><v>1</v></c>', {}, {"strings": ""}, STRING),
        ('<c r="B2"><v>0</v></c>', {}, {"strings": "<other/>"}, None),
        ('<c r="B2" s="1"/>', {"styles": OWN_STYLES}, {"styles": OWN_STYLES}, None),
        ('<c r="B2" s="1"/>', {"styles": OWN_STYLES}, {"styles": RENUMBERED}, None),
        ('<c r="B2"/>', {"styles": OWN_STYLES}, {"styles": OWN_STYLES.replace("<xf/><xf n", "<xf fillId='1'/><xf n")}, STYLE),
        *[
            ('<c r="B2" s="1"/>', {"styles": OWN_STYLES}, {"styles": OWN_STYLES.replace(old, new)}, STYLE)
            for old, new in [
                ("d mmm", "d mmmm"),
                ("<b/>", "<i/>"),
                ('"solid"', '"gray125"'),
                ("<left/>", "<right/>"),
                ("wrapText='1'", "wrapText='0'"),
                ("<xf fontId='1'/>", "<xf fontId='0'/>"),
                ("'Note'", "'Bad'"),
                ("numFmtId='164'", "numFmtId='14'"),
                (XFS, "<cellXfs><xf/></cellXfs>"),
                ("cellXfs", "x"),
            ]
        ],
        ('<c r="B2" vm="1"/>', {}, {"metadata": "<metadata/>"}, None),
        ('<c r="B2" vm="1"/>', {}, {"metadata": "<metadata> </metadata>"}, METADATA),
        ('<c r="B2" cm="1"/>', {}, {"metadata": "<metadata> </metadata>"}, METADATA),
        ('<c r="B2"/>', {}, {"metadata": "<metadata> </metadata>"}, None),
        ('<c r="B2"/>', {}, {"sheet": sheet_xml("").replace("xmlns=", 'xmlns:q="urn:q" xmlns=')}, None),
        (
            '<c r="B2"/>',
            {},
            {"sheet": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData/></x:worksheet>'},
            NAMESPACES,
        ),
        ('<c r="B2"><f>1+1</f><v>2</v></c>', {}, {}, "it held a formula"),
    ],
)  # fmt: skip
def test_a_cell_that_would_be_another_one_now_is_not_put_back(
    tmp_path: Path, cell: str, before: Mapping[str, str], after: Mapping[str, str], why: str | None
) -> None:
    snapshot = take(workbook(tmp_path, f'<row r="2">{cell}</row>', **before))
    path = workbook(tmp_path, '<row r="2"><c r="B2"><v>9</v></c></row>', **after)
    changes: Changes = {"Plan": {"B2": snapshot, "C2": "x"}}
    assert find_stale_cells(path, changes) == ({"Plan": {"B2": why}} if why else {})
    if why:
        assert refusal(path, changes, StaleCellError) == (
            f"!Plan!B2: the cell cannot be put back as it was, because {why}; write its value instead."
        )
    else:
        set_cells(path, path, changes)
        assert cell in sheet_of(path)


def test_a_prefix_that_means_something_else_now(tmp_path: Path) -> None:
    sheet = sheet_xml('<row r="2"><c r="B2" q:p="1"/></row>').replace("xmlns=", 'xmlns:q="urn:q" xmlns=')
    snapshot = take(workbook(tmp_path, "", sheet=sheet))
    assert find_stale_cells(workbook(tmp_path, "", sheet=sheet), {"Plan": {"B2": snapshot}}) == {}
    path = workbook(tmp_path, "", sheet=sheet.replace("urn:q", "urn:r"))
    assert find_stale_cells(path, {"Plan": {"B2": snapshot, "C2": "x"}}) == {"Plan": {"B2": NAMESPACES}}


@pytest.mark.parametrize(
    "xml", ["", "x", "<c", '<c r="B2"/><c/>', '<v xmlns="urn:x"/>', '<row r="2"/>', '<c r="B2"><v></c>', " <c/>"]
)
def test_what_was_kept_may_be_broken(tmp_path: Path, xml: str) -> None:
    path = workbook(tmp_path, '<row r="2"><c r="B2"/></row>')
    snapshot = replace(take(path), xml=xml)
    assert find_stale_cells(path, {"Plan": {"B2": snapshot}})["Plan"]["B2"] in (BROKEN, NAMESPACES)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        {},
        {"xml": None, "has_row": True, "value": None},
        {"xml": None, "has_row": True, "value": [], "references": {}},
        {"xml": None, "has_row": True, "value": {"day": "x"}, "references": {"namespaces": [], "style": "", "string": "", "metadata": ""}},
        {"xml": None, "has_row": True, "value": [], "references": {"namespaces": [], "style": "", "string": "", "metadata": ""}},
        {"xml": None, "has_row": True, "value": 1, "references": {"namespaces": [["x"]], "style": "", "string": "", "metadata": ""}},
    ],
)  # fmt: skip
def test_json_that_keeps_no_cell(kept: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        snapshot_from_json(kept)


def test_other_values_are_never_stale(tmp_path: Path) -> None:
    path = workbook(tmp_path, "")
    assert find_stale_cells(path, {"Plan": {"A1": "x", "B1": CellSnapshot(None, has_row=False)}}) == {}
    with pytest.raises(UnknownSheetError):
        find_stale_cells(path, {"Flan": {}})
    with pytest.raises(CellAddressError):
        read_snapshots(path, {"Plan": ["A0"]})
    with pytest.raises(OddSheetError):
        read_snapshots(workbook(tmp_path, '<row r="0"/>'), {"Plan": ["A1"]})


@needs_shared
@pytest.mark.parametrize(
    ("name", "sheet", "row"),
    [
        ("t03_bks07_Risk_Log.example.xlsx", "RiskMatrix", 40),
        ("t03_bks07_Risk_Log.example.xlsx", "MasterData", 62),
        ("t01_PacktPublishing_Risk_Log.xlsx", "Risk Log", 4),
        ("f16_PHPOffice_issue.3665.xlsx", "Cuenta", 4),
        ("f29_PHPOffice_utf16be.bom.xlsx", "Sheet1", 4),
    ],
)
def test_real_workbooks(name: str, sheet: str, row: int, tmp_path: Path) -> None:
    """Set and put back: every part is what it was, but for the sheet's own words on what it fills."""
    path, target = SHARED / "workbooks" / name, tmp_path / name
    names = [f"B{row}", f"C{row}", f"D{row}", f"ZZ{row}", "A9999"]
    snapshots = read_snapshots(path, {sheet: names})
    set_cells(path, target, {sheet: dict.fromkeys(names, "x")})
    set_cells(target, target, snapshots)
    for part in changed(path, target):
        old, new = members(path)[part], members(target)[part]
        assert part == "xl/workbook.xml" or old.partition(b"<sheetData")[2] == new.partition(b"<sheetData")[2]
