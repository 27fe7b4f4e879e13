"""What the last collect changed, kept beside the master so that it can be taken back cell by cell.

A cell is known by more than its address: by the words of its action and by the heading above it, so that what is taken
back is taken back in the right place or not at all, whatever was moved since.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.backup import BACKUPS
from peerxl.excel.save import save_all
from peerxl.merge.columns import table_of
from peerxl.merge.outcome import Change
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet, shown

ENDING = " last collect.json"


class NothingCollectedError(PeerxlError):
    """There is no collect to take back."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: there is no collect to take back; earlier masters are in {BACKUPS} beside it.")


class JournalUnreadableError(PeerxlError):
    """The journal is not as it was written."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the record of the last collect cannot be read; take a master from {BACKUPS} instead."
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell that a collect set: where, what it said before and after, and what stood around it."""

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
class Left:
    """A cell that is not taken back, and why."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Undoing:
    """What of a journal can be taken back: each entry with the cell it is in now, and what is left alone."""

    taken: tuple[tuple[Entry, Cell], ...]
    left: tuple[Left, ...]

    @property
    def texts(self) -> dict[str, dict[str, str | None]]:
        """What to write, by sheet and cell."""
        by_sheet: dict[str, dict[str, str | None]] = {}
        for entry, cell in self.taken:
            by_sheet.setdefault(cell.sheet, {})[cell.address] = entry.before or None
        return by_sheet


def entry_of(plan: ActionPlan, change: Change) -> Entry:
    """A change as the journal keeps it."""
    table, cell = table_of(plan, change.action), change.cell
    action = change.action.cell(Field.ACTION)
    heading = next(column.heading for column in table.columns if column.number == cell.column)
    return Entry(
        name=change.action.name,
        part=change.part.value,
        sheet=cell.sheet,
        row=cell.row,
        column=cell.column,
        before=cell.text,
        after=change.text,
        action_column=action.column if action else 0,
        action=action.text if action else "",
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
    return file.parent / BACKUPS / f"{file.stem}{ENDING}"


def write_journal(master: Path, entries: Iterable[Entry]) -> None:
    """Keep the entries in the place of those before; without any there is nothing left to take back."""
    path, kept = path_of(master), [asdict(entry) for entry in entries]
    if kept:
        save_all({path: json.dumps(kept, ensure_ascii=False, indent=1).encode()}, force=True)
    else:
        path.unlink(missing_ok=True)


def read_journal(master: Path) -> tuple[Entry, ...]:
    """The entries of the last collect; NothingCollectedError where there is none."""
    path = path_of(master)
    try:
        return tuple(Entry(**entry) for entry in json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise NothingCollectedError(master) from error
    except (OSError, ValueError, TypeError) as error:
        raise JournalUnreadableError(path) from error
