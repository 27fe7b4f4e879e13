"""The workbook's part: which sheets it lists, what they are and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from peerxl.errors import PeerxlError, UnknownSheetError
from peerxl.excel.errors import NotAWorkbookError
from peerxl.excel.patch.parts.package import ALTERNATIVES, MAIN, RELATIONSHIP_ID, Package, local_name
from peerxl.excel.patch.zip.archive import Member

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

# Of the names that a workbook has instead, so many are told, however far from what was asked for.
SUGGESTIONS, LEAST_LIKENESS = 8, 0.0


class NoCellsError(PeerxlError):
    """A sheet that is a chart, a dialog or old macros, and has no cells for text."""

    def __init__(self, source: object, sheet: str, kind: str) -> None:
        super().__init__(f"{source}!{sheet}: this is a {kind} and has no cells to write to; name a worksheet.")


class SheetPart(NamedTuple):
    """A sheet as the workbook lists it: its name, what it is, and its part (None where there is no such part)."""

    name: str
    kind: str
    member: Member | None

    def get_part(self, source: object) -> Member:
        """The sheet's part; NotAWorkbookError where the workbook lacks it."""
        if self.member is None:
            raise NotAWorkbookError(source, f"the sheet {self.name!r} is missing from it")
        return self.member


def read_sheet_list(package: Package, workbook: Member) -> tuple[SheetPart, ...]:
    """The sheets in their order."""
    relationships = {link.identity: link for link in package.read_relationships(workbook.name)}
    tree, parts = package.read_tree(workbook), []
    if local_name(tree) != "workbook":
        raise NotAWorkbookError(package.archive.path, "it is a document of another kind")
    for element in (sheet for sheets in find_children(tree, "sheets") for sheet in find_children(sheets, "sheet")):
        identity = next((element.attrib[name] for name in RELATIONSHIP_ID if name in element.attrib), "")
        link = relationships.get(identity)
        kind = KINDS.get(link.kind.lower(), UNKNOWN) if link else UNKNOWN
        member = package.find_target(workbook.name, link.target) if link and not link.is_external else None
        parts.append(SheetPart(element.get("name", ""), kind, member))
    return tuple(parts)


def find_children(parent: Element, name: str) -> Iterator[Element]:
    """The elements of the spreadsheet's own of a name right under another, or among alternatives there."""
    for child in parent:
        space, _, own = child.tag[1:].partition("}")
        if space in MAIN and own == name:
            yield child
        elif space == ALTERNATIVES:
            yield from find_children(child, name)


def find_sheet(source: object, sheets: Iterable[SheetPart], name: str) -> SheetPart:
    """The worksheet of a name, in capitals or not; the PeerxlError that says why there is none."""
    names = {sheet.name: sheet for sheet in sheets}
    folded = {sheet.name.casefold(): sheet for sheet in names.values()}
    # Excel tells no two sheets apart by case, so a name in other letters means this one.
    sheet = names.get(name) or folded.get(name.casefold())
    if sheet is None:
        from difflib import get_close_matches

        near = get_close_matches(name, names, SUGGESTIONS, LEAST_LIKENESS)
        raise UnknownSheetError(source, name, tuple(near))
    if sheet.kind != WORKSHEET and sheet.member:
        raise NoCellsError(source, sheet.name, sheet.kind)
    return sheet
