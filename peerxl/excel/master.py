"""The master saved safely: never over somebody's work, never half, and the one before kept."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peerxl.errors import MissingFileError, PeerxlError, UnreadableFileError
from peerxl.excel.inspect import refuse_no_file
from peerxl.excel.patch import AddedColumns, Changes, make_patch
from peerxl.excel.patch.target import write_proved_copy
from peerxl.excel.readback import refuse_unread
from peerxl.files.backup import BACKUPS, keep_backup, prune_backups
from peerxl.files.save import NotSavedError, clean_up, copy_attributes, copy_mode, make_temporary, reason, replace_file
from peerxl.model.sheet import Cell

# What lies beside a workbook while Excel, LibreOffice or WPS has it open.
MARKS = ("~${name}", ".~lock.{name}#", ".~{name}")


class MasterChangedError(PeerxlError):
    """The master is not the one that was read."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: the workbook was changed since it was read, so nothing was written; start again.")


class LinkedMasterError(PeerxlError):
    """The master's file has another name, which would go on to lead to the plan as it was."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the file has a second name elsewhere (a hard link), which would keep the plan as it was, so "
            "nothing was written; make a copy of the file, put it in this one's place and start again."
        )


class MasterReadOnlyError(PeerxlError):
    """The master is marked as not to be changed."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the workbook is read-only, so nothing was written; let it be changed (in its properties) and "
            "start again."
        )


class MasterOpenError(PeerxlError):
    """Somebody has the master open."""

    def __init__(self, path: object, mark: str) -> None:
        super().__init__(
            f"{path}: somebody has the workbook open ({mark!r} lies beside it), so nothing was written; close it, "
            f"or delete {mark!r} where nobody has."
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A master as it was when it was read: its path as it was given, and the SHA-256 of its bytes."""

    path: Path
    digest: str

    @property
    def file(self) -> Path:
        """The file itself, where the path is a link to it."""
        return self.path.resolve()

    def spell(self, beside: Path) -> Path:
        """The path of a file beside the master, from where its user named it; the whole path where that was a link."""
        folder, file = self.file.parent, beside.resolve()
        return self.path.parent / file.relative_to(folder) if self.path.parent.resolve() == folder else file


@dataclass(frozen=True, slots=True)
class Saved:
    """A master as it is now, the cells that were set in it, and the one before (None where nothing had to change)."""

    master: Opened
    cells: tuple[Cell, ...]
    backup: Path | None


def open_master(path: str | os.PathLike[str]) -> Opened:
    """Note what the master is, before it is read; whatever happens to it afterwards is noticed when it is saved."""
    return Opened(Path(path), digest(Path(path)))


def save_cells(
    master: Opened,
    changes: Changes,
    *,
    now: datetime,
    even_locked: bool = False,
    columns: AddedColumns | None = None,
) -> Saved:
    """Set cells of the master itself, as ``set_cells`` does in a copy, and put columns into its sheets.

    The new master is written beside the old one, flushed, and read back cell by cell; then the old one is copied into
    ``.peerxl-backup``, dated with ``now`` (the last 20 are kept), and the new one takes its place in one step. Stopped
    at any moment there is one whole master under its name, the old or the new. Raises MasterChangedError where it is
    not the one that was opened, MasterOpenError where somebody has it open, and what ``set_cells`` raises.
    """
    refuse_in_use(master)
    with steady(master):
        patch = make_patch(master.path, changes, even_locked, columns)
    # Nothing would change: no backup either, so that the twenty kept are of masters that differ.
    if not patch.edits:
        return Saved(master, patch.cells, None)
    folder = master.file.parent / BACKUPS
    with steady(master), write_proved_copy(patch, master.file, folder) as copy:
        refuse_unread(master.path, copy, patch.promises, patch.merged)
        backup = keep_backup(master.file, folder, now)
        new = Opened(master.path, digest(copy))
        # Once more, as late as can be: reading back takes a while, and people save in the meantime.
        refuse_in_use(master)
        replace_file(copy, master.file)
    flush_folder(master.file.parent)
    prune_backups(master.file, folder, backup)
    clean_up(master.file.parent, backup)
    return Saved(new, patch.cells, master.spell(backup))


def restore_master(master: Opened, earlier: Path, *, now: datetime) -> Path:
    """Put an earlier master, which was kept, in the place of this one in one step; this one is kept, and comes back.

    Raises what ``save_cells`` does for a master that is in use or was changed.
    """
    refuse_in_use(master)
    folder = earlier.parent
    backup = keep_backup(master.file, folder, now)
    copy = make_temporary(master.file, folder)
    try:
        shutil.copyfile(earlier, copy)
        copy_mode(master.file, copy)
        copy_attributes(master.file, copy)
        refuse_in_use(master)
        replace_file(copy, master.file)
    except OSError as error:
        raise NotSavedError(master.path, reason(error)) from error
    finally:
        copy.unlink(missing_ok=True)
    flush_folder(master.file.parent)
    return master.spell(backup)


def save_copy(master: Opened, target: Path, changes: Changes) -> tuple[Cell, ...]:
    """Set cells in a copy of the master, proved as the master itself would be; what is there already is replaced.

    Raises MasterChangedError where the master is no longer the one that was opened, and what ``set_cells`` raises.
    """
    refuse_changed(master)
    with steady(master):
        patch = make_patch(master.path, changes)
    with steady(master), write_proved_copy(patch, target) as copy:
        refuse_unread(master.path, copy, patch.promises)
        refuse_changed(master)
        replace_file(copy, target)
    return patch.cells


def refuse_unwritable(master: Opened, changes: Changes, *, in_copy: bool = False) -> None:
    """Raise what ``save_cells``, or ``save_copy``, would, and write nothing."""
    if not in_copy:
        refuse_in_use(master)
    make_patch(master.path, changes)


def is_saved(master: Opened, error: BaseException) -> bool:
    """Whether a master was saved in spite of an error: no refusal comes after saving, an interruption may."""
    return not isinstance(error, PeerxlError) and not is_unchanged(master)


def is_unchanged(master: Opened) -> bool:
    """Whether the master is still the one that was opened."""
    return digest(master.path) == master.digest


@contextmanager
def steady(master: Opened) -> Iterator[None]:
    """Read a master: whatever is raised while the file changes is MasterChangedError, as it may be whole by now."""
    try:
        yield
    except PeerxlError as error:
        if not is_unchanged(master):
            raise MasterChangedError(master.path) from error
        raise


def refuse_changed(master: Opened) -> None:
    if not is_unchanged(master):
        raise MasterChangedError(master.path)


def refuse_in_use(master: Opened) -> None:
    """Raise where the master is open somewhere, changed, or not to be written."""
    for mark in marks(master):
        if os.path.lexists(mark):
            raise MasterOpenError(master.path, mark.name)
    refuse_changed(master)
    if not os.access(master.file, os.W_OK):
        raise MasterReadOnlyError(master.path)
    if master.file.stat().st_nlink > 1:
        raise LinkedMasterError(master.path)


def marks(master: Opened) -> Iterator[Path]:
    """Where a program would leave its mark: beside the file, and beside the link by which it was opened."""
    # The file's own folder may be written in two ways, as "plan.xlsx" and with all its folders.
    places = {(path.parent.resolve(), path.name): path for path in (master.file, master.path)}
    for path in reversed(places.values()):
        yield from (path.with_name(mark.format(name=path.name)) for mark in MARKS)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    refuse_no_file(path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, reason(error)) from error


def flush_folder(folder: Path) -> None:
    """Have the system write down the file's new place; some systems do not open folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
