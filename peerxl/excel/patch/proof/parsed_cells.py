"""The cells of a worksheet as a parser that knows namespaces finds them, by the format's own rules.

It shares nothing with the search that finds where to write, so that a mistake of one does not hide from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from xml.parsers import expat

from peerxl.excel.patch.address import Position, parse_address
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import MAIN
from peerxl.excel.patch.zip.archive import gather_chunks


# A tuple, as there are thousands of them to make and to hold against each other.
class ParsedCell(NamedTuple):
    """A cell's attributes but for its name, the names of the elements in it as they begin, and all its text."""

    attributes: tuple[tuple[str, str], ...]
    elements: tuple[str, ...]
    text: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return not self.elements and not self.text.strip()

    def get(self, name: str) -> str | None:
        """The value of an attribute."""
        return dict(self.attributes).get(name)


@dataclass(frozen=True, slots=True)
class ParsedRows:
    """The cells of rows by their positions, and the rows' numbers in the file's order.

    A cell may, against the rules, be there more than once.
    """

    cells: Mapping[Position, tuple[ParsedCell, ...]]
    numbers: tuple[int, ...]


@cache
def expand_name(name: str) -> frozenset[str]:
    """What the parser calls an element of this name in either edition of the format."""
    return frozenset(f"{uri} {name}" for uri in MAIN)


# What lies in what: whatever the sheet is called, its rows' element, the rows, the cells.
PATH = (None, expand_name("sheetData"), expand_name("row"), expand_name("c"))
ROW, CELL = 2, 3


def parse_rows(pieces: Iterable[Bytes | memoryview]) -> ParsedRows:
    """The rows in a worksheet's XML in UTF-8; ExpatError or ValueError where that is not well-formed or misnumbered."""
    reader = RowReader()
    feed(reader.parser, pieces)
    return ParsedRows({position: tuple(cells) for position, cells in reader.cells.items()}, tuple(reader.numbers))


def make_parser() -> expat.XMLParserType:
    """A parser of XML in UTF-8, whatever it declares, that knows namespaces: a name is told with its own before it."""
    parser = expat.ParserCreate("utf-8", " ")
    # One call for a text, and not one for each of its lines.
    parser.buffer_text = True
    return parser


def feed(parser: expat.XMLParserType, pieces: Iterable[Bytes | memoryview]) -> None:
    """Have a parser read the whole of a document; ExpatError where it is not well-formed."""
    for chunk in gather_chunks(pieces):
        parser.Parse(chunk)
    parser.Parse(b"", True)


class RowReader:
    """Follows the parser down to the cells: ``depth`` is how deep it is, ``known`` how much of that is on the path."""

    def __init__(self) -> None:
        self.cells: dict[Position, list[ParsedCell]] = {}
        self.numbers: list[int] = []
        self.depth = self.known = self.row = self.column = 0
        self.is_numbered = False
        self.position: Position = (0, 0)
        self.attributes: dict[str, str] = {}
        self.elements: list[str] = []
        self.texts: list[str] = []
        self.parser = make_parser()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A start tag was met."""
        depth = self.depth
        self.depth += 1
        if self.known != depth or depth > CELL:
            self.elements.append(name)
            return
        names = PATH[depth]
        if names is not None and name not in names:
            return
        self.known += 1
        if depth == CELL:
            self.start_cell(attributes)
        elif depth == ROW:
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            self.is_numbered = "r" in attributes
            self.numbers.append(self.row)

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell begins: it is where it says it is, else to the right of the one before it."""
        name = attributes.pop("r", None)
        self.position = (self.row, self.column + 1) if name is None else parse_address(name)
        if self.is_numbered and self.position[0] != self.row:
            raise ValueError(f"row {self.row} has a cell called {name!r}")
        self.row, self.column = self.position
        self.attributes, self.elements, self.texts = attributes, [], []
        self.parser.CharacterDataHandler = self.texts.append

    def end(self, _: str) -> None:
        """An end tag was met."""
        self.depth -= 1
        if self.known > self.depth:
            self.known = self.depth
            if self.depth == CELL:
                cell = ParsedCell(tuple(sorted(self.attributes.items())), tuple(self.elements), "".join(self.texts))
                self.cells.setdefault(self.position, []).append(cell)
                self.parser.CharacterDataHandler = None
