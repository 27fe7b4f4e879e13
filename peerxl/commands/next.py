"""A plan moved on to its next quarter, in the officers' own workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

from peerxl.advice import MAKE_YEAR
from peerxl.calendar.settings import dates_by_quarter, rules_of
from peerxl.commands.kept_options import store_options
from peerxl.commands.memory import Past, RecordOptions, read_past, remember
from peerxl.commands.open_conflicts import find_open_conflicts
from peerxl.commands.quarter_turn import QuarterTurn, plan_turn
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, require_quarter
from peerxl.commands.replies import replies_of
from peerxl.documents.wording import counted, listed
from peerxl.errors import PeerxlError
from peerxl.excel.master import Opened, open_master, refuse_in_use, save_cells, steady
from peerxl.excel.patch import AddedColumns
from peerxl.files.lock import alone
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, shown
from peerxl.record.event import Moved
from peerxl.record.naming import name_actions
from peerxl.text import cut_line
from peerxl.undo_log.log import last_step, log_step
from peerxl.undo_log.step import LoggedStep

NEXT = "next"
"""What the command is called in the record."""


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
        if stopped := find_stopped(opened, plan, **keeping):
            return finish(opened, plan, stopped, now, dry_run=dry_run, **keeping)
        turn = plan_turn(opened, plan, options)
        result = replace(
            describe_turn(turn),
            early_until=find_early(plan, turn.was + 1, now.date()),
            notes=(
                *say_left_open(plan, turn.was, read_past(opened.path, plan, **keeping)),
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
    """What of a quarter is open still: conflicts, dates held back, owners who were asked and have not answered.

    A form that comes back later asks about a quarter that the plan does not report any more.
    """
    ids = name_actions(plan, past.entries)
    unsettled = find_open_conflicts(plan, quarter, past.entries, ids)
    held = sum(1 for conflict in unsettled if conflict.is_held)
    conflicts = len(unsettled) - held
    waiting = len(replies_of(plan, quarter, past.entries, ids).outstanding)
    parts = (
        f"{counted(conflicts, 'conflict')} {'is' if conflicts == 1 else 'are'} not settled" if conflicts else "",
        f"{counted(held, 'date')} {'is' if held == 1 else 'are'} held back" if held else "",
        f"{counted(waiting, 'owner')} {'has' if waiting == 1 else 'have'} not answered" if waiting else "",
    )
    if says := tuple(filter(None, parts)):
        yield f"{listed(says)} for {quarter}; answers for it are refused once the plan has moved on"


def say_new_year(plan: ActionPlan, quarter: FiscalQuarter) -> Iterator[str]:
    """That a plan which has moved on to a quarter has a title that says another year."""
    if plan.year and plan.year != quarter.year:
        yield f"{quarter} is not of the year that the title says, “{cut_line(plan.title, 100)}”; {MAKE_YEAR.words()}"


def find_stopped(opened: Opened, plan: ActionPlan, **keeping: Unpack[RecordOptions]) -> LoggedStep | None:
    """The run that has moved the master on to where it is, and was stopped before it could write that down."""
    if keeping.get("no_record"):
        return None
    past = read_past(opened.path, plan, **keeping)
    try:
        step = last_step(opened.path, past.runs)
    except PeerxlError:
        return None
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
