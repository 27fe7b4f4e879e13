"""A worksheet's rules said of new columns too: their blocks grow, or a rule that speaks of columns is said again."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from peerxl.excel.errors import ColumnsNotAddedError
from peerxl.excel.patch.address import format_block
from peerxl.excel.patch.edit.attributes import edit_attribute
from peerxl.excel.patch.edit.formula_columns import FormulaMove, list_fixed_columns, move_formula
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.edit.splice import Edit, apply_edits
from peerxl.excel.patch.sheet.frame import parse_number
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.row_element import OddGridError
from peerxl.excel.patch.sheet.rules import CellRule, read_rules
from peerxl.excel.patch.sheet.tags import Tag
from peerxl.model.sheet import Block

# What compares each cell with all others of its blocks: a new column is compared with itself.
COMPARING = frozenset(
    {"top10", "aboveAverage", "duplicateValues", "uniqueValues", "colorScale", "dataBar", "iconSet"},
)
_PRIORITY = re.compile(rb"""(?<=\s)priority\s*=\s*["'](\d+)["']""")
_IDENTITY = re.compile(rb"\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
NAMESPACE = uuid.UUID("6b3c6a3e-6c0f-4d6c-9c55-0d8f5a9f1f6e")


def make_rule_edits(grid: Grid, added: Sequence[NewColumns], where: str) -> Iterator[Edit]:
    """The edits after which each rule that is said of a column is said of the new one that is like it.

    ColumnsNotAddedError where a rule is said of the new one's cells already and not of the other one's.
    """
    rules = tuple(read_rules(grid))
    refuse_other_rules(where, rules, added)
    body = bytes(grid.body[grid.end :])
    highest = max((int(number) for number in _PRIORITY.findall(body)), default=0)
    copies: dict[int, tuple[Tag, int]] = {}
    for rule in rules:
        grown = rule.blocks
        for columns in added:
            new = list_new_blocks(rule, columns)
            if not new:
                continue
            if speaks_of(grid, rule, columns):
                copy = copy_rule(grid, rule, columns, new, highest)
                highest += len(_PRIORITY.findall(copy))
                if rule.parent and rule.parent.get(b"count") is not None:
                    _, count = copies.get(rule.parent.start, (rule.parent, 0))
                    copies[rule.parent.start] = rule.parent, count + 1
                yield Edit(rule.end, rule.end, copy)
            else:
                grown = join_blocks(grown, new, columns)
        if grown != rule.blocks:
            yield Edit(*rule.sqref, write_blocks(grown))
    for parent, count in copies.values():
        yield edit_attribute(parent, b"count", parse_number(parent.get(b"count")) + count)


def refuse_other_rules(where: str, rules: Iterable[CellRule], added: Iterable[NewColumns]) -> None:
    """Raise where cells of a new column have a rule that those of the column they are like have not."""
    for columns in added:
        for column, rule in product(columns.columns, rules):
            for block in rule.blocks:
                like = Block(block.first_row, column.model, block.last_row, column.model)
                is_said = columns.reaches(block) and block.first_column <= column.number <= block.last_column
                if is_said and not is_covered(like, rule.blocks):
                    raise ColumnsNotAddedError(where, f"a drop-down or a format reaches into {format_block(block)}")


def list_new_blocks(rule: CellRule, added: NewColumns) -> tuple[Block, ...]:
    """The blocks of new columns that a rule is to be said of: those rows in which it is said of the one it is like."""
    blocks: list[Block] = []
    for column in added.columns:
        for block in rule.blocks:
            if not (added.reaches(block) and block.first_column <= column.model <= block.last_column):
                continue
            new = Block(block.first_row, column.number, block.last_row, column.number)
            if is_covered(new, rule.blocks):
                continue
            last = blocks[-1] if blocks else None
            if (
                last
                and last.last_column == column.number - 1
                and (last.first_row, last.last_row)
                == (
                    new.first_row,
                    new.last_row,
                )
            ):
                new = Block(last.first_row, last.first_column, last.last_row, column.number)
                blocks.pop()
            blocks.append(new)
    return tuple(blocks)


def is_covered(new: Block, blocks: Iterable[Block]) -> bool:
    """Whether one of some blocks holds all of another."""
    corners = ((new.first_row, new.first_column), (new.last_row, new.last_column))
    return any(all(corner in block for corner in corners) for block in blocks)


def speaks_of(grid: Grid, rule: CellRule, added: NewColumns) -> bool:
    """Whether a rule means a column that a new one is like whatever cell it is said of, or compares all its cells."""
    fixed = {
        column
        for start, end in rule.formulas
        for column in list_fixed_columns(bytes(grid.body[start:end]))
        if column in added.by_model
    }
    return bool(fixed) or not COMPARING.isdisjoint(rule.kinds)


def copy_rule(grid: Grid, rule: CellRule, added: NewColumns, new: Sequence[Block], highest: int) -> bytes:
    """A rule's element said of new columns, with marks and priorities of its own."""
    old, first = rule.blocks[0], new[0]
    move = FormulaMove(added.by_model, first.first_column - old.first_column, first.first_row - old.first_row)
    edits = [Edit(*rule.sqref, write_blocks(new))]
    for start, end in rule.formulas:
        try:
            edits.append(Edit(start, end, move_formula(bytes(grid.body[start:end]), move)))
        except ValueError as error:
            raise OddGridError("a rule of the sheet cannot be said of another column") from error
    copied = b"".join(apply_edits(grid.body, sorted(edits), rule.start, rule.end))
    numbers = iter(range(highest + 1, highest + 1 + len(_PRIORITY.findall(copied))))
    copied = _PRIORITY.sub(lambda _: b'priority="%d"' % next(numbers), copied)
    return _IDENTITY.sub(lambda match: make_identity(match[0], added), copied)


def make_identity(old: bytes, added: NewColumns) -> bytes:
    """The mark of a rule that was said again, the same wherever the old one stood."""
    name = f"{old.decode().upper()} {added.first}"
    return f"{{{str(uuid.uuid5(NAMESPACE, name)).upper()}}}".encode()


def join_blocks(blocks: Sequence[Block], new: Sequence[Block], added: NewColumns) -> tuple[Block, ...]:
    """A rule's blocks with new ones: as one where they lie side by side, else behind the others."""
    joined = list(blocks)
    for block in new:
        for index, other in enumerate(joined):
            rows = (other.first_row, other.last_row)
            if rows == (block.first_row, block.last_row) and other.last_column + 1 == block.first_column:
                joined[index] = Block(other.first_row, other.first_column, other.last_row, block.last_column)
                break
        else:
            joined.append(block)
    return tuple(joined)


def write_blocks(blocks: Iterable[Block]) -> bytes:
    """Blocks as a rule lists them."""
    return " ".join(map(format_block, blocks)).encode()
