"""The masters before: dated copies in a folder beside the master, the last few of each."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from peerxl.files.save import NotSavedError, clean_up, copy_mode, make_temporary, reason, replace_file

HOME = ".peerxl"
"""The folder beside a master for all that belongs to it."""
BACKUPS, KEPT = f"{HOME}/backup", 20
# No colon between hours and minutes: Windows refuses it in a file's name.
DATED = "%Y-%m-%d %H%M%S"


def keep_backup(master: Path, folder: Path, now: datetime) -> Path:
    """Copy the master, whole and flushed, under its name and the date."""
    temporary = make_temporary(master, folder)
    try:
        with master.open("rb") as source, temporary.open("wb") as target:
            shutil.copyfileobj(source, target, 1024**2)
            # On the disk before the master gives way: a power cut must leave one of the two whole.
            target.flush()
            os.fsync(target.fileno())
        copy_mode(master, temporary)
        backup = free_name(master, folder, now)
        replace_file(temporary, backup)
    except OSError as error:
        raise NotSavedError(master, reason(error)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return backup


def free_name(master: Path, folder: Path, now: datetime) -> Path:
    """The first dated name that no copy has yet: "plan 2024-01-08 093000.xlsx", then "… (2).xlsx"."""
    dated = f"{master.stem} {now:{DATED}}"
    names = (f"{dated}{'' if number == 1 else f' ({number})'}{master.suffix}" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def backups(master: Path, folder: Path) -> list[Path]:
    """The copies of this master, the oldest first."""
    dated = re.compile(
        rf"{re.escape(master.stem)} (\d{{4}}-\d\d-\d\d \d{{6}})(?: \((\d+)\))?{re.escape(master.suffix)}"
    )
    named = ((path, dated.fullmatch(path.name)) for path in (folder.iterdir() if folder.is_dir() else ()))
    ordered = sorted((match[1], int(match[2] or 1), path) for path, match in named if match)
    return [path for _, _, path in ordered]


def prune_backups(master: Path, folder: Path, newest: Path) -> None:
    """Delete all but the last copies, and what runs that were killed left behind; the newest stays whatever its date.

    Nothing that goes wrong here, such as another run that does the same, is a reason to say that the master was not
    saved.
    """
    with suppress(OSError):
        older = [path for path in backups(master, folder) if path != newest]
        for path in older[: max(0, len(older) - KEPT + 1)]:
            with suppress(OSError):
                path.unlink()
    clean_up(folder, newest)
