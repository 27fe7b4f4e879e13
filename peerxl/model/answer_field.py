"""What can be answered about an action: each question of the return form, and where in the plan its answer goes.

The table stands in the lowest room that must know it: checks ask whether an answer has anywhere to go, chasing which
questions there are for an action, merging what an answer is of, and the form how it is put. Adding a question is
adding a line to ``ANSWER_FIELDS``.
"""

from __future__ import annotations

from enum import StrEnum

from peerxl.frozen import frozen
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field


class AnswerKind(StrEnum):
    """What an answer is, which says how two are compared, what is refused, and how the plan is to have it."""

    STATUS = "status"
    """One of the plan's status words, from a drop-down."""
    WORDS = "words"
    DATE = "date"


@frozen
class AnswerField:
    """One question.

    ``name`` is what --accept and JSON call it, ``noun`` what a sentence does. Its column is ``heading`` on the form,
    with ``room`` of the width (None for all that is left) and ``prompt`` beside the selected cell, where the
    form adds examples to that of a date. The answer goes to
    the plan's column of ``column``; where the plan has none, ``new_heading`` is what to call one. An answer of the
    quarter goes to the quarter's own column, which is called ``quarter_heading`` after the quarter. ``issued_heading``
    is what the plan's own words stand under on the sheet "As issued". It is asked about every action, or only about
    those that are due.
    """

    name: str
    noun: str
    heading: str
    kind: AnswerKind
    column: Field
    new_heading: str
    issued_heading: str
    prompt: str
    quarter_heading: str = ""
    room: float | None = None
    is_asked_when_due: bool = False

    @property
    def is_quarterly(self) -> bool:
        return bool(self.quarter_heading)

    def is_about(self, action: Action, quarter: FiscalQuarter) -> bool:
        """Whether there is reason to ask it of an action that is open at a quarter."""
        return not self.is_asked_when_due or action.timescale.is_due(quarter) or action.timescale.is_overdue(quarter)


STATUS = AnswerField(
    name="status",
    noun="status",
    heading="Status",
    kind=AnswerKind.STATUS,
    column=Field.STATUS,
    new_heading="Status",
    quarter_heading="update",
    issued_heading="Status",
    prompt="Choose a word from the list. The Status words sheet says what each one means.",
    room=88,
)
COMMENT = AnswerField(
    name="comment",
    noun="comment",
    heading="Comment",
    kind=AnswerKind.WORDS,
    column=Field.COMMENT,
    new_heading="Comments",
    quarter_heading="comments",
    issued_heading="Comment",
    prompt="What has happened this quarter, and what comes next? Two or three sentences will do.",
)
DATE = AnswerField(
    name="date",
    noun="new date",
    heading="New date",
    kind=AnswerKind.DATE,
    column=Field.TIMESCALE,
    new_heading="Revised timescale",
    issued_heading="Timescale",
    prompt="If it is not finished, give the new date.",
    room=86,
    is_asked_when_due=True,
)
ANSWER_FIELDS = (STATUS, COMMENT, DATE)
"""All questions, in the order of the form's columns and of the merge."""
