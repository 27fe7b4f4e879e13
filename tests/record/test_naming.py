"""What an action is known by: the same key whatever was moved, given another ref or reworded."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Field
from peerxl.record.event import ActionId, Seen
from peerxl.record.naming import name_actions
from peerxl.record.sighting import list_sightings
from tests.conftest import plan_from_text
from tests.record.happenings import happened

HEAD = "| Ref | Action | Timescale | Owner | Status |"
BEFORE = """
| H1  | Repair the pier  | Q1 23/24 | AD Ports | Ongoing |
| H2  | Light the pier   | Q2 23/24 | AD Ports |         |
| R1  | Mend the bridge  | Q3 23/24 | AD Roads |         |
"""
LATER: dict[str, tuple[str, list[str]]] = {
    "as it was": (BEFORE, ["H1", "H2", "R1"]),
    "rows moved": (
        """
        | R1  | Mend the bridge  | Q3 23/24 | AD Roads | |
        | H1  | Repair the pier  | Q1 23/24 | AD Ports | |
        """,
        ["R1", "H1"],
    ),
    "another ref": (
        """
        | A1  | Repair the pier  | Q1 23/24 | AD Ports | |
        | H2  | Light the pier   | Q2 23/24 | AD Ports | |
        """,
        ["H1", "H2"],
    ),
    "no ref": ("|  | Repair the pier  | Q1 23/24 | AD Ports | |", ["H1"]),
    "reworded": ("| H1 | Repairing the existing pier | Q1 23/24 | AD Ports | |", ["H1"]),
    "refs given anew": (
        """
        | H1  | Light the pier   | Q2 23/24 | AD Ports | |
        | H2  | Repair the pier  | Q1 23/24 | AD Ports | |
        """,
        ["H2", "H1"],
    ),
    "reworded by a word": ("| H1 | Rebuild the pier | Q1 23/24 | AD Ports | |", ["H1"]),
    "reworded under its ref, with another date": ("| H1 | Repair the whole pier | Q3 24/25 | AD Ports | |", ["H1"]),
    "another's words under its ref": ("| H1 | Light the pier | Q2 23/24 | AD Ports | |", ["H2"]),
    "a ref that is another's now": ("| H1 | Sweep the market | Q1 23/24 | AD Ports | |", ["new"]),
    "a new action": (
        """
        | H1  | Repair the pier  | Q1 23/24 | AD Ports | |
        | H3  | Sweep the market | Q1 23/24 | AD Ports | |
        """,
        ["H1", "new"],
    ),
}


@pytest.mark.parametrize("change", LATER)
def test_an_action_keeps_its_key(change: str) -> None:
    table, was = LATER[change]
    plan = plan_from_text(f"{HEAD}\n{BEFORE}".strip())
    ids = name_actions(plan, ())
    known = {ids.of(action).key: action.ref for action in plan.actions}
    entries = happened(*((0, seen) for seen in list_sightings(plan, ids, ())))
    later = plan_from_text("\n".join(line.strip() for line in f"{HEAD}\n{table}".split("\n") if line.strip()))
    ids = name_actions(later, entries)
    assert [known.get(ids.of(action).key, "new") for action in later.actions] == was
    assert [ids.of(action).ref for action in later.actions] == [action.ref for action in later.actions]
    assert len({ids.of(action).key for action in later.actions}) == len(later.actions)


ALIKE = """
|  | Review it       | Q1 23/24 | AD Ports |         |
|  | Mend the bridge | Q3 23/24 | AD Roads |         |
|  | Review it       | Q1 23/24 | AD Roads |         |
|  | Review it       | Q2 23/24 | AD Roads |         |
"""
REVIEWS = ["ports", "bridge", "roads", "roads later"]


@pytest.mark.parametrize(
    ("order", "dates", "was"),
    [
        ([0, 1, 2, 3], {}, REVIEWS),
        ([3, 2, 1, 0], {}, REVIEWS[::-1]),
        ([2, 3], {}, ["roads", "roads later"]),
        # The only one of its owner, whatever became of its date.
        ([3, 2, 0], {0: "Q4 23/24 (was Q1 23/24)"}, ["roads later", "roads", "ports"]),
        # Two of one owner, of which neither has its date any more.
        ([0, 3, 2], {2: "Q4 23/24", 3: "Q4 23/24"}, ["ports", "in doubt", "in doubt"]),
    ],
)
def test_of_actions_with_the_same_words_each_keeps_its_key(
    order: list[int], dates: dict[int, str], was: list[str]
) -> None:
    """By its owner and its date; what these do not tell is in doubt."""
    lines = [line for line in ALIKE.split("\n") if line]
    plan = plan_from_text("\n".join((HEAD, *lines)))
    ids = name_actions(plan, ())
    assert not ids.doubtful
    known = {ids.of(action).key: name for action, name in zip(plan.actions, REVIEWS, strict=True)}
    entries = happened(*((0, seen) for seen in list_sightings(plan, ids, ())))
    moved = [
        lines[number].replace(lines[number].split("|")[3], f" {dates[number]} ") if number in dates else lines[number]
        for number in order
    ]
    later = plan_from_text("\n".join((HEAD, *moved)))
    ids = name_actions(later, entries)
    names = [known.get(ids.of(action).key, "new") if ids.is_certain(action) else "in doubt" for action in later.actions]
    assert names == was
    assert len({ids.of(action).key for action in later.actions}) == len(later.actions)


def test_an_action_reworded_twice_is_found_by_its_last_words() -> None:
    entries = happened(
        (0, Seen(ActionId("k", "H1"), Field.ACTION, "Repair the pier")),
        (1, Seen(ActionId("k", "H1"), Field.ACTION, "Rebuild the old pier")),
        (2, Seen(ActionId("k", "P7"), Field.ACTION, "Rebuild the old pier")),
    )
    plan = plan_from_text(f"{HEAD}\n| P7 | Rebuilding the old pier | Q1 23/24 | AD Ports | |")
    assert name_actions(plan, entries).of(plan.actions[0]) == ActionId("k")


def test_actions_of_the_same_words_have_keys_of_their_own() -> None:
    rows = (f"| {ref} | Report to the board | Q1 23/24 | AD Ports | Ongoing |" for ref in ("H1", "H2", "", ""))
    plan = plan_from_text("\n".join((HEAD, *rows)))
    first = name_actions(plan, ())
    keys = [first.of(action).key for action in plan.actions]
    assert len(set(keys)) == 4
    again = name_actions(plan, happened(*((0, seen) for seen in list_sightings(plan, first, ()))))
    assert [again.of(action).key for action in plan.actions] == keys


@pytest.mark.parametrize(
    ("later", "is_known"),
    [
        ("Agree a programme of savings for 2026/27 and report it | Q1 23/24 | AD Ports", True),
        ("Agree a programme of savings for 2026/27 and report it | Q3 24/25 | AD Ports", False),
        ("Agree a programme of savings for 2026/27 and report it | Q1 23/24 | AD Roads", False),
        ("Agree a lease of the fish market for 2026/27 and report it | Q1 23/24 | AD Ports", False),
    ],
)
def test_an_action_told_at_more_length_keeps_its_key(later: str, is_known: bool) -> None:
    """With its ref, its owner and its date, and most of the words that it had."""
    plan = plan_from_text(f"{HEAD}\n| H1 | Agree a savings programme for the year | Q1 23/24 | AD Ports | |")
    ids = name_actions(plan, ())
    entries = happened(*((0, seen) for seen in list_sightings(plan, ids, ())))
    (action,) = (after := plan_from_text(f"{HEAD}\n| H1 | {later} | |")).actions
    assert (name_actions(after, entries).of(action).key == ids.of(plan.actions[0]).key) is is_known
