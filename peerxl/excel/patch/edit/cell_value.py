"""The value that a cell's XML stands for, as readers find it."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.excel.patch.edit.content import LARGEST
from peerxl.excel.patch.edit.serial import read_serial
from peerxl.excel.patch.parts.package import MAIN, is_true, local_name, parse_tree
from peerxl.excel.patch.sheet.tags import Scope
from peerxl.model.sheet import Value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parse_cell(xml: bytes, scope: Scope) -> Element:
    """A cell's element in a row of this scope; ValueError where the XML is anything but one cell."""
    (cell, *others), tail = parse_inside(xml, scope)
    if others or tail or cell.tag not in {f"{{{uri}}}c" for uri in MAIN}:
        raise ValueError("this is no cell")
    return cell


def parse_inside(xml: bytes, scope: Scope) -> tuple[list[Element], str]:
    """The elements of a stretch of XML in a scope, and the text around them; ValueError where it is not well-formed."""
    from xml.sax.saxutils import quoteattr

    # A cell alone does not say what its prefixes mean: its sheet's first tag did.
    names = {f"xmlns:{prefix.decode()}" if prefix else "xmlns": uri for prefix, uri in scope.items() if uri}
    declared = "".join(f" {name}={quoteattr(uri)}" for name, uri in names.items() if name != "xmlns:xml")
    try:
        parent = parse_tree(b"<x%b>%b</x>" % (declared.encode(), xml))
    except ParseError as error:
        raise ValueError("the XML is broken") from error
    texts = (parent.text, *(child.tail for child in parent))
    return list(parent), "".join(text or "" for text in texts).strip()


def find_child(element: Element, name: str) -> Element | None:
    """The first element of a name right under another."""
    return next((child for child in element if local_name(child) == name), None)


def read_value(cell: Element, book: Book) -> Value:
    """A cell's value: text, a number, a day where its style shows one, true or false; an error is its word.

    What is no value of its kind is the text that stands there.
    """
    kind, value = cell.get("t", "n"), find_child(cell, "v")
    text = (value.text if value is not None else None) or ""
    if kind == "inlineStr":
        return read_string(find_child(cell, "is"))
    if kind == "s":
        return read_shared_string(text, book)
    try:
        return read_plain(kind, text, cell.get("s"), book)
    except ValueError:
        return unescape_text(text)


def read_plain(kind: str, text: str, style: str | None, book: Book) -> Value:
    """The value of a kind that stands in the cell itself; ValueError where it is none."""
    if not text:
        return None
    if kind == "b":
        return is_true(text)
    if kind == "d":  # ISO 8601, as a Strict workbook may have it
        moment = datetime.fromisoformat(text)
        return moment if moment.time() != time() else moment.date()
    if kind != "n":
        return unescape_text(text)
    number = float(text)
    day = read_serial(number, book.is_1904) if book.styles and book.styles.shows_day(style) else None
    if day is not None:
        return day
    return int(number) if number.is_integer() and abs(number) <= LARGEST else number


def read_shared_string(index: str, book: Book) -> str | None:
    """The text of a shared string by its number; None where there is none."""
    try:
        item = book.strings.wrap_item(int(index)) if book.strings else b"<x/>"
        return read_string(next(iter(parse_tree(item)), None))
    except (ValueError, ParseError):
        return None


def read_string(string: Element | None) -> str | None:
    """A string's text, its runs together and without what tells how it is pronounced; None for an empty one."""
    if string is None:
        return None
    texts = [string, *(child for child in string if local_name(child) == "r")]
    pieces = (child.text or "" for each in texts for child in each if local_name(child) == "t")
    return unescape_text("".join(pieces)) or None
