"""Puts a cell's reading together: its kind, its milestones with their labels, and what was assumed.

    text -> tokens -> chunks (grammar, dates) -> with their years and parts (years) -> promise -> Timescale
    promise = groups (outline, ranges) -> those that hold (superseded) -> commitments (governing) -> milestones

A milestone's label is every word near it that is not the period itself nor governs it. Between two milestones the
words belong to the first, unless a list mark, a strong sign or a colon says that the second's item has begun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from peerxl.language.timescales.cell import CellReading, explain_unreadable, find_kind
from peerxl.language.timescales.chunks import Language, read_chunks
from peerxl.language.timescales.lengths import find_measured
from peerxl.language.timescales.notes import NOTES, Unreadable
from peerxl.language.timescales.outline import make_outline
from peerxl.language.timescales.period import Calendar
from peerxl.language.timescales.pieces import tidy
from peerxl.language.timescales.promises import CellPromise, ChunkSpan, find_promise
from peerxl.language.timescales.refusals import LOOSE_NUMBER, check, refuse
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.spoiling_words import meets_period
from peerxl.language.timescales.tokens import Chunk, split_tokens, walk_back, walk_on
from peerxl.language.timescales.unsure import find_doubt
from peerxl.language.timescales.years import complete_periods
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind
from peerxl.pattern import compile_late

_EDGES = " -–—:;,.•·/&?()\"'“”‘’!*~="
JOINING = ("and", "to", "then")
_LINKS = compile_late(r"^(?:and|to|then)$|(?:\s(?:and|to|then))+$", re.IGNORECASE)
_BRACKETS = compile_late("[()]")


LONGEST_KEPT = 100
"""A longer text is seldom read twice, and what is read of it takes much room."""


def read_cell(text: str, calendar: Calendar, language: Language) -> Timescale:
    """The reading of a cell's text; whatever the text, a reading."""
    cell = _recall_words(text, language) if len(text) <= LONGEST_KEPT else _read_words(text, language)
    if isinstance(cell, Timescale):
        return cell
    try:
        return _read_periods(cell, calendar)
    except Unreadable as refusal:
        return _report_unreadable(text, refusal)


def _report_unreadable(text: str, refusal: Unreadable) -> Timescale:
    return Timescale(
        text, TimescaleKind.UNREADABLE, notes=(NOTES[refusal.code],), reason=refusal.reason, tidied=tidy(text)
    )


def _read_words(text: str, language: Language) -> CellReading | Timescale:
    """A cell whose words are read and whose periods are of no calendar yet, or its reading where all have the same."""
    try:
        tokens = split_tokens(text, language.grammar)
        read = read_chunks(tokens, language.rules)
        outline = make_outline(read)
        chunks = complete_periods(read, outline, tokens)
        cell = CellReading(tokens, chunks, outline if chunks is read else make_outline(chunks))
        kind = cell.kind = find_kind(cell)
        if not cell.outline.periods and kind in {TimescaleKind.UNSET, TimescaleKind.STATUS}:
            refuse(cell, LOOSE_NUMBER)
            return Timescale(text, kind, tidied=tidy(text))
        check(cell)
        if Role.DURATION in cell.outline.roles and find_measured(cell) is not None:
            return Timescale(text, TimescaleKind.RELATIVE, tidied=tidy(text))
    except Unreadable as refusal:
        return _report_unreadable(text, refusal)
    return cell


# One text is read in several calendars: as it stands, in any year, in the plan's.
_recall_words = lru_cache(maxsize=256)(_read_words)


def _read_periods(cell: CellReading, calendar: Calendar) -> Timescale:
    text, kind = cell.tokens.text, cell.kind
    promise = find_promise(cell, calendar, is_recurring=kind is TimescaleKind.RECURRING)
    if promise.milestones:
        return _build_timescale(cell, promise)
    if kind is None:
        raise Unreadable("no-period", explain_unreadable(cell))
    return Timescale(text, kind, tidied=tidy(text))


def _build_timescale(cell: CellReading, promise: CellPromise) -> Timescale:
    spans = promise.spans
    labels = make_labels(cell, spans)
    text = cell.tokens.text
    codes = [*promise.notes, *_note_whole(cell, promise, labels)]
    return Timescale(
        text,
        promise.kind,
        tuple(
            [
                Milestone(each.start, each.end, each.start_date, each.end_date, label, _find_text_span(cell, span))
                for each, span, label in zip(promise.milestones, spans, labels, strict=True)
            ]
        ),
        promise.start,
        promise.due,
        promise.due_date,
        promise.open_ended,
        tuple([NOTES[code] for code in dict.fromkeys(codes)]) if codes else (),
        tidied=tidy(text),
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


def _note_whole(cell: CellReading, promise: CellPromise, labels: Sequence[str]) -> Sequence[str]:
    """What is to be noted about the cell as a whole."""
    notes, roles = [], cell.outline.roles
    if len(labels) > 1:
        notes.append("several-milestones")
        unlabelled = [is_day and not label for is_day, label in zip(promise.are_days, labels, strict=True)]
        if (True, True) in pairwise(unlabelled):
            notes.append("several-dates")
    if Role.UNSET in roles:
        notes.append("unconfirmed")
    elif doubt := find_doubt(cell):
        notes.append(doubt)
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
    if not (before or after):
        return ""
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
