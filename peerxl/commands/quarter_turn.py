"""A plan's turn to its next quarter, worked out and tried on a copy before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from peerxl.advice import BEGIN_YEAR, RUN_NEXT_AGAIN
from peerxl.commands.read import ReadOptions, read_plan, read_plan_from, require_quarter
from peerxl.documents.wording import listed
from peerxl.errors import PeerxlError
from peerxl.excel.column_places import choose_first_column, find_last_row, read_excel_tables
from peerxl.excel.master import Opened, digest
from peerxl.excel.patch import AddedColumns, Changes, NewColumn, NewColumns, NewValue, Patch, Reworded, make_patch
from peerxl.excel.patch.target import write_through
from peerxl.excel.read import read_sheets
from peerxl.model.answer_field import STATUS
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Column, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Block, Cell, Sheet, Value, shown
from peerxl.reading.answer_columns import name_quarter_in
from peerxl.reading.next_quarter import (
    MissingColumn,
    Reread,
    find_last_column,
    is_same_plan,
    list_missing,
    list_reread,
    move_quarter,
)
from peerxl.reading.nowhere import Nowhere, list_nowhere, name_fields


class RereadError(PeerxlError):
    """A plan in which answers would be read as another quarter's once it has moved on: the first, and all columns."""

    def __init__(self, source: str, reread: Reread, columns: Sequence[tuple[Column, FiscalQuarter]]) -> None:
        other = BEGIN_YEAR.words() if reread.after.year != reread.before.year else ""
        (first, was), *more = columns
        heads = [f"its column, in {first.heading.address}, “{name_quarter_in(first, was)}”"]
        heads += [f"the one in {column.heading.address} “{name_quarter_in(column, was)}”" for column, was in more]
        super().__init__(
            f"{source}!{reread.cell}: it would be read as an answer of {reread.after} once the plan has moved on, and "
            f"is one of {reread.before}; head {listed(heads)}{',' if more else ''} and {RUN_NEXT_AGAIN.words()}{other}."
        )


class NoModelColumnError(PeerxlError):
    """A plan that would have no column for the answers of its next quarter, nor has one to make them like."""

    def __init__(self, source: str, nowhere: Nowhere, quarter: FiscalQuarter) -> None:
        super().__init__(
            f"{source}!{nowhere.sheet}: there is no column for {name_fields(nowhere.fields)} of {quarter}, nor one "
            f"that it could be made like; add a column headed “{quarter - 1} status” and {RUN_NEXT_AGAIN.words()}."
        )


class NotMovedOnError(PeerxlError):
    """A plan that would not be read as it was, or not as at the next quarter, once it has moved on."""

    def __init__(self, source: str, quarter: FiscalQuarter) -> None:
        super().__init__(
            f"{source}: the plan would not be read as it is now once it has moved on to {quarter}, so nothing was "
            "changed; add the columns in Excel."
        )


@dataclass(frozen=True, slots=True)
class QuarterTurn:
    """A plan's turn to the quarter after ``was``: the words that say it, the columns for it, and the patch of both.

    ``after`` is the plan as it is read once the workbook is patched, and ``digest`` that of the workbook.
    """

    was: FiscalQuarter
    words: Mapping[Cell, Value]
    columns: AddedColumns
    patch: Patch
    after: ActionPlan
    digest: str

    @property
    def changes(self) -> Changes:
        """The words by sheet and cell."""
        return list_changes(self.words)


def plan_turn(opened: Opened, plan: ActionPlan, options: ReadOptions) -> QuarterTurn:
    """Work out how a plan moves on; the PeerxlError that says why it cannot."""
    was, sheets = require_quarter(plan), read_sheets(opened.path)
    words = move_quarter(plan, sheets, was + 1)
    # Where the workbook says the quarter, it has to say it once it has moved on.
    is_said = bool(words) and options.get("quarter") is None
    asked: ReadOptions = options if is_said else {**options, "quarter": was + 1}
    moved = read_plan_from(opened.path, set_values(sheets, words), asked)
    refuse_reread(plan, moved)
    columns = place_columns(moved, sheets, was + 1)
    patch = make_patch(opened.path, list_changes(words), columns=columns)
    after, mark = rehearse(opened, patch, asked)
    refuse_other_plan(plan, after, was + 1)
    return QuarterTurn(was, words, columns, patch, after, mark)


def list_changes(words: Mapping[Cell, Value]) -> dict[str, dict[str, NewValue]]:
    """What to write, by sheet and cell."""
    by_sheet: dict[str, dict[str, NewValue]] = {}
    for cell, value in words.items():
        by_sheet.setdefault(cell.sheet, {})[cell.address] = value if isinstance(value, date) else Reworded(shown(value))
    return by_sheet


def set_values(sheets: Sequence[Sheet], words: Mapping[Cell, Value]) -> tuple[Sheet, ...]:
    """The sheets with other values in some of their cells, which are there."""
    by_sheet: dict[str, dict[tuple[int, int], Value]] = {}
    for cell, value in words.items():
        by_sheet.setdefault(cell.sheet, {})[cell.row, cell.column] = value
    return tuple(sheet.with_values(by_sheet.get(sheet.name, {})) for sheet in sheets)


def place_columns(plan: ActionPlan, sheets: Sequence[Sheet], quarter: FiscalQuarter) -> AddedColumns:
    """The columns that each table of a plan lacks for a quarter that it reports, where they can stand."""
    named = {sheet.name: sheet for sheet in sheets}
    columns: dict[str, list[NewColumns]] = {}
    for table in plan.tables:
        if missing := list_missing(table, named[table.sheet], quarter, plan.settings.years):
            columns.setdefault(table.sheet, []).append(
                place_in_table(plan, table, named[table.sheet], missing, quarter)
            )
    return columns


def place_in_table(
    plan: ActionPlan, table: Table, sheet: Sheet, missing: Sequence[MissingColumn], quarter: FiscalQuarter
) -> NewColumns:
    """The columns that a table lacks, each with its number."""
    path = plan.path or Path(plan.source)
    excel_tables = read_excel_tables(path, table.sheet)
    after = find_last_column(table, missing, quarter)
    own = next((each for each in excel_tables if (table.last_header_row, after) in each.block), None)
    rows = [table.last_header_row, *(action.row for action in plan.actions if plan.table_of(action) is table)]
    headed = [column.number for column in table.columns]
    block = Block(table.first_header_row, min(headed), find_last_row(sheet, max(rows), own), max(headed))
    first = choose_first_column(f"{path}!{table.sheet}", sheet, block, len(missing), after, excel_tables)
    headings = own.columns if own else ()
    columns = (
        NewColumn(first + index, each.model.number, each.model.heading.row, each.get_words(headings))
        for index, each in enumerate(missing)
    )
    return NewColumns(tuple(columns), block.first_row, block.last_row)


def rehearse(opened: Opened, patch: Patch, options: ReadOptions) -> tuple[ActionPlan, str]:
    """The plan as it would be read once a patch is made, and the digest of its workbook.

    The workbook has its own name meanwhile, which may say something of the plan.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / opened.path.name
        write_through(patch, copy)
        return read_plan(copy, **options), digest(copy)


def refuse_reread(before: ActionPlan, after: ActionPlan) -> None:
    """Raise for the first answer that would be another quarter's, with all columns of its sheet that have such."""
    rereads = tuple(list_reread(before, after))
    if not rereads:
        return
    _, first = rereads[0]
    columns: dict[int, tuple[Column, FiscalQuarter]] = {}
    for action, reread in rereads:
        if reread.cell.sheet == first.cell.sheet and reread.cell.column not in columns:
            columns[reread.cell.column] = find_column(before.table_of(action), reread.cell), reread.before
    raise RereadError(before.source, first, tuple(columns.values()))


def find_column(table: Table, cell: Cell) -> Column:
    """The column that a cell of a table stands in."""
    return next(column for column in table.columns if column.number == cell.column)


def refuse_other_plan(before: ActionPlan, after: ActionPlan, quarter: FiscalQuarter) -> None:
    """Raise where a plan that has moved on is not the one it was, at another quarter."""
    refuse_reread(before, after)
    if after.quarter != quarter or not is_same_plan(before, after):
        raise NotMovedOnError(before.source, quarter)
    lacking = [nowhere for nowhere in list_nowhere(after, quarter, (STATUS,)) if not nowhere.cells]
    if lacking:
        raise NoModelColumnError(before.source, lacking[0], quarter)
