"""A time that something is to be done by, in words without a date of their own: "by March", "before the year end"."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.language.timescales.lexicon import CLASSES, MONTHS, SEASONS, WEEKDAYS
from peerxl.pattern import compile_late

_WORD = compile_late(r"[^\s(),;:\[\]–—-]+")
_FIGURES = compile_late(r"\d{1,2}(?:st|nd|rd|th)?|\d{4}s?|\d+[./:]\d[\d./:]*(?:am|pm)?|\d+(?:am|pm)|[qh]\d.*")
BEFORE = frozenset((("by",), ("before",), ("prior", "to"), ("ahead", "of"), ("in", "time", "for")))
"""What stands before a time to come."""
PASSING = frozenset(
    "the a an this our of in at around about next coming mid middle late early latest least very last first school "
    "calendar financial fiscal good".split()
)
"""What may stand between that and the time, and says little of it."""
TIMES = frozenset(
    "end close start beginning eoy eofy fy ye cop cob christmas xmas easter tomorrow tonight noon "
    "midday midnight term terms half recess purdah".split()
) | {*MONTHS, *SEASONS, *WEEKDAYS, *CLASSES["unit"]}
SHORT_FIGURES = 2


def is_deadline(words: Sequence[str]) -> bool:
    """Whether some words begin with a time that something is to be done by: "by the end of March"."""
    lengths = [len(before) for before in BEFORE if tuple(words[: len(before)]) == before]
    return bool(lengths) and is_time(words[lengths[0] :])


def is_time(words: Sequence[str]) -> bool:
    """Whether a time stands first among some words; "3 officers" is none."""
    for index, word in enumerate(words):
        if word in TIMES:
            return True
        if _FIGURES.fullmatch(word):
            following = words[index + 1] if index + 1 < len(words) else ""
            is_count = word.isdecimal() and len(word) <= SHORT_FIGURES and following[:1].isalpha()
            return not is_count or following in TIMES | PASSING
        if word not in PASSING:
            return False
    return False


def list_words(text: str) -> list[str]:
    """The words of a text in small letters, without signs beside them."""
    return [word.strip(".'’\"!").casefold() for word in _WORD.findall(text)]
