"""Rows that name a part of the plan: a section's title, a theme and its lead, an action's parent."""

from __future__ import annotations

from itertools import pairwise

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import says_what_to_do, undertakes
from peerxl.reading.columns.tracker_layout import COMPANIONS, TrackerLayout
from peerxl.reading.headings.cell_words import DATED, LABELLED, is_numbered_theme
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.rows.body_row import (
    RowsAbove,
    SheetRow,
    count_companions,
    find_next_filled,
    is_number,
    list_filled,
)
from peerxl.reading.rows.headings_again import repeats_headings
from peerxl.text import one_line


def is_section(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's only words are a title: across columns, just above the header again, or beside the actions."""
    layout, number, filled = row.layout, row.number, row.filled
    if is_numbered_title(row) or is_led_theme(row) or is_parent(row, above) or is_over_letters(row):
        return True
    if len(filled) != 1 or is_number(filled[0].text):
        return False
    cell = filled[0]
    if is_numbered_theme(cell.text) or stands_over_actions(row) or is_lone_title(row, above):
        return True
    field = next((use.field for use in layout.uses if use.heading.column == cell.column), None)
    blocks = [block for block in layout.sheet.merged if (number, cell.column) in block]
    # Actions too are merged over a column or two, titles over half the table.
    least = len(layout.uses) // 2 if field is Field.ACTION else 1
    wide = any(block.last_column - block.first_column >= least for block in blocks)
    if field is Field.ACTION and not wide and cell.column > min(use.heading.column for use in layout.uses):
        return False
    if wide or stands_over_headings(row, field):
        return True
    has_theme = layout.column(Field.THEME) is not None or layout.column(Field.RECOMMENDATION) is not None
    return field in (Field.REF, None) and not has_theme and cell.column < (layout.column(Field.ACTION) or 0)


def stands_over_headings(row: SheetRow, field: Field | None) -> bool:
    """Whether the headings stand again right under a row's words, which are no action that is last on a page."""
    if not repeats_headings(row.layout, find_next_filled(row.layout, row.number)):
        return False
    is_action = field is Field.ACTION and says_what_to_do(row.filled[0].text)
    return not is_action or has_titled_parts(row.layout)


def find_title_above(layout: TrackerLayout) -> Cell | None:
    """The title of the part of the plan that begins with the headings: "Objective 1 – Safer streets" right above them.

    Other words there are one where the headings stand again under such words, and something stands above both.
    """
    sheet, first = layout.sheet, layout.first_header_row
    before = [number for number in sheet.filled_rows if number < first]
    filled = list_filled(layout, before[-1]) if before else []
    if len(filled) != 1 or is_number(filled[0].text) or before[-1] < first - 2:
        return None
    is_part = len(before) > 1 and has_titled_parts(layout)
    return filled[0] if is_numbered_theme(filled[0].text.strip()) or is_part else None


def has_titled_parts(layout: TrackerLayout) -> bool:
    """Whether each row that repeats the headings stands right under words that are alone in their row."""
    rows = [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    pairs = [(above, row) for above, row in pairwise(rows) if repeats_headings(layout, list_filled(layout, row))]
    return bool(pairs) and all(len(list_filled(layout, above)) == 1 for above, _ in pairs)


def is_numbered_title(row: SheetRow) -> bool:
    """Whether a row has but a ref and words in capitals, over an action that is in none: "A PREPARATION"."""
    if len(row.filled) != 2:
        return False
    columns = [cell.column for cell in row.filled]
    return columns == [row.layout.column(Field.REF), row.layout.column(Field.ACTION)] and stands_over_actions(row)


def is_over_letters(row: SheetRow) -> bool:
    """Whether a row has but a number and words for an action, over rows with letters: "1. People" over a, b and c."""
    layout, filled = row.layout, row.filled
    if (
        len(filled) != 2
        or filled[1].column != layout.column(Field.ACTION)
        or not _ITEM_NUMBER.fullmatch(filled[0].text)
    ):
        return False
    number = next(iter(layout.sheet.filled_rows_after(row.number, 1)), None)
    if number is None or number > layout.last_row or not count_companions(layout, number):
        return False
    return _ITEM_LETTER.fullmatch(layout.sheet.cell(number, filled[0].column).text) is not None


_ITEM_NUMBER, _ITEM_LETTER = compile_late(r"\s*\d{1,2}[.)]?\s*"), compile_late(r"\s*\(?[a-z][.)]?\s*")


def is_led_theme(row: SheetRow) -> bool:
    """Whether a row names a part of the plan and whose it is, and nothing else: "Theme 2: Place | Lead: Bo Lane"."""
    filled = row.filled
    if len(filled) < 2 or not LABELLED.match(filled[1].text.strip()):
        return False
    return is_numbered_theme(filled[0].text.strip()) and all(LABELLED.match(cell.text.strip()) for cell in filled[2:])


def is_parent(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row has but words and a ref that the refs beneath it begin with: "1 People" over 1.1 and 1.2.

    In a table where such a row has an owner, a date or a status, as a schedule's summaries do, it is an action.
    """
    if above.has_themes or len(row.filled) != 2 or not is_bare_parent(row.layout, row.number):
        return False
    if above.has_bare_parents is None:
        above.has_bare_parents = has_bare_parents(row.layout)
    return above.has_bare_parents


def has_bare_parents(layout: TrackerLayout) -> bool:
    """Whether no row over those that its ref begins says anything but what it is."""
    rows = [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    parents = [row for row, following in pairwise(rows) if begins_ref(layout, row, following)]
    return all(is_bare(layout, row) for row in parents)


def is_bare_parent(layout: TrackerLayout, number: int) -> bool:
    """Whether a row has but a ref and words, and the first row beneath it that has more is of its number.

    Where those beneath have but their numbers yet, words that tell nobody what to do name what is to stand there.
    """
    if not is_bare(layout, number):
        return False
    has_places = False
    for following in layout.sheet.filled_rows_after(number):
        if following > layout.last_row or not begins_ref(layout, number, following):
            break
        if [cell.column for cell in list_filled(layout, following)] == [layout.column(Field.REF)]:
            has_places = True
        elif not is_bare(layout, following):
            return count_companions(layout, following) > 0
    column = layout.column(Field.ACTION)
    return has_places and column is not None and not says_what_to_do(layout.sheet.cell(number, column).text)


def is_bare(layout: TrackerLayout, number: int) -> bool:
    """Whether a row has but a ref and words for an action."""
    columns = [cell.column for cell in list_filled(layout, number)]
    return (
        sorted(columns)
        == sorted(column for each in (Field.REF, Field.ACTION) if (column := layout.column(each)) is not None)
        and len(columns) == 2
    )


def begins_ref(layout: TrackerLayout, number: int, following: int) -> bool:
    """Whether a row's ref is the beginning of another's: "1" or "1.0" of "1.2", "1" of "1a", "A" of "A1"."""
    column = layout.column(Field.REF)
    if column is None:
        return False
    ref, other = (layout.sheet.cell(row, column).text.strip() for row in (number, following))
    stem = ref.removesuffix(".0").rstrip(".")
    rest = other[len(stem) :]
    if not stem or not rest or other == ref or not other.startswith(stem):
        return False
    return rest[0] == "." or (rest[0].isalnum() and rest[0].isdigit() != stem[-1].isdigit())


def stands_over_actions(row: SheetRow) -> bool:
    """Whether a row's only words stand over an action and are in capitals, which it is not, or say whose or when it is.

    "Meeting of 12/05/2025" tells nobody what to do, and what is beneath it does.
    """
    text = one_line(row.filled[-1].text)
    beneath = find_next_filled(row.layout, row.number)
    action = next((cell.text for cell in beneath if cell.column == row.layout.column(Field.ACTION)), "")
    if len(beneath) < 3 or not action or action.isupper():
        return False
    is_dated = DATED.search(text) is not None and not says_what_to_do(text) and says_what_to_do(action)
    return (text.isupper() and len(text) > 3) or LABELLED.match(text) is not None or is_dated


def is_lone_title(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's only words are a few over actions, as those of every such row of the table are.

    One such row alone names what stands beneath it as a heading does: "Action plan".
    """
    (cell,) = row.filled
    if cell.column != row.layout.column(Field.ACTION) or not may_be_title(cell.text):
        return False
    if above.has_lone_titles is None:
        above.has_lone_titles = has_lone_titles(row.layout)
    return above.has_lone_titles


MOST_TITLE_WORDS = 5
_NUMBERED = compile_late(r"[^\W\d_]+ \d{1,2}\s*[:.–—-]\s*")
"""What a title is numbered by, which makes it no longer: "Stage 3: Fitting out of the pier"."""


def may_title_part(layout: TrackerLayout, cell: Cell) -> bool:
    """Whether words alone in a row may be a part's title after blank rows: few, and no owner, date or status."""
    field = next((use.field for use in layout.uses if use.heading.column == cell.column), None)
    return field not in (*COMPANIONS, Field.COMMENT) and may_be_title(cell.text) and not undertakes(cell.text)


def may_be_title(text: str) -> bool:
    numbered = _NUMBERED.match(text)
    return len(text[numbered.end() if numbered else 0 :].split()) <= MOST_TITLE_WORDS and not says_what_to_do(text)


def has_lone_titles(layout: TrackerLayout) -> bool:
    """Whether a table has two rows or more of a few words alone, none the last and none by another, and no other gaps.

    One is enough where its words head actions. All its other rows say two of who, when, how far and which: a row that
    says nothing of it is none of them.
    """
    column, parts = layout.column(Field.ACTION), [layout.column(field) for field in (*COMPANIONS, Field.REF)]
    rows = [number for number in layout.sheet.filled_rows_after(layout.last_header_row) if number <= layout.last_row]
    said = [[part for part in parts if part and layout.sheet.cell(number, part).text.strip()] for number in rows]
    end = next((index for index in range(len(rows), 0, -1) if said[index - 1]), 0)
    if end < len(rows) and rows[end] > rows[end - 1] + 1:  # what stands beneath the table says nothing of it
        rows, said = rows[:end], said[:end]
    lone: list[str] = []
    for number, filled in zip(rows, said, strict=True):
        action = layout.sheet.cell(number, column).text.strip() if column else ""
        if not action or len(filled) == 1 or (not filled and not may_be_title(action)):
            return False
        lone.append("" if filled else action)
    is_apart = all(not (first and second) for first, second in pairwise(lone))
    titles = [text for text in lone if text]
    return is_apart and (len(titles) >= 2 or any(map(heads_actions, titles))) and lone[-1:] == [""]


def heads_actions(text: str) -> bool:
    """Whether words alone are those that head what is to be done: "Action plan", "Tasks", and no "Repair"."""
    heading = read_heading(text, APRIL_YEARS)
    are_several = heading.is_task and text.strip().casefold().endswith("s")
    return not heading.is_weak and (heading.field is Field.ACTION or are_several)
