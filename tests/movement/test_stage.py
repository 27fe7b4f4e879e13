"""Whether a status has gone forward or back, by tables."""

from __future__ import annotations

import pytest

from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.sheet import Cell
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary
from peerxl.model.timescale import Timescale, TimescaleKind
from peerxl.movement.stage import Direction, StatusMove, stand_before, stand_now, trace_status

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))
OWN = Vocabulary.from_words(("On track", "Delayed", "Complete", "Awaiting decision"))


def reported(*words: str, vocabulary: Vocabulary = DEFAULT_VOCABULARY) -> Action:
    """An action with a status word for each quarter from the first."""
    updates = tuple(
        Update(FiscalQuarter(2023, number), vocabulary.find(word), Cell("Plan", 4, number, word))
        for number, word in enumerate(words, 1)
    )
    return Action("Plan", 4, "Do", Timescale("", TimescaleKind.UNSET), updates=updates)


def moved(before: str, now: str, vocabulary: Vocabulary = DEFAULT_VOCABULARY) -> StatusMove:
    action = reported(before, now, vocabulary=vocabulary)
    return trace_status(stand_before(action, Q1), stand_now(action, Q2))


@pytest.mark.parametrize(
    ("before", "now", "direction", "is_so"),
    [
        ("Not started", "In progress", "forward", ""),
        ("Not started", "Completed", "forward", "completed"),
        ("In progress", "Complete", "forward", "completed"),
        ("On hold", "In progress", "forward", ""),
        ("On hold", "Ongoing", "forward", ""),
        ("In progress", "Not started", "back", ""),
        ("In progress", "On hold", "back", ""),
        ("Completed", "In progress", "back", "reopened"),
        ("Completed", "On hold", "back", "reopened"),
        ("Not pursued", "In progress", "back", "reopened"),
        ("In progress", "Ongoing", "changed", ""),
        ("Not started", "On hold", "changed", ""),
        ("On hold", "Not started", "changed", ""),
        ("In progress", "Superseded", "stopped", "stopped"),
        ("Completed", "Superseded", "stopped", ""),
        ("Superseded", "Completed", "changed", ""),
        ("In progress", "in  progress", "same", ""),
        ("On track", "Delayed", "same", ""),
        ("Complete", "Completed", "same", ""),
        ("Completed", "", "same", ""),
        ("Withdrawn", "", "same", ""),
        ("In progress", "", "unknown", ""),
        ("In progress", "Amber", "unknown", ""),
        ("Completed", "Amber", "unknown", ""),
        ("Amber", "In progress", "unknown", ""),
        ("Amber", "Completed", "unknown", "completed"),
        ("", "Completed", "unknown", "completed"),
        ("", "", "unknown", ""),
    ],
)
def test_which_way_a_status_has_gone(before: str, now: str, direction: str, is_so: str) -> None:
    move = moved(before, now)
    assert move.direction == Direction(direction)
    facts = {"completed": move.is_completed, "stopped": move.is_stopped, "reopened": move.is_reopened}
    assert [name for name, is_true in facts.items() if is_true] == ([is_so] if is_so else [])


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [
        ("On track", "Delayed", "changed"),
        ("On track", "On track", "same"),
        ("Delayed", "Complete", "forward"),
        ("Awaiting decision", "On track", "unknown"),
    ],
)
def test_a_plan_s_own_words(before: str, now: str, direction: str) -> None:
    assert moved(before, now, OWN).direction == Direction(direction)


def test_one_meaning_in_two_plans_words() -> None:
    before = stand_before(reported("Underway"), None)
    assert trace_status(before, stand_now(reported("Underway", vocabulary=OWN), Q1)).direction is Direction.UNKNOWN
    own = Vocabulary.from_words(("Underway", "Complete"))
    assert trace_status(before, stand_now(reported("Underway", vocabulary=own), Q1)).direction is Direction.SAME
    done = stand_before(reported("Completed"), None)
    assert trace_status(done, stand_now(reported("Complete", vocabulary=own), Q1)).direction is Direction.SAME


def test_what_was_closed_stays_closed() -> None:
    """Through a blank quarter of one plan, and through another plan in which nobody says anything of it."""
    one = reported("In progress", "Completed", "")
    move = trace_status(stand_before(one, Q2), stand_now(one, Q3))
    assert (move.direction, move.now.update.quarter, move.now.is_open) == (Direction.SAME, Q2, False)
    move = trace_status(stand_before(one, Q2), stand_now(reported("", "", ""), Q3))
    assert (move.direction, move.now.update.quarter, move.now.is_open) == (Direction.SAME, Q2, False)


def test_before_is_the_last_that_was_said_and_now_is_now() -> None:
    one = reported("In progress", "", "")
    move = trace_status(stand_before(one, Q2), stand_now(one, Q3))
    assert (str(move.before.status), move.before.update.quarter) == ("In progress", Q1)
    assert (move.now.status, move.now.update.quarter) == (None, Q3)
