"""Where a cell or a block stands: names such as "E9" and "A1:B3", and which places lie in which blocks.

A place is (row, column), both counted from 1; blocks are inclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from peerxl.model.sheet import Block, column_letter, column_number

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

Place = tuple[int, int]

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_COLUMN = re.compile(r"\$?([A-Za-z]{1,3})")
_ROW = re.compile(r"\$?([0-9]{1,7})")


def parse_place(text: str) -> Place:
    """The place of a cell's name, with or without dollar signs; ValueError where it names no cell of a sheet."""
    found = _CELL.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    row, column = int(found[2]), column_number(found[1])
    if not (1 <= row <= LAST_ROW and column <= LAST_COLUMN):
        raise ValueError(text)
    return row, column


def place_name(place: Place) -> str:
    return f"{column_letter(place[1])}{place[0]}"


def parse_block(text: str) -> Block:
    """The block of a range's name: "A1:B3", "A1", whole columns "A:C" or whole rows "2:5"; ValueError for no range."""
    first, _, last = text.strip().partition(":")
    rows, columns = zip(*(corner(end, high) for end, high in ((first, False), (last or first, True))), strict=True)
    return Block(min(rows), min(columns), max(rows), max(columns))


def corner(text: str, is_last: bool) -> Place:
    """A corner of a range; a whole column or row reaches to the sheet's edge."""
    if found := _COLUMN.fullmatch(text):
        return LAST_ROW if is_last else 1, column_number(found[1])
    if found := _ROW.fullmatch(text):
        return int(found[1]), LAST_COLUMN if is_last else 1
    return parse_place(text)


def parse_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a list of ranges with spaces between; what names no range is passed over."""
    return tuple(block for word in text.split() for block in readable(word))


def readable(text: str) -> Iterator[Block]:
    try:
        yield parse_block(text)
    except ValueError:
        return


def blocks_of(places: Iterable[Place], blocks: Iterable[Block]) -> dict[Place, list[Block]]:
    """The different blocks that each place lies in, for those that lie in any; quick for many of both."""
    ordered = sorted(set(places))
    found: dict[Place, list[Block]] = {}
    for block in dict.fromkeys(blocks):
        first = bisect_left(ordered, (block.first_row, 0))
        last = bisect_right(ordered, (block.last_row, LAST_COLUMN))
        for place in ordered[first:last]:
            if place in block:
                found.setdefault(place, []).append(block)
    return found
