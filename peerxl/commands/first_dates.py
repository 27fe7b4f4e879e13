"""A plan with the date first agreed for each action, which its record knows where a later one took its place."""

from __future__ import annotations

from typing import Unpack

from peerxl.commands.memory import RecordOptions, read_past
from peerxl.model.plan import ActionPlan
from peerxl.record.earlier import list_other_words, recall_first_dates
from peerxl.record.naming import name_actions


def recall_first(plan: ActionPlan, **options: Unpack[RecordOptions]) -> ActionPlan:
    """The plan with the first dates that its record has and it does not; ``options`` say where that is kept."""
    if plan.path is None:
        return plan
    entries = read_past(plan.path, plan, **options).entries
    return recall_first_dates(plan, name_actions(plan, entries), entries) if entries else plan


MAY_MISS = "as the record cannot be read whole, dates that were replaced may be missing from this"


OTHER_WORDS = "the record has other words under this ref, so the dates it has of those are not taken for this one's"


def say_unread_past(plan: ActionPlan, **options: Unpack[RecordOptions]) -> tuple[str, ...]:
    """What may be missing of the record's dates: what could not be read, and what it knows by other words."""
    if plan.path is None:
        return ()
    past = read_past(plan.path, plan, **options)
    faults = tuple(f"record: {fault}" for fault in past.faults if not fault.is_harmless)
    told_anew = list_other_words(plan, name_actions(plan, past.entries), past.entries) if past.entries else ()
    return (
        *((*faults, MAY_MISS) if faults else ()),
        *(f"{action.name}: {OTHER_WORDS}" for action in told_anew),
    )
