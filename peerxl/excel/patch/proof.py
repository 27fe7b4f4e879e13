"""The proof that a written workbook is what was promised: all that was not to change is as it was, all else is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from xml.parsers.expat import ExpatError

from peerxl.errors import NotAWorkbookError, NotReadBackError, OddSheetError
from peerxl.excel.patch.address import Place, place_name
from peerxl.excel.patch.archive import Archive, Member, read_archive, stretch
from peerxl.excel.patch.cells import Found, read_cells
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.grid import Grid, read_grid
from peerxl.excel.patch.package import Package
from peerxl.excel.patch.patch import Patch, SheetPatch
from peerxl.excel.patch.row import FoundRow

# Up to here the whole part is parsed once more; beyond, the rows that were written to are.
QUICK = 16 * 1024**2


def prove(patch: Patch, written: Path) -> None:
    """Read a written workbook back; NotReadBackError where it is not the source with the promised cells."""
    source, target = patch.package, Package(read_archive(written))
    if [member.name for member in source.archive.members] != [member.name for member in target.archive.members]:
        raise NotReadBackError(source.archive.path)
    for before, after in zip(source.archive.members, target.archive.members, strict=True):
        if not is_sound(patch, before, target, after):
            raise NotReadBackError(f"{source.archive.path}!{before.name}")
    for sheet in patch.sheets:
        prove_sheet(source, target, sheet)


def is_sound(patch: Patch, before: Member, target: Package, after: Member) -> bool:
    """Whether a part is as it was or, where it was changed, can be read; a sheet is for its own proof to judge."""
    if before.name not in patch.edits:
        return is_same(patch.package.archive, before, target.archive, after)
    return any(before == sheet.member for sheet in patch.sheets) or is_well_formed(target, after)


def is_same(source: Archive, before: Member, target: Archive, after: Member) -> bool:
    """Whether two members are the same bytes, headers and gaps included."""
    if before.end - before.offset != after.end - after.offset:
        return False
    with source.path.open("rb") as first, target.path.open("rb") as second:
        pairs = zip(stretch(first, before.offset, before.end), stretch(second, after.offset, after.end), strict=True)
        return all(one == other for one, other in pairs)


def is_well_formed(package: Package, member: Member) -> bool:
    try:
        package.tree(member)
    except NotAWorkbookError:
        return False
    return True


def prove_sheet(source: Package, target: Package, sheet: SheetPatch) -> None:
    """Read the promised cells back from the sheet's new part; its checksum vouches for every other byte.

    OddSheetError where the sheet was not well-formed to begin with.
    """
    where = f"{source.archive.path}!{sheet.name}"
    member = target.archive.member(sheet.member.name)
    if member is None:
        raise NotReadBackError(where)
    try:
        found = cells(target, member, sheet)
    except (ExpatError, ValueError) as error:
        refuse_broken(where, source, sheet)
        raise NotReadBackError(where) from error
    for place, text in sheet.texts.items():
        if found.get(place, (None,)) != (text,):
            raise NotReadBackError(f"{where}!{place_name(place)}")


def refuse_broken(where: str, source: Package, sheet: SheetPatch) -> None:
    """Raise where the source is what cannot be read."""
    try:
        cells(source, sheet.member, sheet)
    except ExpatError as error:
        raise OddSheetError(where, "the sheet's XML is broken") from error


def cells(package: Package, member: Member, sheet: SheetPatch) -> Found:
    body = package.xml(member).body
    return read_cells((body,) if len(body) <= QUICK else rows_alone(body, sheet.texts), sheet.texts)


def rows_alone(body: Bytes, places: Iterable[Place]) -> Iterator[bytes]:
    """A worksheet with no rows but those of these cells, and nothing around them."""
    grid = read_grid(body)
    opening = grid.head[0], grid.data
    yield from (bytes(body[tag.start : tag.end]) for tag in opening)
    if not grid.data.is_whole:
        for number, _ in groupby(sorted(places), key=lambda place: place[0]):
            if row := grid.row(number):
                yield numbered(grid, row)
        yield b"</%b>" % grid.data.spelling
    yield b"</%b>" % grid.head[0].spelling


def numbered(grid: Grid, row: FoundRow) -> bytes:
    """A row's XML; one that does not say its number is put after an empty row that does."""
    before = b""
    if row.tag.get(b"r") is None and row.number > 1:
        before = b'<%b r="%d"/>' % (grid.data.spelling.removesuffix(b"sheetData") + b"row", row.number - 1)
    return before + bytes(grid.body[row.tag.start : row.end])
