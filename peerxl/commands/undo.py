"""The last change of a master taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Unpack

from peerxl.commands.kept_options import restore_options
from peerxl.commands.last_change import find_last_step, find_other_year
from peerxl.commands.memory import RecordOptions, remember
from peerxl.commands.read import AnyPath, read_plan
from peerxl.excel.master import Opened, open_master, restore_master, save_cells, steady
from peerxl.excel.patch import CellSnapshot, Changes, NewValue, find_stale_cells
from peerxl.excel.read import read_sheets
from peerxl.files.lock import alone
from peerxl.model.sheet import Cell
from peerxl.record.event import ActionId, Moved, Undone
from peerxl.record.sighting import of_record
from peerxl.undo_log.log import ChangedSinceError, find_master_before, strike_step
from peerxl.undo_log.reversal import LeftCell, Reversal, plan_reversal
from peerxl.undo_log.step import LoggedCell, LoggedStep


@dataclass(frozen=True, slots=True)
class UndoResult:
    """The step taken back: the cells as they are again, those left alone, and the master before (None if unchanged).

    ``restored`` is the copy of which the whole master came back, where the step had changed more than cells.
    """

    master: Path
    step: LoggedStep
    cells: tuple[Cell, ...]
    left: tuple[LeftCell, ...]
    backup: Path | None
    restored: Path | None = None


def undo(
    master: AnyPath, *, now: datetime, forget: bool = False, dry_run: bool = False, **keeping: Unpack[RecordOptions]
) -> UndoResult:
    """Take the last collect, fix or next back, cell by cell; a cell that somebody has changed since is left alone.

    So is one whose row cannot be told for sure, and all of a change that was made in another year of the plan. A next
    is taken back as a whole, and only where the master was not saved since.

    A step is struck out once any of its cells was taken back, and the one before it is next; where none can be, it
    stays unless ``forget`` says otherwise. A cell comes back as it was, a day as a day and in its style; where another
    program has numbered anew what the cell refers to, its value does. With ``dry_run`` nothing is written. ``keeping``
    are those of ``RecordOptions``.
    Raises NothingToUndoError where there is nothing to take back, and what ``read_plan``, ``remember`` and
    ``save_cells`` raise.
    """
    opened = open_master(master)
    with alone(opened.path), steady(opened):
        step = find_last_step(opened, **keeping)
        if step.after:
            return undo_whole(opened, step, now, forget=forget, dry_run=dry_run, **keeping)
        plan = read_plan(opened.path, **restore_options(step.how, opened.path))
        if why := find_other_year(step, plan):
            reversal = Reversal((), tuple(LeftCell(logged, why) for logged in step.cells))
        else:
            reversal = plan_reversal(step.cells, plan, read_sheets(opened.path))
        cells = tuple(each.cell._replace(text=each.logged.before) for each in reversal.taken)
        if dry_run:
            return UndoResult(opened.path, step, cells, reversal.left, None)
        with remember(opened.path, plan, "undo", now, **keeping) as memory:
            saved = save_cells(opened, choose_values(opened, reversal), now=now)
            of_actions = ((each.logged, memory.id_of(each.action)) for each in reversal.taken if each.action)
            memory.write(*(undone(logged, action, step) for logged, action in of_actions))
        # A step that nothing could be taken back of may still be wanted, once the plan is put right.
        if reversal.taken or not reversal.left or forget:
            strike_step(opened.path, step)
    return UndoResult(opened.path, step, cells, reversal.left, saved.backup)


def undone(logged: LoggedCell, action: ActionId, step: LoggedStep) -> Undone:
    """That a cell is as it was before a step."""
    before, after = (of_record(logged.field, text) for text in (logged.after, logged.before))
    return Undone(action, logged.field, before, after, logged.quarter, step.run)


def undo_whole(
    opened: Opened, step: LoggedStep, now: datetime, *, forget: bool, dry_run: bool, **keeping: Unpack[RecordOptions]
) -> UndoResult:
    """Put a master back as it was before a step, byte for byte; ChangedSinceError where it is not as the step left it.

    With ``forget`` the step is given up where it cannot be taken back. Taken back by hand it is gone.
    """
    copy = find_master_before(opened.path, step)
    if copy is None or opened.digest != step.after:
        if not forget and opened.digest != step.before:
            raise ChangedSinceError(opened.path, step, copy)
        if not dry_run:
            strike_step(opened.path, step)
        return UndoResult(opened.path, step, (), (), None)
    if dry_run:
        return UndoResult(opened.path, step, (), (), None, copy)
    how = restore_options(step.how, opened.path)
    was = read_plan(opened.path, **how)
    with remember(opened.path, was, "undo", now, **keeping) as memory:
        backup = restore_master(opened, copy, now=now)
        # As it was read before the step too, where the workbook does not say its quarter.
        quarter = read_plan(opened.path, **how).quarter
        if was.quarter and quarter and was.quarter != quarter:
            memory.write(Moved(str(quarter), str(was.quarter), step.run))
    strike_step(opened.path, step)
    return UndoResult(opened.path, step, (), (), backup, copy)


def choose_values(opened: Opened, reversal: Reversal) -> Changes:
    """What to write: each cell as it was, or its value where its XML would be another cell by now."""
    stale = find_stale_cells(opened.path, reversal.snapshots)
    values: dict[str, dict[str, NewValue]] = {sheet: dict(cells) for sheet, cells in reversal.snapshots.items()}
    snapshots = reversal.snapshots
    for cell, logged in ((each.cell, each.logged) for each in reversal.taken):
        if cell.address in stale.get(cell.sheet, {}):
            values[cell.sheet][cell.address] = choose_value(snapshots[cell.sheet][cell.address], logged)
    return values


def choose_value(snapshot: CellSnapshot, logged: LoggedCell) -> NewValue:
    """What a cell held; a time of day, which cannot be written as one, in its words."""
    value = snapshot.value
    return logged.before if isinstance(value, time | timedelta) else value
