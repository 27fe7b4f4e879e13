"""Where an answer goes in the master, and which column is missing where there is none for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from peerxl.errors import PeerxlError
from peerxl.merge.returned import Part
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field, Table
from peerxl.model.plan import Action, ActionPlan, unique
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.headings import read_heading

Sheets = Mapping[str, Sheet]
"""The master's sheets by name."""

FIELDS = {Part.STATUS: Field.STATUS, Part.COMMENT: Field.COMMENT}
NOUNS = {Part.STATUS: "update", Part.COMMENT: "comments"}
_NUMBER = re.compile(r"(\bq(?:uarter|tr)?\.?\s*)[1-4]\b", re.IGNORECASE)

_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)


class NoColumnError(PeerxlError):
    """The master has no column for what was returned."""

    def __init__(self, source: str, sheet: str, quarter: FiscalQuarter, headings: Iterable[str]) -> None:
        quoted = [f"“{heading}”" for heading in headings]
        named = f"{'columns' if len(quoted) > 1 else 'a column'} headed {' and '.join(quoted)}"
        super().__init__(
            f"{source}!{sheet}: the plan has no column for the answers of {quarter}, so nothing was written; "
            f"add {named} and collect again."
        )


def target(plan: ActionPlan, sheets: Sheets, action: Action, part: Part, quarter: FiscalQuarter) -> Cell | None:
    """The cell an answer goes to, with the words that stand in it; None where the plan has no column for it."""
    return date_cell(plan, sheets, action) if part is Part.DATE else reported_cell(action, part, quarter)


def reported_cell(action: Action, part: Part, quarter: FiscalQuarter) -> Cell | None:
    """The cell of a quarter's status or comment."""
    update = action.update(quarter)
    return update.status_cell if part is Part.STATUS else update.comment_cell


def date_cell(plan: ActionPlan, sheets: Sheets, action: Action) -> Cell | None:
    """The cell of a new date: in the timescale's own column, which is the revised one where the plan keeps both."""
    column = plan.table_of(action).first_of(Field.TIMESCALE)
    if column is None:
        return None
    cell = action.cell(Field.TIMESCALE)
    is_in_force = cell is not None and cell.column == column.number
    return cell if is_in_force else sheets[action.sheet].cell(action.row, column.number)


def keeps_original(plan: ActionPlan, action: Action) -> bool:
    """Whether the date first agreed stands in a column of its own."""
    return plan.table_of(action).has(Field.ORIGINAL_TIMESCALE)


def is_shared(plan: ActionPlan, sheets: Sheets, action: Action, cell: Cell) -> bool:
    """Whether a cell is merged in a way that what is written to it would be said of something else too."""
    others = [other.row for other in plan.actions if other.sheet == action.sheet and other.row != action.row]
    blocks = [block for block in sheets[cell.sheet].merged if (cell.row, cell.column) in block]
    return any(
        (block.first_row, block.first_column) != (cell.row, cell.column)
        or any(block.first_row <= row <= block.last_row for row in others)
        for block in blocks
    )


def refuse_missing(plan: ActionPlan, quarter: FiscalQuarter, needed: Iterable[tuple[Action, Part]]) -> None:
    """Raise NoColumnError for the first sheet that has no column for a status or comment it is to hold."""
    missing = [(one, part) for one, part in needed if part in FIELDS and reported_cell(one, part, quarter) is None]
    if missing:
        table = plan.table_of(missing[0][0])
        parts = unique(part for action, part in missing if action.sheet == table.sheet)
        headings = [heading_for(table, part, quarter) for part in sorted(parts, key=lambda part: part.rank)]
        raise NoColumnError(plan.source, table.sheet, quarter, headings)


def heading_for(table: Table, part: Part, quarter: FiscalQuarter) -> str:
    """The heading of a quarter's column, worded as the year's other quarters are where that can be told.

    One that names its months would be another quarter's with the number alone changed.
    """
    for column in reversed(table.all_of(FIELDS[part])):
        words = column.heading.text
        is_of_year = column.quarter is not None and column.quarter.year == quarter.year
        if is_of_year and _NUMBER.search(words) and not _MONTH.search(words):
            heading = _NUMBER.sub(rf"\g<1>{quarter.number}", " ".join(words.split()))
            read = read_heading(heading, quarter.first_month).quarter
            if read and read.number == quarter.number and read.year in (None, quarter.start_year):
                return heading
    return f"Quarter {quarter.number} {quarter.year} {NOUNS[part]}"
