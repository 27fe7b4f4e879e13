"""Reads the timescale cells of councils' action plans: "Q4 22/23 – ongoing", "by the end of March 2018", "Sept 23".

``parse_timescale`` reads a cell; ``read_quarter`` and ``read_year`` read an option or a setting. All of a text is
accounted for: ``grammar`` and ``chunks`` say what its pieces are, ``ranges`` and ``commitments`` what they come to, and
what they cannot account for makes the cell unreadable, with the word that stopped the reading. Nothing is guessed.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import lru_cache

from peerxl.language.date_history import read_date_history
from peerxl.language.timescales.assemble import read_cell
from peerxl.language.timescales.chunks import LANGUAGE, read_chunks
from peerxl.language.timescales.notes import NOTES, Unreadable
from peerxl.language.timescales.period import FIRST_YEAR, LAST_YEAR, Calendar, Family
from peerxl.language.timescales.tokens import split_tokens
from peerxl.model.fiscal import APRIL, FiscalQuarter, FiscalYear, SingleYear
from peerxl.model.timescale import Note, Timescale, TimescaleKind

__all__ = ["NOTES", "parse_timescale", "read_quarter", "read_year"]


def parse_timescale(
    text: str | datetime.date | None,
    year: FiscalYear | str | None = None,
    *,
    month_only: bool = False,
    first_month: int = APRIL,
    single_year: SingleYear | str = SingleYear.FISCAL,
) -> Timescale:
    """Read one timescale cell: its words, or the date an Excel cell holds (its month where only that is shown).

    ``year`` is the plan's fiscal year, for cells that name none; given as a ``FiscalYear`` it says itself which month
    years begin in. ``single_year`` says whether "Q1 2023" is of the "fiscal" year that starts in 2023 or of the
    "calendar" year. Raises ValueError for a ``year`` or ``single_year`` that is not one; no cell raises.
    """
    calendar = _make_calendar(year, first_month, single_year)
    if isinstance(text, datetime.date):
        text = f"{text:%B} {text.year:04}" if month_only else f"{text.day} {text:%B} {text.year:04}"
    history = read_date_history(text or "")
    reading = read_cell(history.current, calendar, LANGUAGE)
    return replace(reading, text=text or "", notes=mark_moved(reading)) if history.moves else reading


def mark_moved(reading: Timescale) -> tuple[Note, ...]:
    """The notes of a reading whose cell also tells which dates it took the place of."""
    moved = NOTES["date-moved"]
    return reading.notes if moved in reading.notes else (*reading.notes, moved)


@lru_cache(maxsize=64)
def _make_calendar(year: FiscalYear | str | None, first_month: int, single_year: SingleYear | str) -> Calendar:
    plan_year = _read_plan_year(year, first_month)
    return Calendar(plan_year.first_month if plan_year else first_month, plan_year, SingleYear(single_year))


def _read_plan_year(year: FiscalYear | str | None, first_month: int) -> FiscalYear | None:
    if year is None or (isinstance(year, str) and not year.strip()):
        return None
    plan_year = read_year(year, first_month) if isinstance(year, str) else year
    if plan_year is None or not FIRST_YEAR < plan_year.start < LAST_YEAR - 1:
        raise ValueError(f"not a fiscal year, such as 2023/24: {year!r}")
    return plan_year


def read_quarter(
    text: str, first_month: int = APRIL, *, single_year: SingleYear | str = SingleYear.FISCAL
) -> FiscalQuarter | None:
    """The one quarter a text names with its year, and nothing else: "Q3 2023/24", "2023-24-Q3", "Jan to Mar 2024"."""
    timescale = parse_timescale(text, first_month=first_month, single_year=single_year)
    is_sure = all(note.code == "single-year-quarter" for note in timescale.notes)
    if timescale.kind is not TimescaleKind.DATED or len(timescale.milestones) != 1 or not is_sure:
        return None
    milestone = timescale.milestones[0]
    quarter = milestone.start
    if quarter is None or milestone.label or milestone.start_date != quarter.first_day:
        return None
    return quarter if milestone.end_date == quarter.last_day else None


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
