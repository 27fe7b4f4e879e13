"""Which actions of two plans are the same one, by their wording; never a pair that the words leave in doubt.

Two actions are one where they have the same words in the same order: spelling, punctuation, plurals and tenses,
articles and a handful of words that add nothing make no difference, any other word does. "Refresh the climate strategy"
and "Refresh the housing strategy" are two, and so are phase 1 and phase 2, the strategy and the draft strategy, and the
same words under another theme. What is merely like is a likely pair, for somebody to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from peerxl.model.plan import Action

LIKELY = 60.0
"""How like two wordings are, of 100, for somebody to be asked whether they are one action."""
MOST_LIKELY = 5

# They come and go in an edit without changing what is to be done.
FILLERS = frozenset("a an the our its their all also further existing current".split())
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
    likely: list[Pair] = []
    for pair in sorted(found, key=lambda pair: pair.rank, reverse=True):
        if pair.new not in paired_new and pair.old not in paired_old:
            likely.append(replace(pair, is_certain=False))
            paired_new.add(pair.new)
    return tuple(sorted((*certain, *likely), key=lambda pair: pair.new))


def candidates(new: Sequence[Action], old: Sequence[Action]) -> Iterator[Pair]:
    """For each action the few whose wording is most like its own."""
    from rapidfuzz import fuzz, process

    old_words = [words(action.text) for action in old]
    texts = {index: " ".join(each) for index, each in enumerate(old_words) if each}
    for index, action in enumerate(new):
        own = words(action.text)
        best = process.extract(" ".join(own), texts, scorer=fuzz.ratio, score_cutoff=LIKELY, limit=MOST_LIKELY)
        for _, likeness, place in best:
            is_certain = says_the_same(own, old_words[place]) and may_be_one_theme(action.theme, old[place].theme)
            is_of_one_theme = theme_key(action.theme) == theme_key(old[place].theme)
            yield Pair(index, place, likeness, is_certain, is_of_one_theme)


def is_one(text: str, other: str) -> bool:
    """Whether two wordings are of one action beyond doubt."""
    return says_the_same(words(text), words(other))


def words(text: str) -> tuple[str, ...]:
    """The words of a text that say what is to be done, in their order."""
    plain = text.lower() if text.isupper() else text
    found = _WORD.findall(plain.replace("’", "").replace("'", "").replace("&", " and "))
    return tuple(word.casefold() for place, word in enumerate(found) if not adds_nothing(word, place))


def adds_nothing(word: str, place: int) -> bool:
    """Whether a word is an article or a filler, and no letters that name something: option A, an ITS strategy."""
    is_name = word.isupper() and word != "THE" and place > 0
    return word.casefold() in FILLERS and not is_name


def says_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same, or forms of the same, in the same order; written as one or as two is one."""
    if "".join(one) == "".join(other):
        return bool(one)
    return len(one) == len(other) and all(forms(word) & forms(each) for word, each in zip(one, other, strict=True))


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


def theme_key(theme: str) -> str:
    """A theme's words without the code before them: "PEER01 Vision" and "Vision" are one."""
    return " ".join(word for word in _WORD.findall(theme.casefold()) if not any(map(str.isdigit, word)))


def may_be_one_theme(one: str, other: str) -> bool:
    """Whether two themes are one, or one of them is not given, or says the other and more."""
    first, second = set(theme_key(one).split()), set(theme_key(other).split())
    return first <= second or second <= first


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
