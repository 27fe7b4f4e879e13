"""How the sections of a document are laid out on sheets: those that are worked in here, papers by ``paper_layout``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from peerxl.documents.document import Section, TableRow, TextLine
from peerxl.excel.measure import TALLEST_ROW, text_width, wrap_text
from peerxl.excel.paper_layout import lay_out_paper
from peerxl.excel.row_heights import find_runs, needed_heights
from peerxl.excel.sheet_layout import PADDING, PAGE_WIDTH, SheetLayout, find_header_row

EMPTY_ROWS = 20
"""How many rows an extendable section without any begins with."""
UNBROKEN_PADDING, WIDEST_UNBROKEN = 12.0, 240.0


def lay_out(section: Section) -> SheetLayout:
    """How a section stands on a sheet."""
    if not section.has_table:
        return SheetLayout(section, section.lines)
    return lay_out_paper(section) if section.is_paper else lay_out_working_sheet(section)


def find_first_row(section: Section) -> int:
    """The row of its sheet in which a section's table begins, below its headings."""
    return lay_out(section).first_row


def lay_out_working_sheet(section: Section) -> SheetLayout:
    """A sheet to work in: its columns as wide as they ask to be, a row for each of the section's."""
    widths = tuple(wanted_width(section, index) for index in range(len(section.columns)))
    rooms = [width - PADDING for width in widths]
    rows = section.rows or (TableRow.of(*("",) * len(widths)),) * EMPTY_ROWS
    runs = tuple(tuple(find_runs(section, index, rows)) for index in range(len(widths)))
    heights = needed_heights(section, rooms, rows, runs)
    lines = tuple(set_lines(section, max(sum(widths), PAGE_WIDTH), heights))
    return SheetLayout(section, lines, widths, rows, tuple(min(height, TALLEST_ROW) for height in heights), runs)


def wanted_width(section: Section, index: int) -> float:
    column = section.columns[index]
    entries = [row.entries[index] for row in section.rows]
    # Where a day does not fit, Excel shows ##### and nothing of it.
    unbroken = [entry for entry in entries if column.is_unbroken or isinstance(entry.value, date)]
    if not unbroken:
        return column.room
    widest = max(text_width(entry.text) for entry in unbroken)
    return max(column.room, min(widest + UNBROKEN_PADDING, WIDEST_UNBROKEN))


def set_lines(section: Section, width: float, heights: Sequence[float]) -> Iterator[TextLine]:
    """The lines above a table, each short enough for one row, and which rows have more text than can be shown."""
    lines = [part for line in section.lines for part in wrap_line(line, width)]
    yield from lines
    yield from name_tall_rows(
        section, len(lines), [index for index, height in enumerate(heights) if height > TALLEST_ROW], width
    )


def name_tall_rows(section: Section, line_count: int, tall: Sequence[int], width: float) -> list[TextLine]:
    """The lines that name rows, counted from 0, whose text nobody sees the end of; they stand below other lines."""
    named: list[TextLine] = []
    # They push down the very rows that they name, by as many lines as that takes.
    while tall:
        first_row = find_header_row(section, line_count + len(named)) + 1
        before, sentence = len(named), describe_tall_rows([first_row + index for index in tall])
        named = list(wrap_line(TextLine(sentence), width))
        if len(named) == before:
            break
    return named


def wrap_line(line: TextLine, width: float) -> Iterator[TextLine]:
    for text in wrap_text(line.text, width, bold=line.stands_out):
        yield line if text == line.text else replace(line, text=text)


def describe_tall_rows(rows: Sequence[int]) -> str:
    """What to tell somebody who cannot see the end of a text."""
    *first, last = map(str, rows)
    named = f"Rows {', '.join(first)} and {last} have" if first else f"Row {last} has"
    return f"{named} more text than Excel can show: select the cell and read it in the formula bar."
