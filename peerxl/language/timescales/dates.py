"""Periods made of what the grammar's patterns have matched: days, months, seasons, quarters, halves and years.

Each function makes the chunks of one pattern, or None where the words say otherwise than the pattern; it refuses what
can be nothing else but is impossible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from peerxl.language.timescales.lexicon import ORDINALS, QUARTER_NUMBERS, SEASONS, SIGNS, WEEKDAYS
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import LEAP_YEAR, WINTER, Period, Unit, checked_day, full_year, is_year
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Chunks, Match, Tokens

LIST_ROLES = {**SIGNS, "+": Role.AND, "and": Role.AND, "to": Role.TO}


class Year(NamedTuple):
    """The year of a month, day or season: the calendar's, or where ``fiscal`` the one that a fiscal year starts in."""

    year: int | None = None
    fiscal: bool = False
    is_short: bool = False


def _year_of(match: Match, *, has_day: bool = False, may_dash: bool = False) -> Year:
    """The year that the pattern ``year`` has matched after a month, a day or a season."""
    if (index := match.at("full")) >= 0:
        return Year(int(match.tokens.texts[index]))
    if (index := match.at("short")) >= 0:
        _check_short_year(match.tokens, index, has_day=has_day)
        return Year(full_year(match.tokens.texts[index]), is_short=True)
    if (index := match.at("fiscal")) >= 0:
        first, last = match.tokens.years[index]
        if last != first + 1 or (match.tokens.texts[index + 1] != "/" and not may_dash):
            words = match.tokens.words(index, index + 3)
            raise Unreadable("unclear", f"“{words}” after a month may be one year or two")
        return Year(first, fiscal=True)
    return Year()


def _check_short_year(tokens: Tokens, index: int, *, has_day: bool) -> None:
    """Reads "Sept 23 Dec 23" as two months; refuses "14 June 12 July 2024" and "March 12 June" as doubtful."""
    texts = tokens.texts
    if texts[index - 1] == "'" or not tokens.month(index + 1):
        return
    is_signed = texts[index + 2] in {"'", "-", "/"} and not tokens.is_spaced(index + 2)
    following = texts[index + 3] if is_signed else texts[index + 2]
    if has_day or len(following) != 2 or not following.isdecimal():
        raise Unreadable("unclear", f"“{tokens.words(index, index + 2)}” may be a year and a month or a day")


def _period(match: Match, period: Period) -> Chunks:
    return [Chunk(Role.PERIOD, match.first, match.after, period)]


def read_month(match: Match) -> Chunks:
    """A month, or the verb "may"."""
    tokens, index = match.tokens, match.at("month")
    if match.after == index + 1 and tokens.texts[index] == "may" and _is_modal(tokens, index):
        return [Chunk(Role.LABEL, match.first, match.after)]
    year = _year_of(match)
    return _period(match, Period(Unit.MONTH, tokens.month(index), 0, year.year, year.fiscal, is_short=year.is_short))


def _is_modal(tokens: Tokens, index: int) -> bool:
    """Whether "may" is the verb: nothing dates it and the next word needs one."""
    following = tokens.texts[index + 1]
    is_word = following[:1].isalpha() and not tokens.month(index + 1) and tokens.phrase_at(index + 1) is None
    is_capital = tokens.text[tokens.starts[index]].isupper()
    return following in tokens.grammar.lexicon.classes["modal-verb"] or (is_word and not is_capital)


def read_day(match: Match) -> Chunks:
    """A day and its month."""
    return _period(match, _day_of(match, _year_of(match, has_day=True)))


def read_weekday(match: Match) -> Chunks:
    """A day after its day of the week: "Friday 14 June 2024", "Fri, 14/06/2024"."""
    period = _day_of(match, _year_of(match, has_day=True)) if match.has("day") else _date_of(match)
    return _period(match, replace(period, weekday=WEEKDAYS[match.text("weekday")]))


def read_backward_day(match: Match) -> Chunks:
    """A day after its month: "March 31, 2024", and "March 31st" without a year."""
    return _period(match, _day_of(match, Year(int(match.text("full"))) if match.has("full") else Year()))


def _day_of(match: Match, year: Year) -> Period:
    month, day = match.tokens.month(match.at("month")), int(match.text("day"))
    checked_day(LEAP_YEAR if year.year is None or year.fiscal else year.year, month, day)
    return Period(Unit.DAY, month, day, year.year, year.fiscal, is_short=year.is_short)


def read_date(match: Match) -> Chunks:
    """A date in figures."""
    return _period(match, _date_of(match))


def _date_of(match: Match) -> Period:
    """Day first, unless the first figure has four digits."""
    first = match.at("numbers")
    figures = [match.tokens.texts[index] for index in (first, first + 2, first + 4)]
    year, month, day = figures if len(figures[0]) == 4 else figures[::-1]
    if not (len(year) in {2, 4} and len(month) <= 2 and len(day) <= 2):
        raise Unreadable("unknown-number", f"“{match.tokens.words(first, first + 5)}” is not a date")
    when = checked_day(full_year(year), int(month), int(day))
    return Period(Unit.DAY, when.month, when.day, when.year, is_short=len(year) == 2)


def read_days(match: Match) -> Chunks | None:
    """Several days of one month: "1-5 May 2024", "4th & 5th March", "5, 12 and 19 June"."""
    tokens, last = match.tokens, match.at("last")
    period = _day_of(match, _year_of(match, has_day=True))
    chunks: Chunks = []
    index = match.first
    while index < last:
        sign = index + 1 if tokens.texts[index + 1] in LIST_ROLES else index + 2
        chunks.append(Chunk(Role.PERIOD, index, sign, replace(period, day=int(tokens.texts[index]))))
        chunks.append(Chunk(LIST_ROLES[tokens.texts[sign]], sign, sign + 1))
        index = sign + 1
    if match.first in tokens.years:
        if len(chunks) > 2:
            return None
        _check_days(tokens, match.first, period)
    return [*chunks, Chunk(Role.PERIOD, last, match.after, period)]


def _check_days(tokens: Tokens, index: int, period: Period) -> None:
    """Refuses "23/24 March 2024", which may be two days or the month of a fiscal year."""
    is_near = period.year is None or abs(period.year - tokens.years[index][0]) <= 1
    if is_near and not tokens.is_spaced(index + 1):
        raise Unreadable("unclear", f"“{tokens.words(index, index + 4)}” may be a fiscal year or two days")


def read_season(match: Match) -> Chunks:
    """A season; "winter 2023/24" begins in 2023."""
    first_month, year = SEASONS[match.text("season")], _year_of(match, may_dash=True)
    return _period(match, Period(Unit.SEASON, first_month, 0, year.year, year.fiscal and first_month != WINTER))


def read_quarters(match: Match) -> Chunks:
    """A quarter and the figures listed with it, in the year after the last: "Q1&2", "Quarters 1 to 3", "Q1 23"."""
    tokens, first = match.tokens, match.end("number")
    chunks = [Chunk(Role.PERIOD, match.first, first, _quarter_of(tokens, match.first, first))]
    for sign in range(first, match.end("more"), 2):
        period = Period(Unit.QUARTER, int(tokens.texts[sign + 1]))
        chunks.append(Chunk(LIST_ROLES[tokens.texts[sign]], sign, sign + 1))
        chunks.append(Chunk(Role.PERIOD, sign + 1, sign + 2, period))
    year = None
    if match.has("label"):
        year = _years_of(tokens, match.at("label"))
    elif match.has("short"):
        year = Period(Unit.CALENDAR, year=full_year(match.text("short")))
    last = chunks[-1]
    if year and last.period:
        chunks[-1] = Chunk(Role.PERIOD, last.first, match.after, last.period.in_year_of(year))
    return chunks


def _quarter_of(tokens: Tokens, first: int, after: int) -> Period:
    """A quarter without its year: "Q1", "Qtr. 3", "Quarter One", "2nd quarter"."""
    texts = tokens.texts
    number = _number_of(texts[first]) or _number_of(texts[after - 1], QUARTER_NUMBERS)
    if not 1 <= number <= 4:
        raise Unreadable("no-such-date", f"there is no quarter “{tokens.words(first, after)}”")
    return Period(Unit.QUARTER, number)


def _number_of(text: str, numbers: Mapping[str, int] = ORDINALS) -> int:
    """The number of "first", or of the figure in "1st"; 0 for anything else, and for what is too long to be one."""
    return int(text) if len(text) == 1 and text.isdecimal() else numbers.get(text, 0)


def read_first_of_two(match: Match) -> Chunks:
    """The first quarter of "1st and 2nd quarter", whose word comes after the second."""
    sign = match.at("sign")
    period = Period(Unit.QUARTER, _number_of(match.text("number")))
    return [Chunk(Role.PERIOD, match.first, sign, period), Chunk(LIST_ROLES[match.text("sign")], sign, sign + 1)]


def read_half(match: Match) -> Chunks | None:
    """H1, or the first half of a fiscal year; of anything else it is only a part."""
    number = _number_of(match.text("number"))
    return _period(match, Period(Unit.HALF, number)) if number in {1, 2} else None


def read_fiscal_years(match: Match) -> Chunks:
    """Fiscal years with the words round them: "FY 2023/24", "the 2023/24 financial year", "2023/24 year end"."""
    period = _years_of(match.tokens, match.at("years"))
    end = [Chunk(Role.END, match.first, match.first)] if match.has("end") else []
    return [*end, *_period(match, period)]


def _years_of(tokens: Tokens, index: int) -> Period:
    """A fiscal year or a longer span of years, both of its years written."""
    first, last = tokens.years[index]
    if last < first:
        raise Unreadable("reversed-range", f"{first} to {last} ends before it starts")
    return Period(Unit.YEAR, year=first, fiscal=True, last=last, is_short=len(tokens.texts[index]) == 2)


def refuse_half_a_label(match: Match) -> Chunks | None:
    """Refuses "FY24" and "Financial year 2024"."""
    if is_year(match.text("figure")) or match.text("words").startswith("f"):
        words = match.tokens.words(match.first, match.after)
        raise Unreadable("unclear", f"“{words}” does not say which two years it spans")
    return None


def read_calendar_year(match: Match) -> Chunks:
    """A year before its month, quarter or season ("2024 March", "2023-Q4"), or by itself."""
    tokens, first = match.tokens, match.first
    if match.has("words"):
        words = tokens.words(first, first + 2)
        raise Unreadable("unclear", f"“{words}” does not say which two years it spans")
    if match.has("title"):
        return [Chunk(Role.LABEL, first, match.after)]
    year = Period(Unit.CALENDAR, year=int(tokens.texts[first]))
    index = match.at("period")
    is_stuck = index == first + 2 and first > 0 and tokens.texts[first - 1].isdecimal()  # "Q4 2023/Q1 2024"
    if index < 0 or is_stuck:
        return [Chunk(Role.PERIOD, first, first + 1, year)]
    return _period(match, _bare_period(tokens, index, match.after).in_year_of(year))


def _bare_period(tokens: Tokens, index: int, after: int) -> Period:
    """A month, a season or a quarter without a year."""
    if month := tokens.month(index):
        return Period(Unit.MONTH, month)
    if season := SEASONS.get(tokens.texts[index]):
        return Period(Unit.SEASON, season)
    return _quarter_of(tokens, index, after)
