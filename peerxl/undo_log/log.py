"""The steps of a master, each a file beside it.

A step is written before the master is saved: a run that is killed leaves at worst a step that changed nothing, and two
machines never write into one file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from peerxl.advice import EARLIER_COPIES, FORGET
from peerxl.documents.wording import listed
from peerxl.errors import PeerxlError
from peerxl.excel.master import Opened, digest, is_saved
from peerxl.excel.patch import list_sheet_names, read_snapshots, snapshot_as_json
from peerxl.files.backup import BACKUPS, KEPT, backups
from peerxl.files.save import save_all
from peerxl.pattern import compile_late
from peerxl.record.run import NO_RUNS, PlanRuns
from peerxl.undo_log.step import LoggedStep
from peerxl.undo_log.step_json import step_as_json, step_from_json

DATED, ENDING = "%Y-%m-%d %H%M%S.%f", ".json"
_STEP = compile_late(rf"(.+) (\d{{4}}-\d\d-\d\d \d{{6}}\.\d{{6}}) (\w+){re.escape(ENDING)}", re.DOTALL)
OLDER = ".peerxl-backup"
"""Where an older peerxl kept masters and its log, which is of another form."""


class StepFile(NamedTuple):
    """What the name of a step's file says: when it was, of which run, and what the master was called."""

    at: datetime
    run: str
    master: str
    path: Path

    def is_of(self, master: Path, runs: PlanRuns) -> bool:
        """Whether it is a step of a master: one of its plan's runs, else of a run that the record does not know."""
        return self.run in runs.own or (self.master == master.resolve().name and self.run not in runs.others)


class NothingToUndoError(PeerxlError):
    """There is no change to take back; earlier masters may have been kept all the same."""

    def __init__(self, path: Path) -> None:
        folders = tuple(backup_folders(path.resolve()))
        earlier = f"; earlier copies are in {EARLIER_COPIES.words(folders=listed(folders))}" if folders else ""
        super().__init__(f"{path}: there is no change to take back{earlier}.")


class UndoLogUnreadableError(PeerxlError):
    """The last step is not as it was written."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the record of its changes cannot be read; take an earlier copy from "
            f"{EARLIER_COPIES.words(folders=BACKUPS)} instead."
        )


class ChangedSinceError(PeerxlError):
    """A master that was saved since a step which changed more than cells, so that it is not put back as a whole."""

    def __init__(self, path: object, step: LoggedStep, backup: Path | None) -> None:
        copy = backup.name if backup else "an earlier copy"
        super().__init__(
            f"{path}: the plan was saved since its change of {step.at:%d/%m/%Y} at {step.at:%H:%M}, so that is not "
            f"taken back; put in its place {copy} from {EARLIER_COPIES.words(folders=BACKUPS)}, or {FORGET.words()}."
        )


def step_path(master: Path, step: LoggedStep) -> Path:
    """Where a step lies: "plan.xlsx 2024-01-08 093000.000000 1f3a.json"."""
    file = master.resolve()
    return file.parent / BACKUPS / f"{file.name} {step.at:{DATED}} {step.run}{ENDING}"


def list_files(master: Path) -> list[StepFile]:
    """The steps that lie beside a master, of this one and of others, in order."""
    folder = master.resolve().parent / BACKUPS
    named = ((_STEP.fullmatch(path.name), path) for path in (folder.iterdir() if folder.is_dir() else ()))
    return sorted(
        StepFile(moment, match[3], match[1], path)
        for match, path in named
        if match and (moment := read_moment(match[2]))
    )


def read_moment(text: str) -> datetime | None:
    """The moment in a step's name; None where there is no such day or hour, as then it is no step of ours."""
    try:
        return datetime.strptime(text, DATED)
    except ValueError:
        return None


def step_paths(master: Path, runs: PlanRuns = NO_RUNS) -> list[Path]:
    """Where the steps of a master lie, the last step last."""
    return [file.path for file in list_files(master) if file.is_of(master, runs)]


@contextmanager
def log_step(master: Opened, step: LoggedStep) -> Iterator[None]:
    """Write a step down before the master is changed, and strike it out where that fails and nothing was changed.

    Its cells are kept as they are, so that a day comes back as a day and in its style.
    """
    step = replace(keep_cells(master, step), at=after_last(master.path, step.at))
    if step.cells or step.after:
        write_step(master.path, step)
    try:
        yield
    except BaseException as error:
        if not is_saved(master, error):
            strike_step(master.path, step)
        raise


def after_last(master: Path, at: datetime) -> datetime:
    """When a step is said to be: just after the last one where the clock was set back, as the last is undone first."""
    moments = [file.at.replace(tzinfo=at.tzinfo) for file in list_files(master)]
    return max(at, moments[-1] + timedelta(microseconds=1)) if moments else at


def keep_cells(master: Opened, step: LoggedStep) -> LoggedStep:
    """The step with its cells as they stand in the master, and the names of the sheets there."""
    addresses: dict[str, list[str]] = {}
    for cell in step.cells:
        addresses.setdefault(cell.sheet, []).append(cell.address)
    kept = read_snapshots(master.path, addresses)
    cells = (replace(cell, kept=snapshot_as_json(kept[cell.sheet][cell.address])) for cell in step.cells)
    return replace(step, cells=tuple(cells), sheets=list_sheet_names(master.path))


def strike_step(master: Path, step: LoggedStep) -> None:
    """Take a step out of the log, whatever the master was called then."""
    for file in list_files(master):
        if (file.at, file.run) == (step.at.replace(tzinfo=None), step.run):
            file.path.unlink(missing_ok=True)


def write_step(master: Path, step: LoggedStep) -> None:
    """Keep a step, and of those before it as many as there are earlier masters."""
    save_all({step_path(master, step): step_as_json(step).encode(errors="replace")}, force=True)
    for path in step_paths(master)[:-KEPT]:
        path.unlink(missing_ok=True)


def last_step(master: Path, runs: PlanRuns = NO_RUNS) -> LoggedStep:
    """The step to take back; NothingToUndoError where there is none, UndoLogUnreadableError where it is damaged."""
    paths = step_paths(master, runs)
    if not paths:
        raise NothingToUndoError(master)
    return read_step(master, paths[-1])


def read_step(master: Path, path: Path) -> LoggedStep:
    """The step that a file beside a master holds; UndoLogUnreadableError where it is damaged."""
    try:
        return step_from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UndoLogUnreadableError(master) from error


def backup_folders(file: Path) -> Iterator[str]:
    """The folders beside a master that hold earlier ones."""
    return (name for name in (BACKUPS, OLDER) if backups(file, file.parent / name))


def find_master_before(master: Path, step: LoggedStep) -> Path | None:
    """The copy that was kept of a master as it was before a step; None where it is gone."""
    # By whatever name it was kept, as the master may have been renamed since.
    folder = master.resolve().parent / BACKUPS
    copies = sorted(path for path in folder.glob(f"*{master.resolve().suffix}") if path.is_file())
    return next((copy for copy in copies if digest(copy) == step.before), None)
