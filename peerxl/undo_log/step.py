"""A step of a change: which cells one run of a command set in a master, and what they said before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionTrace
from peerxl.model.action import Action
from peerxl.model.layout import Column
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell


@dataclass(frozen=True, slots=True)
class LoggedCell:
    """One cell that was set: what it said before and after, and by what it is known.

    It is known by the words of its action, by the rows that had these words, and by its column's field and quarter; one
    without a field is no action's, and known by where it stood. ``sheet``, ``row`` and ``column`` are where it stood,
    ``subject`` is what of the action it says, in a sentence. ``kept`` is the cell as it was, as ``snapshot_as_json``
    writes it.
    """

    name: str
    subject: str
    sheet: str
    row: int
    column: int
    before: str
    after: str
    ref: str
    action: str
    rows: tuple[int, ...]
    field: str
    quarter: str
    heading: str
    kept: Mapping[str, Any]

    @property
    def address(self) -> str:
        """Where it stood in its sheet."""
        return Cell(self.sheet, self.row, self.column).address

    @property
    def trace(self) -> ActionTrace:
        """Its action; whose else the ref was is not known, so that it can point at an action and not away from it."""
        return ActionTrace(self.ref, self.action, self.sheet, self.row, "; ".join(map(str, self.rows)))


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """What one run of a command changed in a master, and when.

    ``how`` is how the master was read (see ``read_plan``), ``run`` the run's id in the record. A step that changed more
    than cells has the digests of the whole master before and after it, and no cells.
    """

    command: str
    at: datetime
    how: Mapping[str, Any]
    cells: tuple[LoggedCell, ...]
    run: str
    before: str = ""
    after: str = ""


def index_sheets(plan: ActionPlan) -> dict[str, ActionIndex]:
    """The plan's actions, each sheet's apart: a change is taken back on the sheet it was made on."""
    actions: dict[str, list[Action]] = {}
    for action in plan.actions:
        actions.setdefault(action.sheet, []).append(action)
    return {sheet: ActionIndex(tuple(those)) for sheet, those in actions.items()}


def log_cell(
    plan: ActionPlan, index: Mapping[str, ActionIndex], action: Action, subject: str, cell: Cell, after: str
) -> LoggedCell:
    """A change as the log keeps it: ``cell`` has its words of before, ``index`` the plan's actions by sheet."""
    column = next(column for column in plan.table_of(action).columns if column.number == cell.column)
    return LoggedCell(
        name=action.name,
        subject=subject,
        sheet=cell.sheet,
        row=action.row,
        column=cell.column,
        before=cell.text,
        after=after,
        ref=action.ref,
        action=action.text,
        rows=tuple(other.row for other in index[action.sheet].with_words(action.text, action.ref)),
        field=column.field,
        quarter=name_quarter(column),
        heading=column.heading.text,
        kept={},
    )


def log_other_cell(cell: Cell, after: str, name: str, subject: str) -> LoggedCell:
    """A change of a cell that is no action's, as the log keeps it: known by where it stands and what it says."""
    return LoggedCell(
        name=name,
        subject=subject,
        sheet=cell.sheet,
        row=cell.row,
        column=cell.column,
        before=cell.text,
        after=after,
        ref="",
        action="",
        rows=(),
        field="",
        quarter="",
        heading="",
        kept={},
    )


def name_quarter(column: Column) -> str:
    """The quarter a column is of, as far as anybody can say."""
    return str(column.quarter) if column.quarter else column.name
