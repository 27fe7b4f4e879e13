"""Has a workbook calculated anew when it is opened (``calcPr``), for formulas that may depend on what was set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import ALTERNATIVES, is_true
from peerxl.excel.patch.sheet.tags import Tag, is_start, mask_hidden, walk_tags

# The elements of a workbook's part that stand before ``calcPr``: the format fixes their order.
BEFORE_CALCULATION = {
    *(b"fileVersion", b"fileSharing", b"workbookPr", b"workbookProtection", b"bookViews", b"sheets"),
    *(b"functionGroups", b"externalReferences", b"definedNames"),
}
_ON_LOAD = re.compile(rb"""\sfullCalcOnLoad\s*=\s*(["'])(.*?)\1""")


def make_calculation_edits(body: Bytes) -> tuple[Edit, ...]:
    """The edits of the workbook's part that have it calculated anew when it is opened; none where it will be anyway."""
    root, *tags = walk_tags(mask_hidden(body), 0, len(body))
    parts = tuple(group_top_parts(tags))
    calculations = [tag for part in parts for tag in part.own if is_start(tag, b"calcPr")]
    if calculations:
        return tuple(edit for tag in calculations for edit in demand_calculation(tag))
    before = [part.end for part in parts if any(tag.name in BEFORE_CALCULATION for tag in part.own)]
    return tuple(Edit(end, end, make_calculation(root.prefix)) for end in before[-1:])


@dataclass(frozen=True, slots=True)
class TopPart:
    """A part right under the workbook's element: the tags that count as such (several among alternatives), its end."""

    own: tuple[Tag, ...]
    end: int


def group_top_parts(tags: Iterable[Tag]) -> Iterator[TopPart]:
    """The parts right under the workbook's element, in their order."""
    inner: list[Tag] = []
    for tag in tags:
        inner.append(tag)
        if tag.depth == 1 and (tag.is_end or tag.is_whole):
            is_alternative = inner[0].scope.get(inner[0].prefix) == ALTERNATIVES
            yield TopPart(
                tuple(part for part in inner if part.is_main and (is_alternative or part.depth == 1)), tag.end
            )
            inner = []


def make_calculation(prefix: bytes) -> bytes:
    """The element that tells a program to calculate on loading."""
    return b'<%b fullCalcOnLoad="1"/>' % (prefix + b":calcPr" if prefix else b"calcPr")


def demand_calculation(tag: Tag) -> tuple[Edit, ...]:
    """The edits of an element that is there: its one attribute changed or added, all others as they stand."""
    attributes = tag.start + 1 + len(tag.spelling)
    match = _ON_LOAD.search(tag.rest)
    if match is None:
        return (Edit(attributes, attributes, b' fullCalcOnLoad="1"'),)
    if is_true(match[2].decode()):
        return ()
    return (Edit(attributes + match.start(2), attributes + match.end(2), b"1"),)
