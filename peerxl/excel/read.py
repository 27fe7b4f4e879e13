"""A workbook's visible values, read with python-calamine and, where that cannot, with openpyxl."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from peerxl.errors import EncryptedWorkbookError, FarCellError, NotAWorkbookError
from peerxl.excel.inspect import inspect_workbook
from peerxl.excel.sheet_scan import MOST_CELLS, SheetScan, copy_without_strays, has_utf16_sheet, scan_sheets
from peerxl.model.sheet import Block, Cell, Sheet, Value, column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every worksheet of a workbook, hidden ones too, in its order; PeerxlError where it is not a workbook to read."""
    inspect_workbook(path)
    scans = scan_sheets(path)
    for scan in scans.values():
        row, column = scan.corner
        if row * column > MOST_CELLS:
            raise FarCellError(path, f"{column_letter(column)}{row}")
    return tuple(add_scan(sheet, scans.get(sheet.name, SheetScan())) for sheet in read_values(path, scans))


def add_scan(sheet: Sheet, scan: SheetScan) -> Sheet:
    """The sheet with its errors in words, its hidden rows known and its strays named."""
    rows = [list(row) for row in sheet.rows] if scan.words else []
    for (row, column), words in scan.words:
        # An error may stand beyond the last value that the reader found.
        rows += [[] for _ in range(row - len(rows))]
        rows[row - 1] += [None] * (column - len(rows[row - 1]))
        rows[row - 1][column - 1] = words
    values = tuple(map(tuple, rows)) if scan.words else sheet.rows
    strays = tuple(Cell(sheet.name, stray.row, stray.column) for stray in scan.strays)
    return replace(sheet, rows=values, hidden_rows=scan.hidden_rows, strays=strays)


def read_values(path: Path, scans: Mapping[str, SheetScan]) -> tuple[Sheet, ...]:
    """The sheets' values by the reader that can."""
    if has_utf16_sheet(path):
        return read_with_openpyxl(path)
    try:
        return read_with_calamine(copy_without_strays(path, scans) or path)
    except PasswordError as error:
        raise EncryptedWorkbookError(path) from error
    except (CalamineError, OSError) as error:
        if path.suffix.lower() not in (".xlsx", ".xlsm"):
            # openpyxl reads no other kind either.
            raise NotAWorkbookError(path, "it is damaged or of a kind that cannot be read") from error
        return read_with_openpyxl(path)


def read_with_calamine(file: Path | BytesIO) -> tuple[Sheet, ...]:
    with CalamineWorkbook.from_object(file) as workbook:
        worksheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        return tuple(
            sheet_from_calamine(workbook, sheet.name, sheet.visible is not SheetVisibleEnum.Visible)
            for sheet in worksheets
        )


def sheet_from_calamine(workbook: CalamineWorkbook, name: str, is_hidden: bool) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    # Empty rows and columns before the first value too, or every address would be another.
    rows = tuple(tuple(none_if_empty(value) for value in row) for row in sheet.to_python(skip_empty_area=False))
    merged = tuple(
        # calamine counts from 0.
        Block(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in sorted(sheet.merged_cell_ranges or ())
    )
    return Sheet(name, rows, merged, is_hidden)


def read_with_openpyxl(path: Path) -> tuple[Sheet, ...]:
    """The same with openpyxl, which reads some parts calamine does not (UTF-16, for one)."""
    import warnings

    from openpyxl import load_workbook

    try:
        # Opened here, as openpyxl leaves a file open that it cannot read.
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")
            workbook = load_workbook(file, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parts raise
        raise NotAWorkbookError(path, "it is damaged or was cut short") from error
    return tuple(sheet_from_openpyxl(sheet) for sheet in workbook.worksheets)


def sheet_from_openpyxl(sheet: Worksheet) -> Sheet:
    # The cells that are there, not the rectangle they span.
    cells = {(row, column): none_if_empty(cell.value) for (row, column), cell in sheet._cells.items()}
    width: dict[int, int] = {}
    for row, column in sorted(position for position, value in cells.items() if value is not None):
        width[row] = column
    rows = tuple(
        tuple(cells.get((row, column)) for column in range(1, width.get(row, 0) + 1))
        for row in range(1, max(width, default=0) + 1)
    )
    merged = tuple(
        Block(block.min_row, block.min_col, block.max_row, block.max_col)
        for block in sorted(sheet.merged_cells.ranges, key=lambda block: block.bounds)
    )
    return Sheet(sheet.title, rows, merged, sheet.sheet_state != "visible")


def none_if_empty(value: object) -> Value:
    """A cell's value, with None for the empty text that stands for no value."""
    return None if value == "" else value  # type: ignore[return-value]
