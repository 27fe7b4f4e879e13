"""Whether a table's dates without a year may be of the plan's, as far as those that name theirs tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from peerxl.language.timescales import read_timescale
from peerxl.model.fiscal import FiscalYear, YearConvention
from peerxl.reading.actions.date_order import DATES
from peerxl.reading.columns.tracker_layout import TrackerLayout

_YEAR = re.compile(r"\b20\d\d\b|\b\d\d[/-]\d\d\b")


NEAR = 1
"""How many years before or after all others the year of a title may be: that of the quarter may be none such."""


def may_be_of(year: FiscalYear, layouts: Iterable[TrackerLayout], years: YearConvention, slack: int) -> bool:
    """Whether a year lies from the first that the tables' dates name to the last, with slack, or they name none."""
    named = {each.start for layout in layouts for each in list_years(layout, years)}
    return not named or min(named) - slack <= year.start <= max(named) + slack


def list_years(layout: TrackerLayout, years: YearConvention) -> Iterator[FiscalYear]:
    """The fiscal years of a table's dates that name them."""
    columns = [use.heading.column for use in layout.uses if use.field in DATES]
    for value in {value for column in columns for value in layout.count_values(column)}:
        if isinstance(value, date):
            day = value.date() if isinstance(value, datetime) else value
            yield FiscalYear.containing(day, years.first_month)
        elif isinstance(value, str) and _YEAR.search(value):
            reading = read_timescale(value, years)
            yield from (quarter.year for quarter in (reading.start, reading.due) if quarter is not None)
