"""Which conflicts have been settled, and how: one that was settled stays so until a side says something new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from peerxl.record.entry import Entry, in_order
from peerxl.record.event import Settled, Undone

Meaning = Callable[[str, str], object]
"""What two ways to say one thing share, of a field and a text."""
Sides = tuple[str, str, str, object, object]


@dataclass(frozen=True, slots=True)
class Settlements:
    """The settlements by what was settled: the action, its field and its quarter, and what each side said."""

    by_sides: Mapping[Sides, Settled]
    meaning: Meaning

    def find(self, action: str, field: str, quarter: str, *, master: str, returned: str) -> Settled | None:
        """The last settlement of these very words; None where either side says something that was never settled."""
        return self.by_sides.get((action, field, quarter, self.meaning(field, master), self.meaning(field, returned)))


def words(field: str, text: str) -> str:
    """A side's words without the accidents of spaces and line breaks."""
    return " ".join(text.split())


def standing(entries: Iterable[Entry]) -> Iterator[Settled]:
    """All that was settled, in order, but for what a run settled that was taken back."""
    ordered = in_order(entries)
    undone = {
        (event.undoes, event.action.key, event.field, event.quarter)
        for event in (entry.event for entry in ordered)
        if isinstance(event, Undone)
    }
    for entry in ordered:
        event = entry.event
        if isinstance(event, Settled) and (entry.run, event.action.key, event.field, event.quarter) not in undone:
            yield event


def list_settlements(entries: Iterable[Entry], meaning: Meaning = words) -> Settlements:
    """All that was settled, the last word counting where the same was settled twice.

    Once the chosen value stands in the master it is the master's side too: the same answer, back again, is settled.
    Who takes what had been refused has not said yet that it counts against what others say.
    """
    by_sides: dict[Sides, Settled] = {}
    for event in (each for each in standing(entries) if not each.is_acceptance):
        returned = meaning(event.field, event.returned)
        # Before the chosen value is in the master, and after.
        for master in (event.master, event.value):
            by_sides[event.action.key, event.field, event.quarter, meaning(event.field, master), returned] = event
    return Settlements(by_sides, meaning)
