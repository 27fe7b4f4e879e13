"""The register of extensions: the first date an action ever had and every later one, who asked for it, when and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.record.entry import Entry, in_order
from peerxl.record.event import ActionId, Merged, Seen, Undone


@dataclass(frozen=True, slots=True)
class DateChange:
    """A date that took another's place; nobody is named for it where the plan itself was edited.

    ``said`` are the owner's words where they are others than the cell's, which holds a day.
    """

    value: str
    on: date
    owner: Owner | None = None
    why: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """An action's first date, the day it was first seen, and what it was changed to since, the last change last."""

    action: ActionId
    first: str
    since: date
    changes: tuple[DateChange, ...] = ()

    @property
    def current(self) -> str:
        return self.changes[-1].value if self.changes else self.first


def same_words(text: str) -> str:
    return " ".join(text.casefold().split())


def list_dates(entries: Iterable[Entry], meaning: Callable[[str], object] = same_words) -> tuple[Dates, ...]:
    """The dates of every action, in the order the actions were first seen; an action that never had one is left out.

    ``meaning`` is what two ways to write one date share, so that "31/3/26" after "31 March 2026" is no change. A change
    that was taken back has not moved the date, and is left out.
    """
    registers: dict[str, Dates] = {}
    for entry in in_order(entries):
        event = entry.event
        if not isinstance(event, Seen | Merged | Undone) or event.field != Field.TIMESCALE:
            continue
        known = registers.get(event.action.key)
        if known is None and (first := first_value(event)):
            known = registers[event.action.key] = Dates(event.action, first, entry.at.date())
        if known and isinstance(event, Undone) and takes_back(event, known, meaning):
            registers[event.action.key] = replace(known, changes=known.changes[:-1])
            continue
        change = change_of(entry, event)
        # A master that is read again shows the same date in the same words, of which nothing is asked, or in others.
        if known and change.value != known.current and meaning(change.value) != meaning(known.current):
            changes = (*known.changes, change)
            registers[event.action.key] = Dates(event.action, known.first, known.since, changes)
    return tuple(registers.values())


def first_value(event: Seen | Merged | Undone) -> str:
    """What an action's date was before anything else was known of it."""
    return event.value if isinstance(event, Seen) else event.before or event.after


def change_of(entry: Entry, event: Seen | Merged | Undone) -> DateChange:
    day = entry.at.date()
    if isinstance(event, Seen):
        return DateChange(event.value, day)
    if isinstance(event, Merged):
        return DateChange(event.after, day, event.owner, event.why, event.said)
    return DateChange(event.after, day)


def takes_back(event: Undone, dates: Dates, meaning: Callable[[str], object]) -> bool:
    """Whether an undo brought back the date before the last change."""
    if not dates.changes:
        return False
    before = dates.changes[-2].value if len(dates.changes) > 1 else dates.first
    return (meaning(event.before), meaning(event.after)) == (meaning(dates.current), meaning(before))
