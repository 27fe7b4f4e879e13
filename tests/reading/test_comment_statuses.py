"""Statuses that stand alone in a column of comments, in a plan that has no column of statuses."""

from __future__ import annotations

import pytest

from peerxl.adoption.words import reports
from peerxl.chasing import chase_plan
from peerxl.model.answer_field import STATUS
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.reading.answer_columns import find_target
from tests.conftest import plan_from_text

Q3 = FiscalQuarter(2023, 3)
TEXT = """
    | Action          | Owner     | Due      | Response                                     |
    | Repair the pier | Ann Field | Q4 23/24 | Complete                                     |
    | Light the quay  | Bo Lane   | Q4 23/24 | The lamps are being considered by the board. |
    | Sell the shop   | Cy Moss   | Q4 23/24 | Ongoing                                      |
    | Paint the shed  | Cy Moss   | Q4 23/24 |                                              |
    """


@pytest.mark.parametrize("heading", ["Response", "Comments"])
def test_a_comment_that_is_a_status_and_no_more_is_one(heading: str) -> None:
    plan = plan_from_text(TEXT.replace("Response", heading), Q3)
    assert plan.has_column(Field.COMMENT)
    assert not plan.has_column(Field.STATUS)
    words = [(update.status and update.status.word, update.comment) for (update,) in (a.updates for a in plan.actions)]
    assert [word for word, _ in words] == ["Completed", None, "Ongoing", None]
    assert words[0][1] == "Complete"
    assert [action.is_open(Q3) for action in plan.actions] == [False, True, True, True]


def test_nothing_is_written_over_it() -> None:
    plan = plan_from_text(TEXT, Q3)
    assert [find_target(plan, action, STATUS, Q3) for action in plan.actions] == [None] * 4
    assert [ask.action.text for ask in chase_plan(plan, Q3).asks] == ["Paint the shed"]


def test_a_master_has_it_as_a_status_too() -> None:
    plan = plan_from_text(TEXT, Q3)
    said = [(str(each.column.field), each.words) for each in reports(plan, plan.actions[0])]
    assert said == [("comment", "Complete"), ("status", "Completed")]


def test_beside_a_column_of_statuses_a_comment_is_none() -> None:
    plan = plan_from_text(
        """
        | Action          | Owner     | Due      | Status | Comments |
        | Repair the pier | Ann Field | Q4 23/24 |        | Complete |
        | Light the quay  | Bo Lane   | Q4 23/24 | Begun  | Lit.     |
        """,
        Q3,
    )
    assert plan.actions[0].is_open(Q3)


TOLD = """
    | Action          | Owner     | Due      | {}                                                                      |
    | Repair the pier | Ann Field | Q4 23/24 | DONE. The last of the boards was laid and painted in May                |
    | Light the quay  | Bo Lane   | Q4 23/24 | The lamps are being considered by the board at its next meeting         |
    | Sell the shop   | Cy Moss   | Q4 23/24 | Done, but for the two sheds behind it, which nobody has looked at       |
    | Paint the shed  | Cy Moss   | Q4 23/24 | Clerk is to ask three firms for the price of it, and tell the committee |
    | Mark the berths | Cy Moss   | Q4 23/24 | Done when the paint has come                                            |
    """


@pytest.mark.parametrize(
    ("heading", "word"), [("Status", "Completed"), ("Current status", "Completed"), ("Notes", None)]
)
def test_sentences_under_a_status_give_the_one_that_they_begin_with_beyond_doubt(
    heading: str, word: str | None
) -> None:
    plan = plan_from_text(TOLD.format(heading), Q3)
    assert plan.has_column(Field.COMMENT)
    found = [action.updates[-1].status for action in plan.actions]
    assert [status and status.word for status in found] == [word, None, None, None, None]
    assert plan.actions[0].updates[-1].comment.startswith("DONE. The last")
