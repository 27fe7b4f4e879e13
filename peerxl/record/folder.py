"""Where a plan's memory lies: a folder beside the master, or one that was named for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from peerxl.advice import KEEP_ELSEWHERE
from peerxl.errors import PeerxlError
from peerxl.files.backup import HOME
from peerxl.files.save import reason


class RecordFolderError(PeerxlError):
    """The folder of the record cannot be made or written in."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: what is done cannot be remembered there ({why}); {KEEP_ELSEWHERE.words()}.")


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder and what it holds: the forms as they were issued, and the record.

    Earlier masters and the lock lie in the folder beside the master, wherever this one is.
    """

    root: Path

    @property
    def forms(self) -> Path:
        return self.root / "forms"

    @property
    def record(self) -> Path:
        return self.root / "record"


def folder_of(master: Path, elsewhere: Path | None = None) -> Folder:
    """The folder of a master, wherever a link to it lies."""
    # Resolved, so that a master that is reached by two links has one memory.
    return Folder(elsewhere.resolve() if elsewhere else master.resolve().parent / HOME)


def make_folder(path: Path) -> None:
    """Make a folder of the record's where there is none; RecordFolderError where that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordFolderError(path, reason(error)) from error
