"""The lines over headings that stand again: "2. Recommendation: …", "Management response: …", "Key actions:".

A part begins with a line that opens as one above the first headings does, "2. Recommendation" as "1. Recommendation":
all from there down to its headings are words about the part, and no actions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.body_row import list_filled
from peerxl.reading.headings_again import repeats_headings
from peerxl.reading.tracker_layout import TrackerLayout


def find_part_lines(layout: TrackerLayout) -> Mapping[int, Cell]:
    """Each row of such lines, the first part's too, with the line that its part begins with."""
    first = list_lines_over(layout, layout.first_header_row)
    openings = {opening for line in first if (opening := find_opening(line.text))}
    if not openings:
        return {}
    again = [list(begin_part(list_lines_over(layout, row), openings)) for row in list_headings_again(layout)]
    shared = {find_opening(lines[0].text) for lines in again if lines}
    parts = [list(begin_part(first, shared)), *again] if shared else []
    return {line.row: lines[0] for lines in parts for line in lines}


def list_headings_again(layout: TrackerLayout) -> Iterator[int]:
    for number in layout.sheet.filled_rows_after(layout.last_header_row):
        if number <= layout.last_row and repeats_headings(layout, list_filled(layout, number)):
            yield number


def list_lines_over(layout: TrackerLayout, header_row: int) -> list[Cell]:
    """The cells that are alone in their rows above a row of headings, from the highest down; blank rows part none."""
    lines: list[Cell] = []
    for number in reversed([row for row in layout.sheet.filled_rows if row < header_row]):
        filled = list_filled(layout, number)
        if len(filled) != 1:
            break
        lines.append(filled[0])
    return lines[::-1]


def begin_part(lines: list[Cell], openings: set[str]) -> Iterator[Cell]:
    """The lines from the first on that opens so."""
    starts = [index for index, line in enumerate(lines) if find_opening(line.text) in openings]
    yield from lines[starts[0] :] if starts else []


def find_opening(text: str) -> str:
    """The words that name what a line is, by a number or with a sign after it; none in a line of prose."""
    opening = OPENING.match(text.strip())
    return opening["words"].casefold() if opening else ""


OPENING = compile_late(
    r"(?:no\.?\s*)?(?:\d[\d.]*[).:]?\s*)?"
    r"(?P<words>[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,2})(?:\s*(?:\d|[:#]|no\b|$)|\s*[–—]|\s-\s)",
    re.IGNORECASE,
)
"""“Recommendation 2”, “2. Recommendation:”, “Strategic aim: …”; not “The pier is to be mended”."""
