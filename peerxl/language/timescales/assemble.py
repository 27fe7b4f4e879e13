"""Puts a cell's reading together: its kind, its milestones, and what was assumed.

text -> tokens -> chunks -> groups (connectives, ranges) -> those that hold (superseded)
     -> commitments (glosses, governing) -> milestones (labels) -> Timescale
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from peerxl.language.timescales.cell import CellReading, make_cell
from peerxl.language.timescales.chunks import Language, read_chunks
from peerxl.language.timescales.commitments import Commitment, make_commitments
from peerxl.language.timescales.connectives import UNTIL_WORDS
from peerxl.language.timescales.governing import Mode
from peerxl.language.timescales.kinds import explain_unreadable, find_kind, stands
from peerxl.language.timescales.labels import ChunkSpan, make_labels
from peerxl.language.timescales.notes import NOTES, Unreadable
from peerxl.language.timescales.period import Calendar, Family
from peerxl.language.timescales.ranges import PeriodGroup, find_groups, remove_links
from peerxl.language.timescales.refusals import (
    LOOSE_NUMBER,
    MISMATCHED_YEARS,
    check,
    find_measured,
    meets_period,
    refuse,
)
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.superseded import is_old, keep_current, keep_promised
from peerxl.language.timescales.tokens import split_tokens, tidy
from peerxl.language.timescales.years import give_years, merge_parts
from peerxl.model.timescale import Kind, Milestone, Timescale

WINDOW = frozenset((Role.FROM, Role.UNTIL, Role.START, Role.AFTER))


@dataclass(frozen=True, slots=True)
class MilestoneDraft:
    """A milestone on its way: its first and last day, the chunks it spans, and what was assumed."""

    days: tuple[date | None, date | None]
    span: ChunkSpan
    notes: tuple[str, ...] = ()
    is_day: bool = False


def read_cell(text: str, calendar: Calendar, language: Language) -> Timescale:
    """The reading of a cell's text; whatever the text, a reading."""
    try:
        return _read(text, calendar, language)
    except Unreadable as refusal:
        return Timescale(text, Kind.UNREADABLE, notes=(NOTES[refusal.code],), reason=refusal.reason, tidied=tidy(text))


def _read(text: str, calendar: Calendar, language: Language) -> Timescale:
    tokens = split_tokens(text, language.grammar)
    chunks = give_years(merge_parts(read_chunks(tokens, language.rules)), tokens)
    cell = make_cell(tokens, chunks, find_groups(chunks))
    kind = find_kind(cell)
    if not cell.groups and kind in {Kind.UNSET, Kind.STATUS}:
        refuse(cell, MISMATCHED_YEARS)
        refuse(cell, LOOSE_NUMBER)
        return Timescale(text, kind, tidied=tidy(text))
    check(cell)
    if find_measured(cell) is not None:
        return Timescale(text, Kind.RELATIVE, tidied=tidy(text))
    is_recurring = kind is Kind.RECURRING
    drafts, notes = _draft(cell, calendar, is_recurring=is_recurring)
    if drafts:
        return _build_timescale(cell, calendar, drafts, notes, is_recurring=is_recurring)
    if kind is None:
        raise Unreadable("no-period", explain_unreadable(cell))
    return Timescale(text, kind, tidied=tidy(text))


def _draft(
    cell: CellReading, calendar: Calendar, *, is_recurring: bool
) -> tuple[Sequence[MilestoneDraft], Sequence[str]]:
    """The cell's milestones in the order written, and the notes about periods that are none."""
    groups = cell.groups
    current = keep_current(groups)
    if is_recurring:
        dated = [group for group in current if group.has_year or _is_window(group, calendar)]
    kept = keep_promised(cell.chunks, groups, dated if is_recurring else current)
    notes = []
    if len(current) < len(groups) or any(is_old(group) for group in groups):
        notes.append("date-moved")
    if len(kept) < len(current) and _count_years(kept) < _count_years(current):
        notes.append("context-year")
    commitments = make_commitments(remove_links(groups, kept), current, calendar, cell.tokens)
    if is_recurring:
        drafts = [_draft_window(commitment) for commitment in commitments]
    else:
        drafts = [draft for commitment in commitments for draft in _draft_commitment(commitment)]
        drafts += _draft_ongoing(cell, drafts)
    return sorted(drafts, key=lambda draft: draft.span), notes


def _is_window(group: PeriodGroup, calendar: Calendar) -> bool:
    """Whether a date without a year begins or ends a recurrence ("monthly from June"), and is not when it recurs."""
    return calendar.plan_year is not None and not WINDOW.isdisjoint(group.roles)


def _count_years(groups: Sequence[PeriodGroup]) -> int:
    return sum(group.family in {Family.YEAR, Family.CALENDAR} for group in groups)


def _draft_window(commitment: Commitment) -> MilestoneDraft:
    """What bounds a recurrence; "30 September 2020 and then annually" has no end."""
    draft = _draft_one(commitment)
    is_begun = _begins_recurrence([chunk.role for chunk in commitment.groups[-1].after.all])
    return replace(draft, days=(commitment.days.first, None)) if is_begun else draft


def _begins_recurrence(roles: Sequence[Role]) -> bool:
    """Whether what follows a date says that it recurs from then on: "and then annually", "annually thereafter"."""
    words = [role for role in roles if not (role.is_sign or role.fills)][:3]
    recurs = [role is Role.RECURRING or role is Role.ANNUAL for role in words]
    follows = [role is Role.AND or role is Role.THEN for role in words]
    if not any(recurs) or not any(follows):
        return False
    first = recurs.index(True)
    return all(follows[:first]) and (first > 0 or follows[1:2] == [True])


def _draft_one(commitment: Commitment) -> MilestoneDraft:
    first, last = commitment.groups[0], commitment.groups[-1]
    start = first.indexes[0] - len(first.before.governors)
    if _is_absorbed(first):
        start -= first.before.steps_to_ongoing
    span = ChunkSpan(start, last.indexes[-1] + 1 + len(last.after.suffix))
    return MilestoneDraft(commitment.bounds, span, commitment.notes, commitment.is_day)


def _draft_commitment(commitment: Commitment) -> list[MilestoneDraft]:
    """A commitment is one milestone, and two where something is due by a day and then goes on."""
    draft = _draft_one(commitment)
    span = draft.span
    goes_on = commitment.is_open and commitment.mode is Mode.DUE
    return [draft, MilestoneDraft((None, None), ChunkSpan(span.after, span.after))] if goes_on else [draft]


def _is_absorbed(group: PeriodGroup) -> bool:
    """Whether "ongoing" before the group only says what runs until, from or during it."""
    roles = group.roles
    if not group.before.steps_to_ongoing:
        return False
    return not roles or roles in UNTIL_WORDS or Role.FROM in roles or Role.AFTER in roles


def _draft_ongoing(cell: CellReading, drafts: Sequence[MilestoneDraft]) -> list[MilestoneDraft]:
    """The words outside every milestone that say by themselves that something goes on."""
    indexes = cell.find_indexes(Role.ONGOING, Role.ROLLING)
    taken = {index for draft in drafts for index in range(*draft.span)} if indexes else set()
    return [
        MilestoneDraft((None, None), ChunkSpan(index, index + 1))
        for index in indexes
        if index not in taken and stands(cell, index)
    ]


def _build_timescale(
    cell: CellReading, calendar: Calendar, drafts: Sequence[MilestoneDraft], notes: Sequence[str], *, is_recurring: bool
) -> Timescale:
    milestones = _make_milestones(cell, calendar, drafts)
    bounded = [milestone for milestone in milestones if milestone.end_date]
    last = max(bounded, key=lambda milestone: milestone.end_date or date.min, default=None)
    kind = Kind.RECURRING if is_recurring else Kind.DATED if bounded else Kind.OPEN
    codes = dict.fromkeys(code for draft in drafts for code in draft.notes)
    codes |= dict.fromkeys((*notes, *_note_whole(cell, drafts, milestones)))
    return Timescale(
        cell.tokens.text,
        kind,
        milestones,
        start=next((milestone.start for milestone in milestones if milestone.start or milestone.end), None),
        due=last.end if last else None,
        due_date=last.end_date if last else None,
        open_ended=not is_recurring and any(milestone.is_open for milestone in milestones),
        notes=tuple([NOTES[code] for code in codes]),
        tidied=tidy(cell.tokens.text) if is_recurring else "",
    )


def _make_milestones(cell: CellReading, calendar: Calendar, drafts: Sequence[MilestoneDraft]) -> tuple[Milestone, ...]:
    labels = make_labels(cell, [draft.span for draft in drafts])
    return tuple(
        [
            Milestone.between(*draft.days, calendar.first_month, label, _find_text_span(cell, draft.span))
            for draft, label in zip(drafts, labels, strict=True)
        ]
    )


def _find_text_span(cell: CellReading, span: ChunkSpan) -> tuple[int, int]:
    """Where a milestone stands in the text; of two in the same words the second has only their end."""
    tokens, after = cell.tokens, cell.chunks[span.after - 1].after
    first = cell.chunks[span.first].first if span.first < span.after else after
    signs = tokens.texts[first:after]
    is_unclosed = signs.count("(") > signs.count(")") and tokens.texts[after] == ")"
    last = tokens.ends[after if is_unclosed else after - 1]
    return (tokens.starts[first] if span.first < span.after else last), last


def _note_whole(cell: CellReading, drafts: Sequence[MilestoneDraft], milestones: Sequence[Milestone]) -> Sequence[str]:
    """What is to be noted about the cell as a whole."""
    notes = []
    if len(drafts) > 1:
        notes.append("several-milestones")
        labelled = zip(drafts, milestones, strict=True)
        if any(
            left.is_day and right.is_day and not (first.label or second.label)
            for (left, first), (right, second) in pairwise(labelled)
        ):
            notes.append("several-dates")
    if Role.UNSET in cell.index:
        notes.append("unconfirmed")
    if any(meets_period(cell, index, step) for index in cell.find_indexes(Role.OR) for step in (1, -1)):
        notes.append("alternative")
    return notes
