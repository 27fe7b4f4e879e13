"""Actions by name, as a figure names those it counts."""

from __future__ import annotations

import pytest

from peerxl.documents.figure import MOST_NAMES, ActionNames
from peerxl.model.action import Action
from tests.documents.plans import action, plan_of

LONG = "Move the ten services that residents use most to online forms"
FIRST = "Move the ten services that"


def acts(*refs: str) -> tuple[Action, ...]:
    return tuple(action(row, LONG, ref=ref) for row, ref in enumerate(refs, 4))


@pytest.mark.parametrize(
    ("refs", "names"),
    [
        (("A1",), "A1"),
        (("A1", "A2"), "A1, A2"),
        (("A1", "A2", "A3"), "A1 to A3"),
        (("A1", "A3", "A4", "A5", "B6"), "A1, A3 to A5, B6"),
        (("A1", "B2", "C3"), "A1, B2, C3"),
        (("A9", "A10", "A11"), "A9 to A11"),
        (("PC1.1", "PC1.2", "PC1.3", "PC2.4"), "PC1.1 to PC1.3, PC2.4"),
        (("A1", "A1"), f"A1 “{FIRST}…”, A1 “{FIRST}…”"),
        (("A1", ""), f"A1, “{FIRST}…”"),
        (("", "", ""), "no. 1 to no. 3"),
        (("a", "b", "c"), "a, b, c"),
        ((), "None"),
    ],
)
def test_names(refs: tuple[str, ...], names: str) -> None:
    actions = acts(*refs)
    assert ActionNames.of(plan_of(*actions)).list(actions) == names
    assert ActionNames.of(plan_of(*actions)).list(reversed(actions)) == names


def test_a_reader_without_the_plan_is_told_no_numbers() -> None:
    actions = acts("", "")
    assert ActionNames.of(plan_of(*actions), is_numbered=False).list(actions[:1]) == f"“{FIRST}…”"


def test_of_very_many_the_first_are_named() -> None:
    actions = acts(*(f"A{2 * number}" for number in range(100)))
    names = ActionNames.of(plan_of(*actions)).list(actions)
    assert names == ", ".join([*(f"A{2 * number}" for number in range(MOST_NAMES)), "and others, 100 in all"])
