"""Tables that write the month before the day, as Americans do: a date of theirs that may be either is none for sure."""

from __future__ import annotations

import re

from peerxl.language.timescales.notes import NOTES
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.model.timescale import Timescale, TimescaleKind
from peerxl.reading.columns import TrackerLayout

DATES = frozenset({Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.RAISED, Field.UPDATED, Field.CLOSED})
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/.-])")


def find_month_first(layout: TrackerLayout) -> Cell | None:
    """The first cell of a table's dates that can only be read with its month first ("09/30/2024").

    None where there is none, or no more of them than of those that have their day first: they may be slips.
    """
    sheet = layout.sheet
    columns = [use.heading.column for use in layout.uses if use.field in DATES]
    rows = (row for row in sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row)
    cells = (sheet.cell(row, column) for row in rows for column in columns)
    dated = [(cell, numbers) for cell in cells if (numbers := list_numbers(cell))]
    month_first = [cell for cell, numbers in dated if any(first <= 12 < second for first, second in numbers)]
    day_first = [cell for cell, numbers in dated if any(second <= 12 < first for first, second in numbers)]
    return month_first[0] if len(month_first) > len(day_first) else None


def list_numbers(cell: Cell) -> list[tuple[int, int]]:
    """The first two numbers of each date in a cell that is written in numbers."""
    return [(int(match[1]), int(match[3])) for match in _NUMBERS.finditer(cell.text)]


def doubt_order(reading: Timescale, cell: Cell, proof: Cell | None) -> Timescale:
    """A reading, or that it cannot be read, where it hangs on which number is the month and ``proof`` has it first."""
    if proof is None or reading.kind is TimescaleKind.UNREADABLE:
        return reading
    if not any(first != second and max(first, second) <= 12 for first, second in list_numbers(cell)):
        return reading
    why = f"“{proof.text.strip()}” in {proof.address} has its month first, so this may be either of two days"
    return Timescale(
        reading.text, TimescaleKind.UNREADABLE, notes=(NOTES["unclear"],), reason=why, tidied=reading.tidied
    )
