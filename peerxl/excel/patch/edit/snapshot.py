"""A cell as it stands, kept so that it can be put back as it was: its element's XML and what that refers to.

A style, a shared string and metadata are referred to by number. What each number means is kept as a mark: a program
that saves the workbook may number them anew, and then the same XML would be another cell.
"""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.excel.patch.address import Position, format_address
from peerxl.excel.patch.edit.attributes import set_attribute
from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.cell_value import find_child, parse_cell, read_value
from peerxl.excel.patch.parts.styles import digest
from peerxl.excel.patch.sheet.row_element import CellElement
from peerxl.excel.patch.sheet.tags import Scope, Tag, mask_hidden, parse_attributes, walk_tags
from peerxl.model.sheet import Value


@dataclass(frozen=True, slots=True)
class References:
    """What a cell's XML refers to: the namespaces of its prefixes, and the marks of what its numbers mean."""

    namespaces: tuple[tuple[str, str], ...] = ()
    style: str = ""
    string: str = ""
    metadata: str = ""


@dataclass(frozen=True, slots=True)
class CellSnapshot:
    """A cell as it was: its XML, None where there was none, whether its row was there, what it refers to, its value.

    The value is what readers find in it, to be written where the cell cannot be put back as it was. ``set_cells`` takes
    a snapshot as it takes a value.
    """

    xml: str | None
    has_row: bool
    value: Value = None
    references: References = References()


# Why a cell cannot be put back as it was, as it completes "because …".
BROKEN, FORMULA = "what was kept of it cannot be read", "it held a formula"
NAMESPACES = "the sheet's XML is written in other words now"
STYLE = "its style has become another one"
STRING = "the texts that cells share have been numbered anew"
METADATA = "what belongs to its value has been numbered anew"


def take_snapshot(xml: bytes | None, has_row: bool, scope: Scope, book: Book) -> CellSnapshot:
    """What is to be kept of a cell in a row of this scope; ValueError where its XML is broken or refers to nothing."""
    if xml is None:
        return CellSnapshot(None, has_row)
    references = read_references(xml, scope, book)
    return CellSnapshot(xml.decode(), has_row, read_value(parse_cell(xml, scope), book), references)


def find_change(snapshot: CellSnapshot, scope: Scope, book: Book) -> str | None:
    """Why its XML would be another cell now, in a row of this scope; None where it would be the same."""
    if snapshot.xml is None:
        return None
    xml, kept = snapshot.xml.encode(), snapshot.references
    try:
        get_tag(xml)
        if list_namespaces(xml, scope) != kept.namespaces:
            return NAMESPACES
        if find_child(parse_cell(xml, scope), "f") is not None:
            return FORMULA
    except ValueError:
        return BROKEN
    try:
        now = read_references(xml, scope, book)
    except ValueError:
        return STYLE
    pairs = ((now.style, kept.style, STYLE), (now.string, kept.string, STRING), (now.metadata, kept.metadata, METADATA))
    return next((why for mark, mark_then, why in pairs if mark != mark_then), None)


def read_references(xml: bytes, scope: Scope, book: Book) -> References:
    """What a cell refers to; ValueError where it refers to a style that is not there."""
    tag = get_tag(xml)
    return References(
        list_namespaces(xml, scope),
        book.describe_style(tag.get(b"s")),
        digest(read_item(xml, scope, book)) if tag.get(b"t") == "s" else "",
        book.metadata if tag.get(b"cm") or tag.get(b"vm") else "",
    )


def list_namespaces(xml: bytes, scope: Scope) -> tuple[tuple[str, str], ...]:
    """The namespaces of the prefixes that a cell uses and its row knows."""
    used = set()
    for tag in walk_tags(mask_hidden(xml), 0, len(xml), scope):
        used |= {tag.prefix, *(name.partition(b":")[0] for name in parse_attributes(tag.rest) if b":" in name)}
    return tuple(sorted((prefix.decode(), scope[prefix]) for prefix in used if prefix in scope))


def read_item(xml: bytes, scope: Scope, book: Book) -> str:
    """The XML of the shared string that a cell names; nothing where there is none."""
    number = find_child(parse_cell(xml, scope), "v")
    try:
        index = int(number.text or "") if number is not None else -1
        return book.strings.get_item(index).decode("utf-8", "replace") if book.strings else ""
    except ValueError:
        return ""


def place_snapshot(snapshot: CellSnapshot, position: Position, cell: CellElement | None) -> bytes:
    """The XML of a cell put back at a position, where this one stands now: the very bytes but for another address.

    A cell that is known by its order alone stays so.
    """
    xml = (snapshot.xml or "").encode()
    tag = get_tag(xml)
    name, is_unnamed = tag.get(b"r"), cell is not None and cell.name is None
    if name == format_address(position) or (name is None and is_unnamed):
        return xml
    opening = set_attribute(tag.rest.removesuffix(b"/"), b"r", format_address(position).encode())
    closing = b"/>" if tag.is_whole else b">"
    return b"<%b%b%b%b" % (tag.spelling, opening, closing, xml[tag.end :])


def get_tag(xml: bytes) -> Tag:
    """The start tag of a cell's XML; ValueError where it begins with none."""
    tag = next(walk_tags(xml, 0, len(xml)), None)
    if tag is None or tag.start:
        raise ValueError("this is no cell")
    return tag
