"""What may stand before an XML part's first element; a document type there is what no spreadsheet program writes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from peerxl.excel.errors import UnsafeWorkbookError
from peerxl.excel.patch.parts.encoding import BOMS
from peerxl.excel.patch.parts.package import get_content_type
from peerxl.excel.patch.zip.archive import Archive, Member
from peerxl.pattern import compile_late

XML_ENDINGS = (".xml", ".rels", ".vml")

# Comments and instructions, by their openings; the closing of one may be any number of pieces further on.
CLOSINGS = {"<!--": "-->", "<?": "?>"}
_SKIPPED = re.compile(r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DECLARATION = compile_late(r"\s*<\?xml")


class EntityError(UnsafeWorkbookError):
    """A part declares a document type or entities of its own, which no spreadsheet program does."""

    def __init__(self, path: object, part: str) -> None:
        super().__init__(path, f"its part {part!r} declares entities of its own")


def refuse_entities(archive: Archive, types: dict[str, str]) -> None:
    """Raise for the first part, of whatever name, that is XML and declares a document type."""
    for member in archive.members:
        if declares_entities(archive.read_chunks(member), is_xml=is_xml_part(member, types)):
            raise EntityError(archive.path, member.name)


def is_xml_part(member: Member, types: dict[str, str]) -> bool:
    """Whether a part's name or its declared kind of content makes it XML."""
    return member.key.endswith(XML_ENDINGS) or get_content_type(member, types).endswith("xml")


def declares_entities(pieces: Iterable[bytes], *, is_xml: bool) -> bool:
    """Whether a part has a document type, from its content in pieces, of which it takes no more than it needs.

    Where the part is not known to be XML, a declaration of XML at its start says that it is.
    """
    rest, closing, is_known = "", "", is_xml
    for text in decode(pieces):
        rest += text
        if not is_known:
            if len(rest.lstrip()) < len("<?xml"):
                continue
            if not _DECLARATION.match(rest):
                return False
            is_known = True
        rest, closing = skip_prolog(rest, closing)
        if not closing and is_decided(rest):
            return rest.startswith("<!")
    return False


def skip_prolog(text: str, closing: str) -> tuple[str, str]:
    """The text from its first element or document type on, and the mark that is awaited inside what is cut short.

    ``closing`` is the mark that is awaited at the text's beginning. Of a comment or an instruction that is not closed
    only the last characters come back, so that one of any length is looked through once.
    """
    if closing:
        inside, mark, text = text.partition(closing)
        if not mark:
            return inside[-len(closing) + 1 :], closing
    text = _SKIPPED.sub("", text, count=1)
    for opening, awaited in CLOSINGS.items():
        if text.startswith(opening):
            return text[len(opening) :][-len(awaited) + 1 :], awaited
    return text, ""


def is_decided(text: str) -> bool:
    """Whether a text has enough characters to tell a document type or an element from a comment."""
    return bool(text) and not "<!--".startswith(text[:4])


def decode(pieces: Iterable[bytes]) -> Iterator[str]:
    """A part's pieces as text, near enough to tell its marks of punctuation."""
    following, start = iter(pieces), b""
    while len(start) < max(len(bom) for bom, _ in BOMS) and (piece := next(following, None)) is not None:
        start += piece
    for bom, codec in BOMS:
        if start.startswith(bom):
            decoder = codecs.getincrementaldecoder(codec)("replace")
            yield decoder.decode(start[len(bom) :])
            yield from map(decoder.decode, following)
            return
    # Latin-1 takes any byte, and ASCII in UTF-16 is ASCII once its noughts are gone.
    yield from (piece.replace(b"\0", b"").decode("latin-1") for piece in chain((start,), following))
