"""What comes of a merge, as values: changes to the master, conflicts for somebody to settle, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.merge.answer_field import AnswerField
from peerxl.merge.returned import Refusal
from peerxl.model.plan import Action
from peerxl.model.sheet import Cell


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of the master to be set: ``cell`` has its words of before, ``text`` what they become.

    ``form_cell`` is the cell of the form that says so.
    """

    action: Action
    field: AnswerField
    cell: Cell
    text: str
    owner: str
    file: str
    form_cell: Cell


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that the master does not take, since somebody else has given another.

    ``now`` is what the master says once the changes are made, ``text`` the answer and ``issued`` what the form began
    with; ``accept`` is what --accept takes to have the answer, nothing where it has to be put in by hand.
    """

    action: Action
    field: AnswerField
    cell: Cell
    now: str
    text: str
    issued: str
    owner: str
    file: str
    form_cell: Cell
    why: str
    accept: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Everything that came of the returns; ``notes`` are sentences that need nobody to do anything."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not self.conflicts and not self.refusals

    @property
    def texts(self) -> dict[str, dict[str, str | None]]:
        """What to write, by sheet and cell."""
        by_sheet: dict[str, dict[str, str | None]] = {}
        for change in self.changes:
            by_sheet.setdefault(change.cell.sheet, {})[change.cell.address] = change.text
        return by_sheet
