"""Which quarter a column reports on: its heading's, with the title's year where it names none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.model.fiscal import FiscalQuarter, FiscalYear
from peerxl.model.layout import Column, Field
from peerxl.reading.headings import PREVIOUS, QuarterName
from peerxl.reading.layout import Use

REPORTS = frozenset({Field.STATUS, Field.COMMENT})


def columns_of(
    uses: Sequence[Use],
    year: FiscalYear | None,
    titled: FiscalQuarter | None,
    reporting: FiscalQuarter | None,
    first_month: int,
) -> tuple[Column, ...]:
    """The columns with the quarter each reports on.

    A quarter named without its year takes the title's year, else it is the latest such quarter not after the
    reporting one. A status or comment that names no quarter is that of the title's quarter, else of the reporting one.
    """
    now = titled or reporting
    columns = tuple(column_of(use, resolved(use, now, year, reporting, first_month)) for use in uses)
    if now is None:  # then nobody can say which quarter a previous one is
        pairs = zip(uses, columns, strict=True)
        columns = tuple(
            replace(column, field=Field.EXTRA) if use.quarter == PREVIOUS else column for use, column in pairs
        )
    dated = {(use.field, column.quarter) for use, column in zip(uses, columns, strict=True) if use.quarter}
    return tuple(
        # An overall status beside the quarter's own is not a second answer for the quarter.
        replace(column, field=Field.EXTRA) if use.quarter is None and (use.field, column.quarter) in dated else column
        for use, column in zip(uses, columns, strict=True)
    )


def column_of(use: Use, quarter: FiscalQuarter | None) -> Column:
    return Column(use.heading, use.field, quarter, f"Q{use.quarter.number}" if use.quarter else "")


def resolved(
    use: Use,
    now: FiscalQuarter | None,
    year: FiscalYear | None,
    reporting: FiscalQuarter | None,
    first_month: int,
) -> FiscalQuarter | None:
    if use.field not in REPORTS:
        return None
    if use.quarter == PREVIOUS:
        return now - 1 if now else None
    return quarter_of(use.quarter, year, reporting, first_month) if use.quarter else now


def quarter_of(
    name: QuarterName, year: FiscalYear | None, reporting: FiscalQuarter | None, first_month: int
) -> FiscalQuarter | None:
    if name.year is not None:
        return FiscalQuarter(name.year, name.number, first_month)
    if year is not None:
        return year.quarter(name.number)
    if reporting is None:
        return None
    return reporting - (reporting.number - name.number) % 4
