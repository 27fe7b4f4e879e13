"""Which actions of two plans are the same one, by their wording; never a pair that the words leave in doubt.

The same words under another theme are two actions. What is merely like is a likely pair, for somebody to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from peerxl.identity.wording import fold_theme, has_same_words, may_be_one_theme, telling_words
from peerxl.model.action import Action

LIKELY = 60.0
"""How like two wordings are, of 100, for somebody to be asked whether they are one action."""
MOST_LIKELY = 5

Rank = tuple[int, bool]


@dataclass(frozen=True, slots=True)
class ActionPair:
    """Two actions that are one, or likely are, by their indexes in their plans; ``likeness`` is of 100."""

    new: int
    old: int
    likeness: float
    is_certain: bool
    is_of_one_theme: bool = False

    @property
    def rank(self) -> Rank:
        return round(self.likeness), self.is_of_one_theme


def find_pairs(new: Sequence[Action], old: Sequence[Action]) -> tuple[ActionPair, ...]:
    """The certain pairs, each action in one at most, and for an action in none of them the likeliest pair if any."""
    pairs = tuple(candidate_pairs(new, old))
    certain = tuple(mutual_pairs(pair for pair in pairs if pair.is_certain))
    paired_new, paired_old = {pair.new for pair in certain}, {pair.old for pair in certain}
    likely: list[ActionPair] = []
    for pair in sorted(pairs, key=lambda pair: pair.rank, reverse=True):
        if pair.new not in paired_new and pair.old not in paired_old:
            likely.append(replace(pair, is_certain=False))
            paired_new.add(pair.new)
    return tuple(sorted((*certain, *likely), key=lambda pair: pair.new))


def measure_likeness(text: str, other: str) -> float:
    """How like the words of two actions are, of 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(telling_words(text)), " ".join(telling_words(other)))


def candidate_pairs(new: Sequence[Action], old: Sequence[Action]) -> Iterator[ActionPair]:
    """For each action the few whose wording is most like its own."""
    from rapidfuzz import fuzz, process

    old_words = [telling_words(action.text) for action in old]
    texts = {index: " ".join(words) for index, words in enumerate(old_words) if words}
    for index, action in enumerate(new):
        words = telling_words(action.text)
        # Compared in compiled code, a row at a time: two plans of a thousand actions have a million pairs.
        best = process.extract(" ".join(words), texts, scorer=fuzz.ratio, score_cutoff=LIKELY, limit=MOST_LIKELY)
        for _, likeness, old_index in best:
            theme = old[old_index].theme
            is_certain = has_same_words(words, old_words[old_index]) and may_be_one_theme(action.theme, theme)
            is_of_one_theme = fold_theme(action.theme) == fold_theme(theme)
            yield ActionPair(index, old_index, likeness, is_certain, is_of_one_theme)


def mutual_pairs(pairs: Iterable[ActionPair]) -> Iterator[ActionPair]:
    """The pairs in which each is the other's one best, best first; what is equally like two others stays unpaired."""
    left = list(pairs)
    while chosen := best_pairs(left):
        yield from chosen
        new, old = {pair.new for pair in chosen}, {pair.old for pair in chosen}
        left = [pair for pair in left if pair.new not in new and pair.old not in old]


def best_pairs(pairs: Sequence[ActionPair]) -> list[ActionPair]:
    """The pairs that outrank every other pair of either of their actions."""
    ranks: defaultdict[tuple[str, int], list[Rank]] = defaultdict(list)
    for pair in pairs:
        for side in sides_of(pair):
            ranks[side].append(pair.rank)
    # Two best pairs of one rank leave it open which is meant.
    best = {side: max(those) for side, those in ranks.items() if those.count(max(those)) == 1}
    return [pair for pair in pairs if all(best.get(side) == pair.rank for side in sides_of(pair))]


def sides_of(pair: ActionPair) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("new", pair.new), ("old", pair.old)
