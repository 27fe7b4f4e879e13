"""Where a tracker's headings stand, by what the whole sheet says.

A row of headings is texts, names fields, and is unlike what stands beneath it: no date over dates, no number over
numbers, no status above statuses. Nothing right above it is a row of the same table. Of several such rows the one that
names most fields counts, then the one with least beside them, then the upper. A header may stand in two rows: a band
above ("Quarter 1" over "Status" and "Comments"), or headings that continue below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import KEPT, Field
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.model.status import Vocabulary
from peerxl.reading.calendar_columns import find_calendars
from peerxl.reading.heading_rules import Heading
from peerxl.reading.headings import read_heading
from peerxl.reading.profile import ColumnProfile, is_number, is_written_date, profile_column
from peerxl.reading.quarter_names import PREVIOUS

FURTHEST_HEADER = 200
"""How many rows with something in them are looked at."""
LOOKED_AT = 30
"""How many rows beneath a header, or right above it, show what its table is like."""
CORE = frozenset({Field.ACTION, Field.OWNER, Field.TIMESCALE, Field.STATUS, Field.COMMENT, Field.RECOMMENDATION})
YEARS = range(1990, 2101)
LONGEST_PLAIN, MOST_PLAIN_WORDS = 60, 8
"""A longer text is a heading only among others that are, or where no row has any: reading it takes long."""


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a tracker, left to right, each with the cell it was read from; the rows are inclusive."""

    first_row: int
    last_row: int
    headed: tuple[tuple[Cell, Heading], ...]
    calendars: tuple[range, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderCandidate:
    """A row held to be a header: its headings by column, and how well it names fields."""

    row: int
    headings: dict[int, Heading]
    calendars: tuple[range, ...] = ()

    @property
    def known(self) -> int:
        """How many different fields it names."""
        return len({heading.field or heading.key for heading in self.headings.values() if heading.is_known})

    @property
    def weight(self) -> float:
        """How well it names fields: a field named plainly counts more than one that any table may have."""
        best: dict[object, float] = {}
        for heading in self.headings.values():
            if heading.is_known:
                name = heading.field or heading.key
                best[name] = max(best.get(name, 0.0), weigh(heading))
        return sum(best.values())

    @property
    def has_core(self) -> bool:
        return any(
            heading.is_update or heading.field in CORE or heading.action_rank is not None
            for heading in self.headings.values()
        )

    @property
    def is_likely(self) -> bool:
        return self.known >= 2 and self.has_core

    def is_rival_of(self, best: HeaderCandidate) -> bool:
        """Whether the row heads a table of its own: nearly as many fields, nothing beside them, other words."""
        has_action = any(map(says_action, self.headings.values()))
        are_known = all(heading.is_known for heading in self.headings.values())
        names_much = self.known >= max(3, best.known - 3) and are_known
        return has_action and names_much and self.words != best.words

    @property
    def words(self) -> frozenset[tuple[int, str]]:
        return frozenset((column, heading.key) for column, heading in self.headings.items())

    @property
    def rank(self) -> tuple[float, float, int]:
        return (-self.weight, -self.known / len(self.headings), self.row)


def says_action(heading: Heading) -> bool:
    """Whether a heading says that something is to be done: "Action", "Mitigation"."""
    return heading.field is Field.ACTION or heading.is_task


def weigh(heading: Heading) -> float:
    if heading.is_weak or heading.field in KEPT:
        return 0.5
    return 1.0 if heading.field is not None or heading.is_update else 0.8


def find_headers(sheet: Sheet, vocabulary: Vocabulary, years: YearConvention) -> tuple[Header, ...]:
    """The headers of a sheet's trackers, from the top down; none where no row is likely to be one.

    The best header is a tracker's; another row is one too where it names nearly as much and in other words.
    """
    rows = (read_header_row(sheet, row, years) for row in sheet.filled_rows[:FURTHEST_HEADER])
    likely = [row for row in rows if row.is_likely]
    if not likely:
        rows = (read_header_row(sheet, row, years, reads_long=True) for row in sheet.filled_rows[:LOOKED_AT])
        likely = [row for row in rows if row.is_likely]
    apart = sorted((row for row in likely if is_unlike_its_table(sheet, row, vocabulary)), key=lambda row: row.rank)
    if not apart:
        return ()
    best = apart[0]
    others = [row for row in apart[1:] if row.is_rival_of(best)]
    headers: list[Header] = []
    for row in (best, *others):
        header = join_header(sheet, row, years)
        if all(header.first_row > other.last_row or header.last_row < other.first_row for other in headers):
            headers.append(header)
    return tuple(sorted(headers, key=lambda header: header.first_row))


def is_long(text: str) -> bool:
    """Whether a text is too long for a heading, as far as it alone tells."""
    return len(text) > LONGEST_PLAIN or len(text.split()) > MOST_PLAIN_WORDS


def header_at(sheet: Sheet, row: int, years: YearConvention) -> Header:
    """The header that somebody says stands in a row."""
    return join_header(sheet, read_header_row(sheet, row, years, is_settled=True), years)


def guess_header(sheet: Sheet, columns: Iterable[int], years: YearConvention) -> Header:
    """The first row with a text in each of the columns that are settled by hand, else the first of the sheet."""
    wanted = list(columns)
    texts = (row for row in sheet.filled_rows if all(isinstance(sheet.value(row, column), str) for column in wanted))
    return header_at(sheet, next(texts, next(iter(sheet.filled_rows), 1)), years)


def read_header_row(
    sheet: Sheet, row: int, years: YearConvention, is_settled: bool = False, reads_long: bool = False
) -> HeaderCandidate:
    """A row as headings; without any where its cells are numbers or sentences, unless it is settled to be one.

    Long texts among them are only said to be there, unless they are to be read.
    """
    if not 1 <= row <= len(sheet.rows):
        return HeaderCandidate(row, {})
    values = {column: value for column, value in enumerate(sheet.rows[row - 1], 1) if value is not None}
    calendars = find_calendars(sheet, row, values)
    texts = {column: show_heading(value) for column, value in values.items() if not in_any(column, calendars)}
    reads_long = reads_long or is_settled
    headings = {
        column: Heading() if is_long(text) and not reads_long else read_heading(text, years)
        for column, text in texts.items()
        if text.strip()
    }
    if (
        len(headings) < 2
        and not is_settled
        and not any(heading.quarter or heading.year for heading in headings.values())
    ):
        return HeaderCandidate(row, {})
    if not is_settled and any(is_among_dates(sheet, row, column) for column in headings):
        return HeaderCandidate(row, {})
    known = [column for column, heading in headings.items() if heading.is_known]
    if not is_settled and known and has_numbers(values, range(min(known), max(known) + 1), calendars):
        return HeaderCandidate(row, {})
    return HeaderCandidate(row, headings, calendars)


def is_among_dates(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell is a date with another right above or below, and so no heading that Excel made a date."""
    near = (sheet.value(row - 1, column), sheet.value(row + 1, column))
    return is_day(sheet.value(row, column)) and any(map(is_day, near))


def is_day(value: Value) -> bool:
    """Whether a cell is a date, be it written as a text, as exports have it."""
    return isinstance(value, date) or (isinstance(value, str) and is_written_date(value.strip()))


def in_any(column: int, spans: Iterable[range]) -> bool:
    return any(column in span for span in spans)


def has_numbers(values: Mapping[int, Value], span: range, calendars: Iterable[range]) -> bool:
    """Whether there are numbers among the headings, which only a year can be."""
    return any(
        is_number(value, str(value).strip()) and value not in YEARS and str(value) not in map(str, YEARS)
        for column, value in values.items()
        if column in span and not in_any(column, calendars)
    )


def show_heading(value: Value) -> str:
    """A heading's words: Excel makes a date of a typed "Jun-24", which stays the month it was."""
    if isinstance(value, date):
        return f"{value:%B %Y}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if value in YEARS else ""
    return value if isinstance(value, str) else ""


def is_unlike_its_table(sheet: Sheet, candidate: HeaderCandidate, vocabulary: Vocabulary) -> bool:
    """Whether a row stands out from what is beneath it, and nothing right above it is a row of the same table."""
    beneath = sheet.filled_rows_after(candidate.row, LOOKED_AT)
    profiles = {column: profile_column(sheet, beneath, column) for column in candidate.headings}
    if likeness(sheet, candidate.row, profiles, vocabulary) >= 1:
        return False
    above = range(max(1, candidate.row - LOOKED_AT), candidate.row)
    return not any(likeness(sheet, row, profiles, vocabulary) >= 2 for row in above)


def likeness(sheet: Sheet, row: int, profiles: Mapping[int, ColumnProfile], vocabulary: Vocabulary) -> int:
    """How many cells of a row are what the cells beneath are: a date among dates, a status among statuses."""
    return len(
        [
            column
            for column, profile in profiles.items()
            if profile.filled and is_of_a_kind(sheet.value(row, column), profile, vocabulary)
        ]
    )


def is_of_a_kind(value: Value, profile: ColumnProfile, vocabulary: Vocabulary) -> bool:
    if isinstance(value, date):
        return profile.are_dates
    if isinstance(value, int | float):
        return profile.are_numbers
    if not isinstance(value, str) or not value.strip():
        return False
    return vocabulary.find(value) is not None and profile.is_short and profile.share_known(vocabulary) >= 0.5


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
    return heading


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
