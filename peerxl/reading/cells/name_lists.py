"""Cells that list who acts and who helps, however many: "Parks: Supported by Roads / Schools / Health"."""

from __future__ import annotations

import re

from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOST, begin_with_owners
from peerxl.reading.cells.profile import ColumnProfile, begins_as_name

_YET = compile_late(r"(?:\s[-–—]|[(,;:.])\s?(?:to be|yet to be|not yet|tb[acd])\b.*", re.IGNORECASE | re.DOTALL)
"""What a cell goes on to say where nobody is named for a post yet."""
_BETWEEN = compile_late(r"\s*(?:[/;:,&+\n]|\b(?:and|(?:with )?support(?:ed)? (?:by|from|of)|with)\b)\s*", re.IGNORECASE)
LONGEST_NAME = 5
"""How many words one of the names in a list has at most."""


def are_sentences(cells: ColumnProfile, most_words: int) -> bool:
    """Whether the cells say more than who acts, in more words on the average than some number, and begin with nobody.

    A post with all whom it acts with is as long, and that somebody is yet to be named for it says nothing more: "Quay
    Lead – to be assigned by the Mayor".
    """
    if cells.mean_words <= most_words:
        return False
    words = [len(_YET.sub("", text).split()) for text in cells.texts]
    is_long = sum(words) > most_words * len(words)
    return is_long and not begin_with_owners(cells) and not are_name_lists(cells)


MOST_WORDS_OF_OWNERS = 10
"""How many words a cell has at most on the average, where its heading and others say that it names who is to act."""


def are_name_lists(cells: ColumnProfile) -> bool:
    """Whether most cells are names with signs between them, however long a list of them is."""
    listed = [text for text in cells.texts if is_name_list(text)]
    return len(listed) >= MOST * cells.filled > 0


def is_name_list(text: str) -> bool:
    """Whether a text is names with signs between them: each begins with a capital, is short and ends no sentence."""
    names = [name for part in _BETWEEN.split(text) if (name := part.strip(" ()"))]
    are_short = all(begins_as_name(name) and len(name.split()) <= LONGEST_NAME for name in names)
    return bool(names) and are_short and not text.rstrip().endswith(".")
