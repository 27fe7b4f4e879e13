"""Which trackers of a workbook make up the plan, and what became of every sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.frozen import frozen
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Fate, Field, SheetFate
from peerxl.model.sheet import Sheet, column_letter
from peerxl.reading.trackers.plan_names import is_called_copy
from peerxl.reading.trackers.tracker import Request, SheetReading, Tracker


@frozen
class Selection:
    """The trackers that are the plan, and every sheet's reading with its fate."""

    plan: tuple[Tracker, ...]
    readings: tuple[SheetReading, ...]

    @property
    def fates(self) -> tuple[SheetFate, ...]:
        return tuple(map(tell_fate, self.readings))

    def sheets_of(self, fate: Fate) -> tuple[str, ...]:
        return tuple(reading.sheet.name for reading in self.readings if reading.fate is fate)


def select_trackers(readings: Sequence[SheetReading], request: Request) -> Selection:
    """The trackers that make up the plan: those of the sheets asked for, else those of one kind with the best.

    Tables with the same columns are parts of one plan, unless each is a quarter's copy of it: then the reporting
    quarter's, else the latest. Another version of a table read already is left, and a copy that is the same in all.
    """
    in_order = [tracker for reading in readings for tracker in reading.trackers]
    # Wherever somebody has put a copy, the sheet that it is of is the plan.
    trackers = sorted(in_order, key=lambda tracker: is_called_copy(tracker.name))
    if request.is_settled:
        copies = find_copies(trackers)
        plan = [tracker for tracker in in_order if tracker.name not in copies]
        return Selection(tuple(plan), tuple(decide_fate(reading, plan, {}, copies) for reading in readings))
    # Of two as good, a list of actions comes before one of risks or issues.
    best = max(trackers, key=lambda tracker: (bool(tracker.rows), len(tracker.layout.core), not tracker.subject))
    alike = [tracker for tracker in trackers if is_part(tracker, best)]
    current = select_quarter(alike, request.quarter or request.settings.quarter)
    earlier = {tracker.name for tracker in alike if tracker not in current}
    copies = find_copies([tracker for tracker in trackers if tracker.name not in earlier])
    kept, versions = drop_versions([tracker for tracker in current if tracker.name not in copies])
    plan = [tracker for tracker in in_order if any(tracker is each for each in kept)]
    reasons = (
        {tracker.name: (Fate.NOT_READ, describe_difference(tracker, best)) for tracker in trackers}
        | dict.fromkeys(earlier, (Fate.OTHER_QUARTER, "it is the plan of another quarter"))
        | {version.name: (Fate.NOT_READ, describe_version(version, original)) for version, original in versions}
    )
    return Selection(tuple(plan), tuple(decide_fate(reading, plan, reasons, copies) for reading in readings))


def is_part(tracker: Tracker, best: Tracker) -> bool:
    """Whether a tracker may be a part of the best one's plan: of the same fields and subject, and with actions.

    On one sheet what is done may have other columns than what is open, and is of one plan all the same.
    """
    is_same_kind = tracker.layout.core == best.layout.core or tracker.layout.sheet is best.layout.sheet
    return tracker is best or (is_same_kind and tracker.subject == best.subject and bool(tracker.rows))


def select_quarter(alike: list[Tracker], reporting: FiscalQuarter | None) -> list[Tracker]:
    """The trackers of the reporting quarter, else of the latest, where each says which it is of."""
    quarters = sorted({tracker.quarter for tracker in alike if tracker.quarter})
    if all(tracker.quarter for tracker in alike):
        past = [quarter for quarter in quarters if reporting is None or quarter <= reporting]
        return [tracker for tracker in alike if tracker.quarter == (past or quarters)[-1]]
    tabs = {tracker.tab for tracker in alike}
    if len(tabs) > 1 and None not in tabs and reporting is not None and reporting.number in tabs:
        return [tracker for tracker in alike if tracker.tab == reporting.number]
    return alike


def find_copies(trackers: Sequence[Tracker]) -> dict[str, str]:
    """The sheets that are the same in every cell as one before them, each with that one's name."""
    if len({tracker.name for tracker in trackers}) < 2:
        return {}
    first: dict[tuple[object, ...], str] = {}
    copies: dict[str, str] = {}
    for tracker in trackers:
        # By the cells themselves: a copy that differs in one of them is another version.
        original = first.setdefault(cells_of(tracker.layout.sheet), tracker.name)
        if original != tracker.name:
            copies[tracker.name] = original
    return copies


def cells_of(sheet: Sheet) -> tuple[object, ...]:
    """Every cell of a sheet that says something, by which a copy is known."""
    return tuple(
        (row, column, value)
        for row in sheet.filled_rows
        for column, value in enumerate(sheet.rows[row - 1])
        if value is not None
    )


def drop_versions(alike: Sequence[Tracker]) -> tuple[list[Tracker], list[tuple[Tracker, Tracker]]]:
    """The trackers less other versions of those before them, and each such version with its original."""
    kept: list[Tracker] = []
    versions: list[tuple[Tracker, Tracker]] = []
    for tracker in alike:
        others = [other for other in kept if other.name != tracker.name and tracker.is_version_of(other)]
        if others:
            versions.append((tracker, others[0]))
        else:
            kept.append(tracker)
    return kept, versions


def describe_difference(tracker: Tracker, best: Tracker) -> str:
    """Why a tracker is no part of the best one's plan."""
    if not tracker.rows:
        return "it has no action yet"
    if tracker.subject != best.subject and not (tracker.is_rated or best.is_rated):
        return f"it lists {plural(tracker.subject)}, and the plan lists {plural(best.subject)}"
    read = "the table that is read" if tracker.name == best.name else f"the sheet {best.name!r}"
    return f"it has other columns than {read}"


def plural(subject: str) -> str:
    """What a list is of, in the plural: actions where its headings say nothing else."""
    subject = subject or "action"
    return f"{subject[:-1]}ies" if subject.endswith("y") else f"{subject}s"


def describe_version(version: Tracker, original: Tracker) -> str:
    shared = len(version.content & original.content)
    return f"{shared} of its {len(version.content)} actions stand on the sheet {original.name!r} too, with other cells"


def decide_fate(
    reading: SheetReading,
    plan: Sequence[Tracker],
    reasons: dict[str, tuple[Fate, str]],
    copies: dict[str, str],
) -> SheetReading:
    """A sheet's reading with its fate, where it has a tracker."""
    name = reading.sheet.name
    if not reading.trackers:
        return reading
    if any(tracker.name == name for tracker in plan):
        return replace(reading, fate=Fate.READ, why=f"{count_actions(reading)} in it")
    if name in copies:
        return replace(reading, fate=Fate.COPY, why=f"it is the same in every cell as the sheet {copies[name]!r}")
    fate, why = reasons[name]
    return replace(reading, fate=fate, why=why)


def count_actions(reading: SheetReading) -> str:
    count = sum(len(tracker.rows) for tracker in reading.trackers)
    return f"{count} action" if count == 1 else f"{count} actions"


def tell_fate(reading: SheetReading) -> SheetFate:
    """What became of a sheet, in the model's words."""
    if reading.trackers:
        layout = reading.trackers[0].layout
        columns: dict[Field, list[str]] = {}
        for use in layout.uses:
            columns.setdefault(use.field, []).append(column_letter(use.heading.column))
        letters = tuple((field, tuple(each)) for field, each in columns.items())
        return SheetFate(reading.sheet.name, reading.fate, reading.why, layout.last_header_row, letters)
    row = reading.shortfall.header_row if reading.shortfall else None
    return SheetFate(reading.sheet.name, reading.fate, reading.why, row)
