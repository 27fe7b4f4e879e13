"""A theme written at the head of its recommendation in capitals: "VISION The council needs a compelling vision"."""

from __future__ import annotations

import re

from peerxl.pattern import compile_late
from peerxl.text import tidy

LONGEST_THEME = 8
LONGEST_ABBREVIATION = 3
_WORD = compile_late(r"\S+")
_BREAK = " :.-–—"


def split_theme(text: str) -> tuple[str, str]:
    """The theme in sentence case and the recommendation after it; no theme where the words do not begin with one.

    A theme is a run of words in capitals that stands on its own line, before a colon or a dash, or before a word that
    begins a sentence; "LGA recommendations are met" begins with an abbreviation, not with a theme.
    """
    tidied = tidy(text)
    words = list(_WORD.finditer(tidied))
    length = capitals(words)
    if not 0 < length <= LONGEST_THEME:
        return "", tidied.replace("\n", " ")
    head, rest = tidied[: words[length - 1].end()], tidied[words[length - 1].end() :]
    is_marked = rest.lstrip(" ").startswith(("\n", ":", "-", "–", "—")) or head.endswith((":", "-", "–", "—"))
    body = rest.lstrip(_BREAK + "\n").replace("\n", " ")
    is_shouted = any(len(word[0].strip(_BREAK)) > LONGEST_ABBREVIATION for word in words[:length])
    if is_marked or not body or (is_shouted and body[:1].isupper()):
        return sentence_case(head.strip(_BREAK)), body
    return "", tidied.replace("\n", " ")


def capitals(words: list[re.Match[str]]) -> int:
    """How many words in capitals a text begins with; a closing "A" or "I" begins the sentence after them."""
    count = 0
    for word in words:
        letters = [character for character in word[0] if character.isalpha()]
        # "PEER01 Vision" begins with a ref, not with a theme.
        if any(character.isdigit() for character in word[0]) or not all(map(str.isupper, letters)):
            break
        count += 1
    while count and not any(character.isalpha() for character in words[count - 1][0]):
        count -= 1
    if 1 < count < len(words) and words[count - 1][0] in ("A", "I"):
        count -= 1
    return count


def sentence_case(theme: str) -> str:
    """A theme in capitals as a sentence would have it; abbreviations keep theirs, mixed case is left alone."""
    if theme != theme.upper():
        return theme
    words = theme.split(" ")
    lowered = [
        word if len(word.strip(_BREAK)) <= LONGEST_ABBREVIATION and word not in SMALL else word.lower()
        for word in words
    ]
    return " ".join([first_upper(lowered[0]), *lowered[1:]])


# Short words that are no abbreviations: “PLACE OF WORK” becomes “Place of work”.
SMALL = frozenset("AND FOR OF THE TO IN ON OUR WE BE A AN AT BY & ITS".split())


def first_upper(word: str) -> str:
    return word[:1].upper() + word[1:]
