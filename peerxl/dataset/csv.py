"""Rows as comma-separated values: for Power Query, and for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from peerxl.dataset.columns import NAMES, DataValue
from peerxl.dataset.rows import DataRow
from peerxl.papers.csv import guard


def render_csv(rows: Iterable[DataRow]) -> bytes:
    """The rows in UTF-8 with the mark that Excel knows it by: days as 2024-03-31, true and false, blank for nothing.

    Text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(NAMES)
    writer.writerows(map(write_value, row) for row in rows)
    return file.getvalue().encode("utf-8-sig")


def write_value(value: DataValue) -> str:
    """A value's words; text is guarded, numbers need not be."""
    if value is None:
        return ""
    # Before numbers, as to Python True is one.
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return guard(value) if isinstance(value, str) else str(value)
