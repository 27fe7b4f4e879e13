"""What is refused, each with its own exception and one sentence; the target is as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerxl import errors
from peerxl.excel.patch import set_cells
from peerxl.model.sheet import Cell
from tests.excel.patch.handmade import (
    MAIN,
    STYLES,
    TYPES,
    handmade,
    parts,
    relations,
    sheet_xml,
    workbook_xml,
    zipped,
)


def refusal(path: Path, changes: object, error: type[errors.PeerxlError], even_locked: bool = False) -> str:
    """The sentence of a refusal after the file's name, nothing having been written."""
    target = path.with_name("target.xlsx")
    target.write_bytes(b"as it was")
    beside = sorted(path.parent.iterdir())
    with pytest.raises(errors.PeerxlError) as caught:
        set_cells(path, target, changes, even_locked=even_locked)  # type: ignore[arg-type]
    assert type(caught.value) is error
    assert target.read_bytes() == b"as it was"
    assert sorted(path.parent.iterdir()) == beside
    return str(caught.value).removeprefix(str(path))


def refused_cell(folder: Path, rows: str, name: str, error: type[errors.PeerxlError], after: str = "") -> str:
    return refusal(handmade(folder, sheet_xml(rows, after=after)), {"Plan": {name: "x"}}, error)


FILLED = (
    '<row r="1"><c r="A1"><f t="{kind}" ref="A1:B2">SUM(1)</f><v>1</v></c><c r="B1"><v>2</v></c></row>'
    '<row r="2"><c r="A2"><v>3</v></c></row>'
)


@pytest.mark.parametrize("cell", ["<f>B1</f><v/>", '<f t="shared" si="0"/><v>1</v>', "<f/>", "<v>1</v><f>B1</f>"])
def test_a_formula(tmp_path: Path, cell: str) -> None:
    assert refused_cell(tmp_path, f'<row r="3"><c r="A3" cm="1">{cell}</c></row>', "A3", errors.FormulaCellError) == (
        "!Plan!A3: the cell holds a formula, so nothing was written; remove the formula in Excel or name another cell."
    )


@pytest.mark.parametrize("kind", ["array", "dataTable"])
@pytest.mark.parametrize("name", ["B1", "A2", "B2"])
def test_a_cell_that_another_cells_formula_fills(tmp_path: Path, kind: str, name: str) -> None:
    assert refused_cell(tmp_path, FILLED.format(kind=kind), name, errors.FormulaCellError) == (
        f"!Plan!{name}: the formula in A1 fills the cell, so nothing was written; "
        "remove the formula in Excel or name another cell."
    )


def test_emptying_a_formula_is_refused_too(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(FILLED.format(kind="array")))
    refusal(path, {"Plan": {"A1": None}}, errors.FormulaCellError)


def test_a_merged_blocks_formula_is_refused_by_any_of_its_cells(tmp_path: Path) -> None:
    rows, merged = '<row r="1"><c r="A1"><f>1</f></c></row>', '<mergeCells><mergeCell ref="A1:C3"/></mergeCells>'
    assert refused_cell(tmp_path, rows, "B2", errors.FormulaCellError, merged).startswith("!Plan!A1: ")


PROTECTED = '<sheetProtection sheet="1" objects="1"/>'
LOCKED = (
    "!Plan!{}: the cell is locked and its sheet protected; unlock it in Excel (Review, Unprotect Sheet) "
    "or name another cell."
)


@pytest.mark.parametrize("name", ["A1", "C1", "A9"])
def test_a_locked_cell_on_a_protected_sheet(tmp_path: Path, name: str) -> None:
    rows = '<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/></row>'
    path = handmade(tmp_path, sheet_xml(rows, after=PROTECTED))
    assert refusal(path, {"Plan": {name: "x", "B1": "x"}}, errors.LockedCellError) == LOCKED.format(name)
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {"B1": "x"}})
    set_cells(path, tmp_path / "target.xlsx", {"Plan": {name: "x"}}, even_locked=True)


@pytest.mark.parametrize(
    "protection", ['<sheetProtection objects="1"/>', '<sheetProtection sheet="0" password="ABCD"/>']
)
def test_a_sheet_whose_protection_is_off(tmp_path: Path, protection: str) -> None:
    set_cells(handmade(tmp_path, sheet_xml("", after=protection)), tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


def test_ranges_that_anybody_may_edit(tmp_path: Path) -> None:
    ranges = (
        f'{PROTECTED}<protectedRanges><protectedRange sqref="A1:A3 C1" name="open"/>'
        '<protectedRange password="CC1A" sqref="B1" name="shut"/></protectedRanges>'
    )
    path = handmade(tmp_path, sheet_xml("", after=ranges))
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A2": "x", "C1": "x"}})
    refusal(path, {"Plan": {"B1": "x"}}, errors.LockedCellError)


@pytest.mark.parametrize(
    "content", ["<securityDescriptor>O:WDG:WDD:(A;;CC;;;BU)</securityDescriptor>", "<!-- O:WD -->"]
)
def test_a_range_that_says_inside_who_may_edit_it(tmp_path: Path, content: str) -> None:
    ranges = f'<protectedRanges><protectedRange sqref="B1" name="some">{content}</protectedRange></protectedRanges>'
    path = handmade(tmp_path, sheet_xml("", after=PROTECTED + ranges))
    assert refusal(path, {"Plan": {"B1": "x"}}, errors.LockedCellError) == LOCKED.format("B1")


def test_protection_that_stands_before_the_rows(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("", before=PROTECTED))
    assert refusal(path, {"Plan": {"B1": "x"}}, errors.LockedCellError) == LOCKED.format("B1")


def test_a_missing_cell_is_locked_as_its_column_is(tmp_path: Path) -> None:
    columns = '<cols><col min="2" max="2" style="1"/></cols>'
    path = handmade(tmp_path, sheet_xml("", columns, PROTECTED))
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B7": "x"}})
    refusal(path, {"Plan": {"C7": "x"}}, errors.LockedCellError)


@pytest.mark.parametrize(
    "workbook",
    [
        workbook_xml().replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
        workbook_xml().replace("<bookViews>", '<fileSharing readOnlyRecommended="1"/><bookViews>'),
    ],
)
def test_a_protected_structure_and_a_recommendation_do_not_refuse(tmp_path: Path, workbook: str) -> None:
    set_cells(handmade(tmp_path, sheet_xml(""), workbook=workbook), tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


def with_table(folder: Path, table: str) -> Path:
    content = parts(sheet_xml("", after='<tableParts count="1"><tablePart/></tableParts>'))
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("table", "../tables/table1.xml")).encode()
    columns = '<tableColumns><tableColumn id="1" name="a" totalsRowLabel="Total"/><tableColumn id="2" name="b"/></tableColumns>'
    content["xl/tables/table1.xml"] = f'<table xmlns="{MAIN}" displayName="Actions" {table}>{columns}</table>'.encode()
    path = folder / "plan.xlsx"
    path.write_bytes(zipped(content))
    return path


def test_a_tables_heading_and_the_label_of_its_totals(tmp_path: Path) -> None:
    path = with_table(tmp_path, 'ref="B2:C9" totalsRowCount="1"')
    for name in ("B2", "C2"):
        assert refusal(path, {"Plan": {name: "x"}}, errors.TableHeadingError) == (
            f"!Plan!{name}: the cell is a heading of the table 'Actions'; change it in Excel."
        )
    assert refusal(path, {"Plan": {"B9": "x"}}, errors.TableTotalError) == (
        "!Plan!B9: the cell labels the total row of the table 'Actions'; change it in Excel."
    )
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A2": "x", "B3": "x", "C9": "x"}})


def test_a_table_without_headings(tmp_path: Path) -> None:
    path = with_table(tmp_path, 'ref="B2:C9" headerRowCount="0"')
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B2": "x", "B9": "x"}})


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


def test_an_unknown_sheet_is_answered_with_the_nearest(tmp_path: Path) -> None:
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId1"/>'
        for n, name in enumerate(("Notes", "Action plan 22", "Action plan 23"), 2)
    )
    path = handmade(tmp_path, sheet_xml(""), workbook=workbook_xml().replace("</sheets>", f"{sheets}</sheets>"))
    assert refusal(path, {"Action plan 32": {"A1": "x"}}, errors.UnknownSheetError) == (
        ": there is no sheet 'Action plan 32'; it has 'Action plan 23', 'Action plan 22', 'Plan', 'Notes'."
    )


@pytest.mark.parametrize(
    ("kind", "said"), [("chartsheet", "chart"), ("dialogsheet", "dialog sheet"), ("xlMacrosheet", "sheet of macros")]
)
def test_a_sheet_that_has_no_cells(tmp_path: Path, kind: str, said: str) -> None:
    path = handmade(tmp_path, sheet_xml(""), relations=relations((kind, "worksheets/sheet1.xml")))
    assert refusal(path, {"Plan": {"A1": "x"}}, errors.NoCellsError) == (
        f"!Plan: this is a {said} and has no cells to write to; name a worksheet."
    )


def remade(folder: Path, **changes: bytes | None) -> Path:
    """A sound workbook with parts changed, added or (None) left out."""
    content: dict[str, bytes | None] = {**parts(sheet_xml("")), **changes}
    path = folder / "plan.xlsx"
    path.write_bytes(zipped({name: part for name, part in content.items() if part is not None}))
    return path


DTD = b'<!DOCTYPE a [<!ENTITY b "c">]>'


@pytest.mark.parametrize(
    "name",
    [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/theme/t.xml",
        "customXml/item1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "docProps/core.xml",
        "xl/media/image1.svg",
        "xl/odd.bin",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_entities_in_any_part(tmp_path: Path, name: str, codec: str) -> None:
    part = parts(sheet_xml("")).get(name, b'<?xml version="1.0"?>\n<a/>')
    declaration, end, rest = part.partition(b"?>")
    text = (declaration + end + b"<?p q?> <!-- <!DOCTYPE x> -->\n" + DTD + rest).decode()
    path = remade(tmp_path, **{name: text.encode(codec)})
    assert refusal(path, {"Plan": {"A1": "x"}}, errors.EntityError) == (
        f": not opened, because its part {name!r} declares entities of its own; open it in Excel and save it again as .xlsx."
    )


def test_what_only_looks_like_entities(tmp_path: Path) -> None:
    spoken = b'<?xml version="1.0"?><!-- <!DOCTYPE x> --><a><![CDATA[<!DOCTYPE x>]]>&lt;!DOCTYPE</a>'
    path = remade(tmp_path, **{"customXml/item1.xml": spoken, "xl/embeddings/page.html": b"<!DOCTYPE html><html/>"})
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A1": "<!DOCTYPE x>"}})


def test_a_signed_workbook(tmp_path: Path) -> None:
    signed = b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'
    path = remade(tmp_path, **{"_xmlsignatures/sig1.xml": signed})
    assert refusal(path, {"Plan": {"A1": "x"}}, errors.SignedWorkbookError) == (
        ": the workbook is digitally signed and a change would break the signature; remove the signature in Excel "
        "(File, Info, View Signatures) or write into an unsigned copy."
    )
    kind = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
    types = TYPES.replace("</Types>", f'<Default Extension="psdsxs" ContentType="{kind}"/></Types>')
    path = remade(tmp_path, **{"[Content_Types].xml": types.encode(), "package/services/a.psdsxs": signed})
    refusal(path, {"Plan": {"A1": "x"}}, errors.SignedWorkbookError)
    set_cells(remade(tmp_path, **{"[Content_Types].xml": types.encode()}), tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


ORIGIN = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"


def test_a_workbook_whose_signature_only_a_relation_names(tmp_path: Path) -> None:
    related = relations(("officeDocument", "xl/workbook.xml")).replace(
        "</Relationships>", f'<Relationship Id="s" Type="{ORIGIN}" Target="sig/origin.sigs"/></Relationships>'
    )
    path = remade(tmp_path, **{"_rels/.rels": related.encode(), "sig/origin.sigs": b""})
    refusal(path, {"Plan": {"A1": "x"}}, errors.SignedWorkbookError)
    set_cells(remade(tmp_path, **{"_rels/.rels": related.encode()}), tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


def test_a_folder_for_signatures_is_none(tmp_path: Path) -> None:
    path = remade(tmp_path, **{"_xmlsignatures/": b""})
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


def test_signed_macros_do_not_refuse_and_are_not_touched(tmp_path: Path) -> None:
    path = remade(tmp_path, **{"xl/vbaProject.bin": b"macros", "xl/vbaProjectSignature.bin": b"signed"})
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


def test_a_binary_workbook(tmp_path: Path) -> None:
    types = TYPES.replace(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-excel.sheet.binary.macroEnabled.main"
    )
    path = remade(tmp_path, **{"[Content_Types].xml": types.encode()})
    assert refusal(path, {"Plan": {"A1": "x"}}, errors.BinaryWorkbookError) == (
        ": cells cannot be written into an Excel binary workbook; open it in Excel and save it as .xlsx."
    )


@pytest.mark.parametrize("second", ["xl/styles.xml", "XL/Styles.xml", "xl\\styles.xml", "xl/%73tyles.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(tmp_path: Path, second: str) -> None:
    import zipfile

    path = handmade(tmp_path, sheet_xml(""))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(second, STYLES)
    assert refusal(path, {"Plan": {"A1": "x"}}, errors.DuplicatePartError) == (
        f": not opened, because it has two parts called {second!r}; open it in Excel and save it again as .xlsx."
    )


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.NotAWorkbookError),
        (b"Ref,Action\n", errors.NotAWorkbookError),
        (b"PK\x03\x04 cut short", errors.NotAWorkbookError),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
            errors.NotAWorkbookError,
        ),
        (
            zipped({name: part for name, part in parts("").items() if name != "xl/worksheets/sheet1.xml"}),
            errors.NotAWorkbookError,
        ),
        (
            zipped({name: part for name, part in parts("").items() if name != "xl/workbook.xml"}),
            errors.NotAWorkbookError,
        ),
        (zipped(parts(sheet_xml(""), workbook="<document/>")), errors.NotAWorkbookError),
        (zipped(parts(sheet_xml(""), workbook="<workbook")), errors.NotAWorkbookError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), errors.EncryptedWorkbookError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", errors.OldWorkbookError),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes, error: type[errors.PeerxlError]) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(content)
    refusal(path, {"Plan": {"A1": "x"}}, error)


def test_no_file_a_folder_and_nowhere_to_write(tmp_path: Path) -> None:
    refusal(tmp_path / "gone.xlsx", {}, errors.MissingFileError)
    (tmp_path / "folder.xlsx").mkdir()
    refusal(tmp_path / "folder.xlsx", {}, errors.NotAFileError)
    path = handmade(tmp_path, sheet_xml(""))
    with pytest.raises(errors.NotSavedError):
        set_cells(path, path / "under" / "target.xlsx", {"Plan": {"A1": "x"}})


def test_an_old_workbook(tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert refusal(tmp_path / "old.xls", {}, errors.BinaryWorkbookError) == (
        ": cells cannot be written into an Excel 97-2003 workbook; open it in Excel and save it as .xlsx."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert refusal(tmp_path / "pipe.xlsx", {}, errors.NotAFileError).startswith(": this is a device or a pipe")


def test_names_that_no_file_has(tmp_path: Path) -> None:
    refusal(tmp_path / "a\0.xlsx", {}, errors.MissingFileError)
    path, link = handmade(tmp_path, sheet_xml("")), tmp_path / "link.xlsx"
    link.symlink_to(tmp_path / "other.xlsx")
    (tmp_path / "other.xlsx").symlink_to(link)
    refusal(link, {}, errors.MissingFileError)
    targets = (
        (link, "it is a link that leads back to itself"),
        ("a\0.xlsx", "no file can have this name"),
        (tmp_path / f"{'a' * 999}.xlsx", "File name too long"),
    )
    for target, why in targets:
        with pytest.raises(errors.NotSavedError) as caught:
            set_cells(path, target, {"Plan": {"A1": "x"}})
        assert str(caught.value) == (
            f"{target}: not saved ({why}); close the file elsewhere, or choose another folder."
        )
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        (sheet_xml('<row r="1"><c r="A1"/><c r="A1"/></row>'), "the sheet has the cell twice"),
        (sheet_xml('<row r="1"/><row r="1"/>'), "the sheet has row 1 twice"),
        (sheet_xml('<row r="2"/><row r="1"/><row r="2"/><row r="1"/>'), "the sheet has row 1 twice"),
        (sheet_xml('<row r="0"/>'), "the sheet has a row numbered 0"),
        (sheet_xml('<row r="x"/>'), "the sheet has something in it that no program reads"),
        (sheet_xml('<row r="1"><c r="A2"/></row>'), "row 1 of the sheet has a cell called 'A2'"),
        (sheet_xml('<row r="1"><c r="?"/></row>'), "row 1 of the sheet has a cell called '?'"),
        (sheet_xml('<row r="1"><x/></row>'), "row 1 of the sheet holds something that is not a cell"),
        (sheet_xml('<row r="1"><c r="A1">'), "the sheet is cut short"),
        (sheet_xml("").replace("</sheetData></worksheet>", ""), "the sheet is cut short"),
        (f'<worksheet xmlns="{MAIN}"/>', "the sheet has no grid of cells"),
        (sheet_xml("").replace(MAIN, "urn:other"), "the sheet has no grid of cells"),
        (f'<worksheet xmlns="{MAIN}"><a><sheetData/></a></worksheet>', "the sheet has no grid of cells"),
        ("", "the sheet has no grid of cells"),
    ],
)
def test_a_sheet_that_is_built_oddly(tmp_path: Path, sheet: str, why: str) -> None:
    assert refusal(handmade(tmp_path, sheet), {"Plan": {"A1": "x"}}, errors.OddSheetError) == (
        f"!Plan: nothing was written, because {why}; open the workbook in Excel and save it."
    )


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_xml("", after="<a></b>"),
        sheet_xml("").replace("</worksheet>", ""),
        sheet_xml('<row r="9"><c r="A9" t="str"><v>\x01</v></c></row>'),
        sheet_xml('<row r="9"><c r="A9" t="str"><v>é</v></c></row>').encode("latin-1"),
        sheet_xml('<row r="1" x14ac:dyDescent="0.25"/>'),
        sheet_xml('<row r="1" xmlns:x=""/>'),
    ],
    ids=["tags", "cut", "control", "bytes", "unbound", "unbinding"],
)
def test_a_sheet_that_was_not_well_formed_to_begin_with(tmp_path: Path, sheet: str | bytes) -> None:
    assert refusal(handmade(tmp_path, sheet), {"Plan": {"A1": "x"}}, errors.OddSheetError) == (
        "!Plan: nothing was written, because the sheet's XML is broken; open the workbook in Excel and save it."
    )


@pytest.mark.parametrize(
    "row", ['<row spans="&#99999999999;" r="1"/>', '<row r="1"><c x="&#x99999999;" r="A1"/></row>']
)
def test_a_character_that_does_not_exist(tmp_path: Path, row: str) -> None:
    assert refusal(handmade(tmp_path, sheet_xml(row)), {"Plan": {"A1": "x"}}, errors.OddSheetError) == (
        "!Plan: nothing was written, because the sheet has something in it that no program reads; "
        "open the workbook in Excel and save it."
    )


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="A2"/><c r="B3"><v>1</v></c></row>',
        '<row r="2"><c r="A2"/><c s="1" r="$b$3"><f>1</f></c></row><row r="3"/>',
        '<row r="2"><c r="B3"/></row><row r="3"><c r="B3"/></row>',
        '<row r="2"><c r="A2"/><c r="b03"/></row><row r="3"><c/><c/></row>',
        '<row><c/></row><row><c/><c r="B3"><f>1+1</f></c></row>',
        '<row r="3"/><row r="9"><c r = "&#66;3"/></row>',
    ],
)
@pytest.mark.parametrize("text", ["x", None])
def test_a_cell_in_a_row_of_another_number(tmp_path: Path, rows: str, text: str | None) -> None:
    path = handmade(tmp_path, sheet_xml(rows))
    assert refusal(path, {"Plan": {"B3": text}}, errors.OddSheetError) == (
        "!Plan!B3: nothing was written, because a cell of this name stands in another row; "
        "open the workbook in Excel and save it."
    )
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"B5": text}})


def test_a_formula_in_a_row_that_its_cell_numbers(tmp_path: Path) -> None:
    rows = '<row><c r="A1"><v>1</v></c></row><row><c r="B3"><f>1+1</f><v>2</v></c></row>'
    assert refused_cell(tmp_path, rows, "B3", errors.FormulaCellError).startswith("!Plan!B3: the cell holds a formula")


def test_rows_that_cells_number_and_cells_that_rows_place(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml('<row><c r="A1"/></row><row><c r="B3"/><c/></row>'))
    assert refusal(path, {"Plan": {"A1": "x"}}, errors.OddSheetError) == (
        "!Plan: nothing was written, because the sheet has rows without numbers and a cell without a name; "
        "open the workbook in Excel and save it."
    )
