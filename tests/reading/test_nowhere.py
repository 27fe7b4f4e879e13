"""Which answers have no place in a plan, and the heading to add: following the advice gives them one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from peerxl.checks import check_plan
from peerxl.model.answer_field import COMMENT, DATE, STATUS
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.obstacle import Obstacle, Obstacles
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.answer_columns import find_target
from peerxl.reading.nowhere import has_place, list_nowhere, list_targets
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import sheet_from_text

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))
NEXT = FiscalQuarter(2024, 1)


def plan_of(sheet: Sheet, quarter: FiscalQuarter) -> ActionPlan:
    return plan_from_sheets([sheet], Request("plan.xlsx", quarter))


def sheet_of(headings: str, cells: str, title: str = "Harbour plan") -> Sheet:
    return sheet_from_text(f"""
        | {title} |
        |         |
        | Action          | Owner    | Due      {headings}
        | Repair the pier | AD Roads | Q4 23/24 {cells}
        | Light the pier  | AD Roads | Q4 23/24 {cells}
        """)


def widen(sheet: Sheet, *headings: str) -> Sheet:
    """The sheet with columns of these headings at its right edge."""
    *above, header, first, second = sheet.rows
    return replace(sheet, rows=(*above, (*header, *headings), first, second))


QUOTED = re.compile("“([^”]*)”")
ONE = "| Ongoing | Begun. |"
TWO = f"{ONE} Ongoing | Begun. |"
TOLD = "| Ongoing – the timber was ordered in May |"


@pytest.mark.parametrize(
    ("headings", "cells", "quarter", "added"),
    [
        ("| Q1 update | Q1 comments |", ONE, Q2, ("Q2 update", "Q2 comments")),
        ("| Quarter 1 update | Quarter 1 comments |", ONE, Q3, ("Quarter 3 update", "Quarter 3 comments")),
        ("| Q1 2023/24 status | Q1 2023/24 commentary |", ONE, Q2, ("Q2 2023/24 status", "Q2 2023/24 commentary")),
        ("| Q4 22/23 RAG | Q4 22/23 notes |", ONE, Q1, ("Q1 23/24 RAG", "Q1 23/24 notes")),
        ("| Status (Q4 2022-23) | Notes (Q4 2022-23) |", ONE, Q1, ("Status (Q1 2023-24)", "Notes (Q1 2023-24)")),
        ("| Q1 2023 status | Q1 2023 notes |", ONE, Q2, ("Q2 2023 status", "Q2 2023 notes")),
        ("| Q4 update | Q4 comments |", ONE, NEXT, ("Q1 2024/25 update", "Q1 2024/25 comments")),
        ("| Q1 23/24 (Apr–Jun) update | Q1 23/24 (Apr–Jun) notes |", ONE, Q2, ("Q2 23/24 update", "Q2 23/24 notes")),
        ("| June 2023 update | June 2023 notes |", ONE, Q2, ("Quarter 2 2023/24 update", "Quarter 2 2023/24 comments")),
        ("| Q1 update | Q1 comments | Q2 update |", f"{ONE} Ongoing |", Q2, ("Q2 comments",)),
        ("| Q1 update | Q2 update |", "| Ongoing | Ongoing |", Q2, ("Q2 comments",)),
        ("| Q1 comments | Q2 comments |", "| Begun. | Lit. |", Q2, ("Q2 update",)),
        ("| Q1 status | Q1 comments | Q2 status | Q2 comments |", TWO, Q3, ("Q3 status", "Q3 comments")),
        ("| Status |", "| Ongoing |", Q2, ("Comments",)),
        ("| Comments |", "| Begun. |", Q2, ("Status",)),
        ("| % complete | Comments |", "| 50% | Begun. |", Q2, ("Status",)),
        ("| Status | Comments |", ONE, Q2, ()),
        ("| Status |", TOLD, Q2, ("Quarter 2 2023/24 status", "Comments")),
        ("| Status | Comments |", f"{TOLD} Begun. |", Q2, ("Quarter 2 2023/24 status",)),
        ("| Progress |", TOLD, Q2, ("Quarter 2 2023/24 status", "Comments")),
        ("| Status | Q1 update | Q1 comments |", f"{TOLD} Ongoing | Begun. |", Q2, ("Q2 update", "Q2 comments")),
        ("| Q1 update | Q1 comments | Q2 update | Q2 comments |", TWO, Q2, ()),
    ],
)
def test_the_heading_to_add_and_what_comes_of_adding_it(
    headings: str, cells: str, quarter: FiscalQuarter, added: tuple[str, ...]
) -> None:
    sheet = sheet_of(headings, cells, "Harbour plan 2023/24")
    nowhere = list_nowhere(plan_of(sheet, quarter), quarter)
    assert [tuple(QUOTED.findall(one.sentence)) for one in nowhere] == ([added] if added else [])
    widened = plan_of(widen(sheet, *added), quarter)
    assert list_nowhere(widened, quarter) == ()
    assert all(cell is not None for _, _, cell in list_targets(widened, quarter))


def test_each_reason_is_one_sentence_a_sheet() -> None:
    sheet = sheet_of("| Q1 update | Q1 comments |", ONE)
    nouns = {
        (STATUS, COMMENT): "There is no column for the status and the comment of Q2 2023/24, so that is not asked; "
        'add columns headed “Q2 update” and “Q2 comments”, or run peerxl next with --quarter "Q1 2023/24".',
        (STATUS,): "There is no column for the status of Q2 2023/24, so that is not asked; add a column headed “Q2 "
        'update”, or run peerxl next with --quarter "Q1 2023/24".',
    }
    for fields, sentence in nouns.items():
        (nowhere,) = list_nowhere(plan_of(sheet, Q2), Q2, fields)
        assert (nowhere.sheet, nowhere.fields, nowhere.sentence, nowhere.cells) == ("Plan", fields, sentence, ())


def test_a_date_is_missed_only_where_one_is_due() -> None:
    text = """
        | Action          | Owner    | Original due date | Status  | Comments |
        | Repair the pier | AD Roads | Q1 23/24          | Ongoing | Begun.   |
        """
    for quarter, sentences in (
        (
            Q2,
            [
                "There is no column for the new date, so that is not asked; add a column headed “Revised timescale”.",
            ],
        ),
        (FiscalQuarter(2022, 4), []),
    ):
        plan = plan_of(sheet_from_text(text), quarter)
        assert [nowhere.sentence for nowhere in list_nowhere(plan, quarter)] == sentences
    wider = sheet_from_text(
        text.replace("| Status ", "| Revised timescale | Status ").replace("| Ongoing", "| | Ongoing")
    )
    assert list_nowhere(plan_of(wider, Q2), Q2) == ()


def blocked(plan: ActionPlan, *cells: str, obstacle: Obstacle = Obstacle.FORMULA, whole: str = "") -> ActionPlan:
    places = {("Plan", int(cell[1:]), ord(cell[0]) - ord("A") + 1): obstacle for cell in cells}
    return replace(plan, obstacles=Obstacles(whole, places))


PLAN = plan_of(sheet_of("| Status | Comments |", ONE), Q2)


@pytest.mark.parametrize(
    ("plan", "sentences", "cells"),
    [
        (PLAN, [], []),
        (
            blocked(PLAN, "D4"),
            ["The cell for the status of an action is a formula, so that is not asked; have words in its place."],
            [["D4"]],
        ),
        (
            blocked(PLAN, "D4", "E4", "E5", obstacle=Obstacle.LOCKED),
            [
                "The cell for the status and the comment of 2 actions is locked on a protected sheet, so that is "
                "not asked; unlock it in Excel (Review, Unprotect Sheet)."
            ],
            [["D4", "E4", "E5"]],
        ),
        (
            blocked(PLAN, whole="cells cannot be written; save it as .xlsx."),
            ["No answer can be put into the plan: cells cannot be written; save it as .xlsx."],
            [[]],
        ),
    ],
)
def test_what_is_in_the_way(plan: ActionPlan, sentences: list[str], cells: list[list[str]]) -> None:
    nowhere = list_nowhere(plan, Q2)
    assert [one.sentence for one in nowhere] == sentences
    assert [[cell.address for cell in one.cells] for one in nowhere] == cells
    assert all(one.sheet == "Plan" and STATUS in one.fields for one in nowhere)
    findings = [finding for finding in check_plan(plan, Q2) if finding.code == "answers-nowhere"]
    assert [(finding.message, list(finding.addresses)) for finding in findings] == list(
        zip(sentences, cells, strict=True)
    )


def test_a_finding_is_put_at_the_sheet_whose_answers_have_no_place() -> None:
    wide, narrow = sheet_of("| Q2 update | Q2 comments |", ONE), sheet_of("| Q1 update | Q1 comments |", ONE)
    sheets = [replace(wide, name="Action plan"), replace(narrow, name="Old")]
    plan = plan_from_sheets(sheets, Request("plan.xlsx", Q2, all_sheets=True))
    found = [finding for finding in check_plan(plan, Q2) if finding.code == "answers-nowhere"]
    assert [(finding.sheet, finding.cells) for finding in found] == [("Old", ())]
    assert [nowhere.sheet for nowhere in list_nowhere(plan, Q2)] == ["Old"]


def test_whether_an_answer_has_a_place() -> None:
    action = PLAN.actions[0]
    assert [has_place(PLAN, action, field, Q2) for field in (STATUS, COMMENT, DATE)] == [True, True, True]
    assert [has_place(PLAN, action, field, Q3) for field in (STATUS, COMMENT, DATE)] == [False, False, True]
    assert [has_place(blocked(PLAN, "D4"), action, field, Q2) for field in (STATUS, COMMENT)] == [False, True]
    assert not has_place(blocked(PLAN, whole="no"), action, STATUS, Q2)
    assert PLAN.obstacles.at(Cell("Plan", 4, 4)) is None


def test_a_plan_that_is_all_closed_misses_nothing() -> None:
    sheet = sheet_of("| Q1 update |", "| Completed |")
    assert list_nowhere(blocked(plan_of(sheet, Q2), whole="no"), Q2) == ()


def test_the_cell_a_new_date_goes_to() -> None:
    text = "| Action | Original due date | Revised due date | Owner |\n| Mend | Q1 23/24 | {} | Ann |"
    for revised, cell in (("Q2 23/24", Cell("Plan", 2, 3, "Q2 23/24")), ("", Cell("Plan", 2, 3))):
        plan = plan_of(sheet_from_text(text.format(revised)), Q2)
        assert find_target(plan, plan.actions[0], DATE, Q2) == cell
    bare = plan_of(sheet_from_text("| Action | Owner |\n| Mend | Ann |"), Q2)
    assert find_target(bare, bare.actions[0], DATE, Q2) is None
