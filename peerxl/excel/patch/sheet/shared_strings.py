"""The strings that cells share, in a part of their own: a cell names one by its place in the list."""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.sheet.span import read_span
from peerxl.excel.patch.sheet.tags import ATTRIBUTES, mask_hidden, walk_tags


@dataclass(frozen=True, slots=True)
class SharedStrings:
    """The list's XML, its tags, and where each string's element starts; the last ends at ``end``."""

    body: Bytes
    opening: bytes
    closing: bytes
    starts: tuple[int, ...]
    end: int

    def get_item(self, index: int) -> bytes:
        """The XML of a string's element with the space behind it; ValueError where there is none."""
        if not 0 <= index < len(self.starts):
            raise ValueError(index)
        following = (*self.starts[index + 1 : index + 2], self.end)
        return bytes(self.body[self.starts[index] : following[0]])

    def wrap_item(self, index: int) -> bytes:
        """A list with this one string in it; ValueError where there is none."""
        return self.opening + self.get_item(index) + self.closing


def read_shared_strings(body: Bytes) -> SharedStrings:
    """The strings of a part in UTF-8; ValueError where it is not a list of them."""
    mask = mask_hidden(body)
    root = next(walk_tags(mask, 0, len(mask)), None)
    if root is None or root.name != b"sst" or not root.is_main:
        raise ValueError("the shared strings cannot be read")
    closing = b"</%b" % root.spelling
    end = max(mask.rfind(closing), root.end)
    span = read_span(mask, root.end, end, root.scope)
    starts = tuple(match.start() for match in span.find_tags(b"si", ATTRIBUTES + b">"))
    return SharedStrings(body, bytes(body[root.start : root.end]), closing + b">", starts, end)
