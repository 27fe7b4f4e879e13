"""Cells of a workbook kept as they are, and which of those that were kept can no longer be put back."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.changes import Changes, find_anchors, read_address
from peerxl.excel.patch.edit.sheet_view import SheetView, name_odd_sheet, view_sheet
from peerxl.excel.patch.edit.slots import CellSlot
from peerxl.excel.patch.edit.snapshot import CellSnapshot, find_change, take_snapshot
from peerxl.excel.patch.parts.refusals import open_package
from peerxl.excel.patch.parts.workbook import SheetPart, find_sheet, read_sheet_list


def read_snapshots(
    source: str | os.PathLike[str], cells: Mapping[str, Iterable[str]]
) -> dict[str, dict[str, CellSnapshot]]:
    """The cells of these names as they are, by sheet and name as they were asked for; of a merged block its first one.

    A snapshot can be given to ``set_cells`` later, in this workbook and at any address, and puts the cell back as it
    was. Raises what ``set_cells`` raises for a workbook, a sheet or a name.
    """
    book, sheets = open_book(Path(source), cells)
    return {name: take_snapshots(book, sheet, tuple(cells[name])) for name, sheet in sheets.items()}


def list_sheet_names(source: str | os.PathLike[str]) -> tuple[str, ...]:
    """The names of a workbook's sheets, in their order; what ``set_cells`` raises for a workbook."""
    package = open_package(Path(source))
    return tuple(sheet.name for sheet in read_sheet_list(package, package.find_workbook()))


def find_stale_cells(source: str | os.PathLike[str], changes: Changes) -> dict[str, dict[str, str]]:
    """Which of the cells that are to be put back would be others now, and why, by sheet and name.

    ``set_cells`` refuses each of them; its value can be written instead. Other values than snapshots are passed over.
    """
    kept = {
        name: {address: value for address, value in cells.items() if isinstance(value, CellSnapshot)}
        for name, cells in changes.items()
    }
    book, sheets = open_book(Path(source), kept)
    stale = {name: judge_snapshots(book, sheet, kept[name]) for name, sheet in sheets.items()}
    return {name: reasons for name, reasons in stale.items() if reasons}


def open_book(source: Path, names: Iterable[str]) -> tuple[Book, dict[str, SheetPart]]:
    """A workbook that can be written to, and its sheets of these names."""
    package = open_package(source)
    book = Book(package, package.find_workbook())
    listed = read_sheet_list(package, book.workbook)
    return book, {name: find_sheet(source, listed, name) for name in names}


def take_snapshots(book: Book, sheet: SheetPart, names: Collection[str]) -> dict[str, CellSnapshot]:
    """A sheet's cells of these names as they are."""
    with name_odd_sheet(f"{book.package.archive.path}!{sheet.name}"):
        view = view_sheet(book.package, sheet)
        return {name: take_slot(book, view, slot) for name, slot in find_named_slots(book, view, sheet, names).items()}


def take_slot(book: Book, view: SheetView, slot: CellSlot) -> CellSnapshot:
    """The snapshot of a cell that was looked up: its XML, if it has any, and what the numbers in it refer to."""
    xml = bytes(view.grid.body[slot.cell.tag.start : slot.cell.end]) if slot.cell else None
    return take_snapshot(xml, slot.row is not None, slot.get_scope(view.grid), book)


def judge_snapshots(book: Book, sheet: SheetPart, kept: Mapping[str, CellSnapshot]) -> dict[str, str]:
    """Why cells of a sheet cannot be put back as they were, by name, for those of which that is so."""
    with name_odd_sheet(f"{book.package.archive.path}!{sheet.name}"):
        view = view_sheet(book.package, sheet)
        slots = find_named_slots(book, view, sheet, kept)
        reasons = {name: find_change(kept[name], slot.get_scope(view.grid), book) for name, slot in slots.items()}
    return {name: why for name, why in reasons.items() if why}


def find_named_slots(book: Book, view: SheetView, sheet: SheetPart, names: Collection[str]) -> dict[str, CellSlot]:
    """The slots of cells by the names they were asked for by."""
    positions = {name: read_address(book.package.archive.path, sheet.name, name) for name in names}
    anchors = find_anchors(view.where, positions.values(), view.frame.merged)
    slots = {slot.position: slot for slot in view.find_slots(set(anchors.values()))}
    return {name: slots[anchors[position]] for name, position in positions.items()}
