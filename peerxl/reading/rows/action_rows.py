"""The rows under a header: which are actions, which are titles, and what each takes over from the rows above.

A blank theme, recommendation or owner carries on what stands above it, but never past a row that begins something
higher: a new theme does not go on with the old theme's owner. A merged block says the same in each row it covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from peerxl.frozen import frozen
from peerxl.model.layout import Aside, Field, Skipped
from peerxl.model.sheet import Block, Cell, Sheet, is_error
from peerxl.model.status import says_nothing
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.rows.asides import find_aside
from peerxl.reading.rows.body_row import RowsAbove, SheetRow, is_number, list_filled
from peerxl.reading.rows.part_cards import find_cards
from peerxl.reading.rows.part_lines import find_part_lines
from peerxl.reading.rows.part_titles import find_title_above
from peerxl.reading.rows.rows_beneath import says_action
from peerxl.text import one_line

# From the highest down: a value in one begins anew all that follow it.
CARRIED = (Field.THEME, Field.RECOMMENDATION, Field.OWNER)


@frozen
class ActionRow:
    """An action's row: a cell for each of the layout's uses, with what carries down.

    ``beside`` are the cells that say something in columns without a heading; ``section`` is the title above, ``lead``
    the cell above that says whose the rows beneath it are.
    """

    layout: TrackerLayout
    number: int
    cells: tuple[Cell, ...]
    beside: tuple[Cell, ...]
    section: Cell | None
    lead: Cell | None = None

    def cell(self, field: Field) -> Cell | None:
        index = self.layout.indexes.get(field)
        return None if index is None else self.cells[index]

    def text(self, field: Field) -> str:
        """A field's words; none where the tracker has no such column, or its cell shows an error."""
        index = self.layout.indexes.get(field)
        words = "" if index is None else self.cells[index].text
        return "" if "#" in words and is_error(words) else words


def read_rows(layout: TrackerLayout) -> tuple[tuple[ActionRow, ...], tuple[Skipped, ...]]:
    """The actions' rows and the rows left aside, in the sheet's order."""
    rows: list[ActionRow] = []
    skipped: list[Skipped] = []
    cards = find_cards(layout)
    part_lines = {**find_part_lines(layout), **cards.lines}
    titles = [title for row, title in part_lines.items() if row < layout.first_header_row]
    title = titles[-1] if titles else find_title_above(layout)
    above = RowsAbove({}, has_themes(layout), title, part_lines, cards.rows)
    covering = find_anchors(layout.sheet)
    for number in body_rows(layout):
        reading = read_row(layout, number, above, covering)
        if isinstance(reading, ActionRow):
            rows.append(reading)
            said = frozenset([cell.column for cell in reading.cells if cell.text.strip()])
            above.common = above.common & said if above.actions else said
            above.said |= said
            above.actions += 1
            above.complete += 1 if count_parts(layout, reading.cells) > 1 else 0
            above.refs.append(reading.text(Field.REF).strip())
            above.told += 1 if (reading.text(Field.TIMESCALE) + reading.text(Field.STATUS)).strip() else 0
        elif reading is not None:
            skipped.append(reading)
        # A blank row is no row of the table, but what parts a lone text from it.
        above.last_row = number if reading is not None else above.last_row
    beside = list_beside(layout)
    return tuple(rows), (*skipped, *([Skipped(beside, Aside.BESIDE)] if beside else []))


def list_beside(layout: TrackerLayout) -> tuple[Cell, ...]:
    """What stands beside the table's rows: a key, a legend, counters."""
    sheet, span = layout.sheet, layout.span
    cells = (
        sheet.cell(row, column)
        for row in (layout.first_header_row, *body_rows(layout))
        for column in chain(range(1, span.start), range(span.stop, len(sheet.rows[row - 1]) + 1))
        if sheet.value(row, column) is not None
    )
    return tuple(cell for cell in cells if cell.text.strip())


def body_rows(layout: TrackerLayout) -> list[int]:
    """The rows beneath the headings that have anything in them."""
    return [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]


def has_themes(layout: TrackerLayout) -> bool:
    """Whether anything stands in a column of themes or recommendations: one left empty states nothing."""
    columns = [use.heading.column for use in layout.uses if use.field in CARRIED[:2]]
    return any(layout.sheet.cell(number, column).text.strip() for column in columns for number in body_rows(layout))


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
    filled = list_filled(layout, number)
    if not filled:
        return None
    by_column = {cell.column: cell for cell in filled}
    if why := find_aside(SheetRow(layout, number, tuple(filled), by_column), above):
        is_loss = why is Aside.APART or (why is Aside.BENEATH and says_action(layout, filled))
        return Skipped(tuple(filled), why, is_loss)
    own = [by_column.get(column) or sheet.cell(number, column) for column in layout.columns]
    cells = [find_merged_cell(sheet, cell, covering) for cell in own] if covering else own.copy()
    carry_down(layout, cells, above, number)
    if layout.superseded:
        take_superseded(layout, cells, by_column)
    if layout.whole in by_column and not cells[layout.indexes[Field.ACTION]].text.strip():
        if is_over_parts(layout, by_column[layout.whole]):
            return Skipped(tuple(filled), Aside.SECTION)
        cells[layout.indexes[Field.ACTION]] = by_column[layout.whole]  # an action that has no parts
    action = cells[layout.indexes[Field.ACTION]]
    is_said = is_action(action.text)
    if not is_said and count_parts(layout, own):
        from peerxl.reading.rows.stand_ins import find_stand_in

        action = cells[layout.indexes[Field.ACTION]] = find_stand_in(layout, number, by_column) or action
        is_said = is_action(action.text)
    # An action merged over several rows is one in each that has an owner, a date or a status of its own.
    is_told = is_said and (not says_nothing(action.text) or is_anybodys(layout, own))
    if is_told and (action.row == number or count_parts(layout, own) > 0):
        is_headed = by_column.keys() <= layout.folded_headings.keys()
        beside = () if is_headed else tuple(cell for cell in filled if cell.column not in layout.folded_headings)
        return ActionRow(layout, number, tuple(cells), beside, above.section, above.lead)
    return Skipped(tuple(filled), Aside.NO_ACTION, is_loss=has_words(layout, own, filled))


def is_over_parts(layout: TrackerLayout, whole: Cell) -> bool:
    """Whether a row's words of the whole are merged over all that its parts say, who acts among it, and those follow.

    They do where what stands before the words goes on over the next row: a recommendation that is answered.
    """
    sheet = layout.sheet
    blocks = [block for block in sheet.merged if (whole.row, whole.column) in block]
    companions = [layout.columns[index] for index, _ in layout.companions]
    is_wide = any(block.last_column >= max(companions, default=block.last_column + 1) for block in blocks)
    covering = [block for block in sheet.merged if block.first_row == whole.row < block.last_row]
    return is_wide and any(block.first_column < whole.column for block in covering)


def is_anybodys(layout: TrackerLayout, own: Sequence[Cell]) -> bool:
    """Whether a row says who is to act, or by when; where no column does, all are alike."""
    asked = (Field.OWNER, Field.TIMESCALE)
    cells = [cell for use, cell in zip(layout.uses, own, strict=True) if use.field in asked]
    return not cells or not all(says_nothing(cell.text) for cell in cells)


def take_superseded(layout: TrackerLayout, cells: list[Cell], by_column: dict[int, Cell]) -> None:
    """Where the last revised date or a quarter's last update is blank, the cell of the last that is not counts."""
    for column, earlier in layout.superseded:
        index = layout.columns.index(column)
        before = [by_column[each] for each in earlier if each in by_column]
        if before and not cells[index].text.strip():
            cells[index] = before[0]


def find_merged_cell(sheet: Sheet, cell: Cell, covering: dict[tuple[int, int], Block]) -> Cell:
    """The cell, or the one whose words are shown in its place because it is merged with those above."""
    block = covering.get((cell.row, cell.column))
    return sheet.cell(block.first_row, block.first_column) if block and not cell.text.strip() else cell


def carry_down(layout: TrackerLayout, cells: list[Cell], above: RowsAbove, number: int) -> None:
    """Fill blank carried cells from above, and leave for the next row what this one says.

    A recommendation goes on while the theme has the same words; an owner only while nothing above it is said anew:
    where each row states its theme, a blank owner is missing, not meant to be the last row's.
    """
    # In a plan without themes nothing stands above an owner, and every row is for itself.
    is_stated = is_new = not above.has_themes
    for field in CARRIED:
        index = layout.indexes.get(field)
        if index is None:
            continue
        cell, before = cells[index], above.carried.get(field)
        stops = is_stated if field is Field.OWNER else is_new and field is not CARRIED[0]
        if cell.text.strip() and not is_ditto(cell.text):
            is_stated = is_stated or cell.row == number
            is_new = is_new or before is None or before.text != cell.text
            above.carried[field] = cell
        elif before is not None and is_ditto(cell.text):
            cells[index] = before
        elif stops or before is None:
            above.carried.pop(field, None)
        else:
            cells[index] = before


# Themes, recommendations and owners stand in many rows each.
@lru_cache(maxsize=1024)
def is_ditto(text: str) -> bool:
    """Whether a cell says in words that it goes on with the one above."""
    return one_line(text).casefold().strip(" .()") in DITTO


DITTO = frozenset({"as above", "same as above", "see above", "ditto", "do", '"', "''", "”", "〃"})


def is_action(text: str) -> bool:
    return not is_number(text) and not is_error(text)


def count_parts(layout: TrackerLayout, cells: Sequence[Cell]) -> int:
    """How many of owner, date and status a row says."""
    return len({field for index, field in layout.companions if cells[index].text.strip()})


def has_words(layout: TrackerLayout, own: Sequence[Cell], filled: Sequence[Cell]) -> bool:
    """Whether a row without an action still holds what an officer would miss.

    That is anything of how, who and when, and a sentence in a column that is kept, beside words in another.
    """
    lost = (Field.STATUS, Field.COMMENT, Field.TIMESCALE, Field.OWNER)
    told = [(use.field, cell.text) for use, cell in zip(layout.uses, own, strict=True) if not is_number(cell.text)]
    is_told = any(field is Field.EXTRA and len(text.split()) >= SENTENCE for field, text in told)
    is_alone = len([cell for cell in filled if not is_number(cell.text)]) < 2
    return any(field in lost for field, _ in told) or (is_told and not is_alone)


SENTENCE = 4
"""How many words a cell has at least that says something of its row alone."""
