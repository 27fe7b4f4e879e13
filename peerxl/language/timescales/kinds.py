"""What a cell says in words where it names no date: ongoing, every year, within six months, at once, done, not yet."""

from __future__ import annotations

from peerxl.language.timescales.gaps import STRONG
from peerxl.language.timescales.spoilers import Cell
from peerxl.language.timescales.words import Role
from peerxl.model.timescale import Kind

SIGNS = STRONG | {
    Role.DASH,
    Role.SLASH,
    Role.COMMA,
    Role.COLON,
    Role.OPEN,
    Role.CLOSE,
    Role.PLUS,
    Role.QUESTION,
    Role.SIGN,
}
FILLERS = SIGNS | {Role.AND, Role.TO, Role.FILLER, Role.DURING}
GOING_ON = (Role.LABEL, Role.DURING, Role.FILLER, Role.NO_PERIOD, Role.TO)
IMPERATIVES = frozenset(("complete", "live"))
BARE_HORIZONS = frozenset(("short", "medium", "long"))


def kind_in_words(cell: Cell) -> Kind | None:
    """The kind a cell's words say, None where they say none."""
    if all(element.role in SIGNS for element in cell.elements):
        return Kind.UNSET
    return next((kind for kind, says in _SAYS if says(cell)), None)


def stands(cell: Cell, place: int) -> bool:
    """Whether a word that may be an adjective ("annual report", "rolling review") says something by itself."""
    role = cell.elements[place].role
    if role not in {Role.ROLLING, Role.ANNUAL} or not cell.runs:
        return True
    return place + 1 == len(cell.elements) or cell.elements[place + 1].role is not Role.LABEL


def _is_recurring(cell: Cell) -> bool:
    annual = any(stands(cell, place) for place in cell.places(Role.ANNUAL))
    return bool(cell.places(Role.RECURRING)) or (annual and not (_is_ongoing(cell) and not cell.runs))


def _is_ongoing(cell: Cell) -> bool:
    return any(stands(cell, place) for place in cell.places(Role.ONGOING, Role.ROLLING))


def _is_relative(cell: Cell) -> bool:
    horizons = cell.places(Role.HORIZON)
    is_horizon = any(cell.words(cell.elements[place]) not in BARE_HORIZONS or place == 0 for place in horizons)
    return is_horizon or bool(cell.places(Role.DURATION, Role.PLAN_YEAR))


def _is_immediate(cell: Cell) -> bool:
    """ "Immediately" but not "immediately after" something."""
    return any(
        place + 1 == len(cell.elements) or cell.elements[place + 1].role not in {Role.AFTER, Role.BEFORE}
        for place in cell.places(Role.IMMEDIATE)
    )


def _is_status(cell: Cell) -> bool:
    """A status stands first: "Complete", but not "Complete the review"."""
    first = next((place for place, element in enumerate(cell.elements) if element.role not in FILLERS), 0)
    element = cell.elements[first]
    if element.role not in {Role.STATUS, Role.STOPPED, Role.SLIPPED}:
        return False
    following = cell.elements[first + 1].role if first + 1 < len(cell.elements) else Role.STOP
    if element.role is Role.SLIPPED:
        return following in SIGNS
    return cell.words(element) not in IMPERATIVES or following not in GOING_ON


def _is_unset(cell: Cell) -> bool:
    return bool(cell.places(Role.UNSET))


_SAYS = (
    (Kind.RECURRING, _is_recurring),
    (Kind.OPEN, _is_ongoing),
    (Kind.RELATIVE, _is_relative),
    (Kind.IMMEDIATE, _is_immediate),
    (Kind.STATUS, _is_status),
    (Kind.UNSET, _is_unset),
)


def why_unreadable(cell: Cell) -> str:
    """The reason where nothing in a cell is a time: it names the first word that says nothing."""
    odd = next((element for element in cell.elements if element.role not in FILLERS), cell.elements[0])
    return f"“{cell.words(odd)}” is not read as a time, and nothing else in it is"
