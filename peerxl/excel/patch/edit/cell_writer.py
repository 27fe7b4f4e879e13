"""The elements of the cells that are set, each in the style that shows its value, and what is promised of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from peerxl.errors import PeerxlError
from peerxl.excel.limits import check_text
from peerxl.excel.patch.address import format_address
from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.cell_xml import NewCell, create_cell, fill_cell
from peerxl.excel.patch.edit.changes import NewValue, Reworded, Styled
from peerxl.excel.patch.edit.content import Content, ValueKind, make_content
from peerxl.excel.patch.edit.promise import Promise, PutBack, make_promise
from peerxl.excel.patch.edit.reworded import reword_cell
from peerxl.excel.patch.edit.sheet_view import SheetView
from peerxl.excel.patch.edit.shown_days import ShownDays, read_shown_days
from peerxl.excel.patch.edit.slots import CellSlot
from peerxl.excel.patch.edit.snapshot import CellSnapshot, find_change, list_namespaces, place_snapshot
from peerxl.excel.patch.edit.style_book import StyleBook
from peerxl.excel.patch.parts.number_formats import GENERAL, SHORT_DAY, SHORT_DAY_AND_TIME


class StaleCellError(PeerxlError):
    """A cell that is to be put back as it was, and whose XML would be another cell now."""

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"{place}: the cell cannot be put back as it was, because {why}; write its value instead.")


@dataclass(frozen=True, slots=True)
class CellWriter:
    """Writes cells of one sheet; ``days`` keeps how a column shows its days once that was asked for."""

    book: Book
    styles: StyleBook
    view: SheetView
    name: str
    days: dict[int, ShownDays] = field(default_factory=dict)

    def write(self, slot: CellSlot, value: NewValue) -> tuple[bytes | None, Promise]:
        """A cell's element, None for a cell that is not to be there, and its promise."""
        where = f"{self.view.where}!{format_address(slot.position)}"
        if isinstance(value, CellSnapshot):
            # Its numbers may mean other styles and texts by now, which would make it another cell.
            if why := find_change(value, slot.get_scope(self.view.grid), self.book):
                raise StaleCellError(where, why)
            return self.put_back(slot, value)
        if isinstance(value, Styled):
            content = make_content(value.words, self.book.is_1904, where)
            new = NewCell(content, value.style, self.view.xml.is_unicode, is_styled=True)
            return self.fill_or_create(slot, new), make_promise(self.name, slot.position, value.words, new)
        if isinstance(value, Reworded):
            if rewritten := self.reword(slot, value.words, where):
                return rewritten
            value = value.words
        content = make_content(value, self.book.is_1904, where)
        new = NewCell(content, self.choose_style(slot, content), self.view.xml.is_unicode)
        return self.fill_or_create(slot, new), make_promise(self.name, slot.position, value, new)

    def reword(self, slot: CellSlot, words: str, where: str) -> tuple[bytes, Promise] | None:
        """The element of a cell whose text has several looks, with other words, and its promise; None for any other."""
        if slot.cell is None:
            return None
        check_text(words, where)
        old = bytes(self.view.grid.body[slot.cell.tag.start : slot.cell.end])
        xml = reword_cell(slot.cell, old, words, self.book, is_unicode=self.view.xml.is_unicode)
        if xml is None:
            return None
        new = PutBack(xml, list_namespaces(xml, slot.get_scope(self.view.grid)))
        return xml, make_promise(self.name, slot.position, words, new)

    def put_back(self, slot: CellSlot, snapshot: CellSnapshot) -> tuple[bytes | None, Promise]:
        """The element of a cell as it was, and its promise."""
        element = named = None
        if snapshot.xml is not None:
            element = place_snapshot(snapshot, slot.position, slot.cell)
            named = place_snapshot(snapshot, slot.position, None)
        new = PutBack(named, snapshot.references.namespaces)
        return element, make_promise(self.name, slot.position, snapshot.value, new)

    def fill_or_create(self, slot: CellSlot, new: NewCell) -> bytes | None:
        """The element of a cell with new content; None for a missing cell that is to be empty."""
        if slot.cell:
            return fill_cell(slot.cell, self.view.grid.body, new)
        if new.content.kind is ValueKind.EMPTY and not new.is_styled:
            return None
        parent = slot.row.tag if slot.row else self.view.grid.data
        return create_cell(parent.prefix, slot.position, new)

    def choose_style(self, slot: CellSlot, content: Content) -> str | None:
        """The cell's own style, but for one that would show a day as a number or a number as a day or a time."""
        if content.kind is ValueKind.DAY and not self.styles.styles.shows_day(slot.style):
            return self.styles.derive(slot.style, self.choose_day_format(slot, content))
        styles = self.book.styles
        is_number = content.kind is ValueKind.NUMBER
        if is_number and styles and (styles.shows_day(slot.style) or styles.shows_time(slot.style)):
            return self.styles.derive(slot.style, GENERAL)
        return slot.style

    def choose_day_format(self, slot: CellSlot, content: Content) -> int:
        """The number format of the nearest day in the column, else Excel's short one, which is the reader's own."""
        row, column = slot.position
        if column not in self.days:
            self.days[column] = read_shown_days(self.view.grid, self.styles.styles, column)
        nearest = self.days[column].find_nearest(row)
        if nearest is not None:
            return nearest
        return SHORT_DAY_AND_TIME if "." in content.text else SHORT_DAY
