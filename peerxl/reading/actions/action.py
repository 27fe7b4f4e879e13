"""A tracker's rows as actions: each value tidied, each with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from peerxl.language.date_history import find_first_words
from peerxl.language.timescales import NOTES
from peerxl.language.timescales import read_timescale as read_words
from peerxl.model.action import Action, Update
from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter, FiscalYear
from peerxl.model.layout import Field, Table
from peerxl.model.owner import Owner
from peerxl.model.plan import unique
from peerxl.model.sheet import Cell, is_error
from peerxl.model.status import find_meaning
from peerxl.model.timescale import Timescale, TimescaleKind
from peerxl.reading.actions.date_order import doubt_order, put_day_first, refuse
from peerxl.reading.actions.table_reader import (
    Report,
    TableReader,
    make_reader,
)
from peerxl.reading.actions.week_numbers import doubt_week
from peerxl.reading.actions.year_months import read_year_month
from peerxl.reading.actions.yearless_days import doubt_year
from peerxl.reading.cells.number_shown import HiddenDateError, ShownDate, find_shown_date, show_value
from peerxl.reading.cells.ticks import SAYS_NO, SAYS_YES, asks_whether_done
from peerxl.reading.cells.told_statuses import NOT_TOLD
from peerxl.reading.columns.owner_columns import list_owner_texts
from peerxl.reading.headings.cell_words import OWNED
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.rows.action_rows import ActionRow
from peerxl.reading.trackers.tracker import Request, Tracker
from peerxl.text import one_line, tidy


def read_actions(
    tracker: Tracker, table: Table, quarter: FiscalQuarter | None, year: FiscalYear | None, request: Request
) -> Iterable[Action]:
    """A tracker's rows as actions at a quarter, in the order of the sheet."""
    texts = [one_line(row.text(Field.ACTION)) for row in tracker.rows]
    headed: Iterable[tuple[str, str]] = [("", text) for text in texts]
    if not table.has(Field.REF):
        from peerxl.reading.actions.refs import split_refs

        headed = split_refs(texts)
    reader = make_reader(tracker.layout, table, quarter, year, request)
    for row, (ref, text) in zip(tracker.rows, headed, strict=True):
        yield read_action(reader, row, ref, text)


def read_action(reader: TableReader, row: ActionRow, ref: str, text: str) -> Action:
    """One row as an action; ``ref`` is the one at the head of its words, where the plan has those."""
    title = row.section.text if row.section else ""
    theme, recommendation = reader.read_themes(row.text(Field.THEME), row.text(Field.RECOMMENDATION), title)
    timescale, original, cell = read_timescales(reader, row)
    earlier = find_first_words(timescale.text)
    cells = {field: row.cells[index] for field, index in reader.values}
    if cell is not None:
        cells[Field.TIMESCALE] = cell
    owner = find_owner_cell(row)
    if owner is not None:
        cells[Field.OWNER] = owner
    others = [row.cells[index] for index in reader.owners[1:]]
    return Action(
        sheet=row.layout.sheet.name,
        row=row.number,
        text=text,
        timescale=timescale,
        ref=ref or read_ref(reader, row.cell(Field.REF)),
        theme=theme,
        recommendation=recommendation,
        original_timescale=original,
        earlier_timescale=reader.read_earlier(earlier) if earlier else None,
        owners=tuple(list_owners(reader, row, owner)),
        updates=tuple([read_update(reader, row, report) for report in reader.reports]),
        evidence=tidy(row.text(Field.EVIDENCE)),
        extras=tuple(list_extras(reader, row)),
        fields=share((*cells, *[Field.OWNER] * len(others))),
        cells=(*cells.values(), *others),
        overall=read_overall(reader, row),
    )


@lru_cache(maxsize=64)
def share(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The same fields, one for all actions: a large plan has a hundred thousand."""
    return fields


def list_owners(reader: TableReader, row: ActionRow, owner: Cell | None) -> Iterable[Owner]:
    """The owners of a row: those of one cell, which may be a line's above, or of several."""
    if len(reader.owners) < 2 or not any(row.cells[index].text.strip() for index in reader.owners):
        return reader.read_owners(owner.text if owner else "")
    headed = [(reader.layout.uses[index].heading.text, row.cells[index]) for index in reader.owners]
    return unique(named for text in list_owner_texts(headed) for named in reader.read_owners(text))


def find_owner_cell(row: ActionRow) -> Cell | None:
    """The cell that names who is to act: the row's own, else a line's above, "Ann Field" of "Owner: Ann Field"."""
    own = row.cell(Field.OWNER)
    if row.lead is None or (own is not None and own.text.strip()):
        return own
    named = OWNED.match(row.lead.text.strip())
    return row.lead._replace(text=named["owner"].strip()) if named else row.lead


def read_ref(reader: TableReader, cell: Cell | None) -> str:
    """A ref as its cell shows it: the number 1.1 with two decimals is "1.10"; none where the cell says so
    or shows an error."""
    if cell is None or is_error(cell.text):
        return ""
    value = reader.layout.sheet.value(cell.row, cell.column)
    # Most are words, of which nothing more is asked.
    if isinstance(value, str | bool) or not isinstance(value, int | float | date):
        text = one_line(cell.text)
        return "" if text.casefold() in NO_REFS else text
    return one_line(show_value(value, reader.request.number_format_of(cell)) or cell.text)


NO_REFS = frozenset(("none", "no ref"))
"""What stands for a ref in a list of actions of which some have none, such as our own papers."""


def list_extras(reader: TableReader, row: ActionRow) -> Iterator[tuple[Cell, Cell]]:
    """What stands in columns of no use to a plan, and in those that have no heading, each with its heading's cell."""
    layout = reader.layout
    for index in reader.kept:
        yield layout.uses[index].heading, row.cells[index]
    for cell in row.beside:
        yield layout.sheet.cell(layout.last_header_row, cell.column), cell


def read_timescales(reader: TableReader, row: ActionRow) -> tuple[Timescale, Timescale | None, Cell | None]:
    """The timescale in force, the original one where the plan keeps both, and the cell of the first."""
    cell, first = row.cell(Field.TIMESCALE), row.cell(Field.ORIGINAL_TIMESCALE)
    original = read_timescale(reader, first) if first else None
    current = read_timescale(reader, cell) if cell else reader.read_phrase("")
    if reader.is_original:
        return current, current, cell
    if original is not None and current.kind is TimescaleKind.UNSET and original.kind is not TimescaleKind.UNSET:
        return original, original, first
    return current, original, cell


def read_timescale(reader: TableReader, cell: Cell) -> Timescale:
    if is_error(cell.text):
        return NO_TIMESCALE
    value = reader.layout.sheet.value(cell.row, cell.column)
    if isinstance(value, date):
        return read_date(reader, cell, value.date() if isinstance(value, datetime) else value)
    month = read_year_month(cell.text, reader.year_month)
    if isinstance(month, date):
        return replace(reader.read_day(month, True), text=cell.text)
    reading = read_in_order(reader, cell.text)
    if why := month.reason if month else doubt_week(cell, reader.weeks) or doubt_year(cell.text, reader.yearless_day):
        return refuse(reading, why)
    return doubt_order(reading, cell, reader.month_first)


def read_in_order(reader: TableReader, text: str) -> Timescale:
    """A phrase as it stands, else as one of a table whose dates surely have their month first: "by 12/31/2025"."""
    reading = reader.read_phrase(text)
    if reading.kind is not TimescaleKind.UNREADABLE or not reader.month_first.is_sure:
        return reading
    turned = reader.read_phrase(put_day_first(text))
    is_read = turned.kind is not TimescaleKind.UNREADABLE
    return replace(turned, text=text, tidied=reading.tidied) if is_read else reading


AS_SHOWN = {ShownDate.MONTH: "%b-%y", ShownDate.MONTH_NAME: "%B", ShownDate.YEAR: "%Y"}
"""The words for a date of which a cell shows less than the day."""


def read_date(reader: TableReader, cell: Cell, day: date) -> Timescale:
    """A date as far as its cell shows it: whoever typed "Mar-24" means the month, though Excel keeps a day."""
    try:
        shown = find_shown_date(day, reader.request.number_format_of(cell))
    except HiddenDateError as error:
        notes = (NOTES["unclear"],)
        return Timescale(cell.text, TimescaleKind.UNREADABLE, notes=notes, reason=str(error), tidied=cell.text)
    if shown is ShownDate.DAY:
        return replace(reader.read_day(day, False), text=cell.text)
    text = day.strftime(AS_SHOWN[shown])
    reading = reader.read_day(day, True) if shown is ShownDate.MONTH else reader.read_phrase(text)
    return replace(reading, text=text)


NO_TIMESCALE = read_words("", APRIL_YEARS)
"""What a cell says that shows an error: its value is missing, and the finding of the error says why."""


def read_overall(reader: TableReader, row: ActionRow) -> Update | None:
    """The status that is of no quarter beside those that are; None where it says nothing, or no more than "No"."""
    if reader.overall is None:
        return None
    update = read_update(reader, row, reader.overall)
    tick, (_, column, _) = update.status_text.strip().casefold(), reader.overall
    if tick in SAYS_YES | SAYS_NO and column is not None and asks_whether_done(row.layout.uses[column].heading.text):
        return replace(update, status=find_meaning("Completed")) if tick in SAYS_YES else None
    return update if update.has_status else None


def read_update(reader: TableReader, row: ActionRow, report: Report) -> Update:
    quarter, status_index, comment_index = report
    status = row.cells[status_index] if status_index is not None else None
    comment = row.cells[comment_index] if comment_index is not None else None
    told = reader.read_status(status.text) if status and status.text.strip() else NOT_TOLD
    meaning = told.status
    words = tidy(comment.text) if comment and not is_error(comment.text) else ""
    if status is None and words and comment and is_headed_status(reader, comment_index):
        meaning = reader.read_status(comment.text).status
    elif status is None and len(words) <= LONGEST_WORD:
        # "Complete" alone among the comments of a plan without statuses is one.
        meaning = reader.request.settings.vocabulary.find(words)
    return Update(quarter, meaning, status, words, comment, story=told.story, own_words=told.own_words)


def is_headed_status(reader: TableReader, index: int | None) -> bool:
    """Whether a column of comments is headed as statuses, which its sentences may begin with: "Done. It is lit."."""
    heading = reader.layout.uses[index].heading.text if index is not None else ""
    return read_heading(heading, reader.request.settings.years).field is Field.STATUS


LONGEST_WORD = 40
"""How many characters a status has, at most, that is looked for among comments."""
