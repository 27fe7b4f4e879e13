"""Periods of one kind that stand together: "Q2-Q4", "January – March 2023", "Jan, Feb & Mar 2024".

    run = period { link period }        of one family, with what governs the first and what follows the last

A year given once in a run serves all of it; a fiscal year beside a period that has none gives it its year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element
from peerxl.language.timescales.gaps import Gap, Link, sort_gap
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.terms import Days, Family, Term, Unit, days_of
from peerxl.language.timescales.words import Role

YEAR_SIGNS = frozenset((Role.COMMA, Role.DASH, Role.COLON, Role.SLASH, Role.OPEN, Role.CLOSE, Role.DURING, Role.FILLER))
JOINING = frozenset((Link.IMPLIED, Link.DASH, Link.TO, Link.AND, Link.SLASH, Link.COMMA))
MOVING = frozenset((Role.OLD, Role.MOVED, Role.SLIPPED))


@dataclass(frozen=True, slots=True)
class Run:
    """The terms of one run, joined by ``links``, with the gaps before and after it."""

    terms: tuple[Term, ...]
    links: tuple[Link, ...]
    before: Gap
    after: Gap
    places: tuple[int, ...]  # of the terms among the cell's elements
    is_assumed: bool = False  # whether its year is the plan's
    said: str = ""  # the words that govern it

    @property
    def family(self) -> Family:
        return self.terms[0].family

    @property
    def link(self) -> Link:
        return self.before.link

    @property
    def has_year(self) -> bool:
        return self.terms[0].year is not None

    @property
    def roles(self) -> list[Role]:
        return self.before.roles

    @property
    def is_followed_by_word(self) -> bool:
        """Whether a word of the officer's follows directly, so that the period may belong to it."""
        gap = self.after
        following = [*gap.suffix, *gap.middle, *gap.governors][:1]
        return bool(following) and following[0].role in {Role.LABEL, Role.STATUS, Role.ANNUAL}


def give_years(elements: Sequence[Element], tokens: Tokens) -> list[Element]:
    """The elements with each fiscal year that stands beside a period without a year made that period's year."""
    given: list[Element] = []
    place = 0
    while place < len(elements):
        element, place = _with_year(elements, place, tokens)
        given.append(element)
    return given


def _with_year(elements: Sequence[Element], place: int, tokens: Tokens) -> tuple[Element, int]:
    element = elements[place]
    other = _neighbour(elements, place + 1) if element.term else None
    if element.term is None or other is None:
        return element, place + 1
    neighbour = elements[other].term
    assert neighbour is not None
    signs = {between.role for between in elements[place + 1 : other]}
    if _is_span(element.term) and _takes_year(neighbour):
        raise Unreadable("year-mismatch", "what stands beside several years lies in one of them, nobody says which")
    if element.term.is_label and _takes_year(neighbour) and Role.CLOSE not in signs:
        _check_one_year(elements, other, tokens)
        return _merged(elements, place, other, neighbour.in_year_of(element.term)), other + 1
    if _takes_year(element.term) and _gives_year(neighbour, element.term, signs):
        return _merged(elements, place, other, element.term.in_year_of(neighbour)), other + 1
    return element, place + 1


def _neighbour(elements: Sequence[Element], start: int) -> int | None:
    """The next period, where only a few signs stand before it."""
    for place in range(start, min(start + 4, len(elements))):
        if elements[place].term:
            return place
        if elements[place].role not in YEAR_SIGNS:
            return None
    return None


def _is_span(term: Term) -> bool:
    """Whether it is several fiscal years ("2023-2027")."""
    return term.unit is Unit.YEAR and term.year is not None and not term.is_label


def _takes_year(term: Term) -> bool:
    return term.year is None and term.family is not Family.YEAR


def _gives_year(year: Term, term: Term, signs: set[Role]) -> bool:
    """Whether a year after a period is its year: a single one only after a quarter, or with "of" or a bracket."""
    if _is_span(year) and term.family is Family.QUARTER:
        raise Unreadable("year-mismatch", "a quarter lies in one fiscal year, and these years are more than one apart")
    if year.unit is not Unit.CALENDAR:
        return year.is_label
    if term.unit is Unit.HALF:
        raise Unreadable("unclear", "half of a single year may be of the calendar or the fiscal year")
    return term.unit is Unit.QUARTER or bool(signs & {Role.DURING, Role.CLOSE})


def _check_one_year(elements: Sequence[Element], place: int, tokens: Tokens) -> None:
    """Refuses a period between two years ("2023/24 Q1 24/25") unless the second has a period of its own."""
    other = _neighbour(elements, place + 1)
    year = elements[other].term if other else None
    if other is None or year is None or not year.is_label or other != place + 1:
        return
    following = _neighbour(elements, other + 1)
    if following is None or not _takes_year(elements[following].term or year):
        words = tokens.words(elements[place].first, elements[other].after)
        raise Unreadable("unclear", f"“{words}” has a year on each side")


def _merged(elements: Sequence[Element], first: int, last: int, term: Term) -> Element:
    return Element(Role.TERM, elements[first].first, elements[last].after, term)


def find_runs(elements: Sequence[Element], tokens: Tokens) -> list[Run]:
    """The runs of a cell in order, with every element either in one or in a gap beside one."""
    places = [place for place, element in enumerate(elements) if element.term]
    if not places:
        return []
    gaps = _gaps(elements, places)
    groups: list[list[int]] = []  # of numbers of places
    for number in range(len(places)):
        if groups and _continues(elements, places, groups[-1], gaps):
            groups[-1].append(number)
        else:
            groups.append([number])
    runs = [_run(elements, places, group, gaps, tokens) for group in groups]
    return [part for run in runs for part in _split(_with_shared_year(run))]


def _run(elements: Sequence[Element], places: list[int], group: list[int], gaps: list[Gap], tokens: Tokens) -> Run:
    terms = tuple(term for number in group if (term := elements[places[number]].term))
    links = tuple(gaps[number].link for number in group[1:])
    before, after = gaps[group[0]], gaps[group[-1] + 1]
    return Run(terms, links, before, after, tuple(places[number] for number in group), said=_said(before, tokens))


def _said(gap: Gap, tokens: Tokens) -> str:
    return tokens.words(gap.governors[0].first, gap.governors[-1].after) if gap.governors else ""


def _gaps(elements: Sequence[Element], places: list[int]) -> list[Gap]:
    starts = [0, *(place + 1 for place in places)]
    stops = [*places, len(elements)]
    return [
        sort_gap(elements[start:stop], is_first=number == 0, is_last=number == len(places))
        for number, (start, stop) in enumerate(zip(starts, stops, strict=True))
    ]


def _continues(elements: Sequence[Element], places: list[int], group: list[int], gaps: list[Gap]) -> bool:
    """Whether the period after a group of them belongs to it."""
    last, term = elements[places[group[-1]]].term, elements[places[group[-1] + 1]].term
    link = gaps[group[-1] + 1].link
    if not last or not term or last.family is not term.family or Unit.CALENDAR in {last.unit, term.unit}:
        return False
    if link not in JOINING or (link is Link.TO and MOVING.intersection(gaps[group[0]].roles)):
        return False
    if Unit.YEAR in {last.unit, term.unit} and None in {last.year, term.year}:
        return False  # "the end of the financial year" takes the plan's year, not its neighbour's
    is_mixed = (last.unit is Unit.DAY) != (term.unit is Unit.DAY)
    if is_mixed and link not in {Link.DASH, Link.TO}:
        return False
    return link is not Link.COMMA or last.year is None or term.unit is Unit.DAY


def _with_shared_year(run: Run) -> Run:
    """The run with a year that is given once given to all."""
    terms = list(run.terms)
    for place in [*reversed(range(len(terms) - 1)), *range(1, len(terms))]:
        for other in (place + 1, place - 1):
            if _takes_year(terms[place]) and 0 <= other < len(terms) and terms[other].year is not None:
                terms[place] = terms[place].in_year_of(terms[other])
    return replace(run, terms=tuple(terms)) if tuple(terms) != run.terms else run


def _split(run: Run) -> list[Run]:
    """The run, cut where two full days stand together without a sign that makes them a range."""
    starts = [0, *(place for place in range(1, len(run.terms)) if _is_cut(run, place)), len(run.terms)]
    if len(starts) == 2 or Role.BETWEEN in run.roles:
        return [run]
    between = Gap((), (), (), Link.DAYS)
    return [
        Run(
            run.terms[start:stop],
            run.links[start : stop - 1],
            between if start else run.before,
            between if stop < len(run.terms) else run.after,
            run.places[start:stop],
            said="" if start else run.said,
        )
        for start, stop in pairwise(starts)
    ]


def _is_cut(run: Run, place: int) -> bool:
    are_days = run.terms[place - 1].unit is run.terms[place].unit is Unit.DAY
    return are_days and run.links[place - 1] not in {Link.DASH, Link.TO}


def in_year(run: Run, year: Term) -> Run:
    """The run in the given year."""
    return replace(run, terms=tuple(term.in_year_of(year) for term in run.terms))


def run_days(run: Run, first_month: int) -> Days:
    """The days from the run's start to its end; refuses a run that ends before it starts."""
    spans = [days_of(term, first_month) for term in run.terms]
    for earlier, later in pairwise(spans):
        if later.first < earlier.first:
            raise Unreadable("reversed-range", "the range ends before it starts")
    return Days(spans[0].first, spans[-1].last)


def relinked(runs: Sequence[Run], kept: Sequence[Run]) -> list[Run]:
    """The kept runs, those after a run that was not kept no longer joined to anything."""
    order = {run.places: number for number, run in enumerate(runs)}
    numbers = [order[run.places] for run in kept]
    return [
        run
        if before == number - 1 or run.link is Link.APART or not number
        else replace(run, before=replace(run.before, link=Link.APART))
        for run, before, number in zip(kept, [-2, *numbers], numbers, strict=False)
    ]
