"""The trackers of a workbook: which of its tables make up the plan, and which were left aside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from peerxl.errors import ColumnError, NoTrackerError, UnknownSheetError
from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field, Skipped, Table
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell, Sheet, column_letter
from peerxl.reading.columns import TrackerLayout, find_layouts
from peerxl.reading.headings import action_rank, heading_key, read_heading
from peerxl.reading.quarters import date_columns
from peerxl.reading.rows import ActionRow, read_rows
from peerxl.reading.settings import is_settings_sheet
from peerxl.reading.title import Title, find_title, quarter_number, read_title
from peerxl.text import one_line


@dataclass(frozen=True, slots=True)
class Request:
    """What the reader needs beside the sheets: the file's name, the options, the settings and two questions on styles.

    ``columns`` are the numbers of columns settled by hand, by field.
    """

    source: str
    quarter: FiscalQuarter | None = None
    sheet: str | None = None
    columns: Mapping[Field, int] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    shows_month_only: Callable[[Cell], bool] = lambda cell: False
    fill_of: Callable[[Cell], str] = lambda cell: ""


@dataclass(frozen=True, slots=True)
class Tracker:
    """A tracker found on a sheet, with its rows, the title above it and the quarter its sheet's name tells."""

    layout: TrackerLayout
    rows: tuple[ActionRow, ...]
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
        """The words of its actions, by which a copy of it is known."""
        return frozenset(one_line(row.text(Field.ACTION)).casefold() for row in self.rows)

    @property
    def is_likely(self) -> bool:
        """Whether it is a tracker for sure, and no list of words for drop-downs."""
        heading = next(use.heading.text for use in self.layout.uses if use.field is Field.ACTION)
        is_headed = read_heading(heading).field is Field.ACTION or action_rank(heading_key(heading)) is not None
        return bool(self.rows) and len(self.layout.core) >= 3 and is_headed

    def is_copy_of(self, other: Tracker) -> bool:
        """Whether most of its actions stand in the other tracker too."""
        return 2 * len(self.content & other.content) > len(self.content)


def find_trackers(sheets: Sequence[Sheet], request: Request) -> list[Tracker]:
    """The trackers on the sheet asked for, else on every visible sheet that is not settings."""
    if request.sheet is not None:
        candidates = [sheet for sheet in sheets if sheet.name.casefold() == request.sheet.strip().casefold()]
        if not candidates:
            raise UnknownSheetError(request.source, request.sheet, tuple(sheet.name for sheet in sheets))
    else:
        candidates = [sheet for sheet in sheets if not sheet.is_hidden and not is_settings_sheet(sheet)]
    settings = request.settings
    trackers = [
        read_tracker(layout, request)
        for sheet in candidates
        for layout in find_layouts(sheet, settings.vocabulary, request.columns, settings.first_month)
    ]
    if not trackers:
        raise NoTrackerError(request.source, request.sheet or "")
    for name, column in request.columns.items():
        if all(column > sheet_width(each.layout.sheet) for each in trackers):
            raise ColumnError(f"{name}={column_letter(column)}", "is a column the plan does not have")
    return trackers


def sheet_width(sheet: Sheet) -> int:
    return max(map(len, sheet.rows), default=0)


def read_tracker(layout: TrackerLayout, request: Request) -> Tracker:
    rows, skipped = read_rows(layout)
    stem = request.source.rsplit(".", 1)[0]
    first_month = request.settings.first_month
    title, name = find_title(layout.sheet, layout.first_header_row, stem, first_month), layout.sheet.name
    tab = read_title(name, first_month)
    if title.quarter is None and tab.quarter is not None:
        title = replace(title, quarter=tab.quarter, year=tab.year)
    return Tracker(layout, rows, skipped, title, quarter_number(name))


def choose_trackers(
    trackers: list[Tracker], reporting: FiscalQuarter | None
) -> tuple[list[Tracker], list[Tracker], list[Tracker]]:
    """The trackers that make up the plan, those that do not, and those that are the plan of another quarter.

    Tables with the same columns are parts of one plan, unless each is a quarter's copy of it: then the reporting
    quarter's, else the latest.
    """
    best = max(trackers, key=lambda tracker: (bool(tracker.rows), len(tracker.layout.core)))
    alike = [each for each in trackers if each.layout.core == best.layout.core and (each.rows or each is best)]
    current = select_quarter(alike, reporting)
    plan, earlier = drop_copies(current), [tracker for tracker in alike if tracker not in current]
    left = [tracker for tracker in trackers if tracker not in (*plan, *earlier) and tracker.is_likely]
    return plan, left, earlier


def select_quarter(alike: list[Tracker], reporting: FiscalQuarter | None) -> list[Tracker]:
    """The trackers of the reporting quarter, else of the latest, where each says which it is of."""
    quarters = sorted({tracker.quarter for tracker in alike if tracker.quarter})
    if len(quarters) > 1 and all(tracker.quarter for tracker in alike):
        past = [quarter for quarter in quarters if reporting is None or quarter <= reporting]
        return [tracker for tracker in alike if tracker.quarter == (past or quarters)[-1]]
    tabs = {tracker.tab for tracker in alike}
    if len(tabs) > 1 and None not in tabs and reporting is not None and reporting.number in tabs:
        return [tracker for tracker in alike if tracker.tab == reporting.number]
    return alike


def drop_copies(alike: list[Tracker]) -> list[Tracker]:
    """The trackers less those that repeat another's actions: the first of them is the plan."""
    kept: list[Tracker] = []
    for each in alike:
        if not any(each.is_copy_of(other) for other in kept):
            kept.append(each)
    return kept


def unread_finding(tracker: Tracker) -> Finding:
    name = tracker.layout.sheet.name
    return Finding(
        "sheet-not-read",
        Severity.WARNING,
        f"The sheet {name!r} also looks like a tracker and was not read; to read it, name it with --sheet.",
        sheet=name,
    )


def list_faults(tracker: Tracker) -> list[Finding]:
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


def make_table(tracker: Tracker, reporting: FiscalQuarter | None, settings: Settings) -> Table:
    layout, title = tracker.layout, tracker.title
    columns = date_columns(layout.uses, title.year, title.quarter, reporting, settings.first_month)
    return Table(layout.sheet.name, layout.first_header_row, layout.last_header_row, columns, tracker.skipped)
