"""Fiscal years that are talked about, not promised: the 24/25 of "draft proposal to at least meet 24/25 savings".

In a cell with a finer period, a bare fiscal year among words is context where it shares its item with that period
or has words on both sides. Standing at the edge of an item of its own it could be either, and is refused.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from peerxl.language.timescales.gaps import GOVERNORS, STRONG, Link
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.runs import Run
from peerxl.language.timescales.spoilers import Cell
from peerxl.language.timescales.terms import Family, Unit
from peerxl.language.timescales.words import Role

WORDS = frozenset(
    (
        Role.LABEL,
        Role.STATUS,
        Role.ANNUAL,
        Role.UNSET,
        Role.THEN,
        Role.HORIZON,
        Role.DURATION,
        Role.OTHER_YEAR,
        Role.SIGN,
        Role.RECURRING,
        Role.PLAN_YEAR,
        Role.IMMEDIATE,
    )
)
GOVERNING = GOVERNORS - {Role.BY, Role.END}
SET_OFF = frozenset((Role.COLON, Role.DASH))
PROMISING = frozenset((Role.BY, Role.END))


def promised(cell: Cell, runs: list[Run]) -> list[Run]:
    """The runs without the fiscal years that are only talked about."""
    items = _items(cell)
    finer = {items[run.places[0]] for run in cell.runs if run.family is not Family.YEAR}
    if finer:
        return [run for run in runs if run.family is not Family.YEAR or not _is_context(cell, run, items, finer)]
    for left, right in pairwise(runs):
        if (
            right.link is Link.APART
            and items[left.places[0]] == items[right.places[0]]
            and _has_words(cell, left, right)
        ):
            raise Unreadable("unclear", "of two fiscal years among the words one may only be talked about")
    return runs


def _has_words(cell: Cell, left: Run, right: Run) -> bool:
    """Whether words stand between, and no colon says that the second year is promised."""
    beside = cell.elements[right.places[0] - 1], *cell.elements[right.places[-1] + 1 : right.places[-1] + 2]
    if any(element.role is Role.COLON for element in beside):
        return False
    return any(cell.elements[place].role in WORDS for place in range(left.places[-1], right.places[0]))


def _items(cell: Cell) -> list[int]:
    """For each element the number of the cell's item it stands in."""
    return list(accumulate(element.role in STRONG for element in cell.elements))


def _is_context(cell: Cell, run: Run, items: list[int], finer: set[int]) -> bool:
    if run.terms[0].unit is Unit.CALENDAR or PROMISING.intersection(run.roles):
        return False
    before, after = _side(cell, run.places[0], -1), _side(cell, run.places[-1], 1)
    is_wordless = before not in WORDS and after not in WORDS
    if is_wordless or before is Role.COLON or (after is Role.COLON and before not in WORDS):
        return False
    if items[run.places[0]] in finer or (before in WORDS and after in WORDS):
        return True
    if before in SET_OFF or after in SET_OFF:
        return False
    raise Unreadable("unclear", "a fiscal year among the words may be promised or only talked about")


def _side(cell: Cell, place: int, step: int) -> Role:
    """What stands on one side of a period, beyond words that govern it."""
    elements = cell.elements
    place += step
    while 0 <= place < len(elements) and elements[place].role in GOVERNING:
        place += step
    return elements[place].role if 0 <= place < len(elements) else Role.STOP
