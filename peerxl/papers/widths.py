"""How wide the columns of a table stand on paper for the fewest lines, none of whose words is broken. In points."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.documents.document import Section, TableRow
from peerxl.excel.column_fit import ColumnWords, fit_rooms


def fit_widths(section: Section, rows: Sequence[TableRow], width: float, padding: float) -> list[float]:
    """The width of each column, together all there is; ``padding`` is what of each its words cannot have."""
    columns = [
        ColumnWords(column.heading, tuple(row.entries[index] for row in rows), is_unbroken=column.is_unbroken)
        for index, column in enumerate(section.columns)
    ]
    rooms = fit_rooms(columns, width - padding * len(columns), lambda lines: ())
    return [room + padding for room in rooms]
