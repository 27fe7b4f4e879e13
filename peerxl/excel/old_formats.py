"""The number formats of an .xls workbook's cells, read from its records (BIFF8, and BIFF5 of before 1997).

A stream of records, each its kind, its length and its content: the workbook's own with the formats and the cell styles
("XF") that name them, then each sheet's with its cells, which name a style by its number.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from peerxl.excel.built_in_formats import BUILT_IN, find_format
from peerxl.model.sheet import Cell

STREAMS = ("Workbook", "Book")
BEGIN, END, SHEET, FORMAT, STYLE = 0x809, 0x0A, 0x85, 0x41E, 0xE0
SINGLE = frozenset({0xFD, 0x203, 0x27E, 0x06, 0x204, 0x205, 0xD6})
"""Records of one cell, that begin with its row, its column and its style: texts, numbers, formulas, errors."""
MANY_NUMBERS = 0xBD
NUMBER_SIZE = 6
"""In a record of many numbers each is a style and four bytes."""
BIFF8 = 0x600


@dataclass
class OldFormats:
    """The number formats by cell: of each sheet, its cells' styles; of each style, its format's number."""

    formats: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[int] = field(default_factory=list)
    sheets: dict[str, dict[tuple[int, int], int]] = field(default_factory=dict)

    def find(self, cell: Cell) -> str | None:
        """A cell's number format; None where it is not known."""
        style = self.sheets.get(cell.sheet, {}).get((cell.row, cell.column), -1)
        return find_format(self.formats, self.styles[style]) if 0 <= style < len(self.styles) else None


def read_old_formats(path: Path) -> OldFormats:
    """The number formats of an .xls workbook; OSError, ValueError or struct.error where its records are broken."""
    from olefile import OleFileIO

    with OleFileIO(str(path)) as file:
        stream = next((name for name in STREAMS if file.exists(name)), None)
        return parse_records(file.openstream(stream).read() if stream else b"")


def parse_records(content: bytes) -> OldFormats:
    """The number formats that the records of a workbook's stream say; ValueError or struct.error where they break."""
    book = OldFormats()
    starts: dict[int, str] = {}
    is_new = True
    for kind, body in list_records(content, 0):
        if kind == BEGIN:
            is_new = struct.unpack_from("<H", body)[0] >= BIFF8
        elif kind == FORMAT:
            book.formats[struct.unpack_from("<H", body)[0]] = read_text(body, 2, 2 if is_new else 1, is_new)
        elif kind == STYLE:
            book.styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == SHEET:
            starts[struct.unpack_from("<I", body)[0]] = read_text(body, 6, 1, is_new)
    for start, name in starts.items():
        book.sheets[name] = dict(list_styles(content, start))
    return book


def list_records(content: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, to its end; those of a chart within it are left out."""
    depth = 0
    while start + 4 <= len(content):
        kind, size = struct.unpack_from("<HH", content, start)
        depth += {BEGIN: 1, END: -1}.get(kind, 0)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, content[start + 4 : start + 4 + size]
        start += 4 + size


def list_styles(content: bytes, start: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Each cell of a sheet by its row and column, which the records count from 0, and the number of its style."""
    for kind, body in list_records(content, start):
        if kind in SINGLE:
            row, column, style = struct.unpack_from("<HHH", body)
            yield (row + 1, column + 1), style
        elif kind == MANY_NUMBERS:
            row, column = struct.unpack_from("<HH", body)
            for index, at in enumerate(range(4, len(body) - NUMBER_SIZE + 1, NUMBER_SIZE)):
                yield (row + 1, column + 1 + index), struct.unpack_from("<H", body, at)[0]


def read_text(body: bytes, start: int, length_size: int, is_new: bool) -> str:
    """A text with its length before it: in BIFF8 of one or two bytes a character, as the byte between says."""
    length = int.from_bytes(body[start : start + length_size], "little")
    start += length_size
    if not is_new:
        return body[start : start + length].decode("latin-1")
    is_wide = bool(body[start] & 1)
    width, encoding = (2, "utf-16-le") if is_wide else (1, "latin-1")
    return body[start + 1 : start + 1 + length * width].decode(encoding)
