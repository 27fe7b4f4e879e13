"""Sorts a cell's tokens into elements: periods, words that govern them, signs, and the officer's other words.

    cell    = { mark | period | number | phrase | sign | word }
    mark    = list mark at the start of an item                    a.  b and c.  (ii)  1)
    period  = quarters | half | days | day | date | month | season | years | calendar-year
    number  = duration | amount | a number that names a thing     6-12 months  £1.2m  Phase 2
    phrase  = the longest of ``words.PHRASES``

Each reader gives its elements and the place after them; the first that finds something wins, so no token is read
twice and none is left out. A number that nothing explains becomes LOOSE, which later spoils the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from peerxl.language.timescales import amounts, marks
from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.numerals import DATE_SIGNS, Found, full_year, is_year, numeric_date, years
from peerxl.language.timescales.periods import (
    day,
    day_figure,
    half,
    month,
    ordinal_number,
    quarter,
    season,
    weekday,
)
from peerxl.language.timescales.phrases import after_year_words, phrase_at
from peerxl.language.timescales.terms import Term, Unit
from peerxl.language.timescales.words import (
    MODAL_FOLLOWERS,
    MONTHS,
    NOT_A_SEASON,
    ORDINAL_SUFFIXES,
    QUARTER_WORDS,
    SEASONS,
    SIGNS,
    TITLES,
    UNCOUNTED_ORDINALS,
    UNITS,
    Role,
)

Read = tuple[list[Element], int]
LIST_SIGNS = {"&": Role.AND, "+": Role.AND, "-": Role.DASH, "/": Role.SLASH, ",": Role.COMMA}
LIST_WORDS = {"and": Role.AND, "to": Role.TO}


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


def _quarters(tokens: Tokens, place: int) -> Read | None:
    """A quarter and the bare numbers listed with it: "Q1&2", "Quarters 1 to 3", "1st and 2nd quarter"."""
    found = quarter(tokens, place)
    if found is None:
        return _listed_ordinal(tokens, place)
    if tokens.word(place) in UNCOUNTED_ORDINALS and not _label_follows(tokens, found[1]):
        return None
    elements, after = [Element(Role.TERM, place, found[1], found[0])], found[1]
    while (role := _list_sign(tokens, after)) and (number := _listed_number(tokens, after + 1)):
        elements.append(Element(role, after, after + 1))
        elements.append(Element(Role.TERM, after + 1, after + 2, Term(Unit.QUARTER, number)))
        after += 2
    return _with_short_year(tokens, elements, after)


def _with_short_year(tokens: Tokens, elements: list[Element], after: int) -> Read:
    """The quarters with the two-digit year stuck to or beside the last: "Q1 23", but not "Q1 23 workshops".

    The label of "Q1 23/24 June 2023" is taken here too, before it can be read as two days of June.
    """
    label = years(tokens, after)
    if label and label[0].is_label and tokens.word(label[1]) in MONTHS:
        return _with_year(elements, label[0], label[1]), label[1]
    start = after + (tokens.sign(after) in {"/", "-", "'"} and tokens.is_glued(after + 1))
    figure, following = tokens.number(start), tokens[start + 1]
    if len(figure) != 2 or following.kind == "word" or years(tokens, start) or numeric_date(tokens, start):
        return elements, after
    if following.text in {"/", "-", ".", "%", ":"} and tokens.is_glued(start + 1) and tokens.number(start + 2):
        return elements, after
    return _with_year(elements, Term(Unit.CALENDAR, year=full_year(figure)), start + 1), start + 1


def _with_year(elements: list[Element], year: Term, after: int) -> list[Element]:
    """The elements with the last period put in a year."""
    last = elements[-1]
    assert last.term is not None
    return [*elements[:-1], Element(Role.TERM, last.first, after, last.term.in_year_of(year))]


def _label_follows(tokens: Tokens, place: int) -> bool:
    """Whether a fiscal year follows, without which "last quarter" is the one before this."""
    while tokens.word(place) in {"of", "in", "the"}:
        place += 1
    return years(tokens, after_year_words(tokens, place)) is not None


def _list_sign(tokens: Tokens, place: int) -> Role | None:
    return LIST_SIGNS.get(tokens.sign(place)) or LIST_WORDS.get(tokens.word(place))


def _listed_number(tokens: Tokens, place: int) -> int:
    """The quarter a bare figure names, 0 where the figure begins something else."""
    figure, following = tokens.number(place), tokens.word(place + 1)
    is_joined = tokens.sign(place + 1) in {"/", ".", "-"} and tokens.number(place + 2) and tokens.is_glued(place + 2)
    if figure not in {"1", "2", "3", "4"} or following in MONTHS or following in UNITS or following in ORDINAL_SUFFIXES:
        return 0
    return 0 if is_joined and len(tokens.number(place + 2)) != 1 else int(figure)


def _listed_ordinal(tokens: Tokens, place: int) -> Read | None:
    """The first quarter of "1st and 2nd quarter", whose word comes after the second."""
    number, after = ordinal_number(tokens, place)
    role = _list_sign(tokens, after) if number else None
    if not role or not ordinal_number(tokens, after + 1)[0] or quarter(tokens, after + 1) is None:
        return None
    return [Element(Role.TERM, place, after, Term(Unit.QUARTER, number)), Element(role, after, after + 1)], after + 1


def _half(tokens: Tokens, place: int) -> Read | None:
    """H1, or the first half of a fiscal year; of anything else it is only a part."""
    found = half(tokens, place)
    number, after = ordinal_number(tokens, place)
    if found is None and number in {1, 2} and tokens.word(after) == "half" and _label_follows(tokens, after + 1):
        found = Term(Unit.HALF, number), after + 1
    return _one(found, place)


def _days(tokens: Tokens, place: int) -> Read | None:
    """Two days of one month: "1-5 May 2024", "4th & 5th March"."""
    number, after = day_figure(tokens, place)
    role = _list_sign(tokens, after) if number else None
    found = day(tokens, after + 1) if role and tokens.number(after + 1) else None
    if found is None or role is None:
        return None
    term = found[0]
    if years(tokens, place) and len(tokens.number(place)) != 2:
        return None
    if years(tokens, place) and not tokens[after].spaced and _is_in_label(tokens, place, term):
        raise Unreadable("unclear", f"“{tokens.words(place, after + 2)}” may be a fiscal year or two days")
    first = Term(Unit.DAY, term.number, number, term.year, term.fiscal)
    return [
        Element(Role.TERM, place, after, first),
        Element(role, after, after + 1),
        Element(Role.TERM, after + 1, found[1], term),
    ], found[1]


def _is_in_label(tokens: Tokens, place: int, term: Term) -> bool:
    """Whether the two figures before a month could also be the fiscal year it lies in."""
    label = years(tokens, place)
    return bool(label) and (term.year is None or (label is not None and abs(term.year - (label[0].year or 0)) <= 1))


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
        _quarters,
        _half,
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
        _quarters,
        _half,
        _days,
        _dates,
        _years,
        _phrase,
        amounts.counted,
        _sign_or_word,
    ),
    "sign": (marks.list_mark, amounts.amount, _phrase, _sign_or_word),
}
