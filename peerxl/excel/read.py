"""A workbook's values as its cells show them, hidden sheets' too.

They are read natively where that is sure to be safe, else by a parser or in another process.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from peerxl.excel.errors import NotAWorkbookError
from peerxl.excel.inspect import inspect_workbook
from peerxl.excel.native import read_natively
from peerxl.excel.sheet_scan import SCANNED, SheetScan, scan_workbook
from peerxl.model.sheet import Cell, Sheet
from peerxl.text import UNWRITABLE


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every worksheet of a workbook, hidden ones too, in its order; PeerxlError where it is not a workbook to read."""
    inspect_workbook(path)
    if path.suffix.lower() not in SCANNED:
        from peerxl.excel.apart import read_apart

        # Nobody can look over its parts beforehand.
        return refuse_names(path, read_apart(path))
    scan = scan_workbook(path)
    sheets = read_natively(path) if scan.is_bounded else None
    if sheets is None:
        from peerxl.excel.odd_values import read_oddly

        sheets = read_oddly(path, {name: sheet.strays for name, sheet in scan.sheets.items()})
    refuse_names(path, sheets)
    return tuple(add_scan(sheet, scan.sheets.get(sheet.name, SheetScan())) for sheet in sheets)


def refuse_names(path: Path, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets; NotAWorkbookError where one has a name that no report could hold."""
    for sheet in sheets:
        if not sheet.name.isprintable() and UNWRITABLE.search(sheet.name):
            raise NotAWorkbookError(path, f"the name of its sheet {sheet.name!a} has characters that no sheet's has")
    return sheets


def add_scan(sheet: Sheet, scan: SheetScan) -> Sheet:
    """The sheet with its errors in words, its hidden rows known and its strays named."""
    rows = [list(row) for row in sheet.rows] if scan.words else []
    for (row, column), words in scan.words:
        # An error may stand beyond the last value that the reader found.
        rows += [[] for _ in range(row - len(rows))]
        rows[row - 1] += [None] * (column - len(rows[row - 1]))
        rows[row - 1][column - 1] = words
    values = tuple(map(tuple, rows)) if scan.words else sheet.rows
    strays = tuple(Cell(sheet.name, row, column) for row, column in scan.strays)
    return replace(sheet, rows=values, hidden_rows=scan.hidden_rows, strays=strays)
