"""What Excel does not take, refused with the cell named before a file is written: never cut, never changed.

Lengths are counted as Excel counts them, in UTF-16 code units.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from peerxl.documents.document import Document
from peerxl.errors import PeerxlError, UnwritableCharacterError
from peerxl.excel.sheet_layout import SheetLayout
from peerxl.model.sheet import Cell
from peerxl.text import LONGEST_TEXT, UNWRITABLE, count_units

# Excel's own: of a heading in a table, of the text beside a selected cell, of a sheet's name.
LONGEST_HEADING = 255
LONGEST_PROMPT = 255
LONGEST_SHEET_NAME = 31
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


class SheetNameError(PeerxlError):
    """A sheet's name that Excel does not take."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"A sheet cannot be called {name!r}: {why}; choose another name.")


class HeadingError(PeerxlError):
    """A table's heading that Excel does not take."""

    def __init__(self, place: object, heading: str, why: str) -> None:
        super().__init__(f"{place}: a column cannot be headed {heading!r}: {why}; change the heading.")


class TextTooLongError(PeerxlError):
    """More text than Excel holds in a cell."""

    def __init__(self, place: object, length: int, limit: int) -> None:
        super().__init__(f"{place}: the text has {length:,} characters and Excel holds {limit:,}; shorten it.")


class NotWrittenError(PeerxlError):
    """Something Excel has no room for, such as more rows than a sheet has."""

    def __init__(self, place: object) -> None:
        super().__init__(f"{place}: this does not fit in an Excel sheet; split the plan.")


def check_document(document: Document) -> None:
    """Raise for the first thing that Excel would refuse or damage in what is said of the whole workbook."""
    # Names first: every other message names its cell by the sheet.
    check_sheet_names([section.name for section in document.sections])
    for text in (document.title, document.subject, document.creator):
        check_text(text, "the file's properties")


def check_layout(layout: SheetLayout) -> None:
    """Raise for the first thing that Excel would refuse or damage of where a sheet's cells stand, and of its table."""
    check_size(layout)
    check_headings(layout)
    for number, column in enumerate(layout.columns, 1):
        if column.prompt:
            check_text(column.prompt, Cell(layout.section.name, layout.first_row, number), LONGEST_PROMPT)


def check_sheet_names(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if why := why_not_a_sheet_name(name):
            raise SheetNameError(name, why)
        if name.casefold() in seen:
            raise SheetNameError(name, "another sheet has the name")
        seen.add(name.casefold())


def why_not_a_sheet_name(name: str) -> str:
    """Why Excel does not take a sheet's name; empty where it does."""
    if not name.strip():
        return "it is blank"
    if count_units(name) > LONGEST_SHEET_NAME:
        return f"it is longer than {LONGEST_SHEET_NAME} characters"
    if NOT_IN_SHEET_NAME.search(name) or UNWRITABLE.search(name):
        return "it has one of [ ] : * ? / \\ or a character that cannot be seen"
    if name.startswith("'") or name.endswith("'"):
        return "it begins or ends with an apostrophe"
    # Excel logs the changes of a shared workbook on a sheet of that name.
    return "Excel keeps the name for itself" if name.casefold() == "history" else ""


def check_size(layout: SheetLayout) -> None:
    """Raise where there are more rows or columns than a sheet has."""
    if layout.last_row > LAST_ROW:
        raise NotWrittenError(Cell(layout.section.name, LAST_ROW + 1, 1))
    if len(layout.columns) > LAST_COLUMN:
        raise NotWrittenError(Cell(layout.section.name, layout.header_row, LAST_COLUMN + 1))


def check_headings(layout: SheetLayout) -> None:
    """Raise where headings are blank, too long or not told apart: Excel would repair the file when it is opened."""
    seen: set[str] = set()
    sheet, header_row = layout.section.name, layout.header_row
    for number, column in enumerate(layout.section.columns, 1):
        cell, heading = Cell(sheet, header_row, number), column.heading
        if not heading.strip():
            raise HeadingError(cell, heading, "it is blank")
        if count_units(heading) > LONGEST_HEADING:
            raise HeadingError(cell, heading, f"it is longer than {LONGEST_HEADING} characters")
        if heading.casefold() in seen:
            raise HeadingError(cell, heading, "another column has the heading")
        seen.add(heading.casefold())


def check_texts(layout: SheetLayout, texts: Collection[str]) -> None:
    """Raise for the first cell whose text Excel cannot hold; ``texts`` are all that the sheet's cells say."""
    # Searched together first, as hardly any sheet has one: a character takes two of Excel's units at the most.
    if UNWRITABLE.search("".join(texts)) or 2 * max(map(len, texts), default=0) > LONGEST_TEXT:
        for cell, text in (*list_cells(layout), *list_texts(layout)):
            check_text(text, cell)


def list_cells(layout: SheetLayout) -> Iterator[tuple[Cell, str]]:
    """Every text of a table below its headings, with its cell."""
    for row, entries in enumerate((row.entries for row in layout.rows), layout.first_row):
        for number, entry in enumerate(entries, 1):
            yield Cell(layout.section.name, row, number), entry.text


def list_texts(layout: SheetLayout) -> Iterator[tuple[Cell, str]]:
    """The texts above a table and in its headings, each with its cell."""
    sheet, header_row = layout.section.name, layout.header_row
    yield Cell(sheet, 1, 1), layout.section.title
    for row, line in enumerate(layout.lines, 2):
        yield Cell(sheet, row, 1), line.text
    for number, column in enumerate(layout.columns, 1):
        yield Cell(sheet, header_row, number), column.heading
        yield Cell(sheet, header_row - 1, number), column.marker


def check_text(text: str, holder: object, limit: int = LONGEST_TEXT) -> None:
    """Raise for a text that a cell, or whatever it is put into, cannot hold."""
    # Most are short and plain, of which every character can be written, in two units at most.
    if 2 * len(text) <= limit and text.replace("\n", "").isprintable():
        return
    if match := UNWRITABLE.search(text):
        raise UnwritableCharacterError(holder, match[0])
    if count_units(text) > limit:
        raise TextTooLongError(holder, count_units(text), limit)
