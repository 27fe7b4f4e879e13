"""What a workbook's cells refer to beyond their sheet: styles, shared strings, metadata, and when its days begin."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from peerxl.excel.patch.parts.package import Package, is_true, local_name
from peerxl.excel.patch.parts.styles import Styles, digest, read_styles
from peerxl.excel.patch.sheet.shared_strings import SharedStrings, read_shared_strings
from peerxl.excel.patch.zip.archive import Member

# The parts that a cell's metadata numbers an entry of: what a picture in a cell or an array is made of.
METADATA = ("sheetMetadata", "rdRichValue", "rdRichValueStructure", "rdRichValueTypes", "richValueRel")


@dataclass(frozen=True)
class Book:
    """A workbook's package and its own part; all else is read when it is first asked for, and kept.

    Without slots, which have no room for what is kept. ``marks`` are those of styles that were asked for.
    """

    package: Package
    workbook: Member
    marks: dict[str | None, str] = field(default_factory=dict)

    def describe_style(self, style: str | None) -> str:
        """What a style means, as a mark, by the number that a cell writes; nothing where the workbook has no styles.

        ValueError for a style that is not there.
        """
        if self.styles is None:
            return ""
        if style not in self.marks:
            self.marks[style] = self.styles.describe(style)
        return self.marks[style]

    @cached_property
    def styles(self) -> Styles | None:
        """Its styles; None where it has none."""
        return read_styles(self.package, self.workbook)

    @cached_property
    def is_1904(self) -> bool:
        """Whether its days are counted from 1904, as on the Macintosh of old."""
        own = (element for element in self.package.read_tree(self.workbook) if local_name(element) == "workbookPr")
        return any(is_true(element.get("date1904")) for element in own)

    @cached_property
    def strings(self) -> SharedStrings | None:
        """The strings its cells share; None where it has none."""
        for member in self.package.find_related(self.workbook.name, "sharedStrings"):
            return read_shared_strings(self.package.read_xml(member).body)
        return None

    @cached_property
    def metadata(self) -> str:
        """The mark of all that a cell's metadata may stand for."""
        members = [member for kind in METADATA for member in self.package.find_related(self.workbook.name, kind)]
        return digest(repr([(member.name, member.sizes.crc, member.sizes.unpacked) for member in members]))
