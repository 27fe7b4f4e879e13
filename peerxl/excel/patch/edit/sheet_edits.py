"""The edits of a worksheet's XML that set cells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from peerxl.excel.patch.address import Position, format_block
from peerxl.excel.patch.edit.cell_xml import create_cell, fill_cell
from peerxl.excel.patch.edit.slots import CellSlot
from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.sheet.frame import Frame
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.row_element import RowElement
from peerxl.excel.patch.sheet.tags import Tag
from peerxl.model.sheet import Block

# The texts as they stand in XML, None for a cell that is emptied.
XmlTexts = Mapping[Position, bytes | None]


def make_sheet_edits(grid: Grid, frame: Frame, slots: Iterable[CellSlot], texts: XmlTexts) -> tuple[Edit, ...]:
    """The edits that set these cells, in the order of the file; none for a cell that is as it is to be."""
    edits: list[Edit] = []
    created: list[CellSlot] = []
    for slot in slots:
        if slot.cell:
            new = fill_cell(slot.cell, grid.body, texts[slot.position])
            edits.append(Edit(slot.cell.tag.start, slot.cell.end, new))
        elif texts[slot.position] is not None:
            created.append(slot)
    edits += create_rows(grid, [slot for slot in created if slot.row is None], texts)
    edits += create_cells(created, texts)
    edits += extend_dimension(frame, [slot.position for slot in created])
    changing = (edit for edit in edits if grid.body[edit.start : edit.end] != edit.new)
    # Sorting is stable: what comes in at one offset stays in the order of rows and columns.
    return tuple(sorted(changing, key=lambda edit: (edit.start, edit.end)))


def create_cells(slots: Iterable[CellSlot], texts: XmlTexts) -> Iterator[Edit]:
    """The cells that are missing in rows that are there."""
    in_rows = [(slot.row, slot) for slot in slots if slot.row]
    for _, group in groupby(in_rows, key=lambda pair: pair[0].number):
        pairs = list(group)
        row = pairs[0][0]
        cells = [(slot.position[1], make_cell(row.tag, slot, texts)) for _, slot in pairs]
        yield from insert_cells(row, cells)


def insert_cells(row: RowElement, cells: Iterable[tuple[int, bytes]]) -> Iterator[Edit]:
    """Cells' elements, by their columns, put into a row; one that had no end tag is given one."""
    if row.tag.is_whole:
        yield open_element(row.tag, b"".join(cell for _, cell in cells))
        return
    for column, cell in cells:
        gap = row.find_gap(column)
        yield Edit(gap, gap, cell)


def create_rows(grid: Grid, slots: Iterable[CellSlot], texts: XmlTexts) -> Iterator[Edit]:
    """The rows that are missing, with their cells."""
    rows = [
        (number, make_row(grid.data, number, (make_cell(grid.data, slot, texts) for slot in group)))
        for number, group in groupby(slots, key=lambda slot: slot.position[0])
    ]
    if grid.data.is_whole and rows:
        yield open_element(grid.data, b"".join(row for _, row in rows))
        return
    for number, row in rows:
        gap = grid.find_gap(number)
        yield Edit(gap, gap, row)


def make_cell(parent: Tag, slot: CellSlot, texts: XmlTexts) -> bytes:
    """The element of a cell that is missing, with its parent's prefix."""
    return create_cell(parent.prefix, slot.position, slot.style, texts[slot.position] or b"")


def make_row(data: Tag, number: int, cells: Iterable[bytes]) -> bytes:
    """The element of a row that is missing, with the prefix of the rows' element."""
    spelling = data.prefix + b":row" if data.prefix else b"row"
    return b'<%b r="%d">%b</%b>' % (spelling, number, b"".join(cells), spelling)


def open_element(tag: Tag, content: bytes) -> Edit:
    """An element that had no end tag of its own, given content."""
    return Edit(tag.end - len(b"/>"), tag.end, b">%b</%b>" % (content, tag.spelling))


def extend_dimension(frame: Frame, created: list[Position]) -> Iterator[Edit]:
    """The sheet's word on the block it fills, where created cells lie outside it."""
    if frame.dimension is None or all(position in frame.dimension.block for position in created):
        return
    old = frame.dimension.block
    rows = [old.first_row, old.last_row, *(row for row, _ in created)]
    columns = [old.first_column, old.last_column, *(column for _, column in created)]
    grown = Block(min(rows), min(columns), max(rows), max(columns))
    yield Edit(frame.dimension.start, frame.dimension.end, format_block(grown).encode())
