"""What of a step can be taken back in a master as it is now, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from peerxl.excel.patch import CellSnapshot, snapshot_from_json
from peerxl.model.action import Action
from peerxl.model.layout import Column
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.undo_log.rows import LOST, find_rows
from peerxl.undo_log.step import LoggedCell, name_quarter


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A cell that is not taken back, and why."""

    logged: LoggedCell
    why: str


@dataclass(frozen=True, slots=True)
class TakenCell:
    """A cell that is taken back: as it was logged, where it is now, and its action where it is one's."""

    logged: LoggedCell
    cell: Cell
    action: Action | None


@dataclass(frozen=True, slots=True)
class Reversal:
    """What of a step can be taken back, and what is left alone."""

    taken: tuple[TakenCell, ...]
    left: tuple[LeftCell, ...]

    @property
    def snapshots(self) -> dict[str, dict[str, CellSnapshot]]:
        """The cells as they were, by sheet and name of where they are now."""
        by_sheet: dict[str, dict[str, CellSnapshot]] = {}
        for each in self.taken:
            by_sheet.setdefault(each.cell.sheet, {})[each.cell.address] = snapshot_from_json(each.logged.kept)
        return by_sheet


def plan_reversal(cells: Sequence[LoggedCell], plan: ActionPlan, sheets: Sequence[Sheet]) -> Reversal:
    """What can be taken back in a master as it is now: its plan, and the sheets that was read from."""
    named = {sheet.name: sheet for sheet in sheets}
    rows = find_rows(cells, plan)
    taken: list[TakenCell] = []
    left: list[LeftCell] = []
    for logged in cells:
        action, why = rows.get((logged.sheet, logged.row), (None, LOST))
        cell = find_cell(logged, plan, action, named) if action else find_other_cell(logged, named)
        if cell is None:
            left.append(LeftCell(logged, "its column has changed" if action else why))
        elif cell.text == logged.after:
            taken.append(TakenCell(logged, cell, action))
        elif cell.text != logged.before:
            left.append(LeftCell(logged, f"somebody has changed it since, to “{cell.text}”"))
    return Reversal(tuple(taken), tuple(left))


def find_other_cell(logged: LoggedCell, sheets: Mapping[str, Sheet]) -> Cell | None:
    """The cell of a change that is no action's, where it stood; None for an action's."""
    sheet = None if logged.field else sheets.get(logged.sheet)
    return sheet.cell(logged.row, logged.column) if sheet else None


def find_cell(logged: LoggedCell, plan: ActionPlan, action: Action, sheets: Mapping[str, Sheet]) -> Cell | None:
    """The action's cell in the column that the change was made in; None where that is gone, or where it may be several.

    What was written can itself change what a column is taken for, as words that read as a status do; so its heading and
    its quarter go before that.
    """
    columns = next(filter(None, list_likely_columns(logged, plan.table_of(action).columns)), ())
    if len(columns) != 1:
        return None
    read = [cell for cell in action.all_cells if cell.column == columns[0].number]
    return read[0] if read else sheets[action.sheet].cell(action.row, columns[0].number)


def list_likely_columns(logged: LoggedCell, columns: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """The columns that may be the one a change was made in, the likeliest first."""
    of_quarter = [column for column in columns if name_quarter(column) == logged.quarter]
    # A plain "Status" is of the quarter that the title says, which moves on.
    plain = [column for column in columns if column.heading.text == logged.heading and not column.name]
    headed = [column for column in of_quarter if column.heading.text == logged.heading]
    for alike in (headed, of_quarter, plain):
        yield [column for column in alike if column.field == logged.field]
        if alike is not of_quarter:
            yield alike
