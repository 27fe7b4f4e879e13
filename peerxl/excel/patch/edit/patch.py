"""A patch: a workbook and the edits that set some of its cells, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from peerxl.excel.errors import NotAWorkbookError, OddSheetError
from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.calculation import make_calculation_edits
from peerxl.excel.patch.edit.changes import Changes, NewValue, NewValues, read_changes
from peerxl.excel.patch.edit.defined_names import list_unprinted, make_name_edits
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.edit.promise import Promise
from peerxl.excel.patch.edit.sheet_patch import SheetPatch, make_sheet_patch
from peerxl.excel.patch.edit.splice import PartEdits
from peerxl.excel.patch.edit.style_book import StyleBook
from peerxl.excel.patch.edit.table_columns import make_table_edits
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.refusals import open_package
from peerxl.excel.patch.parts.workbook import WORKSHEET, SheetPart, find_sheet, read_sheet_list
from peerxl.excel.patch.sheet.grid import read_grid
from peerxl.excel.patch.zip.archive import write_archive
from peerxl.model.sheet import Block, Cell


@dataclass(frozen=True, slots=True)
class Patch:
    """A workbook and its edits by part; without any it is written as it is."""

    package: Package
    sheets: tuple[SheetPatch, ...]
    edits: Mapping[str, PartEdits]

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What is promised of the cells that are set, sheet by sheet and row by row."""
        return tuple(promise for sheet in self.sheets for promise in sheet.promises)

    @property
    def merged(self) -> dict[str, tuple[Block, ...]]:
        """The merged blocks of each sheet into which columns come, by its name."""
        return {sheet.name: sheet.merged for sheet in self.sheets if sheet.columns}

    @property
    def unprinted(self) -> tuple[str, ...]:
        """The sheets whose print area ends before the columns that come in, though it has those that they are like."""
        workbook = self.package.find_workbook()
        listed = read_sheet_list(self.package, workbook)
        places = list_unprinted(self.package.read_xml(workbook).body, index_columns(listed, self.sheets))
        return tuple(listed[place].name for place in places)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that are set, with the words of their values, where Excel keeps them."""
        return tuple(promise.cell for promise in self.promises)

    def write(self, target: BinaryIO) -> None:
        """Write the workbook with the edits made."""
        write_archive(self.package.archive, target, {name: part.make_content for name, part in self.edits.items()})


AddedColumns = Mapping[str, Sequence[NewColumns]]
"""The columns that come in, by their sheet's name."""


def make_patch(source: Path, changes: Changes, even_locked: bool = False, columns: AddedColumns | None = None) -> Patch:
    """Work out the edits; the PeerxlError that says why a cell cannot be set, or a column not be added."""
    added = columns or {}
    package = open_package(source)
    book = Book(package, package.find_workbook())
    styles = StyleBook(book)
    listed = read_sheet_list(package, book.workbook)
    wanted = choose_sheets(source, listed, {**{name: {} for name in added}, **changes})
    sheets = tuple(
        make_sheet_patch(book, styles, sheet, values, even_locked, added.get(sheet.name, ()))
        for sheet, values in wanted.items()
        if values or added.get(sheet.name)
    )
    return Patch(package, sheets, dict(gather_edits(book, styles, listed, sheets)))


def choose_sheets(source: Path, listed: Iterable[SheetPart], changes: Changes) -> dict[SheetPart, NewValues]:
    """The sheets that are to be changed, in the order asked for, and their values; one sheet may be named twice."""
    named: dict[SheetPart, dict[str, NewValue]] = {}
    sheets = tuple(listed)
    for name, cells in changes.items():
        sheet = find_sheet(source, sheets, name)
        refuse_shared_part(source, sheets, sheet)
        named.setdefault(sheet, {}).update(cells)
    return {sheet: read_changes(source, sheet.name, cells) for sheet, cells in named.items()}


def refuse_shared_part(source: Path, listed: Iterable[SheetPart], sheet: SheetPart) -> None:
    """Raise for a sheet whose part is another sheet's too: what is written into one would stand in both."""
    for other in listed:
        if other != sheet and other.member and other.member == sheet.member:
            raise OddSheetError(f"{source}!{sheet.name}", f"the sheet {other.name!r} is kept in the same part")


def gather_edits(
    book: Book, styles: StyleBook, listed: Iterable[SheetPart], sheets: Iterable[SheetPatch]
) -> Iterator[tuple[str, PartEdits]]:
    """Each part that changes with its edits: the sheets', the styles', and the workbook's own where it calculates."""
    changed = [sheet for sheet in sheets if sheet.part.edits]
    yield from ((sheet.member.name, sheet.part) for sheet in changed)
    if changed and styles.added:
        yield styles.styles.member.name, styles.make_edits()
    for sheet in changed:
        yield from make_table_edits(
            book.package, sheet.member, sheet.columns, f"{book.package.archive.path}!{sheet.name}"
        )
    xml = book.package.read_xml(book.workbook)
    edits = list(make_name_edits(xml.body, index_columns(listed, changed)))
    if changed and has_formulas(book.package, listed, changed):
        edits += make_calculation_edits(xml.body)
    if edits:
        yield book.workbook.name, PartEdits(xml, tuple(sorted(edits)))


def index_columns(listed: Iterable[SheetPart], sheets: Iterable[SheetPatch]) -> dict[int, tuple[NewColumns, ...]]:
    """The columns that come in, by their sheet's place in the workbook's list."""
    columns = {sheet.name: sheet.columns for sheet in sheets}
    return {index: columns[sheet.name] for index, sheet in enumerate(listed) if columns.get(sheet.name)}


def has_formulas(package: Package, listed: Iterable[SheetPart], sheets: Iterable[SheetPatch]) -> bool:
    """Whether a cell anywhere in the workbook holds a formula: the sheets at hand are asked first, then the others."""
    patched = tuple(sheets)
    if any(sheet.grid.has_formulas() for sheet in patched):
        return True
    # These are unpacked already; each other sheet costs its unpacking.
    known = {sheet.member for sheet in patched}
    return any(has_sheet_formulas(package, sheet) for sheet in listed if sheet.member not in known)


def has_sheet_formulas(package: Package, sheet: SheetPart) -> bool:
    """Whether a cell of a sheet holds a formula."""
    try:
        return sheet.member is not None and read_grid(package.read_xml(sheet.member).body).has_formulas()
    except (ValueError, NotAWorkbookError):
        # A chart's sheet has no cells; a worksheet that is hard to read here may have formulas that Excel finds.
        return sheet.kind == WORKSHEET
