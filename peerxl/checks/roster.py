"""Who answers for what: each owner of a plan with the spellings met, and what they have open and overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from peerxl.language.owners import owner_key, split_owners
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, ActionPlan, unique
from peerxl.model.settings import Directory

# Of 100. It takes less to suggest a name that is on the Owners sheet than to say that two names are one.
LEAST_LIKENESS = 90
LEAST_LIKENESS_ON_SHEET = 80
SHORTEST_NAME = 8
"""Shorter names differ by a letter without being misspelled: "AD HR" and "AD IR"."""


@dataclass(frozen=True, slots=True)
class OwnerSummary:
    """An owner with every spelling met, and the actions they answer for that are open and that are overdue."""

    owner: Owner
    spellings: tuple[str, ...]
    live: tuple[Action, ...]
    overdue: tuple[Action, ...]


def list_owners(plan: ActionPlan, quarter: FiscalQuarter | None = None) -> tuple[OwnerSummary, ...]:
    """Each owner of the plan once, by name; supporters are listed too, with nothing to answer for."""
    quarter = quarter or plan.quarter
    owners = unique(owner.key for action in plan.actions for owner in action.owners)
    return tuple(
        sorted((summarize_owner(key, plan, quarter) for key in owners), key=lambda line: line.owner.name.casefold())
    )


def summarize_owner(key: str, plan: ActionPlan, quarter: FiscalQuarter | None) -> OwnerSummary:
    """The summary of the owner with a key, who has at least one action in the plan."""
    # The first spelling of the plan stands for all.
    owners = [owner for action in plan.actions for owner in action.owners if owner.key == key]
    live = tuple(action for action in plan.open_actions(quarter) if any(owner.key == key for owner in action.asked))
    overdue = tuple(action for action in live if quarter and action.timescale.is_overdue(quarter))
    return OwnerSummary(owners[0], unique(list_spellings(key, plan)), live, overdue)


def list_spellings(key: str, plan: ActionPlan) -> Iterator[str]:
    """The words an owner is written with in the plan's own cells."""
    for action in plan.actions:
        cell = action.cell(Field.OWNER)
        for owner in split_owners(cell.text) if cell else ():
            contact = plan.settings.directory.find_owner(owner)
            if key == (owner_key(contact.owner) if contact else owner.key):
                yield owner.name


def find_near_duplicates(plan: ActionPlan) -> Iterator[tuple[Owner, Owner]]:
    """Pairs of owners whose names are so alike that one is most likely a misspelling of the other."""
    from rapidfuzz import fuzz

    owners = unique(owner for action in plan.actions for owner in action.owners)
    by_key = {owner.key: owner for owner in owners}
    # Owners are few: a plan of a thousand actions has some fifty.
    for one, other in combinations(by_key.values(), 2):
        if may_be_misspelled(one.key, other.key) and fuzz.ratio(one.key, other.key) >= LEAST_LIKENESS:
            yield one, other


def suggest_contact(owner: Owner, directory: Directory) -> str:
    """The owner on the Owners sheet that one is most likely meant for, "" where none is much like it.

    Either it is written like one, or it has one's name or post within it: "Jane Smith, Head of HR".
    """
    likely = ((measure_likeness(owner.key, key), contact.owner) for key, contact in directory.keys)
    likeness, name = max(likely, key=lambda pair: pair[0], default=(0.0, ""))
    return name if likeness >= LEAST_LIKENESS_ON_SHEET else ""


def measure_likeness(key: str, listed: str) -> float:
    """How like a listed owner's key one is, from 0 to 100."""
    from rapidfuzz import fuzz

    likeness = fuzz.ratio(key, listed)
    if min(len(key), len(listed)) >= SHORTEST_NAME and (key in listed or listed in key):
        # Always enough to be suggested, and the more of the words are the same, the sooner.
        return max(likeness, LEAST_LIKENESS_ON_SHEET + likeness / 10)
    return likeness if may_be_misspelled(key, listed) else 0


def may_be_misspelled(one: str, other: str) -> bool:
    """Whether two keys may differ by a slip: long enough, and with the same figures in them."""
    # “Ward 3 team” and “Ward 8 team” are no slip of each other.
    figures = [[character for character in key if character.isdigit()] for key in (one, other)]
    return min(len(one), len(other)) >= SHORTEST_NAME and figures[0] == figures[1]
