"""What a workbook's styles say of a cell: whether it is locked, whether it shows a day, and what all its look means."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerxl.excel.patch.parts.number_formats import shows_day, shows_time
from peerxl.excel.patch.parts.package import Package, is_true, local_name
from peerxl.excel.patch.zip.archive import Member

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Of a cell format's attributes those that number an entry of another list, by that list's name.
LISTS = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}


@dataclass(frozen=True, slots=True)
class Styles:
    """A workbook's cell formats in their order, the codes of its own number formats, its named styles and its lists."""

    member: Member
    formats: tuple[Element, ...]
    codes: Mapping[int, str]
    lists: Mapping[str, tuple[Element, ...]]
    names: Mapping[str, str]

    @property
    def unlocked(self) -> frozenset[int]:
        """The numbers of the cell formats that leave a cell open on a protected sheet."""
        return frozenset(
            number
            for number, style in enumerate(self.formats)
            for part in style
            # A cell is locked unless its style says otherwise.
            if local_name(part) == "protection" and not is_true(part.get("locked"), missing=True)
        )

    def get_format(self, style: str | None) -> Element:
        """The cell format of a style as a cell writes it, the first for none; ValueError where there is no such one."""
        number = int(style or 0)
        if not 0 <= number < len(self.formats):
            raise ValueError(style)
        return self.formats[number]

    def shows_day(self, style: str | None) -> bool:
        """Whether a cell of this style shows a number as a day; ValueError where there is no such style."""
        return shows_day(*self.get_number_format(style))

    def shows_time(self, style: str | None) -> bool:
        """Whether a cell of this style shows a number as a time; ValueError where there is no such style."""
        return shows_time(*self.get_number_format(style))

    def get_number_format(self, style: str | None) -> tuple[int, str | None]:
        """The number of a style's number format, and its code where it is the workbook's own."""
        number = int(self.get_format(style).get("numFmtId", "0"))
        return number, self.codes.get(number)

    def describe(self, style: str | None) -> str:
        """What a style means, as a digest: two are the same where all that decides a cell's look is.

        The numbers of fonts, fills, borders and number formats say nothing, as Excel gives them anew when it saves.
        """
        cell_format = self.get_format(style)
        base = self.find_entry(cell_format, "xfId")
        # The named style that it is built on counts too: who changes that changes how the cell looks.
        described = [self.describe_format(cell_format), self.describe_format(base) if base is not None else ""]
        return digest("\n".join((*described, self.names.get(cell_format.get("xfId", "0"), ""))))

    def describe_format(self, cell_format: Element) -> str:
        """A cell format in full, with what its numbers stand for in their place."""
        number = int(cell_format.get("numFmtId", "0"))
        own = {name: value for name, value in cell_format.attrib.items() if name not in {*LISTS, "numFmtId"}}
        entries = [self.find_entry(cell_format, name) for name in LISTS if name != "xfId"]
        parts = [describe_element(part) for part in (*entries, *cell_format) if part is not None]
        return repr((self.codes.get(number, number), sorted(own.items()), parts))

    def find_entry(self, cell_format: Element, name: str) -> Element | None:
        """The font, fill, border or named style's format that a cell format numbers; None where there is none."""
        number, entries = int(cell_format.get(name, "0")), self.lists.get(LISTS[name], ())
        return entries[number] if 0 <= number < len(entries) else None


def read_styles(package: Package, workbook: Member) -> Styles | None:
    """The styles of a workbook; None where it has none."""
    for member in package.find_related(workbook.name, "styles"):
        lists = {local_name(element): tuple(element) for element in package.read_tree(member)}
        codes = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in lists.get("numFmts", ())}
        names = {each.get("xfId", "0"): each.get("name", "") for each in lists.get("cellStyles", ())}
        return Styles(member, lists.get("cellXfs", ()), codes, lists, names)
    return None


def describe_element(element: Element) -> object:
    """An element's name, attributes and content, as a value to be compared; prefixes say nothing."""
    inner = [describe_element(child) for child in element]
    return local_name(element), sorted(element.attrib.items()), (element.text or "").strip(), inner


def digest(text: str) -> str:
    """A text's mark, by which it is known again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
