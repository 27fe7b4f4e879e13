"""One worksheet's part of a patch: the edits that set its cells, and what is promised of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peerxl.excel.patch.address import Position
from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.cell_writer import CellWriter
from peerxl.excel.patch.edit.changes import NewValues, move_to_anchors
from peerxl.excel.patch.edit.column_blocks import grow_merged, make_filter_edits, make_merge_edits
from peerxl.excel.patch.edit.column_widths import make_width_edits
from peerxl.excel.patch.edit.new_columns import NewColumns, list_new_cells
from peerxl.excel.patch.edit.promise import Promise
from peerxl.excel.patch.edit.refusals import refuse_formulas, refuse_locked, refuse_strays, refuse_tables
from peerxl.excel.patch.edit.rule_edits import make_rule_edits
from peerxl.excel.patch.edit.sheet_edits import make_sheet_edits
from peerxl.excel.patch.edit.sheet_view import SheetView, name_odd_sheet, view_sheet
from peerxl.excel.patch.edit.slots import CellSlot
from peerxl.excel.patch.edit.snapshot import CellSnapshot
from peerxl.excel.patch.edit.splice import Edit, PartEdits
from peerxl.excel.patch.edit.style_book import StyleBook
from peerxl.excel.patch.edit.window import Window, list_windows
from peerxl.excel.patch.parts.tables import read_tables
from peerxl.excel.patch.parts.workbook import SheetPart
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.zip.archive import Member
from peerxl.model.sheet import Block


@dataclass(frozen=True, slots=True)
class SheetPatch:
    """A worksheet, its edits, the windows within which those of its rows are, the promises of the cells that are set.

    ``columns`` are those that come in, and ``merged`` its merged blocks once they are in.
    """

    name: str
    member: Member
    grid: Grid
    part: PartEdits
    windows: tuple[Window, ...]
    promises: tuple[Promise, ...]
    columns: tuple[NewColumns, ...] = ()
    merged: tuple[Block, ...] = ()


def make_sheet_patch(
    book: Book,
    styles: StyleBook,
    sheet: SheetPart,
    values: NewValues,
    even_locked: bool,
    columns: Sequence[NewColumns] = (),
) -> SheetPatch:
    """Work out one worksheet's edits; the PeerxlError that says why a cell cannot be set."""
    where = f"{book.package.archive.path}!{sheet.name}"
    with name_odd_sheet(where):
        view = view_sheet(book.package, sheet)
        cells = {position: cell for added in columns for position, cell in list_new_cells(view, added).items()}
        anchored = move_to_anchors(where, {**values, **cells}, view.frame.merged)
        slots = view.find_slots(anchored)
        refuse_cells(book, view, slots, even_locked)
        writer = CellWriter(book, styles, view, sheet.name)
        written = {slot.position: writer.write(slot, anchored[slot.position]) for slot in slots}
        elements = {position: element for position, (element, _) in written.items()}
        edits = make_sheet_edits(view.grid, view.frame, slots, elements, list_rowless(anchored))
        if columns:
            edits = tuple(sorted((*edits, *make_column_edits(view.grid, columns, where)), key=lambda edit: edit.start))
        promises = tuple(promise for _, promise in written.values())
        windows = list_windows(view.grid, slots, elements)
        part, merged = PartEdits(view.xml, edits), grow_merged(view.frame.merged, columns)
        return SheetPatch(sheet.name, view.member, view.grid, part, windows, promises, tuple(columns), merged)


def make_column_edits(grid: Grid, added: Sequence[NewColumns], where: str) -> Iterator[Edit]:
    """The edits around a sheet's rows for columns that come in."""
    yield from make_width_edits(grid, {model: new for columns in added for model, new in columns.by_model.items()})
    yield from make_merge_edits(grid, added)
    yield from make_filter_edits(grid, added)
    yield from make_rule_edits(grid, added, where)


def refuse_cells(book: Book, view: SheetView, slots: tuple[CellSlot, ...], even_locked: bool) -> None:
    """Raise for the first cell that is not written to."""
    refuse_strays(view.where, view.grid, slots)
    refuse_formulas(view.where, view.grid, slots)
    refuse_tables(view.where, read_tables(book.package, view.member), slots)
    if view.frame.is_protected and not even_locked:
        refuse_locked(view.where, view.frame, book.styles.unlocked if book.styles else frozenset(), slots)


def list_rowless(values: NewValues) -> frozenset[Position]:
    """The cells that are put back as they were before there was a row for them."""
    return frozenset(
        position for position, value in values.items() if isinstance(value, CellSnapshot) and not value.has_row
    )
