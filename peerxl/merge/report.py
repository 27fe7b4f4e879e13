"""What comes of a merge, as values: changes to the master, conflicts for somebody to settle, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from peerxl.merge.returned import Refusal
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell, shown

CellValue = str | date


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of the master to be set: ``cell`` has its words of before, ``value`` what it is to hold.

    ``form_cell`` is the cell of the form that says so. ``what`` is what the cell is for where that is not what was
    asked: a new date may put the first one where first dates stand. ``authors`` are all whose words are joined in it;
    ``owner`` names them then. ``said`` are the owner's words where the cell takes a day that they do not name, or a
    status that says less.
    """

    action: Action
    field: AnswerField
    cell: Cell
    value: CellValue
    owner: str
    file: str
    form_cell: Cell
    what: str = ""
    authors: tuple[Owner, ...] = ()
    said: str = ""

    @property
    def text(self) -> str:
        """The words that the cell will show."""
        return shown(self.value)

    @property
    def noun(self) -> str:
        """What was changed, in a sentence."""
        return self.what or self.field.noun


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
class Doubt:
    """An answer that may not be meant, ``why`` it may not be, and one sentence saying what to ask.

    One that is new is ``held`` back from the plan, which says ``now``, until somebody says that it is meant; ``accept``
    is what --accept takes for that, nothing where it has to be put in by hand.
    """

    action: Action
    field: AnswerField
    now: str
    text: str
    issued: str
    why: str
    message: str
    owner: str
    file: str
    form_cell: Cell
    held: bool
    accept: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An answer that somebody settled a conflict about, or accepted: what was chosen, and what both sides had said.

    ``form_cell`` is where one stands that was refused and is taken all the same.
    """

    action: Action
    field: AnswerField
    choice: str
    value: str
    master: str
    returned: str
    owner: str
    file: str
    form_cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class FormReply:
    """A form of this plan and quarter that came back, and the actions that it answers.

    ``was_filled`` tells whether it was sent out with answers in it.
    """

    file: str
    form_id: str
    owner: Owner
    actions: tuple[Action, ...]
    was_filled: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Everything that came of the returns; ``notes`` are sentences that need nobody to do anything."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    replies: tuple[FormReply, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nobody has to do anything about what came back."""
        return not (self.conflicts or self.refusals or self.doubts or self.blank)

    @property
    def disputed(self) -> tuple[Conflict | Doubt, ...]:
        """The answers that the plan disagrees with until somebody chooses: conflicts, and dates that are held back."""
        return (*self.conflicts, *self.held)

    @property
    def held(self) -> tuple[Doubt, ...]:
        """The new dates that are held back."""
        return tuple(doubt for doubt in self.doubts if doubt.held)

    @property
    def tells_anything(self) -> bool:
        """Whether there is anything to tell of what came back."""
        return bool(self.changes or self.rulings or self.notes or not self.is_clean)

    @property
    def blank(self) -> tuple[FormReply, ...]:
        """The forms that came back with nothing new in them, of owners who have sent no other that has."""
        refused = {refusal.file for refusal in self.refusals}
        answered = {reply.owner for reply in self.replies if reply.actions}
        return tuple(
            reply
            for reply in self.replies
            if not reply.actions and reply.file not in refused and reply.owner not in answered
        )

    @property
    def values(self) -> dict[str, dict[str, CellValue]]:
        """What to write, by sheet and cell."""
        by_sheet: dict[str, dict[str, CellValue]] = {}
        for change in self.changes:
            by_sheet.setdefault(change.cell.sheet, {})[change.cell.address] = change.value
        return by_sheet
