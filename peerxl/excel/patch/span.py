"""What stands among a worksheet's rows, as a stretch of bytes in which start tags are searched for by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.package import MAIN
from peerxl.excel.patch.walk import Scope

_NAMESPACE = re.compile(
    rb"""xmlns(?::([^\s=]+))?\s*=\s*["'](?:%b)["']""" % b"|".join(re.escape(uri.encode()) for uri in MAIN)
)

BATCH = 256 * 1024


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes between two places: the namespaces known there, and the prefixes that stand for the spreadsheet's."""

    mask: Bytes
    start: int
    end: int
    scope: Scope
    prefixes: frozenset[bytes]

    def tags(self, name: bytes, then: bytes = b"") -> Iterator[re.Match[bytes]]:
        """Where the start tags of a name begin, as far as the pattern of what follows the name goes."""
        return self.pattern(name, then).finditer(self.mask, self.start, self.end)

    def batches(self, name: bytes, then: bytes) -> Iterator[list[bytes]]:
        """The one group of that pattern at each tag, thousands at a time: much faster than one by one."""
        pattern, at = self.pattern(name, then), self.start
        while at < self.end:
            following = self.mask.find(b"<", at + BATCH, self.end)
            stop = following if following >= 0 else self.end
            yield pattern.findall(self.mask, at, stop)
            at = stop

    def pattern(self, name: bytes, then: bytes, before: bytes = b"") -> re.Pattern[bytes]:
        spellings = [re.escape(prefix + b":" + name if prefix else name) for prefix in self.prefixes]
        # One spelling stands for itself, so that the search runs from one to the next and does not stop at other tags.
        either = spellings[0] if len(spellings) == 1 else b"(?:%b)" % b"|".join(spellings)
        return re.compile(before + b"<" + either + rb"(?=[\s/>])" + then)


def read_span(mask: Bytes, start: int, end: int, scope: Scope) -> Span:
    """The stretch between two places, with every prefix that is the spreadsheet's anywhere in it."""
    known = {prefix for prefix, uri in scope.items() if uri in MAIN}
    if mask.find(b"xmlns", start, end) >= 0:
        known |= {found[1] or b"" for found in _NAMESPACE.finditer(mask, start, end)}
    return Span(mask, start, end, scope, frozenset(known))
