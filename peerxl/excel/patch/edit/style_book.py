"""The styles that cells take which show a new value wrongly: their own but for the number format.

A style that is there already is taken; what is missing is added behind the others, and nothing else of the styles'
part changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peerxl.excel.patch.edit.attributes import drop_attributes, edit_attribute, set_attribute
from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.splice import Edit, PartEdits
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.styles import Styles, describe_element
from peerxl.excel.patch.sheet.row_element import OddGridError
from peerxl.excel.patch.sheet.tags import Tag, is_start, mask_hidden, walk_tags

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class AddedStyle:
    """A cell format that is added: the one it is made from, by its place in the list, and its number format."""

    base: int
    number_format: int


@dataclass(slots=True)
class StyleBook:
    """A workbook's styles and those that are added, in their order; it grows as cells ask for more."""

    book: Book
    added: list[AddedStyle] = field(default_factory=list)
    derived: dict[tuple[str | None, int], str] = field(default_factory=dict)

    @property
    def styles(self) -> Styles:
        """The styles there are; OddGridError for a workbook without any, in which no number is ever shown as a day."""
        if self.book.styles is None or not self.book.styles.formats:
            raise OddGridError("the workbook has no styles, so no day can be shown")
        return self.book.styles

    def derive(self, style: str | None, number_format: int) -> str:
        """The style, as a cell writes it, that looks like another one but for its number format."""
        if (style, number_format) not in self.derived:
            self.derived[style, number_format] = self.find_or_add(style, number_format)
        return self.derived[style, number_format]

    def find_or_add(self, style: str | None, number_format: int) -> str:
        """The derived style where there is one already, else one more."""
        formats = self.styles.formats
        wanted = describe_element(change_format(self.styles.get_format(style), number_format))
        for number, cell_format in enumerate(formats):
            if describe_element(cell_format) == wanted:
                return str(number)
        # A cell that names no style has the first.
        added = AddedStyle(int(style or 0), number_format)
        if added not in self.added:
            self.added.append(added)
        return str(len(formats) + self.added.index(added))

    def make_edits(self) -> PartEdits:
        """The edits of the styles' part."""
        xml = self.book.package.read_xml(self.styles.member)
        return PartEdits(xml, tuple(sorted(make_style_edits(xml.body, self.added))))


def change_format(cell_format: Element, number_format: int) -> Element:
    """A cell format with another number format, and without the mark of a text that was typed with an apostrophe."""
    changed = deepcopy(cell_format)
    changed.attrib.pop("quotePrefix", None)
    changed.set("numFmtId", str(number_format))
    changed.set("applyNumberFormat", "1")
    return changed


def make_style_edits(body: Bytes, added: list[AddedStyle]) -> Iterator[Edit]:
    """The edits that add cell formats to the list of them and to its count."""
    formats: list[tuple[Tag, int]] = []
    opening = None
    for tag in walk_tags(mask_hidden(body), 0, len(body)):
        if tag.depth == 1 and tag.name == b"cellXfs" and tag.is_main:
            if not tag.is_end:
                opening = tag
                continue
            new = b"".join(write_format(body, *formats[each.base], each.number_format) for each in added)
            yield Edit(tag.start, tag.start, new)
            break
        if opening and tag.depth == 2:
            if is_start(tag, b"xf"):
                formats.append((tag, tag.end))
            elif tag.is_end and tag.is_main and tag.name == b"xf":
                formats[-1] = formats[-1][0], tag.end
    if opening and opening.get(b"count") is not None:
        yield edit_attribute(opening, b"count", len(formats) + len(added))


def write_format(body: Bytes, tag: Tag, end: int, number_format: int) -> bytes:
    """A cell format's XML with another number format."""
    rest = drop_attributes(tag.rest.removesuffix(b"/"), (b"quotePrefix",))
    for name, value in ((b"numFmtId", number_format), (b"applyNumberFormat", 1)):
        rest = set_attribute(rest, name, b"%d" % value)
    closing = b"/>" if tag.is_whole else b">"
    return b"<%b%b%b%b" % (tag.spelling, rest, closing, bytes(body[tag.end : end]))
