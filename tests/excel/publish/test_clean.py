"""A clean copy: what of a workbook's cells is in it, as what, and what is not."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from peerxl.commands.outputs import OutputIsMasterError
from peerxl.commands.publish_check import check_publishable
from peerxl.excel.publish.clean import NotCleanableError
from peerxl.files.save import OutputExistsError


def make_source(path: Path) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    sheet.append(["Ref", "Action", "Pay", "Due", "Share", "Done"])
    sheet.append(["007", "=not a formula", 30000, date(2026, 3, 31), 0.45, True])
    sheet.append(["008", "Hidden row", 31000, None, None, None])
    sheet.append(["009", "Seen", 32000, datetime(2026, 4, 1, 9, 30), 1e6, False])
    sheet["B2"].data_type = "s"
    sheet["D2"].number_format, sheet["D4"].number_format = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
    sheet["E2"].number_format = "0%"
    sheet["A6"] = "white"
    sheet["A6"].font = Font(color="FFFFFFFF")
    sheet["A900"] = "far"
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    secret = book.create_sheet("Secret")
    secret["A1"] = "secret"
    secret.sheet_state = "veryHidden"
    book.save(path)
    return book


def read_values(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book.worksheets}


def test_what_is_seen_is_in_the_copy_and_nothing_else(tmp_path: Path) -> None:
    make_source(tmp_path / "source.xlsx")
    result = check_publishable(tmp_path / "source.xlsx", clean=tmp_path / "clean.xlsx")

    assert result.cleaned == tmp_path / "clean.xlsx"
    assert read_values(tmp_path / "clean.xlsx") == {
        "Plan": [
            ("Ref", "Action", "Due", "Share", "Done"),
            ("007", "=not a formula", datetime(2026, 3, 31), 0.45, "TRUE"),
            ("009", "Seen", datetime(2026, 4, 1, 9, 30), 1000000, "FALSE"),
        ]
    }
    sheet = openpyxl.load_workbook(tmp_path / "clean.xlsx")["Plan"]
    assert (sheet["B2"].data_type, sheet["D2"].number_format) == ("s", "0%")


def test_days_counted_from_1904_stay_the_days_they_are(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = date(2026, 3, 31)
    sheet["A1"].number_format = "dd/mm/yyyy"
    book.save(tmp_path / "source.xlsx")
    check_publishable(tmp_path / "source.xlsx", clean=tmp_path / "clean.xlsx")
    assert read_values(tmp_path / "clean.xlsx") == {"Sheet": [(datetime(2026, 3, 31),)]}


def test_the_same_workbook_gives_the_same_bytes(tmp_path: Path) -> None:
    make_source(tmp_path / "source.xlsx")
    for name in ("one.xlsx", "two.xlsx"):
        check_publishable(tmp_path / "source.xlsx", clean=tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_formula_without_a_result_has_no_clean_copy(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B3"] = "=1+1"
    book.save(tmp_path / "source.xlsx")
    with pytest.raises(NotCleanableError) as error:
        check_publishable(tmp_path / "source.xlsx", clean=tmp_path / "clean.xlsx")
    assert str(error.value) == (
        f"{tmp_path / 'source.xlsx'}!Sheet!B3: no clean copy was written, because this formula has no result in the "
        "file; open it in Excel, save it, and try again."
    )
    assert not (tmp_path / "clean.xlsx").exists()


def test_a_copy_never_takes_the_place_of_the_workbook_or_of_another_file(tmp_path: Path) -> None:
    source = tmp_path / "source.xlsx"
    make_source(source)
    before = source.read_bytes()
    with pytest.raises(OutputIsMasterError):
        check_publishable(source, clean=source, force=True)
    (tmp_path / "other.xlsx").write_bytes(b"mine")
    with pytest.raises(OutputExistsError):
        check_publishable(source, clean=tmp_path / "other.xlsx")
    assert (source.read_bytes(), (tmp_path / "other.xlsx").read_bytes()) == (before, b"mine")
