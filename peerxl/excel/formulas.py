"""The formulas in a workbook's cells, which values do not show; none of them is ever evaluated."""

from __future__ import annotations

import warnings
from pathlib import Path

from peerxl.errors import NotAWorkbookError
from peerxl.model.sheet import Cell


def read_formulas(path: Path) -> dict[Cell, str]:
    """Each formula by its cell; NotAWorkbookError where the workbook does not show them."""
    from openpyxl import load_workbook

    try:
        # What openpyxl opens itself it leaves open where it cannot read it, and Windows then lets nobody save it.
        with warnings.catch_warnings(), path.open("rb") as file:
            # openpyxl warns of what it would lose in saving, and nothing is saved.
            warnings.simplefilter("ignore")
            workbook = load_workbook(file)
    except Exception as error:  # openpyxl raises whatever its parts raise
        raise NotAWorkbookError(path, "it is damaged, or of a kind whose formulas cannot be seen") from error
    return {
        # The formula of an array is an object that has its text.
        Cell(sheet.title, cell.row or 0, cell.column or 0): str(getattr(cell.value, "text", cell.value))
        for sheet in workbook.worksheets
        for cell in sheet._cells.values()  # those that are there, not the rectangle they span
        if cell.data_type == "f"
    }


def formula_places(path: Path) -> frozenset[tuple[str, int, int]]:
    """Where formulas stand, by sheet, row and column; none are known of a workbook that does not show them."""
    try:
        return frozenset((cell.sheet, cell.row, cell.column) for cell in read_formulas(path))
    except NotAWorkbookError:
        return frozenset()
