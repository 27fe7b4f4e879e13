"""Why a row under the headings is no action: a title, the headings again, guidance, or words beneath the table."""

from __future__ import annotations

from collections.abc import Callable

from peerxl.model.layout import Aside
from peerxl.reading.body_row import RowsAbove, SheetRow
from peerxl.reading.guidance_rows import is_example_or_blank_form, is_guidance
from peerxl.reading.headings_again import is_header_again, is_title_again
from peerxl.reading.part_titles import is_led_theme, is_section
from peerxl.reading.rows_beneath import is_apart, is_beneath


def find_aside(row: SheetRow, above: RowsAbove) -> Aside | None:
    """Why a row is no part of the table's body, None where it may be an action; a section's title is remembered."""
    for why, holds in ASIDES:
        if holds(row, above):
            if why is Aside.SECTION:
                above.section = row.filled[0] if is_led_theme(row) else row.filled[-1]
                above.carried.clear()
            return why
    return None


Holds = Callable[[SheetRow, RowsAbove], bool]
ASIDES: tuple[tuple[Aside, Holds], ...] = (
    (Aside.HEADER, is_header_again),
    (Aside.BENEATH, is_beneath),
    (Aside.TITLE, is_title_again),
    (Aside.GUIDANCE, is_example_or_blank_form),
    (Aside.GUIDANCE, is_guidance),
    (Aside.APART, is_apart),
    (Aside.SECTION, is_section),
)
"""Why a row is no action, in the order in which the reasons are tried."""
