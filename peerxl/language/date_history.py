"""A date with those it took the place of, in one cell: the first that was ever agreed, and the last.

"Q4 2023/24 (was Q2 23/24)"
"31 March 2026 (first Q1 2025/26)"
"31 March 2026 (first Q1 2025/26, moved twice, last from 31 October 2025)"

A bracket that begins with "first" and is no date alone ("first phase in May 2025") tells of something else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from peerxl.pattern import compile_late

_BEGINS = compile_late(r"\((?:was|first)\b", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_PERIOD = rf"(?:(?:q|quarter |qtr )[1-4]|\d[\d/.–-]*(?:st|nd|rd|th)?|{_MONTH}\.?|of)"
_DATED = rf"[^)]*?(?:{_MONTH}|\d[/.-]\d|\bq[1-4]|quarter |qtr )"
_ONE = rf"\((?:was\b[\s:]*(?P<only>.+)|first\b[\s:]*(?={_DATED})(?P<alone>{_PERIOD}(?: {_PERIOD}){{0,4}}))\)"
_SEVERAL = r"\(first\b\s*(?P<first>.+?), moved (?P<times>twice|\d{1,3} times), last from (?P<last>.+)\)"
_HISTORY = compile_late(rf"(?:{_ONE}|{_SEVERAL})", re.IGNORECASE)
_EARLIER = compile_late(r"\((?:was|first|originally)\s+([^,;()]+)", re.IGNORECASE)
LONGEST_HISTORY = 1_000
"""A bracket longer than that tells no history of a date."""


class DateHistory(NamedTuple):
    """A date's own words, and those of the first and the last it took the place of; ``moves`` is how often it did."""

    current: str
    first: str = ""
    last: str = ""
    moves: int = 0

    def move_to(self, new: str) -> DateHistory:
        """The same history with a new date: the first one stays the first."""
        return DateHistory(new, self.first or self.current, self.current, self.moves + 1)

    def __str__(self) -> str:
        if not self.moves:
            return self.current
        if self.moves == 1:
            return f"{self.current} (was {self.first})"
        times = "twice" if self.moves == 2 else f"{self.moves} times"
        return f"{self.current} (first {self.first}, moved {times}, last from {self.last})"


def read_date_history(text: str) -> DateHistory:
    """The history that a cell's words end in; none where they end otherwise, or say nothing before it."""
    begins = _BEGINS.search(text) if "(" in text else None
    if begins is None or len(text) - begins.start() > LONGEST_HISTORY or not text[: begins.start()].strip():
        return DateHistory(text)
    match = _HISTORY.fullmatch(" ".join(text[begins.start() :].split()).rstrip(" ."))
    if match is None:
        return DateHistory(text)
    current = text[: begins.start()].rstrip()
    if match["alone"]:
        return DateHistory(current, match["alone"], match["alone"], 1)
    if match["only"]:
        # "(was Q1 (was Q4))": each bracket holds the history of the date before.
        before = read_date_history(match["only"])
        return DateHistory(current, before.first or before.current, before.current, before.moves + 1)
    times = match["times"].casefold().split()[0]
    return DateHistory(current, match["first"], match["last"], 2 if times == "twice" else int(times))


def find_first_words(text: str) -> str:
    """The date that a cell's own words say another one replaced: "Q2 23/24" of "31 March 2024 (was Q2 23/24)"."""
    if "(" not in text:
        return ""
    if first := read_date_history(text).first:
        return first
    earlier = _EARLIER.search(text)
    return earlier[1].strip() if earlier else ""
