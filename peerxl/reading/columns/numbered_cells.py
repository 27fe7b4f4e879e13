"""Cells that number something: the sections of minutes, the parts of a plan, things that are no rows."""

from __future__ import annotations

from peerxl.reading.cells.cell_kinds import is_section
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.headings.rules import Heading
from peerxl.reading.headings.words import LISTED


def numbers_sections(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether half of the cells under "Minute" number a part of a part, and the others a part: "5.2", "7"."""
    sections = list(filter(is_section, cells.texts))
    are_all = all(text.isdecimal() or text in sections for text in cells.texts)
    is_half = 2 * len(sections) >= cells.filled >= FEW
    return heading.key in MINUTED and are_all and is_half and cells.share_distinct >= MOSTLY_DIFFERENT


def names_parts(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether a few cells under a number are words without one, as parts are called: "Short term" under "No."."""
    phrases = [text for text in cells.texts if len(text.split()) > 1 and text[0].isupper()]
    words = [text for text in phrases if text.replace(" ", "").isalpha()]
    return heading.key.split()[-1] in NUMBERS and len(words) == cells.filled < FEW


def numbers_things(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether the same few numbers under "Document no" tell which document, and not which row."""
    is_of_things = heading.is_weak or not NUMBERED.isdisjoint(heading.key.split())
    is_number = heading.key.endswith(("number", "id"))
    return is_of_things and is_number and cells.filled >= FEW and cells.share_distinct < MOSTLY_DIFFERENT


NUMBERS = frozenset(["number", "reference", "id"])
MINUTED = frozenset(["minute", "agenda item"])
NUMBERED = LISTED | {"package"}
"""What is numbered and may have several rows each."""
MOSTLY_DIFFERENT = 0.7
