"""The rows of a Settings sheet, and how the value of each is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from peerxl.language.timescales import find_quarter, read_timescale
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import FrontMatter, Settings
from peerxl.model.sheet import Value, shown
from peerxl.reading.own_sheets.records import LIST

SINGLE_YEARS = {"fiscal year": "fiscal", "financial": "fiscal", "financial year": "fiscal", "calendar year": "calendar"}
REPORTING_QUARTER = "reporting quarter"


def read_text_value(value: Value, settings: Settings) -> str:
    return shown(value).strip()


def read_quarter_value(value: Value, settings: Settings) -> FiscalQuarter:
    """A quarter by its name, or the quarter a date falls in."""
    if isinstance(value, date):
        return settings.years.quarter_of(value)
    quarter = find_quarter(str(value), settings.years)
    if quarter is None:
        reading = read_timescale(str(value), settings.years)
        quarter = reading.start if len(reading.milestones) == 1 else None
    if quarter is None:
        raise ValueError('is no quarter; write it as "Q3 2023/24"')
    return quarter


def read_month_value(value: Value, settings: Settings) -> YearConvention:
    month = MONTHS.get(str(value).strip().casefold())
    if month is None and isinstance(value, (int, float)) and value in range(1, 13):
        month = int(value)
    if month is None:
        raise ValueError('is no month; write it in full, as "April"')
    return replace(settings.years, first_month=month)


def read_single_year_value(value: Value, settings: Settings) -> YearConvention:
    """What "Q1 2023" means: the quarter of the "fiscal" year that starts in 2023, or of the "calendar" year."""
    try:
        meaning = SingleYear(SINGLE_YEARS.get(word := shown(value).strip().casefold(), word))
    except ValueError as error:
        raise ValueError('is neither "Fiscal" nor "Calendar"; write the one that is meant') from error
    return replace(settings.years, single_year=meaning)


def read_days_value(value: Value, settings: Settings) -> int:
    try:
        days = float(str(value))
    except ValueError:
        days = 0.0
    # Half a day is no deadline, and would be cut without a word.
    if not 1 <= days <= 365 or days != int(days):
        raise ValueError('is no number of days; write it in figures, as "14"')
    return int(days)


def read_front_value(name: str, value: Value, settings: Settings) -> FrontMatter:
    """The front matter with one more thing said: a day as people write it, anything else as it stands."""
    words = f"{value.day} {value:%B %Y}" if isinstance(value, date) else shown(value).strip()
    return replace(settings.front, **{name: words})


def read_list_value(value: Value, settings: Settings) -> tuple[str, ...]:
    """What a cell lists, an item a line or with a semicolon between them."""
    return tuple(" ".join(part.split()) for part in LIST.split(shown(value)) if part.strip())


Reader = Callable[[Value, Settings], object]
READERS: Mapping[str, tuple[str, Reader]] = {
    "first month of the year": ("years", read_month_value),
    "q1 2023 means": ("years", read_single_year_value),
    "council": ("council", read_text_value),
    "coordinator": ("coordinator", read_text_value),
    REPORTING_QUARTER: ("quarter", read_quarter_value),
    "plan starts": ("plan_starts", read_quarter_value),
    "appendix number": ("appendix_number", read_text_value),
    "appendix columns": ("appendix_columns", read_list_value),
    "days to reply": ("reply_days", read_days_value),
    "mail server": ("mail_server", read_text_value),
    "committee name": ("front", partial(read_front_value, "committee")),
    "publication date": ("front", partial(read_front_value, "published")),
    "portfolio holder": ("front", partial(read_front_value, "portfolio_holder")),
    "contact": ("front", partial(read_front_value, "contact")),
    "other formats": ("front", partial(read_front_value, "other_formats")),
}
