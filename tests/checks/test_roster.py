"""Who answers for what: each owner once, by the name that stands first, whatever the spellings."""

from __future__ import annotations

from peerxl.checks.roster import list_owners
from peerxl.model.fiscal import FiscalQuarter
from tests.conftest import plan_from_text

Q1 = FiscalQuarter(2023, 1)
PLAN = """
    | Ref | Action    | Owner                           | Timescale | Q1 23/24 status | Comments |
    | 1   | Mend pier | AD for Legal                    | Q4 22/23  | In progress     | Wood     |
    | 2   | Light it  | AD Legal / AD Coast             | Q2 23/24  | In progress     | Lamps    |
    | 3   | Paint it  | ad legal                        | Q1 22/23  | Completed       | Done     |
    | 4   | Sweep it  | AD Roads, with support from HR  | Q1 23/24  |                 |          |
    """


def test_each_owner_once_by_name() -> None:
    summaries = list_owners(plan_from_text(PLAN, Q1))
    assert [
        (
            summary.owner.name,
            summary.spellings,
            [action.ref for action in summary.live],
            [action.ref for action in summary.overdue],
        )
        for summary in summaries
    ] == [
        ("AD Coast", ("AD Coast",), ["2"], []),
        ("AD for Legal", ("AD for Legal", "AD Legal", "ad legal"), ["1", "2"], ["1"]),
        ("AD Roads", ("AD Roads",), ["4"], []),
        ("HR", ("HR",), [], []),
    ]


def test_at_another_quarter_more_is_overdue() -> None:
    summaries = list_owners(plan_from_text(PLAN, Q1), Q1 + 1)
    assert [len(summary.overdue) for summary in summaries] == [0, 1, 1, 0]


def test_where_nothing_says_the_quarter_nothing_is_overdue() -> None:
    plan = plan_from_text(PLAN.replace("Q1 23/24 status", "Status         "))
    assert plan.quarter is None
    assert [len(summary.overdue) for summary in list_owners(plan)] == [0, 0, 0, 0]
