"""A cell's new XML: its attributes as they were but for those that spoke of the old value, and the new one in the cell.

A text stands in the cell itself (an inline string), which calamine, openpyxl, LibreOffice and Excel all read with
spaces and line breaks kept. As ``t="str"``, the other way that needs no other part, LibreOffice drops line breaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerxl.excel.patch.address import Position, format_address
from peerxl.excel.patch.edit.attributes import drop_attributes, set_attribute
from peerxl.excel.patch.edit.content import Content, ValueKind
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.sheet.row_element import CellElement

# t: the kind of the old value. cm, vm: its metadata, such as the picture or the array it was; Excel drops them too
# when a cell is typed over. A style, a phonetic mark or another program's own attributes stay.
OF_THE_VALUE = (b"t", b"cm", b"vm")
# Excel reads "_x0041_" as the character of that number: an underscore that would begin one is itself written so.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class NewCell:
    """What a cell is to hold and its style, as it is written; ``is_unicode`` says that its part holds any text.

    ``is_styled`` says that the cell has this style whatever it had, and is there for it even where it holds nothing.
    """

    content: Content
    style: str | None
    is_unicode: bool
    is_styled: bool = False


def is_blank(cell: CellElement, body: Bytes) -> bool:
    """Whether a cell's element has nothing in it."""
    return cell.tag.is_whole or not bytes(body[cell.tag.end : cell.end]).partition(b"</")[0].strip()


def fill_cell(cell: CellElement, body: Bytes, new: NewCell) -> bytes:
    """A cell's element with new content, or emptied; the very bytes that it had where nothing is to change."""
    old = bytes(body[cell.tag.start : cell.end])
    rest = cell.tag.rest.removesuffix(b"/")
    kept = drop_attributes(rest, OF_THE_VALUE)
    is_same_style = new.style == cell.style or (not new.style and not new.is_styled)
    if new.content.kind is ValueKind.EMPTY and is_blank(cell, body) and kept == rest and is_same_style:
        return old
    if not is_same_style:
        kept = set_attribute(kept, b"s", (new.style or "0").encode())
    return make_element(cell.tag.spelling, kept.rstrip(), new)


def create_cell(prefix: bytes, position: Position, new: NewCell) -> bytes:
    """The element of a cell that was not there."""
    styled = f' s="{new.style}"' if new.style else ""
    spelling = prefix + b":c" if prefix else b"c"
    return make_element(spelling, f' r="{format_address(position)}"{styled}'.encode(), new)


def make_element(spelling: bytes, attributes: bytes, new: NewCell) -> bytes:
    """A cell's element with a content in it."""
    content, prefix = new.content, spelling.removesuffix(b"c")
    if content.kind is ValueKind.EMPTY:
        return b"<%b%b/>" % (spelling, attributes)
    if content.kind is ValueKind.TEXT:
        text = escape_text(content.text, new.is_unicode)
        inner = b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (prefix, prefix, text, prefix, prefix)
    else:
        inner = b"<%bv>%b</%bv>" % (prefix, content.text.encode(), prefix)
    typed = b"" if content.kind.type == "n" else b' t="%b"' % content.kind.type.encode()
    return b"<%b%b%b>%b</%b>" % (spelling, attributes, typed, inner, spelling)


def escape_text(text: str, is_unicode: bool) -> bytes:
    """A text as it stands in XML; outside Unicode's own encodings in ASCII with a reference for all else.

    A carriage return is a reference too, or parsers would make a line feed of it.
    """
    from xml.sax.saxutils import escape

    escaped = escape(_LOOKS_ESCAPED.sub("_x005F_", text), {"\r": "&#13;"})
    return escaped.encode() if is_unicode else escaped.encode("ascii", "xmlcharrefreplace")


def unescape_text(text: str) -> str:
    """The text that a cell's string stands for in Excel."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
