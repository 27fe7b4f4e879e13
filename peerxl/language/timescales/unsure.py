"""Whether a date is marked as one of which its writer is not sure, or that hangs on something else.

The first are "June 2027?", "est. June 2027" and "June 2027 (provisional)", the others "June 2027 subject to funding".
"""

from __future__ import annotations

import re

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.roles import Role
from peerxl.pattern import compile_late

_MARKS = frozenset(
    "? provisional provisionally indicative indicatively tentative tentatively estimated estimate est possibly "
    "probably perhaps maybe likely".split()
)
_WORDS = rf"\b(?:{'|'.join(sorted(_MARKS - {'?'}, key=len, reverse=True))})\b\.?"
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
_CONDITIONS = (
    r"\b(?:(?:dependent|depending|depends|contingent|conditional) (?:up)?on|subject to(?! be\b)|provided that)\b"
)
_PERMITTING = r"\w[\w'’ ]{0,40} permitting\b"
_CONDITION_WORDS = frozenset("dependent depending depends contingent conditional subject provided permitting".split())
_TELLING = _MARKS | _CONDITION_WORDS
# "Subject to funding, by June 2027", and no date or other sentence between.
_CONDITION_BEFORE = compile_late(rf"{_CONDITIONS}[^\d.;\n]{{1,60}}\Z", re.IGNORECASE)
_CONDITION_AFTER = compile_late(
    rf"\A\s*[,;:(\[–—-]?\s*(?:but |and |all |still |this is )?(?:{_CONDITIONS}|{_PERMITTING})", re.IGNORECASE
)
FARTHEST = 80
"""How many characters beside a date are asked for a mark."""


def find_doubt(cell: CellReading) -> str:
    """The code of the note that one of a cell's dates is unsure, or hangs on something else; nothing for neither."""
    texts = cell.tokens.texts
    if _TELLING.isdisjoint(texts):
        return ""
    if not _MARKS.isdisjoint(texts) and _has_beside(cell, _BEFORE, _AFTER):
        return "unsure"
    is_conditional = not _CONDITION_WORDS.isdisjoint(texts) and _has_beside(cell, _CONDITION_BEFORE, _CONDITION_AFTER)
    return "conditional" if is_conditional else ""


def _has_beside(cell: CellReading, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    """Whether one of a cell's dates has some words right before or after it."""
    tokens = cell.tokens
    return any(
        before.search(tokens.text[max(start - FARTHEST, 0) : start]) or after.match(tokens.text[end : end + FARTHEST])
        for start, end in (
            (tokens.starts[chunk.first], tokens.ends[chunk.after - 1])
            for chunk in cell.chunks
            if chunk.role is Role.PERIOD
        )
    )
