"""Real workbooks of many makers: each is written intact, or refused for the reason that stands in the table."""

from __future__ import annotations

import io
import itertools
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from peerxl.errors import PeerxlError
from peerxl.excel.errors import EncryptedWorkbookError
from peerxl.excel.patch import Changes, make_patch, set_cells
from peerxl.excel.patch.edit.refusals import FormulaCellError, LockedCellError, TableHeadingError
from peerxl.excel.patch.parts.prolog import EntityError
from peerxl.excel.patch.parts.refusals import DuplicatePartError, SignedWorkbookError, open_package
from peerxl.excel.patch.parts.workbook import NoCellsError, read_sheet_list
from tests.conftest import EXAMPLE, SHARED, needs_shared
from tests.excel.patch.handmade import changed, members, without_cell

FOLDERS = ("workbooks", "appendices")
TEXT = "=Not begun <yet> & “late”\n  second line "
CALCULATED = "xl/workbook.xml"

# Refused whole, whichever cell is named.
REFUSED = {
    "f20_apache_duplicate-filename.xlsx": DuplicatePartError,
    "f25_dtjohnson_out.xlsx": EncryptedWorkbookError,
    "f27_apache_poc-xmlbomb-empty.xlsx": EntityError,
    "f31_apache_ms-office-2010-signed.xlsx": SignedWorkbookError,
}
# Written, and told to calculate anew.
WITH_FORMULAS = {
    "f14_PHPOffice_bug1686b.xlsx",
    "f18_SheetJS_wtf_path.xlsx",
    "f24_SheetJS_fn.xlsx",
    "f32_PHPOffice_dataValidation2Test.xlsx",
    "t02_PacktPublishing_Project_Plan.xlsx",
    "t03_bks07_Risk_Log.example.xlsx",
}
# Single cells that are refused in a workbook that is written otherwise.
REFUSED_CELLS = [
    ("f14_PHPOffice_bug1686b.xlsx", "Sheet1", "A1", FormulaCellError),
    ("f14_PHPOffice_bug1686b.xlsx", "Sheet1", "A3", FormulaCellError),
    ("f17_ClosedXML_ChartsheetAndPivotTable.xlsx", "Chart", "A1", NoCellsError),
    ("f18_SheetJS_wtf_path.xlsx", "SheetJS", "A1", LockedCellError),
    ("f18_SheetJS_wtf_path.xlsx", "SheetJS", "E3", FormulaCellError),
    ("f24_SheetJS_fn.xlsx", "Sheet1", "A1", TableHeadingError),
    ("t03_bks07_Risk_Log.example.xlsx", "RiskLog", "A1", FormulaCellError),
    ("t03_bks07_Risk_Log.example.xlsx", "RiskLog", "B2", TableHeadingError),
    ("appendix9-q3-2023-24-table.xlsx", "Action plan", "A1", TableHeadingError),
]
# Where the workbook's own part lies in the folder of an odd name.
ODD_PLACES = {"f18_SheetJS_wtf_path.xlsx": "wtf/workbook.xml"}

PATHS = [
    path for folder in FOLDERS for path in sorted((SHARED / folder).glob("*.xls[xm]")) if (SHARED / folder).is_dir()
] + [EXAMPLE]
WRITTEN = [path for path in PATHS if path.name not in REFUSED]


def named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.stem)


def shared(name: str) -> Path:
    return next(path for path in PATHS if path.name == name)


def worksheets(path: Path) -> list[tuple[str, str]]:
    """The worksheets and their parts."""
    package = open_package(path)
    sheets = read_sheet_list(package, package.find_workbook())
    return [(sheet.name, sheet.member.name) for sheet in sheets if sheet.kind == "worksheet" and sheet.member]


@cache
def writable(path: Path) -> list[tuple[str, str, str]]:
    """The first cell of each sheet's corner that is not refused, a cell far out, and one among them, with its part."""
    found = []
    for name, part in worksheets(path):
        for address in ("A1", "B2", "C3", "D7", "ZZ99"):
            try:
                make_patch(path, {name: {address: TEXT}}, even_locked=True)
            except (FormulaCellError, TableHeadingError):
                continue
            found.append((name, address, part))
    return found


@named(PATHS)
def test_nothing_patched_is_the_same_bytes(path: Path, tmp_path: Path) -> None:
    if path.name in REFUSED:
        return
    target = tmp_path / path.name
    names = [name for name, _ in worksheets(path)]
    nothing: list[Changes] = [{}, {name: {} for name in names}, {name: {"XFD1048576": None} for name in names}]
    for changes in nothing:
        set_cells(path, target, changes, even_locked=True)
        assert target.read_bytes() == path.read_bytes()


@needs_shared
@pytest.mark.parametrize(("name", "error"), REFUSED.items())
def test_refused_whole(name: str, error: type[PeerxlError], tmp_path: Path) -> None:
    target = tmp_path / "target.xlsx"
    target.write_bytes(b"as it was")
    with pytest.raises(error):
        set_cells(shared(name), target, {"Sheet1": {"A1": "x"}})
    assert target.read_bytes() == b"as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["target.xlsx"]


@needs_shared
@pytest.mark.parametrize(("name", "sheet", "cell", "error"), REFUSED_CELLS)
def test_refused_cells(name: str, sheet: str, cell: str, error: type[PeerxlError], tmp_path: Path) -> None:
    even_locked = error is not LockedCellError
    with pytest.raises(error) as caught:
        set_cells(shared(name), tmp_path / name, {sheet: {cell: "x"}}, even_locked=even_locked)
    assert str(caught.value).startswith(f"{shared(name)}!{sheet}")
    assert list(tmp_path.iterdir()) == []


@named(WRITTEN)
def test_only_the_cell_changes(path: Path, tmp_path: Path) -> None:
    """Every other member is the same bytes; in the sheet's part every byte outside the cell is."""
    target = tmp_path / path.name
    cells = writable(path)
    assert {name for name, _, _ in cells} == {name for name, _ in worksheets(path)}
    for name, address, part in cells:
        set_cells(path, target, {name: {address: TEXT}}, even_locked=True)
        expected = {part} | ({ODD_PLACES.get(path.name, CALCULATED)} if path.name in WITH_FORMULAS else set())
        assert set(changed(path, target)) == expected
        before, after = (members(file)[part].decode("utf-8") for file in (path, target))
        assert without_selfclosing(without_cell(before, address)) == without_selfclosing(without_cell(after, address))
        assert same_headers(path, target)


def without_selfclosing(xml: str) -> str:
    """The XML with elements that were opened for a first child written as they were."""
    return xml.replace("<sheetData></sheetData>", "<sheetData/>").replace('"></row>', '"/>')


def same_headers(before: Path, after: Path) -> bool:
    """Whether the archive says of each member what it said: dates, flags, methods, extra fields, comments."""

    def said(path: Path) -> list[tuple[Any, ...]]:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            return [
                (m.filename, m.date_time, m.flag_bits, m.compress_type, len(m.extra), m.comment, m.external_attr)
                for m in archive.infolist()
            ]

    return said(before) == said(after)


@named(WRITTEN)
def test_all_other_cells_read_the_same(path: Path, tmp_path: Path) -> None:
    """By calamine and by openpyxl, each where it can read the workbook at all."""
    target = tmp_path / path.name
    changes: dict[str, dict[str, str]] = {}
    for name, address, _ in writable(path):
        changes.setdefault(name, {})[address] = TEXT
    written = {(cell.sheet, cell.row, cell.column) for cell in set_cells(path, target, changes, even_locked=True)}
    for reader in (read_with_calamine, read_with_openpyxl):
        before, after = reader(path), reader(target)
        assert (before is None) == (after is None)
        if before is not None and after is not None:
            assert {place for place in before | after if before.get(place) != after.get(place)} == written
            assert {after[place][0] for place in written} == {TEXT}


Cells = dict[tuple[str, int, int], tuple[Any, ...]]


def read_with_calamine(path: Path) -> Cells | None:
    try:
        with CalamineWorkbook.from_path(path) as book:
            names = [sheet.name for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
            grids = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except CalamineError:
        return None
    return {
        (name, row, column): (value,)
        for name, grid in grids.items()
        for row, values in enumerate(grid, 1)
        for column, value in enumerate(values, 1)
        if value != ""
    }


def read_with_openpyxl(path: Path) -> Cells | None:
    try:
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    except (ValueError, IndexError, KeyError, TypeError):
        return None
    if not book.worksheets:
        return None
    # Those that are there: to go by rows would make all between them and the farthest, hundreds of thousands.
    cells = itertools.chain.from_iterable(sheet._cells.values() for sheet in book.worksheets)
    return {
        (cell.parent.title, cell.row or 0, cell.column or 0): (shown(cell.value), getattr(cell, "_style", None))
        for cell in cells
        if cell.value is not None or cell.has_style
    }


def shown(value: Any) -> Any:
    """A formula of an array has no equality of its own."""
    return vars(value) if hasattr(value, "ref") else value
