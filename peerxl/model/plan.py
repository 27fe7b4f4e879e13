"""An action plan as read: its actions, the tables they stand in, and what its council says of itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from peerxl.frozen import Remembering, frozen
from peerxl.model.action import LONGEST_STATUS, Action, Update, count_words, leaves_open
from peerxl.model.finding import Findings
from peerxl.model.fiscal import FiscalQuarter, FiscalYear
from peerxl.model.layout import Field, SheetFate, Table
from peerxl.model.obstacle import NO_OBSTACLES, Obstacles
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell
from peerxl.model.status import Status

if TYPE_CHECKING:
    import pandas as pd


@frozen
class ActionPlan(Remembering):
    """A council's plan as read from its workbook.

    ``source`` is the file's name without folders; ``name`` what the plan is called in a sentence ("Peer review action
    plan"); ``quarter`` the reporting quarter, None where nothing says it; ``starts`` the quarter the plan begins and
    ``year`` the fiscal year of what is written without one, likewise; ``faults`` what was found while reading; ``path``
    where the workbook is, where it was read from a file; ``other_quarters`` the sheets that are this plan at another
    quarter, and were not read; ``obstacles`` what keeps answers out of the workbook, as far as it was looked for.
    """

    source: str
    title: str
    quarter: FiscalQuarter | None
    starts: FiscalQuarter | None
    actions: tuple[Action, ...]
    tables: tuple[Table, ...]
    settings: Settings
    faults: Findings = ()
    name: str = "Action plan"
    path: Path | None = None
    settings_path: Path | None = None
    year: FiscalYear | None = None
    other_quarters: tuple[str, ...] = ()
    sheets: tuple[SheetFate, ...] = ()
    obstacles: Obstacles = NO_OBSTACLES

    def has_column(self, field: Field) -> bool:
        return any(table.has(field) for table in self.tables)

    def table_of(self, action: Action) -> Table:
        """The table an action stands in."""
        if len(self.tables) == 1:
            return self.tables[0]
        # A sheet may have several tables, one below the other: the nearest above the row is the action's.
        tables = self.tables_by_sheet[action.sheet]
        above = bisect_left(tables, action.row, key=attrgetter("last_header_row"))
        return tables[above - 1]

    @cached_property
    def tables_by_sheet(self) -> Mapping[str, Sequence[Table]]:
        """The tables of each sheet, from the top down."""
        tables: dict[str, list[Table]] = {}
        for table in sorted(self.tables, key=attrgetter("last_header_row")):
            tables.setdefault(table.sheet, []).append(table)
        return tables

    @cached_property
    def percentages(self) -> frozenset[tuple[Table, int]]:
        """The columns of percentages, by their number in their table."""
        return frozenset(
            (table, column.number) for table in self.tables for column in table.columns if column.has_percentages
        )

    @cached_property
    def told_statuses(self) -> frozenset[tuple[Table, int]]:
        """The columns of statuses in which half of the cells go on to tell of it, by their number in their table."""
        updates = (update for action in self.actions for update in action.updates)
        if not any(count_words(update.status_text) > LONGEST_STATUS for update in updates):
            return frozenset()
        # By the number of the table: a table has its columns, and takes long to look up.
        lengths: dict[tuple[int, int], list[int]] = {}
        tables = {id(table): index for index, table in enumerate(self.tables)}
        for action in self.actions:
            index = tables[id(self.table_of(action))]
            for update in action.updates:
                if update.status_cell is not None and (count := count_words(update.status_text)):
                    lengths.setdefault((index, update.status_cell.column), []).append(count)
        return frozenset(
            (self.tables[index], column)
            for (index, column), counts in lengths.items()
            if 2 * len([count for count in counts if count > LONGEST_STATUS]) >= len(counts)
        )

    @cached_property
    def closed_columns(self) -> frozenset[tuple[Table, int]]:
        """The columns that take no word for a status: of percentages, and where it would wipe out what is told."""
        return self.percentages | self.told_statuses

    def open_actions(self, quarter: FiscalQuarter | None) -> tuple[Action, ...]:
        if quarter not in self._open_actions:
            self._open_actions[quarter] = tuple([action for action, _ in self.open_updates(quarter)])
        return self._open_actions[quarter]

    def open_updates(self, quarter: FiscalQuarter | None) -> Iterator[tuple[Action, Update | None]]:
        """Each action that still has to be done at a quarter, with what ``latest_updates`` gives for it."""
        return (latest for latest in self.latest_updates(quarter) if leaves_open(latest[1]))

    def latest_updates(self, quarter: FiscalQuarter | None) -> tuple[tuple[Action, Update | None], ...]:
        """Each action with its last update up to a quarter whose status is not blank."""
        if quarter not in self._latest_updates:
            self._latest_updates[quarter] = tuple((action, action.latest_update(quarter)) for action in self.actions)
        return self._latest_updates[quarter]

    @cached_property
    def _written_cells(self) -> tuple[tuple[Cell, ...], ...]:
        """For each action the cells it was read from, but for those that it shares with one before it."""
        return tuple(list_written_cells(self.actions))

    def list_cells(self, may_hold: Callable[[str], bool]) -> Iterator[tuple[Action, tuple[Cell, ...]]]:
        """Each action whose words may hold what is looked for, with the cells that people wrote them in.

        A cell that several share is the first one's. ``may_hold`` is asked of the words of a stretch of actions in one
        text, then of each action's, so that what is found in hardly any is looked for in few.
        """
        for words, start in self._written_words:
            if may_hold(words):
                stop = start + STRETCH
                for action, cells in zip(self.actions[start:stop], self._written_cells[start:stop], strict=True):
                    if may_hold(join_words(cells)):
                        yield action, cells

    # Half a dozen checks look for what hardly any plan has.
    @cached_property
    def _written_words(self) -> tuple[tuple[str, int], ...]:
        """The words of each stretch of actions in one text, with where it begins."""
        written = self._written_cells
        starts = range(0, len(written), STRETCH)
        return tuple((join_words(chain.from_iterable(written[start : start + STRETCH])), start) for start in starts)

    @cached_property
    def spellings(self) -> Mapping[str, tuple[Status | None, tuple[Cell, ...]]]:
        """Each spelling of a status, to the letter, with what it means (None if unknown) and the cells it is in."""
        by_spelling: dict[str, tuple[Status | None, dict[Cell, None]]] = {}
        for action in self.actions:
            for update in action.counted_updates:
                if update.status_cell is not None and update.has_status and (text := update.status_text):
                    by_spelling.setdefault(text, (update.status, {}))[1][update.status_cell] = None
        return {text: (status, tuple(cells)) for text, (status, cells) in by_spelling.items()}

    # A dozen checks ask for the same of a quarter.
    @cached_property
    def _open_actions(self) -> dict[FiscalQuarter | None, tuple[Action, ...]]:
        return {}

    @cached_property
    def _latest_updates(self) -> dict[FiscalQuarter | None, tuple[tuple[Action, Update | None], ...]]:
        return {}

    @property
    def quarters(self) -> tuple[FiscalQuarter, ...]:
        """The quarters the plan has columns for, in order."""
        return tuple(sorted({update.quarter for action in self.actions for update in action.updates if update.quarter}))

    @property
    def themes(self) -> tuple[str, ...]:
        return unique(action.theme for action in self.actions if action.theme)

    def complete_updates(self, action: Action) -> tuple[Update, ...]:
        """The updates of an action in order of quarter, with a blank one for the reporting quarter where it has none.

        An action of a plan without either has a blank one of no quarter.
        """
        quarters = {update.quarter for update in action.updates}
        is_whole = self.quarter in quarters or (self.quarter is None and quarters)
        updates = action.updates if is_whole else (*action.updates, Update(self.quarter))
        return tuple(sorted(updates, key=lambda update: update.quarter.first_day if update.quarter else date.max))

    def to_frame(self) -> pd.DataFrame:
        """The plan as a pandas frame with one row an action-quarter, the same rows that it is exported as.

        ``period`` is the quarter as a quarterly period of the council's own year ("Q-MAR" for one that starts in
        April), missing where the quarter is not known; ``due`` is a timestamp.
        """
        import pandas as pd

        reported = [(action, update) for action in self.actions for update in self.complete_updates(action)]
        frame = pd.DataFrame([_frame_row(action, update) for action, update in reported], columns=FRAME_COLUMNS)
        frequency = self.settings.years.year(2000).period_frequency
        # With its frequency said: of gaps alone pandas could not tell what they are gaps in.
        periods = [update.quarter.to_period() if update.quarter else pd.NaT for _, update in reported]
        frame.insert(0, "period", pd.PeriodIndex(periods, freq=frequency))
        return frame.assign(due=pd.to_datetime(frame["due"]))


BETWEEN_CELLS = "|"
"""What parts the words of cells in one text: no word, number or address goes on across it."""
STRETCH = 16
"""Of how many actions the words are looked through at once, few enough for some stretches to hold nothing."""


def join_words(cells: Iterable[Cell]) -> str:
    return BETWEEN_CELLS.join([cell.text for cell in cells])


def list_written_cells(actions: Iterable[Action]) -> Iterator[tuple[Cell, ...]]:
    """The cells that each action was read from, but for those that it shares with one before it."""
    rows: defaultdict[str, set[int]] = defaultdict(set)
    above: set[Cell] = set()
    for action in actions:
        rows[action.sheet].add(action.row)
        cells = action.all_cells
        # Most actions are read from cells of their own row, and from each for one thing.
        if len({cell.column for cell in cells if cell.row == action.row}) == len(cells):
            yield cells
            continue
        cells = tuple(dict.fromkeys(cells))
        # A theme or an owner that is carried down is the same cell for several actions.
        shared = {cell for cell in cells if cell.row != action.row}
        known = {cell for cell in shared if cell in above or cell.row in rows[cell.sheet]}
        above |= shared
        yield tuple(cell for cell in cells if cell not in known)


FRAME_COLUMNS = (
    "quarter ref theme recommendation action owners timescale due_quarter due "
    "status status_text comment is_open sheet row"
).split()


def _frame_row(action: Action, update: Update) -> tuple[object, ...]:
    """An action-quarter in the order of FRAME_COLUMNS."""
    return (
        str(update.quarter) if update.quarter else None,
        action.ref,
        action.theme,
        action.recommendation,
        action.text,
        "; ".join(owner.name for owner in action.owners),
        action.timescale.text,
        str(action.timescale.due) if action.timescale.due else None,
        action.timescale.due_date,
        update.status.word if update.status else None,
        update.status_text,
        update.comment,
        action.is_open(update.quarter),
        action.sheet,
        action.row,
    )


T = TypeVar("T")


def unique(values: Iterable[T]) -> tuple[T, ...]:
    """The values without repeats, in the order they first stand."""
    return tuple(dict.fromkeys(values))
