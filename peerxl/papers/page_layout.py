"""How a document stands on pages of A4 on its side, at 12 points: its lines and rows, how tall each is, and where a new
page begins. All in points.

Columns, rows and pages are worked out as for a sheet that is printed, so that a page begins with all of its group's
words here too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peerxl.documents.document import Document, Section, TableEntry, TableRow
from peerxl.excel.long_rows import abridge_rows, count_entry_lines
from peerxl.excel.measure import FONT_SIZE, LINE_SPACING, count_lines, wrap_text
from peerxl.excel.paper_layout import (
    A4_HEIGHT,
    A4_WIDTH,
    BOTTOM_MARGIN,
    GOES_ON,
    SIDE_MARGIN,
    TOP_MARGIN,
    MeasuredRow,
    Page,
    fit_paper,
    pair_rows,
    place_rows,
)
from peerxl.excel.row_heights import header_height
from peerxl.excel.sheet_layout import PAPER_PADDING
from peerxl.papers.outline import Part, list_parts, name_source

WIDTH, HEIGHT = A4_WIDTH, A4_HEIGHT
SIDE, TOP, BOTTOM = SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN
PAGE = Page(WIDTH - 2 * SIDE, HEIGHT - TOP - BOTTOM)
LINE = FONT_SIZE * LINE_SPACING
TITLE_SIZE, HEADING_SIZE = 20, 16
GAP, PART_GAP = 8.0, 16.0
ROWS_TOGETHER = 3
"""How many rows of a table stand with its heading on the page of another, where it has so many."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text across the page: how tall it is at most, the gap below it, and which heading, 0 for none."""

    text: str
    height: float
    gap: float
    level: int = 0
    size: float = FONT_SIZE
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row of a table, how tall it is, and the cell with the fewest lines, which can hold it open."""

    row: TableRow
    height: float
    holder: int


@dataclass(frozen=True, slots=True)
class PageTable:
    widths: tuple[float, ...]
    rooms: tuple[float, ...]
    header_height: float
    header_holder: int
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of the document, so far below the one above it, and what it leaves used of the page that it ends on.

    ``starts`` are the rows, counted from 0, that begin pages.

    It begins a page where its table would else not begin on the page of its heading.
    """

    section: Section
    lines: tuple[PageLine, ...]
    table: PageTable | None
    above: float
    on_new_page: bool
    end: float
    starts: tuple[int, ...] = ()

    @property
    def height(self) -> float:
        """How tall the lines are together, at most."""
        return sum_heights(self.lines)


def lay_out_pages(document: Document) -> Iterator[PagePart]:
    """The parts one after another, each on the page where the last one ends as long as there is room."""
    used = 0.0
    for number, part in enumerate(list_parts(document)):
        title = list_title_lines(document) if number == 0 else ()
        placed = place_part(part.section, (*title, *list_lines(part)), used)
        yield placed
        used = placed.end


def list_title_lines(document: Document) -> tuple[PageLine, ...]:
    """Who the document is from, its title, and what it is about."""
    source = name_source(document)
    creator = (set_line(source),) if source else ()
    subject = (set_line(document.subject, below=GAP),) if document.subject else ()
    return (*creator, set_heading(document.title, 1, TITLE_SIZE), *subject)


def list_lines(part: Part) -> Iterator[PageLine]:
    if part.heading:
        yield set_heading(part.heading, 2, HEADING_SIZE)
    for line in part.section.lines:
        if line.is_heading:
            yield set_heading(line.text, part.level, FONT_SIZE + 1)
        else:
            yield set_line(line.text, stands_out=line.is_key)


def set_line(text: str, *, stands_out: bool = False, below: float = 5.0) -> PageLine:
    lines = count_lines(text, PAGE.width, bold=stands_out)
    return PageLine(text, lines * LINE, below, stands_out=stands_out)


def set_heading(text: str, level: int, size: float) -> PageLine:
    lines = len(wrap_text(text, PAGE.width * FONT_SIZE / size, bold=True))
    return PageLine(text, lines * size * LINE_SPACING, GAP, level, size)


def place_part(section: Section, lines: tuple[PageLine, ...], used: float) -> PagePart:
    """A part below what is used of a page already."""
    short = tuple(abridge_rows(section))
    rooms = fit_paper(section, short, PAGE, sum_heights(lines)) if section.rows else []
    paper_rows = tuple(pair_rows(section, short, rooms))
    if any(len(row.full) > 1 for row in paper_rows):
        lines = (*lines, set_line(GOES_ON))
    heading = header_height(section.columns, rooms) if paper_rows else 0.0
    # The headings stand together with the first row.
    least = sum_heights(lines) + heading + (paper_rows[0].full[0].printed_height if paper_rows else 0.0)
    above = PART_GAP if used else 0.0
    # With its heading stand all of its rows or, in the upper half of a page, a few.
    together = paper_rows[1:] if used > PAGE.height / 2 else paper_rows[1:ROWS_TOGETHER]
    wanted = least + sum(row.short[0].printed_height for row in together)
    on_new_page = used > 0 and used + above + wanted > PAGE.height
    start = sum_heights(lines) + (0.0 if on_new_page else used + above)
    if not paper_rows:
        return PagePart(section, lines, None, above, on_new_page, start)
    rows, starts = place_rows(paper_rows, Page(PAGE.width, PAGE.height - heading), start)
    heights = [row.printed_height for row in rows]
    end = heading + (sum(heights[starts[-1] :]) if starts else start + sum(heights))
    table = set_table(section, rooms, rows)
    return PagePart(section, lines, table, above, on_new_page, end, tuple(starts))


def set_table(section: Section, rooms: Sequence[float], rows: Sequence[MeasuredRow]) -> PageTable:
    headings = [TableEntry(lead=column.heading) for column in section.columns]
    return PageTable(
        widths=tuple(room + PAPER_PADDING for room in rooms),
        rooms=tuple(rooms),
        header_height=header_height(section.columns, rooms),
        header_holder=find_holder(headings, rooms),
        rows=tuple(PageRow(each.row, each.printed_height, find_holder(each.row.entries, rooms)) for each in rows),
    )


def find_holder(entries: Sequence[TableEntry], rooms: Sequence[float]) -> int:
    """The first cell with the fewest lines."""
    lines = list(map(count_entry_lines, entries, rooms))
    return lines.index(min(lines))


def sum_heights(lines: Sequence[PageLine]) -> float:
    return sum(line.height + line.gap for line in lines)
