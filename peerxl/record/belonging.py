"""Whether the past that the record has of a plan is that of a plan as it is read now.

It goes with what a plan says, and not with the name of its file, which another plan may have by now: next year's plan
under the name of last year's, or one that never was the same.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from peerxl.identity.wording import fold_words
from peerxl.language.timescales import find_quarter
from peerxl.model.fiscal import FiscalYear
from peerxl.model.plan import ActionPlan
from peerxl.record.entry import Entry
from peerxl.record.naming import list_traces, name_actions


class Belonging(IntEnum):
    """How a past belongs to a plan: it is of no action of it, of its actions in another year, or the plan's own."""

    STRANGER = 0
    OTHER_YEAR = 1
    OWN = 2


def judge_past(plan: ActionPlan, entries: Collection[Entry]) -> Belonging:
    """How the past of a recorded plan belongs to a plan; where it tells of no year, or of no action, it is its own."""
    if not knows_actions(plan, entries):
        return Belonging.STRANGER
    then = years_of(plan, {entry.quarter for entry in entries if entry.quarter})
    now = {quarter.year for quarter in plan.quarters}
    says = {year for year in (plan.year, plan.quarter.year if plan.quarter else None) if year}
    # A quarter that was asked for is no word of the plan's own, whose columns then are of other years.
    is_own = not then or not says or any(year in says and (not now or year in now) for year in then)
    return Belonging.OWN if is_own else Belonging.OTHER_YEAR


def knows_actions(plan: ActionPlan, entries: Collection[Entry]) -> bool:
    """Whether the record knows any action of the plan, or none at all."""
    traces = tuple(list_traces(entries))
    words = {fold_words(trace.words) for _, trace in traces}
    if not words or any(fold_words(action.text) in words for action in plan.actions):
        return True
    # Every one may have been reworded.
    keys, ids = {key for key, _ in traces}, name_actions(plan, entries)
    return any(ids.of(action).key in keys for action in plan.actions)


def years_of(plan: ActionPlan, quarters: Collection[str]) -> set[FiscalYear]:
    """The years of quarters as the record writes them."""
    return {quarter.year for name in quarters if (quarter := find_quarter(name, plan.settings.years))}
