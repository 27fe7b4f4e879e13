"""Puts a cell's reading together: its kind, its milestones with their labels, and what was assumed.

    text -> tokens -> chunks (grammar, dates) -> with their years and parts (years) -> groups (outline, ranges)
         -> those that hold (superseded) -> commitments (governing) -> milestones -> Timescale

A milestone's label is every word near it that is not the period itself nor governs it. Between two milestones the
words belong to the first, unless a list mark, a strong sign or a colon says that the second's item has begun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from peerxl.language.timescales.cell import CellReading, explain_unreadable, find_kind, find_ongoing
from peerxl.language.timescales.chunks import Language, read_chunks
from peerxl.language.timescales.commitments import Commitment, make_commitments
from peerxl.language.timescales.connectives import UNTIL_WORDS
from peerxl.language.timescales.governing import Mode
from peerxl.language.timescales.lengths import find_measured
from peerxl.language.timescales.notes import NOTES, Unreadable
from peerxl.language.timescales.outline import make_outline
from peerxl.language.timescales.period import Calendar
from peerxl.language.timescales.pieces import tidy
from peerxl.language.timescales.ranges import PeriodGroup, find_groups, remove_links
from peerxl.language.timescales.recurrence import begins_recurrence
from peerxl.language.timescales.refusals import (
    LOOSE_NUMBER,
    check,
    meets_period,
    refuse,
)
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.superseded import keep_current, keep_promised
from peerxl.language.timescales.tokens import Chunk, split_tokens, walk_back, walk_on
from peerxl.language.timescales.years import complete_periods
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind
from peerxl.pattern import compile_late

# what makes of a date without a year the start or the end of a recurrence
WINDOW = frozenset((Role.FROM, Role.UNTIL, Role.START, Role.AFTER))
_EDGES = " -–—:;,.•·/&?()\"'“”‘’!*~="
JOINING = ("and", "to", "then")
_LINKS = compile_late(r"^(?:and|to|then)$|(?:\s(?:and|to|then))+$", re.IGNORECASE)
_BRACKETS = compile_late("[()]")


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
    def notes(self) -> Sequence[str]:
        return self.commitment.notes if self.commitment else ()

    @property
    def is_day(self) -> bool:
        return self.commitment is not None and self.commitment.is_day


class Words(NamedTuple):
    """A cell whose words are read, and the kind that they say; its periods are of no calendar yet."""

    cell: CellReading
    kind: TimescaleKind | None


LONGEST_KEPT = 100
"""A longer text is seldom read twice, and what is read of it takes much room."""


def read_cell(text: str, calendar: Calendar, language: Language) -> Timescale:
    """The reading of a cell's text; whatever the text, a reading."""
    words = _recall_words(text, language) if len(text) <= LONGEST_KEPT else _read_words(text, language)
    if isinstance(words, Timescale):
        return words
    try:
        return _read_periods(words, calendar)
    except Unreadable as refusal:
        return _report_unreadable(text, refusal)


def _report_unreadable(text: str, refusal: Unreadable) -> Timescale:
    return Timescale(
        text, TimescaleKind.UNREADABLE, notes=(NOTES[refusal.code],), reason=refusal.reason, tidied=tidy(text)
    )


def _read_words(text: str, language: Language) -> Words | Timescale:
    """A cell's words, or its reading where that is the same in every calendar."""
    try:
        tokens = split_tokens(text, language.grammar)
        chunks = complete_periods(read_chunks(tokens, language.rules), tokens)
        outline = make_outline(chunks)
        cell = CellReading(tokens, chunks, outline, find_groups(chunks, outline))
        kind = find_kind(cell)
        if not cell.groups and kind in {TimescaleKind.UNSET, TimescaleKind.STATUS}:
            refuse(cell, LOOSE_NUMBER)
            return Timescale(text, kind, tidied=tidy(text))
        check(cell)
        if find_measured(cell) is not None:
            return Timescale(text, TimescaleKind.RELATIVE, tidied=tidy(text))
    except Unreadable as refusal:
        return _report_unreadable(text, refusal)
    return Words(cell, kind)


# One text is read in several calendars: as it stands, in any year, in the plan's.
_recall_words = lru_cache(maxsize=256)(_read_words)


def _read_periods(words: Words, calendar: Calendar) -> Timescale:
    cell, kind = words
    text = cell.tokens.text
    is_recurring = kind is TimescaleKind.RECURRING
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
    notes = ["date-moved"] if len(current) < len(groups) else []
    dated = current
    if is_recurring:
        dated = [group for group in current if group.has_year or _is_window(group, calendar)]
    kept = keep_promised(cell.chunks, groups, dated)
    if len(kept) < len(dated):
        notes.append("context-year")
    commitments = make_commitments(remove_links(groups, kept), current, calendar, cell.tokens)
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


def _build_timescale(
    cell: CellReading, calendar: Calendar, drafts: Sequence[MilestoneDraft], notes: Sequence[str], *, is_recurring: bool
) -> Timescale:
    milestones = _make_milestones(cell, calendar, drafts)
    dated = [milestone for milestone in milestones if milestone.start or milestone.end]
    bounded = [milestone for milestone in dated if milestone.end]
    last = max(bounded, key=attrgetter("end_date"), default=None)
    kind = TimescaleKind.RECURRING if is_recurring else TimescaleKind.DATED if bounded else TimescaleKind.OPEN
    codes = [code for draft in drafts for code in draft.notes]
    codes += *notes, *_note_whole(cell, drafts, milestones)
    return Timescale(
        cell.tokens.text,
        kind,
        milestones,
        start=dated[0].start if dated else None,
        due=last.end if last else None,
        due_date=last.end_date if last else None,
        open_ended=not is_recurring and len(bounded) < len(milestones),
        notes=tuple([NOTES[code] for code in dict.fromkeys(codes)]),
        tidied=tidy(cell.tokens.text),
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
    if tokens.texts[after] == ")":
        signs = tokens.texts[first:after]
        after += signs.count("(") > signs.count(")")
    last = tokens.ends[after - 1]
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
    roles = cell.roles
    if Role.UNSET in roles:
        notes.append("unconfirmed")
    if Role.OR in roles and any(
        meets_period(cell, index, walk) for index in cell.find_indexes(Role.OR) for walk in (walk_on, walk_back)
    ):
        notes.append("alternative")
    return notes


def make_labels(cell: CellReading, spans: Sequence[ChunkSpan]) -> list[str]:
    """The label of each milestone in order."""
    chunks, labels_lead = cell.chunks, spans[0].first > 0
    labels: list[str] = []
    start = 0
    for number, span in enumerate(spans, 1):
        is_last = number == len(spans)
        stop = len(chunks) if is_last else _cut(cell, span, spans[number], labels_lead=labels_lead)
        labels.append(_make_label(cell, chunks[start : span.first], chunks[span.after : stop]))
        start = stop
    return labels


def _cut(cell: CellReading, left: ChunkSpan, right: ChunkSpan, *, labels_lead: bool) -> int:
    """Where the second milestone's item begins, between the two."""
    between = range(left.after, right.first)
    if cell.chunks[left.first].role.goes_on:
        return left.after
    strong = [index for index in between if _begins_item(cell, index)]
    if strong and not labels_lead and strong[0] == left.after and _stands_below(cell, strong[0]):
        # A period that begins the cell has what it is about below it, where a sign or another line follows that.
        is_closed = bool(strong[1:]) or cell.tokens.is_broken(cell.chunks[right.first].first)
        strong = strong[1:] if is_closed else strong
        if not strong and is_closed:
            return right.first
    if strong:
        return strong[0] + 1 if cell.chunks[strong[0]].role in {Role.STOP, Role.SEMICOLON} else strong[0]
    if not (labels_lead or (between and cell.chunks[between[-1]].role is Role.COLON)):
        return right.first
    commas = [index for index in between if cell.chunks[index].role in {Role.COMMA, Role.AND}]
    return commas[-1] + 1 if commas else left.after


def _stands_below(cell: CellReading, index: int) -> bool:
    """Whether a word begins a line, without a sign that begins an item."""
    chunk = cell.chunks[index]
    return cell.tokens.is_broken(chunk.first) and not chunk.role.is_sign


def _begins_item(cell: CellReading, index: int) -> bool:
    chunk = cell.chunks[index]
    return chunk.role.ends_item or (cell.tokens.is_broken(chunk.first) and chunk.role is not Role.CLOSE)


def _make_label(cell: CellReading, before: Sequence[Chunk], after: Sequence[Chunk]) -> str:
    pieces = [_make_piece(cell, chunks) for chunks in (before, after) if chunks]
    return ", ".join([piece for piece in pieces if piece])


def _make_piece(cell: CellReading, chunks: Sequence[Chunk]) -> str:
    """The words of chunks, without the signs and joining words at their ends."""
    tokens = cell.tokens
    raw = tidy(tokens.text[tokens.starts[chunks[0].first] : tokens.ends[chunks[-1].after - 1]]).strip(_EDGES)
    if raw[-4:].lower().endswith(JOINING):
        raw = _LINKS.sub("", raw).strip(_EDGES)
    is_uneven = raw.count("(") != raw.count(")")
    return " ".join(_BRACKETS.sub("", raw).split()) if is_uneven else raw
