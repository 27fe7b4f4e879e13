"""The quarter that a column's heading names, and the words it leaves beside it."""

from __future__ import annotations

import re
from dataclasses import field, replace
from datetime import date
from functools import lru_cache

from peerxl.frozen import frozen
from peerxl.language.timescales import list_own_words, may_be_period, may_count, read_timescale
from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention

CENTURY, YEAR_DIGITS = 2000, 4
MOST_WORDS = 8
"""A longer text is not searched for a quarter: every run of words at its ends would be read as a timescale."""
_BRACKET = re.compile(r"\(([^()]*)\)")
_FISCAL_YEAR = re.compile(r"\bfy[ -]?'?((?:20)?\d\d)\b(?!\s?[/-]\s?\d)", re.IGNORECASE)
_EDGE = " .:;-–—_?!\"'“”‘’(),"


@frozen
class QuarterName:
    """A quarter as a heading names it: with its year, or with None for the year the plan will say.

    ``last_day`` is that of the period named, which of two months of one quarter tells the later. ``fiscal_year`` is
    when the year begins that a heading names by one number ("FY26"), if it is the one in which it ends. ``is_year``
    says that a whole year is named, and the quarter is the one it ends in.
    """

    number: int
    year: int | None = None
    last_day: date | None = field(default=None, compare=False)
    fiscal_year: int | None = None
    is_year: bool = False

    def has_in_it(self, quarter: FiscalQuarter) -> bool:
        """Whether the whole year that is named has a quarter in it."""
        return self.is_year and self.last_day is not None and 0 <= (self.last_day - quarter.last_day).days < YEAR


YEAR = 365
"""Fewer days than lie between the ends of two years."""
PREVIOUS = QuarterName(0)
"""The quarter before the one reported, as in "Previous update"."""


def split_quarter(text: str, years: YearConvention) -> tuple[QuarterName | None, str]:
    """The quarter a heading names and the words beside it; no quarter where it names none, or more than one.

    The longest run of words at the heading's end, else at its beginning or within brackets, that is a period and
    nothing else: "Progress March 23", "Q3 2023/24 update", "Current position (Sept 2023)".
    """
    words = text.split()
    if len(words) > MOST_WORDS or not may_count(text):
        return None, text
    # A run with a word of an officer's own is no period.
    own = list_own_words(words)
    first, last = (own[0], own[-1]) if own else (len(words) - 1, -1)
    ends = [(" ".join(words[index:]), " ".join(words[:index])) for index in range(last + 1, len(words))]
    starts = [(" ".join(words[:index]), " ".join(words[index:])) for index in range(first, 0, -1)]
    within = [(inner, text.replace(f"({inner})", " ")) for inner in _BRACKET.findall(text)]
    for period, rest in (*ends, *starts, *within):
        if quarter := read_quarter_name(period.strip(_EDGE), years):
            other, _ = split_quarter(rest, years)
            is_alone = other is None or other.number == quarter.number  # "Q1 and Q2 update" is of neither
            return (quarter, rest) if is_alone else (None, text)
    return None, text


def split_year(text: str, years: YearConvention) -> tuple[QuarterName | None, str]:
    """The quarter in which a year ends that a heading begins or ends with, and the words beside it: "2019 progress".

    A year by one number is the calendar's, unless the plan's own convention reads it otherwise.
    """
    words = " ".join(text.replace("–", "-").split()).strip(_EDGE)
    found = _YEAR_FIRST.match(words) or _YEAR_LAST.search(words)
    if found is None:
        return None, text
    milestones = read_timescale(found["year"], years).milestones
    ends = [milestone.end_date for milestone in milestones if milestone.end_date is not None]
    is_calendar = not ends and found["year"].isdecimal()
    last_day = ends[0] if len(ends) == 1 else date(int(found["year"]), 12, 31) if is_calendar else None
    if last_day is None:
        return None, text
    quarter = years.quarter_of(last_day)
    rest = f"{words[: found.start()]} {words[found.end() :]}".strip(f"{_EDGE} ")
    return QuarterName(quarter.number, quarter.start_year, last_day, is_year=True), rest


_LONE_YEAR = r"(?P<year>(?:19|20)\d\d(?:\s?[/-]\s?(?:(?:19|20)\d\d|\d\d))?)"
_YEAR_FIRST = re.compile(rf"{_LONE_YEAR}(?=[\s:)-])")
_YEAR_LAST = re.compile(rf"(?<=[\s(:-]){_LONE_YEAR}\)?\Z")


# Rows speak of the same few periods, and the runs of words at their ends are many.
@lru_cache(maxsize=4096)
def read_quarter_name(period: str, years: YearConvention) -> QuarterName | None:
    """The one quarter that a period lies in, where the words are that period and nothing else."""
    if named := _FISCAL_YEAR.search(period):
        quarter = read_quarter_name(f"{period[: named.start()]}{period[named.end() :]}".strip(f"{_EDGE}/"), years)
        is_undated = quarter is not None and quarter.year is None
        start = CENTURY + int(named[1]) % CENTURY - (0 if years.first_month == 1 else 1)
        return replace(quarter, fiscal_year=start) if quarter and is_undated else None
    # A number alone is none, and what is said of a meeting has many: "Executive, 2 December 2025, item 7".
    if (period.isdecimal() and len(period) <= YEAR_DIGITS) or not may_be_period(period):
        return None
    # A quarter without a year needs one to be read, whichever.
    any_year = replace(years, single_year=SingleYear.FISCAL)
    for year, convention in ((None, years), (years.year(2000), any_year)):
        reading = read_timescale(period, convention, year)
        if len(reading.milestones) == 1 and not reading.milestones[0].label:
            milestone = reading.milestones[0]
            if milestone.end is not None and (milestone.start or milestone.end) == milestone.end:
                start_year = None if year else milestone.end.start_year
                return QuarterName(milestone.end.number, start_year, milestone.end_date)
        # What is dated as it stands says its year, and is the same in any.
        if reading.milestones:
            return None
    return None
