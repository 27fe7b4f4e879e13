"""What is known of earlier collects: which conflicts and refused lines somebody settled, and who said what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField


class Recall(Protocol):
    """The questions that a merge asks of the past, and whether what it does is written down."""

    @property
    def is_recorded(self) -> bool:
        """Whether the dates that it replaces are kept in the record."""

    def first_date(self, action: Action) -> date | str:
        """The date first agreed where it is known and the plan does not tell it; else empty."""

    def was_settled(self, action: Action, field: AnswerField, now: str, answer: str) -> bool:
        """Whether it was settled before what the plan says now against what is answered."""

    def author_of(self, action: Action, field: AnswerField, text: str) -> str:
        """Who gave an answer that the plan has; empty where that is not known."""

    def accepted(self, form_id: str, cell: str, text: str) -> Action | None:
        """The action that an answer was taken for though it had been refused; None where it was not."""

    def sent_for(self, form_id: str) -> str:
        """The file of another plan, there still, that a form was sent for; empty where it was this one, or none."""


@dataclass(frozen=True, slots=True)
class NoRecall:
    """Of earlier collects nothing is known, and nothing is written down."""

    is_recorded: bool = False

    def first_date(self, action: Action) -> date | str:
        return ""

    def was_settled(self, action: Action, field: AnswerField, now: str, answer: str) -> bool:
        return False

    def author_of(self, action: Action, field: AnswerField, text: str) -> str:
        return ""

    def accepted(self, form_id: str, cell: str, text: str) -> Action | None:
        return None

    def sent_for(self, form_id: str) -> str:
        return ""


NOTHING_RECALLED = NoRecall()
