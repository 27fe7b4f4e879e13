"""The values of a workbook's sheets read by a parser, with no more in memory than is there; natively takes less time.

It reads what that cannot: parts in any encoding, cells anywhere on a sheet, numbers that are no days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from math import isfinite
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.errors import NotAWorkbookError
from peerxl.excel.odd_sheet import PHONETIC, NoSheetError, WrittenCell, local, parse_sheet, parse_xml
from peerxl.excel.patch.address import Position, format_address
from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.excel.patch.edit.serial import EPOCH, EPOCH_1904
from peerxl.excel.patch.parts.package import Package, is_true, local_name
from peerxl.excel.patch.parts.workbook import WORKSHEET, SheetPart, read_sheet_list
from peerxl.excel.patch.zip.archive import read_archive
from peerxl.model.sheet import Sheet, Value

MOST_HELD = 10_000_000
"""So many cells are held, empty ones before the last of a row too."""
# Excel counts a 29 February 1900, which there was not.
NO_DAY = 60


class FarCellError(PeerxlError):
    """A cell so far from the table that the sheet between them cannot be held."""

    def __init__(self, path: object, address: str) -> None:
        super().__init__(
            f"{path}: a sheet has something in it as far out as {address}, far from any table; "
            "clear the cells out there and save."
        )


@dataclass(frozen=True, slots=True)
class ValueReader:
    """What cells name to say their values: the texts that they share, and what their styles make of a number."""

    texts: Sequence[str]
    shows_day: Callable[[str | None], bool]
    shows_time: Callable[[str | None], bool]
    epoch: date
    shown: dict[str | None, tuple[bool, bool]] = field(default_factory=dict)

    def read(self, cell: WrittenCell) -> Value:
        """A cell's value; NoSheetError where it names a text or a style that there is not."""
        if cell.kind == "inlineStr":
            return unescape(cell.text or "") or None
        if not cell.value:
            return None
        if cell.kind == "s":
            return self.find_text(cell)
        return TYPED[cell.kind](cell.value) if cell.kind in TYPED else self.read_number(cell)

    def find_text(self, cell: WrittenCell) -> str | None:
        try:
            index = int(cell.value or "")
            return self.texts[index if index >= 0 else len(self.texts)] or None
        except (ValueError, IndexError) as error:
            raise NoSheetError(f"names a text in {format_address(cell.position)} that the workbook lacks") from error

    def read_number(self, cell: WrittenCell) -> Value:
        """A number, or the day or time that its cell's style makes of it."""
        try:
            number = float(cell.value or "")
        except ValueError:
            return cell.value
        if not isfinite(number):
            return cell.value
        if cell.style not in self.shown:
            try:
                self.shown[cell.style] = self.shows_day(cell.style), self.shows_time(cell.style)
            except ValueError:
                self.shown[cell.style] = False, False
        is_day, is_time = self.shown[cell.style]
        return read_serial(number, self.epoch, is_day) if is_day or is_time else number


def read_serial(number: float, epoch: date, is_day: bool) -> Value:
    """The day or time that a number stands for, as the native reader has it; the number where it stands for none."""
    try:
        span = timedelta(milliseconds=round(number * 86_400_000))
        if not is_day:
            return span if number >= 1 else (datetime.min + span).time()
        # Before the day that was none, days are counted from the one before.
        moment = datetime.combine(epoch, time()) + span + timedelta(days=epoch == EPOCH and 1 <= number < NO_DAY)
    except OverflowError:
        return number
    if number < 0:
        return number
    if number < 1:
        return moment.time()
    return moment if moment.time() != time() else moment.date()


def read_moment(text: str) -> Value:
    """A day or a moment as ISO 8601 writes it; the text where it is neither."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.date() if len(text) <= len("2024-01-05") else moment.replace(tzinfo=None)


def unescape(text: str) -> str:
    """A text without Excel's way of writing what XML cannot; what stands for no character stays as it is written."""
    plain = unescape_text(text)
    return text if any("\ud800" <= character <= "\udfff" for character in plain) else plain


# How the types of cells that say all of their value themselves are read.
TYPED: Mapping[str, Callable[[str], Value]] = {"str": unescape, "b": is_true, "d": read_moment, "e": str}


def read_oddly(path: Path, strays: Mapping[str, Sequence[Position]]) -> tuple[Sheet, ...]:
    """Every worksheet of an .xlsx or .xlsm, without its strays; the PeerxlError that says why it cannot be read."""
    package = Package(read_archive(path))
    workbook = package.find_workbook()
    sheets = (each for each in package.read_tree(workbook).iter() if local_name(each) == "sheet")
    states = {sheet.get("name"): sheet.get("state") for sheet in sheets}
    try:
        reader = make_reader(Book(package, workbook))
        listed = [sheet for sheet in read_sheet_list(package, workbook) if sheet.kind == WORKSHEET]
        return tuple(
            replace(
                read_sheet(package, sheet, reader, frozenset(strays.get(sheet.name, ()))),
                is_hidden=states.get(sheet.name) not in (None, "visible"),
            )
            for sheet in listed
        )
    except NoSheetError as error:
        raise NotAWorkbookError(path, str(error)) from error
    except ValueError as error:
        raise NotAWorkbookError(path, "its styles cannot be read") from error


def make_reader(book: Book) -> ValueReader:
    """What a workbook's cells name."""
    texts: list[str] = []
    for member in book.package.find_related(book.workbook.name, "sharedStrings"):
        try:
            texts += read_texts(bytes(book.package.read_xml(member).body))
        except NoSheetError as error:
            raise NoSheetError(f"its list of texts {error}") from error
    styles = book.styles
    never = bool  # of a workbook without styles no number is a day
    return ValueReader(
        texts,
        styles.shows_day if styles else lambda _: never(),
        styles.shows_time if styles else lambda _: never(),
        EPOCH_1904 if book.is_1904 else EPOCH,
    )


def read_texts(body: bytes) -> list[str]:
    """The texts of a list in UTF-8, in their order."""
    texts: list[str] = []
    pieces: list[str] = []
    opened: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        name = local(tag)
        if name == "si":
            pieces.clear()
        opened.append(name)

    def hear(words: str) -> None:
        if opened[-1] == "t" and PHONETIC not in opened:
            pieces.append(words)

    def end(tag: str) -> None:
        opened.pop()
        if local(tag) == "si":
            texts.append(unescape("".join(pieces)))

    parse_xml(body, start, hear, end)
    return texts


def read_sheet(package: Package, sheet: SheetPart, reader: ValueReader, strays: frozenset[Position]) -> Sheet:
    """The values of one sheet that are no strays, and its merged blocks."""
    path = package.archive.path
    rows: dict[int, dict[int, Value]] = {}

    def keep(cell: WrittenCell) -> None:
        value = reader.read(cell)
        if value is not None and cell.position not in strays:
            rows.setdefault(cell.position[0], {})[cell.position[1]] = value

    try:
        parsed = parse_sheet(bytes(package.read_xml(sheet.get_part(path)).body), keep)
    except NoSheetError as error:
        raise NoSheetError(f"its sheet {sheet.name!r} {error}") from error
    blocks = sorted(parsed.merged, key=lambda block: (block.first_row, block.first_column))
    return Sheet(sheet.name, spread(path, rows), tuple(blocks))


def spread(path: Path, rows: Mapping[int, Mapping[int, Value]]) -> tuple[tuple[Value, ...], ...]:
    """The rows as they stand, each up to its last value; FarCellError where that is more than memory holds."""
    if sum(max(row) for row in rows.values()) > MOST_HELD:
        widest = max(rows, key=lambda number: max(rows[number]))
        raise FarCellError(path, format_address((widest, max(rows[widest]))))
    empty: tuple[Value, ...] = ()
    return tuple(
        tuple(map(rows[number].get, range(1, max(rows[number]) + 1))) if number in rows else empty
        for number in range(1, max(rows, default=0) + 1)
    )
