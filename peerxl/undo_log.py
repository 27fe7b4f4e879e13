"""What was last changed in a master, kept beside it so that it can be taken back step by step and cell by cell.

A step is written down before the master is saved: a run that is killed leaves at worst a step that changed nothing. A
cell is known by its action, its field and its quarter, and is looked for in the plan as it is read now: what is taken
back is taken back in the right place or not at all, whatever was moved since.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from peerxl.errors import PeerxlError
from peerxl.excel.backup import BACKUPS, KEPT
from peerxl.excel.master import Opened, is_saved
from peerxl.excel.save import save_all
from peerxl.model.layout import Column
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell, Sheet

ENDING = " changes.json"


class NothingToUndoError(PeerxlError):
    """There is no change to take back."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: there is no change to take back; earlier masters are in {BACKUPS} beside it.")


class JournalUnreadableError(PeerxlError):
    """The journal is not as it was written."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: the record of changes cannot be read; take a master from {BACKUPS} instead.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell that was set: what it said before and after, and by what it is known.

    It is known by the words of its action, by the rows that had these words, and by its column's field and quarter;
    ``sheet``, ``row`` and ``column`` are where it stood.
    """

    name: str
    part: str
    sheet: str
    row: int
    column: int
    before: str
    after: str
    ref: str
    action: str
    rows: tuple[int, ...]
    field: str
    quarter: str
    heading: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changed in a master, and when; ``how`` is how the master was read (see ``read_plan``)."""

    command: str
    at: datetime
    how: Mapping[str, Any]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A cell that is not taken back, and why."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Undoing:
    """What of a step can be taken back: each entry with the cell it is in now, and what is left alone."""

    taken: tuple[tuple[Entry, Cell], ...]
    left: tuple[Left, ...]

    @property
    def texts(self) -> dict[str, dict[str, str | None]]:
        """What to write, by sheet and cell."""
        by_sheet: dict[str, dict[str, str | None]] = {}
        for entry, cell in self.taken:
            by_sheet.setdefault(cell.sheet, {})[cell.address] = entry.before or None
        return by_sheet


def entry_of(plan: ActionPlan, action: Action, part: str, cell: Cell, after: str) -> Entry:
    """A change as the journal keeps it: ``cell`` has its words of before."""
    column = next(column for column in plan.table_of(action).columns if column.number == cell.column)
    return Entry(
        name=action.name,
        part=part,
        sheet=cell.sheet,
        row=action.row,
        column=cell.column,
        before=cell.text,
        after=after,
        ref=action.ref,
        action=action.text,
        rows=rows_of(plan, action.sheet, action.text),
        field=column.field,
        quarter=quarter_words(column),
        heading=column.heading.text,
    )


def rows_of(plan: ActionPlan, sheet: str, words: str) -> tuple[int, ...]:
    """The rows of a sheet whose action has these words."""
    return tuple(action.row for action in plan.actions if (action.sheet, action.text) == (sheet, words))


def quarter_words(column: Column) -> str:
    """The quarter a column is of, as far as anybody can say."""
    return str(column.quarter) if column.quarter else column.name


def undoing(entries: Iterable[Entry], plan: ActionPlan, sheets: Sequence[Sheet]) -> Undoing:
    """What can be taken back in a master as it is now: its plan, and the sheets that was read from."""
    named = {sheet.name: sheet for sheet in sheets}
    taken: list[tuple[Entry, Cell]] = []
    left: list[Left] = []
    for entry in entries:
        action = action_now(entry, plan)
        cell = cell_now(entry, plan, action, named) if action else None
        if cell is None:
            left.append(Left(entry, "its row cannot be told any more" if action is None else "its column has changed"))
        elif cell.text == entry.after:
            taken.append((entry, cell))
        elif cell.text != entry.before:
            left.append(Left(entry, f"somebody has changed it since, to “{cell.text}”"))
    return Undoing(tuple(taken), tuple(left))


def action_now(entry: Entry, plan: ActionPlan) -> Action | None:
    """The action as it stands now: the only one with its words, then and now, else the one with its ref among those.

    Of several that neither tells apart it is the one that stands where it stood, if none of them has moved.
    """
    alike = [action for action in plan.actions if (action.sheet, action.text) == (entry.sheet, entry.action)]
    by_ref = [action for action in alike if entry.ref and action.ref == entry.ref]
    if len(alike) == 1 == len(entry.rows):
        return alike[0]
    if len(by_ref) == 1:
        return by_ref[0]
    has_stayed = rows_of(plan, entry.sheet, entry.action) == entry.rows
    return next((action for action in alike if action.row == entry.row), None) if has_stayed else None


def cell_now(entry: Entry, plan: ActionPlan, action: Action, sheets: Mapping[str, Sheet]) -> Cell | None:
    """The action's cell in the column of the same field and quarter; None where there is no such column, or several."""
    table = plan.table_of(action).columns
    same = [column for column in table if (column.field, quarter_words(column)) == (entry.field, entry.quarter)]
    # A plain "Status" is of the quarter that the title says, which moves on.
    plain = [column for column in table if (column.field, column.heading.text) == (entry.field, entry.heading)]
    columns = same or [column for column in plain if not column.name]
    if len(columns) != 1:
        return None
    read = [cell for cell in action.all_cells if cell.column == columns[0].number]
    return read[0] if read else sheets[action.sheet].cell(action.row, columns[0].number)


def path_of(master: Path) -> Path:
    """Where a master's journal lies."""
    file = master.resolve()
    return file.parent / BACKUPS / f"{file.name}{ENDING}"


@contextmanager
def recorded(master: Opened, step: Step) -> Iterator[None]:
    """Write a step down before the master is changed, and strike it out where that fails and nothing was changed."""
    try:
        before = read_steps(master.path)
    except JournalUnreadableError:
        before = ()
    if step.entries:
        write_steps(master.path, (*before, step))
    try:
        yield
    except BaseException as error:
        if not is_saved(master, error):
            strike(master.path, step)
        raise


def strike(master: Path, step: Step) -> None:
    """Take a step out of the journal."""
    write_steps(master, [other for other in read_steps(master) if other != step])


def write_steps(master: Path, steps: Sequence[Step]) -> None:
    """Keep the last steps, as many as there are earlier masters."""
    path = path_of(master)
    kept = [asdict(step) | {"at": step.at.isoformat()} for step in steps]
    if kept:
        save_all({path: json.dumps(kept[-KEPT:], ensure_ascii=False, indent=1).encode()}, force=True)
    else:
        path.unlink(missing_ok=True)


def read_steps(master: Path) -> tuple[Step, ...]:
    """What was changed in a master, the last step last."""
    path = path_of(master)
    try:
        steps = json.loads(path.read_text(encoding="utf-8"))
        return tuple(map(read_step, expect_list(steps)))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise JournalUnreadableError(path) from error


def read_step(step: dict[str, Any]) -> Step:
    entries = tuple(Entry(**(entry | {"rows": tuple(entry["rows"])})) for entry in expect_list(step["entries"]))
    return Step(str(step["command"]), datetime.fromisoformat(step["at"]), dict(step["how"]), entries)


def expect_list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a record is lists of steps and of entries")
    return value


def last_step(master: Path) -> Step:
    """The step to take back; NothingToUndoError where there is none."""
    steps = read_steps(master)
    if not steps:
        raise NothingToUndoError(master)
    return steps[-1]
