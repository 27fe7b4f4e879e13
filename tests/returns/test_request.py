"""What an owner is asked for: whether a form has a column of refs."""

from __future__ import annotations

import pytest

from peerxl.chasing import chase_plan
from peerxl.returns import ANSWER_FIELDS, build_forms
from peerxl.returns.layout import REF
from tests.conftest import sheet_from_text
from tests.returned_forms import Q3, REPLY_BY, TODAY, as_sheet, headings_row, plan_of


@pytest.mark.parametrize(
    ("asked", "other", "has_refs"),
    [("H1", "H2", True), ("", "H2", True), ("H1", "", True), ("", "", False)],
)
def test_a_form_has_refs_where_any_action_on_it_has_one(asked: str, other: str, has_refs: bool) -> None:
    plan = plan_of(
        sheet_from_text(f"""
        | Ref     | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | {asked} | Repair the pier | Q3 23/24  | AD Roads |                  |          |
        | {other} | Light the pier  | Q4 25/26  | AD Roads | Ongoing          | Lit.     |
        | H9      | Dredge the bay  | Q3 23/24  | AD Ports |                  |          |
        """)
    )
    forms = build_forms(plan, chase_plan(plan, Q3, ANSWER_FIELDS), today=TODAY, reply_by=REPLY_BY)
    form = next(form for owner, form in forms.items() if owner.name == "AD Roads")
    first, second, *_ = map(as_sheet, form.sections)
    assert [REF in sheet.rows[headings_row(sheet) - 1] for sheet in (first, second)] == [has_refs, has_refs]
