"""What a worksheet says around its rows: how far it reaches, its columns' styles, merged blocks, protection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from peerxl.excel.patch.address import parse_blocks
from peerxl.excel.patch.grid import Grid
from peerxl.excel.patch.package import is_true
from peerxl.excel.patch.walk import Tag, is_start
from peerxl.model.sheet import Block

_REF = re.compile(rb"""(?<=\s)ref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# A range that anybody may edit on a protected sheet has none of these: with one it asks for a password or a name.
KEYS = (b"password", b"hashValue", b"securityDescriptor")


@dataclass(frozen=True, slots=True)
class Reach:
    """The block the sheet says it fills, and where in the XML it says so."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class Column:
    """The style of the columns between two, inclusive."""

    first: int
    last: int
    style: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a worksheet says around its rows; ``editable`` are the blocks that stay open on a protected sheet."""

    reach: Reach | None
    columns: tuple[Column, ...]
    merged: tuple[Block, ...]
    is_protected: bool
    editable: tuple[Block, ...]

    def column_style(self, number: int) -> str | None:
        return next((column.style for column in self.columns if column.first <= number <= column.last), None)


def read_frame(grid: Grid) -> Frame:
    """What stands before the rows and after them; programs differ from the format on which of it stands where."""
    around = tuple(tag for tag in (*grid.head, *grid.tail()) if not tag.is_end)
    top = [tag for tag in around if tag.depth == 1]
    protection = next((tag for tag in top if is_start(tag, b"sheetProtection")), None)
    return Frame(
        next((reach for tag in top if is_start(tag, b"dimension") for reach in reach_of(tag)), None),
        tuple(column(tag) for tag in around if is_start(tag, b"col")),
        blocks((tag for tag in around if is_start(tag, b"mergeCell")), b"ref"),
        protection is not None and is_true(protection.get(b"sheet")),
        blocks((tag for tag in around if is_start(tag, b"protectedRange") and is_open(tag)), b"sqref"),
    )


def is_open(protected: Tag) -> bool:
    """Whether anybody may edit a range; what is inside its element says who may."""
    return protected.is_whole and not any(protected.get(key) for key in KEYS)


def blocks(tags: Iterable[Tag], attribute: bytes) -> tuple[Block, ...]:
    return tuple(block for tag in tags for block in parse_blocks(tag.get(attribute) or ""))


def column(tag: Tag) -> Column:
    return Column(number(tag.get(b"min")), number(tag.get(b"max")), tag.get(b"style"))


def number(text: str | None) -> int:
    return int(text) if text and text.strip().isdecimal() else 0


def reach_of(tag: Tag) -> list[Reach]:
    """Where the block stands that the sheet says it fills; nothing where it is not one block."""
    found = _REF.search(tag.rest)
    if not found:
        return []
    group = 1 if found[1] is not None else 2
    at = tag.start + 1 + len(tag.spelling)
    return [
        Reach(at + found.start(group), at + found.end(group), block) for block in parse_blocks(found[group].decode())
    ]
