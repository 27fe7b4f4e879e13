"""What may stand before an XML part's first element; a document type there is what no spreadsheet program writes."""

from __future__ import annotations

import re
from itertools import chain

from peerxl.errors import EntityError
from peerxl.excel.patch.archive import Archive, Member
from peerxl.excel.patch.encoding import BOMS
from peerxl.excel.patch.package import kind_of

XML_ENDINGS = (".xml", ".rels", ".vml")

_PROLOG = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


def refuse_entities(archive: Archive, types: dict[str, str]) -> None:
    """Raise for the first part, of whatever name, that is XML and declares a document type."""
    for member in archive.members:
        if declares_entities(archive, member, is_xml(member, types)):
            raise EntityError(archive.path, member.name)


def is_xml(member: Member, types: dict[str, str]) -> bool:
    """Whether a part's name or its declared kind of content makes it XML."""
    return member.key.endswith(XML_ENDINGS) or kind_of(member, types).endswith("xml")


def declares_entities(archive: Archive, member: Member, is_known: bool) -> bool:
    """Whether a part has a document type; where it is not known to be XML, its first characters say whether it is."""
    start, pieces = b"", archive.chunks(member)
    for piece in chain(pieces, (b"",)):
        start += piece
        text = readable(start)
        if not is_known and not text.lstrip().startswith("<?xml"):
            return False
        found = _PROLOG.match(text)
        rest = text[found.end() :] if found else ""
        is_cut = not rest or "<!--".startswith(rest[:4]) or rest.startswith("<?")
        if not is_cut:
            return rest.startswith("<!")
    return False


def readable(start: bytes) -> str:
    """A part's first bytes as text, near enough to tell its marks of punctuation."""
    for bom, codec in BOMS:
        if start.startswith(bom):
            return start[len(bom) :].decode(codec, "replace")
    return start.replace(b"\0", b"").decode("latin-1")
