"""LibreOffice opens what was patched, and finds the texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from peerxl.excel.patch import set_cells
from tests.conftest import EXAMPLE, SHARED, Once
from tests.excel.patch.handmade import handmade, sheet_xml
from tests.tools import convert

SOFFICE = shutil.which("soffice")
TEXT = "=Not begun <yet> & “late”\n  second _x000D_ line "

pytestmark = [pytest.mark.slow, pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")]


REAL = {
    EXAMPLE: "Action plan",
    SHARED / "workbooks" / "t03_bks07_Risk_Log.example.xlsx": "RiskMatrix",
    SHARED / "workbooks" / "f16_PHPOffice_issue.3665.xlsx": "Cuenta",
    SHARED / "workbooks" / "f29_PHPOffice_utf16be.bom.xlsx": "Sheet1",
}
"""Workbooks, and the sheet of each that is written to."""


@pytest.fixture(name="opened", scope="module")
def open_in_libreoffice(once: Once) -> Path:
    """A folder with each patched workbook as LibreOffice saves it again, in a format of its own."""

    def open_all(folder: Path) -> None:
        for path, sheet in REAL.items():
            if path.exists():
                set_cells(path, folder / path.name, {sheet: {"C40": TEXT}})
        empty = handmade(folder, sheet_xml("").replace("<sheetData></sheetData>", "<sheetData/>"))
        set_cells(empty, empty, {"Plan": {"B2": TEXT, "A1": "12"}})
        convert(folder.glob("*.xlsx"), "ods", folder)

    return once("patched", open_all)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_workbooks(path: Path, opened: Path) -> None:
    if not path.exists():
        pytest.skip("the real workbooks are not beside the repository")
    with CalamineWorkbook.from_path(opened / f"{path.stem}.ods") as book:
        assert book.get_sheet_by_name(REAL[path]).to_python(skip_empty_area=False)[39][2] == TEXT


def test_a_created_row_in_an_empty_sheet(opened: Path) -> None:
    with CalamineWorkbook.from_path(opened / "plan.ods") as book:
        assert book.get_sheet_by_index(0).to_python(skip_empty_area=False) == [["12", ""], ["", TEXT]]
