"""The cells of the master that an answer changes, as they are now, and the columns that are missing for answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from peerxl.errors import PeerxlError
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.model.status import says_nothing
from peerxl.reading.answer_columns import find_target, name_new_column

Sheets = Mapping[str, Sheet]
"""The master's sheets by name."""
WhyNot = Callable[[Cell, Value], str]
"""Why a cell does not take a value, in words that follow its name; empty where it does."""
DATES = frozenset({Field.TIMESCALE, Field.ORIGINAL_TIMESCALE})


class NoColumnError(PeerxlError):
    """The master has no column for what was returned."""

    def __init__(self, source: str, sheet: str, quarter: FiscalQuarter, headings: Iterable[str]) -> None:
        quoted = [f"“{heading}”" for heading in headings]
        columns = f"{'columns' if len(quoted) > 1 else 'a column'} headed {' and '.join(quoted)}"
        super().__init__(
            f"{source}!{sheet}: the plan has no column for the answers of {quarter}, so nothing was written; "
            f"add {columns} and collect again."
        )


class EarlierYearError(PeerxlError):
    """The master begins after the year that was asked about: the answers are last year's plan's."""

    def __init__(self, source: str, sheet: str, quarter: FiscalQuarter, first: FiscalQuarter) -> None:
        super().__init__(
            f"{source}!{sheet}: the plan begins with {first}, so nothing was written of the answers of {quarter}; "
            f"collect them into the plan of {quarter.year}, or send new forms."
        )


@dataclass(frozen=True)
class MasterCells:
    """A plan and the sheets it was read from, in which cells are looked up whose words the plan does not keep.

    ``why_not`` knows the rules of the cells.
    """

    plan: ActionPlan
    sheets: Sheets
    why_not: WhyNot = lambda cell, value: ""

    def find_cell(self, action: Action, field: AnswerField, quarter: FiscalQuarter) -> Cell | None:
        """The cell an answer goes to, with the words that stand in it; None where the plan has no column for it."""
        cell = find_target(self.plan, action, field, quarter)
        # The plan has the words of these; a blank column for new dates beside it has none in the plan.
        if cell is None or field.is_quarterly or cell == action.cell(field.column):
            return cell
        return self.sheets[cell.sheet].cell(cell.row, cell.column)

    def find_original(self, action: Action) -> Cell | None:
        """The blank cell that the date first agreed is to stand in; None where there is no such column, or words."""
        column = self.plan.table_of(action).first_of(Field.ORIGINAL_TIMESCALE)
        if column is None:
            return None
        cell = self.sheets[action.sheet].cell(action.row, column.number)
        return None if cell.text.strip() or self.is_shared(action, cell) else cell

    def keeps_original(self, action: Action) -> bool:
        """Whether the date first agreed stands in a column of its own."""
        return self.plan.table_of(action).keeps_original

    def holds_date(self, cell: Cell) -> bool:
        """Whether a cell holds a day that Excel knows as one, or is blank where the others mostly do.

        The others are those of its column, else of the sheet's other columns of dates.
        """
        if self.day_in(cell) is not None or not says_nothing(cell.text):
            return self.day_in(cell) is not None
        days = self._days.get((cell.sheet, cell.column)) or self._days.get((cell.sheet, 0), [])
        # A blank cell among days takes a day, among words it takes words.
        return 2 * days.count(True) > len(days)

    def day_in(self, cell: Cell) -> date | None:
        """The day that a cell holds; None where it holds anything else."""
        value = self.sheets[cell.sheet].value(cell.row, cell.column)
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    @cached_property
    def _days(self) -> Mapping[tuple[str, int], list[bool]]:
        """Whether each filled cell of a column of dates holds a day, by sheet and column; under 0 those of all."""
        days: dict[tuple[str, int], list[bool]] = {}
        for action in self.plan.actions:
            for column in self.plan.table_of(action).columns:
                cell = self.sheets[action.sheet].cell(action.row, column.number)
                if column.field in DATES and cell.text.strip():
                    for number in (column.number, 0):
                        days.setdefault((action.sheet, number), []).append(self.day_in(cell) is not None)
        return days

    def is_shared(self, action: Action, cell: Cell) -> bool:
        """Whether a cell is merged in a way that what is written to it would be said of something else too."""
        blocks = [block for block in self.sheets[cell.sheet].merged if (cell.row, cell.column) in block]
        if not blocks:
            return False
        others = [other.row for other in self.plan.actions if other.sheet == action.sheet and other.row != action.row]
        return any(
            (block.first_row, block.first_column) != (cell.row, cell.column)
            or any(block.first_row <= row <= block.last_row for row in others)
            for block in blocks
        )


def find_later_start(tables: Iterable[Table], quarter: FiscalQuarter) -> FiscalQuarter | None:
    """The first quarter that tables have columns of, where its year is a later one than a quarter's; else None."""
    first = min((column.quarter for table in tables for column in table.columns if column.quarter), default=None)
    return first if first is not None and quarter.year < first.year else None


def refuse_missing(
    plan: ActionPlan,
    quarter: FiscalQuarter,
    needed: Iterable[tuple[Action, AnswerField]],
    fields: Sequence[AnswerField],
) -> None:
    """Raise NoColumnError for the first sheet that has no column for an answer of the quarter that it is to hold, or
    EarlierYearError where it is to have none.

    ``fields`` are the questions in their order.
    """
    missing = [
        (action, field)
        for action, field in needed
        if field.is_quarterly and find_target(plan, action, field, quarter) is None
    ]
    if missing:
        # One sheet at a time: whoever adds its columns and collects again hears of the next.
        table = plan.table_of(missing[0][0])
        if (first := find_later_start([table], quarter)) is not None:
            raise EarlierYearError(plan.source, table.sheet, quarter, first)
        here = {field for action, field in missing if action.sheet == table.sheet}
        headings = [name_new_column(table, field, quarter, plan.settings.years) for field in fields if field in here]
        raise NoColumnError(plan.source, table.sheet, quarter, headings)
