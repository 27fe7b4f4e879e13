"""Where the cells that are to be set stand, or will: each with its row and the style it has or takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peerxl.excel.patch.address import Position
from peerxl.excel.patch.parts.package import is_true
from peerxl.excel.patch.sheet.frame import Frame
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.plain_row import look_up_row
from peerxl.excel.patch.sheet.row_element import CellElement, RowElement
from peerxl.excel.patch.sheet.row_sites import locate_rows
from peerxl.excel.patch.sheet.tags import Scope


@dataclass(frozen=True, slots=True)
class CellSlot:
    """A cell to be set: its row's element and its own, None where missing, and the style it has or will have.

    ``gap`` is the offset where the row would come in.
    """

    position: Position
    row: RowElement | None
    cell: CellElement | None
    style: str | None
    gap: int

    @property
    def is_named(self) -> bool:
        """Whether a cell of this name is there, rather than none or one that is known by its order alone."""
        return self.cell is not None and self.cell.name is not None

    def get_scope(self, grid: Grid) -> Scope:
        """The namespaces that are known in its row."""
        return self.row.tag.scope if self.row else grid.data.scope


def find_slots(grid: Grid, frame: Frame, positions: Iterable[Position]) -> tuple[CellSlot, ...]:
    """Look up the cells of these positions, row by row; OddGridError where a row or a cell is there twice."""
    columns: dict[int, list[int]] = {}
    for number, column in sorted(positions):
        columns.setdefault(number, []).append(column)
    slots: list[CellSlot] = []
    content = grid.content
    for site in locate_rows(content, columns):
        row = None
        if site.start is not None:
            scope, wanted = grid.data.scope, columns[site.number]
            row = look_up_row(content.mask, site.start, content.end, scope, site.number, wanted)
        slots += (make_slot(frame, row, (site.number, column), site.gap) for column in columns[site.number])
    return tuple(slots)


def make_slot(frame: Frame, row: RowElement | None, position: Position, gap: int) -> CellSlot:
    """A cell's slot in a row that has been looked up."""
    cell = row.find_cell(position[1]) if row else None
    return CellSlot(position, row, cell, cell.style if cell else choose_style(frame, row, position[1]), gap)


def choose_style(frame: Frame, row: RowElement | None, column: int) -> str | None:
    """The style of a cell that is created: its row's, where that has one of its own, else its column's."""
    # Only with this mark does a row's style count; without it programs may name one all the same.
    if row and is_true(row.tag.get(b"customFormat")):
        return row.tag.get(b"s")
    return frame.get_column_style(column)
