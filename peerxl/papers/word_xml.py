"""The paragraphs and tables of a Word document as its XML; lengths are in twentieths of a point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from peerxl.documents.document import Section, TableColumn, TableEntry, TableRow
from peerxl.documents.palette import NAVY, PAIRS, ColourPair, Tone
from peerxl.excel.long_rows import abridge_rows
from peerxl.papers.widths import fit_widths

TABLE_PADDING = 12.0
"""What of a column its words cannot have, in points."""
HEAVY = f'<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{NAVY}"/></w:tcBorders>'
HEADED = (
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>'
)


def write_line(text: str, style: str = "", *, on_new_page: bool = False, stays_with_next: bool = False) -> str:
    """A paragraph, in the document's usual style where none is named."""
    return write_paragraph(write_run(text), style, on_new_page=on_new_page, stays_with_next=stays_with_next)


def write_paragraph(runs: str, style: str = "", *, on_new_page: bool = False, stays_with_next: bool = False) -> str:
    """A paragraph of runs; one that ``stays_with_next`` stands on the page of what comes after it."""
    # In the order in which the format has them.
    properties = (
        f'<w:pStyle w:val="{style}"/>' if style else "",
        "<w:keepNext/>" if stays_with_next else "",
        "<w:pageBreakBefore/>" if on_new_page else "",
    )
    look = f"<w:pPr>{''.join(properties)}</w:pPr>" if any(properties) else ""
    return f"<w:p>{look}{runs}</w:p>"


def write_run(text: str, colour: str = "", *, is_bold: bool = False) -> str:
    bold, ink = "<w:b/><w:bCs/>" if is_bold else "", f'<w:color w:val="{colour}"/>' if colour else ""
    look = f"<w:rPr>{bold}{ink}</w:rPr>" if bold or ink else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{look}{lines}</w:r>"


def write_table(section: Section, width: float, style: str, cell_style: str) -> str:
    """A section's table over the width of a page, its heading row repeated on each and no row broken over two."""
    rows = tuple(abridge_rows(section))
    widths = [round(each * 20) for each in fit_widths(section, rows, width, TABLE_PADDING)]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    body = "".join(write_row(row, widths, cell_style) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{HEADED}{write_alt_text(section)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{write_headings(section.columns, widths, cell_style)}{body}</w:tbl>"
    )


def write_alt_text(section: Section) -> str:
    """What is told of a table to somebody who does not see it: its name, and the first line above it."""
    described = next((line.text for line in section.lines if not line.is_heading), "")
    return f"<w:tblCaption w:val={quoteattr(section.name)}/><w:tblDescription w:val={quoteattr(described)}/>"


def write_headings(columns: Sequence[TableColumn], widths: Sequence[int], style: str) -> str:
    cells = (
        write_cell(
            write_paragraph(
                write_run(column.heading, PAIRS[Tone.HEADING].text, is_bold=True), style, stays_with_next=True
            ),
            width,
            PAIRS[Tone.HEADING],
        )
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def write_row(row: TableRow, widths: Sequence[int], style: str) -> str:
    cells = (
        write_cell("".join(write_entry(entry, style)), width, PAIRS[entry.tone], starts_group=row.starts_group)
        for entry, width in zip(row.entries, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def write_entry(entry: TableEntry, style: str) -> Iterator[str]:
    """The paragraphs of a cell; it has one at least."""
    colour = "" if entry.tone is Tone.PLAIN else PAIRS[entry.tone].text
    if entry.lead:
        yield write_paragraph(write_run(entry.lead, colour, is_bold=True), style)
    if entry.words or not entry.lead:
        yield write_paragraph(write_run(entry.words, colour), style)


def write_cell(paragraphs: str, width: int, pair: ColourPair, *, starts_group: bool = False) -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{pair.fill}"/>' if pair.fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{HEAVY * starts_group}{fill}</w:tcPr>{paragraphs}</w:tc>'
