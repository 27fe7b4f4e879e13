"""The rules that a worksheet says after its rows of blocks of its cells: drop-downs, formats that depend on what stands
there, what may be edited when it is protected, which warnings are not shown.

A rule says its blocks in an attribute or, where it is one of Excel's later ones, in an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from peerxl.excel.patch.address import parse_blocks
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.tags import Tag, resolve_references
from peerxl.model.sheet import Block

NAMES = frozenset({b"dataValidation", b"conditionalFormatting", b"protectedRange", b"ignoredError"})
FORMULAS = frozenset({b"formula", b"formula1", b"formula2", b"f"})
_SQREF = re.compile(rb"""(?<=\s)sqref\s*=\s*(?:"([^"]*)"|'([^']*)')""")

Stretch = tuple[int, int]
"""The offsets between which something stands."""


@dataclass(frozen=True, slots=True)
class CellRule:
    """A rule's element: where it, the words of its blocks and its formulas stand; ``parent`` is the list it is in.

    ``kinds`` are the types of what it tests.
    """

    name: bytes
    parent: Tag | None
    start: int
    end: int
    sqref: Stretch
    blocks: tuple[Block, ...]
    formulas: tuple[Stretch, ...]
    kinds: frozenset[str]


def read_rules(grid: Grid) -> Iterator[CellRule]:
    """The rules in the file's order; one that says no blocks is passed over."""
    parents: dict[int, Tag] = {}
    inner: list[Tag] = []
    for tag in grid.walk_tail():
        if inner:
            inner.append(tag)
        elif not tag.is_end:
            parents[tag.depth] = tag
            inner = [tag] if tag.name in NAMES else []
        if inner and tag.depth == inner[0].depth and (tag.is_end or tag.is_whole):
            yield from read_rule(grid, parents.get(tag.depth - 1), inner)
            inner = []


def read_rule(grid: Grid, parent: Tag | None, tags: Sequence[Tag]) -> Iterator[CellRule]:
    """The rule whose element is made of these tags."""
    # What stands in an element is between its start tag and the tag that comes next.
    inside = [(tag, (tag.end, following.start)) for tag, following in pairwise(tags) if not tag.is_end]
    sqref = find_attribute(tags[0]) or next((stretch for tag, stretch in inside if tag.name == b"sqref"), None)
    if sqref is None:
        return
    yield CellRule(
        name=tags[0].name,
        parent=parent,
        start=tags[0].start,
        end=tags[-1].end,
        sqref=sqref,
        blocks=parse_blocks(resolve_references(bytes(grid.body[slice(*sqref)]))),
        formulas=tuple(stretch for tag, stretch in inside if tag.name in FORMULAS),
        kinds=frozenset(tag.get(b"type") or "" for tag, _ in inside if tag.name == b"cfRule"),
    )


def find_attribute(tag: Tag) -> Stretch | None:
    """Where the attribute stands that lists a rule's blocks."""
    match = _SQREF.search(tag.rest)
    if match is None:
        return None
    offset = tag.start + 1 + len(tag.spelling)
    group = 1 if match[1] is not None else 2
    return offset + match.start(group), offset + match.end(group)
