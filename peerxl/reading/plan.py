"""Worksheets read into an ActionPlan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

from peerxl.errors import NoTrackerError, UnknownSheetError
from peerxl.language.owners import owner_key, split_owners
from peerxl.language.timescales import parse_timescale
from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import FiscalQuarter, FiscalYear
from peerxl.model.layout import Field, Table
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, ActionPlan, Update, unique
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell, Sheet, column_letter, is_error
from peerxl.model.timescale import Kind, Timescale
from peerxl.reading.layout import Layout, find_layouts
from peerxl.reading.quarters import REPORTS, columns_of
from peerxl.reading.refs import split_refs
from peerxl.reading.rows import Row, Skipped, read_rows
from peerxl.reading.text import one_line, tidy
from peerxl.reading.theme import sentence_case, split_theme
from peerxl.reading.title import Title, find_title, plan_name, quarter_number, read_title
from peerxl.settings import is_settings_sheet


@dataclass(frozen=True, slots=True)
class Request:
    """What the reader is told beside the sheets: whose file it is, and what an option settles."""

    source: str
    quarter: FiscalQuarter | None = None
    sheet: str | None = None
    columns: Mapping[Field, int] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    shows_month_only: Callable[[Cell], bool] = lambda cell: False
    fill_of: Callable[[Cell], str] = lambda cell: ""


@dataclass(frozen=True, slots=True)
class Found:
    """A tracker found on a sheet, with its rows, the title above it and the quarter its sheet's name tells."""

    layout: Layout
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    title: Title
    tab: int | None

    @property
    def quarter(self) -> FiscalQuarter | None:
        """The quarter that the title, or the sheet's name with the title's year, says the sheet is of."""
        named = self.title.year.quarter(self.tab) if self.title.year and self.tab else None
        return named or self.title.quarter

    @property
    def content(self) -> frozenset[str]:
        """By what a copy is known: the actions' words."""
        return frozenset(one_line(text_in(row, Field.ACTION)).casefold() for row in self.rows)

    def is_copy_of(self, other: Found) -> bool:
        """Whether most of its actions stand in the other tracker too."""
        return 2 * len(self.content & other.content) > len(self.content)


def plan_from_sheets(sheets: Sequence[Sheet], request: Request) -> ActionPlan:
    """The plan that stands on a workbook's sheets; NoTrackerError where none does."""
    settings = request.settings
    found, left = choose(find_trackers(sheets, request), request.quarter or settings.quarter)
    title = found[0].title
    quarter = request.quarter or settings.quarter or title.quarter
    year = title.year or (quarter.year if quarter else None)
    tables = tuple(table_of(tracker, quarter, settings) for tracker in found)
    actions = tuple(
        action
        for tracker, table in zip(found, tables, strict=True)
        for action in actions_of(tracker, table, year, request)
    )
    actions = with_fills(actions, quarter, request)
    faults = [fault for tracker in found for fault in faults_of(tracker)]
    faults += [not_read(tracker) for tracker in left]
    starts = settings.plan_starts or shared_start(actions)
    name = plan_name(title.text, settings.council)
    return ActionPlan(request.source, title.text, quarter, starts, actions, tables, settings, tuple(faults), name)


def find_trackers(sheets: Sequence[Sheet], request: Request) -> list[Found]:
    """The trackers on the sheet asked for, else on every visible sheet that is not settings."""
    if request.sheet is not None:
        candidates = [sheet for sheet in sheets if sheet.name.casefold() == request.sheet.strip().casefold()]
        if not candidates:
            raise UnknownSheetError(request.source, request.sheet, tuple(sheet.name for sheet in sheets))
    else:
        candidates = [sheet for sheet in sheets if not sheet.is_hidden and not is_settings_sheet(sheet)]
    settings = request.settings
    found = [
        tracker(layout, request)
        for sheet in candidates
        for layout in find_layouts(sheet, settings.vocabulary, request.columns, settings.first_month)
    ]
    if not found:
        raise NoTrackerError(request.source, request.sheet or "")
    return found


def tracker(layout: Layout, request: Request) -> Found:
    rows, skipped = read_rows(layout)
    stem = request.source.rsplit(".", 1)[0]
    first_month = request.settings.first_month
    title, named = find_title(layout.sheet, layout.first_header_row, stem, first_month), layout.sheet.name
    tab = read_title(named, first_month)
    if title.quarter is None and tab.quarter is not None:
        title = replace(title, quarter=tab.quarter, year=tab.year)
    return Found(layout, rows, skipped, title, quarter_number(named))


def choose(found: list[Found], reporting: FiscalQuarter | None) -> tuple[list[Found], list[Found]]:
    """The trackers that make up the plan, and those that do not.

    Tables with the same columns are parts of one plan, unless each is a quarter's copy of it: then the reporting
    quarter's, else the latest.
    """
    best = max(found, key=lambda tracker: (bool(tracker.rows), len(tracker.layout.core)))
    alike = [each for each in found if each.layout.core == best.layout.core and (each.rows or each is best)]
    plan = without_copies(of_one_quarter(alike, reporting))
    return plan, [tracker for tracker in found if tracker not in plan and tracker.rows]


def of_one_quarter(alike: list[Found], reporting: FiscalQuarter | None) -> list[Found]:
    """The trackers of the reporting quarter, else of the latest, where each says which it is of."""
    quarters = sorted({tracker.quarter for tracker in alike if tracker.quarter})
    if len(quarters) > 1 and all(tracker.quarter for tracker in alike):
        past = [quarter for quarter in quarters if reporting is None or quarter <= reporting]
        return [tracker for tracker in alike if tracker.quarter == (past or quarters)[-1]]
    tabs = {tracker.tab for tracker in alike}
    if len(tabs) > 1 and None not in tabs and reporting is not None and reporting.number in tabs:
        return [tracker for tracker in alike if tracker.tab == reporting.number]
    return alike


def without_copies(alike: list[Found]) -> list[Found]:
    """The trackers less those that repeat another's actions: the first of them is the plan."""
    kept: list[Found] = []
    for each in alike:
        if not any(each.is_copy_of(other) for other in kept):
            kept.append(each)
    return kept


def not_read(tracker: Found) -> Finding:
    name = tracker.layout.sheet.name
    return Finding(
        "sheet-not-read",
        Severity.WARNING,
        f"The sheet {name!r} also looks like a tracker and was not read; to read it, name it with --sheet.",
        sheet=name,
    )


def faults_of(tracker: Found) -> list[Finding]:
    """What was found while reading a tracker: columns that could be one another, and rows without an action."""
    name = tracker.layout.sheet.name
    rivals = [
        Finding(
            "column-ambiguous",
            Severity.WARNING,
            f"{kept.heading.text!r} was read as the {kept.field} column and {other.heading.text!r}, which could be it "
            f"too, was not; settle it with --column {kept.field}={column_letter(kept.heading.column)} or "
            f"{kept.field}={column_letter(other.heading.column)}.",
            (kept.heading, other.heading),
            sheet=name,
        )
        for kept, other in tracker.layout.rivals
    ]
    hidden = [
        row.cell(Field.ACTION) or row.cells[0][1]
        for row in tracker.rows
        if row.number in tracker.layout.sheet.hidden_rows
    ]
    unseen = [
        Finding(
            "row-hidden",
            Severity.WARNING,
            f"{len(hidden)} of the plan's rows are hidden or filtered away, and are read, asked about and published "
            "like any other; show them, or delete those that are done with.",
            tuple(hidden),
            sheet=name,
        )
    ]
    lost = [
        Finding(
            "row-without-action",
            Severity.WARNING,
            f"Row {skipped.cells[0].row} has no action and was not read; move its words to the action they belong to.",
            skipped.cells,
            sheet=name,
        )
        for skipped in tracker.skipped
        if skipped.is_loss
    ]
    return rivals + (unseen if hidden else []) + lost


def table_of(tracker: Found, reporting: FiscalQuarter | None, settings: Settings) -> Table:
    layout, title = tracker.layout, tracker.title
    columns = columns_of(layout.uses, title.year, title.quarter, reporting, settings.first_month)
    ignored = tuple((skipped.cells[0], skipped.why) for skipped in tracker.skipped)
    return Table(layout.sheet.name, layout.first_header_row, layout.last_header_row, columns, ignored)


def actions_of(tracker: Found, table: Table, year: FiscalYear | None, request: Request) -> Iterable[Action]:
    texts = [one_line(text_in(row, Field.ACTION)) for row in tracker.rows]
    named = [("", text) for text in texts] if table.has(Field.REF) else split_refs(texts)
    for row, (ref, text) in zip(tracker.rows, named, strict=True):
        yield action_of(row, ref, text, tracker.layout.sheet, table, year, request)


def action_of(
    row: Row, ref: str, text: str, sheet: Sheet, table: Table, year: FiscalYear | None, request: Request
) -> Action:
    """One row as an action; ``ref`` is the one at the head of its words, where the plan has those."""
    theme, recommendation = theme_of(row)
    timescale, original, cell = timescales_of(row, sheet, year, request)
    cells = {use.field: cell for use, cell in row.cells if use.field not in (*REPORTS, Field.EXTRA)}
    if cell is not None:
        cells[Field.TIMESCALE] = cell
    return Action(
        sheet=sheet.name,
        row=row.number,
        text=text,
        timescale=timescale,
        ref=ref or one_line(text_in(row, Field.REF)),
        theme=theme,
        recommendation=recommendation,
        original_timescale=original,
        owners=owners_of(text_in(row, Field.OWNER), request.settings),
        updates=updates_of(row, table, request.settings),
        evidence=tidy(text_in(row, Field.EVIDENCE)),
        extras=tuple((use.heading.text, cell) for use, cell in row.cells if use.field is Field.EXTRA),
        cells=tuple(cells.items()),
    )


def text_in(row: Row, name: Field) -> str:
    cell = row.cell(name)
    return cell.text if cell else ""


def theme_of(row: Row) -> tuple[str, str]:
    """The theme and the recommendation: each from its column, else both from one, else the section's title."""
    theme, recommendation = text_in(row, Field.THEME), text_in(row, Field.RECOMMENDATION)
    if theme.strip() and recommendation.strip():
        return sentence_case(one_line(theme)), one_line(recommendation)
    if (theme or recommendation).strip():
        head, body = split_theme(theme or recommendation)
        if theme.strip() and not head:
            return body, ""
        return head or section_of(row), body
    return section_of(row), ""


def section_of(row: Row) -> str:
    return sentence_case(one_line(row.section.text)) if row.section else ""


def timescales_of(
    row: Row, sheet: Sheet, year: FiscalYear | None, request: Request
) -> tuple[Timescale, Timescale | None, Cell | None]:
    """The timescale in force, the original one where the plan keeps both, and the cell of the first."""
    cell, first = row.cell(Field.TIMESCALE), row.cell(Field.ORIGINAL_TIMESCALE)
    original = read_timescale(first, sheet, year, request) if first else None
    current = read_timescale(cell, sheet, year, request)
    if original is not None and current.kind is Kind.UNSET and original.kind is not Kind.UNSET:
        return original, original, first
    return current, original, cell


def read_timescale(cell: Cell | None, sheet: Sheet, year: FiscalYear | None, request: Request) -> Timescale:
    value = sheet.value(cell.row, cell.column) if cell else None
    first_month = request.settings.first_month
    if cell is not None and isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        month_only = request.shows_month_only(cell)
        reading = parse_timescale(day, year, month_only=month_only, first_month=first_month)
        return replace(reading, text=f"{day:%b-%y}" if month_only else cell.text)
    return read_phrase(cell.text if cell else "", year, first_month)


# A plan says the same few phrases over and over; each is read once.
@lru_cache(maxsize=4096)
def read_phrase(text: str, year: FiscalYear | None, first_month: int) -> Timescale:
    return parse_timescale(text, year, first_month=first_month)


@lru_cache(maxsize=4096)
def read_owners(text: str) -> tuple[Owner, ...]:
    return split_owners(text)


def owners_of(text: str, settings: Settings) -> tuple[Owner, ...]:
    """The owners a cell names, each as the Owners sheet calls it where it is listed there."""
    if is_error(text):
        return ()
    whole = settings.directory.find(owner_key(text)) if text.strip() else None
    owners = read_owners(whole.owner if whole else text)
    if whole is not None and len(owners) != 1:
        owners = (Owner(whole.owner, owner_key(whole.owner)),)
    return unique(listed(owner, settings) for owner in owners)


def listed(owner: Owner, settings: Settings) -> Owner:
    contact = settings.directory.find(owner.key)
    return replace(owner, name=contact.owner, key=owner_key(contact.owner)) if contact else owner


def updates_of(row: Row, table: Table, settings: Settings) -> tuple[Update, ...]:
    """The row's updates in order of quarter, those of an unknown quarter last."""
    cells = {use.heading: cell for use, cell in row.cells}
    reports: dict[tuple[FiscalQuarter | None, str], dict[Field, Cell]] = {}
    for column in table.columns:
        if column.field in REPORTS:
            key = (column.quarter, "" if column.quarter else column.name)
            reports.setdefault(key, {}).setdefault(column.field, cells[column.heading])
    updates = [update_of(quarter, parts, settings) for (quarter, _), parts in reports.items()]
    return tuple(sorted(updates, key=lambda update: update.quarter.first_day if update.quarter else date.max))


def update_of(quarter: FiscalQuarter | None, cells: Mapping[Field, Cell], settings: Settings) -> Update:
    status, comment = cells.get(Field.STATUS), cells.get(Field.COMMENT)
    found = settings.vocabulary.find(status.text) if status and status.text.strip() else None
    return Update(quarter, found, status, tidy(comment.text) if comment else "", comment)


def with_fills(actions: tuple[Action, ...], quarter: FiscalQuarter | None, request: Request) -> tuple[Action, ...]:
    """The actions with the colour of each status cell, where the quarter's statuses are all without a word."""
    cells = [action.update(quarter).status_cell for action in actions]
    if not any(cells) or any(action.update(quarter).has_status for action in actions):
        return actions
    return tuple(replace(action, updates=tuple(filled(action, quarter, request))) for action in actions)


def filled(action: Action, quarter: FiscalQuarter | None, request: Request) -> Iterable[Update]:
    for update in action.updates:
        cell = update.status_cell if update.quarter == quarter else None
        yield replace(update, status_fill=request.fill_of(cell)) if cell else update


def shared_start(actions: Iterable[Action]) -> FiscalQuarter | None:
    """The earliest quarter that two actions or more start in: when a plan that does not say so begins."""
    starts = Counter(action.timescale.start for action in actions if action.timescale.start)
    return min((start for start, count in starts.items() if start and count > 1), default=None)
