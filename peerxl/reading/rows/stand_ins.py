"""What stands in for an action that nobody has written yet: what is asked or is the matter in the same row.

A risk without a mitigation, a recommendation without a response, is what an officer has to ask about first.
"""

from __future__ import annotations

from collections.abc import Mapping

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.rows.body_row import find_next_filled


def find_stand_in(layout: TrackerLayout, number: int, by_column: Mapping[int, Cell]) -> Cell | None:
    """The cell of a row that stands in for its blank action; none where the rows beneath have the actions of it."""
    action = layout.column(Field.ACTION)
    written = by_column.get(action) if action else None
    if written and any(map(str.isalnum, written.text)):
        return None
    column = next((column for column in layout.stand_ins if column in by_column), None)
    if column is None:
        return None
    beneath = {cell.column for cell in find_next_filled(layout, number)}
    return None if action in beneath and column not in beneath else by_column[column]
