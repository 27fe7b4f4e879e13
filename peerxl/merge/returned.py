"""A return form as values: what its owner answered, and what the plan had said when the form was made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell

_NUMBER = re.compile(r"(\d+)")


class Part(StrEnum):
    """What can be answered about an action."""

    STATUS = "status"
    COMMENT = "comment"
    DATE = "date"

    @property
    def noun(self) -> str:
        """What it is called in a sentence."""
        return "new date" if self is Part.DATE else self.value

    @property
    def rank(self) -> int:
        return list(Part).index(self)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a return that does not go into the master, and one sentence saying why and what to do."""

    code: str
    file: str
    message: str
    owner: str = ""
    ref: str = ""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One yellow cell of a form that is not blank; ``formula`` is what was typed where that is a formula."""

    part: Part
    text: str
    cell: Cell
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """One action of a return: what the plan said of it, where, when the form was made, and the answers.

    ``word_rows`` and ``ref_rows`` are all the rows that then had its words, and its ref; ``around`` tells whether it
    still has the same owners and stands between the same two actions.
    """

    ref: str
    sheet: str
    row: int
    words: str
    timescale: str = ""
    status: str = ""
    comment: str = ""
    word_rows: str = ""
    ref_rows: str = ""
    around: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def had_own_words(self) -> bool:
        """Whether no other action had its words."""
        return self.word_rows == str(self.row)

    @property
    def had_own_ref(self) -> bool:
        """Whether it had a ref that no other action had."""
        return bool(self.ref) and self.ref_rows == str(self.row)

    @property
    def name(self) -> str:
        """How to speak of the action: its ref, else where it stood."""
        return self.ref or f"row {self.row}"

    def issued(self, part: Part) -> str:
        """What the plan said when the form was made."""
        return {Part.STATUS: self.status, Part.COMMENT: self.comment, Part.DATE: self.timescale}[part]


@dataclass(frozen=True, slots=True)
class Return:
    """One form that came back; ``modified`` (seconds) tells which of two is the later, ``file`` is like no other's.

    ``refusals`` is what was already amiss in the form itself: a locked cell edited, a row added or deleted.
    """

    file: str
    plan: str
    plan_id: str
    source: str
    quarter: FiscalQuarter | None
    owner: Owner
    actions: tuple[Returned, ...]
    modified: float = 0.0
    refusals: tuple[Refusal, ...] = ()

    @property
    def order(self) -> tuple[float, list[str | int]]:
        """By time, then by name, in which "AD Roads (2)" comes after "AD Roads" and before "AD Roads (10)"."""
        stem = self.file.rpartition(".")[0].casefold()
        return self.modified, [int(part) if part.isdecimal() else part for part in _NUMBER.split(stem)]
