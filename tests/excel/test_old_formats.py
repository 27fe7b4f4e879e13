"""The number formats of an .xls workbook, from records made by hand."""

from __future__ import annotations

import shutil
import struct
import subprocess
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from peerxl import read_plan
from peerxl.excel.cell_styles import UNKNOWN, CellStyles
from peerxl.excel.old_formats import parse_records
from peerxl.model.sheet import Cell

pytestmark = pytest.mark.slow

SOFFICE = shutil.which("soffice")
BIFF5, BIFF8 = 0x500, 0x600


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def begin(version: int) -> bytes:
    return record(0x809, struct.pack("<HH", version, 5))


END = record(0x0A, b"")
CHART = begin(BIFF8) + record(0x203, struct.pack("<HHHd", 0, 0, 1, 9.0)) + END


def text(words: str, length_size: int, is_new: bool, is_wide: bool = False) -> bytes:
    coded = words.encode("utf-16-le" if is_wide else "latin-1")
    return len(words).to_bytes(length_size, "little") + (bytes([is_wide]) if is_new else b"") + coded


def make_stream(version: int, is_wide: bool = False) -> bytes:
    """A workbook of one sheet: A1 in a format of its own, B1 in one that has but a number, and a row of two numbers."""
    is_new = version == BIFF8
    cells = (
        record(0xFD, struct.pack("<HHHI", 0, 0, 1, 0))
        + CHART
        + record(0x203, struct.pack("<HHHd", 0, 1, 2, 45000.0))
        + record(0xBD, struct.pack("<HHHIHIH", 1, 0, 2, 0, 1, 0, 1))
        + record(0x06, struct.pack("<HHH", 2, 0, 9) + bytes(16))
    )
    name = text("Plan", 1, is_new, is_wide)
    styles = (
        record(0x41E, struct.pack("<H", 164) + text("mmmm yyyy", 2 if is_new else 1, is_new, is_wide))
        + record(0xE0, struct.pack("<HH", 0, 0) + bytes(16))
        + record(0xE0, struct.pack("<HH", 0, 164) + bytes(16))
        + record(0xE0, struct.pack("<HH", 0, 17) + bytes(16))
    )
    head = begin(version) + styles
    start = len(head) + 4 + 6 + len(name) + len(END)
    return head + record(0x85, struct.pack("<IH", start, 0) + name) + END + begin(version) + cells + END


@pytest.mark.parametrize(("version", "is_wide"), [(BIFF8, False), (BIFF8, True), (BIFF5, False)])
def test_each_cell_has_the_format_of_its_style(version: int, is_wide: bool) -> None:
    book = parse_records(make_stream(version, is_wide))
    places = [
        ("Plan", 1, 1),
        ("Plan", 1, 2),
        ("Plan", 2, 1),
        ("Plan", 2, 2),
        ("Plan", 3, 1),
        ("Plan", 9, 9),
        ("X", 1, 1),
    ]
    assert [book.find(Cell(*place)) for place in places] == [
        "mmmm yyyy",
        "mmm-yy",
        "mmm-yy",
        "mmmm yyyy",
        None,
        None,
        None,
    ]


def test_broken_records_end_in_no_format(tmp_path: Path) -> None:
    with pytest.raises(struct.error):
        parse_records(begin(BIFF8) + record(0xE0, b"\x00"))
    # The rest of a stream that was cut off is read as far as it goes.
    assert parse_records(make_stream(BIFF8)[:50]).styles == [0]
    assert parse_records(b"").sheets == {}
    (tmp_path / "plan.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    styles = CellStyles(tmp_path / "plan.xls")
    assert [styles.of(Cell("Plan", 1, 1)), styles.of(Cell("Plan", 2, 1))] == [UNKNOWN, UNKNOWN]


FIRST = date(2023, 9, 1)
FORMATS = ("dd/mm/yyyy", "mmm-yy", "mmmm yyyy", "d mmmm", "mmmm", "dddd", "[$-D07041E]yyyy")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_dates_and_refs_read_as_in_the_workbook_they_were_saved_from(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Ref", "Action", "Owner", "Due date", "Status"))
        for row, number_format in enumerate(FORMATS, 1):
            sheet.write_number(row, 0, row / 10, book.add_format({"num_format": "0.00"}))
            sheet.write_row(row, 1, (f"Repair the pier {row}", "AD Estates"))
            sheet.write_datetime(row, 3, FIRST, book.add_format({"num_format": number_format}))
            sheet.write(row, 4, "In progress")
    other = save_in_libreoffice(path, kind)
    expected, plan = read_plan(path).actions, read_plan(other).actions
    assert [action.ref for action in plan] == ["0.10", "0.20", "0.30", "0.40", "0.50", "0.60", "0.70"]
    assert [(action.ref, action.timescale) for action in plan] == [(each.ref, each.timescale) for each in expected]


def save_in_libreoffice(path: Path, kind: str) -> Path:
    """The workbook as LibreOffice saves it in another format."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(f".{kind}")
