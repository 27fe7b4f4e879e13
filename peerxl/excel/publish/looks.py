"""How cells look, as far as a reader's eyes decide: colours as they are drawn, sizes, fonts, number formats."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerxl.documents.palette import ColourPair
from peerxl.excel.built_in_formats import BUILT_IN
from peerxl.excel.patch.parts.package import Package, local_name
from peerxl.excel.patch.parts.styles import Styles, read_styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from peerxl.excel.patch.zip.archive import Member

BLACK, WHITE = "000000", "FFFFFF"
# The theme of a workbook that brings none, in the order in which colours name it: light before dark.
OFFICE_THEME = (WHITE, BLACK, "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")
# The first colours of the palette of before 2007; 8 to 63 repeat them with more, of which these are in use.
PALETTE = {
    0: BLACK, 1: WHITE, 2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 6: "FF00FF", 7: "00FFFF",
    8: BLACK, 9: WHITE, 10: "FF0000", 11: "00FF00", 12: "0000FF", 13: "FFFF00", 14: "FF00FF", 15: "00FFFF",
    16: "800000", 17: "008000", 18: "000080", 19: "808000", 20: "800080", 21: "008080", 22: "C0C0C0", 23: "808080",
    26: "FFFFCC", 27: "CCFFFF", 40: "00CCFF", 41: "CCFFFF", 42: "CCFFCC", 43: "FFFF99", 44: "99CCFF", 45: "FF99CC",
    46: "CC99FF", 47: "FFCC99", 48: "3366FF", 49: "33CCCC", 50: "99CC00", 51: "FFCC00", 52: "FF9900", 53: "FF6600",
    54: "666699", 55: "969696", 56: "003366", 57: "339966", 58: "003300", 59: "333300", 60: "993300", 61: "993366",
    62: "333399", 63: "333333", 64: BLACK, 65: WHITE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a style draws a cell: colours as six hexadecimal digits, ``fill`` nothing where the page shows through."""

    text: str = BLACK
    fill: str = ""
    size: float = 11.0
    font: str = ""
    number_format: str = ""
    style_name: str = ""

    @property
    def contrast(self) -> float:
        """The ratio of the lighter to the darker of text and ground, from 1 to 21, as WCAG 2 has it."""
        return ColourPair(self.text, self.fill).contrast

    @property
    def shows_nothing(self) -> bool:
        """Whether its number format draws nothing for text: ";;;"."""
        sections = self.number_format.split(";")
        return len(sections) > 3 and not sections[3].strip()

    @property
    def is_unseen(self) -> bool:
        """Whether no eye finds its text: in the colour of its ground, or not drawn."""
        return self.contrast < LEAST_CONTRAST or self.shows_nothing


LEAST_CONTRAST = 1.3
"""A lower ratio of text to ground cannot be seen at all."""
PLAIN_LOOK = CellLook()


def read_looks(package: Package, workbook: Member) -> tuple[CellLook, ...]:
    """The look of each of a workbook's cell styles, in the order in which cells name them."""
    styles = read_styles(package, workbook)
    if styles is None:
        return ()
    theme = read_theme(package, workbook)
    return tuple(read_look(styles, element, theme) for element in styles.formats)


def read_look(styles: Styles, cell_format: Element, theme: Sequence[str]) -> CellLook:
    font, fill = styles.find_entry(cell_format, "fontId"), styles.find_entry(cell_format, "fillId")
    number = as_number(cell_format.get("numFmtId"))
    parts = {local_name(each): each for each in (font if font is not None else ())}
    return CellLook(
        read_colour(parts.get("color"), theme) or BLACK,
        read_fill(fill, theme),
        float(as_number(parts["sz"].get("val"), 11)) if "sz" in parts else PLAIN_LOOK.size,
        parts["name"].get("val", "") if "name" in parts else "",
        styles.codes.get(int(number), BUILT_IN.get(int(number), "")),
        styles.names.get(cell_format.get("xfId", "0"), ""),
    )


def read_fill(fill: Element | None, theme: Sequence[str]) -> str:
    """The colour of a solid fill; nothing for none and for patterns, which have two."""
    for pattern in fill if fill is not None else ():
        if local_name(pattern) == "patternFill" and pattern.get("patternType") == "solid":
            return next((read_colour(each, theme) for each in pattern if local_name(each) == "fgColor"), "")
    return ""


def read_colour(element: Element | None, theme: Sequence[str]) -> str:
    """A colour as it is drawn; nothing where it is the program's own choice."""
    if element is None or element.get("auto") == "1":
        return ""
    colour = element.get("rgb", "")[-6:].upper()
    if "theme" in element.attrib:
        index = int(as_number(element.get("theme")))
        colour = theme[index] if 0 <= index < len(theme) else ""
    elif "indexed" in element.attrib:
        colour = PALETTE.get(int(as_number(element.get("indexed"))), "")
    if len(colour) != 6 or not set(colour) <= set("0123456789ABCDEF"):
        return ""
    return tinted(colour, as_number(element.get("tint")))


def tinted(colour: str, tint: float) -> str:
    """A colour made lighter (0 to 1) or darker (-1 to 0), by the format's own rule: in hue, lightness, saturation."""
    if not tint:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*shares(colour))
    lightness = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + tint
    channels = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness)), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in channels)


def read_theme(package: Package, workbook: Member) -> tuple[str, ...]:
    """The colours of the workbook's theme by the numbers that cells use."""
    for member in package.find_related(workbook.name, "theme"):
        schemes = [each for each in package.read_tree(member).iter() if local_name(each) == "clrScheme"]
        named = {local_name(each): colour_of_theme(each) for scheme in schemes[:1] for each in scheme}
        # Cells number the light colours before the dark ones, though the theme lists the dark ones first.
        order = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
        return tuple(
            (named.get(name, "") or usual)
            for name, usual in zip(order, (*OFFICE_THEME, "0563C1", "954F72"), strict=True)
        )
    return OFFICE_THEME


def colour_of_theme(element: Element) -> str:
    # A colour that the system chooses is written with what it last was.
    return next((each.get("lastClr", "") or each.get("val", "") for each in element), "").upper()


def shares(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def as_number(text: str | None, otherwise: float = 0.0) -> float:
    try:
        return float(text) if text is not None else otherwise
    except ValueError:
        return otherwise


def look_of(looks: Sequence[CellLook] | Mapping[int, CellLook], style: int) -> CellLook:
    """The look of a cell's style; the plain one where there is no such style."""
    return looks[style] if 0 <= style < len(looks) else PLAIN_LOOK
