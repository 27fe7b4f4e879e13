"""The last change of a master taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from peerxl.commands.read import AnyPath, read_plan
from peerxl.excel.lock import alone
from peerxl.excel.master import open_master, save_cells, steady
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Cell
from peerxl.undo_log import LeftCell, Step, last_step, plan_reversal, strike_step


@dataclass(frozen=True, slots=True)
class UndoResult:
    """The step taken back: the cells as they are again, those left alone, and the master before (None if unchanged)."""

    master: Path
    step: Step
    cells: tuple[Cell, ...]
    left: tuple[LeftCell, ...]
    backup: Path | None


def undo(master: AnyPath, *, now: datetime, forget: bool = False) -> UndoResult:
    """Take the last collect or fix back, cell by cell; a cell that somebody has changed since is left alone.

    A step is struck out once any of its cells was taken back, and the one before it is next; where none can be, it
    stays unless ``forget`` says otherwise. What was a date that Excel knows as one comes back as the words it showed.
    Raises NothingToUndoError where there is nothing to take back, and what ``read_plan`` and ``save_cells`` raise.
    """
    opened = open_master(master)
    with alone(opened.path), steady(opened):
        step = last_step(opened.path)
        reversal = plan_reversal(step.cells, read_plan(opened.path, **step.how), read_sheets(opened.path))
        saved = save_cells(opened, reversal.texts, now=now)
        # A step that nothing could be taken back of may still be wanted, once the plan is put right.
        if reversal.taken or not reversal.left or forget:
            strike_step(opened.path, step)
    cells = tuple(replace(cell, text=logged.before) for logged, cell in reversal.taken)
    return UndoResult(opened.path, step, cells, reversal.left, saved.backup)
