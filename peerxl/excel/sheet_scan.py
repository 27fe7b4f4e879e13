"""What a sheet's part says that a reader of values leaves out, found by one scan of its bytes.

Cells that show an error, formulas without a result, hidden rows; and strays: cells so far from all others that a
reader, which holds a sheet as a full rectangle, would need time and memory for everything between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.patch.parts.encoding import detect_encoding
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.workbook import read_sheet_list
from peerxl.excel.patch.zip.archive import Member, read_archive, write_archive
from peerxl.model.sheet import UNCALCULATED, column_number

FAR_ROWS, FAR_COLUMNS = 1_000, 50
"""How many empty rows or columns lie between a stray and all else."""
LAST_NEAR_COLUMN = 100
# A reader of full rectangles would need more memory than there is for more.
MOST_CELLS = 50_000_000
MOST_STRAYS = 50
"""More cells out there are no strays but a table of their own."""

_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?[ \t\r\n]r=["'](\d{1,7})["'][^>]*>""")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\b(?=[^>]*\shidden=["'](?:1|true)["'])[^>]*\sr=["'](\d+)["']""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\st=["']e["'])[^>]*\sr=["']([A-Z]{1,3})(\d+)["'][^>]*>"""
    rb"""(?:<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"""
)
# A text result may be empty; a formula without any kind of result has never been calculated.
_UNCALCULATED = re.compile(
    rb"""<(?:\w+:)?c\b(?![^>]*\st=["']str["'])[^>]*\sr=["']([A-Z]{1,3})(\d+)["'][^>]*>\s*"""
    rb"""<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_FILLED_CELL = re.compile(
    rb"""<((?:\w+:)?)c\b[^>]*?[ \t\r\n]r=["']([A-Z]{1,3})(\d{1,7})["'](?:[^>]*[^/>])?>(?:(?!</\1c>).)*?</\1c>""",
    re.DOTALL,
)
# From column CW on, the first behind LAST_NEAR_COLUMN.
_FAR_CELL = re.compile(
    rb"""<((?:\w+:)?)c\b[^>]*?[ \t\r\n]r=["']((?:[A-Z]{3}|C[W-Z]|[D-Z][A-Z]))(\d{1,7})["'](?:[^>]*[^/>])?>"""
    rb"""(?:(?!</\1c>).)*?</\1c>""",
    re.DOTALL,
)
_FILLED = re.compile(rb"""[ \t\r\n]r=["']([A-Z]{1,3})(\d{1,7})["'](?:[^>]*[^/>])?>""")
_WIDE_CELL = re.compile(rb"""[ \t\r\n]r=["']([A-Z]{2,3})\d{1,7}["'](?:[^>]*[^/>])?>""")


@dataclass(frozen=True, slots=True)
class Stray:
    """A cell far from all others, and the bytes of its element in the part."""

    row: int
    column: int
    span: range


@dataclass(frozen=True, slots=True)
class SheetScan:
    """What stands in a sheet's part: the words of cells that are no values by row and column, hidden rows, strays.

    ``corner`` is the last row and the last column with anything in them but strays, where they may span too much.
    """

    words: tuple[tuple[tuple[int, int], str], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    strays: tuple[Stray, ...] = ()
    corner: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class SheetMember:
    """A sheet's name, and the member of the archive that it is kept in."""

    package: Package
    name: str
    member: Member

    @property
    def body(self) -> bytes:
        return bytes(self.package.read_xml(self.member).body)


def list_sheet_parts(path: Path) -> tuple[SheetMember, ...]:
    """The parts of an .xlsx or .xlsm's sheets; none where they are not to be found."""
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return ()
    try:
        package = Package(read_archive(path))
        sheets = read_sheet_list(package, package.find_workbook())
    except PeerxlError:
        return ()
    return tuple(SheetMember(package, sheet.name, sheet.member) for sheet in sheets if sheet.member)


def scan_sheets(path: Path) -> dict[str, SheetScan]:
    """The scan of each sheet; nothing where the workbook's parts are not to be found."""
    try:
        return {part.name: scan_sheet(part.body) for part in list_sheet_parts(path)}
    except PeerxlError:
        return {}


def has_utf16_sheet(path: Path) -> bool:
    """Whether a sheet of an .xlsx or .xlsm is in UTF-16, which calamine takes for an empty one without a word."""
    try:
        starts = [next(part.package.archive.read_chunks(part.member), b"") for part in list_sheet_parts(path)]
    except PeerxlError:
        return False
    return any(detect_encoding(start)[1].startswith("utf-16") for start in starts)


def scan_sheet(body: bytes) -> SheetScan:
    hidden = frozenset(int(match[1]) for match in _HIDDEN_ROW.finditer(body))
    strays = find_strays(body)
    positions = {(stray.row, stray.column) for stray in strays}
    words = tuple((position, text) for position, text in find_words(body) if position not in positions)
    return SheetScan(words, hidden, strays, find_corner(body, positions))


def find_corner(body: bytes, strays: set[tuple[int, int]]) -> tuple[int, int]:
    """The last row and column with something in them but strays; (0, 0) where they cannot span too much."""
    last_row = max((int(match[1]) for match in _ROW.finditer(body)), default=0)
    if last_row * LAST_NEAR_COLUMN <= MOST_CELLS and not _FAR_CELL.search(body):
        return 0, 0
    filled = {read_position(letters, row) for letters, row in _FILLED.findall(body)} - strays
    return max((row for row, _ in filled), default=0), max((column for _, column in filled), default=0)


def find_words(body: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """The errors and uncalculated formulas by row and column."""
    for match in _ERROR.finditer(body):
        yield read_position(match[1], match[2]), match[3].decode("utf-8", "replace")
    for match in _UNCALCULATED.finditer(body):
        yield read_position(match[1], match[2]), UNCALCULATED


def read_position(letters: bytes, row: bytes) -> tuple[int, int]:
    return int(row), column_number(letters.decode())


def find_strays(body: bytes) -> tuple[Stray, ...]:
    """The filled cells beyond a gap in the rows, then those beyond a gap in the columns; few, or they are no strays."""
    low = list(find_low_strays(body))
    spans = {stray.span.start for stray in low}
    return (*low, *(stray for stray in find_wide_strays(body) if stray.span.start not in spans))


def find_low_strays(body: bytes) -> Iterator[Stray]:
    rows = sorted((int(match[1]), match.start()) for match in _ROW.finditer(body))
    gaps = [after for before, after in pairwise([(0, 0), *rows]) if after[0] - before[0] > FAR_ROWS]
    # Below one gap there may be another table, below the next only strays.
    for _, start in gaps:
        cells = filled_cells(body, _FILLED_CELL, start)
        if len(cells) <= MOST_STRAYS:
            yield from cells
            return


def find_wide_strays(body: bytes) -> tuple[Stray, ...]:
    cells = sorted(filled_cells(body, _FAR_CELL, 0), key=lambda cell: cell.column)
    if not cells or len(cells) > MOST_STRAYS:
        return ()
    columns = sorted({column_number(letters.decode()) for letters in set(_WIDE_CELL.findall(body))})
    before = bisect_right(columns, LAST_NEAR_COLUMN)
    nearest = columns[before - 1] if before else LAST_NEAR_COLUMN - FAR_COLUMNS
    edges = [nearest, *(cell.column for cell in cells)]
    far = next((right for left, right in pairwise(edges) if right - left > FAR_COLUMNS), None)
    return tuple(cell for cell in cells if far is not None and cell.column >= far)


def filled_cells(body: bytes, pattern: re.Pattern[bytes], start: int) -> list[Stray]:
    """The cells that a pattern finds from a place on, up to one more than strays can be."""
    cells: list[Stray] = []
    for match in pattern.finditer(body, start):
        cells.append(Stray(*read_position(match[2], match[3]), range(match.start(), match.end())))
        if len(cells) > MOST_STRAYS:
            break
    return cells


def copy_without_strays(path: Path, scans: Mapping[str, SheetScan]) -> BytesIO | None:
    """The workbook with its strays taken out, for a reader that holds full rectangles; None where it has none."""
    parts = [part for part in list_sheet_parts(path) if part.name in scans and scans[part.name].strays]
    if not parts:
        return None
    changed = {part.member.name: cut(part.body, scans[part.name].strays) for part in parts}
    target = BytesIO()
    write_archive(parts[0].package.archive, target, {name: partial(iter, [body]) for name, body in changed.items()})
    target.seek(0)
    return target


def cut(body: bytes, strays: tuple[Stray, ...]) -> bytes:
    """A part without the elements of its strays."""
    kept, end = bytearray(), 0
    for stray in sorted(strays, key=lambda stray: stray.span.start):
        kept += body[end : stray.span.start]
        end = stray.span.stop
    return bytes(kept + body[end:])
