"""The formulas in a workbook's cells, which values do not show; none of them is ever evaluated."""

from __future__ import annotations

from pathlib import Path

from peerxl.excel.errors import NotAWorkbookError
from peerxl.excel.obstacles import has_formula
from peerxl.excel.odd_sheet import NoSheetError, WrittenCell, parse_sheet
from peerxl.excel.patch.address import Position, format_address
from peerxl.excel.sheet_scan import list_sheet_parts
from peerxl.model.sheet import Cell


def read_formulas(path: Path) -> dict[Cell, str]:
    """Each formula by its cell; NotAWorkbookError where the workbook does not show them."""
    parts = list_sheet_parts(path)
    if not parts:
        raise NotAWorkbookError(path, "it is damaged, or of a kind whose formulas cannot be seen")
    formulas: dict[Cell, str] = {}
    for part in parts:
        body = part.body
        if not has_formula(body):
            continue
        try:
            of_sheet = read_sheet_formulas(body)
        except NoSheetError as error:
            raise NotAWorkbookError(path, f"its sheet {part.name!r} {error}") from error
        formulas |= {Cell(part.name, *position): text for position, text in of_sheet.items()}
    return formulas


def read_sheet_formulas(body: bytes) -> dict[Position, str]:
    """The formulas of a sheet's part in UTF-8 by their cells; one that several cells share stands in the first."""
    formulas: dict[Position, str] = {}
    shared: dict[str, tuple[str, Position]] = {}

    def keep(cell: WrittenCell) -> None:
        if cell.formula:
            formulas[cell.position] = f"={cell.formula}"
            if cell.shared is not None:
                shared[cell.shared] = formulas[cell.position], cell.position
        elif cell.formula is not None:
            origin = shared.get(cell.shared or "")
            formulas[cell.position] = move_formula(*origin, cell.position) if origin else "="

    parse_sheet(body, keep)
    return formulas


def move_formula(formula: str, origin: Position, position: Position) -> str:
    """A formula as it reads in another cell than the one it was written for."""
    from openpyxl.formula.translate import Translator

    try:
        return str(Translator(formula, format_address(origin)).translate_formula(format_address(position)))
    except Exception:  # openpyxl raises whatever its tokens raise, and what it would say is only shown
        return formula


def formula_places(path: Path) -> frozenset[tuple[str, int, int]]:
    """Where formulas stand, by sheet, row and column; none are known of a workbook that does not show them."""
    try:
        return frozenset((cell.sheet, cell.row, cell.column) for cell in read_formulas(path))
    except NotAWorkbookError:
        return frozenset()
