"""How a paper stands on its sheet: columns fitted to the words, and pages that each say what they go on with.

It is printed on A4 on its side at full size, or at no less than 90% where that saves a page. Points are the sheet's
own, so a smaller scale gives a page more of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from peerxl.documents.document import Chart, Section, TableRow, TextLine
from peerxl.excel.column_fit import ColumnWords, fit_rooms
from peerxl.excel.long_rows import CONTINUED, abridge_rows, split_row
from peerxl.excel.measure import TALLEST_ROW, lines_height, round_to_pixels, wrap_text
from peerxl.excel.row_heights import RowRun, find_runs, header_height, needed_heights, text_height
from peerxl.excel.sheet_layout import PAPER_PADDING, SheetLayout, intro_height

SCALES = (100, 95, 90)
MANY_ROWS = 200
"""A longer paper is printed at the smallest scale without trying the others: it is the shortest so."""
A4_WIDTH, A4_HEIGHT = 841.9, 595.3  # 297 by 210 mm
# 0.3, 0.35 and 0.55 inches: what printers leave white, and at the bottom the footer.
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 21.6, 25.2, 39.6
SLACK_WIDTH, SLACK_HEIGHT = 3.0, 6.0
"""What of a page is left free for what is rounded, in each column and each row."""
LOWEST_CHART, LOWEST_BAR, GOOD_BAR, CHART_MARGIN = 100.0, 14.5, 28.0, 14.0
"""How tall a chart is at least, and its bars; how tall they would be; and what is left free around them."""

GOES_ON = f"A text too long for one row goes on in the row below, marked “{CONTINUED}”."


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds, in points of the sheet."""

    width: float
    height: float

    @classmethod
    def at(cls, scale: int) -> Page:
        """The page at a scale in percent."""
        width, height = A4_WIDTH - 2 * SIDE_MARGIN - SLACK_WIDTH, A4_HEIGHT - TOP_MARGIN - BOTTOM_MARGIN - SLACK_HEIGHT
        return cls(width * 100 / scale, height * 100 / scale)


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row, and how tall it must be to show all of its text."""

    row: TableRow
    height: float

    @property
    def printed_height(self) -> float:
        return round_to_pixels(self.height)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row as it stands at the head of a page, and below a row that says the same of its group.

    Each is in parts, where a text is too tall for one row.
    """

    full: tuple[MeasuredRow, ...]
    short: tuple[MeasuredRow, ...]


def lay_out_paper(section: Section) -> SheetLayout:
    """The layout with the fewest pages, at the largest scale of those."""
    scales = SCALES if len(section.rows) <= MANY_ROWS else SCALES[-1:]
    short = tuple(abridge_rows(section))
    # min takes the first of equals, and the scales begin with the largest.
    return min((lay_out_at(section, short, scale) for scale in scales), key=lambda layout: len(layout.breaks))


def lay_out_at(section: Section, short: Sequence[TableRow], scale: int) -> SheetLayout:
    """The layout at a scale in percent."""
    page = Page.at(scale)
    lines = tuple(wrap_lines(section.lines, page.width))
    rooms = fit_paper(section, short, page, intro_height(lines))
    paper_rows = list(pair_rows(section, short, rooms))
    if any(len(row.full) > 1 for row in paper_rows):
        lines = (*lines, *wrap_lines([TextLine(GOES_ON)], page.width))
    table = replace(page, height=page.height - round_to_pixels(header_height(section.columns, rooms)))
    above = intro_height(lines)
    if section.has_joined_groups:
        placed, starts = place_joined(section, paper_rows, rooms, table, above)
    else:
        placed, starts = place_rows(paper_rows, table, above)
    rows = tuple(each.row for each in placed)
    runs = find_page_runs(section, rows, starts)
    needed = needed_heights(section, rooms, rows, runs) if any(runs) else [each.height for each in placed]
    heights = tuple(min(height, TALLEST_ROW) for height in needed)
    widths = tuple(room + PAPER_PADDING for room in rooms)
    layout = SheetLayout(section, lines, widths, rows, heights, runs, scale, tuple(starts))
    return place_chart(layout, page, section.chart) if section.chart else layout


def place_chart(layout: SheetLayout, page: Page, chart: Chart) -> SheetLayout:
    """The layout with its chart in what is left of the last page, or on one of its own."""
    first = layout.breaks[-1] if layout.breaks else 0
    above = layout.header_height if layout.breaks else layout.header_height + intro_height(layout.lines)
    left = page.height - above - sum(map(round_to_pixels, layout.heights[first:])) - CHART_MARGIN
    least, most = (max(LOWEST_CHART, CHART_MARGIN + bar * chart.rows) for bar in (LOWEST_BAR, GOOD_BAR))
    wanted = min(most, page.height - layout.header_height - CHART_MARGIN)
    if left >= least:
        return replace(layout, chart_height=min(left, wanted))
    return replace(layout, chart_height=wanted, breaks=(*layout.breaks, len(layout.rows)))


def wrap_lines(lines: Sequence[TextLine], width: float) -> Iterator[TextLine]:
    for line in lines:
        yield from (replace(line, text=text) for text in wrap_text(line.text, width, bold=line.stands_out))


def pair_rows(section: Section, abridged: Sequence[TableRow], rooms: Sequence[float]) -> Iterator[PaperRow]:
    for full, short in zip(section.rows, abridged, strict=True):
        parts = measure_parts(full, section, rooms)
        yield PaperRow(parts, parts if short is full else measure_parts(short, section, rooms))


def measure_parts(row: TableRow, section: Section, rooms: Sequence[float]) -> tuple[MeasuredRow, ...]:
    """A row in as many parts as it takes to show all of its text; most rows are one."""
    everywhere = range(len(rooms))
    height = text_height(row, everywhere, rooms)
    if height <= TALLEST_ROW:
        return (MeasuredRow(row, height),)
    parts = split_row(row, section, rooms)
    return tuple(MeasuredRow(part, text_height(part, everywhere, rooms)) for part in parts)


def fit_paper(section: Section, rows: Sequence[TableRow], page: Page, intro: float) -> list[float]:
    """The room of each column for the fewest pages of rows, the first of which has an intro above its table."""
    count = len(section.columns)
    room = page.width - count * PAPER_PADDING
    columns = [
        ColumnWords(
            column.heading,
            tuple(row.entries[index] for row in rows),
            is_unbroken=column.is_unbroken,
            is_joined=column.is_group and section.has_joined_groups,
        )
        for index, column in enumerate(section.columns)
    ]

    def count_pages(lines: Sequence[int]) -> tuple[float, ...]:
        """How many pages so many lines in each row take; nothing where only some of the rows are tried."""
        if len(lines) < len(rows):
            return ()
        # Headings count as two lines: how many they take is known once the columns are set.
        return (len(fill_pages(list(map(lines_height, lines)), page.height - lines_height(2), intro)),)

    return fit_rooms(columns, room, count_pages)


def fill_pages(heights: Sequence[float], page: float, intro: float) -> list[int]:
    """The row that each page after the first begins with; the first may be left without any."""
    starts, left = [], page - intro
    for index, height in enumerate(heights):
        if round_to_pixels(height) > left:
            starts.append(index)
            left = page
        left -= round_to_pixels(height)
    return starts


def place_rows(paper_rows: Sequence[PaperRow], page: Page, intro: float) -> tuple[list[MeasuredRow], list[int]]:
    """The rows, and which of them begin a page: those say all of their group's words again."""
    rows: list[MeasuredRow] = []
    starts: list[int] = []
    left = page.height - intro
    for row in paper_rows:
        if row.short[0].printed_height > left:
            starts.append(len(rows))
            left = page.height
        for part in row.full if starts[-1:] == [len(rows)] else row.short:
            height = part.printed_height
            if height > left and starts[-1:] != [len(rows)]:
                starts.append(len(rows))
                left = page.height
            rows.append(part)
            left -= height
    return rows, starts


def place_joined(
    section: Section, paper_rows: Sequence[PaperRow], rooms: Sequence[float], page: Page, intro: float
) -> tuple[list[MeasuredRow], list[int]]:
    """The rows of a table whose groups are joined, and which of them begin a page: a group is told anew on each."""
    parts = [part for row in paper_rows for part in row.full]
    rows = [part.row for part in parts]
    joined = next((index for index, column in enumerate(section.columns) if column.is_group), None)
    if joined is None:
        return place_rows(paper_rows, page, intro)
    alone = [index for index in range(len(rooms)) if index != joined]
    starts: list[int] = []
    left = page.height - intro
    for first, last in find_runs(section, joined, rows):
        words = round_to_pixels(text_height(rows[first], [joined], rooms))
        used = 0.0
        for index in range(first, last + 1):
            height = round_to_pixels(text_height(rows[index], alone, rooms))
            if max(used + height, words) > left:
                starts.append(index)
                left, used = page.height, 0.0
            used += height
        left -= max(used, words)
    return parts, starts


def find_page_runs(section: Section, rows: Sequence[TableRow], starts: Sequence[int]) -> tuple[tuple[RowRun, ...], ...]:
    """The joined cells of each column, none of which goes on over the end of a page."""
    page_starts = frozenset(starts)
    return tuple(tuple(find_runs(section, index, rows, page_starts)) for index in range(len(section.columns)))
