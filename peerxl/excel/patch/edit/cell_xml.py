"""A cell's new XML: its attributes as they were but for those that spoke of the old value, and the text in the cell.

The text stands in the cell itself (an inline string), which calamine, openpyxl, LibreOffice and Excel all read with
spaces and line breaks kept. As ``t="str"``, the other way that needs no other part, LibreOffice drops line breaks.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from peerxl.excel.patch.address import Position, format_address
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.sheet.row_element import CellElement

# t: the kind of the old value. cm, vm: its metadata, such as the picture or the array it was; Excel drops them too
# when a cell is typed over. A style, a phonetic mark or another program's own attributes stay.
OF_THE_VALUE = (b"t", b"cm", b"vm")
_ATTRIBUTE = re.compile(rb"""\s+([^\s<>/"'=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
# Excel reads "_x0041_" as the character of that number: an underscore that would begin one is itself written so.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def fill_cell(cell: CellElement, body: Bytes, text: bytes | None) -> bytes:
    """A cell's element with this text in XML, or emptied; the very bytes that it had where nothing is to change."""
    old = bytes(body[cell.tag.start : cell.end])
    inner_start = cell.tag.end - cell.tag.start
    is_empty = cell.tag.is_whole or not old[inner_start:].partition(b"</")[0].strip()
    kept = keep_attributes(cell.tag.rest)
    if text is None and is_empty and kept == cell.tag.rest.removesuffix(b"/"):
        return old
    return make_element(cell.tag.spelling, kept.rstrip(), text)


def create_cell(prefix: bytes, position: Position, style: str | None, text: bytes) -> bytes:
    """The element of a cell that was not there."""
    styled = f' s="{style}"' if style else ""
    spelling = prefix + b":c" if prefix else b"c"
    return make_element(spelling, f' r="{format_address(position)}"{styled}'.encode(), text)


def keep_attributes(rest: bytes) -> bytes:
    """A start tag's attributes without those that spoke of the value, all others as they stand."""
    return _ATTRIBUTE.sub(lambda match: b"" if match[1] in OF_THE_VALUE else match[0], rest.removesuffix(b"/"))


def make_element(spelling: bytes, attributes: bytes, text: bytes | None) -> bytes:
    """A cell's element with a text in it; None for an empty cell."""
    if text is None:
        return b"<%b%b/>" % (spelling, attributes)
    prefix = spelling.removesuffix(b"c")
    string = b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (prefix, prefix, text, prefix, prefix)
    return b'<%b%b t="inlineStr">%b</%b>' % (spelling, attributes, string, spelling)


def escape_text(text: str | None, is_unicode: bool) -> bytes | None:
    """A text as it stands in XML; outside Unicode's own encodings in ASCII with a reference for all else.

    A carriage return is a reference too, or parsers would make a line feed of it.
    """
    escaped = escape(_LOOKS_ESCAPED.sub("_x005F_", text or ""), {"\r": "&#13;"})
    written = escaped.encode() if is_unicode else escaped.encode("ascii", "xmlcharrefreplace")
    return written or None


def unescape_text(text: str) -> str:
    """The text that a cell's string stands for in Excel."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
