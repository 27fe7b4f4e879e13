"""One run of a command, and the file it writes what it does into, line by line, each on the disk before the next step.

A file is made by the one run that writes it, under a name that nobody else takes, and is never opened for writing
again: two machines can write at once, and a run that is killed leaves at worst half a line at the end of its own file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from peerxl.files.save import NotSavedError, reason
from peerxl.record.entry import Entry
from peerxl.record.event import Began, Event
from peerxl.record.folder import RecordFolderError, make_folder
from peerxl.record.line import write_line

ENDING = ".jsonl"
_ID = re.compile(r"[0-9a-z]{4,32}")


@dataclass(frozen=True, slots=True)
class Run:
    """A run's id, four to thirty-two letters a to z and digits, the plan it is about, its command and its beginning.

    ``file`` is the master's name where the record knows the plan by another.

    ValueError where the id cannot be part of a file's name everywhere, or where the time does not say its offset.
    """

    id: str
    plan: str
    command: str
    at: datetime
    file: str = ""

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"a run's id is 4 to 32 small letters and digits, not {self.id!r}")
        if self.at.tzinfo is None:
            raise ValueError("a run's time needs its offset, so that two machines' lines have one order")

    @property
    def file_name(self) -> str:
        """ "2026-11-26T0700-3f9a1c.jsonl": no colon, which Windows refuses."""
        return f"{self.at:%Y-%m-%dT%H%M}-{self.id}{ENDING}"


@dataclass(frozen=True, slots=True)
class PlanRuns:
    """The ids of the runs that the record has of a plan, and of those that it has of others."""

    own: Collection[str] = ()
    others: Collection[str] = ()


NO_RUNS = PlanRuns()
"""What is known where there is no record."""


class RunFile:
    """Where a run writes down what it does; the file is made with the first event.

    ``heads`` are the last lines the run knew of, as ``Record.heads`` has them. With no folder nothing is kept.
    """

    def __init__(self, folder: Path | None, run: Run, heads: tuple[tuple[str, str], ...] = ()) -> None:
        self._folder, self._run = folder, run
        self._file: FileIO | None = None
        self._is_spoilt = False
        self._number, self._before, self._at = 0, "", run.at
        self._pending: tuple[Event, ...] = (Began(run.command, heads, run.file),)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def write(self, *events: Event, at: datetime | None = None) -> tuple[Entry, ...]:
        """Write events down, flushed to the disk, and give the entries they are; NotSavedError where that fails.

        After a failure the file takes no more lines: half a line is harmless at its end and nowhere else. A clock that
        goes back within a run does not change the order of what the run did.
        """
        if not events:
            return ()
        self._at = max(self._at, at or self._at)
        # The beginning goes with the first event: a run that does nothing leaves no file.
        written = [self._next(event) for event in (*self._pending, *events)]
        self._pending = ()
        if self._folder:
            self._append(self._folder / self._run.file_name, b"".join(line + b"\n" for line, _ in written))
        return tuple(entry for _, entry in written)

    def _next(self, event: Event) -> tuple[bytes, Entry]:
        line, entry = write_line(self._run.plan, self._run.id, self._number, self._at, event, self._before)
        self._number, self._before = self._number + 1, entry.digest
        return line, entry

    def _append(self, path: Path, content: bytes) -> None:
        if self._is_spoilt:
            raise NotSavedError(path, "an earlier line could not be written")
        try:
            self._file = self._file or new_file(path)
            write_whole(self._file, content)
            os.fsync(self._file.fileno())
        except OSError as error:
            self._is_spoilt = True
            raise NotSavedError(path, reason(error)) from error
        except BaseException:
            self._is_spoilt = True
            raise


def new_file(path: Path) -> FileIO:
    """A file of the record, made under a name that must be free; RecordFolderError where its folder takes none."""
    make_folder(path.parent)
    try:
        # Made anew or not at all, and unbuffered: what was written has left this program.
        file = FileIO(path, "xb")
    except PermissionError as error:
        raise RecordFolderError(path.parent, reason(error)) from error
    sync_folder(path.parent)
    return file


def write_whole(file: FileIO, content: bytes) -> None:
    """All of the bytes, in one piece where the system takes it so."""
    rest = memoryview(content)
    while rest:
        # An unbuffered file may take less than it was given.
        rest = rest[file.write(rest) :]


def sync_folder(path: Path) -> None:
    """Let the file's name outlast a loss of power, where folders can be flushed: on Windows and some shares not."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
