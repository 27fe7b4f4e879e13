"""A worksheet's rules as a parser finds them: which cells each is of, and what it means for one of them.

What a rule means is told apart from where it stands: cells that its formulas name are told by how far off they are, or
as fixed ones, so that a rule that was said again of another column can be held against the one it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerxl.excel.patch.address import parse_blocks
from peerxl.excel.patch.parts.package import local_name
from peerxl.excel.patch.parts.styles import describe_element
from peerxl.model.sheet import Block, column_number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMES = ("dataValidation", "conditionalFormatting", "protectedRange", "ignoredError")
FORMULAS = ("formula", "formula1", "formula2", "f")
# By which a rule is told from its copy, and which says nothing of its cells.
MARKS = ("priority", "id")
_APART = re.compile(r"""("[^"]*"|'(?:[^']|'')*'!\S*|[\w.]+!\$?\w+\$?\d*(?::\$?\w+\$?\d*)?)""")
_NAME = re.compile(r"(?<![\w.$!:\[])(\$?)([A-Za-z]{1,3})(?:(\$?)([0-9]+)|(?=:[<$A-Za-z]))(?![\w.(\[!])")
_RANGE_END = re.compile(r"(?<=:)(\$?)([A-Za-z]{1,3})(?:(\$?)([0-9]+))?(?![\w.(\[!])")


@dataclass(frozen=True, slots=True)
class ParsedRule:
    """A rule's element, without the words of its blocks; the blocks."""

    element: Element
    blocks: tuple[Block, ...]

    @property
    def words(self) -> object:
        """All that it says but for its blocks."""
        return describe_element(self.element)

    def explain(self, columns: Mapping[int, str]) -> object:
        """What it means for a cell: fixed columns go by the names that are given to them, if any are."""
        meaning = deepcopy(self.element)
        top = self.blocks[0]
        for element in meaning.iter():
            for mark in MARKS:
                element.attrib.pop(mark, None)
            if local_name(element) == "id":
                element.text = ""
            if local_name(element) in FORMULAS and element.text:
                element.text = name_columns(element.text, top, columns)
        return describe_element(meaning)


def take_rules(frame: Element) -> tuple[ParsedRule, ...]:
    """The rules, taken out of what stands around a sheet's rows with the counts of the lists they are in."""
    rules = []
    for parent in list(frame.iter()):
        for child in [child for child in parent if local_name(child) in NAMES]:
            if (rule := read_rule(child)) is not None:
                rules.append(rule)
                parent.remove(child)
                parent.attrib.pop("count", None)
    return tuple(rules)


def read_rule(element: Element) -> ParsedRule | None:
    """A rule by its element; None where that does not say of which blocks it is."""
    words = element.attrib.pop("sqref", None)
    for child in [child for child in element if local_name(child) == "sqref"]:
        words = child.text
        element.remove(child)
    blocks = parse_blocks(words or "")
    return ParsedRule(element, blocks) if blocks else None


def name_columns(formula: str, top: Block, columns: Mapping[int, str]) -> str:
    """A formula with the cells of its own sheet told from the top left cell of its rule."""
    pieces = _APART.split(formula)
    return "".join(piece if index % 2 else name_in_piece(piece, top, columns) for index, piece in enumerate(pieces))


def name_in_piece(piece: str, top: Block, columns: Mapping[int, str]) -> str:
    """A stretch of a formula without texts and other sheets' cells, likewise."""
    name = make_namer(top, columns)
    return _NAME.sub(name, _RANGE_END.sub(name, piece))


def make_namer(top: Block, columns: Mapping[int, str]) -> Callable[[re.Match[str]], str]:
    """What gives a cell's name its other name."""

    def name(match: re.Match[str]) -> str:
        number = column_number(match[2])
        column = columns.get(number, match[2].upper()) if match[1] else f"{number - top.first_column:+}"
        row = match[4] and (match[4] if match[3] else f"{int(match[4]) - top.first_row:+}")
        return f"<{column} {row}>"

    return name


def list_of_column(
    rules: tuple[ParsedRule, ...], column: int, reaches: Callable[[Block], bool], columns: Mapping[int, str]
) -> Iterator[tuple[str, int, int]]:
    """What each rule means that is said of a column in the rows asked about, and in which rows it is said."""
    for rule in rules:
        for block in rule.blocks:
            if block.first_column <= column <= block.last_column and reaches(block):
                yield repr(rule.explain(columns)), block.first_row, block.last_row
