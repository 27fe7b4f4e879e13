"""Whether a sheet calls what stands on it a plan."""

from __future__ import annotations

import pytest

from peerxl.reading.plan_names import is_called_plan
from tests.reading.tables import typed


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
        ("Risk register", "", False),
        ("Work plan", "", False),
        ("Planning", "The committee's action", False),
        # A line with more than one cell is no title.
        ("Sheet1", "Action plan | 2026", False),
    ],
)
def test_what_a_sheet_is_called(name: str, above: str, is_so: bool) -> None:
    sheet = typed(f"| {above} |\n| Task | Owner |\n| Action plan |", name)
    assert is_called_plan(sheet, 2) is is_so
