"""Where the cells that are to be set stand, or will: each with its row and the style it has or takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from peerxl.excel.patch.address import Position
from peerxl.excel.patch.parts.package import is_true
from peerxl.excel.patch.sheet.frame import Frame
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.row_element import CellElement, RowElement


@dataclass(frozen=True, slots=True)
class CellSlot:
    """A cell to be set: its row's element and its own, None where missing, and the style it has or will have."""

    position: Position
    row: RowElement | None
    cell: CellElement | None
    style: str | None

    @property
    def is_named(self) -> bool:
        """Whether a cell of this name is there, rather than none or one that is known by its order alone."""
        return self.cell is not None and self.cell.tag.get(b"r") is not None


def find_slots(grid: Grid, frame: Frame, positions: Iterable[Position]) -> tuple[CellSlot, ...]:
    """Look up the cells of these positions, row by row."""
    slots: list[CellSlot] = []
    for number, group in groupby(sorted(positions), key=lambda position: position[0]):
        row = grid.read_row(number)
        slots += (make_slot(frame, row, position) for position in group)
    return tuple(slots)


def make_slot(frame: Frame, row: RowElement | None, position: Position) -> CellSlot:
    """A cell's slot in a row that has been looked up."""
    cell = row.find_cell(position[1]) if row else None
    return CellSlot(position, row, cell, cell.style if cell else choose_style(frame, row, position[1]))


def choose_style(frame: Frame, row: RowElement | None, column: int) -> str | None:
    """The style of a cell that is created: its row's, where that has one of its own, else its column's."""
    if row and is_true(row.tag.get(b"customFormat")):
        return row.tag.get(b"s")
    return frame.get_column_style(column)
