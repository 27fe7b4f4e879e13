"""Whether a sheet calls what stands on it a plan, or a procedure."""

from __future__ import annotations

import pytest

from peerxl.reading.trackers.plan_names import is_called_copy, is_called_plan, is_called_rules, lists_actions
from tests.reading.tables import typed


@pytest.mark.parametrize(
    ("name", "is_so"),
    [
        ("improvement_actions", True),
        ("Actions", True),
        ("Health and Safety Action Items", True),
        ("to-do", True),
        ("Actions taken", False),
        ("Transactions", False),
        ("Action plan", False),
    ],
)
def test_which_sheet_lists_actions(name: str, is_so: bool) -> None:
    assert lists_actions(typed("| Description |", name)) is is_so


@pytest.mark.parametrize(
    ("name", "above", "is_so"),
    [
        ("Action Tracker", "", True),
        ("milestones", "", True),
        ("action_plan", "", True),
        ("Next steps", "", True),
        ("Sheet1", "Corporate improvement plan 2026", True),
        ("Sheet1", "Corrective actions log", True),
        ("Sheet1", "What was done", False),
        ("Sheet1", "To-do", True),
        ("Sheet1", "Defect log – leave system", True),
        ("Snag list", "", True),
        ("Sheet1", "9. Open items", True),
        ("issue_tracker", "", True),
        ("Sheet1", "Issues log", True),
        ("Sheet1", "Audit findings tracker", True),
        ("Product backlog", "", True),
        ("Roadmap", "", True),
        ("Known Issues", "", True),
        ("4.1 Critical Issues", "", True),
        ("Defects", "", True),
        ("Open deficiencies", "", True),
        ("Blocker log", "", True),
        ("Item register", "", True),
        ("Audit findings", "", True),
        ("Findings of the survey of visitors", "", False),
        ("Health and safety", "Issues that matter to residents", False),
        ("Project plan", "", True),
        ("Sheet1", "Actions:", True),
        ("Sheet1", "Actions that were taken", False),
        ("Open questions", "", False),
        ("Project list", "", False),
        ("Work log", "", False),
        ("Risk register", "", False),
        # A committee's work plan is what its meetings will hear.
        ("Work plan", "", False),
        ("Planning", "The committee's action", False),
        # A line with more than one cell is no title.
        ("Sheet1", "Action plan | 2026", False),
    ],
)
def test_what_a_sheet_is_called(name: str, above: str, is_so: bool) -> None:
    sheet = typed(f"| {above} |\n| Task | Owner |\n| Action plan |", name)
    assert is_called_plan(sheet, 2) is is_so


@pytest.mark.parametrize(
    ("name", "above", "is_so"),
    [
        ("Responsibility Matrix", "", True),
        ("RACI", "", True),
        ("Sheet1", "Complaints procedure", True),
        ("service_standards", "", True),
        ("Sheet1", "Roles and responsibilities", True),
        ("Procedures", "Action plan to renew them", False),
        ("Who does what", "", False),
        ("Tasks", "", False),
    ],
)
def test_what_a_list_of_rules_is_called(name: str, above: str, is_so: bool) -> None:
    sheet = typed(f"| {above} |\n| Task | Owner |\n| Procedure |", name)
    assert is_called_rules(sheet, 2) is is_so


@pytest.mark.parametrize(
    ("name", "is_so"),
    [
        ("Action plan (2)", True),
        ("Copy of Action plan", True),
        ("Q2_backup", True),
        ("Plan - OLD", True),
        ("Archive 2025", True),
        ("Action plan", False),
        ("Plan (2026)", False),
        ("Photocopying", False),
        ("Olds Lane", False),
    ],
)
def test_which_sheet_is_called_a_copy(name: str, is_so: bool) -> None:
    assert is_called_copy(name) is is_so
