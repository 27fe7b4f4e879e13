"""The mould of one sheet put into a worksheet of XlsxWriter: its page, its columns, its table, but none of its cells.

Layouts count rows and columns from 1, XlsxWriter from 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from peerxl.documents.document import ContentKind, Section
from peerxl.excel.chart import draw_chart
from peerxl.excel.formats import Formats, Look
from peerxl.excel.limits import NotWrittenError
from peerxl.excel.mould import SheetMould
from peerxl.excel.paper_layout import BOTTOM_MARGIN, SIDE_MARGIN, TOP_MARGIN
from peerxl.excel.sheet_layout import PAGE_WIDTH, PIXELS_A_POINT, SheetLayout
from peerxl.model.sheet import Cell

A4, A3 = 9, 8  # Excel's numbers for paper
WIDEST_ON_A4 = 1.6 * PAGE_WIDTH
POINTS_AN_INCH = 72
MARGIN, FOOTER_MARGIN = 0.45, 0.7
# What a locked sheet still lets people do: make room to read, and select what they copy.
PROTECTION = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}
ANYWHERE = "A1"
"""Where something stands that has another place in each workbook."""

Worksheet = Any
"""A worksheet of XlsxWriter, which has no types of its own."""


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Writes one sheet."""

    worksheet: Worksheet
    sheet: SheetMould
    formats: Formats

    @property
    def layout(self) -> SheetLayout:
        return self.sheet.layout

    @property
    def section(self) -> Section:
        return self.layout.section

    def write(self) -> None:
        self.set_up_page()
        self.set_widths()
        # A title's style is found by its cell.
        self.worksheet.write_blank(0, 0, None, self.formats.get(self.sheet.title))
        if self.layout.is_real_table:
            self.add_table()
        self.join_cells()
        self.offer_choices()
        self.link_cells()
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
        worksheet.set_footer("&L")
        if not self.section.is_extendable:  # rows typed below the table are to be printed too
            worksheet.print_area(0, 0, layout.last_row, 1)
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

    def add_table(self) -> None:
        layout = self.layout
        options = {
            "name": self.section.table_name or f"{''.join(filter(str.isalnum, self.section.name.title()))}Table",
            "columns": [{"header": column.heading} for column in layout.columns],
            # Our own formats draw it: a style of Excel's would add the stripes and colours of a theme.
            "style": None,
            "autofilter": self.section.is_filterable,
        }
        area = (layout.header_row - 1, 0, layout.last_row - 1, len(layout.columns) - 1)
        self.check_written(self.worksheet.add_table(*area, options), layout.header_row, 1)
        # A ref such as 1.10 is text on purpose: no green corner is to ask for it to be made a number.
        self.worksheet.ignore_errors({"number_stored_as_text": ANYWHERE, "two_digit_text_year": ANYWHERE})

    def join_cells(self) -> None:
        for cell in self.sheet.joined:
            area = (cell.first - 1, cell.column - 1, cell.last - 1, cell.column - 1)
            result = self.worksheet.merge_range(*area, "", self.formats.get(cell.look))
            self.check_written(result, cell.first, cell.column)

    def offer_choices(self) -> None:
        row = self.layout.first_row
        for drop_down in self.sheet.drop_downs:
            options = {name: list(value) if isinstance(value, tuple) else value for name, value in drop_down.options}
            area = (row - 1, drop_down.column - 1, row - 1, drop_down.column - 1)
            self.check_written(self.worksheet.data_validation(*area, options), row, drop_down.column)

    def link_cells(self) -> None:
        for cell in self.sheet.links:
            place, target = (cell.row - 1, cell.column - 1), f"external:{cell.target}"
            self.check_written(self.worksheet.write_url(*place, target, None, cell.words), cell.row, cell.column)

    def check_written(self, result: int, row: int, column: int) -> None:
        """Raise where XlsxWriter left something out: it warns and carries on."""
        if result:
            raise NotWrittenError(Cell(self.section.name, row, column))
