"""What there is to say of the refs: which are new, which are last year's, and which somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.adoption.note import Adopting, AdoptionNote, clipped, few, note
from peerxl.adoption.refs import Origin
from peerxl.documents.wording import counted
from peerxl.identity.wording import fold_ref
from peerxl.model.finding import Severity
from peerxl.text import quote_argument


def new_refs(adopting: Adopting) -> Iterator[AdoptionNote]:
    """The refs that were given out."""
    new = [(index, named) for index, named in enumerate(adopting.named) if named.origin is Origin.NEW]
    if new:
        many, refs = counted(len(new), "action"), few([named.ref for _, named in new])
        verb = "has" if len(new) == 1 else "have"
        yield note(
            "ref-new",
            Severity.ADVICE,
            f"{many} had no ref and now {verb} {refs}; from now on a ref never changes.",
            new=(adopting.ref_cell(index) for index, _ in new),
        )


def carried(adopting: Adopting) -> Iterator[AdoptionNote]:
    """Last year's actions found again in other words, and those that only may be."""
    for index, named in enumerate(adopting.named):
        if named.last is None:
            continue
        cell, old = adopting.ref_cell(index), named.last
        is_alike = f"Last year's {old.name}, “{clipped(old.text)}”, is {named.likeness:.0f}% alike"
        if not named.is_certain:
            # Nobody is told to give an action a ref that another one has.
            is_free = old.ref and not is_used(adopting, old.ref)
            row = adopting.plan.actions[index].row
            again = f"adopt again with --same {quote_argument(f'{old.ref}={row}')} if it is this action"
            what = again if is_free else "see whether it is this action"
            yield note("ref-likely", Severity.WARNING, f"{is_alike}; {what}.", named.ref, (cell,))
        elif named.origin is Origin.LAST and old.text != adopting.plan.actions[index].text:
            yield note("ref-from-last", Severity.ADVICE, f"{is_alike} and is this action.", named.ref, (cell,))
        elif named.origin is Origin.NEW and old.ref:
            rival = "another action of this plan" if is_used(adopting, old.ref) else "another action of it"
            why = f"Last year's plan has this action as {old.ref}, which {rival} has too; see whose it is."
            yield note("ref-not-carried", Severity.WARNING, why, named.ref, (cell,))
        elif named.origin is Origin.OWN and old.ref and fold_ref(old.ref) != fold_ref(named.ref):
            why = (
                f"Last year's plan has this action as {old.ref}, and this one has it as {named.ref}; one ref should do."
            )
            yield note("ref-changed", Severity.WARNING, why, named.ref, (cell,))


def is_used(adopting: Adopting, ref: str) -> bool:
    """Whether an action of this plan has a ref."""
    return any(fold_ref(named.ref) == fold_ref(ref) for named in adopting.named)


def not_found(adopting: Adopting) -> Iterator[AdoptionNote]:
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
        unused = all(not is_used(adopting, action.ref) for action in gone)
        kept = ", and no other action is given a ref of theirs" if unused else ""
        yield note(
            "ref-ended",
            Severity.ADVICE,
            f"This plan does not have {counted(len(gone), 'action')} of {adopting.last.source} ({refs}){kept}.",
        )


def reused(adopting: Adopting) -> Iterator[AdoptionNote]:
    """Refs that last year's plan has for something else."""
    old = {action.ref.casefold(): action for action in adopting.last.actions if action.ref} if adopting.last else {}
    for index, named in enumerate(adopting.named):
        other = old.get(named.ref.casefold())
        if named.origin is Origin.OWN and other is not None and other is not named.last:
            why = (
                f"Last year's plan has the ref {named.ref} for another action, “{other.text}”; see whether both can be."
            )
            yield note("ref-reused", Severity.WARNING, why, named.ref, (adopting.ref_cell(index),))
