"""What the roles of a cell's chunks come to by themselves, whatever its words and the dates of its periods are.

Plans write the same few rows of roles over and over, with other dates and other words; each is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from peerxl.language.timescales.connectives import Connective, Position, Roles, connect
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk

LONGEST_KEPT = 24  # chunks; longer rows are not worth remembering


class Outline:
    """A row of roles: where its periods stand, what is before, between and after them, and where each role is."""

    __slots__ = ("connectives", "periods", "roles", "row", "sought")

    def __init__(self, row: Roles) -> None:
        self.row = row
        self.roles = frozenset(row)
        self.periods = tuple([index for index, role in enumerate(row) if role is Role.PERIOD])
        self.connectives = tuple(_connect(row, self.periods)) if self.periods else ()
        self.sought: dict[Sequence[Role], Sequence[int]] = {}

    def find(self, roles: tuple[Role, ...]) -> Sequence[int]:
        """Where any of the roles stands, in order."""
        if roles not in self.sought:
            self.sought[roles] = [index for index, role in enumerate(self.row) if role in roles]
        return self.sought[roles]


def _connect(row: Roles, periods: Sequence[int]) -> Iterator[Connective]:
    """What stands before each period, and after the last."""
    edges = (-1, *periods, len(row))
    for number, (left, after) in enumerate(pairwise(edges)):
        position = Position.LAST if number == len(periods) else Position.BETWEEN if number else Position.FIRST
        yield connect(row[left + 1 : after], position, left + 1)


def make_outline(chunks: Sequence[Chunk]) -> Outline:
    row = tuple([chunk.role for chunk in chunks])
    return _recall_outline(row) if len(row) <= LONGEST_KEPT else Outline(row)


_recall_outline = lru_cache(maxsize=4096)(Outline)
