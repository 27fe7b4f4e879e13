"""Whether everybody can read what a sheet shows: headings, contrast, size, words beside colours and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peerxl.excel.patch.parts.package import is_true, local_name
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.hidden_rules import list_addresses
from peerxl.excel.publish.looks import LEAST_CONTRAST, WHITE
from peerxl.excel.publish.table_rules import read_tables
from peerxl.excel.publish.workbook import PublishedCell, PublishedSheet, PublishedWorkbook
from peerxl.model.finding import Severity

# WCAG 2.1, 1.4.3: of plain text to its ground, and of text from 18 points on.
ENOUGH_CONTRAST, ENOUGH_FOR_LARGE = 4.5, 3.0
LARGE = 18.0
SMALLEST = 12.0
SERIF = re.compile(
    r"times|georgia|garamond|cambria|book antiqua|bookman|palatino|century|courier|baskerville|serif$|didot|rockwell",
    re.IGNORECASE,
)
DEFAULT_NAME = re.compile(r"(?:sheet|tabelle|feuil|hoja|foglio)\s*\d*", re.IGNORECASE)
MOST_CAPITALS = 3
"""More words than these in capitals are no abbreviation."""


def list_headings(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Sheets that do not say in A1, as a heading, what they hold."""
    for sheet in workbook.visible:
        if not sheet.cells:
            continue
        first = next((cell for cell in sheet.cells if (cell.row, cell.column) == (1, 1) and cell.text.strip()), None)
        if first is None or not workbook.look_of(first).style_name.casefold().startswith(("heading 1", "title")):
            what = "A1 has no title" if first is None else "the title in A1 has not the style Heading 1"
            remedy = "write what the sheet holds there, in the style Heading 1"
            yield sheet.expose(4, "title", Severity.WARNING, what, remedy, ("A1",))


def list_look_faults(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Text that is hard to read: too little contrast, too small, with serifs, in capitals; and colour without words."""
    for sheet in workbook.visible:
        shown = [cell for cell in sheet.cells if cell.text.strip() and not sheet.is_hidden(cell)]
        for code, rule, severity, what, remedy, cells in (
            (
                "contrast",
                5,
                Severity.WARNING,
                "text with too little contrast to its ground (below 4.5 to 1)",
                "take a darker text or a lighter ground",
                [each for each in shown if is_faint(workbook, each)],
            ),
            (
                "small-text",
                6,
                Severity.ADVICE,
                "text smaller than 12 point",
                "make it 12 point or more",
                [each for each in shown if workbook.look_of(each).size < SMALLEST],
            ),
            (
                "serif-text",
                6,
                Severity.ADVICE,
                "text in a font with serifs",
                "take a plain one, such as Arial",
                [each for each in shown if SERIF.search(workbook.look_of(each).font)],
            ),
            (
                "capitals",
                6,
                Severity.ADVICE,
                "words in capitals",
                "write them as a sentence, and make them bold",
                [each for each in shown if is_shouted(each.text)],
            ),
        ):
            if cells:
                yield sheet.expose(rule, code, severity, what, remedy, list_addresses(cells))
        yield from list_bare_colours(workbook, sheet)


def is_faint(workbook: PublishedWorkbook, cell: PublishedCell) -> bool:
    look = workbook.look_of(cell)
    return LEAST_CONTRAST <= look.contrast < (ENOUGH_FOR_LARGE if look.size >= LARGE else ENOUGH_CONTRAST)


def is_shouted(text: str) -> bool:
    # "PC1.1, PC2.4" are refs: what has a digit in it is no word.
    words = [word for word in re.findall(r"[^\W_]+", text) if len(word) > 1 and word.isalpha()]
    return len(words) > MOST_CAPITALS and all(map(str.isupper, words))


def list_bare_colours(workbook: PublishedWorkbook, sheet: PublishedSheet) -> Iterator[Exposure]:
    """Cells of a table that are coloured and say nothing: their meaning is in the colour alone."""
    blocks = [table.block for table in read_tables(workbook, sheet)]
    rows = {cell.row for cell in sheet.cells}
    bare = [
        PublishedCell(row, column, "", style, True, False)
        for row, column, style in sheet.styled
        if (any((row, column) in block for block in blocks) if blocks else row in rows)
        and is_colour(workbook.looks[style].fill if style < len(workbook.looks) else "")
    ]
    if bare:
        yield sheet.expose(
            5,
            "colour-alone",
            Severity.WARNING,
            "cells that say something by their colour alone",
            "write the word for it in the cell",
            list_addresses(bare),
        )


def is_colour(fill: str) -> bool:
    """Whether a fill is a colour, rather than white or a grey that only parts one row from the next."""
    channels = [int(fill[start : start + 2], 16) for start in (0, 2, 4)] if fill and fill != WHITE else [0]
    return max(channels) - min(channels) > 60


def list_pictures(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Pictures, charts and shapes that nobody who cannot see them is told of."""
    for sheet in workbook.visible:
        bare: list[str] = []
        for member in workbook.package.find_related(sheet.part, "drawing"):
            tree = workbook.package.read_tree(member)
            bare += [
                each.get("name", "a picture")
                for each in tree.iter()
                if local_name(each) == "cNvPr" and not is_told(each)
            ]
        if bare:
            yield sheet.expose(
                8,
                "alt-text",
                Severity.WARNING,
                f"pictures, charts or shapes without alt text: {', '.join(bare[:4])}",
                "say what each shows (right click, Edit Alt Text)",
            )
        if sheet.find_element("picture") is not None:
            yield sheet.expose(
                8, "background", Severity.WARNING, "a picture behind the cells", "delete it under Page Layout"
            )


def is_told(element: object) -> bool:
    """Whether a drawing has alt text, or is marked as decoration."""
    text = element.get("descr", "") or element.get("title", "")  # type: ignore[attr-defined]
    marks = [each for each in element.iter() if local_name(each) == "decorative"]  # type: ignore[attr-defined]
    return bool(text.strip()) or any(is_true(each.get("val")) for each in marks)


def list_openings(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """How the workbook opens: on which sheet and cell, with panes and filters, under which names."""
    views = [each for each in workbook.tree.iter() if local_name(each) == "workbookView"]
    if views and views[0].get("activeTab", "0") != "0":
        yield Exposure(
            7,
            "opens-elsewhere",
            Severity.ADVICE,
            "it opens on another sheet than the first",
            "select the first sheet, then save",
            part=workbook.member.name,
        )
    for sheet in workbook.visible:
        if DEFAULT_NAME.fullmatch(sheet.name):
            yield sheet.expose(
                7, "sheet-name", Severity.WARNING, "a sheet whose name says nothing", "say what it holds"
            )
        selections = [each.get("activeCell", "A1") for each in sheet.list_elements("selection")]
        if selections and selections[-1] != "A1" and sheet.find_element("pane") is None:
            yield sheet.expose(
                7,
                "selection",
                Severity.ADVICE,
                "it opens on another cell than A1",
                "select A1, then save",
                (selections[-1],),
            )
        if sheet.find_element("pane") is not None:
            yield sheet.expose(
                7,
                "frozen-panes",
                Severity.ADVICE,
                "frozen panes, which hide rows on a small screen",
                "unfreeze them under View",
            )
        if sheet.find_element("autoFilter") is not None:
            yield sheet.expose(
                7,
                "filter-buttons",
                Severity.ADVICE,
                "filter buttons over its headings",
                "switch them off under Data, Filter",
            )
