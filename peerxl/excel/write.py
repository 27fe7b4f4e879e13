"""A Document as the bytes of an .xlsx workbook: its mould by XlsxWriter, its cells and their texts by us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from peerxl.documents.document import Document, shorten_property
from peerxl.excel.cell_xml import escape_xml
from peerxl.excel.drawn_sheet import Palette, draw_sheet
from peerxl.excel.drop_downs import RowSpan, list_drop_downs
from peerxl.excel.finish import CORE
from peerxl.excel.laying_out import lay_out
from peerxl.excel.limits import check_document
from peerxl.excel.mould import Mould, build_mould
from peerxl.excel.sheet_layout import SheetLayout
from peerxl.excel.written_mould import SHEET, TABLE, WORKBOOK, WrittenMould, write_mould
from peerxl.model.sheet import column_letter

LONGEST_FOOTER = 90

Moulds = dict[Mould, WrittenMould]
"""The moulds of workbooks that were written before, for others that are alike."""


def render(document: Document, moulds: Moulds | None = None) -> bytes:
    """The document as a workbook; the same document always gives the same bytes.

    Many of a kind are sooner written where they share their ``moulds``. Raises where Excel would refuse something or
    damage it, with the cell named.
    """
    return write_workbook(document, tuple(map(lay_out, document.sections)), moulds)


def write_workbook(document: Document, layouts: Sequence[SheetLayout], moulds: Moulds | None = None) -> bytes:
    """The document's sections as they are laid out, in a workbook."""
    check_document(document, layouts)
    palette = Palette()
    sheets = [draw_sheet(layout, palette) for layout in layouts]
    mould = build_mould(document, layouts, sheets, palette)
    written = find_mould(mould, {} if moulds is None else moulds)
    styles = [written.styles[look] for look in palette.looks]
    cells = [sheet.render(styles) for sheet in sheets]
    values = dict(list_values(document, layouts, cells))
    values[WORKBOOK] = [print_area(layouts[index]) for index in written.printed]
    return written.fill(values, palette.texts.render(written.fonts))


def find_mould(mould: Mould, moulds: Moulds) -> WrittenMould:
    """The mould as it was written before, or is now."""
    if mould not in moulds:
        moulds[mould] = write_mould(mould)
    return moulds[mould]


def list_values(
    document: Document, layouts: Sequence[SheetLayout], cells: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """What stands in the gaps of each part of the mould, in their order."""
    for number, (layout, rows) in enumerate(zip(layouts, cells, strict=True), 1):
        yield SHEET.format(number), list(list_sheet_values(layout, layouts, rows))
    for number, layout in enumerate((layout for layout in layouts if layout.is_real_table), 1):
        # A table says twice where it is, where its rows can be filtered.
        yield TABLE.format(number), [table_range(layout)] * (2 if layout.section.is_filterable else 1)
    yield CORE, [escape_xml(shorten_property(document.title))]


def list_sheet_values(layout: SheetLayout, layouts: Sequence[SheetLayout], rows: str) -> Iterator[str]:
    everything = f"A1:{column_letter(max(len(layout.columns), 1))}{layout.last_row}"
    yield everything
    yield rows
    for drop_down, spans in list_drop_downs(layout, layouts):
        yield " ".join(span_range(drop_down.column, span) for span in spans)
    footer = footer_text(layout.section.footer)
    yield escape_xml(f'&L&"Arial,Regular"&10 {footer}&R&"Arial,Regular"&10 Page &P of &N')
    if layout.is_real_table:
        # Two kinds of green corner are not to be shown.
        yield from (everything, everything)


def span_range(column: int, span: RowSpan) -> str:
    """The rows of a column as a rule has them: "B6:B8"."""
    first, last = (f"{column_letter(column)}{row}" for row in span)
    return first if first == last else f"{first}:{last}"


def table_range(layout: SheetLayout) -> str:
    """Where a table stands with its headings: "A5:H12"."""
    return f"A{layout.header_row}:{column_letter(len(layout.columns))}{layout.last_row}"


def print_area(layout: SheetLayout) -> str:
    """What of a sheet is printed: "$A$1:$H$12"."""
    return f"$A$1:${column_letter(layout.printed_columns)}${layout.last_printed_row}"


def footer_text(text: str) -> str:
    """A text as a footer takes it: short, for all of it stands on the sheet, and without meaning as a code."""
    return shorten(text, LONGEST_FOOTER, placeholder="…").replace("&", "&&")
