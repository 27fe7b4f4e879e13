"""What a workbook's parts say that a reader of values leaves out, and whether a native one may be given them.

Cells that show an error, formulas without a result, hidden rows; and strays: cells so far from all others that they
belong to no table.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from peerxl.excel.errors import NotAWorkbookError, UnsafeWorkbookError
from peerxl.excel.patch.address import Position
from peerxl.excel.patch.parts.encoding import detect_encoding
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.workbook import read_sheet_list
from peerxl.excel.patch.zip.archive import START, Archive, Member, read_archive
from peerxl.excel.plain_sheet import (
    FAR_COLUMNS,
    FAR_ROWS,
    LAST_NEAR_COLUMN,
    MOST_CELLS,
    SheetCells,
    read_plain_sheet,
)
from peerxl.frozen import frozen
from peerxl.model.sheet import UNCALCULATED
from peerxl.pattern import compile_late

if TYPE_CHECKING:
    from peerxl.excel.odd_sheet import WrittenCell

SCANNED = (".xlsx", ".xlsm")
"""The kinds of workbook whose parts can be looked over."""
MOST_STRAYS = 50
"""More cells out there are no strays but a table of their own."""
MOST_TEXT = 128 * 1024**2
"""A reader that makes a text anew for each cell may make so much of it."""
BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_COUNT = re.compile(rb"[cC]ount[^0-9<>]{1,9}([0-9]++)")
_CELL = compile_late(rb"<(?:\w+:)?c[ />]")
_STRING = compile_late(rb' t="s"[^<>]*+><v>([0-9]{1,9}+)</v>')


class SheetScan(NamedTuple):
    """What stands in a sheet's part: the words of cells that are no values by row and column, hidden rows, strays."""

    words: tuple[tuple[Position, str], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    strays: tuple[Position, ...] = ()


@frozen
class WorkbookScan:
    """The scan of each sheet by its name, and whether a native reader may be given the workbook."""

    sheets: Mapping[str, SheetScan]
    is_bounded: bool


class SheetMember(NamedTuple):
    """A sheet's name, and the member of the archive that it is kept in."""

    package: Package
    name: str
    member: Member

    @property
    def body(self) -> bytes:
        return bytes(self.package.read_xml(self.member).body)


def list_sheet_parts(path: Path) -> tuple[SheetMember, ...]:
    """The parts of an .xlsx or .xlsm's sheets; none where they are not to be found."""
    if path.suffix.lower() not in SCANNED:
        return ()
    package = Package(read_archive(path))
    try:
        sheets = read_sheet_list(package, package.find_workbook())
    except NotAWorkbookError:
        return ()
    return tuple(SheetMember(package, sheet.name, sheet.member) for sheet in sheets if sheet.member)


def scan_workbook(path: Path) -> WorkbookScan:
    """Look over every part of an .xlsx or .xlsm, as any of them could be read as a sheet, whatever it is called.

    NotAWorkbookError where a sheet is no XML or has cells that no sheet has, UnsafeWorkbookError where it has too many.
    """
    listed = list_sheet_parts(path)
    archive = listed[0].package.archive if listed else read_archive(path)
    refuse_shared(path, listed)
    cells = {part.member.name: read_cells(part) for part in listed}
    scans = {part.name: make_scan(cells[part.member.name]) for part in listed}
    others = [member for member in archive.members if member.name not in cells]
    texts = sum(each.texts for each in cells.values())
    is_bounded = (
        bool(listed)
        and all(each.is_bounded for each in cells.values())
        and not any(scan.strays for scan in scans.values())
        and all(is_utf8(archive.read_start(part.member)) for part in listed)
        and all(is_bounded_part(archive, member, listed, texts) for member in others)
    )
    return WorkbookScan(scans, is_bounded)


def refuse_shared(path: Path, sheets: Iterable[SheetMember]) -> None:
    """Raise where two sheets are kept in one part, so that who writes on one would write on the other."""
    names: dict[str, str] = {}
    for sheet in sheets:
        # The same sheet may be listed once more, for programs that know no better.
        if names.setdefault(sheet.member.name, sheet.name) != sheet.name:
            what = f"its sheets {names[sheet.member.name]!r} and {sheet.name!r} are kept in one part"
            raise UnsafeWorkbookError(path, what)


def read_cells(part: SheetMember) -> SheetCells:
    """What stands in a sheet's part; the PeerxlError that says why nobody should read it."""
    body, path = part.body, part.package.archive.path
    if b"sheetData" not in body:  # a chart
        return SheetCells((), (), frozenset(), is_bounded=True)
    if body.count(b"<c ") > MOST_CELLS:
        raise UnsafeWorkbookError(path, f"its sheet {part.name!r} has more than {MOST_CELLS:,} cells")
    return read_plain_sheet(body) or read_odd_sheet(part, body)


def read_odd_sheet(part: SheetMember, body: bytes) -> SheetCells:
    """What stands in a part in UTF-8 that is not plain; NotAWorkbookError where it is no sheet."""
    # Hardly any sheet is.
    from peerxl.excel.odd_sheet import NoSheetError, parse_sheet

    filled: list[Position] = []
    words: list[tuple[Position, str]] = []

    def keep(cell: WrittenCell) -> None:
        if cell.value or cell.text or cell.formula is not None:
            filled.append(cell.position)
        if cell.kind == "e" and cell.value:
            words.append((cell.position, cell.value))
        elif cell.formula is not None and not cell.value and cell.kind != "str":
            words.append((cell.position, UNCALCULATED))

    try:
        sheet = parse_sheet(body, keep)
    except NoSheetError as error:
        raise NotAWorkbookError(part.package.archive.path, f"its sheet {part.name!r} {error}") from error
    return SheetCells(tuple(filled), tuple(words), frozenset(sheet.hidden_rows), is_bounded=False)


def is_bounded_part(archive: Archive, member: Member, sheets: Sequence[SheetMember], texts: int) -> bool:
    """Whether a part that the workbook does not list as a sheet does a native reader no harm.

    ``texts`` is how many cells of the sheets have a shared text.
    """
    start = archive.read_start(member)
    if not start.lstrip(BEFORE_XML).startswith(b"<"):
        return True
    if not is_utf8(start):
        return False
    body = archive.read(member)
    if b"sheetData" in body and _CELL.search(body):
        cells = read_plain_sheet(bytes(body))
        return cells is not None and cells.is_bounded
    return b"<sst" not in body or is_bounded_list(body, sheets, texts)


def is_utf8(start: bytes) -> bool:
    """Whether a part that begins so is in UTF-8; of one in another encoding a native reader reads nothing, and says so
    to nobody.
    """
    return detect_encoding(start)[1] == "utf-8"


def is_bounded_list(body: bytearray, sheets: Sequence[SheetMember], count: int) -> bool:
    """Whether a list of shared texts is as long as it says, and does not make more text than memory holds.

    A native reader makes room for as many as the list says, and makes each text anew for each of the ``count`` cells.
    """
    texts = list(map(len, bytes(body).split(b"</si>")))
    if any(len(match[1]) > 9 or int(match[1]) > MOST_CELLS for match in _COUNT.finditer(body, 0, START)):
        return False
    # Which text each cell has is looked up only where it matters.
    if max(texts) * count <= MOST_TEXT:
        return True
    used: Counter[bytes] = Counter()
    for sheet in sheets:
        used.update(_STRING.findall(sheet.body))
    indexes = zip(map(int, used), used.values(), strict=True)
    return sum(texts[index] * times for index, times in indexes if index < len(texts)) <= MOST_TEXT


def make_scan(cells: SheetCells) -> SheetScan:
    strays = find_strays(cells.filled)
    words = tuple((position, text) for position, text in cells.words if position not in strays)
    return SheetScan(words, cells.hidden_rows, strays)


def find_strays(filled: Iterable[Position]) -> tuple[Position, ...]:
    """The cells beyond a gap in the rows, then those beyond a gap in the columns; few, or they are no strays."""
    cells = sorted(filled)
    low = find_low_strays(cells)
    return (*low, *find_wide_strays([cell for cell in cells if cell not in low]))


def find_low_strays(cells: Sequence[Position]) -> tuple[Position, ...]:
    rows = sorted({row for row, _ in cells})
    gaps = [after for before, after in pairwise([0, *rows]) if after - before > FAR_ROWS]
    # Below one gap there may be another table, below the next only strays.
    for row in gaps:
        below = cells[bisect_left(cells, (row, 0)) :]
        if len(below) <= MOST_STRAYS:
            return tuple(below)
    return ()


def find_wide_strays(cells: Sequence[Position]) -> tuple[Position, ...]:
    far = sorted((cell for cell in cells if cell[1] > LAST_NEAR_COLUMN), key=lambda cell: cell[1])
    if not 0 < len(far) <= MOST_STRAYS:
        return ()
    near = [column for _, column in cells if column <= LAST_NEAR_COLUMN]
    edges = [max((*near, LAST_NEAR_COLUMN - FAR_COLUMNS)), *(column for _, column in far)]
    first = next((after for before, after in pairwise(edges) if after - before > FAR_COLUMNS), None)
    return tuple(cell for cell in far if first is not None and cell[1] >= first)
