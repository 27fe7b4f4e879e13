"""Cells that list who acts and who helps, however many: "Parks: Supported by Roads / Schools / Health"."""

from __future__ import annotations

import re

from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOST
from peerxl.reading.cells.profile import ColumnProfile, begins_as_name

_BETWEEN = compile_late(r"\s*(?:[/;:,&+\n]|\b(?:and|(?:with )?support(?:ed)? (?:by|from|of)|with)\b)\s*", re.IGNORECASE)
LONGEST_NAME = 5
"""How many words one of the names in a list has at most."""


def are_name_lists(cells: ColumnProfile) -> bool:
    """Whether most cells are names with signs between them, however long a list of them is."""
    listed = [text for text in cells.texts if is_name_list(text)]
    return len(listed) >= MOST * cells.filled > 0


def is_name_list(text: str) -> bool:
    """Whether a text is names with signs between them: each begins with a capital, is short and ends no sentence."""
    names = [name for part in _BETWEEN.split(text) if (name := part.strip(" ()"))]
    are_short = all(begins_as_name(name) and len(name.split()) <= LONGEST_NAME for name in names)
    return bool(names) and are_short and not text.rstrip().endswith(".")
