"""The pieces a cell is made of, between its tokens and its promises."""

from __future__ import annotations

from typing import NamedTuple

from peerxl.language.timescales.terms import Term
from peerxl.language.timescales.words import Role


class Element(NamedTuple):
    """What the tokens from ``first`` up to ``after`` do; ``term`` is the period where they name one."""

    role: Role
    first: int
    after: int
    term: Term | None = None


Read = tuple[list[Element], int]
"""What a reader of tokens gives: the elements and the place after them."""
