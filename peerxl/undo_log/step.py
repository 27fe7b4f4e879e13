"""A step of a change: which cells one run of a command set in a master, and what they said before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionTrace
from peerxl.identity.wording import fold_words
from peerxl.model.action import Action
from peerxl.model.layout import Column
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell

RowWords = tuple[tuple[str, str], ...]
"""What a row says: pairs of a heading and what stands under it, both as letters and digits alone."""


@dataclass(frozen=True, slots=True)
class LoggedCell:
    """One cell that was set: what it said before and after, and by what it is known.

    It is known by the words of its action, by the rows that had these words or its ref, by what stood around it, and by
    its column's field and quarter; one without a field is no action's, and known by where it stood. ``sheet``, ``row``
    and ``column`` are where it stood, ``subject`` is what of the action it says, in a sentence. ``kept`` is the cell as
    it was, as ``snapshot_as_json`` writes it, and ``row_words`` what its whole row said (see ``list_row_words``); older
    steps have neither that nor the rows of its ref and its neighbours.
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
    ref_rows: str = ""
    neighbours: str = ""
    row_words: RowWords = ()

    @property
    def address(self) -> str:
        """Where it stood in its sheet."""
        return Cell(self.sheet, self.row, self.column).address

    @property
    def trace(self) -> ActionTrace:
        """Its action; in an older step it is not known whose else the ref was, which then only points at an action."""
        rows = "; ".join(map(str, self.rows))
        ref_rows, neighbours = self.ref_rows or None, self.neighbours or None
        return ActionTrace(self.ref, self.action, self.sheet, self.row, rows, ref_rows, neighbours)


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """What one run of a command changed in a master, and when.

    ``how`` is how the master was read (see ``read_plan``), ``run`` the run's id in the record. A step that changed more
    than cells has the digests of the whole master before and after it, and no cells. ``sheets`` are the names of the
    workbook's sheets in their order, and ``quarter`` the one that was reported; older steps have neither.
    """

    command: str
    at: datetime
    how: Mapping[str, Any]
    cells: tuple[LoggedCell, ...]
    run: str
    before: str = ""
    after: str = ""
    sheets: tuple[str, ...] = ()
    quarter: str = ""


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
        ref_rows=index[action.sheet].rows_of(index[action.sheet].with_ref(action.ref), action.sheet),
        neighbours=index[action.sheet].neighbours_of(action),
        row_words=list_row_words(plan, action),
    )


def list_row_words(plan: ActionPlan, action: Action) -> RowWords:
    """What a row says under each heading, blank cells too, by which rows of one wording are told apart."""
    texts = {cell.column: cell.text for cell in (*action.all_cells, *(cell for cell, _ in action.extras))}
    # Not by quarters: that of a plain “Status” moves on with the title.
    return tuple(
        (fold_words(column.heading.text), fold_words(texts.get(column.number, "")))
        for column in plan.table_of(action).columns
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
