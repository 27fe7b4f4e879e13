"""The cells of laid-out sheets as XML, all but the numbers of their styles, which only the workbook's mould knows.

Everything is written as what it is: a text that begins with "=" is a text. Rows and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from urllib.parse import quote

from peerxl.documents.document import CellLink, TableColumn, TableEntry, TableRow
from peerxl.excel.cell_xml import BLANK, LedText, SharedTexts
from peerxl.excel.formats import Look
from peerxl.excel.measure import lines_height, round_to_pixels
from peerxl.excel.sheet_layout import GAP, TITLE_HEIGHT, SheetLayout, quote_sheet
from peerxl.model.sheet import column_letter


@dataclass(frozen=True, slots=True)
class Palette:
    """What the sheets of one workbook share: their texts, and their looks, each by the number it was first seen as."""

    texts: SharedTexts = field(default_factory=SharedTexts)
    looks: dict[Look, int] = field(default_factory=dict)

    def number(self, look: Look) -> int:
        return self.looks.setdefault(look, len(self.looks))

    @property
    def led(self) -> frozenset[Look]:
        """The looks of cells whose first line stands out."""
        return frozenset(text.look for text in self.texts if isinstance(text, LedText))


@dataclass(frozen=True, slots=True)
class LinkedCell:
    """A cell that leads to another file, and what it says."""

    row: int
    column: int
    target: str
    words: str


@dataclass(frozen=True, slots=True)
class JoinedCell:
    """The rows from the first to the last of a column, as one cell."""

    first: int
    last: int
    column: int
    look: Look


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """Cells in three pieces each: what stands before the number of its style, the number of its look, and its end."""

    palette: Palette
    starts: list[str] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    links: list[LinkedCell] = field(default_factory=list)
    joined: list[JoinedCell] = field(default_factory=list)

    def put(self, start: str, look: Look, text: str) -> None:
        """Add a cell of a text."""
        self.starts.append(start)
        self.looks.append(self.palette.number(look))
        self.ends.append(self.palette.texts.end_cell(text))

    def render(self, styles: Sequence[str]) -> str:
        """The rows, where each look by its number has a style."""
        pieces = zip(self.starts, map(styles.__getitem__, self.looks), self.ends, strict=True)
        return "".join(chain.from_iterable(pieces)) + "</row>"


def draw_sheet(layout: SheetLayout, palette: Palette) -> DrawnSheet:
    """The cells of a sheet."""
    sheet = DrawnSheet(palette)
    draw_lines(layout, sheet)
    if layout.has_table:
        draw_headings(layout, sheet)
        draw_rows(layout, sheet)
    return sheet


def draw_lines(layout: SheetLayout, sheet: DrawnSheet) -> None:
    """The title and the lines below it."""
    sheet.put(start_row(layout, 1, TITLE_HEIGHT) + start_cell(1, 1), title_look(layout), layout.section.title)
    for row, line in enumerate(layout.lines, 2):
        gap = GAP if row == len(layout.lines) + 1 else 0.0
        start = start_row(layout, row, layout.line_height(line) + gap) + start_cell(row, 1)
        sheet.put(start, Look.line(line.stands_out, wraps=not layout.has_table), line.text)


def draw_headings(layout: SheetLayout, sheet: DrawnSheet) -> None:
    """The headings, and the words above those of columns to fill in."""
    if row := layout.marker_row:
        start = start_row(layout, row, lines_height(1))
        for number, column in enumerate(layout.columns, 1):
            if column.marker:
                sheet.put(start + start_cell(row, number), Look.marker(), column.marker)
                start = ""
    row = layout.header_row
    start = start_row(layout, row, layout.header_height)
    for number, column in enumerate(layout.columns, 1):
        sheet.put(start + start_cell(row, number), heading_look(column, layout.section.is_paper), column.heading)
        start = ""


def draw_rows(layout: SheetLayout, sheet: DrawnSheet) -> None:
    """The rows of the table."""
    looks = TableLooks(layout, sheet.palette)
    letters = [f'<c r="{column_letter(number)}' for number in range(1, len(layout.columns) + 1)]
    first_cell = len(sheet.starts)
    for index, (row, height) in enumerate(zip(layout.rows, layout.heights, strict=True)):
        number, ends_group = layout.first_row + index, ends_a_group(layout.rows, index)
        start, end_of_start = start_row(layout, number, height), f'{number}" s="'
        for column, (letter, entry) in enumerate(zip(letters, row.entries, strict=True), 1):
            sheet.starts.append(f"{start}{letter}{end_of_start}")
            start = ""
            look_number, look = looks.of(entry, column, row.starts_group, ends_group)
            sheet.looks.append(look_number)
            sheet.ends.append(end_entry(entry, look, sheet.palette.texts))
            if entry.link:
                sheet.links.append(LinkedCell(number, column, link_target(entry.link), entry.text))
    join_cells(layout, sheet, first_cell)


def join_cells(layout: SheetLayout, sheet: DrawnSheet, first_cell: int) -> None:
    """Make one cell of each run of rows, with the first one's words; ``first_cell`` is the table's first."""
    runs = [(index, first, last) for index, joined in enumerate(layout.runs) for first, last in joined if first < last]
    for index, first, last in runs:
        row = layout.rows[first]
        entry, ends_group = row.entries[index], ends_a_group(layout.rows, last)
        look = Look.cell(entry, layout.columns[index], row.starts_group, ends_group, layout.section.is_paper)
        cells = [first_cell + row_index * len(layout.columns) + index for row_index in range(first, last + 1)]
        for cell in cells:
            sheet.looks[cell], sheet.ends[cell] = sheet.palette.number(look), BLANK
        sheet.ends[cells[0]] = end_entry(entry, look, sheet.palette.texts)
        sheet.joined.append(JoinedCell(layout.first_row + first, layout.first_row + last, index + 1, look))


def end_entry(entry: TableEntry, look: Look, texts: SharedTexts) -> str:
    """What the cell of an entry ends in."""
    if entry.link:
        return texts.end_cell(entry.text)
    if entry.lead and entry.value != "":
        return texts[LedText(entry.lead, entry.words, look)]
    return texts.end_cell(entry.lead or entry.value)


@dataclass(frozen=True, slots=True)
class TableLooks:
    """The looks of a table's cells, each worked out once: it has many cells, and most look alike."""

    layout: SheetLayout
    palette: Palette
    known: dict[tuple[object, ...], tuple[int, Look]] = field(default_factory=dict)

    def of(self, entry: TableEntry, column: int, starts_group: bool, ends_group: bool) -> tuple[int, Look]:
        """The look of an entry in a column, and its number."""
        value = entry.value
        # All that its look depends on.
        key = (column, entry.tone, type(value), value == "", entry.is_input, bool(entry.link), starts_group, ends_group)
        if key not in self.known:
            is_indented = self.layout.section.is_paper
            look = Look.cell(entry, self.layout.columns[column - 1], starts_group, ends_group, is_indented)
            self.known[key] = self.palette.number(look), look
        return self.known[key]


def start_row(layout: SheetLayout, row: int, height: float) -> str:
    """What opens a row; in a sheet to type in Excel makes it taller as somebody types, where no height is set."""
    end = "</row>" if row > 1 else ""
    is_set = "" if layout.section.is_extendable else ' customHeight="1"'
    return f'{end}<row r="{row}" ht="{round_to_pixels(height):.16g}"{is_set}>'


def start_cell(row: int, column: int) -> str:
    return f'<c r="{column_letter(column)}{row}" s="'


def title_look(layout: SheetLayout) -> Look:
    return Look.title(layout.title_size)


def heading_look(column: TableColumn, is_indented: bool) -> Look:
    return Look.heading(is_input=bool(column.marker), is_indented=is_indented)


def ends_a_group(rows: Sequence[TableRow], index: int) -> bool:
    return any(row.starts_group for row in rows[index + 1 : index + 2])


def link_target(link: CellLink) -> str:
    """A link as a workbook has it: "my%20plan.xlsx#'Action plan'!F12"."""
    return f"{quote(link.file, safe='/.')}#{quote_sheet(link.cell.sheet)}!{link.cell.address}"
