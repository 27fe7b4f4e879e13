"""Which action of an old plan is which of a new one, each in one pair at most.

| rule     | an old action is a new one where                                                                    |
|----------|-----------------------------------------------------------------------------------------------------|
| ref      | each alone has the ref in its plan, and the words are the same                                      |
| wording  | the words are the same, and under the same theme, whatever the refs                                 |
| reworded | each alone has the ref in its plan, and the words are like enough                                   |

What somebody settled comes before all of these. What is left over is new, or gone. Where two of those have one ref, or
words that are much alike, somebody has to say whether they are one: nothing is forced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from peerxl.identity.pairs import LIKELY, ActionPair, find_pairs, measure_likeness
from peerxl.identity.wording import fold_ref, same_action
from peerxl.model.action import Action


class MatchRule(StrEnum):
    """By what an action was known again."""

    ROW = "row"
    """It is the same row of the same plan."""
    REF = "ref"
    WORDING = "wording"
    SETTLED = "settled"
    """Somebody said so."""


@dataclass(frozen=True, slots=True)
class MatchedPair:
    """An action of the old plan and the one of the new plan that it is; ``likeness`` of their words is of 100."""

    old: Action
    new: Action
    rule: MatchRule
    likeness: float


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two actions that may be one, and are counted as two until somebody says so."""

    old: Action
    new: Action
    likeness: float

    @property
    def has_same_ref(self) -> bool:
        return bool(self.old.ref) and fold_ref(self.old.ref) == fold_ref(self.new.ref)


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs in the order of the new plan, what is left of each plan in its own order, and the doubts."""

    pairs: tuple[MatchedPair, ...]
    added: tuple[Action, ...]
    gone: tuple[Action, ...]
    doubts: tuple[DoubtfulPair, ...]


def match_actions(
    old: Sequence[Action], new: Sequence[Action], settled: Sequence[tuple[Action, Action]] = ()
) -> Matching:
    """Which action of the old plan each of the new plan is; ``settled`` are pairs that are one whatever they say."""
    # n is an index in the new plan, o one in the old. By identity: two actions of a plan may say the same in all.
    old_index, new_index = ({id(action): index for index, action in enumerate(each)} for each in (old, new))
    matched = {new_index[id(now)]: (old_index[id(was)], MatchRule.SETTLED) for was, now in settled}
    taken = {o for o, _ in matched.values()}
    by_ref = {n: o for n, o in pair_by_ref(old, new) if n not in matched and o not in taken}
    matched |= {n: (o, MatchRule.REF) for n, o in by_ref.items() if same_action(old[o].text, new[n].text)}
    matched |= {pair.new: (pair.old, MatchRule.WORDING) for pair in pair_rest(old, new, matched) if pair.is_certain}
    taken = {o for o, _ in matched.values()}
    reworded = {n: o for n, o in by_ref.items() if n not in matched and o not in taken}
    likeness = {n: measure_likeness(old[o].text, new[n].text) for n, o in reworded.items()}
    matched |= {n: (o, MatchRule.REF) for n, o in reworded.items() if likeness[n] >= LIKELY}
    doubts = {n: (o, likeness[n]) for n, o in reworded.items() if likeness[n] < LIKELY}
    doubts |= {pair.new: (pair.old, pair.likeness) for pair in pair_rest(old, new, matched) if pair.new not in doubts}
    taken = {o for o, _ in matched.values()}
    return Matching(
        pairs=tuple(
            MatchedPair(old[o], new[n], rule, measure_likeness(old[o].text, new[n].text))
            for n, (o, rule) in sorted(matched.items())
        ),
        added=tuple(action for n, action in enumerate(new) if n not in matched),
        gone=tuple(action for o, action in enumerate(old) if o not in taken),
        doubts=tuple(DoubtfulPair(old[o], new[n], score) for n, (o, score) in sorted(doubts.items())),
    )


def pair_by_ref(old: Sequence[Action], new: Sequence[Action]) -> Iterator[tuple[int, int]]:
    """The new and the old action of each ref that one of each plan has, by their indexes."""
    old_by_ref, new_by_ref = index_refs(old), index_refs(new)
    return ((n, old_by_ref[ref]) for ref, n in new_by_ref.items() if ref in old_by_ref)


def index_refs(actions: Sequence[Action]) -> dict[str, int]:
    """The index of the action of each ref that only one has."""
    refs = [fold_ref(action.ref) for action in actions]
    counts = Counter(refs)
    return {ref: index for index, ref in enumerate(refs) if ref and counts[ref] == 1}


def pair_rest(
    old: Sequence[Action], new: Sequence[Action], matched: dict[int, tuple[int, MatchRule]]
) -> Iterator[ActionPair]:
    """The pairs by wording of what is not matched yet, by their indexes in the whole plans."""
    taken = {o for o, _ in matched.values()}
    old_left = [o for o in range(len(old)) if o not in taken]
    new_left = [n for n in range(len(new)) if n not in matched]
    if not old_left or not new_left:
        return
    for pair in find_pairs([new[n] for n in new_left], [old[o] for o in old_left]):
        yield ActionPair(new_left[pair.new], old_left[pair.old], pair.likeness, pair.is_certain, pair.is_of_one_theme)
