"""Rows that name the parts of a plan by a number before their title: "1. | Homes" over rows that have more to say."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from peerxl.model.layout import Field
from peerxl.pattern import compile_late
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.rows.body_row import RowsAbove, SheetRow, count_companions, form_of, list_filled

FEWEST_PARTS, FEWEST_TOLD = 2, 3
"""How many parts a plan has at least, and how many rows that say who, when or how far: fewer may be chance."""


def is_numbered_part(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row has but a number and a title, as all rows have that begin the parts of the plan."""
    # Nearly all rows are told from it by what they say.
    if above.has_themes or len(row.filled) != 2 or not find_number(row.layout, row.number):
        return False
    if above.numbered_parts is None:
        above.numbered_parts = find_numbered_parts(row.layout)
    return row.number in above.numbered_parts


def find_numbered_parts(layout: TrackerLayout) -> frozenset[int]:
    """The rows of a table that begin its parts; none where any of its other rows says no more than they do.

    The first row is one, and each stands over a row that says more. The other rows have no numbers that go on with
    theirs: a plan whose rows are all numbered alike may have actions of which nothing is settled yet.
    """
    column = layout.column(Field.ACTION)
    rows = [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    rows = [row for row in rows if column and layout.sheet.cell(row, column).text.strip()]
    numbers = {row: number for row in rows if (number := find_number(layout, row))}
    others = [row for row in rows if row not in numbers]
    is_over = rows[:1] == list(numbers)[:1] and not any(pair <= numbers.keys() for pair in map(set, pairwise(rows)))
    if len(numbers) < FEWEST_PARTS or len(others) < FEWEST_TOLD or not is_over or rows[-1] in numbers:
        return frozenset()
    if not all(count_companions(layout, row) for row in others):
        return frozenset()
    return frozenset(numbers) if is_series_apart(layout, numbers, others) else frozenset()


def is_series_apart(layout: TrackerLayout, numbers: Mapping[int, str], others: list[int]) -> bool:
    """Whether the parts' numbers are written alike, each another, and otherwise than what other rows have there."""
    forms = {form_of(number) for number in numbers.values()}
    column = next(list_filled(layout, row)[0].column for row in numbers)
    marks = [mark for row in others if (mark := clean_number(layout.sheet.cell(row, column).text))]
    is_alike = len(forms) == 1 and len(set(numbers.values())) == len(numbers)
    return is_alike and (forms.isdisjoint(map(form_of, marks)) or bool(set(marks) & set(numbers.values())))


def find_number(layout: TrackerLayout, number: int) -> str:
    """The number of a row that has but that and words for an action: "1" of "1. | Homes"; else nothing."""
    filled = list_filled(layout, number)
    if len(filled) != 2 or filled[1].column != layout.column(Field.ACTION):
        return ""
    field = next((use.field for use in layout.uses if use.heading.column == filled[0].column), Field.EXTRA)
    text = clean_number(filled[0].text)
    return text if field in (Field.REF, Field.EXTRA) and _NUMBER.fullmatch(text) else ""


def clean_number(text: str) -> str:
    return text.strip().rstrip(".):")


_NUMBER = compile_late(r"(?:[^\W\d_]{2,} )?(?:\d{1,2}|[A-Z]|[IVX]{1,4})")
