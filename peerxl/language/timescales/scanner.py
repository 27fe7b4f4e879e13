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

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from peerxl.language.timescales import amounts, lists, marks
from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element, Read
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.numerals import DATE_SIGNS, Found, is_year, numeric_date, years
from peerxl.language.timescales.periods import day, month, quarter, season, weekday
from peerxl.language.timescales.phrases import FIRST_YEAR_WORDS, after_year_words, phrase_at
from peerxl.language.timescales.terms import Term, Unit
from peerxl.language.timescales.words import (
    DESIGNATORS,
    EVERY,
    MODAL_FOLLOWERS,
    MONTHS,
    NOT_A_SEASON,
    NUMBER_WORDS,
    ORDINALS,
    QUARTER_WORDS,
    SEASONS,
    SIGNS,
    TITLES,
    UNITS,
    WEEKDAYS,
    Role,
)

MOST_WORDS = 4096  # whose readers are remembered


def scan(tokens: Tokens) -> list[Element]:
    """The elements of a cell in order; every token belongs to exactly one."""
    elements: list[Element] = []
    place = 0
    while place < len(tokens):
        found, place = _read(tokens, place)
        elements.extend(found)
    return elements


def _read(tokens: Tokens, place: int) -> Read:
    token = tokens[place]
    for reader in word_readers(token.text) if token.kind == "word" else READERS[token.kind]:
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
    is_signed = tokens.sign(place + 1) in {"/", "-", "."}
    if is_signed and tokens.number(place + 2):
        return None
    if after_year_words(tokens, place + 1) > place + 1:
        raise Unreadable("unclear", f"“{tokens.words(place, place + 2)}” does not say which two years it spans")
    if tokens.word(place + 1) in TITLES:
        return [Element(Role.LABEL, place, place + 2)], place + 2
    found = (
        quarter(tokens, place + 2)
        if is_signed and _stands_alone(tokens, place)
        else quarter(tokens, place + 1) or month(tokens, place + 1) or season(tokens, place + 1)
    )
    if found and found[0].year is None:
        term = found[0].in_year_of(Term(Unit.CALENDAR, year=year))
        return [Element(Role.TERM, place, found[1], term)], found[1]
    return [Element(Role.TERM, place, place + 1, Term(Unit.CALENDAR, year=year))], place + 1


def _stands_alone(tokens: Tokens, place: int) -> bool:
    """Whether the year of "2023-Q4" is stuck to one quarter only, unlike that of "Q4 2023/Q1 2024"."""
    is_glued = tokens.is_glued(place + 1) and tokens.is_glued(place + 2)
    return is_glued and not tokens.number(place - 1) and not tokens.number(place + 4)


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
    elif token.text == "-" and _is_bullet(tokens, place):
        role = Role.BULLET
    else:
        role = Role.LOOSE if token.text.isdigit() else SIGNS.get(token.text, Role.SIGN)
    return [Element(role, place, place + 1)], place + 1


def _is_bullet(tokens: Tokens, place: int) -> bool:
    """Whether a dash begins a line of a cell whose first line begins with one too."""
    return tokens.sign(0) == "-" and tokens[place].broken and tokens[place + 1].spaced


def _after_figures(tokens: Tokens, place: int) -> int:
    """The place after figures stuck together, so that the reason can show them all."""
    after = place + 1
    while tokens.sign(after) in DATE_SIGNS and tokens.number(after + 1) and tokens.is_glued(after + 1):
        after += 2
    return after


def _word_role(word: str) -> Role:
    if word.endswith("n't"):
        return Role.DENY
    return Role.NO_PERIOD if word in QUARTER_WORDS or (word in WEEKDAYS and word.endswith("day")) else Role.LABEL


Reader = Callable[[Tokens, int], Read | None]
WORD_READERS: Sequence[tuple[Reader, Collection[str] | None]] = (  # and the words each begins with, where they are few
    (marks.list_mark, marks.MARKS),
    (amounts.repeated, EVERY),
    (amounts.named_number, DESIGNATORS | TITLES),
    (amounts.code, None),
    (amounts.duration, NUMBER_WORDS),
    (amounts.plan_year, UNITS),
    (lists.quarters, QUARTER_WORDS | ORDINALS.keys()),
    (lists.half_year, {"h"} | ORDINALS.keys()),
    (_dates, WEEKDAYS),
    (_month, MONTHS),
    (_season, SEASONS),
    (_years, FIRST_YEAR_WORDS),
    (_phrase, None),
    (amounts.misspelt_month, None),
    (_sign_or_word, None),
)
READERS: dict[str, Sequence[Reader]] = {  # by the kind of the token they begin with; the last always reads it
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


@lru_cache(maxsize=MOST_WORDS)
def word_readers(word: str) -> Sequence[Reader]:
    """The readers that may find something at a word, in order; the last always reads it."""
    return tuple(reader for reader, openings in WORD_READERS if openings is None or word in openings)
