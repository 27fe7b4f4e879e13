"""How the words of two actions, their themes and their refs are held against each other.

Two actions are one where they have the same words in the same order: spelling, punctuation, plurals and tenses,
articles and a handful of words that add nothing make no difference, any other word does. "Refresh the climate strategy"
and "Refresh the housing strategy" are two, and so are phase 1 and phase 2, the strategy and the draft strategy.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from peerxl.pattern import compile_late
from peerxl.text import tidy

# They come and go in an edit without changing what is to be done.
FILLERS = frozenset("a an the our its their all also further existing current".split())
# What a word's ending may be put in place of: "strategies" of "strategy", "planned" of "plan".
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
# What is left of a shorter word is another one: “used” is no form of “us”.
SHORTEST_STEM = 3
_WORD = compile_late(r"[^\W_]+")
_SIGNS = compile_late(r"[\W_]+")
_NOUGHTS = compile_late(r"(?<!\d)0+(?=\d)")


# The words of one action are looked for among all the others, by its neighbours and by the record.
@lru_cache(maxsize=50_000)
def fold_words(text: str) -> str:
    """What does not change when words are only laid out anew: letters and digits, without case and web mark-up."""
    return _SIGNS.sub("", tidy(text).casefold())


def fold_ref(ref: str) -> str:
    """A ref without what does not tell it from another: spaces, case, and noughts before a number."""
    return _NOUGHTS.sub("", "".join(ref.casefold().split()))


def same_action(text: str, other: str) -> bool:
    """Whether two wordings are of one action beyond doubt."""
    return has_same_words(telling_words(text), telling_words(other))


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text that say what is to be done, in their order."""
    # Where all is in capitals they name nothing.
    plain = text.lower() if text.isupper() else text
    words = _WORD.findall(plain.replace("’", "").replace("'", "").replace("&", " and "))
    return tuple(word.casefold() for index, word in enumerate(words) if not adds_nothing(word, index))


def adds_nothing(word: str, index: int) -> bool:
    """Whether a word is an article or a filler, and no letters that name something: option A, an ITS strategy."""
    is_name = word.isupper() and word != "THE" and index > 0
    return word.casefold() in FILLERS and not is_name


def has_same_words(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words are the same, or forms of the same, in the same order; written as one or as two is one."""
    # “web site” and “website”.
    if "".join(words) == "".join(others):
        return bool(words)
    if len(words) != len(others):
        return False
    return all(word_forms(word) & word_forms(other) for word, other in zip(words, others, strict=True))


def word_forms(word: str) -> frozenset[str]:
    """What a word may be a plural or a tense of, and itself: "strategies" of "strategy", "planned" of "plan".

    No nearer likeness makes two words one: "employer" and "employee" differ by a letter.
    """
    plain = word.replace("z", "s")  # organise, organize
    forms = {plain}
    for ending, instead in ENDINGS:
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) >= SHORTEST_STEM:
            forms |= {stem + instead, stem[:-1] if stem[-1] == stem[-2] else stem + instead}
    return frozenset(forms)


def fold_theme(theme: str) -> str:
    """A theme's words without the code before them: "PEER01 Vision" and "Vision" are one."""
    return " ".join(word for word in _WORD.findall(theme.casefold()) if not any(map(str.isdigit, word)))


def may_be_one_theme(theme: str, other: str) -> bool:
    """Whether two themes are one, or one of them is not given, or says the other and more."""
    words, others = set(fold_theme(theme).split()), set(fold_theme(other).split())
    return words <= others or others <= words
