"""One row's element, looked into: its cells' elements, each with where it starts and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.excel.patch.address import parse_address
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.sheet.tags import Scope, Tag, is_start, parse_attributes, walk_tags


class OddGridError(ValueError):
    """A sheet that is built in a way no program should; its text completes "because …"."""


@dataclass(frozen=True, slots=True)
class CellElement:
    """A cell's element: its start tag, the offset past its end, and whether a formula is in it.

    Its name and the number of its style are as they are written, None where it has none.
    """

    column: int
    tag: Tag
    end: int
    has_formula: bool
    name: str | None
    style: str | None


@dataclass(frozen=True, slots=True)
class RowElement:
    """A row's element: its start tag, the offsets where its cells end and past its own end, its cells as they stand.

    Of a row that was only looked up the cells are those that were asked for.
    """

    number: int
    tag: Tag
    cells_end: int
    end: int
    cells: tuple[CellElement, ...]

    def find_cell(self, column: int) -> CellElement | None:
        """The cell of a column; OddGridError where there are two."""
        cells = [cell for cell in self.cells if cell.column == column]
        if len(cells) > 1:
            raise OddGridError("the sheet has the cell twice")
        return cells[0] if cells else None

    def find_gap(self, column: int) -> int:
        """The offset where a cell that is missing belongs: before the first that is further right."""
        return next((cell.tag.start for cell in self.cells if cell.column > column), self.cells_end)


def read_row(mask: Bytes, start: int, end: int, scope: Scope, number: int) -> RowElement:
    """Look into the row that starts at an offset; OddGridError where it holds something else than cells."""
    tags = walk_tags(mask, start, end, scope)
    row = next(tags)
    cells: list[CellElement] = []
    if row.is_whole:
        return RowElement(number, row, row.end, row.end, ())
    cells_end = None
    for tag in tags:
        if tag.is_end and tag.depth == 0:
            return RowElement(number, row, tag.start if cells_end is None else cells_end, tag.end, tuple(cells))
        if tag.depth == 1 and is_start(tag, b"c"):
            cells.append(read_cell(tag, tags, number, cells[-1].column if cells else 0))
        elif tag.depth == 1 and is_start(tag, b"extLst"):
            # An extension stands behind all cells: what is new goes before it.
            cells_end = tag.start
        elif tag.depth == 1 and not tag.is_end:
            raise OddGridError(f"row {number} of the sheet holds something that is not a cell")
    raise OddGridError("the sheet is cut short")


def read_column(name: str | None, row: int, before: int) -> int:
    """The column of a cell by its name; one without a name is in the next after ``before``."""
    if name is None:
        return before + 1
    try:
        position = parse_address(name)
    except ValueError:
        raise OddGridError(f"row {row} of the sheet has a cell called {name!r}") from None
    if position[0] != row:
        raise OddGridError(f"row {row} of the sheet has a cell called {name!r}")
    return position[1]


def read_cell(tag: Tag, tags: Iterator[Tag], row: int, before: int) -> CellElement:
    """The cell that a tag begins; its other tags are taken from those that follow."""
    attributes = parse_attributes(tag.rest)
    name, style = attributes.get(b"r"), attributes.get(b"s")
    column = read_column(name, row, before)
    if tag.is_whole:
        return CellElement(column, tag, tag.end, False, name, style)
    has_formula = False
    for inner in tags:
        if inner.is_end and inner.depth == tag.depth:
            return CellElement(column, tag, inner.end, has_formula, name, style)
        has_formula = has_formula or is_start(inner, b"f")
    raise OddGridError("the sheet is cut short")
