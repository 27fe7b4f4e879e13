"""A plan of two sheets whose actions stand in the same rows: an answer goes to its own sheet, and is no other's rival."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.merge import Merge, Return, merge_returns, read_accepted
from peerxl.model.answer_field import ANSWER_FIELDS
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Block, Sheet
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import sheet_from_text
from tests.returned_forms import Q3, TODAY, Typed, returned

COAST = sheet_from_text("""
    | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
    | H1  | Repair the pier | Q4 23/24  | AD Roads |                  |          |
    | H2  | Light the pier  | Q4 23/24  | AD Roads |                  |          |
    """)
TOWN = replace(
    sheet_from_text("""
    | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
    | T1  | Sweep the steps | Q4 23/24  | AD Roads |                  |          |
    | T2  | Paint the hall  | Q4 23/24  | AD Roads |                  |          |
    """),
    name="Town",
)


def read_both(*sheets: Sheet) -> ActionPlan:
    return plan_from_sheets(sheets, Request("plan.xlsx", Q3, all_sheets=True))


PLAN = read_both(COAST, TOWN)


def merge_both(*forms: Return, coast: Sheet = COAST, town: Sheet = TOWN, accept: tuple[str, ...] = ()) -> Merge:
    sheets = {sheet.name: sheet for sheet in (coast, town)}
    accepted = read_accepted(accept, ANSWER_FIELDS)
    plan = read_both(coast, town)
    return merge_returns(plan, sheets, Q3, forms, today=TODAY, fields=ANSWER_FIELDS, accepted=accepted)


def changes(merge: Merge) -> dict[str, str]:
    return {str(change.cell): change.text for change in merge.changes}


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ({("H1", "Status"): "Ongoing"}, {"Plan!E2": "Ongoing"}),
        ({("T1", "Status"): "Ongoing"}, {"Town!E2": "Ongoing"}),
        (
            {("H1", "Status"): "Ongoing", ("T1", "Status"): "On hold", ("T2", "Comment"): "Primed."},
            {"Plan!E2": "Ongoing", "Town!E2": "On hold", "Town!F3": "Primed."},
        ),
    ],
)
def test_an_answer_goes_to_its_own_sheet(typed: Typed, changed: dict[str, str]) -> None:
    merge = merge_both(returned(PLAN, "AD Roads", typed))
    assert (changes(merge), merge.conflicts, merge.refusals, merge.notes) == (changed, (), (), ())


def test_the_answers_of_two_owners_stand_in_the_order_of_the_sheets() -> None:
    coast, town = (
        replace(
            sheet, rows=tuple(tuple("AD Roads/ AD Parks" if v == "AD Roads" else v for v in row) for row in sheet.rows)
        )
        for sheet in (COAST, TOWN)
    )
    plan = read_both(coast, town)
    typed = {("H1", "Status"): "Ongoing", ("T1", "Status"): "Ongoing"}
    forms = [returned(plan, "AD Parks", {**typed, ("H2", "Status"): "On hold"}), returned(plan, "AD Roads", typed)]
    merge = merge_both(*forms, coast=coast, town=town)
    assert [str(change.cell) for change in merge.changes] == ["Plan!E2", "Plan!E3", "Town!E2"]
    assert [change.owner for change in merge.changes] == ["AD Roads", "AD Parks", "AD Roads"]
    assert (merge.conflicts, merge.notes) == ((), ())


def test_who_answered_is_counted_on_both_sheets() -> None:
    form = returned(PLAN, "AD Roads", {("H1", "Status"): "Ongoing", ("T1", "Status"): "Ongoing"})
    (reply,) = merge_both(form).replies
    assert [action.name for action in reply.actions] == ["H1", "T1"]


def test_a_later_form_replaces_only_what_it_answers_itself() -> None:
    first = returned(PLAN, "AD Roads", {("H1", "Status"): "Ongoing"}, "first.xlsx", 1.0)
    second = returned(PLAN, "AD Roads", {("T1", "Status"): "On hold"}, "second.xlsx", 2.0)
    merge = merge_both(first, second)
    assert (changes(merge), merge.notes) == ({"Plan!E2": "Ongoing", "Town!E2": "On hold"}, ())


def test_cells_merged_on_one_sheet_say_nothing_of_the_other() -> None:
    form = returned(PLAN, "AD Roads", {("H1", "Status"): "Ongoing", ("T1", "Status"): "On hold"})
    merge = merge_both(form, coast=replace(COAST, merged=(Block(2, 5, 3, 5),)))
    assert changes(merge) == {"Town!E2": "On hold"}
    assert [refusal.code for refusal in merge.refusals] == ["no-cell"]


def test_a_column_that_one_sheet_lacks_is_asked_for_there() -> None:
    bare = replace(TOWN, rows=tuple(row[:4] for row in TOWN.rows))
    form = returned(PLAN, "AD Roads", {("H1", "Status"): "Ongoing"})
    assert changes(merge_both(form, town=bare)) == {"Plan!E2": "Ongoing"}
