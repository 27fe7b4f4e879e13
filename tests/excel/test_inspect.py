"""What is refused before it is read, each in one sentence that says what to do."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from peerxl.errors import PeerxlError
from peerxl.excel.inspect import OLE, inspect_workbook
from peerxl.excel.read import read_sheets
from tests.conftest import SHARED, needs_shared

DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.fixture(name="workbook")
def make_workbook(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Plan").write_string(0, 0, "Action")
    return path


def add_member(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


def zipped(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return content.getvalue()


def refusal(path: Path) -> str:
    with pytest.raises(PeerxlError) as caught:
        read_sheets(path)
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_sound_workbook_is_read(workbook: Path) -> None:
    assert [(sheet.name, sheet.rows) for sheet in read_sheets(workbook)] == [("Plan", (("Action",),))]


def test_no_such_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.xlsx") == "there is no such file; check the name and the folder."


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "this is a folder, not a workbook; name the workbook itself."


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    path.touch()
    assert refusal(path) == "this is not an Excel workbook (it is empty); open it in Excel and save it as .xlsx."


def test_a_text_file_renamed(tmp_path: Path) -> None:
    path = tmp_path / "text.xlsx"
    path.write_text("Action,Owner\n")
    assert refusal(path).startswith("this is not an Excel workbook (its content is something else)")


def test_a_workbook_cut_short(workbook: Path) -> None:
    workbook.write_bytes(workbook.read_bytes()[:2000])
    assert refusal(workbook).startswith("this is not an Excel workbook (it is damaged or was cut short)")


def test_another_kind_of_zip(tmp_path: Path) -> None:
    path = tmp_path / "archive.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert refusal(path).startswith("this is not an Excel workbook")


def test_an_old_workbook_renamed(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
    assert refusal(path).startswith("this is an Excel 97-2003 workbook under another name")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_with_a_dtd(workbook: Path, encoding: str) -> None:
    add_member(
        workbook, "customXml/item1.xml", DTD.decode().replace('"1.0"', f'"1.0" encoding="{encoding}"').encode(encoding)
    )
    assert refusal(workbook).startswith(
        "not opened, because its part 'customXml/item1.xml' declares entities of its own"
    )


@pytest.mark.parametrize("name", ["../evil.xml", "/evil.xml", "xl/../../evil.xml", "xl\\..\\..\\evil.xml"])
def test_a_part_that_points_outside(workbook: Path, name: str) -> None:
    add_member(workbook, name, b"<x/>")
    assert "points outside it" in refusal(workbook)


def test_two_parts_of_one_name(workbook: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        add_member(workbook, "xl/workbook.xml", b"<x/>")
    assert "it has two parts of one name" in refusal(workbook)


def test_a_zip_bomb(workbook: Path) -> None:
    add_member(workbook, "xl/bomb.xml", bytes(64 * 1024**2))
    assert "'xl/bomb.xml' unpacks to 67,108,864 bytes" in refusal(workbook)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert refusal(tmp_path / "pipe.xlsx").startswith("this is a device or a pipe, not a workbook")


def test_a_zip_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none.xlsx"
    buffer = io.BytesIO()
    zipfile.ZipFile(buffer, "w").close()
    path.write_bytes(buffer.getvalue())
    assert refusal(path).startswith("this is not an Excel workbook")


def test_a_stray_cell_in_the_last_corner_is_named_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, "Action")
        sheet.write_string(1_048_575, 16_383, "x")
    (read,) = read_sheets(path)
    assert (read.rows, [cell.address for cell in read.strays]) == ((("Action",),), ["XFD1048576"])


def test_cells_spread_over_more_than_can_be_held(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        for number in range(900):
            sheet.write_string(number * 900, 16_000 - number, "x")
    assert refusal(path).startswith("a sheet has something in it as far out as WQK1, far from any table")


def test_formats_in_the_last_corner_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, "Action")
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert [sheet.rows for sheet in read_sheets(path)] == [(("Action",),)]


@needs_shared
def test_the_real_workbooks_are_read_or_refused_for_a_reason() -> None:
    refused = {}
    for path in sorted((SHARED / "workbooks").glob("*.xls*")):
        try:
            assert read_sheets(path)
        except PeerxlError as error:
            refused[path.name] = str(error).removeprefix(f"{path}: ").split(";")[0]
    assert refused == {
        "f20_apache_duplicate-filename.xlsx": "not opened, because it has two parts of one name",
        "f25_dtjohnson_out.xlsx": "the workbook is protected by a password",
        "f27_apache_poc-xmlbomb-empty.xlsx": (
            "not opened, because its part 'xl/sharedStrings.xml' declares entities of its own"
        ),
    }


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1\\ansi}", "a Word document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("ppt/presentation.xml"), "a PowerPoint presentation"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "a Word document"),
        (OLE + "PowerPoint Document\0".encode("utf-16-le"), "a PowerPoint presentation"),
    ],
)
@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.xls"])
def test_a_document_of_another_program_is_called_that(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == (
        f"this is {kind}, and no workbook; give the workbook itself, or copy the table into one and save it as .xlsx."
    )


def test_a_workbook_that_holds_a_document_is_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(zipped("xl/workbook.xml", "word/document.xml"))
    inspect_workbook(path)
    old = tmp_path / "plan.xls"
    old.write_bytes(OLE + "Workbook\0WordDocument\0".encode("utf-16-le"))
    inspect_workbook(old)
