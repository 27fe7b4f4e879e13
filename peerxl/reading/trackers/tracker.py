"""The trackers of a workbook: what stands on each of its sheets, and why a sheet is read or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from peerxl.advice import READ_HIDDEN
from peerxl.errors import PeerxlError, UnknownSheetError
from peerxl.frozen import frozen
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Fate, Field, Skipped
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell, Sheet, column_letter
from peerxl.reading.columns.cells_alone import add_bare_action, name_by_cells, says_who_does_what
from peerxl.reading.columns.draft import Draft
from peerxl.reading.columns.drafting import draft_bare, draft_columns, settle_columns
from peerxl.reading.columns.percent_statuses import show_percentages
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.columns.undated_due import place_undated
from peerxl.reading.headers.header import (
    find_end_above,
    find_headers,
    guess_header,
    header_at,
    is_after_gap,
    stands_in_table,
)
from peerxl.reading.headers.header_row import Header
from peerxl.reading.headers.merged_headings import place_headings
from peerxl.reading.headers.table_edges import find_last_own_row
from peerxl.reading.headers.title import Title, find_title, quarter_number, read_title
from peerxl.reading.headings.key import heading_key
from peerxl.reading.own_sheets.settings import explain_foreign_key, explain_settings_sheet, holds_settings
from peerxl.reading.rows.action_rows import ActionRow, read_rows
from peerxl.reading.trackers.plan_names import is_called_plan, is_called_rules, lists_actions
from peerxl.reading.verdicts.refusal import Shortfall, explain_refusal, find_turned_headings
from peerxl.reading.verdicts.verdict import SheetHints, judge
from peerxl.text import one_line


class NoTrackerError(PeerxlError):
    """No sheet is a tracker; the sentence says which comes nearest, what it lacks and what would settle it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class NoSuchColumnError(PeerxlError):
    """A --column beyond the last column of the plan."""

    def __init__(self, text: object, last: str) -> None:
        super().__init__(f"{str(text)!r} is a column the plan does not have; name one up to {last}.")


@frozen
class Request:
    """What the reader needs beside the sheets: the file's name, the options, the settings, and how cells look.

    ``sheets`` are the names of the sheets to read, none for those that make up the plan; ``all_sheets`` reads every
    tracker; ``header_row`` is where the headings stand; ``columns`` are the numbers of columns settled by hand.
    ``papers`` are the names of sheets of a paper that was written of a plan.
    """

    source: str
    quarter: FiscalQuarter | None = None
    sheets: tuple[str, ...] = ()
    all_sheets: bool = False
    header_row: int | None = None
    columns: Mapping[Field, int] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    papers: frozenset[str] = frozenset()
    fill_of: Callable[[Cell], str] = lambda cell: ""
    number_format_of: Callable[[Cell], str | None] = lambda cell: ""
    offered_to: Callable[[Sequence[Cell]], Sequence[str]] = lambda cells: ()

    @property
    def is_settled(self) -> bool:
        """Whether the sheets to read were named, so that none is left out for what it looks like."""
        return bool(self.sheets) or self.all_sheets


@frozen
class Tracker:
    """A tracker found on a sheet, with its rows, the title above it and the quarter its sheet's name tells."""

    layout: TrackerLayout
    rows: tuple[ActionRow, ...]
    skipped: tuple[Skipped, ...]
    title: Title
    tab: int | None

    @property
    def name(self) -> str:
        """The name of its sheet."""
        return self.layout.sheet.name

    @property
    def quarter(self) -> FiscalQuarter | None:
        """The quarter that the title, or the sheet's name with the title's year, says the sheet is of."""
        named = self.title.year.quarter(self.tab) if self.title.year and self.tab else None
        return named or self.title.quarter

    @property
    def content(self) -> frozenset[str]:
        """The words of its actions, by which another version of it is known."""
        return frozenset(one_line(row.text(Field.ACTION)).casefold() for row in self.rows)

    @property
    def subject(self) -> str:
        """What it is a list of, where that is no actions: risks, issues. Lists of two subjects are two plans."""
        return next((subject for subject in SUBJECTS if any(words[:1] == [subject] for words in self.list_keys())), "")

    @property
    def is_rated(self) -> bool:
        """Whether its subject may be no more than that of a rating, as any plan may have one: "Risk level"."""
        named = [words for words in self.list_keys() if words[:1] == [self.subject]]
        return bool(named) and all(words[-1] in RATINGS for words in named)

    def list_keys(self) -> list[list[str]]:
        """The words of the headings that may say what it is a list of.

        One that stands alone after the actions says of each on which decision or other work it hangs.
        """
        actions = [use.heading.column for use in self.layout.uses if use.field is Field.ACTION]
        keys = [(heading_key(use.heading.text).split(), use.heading.column) for use in self.layout.uses]
        return [words for words, column in keys if len(words) > 1 or column <= max(actions, default=column)]

    def is_version_of(self, other: Tracker) -> bool:
        """Whether most of its actions stand in the other tracker too."""
        return 2 * len(self.content & other.content) > len(self.content)


SUBJECTS = ("risk", "issue", "assumption", "dependency", "decision", "opportunity", "lesson")
RATINGS = frozenset("rating level score category rag".split())


@frozen
class SheetReading:
    """What a sheet was read as: its trackers, else why it has none; ``others`` are tables beside its trackers."""

    sheet: Sheet
    trackers: tuple[Tracker, ...] = ()
    others: tuple[Shortfall, ...] = ()
    fate: Fate = Fate.READ
    why: str = ""
    shortfall: Shortfall | None = None


def read_workbook(sheets: Sequence[Sheet], request: Request) -> tuple[SheetReading, ...]:
    """What each sheet holds; NoTrackerError where none that may be the plan's holds a tracker."""
    asked = find_asked(sheets, request)
    readings = tuple(read_sheet(sheet, request, sheet in asked, is_trusted=False) for sheet in sheets)
    if (Field.ACTION in request.columns or request.sheets) and not is_found(readings, asked):
        # What an officer says is one is read as one.
        readings = tuple(
            reading if reading.trackers else read_sheet(reading.sheet, request, reading.sheet in asked, is_trusted=True)
            for reading in readings
        )
    trackers = [tracker for reading in readings for tracker in reading.trackers]
    empty = [reading for reading in readings if reading.sheet in asked and not reading.trackers]
    if not trackers or (request.sheets and empty):
        shortfalls = [reading.shortfall for reading in (empty or readings) if reading.shortfall is not None]
        raise NoTrackerError(explain_refusal(request.source, shortfalls, len(sheets), bool(request.sheets)))
    for name, column in request.columns.items():
        last = max(sheet_width(tracker.layout.sheet) for tracker in trackers)
        if column > last:
            raise NoSuchColumnError(f"{name}={column_letter(column)}", column_letter(last))
    return readings


def is_found(readings: Sequence[SheetReading], asked: Sequence[Sheet]) -> bool:
    """Whether every sheet asked for holds a tracker, or any where none was asked for."""
    wanted = [bool(reading.trackers) for reading in readings if not asked or reading.sheet in asked]
    return all(wanted) if asked else any(wanted)


def find_asked(sheets: Sequence[Sheet], request: Request) -> list[Sheet]:
    """The sheets that were asked for by name: as it is written, else without its case and the spaces around it."""
    asked: list[Sheet] = []
    for name in request.sheets:
        exact = [sheet for sheet in sheets if sheet.name == name]
        alike = [sheet for sheet in sheets if sheet.name.casefold().strip() == name.casefold().strip()]
        if not alike:
            raise UnknownSheetError(request.source, name, tuple(sheet.name for sheet in sheets))
        asked += [sheet for sheet in exact or alike if sheet not in asked]
    return asked


def read_sheet(sheet: Sheet, request: Request, is_asked: bool, is_trusted: bool) -> SheetReading:
    """What a sheet holds; the workbook's own lists and hidden sheets are read only where they are asked for."""
    is_of_paper = sheet.name in request.papers
    if is_of_paper or (request.sheets and not is_asked):
        why = "it is a sheet of an appendix that peerxl wrote" if is_of_paper else "another sheet was asked for"
        return SheetReading(sheet, fate=Fate.LEFT_ASIDE if is_of_paper else Fate.NOT_READ, why=why)
    foreign = explain_foreign_key(sheet)
    if (why := foreign or explain_settings_sheet(sheet)) and not is_asked:
        own = Fate.SETTINGS if holds_settings(sheet) else Fate.LEFT_ASIDE
        return SheetReading(sheet, fate=Fate.NO_TRACKER if foreign else own, why=why)
    if sheet.is_hidden and not is_asked:
        return SheetReading(sheet, fate=Fate.HIDDEN, why=f"it is hidden; {READ_HIDDEN.words()}")
    if not sheet.filled_rows:
        return SheetReading(sheet, fate=Fate.EMPTY, why="nothing stands on it", shortfall=Shortfall(sheet))
    layouts, shortfalls = find_layouts(sheet, request, is_trusted)
    if layouts:
        return SheetReading(sheet, tuple(read_tracker(layout, request) for layout in layouts), tuple(shortfalls))
    best = max(shortfalls, key=lambda shortfall: shortfall.nearness, default=Shortfall(sheet))
    return SheetReading(sheet, fate=Fate.NO_TRACKER, why=best.reason, shortfall=best)


def find_layouts(sheet: Sheet, request: Request, is_trusted: bool) -> tuple[list[TrackerLayout], list[Shortfall]]:
    """The trackers on a sheet, from the top down, and the tables on it that are none.

    Where the one whose headings name most is none, as a list of decisions, one above it may yet be.
    """
    headers = list_headers(sheet, request, is_trusted)
    layouts, shortfalls = read_tables(sheet, request, is_trusted, headers)
    settings, first = request.settings, headers[0] if headers else None
    if first and not layouts and request.header_row is None and is_after_gap(sheet, first.first_row):
        above = find_headers(sheet, settings.vocabulary, settings.years, before=first.first_row)
        layouts, others = read_tables(sheet, request, is_trusted, above, find_end_above(sheet, first))
        shortfalls = [*others, *shortfalls]
    return layouts, shortfalls


def read_tables(
    sheet: Sheet, request: Request, is_trusted: bool, headers: Sequence[Header], end: int | None = None
) -> tuple[list[TrackerLayout], list[Shortfall]]:
    """The tables under some headers, down to a row, that are trackers, and those that are none."""
    vocabulary, chosen = request.settings.vocabulary, request.columns
    ends = [*(find_end_above(sheet, header) for header in headers[1:]), end or len(sheet.rows)][: len(headers)]
    layouts: list[TrackerLayout] = []
    shortfalls: list[Shortfall] = []
    for found, last_row in zip(headers, ends, strict=True):
        rows = [row for row in sheet.filled_rows_after(found.last_row) if row <= last_row]
        header = place_headings(sheet, found, rows)
        # What stands beneath a table says nothing of what its columns are.
        last_own = find_last_own_row(sheet, rows)
        bare = draft_bare(sheet, header, last_own)
        drafts = add_bare_action(draft_columns(sheet, vocabulary, header, last_own, chosen), bare, chosen)
        bare = [column for column in bare if column.column not in {draft.column for draft in drafts}]
        named = name_by_cells(drafts, bare, vocabulary, chosen)
        hints = SheetHints(
            is_trusted,
            bool(header.calendars),
            is_called_plan(sheet, header.first_row),
            is_called_rules(sheet, header.first_row),
            lists_actions(sheet),
        )
        verdict = judge([*drafts, *bare], vocabulary, chosen, hints)
        if not verdict.is_tracker and says_who_does_what(named):
            verdict = judge(named, vocabulary, chosen, hints)
        # Beneath a tracker, what says neither who nor when explains its statuses.
        if verdict.is_tracker and (not layouts or has_who_or_when(named)):
            columns = place_undated(named, chosen)
            layouts.append(settle_columns(sheet, vocabulary, header, last_row, chosen, columns))
        elif request.header_row is None and stands_in_table(sheet, header.first_row, columns_of(header)):
            shortfalls.append(Shortfall(sheet))
        else:
            shortfalls.append(Shortfall(sheet, header.last_row, verdict, tuple(rows)))
    return layouts, shortfalls


def columns_of(header: Header) -> list[int]:
    return [cell.column for cell, _ in header.headed]


def has_who_or_when(drafts: Sequence[Draft]) -> bool:
    """Whether a table has a column of owners or of when each is due."""
    return any(draft.field in (Field.OWNER, Field.TIMESCALE, Field.ORIGINAL_TIMESCALE) for draft in drafts)


def list_headers(sheet: Sheet, request: Request, is_trusted: bool) -> Sequence[Header]:
    """The headers of a sheet: the row that was named, else those found, else the first row with the columns named."""
    years = request.settings.years
    if request.header_row is not None:
        is_there = request.header_row in sheet.filled_rows
        return [header_at(sheet, request.header_row, years)] if is_there else []
    found = find_headers(sheet, request.settings.vocabulary, years)
    if Field.ACTION in request.columns and find_turned_headings(sheet):  # no column of it holds the actions
        return []
    if not found and is_trusted and Field.ACTION in request.columns:
        return [guess_header(sheet, request.columns.values(), years)]
    return found


def sheet_width(sheet: Sheet) -> int:
    return max(map(len, sheet.rows))


def read_tracker(layout: TrackerLayout, request: Request) -> Tracker:
    layout = show_percentages(layout, request.number_format_of)
    rows, skipped = read_rows(layout)
    stem = request.source.rsplit(".", 1)[0]
    years = request.settings.years
    title, name = find_title(layout.sheet, layout.first_header_row, stem, years), layout.sheet.name
    tab = read_title(name, years)
    if title.quarter is None and tab.quarter is not None:
        title = replace(title, quarter=tab.quarter, year=tab.year, counted=tab.counted)
    return Tracker(layout, rows, skipped, title, quarter_number(name))
