"""Owners in several columns, and answers of two times side by side."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.adoption.taking import describe_owners
from peerxl.model.answer_field import COMMENT
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.reading.answer_columns import find_target
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text, sheet_from_text

Q2, Q3 = FiscalQuarter(2023, 2), FiscalQuarter(2023, 3)


def plan_of(headings: str, *cells: str) -> ActionPlan:
    texts = ("Repair the pier", "Light the quay", "Sell the old shop")
    rows = "\n".join(f"| {text} | Q4 23/24 | Ongoing | {row} |" for text, row in zip(texts, cells, strict=True))
    return plan_from_text(f"| Action | Due | Status | {headings} |\n{rows}", Q3)


def owners_of(plan: ActionPlan) -> list[str]:
    return [" + ".join(owner.name for owner in action.owners) for action in plan.actions]


TWO = ("Ann Field | Bo Lane", "Cy Moss |", "Di Hall | Ann Field")
BOTH = ["Ann Field + Bo Lane", "Cy Moss", "Di Hall + Ann Field"]
HALVES = ("Ann | Field", "Cy | Moss", "Di | Hall")
WHOLE = ["Ann Field", "Cy Moss", "Di Hall"]


@pytest.mark.parametrize(
    ("headings", "cells", "owners"),
    [
        ("Owner 1 | Owner 2", TWO, BOTH),
        ("Owner1 | Owner2", TWO, BOTH),
        ("Lead 1 | Lead 2", TWO, BOTH),
        (
            "Owner 1 | Owner 2",
            ("Housing | Roads", "Legal |", "Parks | Legal"),
            ["Housing + Roads", "Legal", "Parks + Legal"],
        ),
        ("Owner A | Owner B", TWO, BOTH),
        ("Lead officer 1 | Lead officer 2", TWO, BOTH),
        ("First owner | Second owner", TWO, BOTH),
        ("Owner | Co-owner", TWO, BOTH),
        ("Primary owner | Secondary owner", TWO, BOTH),
        ("Main responsibility | Secondary responsibility", TWO, BOTH),
        (
            "Secondary lead | Primary lead",
            ("Bo Lane | Ann Field", "| Cy Moss", "Ann Field | Di Hall"),
            BOTH,
        ),
        ("Joint lead | Joint lead", TWO, BOTH),
        ("Lead officer | Support officer", TWO, WHOLE),
        ("First name | Surname", HALVES, WHOLE),
        ("Surname | First name", tuple(" | ".join(reversed(row.split(" | "))) for row in HALVES), WHOLE),
        ("Owner forename | Owner last name", HALVES, WHOLE),
        ("Owner | Surname", HALVES, WHOLE),
        ("First name | Surname", ("Ann | Field", "Cy |", "| Hall"), ["Ann Field", "Cy", "Hall"]),
    ],
)
def test_owners_of_several_columns(headings: str, cells: tuple[str, ...], owners: list[str]) -> None:
    plan = plan_of(headings, *cells)
    assert owners_of(plan) == owners
    codes = {finding.code for finding in check_plan(plan)}
    assert codes.isdisjoint({"owner-missing", "column-ambiguous"})


def test_who_only_supports_is_no_owner_and_the_column_is_named() -> None:
    plan = plan_of("Owner 1 | Owner 2 (support)", *TWO)
    assert owners_of(plan) == WHOLE
    assert "column-ambiguous" in {finding.code for finding in check_plan(plan)}


@pytest.mark.parametrize(
    ("headings", "letters"),
    [
        ("Lead officer | Support officer", "DE"),
        ("Main owner | Deputy owner", "DE"),
        ("Lead | Supported by", "DE"),
        ("Accountable | Responsible", "ED"),
        ("Accountable officer | Responsible officer", "ED"),
        ("Action owner | Risk owner", "DE"),
    ],
)
def test_owners_that_are_kept_beside_are_named(headings: str, letters: str) -> None:
    plan = plan_of(headings, *TWO)
    said = [fault.message for fault in plan.faults if fault.code == "column-beside"]
    assert len(said) == 1
    assert said[0].endswith(f"was kept beside it; settle it with --column owner={letters[0]} or owner={letters[1]}.")


@pytest.mark.parametrize("headings", ["Owner | Support required", "Owner | Raised by", "Owner | Support"])
def test_what_is_no_helper_is_not_named(headings: str) -> None:
    plan = plan_of(headings, "Ann Field | New mower", "Cy Moss | Money for it", "Di Hall | Three more days")
    assert "column-beside" not in [fault.code for fault in plan.faults]


def test_one_column_of_owners_that_was_chosen_is_the_only_one() -> None:
    sheet = sheet_from_text("""
        | Action          | Due      | Status  | Owner 1   | Owner 2 |
        | Repair the pier | Q4 23/24 | Ongoing | Ann Field | Bo Lane |
        """)
    assert owners_of(plan_from_sheets([sheet], Request("plan.xlsx", columns={Field.OWNER: 5}))) == ["Bo Lane"]


def test_names_beside_other_owners_are_none() -> None:
    plan = plan_of("Owner | First name | Surname", "AD Ports | Ann | Field", "HR | Cy | Moss", "AD Roads | Di | Hall")
    assert owners_of(plan) == ["AD Ports", "HR", "AD Roads"]


def test_the_words_of_owners_for_a_master() -> None:
    assert [describe_owners(action) for action in plan_of("Owner 1 | Owner 2", *TWO).actions] == [
        "Ann Field; Bo Lane",
        "Cy Moss",
        "Di Hall; Ann Field",
    ]


@pytest.mark.parametrize("last", ["Went live", ""])
def test_answers_of_two_times(last: str) -> None:
    plan = plan_from_text(
        f"""
        | Action          | Owner    | Due      | Previous status | Current status | Previous update | Latest update |
        | Repair the pier | AD Ports | Q4 23/24 | In progress     | Completed      | Begun in May    | {last} |
        | Light the quay  | AD Ports | Q4 23/24 | Not started     | In progress    | Not yet         | {last} |
        """,
        Q3,
    )
    said = [[(str(each.status), each.comment) for each in action.updates] for action in plan.actions]
    assert said == [
        [("In progress", "Begun in May"), ("Completed", last)],
        [("Not started", "Not yet"), ("In progress", last)],
    ]
    assert not [finding for finding in check_plan(plan) if finding.code in ("column-ambiguous", "answers-nowhere")]


def test_the_last_of_numbered_updates_that_has_any_is_the_one_read() -> None:
    plan = plan_from_text(
        """
        | Action          | Owner    | Due      | Status      | Update 1                  | Update 2              | Update 3 |
        | Repair the pier | AD Ports | Q4 23/24 | In progress | The timber was ordered.   | The timber came late. |          |
        | Light the quay  | AD Ports | Q4 23/24 | In progress | Nobody has been asked so. | The lamps are bought. |          |
        """,
        Q3,
    )
    assert [action.update(Q3).comment for action in plan.actions] == ["The timber came late.", "The lamps are bought."]
    doubtful = [finding for finding in check_plan(plan) if finding.code == "column-ambiguous"]
    assert ["'Update 3'" in each.message for each in doubtful] == [True]


@pytest.mark.parametrize(
    "headings",
    [
        "Update 1 | Update 2",
        "6 month update | 12 month update",
        "12 month update | 6 month update",
        "Month 3 update | Month 6 update",
        "Update for May meeting | Update for July meeting",
        "Autumn update | Spring update",
    ],
)
def test_of_updates_of_one_name_the_last_counts_and_where_it_is_blank_the_one_before(headings: str) -> None:
    turned = headings.startswith("12")
    cells = [("Timber was asked for.", "Timber came late."), ("Nobody was asked.", ""), ("", "The lamps are bought.")]
    plan = plan_of(headings, *(" | ".join(reversed(pair) if turned else pair) for pair in cells))
    comments = [action.update(Q3).comment for action in plan.actions]
    assert comments == ["Timber came late.", "Nobody was asked.", "The lamps are bought."]
    columns = {column.field for column in plan.tables[0].columns}
    assert {Field.COMMENT, Field.EARLIER_COMMENT} <= columns
    target = find_target(plan, plan.actions[1], COMMENT, Q3)
    assert target is not None
    assert target.text == ""


def test_a_comment_beside_one_of_another_name_is_no_earlier_one() -> None:
    plan = plan_of("Update | Comments", "Timber was asked for. | Late", "Nobody was asked. | Late", "Not yet. | Late")
    assert not plan.tables[0].all_of(Field.EARLIER_COMMENT)


@pytest.mark.parametrize(
    ("headings", "owner"),
    [
        ("Lead Cabinet Member | Lead CLT", "Bo Lane"),
        ("Responsible officer | Responsible councillor", "Ann Field"),
        ("Lead councillor", "Ann Field"),
    ],
)
def test_an_officer_answers_before_a_councillor(headings: str, owner: str) -> None:
    count = headings.count("|") + 1
    rows = [" | ".join(("Ann Field", "Bo Lane")[:count]) for _ in range(3)]
    assert owners_of(plan_of(headings, *rows)) == [owner] * 3
