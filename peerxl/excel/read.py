"""A workbook's visible values, read with python-calamine and, where that cannot, with openpyxl."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from peerxl.errors import EncryptedWorkbookError, NotAWorkbookError
from peerxl.excel.inspect import inspect_workbook
from peerxl.excel.unseen import UnseenCells, has_utf16_sheet, read_unseen
from peerxl.model.sheet import Block, Cell, Sheet, Value

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

THEME_COLOUR = "a colour of the theme"
# "mmm-yy" shows a month, "d mmm" and "dd/mm/yyyy" a day; colours and locales stand in brackets, literals in quotes.
_NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every worksheet of a workbook, hidden ones too, in its order; PeerxlError where it is not a workbook to read."""
    inspect_workbook(path)
    unseen = read_unseen(path)
    return tuple(add_unseen(sheet, unseen.get(sheet.name, UnseenCells())) for sheet in read_values(path))


def add_unseen(sheet: Sheet, unseen: UnseenCells) -> Sheet:
    """The sheet with its errors in words and its hidden rows known."""
    rows = [list(row) for row in sheet.rows] if unseen.words else []
    for (row, column), words in unseen.words:
        rows += [[] for _ in range(row - len(rows))]
        rows[row - 1] += [None] * (column - len(rows[row - 1]))
        rows[row - 1][column - 1] = words
    values = tuple(map(tuple, rows)) if unseen.words else sheet.rows
    return replace(sheet, rows=values, hidden_rows=unseen.hidden_rows)


def read_values(path: Path) -> tuple[Sheet, ...]:
    """The sheets' values by the reader that can."""
    if has_utf16_sheet(path):
        return read_with_openpyxl(path)
    try:
        return read_with_calamine(path)
    except PasswordError as error:
        raise EncryptedWorkbookError(path) from error
    except (CalamineError, OSError) as error:
        if path.suffix.lower() not in (".xlsx", ".xlsm"):
            raise NotAWorkbookError(path, "it is damaged or of a kind that cannot be read") from error
        return read_with_openpyxl(path)


def read_with_calamine(path: Path) -> tuple[Sheet, ...]:
    with CalamineWorkbook.from_path(path) as workbook:
        worksheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        return tuple(
            sheet_from_calamine(workbook, sheet.name, sheet.visible is not SheetVisibleEnum.Visible)
            for sheet in worksheets
        )


def sheet_from_calamine(workbook: CalamineWorkbook, name: str, is_hidden: bool) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    rows = tuple(tuple(none_if_empty(value) for value in row) for row in sheet.to_python(skip_empty_area=False))
    merged = tuple(
        Block(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in sorted(sheet.merged_cell_ranges or ())
    )
    return Sheet(name, rows, merged, is_hidden)


def read_with_openpyxl(path: Path) -> tuple[Sheet, ...]:
    """The same with openpyxl, which reads some parts calamine does not (UTF-16, for one)."""
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(path, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parts raise
        raise NotAWorkbookError(path, "it is damaged or was cut short") from error
    return tuple(sheet_from_openpyxl(sheet) for sheet in workbook.worksheets)


def sheet_from_openpyxl(sheet: Worksheet) -> Sheet:
    rows = tuple(
        tuple(none_if_empty(value) for value in row) for row in sheet.iter_rows(min_row=1, min_col=1, values_only=True)
    )
    merged = tuple(
        Block(block.min_row, block.min_col, block.max_row, block.max_col)
        for block in sorted(sheet.merged_cells.ranges, key=lambda block: block.bounds)
    )
    return Sheet(sheet.title, rows, merged, sheet.sheet_state != "visible")


def none_if_empty(value: object) -> Value:
    """A cell's value, with None for the empty text that stands for no value."""
    return None if value == "" else value  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks, as far as that says something: its number format and the colour it is filled with."""

    number_format: str = ""
    fill: str = ""


class Styles:
    """How cells look: read with openpyxl, a sheet at a time, and only when there is something to ask about."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sheets: dict[str, dict[tuple[int, int], CellStyle]] = {}

    def shows_month_only(self, cell: Cell) -> bool:
        """Whether the cell's number format has a month and no day ("Mar-24")."""
        return is_month_only(self.of(cell).number_format)

    def fill(self, cell: Cell) -> str:
        """The colour a cell is filled with, as six hexadecimal digits where it has them; nothing for none."""
        return self.of(cell).fill

    def of(self, cell: Cell) -> CellStyle:
        if cell.sheet not in self._sheets:
            self._sheets[cell.sheet] = read_sheet_styles(self._path, cell.sheet)
        return self._sheets[cell.sheet].get((cell.row, cell.column), CellStyle())


def read_sheet_styles(path: Path, sheet: str) -> dict[tuple[int, int], CellStyle]:
    """The style of each cell of a sheet that is a date or filled, by row and column."""
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(path, read_only=True)
            cells = (cell for row in workbook[sheet].iter_rows() for cell in row if getattr(cell, "has_style", False))
            return {(cell.row or 0, cell.column or 0): read_style(cell) for cell in cells}
    except Exception:  # openpyxl raises whatever its parts raise; a date whose format is unknown keeps its day
        return {}


def read_style(cell: Any) -> CellStyle:
    """What openpyxl says of a cell's style."""
    fill = cell.fill.fgColor.rgb if cell.fill and cell.fill.fill_type == "solid" else ""
    return CellStyle(cell.number_format, fill[-6:] if isinstance(fill, str) else THEME_COLOUR)


def is_month_only(number_format: str) -> bool:
    """Whether a number format shows a month without a day."""
    codes = _NOT_FORMAT.sub("", number_format).lower().split(";")[0]
    return "m" in codes and "y" in codes and "d" not in codes and "h" not in codes
