"""Another table that stands right under a tracker's, whatever its headings: none of its rows is an action."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed

PLAN = """
    | # | Deliverable        | Owner     | Due        | Status      |
    | 1 | Survey of the quay | Ann Field | 2026-06-15 | In progress |
    | 2 | Lamps for the lane | Bo Day    | 2026-07-15 | Not started |
    | 3 | Paint for the hall | Ann Field | 2026-08-01 | Not started |
    """
GAP, TITLE = "    |  |\n", "    | What was settled |\n"
CHOICES = """    | Decision    | Choice        | Date       | Rationale             |
    | Kind of lamp | Sodium, warm | 2026-04-10 | The owner asks for it |
    | Paint        | Green        | 2026-05-15 | In stock              |
    """
VERSIONS = """    | Version | Author    | Date       | Change         |
    | Draft a | Ann Field | 2026-04-10 | The first text |
    | Draft b | Bo Day    | 2026-05-15 | Lamps added    |
    """
PEOPLE = """    | Name      | Role    | Mail          | Hours     |
    | Ann Field | Manager | ann@a.example | Mornings  |
    | Bo Day    | Clerk   | bo@a.example  | Afternoon |
    """


MEASURED = """    | Measured  | Before | After | Change |
    | Lamps lit | 3      | 9     | Up     |
    | Rails     | 1      | 1     | None   |
    """


def read(text: str) -> tuple[list[int], list[str]]:
    """The rows that are actions, and what is said of tables that are none."""
    plan = plan_from_sheets([typed(text, "Plan")], Request("plan.xlsx"))
    said = [fault.message for fault in plan.faults if fault.code == "table-not-read"]
    return [action.row for action in plan.actions], said


@pytest.mark.parametrize("other", [CHOICES, VERSIONS, PEOPLE])
@pytest.mark.parametrize("between", [GAP, GAP + TITLE, TITLE])
def test_a_table_of_other_things_is_none_of_the_plan_and_said(between: str, other: str) -> None:
    rows, said = read(PLAN.rstrip() + "\n" + between + other)
    first = 6 + between.count("\n")
    assert rows == [2, 3, 4]
    assert [message.partition(" and were")[0] for message in said] == [
        f"Rows {first} to {first + 1} stand in a table apart"
    ]
    assert said[0].endswith("if they are actions, move them under the headings in row 1.")


def test_headings_that_nobody_knows_are_some_under_a_title_that_is_apart() -> None:
    rows, said = read(PLAN.rstrip() + "\n" + GAP + TITLE + MEASURED)
    assert rows == [2, 3, 4]
    assert [message.partition(" and were")[0] for message in said] == ["Rows 8 to 9 stand in a table apart"]


MORE = [
    "    |   | Lights and nets | Sanderson | when it is paid | Stalled |\n"
    "    |   | Floats and nets | Ridley | when it is paid | Stalled |\n",
    "    | 4 | Ropes for the pier | Bo Day | 2026-09-01 | Not started |\n",
    "    | 4 | Ropes for the pier | Bo Day | TBC | |\n",
    "    |   | Ropes for the pier | Bo Day | Spring | On hold |\n    | 5 | Nets | Bo Day | 2026-09-01 | Not started |\n",
    "    |   | Order the ropes | Harbour board | When the board has paid | Stalled for now |\n"
    "    |   | Nets and floats | Bo Day | Spring | Not started |\n",
]


@pytest.mark.parametrize("between", [GAP, GAP + TITLE, TITLE])
@pytest.mark.parametrize("more", MORE)
def test_actions_under_a_blank_row_or_a_title_stay_actions(between: str, more: str) -> None:
    rows, said = read(PLAN.rstrip() + "\n" + between + more)
    first = 5 + between.count("\n")
    assert (rows, said) == ([2, 3, 4, *range(first, first + more.count("\n"))], [])


def test_a_plan_that_goes_on_beneath_short_words_is_read_on() -> None:
    more = "    | Also | Date | Risk | Change | Impact |\n    | 4 | Ropes | Bo Day | 2026-09-01 | Not started |\n"
    rows, said = read(PLAN.rstrip() + "\n" + GAP + more)
    assert (rows[-1], said) == (7, [])


def test_a_tracker_under_another_is_said_with_the_way_to_read_it_too() -> None:
    risks = """    | Risk | Mitigation | Lead | Deadline | State |
    | The tide is high | Raise the wall | Ann Field | 2026-09-01 | Open |
    """
    rows, said = read(PLAN.rstrip() + "\n" + GAP + risks)
    assert (rows, len(said)) == ([2, 3, 4], 1)
    assert said[0].endswith('to read it too, name it with --sheet "Plan", or read every tracker with --all-sheets.')


@pytest.mark.parametrize("between", [GAP, GAP + TITLE])
def test_a_plan_is_read_though_a_table_of_other_things_beneath_has_more_headings_that_are_known(between: str) -> None:
    plan = """
        | Action point        | By whom   |
        | Survey the quay     | Ann Field |
        | Order the lamps     | Bo Day    |
        | Paint the hall      | Ann Field |
        """
    decisions = """    | Ref | Decision         | Date       | Taken by |
        | D1  | Lamps are sodium | 2026-04-10 | Board    |
        | D2  | The hall is green | 2026-05-15 | Board   |
        """
    rows, said = read(plan.rstrip() + "\n" + between + decisions)
    assert (rows, len(said)) == ([2, 3, 4], 1)
