"""Cards of a label and a value in each row, over headings that stand again: "Status: | Open", "Risk owner | Ann Field".

A part of a plan may begin with one. It says what the part is about, under a line that names it, and nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from peerxl.frozen import frozen
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.sheet import Cell
from peerxl.reading.cells.cell_kinds import says_what_to_do
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.rows.body_row import list_filled
from peerxl.reading.rows.headings_again import repeats_headings


@frozen
class PartCards:
    """The rows of cards, and each line around one with the line that names its part."""

    rows: frozenset[int]
    lines: Mapping[int, Cell]


NO_CARDS = PartCards(frozenset(), {})
FEWEST_ROWS, MOST_VALUES, MOST_LINES = 2, 3, 3
"""How many rows a card has at least, how many values a row of it is looked at for, and how many lines may follow it."""
LONGEST_LABEL, MOST_LABEL_WORDS = 40, 5


def find_cards(layout: TrackerLayout) -> PartCards:
    """The cards over a table's headings, those of the first part too where the headings stand again under another."""
    rows: list[int] = []
    lines: dict[int, Cell] = {}
    for before, card, after in list_runs(layout):
        between = list_lines_between(layout, after)
        if between is None:
            continue
        title = list_filled(layout, card[0] - 1) if before == card[0] - 1 else []
        # The last row of the table above is no title, and its rows may go on.
        is_apart = len(title) < 2
        if not is_card([list_filled(layout, row) for row in card], is_apart=is_apart):
            continue
        rows += card
        if title and is_apart:
            lines |= dict.fromkeys([title[0].row, *between], title[0])
    is_again = any(row > layout.last_header_row for row in rows)
    return PartCards(frozenset(rows), lines) if is_again else NO_CARDS


def list_runs(layout: TrackerLayout) -> Iterator[tuple[int | None, list[int], list[int]]]:
    """Each run of rows of two values, with the row before it and those right after it."""
    rows = [row for row in layout.sheet.filled_rows if row <= layout.last_row]
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end] - rows[start] == end - start and is_pair(layout, rows[end]):
            end += 1
        if end - start >= FEWEST_ROWS:
            yield rows[start - 1] if start else None, rows[start:end], rows[end : end + MOST_LINES + 1]
        start = max(end, start + 1)


def is_pair(layout: TrackerLayout, row: int) -> bool:
    # Rows are told by how many values they have, before any is made a cell; one may stand beside the table.
    cells = layout.sheet.rows[row - 1]
    values = len(cells) - cells.count(None) - cells.count("")
    return values == 2 or (values == MOST_VALUES and len(list_filled(layout, row)) == 2)


def list_lines_between(layout: TrackerLayout, rows: Sequence[int]) -> list[int] | None:
    """The lines alone in their rows, no actions, that part a run from headings beneath; None without headings."""
    lines: list[int] = []
    for row in rows:
        filled = list_filled(layout, row)
        if row == layout.first_header_row or repeats_headings(layout, filled):
            return lines
        if len(filled) != 1 or says_what_to_do(filled[0].text):
            break
        lines.append(row)
    return None


def is_card(rows: Sequence[Sequence[Cell]], *, is_apart: bool = True) -> bool:
    """Whether rows of two cells each are labels, of which half are known headings or end in a colon, and values.

    Right beneath the rows of a table all labels are so, and one of them is a known heading. Values that tell somebody
    what to do are actions, whatever stands before them.
    """
    columns = {tuple(cell.column for cell in row) for row in rows}
    if len(columns) != 1 or len(rows[0]) != 2:
        return False
    labels = [row[0].text.strip() for row in rows]
    if len(set(labels)) < len(labels) or not all(map(may_be_label, labels)):
        return False
    known = [label for label in labels if read_heading(label, APRIL_YEARS).is_known]
    named = [label for label in labels if label.endswith(":") or label in known]
    if not is_apart and (not known or len(named) < len(labels)):
        return False
    orders = [row for row in rows if says_what_to_do(row[1].text)]
    return 2 * len(named) >= len(labels) and 2 * len(orders) < len(rows)


def may_be_label(text: str) -> bool:
    """Whether a text is short, without a figure, as no number of an action is."""
    is_short = len(text) <= LONGEST_LABEL and len(text.split()) <= MOST_LABEL_WORDS
    return is_short and any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
