"""Why a workbook, or a cell of it, is not written to: each reason its own exception."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from peerxl.errors import (
    BinaryWorkbookError,
    DuplicatePartError,
    EncryptedWorkbookError,
    EntityError,
    FormulaCellError,
    LockedCellError,
    OddSheetError,
    SignedWorkbookError,
    TableHeadingError,
    TableTotalError,
)
from peerxl.excel.inspect import ZIP, first_bytes, inspect_workbook, refuse_odd_members
from peerxl.excel.patch.address import blocks_of, place_name
from peerxl.excel.patch.archive import ENCRYPTED, Archive, read_archive
from peerxl.excel.patch.edit import Spot
from peerxl.excel.patch.frame import Frame
from peerxl.excel.patch.grid import Grid
from peerxl.excel.patch.names import count_cells, count_names
from peerxl.excel.patch.package import CONTENT_TYPES, ROOT, Package, kind_of
from peerxl.excel.patch.prolog import declares_entities, refuse_entities
from peerxl.excel.patch.tables import Table

SIGNED, SIGNATURE, BINARY = "_xmlsignatures/", "digital-signature", "sheet.binary"


def open_package(path: Path) -> Package:
    """A workbook that can be written to, as parts; the PeerxlError that says why it cannot be."""
    if not first_bytes(path).startswith(ZIP):
        # This says why it is no workbook, and is silent only about one of before 2007.
        inspect_workbook(path)
        raise BinaryWorkbookError(path, "97-2003")
    archive = read_archive(path)
    refuse_archive(archive)
    package = Package(archive)
    types = package.content_types()
    refuse_entities(archive, types)
    if is_signed(package, types):
        raise SignedWorkbookError(path)
    if BINARY in kind_of(package.workbook(), types):
        raise BinaryWorkbookError(path, "binary")
    return package


def is_signed(package: Package, types: dict[str, str]) -> bool:
    """Whether a part is a signature, by its place or its kind of content, or the workbook is said to have one."""
    parts = (member for member in package.archive.members if not member.key.endswith("/"))
    return any(SIGNATURE in kind_of(member, types) or member.key.startswith(SIGNED) for member in parts) or any(
        SIGNATURE in related.type and package.target(ROOT, related.target) for related in package.relations(ROOT)
    )


def refuse_archive(archive: Archive) -> None:
    """What is wrong with the archive before any part of it is read as XML, but for the one that lists the others."""
    seen = set()
    for member in archive.members:
        if member.key in seen:
            raise DuplicatePartError(archive.path, member.name)
        if member.flags & ENCRYPTED:
            raise EncryptedWorkbookError(archive.path)
        seen.add(member.key)
    with zipfile.ZipFile(archive.path) as members:
        refuse_odd_members(archive.path, members.infolist())
    types = archive.member(CONTENT_TYPES)
    if types and declares_entities(archive, types, is_known=True):
        raise EntityError(archive.path, types.name)


def refuse_strays(sheet: str, grid: Grid, spots: Iterable[Spot]) -> None:
    """Raise for a cell that also, or only, stands in a row of another number: readers go by its name."""
    expected = {place_name(spot.place).encode(): int(spot.is_named) for spot in spots}
    counted = count_names(grid.content, expected)
    if any(counted[name] > count for name, count in expected.items()):
        counted = count_cells(grid.content, expected)
    for name, count in expected.items():
        if counted[name] > count:
            raise OddSheetError(f"{sheet}!{name.decode()}", "a cell of this name stands in another row")


def refuse_formulas(sheet: str, grid: Grid, spots: Iterable[Spot]) -> None:
    """Raise for a cell with a formula in it, or with a part of another cell's results."""
    found = tuple(spots)
    for spot in found:
        if spot.cell and spot.cell.has_formula:
            raise FormulaCellError(f"{sheet}!{place_name(spot.place)}")
    filled = blocks_of((spot.place for spot in found), grid.filled_blocks())
    for place, (block, *_) in filled.items():
        anchor = place_name((block.first_row, block.first_column))
        raise FormulaCellError(f"{sheet}!{place_name(place)}", f"the formula in {anchor} fills the cell")


def refuse_tables(sheet: str, tables: Iterable[Table], spots: Iterable[Spot]) -> None:
    """Raise for a cell whose text the definition of a table repeats: Excel would repair the file."""
    places = [spot.place for spot in spots]
    for table in tables:
        for place in places:
            if table.headings and place in table.headings:
                raise TableHeadingError(f"{sheet}!{place_name(place)}", table.name)
            if place in table.labels:
                raise TableTotalError(f"{sheet}!{place_name(place)}", table.name)


def refuse_locked(sheet: str, frame: Frame, unlocked: frozenset[int], spots: Iterable[Spot]) -> None:
    """Raise for a cell that its sheet's protection locks."""
    found = [spot for spot in spots if int(spot.style or 0) not in unlocked]
    editable = blocks_of((spot.place for spot in found), frame.editable)
    for spot in found:
        if spot.place not in editable:
            raise LockedCellError(f"{sheet}!{place_name(spot.place)}")
