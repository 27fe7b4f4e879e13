"""What the drop-downs of a workbook's cells offer, those too that point at another sheet and that most readers drop.

A drop-down is a rule of validation of the kind "list". Its words are typed into the rule, or stand in a range of this
sheet or another one, which may go by a name or be a table's column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from peerxl.errors import PeerxlError
from peerxl.excel.patch.address import find_blocks, parse_block, parse_blocks
from peerxl.excel.patch.parts.package import Package, local_name
from peerxl.excel.patch.parts.workbook import SheetPart, read_sheet_list
from peerxl.excel.patch.zip.archive import read_archive
from peerxl.frozen import frozen
from peerxl.model.sheet import Block, Cell, Sheet, is_error
from peerxl.pattern import compile_late

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# More cells than any list of words has: what is larger is a column of data, and offers nothing that people choose from.
MOST_CELLS = 10_000
# How often a rule's formula may lead to another one: a name to a name, INDIRECT to a name, that to a table's column.
MOST_STEPS = 8

_TYPED = compile_late(r'"((?:[^"]|"")*)"')
_INDIRECT = compile_late(r'INDIRECT\(\s*"((?:[^"]|"")*)"\s*\)', re.IGNORECASE)
_TABLE_COLUMN = compile_late(r"([^\[\]!']+)\[(?:\[#Data\],)?\[?([^\[\]#]+)\]{1,2}")
_FREE_ROW, _FREE_COLUMN = compile_late(r"(?<![$0-9])[0-9]"), compile_late(r"(?<![$A-Z])[A-Z]", re.IGNORECASE)
# In the name of a table's column an apostrophe stands before what would otherwise mean something.
_ESCAPE = compile_late("'(.)")
_FULL_WORD = compile_late(r'(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))')


@frozen
class Offer:
    """A drop-down: the blocks of cells that have it, and the words it offers, in their order and each once.

    ``words`` is None where it cannot be said what it offers: something works its words out, or their range is gone.
    ``is_typed`` says that the words are typed into the rule; Excel then takes them in these capitals alone, and words
    from a range in any.
    """

    blocks: tuple[Block, ...]
    words: tuple[str, ...] | None
    is_typed: bool = False

    def accepts(self, text: str) -> bool:
        """Whether the drop-down is known to offer this text; one whose words are not known accepts none."""
        words = self.words or ()
        return text in words if self.is_typed else text.casefold() in {word.casefold() for word in words}


Offers = Mapping[str, Sequence[Offer]]
"""The drop-downs of each sheet that has any, by its name."""


def read_offers(path: Path, sheets: Sequence[Sheet]) -> Offers:
    """Every drop-down of an .xlsx or .xlsm; ``sheets`` are its values, from which the words of ranges are taken.

    A sheet without drop-downs costs no more than its unpacking. What is no such workbook has none, nor has a sheet that
    nobody can read.
    """
    try:
        package = Package(read_archive(path))
        listed = read_sheet_list(package, package.find_workbook())
    except PeerxlError:
        return {}
    source = WordSource(package, listed, {sheet.name.casefold(): sheet for sheet in sheets})
    offers = {}
    for sheet in listed:
        with suppress(PeerxlError, ValueError):
            offers[sheet.name] = tuple(read_sheet_offers(source, sheet))
    return {name: of_sheet for name, of_sheet in offers.items() if of_sheet}


def match_offers(offers: Offers, cells: Iterable[Cell]) -> dict[Cell, Offer]:
    """The drop-down of each of these cells that has one; of several the first counts."""
    by_sheet: dict[str, dict[tuple[int, int], Cell]] = {}
    for cell in cells:
        by_sheet.setdefault(cell.sheet, {})[cell.row, cell.column] = cell
    matched: dict[Cell, Offer] = {}
    for name, named in by_sheet.items():
        owners: dict[Block, Offer] = {}
        for offer in offers.get(name, ()):
            for block in offer.blocks:
                owners.setdefault(block, offer)
        around = find_blocks(named, owners)
        matched |= {named[position]: owners[blocks[0]] for position, blocks in around.items()}
    return matched


@frozen
class WordSource:
    """Where the words of lists come from: the workbook's parts, its sheets in their order, their values by folded name.

    ``known`` keeps what was looked up, as many rules of a sheet share one list.
    """

    package: Package
    listed: tuple[SheetPart, ...]
    values: Mapping[str, Sheet]
    known: dict[tuple[str, Block], tuple[str, ...] | None] = field(default_factory=dict)

    def read_names(self, sheet: SheetPart) -> dict[str, str]:
        """What the names that a sheet knows stand for, by folded name; its own weigh more than the workbook's."""
        tree = self.package.read_tree(self.package.find_workbook())
        elements = [element for element in tree.iter() if local_name(element) == "definedName"]
        # A name of one sheet's own says which by the sheet's place in the list, from 0.
        local = str(self.listed.index(sheet))
        scopes: dict[str | None, dict[str, str]] = {None: {}, local: {}}
        for element in elements:
            names = scopes.get(element.get("localSheetId"))
            if names is not None:
                names[element.get("name", "").casefold()] = "".join(element.itertext()).strip()
        return scopes[None] | scopes[local]

    def find_table_column(self, table: str, column: str) -> tuple[str, Block] | None:
        """The sheet and the block of a table's column, its heading and total left out."""
        from peerxl.excel.patch.parts.tables import read_tables

        for sheet in self.listed:
            # A table that cannot be read is none that the rule could mean; whatever else it is others will say.
            with suppress(PeerxlError, ValueError):
                for cells in read_tables(self.package, sheet.get_part("")):
                    block = cells.find_column(column) if cells.name.casefold() == table.casefold() else None
                    if block:
                        return sheet.name, block
        return None

    def read_words(self, sheet: str, block: Block) -> tuple[str, ...] | None:
        """The words in a block as far as the sheet has any, row by row; None where there is no such sheet."""
        key = sheet.casefold(), block
        if key not in self.known:
            values = self.values.get(sheet.casefold())
            self.known[key] = read_block(values, block) if values else None
        return self.known[key]


def read_block(values: Sheet, block: Block) -> tuple[str, ...] | None:
    """The different words in a block of a sheet, blank cells and errors left out; None where it is too large."""
    rows = range(block.first_row, min(block.last_row, len(values.rows)) + 1)
    columns = range(block.first_column, block.last_column + 1)
    if len(rows) * len(columns) > MOST_CELLS:
        return None
    texts = (values.cell(row, column).text for row in rows for column in columns)
    return tuple(dict.fromkeys(text for text in texts if text.strip() and not is_error(text)))


def read_sheet_offers(source: WordSource, sheet: SheetPart) -> Iterator[Offer]:
    """The drop-downs of a sheet in the order of its rules, Excel 2010's after the others."""
    member = sheet.get_part(source.package.archive.path)
    if not source.package.may_hold(member, lambda piece: b"dataValidation" in piece):
        return
    from peerxl.excel.patch.sheet.grid import read_surroundings

    body = source.package.read_xml(member).body
    rules = [
        rule
        for rule in read_surroundings(body).iter()
        if local_name(rule) == "dataValidation" and rule.get("type") == "list"
    ]
    # The workbook's part is parsed for them, which few sheets need.
    names = source.read_names(sheet) if rules else {}
    for rule in rules:
        if blocks := parse_blocks(rule.get("sqref") or read_text(rule, "sqref")):
            yield make_offer(source, sheet.name, names, rule, blocks)


def make_offer(
    source: WordSource, sheet: str, names: Mapping[str, str], rule: Element, blocks: tuple[Block, ...]
) -> Offer:
    """One rule's drop-down.

    Excel writes a list of typed words that have commas in them twice: so that programs before it read something, and
    in full in an element that is called "list".
    """
    full = read_text(rule, "list")
    formula = read_text(rule, "formula1")
    if full or formula.startswith('"'):
        return Offer(blocks, split_full_list(full) if full else split_typed(formula), is_typed=True)
    # One set of words cannot be given for all its cells, so none is.
    if parse_reference(formula, sheet) and moves_along(formula, blocks):
        return Offer(blocks, None)
    return Offer(blocks, find_words(source, sheet, names, formula))


def moves_along(formula: str, blocks: Sequence[Block]) -> bool:
    """Whether a rule's range is another one for each row or column of its cells, as it is without dollar signs."""
    reference = formula.rpartition("!")[2]
    rows = {row for block in blocks for row in (block.first_row, block.last_row)}
    columns = {column for block in blocks for column in (block.first_column, block.last_column)}
    return (len(rows) > 1 and _FREE_ROW.search(reference) is not None) or (
        len(columns) > 1 and _FREE_COLUMN.search(reference) is not None
    )


def read_text(rule: Element, name: str) -> str:
    """The text of a rule's first element of a name; nothing where it has none."""
    return next(("".join(element.itertext()).strip() for element in rule.iter() if local_name(element) == name), "")


def split_typed(formula: str) -> tuple[str, ...] | None:
    """The words of a list that is typed in quotation marks; None for a formula that only begins with one."""
    match = _TYPED.fullmatch(formula)
    return keep_words(match[1].replace('""', '"').split(",")) if match else None


def split_full_list(text: str) -> tuple[str, ...]:
    """The words of a list in which words with commas in them stand in quotation marks."""
    return keep_words(quoted.replace('""', '"') or plain for quoted, plain in _FULL_WORD.findall(text))


def keep_words(words: Iterable[str]) -> tuple[str, ...]:
    """Typed words as Excel takes them: without the spaces around them, blank ones left out, each once."""
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def find_words(source: WordSource, sheet: str, names: Mapping[str, str], formula: str) -> tuple[str, ...] | None:
    """The words of the range that a formula leads to; None where it leads to none."""
    for _ in range(MOST_STEPS):
        formula = formula.strip().removeprefix("=")
        if match := _INDIRECT.fullmatch(formula):
            formula = match[1].replace('""', '"')
        elif formula.casefold() in names:
            formula = names[formula.casefold()]
        elif match := _TABLE_COLUMN.fullmatch(formula):
            column = source.find_table_column(match[1], _ESCAPE.sub(r"\1", match[2]))
            return source.read_words(*column) if column else None
        else:
            reference = parse_reference(formula, sheet)
            return source.read_words(*reference) if reference else None
    return None


def parse_reference(formula: str, sheet: str) -> tuple[str, Block] | None:
    """The sheet and the block of a reference such as "$A$1:$A$9" or "'My lists'!$B:$B"; None for anything else."""
    name, mark, block = formula.rpartition("!")
    if name.startswith("'") and name.endswith("'"):
        name = name[1:-1].replace("''", "'")
    try:
        return name if mark else sheet, parse_block(block)
    except ValueError:
        return None
