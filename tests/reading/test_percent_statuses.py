"""Percentages among the statuses, said as their cells show them."""

from __future__ import annotations

import pytest

from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed

TEXT = """
    | Task            | Owner | % complete |
    | Mend the pier   | Ann   | 0          |
    | Paint the quay  | Bo    | 0.75       |
    | Light the lamp  | Cy    | 1          |
    """


@pytest.mark.parametrize(
    ("number_format", "statuses"),
    [
        ("0%", ["0%", "75%", "100%"]),
        ("0.0%", ["0.0%", "75.0%", "100.0%"]),
        ("General", ["0", "0.75", "1"]),
        ("", ["0", "0.75", "1"]),
    ],
)
def test_what_a_percentage_is_shown_as(number_format: str, statuses: list[str]) -> None:
    def format_of(cell: Cell) -> str:
        return number_format

    plan = plan_from_sheets((typed(TEXT),), Request("t.xlsx", number_format_of=format_of))
    assert [update.status_text for action in plan.actions for update in action.updates] == statuses
    assert not any(update.status for action in plan.actions for update in action.updates)


def test_a_truth_is_no_percentage() -> None:
    rows = (("Action", "Owner", "Status"), ("Mend", "Ann", True), ("Paint", "Bo", 0.5), ("Light", "Cy", "x"))
    plan = plan_from_sheets((Sheet("Plan", rows),), Request("t.xlsx", number_format_of=lambda cell: "0%"))
    assert [update.status_text for action in plan.actions for update in action.updates] == ["TRUE", "50%", "x"]


def test_words_and_ticks_stay() -> None:
    text = "| Action | Owner | Status |\n| Mend | Ann | Open |\n| Paint | Bo | 50% |"
    plan = plan_from_sheets((typed(text),), Request("t.xlsx", number_format_of=lambda cell: "0%"))
    assert [update.status_text for action in plan.actions for update in action.updates] == ["Open", "50%"]
