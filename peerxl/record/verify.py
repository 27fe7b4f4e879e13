"""Whether the record is whole: each line follows the one before it, and what a run knew of other runs is still there.

What nobody could tell is the loss of the last lines of a run, or of its whole file, that no later run has seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from peerxl.record.event import Began
from peerxl.record.line import EARLIER
from peerxl.record.reading import Line, RecordFault, RecordFile, files_of, read_file
from peerxl.record.run import ENDING


def verify_record(folder: Path) -> tuple[RecordFault, ...]:
    """Everything amiss in a folder's record, each fault with its file and line; nothing where the chain is whole."""
    files = tuple(map(read_file, files_of(folder)))
    return (*(fault for file in files for fault in (*file.faults, *chain_faults(file))), *missing(files))


def chain_faults(file: RecordFile) -> Iterator[RecordFault]:
    """Where a line does not follow the one before it; around a line that cannot be read nothing more is said."""
    # None before the first line, which must be a run's number 0.
    for before, line in pairwise((None, *file.lines)):
        if line and (why := broken(before, line)):
            yield RecordFault(file.name, line.number, f"{why}; {EARLIER}")


def broken(before: Line | None, line: Line) -> str:
    """Why a line cannot follow another, or be the first; empty where it can."""
    if line.entry is None or (before and before.entry is None):
        return ""
    if before is None or before.entry is None or before.entry.run != line.entry.run:
        return f"{counted(line.entry.number)} missing" if line.entry.number else ""
    lost = line.entry.number - before.entry.number - 1
    if lost:
        return f"{counted(lost)} missing" if lost > 0 else "it stands out of its order"
    return "" if line.entry.follows == before.digest else "it or the line before it was changed after it was written"


def counted(lines: int) -> str:
    return "1 line before it is" if lines == 1 else f"{lines} lines before it are"


def missing(files: Iterable[RecordFile]) -> Iterator[RecordFault]:
    """The lines that a run knew as the last of others, and that are there no more."""
    files = tuple(files)
    digests = {line.digest for file in files for line in file.lines}
    entries = [entry for file in files for entry in file.entries]
    # What a lost file was called is not known: its run is.
    names = {entry.run: file.name for file in files for entry in file.entries}
    for run, digest in sorted({head for each in entries if isinstance(each.event, Began) for head in each.event.after}):
        if digest not in digests:
            what = "a line that a later run had read is missing or changed" if run in names else "the file is missing"
            yield RecordFault(names.get(run, f"…-{run}{ENDING}"), 0, f"{what}; {EARLIER}")
