"""The drop-downs and prompts of a laid-out sheet, as XlsxWriter's data validations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from peerxl.documents.document import Choices, TableColumn
from peerxl.excel.sheet_layout import SheetLayout, quote_sheet

# Excel's limit; XlsxWriter leaves out the whole drop-down where its title is longer.
LONGEST_PROMPT_TITLE = 32

Area = tuple[int, int, int, int]
"""The first row, first column, last row and last column of a block of cells, counted from 0."""


def list_drop_downs(layout: SheetLayout, layouts: Sequence[SheetLayout]) -> Iterator[tuple[Area, dict[str, object]]]:
    """Where each column's drop-down or prompt stands, and its options: on the cells that can be typed into."""
    for number, column in enumerate(layout.columns, 1):
        if not (column.choices or column.prompt):
            continue
        areas = [(first - 1, number - 1, last - 1, number - 1) for first, last in find_open_rows(layout, number)]
        if areas:
            yield areas[0], describe_validation(column, layouts) | {"other_cells": [list(area) for area in areas[1:]]}


def find_open_rows(layout: SheetLayout, column_number: int) -> Iterator[tuple[int, int]]:
    """The first and last rows of each run of cells in a column that can be typed into."""
    if not layout.section.is_locked:
        yield layout.first_row, layout.last_row + layout.spare_rows
        return
    rows = enumerate(layout.rows, layout.first_row)
    for is_input, run in groupby(rows, key=lambda pair: pair[1].entries[column_number - 1].is_input):
        numbers = [number for number, _ in run]
        if is_input:
            yield numbers[0], numbers[-1]


def describe_validation(column: TableColumn, layouts: Sequence[SheetLayout]) -> dict[str, object]:
    """What Excel offers, and says, when a cell of the column is selected."""
    title = {"input_title": column.heading} if len(column.heading) <= LONGEST_PROMPT_TITLE else {}
    prompt = {"input_message": column.prompt, **title} if column.prompt else {}
    source = find_source(column.choices, layouts) if column.choices else None
    if column.choices is None or source is None:
        # A prompt hangs on a rule of validation; this one lets everything in.
        return {"validate": "any", **prompt}
    strict = column.choices.is_strict
    return {
        "validate": "list",
        "source": source,
        "error_type": "stop" if strict else "warning",
        "error_title": "Not in the list",
        "error_message": "Please choose from the list." if strict else "This is not in the list. Keep it?",
        **prompt,
    }


def find_source(choices: Choices, layouts: Sequence[SheetLayout]) -> str | list[str] | None:
    """Where a drop-down's words stand, or the words; None where their section has none yet."""
    if choices.words:
        return list(choices.words)
    layout = next(layout for layout in layouts if layout.section.name == choices.section)
    if not layout.has_table:
        return None
    return f"={quote_sheet(choices.section)}!{layout.column_range(choices.heading)}"
