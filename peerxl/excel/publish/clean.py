"""A new workbook of what a reader of another one sees: visible sheets, rows, columns; values in place of formulas."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from peerxl.errors import PeerxlError
from peerxl.excel.publish.hidden_rules import find_remote
from peerxl.excel.publish.looks import CellLook
from peerxl.excel.publish.workbook import PublishedCell, PublishedSheet, PublishedWorkbook
from peerxl.text import UNWRITABLE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# A fixed day, so that the same workbook gives the same bytes.
WRITTEN_ON = datetime(2000, 1, 1, tzinfo=UTC)
WIDEST, USUAL = 60, 12  # characters


class NotCleanableError(PeerxlError):
    """A workbook of which no clean copy can be made safely."""

    def __init__(self, path: object, place: str, why: str) -> None:
        where = f"{path}!{place}" if place else str(path)
        super().__init__(f"{where}: no clean copy was written, because {why}.")


@dataclass(frozen=True, slots=True)
class VisibleSheet:
    """What a reader sees of a sheet: its cells, renumbered so that nothing stands for what was hidden."""

    name: str
    cells: tuple[tuple[int, int, PublishedCell, CellLook], ...]


def clean_workbook(workbook: PublishedWorkbook) -> bytes:
    """The visible values as a new workbook's bytes; NotCleanableError where what is visible cannot be told."""
    sheets = tuple(select_visible(workbook, sheet) for sheet in workbook.visible)
    if not any(sheet.cells for sheet in sheets):
        raise NotCleanableError(workbook.path, "", "no cell of it is to be seen")
    return write_visible(workbook, sheets)


def select_visible(workbook: PublishedWorkbook, sheet: PublishedSheet) -> VisibleSheet:
    """The cells of a sheet that can be seen; without far ones, hidden ones, and text that is not drawn."""
    remote = set(find_remote(sheet))
    hidden_columns = {column for span in sheet.hidden_columns for column in span}
    cells = []
    for cell in sheet.cells:
        look = workbook.look_of(cell)
        if cell.row in sheet.hidden_rows or cell.column in hidden_columns or cell in remote or look.is_unseen:
            continue
        if cell.is_formula and not cell.text and not cell.is_text:
            raise NotCleanableError(
                workbook.path,
                f"{sheet.name}!{cell.address}",
                "this formula has no result in the file; open it in Excel, save it, and try again",
            )
        cells.append((cell, look))
    rows = {row: number for number, row in enumerate(number_on(sheet.hidden_rows, [cell.row for cell, _ in cells]))}
    columns = {c: number for number, c in enumerate(number_on(hidden_columns, [cell.column for cell, _ in cells]))}
    return VisibleSheet(sheet.name, tuple((rows[cell.row], columns[cell.column], cell, look) for cell, look in cells))


def number_on(hidden: Collection[int], used: list[int]) -> Iterator[int]:
    """The numbers from 1 to the last used one, without the hidden ones."""
    return (number for number in range(1, max(used, default=0) + 1) if number not in hidden)


def write_visible(workbook: PublishedWorkbook, sheets: tuple[VisibleSheet, ...]) -> bytes:
    """The sheets as XlsxWriter writes them: every text as text, numbers and days in their own formats."""
    from xlsxwriter import Workbook

    content = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(content, {**options, "in_memory": True, "date_1904": workbook.counts_from_1904}) as book:
        book.set_properties({"title": workbook.path.stem, "created": WRITTEN_ON})
        formats: dict[str, Format] = {}
        for sheet in sheets:
            worksheet = book.add_worksheet(sheet.name)
            worksheet.set_paper(9)  # A4
            widths: dict[int, int] = {}
            for row, column, cell, look in sheet.cells:
                write_cell(book, worksheet, formats, (row, column), cell, look)
                widths[column] = max(widths.get(column, USUAL), min(WIDEST, len(cell.text) + 2))
            for column, width in widths.items():
                worksheet.set_column(column, column, width)
    return content.getvalue()


def write_cell(
    book: Workbook,
    worksheet: Worksheet,
    formats: dict[str, Format],
    position: tuple[int, int],
    cell: PublishedCell,
    look: CellLook,
) -> None:
    code = "@" if cell.is_text else look.number_format
    if code not in formats:
        formats[code] = book.add_format({"num_format": code or "General", "text_wrap": True, "valign": "top"})
    number = as_finite(cell)
    if number is None:
        worksheet.write_string(*position, UNWRITABLE.sub("", cell.text), formats[code])
    else:
        worksheet.write_number(*position, number, formats[code])


def as_finite(cell: PublishedCell) -> float | None:
    """The number of a cell; None for text, a truth or an error, which are written as words."""
    if cell.is_text or cell.is_truth:
        return None
    try:
        number = float(cell.text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
