"""What a cell's periods promise, whatever its words are: the milestones without their labels, and what was assumed.

Where nothing recurs a promise follows from the roles of the chunks, the periods and the calendar, and is remembered by
these: other cells give the same date in the same way, with other words beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from peerxl.language.timescales.cell import CellReading, find_ongoing
from peerxl.language.timescales.commitments import Commitment, make_commitments
from peerxl.language.timescales.connectives import UNTIL_WORDS
from peerxl.language.timescales.governing import Mode
from peerxl.language.timescales.outline import LONGEST_KEPT, Outline
from peerxl.language.timescales.period import Calendar, Period
from peerxl.language.timescales.ranges import PeriodGroup, remove_links
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.superseded import keep_current, keep_promised
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.timescale import Milestone, TimescaleKind

# what makes of a date without a year the start or the end of a recurrence
WINDOW = frozenset((Role.FROM, Role.UNTIL, Role.START, Role.AFTER))


class ChunkSpan(NamedTuple):
    """The chunks of one milestone, from ``first`` up to ``after``."""

    first: int
    after: int


class MilestoneDraft(NamedTuple):
    """A milestone on its way: its first and last day, the chunks it spans, and the commitment that it is, if one."""

    days: tuple[date | None, date | None]
    span: ChunkSpan
    commitment: Commitment | None = None

    @property
    def is_day(self) -> bool:
        return self.commitment is not None and self.commitment.is_day


class CellPromise(NamedTuple):
    """The milestones that a cell promises, in the order written, the chunks of each, and what they come to.

    ``are_days`` says of each of several whether it is a plain day; ``notes`` are the codes of what was assumed.
    """

    milestones: Sequence[Milestone]
    spans: Sequence[ChunkSpan]
    are_days: Sequence[bool]
    kind: TimescaleKind
    start: FiscalQuarter | None
    due: FiscalQuarter | None
    due_date: date | None
    open_ended: bool
    notes: Sequence[str]


class KeptPromise:
    """Room for what periods in a row of roles promise in a calendar, once it is worked out."""

    __slots__ = ("promise",)

    def __init__(self, outline: Outline, periods: Sequence[Period | None], calendar: Calendar) -> None:
        self.promise: CellPromise | None = None


_recall_promise = lru_cache(maxsize=1024)(KeptPromise)


def find_promise(cell: CellReading, calendar: Calendar, *, is_recurring: bool) -> CellPromise:
    """What a cell promises; refuses one whose periods cannot be told."""
    if is_recurring or len(cell.chunks) > LONGEST_KEPT:
        return _make_promise(cell, calendar, is_recurring=is_recurring)
    kept = _recall_promise(cell.outline, cell.periods, calendar)
    if kept.promise is None:
        kept.promise = _make_promise(cell, calendar, is_recurring=False)
    return kept.promise


def _make_promise(cell: CellReading, calendar: Calendar, *, is_recurring: bool) -> CellPromise:
    drafts, notes = _draft(cell, calendar, is_recurring=is_recurring)
    milestones = [Milestone.between(*draft.days, calendar.first_month) for draft in drafts]
    bounded = [milestone for milestone in milestones if milestone.end]
    last = max(bounded, key=attrgetter("end_date")) if bounded else None
    starts = [milestone.start for milestone in milestones if milestone.start or milestone.end]
    codes = [code for draft in drafts if draft.commitment for code in draft.commitment.notes]
    return CellPromise(
        milestones,
        [draft.span for draft in drafts],
        [draft.is_day for draft in drafts] if len(drafts) > 1 else (),
        TimescaleKind.RECURRING if is_recurring else TimescaleKind.DATED if bounded else TimescaleKind.OPEN,
        starts[0] if starts else None,
        last.end if last else None,
        last.end_date if last else None,
        not is_recurring and len(bounded) < len(milestones),
        (*codes, *notes),
    )


def _draft(
    cell: CellReading, calendar: Calendar, *, is_recurring: bool
) -> tuple[Sequence[MilestoneDraft], Sequence[str]]:
    """The cell's milestones in the order written, and the notes about periods that are none."""
    groups = cell.groups
    current = keep_current(groups)
    notes = ["date-moved"] if len(current) < len(groups) else []
    dated = current
    if is_recurring:
        dated = [group for group in current if group.has_year or _is_window(group, calendar)]
    kept = keep_promised(cell.chunks, groups, dated)
    if len(kept) < len(dated):
        notes.append("context-year")
    commitments = make_commitments(remove_links(groups, kept), current, calendar, cell)
    if is_recurring:
        drafts = [_draft_window(cell, commitment) for commitment in commitments]
    else:
        drafts = [draft for commitment in commitments for draft in _draft_commitment(commitment)]
        drafts += _draft_ongoing(cell, drafts)
    return sorted(drafts, key=attrgetter("span")) if len(drafts) > 1 else drafts, notes


def _is_window(group: PeriodGroup, calendar: Calendar) -> bool:
    """Whether a date without a year begins or ends a recurrence ("monthly from June"), and is not when it recurs."""
    return calendar.plan_year is not None and not WINDOW.isdisjoint(group.roles)


def _draft_window(cell: CellReading, commitment: Commitment) -> MilestoneDraft:
    """What bounds a recurrence; "30 September 2020 and then annually" has no end."""
    from peerxl.language.timescales.recurrence import begins_recurrence

    draft = _draft_one(commitment)
    is_begun = begins_recurrence(cell, commitment.groups[-1].after)
    return draft._replace(days=(commitment.days.first, None)) if is_begun else draft


def _draft_one(commitment: Commitment) -> MilestoneDraft:
    first, last = commitment.groups[0], commitment.groups[-1]
    start = first.indexes[0] - len(first.before.governors)
    if first.before.middle and _is_absorbed(first):
        start -= first.before.steps_to_ongoing
    span = ChunkSpan(start, last.indexes[-1] + 1 + len(last.after.suffix))
    return MilestoneDraft(commitment.bounds, span, commitment)


def _draft_commitment(commitment: Commitment) -> list[MilestoneDraft]:
    """A commitment is one milestone, and two where something is due by a day and then goes on."""
    draft = _draft_one(commitment)
    if not (commitment.is_open and commitment.mode is Mode.DUE):
        return [draft]
    after = draft.span.after
    return [draft, MilestoneDraft((None, None), ChunkSpan(after, after))]


def _is_absorbed(group: PeriodGroup) -> bool:
    """Whether "ongoing" before the group only says what runs until, from or during it."""
    roles = group.roles
    return not roles or roles in UNTIL_WORDS or Role.FROM in roles or Role.AFTER in roles


def _draft_ongoing(cell: CellReading, drafts: Sequence[MilestoneDraft]) -> list[MilestoneDraft]:
    """The words outside every milestone that say by themselves that something goes on."""
    indexes = find_ongoing(cell)
    if not indexes:
        return []
    taken = {index for draft in drafts for index in range(*draft.span)}
    return [MilestoneDraft((None, None), ChunkSpan(index, index + 1)) for index in indexes if index not in taken]
