"""The looks of the cells of workbooks, each with a number, and which look a cell has: worked out once for all alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from peerxl.documents.document import ContentKind, TableEntry
from peerxl.excel.formats import Look


class Edges(NamedTuple):
    """What the look of a cell depends on beside its entry: where in its group and on what kind of sheet it stands."""

    starts_group: bool
    ends_group: bool
    is_indented: bool


@dataclass(frozen=True, slots=True)
class Palette:
    """Looks in the order in which they were first met with; a look's number is its place.

    Workbooks of a kind share it: hardly any has a look that none before it had.
    """

    looks: list[Look] = field(default_factory=list)
    numbers: dict[Look, int] = field(default_factory=dict)
    known: dict[tuple[object, ...], int] = field(default_factory=dict)
    ordered: dict[frozenset[int], tuple[Look, ...]] = field(default_factory=dict)

    def number(self, look: Look) -> int:
        if look not in self.numbers:
            self.numbers[look] = len(self.looks)
            self.looks.append(look)
        return self.numbers[look]

    def number_cell(self, entry: TableEntry, kind: ContentKind, edges: Edges) -> int:
        """The number of the look of an entry in a column of a kind."""
        value = entry.value
        # All that its look depends on.
        key = (entry.tone, value.__class__, value == "", entry.is_input, entry.link is None, kind, edges)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self.number(Look.cell(entry, kind, *edges))
        return found

    def in_order(self, numbers: frozenset[int]) -> tuple[Look, ...]:
        """Looks by their numbers, in an order of their own."""
        if numbers not in self.ordered:
            self.ordered[numbers] = tuple(sorted(self.looks[number] for number in numbers))
        return self.ordered[numbers]
