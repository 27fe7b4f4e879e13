"""Catalogues of what is done whenever something is found, and histories of what was done; plans that near them."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, typed

CATALOGUE = """
| {0}              | Sign              | {1}         | Corrective action            | Owner          | {2}          |
| Ropes left loose | They slap at dusk | No lockers  | Buy a locker for each berth  | {3}            | No loose ones |
| Lamps left on    | Bills go up       | No switches | Fit switches with a clock    | Quay lead      | Lower bills   |
| Gates not locked | Boats are missing | Lost keys   | Put the keys on a numbered board | Night watch | A full board  |
"""
HISTORY = """
| Status   | Reviewer      | Received   | Decision date | {0}                                    | {1}      | Next step        |
| Complete | Harbour board | 2012-10-10 | 2012-10-17    | The board voted for the new lamps      | {2}      | Sent to the clerk |
| {3}      | Clerk         | 2012-10-17 | 2012-10-20    | The clerk was asked to order the lamps | {2}      | None              |
"""


def refuse(table: str) -> str:
    with pytest.raises(NoTrackerError) as refused:
        plan_from_sheets([typed(table)], Request("master.xlsx"))
    return str(refused.value)


@pytest.mark.parametrize(
    ("first", "second"), [("Anti-pattern", "Risk"), ("Common mistakes", "Why"), ("Pitfall", "Root cause")]
)
def test_a_catalogue_of_what_is_always_done_is_no_plan(first: str, second: str) -> None:
    assert refuse(CATALOGUE.format(first, second, "Verification signal", "Quay owner")) == (
        "master.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name action (D 'Corrective action') and owner (E "
        f"'Owner'), but A '{first}' says of which kind each is, and nothing says by which day or how far it has come; if "
        "it is one, say where its actions are with --column action=D."
    )


@pytest.mark.parametrize(
    ("first", "last", "owner", "found"),
    [
        ("Anti-pattern", "Verification signal", "Ann Field", "D action · E owner"),  # a person acts once
        ("Anti-pattern", "Status", "Quay owner", "D action · E owner"),
        ("Anti-pattern", "Due date", "Quay owner", "D action · E owner"),
        ("Place", "Verification signal", "Quay owner", "D action · E owner"),
    ],
)
def test_what_somebody_is_to_do_once_about_each_is_a_plan(first: str, last: str, owner: str, found: str) -> None:
    table = CATALOGUE.format(first, "Root cause", last, owner)
    if last != "Verification signal":  # still to be filled in
        for told in ("No loose ones", "Lower bills  ", "A full board "):
            table = table.replace(told, "")
    assert fields(plan_from_sheets([typed(table)], Request("master.xlsx"))).startswith(found)


def test_a_history_of_what_was_done_is_no_plan() -> None:
    told = refuse(HISTORY.format("Actions", "Remark", "", "Complete"))
    assert "but E 'Actions' says what was done, and names nobody who is to do anything" in told


@pytest.mark.parametrize(
    ("owner", "cell", "status"), [("Owner", "Ann Field", "Complete"), ("Remark", "", "In progress")]
)
def test_what_is_open_or_has_an_owner_is_no_history(owner: str, cell: str, status: str) -> None:
    plan = plan_from_sheets([typed(HISTORY.format("Actions", owner, cell, status))], Request("master.xlsx"))
    assert len(plan.actions) == 2


CAUSES = """
| {0}           | Corrective action                      | {1}         |{2}
| {3}           | Fill the gap; check the list           | {4}         |{5}
| Gate Error    | Mend the gate; walk the round once more | Quay team  |{5}
| Lookup Failure | Change the terms; ask again            | Quay team   |{5}
"""


@pytest.mark.parametrize("heading", ["Root cause", "Cause"])
def test_kinds_of_cause_and_what_is_done_about_each_are_no_plan(heading: str) -> None:
    told = refuse(CAUSES.format(heading, "Responsible", "", "Data Gap", "Quay team + Clerk", ""))
    assert f"but A '{heading}' says of which kind each is, and nothing says by which day" in told


@pytest.mark.parametrize(
    ("heading", "extra", "cause", "owner", "cell"),
    [
        ("Root cause", "", "Ropes were loose", "Quay team", ""),  # what did happen
        ("Root cause", "", "Lack of lamps", "Quay team", ""),
        ("Root cause", "", "Data Gap", "Ann Field", ""),
        ("Root cause", " Status |", "Data Gap", "Quay team", " Open |"),
        ("Root cause", " Due date |", "Data Gap", "Quay team", " |"),
        ("Root cause", " Finding |", "Data Gap", "Quay team", " Two lamps were out |"),
        ("Place", "", "North Quay", "Quay team", ""),
    ],
)
def test_what_is_done_once_about_causes_is_a_plan(heading: str, extra: str, cause: str, owner: str, cell: str) -> None:
    table = CAUSES.format(heading, "Responsible", extra, cause, owner, cell)
    plan = plan_from_sheets([typed(table)], Request("master.xlsx"))
    assert fields(plan).startswith("B action · C owner")
    assert len(plan.actions) == 3
