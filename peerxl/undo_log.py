"""What was last changed in a master, kept beside it so that it can be taken back step by step and cell by cell.

A step is a file of its own, written before the master is saved: a run that is killed leaves at worst a step that
changed nothing, and two machines never write into one file. A cell is known by its action, its field and its quarter,
and is looked for in the plan as it is read now: what is taken back is taken back in the right place or not at all,
whatever was moved since.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from peerxl.advice import EARLIER_COPIES, FORGET
from peerxl.documents.wording import listed
from peerxl.errors import PeerxlError
from peerxl.excel.master import Opened, digest, is_saved
from peerxl.excel.patch import CellSnapshot, read_snapshots, snapshot_as_json, snapshot_from_json
from peerxl.files.backup import BACKUPS, KEPT, backups
from peerxl.files.save import save_all
from peerxl.identity.find import find_action
from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionTrace
from peerxl.model.layout import Column
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.text import mend_escapes

DATED, ENDING = "%Y-%m-%d %H%M%S.%f", ".json"
OLDER = ".peerxl-backup"
"""Where an older peerxl kept masters and its log, which is of another form."""


class NothingToUndoError(PeerxlError):
    """There is no change to take back; earlier masters may have been kept all the same."""

    def __init__(self, path: object, folders: Sequence[str]) -> None:
        earlier = f"; earlier copies are in {EARLIER_COPIES.words(folders=listed(folders))}" if folders else ""
        super().__init__(f"{path}: there is no change to take back{earlier}.")


class UndoLogUnreadableError(PeerxlError):
    """The last step is not as it was written."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the record of its changes cannot be read; take an earlier copy from "
            f"{EARLIER_COPIES.words(folders=BACKUPS)} instead."
        )


@dataclass(frozen=True, slots=True)
class LoggedCell:
    """One cell that was set: what it said before and after, and by what it is known.

    It is known by the words of its action, by the rows that had these words, and by its column's field and quarter; one
    without a field is no action's, and known by where it stood. ``sheet``, ``row`` and ``column`` are where it stood,
    ``subject`` is what of the action it says, in a sentence. ``kept`` is the cell as it was, as ``snapshot_as_json``
    writes it.
    """

    name: str
    subject: str
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
    kept: Mapping[str, Any]

    @property
    def address(self) -> str:
        """Where it stood in its sheet."""
        return Cell(self.sheet, self.row, self.column).address

    @property
    def trace(self) -> ActionTrace:
        """Its action; whose else the ref was is not known, so that it can point at an action and not away from it."""
        return ActionTrace(self.ref, self.action, self.sheet, self.row, "; ".join(map(str, self.rows)))


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """What one run of a command changed in a master, and when.

    ``how`` is how the master was read (see ``read_plan``), ``run`` the run's id in the record. A step that changed more
    than cells has the digests of the whole master before and after it, and no cells.
    """

    command: str
    at: datetime
    how: Mapping[str, Any]
    cells: tuple[LoggedCell, ...]
    run: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A cell that is not taken back, and why."""

    logged: LoggedCell
    why: str


@dataclass(frozen=True, slots=True)
class TakenCell:
    """A cell that is taken back: as it was logged, where it is now, and its action where it is one's."""

    logged: LoggedCell
    cell: Cell
    action: Action | None


@dataclass(frozen=True, slots=True)
class Reversal:
    """What of a step can be taken back, and what is left alone."""

    taken: tuple[TakenCell, ...]
    left: tuple[LeftCell, ...]

    @property
    def snapshots(self) -> dict[str, dict[str, CellSnapshot]]:
        """The cells as they were, by sheet and name of where they are now."""
        by_sheet: dict[str, dict[str, CellSnapshot]] = {}
        for each in self.taken:
            by_sheet.setdefault(each.cell.sheet, {})[each.cell.address] = snapshot_from_json(each.logged.kept)
        return by_sheet


def index_sheets(plan: ActionPlan) -> dict[str, ActionIndex]:
    """The plan's actions, each sheet's apart: a change is taken back on the sheet it was made on."""
    actions: dict[str, list[Action]] = {}
    for action in plan.actions:
        actions.setdefault(action.sheet, []).append(action)
    return {sheet: ActionIndex(tuple(those)) for sheet, those in actions.items()}


def log_cell(
    plan: ActionPlan, index: Mapping[str, ActionIndex], action: Action, subject: str, cell: Cell, after: str
) -> LoggedCell:
    """A change as the log keeps it: ``cell`` has its words of before, ``index`` the plan's actions by sheet."""
    column = next(column for column in plan.table_of(action).columns if column.number == cell.column)
    return LoggedCell(
        name=action.name,
        subject=subject,
        sheet=cell.sheet,
        row=action.row,
        column=cell.column,
        before=cell.text,
        after=after,
        ref=action.ref,
        action=action.text,
        rows=tuple(other.row for other in index[action.sheet].with_words(action.text, action.ref)),
        field=column.field,
        quarter=name_quarter(column),
        heading=column.heading.text,
        kept={},
    )


def log_other_cell(cell: Cell, after: str, name: str, subject: str) -> LoggedCell:
    """A change of a cell that is no action's, as the log keeps it: known by where it stands and what it says."""
    return LoggedCell(
        name=name,
        subject=subject,
        sheet=cell.sheet,
        row=cell.row,
        column=cell.column,
        before=cell.text,
        after=after,
        ref="",
        action="",
        rows=(),
        field="",
        quarter="",
        heading="",
        kept={},
    )


def name_quarter(column: Column) -> str:
    """The quarter a column is of, as far as anybody can say."""
    return str(column.quarter) if column.quarter else column.name


def plan_reversal(cells: Iterable[LoggedCell], plan: ActionPlan, sheets: Sequence[Sheet]) -> Reversal:
    """What can be taken back in a master as it is now: its plan, and the sheets that was read from."""
    named = {sheet.name: sheet for sheet in sheets}
    index = index_sheets(plan)
    taken: list[TakenCell] = []
    left: list[LeftCell] = []
    for logged in cells:
        action = find_action(logged.trace, index.get(logged.sheet, ActionIndex(()))).action if logged.field else None
        cell = find_cell(logged, plan, action, named) if action else find_other_cell(logged, named)
        if cell is None:
            left.append(LeftCell(logged, "its column has changed" if action else "its row cannot be told any more"))
        elif cell.text == logged.after:
            taken.append(TakenCell(logged, cell, action))
        elif cell.text != logged.before:
            left.append(LeftCell(logged, f"somebody has changed it since, to “{cell.text}”"))
    return Reversal(tuple(taken), tuple(left))


def find_other_cell(logged: LoggedCell, sheets: Mapping[str, Sheet]) -> Cell | None:
    """The cell of a change that is no action's, where it stood; None for an action's."""
    sheet = None if logged.field else sheets.get(logged.sheet)
    return sheet.cell(logged.row, logged.column) if sheet else None


def find_cell(logged: LoggedCell, plan: ActionPlan, action: Action, sheets: Mapping[str, Sheet]) -> Cell | None:
    """The action's cell in the column of the same field and quarter; None where there is no such column, or several."""
    table = plan.table_of(action).columns
    same = [column for column in table if (column.field, name_quarter(column)) == (logged.field, logged.quarter)]
    # A plain "Status" is of the quarter that the title says, which moves on.
    plain = [column for column in table if (column.field, column.heading.text) == (logged.field, logged.heading)]
    columns = same or [column for column in plain if not column.name]
    if len(columns) != 1:
        return None
    read = [cell for cell in action.all_cells if cell.column == columns[0].number]
    return read[0] if read else sheets[action.sheet].cell(action.row, columns[0].number)


def step_path(master: Path, step: LoggedStep) -> Path:
    """Where a step lies: "plan.xlsx 2024-01-08 093000.000000 1f3a.json"."""
    file = master.resolve()
    return file.parent / BACKUPS / f"{file.name} {step.at:{DATED}} {step.run}{ENDING}"


def step_paths(master: Path) -> list[Path]:
    """Where the steps of a master lie, the last step last."""
    file = master.resolve()
    named = re.compile(rf"{re.escape(file.name)} \d{{4}}-\d\d-\d\d \d{{6}}\.\d{{6}} \w+{re.escape(ENDING)}")
    folder = file.parent / BACKUPS
    return sorted(path for path in (folder.iterdir() if folder.is_dir() else ()) if named.fullmatch(path.name))


@contextmanager
def log_step(master: Opened, step: LoggedStep) -> Iterator[None]:
    """Write a step down before the master is changed, and strike it out where that fails and nothing was changed.

    Its cells are kept as they are, so that a day comes back as a day and in its style.
    """
    step = replace(keep_cells(master, step), at=after_last(master.path, step.at))
    if step.cells or step.after:
        write_step(master.path, step)
    try:
        yield
    except BaseException as error:
        if not is_saved(master, error):
            strike_step(master.path, step)
        raise


def after_last(master: Path, at: datetime) -> datetime:
    """When a step is said to be: just after the last one where the clock was set back, as the last is undone first."""
    paths = step_paths(master)
    if not paths:
        return at
    named = paths[-1].name.removeprefix(master.resolve().name).split()
    last = datetime.strptime(f"{named[0]} {named[1]}", DATED).replace(tzinfo=at.tzinfo)
    return max(at, last + timedelta(microseconds=1))


def keep_cells(master: Opened, step: LoggedStep) -> LoggedStep:
    """The step with its cells as they stand in the master."""
    addresses: dict[str, list[str]] = {}
    for cell in step.cells:
        addresses.setdefault(cell.sheet, []).append(cell.address)
    kept = read_snapshots(master.path, addresses)
    cells = (replace(cell, kept=snapshot_as_json(kept[cell.sheet][cell.address])) for cell in step.cells)
    return replace(step, cells=tuple(cells))


def strike_step(master: Path, step: LoggedStep) -> None:
    """Take a step out of the log."""
    step_path(master, step).unlink(missing_ok=True)


def write_step(master: Path, step: LoggedStep) -> None:
    """Keep a step, and of those before it as many as there are earlier masters."""
    content = json.dumps(asdict(step) | {"at": step.at.isoformat()}, ensure_ascii=False, indent=1)
    save_all({step_path(master, step): content.encode(errors="replace")}, force=True)
    for path in step_paths(master)[:-KEPT]:
        path.unlink(missing_ok=True)


def last_step(master: Path) -> LoggedStep:
    """The step to take back; NothingToUndoError where there is none, UndoLogUnreadableError where it is damaged."""
    paths = step_paths(master)
    if not paths:
        raise NothingToUndoError(master, tuple(backup_folders(master.resolve())))
    try:
        return read_step(json.loads(mend_escapes(paths[-1].read_text(encoding="utf-8"))))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UndoLogUnreadableError(master) from error


def backup_folders(file: Path) -> Iterator[str]:
    """The folders beside a master that hold earlier ones."""
    return (name for name in (BACKUPS, OLDER) if backups(file, file.parent / name))


def read_step(step: dict[str, Any]) -> LoggedStep:
    cells = tuple(map(read_cell, expect_list(step["cells"])))
    at, whole = datetime.fromisoformat(step["at"]), (str(step["before"]), str(step["after"]))
    return LoggedStep(str(step["command"]), at, dict(step["how"]), cells, str(step["run"]), *whole)


def read_cell(values: dict[str, Any]) -> LoggedCell:
    """A cell of a step, all of it looked at now, so that an undo does not find the log damaged half-way."""
    cell = LoggedCell(**(values | {"rows": tuple(values["rows"])}))
    numbers = (cell.row, cell.column, *cell.rows)
    texts = (value for field in fields(cell) if field.type == "str" for value in [getattr(cell, field.name)])
    # isinstance would let True pass for 1.
    if not all(isinstance(text, str) for text in texts) or any(type(number) is not int for number in numbers):
        raise TypeError("a cell's words are texts, and its places numbers")
    snapshot_from_json(cell.kept)
    return cell


def expect_list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a step is a list of cells")
    return value


class ChangedSinceError(PeerxlError):
    """A master that was saved since a step which changed more than cells, so that it is not put back as a whole."""

    def __init__(self, path: object, step: LoggedStep, backup: Path | None) -> None:
        copy = backup.name if backup else "an earlier copy"
        super().__init__(
            f"{path}: the plan was saved since its change of {step.at:%d/%m/%Y} at {step.at:%H:%M}, so that is not "
            f"taken back; put in its place {copy} from {EARLIER_COPIES.words(folders=BACKUPS)}, or {FORGET.words()}."
        )


def find_master_before(master: Path, step: LoggedStep) -> Path | None:
    """The copy that was kept of a master as it was before a step; None where it is gone."""
    file = master.resolve()
    copies = reversed(backups(file, file.parent / BACKUPS))
    return next((copy for copy in copies if digest(copy) == step.before), None)
