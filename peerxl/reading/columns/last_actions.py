"""What was last done about each row: it is told of the rows, and is nothing that is still to be done."""

from __future__ import annotations

from peerxl.reading.cells.cell_kinds import says_what_happened
from peerxl.reading.cells.column_kinds import are_instructions
from peerxl.reading.cells.profile import ColumnProfile
from peerxl.reading.headings.rules import Heading

LAST_DONE = ("last action", "latest action", "most recent action")


def tells_last_action(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether half of the cells under "Latest action" tell what happened, and few say what to do."""
    told = [text for text in cells.texts if says_what_happened(text)]
    is_told = 2 * len(told) >= cells.filled > 0 and not are_instructions(cells)
    return heading.key.startswith(LAST_DONE) and is_told
