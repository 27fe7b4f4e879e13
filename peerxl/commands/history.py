"""What happened to a plan, to one of its actions, or with one of its owners, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from peerxl.commands.memory import Past, require_past
from peerxl.commands.read import AnyPath, ReadOptions, read_plan
from peerxl.errors import PeerxlError
from peerxl.identity.wording import fold_words
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
            'the plan has it, the row ("row 7") or the first words of an action without one, or the owner\'s name, in '
            "quotation marks."
        )


@dataclass(frozen=True, slots=True)
class History:
    """What happened, the dates that an action had, and what could not be read of the record.

    ``seen`` are the keys of the actions whose first sight is left out of ``entries``.
    """

    entries: tuple[Entry, ...]
    dates: tuple[Dates, ...]
    faults: tuple[RecordFault, ...] = ()
    seen: frozenset[str] = frozenset()


def read_history(
    master: AnyPath, about: str = "", *, record: AnyPath | None = None, **options: Unpack[ReadOptions]
) -> History:
    """What happened to a plan; ``about`` is an action's ref, row or first words, or an owner's name.

    Of the whole plan, what was there when it was read first is left out: it did not happen then. The register has the
    actions whose date was ever moved. Raises NothingOfThatNameError where ``about`` is neither.
    """
    plan = read_plan(master, **options)
    past = require_past(master, plan, record)
    dates = list_dates(past.entries, date_meaning(plan))
    if not about:
        moved = tuple(each for each in dates if each.changes)
        first = frozenset(action.key for entry in first_sight(past.entries) for action in entry.actions)
        return History(without_first_sight(past.entries), moved, past.faults, first)
    keys = keys_of(plan, past, about)
    if not keys:
        contact = plan.settings.directory.find(owner_key(about))
        names = {owner_key(about), *((owner_key(contact.owner),) if contact else ())}
        entries = tuple(entry for entry in past.entries if entry.owner and entry.owner.key in names)
        if entries or not names.isdisjoint(owner.key for action in plan.actions for owner in action.owners):
            return History(entries, (), past.faults)
        keys = keys_of_words(plan, past, about)
    if not keys:
        raise NothingOfThatNameError(Path(master), about)
    entries = tuple(entry for entry in past.entries if any(action.key in keys for action in entry.actions))
    return History(entries, tuple(each for each in dates if each.action.key in keys), past.faults)


def without_first_sight(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries without the values that the first run to read the plan saw."""
    left = {(entry.run, entry.number) for entry in first_sight(entries)}
    kept = tuple(entry for entry in entries if (entry.run, entry.number) not in left)
    busy = {entry.run for entry in kept if not isinstance(entry.event, Began)}
    return tuple(entry for entry in kept if entry.run in busy)


def first_sight(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The values that the first run to read the plan saw."""
    first = next((entry.run for entry in entries if isinstance(entry.event, Seen)), "")
    return tuple(entry for entry in entries if entry.run == first and isinstance(entry.event, Seen))


def keys_of(plan: ActionPlan, past: Past, name: str) -> set[str]:
    """What the actions are known by that have a ref, now or at any time in the past; "row 7" is one that has none."""
    wanted = fold(name)
    ids = name_actions(plan, past.entries)
    now = {ids.of(each).key for each in plan.actions if wanted in (fold(each.ref) or None, fold(each.name))}
    return now or {action.key for entry in past.entries for action in entry.actions if fold(action.ref) == wanted}


def keys_of_words(plan: ActionPlan, past: Past, words: str) -> set[str]:
    """What the one action is known by that begins with some words, as the sentences of a history name it."""
    ids, first = name_actions(plan, past.entries), fold_words(words)
    keys = {ids.of(action).key for action in plan.actions if first and fold_words(action.text).startswith(first)}
    return keys if len(keys) == 1 else set()


def fold(ref: str) -> str:
    return "".join(ref.casefold().split())
