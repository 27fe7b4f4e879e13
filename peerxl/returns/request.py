"""What one owner is asked for a quarter, by when, and which questions their form has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from peerxl.chasing import Ask
from peerxl.documents import wording
from peerxl.merge.answer_field import AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, ActionPlan


@dataclass(frozen=True, slots=True)
class OwnerRequest:
    """One owner's form before it is made; ``fields`` are the questions that may be asked."""

    plan: ActionPlan
    owner: Owner
    quarter: FiscalQuarter
    asks: tuple[Ask, ...]
    today: date
    reply_by: date
    fields: tuple[AnswerField, ...]

    @property
    def title(self) -> str:
        return f"Your update for {wording.quarter_name(self.quarter)}"

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(ask.action for ask in self.asks)

    @property
    def others(self) -> tuple[Action, ...]:
        """The owner's open actions that nothing is asked about."""
        asked = {(action.sheet, action.row) for action in self.actions}
        mine = (action for action in self.plan.open_actions(self.quarter) if self.owner in action.asked)
        return tuple(action for action in mine if (action.sheet, action.row) not in asked)

    @property
    def has_refs(self) -> bool:
        return any(action.ref for action in (*self.actions, *self.others))

    @property
    def asked_fields(self) -> tuple[AnswerField, ...]:
        """The questions that are asked about every action, and those that are asked about any."""
        return tuple(
            field for field in self.fields if field.is_always_asked or any(field.is_asked(ask) for ask in self.asks)
        )
