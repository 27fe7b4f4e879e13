"""What there is to say of the refs: which are new, which are last year's, and which somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.adoption.note import Adopting, Note, few, note
from peerxl.adoption.refs import Origin
from peerxl.documents.wording import counted
from peerxl.model.finding import Severity


def new_refs(adopting: Adopting) -> Iterator[Note]:
    new = [(index, one) for index, one in enumerate(adopting.named) if one.origin is Origin.NEW]
    if new:
        refs = [one.ref for _, one in new]
        many = counted(len(new), "action")
        has = "has a new ref" if len(new) == 1 else "have new refs"
        yield note(
            "ref-new",
            Severity.ADVICE,
            f"{many} without one {has}, {few(refs)}; from now on a ref never changes.",
            new=(adopting.ref_cell(index) for index, _ in new),
        )


def carried(adopting: Adopting) -> Iterator[Note]:
    """Last year's actions found again in other words, and those that only may be."""
    for index, one in enumerate(adopting.named):
        if one.last is None:
            continue
        place, old = adopting.ref_cell(index), one.last
        is_alike = f"Last year's {old.name}, “{old.text}”, is {one.likeness:.0f}% alike"
        if not one.is_certain:
            what = f"give it the ref {old.ref} if it is this action" if old.ref else "see whether it is this action"
            yield note("ref-likely", Severity.WARNING, f"{is_alike}; {what}.", one.ref, (place,))
        elif one.origin is Origin.LAST and old.text != adopting.plan.actions[index].text:
            yield note("ref-from-last", Severity.ADVICE, f"{is_alike} and is this action.", one.ref, (place,))
        elif one.origin is not Origin.LAST and old.ref and old.ref.casefold() != one.ref.casefold():
            why = f"Last year's plan has this action as {old.ref}, and this one has it as {one.ref}; one ref should do."
            yield note("ref-changed", Severity.WARNING, why, one.ref, (place,))


def not_found(adopting: Adopting) -> Iterator[Note]:
    """What is in one of two years' plans only; it is said, for a ref that is gone is not given to another action."""
    if adopting.last is None:
        return
    certain = [pair for pair in adopting.pairs if pair.is_certain]
    gone = [action for index, action in enumerate(adopting.last.actions) if index not in {pair.old for pair in certain}]
    if not any(action.ref for action in adopting.last.actions):
        why = f"{adopting.last.source} has no refs, so there are none to carry over."
        yield note("ref-none-last", Severity.ADVICE, why)
    elif gone:
        refs = few([action.name for action in gone])
        yield note(
            "ref-ended",
            Severity.ADVICE,
            f"This plan does not have {counted(len(gone), 'action')} of {adopting.last.source} ({refs}), "
            "and no other action is given a ref of theirs.",
        )


def reused(adopting: Adopting) -> Iterator[Note]:
    """Refs that last year's plan has for something else."""
    old = {action.ref.casefold(): action for action in adopting.last.actions if action.ref} if adopting.last else {}
    for index, one in enumerate(adopting.named):
        other = old.get(one.ref.casefold())
        if one.origin is Origin.OWN and other is not None and other is not one.last:
            why = f"Last year's plan has the ref {one.ref} for another action, “{other.text}”; see whether both can be."
            yield note("ref-reused", Severity.WARNING, why, one.ref, (adopting.ref_cell(index),))
