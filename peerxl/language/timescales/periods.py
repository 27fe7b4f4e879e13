"""Periods written in words: quarters, halves, days and months, seasons.

    quarter = quarter-word number | ordinal quarter-word            Q1, Qtr. 3, Quarter One, 2nd quarter
    half    = "H" number                                            H1
    day     = [weekday] ["the"] figure [suffix] ["of"] month [year] 14 Aug, Fri 30th June '23, 13 December2016
            | month figure [suffix] [","] four-digit year           March 31st, 2024
    month   = month-name ["."] [year]                               Sept 23, Mar-24, March (2024), Dec 2023/24
    season  = season-name [year]
    year    = [sign] ["'"] figure | [sign] years

The readers work as those of ``numerals``.
"""

from __future__ import annotations

from typing import NamedTuple

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.numerals import DATE_SIGNS, Found, after_time, full_year, is_year, numeric_date, years
from peerxl.language.timescales.terms import WINTER, Term, Unit, checked_day
from peerxl.language.timescales.words import (
    MONTHS,
    ORDINAL_SUFFIXES,
    ORDINALS,
    QUARTER_NUMBERS,
    QUARTER_WORDS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

LEAP_YEAR = 2000  # any day that some year has, this one has


class Year(NamedTuple):
    """The year found after a month or season, if it is fiscal, the place after it, and if it has two digits."""

    year: int | None
    fiscal: bool
    after: int
    is_short: bool = False


def quarter(tokens: Tokens, place: int) -> Found | None:
    """A quarter without its year."""
    ordinal, after = ordinal_number(tokens, place)
    if ordinal and tokens.word(after) in QUARTER_WORDS:
        return _quarter(ordinal, tokens, place, after + 1)
    if tokens.word(place) not in QUARTER_WORDS:
        return None
    after = place + 1
    if tokens.sign(after) in {".", "-"} and (tokens.number(after + 1) or tokens.word(after + 1) in QUARTER_NUMBERS):
        after += 1
    figure = tokens.number(after)
    number = QUARTER_NUMBERS.get(tokens.word(after), 0) or (int(figure) if len(figure) in {1, 2} else 0)
    if not number and not figure:
        return None
    if len(figure) == 2 or len(figure) > 4 or (figure and not number and not is_year(figure)):
        number = -1
    return _quarter(number, tokens, place, after + 1) if number else None


def _quarter(number: int, tokens: Tokens, place: int, after: int) -> Found:
    if not 1 <= number <= 4:
        raise Unreadable("no-such-date", f"there is no quarter “{tokens.words(place, after)}”")
    return Term(Unit.QUARTER, number), after


def ordinal_number(tokens: Tokens, place: int) -> tuple[int, int]:
    """The number of "first" or "1st" and the place after it; 0 where there is none."""
    figure = tokens.number(place)
    if len(figure) == 1 and tokens.word(place + 1) in ORDINAL_SUFFIXES and tokens.is_glued(place + 1):
        return int(figure), place + 2
    return ORDINALS.get(tokens.word(place), 0), place + 1


def half(tokens: Tokens, place: int) -> Found | None:
    """H1 or H2."""
    figure = tokens.number(place + 1)
    if tokens.word(place) == "h" and tokens.is_glued(place + 1) and figure in {"1", "2"}:
        return Term(Unit.HALF, int(figure)), place + 2
    return None


def day_figure(tokens: Tokens, place: int) -> tuple[int, int]:
    """The day of a month in figures, with its suffix, and the place after it; 0 where there is none."""
    figure = tokens.number(place)
    if not 1 <= len(figure) <= 2:
        return 0, place
    has_suffix = tokens.word(place + 1) in ORDINAL_SUFFIXES and tokens.is_glued(place + 1)
    return int(figure), place + 1 + has_suffix


def weekday(tokens: Tokens, place: int) -> Found | None:
    """A day of the week with the date it belongs to."""
    name = WEEKDAYS.get(tokens.word(place))
    after = place + 1
    while name is not None and (tokens.sign(after) in {",", "."} or tokens.word(after) == "the"):
        after += 1
    found = (day(tokens, after) or numeric_date(tokens, after)) if name is not None and tokens.number(after) else None
    if found is None:
        return None
    term = found[0]
    return Term(Unit.DAY, term.number, term.day, term.year, term.fiscal, None, term.is_short, name), found[1]


def day(tokens: Tokens, place: int) -> Found | None:
    """A day, then its month in words."""
    number, after = day_figure(tokens, place)
    if after == place:
        return None
    is_sign = tokens.sign(after) in DATE_SIGNS and tokens.is_glued(after) and tokens.is_glued(after + 1)
    after += tokens.word(after) == "of" or is_sign
    month = MONTHS.get(tokens.word(after))
    if month is None:
        return None
    found = year_after(tokens, after + 1, has_day=True)
    return _day(number, month, found), after_time(tokens, found.after)


def _day(number: int, month: int, found: Year) -> Term:
    checked_day(LEAP_YEAR if found.year is None or found.fiscal else found.year, month, number)
    return Term(Unit.DAY, month, number, found.year, found.fiscal, is_short=found.is_short)


def month(tokens: Tokens, place: int) -> Found | None:
    """A month, or a day written after its month with the full year."""
    number = MONTHS.get(tokens.word(place))
    if number is None:
        return None
    backwards = _day_after_month(tokens, place + 1, number)
    if backwards:
        return backwards
    found = year_after(tokens, place + 1)
    return Term(Unit.MONTH, number, 0, found.year, found.fiscal, is_short=found.is_short), found.after


def _day_after_month(tokens: Tokens, place: int, month: int) -> Found | None:
    """What follows the month in "March 31, 2024"; also "March 31st", without a year."""
    number, after = day_figure(tokens, place)
    if after == place:
        return None
    has_suffix = after == place + 2
    year_place = after + (tokens.sign(after) == ",")
    if is_year(tokens.number(year_place)) and not years(tokens, year_place):
        return _day(number, month, Year(int(tokens.number(year_place)), False, 0)), year_place + 1
    return (_day(number, month, Year(None, False, 0)), after) if has_suffix else None


def season(tokens: Tokens, place: int) -> Found | None:
    """A season; "winter 2023/24" begins in 2023."""
    first_month = SEASONS.get(tokens.word(place))
    if first_month is None:
        return None
    found = year_after(tokens, place + 1, may_dash=True)
    is_fiscal = found.fiscal and first_month != WINTER
    return Term(Unit.SEASON, first_month, 0, found.year, is_fiscal), found.after


def year_after(tokens: Tokens, place: int, *, has_day: bool = False, may_dash: bool = False) -> Year:
    """The year written after a month, a day or a season."""
    start, joiner = _joiner(tokens, place)
    is_quoted = tokens.sign(start) == "'"
    start += is_quoted
    figure = tokens.number(start)
    none = Year(None, False, place)
    if not figure or numeric_date(tokens, start):
        return none
    span = years(tokens, start)
    if span:
        return _fiscal_year(tokens, start, span, may_dash)
    if joiner == "(" and tokens.sign(start + 1) != ")":
        return none
    after = start + 1 + (joiner == "(")
    if is_year(figure):
        return none if _is_joined_on(tokens, start) else Year(int(figure), False, after)
    if len(figure) != 2 or joiner in {",", "of"} or not (is_quoted or _may_be_year(tokens, start, joiner, has_day)):
        return none
    return Year(full_year(figure), False, after, is_short=True)


def _joiner(tokens: Tokens, place: int) -> tuple[int, str]:
    """The place of the year's figure and what joins it to the month: a sign, "of" or nothing."""
    if tokens.sign(place) == "." and tokens.is_glued(place) and tokens.sign(place + 1) in {"'", "-", "/", ","}:
        place += 1
    joiner = tokens.sign(place) or tokens.word(place)
    if joiner == "of" or joiner in {",", "(", "-", "/", "."}:
        return place + 1, joiner
    return place, ""


def _fiscal_year(tokens: Tokens, start: int, span: Found, may_dash: bool) -> Year:
    """The fiscal year after a month ("Sept 2023/24"); with a dash it might be the end of a range."""
    term, after = span
    assert term.year is not None
    if not term.is_label or (tokens.sign(start + 1) != "/" and not may_dash):
        raise Unreadable("unclear", f"“{tokens.words(start, after)}” after a month may be one year or two")
    return Year(term.year, True, after)


def _is_joined_on(tokens: Tokens, place: int) -> bool:
    """Whether a figure is stuck to another ("2024/6"), so that it is not simply a year."""
    return tokens.sign(place + 1) in DATE_SIGNS and bool(tokens.number(place + 2)) and tokens.is_glued(place + 2)


def _may_be_year(tokens: Tokens, place: int, joiner: str, has_day: bool) -> bool:
    """Whether the two digits after a month or day are its year: "Sept 23", not "March – 24 June"."""
    is_apart = joiner == "-" and tokens[place].spaced
    following = tokens.word(place + 1)
    if following in MONTHS:
        return not is_apart and _is_parallel(tokens, place, has_day)
    if following and (tokens.is_glued(place + 1) or following in {"am", "pm"}):
        return False
    return not (_is_joined_on(tokens, place) or following in UNITS or tokens.sign(place + 1) in {"%", ":"})


def _is_parallel(tokens: Tokens, place: int, has_day: bool) -> bool:
    """Whether "Sept 23 Dec 23" is two months; "14 June 12 July 2024" has two readings and is refused."""
    is_signed = tokens.sign(place + 2) in {"'", "-", "/"} and tokens.is_glued(place + 2)
    following = tokens.number(place + 2 + is_signed)
    if has_day or len(following) != 2:
        raise Unreadable("unclear", f"“{tokens.words(place, place + 2)}” may be a year and a month or a day")
    return True
