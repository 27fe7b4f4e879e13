"""How the days of a column are shown: by the number formats of the cells in it that hold one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from peerxl.excel.patch.parts.styles import Styles
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.tags import ATTRIBUTES, parse_attributes
from peerxl.model.sheet import column_letter


@dataclass(frozen=True, slots=True)
class ShownDays:
    """The rows of a column that show a day, in their order, and each one's number format."""

    rows: tuple[int, ...]
    formats: tuple[int, ...]

    def find_nearest(self, row: int) -> int | None:
        """The number format of the nearest row, of two as near of the upper one; None where no row shows a day."""
        index = bisect_left(self.rows, row)
        near = range(max(index - 1, 0), min(index + 1, len(self.rows)))
        nearest = min(near, key=lambda each: abs(self.rows[each] - row), default=None)
        return None if nearest is None else self.formats[nearest]


def read_shown_days(grid: Grid, styles: Styles, column: int) -> ShownDays:
    """The days of a column; a cell whose name is oddly written is passed over, as only a look depends on it."""
    name = rb'\sr="%b([1-9][0-9]*)"(' % column_letter(column).encode() + ATTRIBUTES + rb")>"
    days = {}
    for match in grid.content.find_tags(b"c", name):
        attributes = parse_attributes(match[2])
        is_number = attributes.get(b"t", "n") == "n" and not match[2].endswith(b"/")
        if is_number and styles.shows_day(attributes.get(b"s")):
            days[int(match[1])] = styles.get_number_format(attributes.get(b"s"))[0]
    ordered = sorted(days.items())
    return ShownDays(tuple(row for row, _ in ordered), tuple(number for _, number in ordered))
