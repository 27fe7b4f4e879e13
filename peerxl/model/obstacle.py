"""What keeps answers out of a plan's own workbook: formulas, locked cells, a kind of file that is never written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType

from peerxl.frozen import frozen
from peerxl.model.sheet import Cell

Place = tuple[str, int, int]
"""Where a cell stands: its sheet, row and column."""


class Obstacle(StrEnum):
    """Why a cell is not written to, in words that follow "which"."""

    FORMULA = "is a formula"
    LOCKED = "is locked on a protected sheet"

    @property
    def remedy(self) -> str:
        return REMEDIES[self]


REMEDIES = {
    Obstacle.FORMULA: "have words in its place",
    Obstacle.LOCKED: "unlock it in Excel (Review, Unprotect Sheet)",
}


@frozen
class Obstacles:
    """The cells that are not written to, and ``whole``, why none of the workbook is; empty where that is not so."""

    whole: str = ""
    cells: Mapping[Place, Obstacle] = field(default_factory=lambda: MappingProxyType({}))

    def at(self, cell: Cell) -> Obstacle | None:
        return self.cells.get((cell.sheet, cell.row, cell.column))


NO_OBSTACLES = Obstacles()
