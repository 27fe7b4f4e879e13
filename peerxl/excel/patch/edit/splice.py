"""The bytes of a part that give way to others, and the part with that done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peerxl.excel.patch.parts.encoding import Bytes, Xml


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The bytes between two offsets give way to others; where the offsets are one, others come in."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class PartEdits:
    """A part's XML and its edits in their order."""

    xml: Xml
    edits: tuple[Edit, ...]

    def make_content(self) -> Iterable[Bytes | memoryview]:
        """The part's new content in its own encoding, in pieces."""
        pieces = apply_edits(self.xml.body, self.edits)
        return pieces if self.xml.codec is None else (self.xml.encode(b"".join(pieces)),)


def apply_edits(body: Bytes, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> Iterator[memoryview]:
    """The body between two offsets with its edits made, which are in their order, in pieces that copy nothing."""
    view, offset = memoryview(body), start
    for edit in edits:
        yield view[offset : edit.start]
        yield memoryview(edit.new)
        offset = edit.end
    yield view[offset:end]
