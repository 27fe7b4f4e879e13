"""A plan moved on to its next quarter, in the officers' own workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Unpack

from peerxl.advice import BEGIN_YEAR, MAKE_YEAR, RUN_NEXT_AGAIN
from peerxl.calendar.settings import dates_by_quarter, rules_of
from peerxl.commands.kept_options import store_options
from peerxl.commands.memory import Past, RecordOptions, read_past, remember
from peerxl.commands.open_conflicts import find_open_conflicts
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, read_plan_from, require_quarter
from peerxl.commands.replies import replies_of
from peerxl.documents.wording import counted
from peerxl.errors import PeerxlError
from peerxl.excel.column_places import choose_first_column, find_last_row, read_excel_tables
from peerxl.excel.master import Opened, digest, open_master, refuse_in_use, save_cells, steady
from peerxl.excel.patch import AddedColumns, Changes, NewColumn, NewColumns, NewValue, Patch, Reworded, make_patch
from peerxl.excel.patch.target import write_through
from peerxl.excel.read import read_sheets
from peerxl.files.lock import alone
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
from peerxl.record.event import Moved
from peerxl.record.naming import name_actions
from peerxl.text import cut_line
from peerxl.undo_log.log import last_step, log_step
from peerxl.undo_log.step import LoggedStep

NEXT = "next"
"""What the command is called in the record."""


class RereadError(PeerxlError):
    """A plan in which an answer would be read as another quarter's once it has moved on."""

    def __init__(self, source: str, reread: Reread, column: Column) -> None:
        other = BEGIN_YEAR.words() if reread.after.year != reread.before.year else ""
        super().__init__(
            f"{source}!{reread.cell}: it would be read as an answer of {reread.after} once the plan has moved on, and "
            f"is one of {reread.before}; head its column, in {column.heading.address}, "
            f"“{name_quarter_in(column, reread.before)}” and {RUN_NEXT_AGAIN.words()}{other}."
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
class NextResult:
    """What moving on changed, or would: the quarter now reported, the cells that say it, the headings of the columns
    added, and the workbook's parts.

    ``was`` is the quarter before, ``unprinted`` are the sheets whose print area ends before the columns added, and
    ``backup`` is the master before; None where nothing was written. ``is_finished`` tells that a run before had done it
    all, and was stopped before it could write that down. ``early_until`` is the day that the quarter ends on, where
    owners are asked about it before that, as nothing says when it is reported. ``notes`` are sentences on what of
    the quarter before is still open, and on a plan of one year that would report a quarter of the next.
    """

    master: Path
    was: FiscalQuarter
    quarter: FiscalQuarter
    cells: tuple[Cell, ...]
    columns: tuple[Cell, ...]
    changed: tuple[str, ...]
    unprinted: tuple[str, ...] = ()
    backup: Path | None = None
    is_finished: bool = False
    early_until: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the workbook is another once the plan has moved on: one that names no quarter stays as it is."""
        return bool(self.changed) or self.is_finished


def next_quarter(
    master: AnyPath,
    *,
    now: datetime,
    dry_run: bool = False,
    record: AnyPath | None = None,
    no_record: bool = False,
    **options: Unpack[ReadOptions],
) -> NextResult:
    """Move a plan on to its next quarter in the master itself: the words that say the quarter, and columns for it.

    Columns are added where a quarter's are named by their headings and the next has none: like the last ones, next to
    them where the cells there are empty, else at the right edge. The changed workbook is read once before it is saved,
    and has to be the same plan at the next quarter. ``record`` and ``no_record`` are those of ``RecordOptions``. Raises
    what ``read_plan``, ``remember`` and ``save_cells`` raise, NoQuarterError where nothing says the quarter, and a
    PeerxlError that says why the plan cannot be moved on.
    """
    opened = open_master(master)
    keeping: RecordOptions = {"record": record, "no_record": no_record}
    with alone(opened.path), steady(opened):
        plan = read_plan(master, **options)
        if stopped := find_stopped(opened, **keeping):
            return finish(opened, plan, stopped, now, dry_run=dry_run, **keeping)
        turn = plan_turn(opened, plan, options)
        result = replace(
            describe_turn(turn),
            early_until=find_early(plan, turn.was + 1, now.date()),
            notes=(
                *say_left_open(plan, turn.was, read_past(opened.path, **keeping)),
                *say_new_year(turn.after, turn.was + 1),
            ),
        )
        if dry_run or not turn.patch.edits:
            refuse_in_use(opened)
            return result
        with remember(opened.path, plan, NEXT, now, **keeping) as memory:
            how, digests = store_options(options, opened.path), (opened.digest, turn.digest)
            with log_step(opened, LoggedStep(NEXT, now, how, (), memory.run_id, *digests)):
                saved = save_cells(opened, turn.changes, now=now, columns=turn.columns)
            memory.write(Moved(str(result.quarter), str(result.was)))
    return replace(result, backup=saved.backup)


def say_left_open(plan: ActionPlan, quarter: FiscalQuarter, past: Past) -> Iterator[str]:
    """What of a quarter is open still: conflicts that nobody has settled, owners who were asked and have not answered.

    A form that comes back later asks about a quarter that the plan does not report any more.
    """
    ids = name_actions(plan, past.entries)
    conflicts = len(find_open_conflicts(plan, quarter, past.entries, ids))
    waiting = len(replies_of(plan, quarter, past.entries, ids).outstanding)
    parts = (
        f"{counted(conflicts, 'conflict')} {'is' if conflicts == 1 else 'are'} not settled" if conflicts else "",
        f"{counted(waiting, 'owner')} {'has' if waiting == 1 else 'have'} not answered" if waiting else "",
    )
    if says := " and ".join(filter(None, parts)):
        yield f"{says} for {quarter}; answers for it are refused once the plan has moved on"


def say_new_year(plan: ActionPlan, quarter: FiscalQuarter) -> Iterator[str]:
    """That a plan which has moved on to a quarter has a title that says another year."""
    if plan.year and plan.year != quarter.year:
        yield f"{quarter} is not of the year that the title says, “{cut_line(plan.title, 100)}”; {MAKE_YEAR.words()}"


def find_stopped(opened: Opened, **keeping: Unpack[RecordOptions]) -> LoggedStep | None:
    """The run that has moved the master on to where it is, and was stopped before it could write that down."""
    if keeping.get("no_record"):
        return None
    try:
        step = last_step(opened.path)
    except PeerxlError:
        return None
    past = read_past(opened.path, **keeping)
    moved = {entry.event.done_by or entry.run for entry in past.entries if isinstance(entry.event, Moved)}
    return step if step.command == NEXT and step.after == opened.digest and step.run not in moved else None


def finish(
    opened: Opened,
    plan: ActionPlan,
    step: LoggedStep,
    now: datetime,
    *,
    dry_run: bool,
    **keeping: Unpack[RecordOptions],
) -> NextResult:
    """Write down what a stopped run has done, rather than move the plan on once more."""
    quarter = require_quarter(plan)
    if not dry_run:
        with remember(opened.path, plan, NEXT, now, **keeping) as memory:
            memory.write(Moved(str(quarter), str(quarter - 1), done_by=step.run))
    return NextResult(opened.path, quarter - 1, quarter, (), (), (), is_finished=True)


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


def describe_turn(turn: QuarterTurn) -> NextResult:
    """What a turn changes."""
    members = turn.patch.package.archive.members
    return NextResult(
        turn.patch.package.archive.path,
        turn.was,
        turn.was + 1,
        tuple(cell._replace(text=shown(value)) for cell, value in turn.words.items()),
        tuple(list_headings(turn.columns)),
        tuple(member.name for member in members if member.name in turn.patch.edits),
        turn.patch.unprinted,
    )


def find_early(plan: ActionPlan, quarter: FiscalQuarter, today: date) -> date | None:
    """When a quarter ends of which owners are asked at once, as the settings have no day of it to count back from."""
    try:
        is_dated = quarter in dates_by_quarter(plan.settings, rules_of(plan.settings, plan.source), quarter)
    except PeerxlError:  # days that contradict one another, before which nobody is asked
        return None
    return quarter.last_day if not is_dated and today < quarter.last_day else None


def list_headings(columns: AddedColumns) -> Iterator[Cell]:
    """The headings of new columns, sheet by sheet."""
    for sheet, added in columns.items():
        for column in (column for each in added for column in each.columns):
            yield Cell(sheet, column.heading_row, column.number, column.heading)


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
    """Raise for the first answer that would be another quarter's."""
    for action, reread in list_reread(before, after):
        columns = before.table_of(action).columns
        column = next(column for column in columns if column.number == reread.cell.column)
        raise RereadError(before.source, reread, column)


def refuse_other_plan(before: ActionPlan, after: ActionPlan, quarter: FiscalQuarter) -> None:
    """Raise where a plan that has moved on is not the one it was, at another quarter."""
    refuse_reread(before, after)
    if after.quarter != quarter or not is_same_plan(before, after):
        raise NotMovedOnError(before.source, quarter)
    lacking = [nowhere for nowhere in list_nowhere(after, quarter, (STATUS,)) if not nowhere.cells]
    if lacking:
        raise NoModelColumnError(before.source, lacking[0], quarter)
