"""How cells look, as far as that says something: their number formats and fills, read from the parts when asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from peerxl.errors import PeerxlError
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.sheet.tags import mask_hidden
from peerxl.excel.sheet_scan import SheetMember, list_sheet_parts
from peerxl.model.sheet import Cell, column_letter

THEME_COLOUR = "a colour of the theme"
# The formats that a workbook names by number and does not spell out; those of dates by what they show in Britain.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
}  # fmt: skip
# What these show hangs on the language that Excel speaks: the years of an emperor, for one.
BY_LANGUAGE = frozenset({*range(27, 37), *range(50, 59)})
FIRST_OF_ITS_OWN = 164
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?[ \t\r\n]r=["'](\d{1,7})["']""")
_STYLE = re.compile(rb"""[ \t\r\n]s=["'](\d+)["']""")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """A cell's number format, nothing for none and None where it is not known, and the colour it is filled with."""

    number_format: str | None = ""
    fill: str = ""


UNKNOWN = CellStyle(number_format=None)


@dataclass
class CellStyles:
    """The styles of a workbook's cells: of an .xlsx or .xlsm; those of another kind are not known."""

    path: Path
    _styles: tuple[CellStyle, ...] | None = None
    _rows: dict[str, tuple[bytes, dict[int, range]]] = field(default_factory=dict)

    def number_format(self, cell: Cell) -> str | None:
        return self.of(cell).number_format

    def fill(self, cell: Cell) -> str:
        """The colour a cell is filled with, as six hexadecimal digits where it has them; nothing for none."""
        return self.of(cell).fill

    def of(self, cell: Cell) -> CellStyle:
        try:
            index = self._index_of(cell)
            if self._styles is None:
                parts = list_sheet_parts(self.path)
                self._styles = read_styles(parts[0].package) if parts else (UNKNOWN,)
        except (PeerxlError, ValueError):
            return UNKNOWN
        return self._styles[index] if 0 <= index < len(self._styles) else UNKNOWN

    def _index_of(self, cell: Cell) -> int:
        """The number of a cell's style: 0, the plain one, where it gives none; -1 where the cell cannot be found."""
        if not self._rows:
            self._rows = {part.name: index_rows(part) for part in list_sheet_parts(self.path)}
        body, rows = self._rows.get(cell.sheet, (b"", {}))
        # Searched within the row's bytes, as the part of a large sheet takes long to parse.
        span = rows.get(cell.row, range(0))
        address = f"{column_letter(cell.column)}{cell.row}"
        at = max(body.find(f"r={mark}{address}{mark}".encode(), span.start, span.stop) for mark in "\"'")
        if at < 0:
            return -1
        style = _STYLE.search(body[body.rfind(b"<", 0, at) : body.find(b">", at)])
        return int(style[1]) if style else 0


def index_rows(part: SheetMember) -> tuple[bytes, dict[int, range]]:
    """A sheet's part, and where in it each row stands."""
    body = part.body
    if b"<!" in body:
        # What stands in a comment is no cell.
        body = bytes(mask_hidden(body))
    starts = [(int(match[1]), match.start()) for match in _ROW.finditer(body)]
    ends = [*(start for _, start in starts), len(body)][1:]
    return body, {row: range(start, end) for (row, start), end in zip(starts, ends, strict=True)}


def read_styles(package: Package) -> tuple[CellStyle, ...]:
    """Each of the workbook's cell styles, in the order in which cells name them; ValueError where they are broken."""
    member = next(package.find_related(package.find_workbook().name, "styles"), None)
    if member is None:
        return (CellStyle(),)
    root = package.read_tree(member)
    formats = BUILT_IN | {
        int(element.get("numFmtId", "-1")): element.get("formatCode", "") for element in named(root, "numFmt")
    }
    fills = [read_fill(element) for group in named(root, "fills") for element in named(group, "fill")]
    return tuple(
        CellStyle(
            find_format(formats, int(element.get("numFmtId", "0"))),
            find_fill(fills, int(element.get("fillId", "0"))),
        )
        for group in named(root, "cellXfs")
        for element in named(group, "xf")
    )


def find_format(formats: Mapping[int, str], number: int) -> str | None:
    """A number format by its number: nothing for one that shows no date, None for one that is not known."""
    is_unknown = number in BY_LANGUAGE or number >= FIRST_OF_ITS_OWN or number < 0
    return formats.get(number, None if is_unknown else "")


def find_fill(fills: Sequence[str], number: int) -> str:
    return fills[number] if 0 <= number < len(fills) else ""


def named(root: Element, name: str) -> list[Element]:
    """The elements of a name, whatever their namespace."""
    return [element for element in root.iter() if element.tag.rpartition("}")[2] == name]


def read_fill(element: Element) -> str:
    pattern = next(iter(named(element, "patternFill")), None)
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    # In a solid fill the foreground is what is seen; the background shows only through a pattern.
    colour = next(iter(named(pattern, "fgColor")), None)
    rgb = colour.get("rgb") if colour is not None else None
    return rgb[-6:] if rgb else THEME_COLOUR  # ARGB: Excel heeds no alpha
