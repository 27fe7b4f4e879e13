"""The lines over headings that stand again: "2. Recommendation: …", "Management response: …", "Key actions:".

A part begins with a line that opens as one above the first headings does, "2. Recommendation" as "1. Recommendation":
all from there down to its headings are words about the part, and no actions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import says_what_to_do
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.rows.body_row import list_filled
from peerxl.reading.rows.headings_again import repeats_headings


def find_part_lines(layout: TrackerLayout) -> Mapping[int, Cell]:
    """Each row of such lines, those of the first part too, with the line that its part begins with."""
    first = list_lines_over(layout, layout.first_header_row)
    openings = [opening for line in first if (opening := find_opening(line.text))]
    if not openings:
        return {}
    again = [list_lines_over(layout, row) for row in list_headings_again(layout)]
    parts = Counter(opening for lines in again for opening in {find_opening(line.text) for line in lines})
    shared = [opening for opening in openings if parts[opening]]
    if not shared:
        return {}
    lead = max(shared, key=parts.__getitem__)  # the first of those that most parts have
    return {row: title for lines in (first, *again) for row, title in title_lines(lines, lead, frozenset(shared))}


def list_headings_again(layout: TrackerLayout) -> Iterator[int]:
    """The rows that say the headings again under words that are alone in their row."""
    rows = [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    for above, row in pairwise(rows):
        # Most rows are told from such lines by how many values they have, before any is made a cell.
        if len([value for value in layout.sheet.rows[above - 1] if value not in (None, "")]) > MOST_VALUES:
            continue
        if len(list_filled(layout, above)) == 1 and repeats_headings(layout, list_filled(layout, row)):
            yield row


MOST_VALUES = 3
"""How many values a row has at most that is looked at: what stands beside the table counts too."""


def list_lines_over(layout: TrackerLayout, header_row: int) -> list[Cell]:
    """The cells that are alone in their rows above a row of headings, from the highest down; blank rows part none."""
    lines: list[Cell] = []
    for number in reversed([row for row in layout.sheet.filled_rows if row < header_row]):
        filled = list_filled(layout, number)
        if len(filled) != 1:
            break
        lines.append(filled[0])
    return lines[::-1]


def title_lines(lines: list[Cell], lead: str, shared: Set[str]) -> Iterator[tuple[int, Cell]]:
    """The rows from the first line on that opens as others do, each with the line of its part.

    A part may have no headings of its own, and what is to be done stands right under its line: that is an action.
    """
    openings = [find_opening(line.text) for line in lines]
    last = max((index for index, opening in enumerate(openings) if opening == lead), default=-1)
    title: Cell | None = None
    for index, (line, opening) in enumerate(zip(lines, openings, strict=True)):
        if opening == lead or (title is None and opening in shared):
            title = line
        if title is not None and (opening in shared or index > last or not says_what_to_do(line.text)):
            yield line.row, title


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
