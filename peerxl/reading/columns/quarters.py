"""Which quarter a column reports on: its heading's, with the title's year where it names none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.layout import Column, Field
from peerxl.reading.columns.tracker_layout import HeadedColumn
from peerxl.reading.headers.title import Title
from peerxl.reading.headings.quarter_names import PREVIOUS, QuarterName

REPORTS = frozenset({Field.STATUS, Field.COMMENT})


def date_columns(
    uses: Sequence[HeadedColumn],
    title: Title,
    reporting: FiscalQuarter | None,
    years: YearConvention,
) -> tuple[Column, ...]:
    """The columns with the quarter each reports on.

    A quarter named without its year takes the title's year, else it is the latest such quarter not after the
    reporting one. A status or comment that names no quarter is that of the title's quarter, else of the reporting one.
    So is the one of several years' that is of the year reported on; the others are of the quarter their year ends in.
    """
    now = title.quarter or reporting
    current = find_current_years(uses, now, years)
    uses = tuple(replace(use, quarter=None) if use in current else use for use in uses)
    columns = tuple(make_column(use, resolve_quarter(use, now, title.counted, reporting, years)) for use in uses)
    if now is None:  # then nobody can say which quarter a previous one is
        pairs = zip(uses, columns, strict=True)
        columns = tuple(
            replace(column, field=Field.EXTRA) if use.quarter == PREVIOUS else column for use, column in pairs
        )
    second = find_second_answers(uses, columns)
    return tuple(set_aside(column) if column in second else column for column in columns)


def find_current_years(
    uses: Sequence[HeadedColumn], now: FiscalQuarter | None, years: YearConvention
) -> frozenset[HeadedColumn]:
    """Of the columns of whole years those that answers go to, where no column of their field is of less than a year.

    It is that of the year reported on, and none where no column is of that; where nobody knows the quarter it is the
    last that has something in it.
    """
    current: list[HeadedColumn] = []
    for field in REPORTS:
        reports = [use for use in uses if use.field is field and use.quarter != PREVIOUS]
        ends = {use: end for use in reports if use.quarter and use.quarter.is_year and (end := use.quarter.last_day)}
        if len(ends) < len(reports):
            continue
        if now is not None:
            current += [use for use in ends if use.quarter and use.quarter.has_in_it(now)][:1]
        elif ends:
            filled = [use for use in ends if use.is_filled]
            current.append(max(filled or ends, key=ends.__getitem__))
    return frozenset(current)


def set_aside(column: Column) -> Column:
    """A second column of answers: a status of no quarter may still hold, all else is kept and says nothing."""
    if column.field is Field.STATUS and not column.name and not column.has_percentages:
        return replace(column, field=Field.OVERALL_STATUS, quarter=None)
    return replace(column, field=Field.EXTRA)


def find_second_answers(uses: Sequence[HeadedColumn], columns: Sequence[Column]) -> frozenset[Column]:
    """The columns that are no answer of their own: an overall status, or a previous one, beside the quarter's."""
    second: list[Column] = []
    taken: set[tuple[object, ...]] = set()
    for use, column in sorted(zip(uses, columns, strict=True), key=lambda pair: rank_directness(pair[0])):
        if column.field not in REPORTS:
            continue
        in_quarter, by_name = (column.field, column.quarter), (column.field, column.quarter or column.name)
        if by_name in taken or (use.quarter is None and in_quarter in taken):
            second.append(column)
        taken |= {in_quarter, by_name}
    return frozenset(second)


def rank_directness(use: HeadedColumn) -> tuple[bool, bool]:
    """How plainly a heading says its quarter: by name, as the one before, or not at all."""
    return use.quarter is None, use.quarter == PREVIOUS


def make_column(use: HeadedColumn, quarter: FiscalQuarter | None) -> Column:
    is_named = use.quarter is not None and not use.quarter.is_year
    name = f"Q{use.quarter.number}" if use.quarter and is_named else ""
    return Column(use.heading, use.field, quarter, name, use.is_original)


def resolve_quarter(
    use: HeadedColumn,
    now: FiscalQuarter | None,
    year: FiscalYear | None,
    reporting: FiscalQuarter | None,
    years: YearConvention,
) -> FiscalQuarter | None:
    if use.field not in REPORTS:
        return None
    if use.quarter == PREVIOUS:
        return now - 1 if now else None
    return complete_quarter(use.quarter, year, reporting, years) if use.quarter else now


def complete_quarter(
    name: QuarterName, year: FiscalYear | None, reporting: FiscalQuarter | None, years: YearConvention
) -> FiscalQuarter | None:
    if name.year is not None:
        return years.year(name.year).quarter(name.number)
    if year is not None:
        return years.quarter_of(year.quarter(name.number).first_day)
    if reporting is None:
        return None
    first_month = 1 if years.has_calendar_quarters else years.first_month
    counted = FiscalQuarter.containing(reporting.first_day, first_month)
    return reporting - (counted.number - name.number) % 4
