"""Refusals: words and numbers that make a cell unreadable, each with the reason an officer is shown.

Words that deny a date do so wherever they stand. Words that may as well be ordinary ("term", "academic", "slipped")
spoil a reading only where a date could be read through them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element
from peerxl.language.timescales.gaps import GOVERNORS, OPENERS, STRONG
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.runs import Run
from peerxl.language.timescales.terms import Family, Unit
from peerxl.language.timescales.words import Role

SEPARATORS = STRONG | {Role.DASH, Role.COLON, Role.COMMA, Role.OPEN, Role.CLOSE}
PASSING = GOVERNORS | {Role.DASH, Role.COMMA, Role.SLASH, Role.OPEN, Role.CLOSE, Role.COLON, Role.AND, Role.PLUS}
MEASURED = frozenset((Role.FROM, Role.AFTER, Role.BEFORE))
LIMITING = frozenset((Role.PART, Role.START, Role.START_OF, Role.OLD, Role.PRESENT))
DOUBTS = frozenset("may might could likely possibly to probably".split())
OLD_ANYWHERE = frozenset(("was", "were", "has been", "had been", "current", "initially", "former", "original"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on its way to a reading: its tokens, its elements and the runs found among them."""

    tokens: Tokens
    elements: Sequence[Element]
    runs: Sequence[Run]
    index: Mapping[Role, Sequence[int]]  # where each role stands among the elements

    @classmethod
    def of(cls, tokens: Tokens, elements: Sequence[Element], runs: Sequence[Run]) -> Cell:
        index: dict[Role, list[int]] = {}
        for place, element in enumerate(elements):
            index.setdefault(element.role, []).append(place)
        return cls(tokens, elements, runs, index)

    def words(self, element: Element) -> str:
        return self.tokens.words(element.first, element.after)

    @property
    def governors(self) -> set[int]:
        """The elements that govern a period."""
        return {place for run in self.runs for place in range(run.places[0] - len(run.before.governors), run.places[0])}

    @property
    def has_bare_run(self) -> bool:
        return any(not run.has_year for run in self.runs)

    def places(self, *roles: Role) -> Sequence[int]:
        """Where any of the roles stands, in order."""
        if len(roles) == 1:
            return self.index.get(roles[0], ())
        return sorted(place for role in roles for place in self.index.get(role, ()))


def check(cell: Cell) -> None:
    """Refuses a cell that holds a word or number which spoils its reading."""
    for roles, spoils in SPOILERS:
        if not roles.isdisjoint(cell.index):
            spoils(cell)


def _refuse_first(cell: Cell, places: Iterable[int], code: str, reason: str) -> None:
    for place in places:
        raise Unreadable(code, reason.format(cell.words(cell.elements[place])))


def loose_numbers(cell: Cell) -> None:
    for place in cell.places(Role.LOOSE):
        before = cell.elements[place - 1].term if place else None
        if before and before.family is Family.QUARTER and cell.words(cell.elements[place])[2:3] in {"/", "-"}:
            _refuse_first(cell, [place], "year-mismatch", "the years “{}” do not follow each other")
        _refuse_first(cell, [place], "unknown-number", "the number “{}” is neither a date nor part of one")


def denials(cell: Cell) -> None:
    _refuse_first(cell, cell.places(Role.DENY), "denied", "“{}” limits or denies what the cell says")


def stopped(cell: Cell) -> None:
    if cell.runs:
        _refuse_first(cell, cell.places(Role.STOPPED), "denied", "“{}” leaves it open whether the date holds")


def choices(cell: Cell) -> None:
    """ "Q3 or Q4" does not say which."""
    places = cell.places(Role.OR)
    between = (place for place in places if _meets_term(cell, place, 1) and _meets_term(cell, place, -1))
    _refuse_first(cell, between, "unclear", "“{}” between two dates does not say which counts")


def arrows(cell: Cell) -> None:
    if cell.runs:
        _refuse_first(cell, cell.places(Role.ARROW), "unclear", "the arrow or sign “{}” does not say which date counts")


def moves(cell: Cell) -> None:
    """A date said to have slipped must say from when or to when, and not that it only "may"."""
    governors = cell.governors
    loose = (place for place in cell.places(Role.SLIPPED) if place not in governors or _is_doubted(cell, place))
    if cell.runs:
        _refuse_first(cell, loose, "denied", "“{}” does not say which date is the old one")


def _is_doubted(cell: Cell, place: int) -> bool:
    return cell.tokens.word(cell.elements[place].first - 1) in DOUBTS


def old_dates(cell: Cell) -> None:
    """A word like "originally" must have its date directly after it."""
    governors, leading = cell.governors, _leading_to_term(cell)
    loose = (
        place
        for place in cell.places(Role.OLD)
        if place not in governors and (place in leading or _is_afterthought(cell, place))
    )
    _refuse_first(cell, loose, "denied", "it is not clear which date “{}” is about")


def _leading_to_term(cell: Cell) -> set[int]:
    """The elements after which a period follows in the same item."""
    leading: set[int] = set()
    is_leading = False
    for place in reversed(range(len(cell.elements))):
        element = cell.elements[place]
        if is_leading:
            leading.add(place)
        if element.term or element.role in STRONG:
            is_leading = element.term is not None
    return leading


def _is_afterthought(cell: Cell, place: int) -> bool:
    """Whether the word follows a period that it must be about: "March 2023 originally"."""
    before = cell.elements[place - 1].term if place else None
    return before is not None and cell.words(cell.elements[place]) not in OLD_ANYWHERE


def led_away(cell: Cell) -> None:
    """A word like "following" that opens a clause governs what it is followed by, and only through it the date."""
    governors, plain = cell.governors, {run.places[0] for run in cell.runs if not run.roles}
    opening = (place for place in cell.places(*MEASURED) if place not in governors and _opens_clause(cell, place))
    loose = (place for place in opening if _next_term(cell, place) in plain)
    _refuse_first(cell, loose, "unclear", "“{}” is about the words after it, which do not say when they are")


def _opens_clause(cell: Cell, place: int) -> bool:
    return place == 0 or cell.elements[place - 1].role in SEPARATORS | OPENERS


def _next_term(cell: Cell, place: int) -> int | None:
    """The period that only words stand before in the same clause."""
    while place < len(cell.elements) and cell.elements[place].role not in SEPARATORS:
        if cell.elements[place].term:
            return place
        place += 1
    return None


def afterthoughts(cell: Cell) -> None:
    """A word like "early" or "original" that closes the clause of the date before it says something of that date."""
    governors = cell.governors
    limiting = LIMITING if len(cell.runs) == 1 else LIMITING - {Role.START}  # "June (start) – Sept (end)"
    closing = (place for place in cell.places(*limiting) if place not in governors and _closes_clause(cell, place))
    after = (place for place in closing if _meets_term(cell, place, -1))
    _refuse_first(cell, after, "unclear", "“{}” after a date leaves it unclear")


def _closes_clause(cell: Cell, place: int) -> bool:
    return place + 1 == len(cell.elements) or cell.elements[place + 1].role in SEPARATORS


def endless(cell: Cell) -> None:
    """A date that runs "until" something else than another date ends, but not on a day that is known."""
    starts = {run.places[-1] for run in cell.runs if Role.FROM in run.roles}
    after = (place for place in cell.places(Role.UNTIL) if place - 1 not in starts and _meets_term(cell, place, -1))
    loose = (place for place in after if not _meets_term(cell, place, 1))
    _refuse_first(cell, loose, "unclear", "“{}” after a date does not say when it ends")


def no_periods(cell: Cell) -> None:
    """A "term", a "quarter" or a "half year" must not pass for the year it stands beside."""
    beside = (place for place in cell.places(Role.NO_PERIOD) if _is_beside_term(cell, place))
    _refuse_first(cell, beside, "unclear", "“{}” is no period with known dates")


def _is_beside_term(cell: Cell, place: int) -> bool:
    return any(_meets_term(cell, place, step) for step in (1, -1))


def _meets_term(cell: Cell, place: int, step: int) -> bool:
    """Whether only passing words stand between an element and a period, going one way."""
    place += step
    while 0 <= place < len(cell.elements) and cell.elements[place].role in PASSING:
        place += step
    return 0 <= place < len(cell.elements) and cell.elements[place].term is not None


def other_years(cell: Cell) -> None:
    if any(run.family is Family.YEAR for run in cell.runs):
        _refuse_first(cell, cell.places(Role.OTHER_YEAR), "unclear", "“{}” is another year than the fiscal one")


def deictics(cell: Cell) -> None:
    if cell.has_bare_run:
        _refuse_first(cell, cell.places(Role.DEICTIC, Role.PLAN_YEAR), "no-year", "“{}” does not say which year")


def durations(cell: Cell) -> None:
    """A length of time that a date begins or ends gives another date, which is not worked out."""
    if all(_is_bounded(run) for run in cell.runs):
        return
    measured, dated = measured_place(cell), _in_dated_clauses(cell)
    beside = (
        place
        for place in cell.places(Role.DURATION)
        if place != measured and (place in dated or _is_added(cell, place))
    )
    _refuse_first(cell, beside, "unclear", "“{}” beside a date may change it")


def _is_bounded(run: Run) -> bool:
    """Whether a run says both its ends, so that a length of time can only describe it."""
    is_range = bool(run.links) or any(term.unit is Unit.YEAR and not term.is_label for term in run.terms)
    return is_range and not run.roles


def _is_added(cell: Cell, place: int) -> bool:
    """Whether a dash joins it to the date before: "April 2023 – 12 months"."""
    return place > 1 and cell.elements[place - 1].role is Role.DASH and cell.elements[place - 2].term is not None


def _in_dated_clauses(cell: Cell) -> set[int]:
    """The elements that share a clause with a period."""
    dated: set[int] = set()
    clause: list[int] = []
    for place, element in enumerate(cell.elements):
        if element.role in SEPARATORS:
            clause = []
            continue
        clause.append(place)
        if element.term or (len(clause) > 1 and clause[-2] in dated):
            dated.update(clause)
            clause = [place]
    return dated


def measured_place(cell: Cell) -> int | None:
    """The length of time that the cell's only date is measured from or to: "within six months of May 2024"."""
    if len(cell.runs) != 1:
        return None
    start = cell.runs[0].places[0]
    place = max((place for place in cell.places(Role.DURATION) if place < start), default=start)
    between = cell.elements[place + 1 : start]
    roles = {element.role for element in between}
    is_linked = bool(roles & MEASURED) or any(cell.words(element) == "of" for element in between)
    return place if is_linked and roles <= MEASURED | {Role.DURING, Role.FILLER} else None


def weeks(cell: Cell) -> None:
    """A numbered week or day of a month is only part of it."""
    numbered = (
        place
        for place in cell.places(Role.PLAN_YEAR)
        if cell.tokens.word(cell.elements[place].first)[:1] in {"w", "d"} and _is_beside_term(cell, place)
    )
    _refuse_first(cell, numbered, "unclear", "“{}” beside a date is only part of it")


def ongoing(cell: Cell) -> None:
    """ "Ongoing" directly before a date, or in a sentence of its own after one, may or may not end there."""
    beside = (place for place in cell.places(*OPENERS) if _is_unclear(cell, place))
    _refuse_first(cell, beside, "unclear", "“{}” beside the date does not say whether it ends then")


def _is_unclear(cell: Cell, place: int) -> bool:
    elements = cell.elements
    if place > 1 and elements[place - 1].role is Role.STOP and elements[place - 2].term:
        return True
    place += 1
    while place < len(elements) and elements[place].role in {Role.DASH, Role.COMMA, Role.SLASH, Role.OPEN, Role.COLON}:
        place += 1
    return place < len(elements) and elements[place].term is not None


SPOILERS: Sequence[tuple[frozenset[Role], Callable[[Cell], None]]] = (  # and the roles each is about
    (frozenset((Role.LOOSE,)), loose_numbers),
    (frozenset((Role.DENY,)), denials),
    (frozenset((Role.STOPPED,)), stopped),
    (frozenset((Role.OR,)), choices),
    (frozenset((Role.ARROW,)), arrows),
    (frozenset((Role.SLIPPED,)), moves),
    (frozenset((Role.OLD,)), old_dates),
    (MEASURED, led_away),
    (LIMITING, afterthoughts),
    (frozenset((Role.UNTIL,)), endless),
    (frozenset((Role.NO_PERIOD,)), no_periods),
    (frozenset((Role.OTHER_YEAR,)), other_years),
    (frozenset((Role.DEICTIC, Role.PLAN_YEAR)), deictics),
    (frozenset((Role.DURATION,)), durations),
    (frozenset((Role.PLAN_YEAR,)), weeks),
    (OPENERS, ongoing),
)
