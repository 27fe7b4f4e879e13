"""A heading folded: without its case, plurals, abbreviations, footnote marks and later brackets, which say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from peerxl.reading.headings.abbreviations import ABBREVIATIONS
from peerxl.text import one_line

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PLURAL = re.compile(r"(?<=[A-Z][A-Z])s\b")  # of letters: "KPIs"
_NUMBERED = re.compile(r"\A(?:(?:\d{1,2}|[A-Za-z])[.)]\s+(?=\w)|\d{1,2}[.)](?=[A-Za-z]))")
_FOOTNOTE = re.compile(r"\[[ivxlcdmIVXLCDM\d]{1,5}\]|[*†‡§¹²³⁰-⁹]+|\((?:[ivxIVX]{1,4}|\d{1,2}|[eE]?[sS])\)")
_JOINT = re.compile(r"\s[-‐–—]\s|[_\s]+|(?<=\w)[-‐–](?=\w)")
_SIGNS_AS_SPACES = dict.fromkeys(map(ord, ".:;?!\"'“”‘’`"), " ")
_SHORTENED = re.compile(r"(?<=[a-zA-Z])['’][dD]\b")
"""How a participle is written short: "req'd"."""
_POSSESSIVE = re.compile(r"(?<=[a-zA-Z])['’][sS]\b|(?<=[sS])['’](?=\s)")
_LANGUAGE = re.compile(r"_en(?:g|glish)?\Z", re.IGNORECASE)  # beside the same in another language
_ABBREVIATED_AND = re.compile(r"(?<=[A-Z])&(?=[A-Z])")  # "POA&M" is one word
_YES_OR_NO = re.compile(r"\b(yes (?:/ |or )?)number\b")
_SIGN = re.compile(r"\s*([/,&+|])\s*")
EDGE = " .:;-–—_?!\"'“”‘’"
"""What a heading may begin or end with without meaning it."""


TELLING = frozenset(["date", "%"])
"""What says in brackets what cells are: "Completed (date)", "Progress (%)"."""
WHICH_DATE = frozenset("original revised baseline initial latest current new extended".split())
"""What says in brackets which of several dates cells are: "Due date (original)", "Due date (revised)"."""
OF_DATES = frozenset("date dates due deadline timescale timescales target completion".split())


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading folded: without what does not change it."""
    if text.isascii() and text.islower() and text.replace(" ", "").isalpha():  # words, and none of the signs below
        return mend_numbers(" ".join(map(fold_word, text.split())))
    words = _SHORTENED.sub("d", _POSSESSIVE.sub("", _PLURAL.sub("", one_line(text))))
    words = _FOOTNOTE.sub(" ", _LANGUAGE.sub("", _NUMBERED.sub("", words)))
    before, bracket, within = words.replace("[", "(").replace("]", ")").partition("(")
    shorter = before if bracket and before.strip(EDGE) else words
    kind = within.removesuffix(")").strip().casefold() if shorter is before else ""
    if kind in TELLING:
        shorter = f"{before} {kind}"
    elif kind in WHICH_DATE and not OF_DATES.isdisjoint(before.casefold().split()):
        shorter = f"{kind} {before}"
    shorter = _ABBREVIATED_AND.sub("", shorter)
    spaced = _SIGN.sub(r" \1 ", _CAMEL.sub(" ", shorter).replace("#", " number ").replace("№", " number ")).casefold()
    folded = " ".join(map(fold_word, _JOINT.sub(" ", spaced).translate(_SIGNS_AS_SPACES).split()))
    return mend_numbers(folded).strip(EDGE)


def mend_numbers(key: str) -> str:
    """A folded heading in which each "no" is a number only where it is one: "Ref No #", "Achieved yes/no"."""
    return _YES_OR_NO.sub(r"\1no", key.replace("number number", "number"))


# Headings are made of a few hundred words.
@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """A word in the singular and written out: "Recs" is "recommendation"."""
    word = word.strip("()[]{}<>")
    return ABBREVIATIONS.get(word) or ABBREVIATIONS.get(singular(word)) or singular(word)


def singular(word: str) -> str:
    if len(word) < 4 or word == "news" or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def strip_figures(key: str) -> str:
    """A folded heading without what tells it from its like: years, quarters, numbers."""
    return " ".join(word for word in key.split() if not any(map(str.isdigit, word)) and word not in ORDINALS)


ORDINALS = frozenset("first second third fourth fifth".split())


def name_parts(text: str) -> Iterator[str]:
    """The single words of a heading, by which a table is known for what it is."""
    yield from heading_key(text).split()
