"""What was last changed in a master, kept beside it so that it can be taken back step by step and cell by cell.

A step is written down before the master is saved: a run that is killed leaves at worst a step that changed nothing. A
cell is known by more than its address: by the words of its action and by the heading above it, so that what is taken
back is taken back in the right place or not at all, whatever was moved since.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from peerxl.errors import PeerxlError
from peerxl.excel.backup import BACKUPS, KEPT
from peerxl.excel.save import save_all
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell, Sheet, shown

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
    """One cell that was set: where, what it said before and after, and what stood around it."""

    name: str
    part: str
    sheet: str
    row: int
    column: int
    before: str
    after: str
    action_column: int
    action: str
    heading_row: int
    heading: str

    def cell_in(self, sheet: Sheet) -> Cell | None:
        """The cell as it is now, where it can be told which it is: its action's row may have moved."""
        if shown(sheet.value(self.heading_row, self.column)) != self.heading:
            return None
        if self.is_at(sheet, self.row):
            return sheet.cell(self.row, self.column)
        rows = [row for row in range(1, len(sheet.rows) + 1) if self.is_at(sheet, row)]
        return sheet.cell(rows[0], self.column) if len(rows) == 1 else None

    def is_at(self, sheet: Sheet, row: int) -> bool:
        return shown(sheet.value(row, self.action_column)) == self.action


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changed in a master, and when."""

    command: str
    at: datetime
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
    table, words = plan.table_of(action), action.cell(Field.ACTION)
    heading = next(column.heading for column in table.columns if column.number == cell.column)
    return Entry(
        name=action.name,
        part=part,
        sheet=cell.sheet,
        row=cell.row,
        column=cell.column,
        before=cell.text,
        after=after,
        action_column=words.column if words else 0,
        action=words.text if words else "",
        heading_row=heading.row,
        heading=heading.text,
    )


def undoing(entries: Iterable[Entry], sheets: Sequence[Sheet]) -> Undoing:
    """What can be taken back in a master as it is now."""
    named = {sheet.name: sheet for sheet in sheets}
    taken: list[tuple[Entry, Cell]] = []
    left: list[Left] = []
    for entry in entries:
        cell = entry.cell_in(named[entry.sheet]) if entry.sheet in named else None
        if cell is None:
            left.append(Left(entry, "its row or column has been changed since"))
        elif cell.text == entry.after:
            taken.append((entry, cell))
        elif cell.text != entry.before:
            left.append(Left(entry, f"somebody has changed it since, to “{cell.text}”"))
    return Undoing(tuple(taken), tuple(left))


def path_of(master: Path) -> Path:
    """Where a master's journal lies."""
    file = master.resolve()
    return file.parent / BACKUPS / f"{file.name}{ENDING}"


@contextmanager
def recorded(master: Path, step: Step) -> Iterator[None]:
    """Write a step down before the master is changed, and strike it out where that fails."""
    try:
        before = read_steps(master)
    except JournalUnreadableError:
        before = ()
    if step.entries:
        write_steps(master, (*before, step))
    try:
        yield
    except BaseException:
        strike(master, step)
        raise


def strike(master: Path, step: Step) -> None:
    """Take a step out of the journal."""
    write_steps(master, [other for other in read_steps(master) if other != step])


def write_steps(master: Path, steps: Sequence[Step]) -> None:
    """Keep the last steps, as many as there are earlier masters."""
    path = path_of(master)
    kept = [{"command": step.command, "at": step.at.isoformat(), "entries": asdict(step)["entries"]} for step in steps]
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
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise JournalUnreadableError(path) from error


def read_step(step: dict[str, object]) -> Step:
    entries = tuple(Entry(**entry) for entry in expect_list(step["entries"]))
    return Step(str(step["command"]), datetime.fromisoformat(str(step["at"])), entries)


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
