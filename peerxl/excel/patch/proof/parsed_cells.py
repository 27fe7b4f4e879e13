"""The cells of a worksheet as a parser that knows namespaces finds them, by the format's own rules.

It shares nothing with the search that finds where to write, so that a mistake of one does not hide from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.parsers import expat

from peerxl.excel.patch.address import Position, format_address, parse_address
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import MAIN
from peerxl.excel.patch.zip.archive import CHUNK

_PLAIN = re.compile("[A-Z]+[1-9][0-9]*")


def expand_name(name: str) -> frozenset[str]:
    """What the parser calls an element of this name in either edition of the format."""
    return frozenset(f"{uri} {name}" for uri in MAIN)


# What lies in what: whatever the sheet is called, its rows' element, the rows, the cells.
PATH = (None, expand_name("sheetData"), expand_name("row"), expand_name("c"))
ROW, CELL = 2, 3

# A cell may, against the rules, be there more than once: all its texts, None for one that is empty.
CellTexts = Mapping[Position, tuple[str | None, ...]]


def parse_cells(pieces: Iterable[Bytes | memoryview], wanted: Iterable[Position]) -> CellTexts:
    """The texts of these cells in a worksheet's XML in UTF-8; ExpatError where that is not well-formed."""
    reader = CellReader(wanted)
    for piece in pieces:
        view = memoryview(piece)
        for start in range(0, len(view), CHUNK):
            reader.parser.Parse(view[start : start + CHUNK])
    reader.parser.Parse(b"", True)
    return {position: tuple(texts) for position, texts in reader.texts.items()}


class CellReader:
    """Follows the parser down to the cells: ``depth`` is how deep it is, ``known`` how much of that is on the path.

    ``before`` is the column of the cell before, or its name, from which the column is worked out when it is needed.
    """

    def __init__(self, wanted: Iterable[Position]) -> None:
        self.wanted = {format_address(position): position for position in wanted}
        self.texts: dict[Position, list[str | None]] = {}
        self.depth = self.known = self.row = 0
        self.before: str | int = 0
        self.position: Position | None = None
        self.pieces: list[str] = []
        self.is_empty = True
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A start tag was met."""
        depth = self.depth
        self.depth += 1
        if self.known != depth or depth > CELL:
            self.is_empty = False
            return
        names = PATH[depth]
        if names is not None and name not in names:
            return
        self.known += 1
        if depth == CELL:
            self.start_cell(attributes.get("r"))
        elif depth == ROW:
            self.row, self.before = int(attributes.get("r", self.row + 1)), 0

    def start_cell(self, name: str | None) -> None:
        """A cell begins: it is where it says it is, else to the right of the one before it."""
        if name is not None and _PLAIN.fullmatch(name):
            self.before, self.position = name, self.wanted.get(name)
        else:
            row, column = parse_address(name) if name is not None else (self.row, get_column(self.before) + 1)
            self.before, self.position = column, self.wanted.get(format_address((row, column)))
        if self.position:
            self.pieces, self.is_empty = [], True
            self.parser.CharacterDataHandler = self.pieces.append

    def end(self, _: str) -> None:
        """An end tag was met."""
        self.depth -= 1
        if self.known > self.depth:
            self.known = self.depth
            if self.position:
                text = None if self.is_empty else unescape_text("".join(self.pieces))
                self.texts.setdefault(self.position, []).append(text)
                self.position = self.parser.CharacterDataHandler = None


def get_column(cell: str | int) -> int:
    """The column of a cell that is known by its name, or by that column."""
    return cell if isinstance(cell, int) else parse_address(cell)[1]
