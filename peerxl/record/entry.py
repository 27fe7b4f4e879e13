"""An event with when and in which run it was written down, and the order of everything that was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from peerxl.model.owner import Owner
from peerxl.record.event import NAMES, ActionId, Event


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record.

    ``number`` counts a run's lines from 0; ``digest`` is what the line is known by, ``follows`` the digest of the one
    before. ``at`` has the offset of the clock it was read from, so that ``at.date()`` is the day people had there.
    """

    plan: str
    run: str
    number: int
    at: datetime
    event: Event
    follows: str
    digest: str

    @property
    def kind(self) -> str:
        return NAMES[type(self.event)]

    @property
    def owner(self) -> Owner | None:
        return getattr(self.event, "owner", None)

    @property
    def quarter(self) -> str:
        return getattr(self.event, "quarter", "")

    @property
    def actions(self) -> tuple[ActionId, ...]:
        """Every action the event is about."""
        one: tuple[ActionId, ...] = (self.event.action,) if hasattr(self.event, "action") else ()
        return (*one, *getattr(self.event, "actions", ()), *getattr(self.event, "told", ()))


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each once, as they happened: by time, then run, then line, however their files were read."""
    once = {entry.digest: entry for entry in entries}
    # A run's times never go back, so that its lines keep their order whatever other machines' clocks say.
    return tuple(sorted(once.values(), key=lambda entry: (entry.at, entry.run, entry.number, entry.digest)))
