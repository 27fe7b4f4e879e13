"""One laid-out sheet put into a worksheet of XlsxWriter.

Everything is written as what it is: a text that begins with "=" is a text. Layouts count rows and columns from 1,
XlsxWriter from 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import shorten
from typing import Any
from urllib.parse import quote

from peerxl.documents.document import (
    CellLink,
    ContentKind,
    EntryValue,
    Section,
    TableColumn,
    TableEntry,
    TableRow,
    date_words,
)
from peerxl.errors import PeerxlError
from peerxl.excel.chart import draw_chart
from peerxl.excel.drop_downs import list_drop_downs
from peerxl.excel.formats import CellForms, Formats, Look, TableForms
from peerxl.excel.measure import lines_height
from peerxl.excel.paper_layout import BOTTOM_MARGIN, SIDE_MARGIN, TOP_MARGIN
from peerxl.excel.sheet_layout import GAP, PAGE_WIDTH, PIXELS_A_POINT, TITLE_HEIGHT, SheetLayout, quote_sheet
from peerxl.model.sheet import Cell, column_letter

A4, A3 = 9, 8  # Excel's numbers for paper
WIDEST_ON_A4 = 1.6 * PAGE_WIDTH
POINTS_AN_INCH = 72
MARGIN, FOOTER_MARGIN = 0.45, 0.7
# Excel takes 1900 for a leap year: days before its March have other numbers in other programs.
FIRST_DATE = date(1900, 3, 1)
LONGEST_FOOTER = 90
# What a locked sheet still lets people do: make room to read, and select what they copy.
PROTECTION = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}

Worksheet = Any
"""A worksheet of XlsxWriter, which has no types of its own."""


class NotWrittenError(PeerxlError):
    """Something Excel has no room for, such as more rows than a sheet has."""

    def __init__(self, place: object) -> None:
        super().__init__(f"{place}: this does not fit in an Excel sheet; split the plan.")


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Writes one sheet; ``layouts`` are those of the whole document, for its drop-downs."""

    worksheet: Worksheet
    layout: SheetLayout
    layouts: Sequence[SheetLayout]
    formats: Formats

    @property
    def section(self) -> Section:
        return self.layout.section

    def write(self) -> None:
        self.set_up_page()
        self.set_widths()
        self.write_lines()
        if self.layout.has_table:
            self.write_headings()
            self.write_rows()
            self.join_cells()
            self.offer_choices()
        if self.layout.has_chart and self.section.chart:
            draw_chart(self.formats.workbook, self.worksheet, self.layout, self.section.chart)
        if self.section.is_locked:
            # No password: it is there against slips, and the coordinator may need to get in.
            self.worksheet.protect("", PROTECTION | {"autofilter": self.section.is_filterable})

    def set_up_page(self) -> None:
        layout, worksheet = self.layout, self.worksheet
        worksheet.hide_gridlines(2)  # on the screen and on paper
        worksheet.set_landscape()
        if layout.scale is None:
            worksheet.set_paper(A3 if layout.width > WIDEST_ON_A4 else A4)
            worksheet.set_margins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=FOOTER_MARGIN)
            worksheet.fit_to_pages(1, 0)  # one wide, however many long
        else:
            self.set_up_paper(layout.scale)
        footer = footer_text(self.section.footer)
        worksheet.set_footer(f'&L&"Arial,Regular"&10 {footer}&R&"Arial,Regular"&10 Page &P of &N')
        if not self.section.is_extendable:  # rows typed below the table are to be printed too
            worksheet.print_area(0, 0, layout.last_printed_row - 1, layout.printed_columns - 1)
        if layout.has_table:
            worksheet.repeat_rows((layout.marker_row or layout.header_row) - 1, layout.header_row - 1)
        if layout.has_table and self.section.keeps_headings_in_sight:
            worksheet.freeze_panes(layout.header_row, layout.frozen_columns)

    def set_up_paper(self, scale: int) -> None:
        """The pages as they were laid out: Excel heeds no page break where it is to fit the page itself."""
        sides, top, bottom = (margin / POINTS_AN_INCH for margin in (SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN))
        self.worksheet.set_paper(A4)
        self.worksheet.set_margins(left=sides, right=sides, top=top, bottom=bottom)
        self.worksheet.set_print_scale(scale)
        first = self.layout.first_row - 1
        # Where no row has room on the first page, its headings go with it.
        self.worksheet.set_h_pagebreaks([first + row if row else first - 1 for row in self.layout.breaks])

    def set_widths(self) -> None:
        if not self.layout.has_table:
            self.worksheet.set_column_pixels(0, 0, round(PAGE_WIDTH * PIXELS_A_POINT))
        for index, (column, width) in enumerate(zip(self.layout.columns, self.layout.widths, strict=True)):
            # Rows below the table keep what is typed into them as well.
            form = self.formats.get(Look.below(column)) if column.kind is ContentKind.AS_TYPED else None
            self.worksheet.set_column_pixels(index, index, round(width * PIXELS_A_POINT), form)

    def write_lines(self) -> None:
        layout = self.layout
        self.worksheet.set_row(0, TITLE_HEIGHT)
        self.put_text(1, 1, self.section.title, Look.title(layout.title_size))
        for row, line in enumerate(layout.lines, 2):
            gap = GAP if row == len(layout.lines) + 1 else 0.0
            self.worksheet.set_row(row - 1, layout.line_height(line) + gap)
            self.put_text(row, 1, line.text, Look.line(line.stands_out, wraps=not layout.has_table))

    def write_headings(self) -> None:
        layout, header_row = self.layout, self.layout.header_row
        self.worksheet.set_row(header_row - 1, layout.header_height)
        if layout.marker_row:
            self.worksheet.set_row(layout.marker_row - 1, lines_height(1))
        for number, column in enumerate(layout.columns, 1):
            if column.marker:
                self.put_text(header_row - 1, number, column.marker, Look.marker())
            self.put_text(header_row, number, column.heading, heading_look(column, self.section.is_paper))
        if layout.is_real_table:
            self.add_table()

    def add_table(self) -> None:
        layout = self.layout
        columns = [
            {"header": column.heading, "header_format": self.formats.get(heading_look(column, self.section.is_paper))}
            for column in layout.columns
        ]
        options = {
            "name": self.section.table_name or f"{''.join(filter(str.isalnum, self.section.name.title()))}Table",
            "columns": columns,
            # Our own formats draw it: a style of Excel's would add the stripes and colours of a theme.
            "style": None,
            "autofilter": self.section.is_filterable,
        }
        area = (layout.header_row - 1, 0, layout.last_row - 1, len(layout.columns) - 1)
        self.check_written(self.worksheet.add_table(*area, options), layout.header_row, 1)
        # A ref such as 1.10 is text on purpose: no green corner is to ask for it to be made a number.
        everything = f"A1:{column_letter(len(layout.columns))}{layout.last_row}"
        self.worksheet.ignore_errors({"number_stored_as_text": everything, "two_digit_text_year": everything})

    def write_rows(self) -> None:
        layout, first_row = self.layout, self.layout.first_row
        forms = TableForms(self.formats, layout.columns, self.section.is_paper)
        for index, (row, height) in enumerate(zip(layout.rows, layout.heights, strict=True)):
            number = first_row + index
            self.check_written(self.worksheet.set_row(number - 1, height), number, 1)
            ends_group = ends_a_group(layout.rows, index)
            for column_number, entry in enumerate(row.entries, 1):
                self.put(number, column_number, entry, forms.of(entry, column_number, row.starts_group, ends_group))

    def join_cells(self) -> None:
        """Merge each run of rows, then write the first one's words again over what merging blanked."""
        layout = self.layout
        runs = [(index, first, last) for index, joined in enumerate(layout.runs) for first, last in joined]
        for index, first, last in (run for run in runs if run[1] < run[2]):
            row, top = layout.rows[first], layout.first_row + first
            entry = row.entries[index]
            ends_group = ends_a_group(layout.rows, last)
            look = Look.cell(entry, layout.columns[index], row.starts_group, ends_group, self.section.is_paper)
            area = (top - 1, index, layout.first_row + last - 1, index)
            self.check_written(self.worksheet.merge_range(*area, "", self.formats.get(look)), top, index + 1)
            self.put(top, index + 1, entry, self.formats.draw(look))

    def offer_choices(self) -> None:
        for area, options in list_drop_downs(self.layout, self.layouts):
            self.check_written(self.worksheet.data_validation(*area, options), area[0] + 1, area[1] + 1)

    def put_text(self, row: int, column: int, text: str, look: Look) -> None:
        """Write a text that stands outside the rows of the table."""
        self.check_written(self.put_value((row - 1, column - 1), text, self.formats.get(look)), row, column)

    def put(self, row: int, column: int, entry: TableEntry, forms: CellForms) -> None:
        """Write one cell of the table as what it is."""
        cell = (row - 1, column - 1)
        if entry.link:
            result = self.worksheet.write_url(*cell, f"external:{link_target(entry.link)}", forms.cell, entry.text)
        elif entry.lead and entry.value != "":
            words = (forms.lead, entry.lead, forms.words, f"\n{entry.words}")
            result = self.worksheet.write_rich_string(*cell, *words, forms.cell)
        else:
            result = self.put_value(cell, entry.lead or entry.value, forms.cell)
        self.check_written(result, row, column)

    def put_value(self, cell: tuple[int, int], value: EntryValue, form: object) -> int:
        match value:
            case "":
                result = self.worksheet.write_blank(*cell, None, form)
            case str():
                result = self.worksheet.write_string(*cell, value, form)
            case bool():
                result = self.worksheet.write_boolean(*cell, value, form)
            case int() | float():
                result = self.worksheet.write_number(*cell, value, form)
            case date() if day_of(value) >= FIRST_DATE:
                result = self.worksheet.write_datetime(*cell, value, form)
            case _:
                result = self.worksheet.write_string(*cell, date_words(value), form)
        return int(result)

    def check_written(self, result: int, row: int, column: int) -> None:
        """Raise where XlsxWriter left something out: it warns and carries on."""
        if result:
            raise NotWrittenError(Cell(self.section.name, row, column))


def heading_look(column: TableColumn, is_indented: bool) -> Look:
    return Look.heading(is_input=bool(column.marker), is_indented=is_indented)


def ends_a_group(rows: Sequence[TableRow], index: int) -> bool:
    return any(row.starts_group for row in rows[index + 1 : index + 2])


def day_of(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def link_target(link: CellLink) -> str:
    """A link as a workbook has it: "my%20plan.xlsx#'Action plan'!F12"."""
    return f"{quote(link.file, safe='/.')}#{quote_sheet(link.cell.sheet)}!{link.cell.address}"


def footer_text(text: str) -> str:
    """A text as a footer takes it: short, for all of it stands on the sheet, and without meaning as a code."""
    return shorten(text, LONGEST_FOOTER, placeholder="…").replace("&", "&&")
