"""Sorts a cell's tokens into elements: periods, words that govern them, signs, and the officer's other words.

    cell    = { mark | period | number | phrase | sign | word }
    mark    = list mark at the start of an item                    a.  b and c.  (ii)  1)
    period  = quarters | half | days | day | date | month | season | years | calendar-year
    number  = duration | amount | a number that names a thing     6-12 months  £1.2m  Phase 2
    phrase  = the longest of ``phrasebook.PHRASES``

Each reader gives its elements and the place after them; the first that finds something wins, so no token is read
twice and none is left out. A number that nothing explains becomes LOOSE, which later spoils the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from peerxl.language.timescales import amounts, lists, marks
from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element, Read
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.numerals import DATE_SIGNS, Found, is_year, numeric_date, years
from peerxl.language.timescales.periods import day, month, quarter, season, weekday
from peerxl.language.timescales.phrases import after_year_words, phrase_at
from peerxl.language.timescales.terms import Term, Unit
from peerxl.language.timescales.words import (
    MODAL_FOLLOWERS,
    MONTHS,
    NOT_A_SEASON,
    QUARTER_WORDS,
    SEASONS,
    SIGNS,
    TITLES,
    Role,
)


def scan(tokens: Tokens) -> list[Element]:
    """The elements of a cell in order; every token belongs to exactly one."""
    elements: list[Element] = []
    place = 0
    while place < len(tokens):
        found, place = _read(tokens, place)
        elements.extend(found)
    return elements


def _read(tokens: Tokens, place: int) -> Read:
    for reader in READERS[tokens[place].kind]:
        found = reader(tokens, place)
        if found:
            return found
    raise AssertionError("the last reader reads anything")


def _one(found: Found | None, place: int) -> Read | None:
    """A single period as a reader's answer."""
    return ([Element(Role.TERM, place, found[1], found[0])], found[1]) if found else None


def _dates(tokens: Tokens, place: int) -> Read | None:
    """Days and dates, alone or after their day of the week."""
    token = tokens[place]
    if token.kind == "number":
        return _one(day(tokens, place) or numeric_date(tokens, place), place)
    return _one(weekday(tokens, place), place)


def _month(tokens: Tokens, place: int) -> Read | None:
    found = month(tokens, place)
    if found and tokens.word(place) == "may" and found[1] == place + 1 and _is_modal(tokens, place):
        return [Element(Role.LABEL, place, place + 1)], place + 1
    return _one(found, place)


def _is_modal(tokens: Tokens, place: int) -> bool:
    """Whether "may" is the verb: nothing dates it and the next word needs one."""
    following = tokens.word(place + 1)
    is_month_like = not following or following in MONTHS or phrase_at(tokens, place + 1) is not None
    return following in MODAL_FOLLOWERS or not (tokens[place].capital or is_month_like)


def _season(tokens: Tokens, place: int) -> Read | None:
    following = tokens.word(place + 1)
    if tokens.word(place) in SEASONS and following in NOT_A_SEASON:
        return [Element(Role.NO_PERIOD, place, place + 2)], place + 2
    found = season(tokens, place)
    if found and tokens.word(found[1]) in NOT_A_SEASON:
        return [Element(Role.NO_PERIOD, place, found[1] + 1)], found[1] + 1
    return _one(found, place)


def _years(tokens: Tokens, place: int) -> Read | None:
    """Fiscal years, the words "financial year" round them, and a bare calendar year."""
    start = after_year_words(tokens, place)
    start += start > place and tokens.sign(start) in {":", "-", ".", "'"} and bool(tokens.number(start + 1))
    found = years(tokens, start)
    if found:
        after = after_year_words(tokens, found[1])
        after = found[1] if tokens.number(after) else after  # the year of "2023/24 Year 2" is the next one's
        if tokens.word(after) == "end":  # "2023/24 year end"
            return [Element(Role.END, place, place), Element(Role.TERM, place, after + 1, found[0])], after + 1
        return [Element(Role.TERM, place, after, found[0])], after
    figure = tokens.number(start)
    if not figure or (start == place and not is_year(figure)):
        return None
    if start > place and (is_year(figure) or tokens.word(place).startswith("f")):
        raise Unreadable("unclear", f"“{tokens.words(place, start + 1)}” does not say which two years it spans")
    if start > place:
        return None
    return _calendar_year(tokens, place, int(figure))


def _calendar_year(tokens: Tokens, place: int, year: int) -> Read | None:
    """A year before its month, quarter or season ("2024 March"), or by itself; stuck to other figures it is neither."""
    if tokens.sign(place + 1) in {"/", "-", "."} and tokens.number(place + 2):
        return None
    if after_year_words(tokens, place + 1) > place + 1:
        raise Unreadable("unclear", f"“{tokens.words(place, place + 2)}” does not say which two years it spans")
    if tokens.word(place + 1) in TITLES:
        return [Element(Role.LABEL, place, place + 2)], place + 2
    found = quarter(tokens, place + 1) or month(tokens, place + 1) or season(tokens, place + 1)
    if found and found[0].year is None:
        term = found[0].in_year_of(Term(Unit.CALENDAR, year=year))
        return [Element(Role.TERM, place, found[1], term)], found[1]
    return [Element(Role.TERM, place, place + 1, Term(Unit.CALENDAR, year=year))], place + 1


def _phrase(tokens: Tokens, place: int) -> Read | None:
    found = phrase_at(tokens, place)
    if found is None:
        return None
    role, after = found
    if role is Role.END and _is_open_year(tokens, place, after):
        term = Term(Unit.YEAR)
        stop = max(after, after_year_words(tokens, after))
        return [Element(Role.END, place, after), Element(Role.TERM, stop - 1, stop, term)], stop
    return [Element(role, place, after)], after


def _is_open_year(tokens: Tokens, place: int, after: int) -> bool:
    """Whether it is the end of a financial year that is not named."""
    stop = after_year_words(tokens, after)
    is_named = (
        stop > after and tokens.word(stop - 1) in {"year", "fy"} and stop - after + (tokens.word(after) == "fy") > 1
    )
    is_whole = tokens.word(place) in {"financial", "fy"}
    is_dated = tokens.number(stop) or tokens.word(stop) in {"of", "for", "in", *MONTHS}
    return (is_named or is_whole) and not is_dated


def _sign_or_word(tokens: Tokens, place: int) -> Read:
    token = tokens[place]
    if token.kind == "number":
        return [Element(Role.LOOSE, place, _after_figures(tokens, place))], _after_figures(tokens, place)
    if token.kind == "word":
        role = _word_role(token.text)
    else:
        role = Role.LOOSE if token.text.isdigit() else SIGNS.get(token.text, Role.SIGN)
    return [Element(role, place, place + 1)], place + 1


def _after_figures(tokens: Tokens, place: int) -> int:
    """The place after figures stuck together, so that the reason can show them all."""
    after = place + 1
    while tokens.sign(after) in DATE_SIGNS and tokens.number(after + 1) and tokens.is_glued(after + 1):
        after += 2
    return after


def _word_role(word: str) -> Role:
    if word.endswith("n't"):
        return Role.DENY
    return Role.NO_PERIOD if word in QUARTER_WORDS else Role.LABEL


Reader = Callable[[Tokens, int], Read | None]
READERS: dict[str, Sequence[Reader]] = {  # by the kind of the token they begin with; the last always reads it
    "word": (
        marks.list_mark,
        amounts.repeated,
        amounts.named_number,
        amounts.code,
        amounts.duration,
        amounts.plan_year,
        lists.quarters,
        lists.half_year,
        _dates,
        _month,
        _season,
        _years,
        _phrase,
        amounts.misspelt_month,
        _sign_or_word,
    ),
    "number": (
        marks.list_mark,
        amounts.amount,
        amounts.duration,
        lists.quarters,
        lists.half_year,
        lists.days,
        _dates,
        _years,
        _phrase,
        amounts.counted,
        _sign_or_word,
    ),
    "sign": (marks.list_mark, amounts.amount, _phrase, _sign_or_word),
}
