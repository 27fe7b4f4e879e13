"""The proof finds what a mistake of the patch would do: a value in the wrong place, twice, or in XML nobody can read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from peerxl.excel.errors import NotReadBackError
from peerxl.excel.patch import Changes, Patch, make_patch, read_snapshots, set_cells
from peerxl.excel.patch.edit.splice import Edit, PartEdits
from peerxl.excel.patch.proof import changed_sheet
from peerxl.excel.patch.proof.parsed_cells import ParsedCell, parse_rows
from peerxl.excel.patch.proof.proof import prove
from tests.excel.patch.handmade import MAIN, STRICT, STYLES, handmade, members, sheet_xml, zipped

SHEET, WORKBOOK, STYLE = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
X = '<c r="{}"{} t="inlineStr"><is><t>x</t></is></c>'
ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row><row r="3"/>'


Swaps = tuple[tuple[str, str], ...]


def make_edit(body: bytes, old: str, new: str) -> Edit:
    """The edit that puts one stretch of a part in another's place; what comes in before a stretch leaves that alone."""
    start = body.index(old.encode())
    if new.endswith(old):
        return Edit(start, start, new.removesuffix(old).encode())
    return Edit(start, start + len(old.encode()), new.encode())


def mistaken(patch: Patch, mistakes: Mapping[str, Swaps]) -> Patch:
    """A patch with other edits of some parts: stretches of them, each with what takes its place."""
    edits = dict(patch.edits)
    for name, swaps in mistakes.items():
        member = patch.package.archive.find(name)
        assert member
        xml = patch.package.read_xml(member)
        edits[name] = PartEdits(xml, tuple(sorted(make_edit(bytes(xml.body), old, new) for old, new in swaps)))
    sheets = tuple(replace(sheet, part=edits.get(sheet.member.name, sheet.part)) for sheet in patch.sheets)
    return replace(patch, sheets=sheets, edits=edits)


def write(patch: Patch, path: Path) -> Path:
    with path.open("wb") as file:
        patch.write(file)
    return path


def prove_mistake(folder: Path, sheet: str, changes: Changes, mistakes: Mapping[str, Swaps]) -> None:
    patch = mistaken(make_patch(handmade(folder, sheet), changes), mistakes)
    prove(patch, write(patch, folder / "written.xlsx"))


@pytest.fixture(name="quick", params=[changed_sheet.QUICK, 0], ids=["whole", "windows alone"])
def set_quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed_sheet, "QUICK", request.param)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("rows", "name", "old", "new"),
    [
        (ROWS, "B1", '<c r="B1" s="1"/>', X.format("B1", ' s="1"')),
        (ROWS, "B1", '<c r="B1" s="1"/>', X.format("$b$1", " s='1'").replace("<t>x", "<t>&#120;")),
        (ROWS, "C1", "</row>", X.format("C1", "") + "</row>"),
        (ROWS, "B2", '<row r="3"/>', '<row r="2">' + X.format("B2", "") + '</row><row r="3"/>'),
        (ROWS, "B3", '<row r="3"/>', '<row  r="3" >\n' + X.format("B3", "") + "</row>"),
        ('<row r="1"></row><row/>', "A2", "/>", ">" + X.format("", "").replace(' r=""', "") + "</row>"),
        ('<row r="1"></row><row/>', "B2", "/>", ">" + X.format("B2", "") + "</row>"),
        ('<row r="4"/><row><c/></row>', "B5", "<c/></row>", "<c/>" + X.format("B5", "") + "</row>"),
    ],
)
def test_the_promised_value_in_its_place(tmp_path: Path, rows: str, name: str, old: str, new: str) -> None:
    prove_mistake(tmp_path, sheet_xml(rows), {"Plan": {name: "x"}}, {SHEET: ((old, new),)})


B1, ROW_1, ROW_3 = '<c r="B1" s="1"/>', ROWS.removesuffix('<row r="3"/>'), '<row r="3"/>'
A1 = '<c r="A1"><v>1</v></c>'


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("name", "swaps", "where"),
    [
        ("B1", (), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"').replace(">x<", ">y<")),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"').replace("</is>", "</is><v>1</v>")),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"').replace("</is>", "</is><f>1</f>")),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"').replace("<is>", '<is xmlns="urn:x">')),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"').replace("inlineStr", "str")),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", "")),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="2"')),), "!Plan!B1"),
        ("B1", ((B1, X.format("C1", ' s="1"')),), "!Plan!C1"),
        ("B1", ((B1, X.format("B2", ' s="1"')),), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"') * 2),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"') + '<c r="C1"/>'),), "!Plan!C1"),
        ("B1", ((B1, f"<!-- {X.format('B1', '')} -->"),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"').replace("<c ", '<c xmlns="urn:x" ')),), "!Plan!B1"),
        ("B1", ((A1 + B1, A1 + X.format("B1", ' s="1"')),), "!Plan!B1"),
        ("B1", ((B1, X.format("B1", ' s="1"')), (ROW_3, "")), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ("</sheetData>", '<row r="4"/></sheetData>')), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ('<row r="1">', '<row r="1" s="1">')), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ('uri="x"', 'uri="y"')), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ('"A1:B1"', '"A1"')), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ('"A1:B1"', '"B1:C9"')), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ('"A1:B1"', '""')), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ('"A1:B1"', '"A1:B1" a="1"')), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"')), ("<dimension", "<dimensions")), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1" x:y="1"')),), "!Plan"),
        ("B1", ((B1, X.format("B1", ' s="1"').replace("</is>", "")),), "!Plan"),
        ("C1", ((ROW_1, '<row r="1"><c r="B1" s="1"/>' + X.format("C1", "") + "</row>"),), "!Plan!A1"),
        ("C1", ((ROW_1, ROW_1.replace("<v>1", "<v>2").replace("</row>", X.format("C1", "") + "</row>")),), "!Plan!A1"),
        ("C1", ((ROW_1, ROW_1.replace('s="1"', 's="2"').replace("</row>", X.format("C1", "") + "</row>")),), "!Plan!B1"),
        ("C1", (("</row>", X.format("C1", "") * 2 + "</row>"),), "!Plan!C1"),
        ("C1", (("</row>", X.format("C1", "") + "</row>" + '<row r="1"></row>'),), "!Plan"),
        ("C1", (("</row>", X.format("C1", "") + "</row>" + '<row r="2"/></row>'),), "!Plan"),
        ("C1", ((ROW_1, ROW_1 + f'<x:row xmlns:x="{MAIN}" r="1">{X.format("C1", "")}</x:row>'),), "!Plan"),
        ("C1", (("</row>", f'<row r="1">{X.format("C1", "")}</row></row>'),), "!Plan!C1"),
        ("C1", (("</row>", f'</row><row xmlns="urn:x" r="1">{X.format("C1", "")}</row>'),), "!Plan!C1"),
        ("B2", ((ROW_3, f'<row r="4">{X.format("B2", "")}</row>{ROW_3}'),), "!Plan"),
        ("B2", ((ROW_3, f'<row r="2">{X.format("B2", "")}</row><row r="2"/>{ROW_3}'),), "!Plan"),
        ("B2", ((ROW_3, f'<row r="2">{X.format("B2", "")}</row><row/>{ROW_3}'),), "!Plan"),
        ("B2", ((ROW_3, f'<row r="2"><c r="A2"/>{X.format("B2", "")}</row>{ROW_3}'),), "!Plan!A2"),
    ],
)  # fmt: skip
def test_what_was_not_promised(tmp_path: Path, name: str, swaps: Swaps, where: str) -> None:
    after = '<extLst><ext uri="x"><sheetData xmlns="urn:x"><row r="2"/></sheetData></ext></extLst>'
    sheet = sheet_xml(ROWS, '<dimension ref="A1:B1"/>', after)
    with pytest.raises(NotReadBackError) as caught:
        prove_mistake(tmp_path, sheet, {"Plan": {name: "x"}}, {SHEET: swaps})
    assert str(caught.value).startswith(f"{tmp_path / 'plan.xlsx'}{where}: what was written did not read back")


@pytest.mark.parametrize("name", ["A1", "B1", "C1"])
def test_a_cell_that_was_to_be_empty(tmp_path: Path, name: str) -> None:
    sheet = sheet_xml(ROWS)
    prove_mistake(tmp_path, sheet, {"Plan": {name: None}}, {SHEET: ((A1, '<c r="A1"/>'),) if name == "A1" else ()})
    inner = {
        "A1": (A1, '<c r="A1"> <v/></c>'),
        "B1": (B1, '<c r="B1" t="n"/>'),
        "C1": ("</row>", '<c r="C1" s="1"/></row>'),
    }
    with pytest.raises(NotReadBackError) as caught:
        prove_mistake(tmp_path, sheet, {"Plan": {name: None}}, {SHEET: (inner[name],)})
    assert str(caught.value).startswith(f"{tmp_path / 'plan.xlsx'}!Plan!{name}: ")


DAY = '<c r="B1" s="{}"><v>45382</v></c>'


@pytest.mark.parametrize(
    ("cell", "is_right"),
    [
        (DAY.format(3), True),
        (DAY.format(1), False),
        (DAY.format(3).replace("45382", "45383"), False),
        (DAY.format(3).replace("<v>", '<v xmlns="urn:x">'), False),
        (DAY.format('3" t="str'), False),
    ],
)
def test_a_day(tmp_path: Path, cell: str, is_right: bool) -> None:
    mistakes = {SHEET: ((B1, cell),)}
    if is_right:
        prove_mistake(tmp_path, sheet_xml(ROWS), {"Plan": {"B1": date(2024, 3, 31)}}, mistakes)
        return
    with pytest.raises(NotReadBackError) as caught:
        prove_mistake(tmp_path, sheet_xml(ROWS), {"Plan": {"B1": date(2024, 3, 31)}}, mistakes)
    assert str(caught.value).startswith(f"{tmp_path / 'plan.xlsx'}!Plan!B1: ")


ADDED = '<xf applyProtection="1" numFmtId="14" applyNumberFormat="1"><protection locked="0"/></xf></cellXfs>'
FORMULA = '<row r="9"><c r="A9"><f>B1</f></c></row>'


@pytest.mark.parametrize(
    ("part", "swaps", "is_right"),
    [
        (STYLE, (("</cellXfs>", ADDED),), True),
        (STYLE, (("</cellXfs>", ADDED), ('count="3"', 'count="4"')), True),
        (STYLE, (("</cellXfs>", ADDED), ("<font/>", "<font><b/></font>")), False),
        (STYLE, (("</cellXfs>", ADDED), ("<cellXfs", '<cellXfs a="1"')), False),
        (STYLE, (("<xf/></cellStyleXfs>", "</cellStyleXfs>"),), False),
        (STYLE, (('<cellXfs count="3"><xf/>', f'<cellXfs count="3">{ADDED.removesuffix("</cellXfs>")}<xf/>'),), False),
        (STYLE, (('<xf numFmtId="14"/></cellXfs>', "</cellXfs>"),), False),
        (STYLE, (("</cellXfs>", "<xf></cellXfs>"),), False),
        (WORKBOOK, (("</workbook>", '<calcPr fullCalcOnLoad="1"/></workbook>'),), True),
        (WORKBOOK, (("</workbook>", '<calcPr fullCalcOnLoad="0"/></workbook>'),), False),
        (WORKBOOK, (("</workbook>", "<calcPr/></workbook>"),), False),
        (WORKBOOK, (("</workbook>", '<calcPr fullCalcOnLoad="1" calcId="1"/></workbook>'),), False),
        (WORKBOOK, (("</sheets>", '</sheets><calcPr fullCalcOnLoad="1"/>'), ('name="Plan"', 'name="Flan"')), False),
        (WORKBOOK, (("</workbook>", '<y:calcPr fullCalcOnLoad="1"/></workbook>'),), False),
        (WORKBOOK, (("</workbook>", '</workbook><calcPr fullCalcOnLoad="1"/>'),), False),
        (WORKBOOK, (("</workbook>", "<calcPr>"),), False),
    ],
)  # fmt: skip
def test_the_other_parts(tmp_path: Path, part: str, swaps: Swaps, is_right: bool) -> None:
    """Styles may gain formats behind the others, the workbook the word that it calculates; nothing else changes."""
    changes: Changes = {"Plan": {"B1": date(2024, 3, 31)}}
    sheet = sheet_xml(ROWS + FORMULA)
    if is_right:
        prove_mistake(tmp_path, sheet, changes, {part: swaps})
        return
    with pytest.raises(NotReadBackError) as caught:
        prove_mistake(tmp_path, sheet, changes, {part: swaps})
    assert str(caught.value).startswith(f"{tmp_path / 'plan.xlsx'}!{part}: ")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("element", "is_right"),
    [
        ('<c r="B1" s="1" q:p="1"><v>5</v><!-- seen --></c>', True),
        ('<c s="1" r="B1" q:p="1"><v>5</v></c>', True),
        ('<c r="B1" s="1" q:p="2"><v>5</v></c>', False),
        ('<c r="B1" s="1" q:p="1"><v>6</v></c>', False),
        ('<c r="B1" s="1" q:p="1" t="str"><v>5</v></c>', False),
        ("", False),
    ],
)
def test_a_cell_that_is_put_back(tmp_path: Path, element: str, is_right: bool) -> None:
    was = '<c r="B1" s="1" q:p="1"><v>5</v><!-- seen --></c>'
    sheet = sheet_xml(ROWS).replace("<worksheet ", '<worksheet xmlns:q="urn:q" ')
    snapshots = read_snapshots(handmade(tmp_path, sheet.replace(B1, was)), {"Plan": ["B1"]})
    mistakes = {SHEET: ((B1, element),)}
    if is_right:
        prove_mistake(tmp_path, sheet, snapshots, mistakes)
        return
    with pytest.raises(NotReadBackError) as caught:
        prove_mistake(tmp_path, sheet, snapshots, mistakes)
    assert str(caught.value).startswith(f"{tmp_path / 'plan.xlsx'}!Plan!B1: ")


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ({SHEET: b"<worksheet/>"}, f"!{SHEET}"),
        ({SHEET: sheet_xml(ROWS).encode()}, f"!{SHEET}"),
        ({STYLE: STYLES.replace("<b/>", "").encode() + b" "}, f"!{STYLE}"),
        ({"xl/more.xml": b"<a/>"}, ""),
    ],
    ids=["other", "as it was", "another part", "one more part"],
)
def test_a_file_that_is_not_what_was_proved(tmp_path: Path, content: dict[str, bytes], where: str) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS))
    changes: Changes = {"Plan": {"B1": "x"}}
    set_cells(path, tmp_path / "written.xlsx", changes)
    patch = make_patch(path, changes)
    prove(patch, tmp_path / "written.xlsx")
    written = write(patch, tmp_path / "right.xlsx")
    assert written.read_bytes() == (tmp_path / "written.xlsx").read_bytes()
    written.write_bytes(zipped({**members(written), **content}))
    with pytest.raises(NotReadBackError) as caught:
        prove(patch, written)
    assert str(caught.value).startswith(f"{path}{where}: ")


def test_how_cells_are_parsed() -> None:
    sheet = (
        f'<a xmlns="{MAIN}" xmlns:s="{STRICT}"><sheetData><row><c><v>1</v></c><s:c t="inlineStr"><is><s:t> a&#9;</s:t></is></s:c>'
        '<x:c xmlns:x="urn:x"><v>2</v></x:c><c/><c> </c></row><row r="4"><c r="c4" s="1"><v>3</v></c><c><v>4</v></c></row>'
        '<row><c r="A1"><v>5</v></c></row></sheetData><row r="9"><c><v>6</v></c></row></a>'
    )
    v, inner = f"{MAIN} v", (f"{MAIN} is", f"{STRICT} t")
    parsed = parse_rows((sheet[:90].encode(), sheet[90:].encode()))
    assert parsed.numbers == (1, 4, 5)
    assert parsed.cells == {
        (1, 1): (ParsedCell((), (v,), "1"), ParsedCell((), (v,), "5")),
        (1, 2): (ParsedCell((("t", "inlineStr"),), inner, " a\t"),),
        (1, 3): (ParsedCell((), (), ""),),
        (1, 4): (ParsedCell((), (), " "),),
        (4, 3): (ParsedCell((("s", "1"),), (v,), "3"),),
        (4, 4): (ParsedCell((), (v,), "4"),),
    }
