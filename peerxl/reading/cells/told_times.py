"""Whether a text says when something is, and in what way: a day, a period, again and again, or none."""

from __future__ import annotations

import re
from functools import lru_cache

from peerxl.language.timescales import read_timescale
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.timescale import TimescaleKind
from peerxl.pattern import compile_late
from peerxl.reading.cells.written_dates import is_written_date


@lru_cache(maxsize=4096)
def says_no_day(text: str) -> bool:
    """Whether a text says that something goes on, is to be done at once or within a time: nothing that has happened."""
    reading = read_timescale(text, APRIL_YEARS)
    return reading.kind in (
        TimescaleKind.OPEN,
        TimescaleKind.IMMEDIATE,
        TimescaleKind.RELATIVE,
        TimescaleKind.RECURRING,
    )


@lru_cache(maxsize=4096)
def says_no_date_yet(text: str) -> bool:
    """Whether a text stands for a date that nobody has set yet: "TBC"."""
    return read_timescale(text, APRIL_YEARS).kind is TimescaleKind.UNSET


@lru_cache(maxsize=4096)
def recurs(text: str) -> bool:
    """Whether a text says that something is done again and again: "Annually"."""
    return read_timescale(text, APRIL_YEARS).kind is TimescaleKind.RECURRING


@lru_cache(maxsize=4096)
def says_when(text: str) -> bool:
    """Whether a text reads as a timescale, or says that there is none yet."""
    reading = read_timescale(text, APRIL_YEARS, APRIL_YEARS.year(2000))
    return reading.kind is not TimescaleKind.UNREADABLE or is_written_date(text)


@lru_cache(maxsize=4096)
def is_long_period(text: str) -> bool:
    """Whether a text names a month, a quarter, or from when to when: "December", "Q4 2025", "Oct 1 – Nov 30"."""
    return text.casefold() in MONTHS or _LONG_PERIOD.fullmatch(text) is not None


_MONTH_NAME = rf"(?:{'|'.join(MONTHS)})"
_QUARTER_NAME = r"q[1-4] ?'?(?:fy)? ?\d{0,4}(?:/\d\d)?|q[1-4]\d\d"
_LONG_PERIOD = compile_late(
    rf"{_QUARTER_NAME}|{_MONTH_NAME} '?(?:20)?\d\d|(?:20)\d\d"
    rf"|(?:.*\b{_MONTH_NAME}\b.*|{_QUARTER_NAME}) ?(?:[–—-]|to) ?(?:.*\b{_MONTH_NAME}\b.*|{_QUARTER_NAME})",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def says_day(text: str) -> bool:
    """Whether a text names a day, a month, a quarter or another part of the calendar that does not come back."""
    kind = read_timescale(text, APRIL_YEARS, APRIL_YEARS.year(2000)).kind
    return kind is TimescaleKind.DATED or is_written_date(text)
