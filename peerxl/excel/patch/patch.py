"""A patch: a workbook and the edits that set some of its cells, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from peerxl.errors import NotAWorkbookError, OddSheetError
from peerxl.excel.patch.archive import Content, Member, write_archive
from peerxl.excel.patch.cell import xml_text
from peerxl.excel.patch.changes import Changes, Texts, at_anchors, read_texts
from peerxl.excel.patch.edit import Edit, find_spots, pieces, sheet_edits
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.frame import read_frame
from peerxl.excel.patch.grid import has_formulas, read_grid
from peerxl.excel.patch.package import Package
from peerxl.excel.patch.refuse import open_package, refuse_formulas, refuse_locked, refuse_strays, refuse_tables
from peerxl.excel.patch.row import OddGridError
from peerxl.excel.patch.styles import unlocked_styles
from peerxl.excel.patch.tables import read_tables
from peerxl.excel.patch.workbook import WORKSHEET, SheetPart, find_sheet, read_sheet_list, recalculation_edits
from peerxl.model.sheet import Cell


@dataclass(frozen=True, slots=True)
class SheetPatch:
    """A worksheet's part, the texts that its cells are to hold, and the edits that bring that about."""

    name: str
    member: Member
    texts: Texts
    edits: tuple[Edit, ...]
    has_formulas: bool

    def cells(self) -> Iterator[Cell]:
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
        return tuple(cell for sheet in self.sheets for cell in sheet.cells())

    def write(self, target: BinaryIO) -> None:
        """Write the workbook with the edits made."""
        write_archive(self.package.archive, target, {name: self.content(name) for name in self.edits})

    def content(self, name: str) -> Content:
        """The changed content of a part, read once more when it is written so that no two are held at a time."""

        def make() -> Iterable[Bytes | memoryview]:
            member = self.package.archive.member(name)
            xml = self.package.xml(member) if member else None
            if xml is None:
                return ()
            changed = pieces(xml.body, self.edits[name])
            return changed if xml.codec is None else (xml.encode(b"".join(changed)),)

        return make


def make_patch(source: Path, changes: Changes, even_locked: bool = False) -> Patch:
    """Work out the edits; the PeerxlError that says why a cell cannot be set."""
    package = open_package(source)
    workbook = package.workbook()
    listed = read_sheet_list(package, workbook)
    wanted = wanted_sheets(source, listed, changes)
    sheets = tuple(
        patch_sheet(package, workbook, sheet, texts, even_locked) for sheet, texts in wanted.items() if texts
    )
    edits = {sheet.member.name: sheet.edits for sheet in sheets if sheet.edits}
    if edits and calculates(package, listed, sheets):
        calculation = recalculation_edits(package.xml(workbook).body)
        edits |= {workbook.name: calculation} if calculation else {}
    return Patch(package, sheets, edits)


def wanted_sheets(source: Path, listed: Iterable[SheetPart], changes: Changes) -> dict[SheetPart, Texts]:
    """The sheets that are to be changed, in the order asked for, and their texts; one sheet may be named twice."""
    named: dict[SheetPart, dict[str, str | None]] = {}
    for name, cells in changes.items():
        named.setdefault(find_sheet(source, listed, name), {}).update(cells)
    return {sheet: read_texts(source, sheet.name, cells) for sheet, cells in named.items()}


def patch_sheet(package: Package, workbook: Member, sheet: SheetPart, texts: Texts, even_locked: bool) -> SheetPatch:
    """One worksheet's edits."""
    source = package.archive.path
    where = f"{source}!{sheet.name}"
    with told(where):
        xml = package.xml(sheet.part(source))
        grid = read_grid(xml.body)
        frame = read_frame(grid)
        anchored = at_anchors(where, texts, frame.merged)
        spots = find_spots(grid, frame, anchored)
        refuse_strays(where, grid, spots)
        refuse_formulas(where, grid, spots)
        refuse_tables(where, read_tables(package, sheet.part(source)), spots)
        if frame.is_protected and not even_locked:
            refuse_locked(where, frame, unlocked_styles(package, workbook), spots)
        written = {place: xml_text(text, xml.is_unicode) for place, text in anchored.items()}
        edits = sheet_edits(grid, frame, spots, written)
        return SheetPatch(sheet.name, sheet.part(source), anchored, edits, any(True for _ in grid.formulas()))


@contextmanager
def told(where: str) -> Iterator[None]:
    """Say of which sheet it is that its XML is odd, or that a number or a name in it is none."""
    try:
        yield
    except OddGridError as error:
        raise OddSheetError(where, str(error)) from error
    except ValueError as error:
        raise OddSheetError(where, "the sheet has something in it that no program reads") from error


def calculates(package: Package, listed: Iterable[SheetPart], sheets: Iterable[SheetPatch]) -> bool:
    """Whether a cell anywhere in the workbook holds a formula: the sheets at hand are asked first, then the others."""
    patched = tuple(sheets)
    if any(sheet.has_formulas for sheet in patched):
        return True
    known = {sheet.member for sheet in patched}
    return any(calculates_sheet(package, sheet.kind, sheet.member) for sheet in listed if sheet.member not in known)


def calculates_sheet(package: Package, kind: str, member: Member | None) -> bool:
    try:
        return member is not None and has_formulas(package.xml(member).body)
    except (ValueError, NotAWorkbookError):
        # A chart's sheet has no cells; a worksheet that is hard to read here may have formulas that Excel finds.
        return kind == WORKSHEET
