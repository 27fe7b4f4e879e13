"""The blocks that a worksheet says of itself, with new columns in them: merged cells, and what is filtered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peerxl.excel.patch.address import format_block, parse_blocks
from peerxl.excel.patch.edit.attributes import edit_attribute
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.sheet.frame import parse_number
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.tags import is_start
from peerxl.model.sheet import Block


def grow_merged(merged: Iterable[Block], added: Sequence[NewColumns]) -> tuple[Block, ...]:
    """The merged blocks of a sheet once columns are added, in their order.

    One that goes over the columns that new ones are like goes over the new ones too where these are next to it. One
    that lies within those columns and heads a new one by words of its own, or stands beneath their headings, has its
    like in the new ones, behind the others.
    """
    old = tuple(merged)
    blocks = [grow_block(block, added) for block in old]
    blocks += (copy for columns in added for block in old for copy in copy_block(block, columns))
    return tuple(dict.fromkeys(blocks))


def grow_block(block: Block, added: Iterable[NewColumns]) -> Block:
    """A merged block with the new columns in it where it is to have them."""
    for columns in added:
        if block.first_row <= columns.last_row and columns.adjoins(block) and not has_like(block, columns):
            return columns.extend(block)
    return block


def has_like(block: Block, added: NewColumns) -> bool:
    """Whether a block has its like in new columns: it is over no others than they are like, and no band over them."""
    if not all(number in added.by_model for number in range(block.first_column, block.last_column + 1)):
        return False
    column = next(column for column in added.columns if column.model == block.first_column)
    is_band = block.last_row < column.heading_row and block.first_row not in column.words
    return added.reaches(block) and not is_band


def copy_block(block: Block, added: NewColumns) -> Iterator[Block]:
    """The block of new columns that is like one of theirs."""
    if has_like(block, added):
        first, last = added.by_model[block.first_column], added.by_model[block.last_column]
        if last - first == block.last_column - block.first_column:
            yield Block(block.first_row, first, block.last_row, last)


def make_merge_edits(grid: Grid, added: Sequence[NewColumns]) -> Iterator[Edit]:
    """The edits of the list of merged blocks."""
    tags = [tag for tag in grid.walk_tail() if tag.name in (b"mergeCells", b"mergeCell") and tag.is_main]
    listed = [tag for tag in tags if is_start(tag, b"mergeCell")]
    old = [block for tag in listed for block in parse_blocks(tag.get(b"ref") or "")]
    if len(old) != len(listed):
        return
    grown = grow_merged(old, added)
    for tag, before, after in zip(listed, old, grown, strict=False):
        if before != after:
            yield edit_attribute(tag, b"ref", format_block(after))
    copies = grown[len(old) :]
    if copies:
        opening, closing = tags[0], tags[-1]
        prefix = opening.prefix + b":" if opening.prefix else b""
        if opening.get(b"count") is not None:
            yield edit_attribute(opening, b"count", parse_number(opening.get(b"count")) + len(copies))
        new = (b'<%bmergeCell ref="%b"/>' % (prefix, format_block(block).encode()) for block in copies)
        yield Edit(closing.start, closing.start, b"".join(new))


def make_filter_edits(grid: Grid, added: Sequence[NewColumns]) -> Iterator[Edit]:
    """The edit of the block that the sheet's own filter is of."""
    for tag in grid.walk_tail():
        if tag.depth == 1 and is_start(tag, b"autoFilter"):
            for block in parse_blocks(tag.get(b"ref") or ""):
                for columns in added:
                    if columns.reaches(block) and columns.adjoins(block):
                        yield edit_attribute(tag, b"ref", format_block(columns.extend(block)))
