"""What the actions of a plan are known by in the record, whatever was moved, given another ref or reworded since.

The words and the ref by which an action was last seen lead to it, as a form's do, and where these leave a doubt its
owner and its date as well: an action that was reworded keeps its dates and its asks, and wholly other words under its
ref are a new one. An action that the record does not know gets a key made of its words: the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from peerxl.identity.find import find_action
from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionTrace
from peerxl.identity.wording import fold_words
from peerxl.language.owners import owner_key
from peerxl.model.action import Action
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.record.entry import Entry
from peerxl.record.event import ActionId, Merged, Seen, Undone
from peerxl.text import cut_line

LONGEST = 60
"""How much of an action's words tells people which it is."""


@dataclass(frozen=True, slots=True)
class ActionIds:
    """The ids of a plan's actions, by where they stand."""

    by_row: Mapping[tuple[str, int], ActionId]

    def of(self, action: Action) -> ActionId:
        return self.by_row[action.sheet, action.row]


def name_actions(plan: ActionPlan, entries: Iterable[Entry]) -> ActionIds:
    """The id of each action: that which the record of this plan has for it, else a new one."""
    index = ActionIndex(plan.actions)
    matches = [(key, find_action(trace, index)) for key, trace in list_traces(entries)]
    keys: dict[tuple[str, int], str] = {}
    # What is sure first: a likely action may be for sure another that the record knows.
    for found in ([(key, match.action) for key, match in matches], [(key, match.likely) for key, match in matches]):
        for key, action in found:
            if action is not None:
                keys.setdefault((action.sheet, action.row), key)
    taken = set(keys.values())
    for action, key in mint_keys(plan.actions):
        if (action.sheet, action.row) not in keys:
            taken.add(free := next(each for each in spellings(key) if each not in taken))
            keys[action.sheet, action.row] = free
    rows = {(action.sheet, action.row): action for action in plan.actions}
    return ActionIds({row: id_of(keys[row], action) for row, action in rows.items()})


def id_of(key: str, action: Action) -> ActionId:
    """What an action of the plan is known by under a key."""
    return ActionId(key, action.ref, "" if action.ref else cut_line(action.text, LONGEST))


def list_traces(entries: Iterable[Entry]) -> Iterator[tuple[str, ActionTrace]]:
    """The key of every action of which the words were seen, with the words and the ref it had last."""
    words: dict[str, str] = {}
    refs: dict[str, str] = {}
    owners: dict[str, str] = {}
    dates: dict[str, str] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, Seen) and event.field == Field.ACTION:
            words[event.action.key], refs[event.action.key] = event.value, event.action.ref
        elif isinstance(event, Seen) and event.field == Field.OWNER:
            owners[event.action.key] = event.value
        elif isinstance(event, Seen | Merged | Undone) and event.field == Field.TIMESCALE:
            dates[event.action.key] = event.value if isinstance(event, Seen) else event.after
    same_words, same_refs = Counter(map(fold_words, words.values())), Counter(map(fold_words, refs.values()))
    for key, text in words.items():
        has_own_words, has_own_ref = same_words[fold_words(text)] == 1, same_refs[fold_words(refs[key])] == 1
        # No row is 0: "0" says that its words, or its ref, were its alone.
        yield (
            key,
            ActionTrace(
                refs[key],
                text,
                word_rows="0" if has_own_words else "",
                ref_rows="0" if has_own_ref else None,
                timescale=dates.get(key),
                owners=frozenset(map(owner_key, owners[key].split("; "))) if key in owners else None,
            ),
        )


def mint_keys(actions: Iterable[Action]) -> Iterator[tuple[Action, str]]:
    """A key for each action: of its words, and where others have the same words of its ref too."""
    actions = tuple(actions)
    alike = Counter(fold_words(action.text) for action in actions)
    for action in actions:
        words = fold_words(action.text)
        told_by = f"{words}\n{fold_words(action.ref)}" if alike[words] > 1 else words
        yield action, sha256(told_by.encode()).hexdigest()[:12]


def spellings(key: str) -> Iterator[str]:
    """The key, and what it becomes where another action has it."""
    yield key
    yield from (f"{key}-{number}" for number in count(2))
