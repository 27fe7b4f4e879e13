"""The coordinator's list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from peerxl.chasing import chase_plan
from peerxl.documents.chase_list import OwnerLine, build_chase_list
from peerxl.documents.document import Document
from peerxl.model.plan import ActionPlan
from tests.documents.plans import ACTIONS, FINANCE, PLAN, Q3, action, plan_of
from tests.documents.workbook import opened, table_rows

TODAY, REPLY_BY, LATER = date(2023, 12, 29), date(2024, 1, 12), date(2024, 1, 5)
ASKED: Mapping[str, Any] = {
    "today": "Asked",
    "why": "First message.",
    "reply_by": REPLY_BY,
    "asked_on": TODAY,
    "next_on": LATER,
}
WAITS: Mapping[str, Any] = {
    "today": "",
    "why": "The next message goes out on Friday 5 January 2024.",
    "reply_by": REPLY_BY,
    "next_on": LATER,
}


def made(plan: ActionPlan = PLAN) -> Document:
    chase = chase_plan(plan, Q3)
    lines = [OwnerLine(owner, **given) for owner, given in zip(chase.owners, (ASKED, WAITS), strict=False)]
    return build_chase_list(plan, chase, lines, today=TODAY)


def test_golden(golden: Callable[[Document, str], None]) -> None:
    golden(made(), "chase-list")


def test_owners_and_their_forms() -> None:
    sheet = opened(made())["Owners"]
    assert table_rows(sheet) == [
        ["Owner", "Email", "Actions", "Today", "Why", "Asked on", "Reply by", "Next on"],
        [
            "AD for Environment\nAnn Lee",
            "ann.lee@wexmere.example",
            1,
            "Asked",
            "First message.",
            datetime(2023, 12, 29),
            datetime(2024, 1, 12),
            datetime(2024, 1, 5),
        ],
        [
            "AD for Finance",
            "Not set",
            1,
            "Nothing",
            "The next message goes out on Friday 5 January 2024.",
            "Not yet",
            datetime(2024, 1, 12),
            datetime(2024, 1, 5),
        ],
    ]
    assert sheet["A3"].value == "2 owners are asked about 2 actions, to reply by Friday 12 January 2024."


def test_questions() -> None:
    _, *rows = table_rows(opened(made())["Questions"])
    assert [row[:5] for row in rows] == [
        ["AD for Environment", "V1.1", "Action plan", 4, "Refresh the climate strategy"],
        ["AD for Finance", "S1.1", "Action plan", 6, "Agree the budget"],
    ]


def test_actions_for_the_coordinator_to_ask_about() -> None:
    plan = plan_of(action(7, "Pay", ref="A", owners=(FINANCE,)), action(8, "Tell everybody", ref="B"))
    book = opened(made(plan))
    assert book["Owners"]["A4"].value == (
        "1 action needs you: please ask about it yourself. See the sheet “For you to ask”."
    )
    headings, *rows = table_rows(book["For you to ask"])
    assert headings == ["Sheet", "Row", "Ref", "Action", "Owner", "Why", "What to ask"]
    assert [row[:6] for row in rows] == [
        ["Action plan", 8, "B", "Tell everybody", "Not set", "The plan names no owner."]
    ]


def test_nothing_to_ask_is_said_on_every_sheet() -> None:
    book = opened(made(plan_of(ACTIONS[1])))
    assert book.sheetnames == ["Owners", "Questions", "For you to ask"]
    assert [sheet.tables for sheet in book.worksheets] == [{}, {}, {}]
    assert book["Owners"]["A3"].value == "Nobody is asked anything."
    assert book["Questions"]["A2"].value == "Nobody is asked anything."
    assert book["For you to ask"]["A2"].value == (
        "There are none: every action to ask about has an owner who is asked."
    )
