"""Whether a sheet prints as a paper does: A4 across, one page wide, its headings and page numbers on each page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peerxl.excel.patch.parts.package import is_true, local_name
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.looks import as_number
from peerxl.excel.publish.workbook import PublishedSheet, PublishedWorkbook
from peerxl.model.finding import Severity

A4 = "9"  # Excel's number for it
SMALLEST_SCALE = 90
_PAGE = re.compile(r"&P\b.*&N\b|&P.*of.*&N", re.DOTALL)


def list_page_faults(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """What would print badly, a line a fault."""
    titles = {
        int(as_number(each.get("localSheetId"), -1))
        for each in workbook.tree.iter()
        if local_name(each) == "definedName" and each.get("name", "").casefold() == "_xlnm.print_titles"
    }
    for index, sheet in enumerate(workbook.sheets):
        if sheet in workbook.visible and sheet.cells:
            faults = list(find_page_faults(sheet, index in titles))
            for code, what, remedy in faults:
                yield sheet.expose(9, code, Severity.ADVICE, what, remedy)


def find_page_faults(sheet: PublishedSheet, repeats_headings: bool) -> Iterator[tuple[str, str, str]]:
    setup, properties = sheet.find_element("pageSetup"), sheet.find_element("pageSetUpPr")
    # 1 is US Letter, which is meant where nothing is said.
    paper = setup.get("paperSize", "1") if setup is not None else ""
    if paper != A4:
        yield "paper", "it does not say that it prints on A4", "choose A4 under Page Layout, Size"
    is_wide = max((cell.column for cell in sheet.cells), default=0) > 4
    if is_wide and (setup is None or setup.get("orientation") != "landscape"):
        yield "orientation", "it prints upright, though it is wide", "choose Landscape under Page Layout, Orientation"
    fits = properties is not None and is_true(properties.get("fitToPage"))
    scale = as_number(setup.get("scale"), 100) if setup is not None else 100
    if not fits and scale < SMALLEST_SCALE:
        yield "scale", f"it is shrunk to {scale:g}% in print", "make columns narrower and wrap their words instead"
    rows = {cell.row for cell in sheet.cells}
    if len(rows) > 30 and not repeats_headings:
        yield "print-titles", "its headings are on the first page alone", "repeat them under Page Layout, Print Titles"
    footer = "".join(each.text or "" for name in ("oddFooter", "oddHeader") for each in sheet.list_elements(name))
    if len(rows) > 30 and not _PAGE.search(footer):
        yield "page-numbers", "its pages have no numbers", 'put "Page &[Page] of &[Pages]" in the footer'
