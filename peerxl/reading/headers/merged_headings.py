"""Headings over several columns: which of the columns beneath is the one they name.

"Action" over a number and a sentence heads the sentence, be it merged over both or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.cells.column_kinds import are_refs, are_statements
from peerxl.reading.cells.profile import profile_column
from peerxl.reading.headers.header_row import Header
from peerxl.reading.headings.rules import Heading

WORDED = frozenset({Field.ACTION, Field.RECOMMENDATION, Field.COMMENT})


def place_headings(sheet: Sheet, header: Header, rows: Sequence[int]) -> Header:
    """The header with each heading of words over the column beneath it that has most of them."""
    headed = {cell.column for cell, _ in header.headed}
    placed = ((place_heading(sheet, cell, heading, headed, rows), heading) for cell, heading in header.headed)
    return replace(header, headed=tuple(placed))


def place_heading(sheet: Sheet, cell: Cell, heading: Heading, headed: set[int], rows: Sequence[int]) -> Cell:
    """A heading's cell, in the column that it names."""
    is_worded = heading.field in WORDED or heading.is_update or heading.action_rank is not None
    if not is_worded:
        return cell
    columns = list_columns_beneath(sheet, cell, headed, rows)
    profiles = {column: profile_column(sheet, rows, column) for column in (cell.column, *columns)}
    wordiest = max(profiles, key=lambda column: profiles[column].mean_words)
    return cell._replace(column=wordiest)


def list_columns_beneath(sheet: Sheet, cell: Cell, headed: set[int], rows: Sequence[int]) -> list[int]:
    """The columns without a heading over which one is merged, or the next where only refs stand under it."""
    if block := next((block for block in sheet.merged if (cell.row, cell.column) in block), None):
        return [column for column in range(block.first_column, block.last_column + 1) if column not in headed]
    right = cell.column + 1
    is_bare = right not in headed and are_refs(profile_column(sheet, rows, cell.column))
    return [right] if is_bare and are_statements(profile_column(sheet, rows, right)) else []
