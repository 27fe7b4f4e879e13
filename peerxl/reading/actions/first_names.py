"""Owners by one name each: whether "Field, Ann" is two people, where the other cells of the column show it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from peerxl.language.owners.personal_names import FIRST_NAMES
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.pattern import compile_late
from peerxl.reading.columns.resources import RESOURCES
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.headings.heading import read_heading

_NAMES = re.compile(r"@?[^\W\d_]+(?:\s*,\s*@?[^\W\d_]+)*")
_WORD = compile_late(r"[^\W\d_]+")
SEVERAL = 3


def find_first_names(layout: TrackerLayout) -> frozenset[str]:
    """The single names that a column of owners has alone in a cell, or as one of three or more.

    With those that only stand in two, where the column is of single names throughout: nobody writes but one of them
    with the first name behind. Or where two stand the other way round elsewhere, or nothing says that any is a person.
    """
    column = layout.column(Field.OWNER)
    values = layout.count_values(column) if column else ()
    texts = [value.strip() for value in values if isinstance(value, str)]
    parted = [list_names(text) for text in texts if _NAMES.fullmatch(text)]
    alone = frozenset(name for names in parted if len(names) != 2 for name in names)
    pairs = [names for names in parted if len(names) == 2]
    if not shows_persons(layout, texts):
        return alone.union(*pairs)
    alone |= {name for names in pairs if names[::-1] in pairs for name in names}
    is_of_one_kind = len(parted) == sum(any(map(str.isalpha, text)) for text in texts)
    return alone.union(*pairs) if are_lists(pairs, alone, is_of_one_kind=is_of_one_kind) else alone


def shows_persons(layout: TrackerLayout, texts: Sequence[str]) -> bool:
    """Whether a column of owners may hold names of persons, by a heading of no other use or by a cell's first name."""
    headings = (read_heading(use.heading.text, APRIL_YEARS) for use in layout.uses if use.field is Field.OWNER)
    if any(heading.field is Field.OWNER and RESOURCES.isdisjoint(heading.key.split()) for heading in headings):
        return True
    return any(word.casefold() in FIRST_NAMES for text in texts for word in _WORD.findall(text))


def are_lists(pairs: Sequence[Sequence[str]], alone: Set[str], *, is_of_one_kind: bool) -> bool:
    """Whether each cell of two names is a list: all begin with a name that stands alone too, or one is plainly one.

    One alone says so only where no owner of the column has two words, as a name in full or a post has; and a first name
    after another name is that one's where nobody stands alone by a first name.
    """
    is_by_surname = not any(name.casefold() in FIRST_NAMES for name in alone)
    if len(alone) < SEVERAL or (is_by_surname and any(second.casefold() in FIRST_NAMES for _, second in pairs)):
        return False
    return all(first in alone for first, _ in pairs) or (is_of_one_kind and any(alone >= set(pair) for pair in pairs))


def list_names(text: str) -> list[str]:
    return [name.strip().removeprefix("@") for name in text.split(",")]


def part_first_names(text: str, names: frozenset[str]) -> str:
    """The text of a cell, with two names that each stand elsewhere on their own plainly parted."""
    parts = list_names(text)
    return "; ".join(parts) if len(parts) == 2 and names.issuperset(parts) else text
