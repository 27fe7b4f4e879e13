"""What became of a status, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.documents.movement_words import describe_status_move
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.movement.stage import StatusAt, StatusMove
from peerxl.reading.cells.told_statuses import read_told
from tests.documents.plans import Q2, Q3, update


def stand(text: str, quarter: FiscalQuarter = Q3) -> StatusAt:
    told = read_told(text, DEFAULT_VOCABULARY)
    given = replace(update(4, Q3, text), status=told.status, own_words=told.own_words)
    return StatusAt(replace(given, quarter=quarter), told.status is None or told.status.is_open)


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("In progress", "Completed", "Forward: from In progress to Completed"),
        ("Delayed", "Completed 28 October", "Forward: from In progress (“Delayed”) to Completed (28 October)"),
        ("On track", "Delayed", "Same: In progress (“On track”, now “Delayed”)"),
        ("Delayed", "Delayed", "Same: In progress (“Delayed”)"),
        ("Underway", "Under way", "Same: In progress"),
        ("Sliding", "Delayed", "Not known: In progress (“Delayed”); “Sliding” before"),
    ],
)
def test_a_status_is_told_in_all_its_words(before: str, now: str, words: str) -> None:
    assert describe_status_move(StatusMove(stand(before, Q2), stand(now)), Q3) == words


def test_a_status_of_an_earlier_quarter_is_told_with_it() -> None:
    closed = stand("Closed", Q2)
    assert describe_status_move(StatusMove(closed, closed), Q3) == "Same: Completed (“Closed”, Quarter 2 2023/24)"
