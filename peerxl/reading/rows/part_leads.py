"""Rows that name a part of the plan, and in the owner's own column whose it is: "1 | WATER QUALITY | Ann Field"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.reading.cells.cell_kinds import says_what_to_do
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.rows.body_row import RowsAbove, SheetRow, form_of, list_filled
from peerxl.reading.rows.part_titles import begins_ref
from peerxl.text import one_line

MOST_WORDS = 8
"""How many words a part's name has at most."""
FEWEST_TOLD = 3
"""How many rows of a table say at least when or how far it is, for one that does not to be another kind of row."""


def is_led_part(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row says but what it is and whose, where each of the table's other rows says when or how far it is."""
    # Nearly all rows are told from it by what they say.
    if row.text(Field.TIMESCALE) or row.text(Field.STATUS):
        return False
    if find_lead(row) is None or not may_be_part(row.layout, row.number):
        return False
    if above.led_parts is None:
        above.led_parts = find_led_parts(row.layout)
    return row.number in above.led_parts


def find_lead(row: SheetRow) -> Cell | None:
    """The cell of a row's owner."""
    column = row.layout.column(Field.OWNER)
    return row.by_column.get(column) if column else None


def find_led_parts(layout: TrackerLayout) -> frozenset[int]:
    """The rows that name a part: the first of a table that says neither when nor how far it is, and all like it."""
    rows = [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    rows = [row for row in rows if say(layout, row, Field.ACTION)]
    told = [row for row in rows if is_told(layout, row)]
    parts = [row for row in rows if not is_told(layout, row)]
    if len(told) < FEWEST_TOLD or parts[:1] != rows[:1]:
        return frozenset()
    over = {row: following for row, following in pairwise(rows) if is_told(layout, following)}
    if not all(row in over and may_be_part(layout, row) for row in parts):
        return frozenset()
    is_over = all(begins_ref(layout, row, over[row]) for row in parts)
    # A schedule may give the rows over others dates of their own, and in it those that have none are actions too.
    has_own = any(row in over and begins_ref(layout, row, over[row]) for row in told)
    is_sure = (is_over and not has_own) or are_apart(layout, told, parts) or are_in_capitals(layout, told, over, parts)
    return frozenset(parts if is_sure else ())


def are_apart(layout: TrackerLayout, told: Sequence[int], parts: Sequence[int]) -> bool:
    """Whether the parts have owners and no refs, and the actions refs and no owners."""
    return not any(say(layout, row, Field.REF) for row in parts) and all(
        say(layout, row, Field.REF) and not say(layout, row, Field.OWNER) for row in told
    )


def are_in_capitals(layout: TrackerLayout, told: Sequence[int], over: Mapping[int, int], parts: Sequence[int]) -> bool:
    """Whether the parts are in capitals over actions that are not, with refs of another form or none.

    Where no action has a ref, one row in capitals may as well be an action.
    """
    forms = {form_of(ref) for row in told if (ref := say(layout, row, Field.REF))}
    names = [say(layout, row, Field.ACTION) for row in parts]
    is_plain = not any(say(layout, over[row], Field.ACTION).isupper() for row in parts)
    is_apart = not any(form_of(say(layout, row, Field.REF)) in forms for row in parts)
    return all(map(str.isupper, names)) and is_plain and is_apart and (bool(forms) or len(parts) > 1)


def may_be_part(layout: TrackerLayout, number: int) -> bool:
    """Whether a row has a name that tells nobody what to do, and beside it no more than a ref and an owner.

    One without a ref may have another word of the part it names.
    """
    name = one_line(say(layout, number, Field.ACTION))
    if not name or len(name.split()) > MOST_WORDS or says_what_to_do(name) or is_told(layout, number):
        return False
    known = [field for field in (Field.REF, Field.OWNER) if say(layout, number, field)]
    others = len(list_filled(layout, number)) - 1 - len(known)
    return others <= (Field.REF not in known)


def is_told(layout: TrackerLayout, number: int) -> bool:
    """Whether a row says when or how far it is."""
    return any(say(layout, number, field) for field in (Field.TIMESCALE, Field.STATUS))


def say(layout: TrackerLayout, number: int, field: Field) -> str:
    column = layout.column(field)
    return layout.sheet.cell(number, column).text.strip() if column else ""
