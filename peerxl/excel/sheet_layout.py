"""How a section of a document stands on a sheet: how wide and tall its columns and rows are, and where each cell is.

Rows and columns count from 1, widths and heights are in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from peerxl.documents.document import Document, Section, TableColumn, TableEntry, TableRow, TextLine
from peerxl.excel.long_rows import CONTINUED, count_entry_lines, fit_rows
from peerxl.excel.measure import TALLEST_ROW, count_lines, lines_height, text_width, wrap_text
from peerxl.model.sheet import column_letter

PAGE_WIDTH = 772.0
"""What an A4 page on its side holds at full size between our margins."""
DEFAULT_WIDTH = 60.0
TITLE_SIZE = 16
TITLE_HEIGHT = 28.0
LINE_HEIGHT = 17.0
GAP = 7.0
UNBROKEN_PADDING, WIDEST_UNBROKEN = 12.0, 120.0
WRITING_LINE, WRITING_PADDING = 15.0, 6.0
SPARE_ROWS = 200
"""How far below the table of an extendable section its drop-downs reach."""

GOES_ON = f"A text too long for one row goes on in the row below, marked “{CONTINUED}”."

RowRun = tuple[int, int]
"""The first and the last of rows that a joined cell spans, counted from 0."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A section as it stands on a sheet: the title in row 1, the lines below it, then the table from column A down.

    The rest is the table's: a width and the joined cells (``runs``) of each column, and a height of each row.
    """

    section: Section
    lines: tuple[TextLine, ...]
    widths: tuple[float, ...] = ()
    rows: tuple[TableRow, ...] = ()
    heights: tuple[float, ...] = ()
    runs: tuple[tuple[RowRun, ...], ...] = ()

    @property
    def has_table(self) -> bool:
        return bool(self.rows)

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        return self.section.columns if self.has_table else ()

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
    def header_row(self) -> int:
        """The row of the headings."""
        return find_header_row(self.section, len(self.lines))

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """The last row with anything in it."""
        return self.header_row + len(self.rows) if self.has_table else 1 + len(self.lines)

    @property
    def spare_rows(self) -> int:
        return SPARE_ROWS if self.section.is_extendable else 0

    @property
    def frozen_columns(self) -> int:
        """How many columns stay in sight: all up to the last that is to."""
        return max((number for number, column in enumerate(self.columns, 1) if column.stays_in_sight), default=0)

    @property
    def printed_columns(self) -> int:
        """How many columns are printed: the table's, and as many beside it as the text above it runs over."""
        lines = self.lines if self.has_table else ()
        words = [text_width(line.text, bold=line.is_heading) for line in lines]
        beyond = max(text_width(self.section.title, TITLE_SIZE, bold=True), *words, 0.0) - self.width
        return max(len(self.columns), 1) + ceil(max(0.0, beyond) / DEFAULT_WIDTH)

    @property
    def header_height(self) -> float:
        """How tall the row of headings is."""
        pairs = zip(self.columns, self.widths, strict=True)
        return lines_height(max(count_lines(column.heading, width, bold=True) for column, width in pairs))

    def line_height(self, line: TextLine) -> float:
        """How tall the row of a line is: one that stands above no table may take several lines of text."""
        return LINE_HEIGHT if self.has_table else lines_height(count_lines(line.text, PAGE_WIDTH))

    def column_range(self, heading: str) -> str:
        """Where the cells under a heading stand: "$A$5:$A$10"."""
        letter = column_letter([column.heading for column in self.columns].index(heading) + 1)
        return f"${letter}${self.first_row}:${letter}${self.last_row}"


def lay_out_document(document: Document) -> tuple[SheetLayout, ...]:
    """How each section of a document stands on its sheet."""
    return tuple(map(lay_out, document.sections))


def lay_out(section: Section) -> SheetLayout:
    """How a section stands on a sheet."""
    if not section.has_table:
        return SheetLayout(section, section.lines)
    widths = tuple(set_widths(section))
    rows = tuple(fit_rows(section, widths))
    runs = tuple(tuple(find_runs(section, index, rows)) for index in range(len(widths)))
    heights = needed_heights(section, widths, rows, runs)
    lines = tuple(set_lines(section, widths, rows, heights))
    return SheetLayout(section, lines, widths, rows, tuple(min(height, TALLEST_ROW) for height in heights), runs)


def set_widths(section: Section) -> Iterator[float]:
    """How wide each column is; those of a paper share the page's width."""
    wanted = [wanted_width(section, index) for index in range(len(section.columns))]
    stretch = PAGE_WIDTH / sum(wanted) if section.is_paper else 1.0
    yield from (width * stretch for width in wanted)


def wanted_width(section: Section, index: int) -> float:
    column = section.columns[index]
    if not column.is_unbroken:
        return column.room
    widest = max((text_width(row.entries[index].text) for row in section.rows), default=0.0)
    return min(max(column.room, widest + UNBROKEN_PADDING), WIDEST_UNBROKEN)


def find_runs(section: Section, index: int, rows: Sequence[TableRow]) -> Iterator[RowRun]:
    """The rows of each cell that a column of joined groups shows as one."""
    if not (section.columns[index].is_group and section.has_joined_groups):
        return
    first = 0
    for last, (row, following) in enumerate(pairwise((*rows, None))):
        if row is None or following is None or following.entries[index] != row.entries[index]:
            yield first, last
            first = last + 1


def needed_heights(
    section: Section, widths: Sequence[float], rows: Sequence[TableRow], runs: Sequence[Sequence[RowRun]]
) -> list[float]:
    """How tall each row must be to show all of its text, whatever Excel can give it."""
    alone = [index for index, joined in enumerate(runs) if not joined]
    heights = [
        max(text_height([row.entries[i] for i in alone], [widths[i] for i in alone]), room_to_write(section, row))
        for row in rows
    ]
    for index, joined in enumerate(runs):
        for first, last in joined:
            needed = text_height([rows[first].entries[index]], [widths[index]])
            heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
    return heights


def text_height(entries: Sequence[TableEntry], widths: Sequence[float]) -> float:
    pairs = zip(entries, widths, strict=True)
    return lines_height(max((count_entry_lines(entry, width) for entry, width in pairs), default=1))


def room_to_write(section: Section, row: TableRow) -> float:
    """How tall a row must be for what will be typed into it."""
    pairs = zip(section.columns, row.entries, strict=True)
    lines = max((column.writing_lines for column, entry in pairs if entry.is_input or entry.value == ""), default=0)
    return lines * WRITING_LINE + WRITING_PADDING if lines else 0.0


def set_lines(
    section: Section, widths: Sequence[float], rows: Sequence[TableRow], heights: Sequence[float]
) -> Iterator[TextLine]:
    """The lines above a table, each short enough for one row, and what a reader must know of long texts."""
    width = max(sum(widths), PAGE_WIDTH)
    notes = (TextLine(GOES_ON),) if len(rows) > len(section.rows) > 0 else ()
    lines = [part for line in (*section.lines, *notes) for part in wrap_line(line, width)]
    yield from lines
    tall = [index for index, height in enumerate(heights) if height > TALLEST_ROW]
    if tall:
        first_row = find_header_row(section, len(lines) + 1) + 1
        yield from wrap_line(TextLine(describe_tall_rows([first_row + index for index in tall])), width)


def wrap_line(line: TextLine, width: float) -> Iterator[TextLine]:
    for text in wrap_text(line.text, width, bold=line.is_heading):
        yield TextLine(text, line.is_heading)


def find_header_row(section: Section, line_count: int) -> int:
    """The row of the headings below a title and so many lines."""
    return line_count + (3 if has_markers(section) else 2)


def has_markers(section: Section) -> bool:
    return any(column.marker for column in section.columns)


def describe_tall_rows(rows: Sequence[int]) -> str:
    """What to tell somebody who cannot see the end of a text."""
    *first, last = map(str, rows)
    named = f"Rows {', '.join(first)} and {last} have" if first else f"Row {last} has"
    return f"{named} more text than Excel can show: select the cell and read it in the formula bar."


def quote_sheet(name: str) -> str:
    """A sheet's name as a reference has it."""
    return "'" + name.replace("'", "''") + "'"
