"""One workbook to read for a portfolio, what is wanted of it, and what comes back; as JSON between processes."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from peerxl.dataset.rows import DataRow
from peerxl.portfolio.stored import restore_row, restore_summary, store_row, store_summary
from peerxl.portfolio.summary import WorkbookSummary

READY = b"ready\n"
"""The first line of a process that reads, before any result."""


@dataclass(frozen=True, slots=True)
class Job:
    """A workbook to read.

    ``file`` is its name in the portfolio, ``address`` its path or URL, ``known`` the digest it had when it was last
    read and ``options`` how it is to be read, as ``pack_options`` has them. ``local`` is where its content lies, where
    somebody else has fetched it.
    """

    file: str
    address: str
    known: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    with_rows: bool = False
    with_emails: bool = False
    local: str = ""


@dataclass(frozen=True, slots=True)
class JobResult:
    """What came of a job: a summary, with the plan's rows, packed, where they were wanted; unchanged ones have none."""

    file: str
    is_unchanged: bool = False
    summary: WorkbookSummary | None = None
    packed_rows: str = ""

    def to_json(self) -> str:
        summary = store_summary(self.summary) if self.summary else None
        return json.dumps(
            {"file": self.file, "unchanged": self.is_unchanged, "summary": summary, "rows": self.packed_rows}
        )

    @classmethod
    def from_json(cls, text: str | bytes) -> JobResult:
        stored = json.loads(text)
        summary = restore_summary(stored["summary"]) if stored["summary"] else None
        return cls(stored["file"], stored["unchanged"], summary, stored["rows"])

    @classmethod
    def failure(cls, file: str, why: str) -> JobResult:
        """That a workbook could not be read."""
        return cls(file, summary=WorkbookSummary(file, why=why))


def pack_rows(rows: Iterator[DataRow]) -> str:
    """Rows as text: a tenth of what their JSON would be."""
    content = json.dumps([store_row(row) for row in rows]).encode()
    return base64.b64encode(zlib.compress(content, 1)).decode()


def unpack_rows(packed: str) -> Iterator[DataRow]:
    if packed:
        yield from map(restore_row, json.loads(zlib.decompress(base64.b64decode(packed))))
