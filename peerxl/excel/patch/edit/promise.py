"""What is promised of a cell that is set: what readers must find in it, and what a parser must."""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.excel.patch.address import Position
from peerxl.excel.patch.edit.cell_xml import NewCell
from peerxl.model.sheet import Cell, Value, shown


@dataclass(frozen=True, slots=True)
class PutBack:
    """A cell's element as it was but that it says where it is, None for no cell, and the namespaces of its prefixes."""

    xml: bytes | None
    namespaces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A cell that is set: its value to a reader, and its new content or what it is put back to."""

    cell: Cell
    value: Value
    new: NewCell | PutBack

    @property
    def position(self) -> Position:
        """Where it stands."""
        return self.cell.row, self.cell.column


def make_promise(sheet: str, position: Position, value: Value, new: NewCell | PutBack) -> Promise:
    """The promise that a cell will hold a value: text is told as it is, any other value as `shown` writes it."""
    text = value if isinstance(value, str) else shown(value)
    return Promise(Cell(sheet, *position, text), value, new)
