"""The bytes of a part that give way to others, and the part with that done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peerxl.excel.patch.parts.encoding import Bytes


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The bytes between two offsets give way to others; where the offsets are one, others come in."""

    start: int
    end: int
    new: bytes


def apply_edits(body: Bytes, edits: Iterable[Edit]) -> Iterator[bytes | memoryview]:
    """The body with its edits made, which are in their order, in pieces that copy nothing."""
    view, offset = memoryview(body), 0
    for edit in edits:
        yield view[offset : edit.start]
        yield edit.new
        offset = edit.end
    yield view[offset:]
