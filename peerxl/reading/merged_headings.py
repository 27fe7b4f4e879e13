"""Headings merged over several columns: which of the columns beneath is the one they name.

"Action" over a number and a sentence heads the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.header_row import Header
from peerxl.reading.heading_rules import Heading
from peerxl.reading.profile import profile_column

WORDED = frozenset({Field.ACTION, Field.RECOMMENDATION, Field.COMMENT})


def place_merged_headings(sheet: Sheet, header: Header, rows: Sequence[int]) -> Header:
    """The header with each heading of words over the column beneath it that has most of them."""
    headed = {cell.column for cell, _ in header.headed}
    placed = ((place_heading(sheet, cell, heading, headed, rows), heading) for cell, heading in header.headed)
    return replace(header, headed=tuple(placed))


def place_heading(sheet: Sheet, cell: Cell, heading: Heading, headed: set[int], rows: Sequence[int]) -> Cell:
    """A heading's cell, in the column that it names."""
    block = next((block for block in sheet.merged if (cell.row, cell.column) in block), None)
    is_worded = heading.field in WORDED or heading.is_update or heading.action_rank is not None
    if block is None or not is_worded:
        return cell
    columns = [column for column in range(block.first_column, block.last_column + 1) if column not in headed]
    profiles = {column: profile_column(sheet, rows, column) for column in (cell.column, *columns)}
    wordiest = max(profiles, key=lambda column: profiles[column].mean_words)
    return cell._replace(column=wordiest)
