"""The number formats of an .ods workbook's cells, as Excel would write them.

A cell names a style, or has that of its row or column; a style names a format or has that of the style it is derived
from; a format is elements, each for a part of what is shown: a day, a month, words.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Tree

from peerxl.model.sheet import Cell

PARTS = ("styles.xml", "content.xml")
MOST_DERIVED = 20
"""How many styles another is derived from by way of others; more would be a circle."""
CODES: Mapping[str, tuple[str, str]] = {
    "day": ("d", "dd"),
    "month": ("m", "mm"),
    "year": ("yy", "yyyy"),
    "day-of-week": ("ddd", "dddd"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "am-pm": ("AM/PM", "AM/PM"),
    "era": ("g", "ggg"),
}
"""An element of a date's format: how Excel writes it, short and long."""
MONTH_NAMES = ("mmm", "mmmm")
OTHER_CALENDAR = "e"
DATES = ("date-style", "time-style")
NUMBERS = ("number-style", "percentage-style")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows or columns that follow one another and are the same, from the first to the last: the style they name."""

    first: int
    last: int
    style: str | None
    cells: tuple[Stretch, ...] = ()


@dataclass
class OpenSheet:
    columns: list[Stretch] = field(default_factory=list)
    rows: list[Stretch] = field(default_factory=list)

    def find_style(self, row: int, column: int) -> str | None:
        """The style that a cell names, else its row, else its column."""
        stretch = find_stretch(self.rows, row)
        cell = find_stretch(stretch.cells, column) if stretch else None
        whole = find_stretch(self.columns, column)
        named = (part.style for part in (cell, stretch, whole) if part and part.style)
        return next(named, None)


@dataclass
class OpenFormats:
    """The number formats by cell: styles by name with the format and the parent they name, and formats by name."""

    formats: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    sheets: dict[str, OpenSheet] = field(default_factory=dict)

    def find(self, cell: Cell) -> str | None:
        """A cell's number format; None where it is not known."""
        sheet = self.sheets.get(cell.sheet)
        if sheet is None:
            return None
        style = sheet.find_style(cell.row, cell.column)
        for _ in range(MOST_DERIVED):
            if style is None:
                return ""
            number_format, style = self.styles.get(style, (None, None))
            if number_format is not None:
                return self.formats.get(number_format)
        return None


def read_open_formats(path: Path) -> OpenFormats:
    """The number formats of an .ods workbook; OSError, ValueError or BadZipFile where its parts are broken."""
    book = OpenFormats()
    with zipfile.ZipFile(path) as archive:
        for name in PARTS:
            with archive.open(name) as part:
                try:
                    read_part(part, book)
                except (Tree.ParseError, DefusedXmlException) as error:
                    raise ValueError(str(error)) from error
    return book


def read_part(part: IO[bytes], book: OpenFormats) -> None:
    """Add what a part of the workbook has of styles, formats and sheets."""
    sheet: OpenSheet | None = None
    for event, element in Tree.iterparse(part, events=("start", "end"), forbid_dtd=True):
        name = name_of(element)
        if event == "start" and name == "table":
            sheet = book.sheets.setdefault(attribute(element, "name") or "", OpenSheet())
        if event == "start":
            continue
        if name == "table-column" and sheet is not None:
            sheet.columns.append(
                stretch_of(element, sheet.columns, "number-columns-repeated", "default-cell-style-name")
            )
        elif name == "table-row" and sheet is not None:
            cells: list[Stretch] = []
            for cell in element:
                cells.append(stretch_of(cell, cells, "number-columns-repeated", "style-name"))
            row = stretch_of(element, sheet.rows, "number-rows-repeated", "default-cell-style-name")
            sheet.rows.append(Stretch(row.first, row.last, row.style, tuple(cells)))
            element.clear()
        elif name == "style" and attribute(element, "family") == "table-cell":
            parent = attribute(element, "parent-style-name")
            book.styles[attribute(element, "name") or ""] = (attribute(element, "data-style-name"), parent)
        elif name.endswith("-style") and attribute(element, "name"):
            book.formats[attribute(element, "name") or ""] = write_format(element, book.formats)


def name_of(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """An attribute of an element, whatever its namespace."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)


def stretch_of(element: Element, before: list[Stretch], repeated: str, style: str) -> Stretch:
    """What an element stands for, right after those before it."""
    first = before[-1].last + 1 if before else 1
    return Stretch(first, first + int(attribute(element, repeated) or 1) - 1, attribute(element, style))


def find_stretch(stretches: Sequence[Stretch], number: int) -> Stretch | None:
    """The stretch that a row or column of a number lies in; they stand in order."""
    index = bisect_right(stretches, number, key=lambda stretch: stretch.first) - 1
    return stretches[index] if index >= 0 and number <= stretches[index].last else None


def write_format(element: Element, formats: Mapping[str, str]) -> str:
    """A format as Excel would write it; nothing for what shows neither a date nor plain digits."""
    kind = name_of(element)
    if kind == "text-style":
        return "@"
    if kind in DATES:
        return "".join(map(write_date_part, element))
    if kind not in NUMBERS:
        return ""
    # What is negative, or nought, may have a format of its own, and this be only the rest.
    for part in element:
        if name_of(part) == "map" and (attribute(part, "condition") or "").startswith("value()>"):
            return formats.get(attribute(part, "apply-style-name") or "", "")
    return "".join(map(write_number_part, element))


def write_date_part(part: Element) -> str:
    name, is_long = name_of(part), attribute(part, "style") == "long"
    if name == "text":
        return quote(part.text or "")
    if name == "year" and attribute(part, "calendar") not in (None, "gregorian"):
        return OTHER_CALENDAR
    codes = MONTH_NAMES if name == "month" and attribute(part, "textual") == "true" else CODES.get(name, ("", ""))
    short, long = codes
    return long if is_long else short


def write_number_part(part: Element) -> str:
    name = name_of(part)
    if name == "text":
        return part.text if part.text == "%" else quote(part.text or "")
    if name != "number" or attribute(part, "decimal-places") is None:
        return ""
    places = int(attribute(part, "decimal-places") or 0)
    fixed = min(places, int(attribute(part, "min-decimal-places") or places))
    whole = "0" * int(attribute(part, "min-integer-digits") or 0) or "#"
    grouped = f"#,##{whole}" if attribute(part, "grouping") == "true" else whole
    return f"{grouped}.{'0' * fixed}{'#' * (places - fixed)}" if places else grouped


def quote(text: str) -> str:
    return '"' + text.replace('"', "") + '"' if text else ""
