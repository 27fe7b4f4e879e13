"""Rows that add up those of a table: "TOTAL | 3 lamps, 9 lanterns", "Average", "Open: 2 | Closed: 1"."""

from __future__ import annotations

import re

from peerxl.language.owners import is_plainly_owner
from peerxl.model.layout import Field
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import is_tally
from peerxl.reading.cells.told_times import says_day
from peerxl.reading.headings.cell_words import TOTAL_OF, begins_as_sum, is_sum
from peerxl.reading.rows.body_row import RowsAbove, SheetRow, has_ref_of


def is_total(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row adds up others, under the table, over it or among its actions."""
    is_of_sum = begins_as_sum(row.filled[0].text.strip()) and (is_named_total(row) or is_amount_in_all(row, above))
    return is_of_sum or all(is_tally(cell.text.strip()) for cell in row.filled)


def is_named_total(row: SheetRow) -> bool:
    """Whether a row's first word is one for a total, and nobody is to do it where it stands as an action."""
    first = row.filled[0]
    if not is_sum(first.text.strip()):
        return False
    fields = [use.field for use in row.layout.uses if use.heading.column == first.column]
    return fields != [Field.ACTION] or not is_plainly_owner(row.text(Field.OWNER))


def is_amount_in_all(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row begins as what is added up does, and has an amount beside it: "Total effort | 12 days"."""
    first, *others = row.filled
    if not others or not TOTAL_OF.fullmatch(first.text.strip()) or has_ref_of(row, above):
        return False
    texts = [cell.text.strip() for cell in others]
    are_amounts = all(_AMOUNT.fullmatch(text) and not says_day(text) for text in texts)
    return are_amounts and any(any(map(str.isdigit, text)) for text in texts)


_AMOUNT = compile_late(r"[£$€]?\s?\d[\d.,]*\s?(?:%|[a-z]{1,10})?|[^\w£$€]+", re.IGNORECASE)
