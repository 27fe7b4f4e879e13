"""The proof that a written workbook is what was promised: all that was not to change is as it was, all else is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from xml.parsers.expat import ExpatError

from peerxl.errors import NotAWorkbookError, NotReadBackError, OddSheetError
from peerxl.excel.patch.address import Position, format_address
from peerxl.excel.patch.edit.patch import Patch, SheetPatch
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.proof.parsed_cells import CellTexts, parse_cells
from peerxl.excel.patch.sheet.grid import Grid, read_grid
from peerxl.excel.patch.sheet.row_element import RowElement
from peerxl.excel.patch.zip.archive import Archive, Member, read_archive, read_stretch

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
        pairs = zip(
            read_stretch(first, before.offset, before.end),
            read_stretch(second, after.offset, after.end),
            strict=True,
        )
        return all(one == other for one, other in pairs)


def is_well_formed(package: Package, member: Member) -> bool:
    """Whether a part can be read as a tree."""
    try:
        package.read_tree(member)
    except NotAWorkbookError:
        return False
    return True


def prove_sheet(source: Package, target: Package, sheet: SheetPatch) -> None:
    """Read the promised cells back from the sheet's new part; its checksum vouches for every other byte.

    OddSheetError where the sheet was not well-formed to begin with.
    """
    where = f"{source.archive.path}!{sheet.name}"
    member = target.archive.find(sheet.member.name)
    if member is None:
        raise NotReadBackError(where)
    try:
        texts = read_texts_back(target, member, sheet)
    except (ExpatError, ValueError) as error:
        refuse_broken(where, source, sheet)
        raise NotReadBackError(where) from error
    for position, text in sheet.texts.items():
        if texts.get(position, (None,)) != (text,):
            raise NotReadBackError(f"{where}!{format_address(position)}")


def refuse_broken(where: str, source: Package, sheet: SheetPatch) -> None:
    """Raise where the source is what cannot be read."""
    try:
        read_texts_back(source, sheet.member, sheet)
    except ExpatError as error:
        raise OddSheetError(where, "the sheet's XML is broken") from error


def read_texts_back(package: Package, member: Member, sheet: SheetPatch) -> CellTexts:
    """The texts of a sheet's promised cells as its part has them."""
    body = package.read_xml(member).body
    return parse_cells((body,) if len(body) <= QUICK else isolate_rows(body, sheet.texts), sheet.texts)


def isolate_rows(body: Bytes, positions: Iterable[Position]) -> Iterator[bytes]:
    """A worksheet with no rows but those of these cells, and nothing around them."""
    grid = read_grid(body)
    opening = grid.head[0], grid.data
    yield from (bytes(body[tag.start : tag.end]) for tag in opening)
    if not grid.data.is_whole:
        for number, _ in groupby(sorted(positions), key=lambda position: position[0]):
            if row := grid.read_row(number):
                yield number_row(grid, row)
        yield b"</%b>" % grid.data.spelling
    yield b"</%b>" % grid.head[0].spelling


def number_row(grid: Grid, row: RowElement) -> bytes:
    """A row's XML; one that does not say its number is put after an empty row that does."""
    before = b""
    if row.tag.get(b"r") is None and row.number > 1:
        before = b'<%b r="%d"/>' % (grid.data.spelling.removesuffix(b"sheetData") + b"row", row.number - 1)
    return before + bytes(grid.body[row.tag.start : row.end])
