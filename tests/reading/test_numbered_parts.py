"""Rows that begin the parts of a plan with a number and a title, and actions of which nothing is settled yet."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Aside
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed

PLAN = """
    | {0} | Actions                    | Who leads? | Progress       | By when?  |
    | {1} | {6}                        |            |                |           |
    | {2} | Open the hall twice a week | Ann Field  | Begun in May   | Ongoing   |
    | {3} | Print the new leaflet      | Bo Day     | With a printer | June 2026 |
    | {4} | Care for the building      |            |                |           |
    | {5} | Paint the porch            | {7}        | Not begun      |           |
    """


def read(*cells: str) -> tuple[list[int], list[int]]:
    """The rows that are actions, and those that are titles."""
    plan = plan_from_sheets([typed(PLAN.format(*cells), "Plan")], Request("plan.xlsx"))
    titles = [skipped.cells[0].row for skipped in plan.tables[0].skipped if skipped.why is Aside.SECTION]
    return [action.row for action in plan.actions], titles


@pytest.mark.parametrize("heading", ["", "No."])
@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "", "", "2."),
        ("1.", "", "", "2", ""),
        ("A", "1", "2", "B", "3"),
        ("I", "1", "2", "II", "3"),
        ("1", "1.1", "1.2", "2", "2.1"),
        ("1", "1", "2", "2", "1"),
        ("1)", "a", "", "2)", "a"),
        ("Goal 1", "a", "b", "Goal 2", "a"),
    ],
)
@pytest.mark.parametrize("title", ["Welcoming people", "To welcome all who come to the hall"])
def test_a_number_and_a_title_over_rows_that_say_more_begin_a_part(
    heading: str, numbers: tuple[str, ...], title: str
) -> None:
    cells = (heading, *numbers, *[""] * (5 - len(numbers)), title, "Bo Day")
    assert read(*cells) == ([3, 4, 6], [2, 5])


ALL = [2, 3, 4, 5, 6]


@pytest.mark.parametrize("heading", ["", "No."])
@pytest.mark.parametrize(
    ("numbers", "owner"),
    [
        (("1.", "2.", "3.", "4.", "5."), "Bo Day"),
        (("1", "", "", "4", "5"), ""),
        (("1", "", "", "", ""), "Bo Day"),
        (("A", "", "", "Second", ""), "Bo Day"),
    ],
)
def test_actions_of_which_nothing_is_settled_yet_begin_no_part(
    heading: str, numbers: tuple[str, ...], owner: str
) -> None:
    assert read(heading, *numbers, "Welcoming people", owner) == (ALL, [])
