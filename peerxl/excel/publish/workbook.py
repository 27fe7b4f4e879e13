"""A workbook as it is to be judged: its parts, and of each sheet the cells and all that is said around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Tree

from peerxl.excel.inspect import inspect_workbook
from peerxl.excel.patch.address import format_address, parse_address, parse_block
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.excel.patch.parts.package import Package, is_true, local_name
from peerxl.excel.patch.parts.workbook import WORKSHEET, find_children, read_sheet_list
from peerxl.excel.patch.zip.archive import Member, read_archive
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.looks import CellLook, as_number, look_of, read_looks
from peerxl.model.finding import Severity
from peerxl.model.sheet import Block

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """A cell with something in it: its text as it is kept, the number of its style, whether a formula made it."""

    row: int
    column: int
    text: str
    style: int
    is_text: bool
    is_formula: bool
    is_truth: bool = False

    @property
    def address(self) -> str:
        return format_address((self.row, self.column))


@dataclass(frozen=True)
class PublishedSheet:
    """A sheet with its cells in the file's order; ``frame`` is its part's XML without the rows, None for no cells.

    ``state`` is "visible", "hidden" or "veryHidden".
    """

    name: str
    state: str
    kind: str
    part: str
    cells: tuple[PublishedCell, ...] = ()
    styled: tuple[tuple[int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    frame: Element | None = None

    @property
    def is_visible(self) -> bool:
        return self.state == "visible"

    def list_elements(self, name: str) -> Iterator[Element]:
        """The elements of a name in the frame, in the file's order."""
        if self.frame is not None:
            yield from (element for element in self.frame.iter() if local_name(element) == name)

    def find_element(self, name: str) -> Element | None:
        return next(self.list_elements(name), None)

    @property
    def merged(self) -> tuple[Block, ...]:
        return tuple(read_blocks(element.get("ref", "") for element in self.list_elements("mergeCell")))

    # Asked for once for each cell.
    @cached_property
    def hidden_columns(self) -> tuple[range, ...]:
        """Columns that are hidden or too narrow to show a letter."""
        return tuple(
            range(int(as_number(element.get("min"), 1)), int(as_number(element.get("max"), 1)) + 1)
            for element in self.list_elements("col")
            if is_true(element.get("hidden")) or as_number(element.get("width"), 9) < NARROWEST
        )

    def expose(
        self, rule: int, code: str, severity: Severity, message: str, remedy: str, cells: Iterable[str] = ()
    ) -> Exposure:
        """What is wrong with the sheet, or with these cells of it."""
        return Exposure(rule, code, severity, message, remedy, self.name, tuple(cells), self.part)

    def is_hidden(self, cell: PublishedCell) -> bool:
        """Whether a cell stands in a hidden row or column."""
        return cell.row in self.hidden_rows or any(cell.column in columns for columns in self.hidden_columns)


NARROWEST = 0.5
"""A column of fewer characters' width shows nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class PublishedWorkbook:
    """A workbook to be judged; ``types`` are its parts' kinds of content, ``tree`` the part that lists the sheets."""

    path: Path
    package: Package
    member: Member
    tree: Element
    types: Mapping[str, str]
    sheets: tuple[PublishedSheet, ...]
    looks: tuple[CellLook, ...]

    def look_of(self, cell: PublishedCell) -> CellLook:
        return look_of(self.looks, cell.style)

    @property
    def visible(self) -> tuple[PublishedSheet, ...]:
        """The worksheets that readers see."""
        return tuple(sheet for sheet in self.sheets if sheet.is_visible and sheet.kind == WORKSHEET)

    @property
    def counts_from_1904(self) -> bool:
        """Whether its days are counted from 1904, as on early Macintoshes."""
        return any(is_true(each.get("date1904")) for each in self.tree.iter() if local_name(each) == "workbookPr")


def read_published(path: Path) -> PublishedWorkbook:
    """A workbook of Excel's own format; the PeerxlError that says why it cannot be judged."""
    inspect_workbook(path)
    package = Package(read_archive(path))
    member = package.find_workbook()
    tree = package.read_tree(member)
    strings = read_strings(package, member)
    states = [
        element.get("state", "visible")
        for sheets in find_children(tree, "sheets")
        for element in find_children(sheets, "sheet")
    ]
    listed = read_sheet_list(package, member)
    sheets = tuple(
        read_sheet(package, part.name, state, part.kind, part.member, strings)
        for part, state in zip(listed, states, strict=True)
    )
    return PublishedWorkbook(
        path, package, member, tree, package.read_content_types(), sheets, read_looks(package, member)
    )


def read_strings(package: Package, workbook: Member) -> tuple[str, ...]:
    """The texts that cells share, without their readings in another script."""
    for member in package.find_related(workbook.name, "sharedStrings"):
        return tuple(read_text(element) for element in iterate(package, member, "si"))
    return ()


def read_text(element: Element) -> str:
    """The words of a text in pieces; what a reading aid (``rPh``) says is no part of it."""
    pieces = [each for each in element if local_name(each) in ("t", "r")]
    return unescape_text(
        "".join(inner.text or "" for piece in pieces for inner in piece.iter() if local_name(inner) == "t")
    )


def read_sheet(
    package: Package, name: str, state: str, kind: str, member: Member | None, strings: tuple[str, ...]
) -> PublishedSheet:
    """A sheet with what stands in it; one of another kind, or without a part, has no cells."""
    if member is None or kind != WORKSHEET:
        return PublishedSheet(name, state, kind, member.name if member else "")
    cells: list[PublishedCell] = []
    styled: list[tuple[int, int, int]] = []
    hidden: list[int] = []
    root: Element | None = None
    number = 0
    for element in iterate(package, member, "row", "worksheet"):
        if local_name(element) == "worksheet":
            root = element
            continue
        number = int(as_number(element.get("r"), number + 1))
        height = element.get("ht")
        if is_true(element.get("hidden")) or (height is not None and as_number(height, 15) < LOWEST):
            hidden.append(number)
        for cell, style in read_cells(element, number, strings):
            if cell.text or cell.is_formula:
                cells.append(cell)
            elif style:
                styled.append((cell.row, cell.column, style))
        element.clear()
    for data in find_children(root, "sheetData") if root is not None else ():
        data.clear()
    return PublishedSheet(name, state, kind, member.name, tuple(cells), tuple(styled), frozenset(hidden), root)


LOWEST = 1.0
"""A row of less than a point shows nothing of what is in it."""


def read_cells(row: Element, number: int, strings: tuple[str, ...]) -> Iterator[tuple[PublishedCell, int]]:
    """The cells of a row, each with the number of its style; one without an address follows the one before it."""
    column = 0
    for element in row:
        if local_name(element) != "c":
            continue
        try:
            column = parse_address(element.get("r", ""))[1]
        except ValueError:
            column += 1
        style = int(as_number(element.get("s")))
        text, is_text = read_value(element, strings)
        has_formula, is_truth = any(local_name(each) == "f" for each in element), element.get("t") == "b"
        if is_truth:
            text = "TRUE" if text == "1" else "FALSE"
        yield PublishedCell(number, column, text, style, is_text, has_formula, is_truth), style


def read_value(element: Element, strings: tuple[str, ...]) -> tuple[str, bool]:
    """What a cell says, and whether it is text rather than a number, a truth or an error."""
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return "".join(read_text(each) for each in element if local_name(each) == "is"), True
    value = next((each.text or "" for each in element if local_name(each) == "v"), "")
    if kind == "s":
        index = int(as_number(value, -1))
        return (strings[index] if 0 <= index < len(strings) else ""), True
    return (unescape_text(value), True) if kind == "str" else (value, False)


def iterate(package: Package, member: Member, *names: str) -> Iterator[Element]:
    """The elements of some names as they end; NotAWorkbookError where the part is not well-formed."""
    body = _DECLARATION.sub(b"", bytes(package.read_xml(member).body), count=1)
    try:
        for _, element in Tree.iterparse(BytesIO(body), events=("end",), forbid_dtd=True):
            if local_name(element) in names:
                yield element
    except (Tree.ParseError, DefusedXmlException) as error:
        raise package.make_error(member) from error


def read_blocks(references: Iterable[str]) -> Iterator[Block]:
    for reference in references:
        for text in reference.split():
            try:
                yield parse_block(text)
            except ValueError:
                continue
