"""A header in two rows: the band above it, or the sub-headings below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.headers.header_row import (
    Header,
    HeaderCandidate,
    is_long,
    read_header_row,
    says_action,
    show_heading,
)
from peerxl.reading.headings.date_words import DATE_KINDS
from peerxl.reading.headings.dates import find_date
from peerxl.reading.headings.quarter_names import PREVIOUS
from peerxl.reading.headings.rules import Heading


def join_header(sheet: Sheet, row: HeaderCandidate, years: YearConvention) -> Header:
    if any(is_long(show_heading(sheet.value(row.row, column))) for column in row.headings):
        row = replace(row, headings=read_header_row(sheet, row.row, years, is_settled=True).headings)
    first, last, headings = join_bands(sheet, row, years)
    cells = ((header_cell(sheet, first, last, column), headings[column]) for column in sorted(headings))
    return Header(first, last, tuple(cells), row.calendars)


def join_bands(sheet: Sheet, header: HeaderCandidate, years: YearConvention) -> tuple[int, int, dict[int, Heading]]:
    """The header with the band above or the sub-headings below it, where there are such."""
    first = last = header.row
    headings = dict(header.headings)
    below = read_header_row(sheet, header.row + 1, years)
    if is_continued_by(sheet, header, below):
        last = below.row
        bands = spread_band(sheet, header, below.headings)
        headings |= {column: combine(bands.get(column), heading) for column, heading in below.headings.items()}
    above = band_above(sheet, header, years)
    if any(heading.is_known or heading.year for heading in above.headings.values()):
        first = above.row
        bands = spread_band(sheet, above, header.headings)
        headings = {column: combine(bands.get(column), heading) for column, heading in headings.items()}
        headings |= {
            column: band for column, band in above.headings.items() if stands_alone(sheet, above.row, column, headings)
        }
    return first, last, headings


def band_above(sheet: Sheet, header: HeaderCandidate, years: YearConvention) -> HeaderCandidate:
    """The row above a header as a band; a lone quarter there is a line of the title unless it stands over a report."""
    above = read_header_row(sheet, header.row - 1, years)
    if is_line_of_title(sheet, above):
        return HeaderCandidate(above.row, {})
    if len(above.headings) == 1 and not any(is_report(header.headings.get(column)) for column in above.headings):
        return HeaderCandidate(above.row, {})
    over = [column for column in above.headings if column in header.headings and not is_wide(sheet, above.row, column)]
    # A row with a cell over nearly every heading is the row of another table, not a band.
    return HeaderCandidate(above.row, {}) if 2 * len(over) > len(header.headings) else above


def is_line_of_title(sheet: Sheet, row: HeaderCandidate) -> bool:
    """Whether a row has a label ("Date issued:"), or a day that Excel makes of no month, or one beside other words."""
    values = {column: sheet.value(row.row, column) for column in row.headings}
    days = [value for value in values.values() if isinstance(value, date)]
    are_apart = any(heading.quarter is None and heading.year is None for heading in row.headings.values())
    has_label = any(isinstance(value, str) and value.rstrip().endswith(":") for value in values.values())
    return has_label or any(day.day > 1 for day in days) or (bool(days) and are_apart)


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
        or is_spread(header, column, below)
        for column in below.headings
    ) and bool(bands)


def is_spread(header: HeaderCandidate, column: int, below: HeaderCandidate) -> bool:
    """Whether a heading stands over two sub-headings, with nothing beside it over the second: "Start" and "End"."""
    is_new = column + 1 in below.headings and column + 1 not in header.headings
    return is_new and column in header.headings and header.headings[column].is_known


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
        if is_plan(band) and heading.field is None:  # "Q1" under "Milestones" says what is to come by then
            return Heading(heading.key)
        needs_year = heading.quarter.year is None and heading.quarter != PREVIOUS
        return replace(heading, quarter=replace(heading.quarter, year=band.year)) if needs_year else heading
    if is_report(heading):
        return replace(heading, quarter=band.quarter)
    if heading.is_bare_date:
        return date_by_band(band) or heading
    return heading


def date_by_band(band: Heading) -> Heading | None:
    """Whose date stands under a band that says so ("Officer and target date", "Closure"); None where none does."""
    key = f"{band.key} date"
    dated = find_date(tuple(key.split()))
    is_said = dated is not None and not KINDS_OF_DATES.isdisjoint(band.key.split())
    return replace(dated, key=key) if dated is not None and is_said else None


KINDS_OF_DATES = frozenset(word for _, words in DATE_KINDS for word in words)


def is_plan(band: Heading) -> bool:
    """Whether a band over quarters says that what is planned stands there, and no report."""
    return band.field in (Field.ACTION, Field.TIMESCALE) or (band.field is None and says_action(band))


def stands_alone(sheet: Sheet, row: int, column: int, below: Mapping[int, Heading]) -> bool:
    """Whether a heading of the upper row heads its own column, as nothing stands under it."""
    return column not in below and not is_wide(sheet, row, column)


def header_cell(sheet: Sheet, first: int, last: int, column: int) -> Cell:
    """The lowest header cell of a column that says anything."""
    cells = [sheet.cell(row, column) for row in range(last, first - 1, -1)]
    return next((cell for cell in cells if cell.text.strip()), cells[0])
