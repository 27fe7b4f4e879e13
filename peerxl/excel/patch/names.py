"""The names of a worksheet's cells, wherever they stand: readers go by a cell's name and not by its row's number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from peerxl.excel.patch.address import parse_place, place_name
from peerxl.excel.patch.span import Span
from peerxl.excel.patch.walk import is_start, resolved, walk

# As nearly every program writes it; what is written in another way is looked for attribute by attribute.
_PLAIN = rb"""(?:\sr="([A-Z]++[1-9][0-9]*+)")?"""
_ANYWHERE = re.compile(
    rb"""(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"]*+"|'[^']*+'))*?\s+r\s*=\s*(?:"([^"]*+)"|'([^']*+)')""",
)


def cell_names(span: Span) -> Iterator[bytes | None]:
    """Each cell's name as a plain one, None where it has none; what is no name of a cell is left as it is."""
    for found in span.tags(b"c", _PLAIN):
        yield found[1] or spelled_name(span, found.end())


def spelled_name(span: Span, at: int) -> bytes | None:
    """The name among the attributes that start at a place, in capitals and without dollar signs."""
    found = _ANYWHERE.match(span.mask, at, span.end)
    if found is None:
        return None
    name = resolved(found[1] if found[1] is not None else found[2])
    try:
        return place_name(parse_place(name)).encode()
    except ValueError:
        return name.encode()


def count_names(span: Span, wanted: Collection[bytes]) -> Counter[bytes | None]:
    """How often each of these names is given to a cell, or to what looks like one inside a cell."""
    sought, counted = {b"", *wanted}, Counter[bytes | None]()
    for batch in span.batches(b"c", _PLAIN):
        counted.update(filter(sought.__contains__, batch))
    return Counter(filter(sought.__contains__, cell_names(span))) if counted[b""] else counted


def count_cells(span: Span, wanted: Collection[bytes]) -> Counter[bytes | None]:
    """How often each of these names is given to a cell of a row, which takes a while to find out."""
    tags = walk(span.mask, span.start, span.end, span.scope)
    cells = (tag for tag in tags if tag.depth == 1 and is_start(tag, b"c"))
    names = (spelled_name(span, tag.end - len(tag.rest) - 1) for tag in cells)
    return Counter(name for name in names if name in wanted)
