"""A cell's new XML: its attributes as they were but for those that spoke of the old value, and the text in the cell.

The text stands in the cell itself (an inline string), which calamine, openpyxl, LibreOffice and Excel all read with
spaces and line breaks kept. As ``t="str"``, the other way that needs no other part, LibreOffice drops line breaks.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from peerxl.excel.patch.address import Place, place_name
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.row import FoundCell

# t: the kind of the old value. cm, vm: its metadata, such as the picture or the array it was; Excel drops them too
# when a cell is typed over. A style, a phonetic mark or another program's own attributes stay.
OF_THE_VALUE = (b"t", b"cm", b"vm")
_ATTRIBUTE = re.compile(rb"""\s+([^\s<>/"'=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
# Excel reads "_x0041_" as the character of that number: an underscore that would begin one is itself written so.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def filled_cell(cell: FoundCell, body: Bytes, text: bytes | None) -> bytes:
    """A cell's element with this text in XML, or emptied; the very bytes that it had where nothing is to change."""
    old = bytes(body[cell.tag.start : cell.end])
    inner_start = cell.tag.end - cell.tag.start
    is_empty = cell.tag.is_whole or not old[inner_start:].partition(b"</")[0].strip()
    kept = kept_attributes(cell.tag.rest)
    if text is None and is_empty and kept == cell.tag.rest.removesuffix(b"/"):
        return old
    return element(cell.tag.spelling, kept.rstrip(), text)


def created_cell(prefix: bytes, place: Place, style: str | None, text: bytes) -> bytes:
    """The element of a cell that was not there."""
    styled = f' s="{style}"' if style else ""
    spelling = prefix + b":c" if prefix else b"c"
    return element(spelling, f' r="{place_name(place)}"{styled}'.encode(), text)


def kept_attributes(rest: bytes) -> bytes:
    """A start tag's attributes without those that spoke of the value, all others as they stand."""
    return _ATTRIBUTE.sub(lambda found: b"" if found[1] in OF_THE_VALUE else found[0], rest.removesuffix(b"/"))


def element(spelling: bytes, attributes: bytes, text: bytes | None) -> bytes:
    if text is None:
        return b"<%b%b/>" % (spelling, attributes)
    prefix = spelling.removesuffix(b"c")
    string = b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (prefix, prefix, text, prefix, prefix)
    return b'<%b%b t="inlineStr">%b</%b>' % (spelling, attributes, string, spelling)


def xml_text(text: str | None, is_unicode: bool) -> bytes | None:
    """A text as it stands in XML; outside Unicode's own encodings in ASCII with a reference for all else.

    A carriage return is a reference too, or parsers would make a line feed of it.
    """
    escaped = escape(_LOOKS_ESCAPED.sub("_x005F_", text or ""), {"\r": "&#13;"})
    written = escaped.encode() if is_unicode else escaped.encode("ascii", "xmlcharrefreplace")
    return written or None


def unescaped(text: str) -> str:
    """The text that a cell's string stands for in Excel."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
