"""A word for doing and "by" heads who is to act, or by when: the cells say which."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, typed

PEOPLE = ("Debra", "Candice/Jacob", "Alyssa", "All")
DAYS = ("2026-04-12", "2026-04-13", "2026-04-14", "2026-04-15")
TASKS = ("Count the boats", "Close the ledger", "Pay the crew", "Send the bills")


def fields_of(headings: str, *columns: tuple[str, ...]) -> str:
    rows = "".join(f"\n| {' | '.join(cells)} |" for cells in zip(*columns, strict=True))
    return fields(plan_from_sheets([typed(f"| {headings} |{rows}")], Request("t.xlsx")))


@pytest.mark.parametrize(
    "heading",
    ["Perform by", "PerformBy", "To be performed by", "To be carried out by", "Fix by", "Do by", "Deliver by"],
)
def test_who_is_to_act_over_people_and_by_when_over_days(heading: str) -> None:
    assert fields_of(f"Task | {heading} | Due", TASKS, PEOPLE, DAYS) == "A action · B owner · C timescale"
    assert fields_of(f"Task | {heading} | Owner", TASKS, DAYS, PEOPLE) == "A action · B timescale · C owner"


@pytest.mark.parametrize("heading", ["Review by", "Approve by", "Check by", "Performed by", "Reviewed by"])
def test_who_looks_at_it_or_did_it_is_not_who_is_to_act(heading: str) -> None:
    assert fields_of(f"Task | {heading} | Due", TASKS, PEOPLE, DAYS) == "A action · C timescale"


@pytest.mark.parametrize(
    "cells", [("Phone", "Email", "Phone", "Post"), ("Regatta", "Gala", "Launch", "Gala"), ("12", "40", "7", "8")]
)
def test_what_names_nobody_is_no_owner(cells: tuple[str, ...]) -> None:
    assert "owner" not in fields_of("Task | Perform by | Due", TASKS, cells, DAYS)


def test_an_owner_headed_so_goes_before() -> None:
    others = ("Clerk", "Sexton", "Clerk", "Warden")
    assert fields_of("Task | Perform by | Owner", TASKS, PEOPLE, others) == "A action · C owner"


def test_who_performed_the_steps_of_a_test_makes_no_plan() -> None:
    results = ("Pass", "Fail", "Pass", "Pass")
    with pytest.raises(NoTrackerError):
        fields_of("Test | Step | Performed by | Result", ("1", "2", "3", "4"), TASKS, PEOPLE, results)
