"""The proof finds what a mistake of the patch would do: a text in the wrong place, twice, or in XML nobody can read."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from peerxl import errors
from peerxl.excel.patch import make_patch
from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.proof import proof
from peerxl.excel.patch.proof.parsed_cells import parse_cells
from peerxl.excel.patch.proof.proof import prove
from tests.excel.patch.handmade import MAIN, STRICT, handmade, sheet_xml, workbook_xml

SHEET = "xl/worksheets/sheet1.xml"
X = '<c r="B2" t="inlineStr"><is><t>x</t></is></c>'


def proved(folder: Path, sheet: str, edits: Mapping[str, tuple[Edit, ...]]) -> None:
    """Write a workbook with other edits than those that set B2, and prove it."""
    patch = replace(make_patch(handmade(folder, sheet), {"Plan": {"B2": "x"}}), edits=edits)
    written = io.BytesIO()
    patch.write(written)
    (folder / "written.xlsx").write_bytes(written.getvalue())
    prove(patch, folder / "written.xlsx")


def instead(xml: str, old: str, new: str) -> tuple[Edit, ...]:
    """The edit that puts one stretch of a part in another's place."""
    start = xml.encode().index(old.encode())
    return (Edit(start, start + len(old.encode()), new.encode()),)


EXTENSION = '<extLst><ext uri="x"><sheetData xmlns="urn:x"><row r="2"/></sheetData></ext></extLst>'


@pytest.mark.parametrize("quick", [proof.QUICK, 0], ids=["whole", "rows alone"])
@pytest.mark.parametrize(
    ("rows", "old", "new"),
    [
        ('<row r="2"/>', '<row r="2"/>', f'<row r="2">{X}</row>'),
        ('<row r="2"/>', '<row r="2"/>', f'<row  r="2" >\n{X.replace("B2", "$b$2")}</row>'),
        ('<row r="1"/><row/>', "<row/>", "<row><c/>" + X.replace(' r="B2"', "") + "</row>"),
    ],
)
def test_the_promised_text_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: int, rows: str, old: str, new: str
) -> None:
    monkeypatch.setattr(proof, "QUICK", quick)
    sheet = sheet_xml(rows)
    proved(tmp_path, sheet, {SHEET: instead(sheet, old, new)})


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("</sheetData>", "</sheetData>", "!Plan!B2"),
        ('<row r="1"/>', f'<row r="1"/><row r="2">{X}</row>'.replace(">x<", ">y<"), "!Plan!B2"),
        ('<row r="1"/>', f'<row r="1"/><row r="2">{X}</row>'.replace("</is>", "</is><v>1</v>"), "!Plan!B2"),
        ('<row r="1"/>', f'<row r="1"/><row r="2">{X}</row><row r="3">{X}</row>', "!Plan!B2"),
        ('<row r="1"/>', f'<row r="1"/><row r="2">{X}</row><row r="3">{X.replace("B2", "b$2")}</row>', "!Plan!B2"),
        ('<row r="1"/>', f'<row r="1"><x:row xmlns:x="{MAIN}" r="2">{X}</x:row></row>', "!Plan!B2"),
        ('<row r="1"/>', f'<row r="1"/><row xmlns="urn:x" r="2">{X}</row>', "!Plan!B2"),
        ('<row r="2"/>', f'<row r="2">{X}</row>', "!Plan!B2"),
        ('<row r="1"/>', f'<row r="1"/><row r="2" x:y="1">{X}</row>', "!Plan"),
        ('<row r="1"/>', f'<row r="1"/><row r="2">{X}', "!Plan"),
    ],
    ids=["nowhere", "other", "more", "twice", "spelled", "in a row", "namespace", "extension", "unbound", "open"],
)
def test_what_was_not_promised(tmp_path: Path, old: str, new: str, where: str) -> None:
    sheet = sheet_xml('<row r="1"/>', after=EXTENSION)
    with pytest.raises(errors.NotReadBackError) as caught:
        proved(tmp_path, sheet, {SHEET: instead(sheet, old, new)})
    assert str(caught.value).startswith(f"{tmp_path / 'plan.xlsx'}{where}: what was written did not read back")


@pytest.mark.parametrize("new", ["<y:calcPr/></workbook>", "</workbook><calcPr/>", "<calcPr>"])
def test_a_workbook_part_that_nobody_can_read(tmp_path: Path, new: str) -> None:
    sheet, workbook = sheet_xml('<row r="2"/>'), workbook_xml()
    edits = {
        SHEET: instead(sheet, '<row r="2"/>', f'<row r="2">{X}</row>'),
        "xl/workbook.xml": instead(workbook, "</workbook>", new),
    }
    with pytest.raises(errors.NotReadBackError) as caught:
        proved(tmp_path, sheet, edits)
    assert str(caught.value).startswith(f"{tmp_path / 'plan.xlsx'}!xl/workbook.xml: ")


def test_how_cells_are_read() -> None:
    sheet = (
        f'<a xmlns="{MAIN}" xmlns:s="{STRICT}"><sheetData><row><c><v>1</v></c><s:c><is><s:t> a&#9;</s:t></is></s:c>'
        '<x:c xmlns:x="urn:x"><v>2</v></x:c><c/><c> </c></row><row r="4"><c r="c4"><v>3</v></c><c><v>4</v></c></row>'
        '<row><c r="A1"><v>5</v></c></row></sheetData><row r="9"><c><v>6</v></c></row></a>'
    )
    places = [(row, column) for row in range(1, 10) for column in range(1, 6)]
    assert parse_cells((sheet[:90].encode(), sheet[90:].encode()), places) == {
        (1, 1): ("1", "5"),
        (1, 2): (" a\t",),
        (1, 3): (None,),
        (1, 4): (None,),
        (4, 3): ("3",),
        (4, 4): ("4",),
    }
