"""What is found in plans whose statuses are closed and not done, and in plans with status words of their own."""

from __future__ import annotations

from collections.abc import Callable

from peerxl.checks import check_plan
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.model.status import Vocabulary

PlanFromDoc = Callable[..., ActionPlan]
Q1 = FiscalQuarter(2023, 1)


def find(plan: ActionPlan) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.ref, finding.suggestion) for finding in check_plan(plan, Q1)]


def test_what_was_given_up_need_not_have_ended(plan_from_doc: PlanFromDoc) -> None:
    """
    | Ref | Action          | Officer    | Timescale          | Q1 2023/24 update | Comments              |
    | 1   | Repair the pier | AD Estates | Q1 23/24 - ongoing | Completed         | Reopened on 2 May     |
    | 2   | Light the pier  | AD Estates | Q1 23/24 - ongoing | Superseded        | See 4                 |
    | 3   | Paint the pier  | AD Estates | Q1 23/24 - ongoing | Not pursued       | There is no money     |
    """
    assert find(plan_from_doc(Q1)) == [("status-contradicts-timescale", "1", "")]


def test_an_action_not_pursued_is_closed(plan_from_doc: PlanFromDoc) -> None:
    """
    | Ref | Action          | Officer    | Timescale | Q4 2022/23 update | Comments          | Q1 2023/24 update | Comments   |
    | 1   | Repair the pier | AD Estates | Q4 22/23  | Not pursued       | There is no money |                   |            |
    | 2   | Light the pier  | AD Estates | Q4 23/24  | Not pursued       | There is no money | In progress       | There is   |
    """
    plan = plan_from_doc(Q1)
    assert [action.ref for action in plan.open_actions(Q1)] == ["2"]
    assert find(plan) == [("status-backwards", "2", "")]


def test_words_in_any_order_say_what_they_mean(plan_from_doc: PlanFromDoc) -> None:
    """
    | Ref | Action          | Officer    | Timescale | Q4 2022/23 update | Comments     | Q1 2023/24 update | Comments        |
    | 1   | Repair the pier | AD Estates | Q4 23/24  | Delayed           | Money agreed | On track          | Timber is here  |
    | 2   | Light the pier  | AD Estates | Q4 23/24  | On track          | Wires agreed | Not yet begun     | Lamps are late  |
    | 3   | Paint the pier  | AD Estates | Q4 23/24  | On track          | Paint agreed | Adrift            | Paint is late   |
    """
    words = Vocabulary.from_words(["On track", "Delayed", "Complete", "Not yet begun", "Adrift"])
    assert find(plan_from_doc(Q1, Settings(vocabulary=words))) == [
        ("status-unknown", "", ""),
        ("status-backwards", "2", ""),
    ]


def test_a_plan_may_have_no_word_that_is_known(plan_from_doc: PlanFromDoc) -> None:
    """
    | Ref | Action          | Officer    | Timescale | Q4 2022/23 update | Comments     | Q1 2023/24 update | Comments       |
    | 1   | Repair the pier | AD Estates | Q4 22/23  | Stage 1           | Money agreed | Stage 2           | Timber is here |
    """
    words = Vocabulary.from_words(["Stage 1", "Stage 2"])
    assert find(plan_from_doc(Q1, Settings(vocabulary=words))) == [
        ("status-unknown", "", ""),
        ("status-unknown", "", ""),
        ("action-overdue", "1", ""),
    ]
