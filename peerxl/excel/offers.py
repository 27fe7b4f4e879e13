"""What the drop-downs of a workbook's cells offer, those too that point at another sheet and that most readers drop."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.patch.address import parse_block, parse_blocks
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.workbook import read_sheet_list
from peerxl.excel.patch.zip.archive import read_archive
from peerxl.model.sheet import Block, Cell, Sheet

MOST_WORDS = 1_000
_RULE = re.compile(rb"<(?:\w+:)?dataValidation\b([^>]*)>(.*?)</(?:\w+:)?dataValidation>", re.DOTALL)
_LIST = re.compile(rb"""\btype\s*=\s*["']list["']""")
_SQREF = re.compile(rb"""\bsqref\s*=\s*["']([^"']*)["']|<(?:\w+:)?sqref>([^<]*)<""")
_FORMULA = re.compile(rb"<(?:\w+:)?formula1>\s*(?:<(?:\w+:)?f>)?([^<]*)<")
_NAME = re.compile(rb"""<(?:\w+:)?definedName\b[^>]*\bname\s*=\s*["']([^"']*)["'][^>]*>([^<]*)<""")
_RANGE = re.compile(r"(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)")


@dataclass(frozen=True, slots=True)
class Offer:
    """A drop-down: the blocks of cells that have it, and its words; none where it cannot be said what it offers."""

    blocks: tuple[Block, ...]
    words: frozenset[str]


def read_offers(path: Path, sheets: Sequence[Sheet]) -> dict[str, tuple[Offer, ...]]:
    """Every drop-down of each sheet of an .xlsx or .xlsm; ``sheets`` are its values, from which ranges are read."""
    try:
        package = Package(read_archive(path))
        workbook = package.find_workbook()
        names = {text(name): text(formula) for name, formula in _NAME.findall(bytes(package.read_xml(workbook).body))}
        parts = {sheet.name: sheet.member for sheet in read_sheet_list(package, workbook) if sheet.member}
        return {
            name: tuple(offers_in(bytes(package.read_xml(member).body), name, sheets, names))
            for name, member in parts.items()
        }
    except PeerxlError:
        return {}


def offered(offers: Mapping[str, Sequence[Offer]], cell: Cell) -> frozenset[str] | None:
    """The words that a cell's drop-down offers; None where it has none."""
    at = (cell.row, cell.column)
    found = (offer.words for offer in offers.get(cell.sheet, ()) if any(at in block for block in offer.blocks))
    return next(found, None)


def offers_in(body: bytes, sheet: str, sheets: Sequence[Sheet], names: Mapping[str, str]) -> Iterator[Offer]:
    """The drop-downs that stand behind a sheet's rows."""
    for attributes, inside in _RULE.findall(body[body.rfind(b"sheetData") :]):
        place, formula = _SQREF.search(attributes + inside), _FORMULA.search(inside)
        if _LIST.search(attributes) and place and formula:
            blocks = parse_blocks(text(place[1] or place[2] or b""))
            yield Offer(blocks, frozenset(words_of(text(formula[1]), sheet, sheets, names)))


def words_of(formula: str, sheet: str, sheets: Sequence[Sheet], names: Mapping[str, str]) -> Iterator[str]:
    """The words of a list: typed in, in a range, or in a range that has a name."""
    if formula.startswith('"'):
        yield from (word.strip() for word in formula.strip('"').split(","))
        return
    found = _RANGE.fullmatch(names.get(formula, formula).strip())
    if found is None:
        return
    name = (found[1] or found[2] or sheet).replace("''", "'")
    block = parse_block(found[3])
    source = next((each for each in sheets if each.name.casefold() == name.casefold()), None)
    if source is not None and block.last_row - block.first_row < MOST_WORDS:
        for row in range(block.first_row, block.last_row + 1):
            for column in range(block.first_column, block.last_column + 1):
                yield source.cell(row, column).text.strip()


def text(xml: bytes) -> str:
    return html.unescape(xml.decode("utf-8", "replace"))
