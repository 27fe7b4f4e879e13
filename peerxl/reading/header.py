"""Where a tracker's headings stand: the row that names most fields, with the band above it or the sub-headings below.

Where two rows name as many fields, the one with least beside them, then the upper. A header may stand in two rows: a
band above ("Quarter 1" over "Status" and "Comments"), or headings that continue below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.reading.headings import PREVIOUS, Heading, action_rank, read_heading

FURTHEST_HEADER = 200
CORE = frozenset({Field.ACTION, Field.OWNER, Field.TIMESCALE, Field.STATUS, Field.COMMENT, Field.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a tracker, left to right, each with the cell it was read from; the rows are inclusive."""

    first_row: int
    last_row: int
    headed: tuple[tuple[Cell, Heading], ...]


@dataclass(frozen=True, slots=True)
class HeaderCandidate:
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

    def is_rival_of(self, best: HeaderCandidate) -> bool:
        """Whether the row heads a table of its own: nearly as many fields, nothing beside them, other words."""
        own, others = self.words, best.words
        has_action = any(heading.field is Field.ACTION for heading in self.headings.values())
        names_much = self.known >= max(3, best.known - 3) and self.known == len(self.headings)
        return has_action and names_much and own != others

    @property
    def words(self) -> frozenset[tuple[int, str]]:
        return frozenset((column, heading.key) for column, heading in self.headings.items())

    @property
    def rank(self) -> tuple[int, float, int]:
        return (-self.known, -self.known / len(self.headings), self.row)


def find_headers(sheet: Sheet, first_month: int) -> tuple[Header, ...]:
    """The headers of a sheet's trackers, from the top down; none where no row is likely to be one.

    The best header is a tracker's; another row is one too where it names nearly as much and in other words.
    """
    rows = (read_header_row(sheet, row, first_month) for row in range(1, min(len(sheet.rows), FURTHEST_HEADER) + 1))
    likely = sorted((row for row in rows if row.is_likely), key=lambda row: row.rank)
    if not likely:
        return ()
    best = likely[0]
    others = [row for row in likely[1:] if row.is_rival_of(best)]
    headers = [join_header(sheet, row, first_month) for row in (best, *others)]
    apart: list[Header] = []
    for header in headers:
        if all(header.first_row > other.last_row or header.last_row < other.first_row for other in apart):
            apart.append(header)
    return tuple(sorted(apart, key=lambda header: header.first_row))


def join_header(sheet: Sheet, row: HeaderCandidate, first_month: int) -> Header:
    first, last, headings = join_bands(sheet, row, first_month)
    cells = ((header_cell(sheet, first, last, column), headings[column]) for column in sorted(headings))
    return Header(first, last, tuple(cells))


def read_header_row(sheet: Sheet, row: int, first_month: int) -> HeaderCandidate:
    texts = {column: show_heading(value) for column, value in enumerate(sheet.rows[row - 1], 1)}
    filled = {column: text for column, text in texts.items() if text.strip()}
    headings = {column: read_heading(text, first_month) for column, text in filled.items()}
    if len(filled) < 2 and not any(heading.quarter or heading.year for heading in headings.values()):
        return HeaderCandidate(row, {})
    return HeaderCandidate(row, headings)


def show_heading(value: Value) -> str:
    """A heading's words: Excel makes a date of a typed "Jun-24", which stays the month it was."""
    if isinstance(value, date):
        return f"{value:%B %Y}"
    return value if isinstance(value, str) else ""


def join_bands(sheet: Sheet, header: HeaderCandidate, first_month: int) -> tuple[int, int, dict[int, Heading]]:
    """The header with the band above or the sub-headings below it, where there are such."""
    first = last = header.row
    headings = dict(header.headings)
    below = (
        read_header_row(sheet, header.row + 1, first_month) if header.row < len(sheet.rows) else HeaderCandidate(0, {})
    )
    if is_continued_by(sheet, header, below):
        last = below.row
        bands = spread_band(sheet, header, below.headings)
        headings |= {column: combine(bands.get(column), heading) for column, heading in below.headings.items()}
    above = band_above(sheet, header, first_month) if header.row > 1 else HeaderCandidate(0, {})
    if any(heading.is_known or heading.year for heading in above.headings.values()):
        first = above.row
        bands = spread_band(sheet, above, header.headings)
        headings = {column: combine(bands.get(column), heading) for column, heading in headings.items()}
        headings |= {
            column: band for column, band in above.headings.items() if stands_alone(sheet, above.row, column, headings)
        }
    return first, last, headings


def band_above(sheet: Sheet, header: HeaderCandidate, first_month: int) -> HeaderCandidate:
    """The row above a header as a band; a lone quarter there is a line of the title unless it stands over a report."""
    above = read_header_row(sheet, header.row - 1, first_month)
    if len(above.headings) == 1 and not any(is_report(header.headings.get(column)) for column in above.headings):
        return HeaderCandidate(above.row, {})
    over = [column for column in above.headings if column in header.headings and not is_wide(sheet, above.row, column)]
    # A row with a cell over nearly every heading is the row of another table, not a band.
    return HeaderCandidate(above.row, {}) if 2 * len(over) > len(header.headings) else above


def is_report(heading: Heading | None) -> bool:
    return heading is not None and (heading.is_update or heading.field in (Field.STATUS, Field.COMMENT))


def is_continued_by(sheet: Sheet, header: HeaderCandidate, below: HeaderCandidate) -> bool:
    """Whether the next row holds sub-headings: all known, each under a quarter, a merged band or nothing."""
    if not below.headings or not all(heading.is_known for heading in below.headings.values()):
        return False
    bands = spread_band(sheet, header, below.headings)
    return all(
        column not in header.headings
        or header.headings[column].quarter is not None
        or is_wide(sheet, header.row, column)
        for column in below.headings
    ) and bool(bands)


def is_wide(sheet: Sheet, row: int, column: int) -> bool:
    return any((row, column) in block and block.last_column > block.first_column for block in sheet.merged)


def spread_band(sheet: Sheet, band: HeaderCandidate, columns: Iterable[int]) -> dict[int, Heading]:
    """Which heading of a band stands over each column: the merged one, else the last to the left or above."""
    over: dict[int, Heading] = {}
    for column in columns:
        block = next((block for block in sheet.merged if (band.row, column) in block), None)
        start = block.first_column if block else max((left for left in band.headings if left <= column), default=0)
        if start in band.headings:
            over[column] = band.headings[start]
    return over


def combine(band: Heading | None, heading: Heading) -> Heading:
    """A heading with what the band over it adds: its quarter, and its field where the heading alone says none."""
    if band is None:
        return heading
    if heading.quarter is not None:
        needs_year = heading.quarter.year is None and heading.quarter != PREVIOUS
        return replace(heading, quarter=replace(heading.quarter, year=band.year)) if needs_year else heading
    if is_report(heading):
        return replace(heading, quarter=band.quarter)
    return heading


def stands_alone(sheet: Sheet, row: int, column: int, below: Mapping[int, Heading]) -> bool:
    """Whether a heading of the upper row heads its own column, as nothing stands under it."""
    return column not in below and not is_wide(sheet, row, column)


def header_cell(sheet: Sheet, first: int, last: int, column: int) -> Cell:
    """The lowest header cell of a column that says anything."""
    cells = [sheet.cell(row, column) for row in range(last, first - 1, -1)]
    return next((cell for cell in cells if cell.text.strip()), cells[0])
