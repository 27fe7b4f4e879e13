"""Another tracker that stands beside one on its sheet, and is not read: a sheet's rows are read as one table's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Aside, Field
from peerxl.model.sheet import Cell, column_letter
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.trackers.tracker import Tracker

COMPANIONS = frozenset({Field.OWNER, Field.TIMESCALE, Field.STATUS})
FEWEST_ROWS, FEWEST_CELLS = 2, 2
"""How many rows a table has beneath its headings, at least, and how many cells each of them."""


def report_tables_beside(tracker: Tracker) -> Iterator[Finding]:
    """The tables beside a tracker, left and right of it, whose headings are those of another."""
    cells = [cell for skipped in tracker.skipped if skipped.why is Aside.BESIDE for cell in skipped.cells]
    span = tracker.layout.span
    for side in ([cell for cell in cells if cell.column < span.start], [c for c in cells if c.column >= span.stop]):
        rows = {row: tuple(line) for row, line in groupby(side, key=lambda cell: cell.row)}
        header = next((row for row, line in rows.items() if heads_tracker(line)), None)
        if header is not None and count_rows(rows, header) >= FEWEST_ROWS:
            first, last = (column_letter(pick(cell.column for cell in rows[header])) for pick in (min, max))
            yield Finding(
                "table-not-read",
                Severity.WARNING,
                f"Another table stands beside the one that is read, in columns {first} to {last} with its headings in "
                f"row {header}, and was not read; move it to a sheet of its own.",
                rows[header],
                sheet=tracker.name,
            )


def heads_tracker(line: tuple[Cell, ...]) -> bool:
    """Whether cells are the headings of a tracker: of an action, or of what may be one beside two of the others."""
    headings = [read_heading(cell.text, APRIL_YEARS) for cell in line]
    companions = COMPANIONS & {heading.field for heading in headings}
    is_sure = any(heading.field is Field.ACTION for heading in headings)
    may_be = any(heading.action_rank is not None and heading.field is None for heading in headings)
    return (is_sure and bool(companions)) or (may_be and len(companions) > 1)


def count_rows(rows: Mapping[int, tuple[Cell, ...]], header: int) -> int:
    """How many rows beneath the headings say several things."""
    return sum(1 for row, line in rows.items() if row > header and len(line) >= FEWEST_CELLS)
