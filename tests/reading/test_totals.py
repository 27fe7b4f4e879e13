"""Rows that add up the actions of a table, beneath them, over them or among them, and actions with such words."""

from __future__ import annotations

import pytest

from peerxl.reading.cells.cell_kinds import is_tally
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import fields, typed

HEAD = "| Step | Action | Owner | ETA | Status |\n"
ACTIONS = (
    "| 1 | Mend the pier rail | Ann Field | 2026-05-01 | Open |\n| 2 | Light the lane | Bo Day | 2026-06-01 | Open |\n"
    "| 3 | Paint the hall | Bo Day | 2026-07-01 | Closed |\n"
)
MORE = "| 4 | Sweep the yard | Bo Day | 2026-08-01 | Open |\n"
TOTALS = [
    "| TOTAL | 3 rails, 9 lamps | — | T+30h | |\n",
    "| TOTAL | 3 rails, 9 lamps | | 2026-07-01 | |\n",
    "| TOTAL | 3 rails, 9 lamps | All | 2026-07-01 | Open |\n",
    "| Total | | | 3 | |\n",
    "| | Total | 2 | 3 | 1 |\n",
    "| Grand total | 3 | | | |\n",
    "| | Overall total: | 2 | | 3 |\n",
    "| Sum | 3 | 2 | 1 | 1 |\n",
    "| | Average | 3 | 4 | |\n",
    "| | Mean | — | 4 | 60% |\n",
    "| Count | 3 | 2 | 3 | 3 |\n",
    "| | Total estimated effort | | 12 days | |\n",
    "| Total cost: | £3,000 | — | | |\n",
    "| | Number of actions | | | 3 |\n",
    "| | Number of actions: 3 | | | |\n",
    "| | Open: 2 | Closed: 1 | | |\n",
    # The totals of parts, and what says in one how much is added up.
    "| | Story Total | | 8h | |\n",
    "| Story Total | | | 8h | |\n",
    "| | Phase total | | 12 days | |\n",
    "| | Phase 1 – Design total | | 12 days | |\n",
    "| | Sprint 2 subtotal | — | 13 | |\n",
    "| | US1 total: | | 2h 30m | |\n",
    "| | Total for phase 1 | | 3 | |\n",
    "| | Total sprint 2 | | 21 story points | |\n",
    "| | Total committed: 31h | | | |\n",
    "| Total committed: 31h | | | | |\n",
    "| | Sprint total: 12 points | | | |\n",
    "| Total story points committed: 21 | | | | |\n",
    "| | Total spent: £9,000 | | | 60% |\n",
]


def read(text: str) -> list[int]:
    """The rows that are actions."""
    return [action.row for action in plan_from_sheets([typed(text, "Plan")], Request("plan.xlsx")).actions]


@pytest.mark.parametrize("total", TOTALS)
def test_a_total_is_no_action_wherever_it_stands(total: str) -> None:
    assert read(HEAD + ACTIONS + total) == [2, 3, 4]
    assert read(HEAD + ACTIONS + total + MORE) == [2, 3, 4, 6]
    assert read(HEAD + total + ACTIONS) == [3, 4, 5]


@pytest.mark.parametrize(
    "row",
    [
        "| 4 | Total the accounts | Bo Day | 2026-08-01 | Open |\n",
        "| | Total replacement of the lamps | Bo Day | | |\n",
        "| | Total rewiring of the hall | — | 3 | |\n",
        "| 4 | Total budget | | 3 | |\n",
        "| | Total budget | Bo Day | 3 | |\n",
        "| | Average waiting time to fall to 3 days | | | |\n",
        "| | Count | Bo Day | 2026-08-01 | Open |\n",
        "| | Sum up what was said | | | |\n",
        "| | Total cost | — | 2026-08-01 | |\n",
        "| 4 | Story total | | 3 | |\n",
        "| | Story total | Bo Day | 3 | |\n",
        "| | Story total | | | Open |\n",
        "| | Story total agreed with all | | 3 | |\n",
        "| | Phase total | | 2026-08-01 | |\n",
        "| | Check the total | | 3 | |\n",
        "| | New lamps for the waste total | | 3 | |\n",
        "| | Increase the recycling total | | 3 | |\n",
        "| | Report total: 3 | | | |\n",
        "| | Total phase out of lamps | | 3 | |\n",
        "| | Total stage rewiring | | 3 | |\n",
        "| | Total committed: 31h | Bo Day | | |\n",
        "| | Total completion: 31 March | | | |\n",
        "| | Total replacement: 3 lamps | | | |\n",
    ],
)
def test_an_action_with_such_words_is_one(row: str) -> None:
    assert read(HEAD + ACTIONS + row) == [2, 3, 4, 5]


def test_a_total_right_beneath_says_nothing_of_what_its_column_is() -> None:
    plan = plan_from_sheets([typed(HEAD + ACTIONS + TOTALS[0], "Plan")], Request("plan.xlsx"))
    assert fields(plan) == "A ref · B action · C owner · D timescale · E status"
    assert [action.ref for action in plan.actions] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text", ["Open: 2", "Number of actions: 12", "Actions closed = 3", "Total: 9", "Completed: 50%"]
)
def test_a_tally_says_how_many_there_are_of_a_kind(text: str) -> None:
    assert is_tally(text)


@pytest.mark.parametrize("text", ["Phase: 2", "Open: the gate", "Week: 3", "Priority: 1", "3", "Open 2 gates"])
def test_other_numbers_are_no_tally(text: str) -> None:
    assert not is_tally(text)
