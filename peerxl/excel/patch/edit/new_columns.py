"""Columns that come into a sheet where its cells are empty, each like another one of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peerxl.excel.patch.address import Position, find_blocks
from peerxl.excel.patch.edit.cell_xml import is_blank
from peerxl.excel.patch.edit.changes import Styled
from peerxl.excel.patch.edit.sheet_view import SheetView
from peerxl.excel.patch.edit.slots import CellSlot, choose_style
from peerxl.excel.patch.sheet.row_sites import index_rows
from peerxl.model.sheet import Block


@dataclass(frozen=True, slots=True)
class NewColumn:
    """A column by its number, the one it is like, the row of its heading, and its words by row.

    Its words are its heading, also where that stands again, and those of a band above it.
    """

    number: int
    model: int
    heading_row: int
    words: Mapping[int, str]

    @property
    def heading(self) -> str:
        """What it is headed by."""
        return self.words[self.heading_row]


@dataclass(frozen=True, slots=True)
class NewColumns:
    """Columns side by side, from left to right; and of their table the first and the last row, headings included."""

    columns: tuple[NewColumn, ...]
    first_row: int
    last_row: int

    @property
    def first(self) -> int:
        """The number of the one furthest left."""
        return self.columns[0].number

    @property
    def last(self) -> int:
        """The number of the one furthest right."""
        return self.columns[-1].number

    @property
    def by_model(self) -> dict[int, int]:
        """The numbers of the new columns by those that they are like."""
        return {column.model: column.number for column in self.columns}

    def reaches(self, block: Block) -> bool:
        """Whether a block has rows of the table in it."""
        return block.first_row <= self.last_row and self.first_row <= block.last_row

    def covers_models(self, block: Block) -> bool:
        """Whether a block covers every column that a new one is like."""
        return block.first_column <= min(self.by_model) and max(self.by_model) <= block.last_column

    def adjoins(self, block: Block) -> bool:
        """Whether a block covers every column that a new one is like, and goes up to where the new ones begin."""
        return block.first_column <= min(self.by_model) and block.last_column == self.first - 1

    def extend(self, block: Block) -> Block:
        """A block with the new columns in it."""
        return Block(block.first_row, block.first_column, block.last_row, self.last)


def list_new_cells(view: SheetView, added: NewColumns) -> dict[Position, Styled]:
    """What new columns hold: their words, and the style of each cell of the column that they are like.

    Above the table a style is taken only where neither cell holds anything. A cell that a merged block lies over
    already stays as it is.
    """
    present = {number for number in index_rows(view.grid.content).numbers if number <= added.last_row}
    rows = present | {row for column in added.columns for row in column.words}
    numbers = {number for column in added.columns for number in (column.number, column.model)}
    slots = {slot.position: slot for slot in view.find_slots({(row, number) for row in rows for number in numbers})}
    cells = {
        (row, column.number): cell
        for column in added.columns
        for row in sorted(rows)
        for cell in make_cell(view, added, column, slots[row, column.model], slots[row, column.number])
    }
    covered = find_blocks(cells, view.frame.merged)
    return {position: cell for position, cell in cells.items() if position not in covered}


def make_cell(
    view: SheetView, added: NewColumns, column: NewColumn, model: CellSlot, own: CellSlot
) -> Iterator[Styled]:
    """What a new column's cell is to hold and to look like; nothing where it is as the other one's by itself."""
    row = model.position[0]
    if row in column.words:
        yield Styled(column.words[row], model.style or "0")
        return
    if row < added.first_row and any(slot.cell and not is_blank(slot.cell, view.grid.body) for slot in (model, own)):
        return
    inherited = choose_style(view.frame, model.row, column.model)
    if model.style != (own.style if own.cell else inherited):
        yield Styled(None, model.style or "0")
