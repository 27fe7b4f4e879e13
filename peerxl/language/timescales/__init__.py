"""Reads the timescale cells of councils' action plans: "Q4 22/23 – ongoing", "by the end of March 2018", "Sept 23".

``parse_timescale`` reads a cell; ``read_quarter`` and ``read_year`` read an option or a setting. All of a text is
accounted for by a lexer and a grammar (see ``scanner`` and ``promises``); what they cannot account for makes the
cell unreadable, with the word that stopped the reading. Nothing is guessed.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from peerxl.language.date_history import read_date_history
from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.glosses import Calendar
from peerxl.language.timescales.lexer import lex
from peerxl.language.timescales.notes import NOTES, Unreadable
from peerxl.language.timescales.numerals import is_year, years
from peerxl.language.timescales.phrases import after_year_words
from peerxl.language.timescales.reading import read
from peerxl.language.timescales.terms import FIRST_YEAR, LAST_YEAR
from peerxl.model.fiscal import APRIL, FiscalQuarter, FiscalYear
from peerxl.model.timescale import Kind, Note, Timescale

__all__ = ["NOTES", "parse_timescale", "read_quarter", "read_year"]


def parse_timescale(
    text: str | datetime.date | None,
    year: FiscalYear | str | None = None,
    *,
    month_only: bool = False,
    first_month: int = APRIL,
) -> Timescale:
    """Read one timescale cell: its words, or the date an Excel cell holds (its month where only that is shown).

    ``year`` is the plan's fiscal year, for cells that name none; given as a ``FiscalYear`` it says itself which month
    years begin in. Raises ValueError for a ``year`` that is not one; no cell raises.
    """
    plan_year = _plan_year(year, first_month)
    calendar = Calendar(plan_year.first_month if plan_year else first_month, plan_year)
    if isinstance(text, datetime.date):
        text = f"{text:%B} {text.year:04}" if month_only else f"{text.day} {text:%B} {text.year:04}"
    history = read_date_history(text or "")
    reading = read(history.current, calendar)
    return replace(reading, text=text or "", notes=mark_moved(reading)) if history.moves else reading


def mark_moved(reading: Timescale) -> tuple[Note, ...]:
    """The notes of a reading whose cell also tells which dates it took the place of."""
    moved = Note("date-moved", NOTES["date-moved"])
    return reading.notes if moved in reading.notes else (*reading.notes, moved)


def _plan_year(year: FiscalYear | str | None, first_month: int) -> FiscalYear | None:
    if year is None or (isinstance(year, str) and not year.strip()):
        return None
    found = read_year(year, first_month) if isinstance(year, str) else year
    if found is None or not FIRST_YEAR < found.start < LAST_YEAR - 1:
        raise ValueError(f"not a fiscal year, such as 2023/24: {year!r}")
    return found


def read_quarter(text: str, first_month: int = APRIL) -> FiscalQuarter | None:
    """The one quarter a text names with its year, and nothing else: "Q3 2023/24", "2023-24-Q3", "Jan to Mar 2024"."""
    timescale = parse_timescale(text, first_month=first_month)
    if timescale.kind is not Kind.DATED or len(timescale.milestones) != 1:
        return None
    milestone = timescale.milestones[0]
    quarter = milestone.start
    if quarter is None or milestone.label or milestone.start_date != quarter.first_day:
        return None
    return quarter if milestone.end_date == quarter.last_day else None


def read_year(text: str, first_month: int = APRIL) -> FiscalYear | None:
    """The one fiscal year a text names, and nothing else: "2023/24", "2023-24", "FY23/24"; "2023" from January."""
    try:
        tokens = Tokens(lex(text))
        start = after_year_words(tokens, 0)
        found = years(tokens, start)
    except Unreadable:
        return None
    if found and found[0].is_label and found[0].year and first_month != 1:
        return FiscalYear(found[0].year, first_month) if after_year_words(tokens, found[1]) == len(tokens) else None
    is_single = first_month == 1 and is_year(tokens.number(start)) and start + 1 == len(tokens)
    return FiscalYear(int(tokens.number(start)), first_month) if is_single else None
