"""Quarters and days that share a word: "Q1&2 23/24", "1st and 2nd quarter", "1-5 May 2024"; and half years.

quarters = quarter { link number } [short-year] | ordinal link quarter
half     = "H" number | ordinal "half" ["of"] years
days     = figure { link figure } month [year]
"""

from __future__ import annotations

from dataclasses import replace

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element, Read
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.numerals import full_year, numeric_date, years
from peerxl.language.timescales.periods import day, day_figure, half, ordinal_number, quarter
from peerxl.language.timescales.phrases import after_year_words
from peerxl.language.timescales.terms import Term, Unit
from peerxl.language.timescales.words import MONTHS, ORDINAL_SUFFIXES, UNCOUNTED_ORDINALS, UNITS, Role

MOST_DAYS = 12
LIST_SIGNS = {"&": Role.AND, "+": Role.AND, "-": Role.DASH, "/": Role.SLASH, ",": Role.COMMA}
LIST_WORDS = {"and": Role.AND, "to": Role.TO}


def quarters(tokens: Tokens, place: int) -> Read | None:
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


def half_year(tokens: Tokens, place: int) -> Read | None:
    """H1, or the first half of a fiscal year; of anything else it is only a part."""
    found = half(tokens, place)
    number, after = ordinal_number(tokens, place)
    if found is None and number in {1, 2} and tokens.word(after) == "half" and _is_whole(tokens, after + 1):
        found = Term(Unit.HALF, number), after + 1
    return ([Element(Role.TERM, place, found[1], found[0])], found[1]) if found else None


def _is_whole(tokens: Tokens, place: int) -> bool:
    """Whether a half is of the fiscal year after it, or of one before it since nothing that it could be of follows."""
    return _label_follows(tokens, place) or tokens[place].kind in {"sign", "end"}


def days(tokens: Tokens, place: int) -> Read | None:
    """Several days of one month: "1-5 May 2024", "4th & 5th March", "5, 12 and 19 June"."""
    figures: list[tuple[int, int]] = []  # each day's number and place
    after = place
    while len(figures) < MOST_DAYS and (read := _listed_day(tokens, after)):
        figures.append((read[0], after))
        after = read[1] + 1
    found = day(tokens, after) if figures else None
    if found is None or numeric_date(tokens, place) or (years(tokens, place) and len(figures) > 1):
        return None
    if years(tokens, place):
        _check_days(tokens, place, found[0])
    elements: list[Element] = []
    for number, start in figures:
        sign = day_figure(tokens, start)[1]
        term = replace(found[0], day=number, weekday=None)
        elements += [Element(Role.TERM, start, sign, term), Element(_list_role(tokens, sign), sign, sign + 1)]
    return [*elements, Element(Role.TERM, after, found[1], found[0])], found[1]


def _listed_day(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A day with a sign after it that lists it with another, and the sign's place."""
    number, after = day_figure(tokens, place)
    return (number, after) if number and _list_sign(tokens, after) and tokens.number(after + 1) else None


def _list_role(tokens: Tokens, place: int) -> Role:
    return _list_sign(tokens, place) or Role.SIGN


def _check_days(tokens: Tokens, place: int, term: Term) -> None:
    """Refuses "23/24 March 2024", which may be two days or the month of a fiscal year."""
    if len(tokens.number(place)) == 4 or (not tokens[place + 1].spaced and _is_in_label(tokens, place, term)):
        raise Unreadable("unclear", f"“{tokens.words(place, place + 4)}” may be a fiscal year or two days")


def _is_in_label(tokens: Tokens, place: int, term: Term) -> bool:
    """Whether the two figures before a month could also be the fiscal year it lies in."""
    label = years(tokens, place)
    return bool(label) and (term.year is None or (label is not None and abs(term.year - (label[0].year or 0)) <= 1))
