"""What the words of cells tell: people's addresses and numbers, formulas, text that would run as a formula."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.checks.personal_data import find_personal_data
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.hidden_rules import count, list_addresses
from peerxl.excel.publish.workbook import PublishedCell, PublishedWorkbook
from peerxl.model.finding import Severity


def list_personal_data(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Personal data in cells, headers and footers, a line a kind and sheet; what it is, never the data itself."""
    for sheet in workbook.sheets:
        kinds: dict[str, list[PublishedCell]] = {}
        for cell in sheet.cells:
            # A telephone number may have been typed as a number; no other number is one.
            if cell.is_text or cell.text.isdigit():
                for kind in find_personal_data(cell.text):
                    kinds.setdefault(kind, []).append(cell)
        for kind, cells in kinds.items():
            yield sheet.expose(
                11,
                "personal-data",
                Severity.ERROR,
                f"{kind} in {count(len(cells), 'cell')}",
                "take it out, or see that whoever it is agrees",
                list_addresses(cells),
            )
        edges = " ".join(each.text or "" for name in HEADERS for each in sheet.list_elements(name))
        for kind in find_personal_data(edges):
            yield sheet.expose(
                11,
                "personal-data",
                Severity.ERROR,
                f"{kind} in the header or footer",
                "take it out under Page Layout, Print Titles, Header/Footer",
            )


HEADERS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


def list_formulas(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Formulas, which show how a figure was made and what it was made of."""
    for sheet in workbook.visible:
        cells = [cell for cell in sheet.cells if cell.is_formula]
        if cells:
            yield sheet.expose(
                12,
                "formula",
                Severity.WARNING,
                f"{count(len(cells), 'formula')}",
                "paste them as values",
                list_addresses(cells),
            )
