"""Where a tracker's headings stand: the row that names most fields, with the band above it or the sub-headings below.

Where two rows name as many fields, the one with least beside them, then the upper. A header may stand in two rows: a
band above ("Quarter 1" over "Status" and "Comments"), or headings that continue below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, shown
from peerxl.reading.headings import Heading, action_rank, read_heading

FURTHEST_HEADER = 200
CORE = frozenset({Field.ACTION, Field.OWNER, Field.TIMESCALE, Field.STATUS, Field.COMMENT, Field.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a tracker, left to right, each with the cell it was read from; the rows are inclusive."""

    first_row: int
    last_row: int
    headed: tuple[tuple[Cell, Heading], ...]


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A row held to be a header: its headings by column, and how well it names fields."""

    row: int
    headings: dict[int, Heading]

    @property
    def known(self) -> int:
        """How many different fields it names."""
        named = {heading.field or heading.key for heading in self.headings.values() if heading.is_known}
        return len(named)

    @property
    def has_core(self) -> bool:
        return any(
            heading.is_update or heading.field in CORE or action_rank(heading.key) is not None
            for heading in self.headings.values()
        )

    @property
    def is_likely(self) -> bool:
        return self.known >= 2 and self.has_core

    @property
    def rank(self) -> tuple[int, float, int]:
        return (-self.known, -self.known / len(self.headings), self.row)


def find_header(sheet: Sheet, first_month: int) -> Header | None:
    """The header of a sheet's tracker; None where no row is likely to be one."""
    rows = (header_row(sheet, row, first_month) for row in range(1, min(len(sheet.rows), FURTHEST_HEADER) + 1))
    likely = min((row for row in rows if row.is_likely), key=lambda row: row.rank, default=None)
    if likely is None:
        return None
    first, last, headings = join_bands(sheet, likely, first_month)
    cells = ((header_cell(sheet, first, last, column), headings[column]) for column in sorted(headings))
    return Header(first, last, tuple(cells))


def header_row(sheet: Sheet, row: int, first_month: int) -> HeaderRow:
    texts = {column: shown(value) for column, value in enumerate(sheet.rows[row - 1], 1) if isinstance(value, str)}
    filled = {column: text for column, text in texts.items() if text.strip()}
    if len(filled) < 2:
        return HeaderRow(row, {})
    return HeaderRow(row, {column: read_heading(text, first_month) for column, text in filled.items()})


def join_bands(sheet: Sheet, header: HeaderRow, first_month: int) -> tuple[int, int, dict[int, Heading]]:
    """The header with the band above or the sub-headings below it, where there are such."""
    first = last = header.row
    headings = dict(header.headings)
    below = header_row(sheet, header.row + 1, first_month) if header.row < len(sheet.rows) else HeaderRow(0, {})
    if is_continued_by(sheet, header, below):
        last = below.row
        bands = spread(sheet, header, below.headings)
        headings |= {column: under(bands.get(column), heading) for column, heading in below.headings.items()}
    above = header_row(sheet, header.row - 1, first_month) if header.row > 1 else HeaderRow(0, {})
    if any(heading.is_known for heading in above.headings.values()):
        first = above.row
        bands = spread(sheet, above, header.headings)
        headings = {column: under(bands.get(column), heading) for column, heading in headings.items()}
        headings |= {
            column: band for column, band in above.headings.items() if stands_alone(sheet, above.row, column, headings)
        }
    return first, last, headings


def is_continued_by(sheet: Sheet, header: HeaderRow, below: HeaderRow) -> bool:
    """Whether the next row holds sub-headings: all known, each under a quarter, a merged band or nothing."""
    if not below.headings or not all(heading.is_known for heading in below.headings.values()):
        return False
    bands = spread(sheet, header, below.headings)
    return all(
        column not in header.headings
        or header.headings[column].quarter is not None
        or is_wide(sheet, header.row, column)
        for column in below.headings
    ) and bool(bands)


def is_wide(sheet: Sheet, row: int, column: int) -> bool:
    return any((row, column) in block and block.last_column > block.first_column for block in sheet.merged)


def spread(sheet: Sheet, band: HeaderRow, columns: Iterable[int]) -> dict[int, Heading]:
    """Which heading of a band stands over each column: the merged one, else the last to the left or above."""
    over: dict[int, Heading] = {}
    for column in columns:
        block = next((block for block in sheet.merged if (band.row, column) in block), None)
        start = block.first_column if block else max((left for left in band.headings if left <= column), default=0)
        if start in band.headings:
            over[column] = band.headings[start]
    return over


def under(band: Heading | None, heading: Heading) -> Heading:
    """A heading with what the band over it adds: its quarter, and its field where the heading alone says none."""
    if band is None or heading.quarter is not None:
        return heading
    if heading.is_update or heading.field in (Field.STATUS, Field.COMMENT):
        return replace(heading, quarter=band.quarter)
    return heading


def stands_alone(sheet: Sheet, row: int, column: int, below: Mapping[int, Heading]) -> bool:
    """Whether a heading of the upper row heads its own column, as nothing stands under it."""
    return column not in below and not is_wide(sheet, row, column)


def header_cell(sheet: Sheet, first: int, last: int, column: int) -> Cell:
    """The lowest header cell of a column that says anything."""
    cells = [sheet.cell(row, column) for row in range(last, first - 1, -1)]
    return next((cell for cell in cells if cell.text.strip()), cells[0])
