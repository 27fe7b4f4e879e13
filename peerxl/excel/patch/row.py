"""One row of a worksheet's XML, looked into: its cells and where each starts and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.excel.patch.address import parse_place
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.walk import Scope, Tag, is_start, walk


class OddGridError(ValueError):
    """A sheet that is built in a way no program should; its text completes "because …"."""


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell's element: its start tag, where it ends, and whether a formula is in it."""

    column: int
    tag: Tag
    end: int
    has_formula: bool

    @property
    def style(self) -> str | None:
        return self.tag.get(b"s")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row's element: its start tag, where its cells end and it itself, and its cells in the file's order."""

    number: int
    tag: Tag
    cells_end: int
    end: int
    cells: tuple[FoundCell, ...]

    def cell(self, column: int) -> FoundCell | None:
        found = [cell for cell in self.cells if cell.column == column]
        if len(found) > 1:
            raise OddGridError("the sheet has the cell twice")
        return found[0] if found else None

    def place_of_cell(self, column: int) -> int:
        """Where a cell that is missing belongs: before the first that is further right."""
        return next((cell.tag.start for cell in self.cells if cell.column > column), self.cells_end)


def read_row(mask: Bytes, start: int, end: int, scope: Scope, number: int) -> FoundRow:
    """Look into the row that starts at a place; OddGridError where it holds something else than cells."""
    tags = walk(mask, start, end, scope)
    row = next(tags)
    cells: list[FoundCell] = []
    if row.is_whole:
        return FoundRow(number, row, row.end, row.end, ())
    cells_end = None
    for tag in tags:
        if tag.is_end and tag.depth == 0:
            return FoundRow(number, row, tag.start if cells_end is None else cells_end, tag.end, tuple(cells))
        if tag.depth == 1 and is_start(tag, b"c"):
            column = column_of(tag, number, cells[-1].column if cells else 0)
            cells.append(read_cell(tag, tags, column))
        elif tag.depth == 1 and is_start(tag, b"extLst"):
            cells_end = tag.start
        elif tag.depth == 1 and not tag.is_end:
            raise OddGridError(f"row {number} of the sheet holds something that is not a cell")
    raise OddGridError("the sheet is cut short")


def column_of(tag: Tag, row: int, before: int) -> int:
    """The column a cell says it is in; one that does not say is in the next."""
    name = tag.get(b"r")
    if name is None:
        return before + 1
    try:
        place = parse_place(name)
    except ValueError:
        raise OddGridError(f"row {row} of the sheet has a cell called {name!r}") from None
    if place[0] != row:
        raise OddGridError(f"row {row} of the sheet has a cell called {name!r}")
    return place[1]


def read_cell(tag: Tag, tags: Iterator[Tag], column: int) -> FoundCell:
    """The cell that a tag begins; its other tags are taken from those that follow."""
    if tag.is_whole:
        return FoundCell(column, tag, tag.end, False)
    has_formula = False
    for inner in tags:
        if inner.is_end and inner.depth == tag.depth:
            return FoundCell(column, tag, inner.end, has_formula)
        has_formula = has_formula or is_start(inner, b"f")
    raise OddGridError("the sheet is cut short")
