"""Whether a date is marked as one of which its writer is not sure: "June 2027?", "est. June 2027", "(provisional)"."""

from __future__ import annotations

import re

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.roles import Role
from peerxl.pattern import compile_late

_WORDS = (
    r"\b(?:provisional|provisionally|indicative|indicatively|tentative|tentatively|estimated|estimate|est|possibly|"
    r"probably|perhaps|maybe|likely)\b\.?"
)
_MAY_MARK = compile_late(rf"\?|{_WORDS}", re.IGNORECASE)
# Its own words may stand between: "estimated completion date: end of June 2027", and no others: "provisional budget".
_BEFORE = compile_late(
    rf"(?:(?<!\w)\?|{_WORDS})(?:[\s:–—-]+(?:completion|finish|delivery|due|target|date|timescale|deadline|start|end|for|by|in|of|"
    r"to|be|as|the|is|early|mid|late|set)){0,6}\s*[:()–—-]?\s*\Z",
    re.IGNORECASE,
)
_AFTER = compile_late(
    rf"\A\s*[,;:(\[–—-]?\s*(?:\?|{_WORDS}\s*(?:\Z|[)\],;.\n]))",
    re.IGNORECASE,
)
FARTHEST = 80
"""How many characters beside a date are asked for a mark."""


def is_unsure(cell: CellReading) -> bool:
    """Whether a mark of doubt stands beside one of a cell's dates."""
    tokens = cell.tokens
    if not _MAY_MARK.search(tokens.text):
        return False
    return any(
        _BEFORE.search(tokens.text[max(start - FARTHEST, 0) : start]) or _AFTER.match(tokens.text[end : end + FARTHEST])
        for start, end in (
            (tokens.starts[chunk.first], tokens.ends[chunk.after - 1])
            for chunk in cell.chunks
            if chunk.role is Role.PERIOD
        )
    )
