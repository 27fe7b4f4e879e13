"""A worksheet's rows, found by their start tags alone: the number of each and where it starts.

A row that has no number takes that of its first cell's name, as readers do, else the one after the row before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from peerxl.excel.patch.address import LAST_ROW, parse_place
from peerxl.excel.patch.names import cell_names, spelled_name
from peerxl.excel.patch.row import OddGridError
from peerxl.excel.patch.span import Span
from peerxl.excel.patch.walk import ATTRIBUTES, attributes

_NUMBER = rb"""(?:\s+r\s*=\s*["']\s*(\d{1,7})\s*["'])?(""" + ATTRIBUTES + b")>"


@dataclass(frozen=True, slots=True)
class Rows:
    """The number and the place of each row in the file's order.

    ``order`` lists the rows by number, ``highest`` is the highest number so far: mere counting and the numbers
    themselves where the rows stand in their order, as nearly always.
    """

    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    order: Sequence[int]
    highest: tuple[int, ...]

    def places(self, number: int) -> list[int]:
        """Where the rows of a number start."""
        first = bisect_left(self.order, number, key=self.numbers.__getitem__)
        last = bisect_right(self.order, number, first, key=self.numbers.__getitem__)
        return [self.starts[index] for index in self.order[first:last]]

    def below(self, number: int) -> int | None:
        """Where the first row in the file starts that is further down."""
        index = bisect_right(self.highest, number)
        return self.starts[index] if index < len(self.starts) else None


def read_rows(span: Span) -> Rows:
    """The rows of a worksheet; OddGridError where a number is none, or nobody can tell which cell is where."""
    first_cell = span.pattern(b"c", b"", before=rb"[^<]*")
    numbers, starts, last, is_by_cells = [], [], 0, False
    for found in span.tags(b"row", _NUMBER):
        own = found[1] or attributes(found[2]).get(b"r")
        last = number = int(last + 1 if own is None else own)
        if own is None and not found[2].endswith(b"/"):
            number = row_of_cell(span, first_cell.match(span.mask, found.end(), span.end)) or last
            is_by_cells = is_by_cells or number != last
        if not 1 <= last <= LAST_ROW:
            raise OddGridError(f"the sheet has a row numbered {last}")
        numbers.append(number)
        starts.append(found.start())
    if is_by_cells and None in cell_names(span):
        raise OddGridError("the sheet has rows without numbers and a cell without a name")
    highest, order = list(accumulate(numbers, max)), range(len(numbers))
    if highest == numbers:
        return Rows(tuple(numbers), tuple(starts), order, tuple(numbers))
    return Rows(tuple(numbers), tuple(starts), sorted(order, key=numbers.__getitem__), tuple(highest))


def row_of_cell(span: Span, found: re.Match[bytes] | None) -> int | None:
    """The row that a cell's name says it is in; None for no cell or no name."""
    name = spelled_name(span, found.end()) if found else None
    return parse_place(name.decode())[0] if name is not None else None
