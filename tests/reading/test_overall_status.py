"""A status of no quarter beside those of quarters: it holds until one of them says something."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.chasing import chase_plan
from peerxl.documents.reported import explain_statuses, report_comment, report_status
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from tests.conftest import plan_from_text

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))
TOLD = "Completed – the works ended in May and all of it is lit"


def plan_of(headings: str, cells: str, quarter: FiscalQuarter | None = Q3) -> ActionPlan:
    return plan_from_text(
        f"""
        | Action          | Owner    | Due      | {headings}
        | Repair the pier | AD Ports | Q4 23/24 | {cells}
        """,
        quarter,
    )


@pytest.mark.parametrize(
    ("headings", "cells", "status", "asked"),
    [
        ("Status | Q3 update | Comments |", f"{TOLD} | | |", "Completed", False),
        ("Status | Q3 status | Q3 comments |", "Completed | | |", "Completed", False),
        ("Overall status | Q2 status | Q3 status |", "Withdrawn | | |", "Not pursued", False),
        ("Progress | Q3 status | Comments |", f"{TOLD} | | |", "Completed", False),
        ("Status | Q3 status | Q3 comments |", "In progress | | |", "In progress", True),
        ("Status | Q3 status | Q3 comments |", "Completed | In progress | Lit. |", "In progress", False),
        ("Status | Q3 status | Q3 comments |", "In progress | Completed | Lit. |", "Completed", False),
        ("Status | Q2 status | Q3 status |", "In progress | Completed | |", "Completed", False),
        ("Status | Q2 status | Q3 status |", "Completed | In progress | |", "In progress", True),
        ("Status | Q3 status | Q3 comments |", "- | | |", None, True),
        ("Status | Q2 RAG | Q3 RAG |", "Completed | G | |", "Completed", False),
        ("Status | Q2 RAG | Q3 RAG |", "Completed | G | A |", "Completed", False),
        ("Status | Q1 RAG | Q2 RAG | Q3 RAG |", "Completed | In progress | G | |", None, True),
        ("Status | Q2 RAG | Q3 RAG |", "Stuck | G | |", None, True),
        ("Completed? | Q3 status | Q3 comments |", "Yes | | |", "Completed", False),
        ("Completed? | Q3 status | Q3 comments |", "No | | |", None, True),
        ("% complete | Q3 status | Q3 comments |", "75% | | |", None, True),
    ],
)
def test_it_holds_until_a_quarter_says_something(headings: str, cells: str, status: str | None, asked: bool) -> None:
    plan = plan_of(headings, cells)
    (action,) = plan.actions
    found = action.status(Q3)
    assert (found and found.word) == status
    assert bool(chase_plan(plan, Q3).asks) == asked


def test_it_is_read_where_nobody_knows_the_quarter() -> None:
    plan = plan_of("Status | Q3 status | Q3 comments |", "Completed | | |", None)
    assert not plan.actions[0].is_open(None)


def test_the_paper_says_it_without_a_quarter() -> None:
    plan = plan_of("Status | Q3 update | Comments |", f"{TOLD} | | |")
    (action,) = plan.actions
    assert report_status(action, Q3).value == "Completed"
    assert report_comment(action, Q3).value == "the works ended in May and all of it is lit"
    assert list(explain_statuses(plan.actions, Q3, plan.settings.vocabulary)) == ["Completed: The action is done."]


def test_what_it_says_is_checked_only_where_it_holds() -> None:
    headings = "Status | Q3 status | Q3 comments |"
    holds, does_not = (check_plan(plan_of(headings, f"Stuck | {told} |"), Q3) for told in ("| ", "Ongoing | Lit."))
    assert [(finding.code, finding.cells[0].address) for finding in holds if finding.code == "status-unknown"] == [
        ("status-unknown", "D2")
    ]
    assert "status-unknown" not in [finding.code for finding in does_not]


def test_a_quarter_that_nobody_has_filled_in_is_what_the_others_are() -> None:
    plan = plan_of("Status | Q2 update | Q3 update |", "In progress | On hold | |")
    assert [update.status and update.status.word for update in plan.actions[0].updates] == ["On hold", None]
    told = plan_of("Q2 status | Q2 update | Q3 status | Q3 update |", "On hold | The timber is late. | | |")
    assert [update.comment for update in told.actions[0].updates] == ["The timber is late.", ""]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            "Completed | In progress | |",
            "The status is 'Completed' and that of Q2 2023/24 is 'In progress', which holds; write what is so.",
        ),
        ("In progress | Completed | |", None),
        ("Completed | Completed | |", None),
        ("Completed | | |", None),
    ],
)
def test_a_status_that_a_quarter_says_less_than_is_told(cells: str, said: str | None) -> None:
    plan = plan_of("Status | Q2 status | Q3 status |", cells)
    assert [each.message for each in check_plan(plan) if each.code == "status-backwards"] == ([said] if said else [])


def test_one_column_of_statuses_in_words_that_nothing_explains_is_told_by_the_other() -> None:
    plan = plan_of("Status | Q2 RAG | Q3 RAG |", "Completed | G | A |")
    assert report_status(plan.actions[0], Q3).value == "Completed"


@pytest.mark.parametrize("cell", ["No", "75%"])
def test_what_is_no_status_is_not_asked_about(cell: str) -> None:
    heading = "Completed?" if cell == "No" else "% complete"
    plan = plan_of(f"{heading} | Q3 status | Q3 comments |", f"{cell} | | |")
    assert [each for each in check_plan(plan) if each.code == "status-unknown"] == []


def test_the_comment_beside_it_is_what_was_last_said() -> None:
    plan = plan_of("Status | Comments | Q3 status | Q3 comments |", "Completed | It reopened in May. | | |")
    (action,) = plan.actions
    assert report_comment(action, Q3).value == "It reopened in May."
    assert "completed-without-evidence" not in [each.code for each in check_plan(plan)]
    going_on = plan_of("Status | Comments | Q3 status | Q3 comments |", "In progress | The timber came. | | |")
    last = going_on.actions[0].last_update_before(Q3)
    assert last is not None
    assert (str(last.status), last.comment) == ("In progress", "The timber came.")
