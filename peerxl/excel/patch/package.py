"""The parts of a workbook and how they are related, wherever in the archive they stand."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Tree

from peerxl.errors import NotAWorkbookError
from peerxl.excel.patch.archive import Archive, Member, part_key
from peerxl.excel.patch.encoding import Bytes, Xml, read_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONTENT_TYPES, ROOT = "[Content_Types].xml", ""

# The same words in the two editions of the format, transitional and Strict.
MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
# What a program that does not know an extension reads in its stead stands in elements of this namespace.
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONSHIP_ID = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


@dataclass(frozen=True, slots=True)
class Relation:
    """How one part names another: by id, by the relationship's type, and where it points."""

    identity: str
    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """The last word of the type, which is the same in both editions of the format."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Package:
    """The workbook as parts and relations."""

    archive: Archive

    def xml(self, member: Member) -> Xml:
        """A part in UTF-8."""
        try:
            return read_xml(self.archive.read(member))
        except ValueError as error:
            raise self.unreadable(member) from error

    def tree(self, member: Member) -> Element:
        """A small part as a tree."""
        try:
            return parse(self.xml(member).body)
        except (Tree.ParseError, DefusedXmlException) as error:
            raise self.unreadable(member) from error

    def unreadable(self, member: Member) -> NotAWorkbookError:
        return NotAWorkbookError(self.archive.path, f"its part {member.name!r} cannot be read")

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What a part is related to; nothing where it has no list of relations."""
        folder, name = posixpath.split(slashed(part))
        member = self.archive.member(posixpath.join(folder, "_rels", f"{name}.rels"))
        if member is None:
            return ()
        return tuple(relation(element) for element in self.tree(member) if local(element) == "Relationship")

    def target(self, part: str, target: str) -> Member | None:
        """The part that a relation of another one points at.

        A target is relative to the folder of its part, or absolute with a leading slash; some programs forget the
        slash or write backslashes.
        """
        path = slashed(target).partition("#")[0]
        beside = posixpath.normpath(posixpath.join("/", posixpath.dirname(slashed(part)), path))
        return self.archive.member(beside) or self.archive.member(posixpath.normpath(f"/{path}"))

    def workbook(self) -> Member:
        """The part that lists the sheets; NotAWorkbookError where there is none."""
        for related in self.relations(ROOT):
            if related.kind == "officeDocument" and (member := self.target(ROOT, related.target)):
                return member
        typed = (name for name, kind in self.content_types().items() if kind.endswith(".main+xml"))
        for name in (*typed, "xl/workbook.xml"):
            if member := self.archive.member(name):
                return member
        raise NotAWorkbookError(self.archive.path, "no part of it is a workbook")

    def content_types(self) -> dict[str, str]:
        """The kind of content of each part that has one of its own, by the part's key, and of each name's ending."""
        member = self.archive.member(CONTENT_TYPES)
        if member is None:
            raise NotAWorkbookError(self.archive.path, "it is another kind of archive")
        types = {}
        for element in self.tree(member):
            name = element.get("PartName") or f".{element.get('Extension', '')}"
            types[part_key(name)] = element.get("ContentType", "").lower()
        return types


def kind_of(member: Member, types: dict[str, str]) -> str:
    """A part's kind of content: what is said of itself, else of all names with its ending."""
    return types.get(member.key) or types.get(f".{member.key.rpartition('.')[2]}", "")


def parse(xml: Bytes) -> Element:
    """A tree of XML that is in UTF-8, whatever it declares."""
    parser = Tree.XMLParser(encoding="utf-8", forbid_dtd=True)
    parser.feed(bytes(xml))
    element: Element = parser.close()
    return element


def slashed(name: str) -> str:
    return name.replace("\\", "/")


def relation(element: Element) -> Relation:
    is_external = element.get("TargetMode", "").lower() == "external"
    return Relation(element.get("Id", ""), element.get("Type", "").rstrip("/"), element.get("Target", ""), is_external)


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def is_true(value: str | None, missing: bool = False) -> bool:
    """An attribute that says yes or no."""
    return missing if value is None else value.strip().lower() in ("1", "true", "on")
