"""How tall the rows of a table must be, in points, and which of its cells are joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from peerxl.documents.document import Section, TableColumn, TableRow
from peerxl.excel.long_rows import count_column_lines, count_entry_lines
from peerxl.excel.measure import count_lines, lines_height

WRITING_LINE, WRITING_PADDING = 15.0, 6.0

RowRun = tuple[int, int]
"""The first and the last of rows that a joined cell spans, counted from 0."""


def find_runs(
    section: Section, index: int, rows: Sequence[TableRow], page_starts: Collection[int] = ()
) -> Iterator[RowRun]:
    """The rows of each cell that a column of joined groups shows as one; none goes on over the end of a page."""
    if not (section.columns[index].is_group and section.has_joined_groups):
        return
    first = 0
    for last, (row, following) in enumerate(pairwise((*rows, None))):
        ends = row is None or following is None or following.entries[index] != row.entries[index]
        if ends or last + 1 in page_starts:
            yield first, last
            first = last + 1


def needed_heights(
    section: Section, rooms: Sequence[float], rows: Sequence[TableRow], runs: Sequence[Sequence[RowRun]]
) -> list[float]:
    """How tall each row must be to show all of its text, whatever Excel can give it.

    ``rooms`` are how wide the text in each column may be, ``runs`` the joined cells of each.
    """
    alone = [(index, room) for index, (room, joined) in enumerate(zip(rooms, runs, strict=True)) if not joined]
    counts = [count_column_lines([row.entries[index] for row in rows], room) for index, room in alone]
    lines = list(map(max, zip(*counts, strict=True))) if counts else [1] * len(rows)
    heights = [lines_height(most) for most in lines]
    # Most sheets are to be read only.
    if any(column.writing_lines for column in section.columns):
        heights = [max(height, room_to_write(section, row)) for height, row in zip(heights, rows, strict=True)]
    for index, joined in enumerate(runs):
        for first, last in joined:
            needed = text_height(rows[first], [index], rooms)
            heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
    return heights


def text_height(row: TableRow, indexes: Sequence[int], rooms: Sequence[float]) -> float:
    """How tall a row must be for its text in some of its columns."""
    return lines_height(max((count_entry_lines(row.entries[i], rooms[i]) for i in indexes), default=1))


def room_to_write(section: Section, row: TableRow) -> float:
    """How tall a row must be for what will be typed into it."""
    pairs = zip(section.columns, row.entries, strict=True)
    lines = max((column.writing_lines for column, entry in pairs if entry.is_input or entry.value == ""), default=0)
    return lines * WRITING_LINE + WRITING_PADDING if lines else 0.0


def header_height(columns: Sequence[TableColumn], rooms: Sequence[float]) -> float:
    """How tall the row of headings must be."""
    pairs = zip(columns, rooms, strict=True)
    return lines_height(max(count_lines(column.heading, room, bold=True) for column, room in pairs))
