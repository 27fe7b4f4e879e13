"""The rows under a header: which are actions, which are titles, and what each takes over from the rows above.

A blank theme, recommendation or owner carries on what stands above it, but never past a row that begins something
higher: a new theme does not go on with the old theme's owner. A merged block says the same in each row it covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.model.layout import Aside, Field, Skipped
from peerxl.model.sheet import Block, Cell, Sheet
from peerxl.reading.columns import HeadedColumn, TrackerLayout
from peerxl.reading.headings import heading_key
from peerxl.text import one_line

# From the highest down: a value in one begins anew all that follow it.
CARRIED = (Field.THEME, Field.RECOMMENDATION, Field.OWNER)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action's row: each column's cell, with what carries down; ``section`` is the title above."""

    number: int
    cells: tuple[tuple[HeadedColumn, Cell], ...]
    section: Cell | None

    def cell(self, field: Field) -> Cell | None:
        return next((cell for use, cell in self.cells if use.field is field), None)

    def text(self, field: Field) -> str:
        """A field's words; none where the tracker has no such column."""
        cell = self.cell(field)
        return cell.text if cell else ""


@dataclass(slots=True)
class RowsAbove:
    """What the rows so far mean for the next one: values to carry down, the section's title, whether the table ended.

    It changes with each row and lives no longer than one reading.
    """

    carried: dict[Field, Cell]
    has_themes: bool
    section: Cell | None = None
    is_ended: bool = False


def read_rows(layout: TrackerLayout) -> tuple[tuple[ActionRow, ...], tuple[Skipped, ...]]:
    """The actions' rows and the rows left aside, in the sheet's order."""
    rows: list[ActionRow] = []
    skipped: list[Skipped] = []
    above = RowsAbove({}, has_themes(layout))
    covering = find_anchors(layout.sheet)
    for number in range(layout.last_header_row + 1, layout.last_row + 1):
        reading = read_row(layout, number, above, covering)
        if isinstance(reading, ActionRow):
            rows.append(reading)
        elif reading is not None:
            skipped.append(reading)
    return tuple(rows), tuple(skipped)


def has_themes(layout: TrackerLayout) -> bool:
    """Whether anything stands in a column of themes or recommendations: one left empty states nothing."""
    columns = [use.heading.column for use in layout.uses if use.field in CARRIED[:2]]
    numbers = range(layout.last_header_row + 1, layout.last_row + 1)
    return any(layout.sheet.cell(number, column).text.strip() for column in columns for number in numbers)


def find_anchors(sheet: Sheet) -> dict[tuple[int, int], Block]:
    """For each cell that a merged block covers downwards, the block; only a block's first column has its words."""
    return {
        (row, block.first_column): block
        for block in sheet.merged
        for row in range(block.first_row + 1, min(block.last_row, len(sheet.rows)) + 1)
    }


def read_row(
    layout: TrackerLayout, number: int, above: RowsAbove, covering: dict[tuple[int, int], Block]
) -> ActionRow | Skipped | None:
    """One row: an action, something left aside, or nothing where it is blank."""
    sheet = layout.sheet
    own = {use: sheet.cell(number, use.heading.column) for use in layout.uses}
    filled = [cell for cell in list_cells(sheet, number) if cell.text.strip()]
    if not filled:
        return None
    if why := find_aside(layout, number, filled, above):
        return Skipped(tuple(filled), why)
    cells = {use: find_merged_cell(sheet, cell, covering) for use, cell in own.items()}
    carry_down(cells, above, number)
    action = next(cell for use, cell in cells.items() if use.field is Field.ACTION)
    # An action merged over several rows is one in each that has an owner, a date or a status of its own.
    if is_action(action.text) and (action.row == number or has_part(own)):
        return ActionRow(number, tuple(cells.items()), above.section)
    return Skipped(tuple(filled), Aside.NO_ACTION, is_loss=has_words(own))


def find_aside(layout: TrackerLayout, number: int, filled: list[Cell], above: RowsAbove) -> Aside | None:
    """Why a row is no part of the table's body; None where it may be an action."""
    if is_header_again(layout, filled):
        return Aside.HEADER
    if is_title_again(layout, filled):
        return Aside.TITLE
    if is_beneath(layout, filled, above):
        return Aside.BENEATH
    if is_section(layout, number, filled):
        above.section = filled[0]
        above.carried.clear()
        return Aside.SECTION
    return None


def list_cells(sheet: Sheet, number: int) -> Iterator[Cell]:
    return (sheet.cell(number, column) for column in range(1, len(sheet.rows[number - 1]) + 1))


def is_header_again(layout: TrackerLayout, filled: list[Cell]) -> bool:
    """Whether a row repeats the headings, as a table does on each page."""
    headings = {use.heading.column: heading_key(use.heading.text) for use in layout.uses}
    same = [cell for cell in filled if headings.get(cell.column) == heading_key(cell.text)]
    return len(filled) >= 2 and len(same) >= 0.8 * len(filled)


def is_section(layout: TrackerLayout, number: int, filled: list[Cell]) -> bool:
    """Whether a row's only words are a title: across columns, just above the header again, or beside the actions."""
    if len(filled) != 1 or is_number(filled[0].text):
        return False
    cell = filled[0]
    field = next((use.field for use in layout.uses if use.heading.column == cell.column), None)
    blocks = [block for block in layout.sheet.merged if (number, cell.column) in block]
    least = len(layout.uses) // 2 if field is Field.ACTION else 1
    wide = any(block.last_column - block.first_column >= least for block in blocks)
    if field is Field.ACTION and not wide and cell.column > min(use.heading.column for use in layout.uses):
        return False
    if wide or is_header_again(layout, find_next_filled(layout.sheet, number)):
        return True
    has_theme = layout.column(Field.THEME) is not None or layout.column(Field.RECOMMENDATION) is not None
    return field in (Field.REF, None) and not has_theme and cell.column < (layout.column(Field.ACTION) or 0)


def is_title_again(layout: TrackerLayout, filled: list[Cell]) -> bool:
    """Whether a row's only words stand above the table too, as a page's title does on each page."""
    above = (cell for row in range(1, layout.first_header_row) for cell in list_cells(layout.sheet, row))
    title = strip_page(filled[0].text)
    return len(filled) == 1 and (not title or any(strip_page(cell.text) == title for cell in above))


def strip_page(text: str) -> str:
    """A title without what a page adds to it."""
    return _PAGE.sub("", one_line(text)).strip(" -–—:,.").casefold()


_PAGE = re.compile(r"\(?\b(?:page\s*\d+(?:\s*(?:of|/)\s*\d+)?|continued|cont'?d\.?)\)?", re.IGNORECASE)


def is_beneath(layout: TrackerLayout, filled: list[Cell], above: RowsAbove) -> bool:
    """Whether a row is a total, a key, a note or a signature under the table, or follows one."""
    if _BENEATH.match(filled[0].text.strip()) and len(filled) <= 3:
        above.is_ended = True
    known = {use.heading.column for use in layout.uses if use.field is not Field.EXTRA}
    if len([cell for cell in filled if cell.column in known]) > 3:  # the table goes on after all
        above.is_ended = False
    return above.is_ended


_BENEATH = re.compile(
    r"(?:totals?|grand total|keys?|legend|notes?|key to \w+|signed(?: off)?(?: by)?|approved by|prepared by"
    r"|completed by|reviewed by|version|source|date)(?:\s*[:=(].*|\s*\d*|\s+(?:actions?|number)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)


def find_next_filled(sheet: Sheet, number: int) -> list[Cell]:
    """The filled cells of the next row that has any."""
    for following in range(number + 1, min(number + 3, len(sheet.rows)) + 1):
        if filled := [cell for cell in list_cells(sheet, following) if cell.text.strip()]:
            return filled
    return []


def find_merged_cell(sheet: Sheet, cell: Cell, covering: dict[tuple[int, int], Block]) -> Cell:
    """The cell, or the one whose words are shown in its place because it is merged with those above."""
    block = covering.get((cell.row, cell.column))
    return sheet.cell(block.first_row, block.first_column) if block and not cell.text.strip() else cell


def carry_down(cells: dict[HeadedColumn, Cell], above: RowsAbove, number: int) -> None:
    """Fill blank carried cells from above, and leave for the next row what this one says.

    A recommendation goes on while the theme has the same words; an owner only while nothing above it is said anew:
    where each row states its theme, a blank owner is missing, not meant to be the last row's.
    """
    is_stated = is_new = not above.has_themes
    for field in CARRIED:
        use = next((use for use in cells if use.field is field), None)
        if use is None:
            continue
        cell, before = cells[use], above.carried.get(field)
        stops = is_stated if field is Field.OWNER else is_new and field is not CARRIED[0]
        if cell.text.strip() and not is_ditto(cell.text):
            is_stated = is_stated or cell.row == number
            is_new = is_new or before is None or before.text != cell.text
            above.carried[field] = cell
        elif before is not None and is_ditto(cell.text):
            cells[use] = before
        elif stops or before is None:
            above.carried.pop(field, None)
        else:
            cells[use] = before


def is_ditto(text: str) -> bool:
    """Whether a cell says in words that it goes on with the one above."""
    return one_line(text).casefold().strip(" .()") in DITTO


DITTO = frozenset({"as above", "same as above", "see above", "ditto", "do", '"', "''", "”", "〃"})


def is_number(text: str) -> bool:
    """Whether the text is but a number ("12", "-123", "1.2", "3)")."""
    return not any(character.isalpha() for character in text)


def is_action(text: str) -> bool:
    return bool(one_line(text)) and not is_number(text)


def has_part(own: dict[HeadedColumn, Cell]) -> bool:
    """Whether a row has an owner, a date or a status of its own."""
    parts = (Field.OWNER, Field.TIMESCALE, Field.STATUS)
    return any(use.field in parts and bool(cell.text.strip()) for use, cell in own.items())


def has_words(own: dict[HeadedColumn, Cell]) -> bool:
    """Whether a row without an action still holds what an officer would miss."""
    lost = (Field.STATUS, Field.COMMENT, Field.TIMESCALE, Field.OWNER)
    return any(use.field in lost and not is_number(cell.text or "0") for use, cell in own.items())
