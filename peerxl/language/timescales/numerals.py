"""Dates and years written in figures.

    date  = figure sep figure sep figure [time]      both seps alike; day first unless the first has four digits
    years = figure sep figure                        23/24, 2023-24, 2023 to 2024, 2024/5, 2023-2027
    sep   = "/" | "-" | "." | "to"                   "08/2023" is neither: its first figure may be a month

A reader takes the tokens and a place and gives the period and the place after it, or None where another reader
should try; it refuses what can be nothing else but is impossible.
"""

from __future__ import annotations

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.terms import FIRST_YEAR, LAST_YEAR, Term, Unit, checked_day
from peerxl.language.timescales.words import MONTHS, ORDINAL_SUFFIXES

DATE_SIGNS = frozenset("/-.")
MOST_MONTHS = 12  # two figures up to this before a four-digit year may be its month

Found = tuple[Term, int]


def is_year(figure: str) -> bool:
    return len(figure) == 4 and FIRST_YEAR <= int(figure) <= LAST_YEAR


def full_year(figure: str) -> int:
    """The year a two- or four-digit figure names: two digits are 2000 to 2099."""
    return int(figure) + (2000 if len(figure) == 2 else 0)


def numeric_date(tokens: Tokens, place: int) -> Found | None:
    """A date of three figures, with the time of day that some systems print after it."""
    figures = [tokens.number(place + step) for step in (0, 2, 4)]
    signs = tokens.sign(place + 1), tokens.sign(place + 3)
    if not all(figures) or signs[0] != signs[1] or signs[0] not in DATE_SIGNS or not _is_even(tokens, place):
        return None
    year, month, day = figures if len(figures[0]) == 4 else reversed(figures)
    if not (len(year) in {2, 4} and len(month) <= 2 and len(day) <= 2):
        raise Unreadable("unknown-number", f"“{tokens.words(place, place + 5)}” is not a date")
    when = checked_day(full_year(year), int(month), int(day))
    term = Term(Unit.DAY, when.month, when.day, when.year, is_short=len(year) == 2)
    return term, after_time(tokens, place + 5)


def _is_even(tokens: Tokens, place: int) -> bool:
    """Whether the figures are spaced alike: "1/2/26" or "1 / 2 / 26", but not "23-24 - 25"."""
    return len({tokens[place + step].spaced for step in (1, 2, 3, 4)}) == 1


def after_time(tokens: Tokens, place: int) -> int:
    """The place after an optional time of day: " 00:00:00", "T10:30"."""
    start = place + (tokens.word(place) == "t")
    if not (tokens.number(start) and tokens.sign(start + 1) == ":" and tokens.number(start + 2)):
        return place
    end = start + 3
    while (
        tokens.sign(end) in {":", "."} and tokens.is_glued(end) and tokens.number(end + 1) and tokens.is_glued(end + 1)
    ):
        end += 2
    return end + (tokens.word(end) == "z")


def is_day_of_month(tokens: Tokens, place: int) -> bool:
    """Whether the figure here is the day of a month named after it: "24 March", "24th"."""
    return tokens.word(place + 1) in MONTHS or (
        tokens.word(place + 1) in ORDINAL_SUFFIXES and tokens.is_glued(place + 1)
    )


def years(tokens: Tokens, place: int) -> Found | None:
    """A fiscal year or a longer span of years, both of its years written."""
    first, second = tokens.number(place), tokens.number(place + 2)
    link = tokens.sign(place + 1) or tokens.word(place + 1)
    if len(first) not in {2, 4} or not 1 <= len(second) <= 4 or link not in {"/", "-", "to"}:
        return None
    if (link == "to" and not (is_year(first) and is_year(second))) or _goes_on(tokens, place + 2, link):
        return None
    if len(first) == 4 and not is_year(first):
        return None
    if len(first) < len(second) and int(first) <= MOST_MONTHS:
        return None  # "08/2023", "11/2012"
    last = _second_year(full_year(first), second)
    is_short = len(first) == 2
    return (
        (Term(Unit.YEAR, year=full_year(first), fiscal=True, last=last, is_short=is_short), place + 3) if last else None
    )


def _goes_on(tokens: Tokens, place: int, link: str) -> bool:
    """Whether the second figure begins something else: "2023 - 24 March", "2023 - 31/03/2024"."""
    following = tokens.sign(place + 1)
    if following in DATE_SIGNS and tokens.is_glued(place + 1) and tokens.number(place + 2):
        return following in {".", link} or link != "/"
    is_apart = tokens[place].spaced and is_day_of_month(tokens, place)
    return is_apart or (tokens.word(place + 1) in ORDINAL_SUFFIXES and tokens.is_glued(place + 1))


def _second_year(first: int, figure: str) -> int | None:
    """The calendar year a span ends in, None where the figure cannot say one."""
    if len(figure) == 4:
        return _later(first, int(figure)) if is_year(figure) else None
    following = first + 1
    return following if len(figure) < 3 and int(figure) == following % 10 ** len(figure) else None


def _later(first: int, last: int) -> int | None:
    if last < first:
        raise Unreadable("reversed-range", f"{first} to {last} ends before it starts")
    return last if last > first else None
