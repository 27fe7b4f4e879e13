"""Which of a cell's words belong to which milestone.

A milestone's label is every word near it that is not the period itself nor governs it. Between two milestones the
words belong to the first, unless a list mark, a strong sign or a colon says that the second's item has begun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, tidy

_EDGES = " -–—:;,.•·/&?()\"'“”‘’!*~="
_LINKS = re.compile(r"^(?:and|to)$|\s(?:and|to)$", re.IGNORECASE)
_BRACKETS = re.compile(r"[()\[\]{}]")


class ChunkSpan(NamedTuple):
    """The chunks of one milestone, from ``first`` up to ``after``."""

    first: int
    after: int


def make_labels(cell: CellReading, spans: Sequence[ChunkSpan]) -> list[str]:
    """The label of each milestone in order."""
    labels_lead = bool(spans) and spans[0].first > 0
    inner = [_cut(cell, left, right, labels_lead=labels_lead) for left, right in pairwise(spans)]
    cuts = [0, *inner, len(cell.chunks)]
    return [
        _make_label(cell, cell.chunks[start : span.first], cell.chunks[span.after : stop])
        for span, start, stop in zip(spans, cuts, cuts[1:], strict=False)
    ]


def _cut(cell: CellReading, left: ChunkSpan, right: ChunkSpan, *, labels_lead: bool) -> int:
    """Where the second milestone's item begins, between the two."""
    between = range(left.after, right.first)
    if cell.chunks[left.first].role.goes_on:
        return left.after
    strong = next((index for index in between if _begins_item(cell, index)), None)
    if strong is not None:
        return strong + 1 if cell.chunks[strong].role in {Role.STOP, Role.SEMICOLON} else strong
    if not (labels_lead or (between and cell.chunks[between[-1]].role is Role.COLON)):
        return right.first
    commas = [index for index in between if cell.chunks[index].role in {Role.COMMA, Role.AND}]
    return commas[-1] + 1 if commas else left.after


def _begins_item(cell: CellReading, index: int) -> bool:
    chunk = cell.chunks[index]
    return chunk.role.ends_item or (cell.tokens.is_broken(chunk.first) and chunk.role is not Role.CLOSE)


def _make_label(cell: CellReading, before: Sequence[Chunk], after: Sequence[Chunk]) -> str:
    pieces = [_make_piece(cell, chunks) for chunks in (before, after) if chunks]
    return ", ".join(piece for piece in pieces if piece)


def _make_piece(cell: CellReading, chunks: Sequence[Chunk]) -> str:
    """The words of chunks, without the signs and joining words at their ends."""
    tokens = cell.tokens
    raw = tidy(tokens.text[tokens.starts[chunks[0].first] : tokens.ends[chunks[-1].after - 1]]).strip(_EDGES)
    raw = _LINKS.sub("", raw).strip(_EDGES)
    is_uneven = sum(map(raw.count, "([{")) != sum(map(raw.count, ")]}"))
    return " ".join(_BRACKETS.sub("", raw).split()) if is_uneven else raw
