"""The proof that a written workbook is what was promised: all that was not to change is as it was, all else is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from peerxl.errors import NotReadBackError
from peerxl.excel.patch.address import parse_place, place_name
from peerxl.excel.patch.archive import CHUNK, Archive, Member, read_archive, stretch
from peerxl.excel.patch.cell import unescaped
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.grid import Grid, read_grid
from peerxl.excel.patch.package import Package, local, parse
from peerxl.excel.patch.patch import Patch, SheetPatch

# Up to here the whole part is parsed once more; beyond, the rows that were written to are.
QUICK = 16 * 1024**2

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def prove(patch: Patch, written: Path) -> None:
    """Read a written workbook back; NotReadBackError where it is not the source with the promised cells."""
    source, target = patch.package.archive, read_archive(written)
    if [member.name for member in source.members] != [member.name for member in target.members]:
        raise NotReadBackError(source.path)
    for before, after in zip(source.members, target.members, strict=True):
        if before.name not in patch.edits and not is_same(source, before, target, after):
            raise NotReadBackError(f"{source.path}!{before.name}")
    for sheet in patch.sheets:
        prove_sheet(source.path, Package(target), sheet)


def is_same(source: Archive, before: Member, target: Archive, after: Member) -> bool:
    """Whether two members are the same bytes, headers and gaps included."""
    if before.end - before.offset != after.end - after.offset:
        return False
    with source.path.open("rb") as first, target.path.open("rb") as second:
        pairs = zip(stretch(first, before.offset, before.end), stretch(second, after.offset, after.end), strict=True)
        return all(one == other for one, other in pairs)


def prove_sheet(source: Path, package: Package, sheet: SheetPatch) -> None:
    """Read the promised cells back from the sheet's new part; its checksum vouches for every other byte."""
    where = f"{source}!{sheet.name}"
    member = package.archive.member(sheet.member.name)
    if member is None:
        raise NotReadBackError(where)
    body = package.xml(member).body
    if len(body) <= QUICK and not is_well_formed(body):
        raise NotReadBackError(where)
    grid = read_grid(body)
    by_row = groupby(sorted(sheet.texts), key=lambda place: place[0])
    for number, places in by_row:
        found = read_texts(grid, number)
        for place in places:
            if found.get(place[1]) != sheet.texts[place]:
                raise NotReadBackError(f"{where}!{place_name(place)}")


def is_well_formed(body: Bytes) -> bool:
    parser, view = expat.ParserCreate("utf-8"), memoryview(body)
    try:
        for start in range(0, len(view), CHUNK):
            parser.Parse(view[start : start + CHUNK])
        parser.Parse(b"", True)
    except expat.ExpatError:
        return False
    return True


def read_texts(grid: Grid, number: int) -> dict[int, str | None]:
    """A row's texts by column, None where a cell is empty; read as a tree, by another way than the one it was found by.

    The namespaces are those that are known where the row stands.
    """
    row = grid.row(number)
    if row is None:
        return {}
    spaces = b"".join(space(prefix, uri) for prefix, uri in grid.data.scope.items() if prefix != b"xml")
    end = grid.mask.find(b">", row.content_end) + 1 if not row.tag.is_whole else row.tag.end
    tree = parse(b"<rows%b>%b</rows>" % (spaces, bytes(grid.body[row.tag.start : end])))[0]
    texts, column = {}, 0
    for cell in tree:
        name = cell.get("r")
        column = parse_place(name)[1] if name else column + 1
        texts[column] = unescaped("".join(string(cell))) if len(cell) else None
    return texts


def space(prefix: bytes, uri: str) -> bytes:
    """The declaration of a namespace."""
    return (b" xmlns:%b=%b" if prefix else b" xmlns%b=%b") % (prefix, quoteattr(uri).encode())


def string(element: Element) -> Iterator[str]:
    """The texts in a string, without the guide to how they are pronounced."""
    for part in element:
        if local(part) == "t":
            yield part.text or ""
        elif local(part) != "rPh":
            yield from string(part)
