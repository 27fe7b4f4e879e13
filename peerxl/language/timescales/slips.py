"""Words that are nearly others: a slip in a word that would change the reading must not pass for a label.

slip = a letter too few, a letter too many, two letters swapped,
       or in a word of six letters and more one letter changed or moved, but not the first
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from peerxl.language.timescales.lexicon import LONG_MONTHS, ORDINARY_WORDS, Lexicon

ALIKE = 0.8  # how much of a word must be a month's name to be taken for a misspelling of it
SHORTEST, LONGEST = 4, 15  # letters; shorter words are too much alike


@lru_cache(maxsize=4096)
def find_meant(word: str, lexicon: Lexicon) -> str | None:
    """The word that was meant, where this one is a slip away from a month or from a word that governs a period."""
    if not SHORTEST <= len(word) <= LONGEST or word in _list_ordinary(lexicon):
        return None
    for month in LONG_MONTHS if len(word) > SHORTEST else ():
        if word[0] == month[0] and _is_alike(word, month):
            return month
    shorter = _shorten(word)
    near = _list_near(lexicon)
    candidates = dict.fromkeys(meant for variant in (word, *shorter) for meant in near.get(variant, ()))
    return next((meant for meant in candidates if _is_slip(word, shorter, meant)), None)


def _is_alike(word: str, month: str) -> bool:
    """Whether a word is a misspelling of a month's name by the letters that they have in one order."""
    least = ALIKE * (len(word) + len(month)) / 2
    # Hardly any word has as many letters of a month's.
    if sum(min(word.count(letter), month.count(letter)) for letter in set(month)) < least:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, word, month, autojunk=False).ratio() >= ALIKE


def _shorten(word: str) -> list[str]:
    """The word without each of its letters."""
    return [word[:index] + word[index + 1 :] for index in range(len(word))]


def _is_slip(word: str, shorter: list[str], meant: str) -> bool:
    if word in _shorten(meant) or meant in shorter:
        return True
    swaps = (word[:index] + word[index : index + 2][::-1] + word[index + 2 :] for index in range(len(word)))
    return (len(meant) > 5 and word[0] == meant[0] and len(word) == len(meant)) or meant in swaps


@cache
def _list_near(lexicon: Lexicon) -> dict[str, list[str]]:
    """The words that govern a period, by themselves and by what they are without one of their letters."""
    near: dict[str, list[str]] = {}
    for role, written in lexicon.phrases.items():
        for word in written.split("|") if role.is_spelt_out else ():
            if word.isalpha() and len(word) > SHORTEST:
                for variant in {word, *_shorten(word)}:
                    near.setdefault(variant, []).append(word)
    return near


@cache
def _list_ordinary(lexicon: Lexicon) -> frozenset[str]:
    """The words that are no slips: those of the lexicon, also within its phrases, and ordinary ones near to them."""
    phrases = (word for written in lexicon.phrases.values() for word in re.findall("[a-z]+", written))
    classes = (word for words in (*lexicon.classes.values(), *lexicon.numbers.values()) for word in words)
    return ORDINARY_WORDS.union(phrases, classes)
