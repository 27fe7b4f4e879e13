"""In which way a risk is met: no action, whatever stands over it."""

from __future__ import annotations

import pytest

from peerxl.reading.cells.treatments import is_treatment
from peerxl.reading.trackers.tracker import NoTrackerError
from tests.conftest import plan_from_text
from tests.reading.tables import fields


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Treat", True),
        ("Treat (mitigate)", True),
        ("TOLERATE", True),
        ("Transfer / share", True),
        ("Accept the risk", True),
        ("Avoid or reduce", True),
        ("The risk", False),
        ("Treat the boards", False),
        ("Mitigate by a rail", False),
        ("", False),
    ],
)
def test_what_is_a_way_to_meet_a_risk(text: str, is_so: bool) -> None:
    assert is_treatment(text) is is_so


@pytest.mark.parametrize("heading", ["Treatment", "Risk response", "Action"])
def test_ways_to_meet_risks_are_no_actions(heading: str) -> None:
    text = f"""
        | Risk ID | Category | Owner | {heading}       |
        | 1       | Flood    | Clerk | Treat (mitigate) |
        | 2       | Fire     | Clerk | Treat (mitigate) |
        | 3       | Rust     | Diver | Tolerate (accept) |
    """
    with pytest.raises(NoTrackerError) as refused:
        plan_from_text(text)
    assert f"{heading!r}" not in str(refused.value)


def test_what_is_done_about_risks_stands_beside_them() -> None:
    text = """
        | Ref | Risk              | Treatment | Mitigations applied     | Owner | Status      |
        | 1   | The pier may fall | Treat     | Second rail and a chain | Clerk | In progress |
        | 2   | The lamps may go  | Treat     | Oil lamps on each post  | Clerk | In progress |
        | 3   | The quay may sink | Tolerate  | Monthly look by a diver | Diver | Completed   |
    """
    assert fields(plan_from_text(text)) == "A ref · D action · E owner · F status"


def test_actions_carried_forward_are_open() -> None:
    text = """
        | No | Action           | Status                                        |
        | 1  | Mend the pier    | Carried forward                               |
        | 2  | Light the pier   | Done                                          |
        | 3  | Fence off a quay | Carried over                                  |
        | 4  | Paint the boats  | Done                                          |
        | 5  | Oil the lamps    | Carried forward (note: handed on to the clerk) |
    """
    plan = plan_from_text(text)
    assert fields(plan) == "A ref · B action · C status"
    assert [action.ref for action in plan.open_actions(None)] == ["1", "3", "5"]


def test_a_ref_before_what_is_to_be_done_leaves_it_an_instruction() -> None:
    """A plan may do all of it again and again, where a list of duties tells nobody what to do."""
    actions = """
        | Action                    | Timeline               | Responsibility |
        | {}Report to the board     | Annually               | Clerk          |
        | {}Publish what was done   | Annually               | Clerk          |
        | {}Review the plan         | 6 months before it ends | Clerk         |
    """
    text = actions.replace("{}", "A12. ", 1).replace("{}", "A13. ", 1).replace("{}", "A14. ", 1)
    assert fields(plan_from_text(text)) == "A action · B timescale · C owner"
