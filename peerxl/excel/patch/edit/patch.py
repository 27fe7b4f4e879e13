"""A patch: a workbook and the edits that set some of its cells, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from peerxl.errors import NotAWorkbookError, OddSheetError
from peerxl.excel.patch.edit.calculation import make_calculation_edits
from peerxl.excel.patch.edit.cell_xml import escape_text
from peerxl.excel.patch.edit.changes import Changes, Texts, move_to_anchors, read_texts
from peerxl.excel.patch.edit.refusals import refuse_formulas, refuse_locked, refuse_strays, refuse_tables
from peerxl.excel.patch.edit.sheet_edits import make_sheet_edits
from peerxl.excel.patch.edit.slots import find_slots
from peerxl.excel.patch.edit.splice import Edit, apply_edits
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.refusals import open_package
from peerxl.excel.patch.parts.styles import read_unlocked_styles
from peerxl.excel.patch.parts.tables import read_tables
from peerxl.excel.patch.parts.workbook import WORKSHEET, SheetPart, find_sheet, read_sheet_list
from peerxl.excel.patch.sheet.frame import read_frame
from peerxl.excel.patch.sheet.grid import has_formulas, read_grid
from peerxl.excel.patch.sheet.row_element import OddGridError
from peerxl.excel.patch.zip.archive import Content, Member, write_archive
from peerxl.model.sheet import Cell


@dataclass(frozen=True, slots=True)
class SheetPatch:
    """A worksheet's part, the texts that its cells are to hold, and the edits that bring that about."""

    name: str
    member: Member
    texts: Texts
    edits: tuple[Edit, ...]
    has_formulas: bool

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells with their texts, row by row."""
        return (Cell(self.name, row, column, text or "") for (row, column), text in sorted(self.texts.items()))


@dataclass(frozen=True, slots=True)
class Patch:
    """A workbook and its edits by part; without any it is written as it is."""

    package: Package
    sheets: tuple[SheetPatch, ...]
    edits: Mapping[str, tuple[Edit, ...]]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that were set, with their texts, where Excel keeps them."""
        return tuple(cell for sheet in self.sheets for cell in sheet.cells)

    def write(self, target: BinaryIO) -> None:
        """Write the workbook with the edits made."""
        write_archive(self.package.archive, target, {name: self.prepare_content(name) for name in self.edits})

    def prepare_content(self, name: str) -> Content:
        """What makes the changed content of a part when it is written, so that no two parts are held at a time."""

        def make_content() -> Iterable[Bytes | memoryview]:
            member = self.package.archive.find(name)
            xml = self.package.read_xml(member) if member else None
            if xml is None:
                return ()
            changed = apply_edits(xml.body, self.edits[name])
            return changed if xml.codec is None else (xml.encode(b"".join(changed)),)

        return make_content


def make_patch(source: Path, changes: Changes, even_locked: bool = False) -> Patch:
    """Work out the edits; the PeerxlError that says why a cell cannot be set."""
    package = open_package(source)
    workbook = package.find_workbook()
    listed = read_sheet_list(package, workbook)
    wanted = choose_sheets(source, listed, changes)
    sheets = tuple(
        patch_sheet(package, workbook, sheet, texts, even_locked) for sheet, texts in wanted.items() if texts
    )
    edits = {sheet.member.name: sheet.edits for sheet in sheets if sheet.edits}
    if edits and has_formulas_anywhere(package, listed, sheets):
        calculation = make_calculation_edits(package.read_xml(workbook).body)
        edits |= {workbook.name: calculation} if calculation else {}
    return Patch(package, sheets, edits)


def choose_sheets(source: Path, listed: Iterable[SheetPart], changes: Changes) -> dict[SheetPart, Texts]:
    """The sheets that are to be changed, in the order asked for, and their texts; one sheet may be named twice."""
    named: dict[SheetPart, dict[str, str | None]] = {}
    sheets = tuple(listed)
    for name, cells in changes.items():
        sheet = find_sheet(source, sheets, name)
        refuse_shared_part(source, sheets, sheet)
        named.setdefault(sheet, {}).update(cells)
    return {sheet: read_texts(source, sheet.name, cells) for sheet, cells in named.items()}


def refuse_shared_part(source: Path, listed: Iterable[SheetPart], sheet: SheetPart) -> None:
    """Raise for a sheet whose part is another sheet's too: what is written into one would stand in both."""
    for other in listed:
        if other != sheet and other.member and other.member == sheet.member:
            raise OddSheetError(f"{source}!{sheet.name}", f"the sheet {other.name!r} is kept in the same part")


def patch_sheet(package: Package, workbook: Member, sheet: SheetPart, texts: Texts, even_locked: bool) -> SheetPatch:
    """One worksheet's edits."""
    source = package.archive.path
    member = sheet.get_part(source)
    where = f"{source}!{sheet.name}"
    with name_odd_sheet(where):
        xml = package.read_xml(member)
        grid = read_grid(xml.body)
        frame = read_frame(grid)
        anchored = move_to_anchors(where, texts, frame.merged)
        slots = find_slots(grid, frame, anchored)
        refuse_strays(where, grid, slots)
        refuse_formulas(where, grid, slots)
        refuse_tables(where, read_tables(package, member), slots)
        if frame.is_protected and not even_locked:
            refuse_locked(where, frame, read_unlocked_styles(package, workbook), slots)
        written = {position: escape_text(text, xml.is_unicode) for position, text in anchored.items()}
        edits = make_sheet_edits(grid, frame, slots, written)
        return SheetPatch(sheet.name, member, anchored, edits, any(True for _ in grid.find_formulas()))


@contextmanager
def name_odd_sheet(where: str) -> Iterator[None]:
    """Say of which sheet it is that its XML is odd, or that a number or a name in it is none."""
    try:
        yield
    except OddGridError as error:
        raise OddSheetError(where, str(error)) from error
    except ValueError as error:
        raise OddSheetError(where, "the sheet has something in it that no program reads") from error


def has_formulas_anywhere(package: Package, listed: Iterable[SheetPart], sheets: Iterable[SheetPatch]) -> bool:
    """Whether a cell anywhere in the workbook holds a formula: the sheets at hand are asked first, then the others."""
    patched = tuple(sheets)
    if any(sheet.has_formulas for sheet in patched):
        return True
    known = {sheet.member for sheet in patched}
    return any(has_sheet_formulas(package, sheet) for sheet in listed if sheet.member not in known)


def has_sheet_formulas(package: Package, sheet: SheetPart) -> bool:
    """Whether a cell of a sheet holds a formula."""
    try:
        return sheet.member is not None and has_formulas(package.read_xml(sheet.member).body)
    except (ValueError, NotAWorkbookError):
        # A chart's sheet has no cells; a worksheet that is hard to read here may have formulas that Excel finds.
        return sheet.kind == WORKSHEET
