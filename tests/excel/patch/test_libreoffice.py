"""LibreOffice opens what was patched, and finds the texts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from peerxl.excel.patch import set_cells
from tests.conftest import EXAMPLE, SHARED
from tests.excel.patch.handmade import handmade, sheet_xml

SOFFICE = shutil.which("soffice")
TEXT = "=Not begun <yet> & “late”\n  second _x000D_ line "

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def opened_in_libreoffice(path: Path) -> Path:
    """The workbook as LibreOffice saves it again, in a format of its own."""
    profile = (path.parent / "profile").as_uri()
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "ods",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(".ods")


@pytest.mark.parametrize(
    ("path", "sheet"),
    [
        (EXAMPLE, None),
        (SHARED / "workbooks" / "t03_bks07_Risk_Log.example.xlsx", "RiskMatrix"),
        (SHARED / "workbooks" / "f16_PHPOffice_issue.3665.xlsx", "Cuenta"),
        (SHARED / "workbooks" / "f29_PHPOffice_utf16be.bom.xlsx", "Sheet1"),
    ],
    ids=lambda value: value.stem if isinstance(value, Path) else "",
)
def test_real_workbooks(path: Path, sheet: str | None, tmp_path: Path) -> None:
    if not path.exists():
        pytest.skip("the real workbooks are not beside the repository")
    if sheet is None:
        with CalamineWorkbook.from_path(path) as book:
            sheet = book.sheet_names[0]
    target = tmp_path / path.name
    set_cells(path, target, {sheet: {"C40": TEXT}})
    with CalamineWorkbook.from_path(opened_in_libreoffice(target)) as book:
        assert book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)[39][2] == TEXT


def test_a_created_row_in_an_empty_sheet(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("").replace("<sheetData></sheetData>", "<sheetData/>"))
    set_cells(path, path, {"Plan": {"B2": TEXT, "A1": "12"}})
    with CalamineWorkbook.from_path(opened_in_libreoffice(path)) as book:
        assert book.get_sheet_by_index(0).to_python(skip_empty_area=False) == [["12", ""], ["", TEXT]]
