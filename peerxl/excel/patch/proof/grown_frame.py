"""The proof of columns that come into a worksheet, by what a parser finds around its rows before and afterwards.

What is said of any other column is as it was; what is said of a new one is what is said of the one that it is like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from peerxl.excel.patch.address import parse_blocks
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.parts.package import local_name
from peerxl.excel.patch.parts.styles import describe_element
from peerxl.excel.patch.proof.grown_blocks import are_grown, is_same_or_grown
from peerxl.excel.patch.proof.parsed_rules import ParsedRule, list_of_column, take_rules
from peerxl.model.sheet import Block

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Look = tuple[tuple[str, str], ...]
"""What is said of a column."""
IN_SIGHT = frozenset({"hidden", "outlineLevel", "collapsed"})


def has_only_new_columns(before: Element, after: Element, added: Sequence[NewColumns]) -> bool:
    """Whether the surroundings of a sheet's rows have become those with new columns; both are taken to pieces."""
    return (
        has_right_widths(take_widths(before), take_widths(after), added)
        and are_grown(take_blocks(before, "mergeCell"), take_blocks(after, "mergeCell"), added)
        and has_right_filter(take_blocks(before, "autoFilter"), take_blocks(after, "autoFilter"), added)
        and has_right_rules(take_rules(before), take_rules(after), added)
        and describe_element(before) == describe_element(after)
    )


def take_widths(frame: Element) -> list[tuple[int, int, Look]]:
    """The list of columns, taken out: the first and last of each line, and what it says of them."""
    lines = []
    for parent in [child for child in frame if local_name(child) == "cols"]:
        for line in parent:
            look = {name: value for name, value in line.attrib.items() if name not in ("min", "max")}
            lines.append((int(line.get("min", 0)), int(line.get("max", 0)), tuple(sorted(look.items()))))
        frame.remove(parent)
    return lines


def has_right_widths(
    before: Sequence[tuple[int, int, Look]], after: Sequence[tuple[int, int, Look]], added: Sequence[NewColumns]
) -> bool:
    """Whether each new column is as wide and looks as the one that it is like, in sight, and all others as they did."""
    models = {column.number: column.model for columns in added for column in columns.columns}
    edges = {edge for first, last, _ in (*before, *after) for edge in (first, last + 1)}
    # Between two edges all columns are alike, so that one of each stretch speaks for the others.
    asked = edges | {number + step for number in models for step in (0, 1)} - {0}
    for number in asked:
        old, new = find_look(before, models.get(number, number)), find_look(after, number)
        if number in models:
            old = tuple((name, value) for name, value in old if name not in IN_SIGHT)
        if old != new:
            return False
    numbers = [first for first, _, _ in after]
    return numbers == sorted(numbers) or [first for first, _, _ in before] != sorted(first for first, _, _ in before)


def find_look(lines: Iterable[tuple[int, int, Look]], number: int) -> Look:
    """What a list says of a column."""
    return next((look for first, last, look in lines if first <= number <= last), ())


def take_blocks(frame: Element, name: str) -> list[Block]:
    """The blocks of elements of a name, taken out of them with the counts of their lists."""
    blocks: list[Block] = []
    for parent in [frame, *frame]:
        for child in [child for child in parent if local_name(child) == name]:
            blocks += parse_blocks(child.attrib.pop("ref", ""))
            if name == "mergeCell":
                parent.remove(child)
                parent.attrib.pop("count", None)
    return blocks


def has_right_filter(before: Sequence[Block], after: Sequence[Block], added: Sequence[NewColumns]) -> bool:
    """Whether what is filtered is what was, or that with new columns at its right end."""
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(is_same_or_grown(old, new, added) for old, new in pairs)


def has_right_rules(before: tuple[ParsedRule, ...], after: tuple[ParsedRule, ...], added: Sequence[NewColumns]) -> bool:
    """Whether rules are said of other columns as they were, and of new ones as of those that they are like."""
    new = {column.number for columns in added for column in columns.columns}
    if [state(rule, new) for rule in before] != [each for rule in after if (each := state(rule, new))[1]]:
        return False
    for columns in added:
        old_names = {column.model: f"#{index}" for index, column in enumerate(columns.columns)}
        new_names = {column.number: f"#{index}" for index, column in enumerate(columns.columns)}
        for column in columns.columns:
            was = Counter(list_of_column(before, column.model, columns.reaches, old_names))
            now = Counter(list_of_column(after, column.number, columns.reaches, new_names))
            if was != now:
                return False
    return True


def state(rule: ParsedRule, new: set[int]) -> tuple[object, tuple[Block, ...]]:
    """What a rule says, and of which blocks without the new columns."""
    return rule.words, tuple(part for block in rule.blocks for part in leave_out(block, new))


def leave_out(block: Block, columns: set[int]) -> Iterator[Block]:
    """What is left of a block without some columns at its right end."""
    last = block.last_column
    while last in columns and last >= block.first_column:
        last -= 1
    if last >= block.first_column:
        yield Block(block.first_row, block.first_column, block.last_row, last)
