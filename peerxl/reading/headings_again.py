"""Rows that say again what stands above the table: the headings, and the page's title."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.model.sheet import Cell, shown
from peerxl.pattern import compile_late
from peerxl.reading.body_row import RowsAbove, SheetRow
from peerxl.reading.tracker_layout import TrackerLayout, fold_case
from peerxl.text import one_line


def is_header_again(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row repeats the headings, as a table does on each page."""
    return repeats_headings(row.layout, row.filled)


def repeats_headings(layout: TrackerLayout, filled: Sequence[Cell]) -> bool:
    # One cell in five may differ; most rows are told from headings by their first few.
    headings, most = layout.folded_headings, len(filled) // 5
    differing = 0
    for cell in filled:
        if headings.get(cell.column) != fold_case(cell.text):
            differing += 1
            if differing > most:
                return False
    return len(filled) >= 2


def is_title_again(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's only words stand above the table too, as a page's title does on each page."""
    title = strip_page(row.filled[0].text)
    if len(row.filled) != 1 or not title:
        return not title
    sheet, first = row.layout.sheet, row.layout.first_header_row
    rows_above = (sheet.rows[number - 1] for number in sheet.filled_rows if number < first)
    return any(strip_page(shown(value)) == title for values in rows_above for value in values)


def strip_page(text: str) -> str:
    """A title without what a page adds to it."""
    title = one_line(text).casefold()
    if "page" in title or "cont" in title:
        title = _PAGE.sub("", title)
    return title.strip(" -–—:,.")


_PAGE = compile_late(r"\(?\b(?:page\s*\d+(?:\s*(?:of|/)\s*\d+)?|continued|cont'?d\.?)\)?")
