"""What a form tells its owner to do, by the questions it asks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from peerxl.chasing import chase_plan
from peerxl.identity.index import ActionIndex
from peerxl.model.answer_field import COMMENT, DATE, STATUS, AnswerField
from peerxl.returns.document import build_form
from peerxl.returns.request import OwnerRequest
from tests.conftest import sheet_from_text
from tests.returned_forms import Q3, REPLY_BY, TODAY, plan_of

SHEET = sheet_from_text("""
    | Harbour plan |
    |              |
    | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
    | H1  | Repair the pier | Q2 23/24  | AD Roads |                  |          |
    """)
FIRST = "1. Choose Enable Editing if Excel offers it, then"
ONLY = "for each action: only yellow cells can be changed."


@pytest.mark.parametrize(
    ("fields", "steps"),
    [
        (
            (STATUS, COMMENT, DATE),
            (
                f"{FIRST} choose a status and write a comment {ONLY}",
                "2. Where a new date is asked for and the action is not finished, give the new date and say why.",
            ),
        ),
        (
            (STATUS, DATE),
            (
                f"{FIRST} choose a status {ONLY}",
                "2. Where a new date is asked for and the action is not finished, give the new date.",
            ),
        ),
        (
            (DATE,),
            (
                f"{FIRST} give the new date {ONLY}",
                "2. Where a new date is asked for and the action is not finished, give the new date.",
            ),
        ),
        (
            (COMMENT,),
            (
                f"{FIRST} write a comment {ONLY}",
                "2. Two or three sentences are enough: what has happened this quarter, and what comes next.",
            ),
        ),
        ((STATUS,), (f"{FIRST} choose a status {ONLY}", "2. The sheet of status words says what each of them means.")),
    ],
)
def test_what_an_owner_is_to_do(fields: Sequence[AnswerField], steps: tuple[str, str]) -> None:
    plan = plan_of(SHEET)
    chase = chase_plan(plan, Q3, fields)
    document = build_form(OwnerRequest(plan, chase, chase.owners[0], TODAY, REPLY_BY), ActionIndex(plan.actions))
    first = document.sections[0]
    texts = [line if isinstance(line, str) else line.text for line in first.lines]
    assert [text for text in texts if text[:2] in ("1.", "2.")] == list(steps)
    assert [section.footer for section in document.sections[:2]] == ["Your update for Quarter 3 2023/24, AD Roads"] * 2
