"""Which actions of two plans are the same one, by their wording; never a pair that the words leave in doubt.

Two actions are one where nearly all their words are the same and neither has a word in place of another's: "Refresh the
climate strategy" and "Refresh the housing strategy" are two, and so are phase 1 and phase 2. Words added or left out,
spelling, punctuation and the small words make no difference. What is merely like is a likely pair, for somebody to
decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from peerxl.model.plan import Action

CERTAIN, LIKELY = 85.0, 60.0
"""How like two wordings are, of 100, to be one action for sure, or perhaps."""
MOST_LIKELY = 5

# They come and go in an edit without changing what is to be done; "not" and "no" do not.
SMALL_WORDS = frozenset(
    "a all an and any are as at be been by for from has have her his in into is it its of on or our so such that the "
    "their them these they this those to up we which will with s".split()
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actions that are one, or likely are, by their places in their plans; ``likeness`` is of 100."""

    new: int
    old: int
    likeness: float
    is_certain: bool
    is_of_one_theme: bool = False

    @property
    def rank(self) -> tuple[int, bool]:
        return round(self.likeness), self.is_of_one_theme


def find_pairs(new: Sequence[Action], old: Sequence[Action]) -> tuple[Pair, ...]:
    """The certain pairs, each action in one at most, and for an action in none of them the likeliest pair if any."""
    found = tuple(candidates(new, old))
    certain = tuple(mutual(pair for pair in found if pair.is_certain))
    paired_new, paired_old = {pair.new for pair in certain}, {pair.old for pair in certain}
    likely: dict[int, Pair] = {}
    for pair in sorted(found, key=lambda pair: pair.rank, reverse=True):
        if pair.new not in paired_new and pair.old not in paired_old:
            likely.setdefault(pair.new, replace(pair, is_certain=False))
    return tuple(sorted((*certain, *likely.values()), key=lambda pair: pair.new))


def candidates(new: Sequence[Action], old: Sequence[Action]) -> Iterator[Pair]:
    """For each action the few whose wording is most like its own."""
    from rapidfuzz import fuzz, process

    old_words = [words(action.text) for action in old]
    texts = {index: " ".join(sorted(each)) for index, each in enumerate(old_words) if each}
    for index, action in enumerate(new):
        own = words(action.text)
        best = process.extract(" ".join(sorted(own)), texts, scorer=fuzz.ratio, score_cutoff=LIKELY, limit=MOST_LIKELY)
        for _, likeness, place in best:
            is_certain = likeness >= CERTAIN and says_the_same(own, old_words[place])
            is_of_one_theme = theme_key(action.theme) == theme_key(old[place].theme)
            yield Pair(index, place, likeness, is_certain, is_of_one_theme)


def is_one(text: str, other: str) -> bool:
    """Whether two wordings are of one action beyond doubt."""
    from rapidfuzz import fuzz

    own, others = words(text), words(other)
    likeness = fuzz.ratio(" ".join(sorted(own)), " ".join(sorted(others)))
    return bool(own) and likeness >= CERTAIN and says_the_same(own, others)


def words(text: str) -> tuple[str, ...]:
    """The words of a text that carry its meaning, in their order."""
    plain = text.casefold().replace("’", "'").replace("'", "").replace("&", " and ")
    return tuple(word for word in _WORD.findall(plain) if word not in SMALL_WORDS)


def says_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one has only words more than the other, and no figure or denial among them."""
    only_one, only_other = Counter(one) - Counter(other), Counter(other) - Counter(one)
    apart, beside = unpaired(list(only_one.elements()), list(only_other.elements()))
    return not (apart and beside) and not any(map(is_decisive, (*apart, *beside)))


def unpaired(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """The words of each that are no form of one of the other's; written as one or as two words is one."""
    if "".join(one) == "".join(other):
        return [], []
    rest = list(other)
    apart = []
    for word in one:
        twin = next((each for each in rest if forms(word) & forms(each)), None)
        if twin is None:
            apart.append(word)
        else:
            rest.remove(twin)
    return apart, rest


def forms(word: str) -> frozenset[str]:
    """What a word may be a plural or a tense of, and itself: "strategies" of "strategy", "planned" of "plan".

    No nearer likeness makes two words one: "employer" and "employee" differ by a letter.
    """
    plain = word.replace("z", "s")  # organise, organize
    found = {plain}
    for ending, instead in ENDINGS:
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) >= SHORTEST_STEM:
            found |= {stem + instead, stem[:-1] if stem[-1] == stem[-2] else stem + instead}
    return frozenset(found)


ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
SHORTEST_STEM = 3


def is_decisive(word: str) -> bool:
    """Whether a word alone makes another action of it: a figure, or one that denies."""
    return any(map(str.isdigit, word)) or word in DENIALS


DENIALS = frozenset("not no never without stop cease cancel withdraw reverse".split())


def theme_key(theme: str) -> str:
    """A theme's words without the code before them: "PEER01 Vision" and "Vision" are one."""
    return " ".join(word for word in _WORD.findall(theme.casefold()) if not any(map(str.isdigit, word)))


def mutual(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs in which each is the other's one best, best first; what is equally like two others stays unpaired."""
    left = list(pairs)
    while True:
        chosen = [pair for pair in left if is_best(pair, left)]
        if not chosen:
            return
        yield from chosen
        new, old = {pair.new for pair in chosen}, {pair.old for pair in chosen}
        left = [pair for pair in left if pair.new not in new and pair.old not in old]


def is_best(pair: Pair, pairs: Sequence[Pair]) -> bool:
    rivals = (other for other in pairs if other is not pair and (other.new == pair.new or other.old == pair.old))
    return all(pair.rank > other.rank for other in rivals)
