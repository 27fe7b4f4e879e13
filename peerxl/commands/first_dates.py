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


MAY_MISS = "as the record cannot be read whole, dates that were replaced may be missing from this"


def say_unread_past(plan: ActionPlan, **options: Unpack[RecordOptions]) -> tuple[str, ...]:
    """What of the record could not be read, and what that comes to for first dates; nothing where it is whole."""
    faults = read_past(plan.path, plan, **options).faults if plan.path is not None else ()
    says = tuple(f"record: {fault}" for fault in faults if not fault.is_harmless)
    return (*says, MAY_MISS) if says else ()
