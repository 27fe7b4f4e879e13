"""Whether the year that an option gives may be that of a table's dates, as far as those that name their years tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from peerxl.language.timescales import read_timescale
from peerxl.model.fiscal import FiscalYear, YearConvention
from peerxl.reading.date_order import DATES
from peerxl.reading.tracker_layout import TrackerLayout

_YEAR = re.compile(r"\b20\d\d\b|\b\d\d[/-]\d\d\b")


def lies_among(year: FiscalYear, layouts: Iterable[TrackerLayout], years: YearConvention) -> bool:
    """Whether a year is one of those from the first that the tables' dates name to the last, or they name none."""
    named = {each.start for layout in layouts for each in list_years(layout, years)}
    return not named or min(named) <= year.start <= max(named)


def list_years(layout: TrackerLayout, years: YearConvention) -> Iterator[FiscalYear]:
    """The fiscal years of a table's dates that name them."""
    sheet, columns = layout.sheet, [use.heading.column for use in layout.uses if use.field in DATES]
    rows = (row for row in sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row)
    values = {value for row in rows for column in columns if (value := sheet.value(row, column)) is not None}
    for value in values:
        if isinstance(value, date):
            day = value.date() if isinstance(value, datetime) else value
            yield FiscalYear.containing(day, years.first_month)
        elif isinstance(value, str) and _YEAR.search(value):
            reading = read_timescale(value, years)
            yield from (quarter.year for quarter in (reading.start, reading.due) if quarter is not None)
