"""Columns that come into a sheet: what is said of those that they are like is said of them, and all else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.excel.errors import ColumnsNotAddedError
from peerxl.excel.patch import NewColumn, NewColumns, make_patch
from peerxl.excel.patch.edit.refusals import LockedCellError
from peerxl.excel.patch.target import write_proved_copy
from tests.excel.patch.handmade import (
    DECLARATION,
    MAIN,
    OFFICE,
    handmade,
    members,
    parts,
    relations,
    sheet_of,
    sheet_xml,
    workbook_xml,
    zipped,
)

X14 = (
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)
# A heading in row 2 and two rows beneath it; the columns that come in are D and E, like B and C.
ROWS = (
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Action</t></is></c><c r="B2" s="1"/><c r="C2" s="1"/></row>'
    '<row r="3"><c r="B3" s="1"/><c r="C3"/></row><row r="4"><c r="C4" s="2"/></row>'
)
PAIR = NewColumns((NewColumn(4, 2, 2, {2: "Q2 update"}), NewColumn(5, 3, 2, {2: "Q2 comments"})), 2, 4)
ONE = NewColumns((NewColumn(4, 3, 2, {2: "Q2 update"}),), 2, 4)


def add(path: Path, added: NewColumns = PAIR) -> Path:
    """The workbook with columns in its sheet, proved."""
    patch = make_patch(path, {}, columns={"Plan": [added]})
    target = path.with_name("target.xlsx")
    with write_proved_copy(patch, target) as copy:
        copy.replace(target)
    return target


def add_around(folder: Path, before: str = "", after: str = "", added: NewColumns = PAIR) -> tuple[str, str]:
    """What stands before a sheet's rows and after them once columns are in it."""
    sheet = sheet_of(add(handmade(folder, sheet_xml(ROWS, before, after)), added))
    head, _, rest = sheet.partition("<sheetData>")
    return head.partition("<worksheet ")[2].partition(">")[2], rest.partition("</sheetData>")[2].removesuffix(
        "</worksheet>"
    )


def test_cells(tmp_path: Path) -> None:
    """Each takes the style of the cell that it is like; where there is none, none comes in."""
    sheet = sheet_of(add(handmade(tmp_path, sheet_xml(ROWS))))
    text = 't="inlineStr"><is><t xml:space="preserve">'
    assert sheet == sheet_xml(
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Action</t></is></c><c r="B2" s="1"/><c r="C2" s="1"/>'
        f'<c r="D2" s="1" {text}Q2 update</t></is></c><c r="E2" s="1" {text}Q2 comments</t></is></c></row>'
        '<row r="3"><c r="B3" s="1"/><c r="C3"/><c r="D3" s="1"/></row><row r="4"><c r="C4" s="2"/><c r="E4" s="2"/></row>'
    )


def test_a_banner_above_goes_on_and_a_legend_there_stays(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="B1" s="1"/><c r="C1" s="1"/><c r="E1" s="2"><v>7</v></c></row>'
    sheet = sheet_of(add(handmade(tmp_path, sheet_xml(rows + ROWS))))
    assert '<c r="C1" s="1"/><c r="D1" s="1"/><c r="E1" s="2"><v>7</v></c></row>' in sheet


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ('<cols><col min="1" max="1" width="9"/></cols>', '<cols><col min="1" max="1" width="9"/></cols>'),
        (
            '<cols><col min="2" max="2" width="9" customWidth="1"/><col min="3" max="3" width="40" style="1"/></cols>',
            '<cols><col min="2" max="2" width="9" customWidth="1"/><col min="3" max="3" width="40" style="1"/>'
            '<col min="4" max="4" width="9" customWidth="1"/><col min="5" max="5" width="40" style="1"/></cols>',
        ),
        (
            '<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="16384" width="5" hidden="1"/></cols>',
            '<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="4" width="9"/>'
            '<col min="5" max="5" width="9"/><col min="6" max="16384" width="5" hidden="1"/></cols>',
        ),
        (
            '<cols><col min="3" max="3" width="9"/><col min="4" max="9" width="5"/></cols>',
            '<cols><col min="3" max="3" width="9"/><col min="5" max="5" width="9"/><col min="6" max="9" width="5"/></cols>',
        ),
        (
            '<cols><col min="1" max="7" width="9"/></cols>',
            '<cols><col min="1" max="3" width="9"/><col min="4" max="4" width="9"/><col min="5" max="5" width="9"/>'
            '<col min="6" max="7" width="9"/></cols>',
        ),
    ],
)
def test_widths(before: str, after: str, tmp_path: Path) -> None:
    assert add_around(tmp_path, before) == (after, "")


def rule(sqref: str, inside: str = "", name: str = "dataValidation", more: str = "") -> str:
    return f'<{name}{more} sqref="{sqref}">{inside}</{name}>'


LIST = '<formula1>"a,b"</formula1>'
UNIQUE = "<formula1>COUNTIF($B$3:$B$9,B3)=1</formula1>"


def formats(sqref: str, formula: str, priority: int = 1) -> str:
    inside = f'<cfRule type="expression" dxfId="0" priority="{priority}"><formula>{formula}</formula></cfRule>'
    return rule(sqref, inside, "conditionalFormatting")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<autoFilter ref="A2:C4"/>', '<autoFilter ref="A2:E4"/>'),
        ('<autoFilter ref="A2:B4"/>', '<autoFilter ref="A2:B4"/>'),
        (
            '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="B2:C2"/><mergeCell ref="A3:A4"/></mergeCells>',
            '<mergeCells count="4"><mergeCell ref="A1:E1"/><mergeCell ref="B2:C2"/><mergeCell ref="A3:A4"/>'
            '<mergeCell ref="D2:E2"/></mergeCells>',
        ),
        (formats("B3:B9", "B3=1"), formats("B3:B9 D3:D9", "B3=1")),
        (formats("A2:C9", "$A2=1"), formats("A2:E9", "$A2=1")),
        (formats("A2:A9", "$B2=1"), formats("A2:A9", "$B2=1")),
        (formats("B20:C30", "B20=1"), formats("B20:C30", "B20=1")),
        (formats("B1:C1048576", "B1=1"), formats("B1:E1048576", "B1=1")),
        (
            formats("B3:C9", "$B3=&quot;$C9&quot;", 7),
            formats("B3:C9", "$B3=&quot;$C9&quot;", 7) + formats("D3:E9", "$D3=&quot;$C9&quot;", 8),
        ),
        (
            formats("A3:C9", "AND($B3=1,A3=Other!$B$1,LOG10($C$3)&gt;B2)", 2),
            formats("A3:C9", "AND($B3=1,A3=Other!$B$1,LOG10($C$3)&gt;B2)", 2)
            + formats("D3:E9", "AND($D3=1,D3=Other!$B$1,LOG10($E$3)&gt;E2)", 3),
        ),
        (
            rule("C3:C9", '<cfRule type="dataBar" priority="4"/>', "conditionalFormatting"),
            rule("C3:C9", '<cfRule type="dataBar" priority="4"/>', "conditionalFormatting")
            + rule("E3:E9", '<cfRule type="dataBar" priority="5"/>', "conditionalFormatting"),
        ),
        (
            f'<dataValidations count="2">{rule("B3:B99", LIST)}{rule("A3:A99", LIST)}</dataValidations>',
            f'<dataValidations count="2">{rule("B3:B99 D3:D99", LIST)}{rule("A3:A99", LIST)}</dataValidations>',
        ),
        (
            f'<dataValidations count="1">{rule("B3:B9", UNIQUE)}</dataValidations>',
            f'<dataValidations count="2">{rule("B3:B9", UNIQUE)}'
            f"{rule('D3:D9', '<formula1>COUNTIF($D$3:$D$9,D3)=1</formula1>')}</dataValidations>",
        ),
        (
            '<ignoredErrors><ignoredError sqref="A1:C4" numberStoredAsText="1"/></ignoredErrors>',
            '<ignoredErrors><ignoredError sqref="A1:E4" numberStoredAsText="1"/></ignoredErrors>',
        ),
        (
            f'<extLst><ext {X14}><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1>'
            "<xm:f>Lists!$B$1:$B$9</xm:f></x14:formula1><xm:sqref>B3:B9</xm:sqref></x14:dataValidation>"
            "</x14:dataValidations></ext></extLst>",
            f'<extLst><ext {X14}><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1>'
            "<xm:f>Lists!$B$1:$B$9</xm:f></x14:formula1><xm:sqref>B3:B9 D3:D9</xm:sqref></x14:dataValidation>"
            "</x14:dataValidations></ext></extLst>",
        ),
        (
            f"<extLst><ext {X14}><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>A3:B3</xm:f>"
            "<xm:sqref>C3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>"
            "</extLst>",
            f"<extLst><ext {X14}><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>A3:B3</xm:f>"
            "<xm:sqref>C3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>"
            "</extLst>",
        ),
    ],
)
def test_what_is_said_after_the_rows(before: str, after: str, tmp_path: Path) -> None:
    assert add_around(tmp_path, after=before) == ("", after)


def test_a_later_rule_that_names_its_own_column_is_said_again_under_a_mark_of_its_own(tmp_path: Path) -> None:
    identity = "{0A1B2C3D-0000-4000-8000-0123456789AB}"
    before = (
        f'<extLst><ext {X14}><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" '
        f'priority="3" id="{identity}"><xm:f>$C3=Lists!$A$1</xm:f></x14:cfRule><xm:sqref>C3:C9</xm:sqref>'
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    _, after = add_around(tmp_path, after=before, added=ONE)
    copy = after.removeprefix(before.partition("</x14:conditionalFormattings>")[0]).partition(
        "</x14:conditionalFormattings>"
    )[0]
    assert "<xm:f>$D3=Lists!$A$1</xm:f></x14:cfRule><xm:sqref>D3:D9</xm:sqref>" in copy
    assert 'priority="4"' in copy
    assert identity not in copy


@pytest.mark.parametrize(
    ("rules", "block"),
    [
        (f'<dataValidations count="1">{rule("D3:D9", LIST)}</dataValidations>', "D3:D9"),
        (formats("C3:F9", "C3=1"), "C3:F9"),
    ],
)
def test_a_rule_of_other_cells_that_reaches_into_the_new_ones(rules: str, block: str, tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS, after=rules))
    with pytest.raises(ColumnsNotAddedError) as raised:
        add(path)
    assert str(raised.value) == (
        f"{path}!Plan: no columns can be added there because a drop-down or a format reaches into {block}; add them in "
        "Excel."
    )


@pytest.mark.parametrize(
    ("merged", "after"),
    [
        ("B1:C1", ("B1:E1",)),
        ("A1:B1", ("A1:B1",)),
        ("B2:C2", ("B2:C2", "D2:E2")),
        ("C3:C4", ("C3:C4", "E3:E4")),
        ("A4:C4", ("A4:E4",)),
        ("A5:C5", ("A5:C5",)),
        ("A1:H1", ("A1:H1",)),
    ],
)
def test_merged_blocks(merged: str, after: tuple[str, ...], tmp_path: Path) -> None:
    _, told = add_around(tmp_path, after=f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>')
    listed = "".join(f'<mergeCell ref="{block}"/>' for block in after)
    assert told == f"<mergeCells>{listed}</mergeCells>"


TABLE = (
    f'{DECLARATION}<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="A2:C4"><autoFilter ref="A2:C4"/>'
    '<tableColumns count="3"><tableColumn id="1" name="Action"/><tableColumn id="2" name="Q1 update" dataDxfId="4"/>'
    '<tableColumn id="9" name="Q1 comments" totalsRowFunction="count"/></tableColumns></table>'
)


def with_table(folder: Path, table: str = TABLE) -> Path:
    sheet = sheet_xml(ROWS, after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>')
    content = parts(sheet.replace("<worksheet ", f'<worksheet xmlns:r="{OFFICE}" '))
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("table", "../tables/table1.xml")).encode()
    content["xl/tables/table1.xml"] = table.encode()
    path = folder / "plan.xlsx"
    path.write_bytes(zipped(content))
    return path


def test_a_table(tmp_path: Path) -> None:
    table = members(add(with_table(tmp_path)))["xl/tables/table1.xml"].decode()
    assert table == TABLE.replace("A2:C4", "A2:E4").replace('count="3"', 'count="5"').replace(
        "</tableColumns>",
        '<tableColumn id="10" name="Q2 update" dataDxfId="4"/><tableColumn id="11" name="Q2 comments"/></tableColumns>',
    )


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('name="T" ', 'name="T" tableType="queryTable" ', "its table is filled from elsewhere"),
        ('name="T" ', 'name="T" headerRowCount="0" ', "its table hides its headings"),
        ('"Action"', '"Q2 UPDATE"', "its table has a column headed “Q2 update” already"),
    ],
)
def test_tables_that_take_no_columns(old: str, new: str, why: str, tmp_path: Path) -> None:
    path = with_table(tmp_path, TABLE.replace(old, new, 1))
    with pytest.raises(ColumnsNotAddedError) as raised:
        add(path)
    assert str(raised.value) == f"{path}!Plan: no columns can be added there because {why}; add them in Excel."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Plan!$A$1:$C$4", "Plan!$A$1:$E$4"),
        ("'Plan'!$A:$C", "'Plan'!$A:$E"),
        ("Plan!$A$1:$B$4", "Plan!$A$1:$B$4"),
        ("Plan!$A$1:$H$4", "Plan!$A$1:$H$4"),
        ("Plan!$A$20:$C$24,Plan!$A$1:$C$4", "Plan!$A$20:$C$24,Plan!$A$1:$E$4"),
        ("OFFSET(Plan!$A$1,0,0,4,3)", "OFFSET(Plan!$A$1,0,0,4,3)"),
    ],
)
def test_what_is_printed(before: str, after: str, tmp_path: Path) -> None:
    names = (
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="{}">{}</definedName>'
        '<definedName name="Data">Plan!$A$1:$C$4</definedName></definedNames>'
    )
    path = handmade(tmp_path, sheet_xml(ROWS), workbook=workbook_xml(after=names.format(0, before)))
    assert members(add(path))["xl/workbook.xml"].decode() == workbook_xml(after=names.format(0, after))
    elsewhere = workbook_xml(after=names.format(1, before))
    path = handmade(tmp_path, sheet_xml(ROWS), workbook=elsewhere)
    assert members(add(path))["xl/workbook.xml"].decode() == elsewhere


def test_a_protected_sheet(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS, after='<sheetProtection sheet="1"/>'))
    with pytest.raises(LockedCellError):
        add(path)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_sheet_in_other_words(codec: str, tmp_path: Path) -> None:
    """With prefixes, in another encoding, and with a comment that looks like a rule."""
    body = (
        f'<?xml version="1.0" encoding="{codec.upper()}"?><x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="3" max="3" '
        'width="9"></x:col></x:cols><x:sheetData><x:row r="2"><x:c r="C2" s="1"/></x:row></x:sheetData>'
        '<!-- <x:dataValidation sqref="C3"/> --><x:mergeCells><x:mergeCell ref="C2:C3"></x:mergeCell></x:mergeCells>'
        "<x:conditionalFormatting sqref='C3'><x:cfRule type='expression' priority='1'><x:formula>C3=1</x:formula>"
        "</x:cfRule></x:conditionalFormatting></x:worksheet>"
    )
    sheet = members(add(handmade(tmp_path, body.encode(codec)), ONE))["xl/worksheets/sheet1.xml"].decode(codec)
    assert '</x:col><x:col min="4" max="4" width="9"/></x:cols>' in sheet
    assert '<x:mergeCell ref="C2:C3"></x:mergeCell><x:mergeCell ref="D2:D3"/></x:mergeCells>' in sheet
    assert "<x:conditionalFormatting sqref='C3:D3'>" in sheet
    assert '<x:dataValidation sqref="C3"/>' in sheet
