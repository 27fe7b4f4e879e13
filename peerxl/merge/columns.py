"""Where an answer goes in the master, and which column is missing where there is none for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from peerxl.errors import PeerxlError
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.merge.answer_field import AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field, Table
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.headings import read_heading

Sheets = Mapping[str, Sheet]
"""The master's sheets by name."""

_NUMBER = re.compile(r"(\bq(?:uarter|tr)?\.?\s*)[1-4]\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


class NoColumnError(PeerxlError):
    """The master has no column for what was returned."""

    def __init__(self, source: str, sheet: str, quarter: FiscalQuarter, headings: Iterable[str]) -> None:
        quoted = [f"“{heading}”" for heading in headings]
        columns = f"{'columns' if len(quoted) > 1 else 'a column'} headed {' and '.join(quoted)}"
        super().__init__(
            f"{source}!{sheet}: the plan has no column for the answers of {quarter}, so nothing was written; "
            f"add {columns} and collect again."
        )


def find_target(
    plan: ActionPlan, sheets: Sheets, action: Action, field: AnswerField, quarter: FiscalQuarter
) -> Cell | None:
    """The cell an answer goes to, with the words that stand in it; None where the plan has no column for it.

    A new date goes to the timescale's own column, which is the revised one where the plan keeps both.
    """
    if field.is_quarterly:
        return quarter_cell(action, field, quarter)
    column = plan.table_of(action).first_of(field.column)
    if column is None:
        return None
    cell = action.cell(field.column)
    is_there = cell is not None and cell.column == column.number
    return cell if is_there else sheets[action.sheet].cell(action.row, column.number)


def quarter_cell(action: Action, field: AnswerField, quarter: FiscalQuarter) -> Cell | None:
    """The cell of a quarter's status or comment."""
    update = action.update(quarter)
    return update.status_cell if field.column is Field.STATUS else update.comment_cell


def keeps_original(plan: ActionPlan, action: Action) -> bool:
    """Whether the date first agreed stands in a column of its own."""
    return plan.table_of(action).has(Field.ORIGINAL_TIMESCALE)


def is_shared(plan: ActionPlan, sheets: Sheets, action: Action, cell: Cell) -> bool:
    """Whether a cell is merged in a way that what is written to it would be said of something else too."""
    blocks = [block for block in sheets[cell.sheet].merged if (cell.row, cell.column) in block]
    if not blocks:
        return False
    others = [other.row for other in plan.actions if other.sheet == action.sheet and other.row != action.row]
    return any(
        (block.first_row, block.first_column) != (cell.row, cell.column)
        or any(block.first_row <= row <= block.last_row for row in others)
        for block in blocks
    )


def refuse_missing(
    plan: ActionPlan,
    quarter: FiscalQuarter,
    needed: Iterable[tuple[Action, AnswerField]],
    fields: Sequence[AnswerField],
) -> None:
    """Raise NoColumnError for the first sheet that has no column for an answer of the quarter that it is to hold.

    ``fields`` are the questions in their order.
    """
    missing = [
        (action, field)
        for action, field in needed
        if field.is_quarterly and quarter_cell(action, field, quarter) is None
    ]
    if missing:
        table = plan.table_of(missing[0][0])
        here = {field for action, field in missing if action.sheet == table.sheet}
        headings = [name_column(table, field, quarter) for field in fields if field in here]
        raise NoColumnError(plan.source, table.sheet, quarter, headings)


def name_column(table: Table, field: AnswerField, quarter: FiscalQuarter) -> str:
    """The heading of a quarter's column, worded as the year's other quarters are where that can be told.

    One that names its months would be another quarter's with the number alone changed.
    """
    for column in reversed(table.all_of(field.column)):
        words = column.heading.text
        is_of_year = column.quarter is not None and column.quarter.year == quarter.year
        if is_of_year and _NUMBER.search(words) and not _MONTH.search(words):
            heading = _NUMBER.sub(rf"\g<1>{quarter.number}", " ".join(words.split()))
            read = read_heading(heading, quarter.first_month).quarter
            if read and read.number == quarter.number and read.year in (None, quarter.start_year):
                return heading
    return f"Quarter {quarter.number} {quarter.year} {field.new_heading}"
