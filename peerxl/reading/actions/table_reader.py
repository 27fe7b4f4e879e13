"""How the rows of a table are read: where its values stand, and what its words mean, each read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from peerxl.frozen import frozen
from peerxl.language.timescales import read_timescale as read_words
from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.layout import KEPT, Field, Table
from peerxl.model.owner import Owner
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell
from peerxl.model.timescale import Timescale
from peerxl.reading.actions.action_owners import MOST_REMEMBERED, read_action_owners
from peerxl.reading.actions.date_order import MonthFirst, find_month_first
from peerxl.reading.actions.first_names import find_name_order, part_first_names
from peerxl.reading.actions.joined_owners import find_others, part_joined
from peerxl.reading.actions.theme import sentence_case, split_theme
from peerxl.reading.actions.week_numbers import find_week_columns
from peerxl.reading.actions.year_months import find_year_month
from peerxl.reading.actions.yearless_days import find_yearless_day
from peerxl.reading.cells.closed_ahead import is_closed_ahead
from peerxl.reading.cells.told_statuses import NOT_TOLD, Told, read_told
from peerxl.reading.columns.owner_columns import is_second
from peerxl.reading.columns.owners_with_times import drop_time, find_with_times
from peerxl.reading.columns.quarters import REPORTS
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.trackers.tracker import Request
from peerxl.text import one_line, tidy

Report = tuple[FiscalQuarter | None, int | None, int | None]
"""A quarter, and where among a row's cells its status and its comment stand."""


@frozen
class TableReader:
    """How the rows of a table are read.

    ``values`` are where the cells of fields stand that have one column each, ``kept`` where those stand that are kept
    beside, ``overall`` where the status of no quarter is, ``owners`` where owners are. ``month_first`` is what proves
    that the table's dates have their month first, ``year_month`` the first that can only be a year and a month,
    ``yearless_day`` the first that can only be a day and a month, ``weeks`` the columns that count weeks,
    ``is_original`` whether what is due is headed as first agreed. A plan says the same few phrases, owners and statuses
    over and over: each is read once.
    """

    layout: TrackerLayout
    request: Request
    values: tuple[tuple[Field, int], ...]
    kept: tuple[int, ...]
    reports: tuple[Report, ...]
    overall: Report | None
    owners: tuple[int, ...]
    month_first: MonthFirst
    year_month: Cell | None
    yearless_day: Cell | None
    weeks: frozenset[int]
    is_original: bool
    read_themes: Callable[[str, str, str], tuple[str, str]]
    read_phrase: Callable[[str], Timescale]
    read_earlier: Callable[[str], Timescale]
    read_day: Callable[[date, bool], Timescale]
    read_owners: Callable[[str], tuple[Owner, ...]]
    read_status: Callable[[str], Told]


def make_reader(
    layout: TrackerLayout, table: Table, quarter: FiscalQuarter | None, year: FiscalYear | None, request: Request
) -> TableReader:
    years, settings = request.settings.years, request.settings
    remember = lru_cache(maxsize=MOST_REMEMBERED)
    fields = dict.fromkeys(use.field for use in layout.uses if use.field not in REPORTS | KEPT)
    values = {field: layout.indexes[field] for field in fields}
    order, others = find_name_order(layout), find_others(layout)
    owners = [index for index, use in enumerate(layout.uses) if use.field is Field.OWNER]
    name_of = drop_time if any(find_with_times(layout)) else str
    return TableReader(
        layout,
        request,
        values=tuple(values.items()),
        kept=tuple(index for index, column in enumerate(table.columns) if column.field in KEPT),
        reports=tuple(list_reports(table)),
        overall=find_overall(layout, table),
        owners=tuple(sorted(owners, key=lambda index: is_second(layout.uses[index].heading.text))),
        month_first=find_month_first(layout, year, request.source),
        year_month=find_year_month(layout),
        yearless_day=find_yearless_day(layout),
        weeks=find_week_columns(layout),
        is_original=any(column.is_original for column in table.columns),
        read_themes=remember(read_themes),
        read_phrase=make_phrase_reader(years, year),
        read_earlier=make_phrase_reader(years, None),
        read_day=remember(lambda day, month_only: read_words(day, years, year, month_only=month_only)),
        read_owners=remember(
            lambda text: part_joined(
                read_action_owners(part_first_names(name_of(text), order, settings.directory), settings),
                others,
                settings,
            )
        ),
        read_status=remember(lambda text: read_status(text, quarter, settings)),
    )


# The next plan says many of the same phrases, and is most often of the same year.
@lru_cache(maxsize=8)
def make_phrase_reader(years: YearConvention, year: FiscalYear | None) -> Callable[[str], Timescale]:
    return lru_cache(maxsize=MOST_REMEMBERED)(lambda text: read_words(text, years, year))


def list_reports(table: Table) -> Iterator[Report]:
    """What a table's columns report, in order of quarter, that of an unknown quarter last."""
    reports: dict[tuple[FiscalQuarter | None, str], dict[Field, int]] = {}
    for index, column in enumerate(table.columns):
        if column.field in REPORTS:
            key = (column.quarter, "" if column.quarter else column.name)
            reports.setdefault(key, {}).setdefault(column.field, index)
    for (quarter, _), places in sorted(reports.items(), key=lambda report: rank_quarter(report[0][0])):
        yield quarter, places.get(Field.STATUS), places.get(Field.COMMENT)


def find_overall(layout: TrackerLayout, table: Table) -> Report | None:
    """Where the status of no quarter is, and the comment of none that was set aside with it."""
    status = next((i for i, column in enumerate(table.columns) if column.field is Field.OVERALL_STATUS), None)
    kept = (i for i, column in enumerate(table.columns) if column.field is Field.EXTRA and not column.name)
    comment = next((i for i in kept if layout.uses[i].field is Field.COMMENT), None)
    return None if status is None else (None, status, comment)


def rank_quarter(quarter: FiscalQuarter | None) -> date:
    return quarter.first_day if quarter else date.max


def read_themes(theme: str, recommendation: str, title: str) -> tuple[str, str]:
    """The theme and the recommendation: each from its column, else both from one, else the section's title."""
    if theme.strip() and recommendation.strip():
        return sentence_case(one_line(theme)), one_line(recommendation)
    if (theme or recommendation).strip():
        head, body = split_theme(theme or recommendation)
        if theme.strip() and not head:
            return body, ""
        return head or sentence_case(one_line(title)), body
    return sentence_case(one_line(title)), ""


def read_status(text: str, quarter: FiscalQuarter | None, settings: Settings) -> Told:
    """The status of a cell and what it tells of it; none of one that is closed only after the quarter reported."""
    told = read_told(text, settings.vocabulary)
    is_ahead = quarter and is_closed_ahead(text, settings.vocabulary, quarter, settings.years)
    return NOT_TOLD if is_ahead else replace(told, story=tidy(told.story), own_words=tidy(told.own_words))
