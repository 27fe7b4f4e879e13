"""A written workbook as tests look at it: opened by openpyxl, its parts, or dumped as text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from peerxl.documents.document import Document
from peerxl.excel.write import render


def opened(document: Document) -> Workbook:
    return load_workbook(BytesIO(render(document)))


def first_sheet(document: Document) -> Worksheet:
    """The sheet the workbook opens on."""
    sheet = opened(document).active
    assert isinstance(sheet, Worksheet)
    return sheet


def parts(document: Document) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(render(document))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def table_rows(sheet: Worksheet) -> list[list[object]]:
    """The rows of a sheet's one table, its headings first."""
    (table,) = sheet.tables.values()
    return [[cell.value for cell in row] for row in sheet[table.ref]]


def dump(document: Document) -> str:
    """All that golden files keep of a workbook."""
    book = opened(document)
    lines = [
        f"title: {book.properties.title}",
        f"creator: {book.properties.creator}",
        f"created: {book.properties.created}",
    ]
    for sheet in book.worksheets:
        lines += ["", f"[{sheet.title}]", *dump_sheet(sheet)]
    return "\n".join(lines) + "\n"


def dump_sheet(sheet: Worksheet) -> Iterator[str]:
    yield f"widths: {' '.join(f'{name}={column.width:.1f}' for name, column in sheet.column_dimensions.items())}"
    yield f"print: {sheet.print_area} titles {sheet.print_title_rows}"
    yield f"frozen: {sheet.freeze_panes} protected: {sheet.protection.sheet} merged: {sheet.merged_cells.ranges}"
    for table in sheet.tables.values():
        yield f"table: {table.displayName} {table.ref} filters {table.autoFilter is not None}"
    for rule in sheet.data_validations.dataValidation:
        yield f"offer: {rule.sqref} {rule.type} {rule.formula1} {rule.errorStyle} {rule.prompt!r}"
    for number, row in enumerate(sheet.iter_rows(), 1):
        yield f"-- {number}: {sheet.row_dimensions[number].height}"
        yield from (
            dump_cell(cell) for cell in row if isinstance(cell, Cell) and (cell.value is not None or cell.has_style)
        )


def dump_cell(cell: Cell) -> str:
    fill = cell.fill.fgColor.rgb[2:] if cell.fill.patternType else "-"
    marks = [
        "bold" * bool(cell.font.b),
        "" if cell.protection.locked else "open",
        "heavy" * (cell.border.top.style == "medium"),
        f"-> {cell.hyperlink.target}#{cell.hyperlink.location}" if cell.hyperlink else "",
    ]
    look = " ".join([f"{cell.font.color.rgb[2:]}/{fill}", *filter(None, marks)])
    return f"{cell.coordinate} {cell.value!r} [{look}]"
