"""Reads the timescale cells of councils' action plans: "Q4 22/23 – ongoing", "by the end of March 2018", "Sept 23".

``read_timescale`` reads a cell of a plan by the plan's own way of counting years; ``find_quarter`` and ``read_year``
read an option or a setting; ``parse_timescale`` and ``read_quarter`` are for those who have no plan. All of a text is
accounted for: ``grammar`` and ``chunks`` say what its pieces are, ``ranges`` and ``commitments`` what they come to, and
what they cannot account for makes the cell unreadable, with the word that stopped the reading. Nothing is guessed.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from peerxl.language.date_history import read_date_history
from peerxl.language.timescales.assemble import read_cell
from peerxl.language.timescales.chunks import LANGUAGE, read_chunks
from peerxl.language.timescales.notes import NOTES, Unreadable
from peerxl.language.timescales.period import FIRST_YEAR, LAST_YEAR, Calendar, Family
from peerxl.language.timescales.tokens import Tokens, split_tokens
from peerxl.model.fiscal import APRIL, FiscalQuarter, FiscalYear, SingleYear, YearConvention, month_range
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind
from peerxl.pattern import compile_late

__all__ = [
    "NOTES",
    "find_quarter",
    "list_own_words",
    "may_be_period",
    "may_count",
    "parse_timescale",
    "read_quarter",
    "read_timescale",
    "read_year",
]


def parse_timescale(
    text: str | datetime.date | None,
    year: FiscalYear | str | None = None,
    *,
    month_only: bool = False,
    first_month: int = APRIL,
    single_year: SingleYear | str | None = None,
) -> Timescale:
    """Read one timescale cell: its words, or the date an Excel cell holds (its month where only that is shown).

    ``year`` is the plan's fiscal year, for cells that name none; given as a ``FiscalYear`` it says itself which month
    years begin in. ``single_year`` says whether "Q1 2023" is of the "fiscal" year that starts in 2023 or of the
    "calendar" year; where it is not given the fiscal year is assumed, and noted. Raises ValueError for a ``year`` or
    ``single_year`` that is not one; no cell raises.
    """
    years = _make_convention(first_month, single_year)
    plan_year = None if year is None else _read_plan_year(year, first_month)
    return read_timescale(text, years, plan_year, month_only=month_only)


def read_timescale(
    text: str | datetime.date | None,
    years: YearConvention,
    year: FiscalYear | None = None,
    *,
    month_only: bool = False,
) -> Timescale:
    """Read one timescale cell of a plan that counts its years so; ``year`` is that of a cell that names none."""
    calendar = _make_calendar(years.first_month, years.single_year, year)
    if isinstance(text, datetime.date):
        words = f"{text:%B} {text.year:04}" if month_only else f"{text.day} {text:%B} {text.year:04}"
        if FIRST_YEAR < text.year < LAST_YEAR:
            return _read_date(text, words, calendar, month_only=month_only)
        text = words
    if text is None or "(" not in text:  # no date that it took the place of stands behind it
        return read_cell(text or "", calendar, LANGUAGE)
    history = read_date_history(text)
    reading = read_cell(history.current, calendar, LANGUAGE)
    if not history.moves:
        return reading
    # The date itself may say that it was moved too.
    return replace(reading, text=text, notes=tuple(dict.fromkeys((*reading.notes, NOTES["date-moved"]))))


def _read_date(day: datetime.date, words: str, calendar: Calendar, *, month_only: bool) -> Timescale:
    """The reading of a date that Excel holds: it is what its words come to, and they need not be read."""
    only = datetime.date(day.year, day.month, day.day)
    first, last = month_range(day.year, day.month) if month_only else (only, only)
    milestone = Milestone.between(first, last, calendar.first_month, span=(0, len(words)))
    return Timescale(
        words,
        TimescaleKind.DATED,
        (milestone,),
        start=milestone.start,
        due=milestone.end,
        due_date=milestone.end_date,
        tidied=words,
    )


@lru_cache(maxsize=64)
def _make_convention(first_month: int, single_year: SingleYear | str | None) -> YearConvention:
    return YearConvention(first_month, None if single_year is None else SingleYear(single_year))


@lru_cache(maxsize=64)
def _make_calendar(first_month: int, single_year: SingleYear | None, year: FiscalYear | None) -> Calendar:
    return Calendar(YearConvention(year.first_month if year else first_month, single_year), year)


def _read_plan_year(year: FiscalYear | str, first_month: int) -> FiscalYear | None:
    if isinstance(year, str) and not year.strip():
        return None
    plan_year = read_year(year, first_month) if isinstance(year, str) else year
    if plan_year is None or not FIRST_YEAR < plan_year.start < LAST_YEAR - 1:
        raise ValueError(f"not a fiscal year, such as 2023/24: {year!r}")
    return plan_year


def read_quarter(
    text: str, first_month: int = APRIL, *, single_year: SingleYear | str | None = None
) -> FiscalQuarter | None:
    """The one quarter a text names with its year, and nothing else: "Q3 2023/24", "2023-24-Q3", "Jan to Mar 2024"."""
    return find_quarter(text, _make_convention(first_month, single_year))


def find_quarter(text: str, years: YearConvention) -> FiscalQuarter | None:
    """The one quarter a text names with its year, in a plan that counts its years so."""
    timescale = read_timescale(text, years)
    is_sure = all(note.code == "single-year-quarter" for note in timescale.notes)
    if timescale.kind is not TimescaleKind.DATED or len(timescale.milestones) != 1 or not is_sure:
        return None
    milestone = timescale.milestones[0]
    quarter = milestone.start
    if quarter is None or milestone.label or milestone.start_date != quarter.first_day:
        return None
    return quarter if milestone.end_date == quarter.last_day else None


def may_be_period(text: str) -> bool:
    """Whether a text of one line may be a period and nothing else: it counts, and no word in it is an officer's own.

    It costs a hundredth of the reading, which says whether it is.
    """
    grammar = LANGUAGE.grammar
    if not may_count(text):
        return False
    tokens = split_tokens(text, grammar)
    texts = tokens.texts[: tokens.size]
    # "Every meeting" says how often, whatever it is that meets.
    if not grammar.lexicon.classes["every"].isdisjoint(texts):
        return True
    if _list_counting_words().isdisjoint(texts) and not any(word[0].isdecimal() for word in texts):
        return False
    return _list_later_words().issuperset(_list_unknown(tokens))


def list_own_words(words: Sequence[str]) -> list[int]:
    """Where among the words of one line an officer's own stand: ``may_be_period`` is false of all that has one of them.

    A line that says how often something is done may have such words, and has none that count here.
    """
    kinds = list(map(_tell_word, words))
    return [] if "every" in kinds else [index for index, kind in enumerate(kinds) if kind == "own"]


# The cells of a plan are made of the same few words.
@lru_cache(maxsize=1024)
def _tell_word(word: str) -> str:
    """Whether a word says how "every" does that something recurs, or is an officer's "own"; nothing for any other."""
    grammar = LANGUAGE.grammar
    tokens = split_tokens(word, grammar)
    if not grammar.lexicon.classes["every"].isdisjoint(tokens.texts):
        return "every"
    return "" if _list_later_words().issuperset(_list_unknown(tokens)) else "own"


def _list_unknown(tokens: Tokens) -> list[str]:
    """The words that the grammar has in no class."""
    unknown = tokens.grammar.alphabet.word
    return [word for word, code in zip(tokens.texts, tokens.codes[1::2], strict=False) if code == unknown]


def may_count(text: str) -> bool:
    """Whether a text may count, or say how often: most plain ones show by their letters that no period is in them.

    That is sooner seen than they are cut into tokens.
    """
    if not text.isascii() or _DIGIT.search(text):
        return True
    return not _list_telling_words().isdisjoint(_LETTERS.findall(text.lower()))


_DIGIT, _LETTERS = compile_late("[0-9]"), compile_late("[a-z]+")


@cache
def _list_telling_words() -> frozenset[str]:
    """The letters in a row of which a text has some that counts in words, or says how often."""
    every = LANGUAGE.grammar.lexicon.classes["every"]
    return frozenset(letters for word in _list_counting_words() | every for letters in _LETTERS.findall(word))


@cache
def _list_counting_words() -> frozenset[str]:
    """The words that stand for a number, a month's and a season's among them: no period is without one or a figure."""
    return frozenset(word for numbers in LANGUAGE.grammar.lexicon.numbers.values() for word in numbers)


@cache
def _list_later_words() -> frozenset[str]:
    """The words of phrases after their first."""
    phrases = LANGUAGE.grammar.phrases.values()
    return frozenset(word for node in phrases for word in node.list_later())


def read_year(text: str, first_month: int = APRIL) -> FiscalYear | None:
    """The one fiscal year a text names, and nothing else: "2023/24", "2023-24", "FY23/24"; "2023" from January."""
    try:
        tokens = split_tokens(text, LANGUAGE.grammar)
        chunks = read_chunks(tokens, LANGUAGE.rules)
    except Unreadable:
        return None
    period = chunks[0].period if len(chunks) == 1 else None
    if period is None or period.year is None:
        return None
    is_year = period.family is Family.CALENDAR if first_month == 1 else period.is_label
    return FiscalYear(period.year, first_month) if is_year else None
