"""A worksheet's XML around its rows: what stands before them, where each of them starts, what comes after.

Rows are found by their start tags alone; only the rows that are asked for are looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from peerxl.excel.patch.address import parse_blocks
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import parse_tree
from peerxl.excel.patch.sheet.row_element import OddGridError, RowElement, read_row
from peerxl.excel.patch.sheet.row_index import RowIndex, index_rows
from peerxl.excel.patch.sheet.span import Span, read_span
from peerxl.excel.patch.sheet.tags import ATTRIBUTES, Tag, is_start, mask_hidden, walk_tags
from peerxl.model.sheet import Block

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Formulas of these kinds fill a block of cells, of which only the first has the formula in it.
FILLING = ("array", "dataTable")


@dataclass(frozen=True, slots=True)
class Grid:
    """A worksheet's XML and its rows: ``head`` are the tags before the rows, ``content`` is what stands among them.

    The rows' element opens with ``data`` and ends at ``end``.
    """

    body: Bytes
    head: tuple[Tag, ...]
    data: Tag
    content: Span
    end: int
    rows: RowIndex

    def read_row(self, number: int) -> RowElement | None:
        """A row looked into; OddGridError where it is there twice or holds something else than cells."""
        starts = self.rows.find_starts(number)
        if len(starts) > 1:
            raise OddGridError(f"the sheet has row {number} twice")
        return read_row(self.content.mask, starts[0], self.content.end, self.data.scope, number) if starts else None

    def find_gap(self, number: int) -> int:
        """The offset where a row that is missing belongs: before the first that is further down."""
        following = self.rows.find_following(number)
        return self.content.end if following is None else following

    def walk_tail(self) -> Iterator[Tag]:
        """The tags after the rows; the sheet's own parts are at depth 1."""
        return walk_tags(self.content.mask, self.end, len(self.content.mask), self.head[0].scope, 1)

    def find_formulas(self) -> Iterator[Tag]:
        """The start tag of each formula."""
        for match in self.content.find_tags(b"f", ATTRIBUTES + b">"):
            yield next(walk_tags(self.content.mask, match.start(), self.content.end, self.data.scope))

    def find_filled_blocks(self) -> Iterator[Block]:
        """The blocks that one formula fills: arrays, spilled results, data tables."""
        for formula in self.find_formulas():
            if formula.get(b"t") in FILLING:
                yield from parse_blocks(formula.get(b"ref") or "")


def read_grid(body: Bytes) -> Grid:
    """Find the rows of a worksheet in UTF-8; OddGridError where it has none to find."""
    mask = mask_hidden(body)
    head = tuple(walk_head(mask))
    data = find_data(head)
    content_end, end = find_ends(mask, data)
    content = read_span(mask, data.end, content_end, data.scope)
    return Grid(body, head, data, content, end, index_rows(content))


def parse_frame(body: Bytes) -> Element:
    """What stands around a worksheet's rows, as a tree in which the rows' element is empty.

    ValueError where it is not well-formed.
    """
    mask = mask_hidden(body)
    data = find_data(tuple(walk_head(mask)))
    _, end = find_ends(mask, data)
    opening = bytes(body[: data.end]).rstrip(b"/>")
    try:
        return parse_tree(opening + b"/>" + bytes(body[end:]))
    except ParseError as error:
        raise OddGridError("the sheet's XML is broken") from error


def find_ends(mask: Bytes, data: Tag) -> tuple[int, int]:
    """Where the content of the rows' element ends and it itself; something else inside it may have the same name."""
    if data.is_whole:
        return data.end, data.end
    name = re.escape(data.spelling)
    opening, closing = re.compile(rb"<%b(?=[\s/>])(%b)>" % (name, ATTRIBUTES)), re.compile(rb"</%b\s*>" % name)
    offset, depth = data.end, 1
    for close in closing.finditer(mask, data.end):
        inner = (match for match in opening.finditer(mask, offset, close.start()) if not match[1].endswith(b"/"))
        depth += sum(1 for _ in inner) - 1
        if not depth:
            return close.span()
        offset = close.end()
    raise OddGridError("the sheet is cut short")


def find_data(head: tuple[Tag, ...]) -> Tag:
    """The tag that opens the rows, the last of those up to it; OddGridError where there is none."""
    if not head or not is_start(head[-1], b"sheetData") or head[-1].depth != 1:
        raise OddGridError("the sheet has no grid of cells")
    return head[-1]


def walk_head(mask: Bytes) -> Iterator[Tag]:
    """The tags up to the one that opens the rows, end tags left out."""
    for tag in walk_tags(mask, 0, len(mask)):
        if not tag.is_end:
            yield tag
        if tag.name == b"sheetData" or (tag.is_end and not tag.depth):
            return


def has_formulas(body: Bytes) -> bool:
    """Whether any cell of a sheet holds a formula."""
    return any(True for _ in read_grid(body).find_formulas())
