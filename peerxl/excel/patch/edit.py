"""The changes to a worksheet's XML: which bytes give way to which, for the cells that are to be set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from peerxl.excel.patch.address import Place, place_name
from peerxl.excel.patch.cell import created_cell, filled_cell
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.frame import Frame
from peerxl.excel.patch.grid import Grid
from peerxl.excel.patch.package import is_true
from peerxl.excel.patch.row import FoundCell, FoundRow
from peerxl.excel.patch.walk import Tag
from peerxl.model.sheet import Block

# The texts as they stand in XML, None for a cell that is emptied.
Texts = Mapping[Place, bytes | None]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The bytes between two places give way to others; where the places are one, others come in."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell to be set: its row and itself as found, None where missing, and the style it has or will have."""

    place: Place
    row: FoundRow | None
    cell: FoundCell | None
    style: str | None

    @property
    def is_named(self) -> bool:
        """Whether a cell of this name is there, rather than none or one that goes by its place alone."""
        return self.cell is not None and self.cell.tag.get(b"r") is not None


def find_spots(grid: Grid, frame: Frame, places: Iterable[Place]) -> tuple[Spot, ...]:
    """Look up the cells of these places, row by row."""
    return tuple(
        spot(frame, row, place)
        for number, group in groupby(sorted(places), key=lambda place: place[0])
        for row in (grid.row(number),)
        for place in group
    )


def spot(frame: Frame, row: FoundRow | None, place: Place) -> Spot:
    cell = row.cell(place[1]) if row else None
    return Spot(place, row, cell, cell.style if cell else created_style(frame, row, place[1]))


def created_style(frame: Frame, row: FoundRow | None, column: int) -> str | None:
    """The style of a cell that is created: its row's, where that has one of its own, else its column's."""
    if row and is_true(row.tag.get(b"customFormat")):
        return row.tag.get(b"s")
    return frame.column_style(column)


def sheet_edits(grid: Grid, frame: Frame, spots: Iterable[Spot], texts: Texts) -> tuple[Edit, ...]:
    """The edits that set these cells, in the order of the file; none for a cell that is as it is to be."""
    found = tuple(spots)
    created = [spot for spot in found if spot.cell is None and texts[spot.place] is not None]
    edits = [
        *(cell_edit(grid.body, spot.cell, texts[spot.place]) for spot in found if spot.cell),
        *created_rows(grid, [spot for spot in created if spot.row is None], texts),
        *created_cells(created, texts),
        *reach_edit(frame, [spot.place for spot in created]),
    ]
    changing = (edit for edit in edits if grid.body[edit.start : edit.end] != edit.new)
    # Sorting is stable: what comes in at one place stays in the order of rows and columns.
    return tuple(sorted(changing, key=lambda edit: (edit.start, edit.end)))


def cell_edit(body: Bytes, cell: FoundCell, text: bytes | None) -> Edit:
    return Edit(cell.tag.start, cell.end, filled_cell(cell, body, text))


def created_cells(spots: Iterable[Spot], texts: Texts) -> Iterator[Edit]:
    """The cells that are missing in rows that are there."""
    for number, group in groupby((spot for spot in spots if spot.row), key=lambda spot: spot.row):
        if number is None:
            continue
        cells = [(spot.place[1], new_cell(number.tag, spot, texts)) for spot in group]
        if number.tag.is_whole:
            yield opened(number.tag, b"".join(cell for _, cell in cells))
        else:
            yield from (Edit(place, place, cell) for column, cell in cells for place in (number.place_of_cell(column),))


def created_rows(grid: Grid, spots: Iterable[Spot], texts: Texts) -> Iterator[Edit]:
    """The rows that are missing, with their cells."""
    rows = [
        (number, new_row(grid.data, number, [new_cell(grid.data, spot, texts) for spot in group]))
        for number, group in groupby(spots, key=lambda spot: spot.place[0])
    ]
    if grid.data.is_whole and rows:
        yield opened(grid.data, b"".join(row for _, row in rows))
    elif rows:
        yield from (Edit(place, place, row) for number, row in rows for place in (grid.place_of_row(number),))


def new_cell(parent: Tag, spot: Spot, texts: Texts) -> bytes:
    return created_cell(parent.prefix, spot.place, spot.style, texts[spot.place] or b"")


def new_row(data: Tag, number: int, cells: Iterable[bytes]) -> bytes:
    spelling = data.prefix + b":row" if data.prefix else b"row"
    return b'<%b r="%d">%b</%b>' % (spelling, number, b"".join(cells), spelling)


def opened(tag: Tag, content: bytes) -> Edit:
    """An element that had no end tag of its own, given content."""
    return Edit(tag.end - len(b"/>"), tag.end, b">%b</%b>" % (content, tag.spelling))


def reach_edit(frame: Frame, created: list[Place]) -> Iterator[Edit]:
    """The sheet's word on how far it reaches, where created cells lie further out."""
    if frame.reach is None or all(place in frame.reach.block for place in created):
        return
    old = frame.reach.block
    rows = [old.first_row, old.last_row, *(row for row, _ in created)]
    columns = [old.first_column, old.last_column, *(column for _, column in created)]
    grown = Block(min(rows), min(columns), max(rows), max(columns))
    yield Edit(frame.reach.start, frame.reach.end, block_name(grown).encode())


def block_name(block: Block) -> str:
    first, last = place_name((block.first_row, block.first_column)), place_name((block.last_row, block.last_column))
    return first if first == last else f"{first}:{last}"


def pieces(body: Bytes, edits: Iterable[Edit]) -> Iterator[bytes | memoryview]:
    """The body with its edits made, in pieces that copy nothing."""
    view, at = memoryview(body), 0
    for edit in edits:
        yield view[at : edit.start]
        yield edit.new
        at = edit.end
    yield view[at:]
