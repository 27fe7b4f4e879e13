"""Why a cell of a sheet is not written to, each reason its own exception."""

from __future__ import annotations

from collections.abc import Iterable

from peerxl.errors import PeerxlError
from peerxl.excel.errors import OddSheetError
from peerxl.excel.patch.address import find_blocks, format_address
from peerxl.excel.patch.edit.slots import CellSlot
from peerxl.excel.patch.parts.tables import TableCells
from peerxl.excel.patch.sheet.cell_names import count_cell_names, count_row_cells
from peerxl.excel.patch.sheet.frame import Frame
from peerxl.excel.patch.sheet.grid import Grid


class FormulaCellError(PeerxlError):
    """A formula stands where text was to be written."""

    def __init__(self, place: object, why: str = "the cell holds a formula") -> None:
        super().__init__(f"{place}: {why}, so nothing was written; remove the formula in Excel.")


class LockedCellError(PeerxlError):
    """A locked cell on a protected sheet."""

    def __init__(self, place: object) -> None:
        super().__init__(
            f"{place}: the cell is locked and its sheet protected; unlock it in Excel (Review, Unprotect Sheet)."
        )


class TableHeadingError(PeerxlError):
    """A table's heading, which the table's own definition repeats and must agree with."""

    def __init__(self, place: object, table: str) -> None:
        super().__init__(f"{place}: the cell is a heading of the table {table!r}; change it in Excel.")


class TableTotalError(PeerxlError):
    """The label of a table's total row, which the table's own definition repeats and must agree with."""

    def __init__(self, place: object, table: str) -> None:
        super().__init__(f"{place}: the cell labels the total row of the table {table!r}; change it in Excel.")


def refuse_strays(sheet: str, grid: Grid, slots: Iterable[CellSlot]) -> None:
    """Raise for a cell that also, or only, stands in a row of another number: readers go by its name."""
    expected = {format_address(slot.position).encode(): 1 if slot.is_named else 0 for slot in slots}
    counted = count_cell_names(grid.content, expected)
    # One too many may only look like a cell, inside another one; to tell takes a while.
    if any(counted[name] > count for name, count in expected.items()):
        counted = count_row_cells(grid.content, expected)
    for name, count in expected.items():
        if counted[name] > count:
            raise OddSheetError(f"{sheet}!{name.decode()}", "a cell of this name stands in another row")


def refuse_formulas(sheet: str, grid: Grid, slots: Iterable[CellSlot]) -> None:
    """Raise for a cell with a formula in it, or with a part of another cell's results."""
    asked = tuple(slots)
    for slot in asked:
        if slot.cell and slot.cell.has_formula:
            raise FormulaCellError(f"{sheet}!{format_address(slot.position)}")
    filled = find_blocks((slot.position for slot in asked), grid.find_filled_blocks())
    for position, (block, *_) in filled.items():
        anchor = format_address((block.first_row, block.first_column))
        raise FormulaCellError(f"{sheet}!{format_address(position)}", f"the formula in {anchor} fills the cell")


def refuse_tables(sheet: str, tables: Iterable[TableCells], slots: Iterable[CellSlot]) -> None:
    """Raise for a cell whose text the definition of a table repeats: Excel would repair the file."""
    positions = [slot.position for slot in slots]
    for table in tables:
        for position in positions:
            if table.headings and position in table.headings:
                raise TableHeadingError(f"{sheet}!{format_address(position)}", table.name)
            if position in table.labels:
                raise TableTotalError(f"{sheet}!{format_address(position)}", table.name)


def refuse_locked(sheet: str, frame: Frame, unlocked: frozenset[int], slots: Iterable[CellSlot]) -> None:
    """Raise for a cell that its sheet's protection locks."""
    locked = [slot for slot in slots if int(slot.style or 0) not in unlocked]
    editable = find_blocks((slot.position for slot in locked), frame.editable)
    for slot in locked:
        if slot.position not in editable:
            raise LockedCellError(f"{sheet}!{format_address(slot.position)}")
