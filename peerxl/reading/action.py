"""A tracker's rows as actions: each value tidied, each with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from peerxl.language.date_history import find_first_words
from peerxl.language.owners import owner_key, split_owners
from peerxl.language.timescales import read_timescale as read_words
from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.layout import KEPT, Field, Table
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, Update, unique
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell, Sheet, is_error
from peerxl.model.timescale import Timescale, TimescaleKind
from peerxl.reading.asides import list_filled
from peerxl.reading.columns import TrackerLayout
from peerxl.reading.date_order import doubt_order, find_month_first
from peerxl.reading.number_shown import show_value
from peerxl.reading.quarters import REPORTS
from peerxl.reading.refs import split_refs
from peerxl.reading.rows import ActionRow
from peerxl.reading.theme import sentence_case, split_theme
from peerxl.reading.tracker import Request, Tracker
from peerxl.text import one_line, tidy


def read_actions(tracker: Tracker, table: Table, year: FiscalYear | None, request: Request) -> Iterable[Action]:
    """A tracker's rows as actions, in the order of the sheet."""
    texts = [one_line(row.text(Field.ACTION)) for row in tracker.rows]
    headed = [("", text) for text in texts] if table.has(Field.REF) else split_refs(texts)
    month_first = find_month_first(tracker.layout)
    for row, (ref, text) in zip(tracker.rows, headed, strict=True):
        yield read_action(row, ref, text, tracker.layout, table, year, request, month_first)


def read_action(
    row: ActionRow,
    ref: str,
    text: str,
    layout: TrackerLayout,
    table: Table,
    year: FiscalYear | None,
    request: Request,
    month_first: Cell | None,
) -> Action:
    """One row as an action; ``ref`` is the one at the head of its words, where the plan has those.

    ``month_first`` is a date of the table that has its month first, where its dates have.
    """
    sheet = layout.sheet
    theme, recommendation = read_theme(row)
    timescale, original, cell = read_timescales(row, sheet, year, request, month_first)
    earlier = find_first_words(timescale.text)
    cells = {use.field: cell for use, cell in row.cells if use.field not in (*REPORTS, *KEPT)}
    if cell is not None:
        cells[Field.TIMESCALE] = cell
    return Action(
        sheet=sheet.name,
        row=row.number,
        text=text,
        timescale=timescale,
        ref=ref or read_ref(row.cell(Field.REF), sheet, request),
        theme=theme,
        recommendation=recommendation,
        original_timescale=original,
        earlier_timescale=read_phrase(earlier, None, request.settings.years) if earlier else None,
        owners=read_action_owners(row.text(Field.OWNER), request.settings),
        updates=read_updates(row, table, request.settings),
        evidence=tidy(row.text(Field.EVIDENCE)),
        extras=tuple(list_extras(row, layout, table)),
        cells=tuple(cells.items()),
    )


def read_ref(cell: Cell | None, sheet: Sheet, request: Request) -> str:
    """A ref as its cell shows it: the number 1.1 with two decimals is "1.10"; none where the cell shows an error."""
    if cell is None or is_error(cell.text):
        return ""
    value = sheet.value(cell.row, cell.column)
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return one_line(cell.text)
    return one_line(show_value(value, request.number_format_of(cell)) or cell.text)


def list_extras(row: ActionRow, layout: TrackerLayout, table: Table) -> Iterator[tuple[Cell, Cell]]:
    """What stands in columns of no use to a plan, and in those that have no heading, each with its heading's cell."""
    beside = {column.heading for column in table.columns if column.field in KEPT}
    yield from ((use.heading, cell) for use, cell in row.cells if use.heading in beside)
    headed = {use.heading.column for use, _ in row.cells}
    for cell in list_filled(layout, row.number):
        if cell.column not in headed:
            yield layout.sheet.cell(table.last_header_row, cell.column), cell


def read_theme(row: ActionRow) -> tuple[str, str]:
    """The theme and the recommendation: each from its column, else both from one, else the section's title."""
    theme, recommendation = row.text(Field.THEME), row.text(Field.RECOMMENDATION)
    if theme.strip() and recommendation.strip():
        return sentence_case(one_line(theme)), one_line(recommendation)
    if (theme or recommendation).strip():
        head, body = split_theme(theme or recommendation)
        if theme.strip() and not head:
            return body, ""
        return head or section_theme(row), body
    return section_theme(row), ""


def section_theme(row: ActionRow) -> str:
    return sentence_case(one_line(row.section.text)) if row.section else ""


def read_timescales(
    row: ActionRow, sheet: Sheet, year: FiscalYear | None, request: Request, month_first: Cell | None
) -> tuple[Timescale, Timescale | None, Cell | None]:
    """The timescale in force, the original one where the plan keeps both, and the cell of the first."""
    cell, first = row.cell(Field.TIMESCALE), row.cell(Field.ORIGINAL_TIMESCALE)
    original = read_timescale(first, sheet, year, request, month_first) if first else None
    current = read_timescale(cell, sheet, year, request, month_first)
    if original is not None and current.kind is TimescaleKind.UNSET and original.kind is not TimescaleKind.UNSET:
        return original, original, first
    return current, original, cell


def read_timescale(
    cell: Cell | None, sheet: Sheet, year: FiscalYear | None, request: Request, month_first: Cell | None
) -> Timescale:
    if cell is not None and is_error(cell.text):
        return NO_TIMESCALE
    value = sheet.value(cell.row, cell.column) if cell else None
    years = request.settings.years
    if cell is not None and isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        month_only = request.shows_month_only(cell)
        return replace(read_day(day, year, month_only, years), text=f"{day:%b-%y}" if month_only else cell.text)
    reading = read_phrase(cell.text if cell else "", year, years)
    return doubt_order(reading, cell, month_first) if cell else reading


NO_TIMESCALE = read_words("", APRIL_YEARS)
"""What a cell says that shows an error: its value is missing, and the finding of the error says why."""


# A plan says the same few phrases over and over; each is read once.
@lru_cache(maxsize=4096)
def read_phrase(text: str, year: FiscalYear | None, years: YearConvention) -> Timescale:
    return read_words(text, years, year)


@lru_cache(maxsize=4096)
def read_day(day: date, year: FiscalYear | None, month_only: bool, years: YearConvention) -> Timescale:
    return read_words(day, years, year, month_only=month_only)


@lru_cache(maxsize=4096)
def read_owners(text: str) -> tuple[Owner, ...]:
    return split_owners(text)


def read_action_owners(text: str, settings: Settings) -> tuple[Owner, ...]:
    """The owners a cell names, each as the Owners sheet calls it where it is listed there."""
    if is_error(text):
        return ()
    whole = settings.directory.find(owner_key(text)) if text.strip() else None
    owners = read_owners(whole.owner if whole else text)
    if whole is not None and len(owners) != 1:
        owners = (Owner(whole.owner, owner_key(whole.owner)),)
    return unique(use_listed_name(owner, settings) for owner in owners)


def use_listed_name(owner: Owner, settings: Settings) -> Owner:
    contact = settings.directory.find_owner(owner)
    return replace(owner, name=contact.owner, key=owner_key(contact.owner)) if contact else owner


def read_updates(row: ActionRow, table: Table, settings: Settings) -> tuple[Update, ...]:
    """The row's updates in order of quarter, those of an unknown quarter last."""
    cells = {use.heading: cell for use, cell in row.cells}
    reports: dict[tuple[FiscalQuarter | None, str], dict[Field, Cell]] = {}
    for column in table.columns:
        if column.field in REPORTS:
            key = (column.quarter, "" if column.quarter else column.name)
            reports.setdefault(key, {}).setdefault(column.field, cells[column.heading])
    updates = [read_update(quarter, parts, settings) for (quarter, _), parts in reports.items()]
    return tuple(sorted(updates, key=lambda update: update.quarter.first_day if update.quarter else date.max))


def read_update(quarter: FiscalQuarter | None, cells: Mapping[Field, Cell], settings: Settings) -> Update:
    status, comment = cells.get(Field.STATUS), cells.get(Field.COMMENT)
    meaning = settings.vocabulary.find(status.text) if status and status.text.strip() else None
    return Update(
        quarter, meaning, status, tidy(comment.text) if comment and not is_error(comment.text) else "", comment
    )
