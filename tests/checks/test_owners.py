"""What is found of owners: whom the Owners sheet does not know, and joint owners of whom nobody leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerxl.checks import check_plan
from peerxl.checks.roster import suggest_contact
from peerxl.language.owners import owner_key, split_owners
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Contact, Settings
from peerxl.reading.own_sheets.contacts import directory_of
from tests.conftest import plan_from_text

PlanFromDoc = Callable[..., ActionPlan]
Q1 = FiscalQuarter(2023, 1)
SHEET = directory_of(
    (
        Contact("AD Estates", ("AD for Property",), "Hester Dunmore", "hester.dunmore@tellbourne.example"),
        Contact("Head of Housing", (), "Ann Field", "ann.field@tellbourne.example"),
        Contact("Ward 12 Manager"),
    )
)


def find(plan: ActionPlan) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.cells[0].address, finding.suggestion) for finding in check_plan(plan, Q1)]


# An owner who is not on the sheet, and who is most likely meant.
SUGGESTIONS = {
    "AD Estate": "AD Estates",
    "AD of Propertys": "AD Estates",
    "Hester Dunmor": "AD Estates",
    "Hester Dunmore, AD Coast": "AD Estates",
    "Housing": "",
    "Heads of Housing": "Head of Housing",
    "Head of Housing (Ann Field)": "Head of Housing",
    "Head of Housing Services": "Head of Housing",
    "ann.feild@tellbourne.example": "Head of Housing",
    "Ward 13 Manager": "",
    "Ward 12 Manger": "Ward 12 Manager",
    "AD Coast": "",
    "AD": "",
}


@pytest.mark.parametrize(("name", "listed"), SUGGESTIONS.items())
def test_an_unknown_owner_is_likely_a_listed_one(name: str, listed: str) -> None:
    (owner,) = split_owners(name)
    assert SHEET.find(owner_key(name)) is None
    assert suggest_contact(owner, SHEET) == listed


def test_an_owner_is_found_by_the_address(plan_from_doc: PlanFromDoc) -> None:
    """
    | Ref | Action          | Officer                                   | Timescale | Q1 2023/24 update | Comments      |
    | 1   | Repair the pier | Ann.Field@tellbourne.example              | Q2 23/24  | In progress       | Wood is here  |
    | 2   | Light the pier  | A Field (ann.field@tellbourne.example)    | Q2 23/24  | In progress       | Lamps are in  |
    | 3   | Paint the pier  | Bo Lane (bo.lane@tellbourne.example)      | Q2 23/24  | In progress       | Paint is here |
    """
    plan = plan_from_doc(Q1, Settings(directory=SHEET))
    assert [[owner.name for owner in action.owners] for action in plan.actions] == [
        ["Head of Housing"],
        ["Head of Housing"],
        ["Bo Lane"],
    ]
    assert find(plan) == [
        ("owner-unknown", "C4", ""),
        ("personal-data", "C2", ""),
        ("personal-data", "C3", ""),
        ("personal-data", "C4", ""),
    ]


@pytest.mark.parametrize(
    ("heading", "first", "codes"),
    [
        ("Officer", "AD Estates", [("owner-joint", "C3", "")]),
        ("Officer", "Lead Nurse", [("owner-joint", "C3", "")]),
        ("Officer", "AD Estates (lead), AD Roads", []),
        ("Officer", "Lead: AD Estates; AD Roads", []),
        ("Lead officer", "AD Estates", []),
        ("Lead officers", "AD Estates", []),
    ],
)
def test_joint_owners_need_a_rule_for_leads(heading: str, first: str, codes: list[tuple[str, str, str]]) -> None:
    table = f"""
    | Ref | Action          | {heading}              | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | {first}                | Q2 23/24  | In progress       | Timber is ordered |
    | 2   | Light the pier  | AD Estates / AD Roads  | Q2 23/24  | In progress       | Lamps are ordered |
    """
    plan = plan_from_text(table, Q1)
    assert [owner.name for owner in plan.actions[1].asked] == ["AD Estates", "AD Roads"]
    assert find(plan) == codes
