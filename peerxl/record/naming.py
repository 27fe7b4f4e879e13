"""What the actions of a plan are known by in the record, whatever was moved, given another ref or reworded since.

The words and the ref by which an action was last seen lead to it, as a form's do, and where these leave a doubt its
owner and its date as well: an action that was reworded keeps its dates and its asks, and wholly other words under its
ref are a new one. Of rows with the same words each is told by its owner and its date; where these are the same too,
they are taken in their order, and stay in doubt. An action that the record does not know gets a key made of its words:
the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import TypeVar

from peerxl.identity.find import find_action, fold_date
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


Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class ActionIds:
    """The ids of a plan's actions, by where they stand; ``doubtful`` are those of which another of its words may be
    meant."""

    by_row: Mapping[tuple[str, int], ActionId]
    doubtful: frozenset[tuple[str, int]] = frozenset()

    def of(self, action: Action) -> ActionId:
        return self.by_row[action.sheet, action.row]

    def is_certain(self, action: Action) -> bool:
        """Whether an action cannot be another one of the same words that the record knows."""
        return (action.sheet, action.row) not in self.doubtful


def name_actions(plan: ActionPlan, entries: Iterable[Entry]) -> ActionIds:
    """The id of each action: that which the record of this plan has for it, else a new one."""
    index = ActionIndex(plan.actions)
    traces = dict(list_traces(entries))
    matches = [(key, find_action(trace, index)) for key, trace in traces.items()]
    keys: dict[tuple[str, int], str] = {}
    # What is sure first: a likely action may be for sure another that the record knows.
    for found in ([(key, match.action) for key, match in matches], [(key, match.likely) for key, match in matches]):
        for key, action in found:
            if action is not None:
                keys.setdefault((action.sheet, action.row), key)
    keys |= tell_alike(traces, plan.actions, keys)
    taken = set(keys.values())
    left = {fold_words(trace.words) for key, trace in traces.items() if key not in taken}
    doubtful = {
        (each.sheet, each.row)
        for each in plan.actions
        if (each.sheet, each.row) not in keys and fold_words(each.text) in left
    }
    for action, key in mint_keys(plan.actions):
        if (action.sheet, action.row) not in keys:
            taken.add(free := next(each for each in spellings(key) if each not in taken))
            keys[action.sheet, action.row] = free
    rows = {(action.sheet, action.row): action for action in plan.actions}
    return ActionIds({row: id_of(keys[row], action) for row, action in rows.items()}, frozenset(doubtful))


Sign = Callable[[ActionTrace], object]
SIGNS: tuple[Sign, ...] = (
    lambda trace: (trace.owners, fold_date(trace.timescale or "")),
    lambda trace: trace.owners,
)
"""By what rows of the same words are told apart, the surest first."""


def tell_alike(
    traces: Mapping[str, ActionTrace], actions: Iterable[Action], known: Mapping[tuple[str, int], str]
) -> dict[tuple[str, int], str]:
    """The keys of actions whose words are not theirs alone: of the only one of them with an owner, or a date too."""
    told: dict[tuple[str, int], str] = {}
    taken = set(known.values())
    lost = {key: trace for key, trace in traces.items() if key not in taken and trace.owners}
    # Most plans have none, and to look at the dates of all actions would take long.
    words = {fold_words(trace.words) for trace in lost.values()}
    free = {
        (each.sheet, each.row): trace_of(each)
        for each in actions
        if words and (each.sheet, each.row) not in known and fold_words(each.text) in words
    }
    for sign in SIGNS:
        keys, rows = group_alike(lost, sign), group_alike(free, sign)
        for look in keys.keys() & rows.keys():
            if len(keys[look]) == len(rows[look]) == 1:
                told[rows[look][0]] = keys[look][0]
                del lost[keys[look][0]], free[rows[look][0]]
    return told


def group_alike(traces: Mapping[Known, ActionTrace], sign: Sign) -> dict[object, list[Known]]:
    """What has the same words, ref and sign."""
    groups: dict[object, list[Known]] = {}
    for each, trace in traces.items():
        groups.setdefault((fold_words(trace.words), fold_words(trace.ref), sign(trace)), []).append(each)
    return groups


def trace_of(action: Action) -> ActionTrace:
    """An action as the record knows one."""
    owners = frozenset(owner.key for owner in action.owners)
    return ActionTrace(action.ref, action.text, timescale=action.timescale.text, owners=owners)


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
