"""The conflicts of a plan's quarter that nobody has settled yet, in sentences that say how each is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from peerxl.merge.settlement import THEIRS, fold_name, ways_to_settle
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.record.entry import Entry
from peerxl.record.event import Conflicted, Settled
from peerxl.record.naming import ActionIds
from peerxl.record.open_conflicts import OpenConflict, list_open_conflicts
from peerxl.record.recalling import FIELDS, meaning_of_plan
from peerxl.record.sighting import values_of
from peerxl.text import cut_line

LONGEST = 60


def find_open_conflicts(
    plan: ActionPlan, quarter: FiscalQuarter, entries: Iterable[Entry], ids: ActionIds
) -> tuple[OpenConflict, ...]:
    """The conflicts about actions that are in the plan still."""
    # Most records tell of none, and to look up what the whole plan says takes long.
    entries = tuple(entries)
    if not any(isinstance(entry.event, Conflicted | Settled) for entry in entries):
        return ()
    now = {
        (ids.of(action).key, str(field)): values[-1]
        for action in plan.actions
        for field, of_quarter, values in values_of(action)
        if of_quarter in ("", str(quarter))
    }
    known = {ids.of(action).key for action in plan.actions}
    conflicts = list_open_conflicts(entries, str(quarter), now, meaning_of_plan(plan, quarter))
    return tuple(conflict for conflict in conflicts if conflict.action.key in known)


def say_open_conflicts(plan: ActionPlan, ids: ActionIds, conflicts: Iterable[OpenConflict]) -> Iterator[str]:
    """A sentence for each: the two sides, and what settles it."""
    actions = {ids.of(action).key: action for action in plan.actions}
    names = Counter(fold_name(action.name) for action in plan.actions)
    for conflict in conflicts:
        action, field = actions[conflict.action.key], FIELDS[conflict.field]
        side = THEIRS if len(action.asked) == 1 else conflict.owner.name
        ways = ways_to_settle(action.name, field, side)
        again = f", or collect {conflict.file} again with {ways}" if names[fold_name(action.name)] == 1 else ""
        master = f"“{cut_line(conflict.master, LONGEST)}”" if conflict.master else "blank"
        has = f"a {field.noun} held back" if conflict.is_held else f"an open conflict about the {field.noun}"
        yield (
            f"{action.name} has {has}: the plan's is {master}, and "
            f"{conflict.owner.name} answers “{cut_line(conflict.returned, LONGEST)}”; settle it in the plan{again}."
        )
