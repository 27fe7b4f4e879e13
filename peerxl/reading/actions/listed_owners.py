"""Owners of one name with a stroke in it, as a workbook's own list of who answers for what has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import Sheet
from peerxl.reading.cells.profile import profile_column
from peerxl.reading.headings.heading import read_heading

MOST_ABOVE = 10
"""How many rows may stand above the headings of such a list, and they with them."""
LONGEST_NAME = 6
"""How many words a name has at most, without its stroke."""
ROLES = frozenset(["role", "team", "service"])


def list_joint_names(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """The names with a stroke that sheets list: each once, in the first column, beside words on what each answers for.

    How many actions each cell of owners has is no such list.
    """
    return tuple(name for sheet in sheets for name in list_names(sheet) if "/" in name)


def list_names(sheet: Sheet) -> Iterator[str]:
    row = next((row for row in sheet.filled_rows[:MOST_ABOVE] if heads_owners(sheet, row)), None)
    rows = sheet.filled_rows_after(row) if row is not None else ()
    names, duties = profile_column(sheet, rows, 1), profile_column(sheet, rows, 2)
    is_list = names.share_distinct == 1 and duties.is_wordy and duties.filled == names.filled > 1
    are_short = all(len(text.replace("/", " ").split()) <= LONGEST_NAME for text in names.texts)
    if is_list and are_short:
        yield from names.texts


def heads_owners(sheet: Sheet, row: int) -> bool:
    """Whether a row heads the first column as one of owners, roles or teams, and another beside it."""
    heading = read_heading(sheet.cell(row, 1).text, APRIL_YEARS)
    is_of_owners = heading.field is Field.OWNER or heading.key in ROLES
    return is_of_owners and bool(sheet.cell(row, 2).text.strip())
