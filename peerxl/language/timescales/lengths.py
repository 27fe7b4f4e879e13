"""Lengths of time beside a date: which give it another end, which only say how long it may take.

"April 2023 (3 years)" is due no sooner than 2026, and its end is not worked out; "within six months, by June 2024" and
"April 2023 – March 2024 (12 months)" say their end themselves, and "within six months of May 2024" is relative.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.period import Unit
from peerxl.language.timescales.ranges import PeriodGroup
from peerxl.language.timescales.roles import Role

HOURS = frozenset("hour hours hrs".split())
DAYS = frozenset("day days".split())
MOST_DAYS = 7
THAT_IS = frozenset(("i.e.", "ie"))
LIMIT_ROLES = frozenset((Role.BY, Role.END, Role.UNTIL, Role.LATEST, Role.BEFORE))
OPENING = frozenset((Role.FROM, Role.START, Role.BETWEEN))


def find_changing(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A length of time that a date begins or ends gives another date, which is not worked out."""
    if all(_is_bounded(group) for group in cell.groups):
        return ()
    measured, dated = find_measured(cell), _find_dated_clauses(cell)
    is_limit = all(_is_bounded(group) or _is_limit(group) for group in cell.groups)
    return (
        index
        for index in indexes
        if index != measured
        and not _is_explained(cell, index)
        and (not (is_limit or _is_short(cell, index)) or index in dated or _is_added(cell, index))
    )


def _is_short(cell: CellReading, index: int) -> bool:
    """Whether a length is of hours, or of a few days beside months: "June 2024: 1 day training"."""
    chunk = cell.chunks[index]
    *counts, unit = cell.tokens.texts[chunk.first : chunk.after]
    is_day = any(period.unit is Unit.DAY for group in cell.groups for period in group.periods)
    days = [int(count) for count in counts if count.isdecimal()]
    return unit in HOURS or (unit in DAYS and not is_day and bool(days) and max(days) <= MOST_DAYS)


def _is_explained(cell: CellReading, index: int) -> bool:
    """Whether a length says within what time, and the date after a sign by when: "Within 12 months - March 2024"."""
    before, after = cell.chunks[index - 1 : index], cell.chunks[index + 1 : index + 2]
    is_within = bool(before) and cell.get_words(before[0]) == "within"
    return is_within and bool(after) and (after[0].role.separates or cell.get_words(after[0]) in THAT_IS)


def _is_limit(group: PeriodGroup) -> bool:
    """Whether a group is the day by which something ends, however long it takes: "within 6 months, by June 2024"."""
    return not LIMIT_ROLES.isdisjoint(group.roles) and OPENING.isdisjoint(group.roles)


def _is_bounded(group: PeriodGroup) -> bool:
    """Whether a group says both its ends, so that a length of time can only describe it."""
    return not group.roles and (bool(group.links) or any(period.is_span for period in group.periods))


def _is_added(cell: CellReading, index: int) -> bool:
    """Whether a dash joins it to the date before: "April 2023 – 12 months"."""
    return index > 1 and cell.chunks[index - 1].role is Role.DASH and cell.chunks[index - 2].period is not None


def _find_dated_clauses(cell: CellReading) -> set[int]:
    """The chunks that share a clause with a period."""
    dated: set[int] = set()
    clause: list[int] = []
    for index, chunk in enumerate(cell.chunks):
        if chunk.role.separates:
            clause = []
            continue
        clause.append(index)
        if chunk.period or (len(clause) > 1 and clause[-2] in dated):
            dated.update(clause)
            clause = [index]
    return dated


def find_measured(cell: CellReading) -> int | None:
    """The length of time that the cell's only date is measured from or to: "within six months of May 2024"."""
    if len(cell.groups) != 1:
        return None
    start = cell.groups[0].indexes[0]
    before = [index for index in cell.find_indexes(Role.DURATION) if index < start]
    if not before:
        return None
    index = before[-1]
    between = cell.chunks[index + 1 : start]
    is_linked = any(chunk.role.measures or cell.get_words(chunk) == "of" for chunk in between)
    return index if is_linked and all(chunk.role.measures or chunk.role.fills for chunk in between) else None
