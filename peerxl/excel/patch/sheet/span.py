"""A stretch of a worksheet's bytes in which start tags are searched for by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import MAIN
from peerxl.excel.patch.sheet.tags import Scope

_NAMESPACE = re.compile(
    rb"""xmlns(?::([^\s=]+))?\s*=\s*["'](?:%b)["']""" % b"|".join(re.escape(uri.encode()) for uri in MAIN)
)

# Bytes: thousands of tags, so that a call is worth its while, and little to hold at once.
BATCH = 256 * 1024


@dataclass(frozen=True, slots=True)
class Span:
    """The mask's bytes between two offsets, the namespaces known there, the prefixes that are the spreadsheet's."""

    mask: Bytes
    start: int
    end: int
    scope: Scope
    prefixes: frozenset[bytes]

    def find_tags(self, name: bytes, then: bytes = b"") -> Iterator[re.Match[bytes]]:
        """The beginning of each start tag of a name, as far as the pattern of what follows the name goes."""
        return self.compile_tag(name, then).finditer(self.mask, self.start, self.end)

    def find_in_batches(self, name: bytes, then: bytes) -> Iterator[list[bytes]]:
        """The one group of that pattern at each tag, thousands at a time: much faster than one by one."""
        pattern, offset = self.compile_tag(name, then), self.start
        while offset < self.end:
            following = self.mask.find(b"<", offset + BATCH, self.end)
            stop = following if following >= 0 else self.end
            yield pattern.findall(self.mask, offset, stop)
            offset = stop

    def find_spelling(self, name: bytes) -> bytes | None:
        """The one way in which a name of the spreadsheet's own is spelled here; None where there are several."""
        spellings = self.list_spellings(name)
        return spellings[0] if len(spellings) == 1 else None

    def list_spellings(self, name: bytes) -> list[bytes]:
        """A name of the spreadsheet's own with every prefix that it may have here."""
        return [prefix + b":" + name if prefix else name for prefix in self.prefixes]

    def compile_tag(self, name: bytes, then: bytes, before: bytes = b"") -> re.Pattern[bytes]:
        """The pattern of a start tag's beginning, in any spelling of its name, between two other patterns."""
        spellings = [re.escape(spelling) for spelling in self.list_spellings(name)]
        # One spelling stands for itself, so that the search runs from one to the next and does not stop at other tags.
        either = spellings[0] if len(spellings) == 1 else b"(?:%b)" % b"|".join(spellings)
        return re.compile(before + b"<" + either + rb"(?=[\s/>])" + then)


def read_span(mask: Bytes, start: int, end: int, scope: Scope) -> Span:
    """The stretch between two offsets, with every prefix that is the spreadsheet's anywhere in it."""
    known = {prefix for prefix, uri in scope.items() if uri in MAIN}
    # The namespaces' names are searched for by what they have in common, which is long and so found fast.
    if mask.find(b"spreadsheetml/", start, end) >= 0:
        known |= {match[1] or b"" for match in _NAMESPACE.finditer(mask, start, end)}
    return Span(mask, start, end, scope, frozenset(known))
