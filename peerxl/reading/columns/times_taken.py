"""Headings that ask how long something takes or by when it will be done: "Estimated time to completion"."""

from __future__ import annotations

from itertools import pairwise

from peerxl.language.timescales.lexicon import MONTHS
from peerxl.pattern import compile_late
from peerxl.reading.cells.profile import ColumnProfile
from peerxl.reading.cells.told_times import says_day
from peerxl.reading.headings.rules import Heading


def asks_how_long(heading: Heading) -> bool:
    """Whether a heading may as well ask how long something takes, and its cells must say by when: "2 hours" do not."""
    return any(pair in TAKING for pair in pairwise(heading.key.split()))


TAKING = frozenset([("time", "to"), ("time", "for")])


def tell_ends(cells: ColumnProfile) -> bool:
    """Whether half of the cells name a day, or have a month or a year in them."""
    return 2 * len([text for text in cells.texts if says_day(text) or names_month_or_year(text)]) >= cells.filled


def are_dated(cells: ColumnProfile) -> bool:
    """Whether half of the cells have a month or a year in them: "Submit by 15 March 2026"."""
    return 2 * len([text for text in cells.texts if names_month_or_year(text)]) >= cells.filled


def names_month_or_year(text: str) -> bool:
    return any(word in MONTHS or _YEAR.fullmatch(word) for word in _WORD.findall(text.casefold()))


_WORD, _YEAR = compile_late(r"\w+"), compile_late(r"20\d\d")
