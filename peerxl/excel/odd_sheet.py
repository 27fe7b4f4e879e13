"""A sheet's part read by a parser, cell by cell: for parts that are not written as nearly every program writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from peerxl.excel.patch.address import LAST_COLUMN, LAST_ROW, Position, parse_address, parse_blocks
from peerxl.excel.patch.parts.package import is_true
from peerxl.excel.plain_sheet import MOST_CELLS
from peerxl.model.sheet import Block

LONGEST_ADDRESS = 20
PHONETIC = "rPh"
"""How a text is to be spoken, which is none of its words."""


class NoSheetError(ValueError):
    """A part that is no sheet; the text says why, in words that follow the sheet."""


@dataclass(slots=True)
class WrittenCell:
    """A cell as it is written: its position, its type and style, and its formula, value and text, None for none."""

    position: Position
    kind: str = ""
    style: str | None = None
    formula: str | None = None
    value: str | None = None
    text: str | None = None
    shared: str | None = None


@dataclass(slots=True)
class SheetParser:
    """What a parser of XML calls as it goes through a sheet; ``on_cell`` is called with each cell."""

    on_cell: Callable[[WrittenCell], object]
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[Block] = field(default_factory=list)
    is_inside: bool = False
    row: int = 0
    column: int = 0
    count: int = 0
    cell: WrittenCell | None = None
    open: str = ""
    words: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "sheetData":
            self.is_inside = True
        elif name == "mergeCell" and not self.is_inside:
            self.merged += parse_blocks(attributes.get("ref", ""))
        elif name == "row" and self.is_inside:
            self.start_row(attributes)
        elif name == "c" and self.is_inside:
            self.start_cell(attributes)
        elif self.cell and not self.open and name in ("f", "v", "t", PHONETIC):
            self.open, self.words = name, []
            if name == "f" and attributes.get("t") == "shared":
                self.cell.shared = attributes.get("si")

    def start_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r")
        self.row, self.column = self.row + 1 if number is None else read_row_number(number), 0
        if not 1 <= self.row <= LAST_ROW:
            raise NoSheetError(f"has a row {self.row}, which no sheet has")
        if is_true(attributes.get("hidden")):
            self.hidden_rows.add(self.row)

    def start_cell(self, attributes: Mapping[str, str]) -> None:
        address = attributes.get("r")
        if address is None:
            self.column += 1
        else:
            try:
                self.row, self.column = parse_address(address)
            except ValueError as error:
                raise NoSheetError(f"has a cell {address[:LONGEST_ADDRESS]!r}, which no sheet has") from error
        self.count += 1
        if self.count > MOST_CELLS:
            raise NoSheetError(f"has more than {MOST_CELLS:,} cells")
        if self.column > LAST_COLUMN or not self.row:
            raise NoSheetError("has a cell beyond the last column, or in no row")
        self.cell = WrittenCell((self.row, self.column), attributes.get("t", ""), attributes.get("s"))

    def hear(self, words: str) -> None:
        if self.open:
            self.words.append(words)

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "sheetData":
            self.is_inside = False
        elif self.cell and name == self.open:
            self.end_text(self.cell, "".join(self.words))
        elif self.cell and name == "c":
            self.on_cell(self.cell)
            self.cell, self.open = None, ""

    def end_text(self, cell: WrittenCell, words: str) -> None:
        """Keep what stood in the element that ends: the texts of a cell in several pieces are one."""
        if self.open == "f":
            cell.formula = words
        elif self.open == "v":
            cell.value = words
        elif self.open == "t":
            cell.text = (cell.text or "") + words
        self.open = ""


def parse_sheet(body: bytes, on_cell: Callable[[WrittenCell], object]) -> SheetParser:
    """Go through a part in UTF-8, cell by cell; NoSheetError where it is not well-formed or has cells no sheet has."""
    sheet = SheetParser(on_cell)
    parse_xml(body, sheet.start, sheet.hear, sheet.end)
    return sheet


def parse_xml(
    body: bytes,
    start: Callable[[str, dict[str, str]], None],
    hear: Callable[[str], None],
    end: Callable[[str], None],
) -> None:
    """Parse a part in UTF-8, whatever it declares; NoSheetError where it is not well-formed or has a document type."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, hear, end
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        parser.Parse(body, True)
    except expat.ExpatError as error:
        raise NoSheetError("is no well-formed XML") from error


def refuse_doctype(*_: object) -> None:
    raise NoSheetError("declares a document type")


def read_row_number(text: str) -> int:
    """A row's number; NoSheetError for what is none, however many digits it has."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(LAST_ROW))):
        raise NoSheetError(f"has a row {digits[:LONGEST_ADDRESS]!r}, which no sheet has")
    return int(digits)


def local(tag: str) -> str:
    """A tag's name without its prefix."""
    return tag.rpartition(":")[2]
