"""Why a row under the headings is no action: a title, the headings again, a card, guidance, words beneath the table."""

from __future__ import annotations

from collections.abc import Callable

from peerxl.model.layout import Aside, Field
from peerxl.reading.headings.cell_words import OWNED
from peerxl.reading.rows.body_row import RowsAbove, SheetRow
from peerxl.reading.rows.guidance_rows import is_example_or_blank_form, is_guidance
from peerxl.reading.rows.headings_again import is_header_again, is_title_again
from peerxl.reading.rows.numbered_parts import is_numbered_part
from peerxl.reading.rows.part_leads import find_lead, is_led_part
from peerxl.reading.rows.part_titles import is_led_theme, is_section
from peerxl.reading.rows.rows_beneath import is_apart, is_beneath
from peerxl.reading.rows.totals import is_total


def find_aside(row: SheetRow, above: RowsAbove) -> Aside | None:
    """Why a row is no part of the table's body, None where it may be an action; a part's title is remembered."""
    for why, holds in ASIDES:
        if holds(row, above):
            if holds is is_led_part:
                remember_led_part(row, above)
            elif why is Aside.SECTION:
                remember_part(row, above)
            return why
    return None


def remember_led_part(row: SheetRow, above: RowsAbove) -> None:
    """Keep a part's title, its theme and its owner, who leads each row beneath that names nobody."""
    section, theme = (row.by_column.get(row.layout.column(field) or 0) for field in (Field.ACTION, Field.THEME))
    above.section = section
    above.lead = find_lead(row)
    above.is_led_part = True
    above.carried.clear()
    if theme is not None:
        above.carried[Field.THEME] = theme


def remember_part(row: SheetRow, above: RowsAbove) -> None:
    """Keep a part's title and whose it is for the rows beneath; "Owner: Ann Field" alone goes on with the same part."""
    leads = [cell for cell in row.filled if OWNED.match(cell.text.strip())]
    titles = [cell for cell in row.filled if cell not in leads]
    if titles:
        title = titles[0] if is_led_theme(row) else titles[-1]
        above.section = above.part_lines.get(row.number, title)
    # Whoever leads a part leads none of those after it.
    if leads or above.is_led_part:
        above.lead = leads[0] if leads else None
    above.is_led_part = bool(leads and titles)
    above.carried.clear()


def is_part_line(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row is one of the lines that a part of the plan begins with, over its headings."""
    return row.number in above.part_lines


def is_of_card(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row is one of a card that a part of the plan begins with."""
    return row.number in above.cards


Holds = Callable[[SheetRow, RowsAbove], bool]
ASIDES: tuple[tuple[Aside, Holds], ...] = (
    (Aside.HEADER, is_header_again),
    (Aside.SECTION, is_part_line),
    (Aside.CARD, is_of_card),
    (Aside.BENEATH, is_beneath),
    (Aside.BENEATH, is_total),
    (Aside.TITLE, is_title_again),
    (Aside.GUIDANCE, is_example_or_blank_form),
    (Aside.GUIDANCE, is_guidance),
    (Aside.SECTION, is_numbered_part),
    (Aside.APART, is_apart),
    (Aside.SECTION, is_led_part),
    (Aside.SECTION, is_section),
)
"""Why a row is no action, in the order in which the reasons are tried."""
