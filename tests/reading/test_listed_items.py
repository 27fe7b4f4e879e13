"""Lists whose first heading says no more than that each row is an item: trackers, and lists of other things."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, typed

ALL_SAID = """
| {}                      | Owner     | {}         | Status      |
| Timetable on the phone  | Ann Field | 2026-08-15 | In progress |
| Tide gauge              | Bo Lane   | 2026-09-10 | In progress |
| New landing stage       | Ann Field | 2026-07-15 | In review   |
| Pier lights             | Cy Moss   | 2026-09-30 | Not started |
"""


@pytest.mark.parametrize(
    ("item", "due"), [("Item", "Target"), ("Item", "Due date"), ("Item", "Needed by"), ("Title", "Deadline")]
)
def test_items_are_actions_where_who_and_when_are_said_and_work_on_some_has_yet_to_end(item: str, due: str) -> None:
    plan = plan_from_sheets([typed(ALL_SAID.format(item, due))], Request("master.xlsx"))
    assert fields(plan) == "A action · B owner · C timescale · D status"


def test_bands_of_items_with_headings_of_their_own_are_read_to_the_last() -> None:
    band = """
        | Item              | Owner    | Target     | Status    |
        | Boats by the hour | Dee Ford | 2026-08-15 | In design |
        | Second quay       | Ed Gray  | 2026-09-10 | In review |
        | Lamps by the road | Dee Ford | 2026-07-15 | Planned   |
        """
    plan = plan_from_sheets([typed(ALL_SAID.format("Item", "Target") + band)], Request("master.xlsx"))
    assert len(plan.actions) == 7


# In each a heading of items, and beside it nearly what a plan has.
LISTS = {
    "what is lent": """
        | Item             | Owner     | Due        | Status   |
        | Laptop 14 inch   | Ann Field | 2026-08-15 | On loan  |
        | Projector beam   | Bo Lane   | 2026-09-10 | Returned |
        | Camera and lens  | Ann Field | 2026-07-15 | On loan  |
        """,
    "what is ordered": """
        | Item              | Owner     | Due date   | Status |
        | Blue widget 10mm  | Ann Field | 2026-01-05 | Open   |
        | Steel bracket two | Bo Lane   | 2026-01-06 | Closed |
        | Lamp with a shade | Ann Field | 2026-01-07 | Open   |
        """,
    "what is bought, by number": """
        | Item            | Owner     | Qty | Needed by  | Status      |
        | Two tables      | Ann Field | 3   | 2026-01-05 | In progress |
        | Chairs of oak   | Bo Lane   | 4   | 2026-01-05 | Completed   |
        | Cups and plates | Ann Field | 7   | 2026-01-05 | Not started |
        """,
    "what is made for customers": """
        | Item            | Owner     | Customer | Due date   | Status      |
        | Two tables      | Ann Field | Acme     | 2026-01-05 | In progress |
        | Chairs of oak   | Bo Lane   | Globex   | 2026-01-05 | Completed   |
        | Cups and plates | Ann Field | Initech  | 2026-01-05 | Not started |
        """,
    "an agenda": """
        | Item                        | Lead      | Time  | Status      |
        | Minutes of the last meeting | Chair     | 09:00 | Done        |
        | Report of the treasurer     | Treasurer | 09:10 | In progress |
        | Any other business          | Chair     | 09:40 | Not started |
        """,
    "papers for meetings": """
        | Item             | Lead officer | Meeting date | Status      |
        | Budget report    | Treasurer    | 2026-01-05   | Completed   |
        | Old complaints   | Clerk        | 2026-02-05   | In progress |
        | Housing strategy | Clerk        | 2026-03-05   | Not started |
        """,
    "an inventory": """
        | Item        | Owner     | Warranty end | Status  |
        | Boiler room | Ann Field | 2026-01-05   | Active  |
        | Old lift    | Bo Lane   | 2026-02-05   | Expired |
        | Long lamps  | Ann Field | 2026-03-05   | Active  |
        """,
    "what is bought, by an occasion": """
        | # | Item                          | Qty | Needed by       | Status |
        | 1 | Brackets of steel with screws | 4   | Before launch   | open   |
        | 2 | Lamps with a shade of glass   | 2   | Before launch   | closed |
        | 3 | Rope of forty metres for it   | 9   | Before the fair | open   |
        """,
    "things in store, by an occasion": """
        | # | Item           | Needed by       | Status |
        | 1 | Steel brackets | Before launch   | open   |
        | 2 | Blue widgets   | Before launch   | closed |
        | 3 | Long lamps     | Before the fair | open   |
        """,
}


@pytest.mark.parametrize("table", LISTS.values(), ids=LISTS)
def test_lists_of_other_items_are_no_trackers(table: str) -> None:
    with pytest.raises(NoTrackerError):
        plan_from_sheets([typed(table)], Request("master.xlsx"))


def test_what_is_stated_of_each_and_needed_by_an_occasion_is_to_be_done() -> None:
    plan = plan_from_sheets(
        [
            typed(
                """
                | #    | Item                                                | Needed by     | Status  |
                | R-01 | Name of the pier. The map says one, the sign another | Before launch | open    |
                | R-02 | Name of the seller for all of the invoices          | Before launch | drafted |
                | R-03 | The price list is no more than an example yet       | At the fair   | open    |
                """
            )
        ],
        Request("master.xlsx"),
    )
    assert fields(plan) == "A ref · B action · C timescale · D status"


AWAITED = """
| {}                   | Owner     | Due date   | Status      | {}                           |
| Tide data (no 261)   | Ann Field | 2026-03-31 | To do       | Due at once, and not started |
| Register of all boats | Bo Lane   | 2026-04-30 | In progress | Holds up the timetable       |
| Camera line (no 76)  | Cy Moss   | 2026-05-31 | In progress | On track                     |
"""


@pytest.mark.parametrize(
    ("awaited", "risk"),
    [("Dependency", "Risk"), ("Requirement", "Issue"), ("Item", "Risks"), ("Dependencies", "Concerns")],
)
def test_what_is_awaited_is_the_action_and_not_the_risk_of_it(awaited: str, risk: str) -> None:
    plan = plan_from_sheets([typed(AWAITED.format(awaited, risk))], Request("master.xlsx"))
    assert fields(plan) == "A action · B owner · C timescale · D status"
    assert [each.code for each in check_plan(plan) if each.code == "action-is-risk"] == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Risk", "Dependency", "A action · B owner · C timescale · D status"),
        ("Finding", "Recommendation", "B owner · C timescale · D status · E action"),
        ("Task", "Dependency", "A action · B owner · C timescale · D status"),
    ],
)
def test_what_is_asked_is_the_action_wherever_it_stands(before: str, after: str, found: str) -> None:
    plan = plan_from_sheets([typed(AWAITED.format(before, after))], Request("master.xlsx"))
    assert fields(plan) == found
