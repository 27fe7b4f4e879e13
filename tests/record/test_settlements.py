"""What was settled stays settled until one side says something new."""

from __future__ import annotations

import pytest

from peerxl.record.event import Settled
from peerxl.record.settlements import list_settlements
from tests.record.happenings import H1, QUARTER, happened

THEIRS = Settled(H1, "status", "theirs", "Completed", "In progress", "Completed", QUARTER, by="the coordinator")
BOTH = Settled(H1, "comment", "both", "Mine.\nYours.", "Mine.", "Yours.", QUARTER)
ACCEPTED = Settled(H1, "status", "accepted", "Late", "On hold", "Late", QUARTER, form="f", cell="G8")
AGAIN = Settled(H1, "status", "mine", "In progress", "In progress", "Completed", QUARTER)
CASES = {
    "the same words": (("status", "In progress", "Completed"), THEIRS),
    "other spaces": (("status", " In  progress", "Completed\n"), THEIRS),
    "the value stands in the master": (("comment", "Mine. Yours.", "Yours."), BOTH),
    "the master says something new": (("status", "On hold", "Completed"), None),
    "the owner says something new": (("status", "In progress", "On hold"), None),
    "what had been refused is accepted, and settles nothing": (("status", "On hold", "Late"), None),
    "another field": (("timescale", "In progress", "Completed"), None),
}


@pytest.mark.parametrize("case", CASES)
def test_settlements(case: str) -> None:
    (field, master, returned), settled = CASES[case]
    settlements = list_settlements(happened((0, THEIRS), (1, BOTH), (2, ACCEPTED)))
    assert settlements.find("k1", field, QUARTER, master=master, returned=returned) == settled
    assert settlements.find("k2", field, QUARTER, master=master, returned=returned) is None
    assert settlements.find("k1", field, "Q4 2026/27", master=master, returned=returned) is None


def test_the_last_word_counts() -> None:
    settlements = list_settlements(happened((0, THEIRS), (1, AGAIN)))
    assert settlements.find("k1", "status", QUARTER, master="In progress", returned="Completed") == AGAIN
