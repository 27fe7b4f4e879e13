"""Periods made of what the grammar's patterns have matched: days, months, seasons, quarters, halves and years.

Each function makes the chunks of one pattern, or None where the words say otherwise than the pattern; it refuses what
can be nothing else but is impossible.
"""

from __future__ import annotations

from collections.abc import Mapping

from peerxl.language.timescales.lexicon import DAY_TENS, DAY_WORDS, ORDINALS, QUARTER_NUMBERS, SEASONS, SIGNS, WEEKDAYS
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import WINTER, Period, Unit, check_day, doubt_year, is_year, read_full_year
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Chunks, PatternMatch, Tokens

LIST_ROLES = {**SIGNS, "+": Role.AND, "and": Role.AND, "to": Role.TO}


class WrittenYear:
    """The year of a month, day or season: the calendar's, or where ``fiscal`` the one that a fiscal year starts in."""

    __slots__ = ("fiscal", "is_short", "year")

    def __init__(self, year: int | None = None, *, fiscal: bool = False, is_short: bool = False) -> None:
        self.year = year
        self.fiscal = fiscal
        self.is_short = is_short


def _get_year(match: PatternMatch, *, has_day: bool = False, may_dash: bool = False) -> WrittenYear:
    """The year that the pattern ``year`` has matched after a month, a day or a season."""
    if "full" in match.parts:
        return WrittenYear(int(match.get_text("full")))
    if (index := match.locate("short")) >= 0:
        _check_short_year(match.tokens, index, has_day=has_day)
        return WrittenYear(read_full_year(match.tokens.texts[index]), is_short=True)
    if (index := match.locate("fiscal")) >= 0:
        first, last = match.tokens.years[index]
        if last != first + 1 or (match.tokens.texts[index + 1] != "/" and not may_dash):
            words = match.tokens.get_words(index, index + 3)
            raise Unreadable("unclear", f"“{words}” after a month may be one year or two")
        return WrittenYear(first, fiscal=True)
    return WrittenYear()


def _check_short_year(tokens: Tokens, index: int, *, has_day: bool) -> None:
    """Reads "Sept 23 Dec 23" as two months; refuses "14 June 12 July 2024" and "March 12 June" as doubtful."""
    texts = tokens.texts
    if texts[index - 1] == "'" or not tokens.get_month(index + 1):
        return
    is_signed = texts[index + 2] in {"'", "-", "/"} and not tokens.is_spaced(index + 2)
    following = texts[index + 3] if is_signed else texts[index + 2]
    if has_day or len(following) != 2 or not following.isdecimal():
        raise Unreadable("unclear", f"“{tokens.get_words(index, index + 2)}” may be a year and a month or a day")


def _make_period(match: PatternMatch, period: Period) -> Chunks:
    return [Chunk(Role.PERIOD, match.first, match.after, period)]


def read_month(match: PatternMatch) -> Chunks:
    """A month, or the verb "may"."""
    tokens, index = match.tokens, match.locate("month")
    if match.after == index + 1 and tokens.texts[index] == "may" and _is_modal(tokens, index):
        return [Chunk(Role.LABEL, match.first, match.after)]
    year = _get_year(match)
    is_short = year.is_short and tokens.texts[match.locate("short") - 1] != "'"  # "'31" is no day
    return _make_period(
        match, Period(Unit.MONTH, tokens.get_month(index), 0, year.year, year.fiscal, is_short=is_short)
    )


def _is_modal(tokens: Tokens, index: int) -> bool:
    """Whether "may" is the verb: nothing dates it and the next word needs one."""
    following = tokens.texts[index + 1]
    is_word = following[:1].isalpha() and not tokens.get_month(index + 1) and tokens.find_phrase(index + 1) is None
    is_capital = tokens.text[tokens.starts[index]].isupper()
    return following in tokens.grammar.lexicon.classes["modal-verb"] or (is_word and not is_capital)


def read_day(match: PatternMatch) -> Chunks:
    """A day and its month."""
    return _make_period(match, _get_day(match, _get_year(match, has_day=True)))


def read_weekday(match: PatternMatch) -> Chunks:
    """A day after its day of the week: "Friday 14 June 2024", "Fri, 14/06/2024"."""
    period = _get_date(match) if match.has("numbers") else _get_day(match, _get_year(match, has_day=True))
    return _make_period(match, period._replace(weekday=WEEKDAYS[match.get_text("weekday")]))


def read_backward_day(match: PatternMatch) -> Chunks:
    """A day after its month: "March 31, 2024", and "March 31st" without a year."""
    return _make_period(
        match, _get_day(match, WrittenYear(int(match.get_text("full"))) if match.has("full") else WrittenYear())
    )


def _get_day(match: PatternMatch, year: WrittenYear) -> Period:
    month, day = match.tokens.get_month(match.locate("month")), _get_day_number(match)
    check_day(None if year.fiscal else year.year, month, day)
    return Period(Unit.DAY, month, day, year.year, year.fiscal, is_short=year.is_short)


def _get_day_number(match: PatternMatch) -> int:
    """The day's number, of figures or of words: "21st", "twenty-first"."""
    if not match.has("word"):
        return int(match.get_text("day"))
    return (DAY_TENS[match.get_text("tens")] if match.has("tens") else 0) + DAY_WORDS[match.get_text("word")]


def read_date(match: PatternMatch) -> Chunks:
    """A date in figures."""
    return _make_period(match, _get_date(match))


def _get_date(match: PatternMatch) -> Period:
    """Day first, unless the first figure has four digits."""
    first = match.locate("numbers")
    figures = [match.tokens.texts[index] for index in (first, first + 2, first + 4)]
    year, month, day = figures if len(figures[0]) == 4 else figures[::-1]
    if not (len(year) in {2, 4} and len(month) <= 2 and len(day) <= 2):
        raise Unreadable("unknown-number", f"“{match.tokens.get_words(first, first + 5)}” is not a date")
    when = check_day(read_full_year(year), int(month), int(day))
    return Period(Unit.DAY, when.month, when.day, when.year, is_short=len(year) == 2)


def read_spaced_date(match: PatternMatch) -> Chunks | None:
    """A date in figures with nothing but spaces between them, and no other number before: "30 09 2023"."""
    texts, first = match.tokens.texts, match.first
    if first and not texts[first - 1].isalpha():
        return None
    day, month, year = map(int, texts[first : first + 3])
    check_day(year, month, day)
    return _make_period(match, Period(Unit.DAY, month, day, year))


def read_days(match: PatternMatch) -> Chunks | None:
    """Several days of one month: "1-5 May 2024", "4th & 5th March", "5, 12 and 19 June"."""
    tokens, last = match.tokens, match.locate("last")
    period = _get_day(match, _get_year(match, has_day=True))
    chunks: Chunks = []
    index = match.first
    while index < last:
        sign = index + 1 if tokens.texts[index + 1] in LIST_ROLES else index + 2
        chunks.append(Chunk(Role.PERIOD, index, sign, period._replace(day=int(tokens.texts[index]))))
        chunks.append(Chunk(LIST_ROLES[tokens.texts[sign]], sign, sign + 1))
        index = sign + 1
    if match.first in tokens.years:
        if len(chunks) > 2:
            return None
        _check_days(tokens, match.first, period)
    return [*chunks, Chunk(Role.PERIOD, last, match.after, period)]


def read_sharing_days(match: PatternMatch) -> Chunks | None:
    """A date in figures that leaves its year, or its month too, to the one after the dash: "10/1-11/2/2017".

    The second is read after it as any date is.
    """
    tokens, numbers = match.tokens, match.locate("numbers")
    last = _get_date(match)
    assert last.year is not None
    month = int(match.get_text("month")) if match.has("month") else last.number
    if month > 12 and match.first in tokens.years:
        return None  # "23/24 - 31/03/2025"
    first = check_day(last.year, month, int(match.get_text("day")))
    period = last._replace(number=first.month, day=first.day)
    dash = LIST_ROLES[tokens.texts[numbers - 1]]
    return [Chunk(Role.PERIOD, match.first, numbers - 1, period), Chunk(dash, numbers - 1, numbers)]


def _check_days(tokens: Tokens, index: int, period: Period) -> None:
    """Refuses "23/24 March 2024", which may be two days or the month of a fiscal year."""
    is_near = period.year is None or abs(period.year - tokens.years[index][0]) <= 1
    if is_near and not tokens.is_spaced(index + 1):
        raise Unreadable("unclear", f"“{tokens.get_words(index, index + 4)}” may be a fiscal year or two days")


def read_season(match: PatternMatch) -> Chunks:
    """A season; "winter 2023/24" begins in 2023."""
    first_month, year = SEASONS[match.get_text("season")], _get_year(match, may_dash=True)
    return _make_period(match, Period(Unit.SEASON, first_month, 0, year.year, year.fiscal and first_month != WINTER))


def read_quarters(match: PatternMatch) -> Chunks:
    """A quarter and the figures listed with it, in the year after the last: "Q1&2", "Quarters 1 to 3", "Q1 23"."""
    tokens, first = match.tokens, match.locate_end("number")
    chunks = [Chunk(Role.PERIOD, match.first, first, _get_quarter(tokens, match.first, first))]
    for sign in range(first, match.locate_end("more"), 2):
        period = Period(Unit.QUARTER, int(tokens.texts[sign + 1]))
        chunks.append(Chunk(LIST_ROLES[tokens.texts[sign]], sign, sign + 1))
        chunks.append(Chunk(Role.PERIOD, sign + 1, sign + 2, period))
    year = None
    if match.has("label"):
        year = _get_years(tokens, match.locate("label"))
    elif match.has("short"):
        year = Period(Unit.CALENDAR, year=read_full_year(match.get_text("short")))
    last = chunks[-1]
    if match.has("stop"):
        chunks[-1] = last._replace(after=match.after)  # "Q4. 2021"
    if year and last.period:
        chunks[-1] = Chunk(Role.PERIOD, last.first, match.after, last.period.put_in_year(year))
    return chunks


def _get_quarter(tokens: Tokens, first: int, after: int) -> Period:
    """A quarter without its year: "Q1", "Qtr. 3", "Quarter One", "2nd quarter"."""
    texts = tokens.texts
    number = _get_number(texts[first]) or _get_number(texts[after - 1], QUARTER_NUMBERS)
    if not 1 <= number <= 4:
        raise Unreadable("no-such-date", f"there is no quarter “{tokens.get_words(first, after)}”")
    return Period(Unit.QUARTER, number)


def _get_number(text: str, numbers: Mapping[str, int] = ORDINALS) -> int:
    """The number of "first", or of the figure in "1st"; 0 for anything else, and for what is too long to be one."""
    return int(text) if len(text) == 1 and text.isdecimal() else numbers.get(text, 0)


def read_first_of_two(match: PatternMatch) -> Chunks:
    """The first quarter of "1st and 2nd quarter", whose word comes after the second."""
    sign = match.locate("sign")
    period = Period(Unit.QUARTER, _get_number(match.get_text("number")))
    return [Chunk(Role.PERIOD, match.first, sign, period), Chunk(LIST_ROLES[match.get_text("sign")], sign, sign + 1)]


def read_half(match: PatternMatch) -> Chunks | None:
    """H1, or the first half of a fiscal year; of anything else it is only a part."""
    number = _get_number(match.get_text("number"))
    return _make_period(match, Period(Unit.HALF, number)) if number in {1, 2} else None


def read_fiscal_years(match: PatternMatch) -> Chunks:
    """Fiscal years with the words round them: "FY 2023/24", "the 2023/24 financial year", "2023/24 year end"."""
    period = _get_years(match.tokens, match.locate("years"))
    end = [Chunk(Role.END, match.first, match.first)] if match.has("end") else []
    return [*end, *_make_period(match, period)]


def read_between_years(match: PatternMatch) -> Chunks:
    """ "Between 2021 and 2023"."""
    first, last = int(match.get_text("first")), int(match.get_text("last"))
    if last <= first:
        raise Unreadable("reversed-range", f"{first} to {last} ends before it starts")
    return _make_period(match, Period(Unit.YEAR, year=first, fiscal=True, last=last, is_said=True))


def read_calendar(match: PatternMatch) -> Chunks:
    """A year that is said to be the calendar's."""
    return _make_period(match, Period(Unit.CALENDAR, year=int(match.get_text("year")), is_said=True))


def _get_years(tokens: Tokens, index: int) -> Period:
    """A fiscal year or a longer span of years, both of its years written."""
    first, last = tokens.years[index]
    if last < first:
        raise Unreadable("reversed-range", f"{first} to {last} ends before it starts")
    is_short, is_said = len(tokens.texts[index]) == 2, tokens.texts[index + 1].isalpha()
    return Period(Unit.YEAR, year=first, fiscal=True, last=last, is_short=is_short, is_said=is_said)


def refuse_half_a_label(match: PatternMatch) -> Chunks | None:
    """Refuses "FY24" and "Financial year 2024"."""
    if is_year(match.get_text("figure")) or match.get_text("words").startswith("f"):
        words = match.tokens.get_words(match.first, match.after)
        raise Unreadable("unclear", doubt_year(words, match.get_text("figure")))
    return None


def read_calendar_year(match: PatternMatch) -> Chunks:
    """A year before its month, quarter or season ("2024 March", "2023-Q4"), or by itself."""
    tokens, first = match.tokens, match.first
    if match.has("words"):
        words = tokens.get_words(first, first + 2)
        raise Unreadable("unclear", doubt_year(words, tokens.texts[first]))
    if match.has("title"):
        return [Chunk(Role.LABEL, first, match.after)]
    year = Period(Unit.CALENDAR, year=int(tokens.texts[first]))
    index = match.locate("period")
    is_stuck = index == first + 2 and first > 0 and tokens.texts[first - 1].isdecimal()  # "Q4 2023/Q1 2024"
    if index < 0 or is_stuck:
        return [Chunk(Role.PERIOD, first, first + 1, year)]
    return _make_period(match, _make_bare_period(tokens, index, match.after).put_in_year(year))


def _make_bare_period(tokens: Tokens, index: int, after: int) -> Period:
    """A month, a season or a quarter without a year."""
    if month := tokens.get_month(index):
        return Period(Unit.MONTH, month)
    if season := SEASONS.get(tokens.texts[index]):
        return Period(Unit.SEASON, season)
    return _get_quarter(tokens, index, after)
