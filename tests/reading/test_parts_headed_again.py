"""A plan in parts that each begin with the headings: no row between them is one of headings, whatever it names."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import fields, typed

HEAD = "    | Milestone | Measurement | Reporting | Target date | {0} |\n"
FIRST = "    | 1.1 Learn which lamps are dark | Progress | Report to the board | Measured annually | {1} |\n"
DATED = "    | 2.1 Set the goals for the lamps | Completion | Report and the town's page | 2027-09-30 | {1} |\n"
LATER = (
    "    | 3.1 Ask the board for new lamps | Completion | Budget of the board | As the board sets its budget | {1} |\n"
)


def part(number: int, rows: str) -> str:
    return f"    | Part {number}: Lamps of all kinds | | | | |\n{HEAD}{rows}    | | | | | |\n"


PLAN = f"    | Plan of lamps | | | | |\n    | | | | | |\n{part(1, FIRST)}{part(2, DATED)}{part(3, DATED + LATER)}"


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Required or encouraged", "Required for all towns, encouraged for others"), ("Statutory", "Yes"), ("Cost", "£3")],
)
def test_headings_that_stand_again_are_those_of_the_table(heading: str, cell: str) -> None:
    plan = plan_from_sheets([typed(PLAN.format(heading, cell))], Request("plan.xlsx"))
    assert plan.tables[0].first_header_row == 4
    assert fields(plan) == "A action · D timescale"
    due = {action.row: action.timescale.due_date for action in plan.actions}
    assert due == {5: None, 9: date(2027, 9, 30), 13: date(2027, 9, 30), 14: None}


def test_a_tracker_of_its_own_between_two_parts_stays_one() -> None:
    head = "    | Action | Owner | Due | Status |\n"
    risks = "    | Risk | Mitigation | Owner | Deadline | Status |\n"
    text = (
        f"{head}    | Mend it | Ann Field | 2027-03-01 | Open |\n    | | | | |\n"
        f"{risks}    | The tide is high | Raise it | Bo Day | 2027-04-01 | Open |\n    | | | | |\n"
        f"{head}    | Light it | Ann Field | 2027-05-01 | Open |\n"
    )
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx", all_sheets=True))
    assert [(table.first_header_row, len(table.skipped)) for table in plan.tables] == [(1, 0), (4, 0), (7, 0)]
    assert [action.row for action in plan.actions] == [2, 5, 8]


BEFORE = "    | # | {0} | Owner | Target date | Status | {1} |\n"
TWO_BEFORE = (
    "    | 1 | Quay lease signed for ten years | Ann Field | 2026-10-26 | Open | A draft was seen |\n"
    "    | 2 | Crane inspected by the insurer | Bo Day | 2026-11-26 | Open | |\n    | | | | | | |\n"
)
ON_THE_DAY = (
    "    | # | Task | Owner | Target date | Status | Notes |\n"
    "    | 3 | Open the gate of the quay | Ann Field | T-7d | Open | |\n"
    "    | 4 | Publish the tide tables | Bo Day | T-1d | Open | |\n"
)


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("Prerequisite", "Evidence/Notes"),
        ("Precondition", "Notes"),
        ("Berth to be had", "Notes"),
        ("Berth to be had", "Evidence"),
    ],
)
def test_headings_that_differ_in_what_they_list_and_in_a_comment_are_of_one_plan(listed: str, told: str) -> None:
    text = f"    | Opening of the quay |\n    | |\n{BEFORE.format(listed, told)}{TWO_BEFORE}{ON_THE_DAY}"
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert [(action.row, action.ref) for action in plan.actions] == [(4, "1"), (5, "2"), (8, "3"), (9, "4")]


def test_each_of_several_parts_that_list_things_of_their_own_is_one_of_the_plan() -> None:
    first, second = (BEFORE.format(name, "Evidence") for name in ("Berth to be had", "Lamp to be lit"))
    text = f"{first}{TWO_BEFORE}    | Lamps |\n{second}{TWO_BEFORE}    | On the day |\n{ON_THE_DAY}"
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert [(table.first_header_row, len(table.skipped)) for table in plan.tables] == [(1, 0), (6, 0), (11, 0)]
    assert [action.row for action in plan.actions] == [2, 3, 7, 8, 12, 13]


@pytest.mark.parametrize(
    "head",
    [
        "    | # | Berth | Pilot | Target date | Depth | Notes |\n",
        "    | # | Berth | Owner | Length | Depth | Notes |\n",
    ],
)
def test_a_table_above_that_says_neither_who_nor_when_nor_how_far_stays_another(head: str) -> None:
    plan = plan_from_sheets([typed(f"{head}{TWO_BEFORE}{ON_THE_DAY}")], Request("plan.xlsx"))
    assert [(table.first_header_row, len(table.skipped)) for table in plan.tables] == [(5, 0)]
    assert [action.row for action in plan.actions] == [6, 7]
