"""A conflict is open until it is settled, answered anew, or the plan says something else."""

from __future__ import annotations

import pytest

from peerxl.record.event import Conflicted, Event, Returned, Settled
from peerxl.record.open_conflicts import list_open_conflicts
from tests.record.happenings import H1, H2, HR, QUARTER, ROADS, happened


def meaning(field: str, text: str) -> str:
    return text.casefold()


def came(*actions: object, owner: object = HR, quarter: str = QUARTER, digest: str = "") -> Returned:
    form = f"form of {owner}"
    return Returned(owner, quarter, f"{owner}.xlsx", actions, form=form, digest=digest)  # type: ignore[arg-type]


STATUS = Conflicted(H1, "status", "", "On hold", "Completed", QUARTER, HR, form="form of Head of HR")
DATE = Conflicted(H2, "timescale", "", "Q3 26/27", "Q4 26/27", "", ROADS, form="form of AD Roads")
SETTLED = Settled(H1, "status", "mine", "On hold", "On hold", "Completed", QUARTER, HR)
ACCEPTED = Settled(H1, "status", "accepted", "Completed", "On hold", "Completed", QUARTER, HR, form="f", cell="G8")
NOW = {("k1", "status"): "On hold", ("k2", "timescale"): "Q3 26/27"}
BOTH = [("H1", "status", "On hold", "Completed"), ("H2", "timescale", "Q3 26/27", "Q4 26/27")]
BOTH_CAME: tuple[Event, ...] = (came(H1), STATUS, came(H2, owner=ROADS), DATE)
CASES = {
    "both": (BOTH_CAME, NOW, BOTH),
    "in the order in which they came up": ((came(H2, owner=ROADS), DATE, came(H1), STATUS), NOW, BOTH[::-1]),
    "the owner answers anew": ((*BOTH_CAME, came(H1)), NOW, BOTH[1:]),
    "the same form again, of which more is taken": (
        (came(H1, digest="d"), *BOTH_CAME[1:], came(H1, digest="d")),
        NOW,
        BOTH,
    ),
    "another form of the owner": ((came(H1, digest="d"), *BOTH_CAME[1:], came(H1, digest="e")), NOW, BOTH[1:]),
    "what had been refused is accepted": ((*BOTH_CAME, ACCEPTED), NOW, BOTH),
    "what had been refused is accepted, and nobody says otherwise": ((came(H1), ACCEPTED), NOW, []),
    "the owner answers something else": ((*BOTH_CAME, came(H2)), NOW, BOTH),
    "another owner answers it": ((*BOTH_CAME, came(H1, owner=ROADS)), NOW, BOTH),
    "settled": ((*BOTH_CAME, SETTLED), NOW, BOTH[1:]),
    "the plan says the answer in other letters": (BOTH_CAME, NOW | {("k1", "status"): "COMPLETED"}, BOTH[1:]),
    "the plan says something else": (BOTH_CAME, NOW | {("k1", "status"): "Ongoing"}, BOTH[1:]),
    "of another quarter": ((came(H2, owner=ROADS, quarter="Q2 2026/27"), DATE), NOW, []),
}


@pytest.mark.parametrize("case", CASES)
def test_which_are_open(case: str) -> None:
    events, now, expected = CASES[case]
    entries = happened(*enumerate(events))
    found = list_open_conflicts(entries, QUARTER, now, meaning)
    assert [(each.action.ref, each.field, each.master, each.returned) for each in found] == expected
