"""A cell on its way to a reading: what it is made of, and what stands where in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peerxl.language.timescales.ranges import PeriodGroup
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Tokens


@dataclass(frozen=True, slots=True)
class CellReading:
    """A cell on its way to a reading: its tokens, chunks and groups, and where each role stands among the chunks."""

    tokens: Tokens
    chunks: Sequence[Chunk]
    groups: Sequence[PeriodGroup]
    index: Mapping[Role, Sequence[int]]

    def get_words(self, chunk: Chunk) -> str:
        return self.tokens.get_words(chunk.first, chunk.after)

    @property
    def governors(self) -> set[int]:
        """The chunks that govern a period."""
        return {
            index
            for group in self.groups
            for index in range(group.indexes[0] - len(group.before.governors), group.indexes[0])
        }

    def find_indexes(self, *roles: Role) -> Sequence[int]:
        """Where any of the roles stands, in order."""
        if len(roles) == 1:
            return self.index.get(roles[0], ())
        return sorted(index for role in roles for index in self.index.get(role, ()))


def make_cell(tokens: Tokens, chunks: Sequence[Chunk], groups: Sequence[PeriodGroup]) -> CellReading:
    index: dict[Role, list[int]] = {}
    for position, chunk in enumerate(chunks):
        index.setdefault(chunk.role, []).append(position)
    return CellReading(tokens, chunks, groups, index)
