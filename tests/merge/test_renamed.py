"""Forms of a plan that was renamed, and first dates that were never set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.merge import Merge
from peerxl.model.sheet import Sheet
from tests.conftest import sheet_from_text
from tests.returned_forms import changes, merged, plan_of, refused, returned

ONE = "| H1 | Repair the pier | Q2 23/24 | AD Roads | In progress | Begun. |"
TWO = f"{ONE}\n        | H2 | Light the quay | Q2 23/24 | AD Roads | In progress | Lit. |"
THREE = f"{TWO}\n        | H3 | Sweep the bay | Q2 23/24 | AD Roads | In progress | Swept. |"


def sheet_of(rows: str, title: str = "Harbour plan") -> Sheet:
    return sheet_from_text(f"""
        | {title} |
        | Ref | Action | Timescale | Owner | Quarter 3 update | Comments |
        {rows}
        """)


def collected(issued: str, now: str, status: str = "Completed") -> Merge:
    """What comes of a form when the plan has another title and file name."""
    form = returned(plan_of(sheet_of(issued)), "AD Roads", {("H1", "Status"): status})
    return merged(sheet_of(now, "Quay plan"), form, source="other.xlsx")


@pytest.mark.parametrize(
    ("issued", "now", "actions"),
    [
        (ONE, ONE, "its action is"),
        (TWO, TWO, "2 of its 2 actions are"),
        (TWO, ONE, "1 of its 2 actions is"),
        (THREE, TWO, "2 of its 3 actions are"),
    ],
)
def test_a_form_of_a_plan_of_another_name(issued: str, now: str, actions: str) -> None:
    merge = collected(issued, now)
    note = f"AD Roads.xlsx was made from “Harbour plan” (plan.xlsx); {actions} in this plan."
    assert (changes(merge), refused(merge), merge.notes) == ({"E3": "Completed"}, [], (note,))


def test_a_form_without_answers_is_not_said_to_be_of_another_plan() -> None:
    assert collected(ONE, ONE, "In progress").notes == ()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("Q2 23/24", {"D3": "31 March 2024", "C3": "Q2 23/24"}),
        ("Q2 23/24 (was Q1 23/24)", {"D3": "31 March 2024", "C3": "Q1 23/24"}),
    ],
)
def test_the_first_date_goes_into_its_column_where_there_was_one(now: str, expected: dict[str, str]) -> None:
    sheet = sheet_from_text(f"""
        | Harbour plan |
        | Ref | Action          | Original due date | Revised due date | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier |                   | {now}            | AD Roads | In progress      | Begun.   |
        """)
    merge = merged(sheet, returned(plan_of(sheet), "AD Roads", {("H1", "New date"): "31 March 2024"}))
    assert (changes(merge), refused(merge)) == (expected, [])


def test_a_date_still_to_be_set_was_no_first_date() -> None:
    text = """
        | Harbour plan |
        | Ref | Action          | Original due date | Revised due date | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier |                   | Q2 23/24         | AD Roads | In progress      | Begun.   |
        """
    form = returned(plan_of(sheet_from_text(text)), "AD Roads", {("H1", "New date"): "31 March 2024"})
    later = sheet_from_text(text.replace("Q2 23/24", "TBC     "))
    assert changes(merged(later, form, accept=["H1.date=theirs"])) == {"D3": "31 March 2024"}


def test_a_return_of_nobody_who_is_asked() -> None:
    form = returned(plan_of(sheet_of(ONE)), "AD Roads", {("H1", "Status"): "Completed"})
    merge = merged(sheet_of(ONE.replace("AD Roads", "AD Ports")), replace(form, file="b.xlsx"))
    assert (changes(merge), refused(merge)) == (
        {},
        [
            (
                "not-theirs",
                "H1: the plan says that AD Ports answers for it; ask them, or put the answer in yourself (status "
                "“Completed”).",
            )
        ],
    )
