"""A question of the return form: what is asked, in which column, and where in the plan its answer goes.

The table of them is ``returns.layout.ANSWER_FIELDS``. The class stands here because ``merge`` is the lowest room that
must know what it merges: each answer brings its question along, and nothing here or above names one question.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peerxl.chasing import Ask, Reason
from peerxl.model.layout import Field


class AnswerKind(StrEnum):
    """What an answer is, which says how two are compared, what is refused, and how the plan is to have it."""

    STATUS = "status"
    """One of the plan's status words, from a drop-down."""
    WORDS = "words"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One question of the form.

    ``name`` is what --accept and JSON call it, ``noun`` what a sentence does. Its column is ``heading`` on the form,
    with ``room`` of the width (None for all that is left) and ``prompt`` beside the selected cell. The answer
    goes to the plan's column of ``column``, that of the reporting quarter where it ``is_quarterly``; where the plan has
    none, ``new_heading`` is what to call one, after the quarter. ``issued_heading`` is what the plan's own words stand
    under on the sheet "As issued". It is asked about actions that are asked about for one of ``asked_for``, or all.
    """

    name: str
    noun: str
    heading: str
    kind: AnswerKind
    column: Field
    is_quarterly: bool
    new_heading: str
    issued_heading: str
    prompt: str
    room: float | None = None
    asked_for: frozenset[Reason] = frozenset()

    @property
    def is_always_asked(self) -> bool:
        return not self.asked_for

    def is_asked(self, ask: Ask) -> bool:
        return self.is_always_asked or not self.asked_for.isdisjoint(ask.reasons)
