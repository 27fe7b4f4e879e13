"""The same sheet in every way its XML may be written: prefixes, encodings, comments, cells and rows without numbers."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from peerxl.excel.patch import set_cells
from tests.excel.patch.handmade import DECLARATION, MAIN, STRICT, handmade, members, sheet_xml

INLINE = 't="inlineStr"><is><t xml:space="preserve">x</t></is></c>'
PART = "xl/worksheets/sheet1.xml"


def patched(folder: Path, sheet: str | bytes, cells: dict[str, str | None]) -> bytes:
    set_cells(handmade(folder, sheet), folder / "target.xlsx", {"Plan": cells})
    return members(folder / "target.xlsx")[PART]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        # A prefix for everything, at the root or on the way.
        (
            f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" s="1"/></x:row></x:sheetData></x:worksheet>',
            f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" s="1" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        ),
        (
            f'<a:worksheet xmlns:a="{STRICT}"><sheetData xmlns="{STRICT}"/></a:worksheet>',
            f'<a:worksheet xmlns:a="{STRICT}"><sheetData xmlns="{STRICT}"><row r="1"><c r="A1" {INLINE}</row></sheetData></a:worksheet>',
        ),
        (
            f'<worksheet xmlns="{MAIN}"><sheetData><y:row xmlns:y="{MAIN}" r="1"/></sheetData></worksheet>',
            f'<worksheet xmlns="{MAIN}"><sheetData><y:row xmlns:y="{MAIN}" r="1"><y:c r="A1" t="inlineStr"><y:is><y:t xml:space="preserve">x</y:t></y:is></y:c></y:row></sheetData></worksheet>',
        ),
        (
            f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c xmlns:z="{MAIN}" r="A1"><z:v>1</z:v></c></row></sheetData></worksheet>',
            f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c xmlns:z="{MAIN}" r="A1" {INLINE}</row></sheetData></worksheet>',
        ),
        # Elements of the same names in another namespace are something else.
        (
            f'<m:worksheet xmlns:m="{MAIN}" xmlns="urn:q"><m:sheetData><m:row r="1"><m:c r="A1"><f/><m:v>1</m:v></m:c></m:row></m:sheetData><sheetProtection sheet="1"/></m:worksheet>',
            f'<m:worksheet xmlns:m="{MAIN}" xmlns="urn:q"><m:sheetData><m:row r="1"><m:c r="A1" t="inlineStr"><m:is><m:t xml:space="preserve">x</m:t></m:is></m:c></m:row></m:sheetData><sheetProtection sheet="1"/></m:worksheet>',
        ),
    ],
    ids=["root", "inner default", "inner row", "inner cell", "other namespace"],
)
def test_prefixes(tmp_path: Path, sheet: str, expected: str) -> None:
    assert patched(tmp_path, sheet, {"A1": "x"}).decode() == expected


@pytest.mark.parametrize(
    ("rows", "name", "expected"),
    [
        (
            "<row><c><v>1</v></c><c/></row><row><c/></row>",
            "B1",
            f"<row><c><v>1</v></c><c {INLINE}</row><row><c/></row>",
        ),
        ("<row><c/></row><row><c/></row>", "A2", f"<row><c/></row><row><c {INLINE}</row>"),
        ("<row/><row/>", "B2", f'<row/><row><c r="B2" {INLINE}</row>'),
        ('<row r="3"/><row><c r="D4"/><c/></row>', "E4", f'<row r="3"/><row><c r="D4"/><c {INLINE}</row>'),
        ('<row r="3"/><row/>', "A5", f'<row r="3"/><row/><row r="5"><c r="A5" {INLINE}</row>'),
        ('<row><c/></row><row r="4"/>', "C1", f'<row><c/><c r="C1" {INLINE}</row><row r="4"/>'),
        # A row without a number is where its first cell says, and counts on from the row before it.
        (
            '<row><c r="A1"/></row><row><c r="A3"/><c r="B3"/></row>',
            "B3",
            f'<row><c r="A1"/></row><row><c r="A3"/><c r="B3" {INLINE}</row>',
        ),
        (
            '<row><c r="A1"/></row><row><!-- <c r="A9"/> --><c s="1" r = \'$b$4\'/></row>',
            "A3",
            f'<row><c r="A1"/></row><row r="3"><c r="A3" {INLINE}</row><row><!-- <c r="A9"/> --><c s="1" r = \'$b$4\'/></row>',
        ),
        (
            '<row r="7"/><row/><c r="A2"/><row><c r="A20"/></row><row/>',
            "A10",
            f'<row r="7"/><row/><c r="A2"/><row><c r="A20"/></row><row><c r="A10" {INLINE}</row>',
        ),
    ],
)
def test_rows_and_cells_that_do_not_say_where_they_are(tmp_path: Path, rows: str, name: str, expected: str) -> None:
    assert patched(tmp_path, sheet_xml(rows), {name: "x"}).decode() == sheet_xml(expected)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            '<!-- <row r="1"><c r="A1"/></row> --><row r="1"><!-- <c r="A1"/> --><c r="A1"/></row>',
            f'<!-- <row r="1"><c r="A1"/></row> --><row r="1"><!-- <c r="A1"/> --><c r="A1" {INLINE}</row>',
        ),
        (
            '<row r="1"><c r="A1"/><c r="B1" t="str"><v><![CDATA[</c></row><row r="1"><c r="A1">]]></v></c></row>',
            f'<row r="1"><c r="A1" {INLINE}<c r="B1" t="str"><v><![CDATA[</c></row><row r="1"><c r="A1">]]></v></c></row>',
        ),
        ('<?row <row r="1"/> ?><row r="1"/><?p?>', f'<?row <row r="1"/> ?><row r="1"><c r="A1" {INLINE}</row><?p?>'),
        (
            "<row spans='1:2' x='>' r = '1' ><c s='1' r='A1'/></row >",
            f"<row spans='1:2' x='>' r = '1' ><c s='1' r='A1' {INLINE}</row >",
        ),
        (
            '\n  <row\n    r="1"\n  >\n    <c r="A1"\n/>\n  </row>\n',
            f'\n  <row\n    r="1"\n  >\n    <c r="A1" {INLINE}\n  </row>\n',
        ),
        (
            '<row x=" r=&quot;9&quot;" y=\' r="8" \' r="1"/>',
            f'<row x=" r=&quot;9&quot;" y=\' r="8" \' r="1"><c r="A1" {INLINE}</row>',
        ),
        (
            '<row r="1"><c r="A1"><extLst><ext><c r="A1"/></ext></extLst></c></row>',
            f'<row r="1"><c r="A1" {INLINE}</row>',
        ),
        ('<row r="3"/><row r="1"/><row r="2"/>', f'<row r="3"/><row r="1"><c r="A1" {INLINE}</row><row r="2"/>'),
        ('<row r="1"><c r="C1"/><c r="A1"/></row>', f'<row r="1"><c r="C1"/><c r="A1" {INLINE}</row>'),
        ('<rowing r="1"/><row r="1"/>', f'<rowing r="1"/><row r="1"><c r="A1" {INLINE}</row>'),
    ],
)
def test_comments_quotes_and_spaces(tmp_path: Path, rows: str, expected: str) -> None:
    assert patched(tmp_path, sheet_xml(rows), {"A1": "x"}).decode() == sheet_xml(expected)


def test_rows_in_any_order(tmp_path: Path) -> None:
    rows = '<row r="8"/><row r="2"/><row r="4"/><row r="6"/><row r="9"/><row r="5"/>'
    written = patched(tmp_path, sheet_xml(rows), dict.fromkeys(("A1", "A2", "A3", "A5", "A8", "A10"), "x")).decode()
    assert written.replace(f" {INLINE}", "/>") == sheet_xml(
        '<row r="1"><c r="A1"/></row><row r="3"><c r="A3"/></row><row r="8"><c r="A8"/></row><row r="2"><c r="A2"/></row>'
        '<row r="4"/><row r="6"/><row r="9"/><row r="5"><c r="A5"/></row><row r="10"><c r="A10"/></row>'
    )


EXTENSION = '<extLst><ext uri="x"><{0} xmlns="urn:x"><row r="2"/></{0}></ext></extLst>'


@pytest.mark.parametrize("name", ["sheetData", "sheetDataSet", "x:sheetData"])
@pytest.mark.parametrize("inner", ["", "<sheetData/>", "<sheetData><sheetData /></sheetData >"])
def test_an_extension_that_looks_like_the_rows(tmp_path: Path, name: str, inner: str) -> None:
    after = EXTENSION.format(name).replace('xmlns="urn:x"', 'xmlns:x="urn:y" xmlns="urn:x"')
    rows = f'<row r="1"><c r="A1"><v>1</v><extLst><ext xmlns="urn:z">{inner}</ext></extLst></c></row>'
    written = patched(tmp_path, sheet_xml(rows, after=after), {"B2": "x"}).decode()
    assert written == sheet_xml(f'{rows}<row r="2"><c r="B2" {INLINE}</row>', after=after)


@pytest.mark.parametrize("name", ["B2", "D2"])
def test_a_rows_extension_stays_behind_its_cells(tmp_path: Path, name: str) -> None:
    row = '<row r="2"><c r="A2"/>{}<extLst><ext uri="a"><c/></ext></extLst></row>'
    written = patched(tmp_path, sheet_xml(row.format("")), {name: "x", "C2": None}).decode()
    assert written == sheet_xml(row.format(f'<c r="{name}" {INLINE}'))


SHEET = sheet_xml('<row r="1"><c r="A1" t="str"><v>é</v></c></row>')


@pytest.mark.parametrize(
    ("codec", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("iso-8859-1", b""),
        ("windows-1252", b""),
        ("gb18030", b""),
    ],
)
def test_the_parts_own_encoding_stays(tmp_path: Path, codec: str, bom: bytes) -> None:
    declared = codec if codec[:6] != "utf-16" else "UTF-16"
    sheet = SHEET.replace('encoding="UTF-8"', f'encoding="{declared}"')
    written = patched(tmp_path, bom + sheet.encode(codec), {"B1": "é €"})
    text = "é €" if codec.startswith("utf") else "&#233; &#8364;"
    added = f'<c r="B1" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c></row>'
    assert written == bom + sheet.replace("</row>", added).encode(codec)


@pytest.mark.parametrize(
    "declared", ["ISO-8859-1", "iso-8859-15", "EUC-JP", "windows-1252", "US-ASCII", "utf8", "UTF_8", "utf-16"]
)
def test_what_is_written_is_read_whatever_the_part_calls_its_encoding(tmp_path: Path, declared: str) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>old</t></is></c></row>'
    sheet = sheet_xml(rows).replace('encoding="UTF-8"', f'encoding="{declared}"')
    written = patched(tmp_path, sheet, {"A1": "é €\r\n<😀"}).decode()
    assert written == sheet.replace("<t>old", '<t xml:space="preserve">&#233; &#8364;&#13;\n&lt;&#128512;')
    with CalamineWorkbook.from_path(tmp_path / "target.xlsx") as book:
        assert book.get_sheet_by_index(0).to_python() == [["é €\r\n<😀"]]


def test_bytes_that_are_not_what_they_declare(tmp_path: Path) -> None:
    sheet = SHEET.replace('encoding="UTF-8"', 'encoding="utf-16"')
    assert patched(tmp_path, sheet.encode(), {"A1": "x"}).decode() == sheet.replace('t="str"><v>é</v></c>', INLINE)


def test_no_declaration_at_all(tmp_path: Path) -> None:
    sheet = SHEET.removeprefix(DECLARATION)
    assert patched(tmp_path, sheet, {"A1": "x"}).decode() == sheet.replace('t="str"><v>é</v></c>', INLINE)
    with CalamineWorkbook.from_path(tmp_path / "target.xlsx") as book:
        assert book.get_sheet_by_index(0).to_python() == [["x"]]
