"""Spans of days, of which one begins where the one before it ends, as a plan's tasks have them: "22/3 - 23/3"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from itertools import pairwise

from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.status import says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOST
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.cells.told_times import says_day

Span = tuple[int, int]
"""The first day and the last, as days of a year that nobody names."""


def follow_on(cells: ColumnProfile) -> bool:
    """Whether most cells are spans of days, and most of these begin right after the one above has ended, or before."""
    told = [text.strip() for text in cells.texts if not says_nothing(text)]
    if any(_FIGURES.fullmatch(text) and says_day(text) for text in told):  # "08/09 - 09/10" may be years
        return False
    return any(are_in_turn([find_span(text, is_day_first) for text in told]) for is_day_first in (True, False))


def are_in_turn(found: list[Span | None]) -> bool:
    spans = [span for span in found if span is not None]
    if len(spans) < FEW or len(spans) < MOST * len(found):
        return False
    following = [after for before, after in pairwise(spans) if before[0] <= after[0] <= before[1] + LONGEST_BREAK]
    return len(following) >= MOST * (len(spans) - 1)


LONGEST_BREAK = 3
"""After how many days a task begins at most that follows on: a weekend lies between a Friday and a Monday."""


@lru_cache(maxsize=4096)
def find_span(text: str, is_day_first: bool) -> Span | None:
    """The days that a text names as the first and the last, by numbers or months; none where it says anything else."""
    figures = _FIGURES.fullmatch(text)
    if figures is not None:
        pairs = [(int(figures[1]), int(figures[2])), (int(figures[3]), int(figures[4]))]
        ends = [pair if is_day_first else (pair[1], pair[0]) for pair in pairs]
    else:
        named = _DAYS_FIRST.fullmatch(text) or _MONTHS_FIRST.fullmatch(text)
        if named is None:
            return None
        first, last = named["month"] or named["last_month"], named["last_month"] or named["month"]
        ends = [(int(named["day"]), MONTHS[first.casefold()]), (int(named["last_day"]), MONTHS[last.casefold()])]
    days = [count_day(*end) for end in ends]
    # What ends before it begins goes on into the next year.
    return None if days[0] is None or days[1] is None else (days[0], days[1] + (YEAR if days[1] < days[0] else 0))


def count_day(day: int, month: int) -> int | None:
    """Which day of a year a day of a month is, the last of the month where it is of none: "31/4"."""
    if not (1 <= day <= LONGEST_MONTH and 1 <= month <= MONTHS_OF_YEAR):
        return None
    return date(ANY_YEAR, month, min(day, monthrange(ANY_YEAR, month)[1])).timetuple().tm_yday


ANY_YEAR, YEAR, LONGEST_MONTH, MONTHS_OF_YEAR = 2001, 365, 31, 12
_TO = r" ?(?:[-–—]|to|until|till) ?"
_OF_YEAR = r"(?:[/. ]'?(?:20)?\d\d)?\.?"
_FIGURES = compile_late(rf"(\d\d?)[/.](\d\d?){_OF_YEAR}{_TO}(\d\d?)[/.](\d\d?){_OF_YEAR}")
_NAME, _TH, _YEAR = rf"(?:{'|'.join(MONTHS)})", r"(?:st|nd|rd|th)?", r"(?:,? \d{4})?"
_DAYS_FIRST = compile_late(
    rf"(?P<day>\d\d?){_TH}(?:[ /-]?(?P<month>{_NAME}))?{_YEAR}{_TO}"
    rf"(?P<last_day>\d\d?){_TH}[ /-]?(?P<last_month>{_NAME}){_YEAR}",
    re.IGNORECASE,
)
_MONTHS_FIRST = compile_late(
    rf"(?P<month>{_NAME}) ?(?P<day>\d\d?){_TH}{_YEAR}{_TO}"
    rf"(?:(?P<last_month>{_NAME}) ?)?(?P<last_day>\d\d?){_TH}{_YEAR}",
    re.IGNORECASE,
)
