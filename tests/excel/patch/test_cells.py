"""What is written into a cell, and what of the cell and its sheet stays."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from peerxl.excel.patch import set_cells
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import (
    MAIN,
    OFFICE,
    STRICT,
    changed,
    handmade,
    members,
    parts,
    relations,
    sheet_of,
    sheet_xml,
    workbook_xml,
    zipped,
)

INLINE = 't="inlineStr"><is><t xml:space="preserve">'


def patched_rows(folder: Path, rows: str, cells: dict[str, str | None], before: str = "", after: str = "") -> str:
    """The rows of a sheet after setting cells of it, all around them having stayed."""
    path = handmade(folder, sheet_xml(rows, before, after))
    set_cells(path, folder / "target.xlsx", {"Plan": cells})
    sheet = sheet_of(folder / "target.xlsx")
    opening, closing = sheet_xml("|", before, after).split("|")
    assert sheet.startswith(opening)
    assert sheet.endswith(closing)
    return sheet.removeprefix(opening).removesuffix(closing)


TEXTS = [
    ("In progress", "In progress"),
    ("=1+1", "=1+1"),
    ("+44 1926", "+44 1926"),
    ("-", "-"),
    ("@home", "@home"),
    ("  two  spaces  ", "  two  spaces  "),
    ("two\nlines\n", "two\nlines\n"),
    ("tab\tbed", "tab\tbed"),
    ("a < b & c > d ]]> \"e\" 'f'", "a &lt; b &amp; c &gt; d ]]&gt; \"e\" 'f'"),
    ("by\r\nreturn", "by&#13;\nreturn"),
    ("Warwickshire – £5 😀", "Warwickshire – £5 😀"),
    ("12", "12"),
    ("TRUE", "TRUE"),
    ("01/02/2024", "01/02/2024"),
    ("'quoted", "'quoted"),
    ("x" * 32_767, "x" * 32_767),
]


@pytest.mark.parametrize(("text", "xml"), TEXTS, ids=range(len(TEXTS)))
def test_text_is_text_to_every_reader(tmp_path: Path, text: str, xml: str) -> None:
    rows = patched_rows(tmp_path, '<row r="1"><c r="A1" s="1"><v>5</v></c></row>', {"A1": text})
    assert rows == f'<row r="1"><c r="A1" s="1" {INLINE}{xml}</t></is></c></row>'
    assert by_calamine(tmp_path / "target.xlsx") == [[text]]
    cell = openpyxl.load_workbook(tmp_path / "target.xlsx").worksheets[0]["A1"]
    assert (cell.value, cell.data_type in "s") == (text, True)


def by_calamine(path: Path) -> Sequence[Sequence[object]]:
    with CalamineWorkbook.from_path(path) as book:
        return book.get_sheet_by_index(0).to_python()


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("_x000D_", "_x005F_x000D_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x005F_", "_x005F_x005F_"),
        ("_x00e9_", "_x005F_x00e9_"),
        ("snake_x00_case _xyz_", "snake_x00_case _xyz_"),
    ],
)
def test_what_excel_would_take_for_a_character_number_is_escaped(tmp_path: Path, text: str, xml: str) -> None:
    rows = patched_rows(tmp_path, "", {"A1": text})
    assert rows == f'<row r="1"><c r="A1" {INLINE}{xml}</t></is></c></row>'
    assert by_calamine(tmp_path / "target.xlsx") == [[text]]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" s="2"/>',
        '<c r="B2" s="2"></c>',
        '<c r="B2" s="2"><v>45000</v></c>',
        '<c r="B2" s="2" t="n"><v>1</v></c>',
        '<c r="B2" s="2" t="s"><v>0</v></c>',
        '<c r="B2" t="b" s="2"><v>1</v></c>',
        '<c r="B2" t="e" s="2" vm="1"><v>#VALUE!</v></c>',
        '<c r="B2" s="2" t="d"><v>2024-01-01</v></c>',
        '<c r="B2" s="2" t="str"><v>x</v></c>',
        '<c r="B2" s="2" t="inlineStr"><is><r><rPr><b/></rPr><t>rich</t></r><r><t>er</t></r></is></c>',
        '<c r="B2" s="2" cm="1" vm="2"><v><![CDATA[</c>]]></v><!-- </c> --></c>',
        '<c\n  r="B2"\n  s="2"\n  t = \'s\' ><v>0</v></c\n>',
    ],
)
def test_every_kind_of_value_gives_way_and_the_style_stays(tmp_path: Path, cell: str) -> None:
    rows = '<row r="2"><c r="A2"><v>1</v></c>{}<c r="C2"><v>3</v></c></row>'
    assert patched_rows(tmp_path, rows.format(cell), {"B2": "x"}).split() == (
        rows.format(f'<c r="B2" s="2" {INLINE}x</t></is></c>').split()
    )
    emptied = patched_rows(tmp_path, rows.format(cell), {"B2": None}).split()
    assert emptied in (rows.format('<c r="B2" s="2"/>').split(), rows.format(cell).split())
    assert emptied[1:3] != ["<v>1</v>"]


def test_other_attributes_of_a_cell_stay_as_they_are_written(tmp_path: Path) -> None:
    rows = """<row r="1"><c  ph='1' r = 'A1'   s='1' t="n" xmlns:q="urn:q" q:t='a>b'><v>1</v></c></row>"""
    assert patched_rows(tmp_path, rows, {"A1": "x"}) == (
        f"""<row r="1"><c  ph='1' r = 'A1'   s='1' xmlns:q="urn:q" q:t='a>b' {INLINE}x</t></is></c></row>"""
    )


def test_an_emptied_cell_keeps_its_style_and_an_empty_text_empties(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2" t="s"><v>0</v></c></row>'
    assert patched_rows(tmp_path, rows, {"A1": None, "B1": ""}) == (
        '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/></row>'
    )


ROWS = '<row r="2" spans="2:4"><c r="B2"/><c r="D2"/></row><row r="4"/>'


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


def test_the_same_patch_twice_changes_nothing_more(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS, "<dimension ref='B2:D4'/>"))
    once, twice = tmp_path / "once.xlsx", tmp_path / "twice.xlsx"
    changes = {"Plan": {"A1": "x", "C2": "y ", "B4": None}}
    set_cells(path, once, changes)
    set_cells(once, twice, changes)
    assert once.read_bytes() == twice.read_bytes()


def test_a_workbook_may_be_patched_in_place_and_through_a_link(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS))
    link = tmp_path / "link.xlsx"
    link.symlink_to(path)
    path.chmod(0o640)
    set_cells(path, link, {"plan": {"A1": "x"}})
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert by_calamine(path)[0] == ["x"]
    assert sorted(tmp_path.iterdir()) == [link, path]


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
