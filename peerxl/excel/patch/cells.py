"""The cells of a worksheet as a parser that knows namespaces finds them, by the format's own rules.

It shares nothing with the search that finds where to write, so that a mistake of one does not hide from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.parsers import expat

from peerxl.excel.patch.address import Place, parse_place, place_name
from peerxl.excel.patch.archive import CHUNK
from peerxl.excel.patch.cell import unescaped
from peerxl.excel.patch.encoding import Bytes
from peerxl.excel.patch.package import MAIN

_PLAIN = re.compile("[A-Z]+[1-9][0-9]*")


def parser_names(name: str) -> frozenset[str]:
    """What the parser calls an element of this name in either edition of the format."""
    return frozenset(f"{uri} {name}" for uri in MAIN)


# What lies in what: whatever the sheet is called, its rows' element, the rows, the cells.
PATH = (None, parser_names("sheetData"), parser_names("row"), parser_names("c"))
ROW, CELL = 2, 3

# A cell may, against the rules, be there more than once: all its texts, None for one that is empty.
Found = Mapping[Place, tuple[str | None, ...]]


def read_cells(pieces: Iterable[Bytes | memoryview], wanted: Iterable[Place]) -> Found:
    """The texts of these cells in a worksheet's XML in UTF-8; ExpatError where that is not well-formed."""
    reader = CellReader(wanted)
    for piece in pieces:
        view = memoryview(piece)
        for start in range(0, len(view), CHUNK):
            reader.parser.Parse(view[start : start + CHUNK])
    reader.parser.Parse(b"", True)
    return {place: tuple(texts) for place, texts in reader.found.items()}


class CellReader:
    """Follows the parser down to the cells: ``depth`` is how deep it is, ``known`` how much of that is on the path."""

    def __init__(self, wanted: Iterable[Place]) -> None:
        self.places = {place_name(place): place for place in wanted}
        self.found: dict[Place, list[str | None]] = {}
        self.depth = self.known = self.row = 0
        self.before: str | int = 0
        self.place: Place | None = None
        self.texts: list[str] = []
        self.is_empty = True
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
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
        """A cell is where it says it is, else to the right of the one before it."""
        if name is not None and _PLAIN.fullmatch(name):
            self.before, self.place = name, self.places.get(name)
        else:
            row, column = parse_place(name) if name is not None else (self.row, column_of(self.before) + 1)
            self.before, self.place = column, self.places.get(place_name((row, column)))
        if self.place:
            self.texts, self.is_empty = [], True
            self.parser.CharacterDataHandler = self.texts.append

    def end(self, _: str) -> None:
        self.depth -= 1
        if self.known > self.depth:
            self.known = self.depth
            if self.place:
                text = None if self.is_empty else unescaped("".join(self.texts))
                self.found.setdefault(self.place, []).append(text)
                self.place = self.parser.CharacterDataHandler = None


def column_of(cell: str | int) -> int:
    return cell if isinstance(cell, int) else parse_place(cell)[1]
