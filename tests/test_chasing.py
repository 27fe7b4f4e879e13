"""Who is asked, beyond the published plans: placeholders are no answers, and nobody asks everybody."""

from __future__ import annotations

import pytest

from peerxl.chasing import chase_plan
from peerxl.language.owners import owner_key
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.settings import Contact, Settings
from peerxl.reading.own_sheets.contacts import directory_of
from tests.conftest import plan_from_text

Q1 = FiscalQuarter(2023, 1)
PLAN = """
| Action          | Owner   | Due      | Q4 22/23    | Comments  | Q1 23/24 | Comments |
| Repair the pier | {owner} | Q3 23/24 | In progress | Timber in | {status} | {comment} |
"""


def reasons(status: str = "In progress", comment: str = "Built", owner: str = "AD Estates") -> list[str]:
    chase = chase_plan(plan_from_text(PLAN.format(status=status, comment=comment, owner=owner), Q1), Q1)
    return [str(reason) for ask in chase.asks for reason in ask.reasons]


def test_an_answered_action_is_not_asked_about() -> None:
    assert reasons() == []


@pytest.mark.parametrize("comment", ["", "-", "n/a", "No update", "No update received", "TBC", "See above."])
def test_a_placeholder_is_no_comment(comment: str) -> None:
    assert reasons(comment=comment) == ["no-comment"]


def test_a_status_that_tells_its_story_needs_no_comment() -> None:
    assert reasons(status="In progress – timber is cut", comment="") == []


@pytest.mark.parametrize("status", ["", "-", "?", "TBC", "N/A"])
def test_a_placeholder_is_no_status(status: str) -> None:
    assert reasons(status=status) == ["no-status"]


def test_the_same_words_again() -> None:
    assert reasons(comment="timber  IN") == ["same-comment"]


def test_complete_with_a_question_mark_is_open() -> None:
    assert reasons(status="Complete?") == []
    assert (
        plan_from_text(PLAN.format(status="Complete?", comment="Built", owner="AD Estates"), Q1).actions[0].is_open(Q1)
    )


@pytest.mark.parametrize("owner", ["All", "Everyone", "All ADs", "Various"])
def test_nobody_asks_everybody(owner: str) -> None:
    chase = chase_plan(plan_from_text(PLAN.format(status="", comment="", owner=owner), Q1), Q1)
    assert (chase.asks, [unowned.why for unowned in chase.unowned]) == ((), [f"No one owner: {owner}."])


def test_words_that_two_owners_share_name_neither() -> None:
    contacts = (
        Contact("Director of Place", ("Director",), "Ann Lee"),
        Contact("Director of People", ("Director",), "Bob Fenwick"),
    )
    directory = directory_of(contacts)
    assert directory.find(owner_key("Director")) is None
    assert directory.find(owner_key("ann lee")) == contacts[0]
    assert directory.find(owner_key("Director, People")) == contacts[1]
    plan = plan_from_text(PLAN.format(status="", comment="", owner="Director"), Q1, Settings(directory=directory))
    chase = chase_plan(plan, Q1)
    assert (chase.asks, chase.unowned[0].why) == ((), "Not on the Owners sheet: Director.")
