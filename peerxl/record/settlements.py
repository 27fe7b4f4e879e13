"""Which conflicts have been settled, and how: one that was settled stays so until a side says something new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peerxl.record.entry import Entry, in_order
from peerxl.record.event import Settled


@dataclass(frozen=True, slots=True)
class Settlements:
    """The settlements by what was settled: the action, its field and its quarter, and what each side said."""

    by_sides: Mapping[tuple[str, str, str, str, str], Settled]

    def find(self, action: str, field: str, quarter: str, *, master: str, returned: str) -> Settled | None:
        """The last settlement of these very words; None where either side says something that was never settled."""
        return self.by_sides.get((action, field, quarter, words(master), words(returned)))


def list_settlements(entries: Iterable[Entry]) -> Settlements:
    """All that was settled, the last word counting where the same was settled twice.

    Once the chosen value stands in the master it is the master's side too: the same answer, back again, is settled.
    """
    by_sides: dict[tuple[str, str, str, str, str], Settled] = {}
    for entry in in_order(entries):
        event = entry.event
        if isinstance(event, Settled):
            # Before the chosen value is in the master, and after.
            for master in (event.master, event.value):
                by_sides[event.action.key, event.field, event.quarter, words(master), words(event.returned)] = event
    return Settlements(by_sides)


def words(text: str) -> str:
    """A side's words without the accidents of spaces and line breaks."""
    return " ".join(text.split())
