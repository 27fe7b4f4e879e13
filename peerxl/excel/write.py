"""A Document as the bytes of an .xlsx workbook, by XlsxWriter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from peerxl.documents.document import Document, shorten_property
from peerxl.excel.finish import finish, zip_parts
from peerxl.excel.formats import Formats
from peerxl.excel.laying_out import lay_out
from peerxl.excel.limits import check_document
from peerxl.excel.sheet_layout import SheetLayout
from peerxl.excel.sheet_writer import SheetWriter
from peerxl.excel.unzipped import UnzippedWorkbook

OPTIONS = {
    # What begins with “=” or “http” are an officer's words, and stay text.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # Without a scheme: with one the font would follow the theme and not be Arial.
    "default_format_properties": {"font_name": "Arial", "font_size": 12, "font_scheme": "none"},
    "default_column_width": 80,
    "default_row_height": 20,
}
LAPTOP = (1366, 720)


def render(document: Document) -> bytes:
    """The document as a workbook; the same document always gives the same bytes.

    Raises where Excel would refuse something or damage it, with the cell named.
    """
    return write_workbook(document, tuple(map(lay_out, document.sections)))


def write_workbook(document: Document, layouts: Sequence[SheetLayout]) -> bytes:
    """The document's sections as they are laid out, in a workbook."""
    check_document(document, layouts)
    workbook = UnzippedWorkbook(OPTIONS)
    workbook.set_size(*LAPTOP)
    workbook.set_properties(list_properties(document))
    formats = Formats(workbook)
    worksheets = [workbook.add_worksheet(layout.section.name) for layout in layouts]
    for worksheet, layout in zip(worksheets, layouts, strict=True):
        SheetWriter(worksheet, layout, layouts, formats).write()
    workbook.close()
    growing = frozenset(number for number, layout in enumerate(layouts, 1) if layout.section.is_extendable)
    return zip_parts(finish(workbook.parts, document.language, growing))


def list_properties(document: Document) -> dict[str, object]:
    return {
        "title": shorten_property(document.title),
        "subject": shorten_property(document.subject),
        "author": shorten_property(document.creator),
        # Not the moment it is made in: one document always gives the same bytes.
        "created": datetime.combine(document.dated, time()),
    }
