"""The drop-downs and prompts of a laid-out sheet, as XlsxWriter's data validations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from peerxl.documents.document import Choices, TableColumn
from peerxl.excel.sheet_layout import SheetLayout, quote_sheet

# Excel's limit; XlsxWriter leaves out the whole drop-down where its title is longer.
LONGEST_PROMPT_TITLE = 32

RowSpan = tuple[int, int]
"""The first and the last of some rows, counted from 1."""


@dataclass(frozen=True, slots=True)
class DropDown:
    """What is offered in a column, counted from 1: the names of XlsxWriter's options, each with its value."""

    column: int
    options: tuple[tuple[str, str | tuple[str, ...]], ...]


def list_drop_downs(
    layout: SheetLayout, layouts: Sequence[SheetLayout]
) -> Iterator[tuple[DropDown, tuple[RowSpan, ...]]]:
    """Each column's drop-down or prompt, and the rows that it stands in: those whose cells can be typed into."""
    for number, column in enumerate(layout.columns, 1):
        if not (column.choices or column.prompt):
            continue
        if spans := tuple(find_open_rows(layout, number)):
            yield DropDown(number, tuple(describe_validation(column, layouts).items())), spans


def find_open_rows(layout: SheetLayout, column_number: int) -> Iterator[RowSpan]:
    """The first and last rows of each run of cells in a column that can be typed into."""
    if not layout.section.is_locked:
        yield layout.first_row, layout.last_row + layout.spare_rows
        return
    rows = enumerate(layout.rows, layout.first_row)
    for is_input, run in groupby(rows, key=lambda pair: pair[1].entries[column_number - 1].is_input):
        numbers = [number for number, _ in run]
        if is_input:
            yield numbers[0], numbers[-1]


def describe_validation(column: TableColumn, layouts: Sequence[SheetLayout]) -> Mapping[str, str | tuple[str, ...]]:
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


def find_source(choices: Choices, layouts: Sequence[SheetLayout]) -> str | tuple[str, ...] | None:
    """Where a drop-down's words stand, or the words; None where their section has none yet."""
    if choices.words:
        return choices.words
    layout = next(layout for layout in layouts if layout.section.name == choices.section)
    if not layout.has_table:
        return None
    return f"={quote_sheet(choices.section)}!{layout.column_range(choices.heading)}"
