"""A return form as values: what its owner answered, and what the plan had said when the form was made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerxl.identity.trace import ActionTrace
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a return that does not go into the master, and one sentence saying why and what to do.

    ``sender`` is who sent the mail that it came with; ``accept`` is what --accept takes to have it all the same.
    """

    code: str
    file: str
    message: str
    owner: str = ""
    ref: str = ""
    cell: Cell | None = None
    sender: str = ""
    accept: str = ""


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """One yellow cell of a form that is not blank; ``formula`` is what was typed where that is a formula."""

    field: AnswerField
    text: str
    cell: Cell
    formula: str = ""


@dataclass(frozen=True, slots=True)
class AskedAction:
    """One action of a return: how to find it again, what the plan said of it when the form was made, the answers.

    ``filled`` is what the form's cells were filled in with, where that may be another word than the plan's; ``unread``
    are those of which nobody can tell for sure what their owner saw, such as a number for a comment.
    """

    trace: ActionTrace
    issued: tuple[tuple[AnswerField, str], ...] = ()
    answers: tuple[FormAnswer, ...] = ()
    unread: tuple[FormAnswer, ...] = ()
    filled: tuple[tuple[AnswerField, str], ...] = ()

    @property
    def ref(self) -> str:
        return self.trace.ref

    @property
    def name(self) -> str:
        """How to speak of the action: its ref, else where it stood."""
        return self.trace.name

    def issued_text(self, field: AnswerField) -> str:
        """What the plan said when the form was made."""
        return next((text for asked, text in self.issued if asked == field), "")

    def filled_text(self, field: AnswerField) -> str:
        """What the form's cell began with."""
        return next((text for asked, text in self.filled if asked == field), self.issued_text(field))


@dataclass(frozen=True, slots=True)
class Return:
    """One form that came back; ``modified`` (seconds) tells which of two is the later, ``file`` is like no other's.

    ``form_id`` is what it was issued under; ``plan`` and ``source`` are the title and the file that the plan then had.
    ``refusals`` is what was already amiss in the form itself: a locked cell edited, a row added or deleted.
    """

    file: str
    form_id: str
    plan: str
    source: str
    quarter: FiscalQuarter | None
    owner: Owner
    actions: tuple[AskedAction, ...]
    modified: float
    refusals: tuple[Refusal, ...] = ()

    @property
    def has_answers_as_issued(self) -> bool:
        """Whether the form was sent out with answers in it: those that the plan then had."""
        issued = (pair for asked in self.actions for pair in asked.issued)
        # The cell for a new date is sent blank, whatever the date is.
        return any(text.strip() for field, text in issued if field.kind is not AnswerKind.DATE)

    @property
    def order(self) -> tuple[float, list[str | int]]:
        """By time, then by name, in which "AD Roads (2)" comes after "AD Roads" and before "AD Roads (10)"."""
        stem = self.file.rpartition(".")[0].casefold()
        # Two forms of one second are told by the numbers that programs put behind a name that is taken.
        return self.modified, [int(part) if part.isdecimal() else part for part in _NUMBER.split(stem)]
