"""Columns that say who and by when: the owner is read without the time, and the column is told of."""

from __future__ import annotations

import pytest

from peerxl.reading.columns.owners_with_times import asks_when, drop_time
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Head of IT March 2027", "Head of IT"),
        ("Head of IT – 31 March 2027", "Head of IT"),
        ("Head of IT, by the end of Q2 2026/27", "Head of IT"),
        ("Head of IT (30/06/2027)", "Head of IT"),
        ("Head of IT\n1 May 2027", "Head of IT"),
        ("Head of IT March 2027\nClerk", "Head of IT\nClerk"),
        ("Head of IT March 2027; Clerk May 2027", "Head of IT; Clerk"),
        ("Head of IT", "Head of IT"),
        ("March 2027", "March 2027"),
        ("Ward 2027 team", "Ward 2027 team"),
        ("Team 4", "Team 4"),
        ("Ann May", "Ann May"),
        ("", ""),
    ],
)
def test_an_owner_without_the_time_behind(text: str, owner: str) -> None:
    assert drop_time(text) == owner


SAID = (
    "'Lead and target date' says who and by when, and only who was read; put the dates into a column of their own, "
    "headed Target date."
)


@pytest.mark.parametrize(
    ("cells", "owners", "said"),
    [
        (("AD Ports March 2027", "AD Ports May 2027", "AD Roads"), ["AD Ports", "AD Ports", "AD Roads"], [SAID]),
        (
            ("AD Ports / March 2027 / AD Coast", "AD Ports / May 2027", "AD Roads"),
            ["AD Ports; AD Coast", "AD Ports", "AD Roads"],
            [SAID],
        ),
        # One is enough where the heading asks for it.
        (("AD Ports", "AD Ports; May 2027", "AD Roads"), ["AD Ports", "AD Ports", "AD Roads"], [SAID]),
        (("AD Ports", "AD Ports May 2027", "AD Roads"), ["AD Ports", "AD Ports", "AD Roads"], [SAID]),
        (("AD Ports", "AD Ports", "AD Roads"), ["AD Ports", "AD Ports", "AD Roads"], []),
    ],
)
def test_a_column_of_owners_and_times(cells: tuple[str, ...], owners: list[str], said: list[str]) -> None:
    actions = ("Mend the pier", "Light the pier", "Sweep the quay")
    rows = "\n".join(f"| {action} | {cell} | Open |" for action, cell in zip(actions, cells, strict=True))
    plan = plan_from_sheets([typed(f"| Action | Lead and target date | Status |\n{rows}")], Request("plan.xlsx"))
    assert ["; ".join(owner.name for owner in action.owners) for action in plan.actions] == owners
    assert [fault.message for fault in plan.faults if fault.code == "column-ambiguous"] == said


@pytest.mark.parametrize(
    ("heading", "asks"),
    [("Lead (position) & Target Date", True), ("Who/When", True), ("Owner", False), ("Lead for update", False)],
)
def test_a_heading_of_owners_may_ask_when(heading: str, asks: bool) -> None:
    assert asks_when(heading) is asks
