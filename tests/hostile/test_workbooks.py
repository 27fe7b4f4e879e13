"""Workbooks that do harm to who reads them: each is read for what it has, or refused in a sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from peerxl.errors import PeerxlError
from peerxl.excel.formulas import read_formulas
from peerxl.excel.read import read_sheets
from peerxl.excel.saved import saved_at
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import parts, sheet_xml, workbook_xml, zipped
from tests.hostile.limits import read_limited

FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
DAYS = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" '
    'formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>'
    "</styleSheet>"
)


def write(folder: Path, **changes: bytes | str) -> Path:
    path = folder / "plan.xlsx"
    content = parts(sheet_xml(FIRST)) | {
        name: part.encode() if isinstance(part, str) else part for name, part in changes.items()
    }
    path.write_bytes(zipped(content))
    return path


def write_rows(folder: Path, rows: str, **others: bytes | str) -> Path:
    return write(folder, **{SHEET: sheet_xml(rows), **others})


CANNOT = "; open it in Excel and save it as .xlsx."


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ('<c r="A0"><v>1</v></c>', "cell 'A0'"),
        ('<c r="A999999999"><v>1</v></c>', "cell 'A999999999'"),
        ('<c r="A99999999999999999999"><v>1</v></c>', "cell 'A9999999999999999999'"),
        ('<c r="AAAAAAAA1"><v>1</v></c>', "cell 'AAAAAAAA1'"),
        ('<c r="XFE1"><v>1</v></c>', "cell 'XFE1'"),
        ('<c r=""><v>1</v></c>', "cell ''"),
        ('<c r="A1" t="e"><v>#REF!</v></c><c r="A999999999" t="e"><v>#REF!</v></c>', "cell 'A999999999'"),
        ('</row><row r="4000000000"><c><v>1</v></c>', "row '4000000000'"),
        ('</row><row r="0"><c><v>1</v></c>', "row 0"),
        (f'</row><row r="{"9" * 5_000}"><c><v>1</v></c>', "row '99999999999999999999'"),
        ('</row><row r="1.5"><c><v>1</v></c>', "row '1.5'"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_address_that_no_sheet_has(tmp_path: Path, cell: str, named: str) -> None:
    path = write_rows(tmp_path, f'<row r="1">{cell}</row>')
    assert (
        read_limited(path)
        == f"this is not an Excel workbook (its sheet 'Plan' has a {named}, which no sheet has){CANNOT}"
    )


@pytest.mark.parametrize(
    ("rows", "values", "strays"),
    [
        (f'{FIRST}<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>', 1, 1),
        (f'{FIRST}<row r="1048576"><c r = "XFD1048576"><v>1</v></c></row>', 1, 1),
        (f"{FIRST}<row r='1048576'><c r='A1048576' t='inlineStr'><is><t> </t></is></c></row>", 1, 1),
        (f'{FIRST}<row r="1048576"><c r="XFD1048576" s="1"/></row>', 1, 0),
        (f'{FIRST}<row r="1048576"><c><v>1</v></c></row>', 1, 1),
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", 3, 0),
        ('<row r="5"><c r="A5"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>', 2, 0),
        (f'<!--<row r="1"><c r="A999999999"><v>1</v></c></row>-->{FIRST}', 1, 0),
        ("<!--" + "<c " * 350_000 + "-->" + FIRST, 1, 0),
        ("<!--" + "<row r='" * 350_000 + "-->" + FIRST, 1, 0),
        ('<row r="1"><c r="A1" s="1"><v>-1e300</v></c><c r="B1" s="2"><v>1e300</v></c></row>', 2, 0),
        ('<row r="1"><c r="A1" s="18446744073709551616"><v>1</v></c></row>', 1, 0),
        (
            "".join(f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t> </t></is></c></row>' for row in (1, *range(1_048_500, 1_048_577))),
            78,
            0,
        ),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_time_and_memory_follow_the_cells_that_are_there(tmp_path: Path, rows: str, values: int, strays: int) -> None:
    path = write_rows(tmp_path, rows, **{STYLES: DAYS})
    assert read_limited(path) == f"Plan {values} {strays}"
    assert read_formulas(path) == {}


@pytest.mark.parametrize("block", ["A1:XFD1048576", "XFD1048576:XFD1048576", "A1048576:B1048576"])
def test_merged_blocks_of_any_size(tmp_path: Path, block: str) -> None:
    after = f'<mergeCells count="1"><mergeCell ref="{block}"/></mergeCells>'
    path = write(tmp_path, **{SHEET: sheet_xml('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', after=after)})
    assert read_limited(path) == "Plan 1 0"
    assert read_formulas(path) == {Cell("Plan", 1, 1): "=1+1"}


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_sheet_in_another_encoding_with_an_address_that_no_sheet_has(tmp_path: Path, codec: str) -> None:
    sheet = sheet_xml('<row r="1"><c r="A999999999"><v>1</v></c></row>').replace("UTF-8", "UTF-16").encode(codec)
    assert "'A999999999', which no sheet has" in read_limited(write(tmp_path, **{SHEET: sheet}))


def test_a_sheet_under_any_name(tmp_path: Path) -> None:
    relations = parts("")["xl/_rels/workbook.xml.rels"].replace(b"worksheets/sheet1.xml", b"tab.bin")
    far = sheet_xml('<row r="1"><c r="A999999999"><v>1</v></c></row>')
    path = write(tmp_path, **{"xl/_rels/workbook.xml.rels": relations, "xl/tab.bin": far.encode()})
    assert "'A999999999', which no sheet has" in read_limited(path)


def test_a_sheet_that_only_the_native_reader_would_find(tmp_path: Path) -> None:
    """The workbook's part stands where its relation says; another one where a reader that knows no relations looks."""
    content = parts(sheet_xml(FIRST))
    far = sheet_xml('<row r="1"><c r="A999999999"><v>1</v></c></row>')
    changes = {
        "_rels/.rels": content["_rels/.rels"].replace(b"xl/workbook.xml", b"own/workbook.xml"),
        "own/workbook.xml": content["xl/workbook.xml"],
        "own/_rels/workbook.xml.rels": content["xl/_rels/workbook.xml.rels"],
        "own/worksheets/sheet1.xml": content[SHEET],
        SHEET: far.encode(),
    }
    assert read_limited(write(tmp_path, **changes)) == "Plan 1 0"


@pytest.mark.parametrize("count", ["18446744073709551615", "99999999", "9" * 400])
def test_a_list_of_texts_that_says_it_is_longer(tmp_path: Path, count: str) -> None:
    strings = f'<sst uniqueCount="{count}" count="{count}"><si><t>words</t></si></sst>'
    path = write_texts(tmp_path, strings, '<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    assert read_limited(path) == "Plan 1 0"
    assert read_sheets(path)[0].rows == (("words",),)


def test_a_long_text_that_many_cells_share(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 20_001))
    path = write_texts(tmp_path, f"<sst><si><t>{'word ' * 6_400}</t></si></sst>", rows)
    assert read_limited(path) == "Plan 20000 0"


def write_texts(folder: Path, strings: str, rows: str) -> Path:
    """A workbook whose cells share texts."""
    relations = parts("")["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    return write(folder, **{SHEET: sheet_xml(rows), STRINGS: strings, "xl/_rels/workbook.xml.rels": relations.decode()})


@pytest.mark.parametrize("encoding", ["x-mine", "hex", "rot13", "zip", "idna", "undefined"])
@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_an_encoding_that_there_is_not(tmp_path: Path, name: str, encoding: str) -> None:
    content = parts(sheet_xml(FIRST))[name].replace(b"UTF-8", encoding.encode())
    path = write(tmp_path, **{name: content})
    assert read_limited(path).startswith("this is not an Excel workbook (")


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:200] + bytes([content[200] ^ 4]) + content[201:],
        lambda content: content[: len(content) // 2],
        lambda content: content[30:],
        lambda content: content.replace(b"PK\x01\x02", b"PK\x01\x03", 1),
        lambda content: content.replace(b"PK\x03\x04", b"PK\x03\x05"),
        lambda content: content[:-22] + bytes(22),
        lambda content: b"PK\x03\x04" + bytes(500),
    ],
    ids=["a bit", "half", "no start", "directory", "headers", "end", "noughts"],
)
def test_damage_to_the_archive(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = write(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert read_limited(path).startswith("this is not an Excel workbook (it")


def test_every_flipped_bit_of_a_small_workbook(tmp_path: Path) -> None:
    """A bit of each byte: the workbook is read, or refused in a sentence."""
    sound = write(tmp_path).read_bytes()
    path = tmp_path / "flipped.xlsx"
    for place in range(0, len(sound), 3):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ (1 << place % 8)]) + sound[place + 1 :])
        with suppress(PeerxlError):
            assert len(read_sheets(path)) <= 1
        assert saved_at(path) > 0


def test_a_part_that_unpacks_to_more_than_anybody_reads(tmp_path: Path) -> None:
    path = write(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b"<row/>" * 28_000_000)
    assert read_limited(path) == (
        "not opened, because its part 'xl/worksheets/sheet2.xml' unpacks to 168,000,000 bytes; "
        "open it in Excel and save it again as .xlsx."
    )


def test_a_small_file_of_many_cells(tmp_path: Path) -> None:
    cells = "<c/>" * 3_000_001
    path = write(tmp_path, **{SHEET: sheet_xml(f'<row r="1"><c r="A1"><v>1</v></c>{cells}</row>')})
    assert "has a cell beyond the last column" in read_limited(path)


def test_two_sheets_that_share_one_part(tmp_path: Path) -> None:
    workbook = workbook_xml().replace("</sheets>", '<sheet name="Other" sheetId="2" r:id="rId1"/></sheets>')
    path = write(tmp_path, **{"xl/workbook.xml": workbook})
    assert read_limited(path) == (
        "not opened, because its sheets 'Plan' and 'Other' are kept in one part; "
        "open it in Excel and save it again as .xlsx."
    )


def test_formulas_that_cells_share_read_as_in_each(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="7"/><v>4</v></c></row>'
    )
    assert read_formulas(write_rows(tmp_path, rows)) == {
        Cell("Plan", 1, 1): "=B1*2",
        Cell("Plan", 2, 1): "=B2*2",
        Cell("Plan", 3, 1): "=",
    }


def test_a_sheet_whose_name_no_report_could_hold(tmp_path: Path) -> None:
    path = write(tmp_path, **{"xl/workbook.xml": workbook_xml("Plan \ufffe")})
    assert read_limited(path) in (
        "this is not an Excel workbook (its part 'xl/workbook.xml' cannot be read); open it in Excel and save it as .xlsx.",
        "this is not an Excel workbook (the name of its sheet 'Plan \\ufffe' has characters that no sheet's has)"
        + CANNOT,
    )
