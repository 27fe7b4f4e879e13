"""A section as it stands on a sheet: how wide and tall its columns and rows are, and where each cell is.

Rows and columns count from 1, widths and heights are in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from peerxl.documents.document import Section, TableColumn, TableRow, TextLine
from peerxl.excel.measure import count_lines, lines_height, round_to_pixels, text_width
from peerxl.excel.row_heights import RowRun, header_height
from peerxl.model.sheet import column_letter

PIXELS_A_POINT = 96 / 72
PAGE_WIDTH = 772.0
"""What an A4 page on its side holds at full size between the margins of a working sheet."""
DEFAULT_WIDTH = 60.0
TITLE_SIZE, SMALLEST_TITLE = 16, 12
TITLE_HEIGHT = 28.0
LINE_HEIGHT = 17.0
GAP = 7.0
EMPTY_ROW_HEIGHT = 15.0
PADDING, PAPER_PADDING = 6.0, 14.0
"""How much of a column's width, in points, its text does not have; a paper's cells are indented."""
SPARE_ROWS = 200
"""How far below the table of an extendable section its drop-downs reach."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The title in row 1, the lines below it, then the table from column A down.

    The rest is the table's: the width and the joined cells (``runs``) of each column, and the height of each row. A
    paper is printed at a ``scale`` in percent, with a new page before each row of ``breaks``, counted from 0; anything
    else at as many percent as fit the page. A chart below the table is so tall.
    """

    section: Section
    lines: tuple[TextLine, ...]
    widths: tuple[float, ...] = ()
    rows: tuple[TableRow, ...] = ()
    heights: tuple[float, ...] = ()
    runs: tuple[tuple[RowRun, ...], ...] = ()
    scale: int | None = None
    breaks: tuple[int, ...] = ()
    chart_height: float = 0.0
    header_row: int = field(init=False, compare=False)
    """The row of the headings."""

    def __post_init__(self) -> None:
        # Worked out once: where anything stands is told from it.
        object.__setattr__(self, "header_row", find_header_row(self.section, len(self.lines)))

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart below the table; none where its rows do not stand as they were counted."""
        return self.chart_height > 0 and len(self.rows) == len(self.section.rows)

    @property
    def has_table(self) -> bool:
        return bool(self.rows)

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        return self.section.columns if self.has_table else ()

    @property
    def rooms(self) -> list[float]:
        """How wide the text in each column may be."""
        padding = PAPER_PADDING if self.section.is_paper else PADDING
        return [width - padding for width in self.widths]

    @property
    def is_real_table(self) -> bool:
        """Whether it can be a table of Excel's own, which holds no merged cells."""
        return self.has_table and not any(self.runs)

    @property
    def width(self) -> float:
        return sum(self.widths) if self.has_table else PAGE_WIDTH

    @property
    def marker_row(self) -> int | None:
        """The row of the words above the headings; None where there are none."""
        return self.header_row - 1 if has_markers(self.section) else None

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """The last row with anything in it."""
        return self.header_row + len(self.rows) if self.has_table else 1 + len(self.lines)

    @property
    def last_printed_row(self) -> int:
        """The last row that is printed: the chart stands on empty ones."""
        return self.last_row + (ceil((self.chart_height + GAP) / EMPTY_ROW_HEIGHT) if self.has_chart else 0)

    @property
    def spare_rows(self) -> int:
        return SPARE_ROWS if self.section.is_extendable else 0

    @property
    def frozen_columns(self) -> int:
        """How many columns stay in sight: all up to the last that is to."""
        return max((number for number, column in enumerate(self.columns, 1) if column.stays_in_sight), default=0)

    @property
    def title_size(self) -> int:
        """The title's size; where a paper's would be wider than its page, as small as it may be to fit."""
        if self.scale is None:
            return TITLE_SIZE
        fitting = TITLE_SIZE * self.width / text_width(self.section.title, TITLE_SIZE, bold=True)
        return max(min(TITLE_SIZE, int(fitting)), SMALLEST_TITLE)

    @property
    def printed_columns(self) -> int:
        """How many columns are printed: the table's, and as many beside it as the text above it runs over."""
        if self.scale is not None:
            return len(self.columns)
        lines = self.lines if self.has_table else ()
        words = [text_width(line.text, bold=line.stands_out) for line in lines]
        # Excel cuts a text off where the area that is printed ends.
        beyond = max(text_width(self.section.title, TITLE_SIZE, bold=True), *words, 0.0) - self.width
        return max(len(self.columns), 1) + ceil(max(0.0, beyond) / DEFAULT_WIDTH)

    @property
    def header_height(self) -> float:
        """How tall the row of headings is."""
        return header_height(self.columns, self.rooms)

    def line_height(self, line: TextLine) -> float:
        """How tall the row of a line is: one that stands above no table may take several lines of text."""
        return LINE_HEIGHT if self.has_table else lines_height(count_lines(line.text, PAGE_WIDTH - PADDING))

    def column_range(self, heading: str) -> str:
        """Where the cells under a heading stand: "$A$5:$A$10"."""
        letter = column_letter([column.heading for column in self.columns].index(heading) + 1)
        return f"${letter}${self.first_row}:${letter}${self.last_row}"


def find_header_row(section: Section, line_count: int) -> int:
    """The row of the headings below a title and so many lines."""
    return line_count + (3 if has_markers(section) else 2)


def has_markers(section: Section) -> bool:
    return any(column.marker for column in section.columns)


def intro_height(lines: Sequence[TextLine]) -> float:
    """How tall the title and the lines above a table are together."""
    return round_to_pixels(TITLE_HEIGHT) + len(lines) * round_to_pixels(LINE_HEIGHT) + GAP


def quote_sheet(name: str) -> str:
    """A sheet's name as a reference has it."""
    return "'" + name.replace("'", "''") + "'"
