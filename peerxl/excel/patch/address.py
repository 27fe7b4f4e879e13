"""The names of cells and blocks, such as "E9" and "A1:B3", and which positions lie in which blocks.

A position is (row, column), both counted from 1; blocks are inclusive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from contextlib import suppress

from peerxl.model.sheet import Block, column_letter, column_number
from peerxl.pattern import compile_late

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # since Excel 2007

Position = tuple[int, int]

_CELL = compile_late(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_COLUMN = compile_late(r"\$?([A-Za-z]{1,3})")
_ROW = compile_late(r"\$?([0-9]{1,7})")


def parse_address(text: str) -> Position:
    """The position of a cell's name, with or without dollar signs; ValueError where it names no cell of a sheet."""
    match = _CELL.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    row, column = int(match[2]), column_number(match[1])
    if not (1 <= row <= LAST_ROW and column <= LAST_COLUMN):
        raise ValueError(text)
    return row, column


def format_address(position: Position) -> str:
    """A cell's name, as "E9"."""
    return f"{column_letter(position[1])}{position[0]}"


def parse_block(text: str) -> Block:
    """The block of a range's name: "A1:B3", "A1", whole columns "A:C" or whole rows "2:5"; ValueError for no range."""
    first, mark, last = text.strip().partition(":")
    if not mark:
        row, column = parse_address(first)
        return Block(row, column, row, column)
    corners = parse_corner(first, is_last=False), parse_corner(last, is_last=True)
    rows, columns = zip(*corners, strict=True)
    return Block(min(rows), min(columns), max(rows), max(columns))


def parse_corner(text: str, *, is_last: bool) -> Position:
    """A corner of a range; a whole column or row reaches to the sheet's edge."""
    if match := _COLUMN.fullmatch(text):
        return parse_address(f"{match[1]}{LAST_ROW if is_last else 1}")
    if match := _ROW.fullmatch(text):
        return parse_address(f"{column_letter(LAST_COLUMN if is_last else 1)}{match[1]}")
    return parse_address(text)


def parse_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a list of ranges with spaces between; what names no range is passed over."""
    blocks = []
    for word in text.split():
        with suppress(ValueError):
            blocks.append(parse_block(word))
    return tuple(blocks)


def format_block(block: Block) -> str:
    """A block's name, as "A1:B3"; that of a single cell is the cell's."""
    first = format_address((block.first_row, block.first_column))
    last = format_address((block.last_row, block.last_column))
    return first if first == last else f"{first}:{last}"


def find_blocks(positions: Iterable[Position], blocks: Iterable[Block]) -> dict[Position, list[Block]]:
    """The different blocks that each position lies in, for those that lie in any; quick for many of both."""
    ordered = sorted(set(positions))
    around: dict[Position, list[Block]] = {}
    for block in dict.fromkeys(blocks):
        first = bisect_left(ordered, (block.first_row, 0))
        last = bisect_right(ordered, (block.last_row, LAST_COLUMN))
        for position in ordered[first:last]:
            if position in block:
                around.setdefault(position, []).append(block)
    return around
