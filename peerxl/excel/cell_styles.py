"""How cells look, as far as that says something: their number formats and fills, read from the parts when asked."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol
from xml.etree.ElementTree import Element

from peerxl.errors import PeerxlError
from peerxl.excel.built_in_formats import BUILT_IN, find_format
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.sheet.tags import mask_hidden
from peerxl.excel.sheet_scan import SheetMember, list_sheet_parts
from peerxl.model.sheet import Cell, column_letter
from peerxl.pattern import compile_late

THEME_COLOUR = "a colour of the theme"
_ROW = compile_late(rb"""<(?:\w+:)?row\b[^<>]*?[ \t\r\n]r=["'](\d{1,7})["']""")
_STYLE = compile_late(rb"""[ \t\r\n]s=["'](\d+)["']""")


class CellStyle(NamedTuple):
    """A cell's number format, nothing for none and None where it is not known, and the colour it is filled with."""

    number_format: str | None = ""
    fill: str = ""


UNKNOWN = CellStyle(number_format=None)


class NumberFormats(Protocol):
    """The number formats of a workbook's cells."""

    def find(self, cell: Cell) -> str | None: ...


BROKEN = (PeerxlError, OSError, ValueError, IndexError, KeyError, struct.error, zipfile.BadZipFile)
"""What a damaged workbook may end the reading of its styles with."""


@dataclass(repr=False, eq=False)
class CellStyles:
    """The styles of a workbook's cells: of an .xls or .ods only their number formats, of an .xlsb none."""

    path: Path
    _formats: NumberFormats | None = None
    _styles: tuple[CellStyle, ...] | None = None
    _rows: dict[str, tuple[bytes, dict[int, range]]] = field(default_factory=dict)
    is_broken: bool = False

    def number_format(self, cell: Cell) -> str | None:
        return self.of(cell).number_format

    def fill(self, cell: Cell) -> str:
        """The colour a cell is filled with, as six hexadecimal digits where it has them; nothing for none."""
        return self.of(cell).fill

    def of(self, cell: Cell) -> CellStyle:
        if self.is_broken:
            return UNKNOWN
        try:
            if self.path.suffix.lower() in (".xls", ".ods"):
                self._formats = self._formats or read_formats(self.path)
                return CellStyle(number_format=self._formats.find(cell))
            index = self._index_of(cell)
            if self._styles is None:
                parts = list_sheet_parts(self.path)
                self._styles = read_styles(parts[0].package) if parts else (UNKNOWN,)
        except BROKEN:
            # Read again for the next cell it would be broken no less.
            self.is_broken = True
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


def read_formats(path: Path) -> NumberFormats:
    """The number formats of an .xls or .ods; what reads them is loaded where there is one."""
    if path.suffix.lower() == ".xls":
        from peerxl.excel.old_formats import read_old_formats

        return read_old_formats(path)
    from peerxl.excel.open_formats import read_open_formats

    return read_open_formats(path)


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
