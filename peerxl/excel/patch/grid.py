"""A worksheet's XML as stretches of bytes: what stands before the rows, where each row starts, what comes after.

Rows are found by their start tags alone; only the rows that are asked for are looked into.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from peerxl.excel.patch.address import LAST_ROW, parse_blocks
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.package import MAIN
from peerxl.excel.patch.row import FoundRow, OddGridError, read_row
from peerxl.excel.patch.walk import ATTRIBUTES, Tag, attributes, is_start, masked, walk
from peerxl.model.sheet import Block

_NAMESPACE = re.compile(
    rb"""xmlns(?::([^\s=]+))?\s*=\s*["'](?:%b)["']""" % b"|".join(re.escape(uri.encode()) for uri in MAIN)
)
_NUMBER = rb"""(?:\s+r\s*=\s*["']\s*(\d{1,7})\s*["'])?"""
# Formulas of these kinds fill a block of cells, of which only the first has the formula in it.
FILLING = ("array", "dataTable")


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet's XML and its rows: ``mask`` is the body with comments blanked out, ``head`` the tags before the rows.

    The rows' element opens with ``data``, its content ends at ``content_end`` and it itself at ``end``. ``numbers``
    and ``starts`` are the number and place of each row, in the file's order.
    """

    body: Bytes
    mask: Bytes
    head: tuple[Tag, ...]
    data: Tag
    content_end: int
    end: int
    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    is_ordered: bool

    def row(self, number: int) -> FoundRow | None:
        """A row looked into; OddGridError where it is there twice or holds something else than cells."""
        found = self.indexes(number)
        if len(found) > 1:
            raise OddGridError(f"the sheet has row {number} twice")
        return read_row(self.mask, self.starts[found[0]], self.content_end, self.data.scope, number) if found else None

    def indexes(self, number: int) -> range | list[int]:
        if self.is_ordered:
            return range(bisect_left(self.numbers, number), bisect_right(self.numbers, number))
        return [index for index, other in enumerate(self.numbers) if other == number]

    def place_of_row(self, number: int) -> int:
        """Where a row that is missing belongs: before the first that is further down."""
        if self.is_ordered:
            index = bisect_right(self.numbers, number)
        else:
            index = next((i for i, other in enumerate(self.numbers) if other > number), len(self.numbers))
        return self.starts[index] if index < len(self.starts) else self.content_end

    def tail(self) -> Iterator[Tag]:
        """The tags after the rows; the sheet's own parts are at depth 1."""
        return walk(self.mask, self.end, len(self.mask), self.head[0].scope, 1)

    def formulas(self) -> Iterator[Tag]:
        """The start tag of each formula."""
        for found in start_tags(self.mask, self.data, self.content_end, b"f"):
            yield next(walk(self.mask, found.start(), found.end(), self.data.scope))

    def filled_blocks(self) -> Iterator[Block]:
        """The blocks that one formula fills: arrays, spilled results, data tables."""
        for formula in self.formulas():
            if formula.get(b"t") in FILLING:
                yield from parse_blocks(formula.get(b"ref") or "")


def read_grid(body: Bytes) -> Grid:
    """Find the rows of a worksheet in UTF-8; OddGridError where it has none to find."""
    mask = masked(body)
    head = tuple(until_rows(mask))
    data = head[-1] if head else None
    if data is None or not is_start(data, b"sheetData") or data.depth != 1:
        raise OddGridError("the sheet has no grid of cells")
    content_end = end = data.end
    if not data.is_whole:
        content_end = mask.rfind(b"</" + data.spelling)
        end = mask.find(b">", content_end) + 1
        if content_end < data.end or not end:
            raise OddGridError("the sheet is cut short")
    numbers, starts = found_rows(mask, data, content_end)
    is_ordered = all(first <= second for first, second in pairwise(numbers))
    return Grid(body, mask, head, data, content_end, end, numbers, starts, is_ordered)


def until_rows(mask: Bytes) -> Iterator[Tag]:
    """The tags up to the one that opens the rows, end tags left out."""
    for tag in walk(mask, 0, len(mask)):
        if not tag.is_end:
            yield tag
        if tag.name == b"sheetData" or (tag.is_end and not tag.depth):
            return


def found_rows(mask: Bytes, data: Tag, content_end: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The number and the place of each row; one without a number comes after the one before it."""
    numbers, starts, last = [], [], 0
    for found in start_tags(mask, data, content_end, b"row", _NUMBER):
        last = int(found[1] or attributes(found[2]).get(b"r", last + 1))
        if not 1 <= last <= LAST_ROW:
            raise OddGridError(f"the sheet has a row numbered {last}")
        numbers.append(last)
        starts.append(found.start())
    return tuple(numbers), tuple(starts)


def start_tags(
    mask: Bytes, data: Tag, content_end: int, name: bytes, first: bytes = b"()"
) -> Iterator[re.Match[bytes]]:
    """The start tags of one name among the rows; the pattern's groups are its first attribute and the others."""
    spellings = [re.escape(prefix + b":" + name if prefix else name) for prefix in prefixes(mask, data, content_end)]
    # One spelling stands for itself, so that the search runs from one to the next and does not stop at other tags.
    either = spellings[0] if len(spellings) == 1 else b"(?:%b)" % b"|".join(spellings)
    tag = re.compile(b"<" + either + rb"(?=[\s/>])" + first + b"(" + ATTRIBUTES + b")>")
    return tag.finditer(mask, data.end, content_end)


def prefixes(mask: Bytes, data: Tag, content_end: int) -> set[bytes]:
    """The prefixes that stand for the spreadsheet's own namespace somewhere among the rows."""
    known = {prefix for prefix, uri in data.scope.items() if uri in MAIN}
    if mask.find(b"xmlns", data.end, content_end) >= 0:
        known |= {found[1] or b"" for found in _NAMESPACE.finditer(mask, data.end, content_end)}
    return known


def has_formulas(body: Bytes) -> bool:
    """Whether any cell of a sheet holds a formula."""
    return any(True for _ in read_grid(body).formulas())
