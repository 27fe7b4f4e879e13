"""What the roles of a cell's chunks come to by themselves, whatever its words and the dates of its periods are.

Plans write the same few rows of roles over and over, with other dates and other words; each is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from peerxl.language.timescales.connectives import Connective, Joint, Position, Roles, sort_roles
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk

LONGEST_KEPT = 24  # chunks; longer rows are not worth remembering


class Cut(NamedTuple):
    """Where a connective's suffix begins and ends, and where its governors do; their roles, and how it joins."""

    first: int
    middle: int
    governors: int
    after: int
    roles: Roles
    link: Joint


class Outline:
    """A row of roles: where its periods stand, how what is before, between and after them is cut, and what it holds."""

    __slots__ = ("cuts", "periods", "roles", "row", "sought")

    def __init__(self, row: Roles) -> None:
        self.row = row
        self.roles = frozenset(row)
        self.periods = tuple([index for index, role in enumerate(row) if role is Role.PERIOD])
        self.cuts = tuple(_cut(row, self.periods)) if self.periods else ()
        self.sought: dict[Sequence[Role], Sequence[int]] = {}

    def find(self, roles: tuple[Role, ...]) -> Sequence[int]:
        """Where any of the roles stands, in order."""
        if roles not in self.sought:
            self.sought[roles] = [index for index, role in enumerate(self.row) if role in roles]
        return self.sought[roles]


def _cut(row: Roles, periods: Sequence[int]) -> Iterator[Cut]:
    """How what stands before each period is cut, and what stands after the last."""
    edges = (-1, *periods, len(row))
    for number, (left, after) in enumerate(pairwise(edges)):
        first = left + 1
        position = Position.LAST if number == len(periods) else Position.BETWEEN if number else Position.FIRST
        suffix, governors, roles, link = sort_roles(row[first:after], position)
        yield Cut(first, first + suffix, first + governors, after, roles, link)


def make_outline(chunks: Sequence[Chunk]) -> Outline:
    row = tuple([chunk.role for chunk in chunks])
    return _recall_outline(row) if len(row) <= LONGEST_KEPT else Outline(row)


_recall_outline = lru_cache(maxsize=4096)(Outline)
_NOTHING = Connective()


def find_connectives(chunks: Sequence[Chunk], outline: Outline) -> list[Connective]:
    """What stands before each period, and after the last."""
    return [
        Connective(chunks[first:middle], chunks[middle:governors], chunks[governors:after], roles, link)
        if after > first
        else _NOTHING
        for first, middle, governors, after, roles, link in outline.cuts
    ]
