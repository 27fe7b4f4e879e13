"""What one owner is asked for a quarter, by when, and which questions their form has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from peerxl.chasing import Ask, Chase
from peerxl.documents import wording
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan


def list_requests(
    plan: ActionPlan, chase: Chase, today: date, reply_by: Callable[[Owner], date]
) -> Mapping[Owner, OwnerRequest]:
    """The request of everybody asked; each knows of the plan and the chase what is its owner's alone.

    So a thousand owners' forms are made in a thousand times the time of one.
    """
    actions: dict[Owner, list[Action]] = {}
    for action in plan.open_actions(chase.quarter):
        for owner in action.asked:
            actions.setdefault(owner, []).append(action)
    requests = {}
    for owner in chase.owners:
        own_plan = replace(plan, actions=tuple(actions.get(owner, ())))
        own_chase = replace(chase, asks=chase.asks_of(owner))
        requests[owner] = OwnerRequest(own_plan, own_chase, owner, today, reply_by(owner))
    return requests


@dataclass(frozen=True)
class OwnerRequest:
    """One owner's form before it is made; what is asked for with every row of it is worked out once."""

    plan: ActionPlan
    chase: Chase
    owner: Owner
    today: date
    reply_by: date

    @property
    def quarter(self) -> FiscalQuarter:
        return self.chase.quarter

    @property
    def title(self) -> str:
        return f"Your update for {wording.quarter_name(self.quarter)}"

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        return self.chase.asks_of(self.owner)

    @cached_property
    def fields(self) -> tuple[AnswerField, ...]:
        """The questions of the form: those that any of its actions is asked about."""
        # In the order of the table of questions, whichever the first action is asked.
        return tuple(field for field in self.chase.fields if any(field in ask.fields for ask in self.asks))

    @cached_property
    def others(self) -> tuple[Action, ...]:
        """The owner's open actions that nothing is asked about."""
        # By where they stand: two actions may have the same words and no ref.
        asked = {(ask.action.sheet, ask.action.row) for ask in self.asks}
        mine = (action for action in self.plan.open_actions(self.quarter) if self.owner in action.asked)
        return tuple(action for action in mine if (action.sheet, action.row) not in asked)

    @cached_property
    def has_refs(self) -> bool:
        return any(action.ref for action in (*(ask.action for ask in self.asks), *self.others))
