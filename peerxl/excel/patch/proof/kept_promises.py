"""Whether a parser finds in a sheet's cells what was promised of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from peerxl.excel.patch.address import Position
from peerxl.excel.patch.edit.cell_xml import NewCell, unescape_text
from peerxl.excel.patch.edit.content import ValueKind
from peerxl.excel.patch.edit.promise import Promise, PutBack
from peerxl.excel.patch.parts.package import MAIN
from peerxl.excel.patch.proof.parsed_cells import ParsedCell, ParsedRows, expand_name, parse_rows

# The elements in which a kind of content stands, one in the other.
ELEMENTS = {ValueKind.TEXT: ("is", "t"), ValueKind.NUMBER: ("v",), ValueKind.DAY: ("v",), ValueKind.TRUTH: ("v",)}
TYPES = {ValueKind.TEXT: "inlineStr", ValueKind.TRUTH: "b"}


def find_broken_promise(promises: Iterable[Promise], rows: ParsedRows) -> Position | None:
    """The first cell that does not hold what was promised of it; None where all do."""
    in_order = sorted(promises, key=lambda promise: promise.position)
    put_back = parse_rows(wrap_cells(in_order)).cells
    for promise in in_order:
        parsed = rows.cells.get(promise.position, ())
        expected = put_back.get(promise.position, ())
        is_kept = parsed == expected if isinstance(promise.new, PutBack) else holds(promise.new, parsed)
        if not is_kept:
            return promise.position
    return None


def holds(new: NewCell, cells: tuple[ParsedCell, ...]) -> bool:
    """Whether these are the one cell that has this content and style, or none for a cell that was to be empty."""
    kind = new.content.kind
    if kind is ValueKind.EMPTY and not cells:
        return not new.is_styled
    if len(cells) != 1 or cells[0].get("t") != TYPES.get(kind) or (cells[0].get("s") or "") != (new.style or ""):
        return False
    if kind is ValueKind.EMPTY:
        return cells[0].is_empty
    names = [expand_name(name) for name in ELEMENTS[kind]]
    elements, text = cells[0].elements, cells[0].text
    is_in_place = len(elements) == len(names) and all(map(frozenset.__contains__, names, elements))
    return is_in_place and (unescape_text(text) if kind is ValueKind.TEXT else text) == new.content.text


def wrap_cells(promises: Iterable[Promise]) -> Iterator[bytes]:
    """A worksheet of the elements that are put back, each in a row that knows its namespaces."""
    yield b'<sheet:worksheet xmlns:sheet="%b"><sheet:sheetData>' % MAIN[0].encode()
    for promise in promises:
        if isinstance(promise.new, PutBack) and promise.new.xml is not None:
            declared = "".join(
                f" xmlns{':' if prefix else ''}{prefix}={quoteattr(uri)}" for prefix, uri in promise.new.namespaces
            )
            yield b'<sheet:row r="%d"%b>%b</sheet:row>' % (promise.position[0], declared.encode(), promise.new.xml)
    yield b"</sheet:sheetData></sheet:worksheet>"
