"""A number that a paper gives, and the actions that it counts: none is said without them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from peerxl.model.action import Action
from peerxl.model.plan import ActionPlan

LONGEST_WORDS = 30
"""How much is quoted of an action that no ref tells from the others."""
MOST_NAMES = 30
"""How many names stand in one cell: of more the first, and how many there are in all."""
NUMBERED = "The plan gives no refs: no. 1 is its first action, in the plan's own order."
_NUMBER = re.compile(r"(.*?)(\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted, and the actions that count."""

    words: str
    actions: tuple[Action, ...]

    @property
    def number(self) -> int:
        return len(self.actions)


@dataclass(frozen=True, slots=True)
class ActionNames:
    """What each action of a plan is called in a list, by its sheet and row, in the order of the plan."""

    by_row: dict[tuple[str, int], str]
    order: dict[tuple[str, int], int]

    @classmethod
    def of(cls, plan: ActionPlan, *, is_numbered: bool = True) -> ActionNames:
        """Each action's ref, with its first words where others have it or it has none.

        Where no action has a ref they are numbered, unless the reader has not the plan to count in.
        """
        rows = [(action.sheet, action.row) for action in plan.actions]
        counts = Counter(action.shown_ref for action in plan.actions)
        has_names = not is_numbered or set(counts) != {""}
        names = (
            name_action(action, counts[action.shown_ref] == 1) if has_names else f"no. {number}"
            for number, action in enumerate(plan.actions, 1)
        )
        return cls(dict(zip(rows, names, strict=True)), {row: index for index, row in enumerate(rows)})

    def list(self, actions: Iterable[Action]) -> str:
        """The actions by name, three or more in a row as a range: "PC1.1 to PC1.4, PC2.2"; "None" for none."""
        rows = sorted({(action.sheet, action.row) for action in actions}, key=self.order.__getitem__)
        names = [self.by_row[row] for row in rows]
        parts = list(join_ranges(names))
        if len(parts) > MOST_NAMES:
            parts = [*parts[:MOST_NAMES], f"and others, {len(names)} in all"]
        return ", ".join(parts) or "None"


def name_action(action: Action, is_own: bool) -> str:
    if action.ref and is_own:
        return action.shown_ref
    return f"{action.shown_ref} “{shorten(action.text, LONGEST_WORDS, placeholder='…')}”".strip()


def join_ranges(names: Sequence[str]) -> Iterator[str]:
    """The names, those that count on from each other as one range where they are three or more."""
    for run in find_runs(names):
        if len(run) > 2:
            yield f"{run[0]} to {run[-1]}"
        else:
            yield from run


def find_runs(names: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for name in names:
        if run and not counts_on(run[-1], name):
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def counts_on(name: str, following: str) -> bool:
    """Whether the next name is this one with the next number at its end: "PC1.10" after "PC1.9"."""
    first, second = _NUMBER.fullmatch(name), _NUMBER.fullmatch(following)
    if first is None or second is None:
        return False
    return first[1] == second[1] and int(second[2]) == int(first[2]) + 1
