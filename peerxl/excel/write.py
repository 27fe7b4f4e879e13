"""A Document as the bytes of an .xlsx workbook, by XlsxWriter.

Everything is written as what it is: a text that begins with "=" is a text. Documents count rows and columns from 1,
XlsxWriter from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from itertools import groupby
from textwrap import shorten
from typing import Any

import xlsxwriter

from peerxl.documents.layout import (
    GAP,
    LINE_HEIGHT,
    PAGE_WIDTH,
    TITLE_HEIGHT,
    Choices,
    Column,
    Content,
    Document,
    Entry,
    Kind,
    Line,
    TableSheet,
    date_words,
    entry_lines,
)
from peerxl.documents.measure import lines_height
from peerxl.errors import NotWrittenError
from peerxl.excel.finish import finish
from peerxl.excel.formats import Formats, Look
from peerxl.excel.limits import check_document
from peerxl.model.sheet import Cell, column_letter

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Arial", "font_size": 12, "font_scheme": "none"},
    "default_column_width": 80,
    "default_row_height": 20,
}
PIXELS_A_POINT = 96 / 72
LAPTOP = (1366, 720)
A4, A3 = 9, 8
WIDEST_ON_A4 = 1.6 * PAGE_WIDTH
MARGIN, FOOTER_MARGIN = 0.45, 0.7
FIRST_DATE = date(1900, 3, 1)
LONGEST_PROMPT_TITLE = 32
LONGEST_FOOTER = 90
PROTECTION = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}

Writer = Any
"""A worksheet of XlsxWriter, which has no types of its own."""


def render(document: Document) -> bytes:
    """The document as a workbook; the same document always gives the same bytes."""
    check_document(document)
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, OPTIONS)
    workbook.set_size(*LAPTOP)
    workbook.set_properties(properties(document))
    formats = Formats(workbook)
    writers = [workbook.add_worksheet(sheet.name) for sheet in document.sheets]
    for writer, sheet in zip(writers, document.sheets, strict=True):
        SheetWriter(writer, sheet, document, formats).write()
    workbook.close()
    return finish(buffer.getvalue())


def properties(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "subject": document.subject,
        "author": document.creator,
        "created": datetime.combine(document.dated, time()),
    }


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Writes one sheet of a document."""

    writer: Writer
    sheet: TableSheet
    document: Document
    formats: Formats

    def write(self) -> None:
        self.set_up_page()
        self.write_lines()
        if self.sheet.has_table:
            self.write_headings()
            self.write_rows()
            self.offer_choices()
        if self.sheet.is_protected:
            self.writer.protect("", PROTECTION | {"autofilter": self.sheet.has_filters})

    def set_up_page(self) -> None:
        sheet, writer = self.sheet, self.writer
        writer.hide_gridlines(2)
        writer.set_landscape()
        writer.set_paper(A3 if sheet.width > WIDEST_ON_A4 else A4)
        writer.set_margins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=FOOTER_MARGIN)
        writer.fit_to_pages(1, 0)
        writer.set_footer(f'&L&"Arial,Regular"&10 {footer_text(sheet.footer)}&R&"Arial,Regular"&10 Page &P of &N')
        self.set_widths()
        if not sheet.spare_rows:  # rows typed below the table are to be printed too
            writer.print_area(0, 0, sheet.last_row - 1, sheet.printed_columns - 1)
        if sheet.has_table:
            writer.repeat_rows(sheet.header_row - 1 - sheet.has_markers, sheet.header_row - 1)
        if sheet.has_table and sheet.is_frozen:
            writer.freeze_panes(sheet.header_row, sheet.frozen_columns)

    def set_widths(self) -> None:
        columns = self.sheet.columns if self.sheet.has_table else (Column("", PAGE_WIDTH),)
        for index, column in enumerate(columns):
            # Rows below the table keep what is typed into them as well.
            form = self.formats.get(Look.below(column)) if column.kind is Kind.AS_TYPED else None
            self.writer.set_column_pixels(index, index, round(column.width * PIXELS_A_POINT), form)

    def write_lines(self) -> None:
        self.writer.set_row(0, TITLE_HEIGHT)
        self.put(1, 1, Entry(self.sheet.title), Look.title())
        for row, line in enumerate(self.sheet.lines, 2):
            is_last = row == len(self.sheet.lines) + 1
            self.writer.set_row(row - 1, self.line_height(line) + (GAP if is_last else 0))
            self.put(row, 1, Entry(line.text), Look.line(line.is_heading, wraps=not self.sheet.has_table))

    def line_height(self, line: Line) -> float:
        return LINE_HEIGHT if self.sheet.has_table else lines_height(entry_lines(Entry(line.text), PAGE_WIDTH))

    def write_headings(self) -> None:
        sheet = self.sheet
        self.writer.set_row(sheet.header_row - 1, sheet.header_height())
        if sheet.has_markers:
            self.writer.set_row(sheet.header_row - 2, lines_height(1))
        for number, column in enumerate(sheet.columns, 1):
            if column.marker:
                self.put(sheet.header_row - 1, number, Entry(column.marker), Look.marker())
            self.put(sheet.header_row, number, Entry(column.heading), self.heading_look(column))
        if sheet.is_accessible:
            self.add_table()

    def heading_look(self, column: Column) -> Look:
        return Look.heading(is_input=bool(column.marker))

    def add_table(self) -> None:
        sheet = self.sheet
        columns = [
            {"header": column.heading, "header_format": self.formats.get(self.heading_look(column))}
            for column in sheet.columns
        ]
        options = {"name": table_name(sheet), "columns": columns, "style": None, "autofilter": sheet.has_filters}
        area = (sheet.header_row - 1, 0, sheet.last_row - 1, len(sheet.columns) - 1)
        self.done(self.writer.add_table(*area, options), sheet.header_row, 1)
        everything = f"A1:{column_letter(len(sheet.columns))}{sheet.last_row}"
        self.writer.ignore_errors({"number_stored_as_text": everything, "two_digit_text_year": everything})

    def write_rows(self) -> None:
        sheet = self.sheet
        for index, (row, height) in enumerate(zip(sheet.rows, sheet.heights(), strict=True)):
            number = sheet.first_row + index
            self.done(self.writer.set_row(number - 1, height), number, 1)
            for place, (column, entry) in enumerate(zip(sheet.columns, row.entries, strict=True), 1):
                self.put(number, place, entry, Look.cell(entry, column, row.starts_group, self.ends_group(index)))
        for place in range(len(sheet.columns)):
            self.merge(place)

    def ends_group(self, index: int) -> bool:
        following = self.sheet.rows[index + 1 : index + 2]
        return any(row.starts_group for row in following)

    def merge(self, index: int) -> None:
        """Merge a column's equal neighbours, then write the first one's words again over what merging blanked."""
        sheet, column = self.sheet, self.sheet.columns[index]
        for first, last in sheet.merged_runs(index):
            if first == last:
                continue
            entry, top = sheet.rows[first].entries[index], sheet.first_row + first
            look = Look.cell(entry, column, sheet.rows[first].starts_group, self.ends_group(last))
            area = (top - 1, index, sheet.first_row + last - 1, index)
            self.done(self.writer.merge_range(*area, "", self.formats.get(look)), top, index + 1)
            self.put(top, index + 1, entry, look)

    def offer_choices(self) -> None:
        """Give each column its drop-down, or its prompt, on the cells that can be typed into."""
        for number, column in enumerate(self.sheet.columns, 1):
            blocks = [[first - 1, number - 1, last - 1, number - 1] for first, last in self.open_rows(number)]
            if blocks and (column.choices or column.prompt):
                options = self.validation(column) | {"other_cells": blocks[1:]}
                self.done(self.writer.data_validation(*blocks[0], options), self.sheet.first_row, number)

    def open_rows(self, number: int) -> Iterator[tuple[int, int]]:
        """The first and last rows of each run of cells in a column that can be typed into."""
        sheet = self.sheet
        if not sheet.is_protected:
            yield sheet.first_row, sheet.last_row + sheet.spare_rows
            return
        rows = enumerate(sheet.rows, sheet.first_row)
        for is_input, run in groupby(rows, key=lambda pair: pair[1].entries[number - 1].is_input):
            places = [row for row, _ in run]
            if is_input:
                yield places[0], places[-1]

    def validation(self, column: Column) -> dict[str, object]:
        """What Excel offers, and says, when a cell of the column is selected."""
        named = {"input_title": column.heading} if len(column.heading) <= LONGEST_PROMPT_TITLE else {}
        prompt = {"input_message": column.prompt, **named} if column.prompt else {}
        source = self.source(column.choices) if column.choices else None
        if column.choices is None or source is None:
            return {"validate": "any", **prompt}
        strict = column.choices.is_strict
        return {
            "validate": "list",
            "source": source,
            "error_type": "stop" if strict else "warning",
            "error_title": "Not in the list",
            "error_message": "Please choose from the list." if strict else "This is not in the list. Keep it?",
            **prompt,
        }

    def source(self, choices: Choices) -> str | list[str] | None:
        """Where a drop-down's words stand, or the words; nothing where their sheet has none yet."""
        if choices.words:
            return list(choices.words)
        listed = self.document.sheet(choices.sheet)
        return f"={quoted(listed.name)}!{listed.column_range(choices.heading)}" if listed.has_table else None

    def put(self, row: int, column: int, entry: Entry, look: Look) -> None:
        """Write one cell as what it is."""
        place = (row - 1, column - 1)
        form = self.formats.get(look)
        if entry.link:
            result = self.writer.write_url(*place, f"external:{entry.link}", form, entry.text)
        elif entry.lead and entry.value != "":
            words = (self.formats.lead(look), entry.lead, self.formats.words(look), f"\n{Entry(entry.value).text}")
            result = self.writer.write_rich_string(*place, *words, form)
        else:
            result = self.put_value(place, entry.lead or entry.value, form)
        self.done(result, row, column)

    def put_value(self, place: tuple[int, int], value: Content, form: object) -> int:
        match value:
            case "":
                result = self.writer.write_blank(*place, None, form)
            case bool():
                result = self.writer.write_boolean(*place, value, form)
            case int() | float():
                result = self.writer.write_number(*place, value, form)
            case date() if as_date(value) >= FIRST_DATE:
                result = self.writer.write_datetime(*place, value, form)
            case date():
                result = self.writer.write_string(*place, date_words(value), form)
            case _:
                result = self.writer.write_string(*place, value, form)
        return int(result)

    def done(self, result: int, row: int, column: int) -> None:
        """Raise where XlsxWriter left something out: it warns and carries on."""
        if result:
            raise NotWrittenError(Cell(self.sheet.name, row, column))


def as_date(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def quoted(sheet: str) -> str:
    """A sheet's name as a reference has it."""
    return "'" + sheet.replace("'", "''") + "'"


def footer_text(text: str) -> str:
    """A text as a footer takes it: short, for all of it stands on the sheet, and without meaning as a code."""
    return shorten(text, LONGEST_FOOTER, placeholder="…").replace("&", "&&")


def table_name(sheet: TableSheet) -> str:
    """The name of the sheet's table, from the sheet's own where it has none."""
    return sheet.table_name or "".join(letters(sheet.name.title())) + "Table"


def letters(text: str) -> Iterable[str]:
    return (character for character in text if character.isalnum())
