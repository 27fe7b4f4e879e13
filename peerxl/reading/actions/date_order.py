"""Tables that write the month before the day, as Americans do: a date of theirs that may be either is none for sure.

One that can only be read with its month first is read so where another date of its table proves the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from peerxl.frozen import frozen
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.language.timescales.notes import NOTES
from peerxl.model.fiscal import FiscalYear
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, shown
from peerxl.model.timescale import Timescale, TimescaleKind
from peerxl.pattern import compile_late
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.headers.title import list_title_cells

DATES = frozenset({Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.RAISED, Field.UPDATED, Field.CLOSED})
LAST_MONTH = 12
MAY_BE_DAYS = range(10, 32)
"""The numbers of two figures that may be a day as well as a year."""
CENTURY, MOST_YEARS = 2000, 5
"""How many years apart the dates of a table may lie that have two figures for them."""
MOST_PLANNED, FEWEST_WITHIN = 10, 2
"""How many years a plan is for, and how many different texts bear out that the numbers after months are of them."""
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])")
_WORD = r"\b([^\W\d_]+)\.?"
# With a day before it a month has its year behind: "1 Oct 26".
_UNDATED = "".join(
    rf"(?<!\d{suffix}[ -])" for suffix in ("", "st", "nd", "rd", "th", "st of", "nd of", "rd of", "th of")
)
_WORD_AND_DAY = re.compile(rf"{_WORD} (?:0?[1-9](?!\d)|\d\d?(?:st|nd|rd|th)\b|\d\d?,? (?:19|20)\d\d)", re.IGNORECASE)
_WORD_AND_FIGURES = re.compile(rf"{_UNDATED}{_WORD} (\d\d)(?![\d/]|,? (?:19|20)\d\d|st|nd|rd|th)", re.IGNORECASE)
_SPAN = compile_late(r"(?<!\d)(20\d\d)\s*(?:[-–—/_]|to)\s*(20\d\d|\d\d)(?!\d)", re.IGNORECASE)
_FULL_YEAR = re.compile(r"\b20\d\d\b")
# No day can stand after a season.
_SEASON_AND_YEAR = re.compile(r"\b(?:spring|summer|autumn|winter)(?: term)? ['’]?(\d\d)(?![\d/])", re.IGNORECASE)


@frozen
class MonthFirst:
    """Whether a table's dates have their month first: the first cell that proves it in figures, and whether by name.

    ``is_sure`` says that several different dates prove it, and that none has its day first: they are no slips.
    """

    in_figures: Cell | None = None
    by_name: bool = False
    is_sure: bool = False


def find_month_first(layout: TrackerLayout, year: FiscalYear | None, source: str = "") -> MonthFirst:
    """What proves that a table's dates have their month first, where they have; ``year`` is the plan's.

    ``source`` is what the plan's file is called, which may name the years of the plan as its title may.
    """
    columns = [use.heading.column for use in layout.uses if use.field in DATES]
    values = {value for column in columns for value in layout.count_values(column)}
    texts = {shown(value) for value in values if isinstance(value, str)}
    typed = {value.year for value in values if isinstance(value, date)} if texts else set()
    # Where no text has a date in figures, none of the cells needs to be looked at.
    cells = list_texts(layout, columns) if any(map(list_numbers, texts)) else ()
    by_name = names_days(texts, typed, year) and not is_within(texts, list_planned_years(layout, source))
    return MonthFirst(find_in_figures(cells), by_name, are_surely_month_first(texts))


def list_planned_years(layout: TrackerLayout, source: str) -> range:
    """The years of a plan, as the lines above its headings, its sheet's name or its file's say: "2012-2015"."""
    titles = (cell.text for cell in list_title_cells(layout.sheet, layout.first_header_row))
    spans = (match for name in (*titles, layout.sheet.name, source) for match in _SPAN.finditer(name))
    years = ((int(match[1]), int(match[2]) if len(match[2]) > 2 else CENTURY + int(match[2])) for match in spans)
    return next((range(first, last + 1) for first, last in years if first < last <= first + MOST_PLANNED), range(0))


def is_within(texts: Iterable[str], years: range) -> bool:
    """Whether the numbers after months in several texts are all years of a plan, as days would hardly be.

    None of the texts may have a day after a month for sure.
    """
    texts = tuple(texts)
    numbered = {text: CENTURY + number for text in texts for number in list_figures(text)}
    has_days = any(map(names_day, texts))
    return len(numbered) >= FEWEST_WITHIN and not has_days and all(number in years for number in numbered.values())


def list_texts(layout: TrackerLayout, columns: Sequence[int]) -> Iterator[Cell]:
    """The cells of some columns beneath the headings that hold a text, row by row."""
    sheet = layout.sheet
    for row in sheet.filled_rows_after(layout.last_header_row):
        if row <= layout.last_row:
            yield from (sheet.cell(row, column) for column in columns if isinstance(sheet.value(row, column), str))


def find_in_figures(cells: Iterable[Cell]) -> Cell | None:
    """The first cell that can only be read with its month first ("09/30/2024").

    None where there is none, or no more of them than of those that have their day first: they may be slips.
    """
    dated = [(cell, numbers) for cell in cells if (numbers := list_numbers(cell.text))]
    month_first = [cell for cell, numbers in dated if any(first <= LAST_MONTH < second for first, second in numbers)]
    day_first = [cell for cell, numbers in dated if any(second <= LAST_MONTH < first for first, second in numbers)]
    return month_first[0] if len(month_first) > len(day_first) else None


def are_surely_month_first(texts: Iterable[str]) -> bool:
    """Whether two different dates can only be read with their month first, and none with its day first."""
    numbers = {pair for text in texts for pair in list_numbers(text)}
    month_first = [pair for pair in numbers if pair[0] <= LAST_MONTH < pair[1]]
    return len(month_first) > 1 and not any(second <= LAST_MONTH < first for first, second in numbers)


def put_day_first(text: str) -> str:
    """A text with the day before the month in each date that can only have them the other way round."""
    return _NUMBERS.sub(turn_round, text)


def turn_round(found: re.Match[str]) -> str:
    """A date in figures with its first two numbers exchanged, where the second can be no month."""
    month, joint, day = found[1], found[2], found[3]
    return f"{day}{joint}{month}{joint}{found[4]}" if int(month) <= LAST_MONTH < int(day) else found[0]


def names_days(texts: Iterable[str], typed: Iterable[int], year: FiscalYear | None) -> bool:
    """Whether any of the texts has a day after a month's name ("March 5"), or a number there that may well be one.

    As such numbers lie years apart, or one of them years from those that are ``typed``, written in full, in
    figures or after a season; or as neither the table nor its plan names any year.
    """
    texts = tuple(texts)
    named = [text for text in texts if any(map(str.isalpha, text))]
    if any(map(names_day, named)):
        return True
    numbered = [CENTURY + number for text in named for number in list_figures(text) if number in MAY_BE_DAYS]
    years = [*typed, *(int(full) for text in named for full in _FULL_YEAR.findall(text))]
    years += [CENTURY + int(number) for text in named for number in _SEASON_AND_YEAR.findall(text)]
    years += [int(found[4]) % 100 + CENTURY for text in texts for found in _NUMBERS.finditer(text)]
    if not numbered or not (years or year):
        return bool(numbered)
    is_wide = max(numbered) - min(numbered) > MOST_YEARS
    return is_wide or (
        bool(years) and not (min(years) - 1 <= min(numbered) and max(numbered) <= max(years) + MOST_YEARS)
    )


def names_day(text: str) -> bool:
    """Whether a text has a day after a month's name for sure: "March 5", "March 15th", "March 15, 2024"."""
    return any(found[1].casefold() in MONTHS for found in _WORD_AND_DAY.finditer(text))


def list_figures(text: str) -> list[int]:
    """The two figures after each month's name in a text, where no day stands before it: "March 15"."""
    return [int(figures) for word, figures in _WORD_AND_FIGURES.findall(text) if word.casefold() in MONTHS]


# A column says the same few dates over and over.
@lru_cache(maxsize=1024)
def list_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """The first two numbers of each date in a text that is written in numbers."""
    return tuple((int(match[1]), int(match[3])) for match in _NUMBERS.finditer(text))


def doubt_order(reading: Timescale, cell: Cell, proof: MonthFirst) -> Timescale:
    """A reading, or that it cannot be read, where it hangs on which number is the month, or a day and no year."""
    if reading.kind is TimescaleKind.UNREADABLE:
        return reading
    if proof.in_figures and any(
        first != second and max(first, second) <= LAST_MONTH for first, second in list_numbers(cell.text)
    ):
        where = f"“{proof.in_figures.text.strip()}” in {proof.in_figures.address}"
        return refuse(reading, f"{where} has its month first, so this may be either of two days")
    doubtful = [number for number in list_figures(cell.text) if number in MAY_BE_DAYS] if proof.by_name else ()
    if doubtful:
        return refuse(reading, f"“{doubtful[0]}” may be a day or a year, and nothing beside it says which")
    return reading


def refuse(reading: Timescale, why: str) -> Timescale:
    return Timescale(
        reading.text, TimescaleKind.UNREADABLE, notes=(NOTES["unclear"],), reason=why, tidied=reading.tidied
    )
