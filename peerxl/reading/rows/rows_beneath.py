"""Rows that stand beneath a table: totals, keys, footnotes, signatures, and what is apart from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from peerxl.language.owners import is_plainly_owner
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import says_what_to_do
from peerxl.reading.columns.tracker_layout import COMPANIONS, TrackerLayout, fold_case
from peerxl.reading.headings.cell_words import BENEATH, FOOTNOTE, KEY_LINE, LIST_BENEATH, NOTES_BEGIN, SUBTOTAL
from peerxl.reading.rows.body_row import (
    NEARLY,
    RowsAbove,
    SheetRow,
    count_companions,
    find_next_filled,
    has_ref_of,
    is_number,
    list_filled,
)
from peerxl.reading.rows.headings_again import repeats_headings
from peerxl.reading.rows.part_titles import has_titled_parts, may_title_part
from peerxl.text import one_line


def is_beneath(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row is a total, a key, a note or a signature under the table, or follows one."""
    is_after_gap = above.actions > 0 and row.number > above.last_row + 1
    is_key = is_after_gap and len(row.filled) == 1 and KEY_LINE.match(row.filled[0].text.strip()) is not None
    if begins_list(row, above) or (is_after_gap and (asks_who_and_when(row.filled) or is_labelled(row.filled))):
        above.is_ended = True
        return True
    if is_note(row, above):
        return True
    if above.actions > 0 and len(row.filled) == 1 and tells_of_headings(row, above, is_after_gap):
        above.is_ended = True
        return True
    first = row.filled[0].text.strip()
    is_named = (is_after_gap or len(row.filled) <= 3) and BENEATH.match(first) is not None
    if is_named and is_after_gap and not has_ref_of(row, above):
        above.is_ended = True
        return True
    if is_key or (is_named and len(row.filled) <= 3):
        above.is_ended = True
    if SUBTOTAL.match(first):
        above.is_ended = False  # what is added up goes on
        return True
    known = row.layout.known_columns
    if above.is_ended and len(known.intersection(row.by_column)) > min(3, len(known) - 1):  # it goes on after all
        above.is_ended = False
    return above.is_ended


def tells_of_headings(row: SheetRow, above: RowsAbove, is_after_gap: bool) -> bool:
    """Whether a row's only words begin notes on how the table is filled in, or are one, with no action beneath."""
    begins = is_after_gap and NOTES_BEGIN.match(row.filled[0].text.strip()) is not None
    is_over = explains_heading(row.layout, find_next_filled(row.layout, row.number))
    is_told = begins or is_over or explains_heading(row.layout, row.filled)
    return is_told and not has_actions_beneath(row, above)


def begins_list(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's only word begins a list that is no part of the table: "Sources", and each alone in its row.

    The rows above say more than that, and none beneath as much as they do.
    """
    if above.actions < 1 or len(row.filled) > 1 or LIST_BENEATH.fullmatch(row.filled[0].text.strip()) is None:
        return False
    layout, number = row.layout, row.number
    columns = [column for each in COMPANIONS if (column := layout.column(each)) is not None]
    beneath = [each for each in layout.sheet.filled_rows_after(number) if each <= layout.last_row]
    own = [each for index, each in enumerate(beneath, number + 1) if each == index]
    is_list = all(len(list_filled(layout, each)) < 2 for each in own)
    is_last = all(count_companions(layout, each) < min(2, len(columns)) for each in beneath)
    is_said = bool(above.common - {layout.column(Field.ACTION), layout.column(Field.REF)})
    return is_list and is_last and (is_said or above.told >= NEARLY * above.actions)


def explains_heading(layout: TrackerLayout, filled: Sequence[Cell]) -> bool:
    """Whether a row's only words say what a heading of the table means: "Timetable: the date by which it is done".

    What is headed as the action or its theme may as well name one, and "Owner: Ann Field" who it is.
    """
    if len(filled) != 1:
        return False
    text = fold_case(filled[0].text)
    for use in layout.uses:
        heading = layout.folded_headings[use.heading.column].rstrip(": ")
        if use.field in NAMED_SO or len(heading) < SHORTEST_HEADING or not text.startswith(heading):
            continue
        sign = "" if heading.endswith("?") else EXPLAINS
        told = re.match(rf"{sign}\s*(?=\w)", text[len(heading) :])
        rest = one_line(filled[0].text)[len(heading) :].lstrip(" :–—-=") if told else ""
        if len(rest.split()) >= FEWEST_EXPLAINING and not is_plainly_owner(rest):
            return True
    return False


NAMED_SO = frozenset({Field.ACTION, Field.RECOMMENDATION, Field.THEME})
SHORTEST_HEADING, FEWEST_EXPLAINING = 3, 3
EXPLAINS = r"\s*[:=–—-]"


def is_note(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row without owner, date and status is a footnote under rows that have them: "* subject to funding".

    No action stands beneath it: a mark in the middle of a table may be that of an action.
    """
    if len(row.filled) > 2 or above.actions < 2 or above.told < NEARLY * above.actions:
        return False
    action = row.text(Field.ACTION)
    columns = {row.layout.column(Field.ACTION), row.layout.column(Field.REF)}
    if not action or any(cell.column not in columns for cell in row.filled):
        return False
    is_named = FOOTNOTE.match(action) is not None and not row.text(Field.REF)
    return (is_named or is_marked(row, above)) and not has_actions_beneath(row, above)


def is_marked(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row begins with a mark that it says the meaning of, or that other words end in: "* subject to funding".

    A mark may also stand before an action, to say that it is new.
    """
    mark, text = split_mark(row.text(Field.REF) or row.text(Field.ACTION))
    if not mark or (row.text(Field.REF) and text):
        return False
    text = text or row.text(Field.ACTION)
    if above.marks is None:
        above.marks = frozenset(list_marks(row.layout))
    is_told = f" {mark} " in f" {text} "
    return is_told or ((text[:1].islower() or mark in above.marks) and not says_what_to_do(text))


def list_marks(layout: TrackerLayout) -> Iterator[str]:
    """The marks that words under the headings end in."""
    for values in layout.sheet.rows[layout.last_header_row :]:
        for value in values:
            said = value.rstrip() if isinstance(value, str) else ""
            if said.rstrip(MARKS) and said[-1] in MARKS:
                yield said[len(said.rstrip(MARKS)) :]


def split_mark(text: str) -> tuple[str, str]:
    """The mark of a footnote that words begin with, and the words."""
    words = text.lstrip(MARKS)
    return text[: len(text) - len(words)], words.strip()


MARKS = "*†‡"


def has_actions_beneath(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row beneath says two of who, when and how far."""
    if above.last_told is None:
        rows = [number for number in row.layout.sheet.filled_rows if number <= row.layout.last_row]
        above.last_told = next((each for each in reversed(rows) if count_companions(row.layout, each) >= 2), 0)
    return row.number < above.last_told


def says_action(layout: TrackerLayout, filled: Sequence[Cell]) -> bool:
    """Whether a row says in words what is to be done and two of who, when and how far, and asks for none of them."""
    words = {cell.column for cell in filled if not is_number(cell.text) or DAY.search(cell.text)}
    columns = [column for each in COMPANIONS if (column := layout.column(each)) is not None]
    companions = words.intersection(columns)
    is_told = layout.column(Field.ACTION) in words and len(companions) >= min(2, len(columns)) > 0
    return is_told and not (asks_who_and_when(filled) or is_labelled(filled))


DAY = compile_late(r"\d[/-]\d")


def asks_who_and_when(filled: Sequence[Cell]) -> bool:
    """Whether half of a row's cells, two at least, ask for what stands beside: "Approved by: | Ann Lee | Date:"."""
    labels = [cell for cell in filled if cell.text.rstrip().endswith(":")]
    return len(labels) >= max(2, len(filled) / 2)


def is_labelled(filled: Sequence[Cell]) -> bool:
    """Whether a row's cells are a label and others with what each says: "Score left: | Likelihood: 2 | Impact: 3"."""
    first, *others = (cell.text.strip() for cell in filled)
    return first.endswith(":") and not says_what_to_do(first) and bool(others) and all(map(LABEL.match, others))


LABEL = compile_late(r"[A-Za-z][\w /-]{0,40}:(?:\s|\Z)")


def is_apart(row: SheetRow, above: RowsAbove) -> bool:
    """Whether what stands after a blank row is beneath the table: a lone text, or what says neither when nor how far.

    Nearly all rows of the table do. So is what follows it and says no more. After a single action a lone text is none
    where it tells nobody what to do and no action stands beneath it.
    """
    if above.is_apart:  # what goes on there is as far away, unless it says what the table's rows do
        above.is_apart = not goes_on(row, above)
        return above.is_apart
    if above.actions < 1 or row.number <= above.last_row + 1 or is_title_over_headings(row):
        return False
    columns = set(row.by_column)
    is_lone = columns == {row.layout.column(Field.ACTION)} and above.complete >= NEARLY * above.actions
    if above.actions == 1:  # one row says less of what the others are like
        is_told = says_what_to_do(row.text(Field.ACTION)) or has_actions_beneath(row, above)
        above.is_apart = is_lone and not is_told
        return above.is_apart
    # A block of other things ("Code | Colour | Meaning") fills neither the dates nor the statuses of the table.
    is_untold = columns.isdisjoint({row.layout.column(each) for each in TOLD})
    is_untold = is_untold or is_counted(row, above) or is_of_another_table(row, above)
    above.is_apart = is_lone or (is_untold and above.told >= NEARLY * above.actions)
    return above.is_apart


def goes_on(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row after what stands apart says what the table's rows do: two of who, when and how far, or the next.

    In a table that says but one of them it is that one, and whatever all its rows say. Where these say little else, the
    row tells what to do: a line of a key has as many cells.
    """
    columns = {column for each in COMPANIONS if (column := row.layout.column(each)) in above.said}
    told = len(columns.intersection(row.by_column))
    tells = says_what_to_do(row.text(Field.ACTION))
    is_alike = told == len(columns) == 1 and above.common <= row.by_column.keys() and (tells or len(above.common) > 2)
    return told >= 2 or is_alike or (tells and has_ref_of(row, above))


def is_title_over_headings(row: SheetRow) -> bool:
    """Whether a row's only words title a part that begins with the headings, as every such part of the table does."""
    if len(row.filled) != 1 or not may_title_part(row.layout, row.filled[0]):
        return False
    return repeats_headings(row.layout, find_next_filled(row.layout, row.number)) and has_titled_parts(row.layout)


def is_counted(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row is a line of a key or of counters: "R | Off track", "Outstanding | 3".

    It tells nobody what to do, and has neither an owner nor a date, a number at most for a status, and no ref as
    the table's rows have.
    """
    says_more = any(row.text(each) for each in (Field.OWNER, Field.TIMESCALE))
    status = row.text(Field.STATUS)
    is_status = not is_number(status) and status != ""
    return not (says_more or is_status or has_ref_of(row, above) or says_what_to_do(row.text(Field.ACTION)))


def is_of_another_table(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row has neither a date nor a status, another ref than the table's and nothing to do: "Name | Post"."""
    is_told = any(row.text(each) for each in (Field.TIMESCALE, Field.STATUS))
    is_numbered = not row.text(Field.REF) or has_ref_of(row, above)
    return not (is_told or is_numbered or says_what_to_do(row.text(Field.ACTION)))


TOLD = (Field.REF, Field.TIMESCALE, Field.STATUS)
