"""A worksheet's XML around its rows: what stands before them, what stands among them, what comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from peerxl.excel.patch.address import parse_blocks
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import parse_tree
from peerxl.excel.patch.sheet.row_element import OddGridError
from peerxl.excel.patch.sheet.span import Span, read_span
from peerxl.excel.patch.sheet.tags import ATTRIBUTES, Tag, is_start, mask_hidden, walk_tags
from peerxl.model.sheet import Block

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Formulas of these kinds fill a block of cells, of which only the first has the formula in it.
FILLING = ("array", "dataTable")


@dataclass(frozen=True, slots=True)
class Grid:
    """A worksheet's XML: ``head`` are the tags before its rows, ``content`` is what stands among these.

    The rows' element opens with ``data`` and ends at ``end``.
    """

    body: Bytes
    head: tuple[Tag, ...]
    data: Tag
    content: Span
    end: int

    def walk_tail(self) -> Iterator[Tag]:
        """The tags after the rows; the sheet's own parts are at depth 1."""
        return walk_tags(self.content.mask, self.end, len(self.content.mask), self.head[0].scope, 1)

    def has_formulas(self) -> bool:
        """Whether any cell holds a formula."""
        return any(True for _ in self.content.find_tags(b"f"))

    def find_filled_blocks(self) -> Iterator[Block]:
        """The blocks that one formula fills: arrays, spilled results, data tables."""
        for match in self.content.find_tags(b"f", rb"\s(" + ATTRIBUTES + b")>"):
            formula = next(walk_tags(self.content.mask, match.start(), self.content.end, self.data.scope))
            if formula.get(b"t") in FILLING:
                yield from parse_blocks(formula.get(b"ref") or "")


def read_grid(body: Bytes) -> Grid:
    """Find what surrounds the rows of a worksheet in UTF-8; OddGridError where it has none."""
    mask = mask_hidden(body)
    head = tuple(walk_head(mask))
    data = find_data(head)
    content_end, end = find_ends(mask, data)
    return Grid(body, head, data, read_span(mask, data.end, content_end, data.scope), end)


def parse_frame(head: bytes, tail: bytes) -> Element:
    """What stands around a worksheet's rows, as a tree in which the rows' element is empty.

    ``head`` ends with the tag that opens the rows. ValueError where they are not well-formed.
    """
    try:
        return parse_tree(head.rstrip(b"/>") + b"/>" + tail)
    except ParseError as error:
        raise OddGridError("the sheet's XML is broken") from error


def read_surroundings(body: Bytes) -> Element:
    """What stands around the rows of a worksheet in UTF-8, as a tree; ValueError where it is not well-formed."""
    mask = mask_hidden(body)
    data = find_data(tuple(walk_head(mask)))
    _, end = find_ends(mask, data)
    return parse_frame(bytes(body[: data.end]), bytes(body[end:]))


def find_ends(mask: Bytes, data: Tag) -> tuple[int, int]:
    """Where sheetData's closing tag begins and ends (an element inside may share its name); if empty, its end twice."""
    if data.is_whole:
        return data.end, data.end
    name = re.escape(data.spelling)
    opening, closing = re.compile(rb"<%b(?=[\s/>])(%b)>" % (name, ATTRIBUTES)), re.compile(rb"</%b\s*>" % name)
    offset, depth = data.end, 1
    while closes := find_close(mask, closing, data.spelling, offset):
        if mask.find(b"<" + data.spelling, offset, closes[0]) >= 0:
            inner = (match for match in opening.finditer(mask, offset, closes[0]) if not match[1].endswith(b"/"))
            depth += sum(1 for _ in inner)
        depth -= 1
        if not depth:
            return closes
        offset = closes[1]
    raise OddGridError("the sheet is cut short")


def find_close(mask: Bytes, closing: re.Pattern[bytes], name: bytes, offset: int) -> tuple[int, int] | None:
    """Where the next end tag of a name starts and ends; None where there is none."""
    start = mask.find(b"</" + name, offset)
    while start >= 0:
        if match := closing.match(mask, start):
            return match.span()
        start = mask.find(b"</" + name, start + 1)
    return None


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
