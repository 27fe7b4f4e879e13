"""The parts of a workbook and how they are related, wherever in the archive they stand."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Tree

from peerxl.excel.errors import NotAWorkbookError
from peerxl.excel.patch.parts.encoding import Bytes, Xml, read_xml
from peerxl.excel.patch.zip.archive import Archive, Member, fold_part_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONGEST_WORD = 20
"""How long what is asked for in a piece of a part may be, where it lies across two of them."""
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


class Relationship(NamedTuple):
    """How one part names another: by id, by the relationship's type, and where it points."""

    identity: str
    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """The last word of the type, which is the same in both editions of the format."""
        return self.type.rpartition("/")[2]


class Package(NamedTuple):
    """The workbook as parts and the relationships between them."""

    archive: Archive

    def read_xml(self, member: Member) -> Xml:
        """A part in UTF-8; NotAWorkbookError where its encoding is unknown."""
        try:
            return read_xml(self.archive.read(member))
        except ValueError as error:
            raise self.make_error(member) from error

    def may_hold(self, member: Member, holds: Callable[[bytes], bool]) -> bool:
        """Whether a part may have in it what is looked for piece by piece, as a whole one is much to hold.

        One in UTF-16 may have anything.
        """
        end = b""
        for piece in self.archive.read_chunks(member):
            stretch = end + piece
            # Two bytes to a character in UTF-16: nothing would be seen.
            if b"\0" in stretch[:4] or holds(stretch):
                return True
            end = stretch[-LONGEST_WORD:]
        return False

    def read_tree(self, member: Member) -> Element:
        """A small part as a tree; NotAWorkbookError where it is not well-formed or declares entities."""
        try:
            return parse_tree(self.read_xml(member).body)
        except (Tree.ParseError, DefusedXmlException) as error:
            raise self.make_error(member) from error

    def make_error(self, member: Member) -> NotAWorkbookError:
        """The error to raise for a part that cannot be read."""
        return NotAWorkbookError(self.archive.path, f"its part {member.name!r} cannot be read")

    def read_relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part is related to; nothing where it has no list of relationships."""
        folder, name = posixpath.split(use_slashes(part))
        member = self.archive.find(posixpath.join(folder, "_rels", f"{name}.rels"))
        if member is None:
            return ()
        return tuple(
            read_relationship(element) for element in self.read_tree(member) if local_name(element) == "Relationship"
        )

    def find_target(self, part: str, target: str) -> Member | None:
        """The part that a relationship of another one points at.

        A target is relative to the folder of its part, or absolute with a leading slash; some programs forget the
        slash or write backslashes.
        """
        path = use_slashes(target).partition("#")[0]
        beside = posixpath.normpath(posixpath.join("/", posixpath.dirname(use_slashes(part)), path))
        return self.archive.find(beside) or self.archive.find(posixpath.normpath(f"/{path}"))

    def find_related(self, part: str, kind: str) -> Iterator[Member]:
        """The parts of a kind that another part is related to."""
        for relationship in self.read_relationships(part):
            if relationship.kind == kind and (member := self.find_target(part, relationship.target)):
                yield member

    def find_workbook(self) -> Member:
        """The part that lists the sheets; NotAWorkbookError where there is none."""
        for member in self.find_related(ROOT, "officeDocument"):
            return member
        # Where no relationship leads to it: by its kind of content, else where Excel puts it.
        typed = (name for name, kind in self.read_content_types().items() if kind.endswith(".main+xml"))
        for name in (*typed, "xl/workbook.xml"):
            if workbook := self.archive.find(name):
                return workbook
        raise NotAWorkbookError(self.archive.path, "no part of it is a workbook")

    def read_content_types(self) -> dict[str, str]:
        """The kind of content of each part that has one of its own, by the part's key, and of each name's ending."""
        member = self.archive.find(CONTENT_TYPES)
        if member is None:
            raise NotAWorkbookError(self.archive.path, "it is another kind of archive")
        types = {}
        for element in self.read_tree(member):
            name = element.get("PartName") or f".{element.get('Extension', '')}"
            types[fold_part_name(name)] = element.get("ContentType", "").lower()
        return types


def get_content_type(member: Member, types: dict[str, str]) -> str:
    """A part's kind of content: what is said of itself, else of all names with its ending."""
    return types.get(member.key) or types.get(f".{member.key.rpartition('.')[2]}", "")


def parse_tree(xml: Bytes) -> Element:
    """A tree of XML that is in UTF-8, whatever it declares."""
    parser = Tree.XMLParser(encoding="utf-8", forbid_dtd=True)
    parser.feed(bytes(xml))
    element: Element = parser.close()
    return element


def use_slashes(name: str) -> str:
    """A part's name with slashes where Windows' programs write backslashes."""
    return name.replace("\\", "/")


def read_relationship(element: Element) -> Relationship:
    """One line of a list of relationships."""
    is_external = element.get("TargetMode", "").lower() == "external"
    return Relationship(
        element.get("Id", ""), element.get("Type", "").rstrip("/"), element.get("Target", ""), is_external
    )


def local_name(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def is_true(value: str | None, missing: bool = False) -> bool:
    """An attribute that says yes or no."""
    return missing if value is None else value.strip().lower() in ("1", "true", "on")
