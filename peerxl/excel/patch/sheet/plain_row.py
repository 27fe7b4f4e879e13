"""A row as nearly every program writes it, and a cell of it found without looking at the others one by one.

A pattern has looked over the whole row by then: that it holds cells and nothing else, each with an address in this row,
at most a formula and a value in each, and nothing else that a search for an address could mistake for a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from peerxl.excel.patch.address import LAST_COLUMN
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import MAIN
from peerxl.excel.patch.sheet.row_element import CellElement, RowElement, read_row
from peerxl.excel.patch.sheet.tags import Scope, Tag
from peerxl.model.sheet import column_letter, column_number

# Attributes have no ">" in them here, nor texts a tag; a row in which they have is read tag by tag.
_CELL = (
    rb'<c r="[A-Z]{1,3}+\2"[^<>]*+(?<!/)>(?:<f[^<>]*+(?:(?<=/)>|(?<!/)>[^<]*+</f>))?+'
    rb"(?:<v>[^<]*+</v>|<is><t[^<>]*+(?<!/)>[^<]*+</t></is>)?+</c>"
)
_WHOLE_CELL = rb'<c r="[A-Z]{1,3}+\2"[^<>]*+(?<=/)>'
_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})')
_ROW = re.compile(rb'<row( r="([1-9][0-9]*+)"[^<>]*+)(?<!/)>(?:%b|%b)*+</row>' % (_CELL, _WHOLE_CELL))


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row: its start tag, the offset past its end, its number, and the mask it is in."""

    mask: Bytes
    tag: Tag
    end: int
    number: int

    def find_cell(self, column: int) -> CellElement | None:
        """The cell of a column; None where it is missing, or there twice."""
        name = f"{column_letter(column)}{self.number}"
        opening = b'<c r="%b"' % name.encode()
        start = self.mask.find(opening, self.tag.end, self.end)
        if start < 0 or self.mask.find(opening, start + 1, self.end) >= 0:
            return None
        tag_end = self.mask.find(b">", start, self.end) + 1
        rest = bytes(self.mask[start + len(b"<c") : tag_end - 1])
        tag = Tag(start, tag_end, b"", b"c", rest, 1, self.tag.scope, is_end=False)
        end = tag_end if tag.is_whole else self.mask.find(b"</c>", tag_end, self.end) + len(b"</c>")
        has_formula = self.mask.find(b"<f", tag_end, end) >= 0
        return CellElement(column, tag, end, has_formula, name, tag.get(b"s"))

    def list_cells(self) -> list[CellElement | None]:
        """All its cells in their order; None in the place of one that is there twice, or in no column of a sheet."""
        columns = (column_number(letters.decode()) for letters in _LETTERS.findall(self.mask, self.tag.end, self.end))
        return [self.find_cell(column) if column <= LAST_COLUMN else None for column in columns]


def look_up_row(mask: Bytes, start: int, end: int, scope: Scope, number: int, columns: Iterable[int]) -> RowElement:
    """The row that starts at an offset: with these columns' cells where a plain row has them all, else with all of its.

    OddGridError where the row holds something else than cells.
    """
    plain = read_plain_row(mask, start, end, scope, number)
    cells = [plain.find_cell(column) for column in columns] if plain else []
    if plain and None in cells:
        cells = plain.list_cells()
    if plain and None not in cells:
        return RowElement(number, plain.tag, plain.end - len(b"</row>"), plain.end, tuple(filter(None, cells)))
    return read_row(mask, start, end, scope, number)


def read_plain_row(mask: Bytes, start: int, end: int, scope: Scope, number: int) -> PlainRow | None:
    """The row of a number that starts at an offset, where it is a plain one of the spreadsheet's own."""
    match = _ROW.match(mask, start, end)
    if match is None or match[2] != b"%d" % number or b"xmlns" in match[0] or scope.get(b"") not in MAIN:
        return None
    tag = Tag(start, match.end(1) + 1, b"", b"row", match[1], 0, scope, is_end=False)
    return PlainRow(mask, tag, match.end(), number)
