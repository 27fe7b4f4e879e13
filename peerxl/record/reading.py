"""The record read: every whole line of every file, each once, and what could not be read, each fault with its line.

Nothing in the files makes the reading fail. Copies that a synchronised folder makes of a file say the same lines, and
are counted once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from peerxl.files.save import reason
from peerxl.record.entry import Entry, in_order
from peerxl.record.event import Began
from peerxl.record.line import LineError, digest_of, read_line
from peerxl.record.run import ENDING

HALF = "it is half written, as a run leaves it that was stopped; it does not count, and nothing needs to be done"
Heads = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordFault:
    """Something amiss in a file of the record; ``line`` is 0 where it is about the whole file."""

    file: str
    line: int
    message: str
    is_harmless: bool = False

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}."


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it lies in its file, without its end, and its entry where it can be read."""

    number: int
    raw: bytes
    entry: Entry | None

    @property
    def digest(self) -> str:
        return self.entry.digest if self.entry else digest_of(self.raw)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file of the record as it was read."""

    name: str
    lines: tuple[Line, ...]
    faults: tuple[RecordFault, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(line.entry for line in self.lines if line.entry)


@dataclass(frozen=True, slots=True)
class Record:
    """What is written down, in order, and the faults of its files."""

    entries: tuple[Entry, ...]
    faults: tuple[RecordFault, ...] = ()

    @property
    def heads(self) -> Heads:
        """The last line of each run that no other run has named yet; a new run begins with them."""
        lines = sorted(self.entries, key=lambda entry: (entry.number, entry.digest))
        return unnamed({entry.run: entry.digest for entry in lines}, lines)

    def of_plan(self, plan: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.plan == plan)


def unnamed(last: Mapping[str, str], entries: Iterable[Entry]) -> Heads:
    """The last line of each run that no other run has named yet, as pairs of the run's id and the line's digest."""
    named = {digest for each in entries if isinstance(each.event, Began) for _, digest in each.event.after}
    return tuple(sorted((run, digest) for run, digest in last.items() if digest not in named))


def read_record(folder: Path) -> Record:
    """Everything that the files of a folder say; nothing where there is no such folder."""
    files = tuple(map(read_file, files_of(folder)))
    entries = in_order(entry for file in files for entry in file.entries)
    return Record(entries, tuple(fault for file in files for fault in file.faults))


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files of a record, in the order of their names."""
    # Any name: a synchronised folder calls its copies “… (conflicted copy)” or “…-LAPTOP-7”.
    return tuple(sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.name))


def read_file(path: Path) -> RecordFile:
    """The lines of a file; what cannot be read of it is a fault.

    The last line may have no end: it counts where it is whole, as half a line never reads as one.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        why = f"the file cannot be read ({reason(error)}); close it elsewhere or ask for access to it"
        return RecordFile(path.name, (), (RecordFault(path.name, 0, why),))
    *whole, last = content.split(b"\n")
    read = [read_raw(path.name, number, raw) for number, raw in enumerate((*whole, last), 1) if raw.strip()]
    if last.strip() and read[-1][1]:
        read[-1] = (read[-1][0], RecordFault(path.name, len(whole) + 1, HALF, is_harmless=True))
    return RecordFile(path.name, tuple(line for line, _ in read), tuple(fault for _, fault in read if fault))


def read_raw(file: str, number: int, raw: bytes) -> tuple[Line, RecordFault | None]:
    # Git and editors on Windows may have given the lines their own ends; digests are of lines without.
    line = raw.removesuffix(b"\r")
    try:
        return Line(number, line, read_line(line)), None
    except LineError as error:
        return Line(number, line, None), RecordFault(file, number, str(error))
