"""Where rows of a worksheet stand, or would stand: found by the rows' start tags alone, without looking into any.

A row that has no number takes that of its first cell's name, as readers do, else the one after the row before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import lt

from peerxl.excel.patch.address import LAST_ROW, parse_address
from peerxl.excel.patch.sheet.cell_names import read_cell_names, read_name
from peerxl.excel.patch.sheet.row_element import OddGridError
from peerxl.excel.patch.sheet.span import Span
from peerxl.excel.patch.sheet.tags import ATTRIBUTES, parse_attributes

# As nearly every program writes it; the group is empty for a row that is written in another way.
_PLAIN = rb"""(?: r="([1-9][0-9]{0,6})")?"""
_NUMBER = rb"""(?:\s+r\s*=\s*["']\s*(\d{1,7})\s*["'])?(""" + ATTRIBUTES + b")>"


@dataclass(frozen=True, slots=True)
class RowSite:
    """The offset where a row starts, None where it is missing, and where it would come in then."""

    number: int
    start: int | None
    gap: int


def locate_rows(span: Span, numbers: Iterable[int]) -> Iterator[RowSite]:
    """The sites of these rows in their order; OddGridError where one is there twice or a number is none."""
    wanted, spelling = sorted(numbers), span.find_spelling(b"row")
    if spelling:
        present = [int(number or 0) for batch in span.find_in_batches(b"row", _PLAIN) for number in batch]
        if all(map(lt, (0, *present), (*present, LAST_ROW + 1))):
            return locate_in_order(span, spelling, present, wanted)
    return locate_in_index(span, index_rows(span), wanted)


def locate_in_order(span: Span, spelling: bytes, present: Sequence[int], numbers: Iterable[int]) -> Iterator[RowSite]:
    """The sites of rows among those that are present, all of them plain and in their order.

    Each search goes on where the last one ended, so that the span is gone through once.
    """
    offset = span.start
    for number in numbers:
        index = bisect_left(present, number)
        if index == len(present):
            yield RowSite(number, None, span.end)
            continue
        offset = span.mask.find(b'<%b r="%d"' % (spelling, present[index]), offset)
        yield RowSite(number, offset if present[index] == number else None, offset)


def locate_in_index(span: Span, index: RowIndex, numbers: Iterable[int]) -> Iterator[RowSite]:
    """The sites of rows in a sheet whose rows had to be looked at one by one."""
    for number in numbers:
        starts = index.find_starts(number)
        if len(starts) > 1:
            raise OddGridError(f"the sheet has row {number} twice")
        following = index.find_following(number)
        yield RowSite(number, starts[0] if starts else None, span.end if following is None else following)


@dataclass(frozen=True, slots=True)
class RowIndex:
    """The number and the start of each row in the file's order.

    ``order`` lists the rows by number, ``highest`` is the highest number so far.
    """

    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    order: tuple[int, ...]
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
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    return RowIndex(tuple(numbers), tuple(starts), tuple(order), tuple(accumulate(numbers, max)))


def read_row_of_cell(span: Span, cell: re.Match[bytes] | None) -> int | None:
    """The row that a cell's name says it is in; None for no cell or no name."""
    name = read_name(span, cell.end()) if cell else None
    return parse_address(name.decode())[0] if name is not None else None
