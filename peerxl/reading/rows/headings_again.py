"""Rows that say again what stands above the table: the headings, and the page's title."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import KEPT, Field
from peerxl.model.sheet import Cell, shown
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.pattern import compile_late
from peerxl.reading.columns.tracker_layout import TrackerLayout, has_words
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.rules import Heading
from peerxl.reading.rows.body_row import RowsAbove, SheetRow
from peerxl.text import one_line


def is_header_again(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row repeats the headings, as a table does on each page or in each part; the table goes on beneath."""
    is_again = repeats_headings(row.layout, row.filled)
    if is_again:
        above.is_ended = above.is_apart = False
    return is_again


def repeats_headings(layout: TrackerLayout, filled: Sequence[Cell]) -> bool:
    """Whether cells are the headings again, in the same words or in others."""
    return has_same_words(layout, filled) or heads_same_columns(layout, filled)


def has_same_words(layout: TrackerLayout, filled: Sequence[Cell]) -> bool:
    # One cell in five may differ, or a heading of a part's own; most rows are told from headings by their first few.
    headings, allowed = layout.folded_headings, len(filled) // 5
    most = max(allowed, int(len(filled) >= LEAST_HEADED))
    differing: list[Cell] = []
    for cell in filled:
        heading = headings.get(cell.column)
        if heading is None or not has_words(cell.text, heading):
            differing.append(cell)
            if len(differing) > most:
                return False
    return len(filled) >= 2 and (len(differing) <= allowed or all(heads_kept(layout, cell) for cell in differing))


def heads_kept(layout: TrackerLayout, cell: Cell) -> bool:
    """Whether a cell is a heading that a part has of its own ("Notes"), over a column that is only kept."""
    is_kept = any(use.heading.column == cell.column and use.field in KEPT for use in layout.uses)
    return is_kept and len(cell.text) <= LONGEST_HEADED and read_heading(cell.text, APRIL_YEARS).is_known


def heads_same_columns(layout: TrackerLayout, filled: Sequence[Cell]) -> bool:
    """Whether each cell would head the column that it stands in: "What we will do | Responsible | Timescale".

    The actions' column is one of them, and three are known for what they are.
    """
    # Hardly any row of a table is as short as headings, and to read one as headings takes far longer.
    if len(filled) < LEAST_HEADED or any(len(cell.text) > LONGEST_HEADED or has_digit(cell.text) for cell in filled):
        return False
    fields = {use.heading.column: use.field for use in layout.uses}
    known = [cell for cell in filled if fields.get(cell.column, Field.EXTRA) not in KEPT]
    is_headed = any(fields[cell.column] is Field.ACTION for cell in known) and len(known) >= LEAST_HEADED
    return is_headed and all(is_heading_of(cell.text, fields[cell.column]) for cell in known)


LEAST_HEADED, LONGEST_HEADED = 3, 40


def has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def is_heading_of(text: str, field: Field) -> bool:
    """Whether words head a field, and are no value of it as "Complete" is one of a status."""
    heading = read_heading(text, APRIL_YEARS)
    if field is Field.STATUS and DEFAULT_VOCABULARY.find(text) is not None:
        return False
    heads_as_well = HEADS_AS_WELL.get(field)
    return heading.field is field or (heads_as_well is not None and heads_as_well(heading))


HEADS_AS_WELL: Mapping[Field, Callable[[Heading], bool]] = {
    Field.ACTION: lambda heading: heading.is_task or heading.is_topic or heading.field is Field.RECOMMENDATION,
    Field.RECOMMENDATION: lambda heading: heading.is_topic or heading.field is Field.ACTION,
    Field.STATUS: lambda heading: heading.is_update,
    Field.COMMENT: lambda heading: heading.is_update,
    Field.TIMESCALE: lambda heading: heading.field is Field.ORIGINAL_TIMESCALE,
    Field.ORIGINAL_TIMESCALE: lambda heading: heading.field is Field.TIMESCALE,
}
"""What else heads a field beside what is named as it."""


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
