"""Rows that add up those of a table, or of a part: "TOTAL | 3 lamps, 9 lanterns", "Open: 2", "Phase total | 8h"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerxl.language.owners import is_plainly_owner
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import is_tally, says_what_to_do
from peerxl.reading.cells.told_times import says_day
from peerxl.reading.headings.cell_words import TOTAL_OF, TOTAL_OF_PART, TOTAL_SAID, begins_as_sum, is_sum
from peerxl.reading.rows.body_row import RowsAbove, SheetRow, has_ref_of


def is_total(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row adds up others, under the table, over it or among its actions."""
    text = row.filled[0].text.strip()
    # Hardly any row has to be held against the patterns.
    may_add_up = begins_as_sum(text) or "total" in text.casefold()
    is_sum_of = may_add_up and (is_named_total(row) or is_amount_in_all(row, above) or says_total(row, above))
    return is_sum_of or all(is_tally(cell.text.strip()) for cell in row.filled)


def is_named_total(row: SheetRow) -> bool:
    """Whether a row's first word is one for a total, and nobody is to do it where it stands as an action."""
    first = row.filled[0]
    if not is_sum(first.text.strip()):
        return False
    fields = [use.field for use in row.layout.uses if use.heading.column == first.column]
    return fields != [Field.ACTION] or not is_plainly_owner(row.text(Field.OWNER))


def is_amount_in_all(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row begins as what is added up does, and has an amount beside it: "Total effort | 12 days".

    Or as the total of a part does, which tells nobody what to do: "Story total | 8h".
    """
    first, *others = row.filled
    text = first.text.strip()
    is_of_part = TOTAL_OF_PART.fullmatch(text) is not None and not says_what_to_do(text)
    if not others or not (TOTAL_OF.fullmatch(text) or is_of_part) or has_ref_of(row, above):
        return False
    return are_amounts(others) and any(any(map(str.isdigit, cell.text)) for cell in others)


def says_total(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's first words name what is added up and say how much it is: "Total committed: 31h"."""
    first, *others = row.filled
    said = TOTAL_SAID.fullmatch(first.text.strip())
    if said is None or says_day(said["amount"]) or says_what_to_do(said["name"]) or has_ref_of(row, above):
        return False
    return are_amounts(others)


def are_amounts(cells: Sequence[Cell]) -> bool:
    texts = [cell.text.strip() for cell in cells]
    return all(_AMOUNT.fullmatch(text) and not says_day(text) for text in texts)


_AMOUNT = compile_late(
    r"[£$€]?\s?\d[\d.,]*\s?(?:%|[a-z]{1,10}|story points?|(?:h|hrs?|d|days?) ?\d{1,2} ?(?:m|mins?|h|hrs?))?"
    r"|[^\w£$€]+",
    re.IGNORECASE,
)
