"""Real workbooks and made-up faults moved on: done with all else as it was, or refused for the reason in the table."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from peerxl import next_quarter, read_plan
from peerxl.errors import PeerxlError
from tests.conftest import EXAMPLE, SHARED, needs_shared
from tests.excel.patch.handmade import changed
from tests.excel.patch.test_columns_in_workbooks import open_in_calamine, open_in_openpyxl

NOW = datetime(2026, 1, 5, 9, 30)
QUARTER = "Q3 2025/26"
SHEET, TABLE = "xl/worksheets/sheet1.xml", "xl/tables/table1.xml"
PATHS = [
    EXAMPLE,
    *(path for folder in ("workbooks", "faults", "appendices") for path in sorted((SHARED / folder).glob("*.xls[xm]"))),
]
FAULTS = {path.name for path in PATHS if path.parent.name == "faults"}

# What comes of the quarter that the workbook itself says: the headings added, and the parts changed.
DONE_BY_ITSELF = {
    "example-master.xlsx": ([], ["xl/worksheets/sheet4.xml"]),
    "appendix4-q1-2023-merged.xlsx": (["G3 Quarter 2 update", "H3 Quarter 2 comments"], [SHEET]),
    "appendix4-q1-2023-plain.xlsx": (["G3 Quarter 2 update", "H3 Quarter 2 comments"], [SHEET]),
    "appendix9-q3-2023-24-merged.xlsx": (["F3 Quarter 4 update", "G3 Quarter 4 comments"], [SHEET]),
    "appendix9-q3-2023-24-plain.xlsx": (["F3 Quarter 4 update", "G3 Quarter 4 comments"], [SHEET]),
}
# And where the command is told that the plan reports Q3 2025/26.
DONE_WHEN_TOLD = {
    "example-master.xlsx": ([], ["xl/worksheets/sheet4.xml"]),
    "appendix4-q1-2023-table.xlsx": (["G1 Quarter 4 update", "H1 Quarter 4 comments"], [SHEET, TABLE]),
    "appendix9-q3-2023-24-table.xlsx": (["F1 Quarter 4 update", "G1 Quarter 4 comments"], [SHEET, TABLE]),
    "headings-alone.xlsx": ([], []),
    "t01_PacktPublishing_Risk_Log.xlsx": ([], []),
}
# What is no plan, or no workbook that is written to, is refused either way.
NEVER = {
    "dates-of-birthdays.xlsx": "NoTrackerError",
    "fixtures-are-no-plan.xlsx": "NoTrackerError",
    "f20_apache_duplicate-filename.xlsx": "UnsafeWorkbookError",
    "f25_dtjohnson_out.xlsx": "EncryptedWorkbookError",
    "f27_apache_poc-xmlbomb-empty.xlsx": "UnsafeWorkbookError",
}


def expect_refusal(path: Path, *, is_told: bool) -> str:
    """Why a workbook is not moved on."""
    if path.name in NEVER:
        return NEVER[path.name]
    if path.name.startswith("f"):
        return "NoTrackerError" if path.name not in FAULTS else "RereadError" if is_told else "NoQuarterError"
    if not is_told:
        return "NoQuarterError"
    return "NoModelColumnError" if path.name.startswith("t02") else "RereadError"


CASES = [
    pytest.param(path, is_told, id=f"{path.stem}{'-told' if is_told else ''}")
    for path in PATHS
    for is_told in (False, True)
]


@needs_shared
@pytest.mark.parametrize(("path", "is_told"), CASES)
def test_moved_on_or_refused(path: Path, is_told: bool, tmp_path: Path) -> None:
    master = Path(shutil.copyfile(path, tmp_path / path.name))
    quarter = QUARTER if is_told else None
    expected = (DONE_WHEN_TOLD if is_told else DONE_BY_ITSELF).get(path.name)
    if expected is None:
        with pytest.raises(PeerxlError) as raised:
            next_quarter(master, now=NOW, no_record=True, quarter=quarter)
        assert type(raised.value).__name__ == expect_refusal(path, is_told=is_told)
        assert master.read_bytes() == path.read_bytes()
        return
    result = next_quarter(master, now=NOW, no_record=True, quarter=quarter)
    assert ([f"{cell.address} {cell.text}" for cell in result.columns], list(result.changed)) == expected
    assert changed(path, master) == expected[1]
    assert read_plan(master, quarter=quarter and result.quarter).quarter == result.quarter
    assert (open_in_calamine(master), open_in_openpyxl(master)) == (open_in_calamine(path), open_in_openpyxl(path))
