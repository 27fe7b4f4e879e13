"""Statuses that are percentages, in the words their cells show: the number 0.75 is "75%" where its format says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Value
from peerxl.reading.cells.number_shown import show_value
from peerxl.reading.columns.tracker_layout import TrackerLayout


def show_percentages(layout: TrackerLayout, number_format_of: Callable[[Cell], str | None]) -> TrackerLayout:
    """The layout on a sheet that says each percentage among its statuses as its cell shows it."""
    sheet, statuses = layout.sheet, [use.heading.column for use in layout.uses if use.field is Field.STATUS]
    # Hardly any column of statuses has a number in it.
    columns = [
        column for column in statuses if any(isinstance(each, int | float) for each in layout.count_values(column))
    ]
    rows = [row for row in sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    values: dict[tuple[int, int], Value] = {}
    for row in rows if columns else ():
        for column in columns:
            value = sheet.value(row, column)
            if isinstance(value, int | float) and not isinstance(value, bool):
                number_format = number_format_of(sheet.cell(row, column))
                if number_format and "%" in number_format:
                    values[row, column] = show_value(value, number_format)
    return replace(layout, sheet=sheet.with_values(values)) if values else layout
