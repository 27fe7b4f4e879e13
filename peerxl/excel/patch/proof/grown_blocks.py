"""Blocks that new columns may have come into, held against what they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.model.sheet import Block


def cut(block: Block, added: NewColumns) -> Block | None:
    """A block without the new columns at its right end; None for one that has no others, or does not end with them."""
    if block.last_column != added.last or block.first_column >= added.first:
        return None
    return Block(block.first_row, block.first_column, block.last_row, added.first - 1)


def is_same_or_grown(before: Block, after: Block, added: Iterable[NewColumns]) -> bool:
    """Whether a block is as it was, or has new columns at its right end and nothing else."""
    return before == after or any(cut(after, columns) == before for columns in added)


def find_model(block: Block, added: NewColumns) -> Block | None:
    """The block that one of new columns alone is like; None where it has other columns."""
    models = {column.number: column.model for column in added.columns}
    if block.first_column not in models or block.last_column not in models:
        return None
    return Block(block.first_row, models[block.first_column], block.last_row, models[block.last_column])


def are_grown(before: Sequence[Block], after: Sequence[Block], added: Sequence[NewColumns]) -> bool:
    """Whether every merged block is there as it was or grown, and each that is more is like one of them."""
    waiting = Counter(before)
    for block in after:
        shorter = (cut(block, columns) for columns in added)
        old = next((each for each in (block, *shorter) if each and waiting[each]), None)
        if old:
            waiting[old] -= 1
        elif not any(find_model(block, columns) in before for columns in added):
            return False
    return not +waiting
