"""The steps of a master, each a file beside it.

A step is written before the master is saved: a run that is killed leaves at worst a step that changed nothing, and two
machines never write into one file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from peerxl.advice import EARLIER_COPIES, FORGET
from peerxl.documents.wording import listed
from peerxl.errors import PeerxlError
from peerxl.excel.master import Opened, digest, is_saved
from peerxl.excel.patch import read_snapshots, snapshot_as_json
from peerxl.files.backup import BACKUPS, KEPT, backups
from peerxl.files.save import save_all
from peerxl.undo_log.step import LoggedStep
from peerxl.undo_log.step_json import step_as_json, step_from_json

DATED, ENDING = "%Y-%m-%d %H%M%S.%f", ".json"
OLDER = ".peerxl-backup"
"""Where an older peerxl kept masters and its log, which is of another form."""


class NothingToUndoError(PeerxlError):
    """There is no change to take back; earlier masters may have been kept all the same."""

    def __init__(self, path: object, folders: Sequence[str]) -> None:
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


def list_steps(master: Path) -> list[tuple[datetime, Path]]:
    """The steps of a master, each with the moment that its file is named by, the last one last."""
    file = master.resolve()
    named = re.compile(rf"{re.escape(file.name)} (\d{{4}}-\d\d-\d\d \d{{6}}\.\d{{6}}) \w+{re.escape(ENDING)}")
    folder = file.parent / BACKUPS
    paths = sorted(folder.iterdir()) if folder.is_dir() else ()
    moments = ((read_moment(match[1]), path) for path in paths if (match := named.fullmatch(path.name)))
    return [(moment, path) for moment, path in moments if moment]


def read_moment(text: str) -> datetime | None:
    """The moment in a step's name; None where there is no such day or hour, as then it is no step of ours."""
    try:
        return datetime.strptime(text, DATED)
    except ValueError:
        return None


def step_paths(master: Path) -> list[Path]:
    """Where the steps of a master lie, the last step last."""
    return [path for _, path in list_steps(master)]


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
    moments = [moment.replace(tzinfo=at.tzinfo) for moment, _ in list_steps(master)]
    return max(at, moments[-1] + timedelta(microseconds=1)) if moments else at


def keep_cells(master: Opened, step: LoggedStep) -> LoggedStep:
    """The step with its cells as they stand in the master."""
    addresses: dict[str, list[str]] = {}
    for cell in step.cells:
        addresses.setdefault(cell.sheet, []).append(cell.address)
    kept = read_snapshots(master.path, addresses)
    cells = (replace(cell, kept=snapshot_as_json(kept[cell.sheet][cell.address])) for cell in step.cells)
    return replace(step, cells=tuple(cells))


def strike_step(master: Path, step: LoggedStep) -> None:
    """Take a step out of the log."""
    step_path(master, step).unlink(missing_ok=True)


def write_step(master: Path, step: LoggedStep) -> None:
    """Keep a step, and of those before it as many as there are earlier masters."""
    save_all({step_path(master, step): step_as_json(step).encode(errors="replace")}, force=True)
    for path in step_paths(master)[:-KEPT]:
        path.unlink(missing_ok=True)


def last_step(master: Path) -> LoggedStep:
    """The step to take back; NothingToUndoError where there is none, UndoLogUnreadableError where it is damaged."""
    paths = step_paths(master)
    if not paths:
        raise NothingToUndoError(master, tuple(backup_folders(master.resolve())))
    try:
        return step_from_json(paths[-1].read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UndoLogUnreadableError(master) from error


def backup_folders(file: Path) -> Iterator[str]:
    """The folders beside a master that hold earlier ones."""
    return (name for name in (BACKUPS, OLDER) if backups(file, file.parent / name))


def find_master_before(master: Path, step: LoggedStep) -> Path | None:
    """The copy that was kept of a master as it was before a step; None where it is gone."""
    file = master.resolve()
    copies = reversed(backups(file, file.parent / BACKUPS))
    return next((copy for copy in copies if digest(copy) == step.before), None)
