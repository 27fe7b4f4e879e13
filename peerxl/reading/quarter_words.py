"""Words that name a quarter, taken to another quarter in the same style: "Quarter 3 2023/24" to "Quarter 4 2023/24"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import partial

from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.pattern import compile_late
from peerxl.reading.headers.title import NUMBERS, ORDINALS, QUARTER, find_quarter_run

_LABEL = r"\b(?P<first>(?:20)?\d\d)(?P<sign>\s*[-–—/]\s*|\s+to\s+)(?P<second>(?:20)?\d\d)\b"
YEARS, _LABELS = compile_late(rf"{_LABEL}|\b(?P<alone>20\d\d)\b"), compile_late(_LABEL)
WORDS = {number: word for word, number in NUMBERS.items() if word.isalpha()}
ORDINAL_WORDS = {number: word for word, number in ORDINALS.items() if word.isalpha()}
ORDINAL_FIGURES = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}


def move_words(text: str, old: FiscalQuarter, new: FiscalQuarter, years: YearConvention) -> Iterator[str]:
    """What a text that speaks of one quarter may be for another, the surest first; whoever asks reads which one is.

    None of them names a month of the quarter that has gone.
    """
    gone = re.compile(rf"\b(?:{'|'.join(list_names(month) for _, month in old.months)})\b")
    return (words for words in list_moved(move_months(text, old, new), new, years) if not gone.search(words))


def list_names(month: int) -> str:
    """The pattern of a month's names as they begin a word of their own: "may" is none."""
    names = (calendar.month_name[month], calendar.month_abbr[month])
    return "|".join((*names, *(name.upper() for name in names)))


def list_moved(text: str, quarter: FiscalQuarter, years: YearConvention) -> Iterator[str]:
    """A text with its quarter and its years changed: what stands beside the quarter first, then more and more."""
    run, _ = find_quarter_run(text, years)
    for number, year in list_names_of(quarter, years):
        if run:
            yield text.replace(run, move_years(renumber(run, number), year), 1)
        renumbered = renumber(text, number)
        yield renumbered
        yield _LABELS.sub(partial(move_label, first=year), renumbered)
        yield move_years(renumbered, year)


def list_names_of(quarter: FiscalQuarter, years: YearConvention) -> Iterator[tuple[int, int]]:
    """By which number and year a quarter goes: the fiscal ones, and the calendar's where a plan counts by it."""
    yield quarter.number, quarter.start_year
    if years.has_calendar_quarters:
        counted = FiscalQuarter.containing(quarter.first_day, 1)
        yield counted.number, counted.start_year


def renumber(text: str, number: int) -> str:
    """A text with the number of each quarter that it names changed, in figures or in words as it was."""

    def change(named: re.Match[str]) -> str:
        group = next(group for group in ("digit", "word", "ordinal") if named[group])
        said = named[group]
        if group == "ordinal":
            names = ORDINAL_WORDS if said.isalpha() else ORDINAL_FIGURES
        else:
            names = WORDS if said.isalpha() else {each: str(each) for each in WORDS}
        start, end = named.start(group) - named.start(), named.end(group) - named.start()
        return f"{named[0][:start]}{copy_case(names[number], said)}{named[0][end:]}"

    return QUARTER.sub(change, text)


def copy_case(word: str, like: str) -> str:
    """A word in capitals as another one is."""
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


def move_years(text: str, first: int) -> str:
    """A text with every year in it the one that begins in a calendar year, as "22/23" is for "23/24"."""
    return YEARS.sub(partial(move_label, first=first), text)


def move_year(text: str, old: FiscalYear, new: FiscalYear) -> str:
    """A text with each label of one fiscal year that of another; other years in it stay.

    A year by itself is a label only where fiscal years are the calendar's.
    """

    def move(years: re.Match[str]) -> str:
        is_label = years["alone"] is None or str(old) == years["alone"]
        said = years["alone"] or years["first"]
        return move_label(years, new.start) if is_label and int(said) % 100 == old.start % 100 else years[0]

    return YEARS.sub(move, text)


def move_label(years: re.Match[str], first: int) -> str:
    """The label of a fiscal year, written as another year's is."""
    groups = years.groupdict()
    if groups.get("alone"):
        return str(first)
    return f"{shorten(first, groups['first'])}{groups['sign']}{shorten(first + 1, groups['second'])}"


def shorten(year: int, like: str) -> str:
    """A year in as many figures as another one has."""
    return str(year)[-len(like) :]


def move_months(text: str, old: FiscalQuarter, new: FiscalQuarter) -> str:
    """A text that names a quarter's months in full, as "October to December 2023", with those of another one."""
    return list_months_in(old).sub(lambda months: write_months(months, new), text)


def list_months_in(quarter: FiscalQuarter) -> re.Pattern[str]:
    """The pattern of a quarter's first and last month, with their years or without."""
    (first_year, first), (last_year, last) = quarter.months[0], quarter.months[-1]
    names = [f"{calendar.month_name[month]}|{calendar.month_abbr[month]}" for month in (first, last)]
    return re.compile(
        rf"\b(?P<first>{names[0]})(?P<first_year>\s+{first_year})?(?P<sign>\s*[-–—/]\s*|\s+(?:to|until)\s+)"
        rf"(?P<last>{names[1]})(?P<last_year>\s+{last_year})?\b",
        re.IGNORECASE,
    )


def write_months(months: re.Match[str], quarter: FiscalQuarter) -> str:
    """A quarter's first and last month as another one's are written."""
    ends = (("first", *quarter.months[0]), ("last", *quarter.months[-1]))
    written = {}
    for end, year, month in ends:
        is_full = len(months[end]) > 3 or months[end].casefold() == "may"
        name = calendar.month_name[month] if is_full else calendar.month_abbr[month]
        written[end] = f"{copy_case(name, months[end])}{f' {year}' if months[f'{end}_year'] else ''}"
    return f"{written['first']}{months['sign']}{written['last']}"
