"""The names of a worksheet's cells, wherever they stand: readers go by a cell's name and not by its row's number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from peerxl.excel.patch.address import format_address, parse_address
from peerxl.excel.patch.sheet.span import Span
from peerxl.excel.patch.sheet.tags import is_start, resolve_references, walk_tags

# As nearly every program writes it; what is written in another way is looked for attribute by attribute.
_PLAIN = rb"""(?:\sr="([A-Z]++[1-9][0-9]*+)")?"""
_NOT_PLAIN = rb"""(?!\sr="[A-Z]++[1-9][0-9]*+")"""
_ANYWHERE = re.compile(
    rb"""(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"]*+"|'[^']*+'))*?\s+r\s*=\s*(?:"([^"]*+)"|'([^']*+)')""",
)


def read_cell_names(span: Span) -> Iterator[bytes | None]:
    """Each cell's name as a plain one, None where it has none; what is no name of a cell is left as it is."""
    for match in span.find_tags(b"c", _PLAIN):
        yield match[1] or read_name(span, match.end())


def read_name(span: Span, offset: int) -> bytes | None:
    """The name among the attributes from an offset on, in capitals and without dollar signs."""
    match = _ANYWHERE.match(span.mask, offset, span.end)
    if match is None:
        return None
    name = resolve_references(match[1] if match[1] is not None else match[2])
    try:
        return format_address(parse_address(name)).encode()
    except ValueError:
        return name.encode()


def count_cell_names(span: Span, wanted: Collection[bytes]) -> Counter[bytes | None]:
    """How often each of these names is given to a cell, or to what looks like one inside a cell."""
    names = frozenset(wanted)
    if not names or span.compile_tag(b"c", _NOT_PLAIN).search(span.mask, span.start, span.end):
        return Counter(filter(names.__contains__, read_cell_names(span)))
    # Only the columns that are asked about, so that most cells are passed over within the pattern.
    columns = b"|".join(sorted({name.rstrip(b"0123456789") for name in names}))
    counted = Counter[bytes | None]()
    for batch in span.find_in_batches(b"c", rb'\sr="((?:%b)[0-9]+)"' % columns):
        counted.update(filter(names.__contains__, batch))
    return counted


def count_row_cells(span: Span, wanted: Collection[bytes]) -> Counter[bytes | None]:
    """How often each of these names is given to a cell right under a row, which takes a while to find out."""
    tags = walk_tags(span.mask, span.start, span.end, span.scope)
    cells = (tag for tag in tags if tag.depth == 1 and is_start(tag, b"c"))
    names = (read_name(span, tag.end - len(tag.rest) - 1) for tag in cells)
    return Counter(name for name in names if name in wanted)
