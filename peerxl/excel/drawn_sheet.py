"""The cells of laid-out sheets as XML, all but the numbers of their styles, which only the workbook's mould knows.

Everything is written as what it is: a text that begins with "=" is a text. Rows and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from urllib.parse import quote

from peerxl.documents.document import CellLink, TableEntry
from peerxl.excel.cell_xml import Ending, Endings, LedText, Said, say
from peerxl.excel.formats import Look
from peerxl.excel.measure import lines_height, round_to_pixels
from peerxl.excel.palette import Edges, Palette
from peerxl.excel.sheet_layout import GAP, TITLE_HEIGHT, SheetLayout, quote_sheet
from peerxl.model.sheet import column_letter


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
    """Cells in three pieces each: what stands before the number of its style, the number of its look, what it says."""

    starts: list[str] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    links: list[LinkedCell] = field(default_factory=list)
    joined: list[JoinedCell] = field(default_factory=list)

    def put(self, start: str, look: int, said: Said) -> None:
        """Add a cell."""
        self.starts.append(start)
        self.looks.append(look)
        self.said.append(said)

    @property
    def texts(self) -> list[str]:
        """All that its cells say in words, each text once."""
        return [
            said if isinstance(said, str) else f"{said.lead}\n{said.words}"
            for said in set(self.said)
            if not isinstance(said, Ending)
        ]

    @property
    def led(self) -> frozenset[Look]:
        """The looks of cells whose first line stands out."""
        return frozenset(said.look for said in set(self.said) if isinstance(said, LedText))

    def render(self, styles: Mapping[int, str], endings: Endings) -> str:
        """The rows, where each look by its number has a style."""
        pieces = zip(self.starts, map(styles.__getitem__, self.looks), map(endings.__getitem__, self.said), strict=True)
        return "".join(chain.from_iterable(pieces)) + "</row>"


def draw_sheet(layout: SheetLayout, palette: Palette) -> DrawnSheet:
    """The cells of a sheet."""
    sheet = DrawnSheet()
    draw_lines(layout, palette, sheet)
    if layout.has_table:
        draw_headings(layout, palette, sheet)
        draw_rows(layout, palette, sheet)
    return sheet


def draw_lines(layout: SheetLayout, palette: Palette, sheet: DrawnSheet) -> None:
    """The title and the lines below it."""
    title = palette.number(Look.title(layout.title_size))
    sheet.put(start_row(layout, 1, TITLE_HEIGHT) + start_cell(1, 1), title, layout.section.title)
    for row, line in enumerate(layout.lines, 2):
        gap = GAP if row == len(layout.lines) + 1 else 0.0
        start = start_row(layout, row, layout.line_height(line) + gap) + start_cell(row, 1)
        sheet.put(start, palette.number(Look.line(line.stands_out, wraps=not layout.has_table)), line.text)


def draw_headings(layout: SheetLayout, palette: Palette, sheet: DrawnSheet) -> None:
    """The headings, and the words above those of columns to fill in."""
    if row := layout.marker_row:
        start = start_row(layout, row, lines_height(1))
        for number, column in enumerate(layout.columns, 1):
            if column.marker:
                sheet.put(start + start_cell(row, number), palette.number(Look.marker()), column.marker)
                start = ""
    row = layout.header_row
    start = start_row(layout, row, layout.header_height)
    for number, column in enumerate(layout.columns, 1):
        look = Look.heading(bool(column.marker), layout.section.is_paper)
        sheet.put(start + start_cell(row, number), palette.number(look), column.heading)
        start = ""


def draw_rows(layout: SheetLayout, palette: Palette, sheet: DrawnSheet) -> None:
    """The rows of the table."""
    letters = [f'<c r="{column_letter(number)}' for number in range(1, len(layout.columns) + 1)]
    kinds = [column.kind for column in layout.columns]
    first_cell = len(sheet.starts)
    looks, said = [0] * len(kinds), list[Said]([""] * len(kinds))
    above: Sequence[TableEntry | None] = [None] * len(kinds)
    edges_above = None
    for index, (row, height) in enumerate(zip(layout.rows, layout.heights, strict=True)):
        number, edges = layout.first_row + index, edges_of(layout, index, index)
        for place, (entry, same, kind) in enumerate(zip(row.entries, above, kinds, strict=True)):
            # What is said of the whole form is one entry in all of its rows, and is drawn as it is above.
            if entry is not same or edges != edges_above:
                looks[place] = palette.number_cell(entry, kind, edges)
                said[place] = say_entry(entry, looks[place], palette)
        above, edges_above = row.entries, edges
        first, *others = [f'{letter}{number}" s="' for letter in letters]
        sheet.starts.extend((start_row(layout, number, height) + first, *others))
        sheet.looks.extend(looks)
        sheet.said.extend(said)
        sheet.links.extend(
            LinkedCell(number, column, link_target(entry.link), entry.text)
            for column, entry in enumerate(row.entries, 1)
            if entry.link
        )
    join_cells(layout, palette, sheet, first_cell)


def join_cells(layout: SheetLayout, palette: Palette, sheet: DrawnSheet, first_cell: int) -> None:
    """Make one cell of each run of rows, with the first one's words; ``first_cell`` is the table's first."""
    runs = [(index, first, last) for index, joined in enumerate(layout.runs) for first, last in joined if first < last]
    for index, first, last in runs:
        entry = layout.rows[first].entries[index]
        look = palette.number_cell(entry, layout.columns[index].kind, edges_of(layout, first, last))
        cells = [first_cell + row_index * len(layout.columns) + index for row_index in range(first, last + 1)]
        for cell in cells:
            sheet.looks[cell], sheet.said[cell] = look, ""
        sheet.said[cells[0]] = say_entry(entry, look, palette)
        row = layout.first_row
        sheet.joined.append(JoinedCell(row + first, row + last, index + 1, palette.looks[look]))


def edges_of(layout: SheetLayout, first: int, last: int) -> Edges:
    """The edges of a cell that stands in the rows from the first to the last, counted from 0."""
    ends_group = any(row.starts_group for row in layout.rows[last + 1 : last + 2])
    return Edges(layout.rows[first].starts_group, ends_group, layout.section.is_paper)


def say_entry(entry: TableEntry, look: int, palette: Palette) -> Said:
    """What the cell of an entry says."""
    value = entry.value
    if entry.link:
        return entry.text
    if entry.lead:
        return LedText(entry.lead, entry.words, palette.looks[look]) if value != "" else entry.lead
    return value if isinstance(value, str) else say(value)


def start_row(layout: SheetLayout, row: int, height: float) -> str:
    """What opens a row; in a sheet to type in Excel makes it taller as somebody types, where no height is set."""
    end = "</row>" if row > 1 else ""
    is_set = "" if layout.section.is_extendable else ' customHeight="1"'
    return f'{end}<row r="{row}" ht="{round_to_pixels(height):.16g}"{is_set}>'


def start_cell(row: int, column: int) -> str:
    return f'<c r="{column_letter(column)}{row}" s="'


def link_target(link: CellLink) -> str:
    """A link as a workbook has it: "my%20plan.xlsx#'Action plan'!F12"."""
    return f"{quote(link.file, safe='/.')}#{quote_sheet(link.cell.sheet)}!{link.cell.address}"
