"""What is measured, and is nothing to be done: "Number of visits", "% of calls answered", "Average wait in weeks"."""

from __future__ import annotations

import re

from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOST
from peerxl.reading.cells.profile import ColumnProfile


def are_indicators(cells: ColumnProfile) -> bool:
    """Whether most cells name what is measured, by how they begin."""
    named = [text for text in cells.texts if _INDICATOR.match(text)]
    return cells.filled > 1 and len(named) >= MOST * cells.filled


_INDICATOR = compile_late(
    r"(?:the )?(?:(?:total|overall|annual|net) )?"
    r"(?:(?:numbers?|no\.?|percentage|per ?cent|proportion|share|rates?|ratio|amount|volume|value|levels?|count|scores?"
    r"|costs?|time|length|frequency|days|hours) (?:of|per|taken|to|lost)\b"
    r"|(?:average|mean|median) \w|\d{1,3}(?:\.\d+)? ?%|%)",
    re.IGNORECASE,
)
