"""What happened to a plan, to one of its actions, or with one of its owners, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from peerxl.commands.memory import Past, read_past
from peerxl.commands.read import AnyPath, ReadOptions, read_plan
from peerxl.errors import PeerxlError
from peerxl.language.owners import owner_key
from peerxl.model.plan import ActionPlan
from peerxl.record.dates import Dates, list_dates
from peerxl.record.entry import Entry
from peerxl.record.event import Began, Seen
from peerxl.record.naming import name_actions
from peerxl.record.reading import RecordFault
from peerxl.record.sighting import date_meaning


class NothingOfThatNameError(PeerxlError):
    """Neither the plan nor its record has an action or an owner of a name."""

    def __init__(self, path: object, name: str) -> None:
        super().__init__(
            f"{path}: neither an action nor an owner is called {name!r}, in the plan or in its record; give the ref as "
            "the plan has it, or the owner's name in quotation marks."
        )


@dataclass(frozen=True, slots=True)
class History:
    """What happened, the dates that an action had, and what could not be read of the record."""

    entries: tuple[Entry, ...]
    dates: tuple[Dates, ...]
    faults: tuple[RecordFault, ...] = ()


def read_history(
    master: AnyPath, about: str = "", *, record: AnyPath | None = None, **options: Unpack[ReadOptions]
) -> History:
    """What happened to a plan; ``about`` is the ref of an action or the name of an owner.

    Of the whole plan, what was there when it was read first is left out: it did not happen then. The register has the
    actions whose date was ever moved. Raises NothingOfThatNameError where ``about`` is neither.
    """
    plan, past = read_plan(master, **options), read_past(master, record=record)
    dates = list_dates(past.entries, date_meaning(plan))
    if not about:
        return History(without_first_sight(past.entries), tuple(each for each in dates if each.changes), past.faults)
    keys = keys_of(plan, past, about)
    if keys:
        entries = tuple(entry for entry in past.entries if any(action.key in keys for action in entry.actions))
        return History(entries, tuple(each for each in dates if each.action.key in keys), past.faults)
    contact = plan.settings.directory.find(owner_key(about))
    names = {owner_key(about), *((owner_key(contact.owner),) if contact else ())}
    entries = tuple(entry for entry in past.entries if entry.owner and entry.owner.key in names)
    if not entries and names.isdisjoint(owner.key for action in plan.actions for owner in action.owners):
        raise NothingOfThatNameError(Path(master), about)
    return History(entries, (), past.faults)


def without_first_sight(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries without the values that the first run to read the plan saw."""
    first = next((entry.run for entry in entries if isinstance(entry.event, Seen)), "")
    kept = tuple(entry for entry in entries if entry.run != first or not isinstance(entry.event, Seen))
    busy = {entry.run for entry in kept if not isinstance(entry.event, Began)}
    return tuple(entry for entry in kept if entry.run in busy)


def keys_of(plan: ActionPlan, past: Past, ref: str) -> set[str]:
    """What the actions are known by that have a ref, now or at any time in the past."""
    wanted = fold(ref)
    ids = name_actions(plan, past.entries)
    now = {ids.of(action).key for action in plan.actions if action.ref and fold(action.ref) == wanted}
    return now or {action.key for entry in past.entries for action in entry.actions if fold(action.ref) == wanted}


def fold(ref: str) -> str:
    return "".join(ref.casefold().split())
