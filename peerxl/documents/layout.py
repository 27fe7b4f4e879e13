"""What a workbook shows, as values: sheets of a title, a few lines and at most one table.

Rows and columns count from 1, widths and heights are in points. What a value says is what is printed: the writer adds
nothing but the form that its tone, its column and its sheet ask for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from math import ceil

from peerxl.documents.measure import TALLEST_ROW, line_count, lines_height, lines_that_fit, text_width, wrapped
from peerxl.documents.palette import Tone
from peerxl.model.sheet import column_letter

PAGE_WIDTH = 772.0
"""What an A4 page on its side holds at full size between our margins."""

DEFAULT_WIDTH = 60.0
TITLE_SIZE = 16
TITLE_HEIGHT = 28.0
LINE_HEIGHT = 17.0
GAP = 7.0

Content = str | int | float | bool | date


class Kind(StrEnum):
    """How a column shows what is typed into it."""

    TEXT = "text"
    DATE = "date"
    AS_TYPED = "as typed"
    """Never turned into a date or a number by Excel: "Sept 25" stays what was typed, and so does the ref "1.10"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text above the table, or of a sheet that has none."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cell says.

    ``lead`` stands in bold on a line of its own before the value. ``link`` is a file beside this one and a place in it,
    "master.xlsx#'Action plan'!F12". An input cell can be typed into on a protected sheet.
    """

    value: Content = ""
    tone: Tone = Tone.PLAIN
    lead: str = ""
    link: str = ""
    is_input: bool = False

    @property
    def text(self) -> str:
        """The cell's words as they are shown."""
        words = date_words(self.value) if isinstance(self.value, date) else str(self.value)
        return "\n".join(part for part in (self.lead, words) if part)


@dataclass(frozen=True, slots=True)
class Choices:
    """A drop-down of ``words``, or of those under a heading of another sheet.

    Unless strict, Excel warns and lets other words in.
    """

    sheet: str = ""
    heading: str = ""
    is_strict: bool = True
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    ``marker`` is a word or two directly above the heading of a column to fill in; ``prompt`` is what Excel shows beside
    a cell that is selected. A merged column shows equal neighbours within a group as one cell.
    """

    heading: str
    width: float
    kind: Kind = Kind.TEXT
    choices: Choices | None = None
    prompt: str = ""
    marker: str = ""
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; the first of a group has a heavier line above it."""

    entries: tuple[Entry, ...]
    starts_group: bool = False
    min_height: float = 0.0

    @classmethod
    def of(cls, *values: Content | Entry, starts_group: bool = False, min_height: float = 0.0) -> Row:
        """A row from plain values and entries."""
        entries = tuple(value if isinstance(value, Entry) else Entry(value) for value in values)
        return cls(entries, starts_group, min_height)


@dataclass(frozen=True)
class TableSheet:
    """A sheet: its title in A1, lines below it, then a table from column A down to the last row.

    Without columns or without rows there is no table: a builder says in a line why. ``footer`` is printed beside the
    page number. ``spare_rows`` is how far below the table its drop-downs reach.
    """

    name: str
    title: str
    intro: tuple[str | Line, ...] = ()
    table_name: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    footer: str = ""
    is_protected: bool = False
    is_frozen: bool = False
    has_filters: bool = False
    frozen_columns: int = 0
    spare_rows: int = 0

    @property
    def has_table(self) -> bool:
        return bool(self.columns and self.rows)

    @property
    def is_accessible(self) -> bool:
        """Whether it can be a real Excel table, which holds no merged cells."""
        return not any(column.is_merged for column in self.columns)

    @property
    def width(self) -> float:
        return sum(column.width for column in self.columns) if self.has_table else PAGE_WIDTH

    @property
    def has_markers(self) -> bool:
        return any(column.marker for column in self.columns)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines below the title as the sheet has them, each short enough to stand on one row above a table."""
        intro = self._intro_lines()
        if not self.tall_rows:
            return intro
        first_row = self._first_row_after(len(intro) + 1)
        return (*intro, *self._shaped(tall_rows_note([first_row + index for index in self.tall_rows])))

    def _intro_lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.intro for line in self._shaped(part))

    def _shaped(self, part: str | Line) -> tuple[Line, ...]:
        line = part if isinstance(part, Line) else Line(part)
        if not self.has_table:
            return (line,)
        texts = wrapped(line.text, max(self.width, PAGE_WIDTH), bold=line.is_heading)
        return tuple(Line(text, line.is_heading) for text in texts)

    def _first_row_after(self, lines: int) -> int:
        return 1 + lines + self.has_markers + 2

    @property
    def header_row(self) -> int:
        """The row of the headings."""
        return self.first_row - 1

    @cached_property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self._first_row_after(len(self.lines))

    @property
    def last_row(self) -> int:
        """The last row with anything in it."""
        return self.header_row + len(self.rows) if self.has_table else 1 + len(self.lines)

    @cached_property
    def printed_columns(self) -> int:
        """How many columns are printed: the table's, and as many beside it as the text above it runs over."""
        words = [text_width(self.title, TITLE_SIZE, bold=True)]
        words += [text_width(line.text, bold=line.is_heading) for line in self.lines if self.has_table]
        beyond = max(0.0, max(words) - self.width)
        return (len(self.columns) if self.has_table else 1) + ceil(beyond / DEFAULT_WIDTH)

    def heading_number(self, heading: str) -> int:
        """The number of the column under a heading."""
        return [column.heading for column in self.columns].index(heading) + 1

    def column_range(self, heading: str) -> str:
        """Where the cells under a heading stand: "$A$5:$A$10"."""
        letter = column_letter(self.heading_number(heading))
        return f"${letter}${self.first_row}:${letter}${self.last_row}"

    @cached_property
    def tall_rows(self) -> tuple[int, ...]:
        """The rows, counted from 0, whose text needs more height than Excel gives a row."""
        return tuple(index for index, height in enumerate(self.needed_heights()) if height > TALLEST_ROW)

    def needed_heights(self) -> tuple[float, ...]:
        """How tall each row of the table must be to show all of its text."""
        counts = [self._row_lines(row) for row in self.rows]
        heights = [max(lines_height(count), row.min_height) for count, row in zip(counts, self.rows, strict=True)]
        for index, column in enumerate(self.columns):
            for first, last in self.merged_runs(index):
                needed = lines_height(entry_lines(self.rows[first].entries[index], column.width))
                heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
        return tuple(heights)

    def _row_lines(self, row: Row) -> int:
        pairs = zip(self.columns, row.entries, strict=True)
        return max((entry_lines(entry, column.width) for column, entry in pairs if not column.is_merged), default=1)

    def merged_runs(self, index: int) -> Iterator[tuple[int, int]]:
        """The first and last row of each cell that a merged column shows as one, columns and rows counted from 0."""
        if not self.columns[index].is_merged:
            return
        first = 0
        for last, row in enumerate(self.rows):
            following = self.rows[last + 1] if last + 1 < len(self.rows) else None
            if following is None or following.entries[index] != row.entries[index]:
                yield first, last
                first = last + 1

    def heights(self) -> tuple[float, ...]:
        """How tall each row of the table is."""
        return tuple(min(height, TALLEST_ROW) for height in self.needed_heights())

    def header_height(self) -> float:
        """How tall the row of headings is."""
        return lines_height(max(line_count(column.heading, column.width, bold=True) for column in self.columns))


@dataclass(frozen=True, slots=True)
class Document:
    """A workbook to be written: what it shows and what its properties say.

    ``dated`` is the day the document stands for, so that the same plan always makes the same file.
    """

    title: str
    sheets: tuple[TableSheet, ...]
    dated: date
    subject: str = ""
    creator: str = ""

    def sheet(self, name: str) -> TableSheet:
        """The sheet of a name."""
        return next(sheet for sheet in self.sheets if sheet.name == name)


def entry_lines(entry: Entry, width: float) -> int:
    """How many lines an entry takes in a column."""
    lead = line_count(entry.lead, width, bold=True) if entry.lead else 0
    words = Entry(entry.value).text
    return lead + (line_count(words, width) if words or not lead else 0)


def tall_rows_note(rows: list[int]) -> str:
    """What to tell somebody who cannot see the end of a text."""
    *first, last = map(str, rows)
    named = f"Rows {', '.join(first)} and {last} have" if first else f"Row {last} has"
    return f"{named} more text than Excel can show: select the cell and read it in the formula bar."


def date_words(day: date) -> str:
    """A day as people write it: "12 January 2024"."""
    return f"{day.day} {day:%B %Y}"


MOST_LINES = lines_that_fit()
"""How many lines of text the tallest row that Excel knows can show."""
