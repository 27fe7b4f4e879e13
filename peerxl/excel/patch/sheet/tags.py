"""The tags of a stretch of XML one by one, each with where it stands, how deep, and which namespace it is of.

They are read from a mask of the XML: the same bytes, offset for offset, with comments, CDATA sections and processing
instructions blanked out. In well-formed XML a "<" of the mask is then always the beginning of a tag.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import MAIN
from peerxl.pattern import compile_late

# The namespaces that are known at a place, by prefix; the default one's prefix is empty.
Scope = Mapping[bytes, str]
XML_SCOPE: Scope = {b"xml": "http://www.w3.org/XML/1998/namespace"}

# Possessive throughout: a tag that is never closed is given up at once, not tried at every length.
ATTRIBUTES = rb"""(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+"""
_TAG = compile_late(rb"<(/?)(?:([^\s<>/:\"'=!?]+):)?([^\s<>/:\"'=!?]+)(" + ATTRIBUTES + rb")>")
_ATTRIBUTE = compile_late(rb"""([^\s<>/"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HIDDEN = compile_late(rb"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>)", re.DOTALL)
_DECLARATION = compile_late(rb"(?:\xef\xbb\xbf)?<\?xml\s.*?\?>", re.DOTALL)
_REFERENCES = {"&quot;": '"', "&apos;": "'"}
_CHARACTER = compile_late(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")


class Tag(NamedTuple):
    """A start tag, an end tag, or one that is both; ``end`` is past its ">", ``rest`` is what follows its name.

    A named tuple, which is made three times as fast as a frozen dataclass: a sheet has a great many tags.
    """

    start: int
    end: int
    prefix: bytes
    name: bytes
    rest: bytes
    depth: int
    scope: Scope
    is_end: bool

    @property
    def spelling(self) -> bytes:
        """The element's name as it is written, prefix and all."""
        return self.prefix + b":" + self.name if self.prefix else self.name

    @property
    def is_whole(self) -> bool:
        """Whether the element has no end tag of its own."""
        return self.rest.endswith(b"/")

    @property
    def is_main(self) -> bool:
        """Whether the element is of the spreadsheet's own namespace."""
        return self.scope.get(self.prefix) in MAIN

    def get(self, name: bytes) -> str | None:
        """The value of an attribute without a prefix."""
        return parse_attributes(self.rest).get(name)


def is_start(tag: Tag, name: bytes) -> bool:
    """Whether a tag begins an element of the spreadsheet's own that has this name."""
    return not tag.is_end and tag.name == name and tag.is_main


def parse_attributes(rest: bytes) -> dict[bytes, str]:
    """The attributes of a tag, references resolved."""
    return {
        match[1]: resolve_references(match[2] if match[2] is not None else match[3])
        for match in _ATTRIBUTE.finditer(rest)
    }


def resolve_references(value: bytes) -> str:
    """The text that an attribute's bytes stand for."""
    text = value.decode("utf-8", "surrogatepass")
    if "&" not in text:
        return text
    # Imported where it is used, as it brings urllib and ssl.
    from xml.sax.saxutils import unescape

    return unescape(_CHARACTER.sub(resolve_character, text), _REFERENCES)


def resolve_character(reference: re.Match[str]) -> str:
    """The character of a number; ValueError for a number that no character has."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    if number > sys.maxunicode:
        raise ValueError(reference[0])
    return chr(number)


def walk_tags(mask: Bytes, start: int, end: int, scope: Scope = XML_SCOPE, depth: int = 0) -> Iterator[Tag]:
    """Every tag between two offsets; an element's depth is that of its start tag and of its end tag."""
    scopes = [scope]
    for match in _TAG.finditer(mask, start, end):
        is_end, prefix, name, rest = bool(match[1]), match[2] or b"", match[3], match[4]
        if is_end:
            depth -= 1
            yield Tag(match.start(), match.end(), prefix, name, rest, depth, scopes[-1], is_end)
            if len(scopes) > 1:
                scopes.pop()
            continue
        inner = read_scope(rest, scopes[-1])
        tag = Tag(match.start(), match.end(), prefix, name, rest, depth, inner, is_end)
        yield tag
        if not tag.is_whole:
            depth += 1
            scopes.append(inner)


def read_scope(rest: bytes, scope: Scope) -> Scope:
    """The namespaces known inside a tag that stands in a scope."""
    if b"xmlns" not in rest:
        return scope
    own = {
        name.partition(b":")[2]: value
        for name, value in parse_attributes(rest).items()
        if name == b"xmlns" or name.startswith(b"xmlns:")
    }
    return {**scope, **own}


def mask_hidden(body: Bytes) -> Bytes:
    """The mask of an XML body; its declaration stays, which is at the head of nearly every part.

    The body itself comes back where it has nothing to blank out, so that a large sheet is not copied for nothing.
    """
    declaration = _DECLARATION.match(body)
    start = declaration.end() if declaration else 0
    # Two plain searches are over in a moment where the pattern would stop at every tag of the sheet.
    if not (has_tag_of(body, b"!", start) or has_tag_of(body, b"?", start)):
        return body
    mask = bytearray(body)
    for match in _HIDDEN.finditer(body, start):
        mask[match.start() : match.end()] = b" " * (match.end() - match.start())
    return mask


def has_tag_of(body: Bytes, mark: bytes, start: int) -> bool:
    """Whether a "<" stands before this mark anywhere; the mark is the rarer of the two, which makes the search fast."""
    offset = body.find(mark, start)
    while offset >= 0 and body[offset - 1 : offset] != b"<":
        offset = body.find(mark, offset + 1)
    return offset >= 0
