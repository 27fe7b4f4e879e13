"""Workbooks that are refused whole, each with its own exception and one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.errors import PeerxlError
from peerxl.excel.errors import EncryptedWorkbookError, NotAWorkbookError
from peerxl.excel.inspect import OldWorkbookError
from peerxl.excel.patch import set_cells
from peerxl.excel.patch.parts.refusals import BinaryWorkbookError, DuplicatePartError, SignedWorkbookError
from tests.excel.patch.handmade import (
    STYLES,
    TYPES,
    handmade,
    parts,
    relations,
    remade,
    sheet_xml,
    zipped,
)
from tests.excel.patch.refusal import refusal


def test_a_signed_workbook(tmp_path: Path) -> None:
    signed = b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'
    path = remade(tmp_path, **{"_xmlsignatures/sig1.xml": signed})
    assert refusal(path, {"Plan": {"A1": "x"}}, SignedWorkbookError) == (
        ": the workbook is digitally signed and a change would break the signature; remove the signature in Excel "
        "(File, Info, View Signatures) or write into an unsigned copy."
    )
    kind = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
    types = TYPES.replace("</Types>", f'<Default Extension="psdsxs" ContentType="{kind}"/></Types>')
    path = remade(tmp_path, **{"[Content_Types].xml": types.encode(), "package/services/a.psdsxs": signed})
    refusal(path, {"Plan": {"A1": "x"}}, SignedWorkbookError)
    set_cells(remade(tmp_path, **{"[Content_Types].xml": types.encode()}), tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})


ORIGIN = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"


def test_a_workbook_whose_signature_only_a_relation_names(tmp_path: Path) -> None:
    related = relations(("officeDocument", "xl/workbook.xml")).replace(
        "</Relationships>", f'<Relationship Id="s" Type="{ORIGIN}" Target="sig/origin.sigs"/></Relationships>'
    )
    path = remade(tmp_path, **{"_rels/.rels": related.encode(), "sig/origin.sigs": b""})
    refusal(path, {"Plan": {"A1": "x"}}, SignedWorkbookError)
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
    assert refusal(path, {"Plan": {"A1": "x"}}, BinaryWorkbookError) == (
        ": cells cannot be written into an Excel binary workbook; open it in Excel and save it as .xlsx."
    )


@pytest.mark.parametrize("second", ["xl/styles.xml", "XL/Styles.xml", "xl\\styles.xml", "xl/%73tyles.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(tmp_path: Path, second: str) -> None:
    import zipfile

    path = handmade(tmp_path, sheet_xml(""))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(second, STYLES)
    assert refusal(path, {"Plan": {"A1": "x"}}, DuplicatePartError) == (
        f": not opened, because it has two parts called {second!r}; open it in Excel and save it again as .xlsx."
    )


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotAWorkbookError),
        (b"Ref,Action\n", NotAWorkbookError),
        (b"PK\x03\x04 cut short", NotAWorkbookError),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
            NotAWorkbookError,
        ),
        (
            zipped({name: part for name, part in parts("").items() if name != "xl/worksheets/sheet1.xml"}),
            NotAWorkbookError,
        ),
        (
            zipped({name: part for name, part in parts("").items() if name != "xl/workbook.xml"}),
            NotAWorkbookError,
        ),
        (zipped(parts(sheet_xml(""), workbook="<document/>")), NotAWorkbookError),
        (zipped(parts(sheet_xml(""), workbook="<workbook")), NotAWorkbookError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedWorkbookError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OldWorkbookError),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes, error: type[PeerxlError]) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(content)
    refusal(path, {"Plan": {"A1": "x"}}, error)


def test_an_old_workbook(tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert refusal(tmp_path / "old.xls", {}, BinaryWorkbookError) == (
        ": cells cannot be written into an Excel 97-2003 workbook; open it in Excel and save it as .xlsx."
    )
