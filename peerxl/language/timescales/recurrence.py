"""Whether something recurs from a date on, which is its start and no end: "30 September 2020 and then annually"."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.connectives import Connective
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk

RECURRENT = frozenset((Role.RECURRING, Role.ANNUAL))
THEREAFTER = frozenset(("thereafter", "and thereafter", "afterwards", "subsequently"))
THEN = frozenset(("then", "and then"))
LEADING = 3
"""How many words may say at once that it recurs: "and then annually"."""


def begins_recurrence(cell: CellReading, after: Connective) -> bool:
    """Whether what follows a date says that it recurs from then on."""
    chunks = cell.chunks[after.first : after.first_governor]
    words = [chunk for chunk in chunks if not (chunk.role.is_sign or chunk.role.fills)]
    recurs = [chunk.role in RECURRENT for chunk in words]
    return True in recurs and (_recurs_at_once(words[:LEADING], recurs) or _recurs_later(cell, words, recurs))


def _recurs_at_once(words: Sequence[Chunk], recurs: Sequence[bool]) -> bool:
    """ "And then annually", "annually thereafter"."""
    follows = [chunk.role is Role.AND or chunk.role is Role.THEN for chunk in words]
    first = recurs.index(True)
    return first < len(words) and all(follows[:first]) and (first > 0 or follows[1:2] == [True])


def _recurs_later(cell: CellReading, words: Sequence[Chunk], recurs: Sequence[bool]) -> bool:
    """ "Meeting (quarterly thereafter)", "launch then weekly", whatever is said between."""
    said = [cell.get_words(chunk) for chunk in words]
    pairs = zip(said, recurs[1:], strict=False)
    return not THEREAFTER.isdisjoint(said) or any(is_next and then in THEN for then, is_next in pairs)
