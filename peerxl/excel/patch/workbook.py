"""The workbook's part: which sheets it lists and where they are, and its word on calculating anew."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerxl.errors import NoCellsError, NotAWorkbookError, UnknownSheetError
from peerxl.excel.patch.archive import Member
from peerxl.excel.patch.edit import Edit
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.package import ALTERNATIVES, MAIN, RELATIONSHIP_ID, Package, is_true, local
from peerxl.excel.patch.walk import Tag, is_start, masked, walk

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# What a sheet is, by its relationship, in an officer's words; only the first has cells for text.
KINDS = {
    "worksheet": "worksheet",
    "chartsheet": "chart",
    "dialogsheet": "dialog sheet",
    "xlmacrosheet": "sheet of macros",
    "xlintlmacrosheet": "sheet of macros",
}
WORKSHEET, UNKNOWN = "worksheet", "sheet of another kind"

# The parts of a workbook that stand before its word on calculating, as the format orders them.
BEFORE_CALCULATION = {
    *(b"fileVersion", b"fileSharing", b"workbookPr", b"workbookProtection", b"bookViews", b"sheets"),
    *(b"functionGroups", b"externalReferences", b"definedNames"),
}
_ON_LOAD = re.compile(rb"""\sfullCalcOnLoad\s*=\s*(["'])(.*?)\1""")
NEAREST, FAR = 8, 0.0


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, what it is, and its part (None where there is no such part)."""

    name: str
    kind: str
    member: Member | None

    def part(self, source: object) -> Member:
        """The sheet's part; NotAWorkbookError where the workbook lacks it."""
        if self.member is None:
            raise NotAWorkbookError(source, f"the sheet {self.name!r} is missing from it")
        return self.member


def read_sheet_list(package: Package, workbook: Member) -> tuple[SheetPart, ...]:
    """The sheets in their order."""
    relations = {related.identity: related for related in package.relations(workbook.name)}
    tree, sheets = package.tree(workbook), []
    if local(tree) != "workbook":
        raise NotAWorkbookError(package.archive.path, "it is a document of another kind")
    for element in (sheet for listed in children(tree, "sheets") for sheet in children(listed, "sheet")):
        identity = next((element.attrib[name] for name in RELATIONSHIP_ID if name in element.attrib), "")
        related = relations.get(identity)
        kind = KINDS.get(related.kind.lower(), UNKNOWN) if related else UNKNOWN
        member = package.target(workbook.name, related.target) if related and not related.is_external else None
        sheets.append(SheetPart(element.get("name", ""), kind, member))
    return tuple(sheets)


def children(parent: Element, name: str) -> Iterator[Element]:
    """The elements of the spreadsheet's own of a name right under another, or among alternatives there."""
    for child in parent:
        space, _, own = child.tag[1:].partition("}")
        if space in MAIN and own == name:
            yield child
        elif space == ALTERNATIVES:
            yield from children(child, name)


def find_sheet(source: object, sheets: Iterable[SheetPart], name: str) -> SheetPart:
    """The worksheet of a name, in capitals or not; the PeerxlError that says why there is none."""
    names = {sheet.name: sheet for sheet in sheets}
    folded = {sheet.name.casefold(): sheet for sheet in names.values()}
    found = names.get(name) or folded.get(name.casefold())
    if found is None:
        near = difflib.get_close_matches(name, names, NEAREST, FAR)
        raise UnknownSheetError(source, name, tuple(near))
    if found.kind != WORKSHEET and found.member:
        raise NoCellsError(source, found.name, found.kind)
    return found


def recalculation_edits(body: Bytes) -> tuple[Edit, ...]:
    """The edits of the workbook's part that have it calculated anew when it is opened; none where it will be anyway."""
    root, *tags = walk(masked(body), 0, len(body))
    parts = tuple(top_parts(tags))
    told = [tag for part in parts for tag in part.own if is_start(tag, b"calcPr")]
    if told:
        return tuple(edit for tag in told for edit in told_to_calculate(tag))
    before = [part.end for part in parts if any(tag.name in BEFORE_CALCULATION for tag in part.own)]
    return tuple(Edit(end, end, new_calculation(root.prefix)) for end in before[-1:])


@dataclass(frozen=True, slots=True)
class TopPart:
    """A part right under the workbook's element: the tags that count as such (several among alternatives), its end."""

    own: tuple[Tag, ...]
    end: int


def top_parts(tags: Iterable[Tag]) -> Iterator[TopPart]:
    """The parts right under the workbook's element, in their order."""
    inner: list[Tag] = []
    for tag in tags:
        inner.append(tag)
        if tag.depth == 1 and (tag.is_end or tag.is_whole):
            is_alternative = inner[0].scope.get(inner[0].prefix) == ALTERNATIVES
            yield TopPart(
                tuple(part for part in inner if part.is_main and (is_alternative or part.depth == 1)), tag.end
            )
            inner = []


def new_calculation(prefix: bytes) -> bytes:
    return b'<%b fullCalcOnLoad="1"/>' % (prefix + b":calcPr" if prefix else b"calcPr")


def told_to_calculate(tag: Tag) -> tuple[Edit, ...]:
    """The one attribute changed or added, all others as they stand."""
    at = tag.start + 1 + len(tag.spelling)
    found = _ON_LOAD.search(tag.rest)
    if found is None:
        return (Edit(at, at, b' fullCalcOnLoad="1"'),)
    if is_true(found[2].decode()):
        return ()
    return (Edit(at + found.start(2), at + found.end(2), b"1"),)
