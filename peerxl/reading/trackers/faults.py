"""What is said of a tracker while it is read: columns that could be one another, rows and sheets that were not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, partial

from peerxl.advice import READ_SHEET
from peerxl.model.finding import Finding, Severity
from peerxl.model.layout import Aside, Fate, Field, SheetFate
from peerxl.model.sheet import Cell, Sheet
from peerxl.model.status import Vocabulary
from peerxl.reading.cells.profile import profile_column
from peerxl.reading.headers.header import likeness
from peerxl.reading.rows.action_rows import body_rows
from peerxl.reading.rows.body_row import list_filled
from peerxl.reading.rows.row_likeness import is_like_actions, list_tokens
from peerxl.reading.trackers.aside_faults import report_cards, report_guidance, report_notes
from peerxl.reading.trackers.column_faults import (
    report_beside,
    report_by_cells,
    report_described,
    report_risks,
    report_rivals,
    report_times,
)
from peerxl.reading.trackers.selection import describe_difference
from peerxl.reading.trackers.tables_beside import report_tables_beside
from peerxl.reading.trackers.tracker import Tracker
from peerxl.reading.verdicts.refusal import Shortfall

MOST_NAMED = 5
"""How many rows without an action are named one by one."""


def list_faults(tracker: Tracker, vocabulary: Vocabulary, taken: frozenset[int] = frozenset()) -> list[Finding]:
    """What was found while reading a tracker; ``taken`` are the rows of the sheet's other trackers."""
    return [
        *report_rivals(tracker),
        *report_described(tracker),
        *report_risks(tracker),
        *report_beside(tracker),
        *report_times(tracker),
        *report_by_cells(tracker),
        *report_hidden(tracker),
        *report_lost(tracker),
        *report_stand_ins(tracker),
        *report_above(tracker, vocabulary, taken),
        *report_apart(tracker),
        *report_tables_beside(tracker),
        *report_beneath(tracker),
        *report_guidance(tracker),
        *report_notes(tracker),
        *report_cards(tracker),
        *report_dated_refs(tracker),
        *report_calendars(tracker),
    ]


def report_hidden(tracker: Tracker) -> Iterator[Finding]:
    hidden = [
        row.cell(Field.ACTION) or row.cells[0] for row in tracker.rows if row.number in tracker.layout.sheet.hidden_rows
    ]
    if hidden:
        yield Finding(
            "row-hidden",
            Severity.WARNING,
            f"{len(hidden)} of the plan's rows are hidden or filtered away, and are read, asked about and published "
            "like any other; show them, or delete those that are done with.",
            tuple(hidden),
            sheet=tracker.name,
        )


def report_lost(tracker: Tracker) -> Iterator[Finding]:
    lost = [skipped for skipped in tracker.skipped if skipped.is_loss and skipped.why is Aside.NO_ACTION]
    if len(lost) > MOST_NAMED:  # a form that was filled in beforehand
        cells = tuple(skipped.cells[0] for skipped in lost)
        message = (
            f"{len(lost)} rows from {lost[0].cells[0].row} to {lost[-1].cells[0].row} have no action and were not "
            "read; move their words to the actions they belong to, or clear them."
        )
        yield Finding("row-without-action", Severity.WARNING, message, cells, sheet=tracker.name)
        return
    for skipped in lost:
        message = (
            f"Row {skipped.cells[0].row} has no action and was not read; move its words to the action they belong to."
        )
        yield Finding("row-without-action", Severity.WARNING, message, skipped.cells, sheet=tracker.name)


def report_stand_ins(tracker: Tracker) -> Iterator[Finding]:
    """Rows of which the action is blank, and what else they say was read as it."""
    layout = tracker.layout
    headings = {use.heading.column: use.heading.text.strip() for use in layout.uses}
    read = [(row.number, cell) for row in tracker.rows if (cell := row.cell(Field.ACTION))]
    stood_in = [(number, cell) for number, cell in read if cell.column in layout.stand_ins]
    action = headings.get(layout.column(Field.ACTION) or 0, "")
    if len(stood_in) > MOST_NAMED:
        named = " or ".join(dict.fromkeys(f"{headings[cell.column]!r}" for _, cell in stood_in))
        message = (
            f"{len(stood_in)} rows from {stood_in[0][0]} to {stood_in[-1][0]} say nothing under {action!r}, so what "
            f"they say under {named} was read as the action; write what is to be done about each."
        )
        cells = tuple(cell for _, cell in stood_in)
        yield Finding("action-blank", Severity.WARNING, message, cells, sheet=tracker.name)
        return
    for number, cell in stood_in:
        message = (
            f"Row {number} says nothing under {action!r}, so what it says under {headings[cell.column]!r} was read as "
            "the action; write what is to be done about it."
        )
        yield Finding("action-blank", Severity.WARNING, message, (cell,), sheet=tracker.name)


def report_above(tracker: Tracker, vocabulary: Vocabulary, taken: frozenset[int]) -> Iterator[Finding]:
    """Rows above the headings that are like the rows beneath them."""
    layout = tracker.layout
    above = [row for row in layout.sheet.filled_rows if row < layout.first_header_row and row not in taken]
    if not above:
        return
    rows = body_rows(layout)
    columns = [use.heading.column for use in layout.uses if use.field is not Field.EXTRA]
    profile_of = cache(partial(profile_column, layout.sheet, rows))
    # Two cells or more as those beneath: one may be a date in a title.
    has_two = any(len(set(list_tokens(layout, row, vocabulary))) >= 2 for row in above)
    tokens = {token for row in rows for token in list_tokens(layout, row, vocabulary)} if has_two else set()
    alike = [
        row
        for row in above
        if likeness(layout.sheet, row, columns, profile_of, vocabulary) >= 2
        or is_like_actions(layout, row, tokens, vocabulary)
    ]
    yield from report_unread(alike, tracker, "above the headings", "move them under the headings")


def report_apart(tracker: Tracker) -> Iterator[Finding]:
    rows = [skipped.cells[0].row for skipped in tracker.skipped if skipped.why is Aside.APART]
    yield from report_unread(rows, tracker, "apart from the table", "delete the blank rows between")


def report_beneath(tracker: Tracker) -> Iterator[Finding]:
    """Rows taken for what stands beneath a total, a key or a note, which say an action all the same."""
    lost = (skipped for skipped in tracker.skipped if skipped.is_loss and skipped.why is Aside.BENEATH)
    rows = [skipped.cells[0].row for skipped in lost]
    remedy = "move them up to the rows that were"
    yield from report_unread(rows, tracker, "beneath the table", remedy)


def report_unread(rows: Sequence[int], tracker: Tracker, where: str, remedy: str) -> Iterator[Finding]:
    """One finding for the rows that look like actions and were not read."""
    if not rows:
        return
    cells = tuple(cell for row in rows for cell in first_cell(tracker, row))
    yield Finding(
        "row-not-read",
        Severity.WARNING,
        f"{len(rows)} of the rows {where} ({', '.join(map(str, rows))}) could be actions and were not read; {remedy}.",
        cells,
        sheet=tracker.name,
    )


def first_cell(tracker: Tracker, row: int) -> tuple[Cell, ...]:
    return tuple(list_filled(tracker.layout, row)[:1])


def report_dated_refs(tracker: Tracker) -> Iterator[Finding]:
    """Refs that Excel has made dates, as it does of "1-2"."""
    sheet = tracker.layout.sheet
    refs = (row.cell(Field.REF) for row in tracker.rows)
    cells = tuple(cell for cell in refs if cell and isinstance(sheet.value(cell.row, cell.column), date))
    if cells:
        yield Finding(
            "ref-is-date",
            Severity.WARNING,
            f"{len(cells)} of the refs {'is a date' if len(cells) == 1 else 'are dates'}, which Excel makes of what is "
            "typed as 1-2; type them again with an apostrophe before them.",
            cells,
            sheet=tracker.name,
        )


def report_calendars(tracker: Tracker) -> Iterator[Finding]:
    """Charts drawn in cells: one finding for all."""
    sheet, row = tracker.layout.sheet, tracker.layout.last_header_row
    ends = [(sheet.cell(row, span.start), sheet.cell(row, span.stop - 1)) for span in tracker.layout.calendars]
    if ends:
        spans = ", ".join(f"{first.address}:{last.address}" for first, last in ends)
        yield Finding(
            "chart-in-cells",
            Severity.ADVICE,
            f"{spans} head a chart drawn in the cells beneath, which was not read.",
            tuple(first for first, _ in ends),
            sheet=tracker.name,
        )


def report_table(table: Shortfall, header_row: int) -> Finding:
    """A table on a tracker's sheet that is none, with headings of its own; the tracker's stand in ``header_row``."""
    sheet, rows = table.sheet, table.rows
    is_one = len(rows) == 1
    told = f"Row {rows[0]} stands" if is_one else f"Rows {rows[0]} to {rows[-1]} stand"
    said = f"{told} in a table apart and {'was' if is_one else 'were'} not read, as {table.reason}"
    remedy = "if it is an action, move it" if is_one else "if they are actions, move them"
    return Finding(
        "table-not-read",
        Severity.ADVICE,
        f"{said}; {remedy} under the headings in row {header_row}.",
        tuple(cell for row in rows for cell in first_filled(sheet, row)),
        sheet=sheet.name,
    )


def report_unread_table(tracker: Tracker, best: Tracker) -> Finding:
    """A tracker on a sheet that is read, which is none of the plan's."""
    rows = [row.number for row in tracker.rows]
    told = f"Row {rows[0]} stands" if len(rows) == 1 else f"{len(rows)} rows from {rows[0]} to {rows[-1]} stand"
    return Finding(
        "table-not-read",
        Severity.WARNING,
        f"{told} in a table apart and {'was' if len(rows) == 1 else 'were'} not read, as "
        f"{describe_difference(tracker, best)}; to read it too, {READ_SHEET.words(sheet=tracker.name)}.",
        tuple(row.cell(Field.ACTION) or row.cells[0] for row in tracker.rows),
        sheet=tracker.name,
    )


def first_filled(sheet: Sheet, row: int) -> tuple[Cell, ...]:
    cells = (sheet.cell(row, column) for column in range(1, len(sheet.rows[row - 1]) + 1))
    return tuple(cell for cell in cells if cell.text.strip())[:1]


def report_unread_sheet(fate: SheetFate) -> Finding:
    return Finding(
        "sheet-not-read",
        Severity.WARNING,
        f"The sheet {fate.name!r} also looks like a tracker and was not read, as {fate.why}; to read it, "
        f"{READ_SHEET.words(sheet=fate.name)}.",
        sheet=fate.name,
    )


def report_strays(sheet: Sheet) -> Finding:
    named = ", ".join(cell.address for cell in sheet.strays[:3])
    count, verb = ("1 cell", "was") if len(sheet.strays) == 1 else (f"{len(sheet.strays)} cells", "were")
    more = ", …" if len(sheet.strays) > 3 else ""
    return Finding(
        "cell-far-away",
        Severity.ADVICE,
        f"{count} far from all else on the sheet ({named}{more}) {verb} not read; clear what is out there, or move it "
        "to the table.",
        sheet.strays[:3],
        sheet=sheet.name,
    )


def is_unread_tracker(fate: SheetFate) -> bool:
    return fate.fate is Fate.NOT_READ and fate.header_row is not None
