"""Who answers for what: each owner of a plan with the spellings met, and what they have open and overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peerxl.checks.near_names import is_alike, may_be_like, pair_near
from peerxl.frozen import frozen
from peerxl.language.owners import split_owners
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.settings import Directory
from peerxl.reading.actions.action_owners import use_listed_name
from peerxl.text import measure_likeness

LEAST_LIKENESS_ON_SHEET = 80
"""Of 100: it takes less to suggest a name that is on the Owners sheet than to say that two names are one."""
SHORTEST_NAME = 8
"""Shorter names differ by a letter without being misspelled: "AD HR" and "AD IR"."""


@frozen
class OwnerSummary:
    """An owner with every spelling met, and the actions they answer for that are open and that are overdue."""

    owner: Owner
    spellings: tuple[str, ...]
    live: tuple[Action, ...]
    overdue: tuple[Action, ...]


def list_owners(plan: ActionPlan, quarter: FiscalQuarter | None = None) -> tuple[OwnerSummary, ...]:
    """Each owner of the plan once, by name; supporters are listed too, with nothing to answer for."""
    quarter = quarter or plan.quarter
    # The first spelling of the plan stands for all.
    first: dict[str, Owner] = {}
    for action in plan.actions:
        for owner in action.owners:
            first.setdefault(owner.key, owner)
    spellings, live = group_spellings(plan), group_live(plan, quarter)
    summaries = (
        OwnerSummary(owner, unique(spellings.get(key, ())), live.get(key, ()), list_overdue(live.get(key, ()), quarter))
        for key, owner in first.items()
    )
    return tuple(sorted(summaries, key=lambda line: line.owner.name.casefold()))


def list_overdue(actions: Iterable[Action], quarter: FiscalQuarter | None) -> tuple[Action, ...]:
    return tuple(action for action in actions if quarter and action.timescale.is_overdue(quarter))


def group_live(plan: ActionPlan, quarter: FiscalQuarter | None) -> dict[str, tuple[Action, ...]]:
    """The open actions that each owner answers for, by the owner's key."""
    live: dict[str, list[Action]] = {}
    for action in plan.open_actions(quarter):
        for key in unique(owner.key for owner in action.asked):
            live.setdefault(key, []).append(action)
    return {key: tuple(actions) for key, actions in live.items()}


def group_spellings(plan: ActionPlan) -> dict[str, list[str]]:
    """The words that each owner is written with in the plan's own cells, by the owner's key."""
    spellings: dict[str, list[str]] = {}
    for text in unique(cell.text for action in plan.actions if (cell := action.cell(Field.OWNER))):
        for owner in split_owners(text):
            spellings.setdefault(use_listed_name(owner, plan.settings).key, []).append(owner.name)
    return spellings


def find_near_duplicates(plan: ActionPlan) -> Iterator[tuple[Owner, Owner]]:
    """Pairs of owners whose names are so alike that one is most likely a misspelling of the other."""
    owners = unique(owner for action in plan.actions for owner in action.owners)
    by_key = {owner.key: owner for owner in owners if len(owner.key) >= SHORTEST_NAME}
    for one, other in pair_near(tuple(by_key)):
        if list_figures(one) == list_figures(other):
            yield by_key[one], by_key[other]


def is_misspelled(one: str, other: str) -> bool:
    """Whether one of two keys is most likely a misspelling of the other."""
    return may_be_misspelled(one, other) and is_alike(one, other)


def suggest_contact(owner: Owner, directory: Directory) -> str:
    """The owner on the Owners sheet that one is most likely meant for, "" where none is much like it.

    Either it is written like one, or it has one's name or post within it: "Jane Smith, Head of HR".
    """
    likely = ((measure_owners(owner.key, key), contact.owner) for key, contact in directory.keys)
    likeness, name = max(likely, key=lambda pair: pair[0], default=(0.0, ""))
    return name if likeness >= LEAST_LIKENESS_ON_SHEET else ""


def measure_owners(key: str, listed: str) -> float:
    """How like a listed owner's key one is, from 0 to 100."""
    if min(len(key), len(listed)) >= SHORTEST_NAME and (key in listed or listed in key):
        # Always enough to be suggested, and the more of the words are the same, the sooner.
        likeness = measure_likeness(key, listed)
        return max(likeness, LEAST_LIKENESS_ON_SHEET + likeness / 10)
    is_likely = may_be_like(key, listed, LEAST_LIKENESS_ON_SHEET) and may_be_misspelled(key, listed)
    return measure_likeness(key, listed) if is_likely else 0


def may_be_misspelled(one: str, other: str) -> bool:
    """Whether two keys may differ by a slip: long enough, and with the same figures in them."""
    return min(len(one), len(other)) >= SHORTEST_NAME and list_figures(one) == list_figures(other)


def list_figures(key: str) -> str:
    """The figures in a key: "Ward 3 team" and "Ward 8 team" are no slip of each other."""
    return "".join(filter(str.isdigit, key))
