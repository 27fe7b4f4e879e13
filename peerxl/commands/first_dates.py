"""A plan with the date first agreed for each action, which its record knows where a later one took its place."""

from __future__ import annotations

from typing import Unpack

from peerxl.commands.memory import RecordOptions, read_past
from peerxl.model.plan import ActionPlan
from peerxl.record.earlier import recall_first_dates
from peerxl.record.naming import name_actions


def recall_first(plan: ActionPlan, **options: Unpack[RecordOptions]) -> ActionPlan:
    """The plan with the first dates that its record has and it does not; ``options`` say where that is kept."""
    if plan.path is None:
        return plan
    entries = read_past(plan.path, plan, **options).entries
    return recall_first_dates(plan, name_actions(plan, entries), entries) if entries else plan
