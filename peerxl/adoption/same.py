"""Actions of two years that somebody has said to be one, where their words leave it open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerxl.errors import PeerxlError
from peerxl.identity.pairs import ActionPair, measure_likeness
from peerxl.identity.wording import fold_ref
from peerxl.model.plan import ActionPlan


class SameActionError(PeerxlError):
    """Two actions that were said to be one and cannot be found; ``why`` says which."""

    def __init__(self, ref: str, row: int, why: str) -> None:
        super().__init__(f"--same {ref}={row}: {why}.")


def settle_pairs(plan: ActionPlan, last: ActionPlan | None, same: Mapping[str, int]) -> tuple[ActionPair, ...]:
    """The pairs of a plan's rows with the actions of last year's plan that have these refs; SameActionError."""
    return tuple(settle_pair(plan, last, ref, row) for ref, row in same.items())


def settle_pair(plan: ActionPlan, last: ActionPlan | None, ref: str, row: int) -> ActionPair:
    """One pair."""
    if last is None:
        raise SameActionError(ref, row, "there is no last year's plan to look in; name it with --from-last")
    old = [index for index, action in enumerate(last.actions) if action.ref and fold_ref(action.ref) == fold_ref(ref)]
    new = [index for index, action in enumerate(plan.actions) if action.row == row]
    for found, where in ((old, f"{last.source} with the ref {ref}"), (new, f"{plan.source} in row {row}")):
        if len(found) != 1:
            many = f"there are {len(found)} actions" if found else "there is no action"
            raise SameActionError(ref, row, f"{many} in {where}")
    likeness = measure_likeness(plan.actions[new[0]].text, last.actions[old[0]].text)
    return ActionPair(new[0], old[0], likeness, is_certain=True)


def join_settled(pairs: Sequence[ActionPair], settled: Sequence[ActionPair]) -> tuple[ActionPair, ...]:
    """The pairs found with those that were settled, in whose stead no other pair of theirs counts."""
    new, old = {pair.new for pair in settled}, {pair.old for pair in settled}
    others = (pair for pair in pairs if pair.new not in new and pair.old not in old)
    return tuple(sorted((*settled, *others), key=lambda pair: pair.new))
