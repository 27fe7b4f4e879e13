"""Where each row of a worksheet starts, found by the rows' start tags alone.

A row that has no number takes that of its first cell's name, as readers do, else the one after the row before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from peerxl.excel.patch.address import LAST_ROW, parse_address
from peerxl.excel.patch.sheet.cell_names import read_cell_names, read_name
from peerxl.excel.patch.sheet.row_element import OddGridError
from peerxl.excel.patch.sheet.span import Span
from peerxl.excel.patch.sheet.tags import ATTRIBUTES, parse_attributes

_NUMBER = rb"""(?:\s+r\s*=\s*["']\s*(\d{1,7})\s*["'])?(""" + ATTRIBUTES + b")>"


@dataclass(frozen=True, slots=True)
class RowIndex:
    """The number and the start of each row in the file's order.

    ``order`` lists the rows by number, ``highest`` is the highest number so far: mere counting and the numbers
    themselves where the rows stand in their order, as nearly always.
    """

    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    order: Sequence[int]
    highest: tuple[int, ...]

    def find_starts(self, number: int) -> list[int]:
        """Where the rows of a number start."""
        first = bisect_left(self.order, number, key=self.numbers.__getitem__)
        last = bisect_right(self.order, number, first, key=self.numbers.__getitem__)
        return [self.starts[index] for index in self.order[first:last]]

    def find_following(self, number: int) -> int | None:
        """Where the first row in the file starts that is further down; None where there is none."""
        index = bisect_right(self.highest, number)
        return self.starts[index] if index < len(self.starts) else None


def index_rows(span: Span) -> RowIndex:
    """The rows of a worksheet; OddGridError where a number is none, or nobody can tell which cell is where."""
    first_cell = span.compile_tag(b"c", b"", before=rb"[^<]*")
    numbers, starts, last, is_by_cells = [], [], 0, False
    for match in span.find_tags(b"row", _NUMBER):
        own = match[1] or parse_attributes(match[2]).get(b"r")
        last = number = int(last + 1 if own is None else own)
        if own is None and not match[2].endswith(b"/"):
            number = read_row_of_cell(span, first_cell.match(span.mask, match.end(), span.end)) or last
            is_by_cells = is_by_cells or number != last
        if not 1 <= last <= LAST_ROW:
            raise OddGridError(f"the sheet has a row numbered {last}")
        numbers.append(number)
        starts.append(match.start())
    if is_by_cells and None in read_cell_names(span):
        raise OddGridError("the sheet has rows without numbers and a cell without a name")
    highest, order = list(accumulate(numbers, max)), range(len(numbers))
    if highest == numbers:
        return RowIndex(tuple(numbers), tuple(starts), order, tuple(numbers))
    return RowIndex(tuple(numbers), tuple(starts), sorted(order, key=numbers.__getitem__), tuple(highest))


def read_row_of_cell(span: Span, cell: re.Match[bytes] | None) -> int | None:
    """The row that a cell's name says it is in; None for no cell or no name."""
    name = read_name(span, cell.end()) if cell else None
    return parse_address(name.decode())[0] if name is not None else None
