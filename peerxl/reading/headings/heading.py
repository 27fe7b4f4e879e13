"""What a column heading says: the field it names, how plainly, and the quarter it reports on.

A heading is folded (case, camel case, underscores, plurals, abbreviations, footnote marks, later brackets), then held
against the tables of ``words``: whole; as the heading of a date; as words that change nothing around words that
name a field; part by part ("Timescale/Due date"). What only ends or begins with such words ("LGA peer recommendation",
"Officer responsible for delivery") is read as well, but weakly: any plainer heading goes before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from peerxl.language.timescales import read_year
from peerxl.language.timescales.lexicon import MONTH_BEGINNINGS
from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import Field
from peerxl.pattern import compile_late
from peerxl.reading.headings.dates import PLANNING
from peerxl.reading.headings.edges import find_at_edges
from peerxl.reading.headings.key import TELLING, fold_word, heading_key
from peerxl.reading.headings.parts import UNITS, find_in_clause, find_in_parts, find_leader
from peerxl.reading.headings.quarter_names import PREVIOUS, split_quarter, split_year
from peerxl.reading.headings.rules import Heading
from peerxl.reading.headings.whole import find_whole
from peerxl.text import one_line

LONGEST_HEADING = 200
"""Longer texts are no headings, whatever stands in their brackets."""
LONGEST_KEY, MOST_WORDS = 90, 12
"""What is left of a heading when its brackets are gone."""
OPENING_WORDS = 6
"""How many words of a longer question are read."""
_LEGEND = compile_late(r"(?:[a-z]|\d{1,2})[.):]\s|[•*–-]|\(")
_NUMBERED = re.compile(r"(?:owner|lead|officer|update)?\d|[b-d]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_FIRST = re.compile(r"fy|\d")
_QUARTER_OR_YEAR = re.compile(r"\bq(?:uarter|tr)?\b|\bq\d|\d{2,4}", re.IGNORECASE)
_MAY_NAME_QUARTER = re.compile(
    rf"\bq(?:tr)?\.?\s*[1-4]\b|quarter|\b(?:{'|'.join(MONTH_BEGINNINGS)})|\d\d\d\d|\d[./-]\d",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"([^:()]*\w)\s*(?::\s*([^:()]+)|\(([^()]+)\))\s*\Z")
# "Last update" is the latest one; "last quarter" is the one before.
_PREVIOUS = re.compile(r"\b(?:previous|prior|preceding|last (?:quarter|period|time|month))\b")
NOTHING = Heading()


@lru_cache(maxsize=4096)
def read_heading(text: str, years: YearConvention) -> Heading:
    """What a heading says; a Heading that is not known where it says nothing to us."""
    title = cut_guidance(text)
    titled = read_words(title, years) if title else NOTHING
    return titled if titled.is_known else read_words(text, years)


def read_words(text: str, years: YearConvention) -> Heading:
    """What a heading says by all its words, of which none are guidance."""
    if not text.strip() or len(text) > LONGEST_HEADING:
        return NOTHING
    key = heading_key(text)
    if len(key) > LONGEST_KEY or key.count(" ") >= MOST_WORDS:
        # A form may head its columns with whole questions, which say at once what they ask for.
        opening = " ".join(key.split()[:OPENING_WORDS]) if text.rstrip().endswith("?") else ""
        return replace(find_meaning(opening), key=key, is_weak=True) if opening else NOTHING
    if not key:
        return NOTHING
    reading = replace(find_explained(text) or find_meaning(key), key=key)
    if not reading.is_known and (named := find_first_line(text) or find_in_lines(text)):
        reading = replace(named, key=key)
    if reading.field is not None and reading.field not in (Field.STATUS, Field.COMMENT):
        return reading
    if (reading.field or reading.is_update) and _PREVIOUS.search(key):
        return replace(reading, quarter=PREVIOUS)
    return add_quarter(reading, text, years) if _MAY_NAME_QUARTER.search(text) else reading


def cut_guidance(text: str) -> str:
    """The first line of a heading whose others are whole sentences of what to write there; none where they are not."""
    if "\n" not in text.strip():
        return ""
    title, *others = filter(None, map(str.strip, text.splitlines()))
    guidance = " ".join(others)
    is_told = guidance.endswith((".", "?", "!")) and guidance[:1].isupper() and len(guidance.split()) >= FEWEST_TOLD
    return title if is_told and len(title.split()) <= LONGEST_TITLE and title[-1] not in ".,;?!" else ""


LONGEST_TITLE, FEWEST_TOLD = 8, 3
"""How many words a heading has at most over a sentence of guidance, and that at least."""


def find_first_line(text: str) -> Heading | None:
    """What a heading says whose first line is one, and whose others explain it: "Timescale", "a. Start", "b. End"."""
    first, *others = filter(None, map(str.strip, text.splitlines()))
    key = heading_key(first) if others and all(map(_LEGEND.match, others)) else ""
    reading = find_meaning(key) if key else NOTHING
    return replace(reading, is_weak=True) if reading.is_known else None


def find_in_lines(text: str) -> Heading | None:
    """Who acts, where each line of a heading names a unit or a person: "Assigned department", "Assigned staff"."""
    lines = [key for line in text.splitlines() if (key := heading_key(line))]
    named = [find_meaning(line) for line in lines if line not in BODIES]
    if len(lines) < 2 or not named or any(reading.field is not Field.OWNER for reading in named):
        return None
    return next((reading for reading in named if not reading.is_weak), named[0])


BODIES = UNITS | frozenset("organisation agency service unit division section support partner".split())
"""What may stand beside a person as where that one belongs, or who helps."""


def find_explained(text: str) -> Heading | None:
    """What a heading says after a colon or, where it alone says nothing, in brackets: "Doer (Assignee)"."""
    match = _EXPLAINED.match(one_line(text))
    if match is None:
        return None
    before, after, inner = (heading_key(part or "") for part in match.groups())
    if inner in TELLING:  # "Planned (date)" is read with it
        return None
    words = (after or inner).split()
    reading = find_meaning(before) if inner else NOTHING
    if reading.field is Field.CLOSED and not PLANNING.isdisjoint(words):  # "Closure date (planned)"
        return Heading(field=Field.TIMESCALE)
    is_told = words == ["rag"] or (before in UNITS and words in LEADING)  # "Department (lead)"
    is_open = not reading.is_known or (reading.field is Field.EXTRA and is_told)
    if not is_open:
        return None
    end = next((index for index, word in enumerate(words) if word == "including"), len(words))
    explained = find_whole(" ".join(words[:end]))
    return explained if explained and explained.field is not None and not explained.is_weak else None


LEADING = (["lead"], ["owner"], ["responsible"])


def add_quarter(reading: Heading, text: str, years: YearConvention) -> Heading:
    """The heading of a report with the quarter it names, or of a band of years with its year."""
    quarter, rest = split_quarter(one_line(text), years)
    if quarter is None:
        year = read_year(reading.key, years.first_month) if _YEAR_FIRST.match(reading.key) else None
        return add_year(replace(reading, year=year.start if year else None), text, years)
    rest_key = heading_key(rest)
    if not rest_key:  # "Q3 2023/24" alone is that quarter's update; "Jan" alone is a bar of a chart.
        is_named = bool(_QUARTER_OR_YEAR.search(text))
        return Heading(reading.key, is_update=True, quarter=quarter) if is_named else Heading(reading.key)
    report = find_meaning(rest_key)
    is_report = report.field in (Field.STATUS, Field.COMMENT) or report.is_update
    return replace(report, key=reading.key, quarter=quarter) if is_report else reading


def add_year(reading: Heading, text: str, years: YearConvention) -> Heading:
    """The heading of a report with the quarter in which the year ends that it is of: "2019 progress"."""
    quarter, rest = split_year(one_line(text), years)
    report = find_meaning(heading_key(rest)) if quarter and rest.strip() else NOTHING
    is_report = report.field in (Field.STATUS, Field.COMMENT) or report.is_update
    return replace(report, key=reading.key, quarter=quarter, year=reading.year) if is_report else reading


@lru_cache(maxsize=4096)
def find_meaning(key: str) -> Heading:
    """What a folded heading means as a whole, else by its clause, its parts, or its last or first words."""
    words = tuple(key.split())
    if words[-2:] == MADE_TO:  # "Recommendation made to"
        return Heading(field=Field.OWNER, is_weak=words[0] != "recommendation")
    termless = tuple(_TERM.sub("", key).split())
    told = [word for word in termless if word not in SEASONS]
    if told and len(told) < len(words) and TOLD_BY_TERM.issuperset(told):  # "Spring term review"
        return Heading(is_update=True, is_weak=True)
    reading = find_whole(key) or find_in_clause(words) or find_leader(key) or find_in_parts(key) or find_at_edges(words)
    if reading is None and key[:-1].strip() and _NUMBERED.fullmatch(words[-1]):  # "Owner 1", "Update 2"
        one = find_meaning(key[:-1].strip())
        is_weak = one.is_weak or one.is_update
        reading = replace(one, is_weak=is_weak) if one.field is Field.OWNER or one.is_update else None
    undated = tuple(word for word in termless if not _YEAR.fullmatch(word) and word not in SEASONS)
    if reading is None and 0 < len(undated) < len(words):  # "Progress 2024", "RAG T2"
        timeless = find_meaning(" ".join(undated))
        reading = replace(timeless, is_weak=True) if timeless.is_known else None
    if reading is None and (bare := _NOTE_NUMBER.sub("", key)) != key:  # "Timeframe2", with a note beneath the table
        noted = find_meaning(" ".join(map(fold_word, bare.split())))
        reading = replace(noted, is_weak=True) if noted.field is not None else None
    return reading or NOTHING


_NOTE_NUMBER = re.compile(r"(?<=[^\W\d_]{4})\d\Z")


MADE_TO = ("made", "to")
_TERM = re.compile(r"\bh?t[1-6]\b|\b(?:half )?term [1-6]\b")
"""A school's term or half term."""
TOLD_BY_TERM = frozenset("review evaluation impact monitoring and &".split())
"""What a school's plan tells at the end of each term."""
SEASONS = frozenset("spring summer autumn winter term".split())
