"""What was read before, in a file of lines of JSON, so that a run that was stopped goes on where it was.

The first line says which peerxl read, and how it was asked to; where that is another now, nothing is kept. Each other
line is a workbook's. Lines are only added, each at once, so that a run that is killed loses no more than the last.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from peerxl.commands.portfolio.job import JobResult, unpack_rows
from peerxl.dataset.rows import DataRow
from peerxl.files.save import NotSavedError, OutputExistsError, reason
from peerxl.portfolio.summary import WorkbookSummary

MARK = "peerxl portfolio"


class KeptReadings:
    """The readings in a file: what is there of the workbooks that are wanted, and what is added.

    ``head`` is what the reading went by. OutputExistsError where the file is somebody else's.
    """

    def __init__(self, path: Path, head: str, files: frozenset[str]) -> None:
        self.path, self.files = path, files
        self._head = json.dumps({MARK: head}).encode() + b"\n"
        self._places: dict[str, int] = {}
        self.summaries: dict[str, WorkbookSummary] = {}

    def __enter__(self) -> Self:
        try:
            self._file = self._open()
        except OSError as error:
            raise NotSavedError(self.path, reason(error)) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _open(self) -> BinaryIO:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_name(f".peerxl-{self.path.name}.tmp")
        # Written anew, without what is out of date, before it takes the old one's place.
        with temporary.open("wb") as file:
            file.write(self._head)
            for line in self._list_lines() if self.path.exists() else ():
                self._note(JobResult.from_json(line), file.tell())
                file.write(line)
        os.replace(temporary, self.path)
        return self.path.open("r+b")

    def _list_lines(self) -> Iterator[bytes]:
        """The last whole line of each workbook that is wanted; none where another peerxl read, or otherwise."""
        with self.path.open("rb") as file:
            head = file.readline()
            if head and not head.startswith(f'{{"{MARK}"'.encode()):
                raise OutputExistsError(self.path)
            places = find_lines(file) if head == self._head else {}
            for name in sorted(self.files & set(places)):
                file.seek(places[name])
                yield file.readline()

    def _note(self, result: JobResult, place: int) -> None:
        assert result.summary is not None
        self.summaries[result.file] = result.summary
        self._places[result.file] = place

    def digest_of(self, file: str) -> str:
        """The digest that a workbook had when it was read before; empty where it was not, or not to its end."""
        summary = self.summaries.get(file)
        return summary.digest if summary else ""

    def add(self, result: JobResult) -> None:
        """Keep what came of a job; one that found its workbook unchanged adds nothing."""
        if result.is_unchanged:
            return
        self._note(result, self._file.seek(0, os.SEEK_END))
        self._file.write(result.to_json().encode() + b"\n")
        self._file.flush()

    def rows_of(self, file: str) -> Iterator[DataRow]:
        """The rows of a workbook, read back when they are asked for: all of them together may be very many."""
        self._file.seek(self._places[file])
        return unpack_rows(JobResult.from_json(self._file.readline()).packed_rows)


def find_lines(file: BinaryIO) -> dict[str, int]:
    """Where the last line of each workbook begins, from where the file is read on."""
    places, place = dict[str, int](), file.tell()
    for line in file:
        # The last one may have been cut short.
        if line.endswith(b"\n"):
            places[json.loads(line)["file"]] = place
        place += len(line)
    return places
