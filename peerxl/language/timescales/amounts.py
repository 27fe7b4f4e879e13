"""Numbers that are no dates: durations, repetitions, amounts, and numbers that name or count things.

repeated     = ("every" | "each") [count] unit | month                  every six months, each August
duration     = count [("-" | "to" | "or") count] [adjective] unit       6-12 months, six weeks
plan year    = unit count { link count }                                Year 1, Years 1-3
named number = naming-word ["."] number { sign number }                 Phase 2, ref 4.2, Local Plan 2040
amount       = currency number | number "%" | code                      £1.2m, 50%, COVID-19
counted      = number word                                              3 workshops
"""

from __future__ import annotations

from difflib import SequenceMatcher

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element, Read
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.numerals import is_year, numeric_date, years
from peerxl.language.timescales.periods import quarter
from peerxl.language.timescales.phrases import after_year_words, phrase_at
from peerxl.language.timescales.words import (
    COUNTABLE,
    COUNTED_PERIODS,
    DESIGNATORS,
    DURATION_ADJECTIVES,
    EVERY,
    EVERY_WHAT,
    LONG_MONTHS,
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_SUFFIXES,
    STAGES,
    TIME_WORDS,
    TITLES,
    UNITS,
    Role,
)

CURRENCIES = frozenset("£$€")
MOST_COMMAS = 6  # places: two commas, each with the figures after it
MOST_PARTS = 8  # places: four signs, each with the figures after it
FIGURE_SIGNS = frozenset(".,-")
JOINS = frozenset("-./&,")
ALIKE = 0.8  # how much of a word must be a month's name to be taken for a misspelling of it


def _read(role: Role, place: int, after: int) -> Read:
    return [Element(role, place, after)], after


def _count(tokens: Tokens, place: int) -> int:
    """The place after a small number in figures or words, 0 where there is none."""
    is_count = 1 <= len(tokens.number(place)) <= 3 or tokens.word(place) in NUMBER_WORDS
    return place + 1 + (tokens.word(place + 1) == "of" and tokens.word(place) == "couple") if is_count else 0


def repeated(tokens: Tokens, place: int) -> Read | None:
    """Every so often."""
    if tokens.word(place) not in EVERY:
        return None
    counted_quarter = quarter(tokens, place + 1)
    if counted_quarter and not tokens.number(counted_quarter[1]):
        return _read(Role.RECURRING, place, counted_quarter[1])
    after = _count(tokens, place + 1) or place + 1
    after = max(after, after_year_words(tokens, after) - 1)
    what = tokens.word(after)
    if what not in EVERY_WHAT or (what in MONTHS and tokens.number(after + 1)):
        return None
    return _read(Role.RECURRING, place, after + 1)


def duration(tokens: Tokens, place: int) -> Read | None:
    """A length of time."""
    after = _count(tokens, place)
    if not after:
        return None
    if tokens[after].text in {"-", "to", "or", "/"} and _count(tokens, after + 1):
        after = _count(tokens, after + 1)
    after += tokens.sign(after) in {"-", "+"}
    after += tokens.word(after) in DURATION_ADJECTIVES
    return _read(Role.DURATION, place, after + 1) if tokens.word(after) in UNITS else None


def plan_year(tokens: Tokens, place: int) -> Read | None:
    """A year, month or week counted from the plan's beginning."""
    after = _count(tokens, place + 1) if tokens.word(place) in UNITS else 0
    if (
        not after
        or years(tokens, place + 1)
        or tokens.word(place).startswith("q")
        or tokens.word(place + 1) in {"a", "an"}
        or (tokens.word(place) == "day" and tokens.word(after) in MONTHS)  # "vesting day 1 April"
    ):
        return None
    while tokens[after].text in {"-", "to", "&", "and", ",", "/"} and _is_bare_count(tokens, after + 1):
        after += 2
    return _read(Role.PLAN_YEAR, place, after)


def _is_bare_count(tokens: Tokens, place: int) -> bool:
    return bool(_count(tokens, place)) and not years(tokens, place) and tokens.word(place + 1) not in MONTHS


def named_number(tokens: Tokens, place: int) -> Read | None:
    """A number after the word it belongs to."""
    word, after = tokens.word(place), place + 1
    if word not in DESIGNATORS and word not in TITLES:
        return None
    after += tokens.sign(after) in {".", "#"} and bool(tokens.number(after + 1))
    figure = tokens.number(after)
    if not figure or numeric_date(tokens, after) or (len(figure) in {2, 4} and years(tokens, after)):
        return None
    if word in TITLES and is_year(figure) and (_is_span(tokens, after) or not _is_joined(tokens, after + 1)):
        return _read(Role.LABEL, place, _after_parts(tokens, after + 1))
    if tokens.word(after + 1) in ORDINAL_SUFFIXES:
        return None
    if word in DESIGNATORS and tokens.word(after + 1) in MONTHS and not (word in STAGES and len(figure) == 1):
        raise Unreadable("unclear", f"“{tokens.words(place, after + 2)}” may be a day or a number and a month")
    is_number = word in DESIGNATORS and len(figure) < 4
    return _read(Role.LABEL, place, _after_parts(tokens, after + 1)) if is_number else None


def _is_span(tokens: Tokens, place: int) -> bool:
    """Whether a year is joined to a later one that its name shares: the "2024-28" of "Corporate Plan 2024-28"."""
    last = tokens.number(place + 2)
    return _is_joined(tokens, place + 1) and len(last) == 2 and last > tokens.number(place)[2:]


def _is_joined(tokens: Tokens, place: int) -> bool:
    return tokens.sign(place) in JOINS and bool(tokens.number(place + 1)) and tokens.is_glued(place + 1)


def _after_parts(tokens: Tokens, place: int) -> int:
    """The place after further figures stuck to a number: the ".2" of "ref 4.2", the "&3" of "Phases 2&3"."""
    first = place
    while place < first + MOST_PARTS and _is_joined(tokens, place) and tokens.is_glued(place):
        if len(tokens.number(place + 1)) > 3 or years(tokens, place + 1):
            break
        place += 2
    if (
        tokens[place].text in {"&", "and"}
        and len(tokens.number(place + 1)) == 1
        and tokens.word(place + 2) not in MONTHS
    ):
        place += 2 if tokens.word(place + 2) not in ORDINAL_SUFFIXES else 0
    return place


def amount(tokens: Tokens, place: int) -> Read | None:
    """Money and percentages."""
    start = place + (tokens.sign(place) in CURRENCIES)
    if tokens.number(start):
        after = start + 1
        while after < start + MOST_PARTS and tokens.sign(after) in FIGURE_SIGNS and _is_joined(tokens, after):
            after += 2
        is_percent = tokens.sign(after) == "%" or (tokens.word(after) == "percent")
        if start > place or is_percent:
            return _read(Role.LABEL, place, after + is_percent)
    return None


def code(tokens: Tokens, place: int) -> Read | None:
    """Letters stuck to figures that are no year and no period: "A14", "COVID-19", "PEER01.04"."""
    after = place + 1 + (tokens.sign(place + 1) == "-" and tokens.is_glued(place + 1))
    figure = tokens.number(after)
    if not (tokens.word(place) and figure and tokens.is_glued(after)) or len(figure) > 3 or _is_known(tokens, place):
        return None
    if years(tokens, after) or numeric_date(tokens, after):
        return None
    after = _after_parts(tokens, after + 1)
    while tokens[after].kind in {"word", "number"} and tokens.is_glued(after):
        after += 1
    is_period = tokens.word(place) in COUNTED_PERIODS or tokens.word(place).endswith("q")
    return _read(Role.NO_PERIOD if is_period and len(figure) < 3 else Role.LABEL, place, after)


def _is_known(tokens: Tokens, place: int) -> bool:
    """Whether the letters mean something about time, so that the figures may too."""
    word = tokens.word(place)
    return word in MONTHS or word in TIME_WORDS or phrase_at(tokens, place) is not None


def counted(tokens: Tokens, place: int) -> Read | None:
    """A number with the thing it counts: at most a thousand's comma in it, never the figures of a date."""
    figure, after = tokens.number(place), place + 1
    while (
        after < place + MOST_COMMAS
        and tokens.sign(after) == ","
        and len(tokens.number(after + 1)) == 3
        and tokens.is_glued(after + 1)
    ):
        after += 2
    word = tokens.word(after)
    if not figure or not word or len(figure) > 3 or _is_stuck_before(tokens, place):
        return None
    if word in ORDINAL_SUFFIXES and tokens.is_glued(after):
        after, word = after + 1, tokens.word(after + 1)  # "2nd draft"
    if (
        not word
        or word in MONTHS
        or word in ORDINAL_SUFFIXES
        or (word not in COUNTABLE and phrase_at(tokens, after) is not None)
    ):
        return None
    return _read(Role.LABEL, place, after)


def _is_stuck_before(tokens: Tokens, place: int) -> bool:
    return tokens.sign(place - 1) in {"/", "-", ".", "'"} and tokens.is_glued(place)


def misspelt_month(tokens: Tokens, place: int) -> Read | None:
    """Refuses a word that is nearly a month's name: read as a word, it would hide a date."""
    word = tokens.word(place)
    if 5 <= len(word) <= 12 and any(word[0] == month[0] and _alike(word, month) for month in LONG_MONTHS):
        raise Unreadable("unclear", f"“{word}” looks like a month but is not spelt like one")
    return None


def _alike(word: str, month: str) -> bool:
    return SequenceMatcher(None, word, month, autojunk=False).ratio() >= ALIKE
