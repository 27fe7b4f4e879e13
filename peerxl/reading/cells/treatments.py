"""In which way a risk is met ("Treat", "Tolerate"), which says nothing of what is done about it."""

from __future__ import annotations

import re

from peerxl.reading.cells.profile import ColumnProfile
from peerxl.reading.headings.words import split_words

_WORD = re.compile(r"[^\W\d_]+")
TREATMENTS = split_words("""
    treat treated tolerate tolerated transfer transferred terminate terminated mitigate mitigated mitigation accept
    accepted acceptance avoid avoided avoidance reduce reduced reduction share shared retain retained
""")
BESIDE = split_words("risk the and or")
MOST_WORDS = 4


def are_treatments(cells: ColumnProfile) -> bool:
    """Whether the cells say in which way each risk is met, and no more: "Treat (mitigate)", "Accept"."""
    return cells.filled > 1 and all(map(is_treatment, cells.texts))


def is_treatment(text: str) -> bool:
    words = set(_WORD.findall(text.casefold()))
    return len(words) <= MOST_WORDS and words <= TREATMENTS | BESIDE and not words.isdisjoint(TREATMENTS)
