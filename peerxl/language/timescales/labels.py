"""Which of a cell's words belong to which milestone.

A milestone's label is every word near it that is not the period itself nor governs it. Between two milestones the
words belong to the first, unless a list mark, a strong sign or a colon says that the second's item has begun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from peerxl.language.timescales.elements import Element
from peerxl.language.timescales.gaps import OPENERS, STRONG
from peerxl.language.timescales.lexer import tidy
from peerxl.language.timescales.spoilers import Cell
from peerxl.language.timescales.words import Role

_EDGES = " -–—:;,.•·/&?()\"'“”‘’!*~="
_LINKS = re.compile(r"^(?:and|to)$|\s(?:and|to)$", re.IGNORECASE)
_BRACKETS = re.compile(r"[()\[\]{}]")


class Place(NamedTuple):
    """The elements of one milestone, from ``first`` up to ``after``."""

    first: int
    after: int


def labels(text: str, cell: Cell, places: Sequence[Place]) -> list[str]:
    """The label of each milestone in order."""
    labels_lead = bool(places) and places[0].first > 0
    inner = [_cut(cell, left, right, labels_lead=labels_lead) for left, right in pairwise(places)]
    cuts = [0, *inner, len(cell.elements)]
    return [
        _label(text, cell, cell.elements[start : place.first], cell.elements[place.after : stop])
        for place, start, stop in zip(places, cuts, cuts[1:], strict=False)
    ]


def _cut(cell: Cell, left: Place, right: Place, *, labels_lead: bool) -> int:
    """Where the second milestone's item begins, between the two."""
    between = range(left.after, right.first)
    if cell.elements[left.first].role in OPENERS:
        return left.after
    strong = [place for place in between if _begins_item(cell, place)]
    if strong:
        return strong[0] + (cell.elements[strong[0]].role in {Role.STOP, Role.SEMICOLON})
    if not (labels_lead or (between and cell.elements[between[-1]].role is Role.COLON)):
        return right.first
    commas = [place for place in between if cell.elements[place].role in {Role.COMMA, Role.AND}]
    return commas[-1] + 1 if commas else left.after


def _begins_item(cell: Cell, place: int) -> bool:
    element = cell.elements[place]
    return element.role in STRONG or (cell.tokens[element.first].broken and element.role is not Role.CLOSE)


def _label(text: str, cell: Cell, before: Sequence[Element], after: Sequence[Element]) -> str:
    pieces = (_piece(text, cell, elements) for elements in (before, after))
    return ", ".join(piece for piece in pieces if piece)


def _piece(text: str, cell: Cell, elements: Sequence[Element]) -> str:
    if not elements:
        return ""
    raw = tidy(text[cell.tokens[elements[0].first].start : cell.tokens[elements[-1].after - 1].end]).strip(_EDGES)
    raw = _LINKS.sub("", raw).strip(_EDGES)
    is_uneven = sum(raw.count(sign) for sign in "([{") != sum(raw.count(sign) for sign in ")]}")
    return " ".join(_BRACKETS.sub("", raw).split()) if is_uneven else raw
