"""The edits of a worksheet's XML that bring cells of it in, change them, or take them out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from peerxl.excel.patch.address import Position, format_block
from peerxl.excel.patch.edit.slots import CellSlot
from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.sheet.frame import Frame
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.row_element import OddGridError, RowElement, read_row
from peerxl.excel.patch.sheet.tags import Tag, parse_attributes
from peerxl.model.sheet import Block

# The element that each cell is to have, None for a cell that is not to be there.
CellElements = Mapping[Position, bytes | None]


def make_sheet_edits(
    grid: Grid, frame: Frame, slots: Sequence[CellSlot], elements: CellElements, rowless: Collection[Position] = ()
) -> tuple[Edit, ...]:
    """The edits that give these cells their elements, in the order of the file; none for one that has it already.

    ``rowless`` are cells whose row goes too when they go, if it holds nothing else.
    """
    edits: list[Edit] = []
    created, removed = [], []
    for slot in slots:
        element = elements[slot.position]
        if slot.cell and element is not None:
            edits.append(Edit(slot.cell.tag.start, slot.cell.end, element))
        elif slot.cell:
            removed.append(slot)
        elif element is not None:
            created.append((slot, element))
    edits += remove_cells(grid, removed, rowless)
    edits += create_rows(grid, [pair for pair in created if pair[0].row is None])
    edits += create_cells(pair for pair in created if pair[0].row)
    edits += extend_dimension(frame, [slot.position for slot, _ in created])
    changing = (edit for edit in edits if grid.body[edit.start : edit.end] != edit.new)
    # Sorting is stable: what comes in at one offset stays in the order of rows and columns.
    return tuple(sorted(changing, key=lambda edit: (edit.start, edit.end)))


def create_cells(pairs: Iterable[tuple[CellSlot, bytes]]) -> Iterator[Edit]:
    """The cells that are missing in rows that are there."""
    for _, group in groupby(pairs, key=lambda pair: pair[0].position[0]):
        cells = [(slot.row, slot.position[1], element) for slot, element in group]
        row = cells[0][0]
        if row and row.tag.is_whole:
            yield open_element(row.tag, b"".join(element for _, _, element in cells))
        elif row:
            gaps = [(row.find_gap(column), element) for _, column, element in cells]
            yield from (Edit(gap, gap, element) for gap, element in gaps)


def create_rows(grid: Grid, pairs: Iterable[tuple[CellSlot, bytes]]) -> Iterator[Edit]:
    """The rows that are missing, with their cells."""
    rows = []
    for number, group in groupby(pairs, key=lambda pair: pair[0].position[0]):
        cells = list(group)
        rows.append((cells[0][0].gap, make_row(grid.data, number, (element for _, element in cells))))
    if grid.data.is_whole and rows:
        yield open_element(grid.data, b"".join(row for _, row in rows))
    elif rows:
        yield from (Edit(gap, gap, row) for gap, row in rows)


def make_row(data: Tag, number: int, cells: Iterable[bytes]) -> bytes:
    """The element of a row that is missing, with the prefix of the rows' element."""
    spelling = data.prefix + b":row" if data.prefix else b"row"
    return b'<%b r="%d">%b</%b>' % (spelling, number, b"".join(cells), spelling)


def open_element(tag: Tag, content: bytes) -> Edit:
    """An element that had no end tag of its own, given content."""
    return Edit(tag.end - len(b"/>"), tag.end, b">%b</%b>" % (content, tag.spelling))


def remove_cells(grid: Grid, slots: Iterable[CellSlot], rowless: Collection[Position]) -> Iterator[Edit]:
    """The cells that are taken out; OddGridError where others would be in another place without them."""
    places = [(slot.position[0], slot.row.tag.start, slot.position) for slot in slots if slot.row]
    for (number, start), group in groupby(places, key=lambda place: place[:2]):
        positions = [position for *_, position in group]
        gone = {column for _, column in positions}
        # Looked into once more, as all its cells have to be known now and not only those that were asked for.
        row = read_row(grid.content.mask, start, grid.content.end, grid.data.scope, number)
        if row.tag.get(b"r") is None or any(cell.name is None for cell in row.cells):
            raise OddGridError(f"row {number} of the sheet has cells that are known by their order alone")
        if all(position in rowless for position in positions) and is_left_empty(grid, row, gone):
            yield Edit(row.tag.start, row.end, b"")
        else:
            yield from (Edit(cell.tag.start, cell.end, b"") for cell in row.cells if cell.column in gone)


def is_left_empty(grid: Grid, row: RowElement, gone: Collection[int]) -> bool:
    """Whether a row holds nothing, and says nothing but its number, once the cells of these columns are gone."""
    inside = grid.body[row.tag.end : row.end].rpartition(b"</")[0]
    cells = b"".join(grid.body[cell.tag.start : cell.end] for cell in row.cells if cell.column in gone)
    return parse_attributes(row.tag.rest).keys() == {b"r"} and inside.strip() == cells


def extend_dimension(frame: Frame, created: Sequence[Position]) -> Iterator[Edit]:
    """The edit of the sheet's ``dimension``, the block that it fills, where created cells lie outside it."""
    if frame.dimension is None or all(position in frame.dimension.block for position in created):
        return
    old = frame.dimension.block
    rows = [old.first_row, old.last_row, *(row for row, _ in created)]
    columns = [old.first_column, old.last_column, *(column for _, column in created)]
    grown = Block(min(rows), min(columns), max(rows), max(columns))
    yield Edit(frame.dimension.start, frame.dimension.end, format_block(grown).encode())
