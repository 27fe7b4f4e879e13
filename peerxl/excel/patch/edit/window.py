"""The stretches of a worksheet's XML that are edited: cells that are there, rows that get others, gaps for rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from peerxl.excel.patch.edit.sheet_edits import CellElements
from peerxl.excel.patch.edit.slots import CellSlot
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.row_element import RowElement


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch between two offsets, and what has to stand before and after it for it to be a stretch of rows."""

    start: int
    end: int
    before: bytes = b""
    after: bytes = b""


def list_windows(grid: Grid, slots: Iterable[CellSlot], elements: CellElements) -> tuple[Window, ...]:
    """The windows of these cells in the file's order; a sheet without rows is all one."""
    if grid.data.is_whole:
        return (Window(grid.data.start, grid.data.end),)
    windows: set[Window] = set()
    for _, group in groupby(slots, key=lambda slot: slot.position[0]):
        windows |= set(list_row_windows(grid, tuple(group), elements))
    return tuple(sorted(windows, key=lambda window: (window.start, window.end)))


def list_row_windows(grid: Grid, slots: tuple[CellSlot, ...], elements: CellElements) -> Iterator[Window]:
    """The windows of a row's cells: the cells themselves where all are there and stay, else the row, or its gap."""
    row, gap = slots[0].row, slots[0].gap
    if row is None:
        yield Window(gap, gap)
    elif all(slot.is_named and elements[slot.position] is not None for slot in slots):
        start, before = begin_row(row)
        opening = before + bytes(grid.body[start : row.tag.end])
        cells = [slot.cell for slot in slots if slot.cell]
        yield from (Window(cell.tag.start, cell.end, opening, b"</%b>" % row.tag.spelling) for cell in cells)
    else:
        start, before = begin_row(row)
        yield Window(start, row.end, before)


def begin_row(row: RowElement) -> tuple[int, bytes]:
    """Where a row's window begins and what stands before it: a beginning with a number for a row that says none."""
    if row.tag.get(b"r") is not None:
        return row.tag.start, b""
    opening = b"<" + row.tag.spelling
    return row.tag.start + len(opening), b'%b r="%d"' % (opening, row.number)
