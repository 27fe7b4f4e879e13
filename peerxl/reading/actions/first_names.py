"""Owners by one name each: whether "Field, Ann" is two people, where the other cells of the column show it."""

from __future__ import annotations

import re

from peerxl.model.layout import Field
from peerxl.reading.columns.tracker_layout import TrackerLayout

_NAMES = re.compile(r"[^\W\d_]+(?:\s*,\s*[^\W\d_]+)*")


def find_first_names(layout: TrackerLayout) -> frozenset[str]:
    """The single names that a column of owners has alone in a cell, or as one of three or more.

    With those after them, where the column has several so and each cell of two names begins with one of these: nobody
    writes but one of them with the first name behind.
    """
    column = layout.column(Field.OWNER)
    values = layout.count_values(column) if column else ()
    texts = (value.strip() for value in values if isinstance(value, str))
    parted = [list_names(text) for text in texts if _NAMES.fullmatch(text)]
    alone = frozenset(name for names in parted if len(names) != 2 for name in names)
    pairs = [names for names in parted if len(names) == 2]
    is_by_single_names = len(alone) >= SEVERAL and all(first in alone for first, _ in pairs)
    return alone.union(*pairs) if is_by_single_names else alone


SEVERAL = 3


def list_names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def part_first_names(text: str, names: frozenset[str]) -> str:
    """The text of a cell, with two names that each stand elsewhere on their own plainly parted."""
    parts = list_names(text)
    return "; ".join(parts) if len(parts) == 2 and names.issuperset(parts) else text
