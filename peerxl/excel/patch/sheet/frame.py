"""What a worksheet says around its rows: the block it fills, its columns' styles, merged blocks, protection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peerxl.excel.patch.address import parse_blocks
from peerxl.excel.patch.parts.package import is_true
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.tags import Tag, is_start
from peerxl.model.sheet import Block

_REF = re.compile(rb"""(?<=\s)ref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# A range that anybody may edit on a protected sheet has none of these: with one it asks for a password or a name.
KEYS = (b"password", b"hashValue", b"securityDescriptor")


@dataclass(frozen=True, slots=True)
class Dimension:
    """The block that a sheet says it fills, and between which offsets of its XML it says so."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class ColumnStyle:
    """The style of the columns between two, inclusive."""

    first: int
    last: int
    style: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a worksheet says around its rows; ``editable`` are the blocks that stay open on a protected sheet."""

    dimension: Dimension | None
    columns: tuple[ColumnStyle, ...]
    merged: tuple[Block, ...]
    is_protected: bool
    editable: tuple[Block, ...]

    def get_column_style(self, number: int) -> str | None:
        """The style of a column, as it is written; None where it has none."""
        return next((column.style for column in self.columns if column.first <= number <= column.last), None)


def read_frame(grid: Grid) -> Frame:
    """What stands before the rows and after them; programs differ from the format on which of it stands where."""
    around = tuple(tag for tag in (*grid.head, *grid.walk_tail()) if not tag.is_end)
    top = [tag for tag in around if tag.depth == 1]
    protection = next((tag for tag in top if is_start(tag, b"sheetProtection")), None)
    return Frame(
        next((dimension for tag in top if is_start(tag, b"dimension") for dimension in read_dimension(tag)), None),
        tuple(style for tag in around if is_start(tag, b"col") for style in read_column_style(tag)),
        read_blocks((tag for tag in around if is_start(tag, b"mergeCell")), b"ref"),
        protection is not None and is_true(protection.get(b"sheet")),
        read_blocks((tag for tag in around if is_start(tag, b"protectedRange") and is_open(tag)), b"sqref"),
    )


def is_open(protected: Tag) -> bool:
    """Whether anybody may edit a range; what is inside its element says who may."""
    return protected.is_whole and not any(protected.get(key) for key in KEYS)


def read_blocks(tags: Iterable[Tag], attribute: bytes) -> tuple[Block, ...]:
    """The blocks that an attribute of these tags lists."""
    return tuple(block for tag in tags for block in parse_blocks(tag.get(attribute) or ""))


def read_column_style(tag: Tag) -> Iterator[ColumnStyle]:
    """The style that an element gives to columns; nothing where it does not say to which."""
    first, last = parse_number(tag.get(b"min")), parse_number(tag.get(b"max"))
    if first and last:
        yield ColumnStyle(first, last, tag.get(b"style"))


def parse_number(text: str | None) -> int:
    """A whole number that is not negative; 0 for anything else."""
    return int(text) if text and text.strip().isdecimal() else 0


def read_dimension(tag: Tag) -> Iterator[Dimension]:
    """What a dimension's element says; nothing where it names no block."""
    match = _REF.search(tag.rest)
    if not match:
        return
    group = 1 if match[1] is not None else 2
    attributes = tag.start + 1 + len(tag.spelling)
    for block in parse_blocks(match[group].decode()):
        yield Dimension(attributes + match.start(group), attributes + match.end(group), block)
