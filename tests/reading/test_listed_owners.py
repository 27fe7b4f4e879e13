"""Owners of one name with a stroke in it."""

from __future__ import annotations

import pytest

from peerxl.reading.actions.listed_owners import list_acronyms, list_joint_names
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import sheet_from_text

ROLES = (
    "| Owner role | Responsibility |\n| Web Team | routing and styling of pages |\n| {} | the words on all of them |"
)
PLAN = "| Ref | Action | Owner | Status |\n| 1 | Mend the page | Web Team + {} | Open |"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ROLES.format("Design / Content"), ("Design / Content",)),
        ("| Roles |\n" + ROLES.format("QA/Release").replace("Owner role", "Team"), ("QA/Release",)),
        (ROLES.format("Design"), ()),
        # How many actions each has, what each cell of a column says, and rules say nothing of names.
        ("| Owner | Actions |\n| Ann / Bo | 3 |\n| Web Team | 4 |", ()),
        ("| Owner | Note |\n| Ann / Bo | there on all days |\n| Ann / Bo | there on no days |", ()),
        ("| Page | Responsibility |\n| A / B | routing and styling of it |\n| C | the words on it |", ()),
        (ROLES.format("whoever is there on the day / the duty officer"), ()),
    ],
)
def test_names_with_a_stroke_in_a_list_of_who_answers_for_what(text: str, names: tuple[str, ...]) -> None:
    assert list_joint_names([sheet_from_text(text, "Owners")]) == names


@pytest.mark.parametrize(
    ("listed", "owners"),
    [("Design / Content", ["Web Team", "Design / Content"]), ("Design", ["Web Team", "Design", "Content"])],
)
def test_an_owner_of_the_plan_is_one_as_its_own_list_has_it(listed: str, owners: list[str]) -> None:
    sheets = [sheet_from_text(PLAN.format("Design / Content"), "Plan"), sheet_from_text(ROLES.format(listed), "Owners")]
    (action,) = plan_from_sheets(sheets, Request("plan.xlsx")).actions
    assert [owner.name for owner in action.owners] == owners


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("HW/Q = Harbour Works/Quays", ["HW/Q"]),
        ("TC = Town Clerk; HW/Q – Harbour Works and Quays", ["HW/Q"]),
        ("HW/Q: Harbour Works", []),
        ("HW/Q = see the list", []),
        ("Harbour/Quay = Harbour and Quay", []),
        ("HW/Q", []),
    ],
)
def test_acronyms_with_a_stroke_that_a_line_explains(line: str, names: list[str]) -> None:
    assert list(list_acronyms(sheet_from_text(f"| {line} |\n| Action | Owner |", "Plan"))) == names


@pytest.mark.parametrize(
    ("line", "owners"),
    [("HW/Q = Harbour Works/Quays", ["TC", "HW/Q"]), ("Here is who acts", ["TC", "HW", "Q"])],
)
def test_an_owner_is_one_as_the_plan_explains_it_above_its_headings(line: str, owners: list[str]) -> None:
    text = f"| {line} |\n| Ref | Action | Owner | Status |\n| 1 | Mend the pier | TC, HW/Q | Open |"
    (action,) = plan_from_sheets([sheet_from_text(text, "Plan")], Request("plan.xlsx")).actions
    assert [owner.name for owner in action.owners] == owners
