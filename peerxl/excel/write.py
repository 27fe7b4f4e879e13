"""A Document as the bytes of an .xlsx workbook: its mould by XlsxWriter, its cells and their texts by us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import shorten

from peerxl.documents.document import Document, Section, shorten_property
from peerxl.excel.cell_xml import Endings, escape_xml
from peerxl.excel.drawn_sheet import DrawnSheet, draw_sheet
from peerxl.excel.drop_downs import RowSpan, list_drop_downs
from peerxl.excel.finish import CORE
from peerxl.excel.laying_out import lay_out
from peerxl.excel.limits import check_document, check_layout, check_texts
from peerxl.excel.mould import Mould, build_mould
from peerxl.excel.palette import Palette
from peerxl.excel.sheet_layout import SheetLayout
from peerxl.excel.written_mould import SHEET, TABLE, WORKBOOK, WrittenMould, write_mould
from peerxl.model.sheet import column_letter

LONGEST_FOOTER = 90


@dataclass(frozen=True, slots=True)
class Moulds:
    """What workbooks of a kind share: their looks, the moulds that were written, and sheets that are the same in all.

    ``last`` are the sheets of the workbook before, as they were drawn.
    """

    palette: Palette = field(default_factory=Palette)
    written: dict[Mould, WrittenMould] = field(default_factory=dict)
    last: list[tuple[SheetLayout, DrawnSheet]] = field(default_factory=list)

    def lay_out(self, section: Section) -> SheetLayout:
        """A section laid out; as it is in the workbook before, where it is the very same."""
        return next((layout for layout, _ in self.last if layout.section is section), None) or lay_out(section)

    def draw(self, layouts: Sequence[SheetLayout]) -> tuple[DrawnSheet, ...]:
        """A workbook's sheets; what Excel would refuse or damage on one raises."""
        known = {id(layout): sheet for layout, sheet in self.last}
        sheets = tuple(known.get(id(layout)) or self.draw_sheet(layout) for layout in layouts)
        self.last[:] = zip(layouts, sheets, strict=True)
        return sheets

    def draw_sheet(self, layout: SheetLayout) -> DrawnSheet:
        check_layout(layout)
        sheet = draw_sheet(layout, self.palette)
        check_texts(layout, sheet.texts)
        return sheet


def render(document: Document, moulds: Moulds | None = None) -> bytes:
    """The document as a workbook; the same document always gives the same bytes.

    Many of a kind are sooner written where they share their ``moulds``. Raises where Excel would refuse something or
    damage it, with the cell named.
    """
    moulds = moulds or Moulds()
    return write_workbook(document, tuple(map(moulds.lay_out, document.sections)), moulds)


def write_workbook(document: Document, layouts: Sequence[SheetLayout], moulds: Moulds | None = None) -> bytes:
    """The document's sections as they are laid out, in a workbook."""
    moulds = moulds or Moulds()
    check_document(document)
    sheets = moulds.draw(layouts)
    mould = build_mould(document, layouts, sheets, moulds.palette)
    if mould not in moulds.written:
        moulds.written[mould] = write_mould(mould)
    written, endings = moulds.written[mould], Endings()
    styles = {moulds.palette.numbers[look]: style for look, style in written.styles.items()}
    cells = [sheet.render(styles, endings) for sheet in sheets]
    values = dict(list_values(document, layouts, cells))
    values[WORKBOOK] = [print_area(layouts[index]) for index in written.printed]
    return written.fill(values, endings.render_texts(written.fonts))


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
    line = " ".join(text.split())
    short = line if len(line) <= LONGEST_FOOTER else shorten(line, LONGEST_FOOTER, placeholder="…")
    return short.replace("&", "&&")
