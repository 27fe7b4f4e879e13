"""What the first page says of the paper itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from peerxl.documents.front import list_front
from peerxl.documents.paper import build_paper
from peerxl.documents.publication import list_personal_data
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import FrontMatter
from peerxl.model.sheet import Cell
from peerxl.model.timing import Timing
from tests.documents.plans import ACTIONS, PLAN, Q3, SHEET

CONTACT = "Democratic Services, democracy@wexmere.example, 01632 960000"


def told(plan: ActionPlan) -> list[str]:
    return [line.text for line in list_front(plan)]


def with_front(**given: str) -> ActionPlan:
    return replace(PLAN, settings=replace(PLAN.settings, front=FrontMatter(**given)))


def meeting_on(*days: date, **given: str) -> ActionPlan:
    plan = with_front(**given)
    return replace(plan, settings=replace(plan.settings, timing=Timing(committees=days)))


def with_holders(*names: str) -> ActionPlan:
    heading = Cell(SHEET, 3, 9, "Lead Member")
    cells = (Cell(SHEET, row, 9, name) for row, name in enumerate(names, 4))
    return replace(PLAN, actions=tuple(replace(ACTIONS[0], extras=((heading, cell),)) for cell in cells))


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (PLAN, "Wexmere Council."),
        (
            meeting_on(date(2023, 7, 4), date(2024, 1, 12), date(2024, 4, 9), committee="Cabinet"),
            "Wexmere Council. For the Cabinet on 12 January 2024.",
        ),
        (with_front(committee="The Cabinet"), "Wexmere Council. For the Cabinet."),
        (meeting_on(date(2024, 1, 12)), "Wexmere Council. For the meeting on 12 January 2024."),
        (
            with_front(published="2 January 2026", contact="The Clerk", other_formats="Large print."),
            "Wexmere Council. Published on 2 January 2026. Contact: The Clerk. Other formats: Large print.",
        ),
        (with_front(portfolio_holder="Councillor Field"), "Wexmere Council. Portfolio holder: Councillor Field."),
        (with_holders("Cllr Lane", "Cllr  Lane"), "Wexmere Council. Portfolio holder: Cllr Lane."),
        (with_holders("Cllr Lane", " ", "Cllr Lane"), "Wexmere Council."),
        (with_holders("Cllr Lane", "Cllr Field"), "Wexmere Council. Portfolio holder: Cllr Lane; Cllr Field."),
        (with_holders("A", "B", "C", "D"), "Wexmere Council."),
    ],
)
def test_the_line(plan: ActionPlan, line: str) -> None:
    assert told(plan) == [line]


def test_nothing_set_is_nothing_said() -> None:
    assert told(replace(PLAN, settings=replace(PLAN.settings, council=""))) == []


def test_the_council_that_stands_apart_in_the_title_is_said_once() -> None:
    """The plan is called without it then, and one that is called by it says it in its name."""
    plan = replace(PLAN, settings=replace(PLAN.settings, council=""))
    assert told(replace(plan, title="Wexmere Borough Council: harbour plan")) == ["Wexmere Borough Council."]
    assert told(replace(plan, title="Wexmere Borough Council harbour plan")) == []


@pytest.mark.parametrize("sheets", [("summary", "actions"), ("actions", "notes"), ("notes",)])
def test_it_stands_on_the_first_sheet_alone(sheets: tuple[str, ...]) -> None:
    first, *others = build_paper(with_front(contact="The Clerk"), Q3, sheets=sheets).sections
    assert first.lines[0].text == "Wexmere Council. Contact: The Clerk."
    assert [line.text for section in others for line in section.lines if "The Clerk" in line.text] == []


def test_an_address_that_the_council_has_set_is_meant_to_be_published() -> None:
    assert list_personal_data(build_paper(with_front(contact=CONTACT), Q3)) == ()
