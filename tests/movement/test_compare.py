"""Two plans, and one plan at two quarters: what moved, was added and is gone."""

from __future__ import annotations

from collections.abc import Callable

from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.movement.compare import Movement, PlanAt, compare_plans, compare_quarters, find_last_quarter
from tests.conftest import plan_from_text
from tests.test_published_facts import read

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))

OLD = """
| Pier plan – Q1 2023/24 |
| Ref | Theme   | Action                       | Due date | Owner      | Status      |
| 1   | Harbour | Repair the pier              | Q2 23/24 | AD Estates | In progress |
| 2   | Harbour | Light the pier               | Q3 23/24 | AD Estates | In progress |
| 3   | Roads   | Mend the bridge              | Q3 23/24 | AD Roads   | Completed   |
| 4   | Roads   | Count the lorries            | Q4 23/24 | AD Roads   | Not started |
| 5   | Roads   | Ask the hauliers what to do  | Q1 23/24 | AD Roads   | Completed   |
"""
NEW = """
| Pier plan – Q2 2023/24 |
| No. | What we will do                         | Lead       | Complete by | Progress    | Theme   |
| 1   | Repair the pier                         | AD Estates | Q4 23/24    | In progress | Harbour |
| 2   | Light the pier and its approach         | AD Estates | Q3 23/24    | Complete    | Harbour |
| 3   | Mend the bridge                         | AD Roads   | Q3 23/24    |             | Roads   |
| 6   | Paint the bridge                        | AD Roads   | Q4 23/24    | Not started | Roads   |
| 7   | Ask the hauliers what they would do now | AD Roads   | Q4 23/24    | Not started | Roads   |
"""


def tell(movement: Movement) -> list[str]:
    """What became of each action, in a line."""
    return [
        f"{move.action.ref} {move.pair.rule}: {move.status.direction}, {move.date.change}, "
        f"{'reworded' if move.is_reworded else 'same words'}"
        for move in movement.moves
    ]


def compare(old: ActionPlan, new: ActionPlan) -> Movement:
    return compare_plans(PlanAt(old, old.quarter), PlanAt(new, new.quarter))


def test_two_plans_whose_columns_differ() -> None:
    movement = compare(plan_from_text(OLD), plan_from_text(NEW))
    assert (movement.old.quarter, movement.new.quarter, movement.is_of_one_plan) == (Q1, Q2, False)
    assert tell(movement) == [
        "1 ref: same, later, same words",
        "2 ref: forward, same, reworded",
        "3 ref: same, same, same words",
    ]
    assert [move.action.ref for move in movement.completed] == ["2"]
    assert [action.ref for action in movement.added] == ["6", "7"]
    assert [(departure.action.ref, departure.standing.is_open) for departure in movement.gone] == [
        ("4", True),
        ("5", False),
    ]
    assert [departure.action.ref for departure in movement.lost] == ["4"]
    assert [(doubt.old.ref, doubt.new.ref, doubt.has_same_ref) for doubt in movement.doubts] == [("5", "7", False)]
    assert movement.needs_someone


def test_a_plan_held_against_itself_has_not_moved() -> None:
    plan = plan_from_text(OLD)
    movement = compare_plans(PlanAt(plan, None), PlanAt(plan_from_text(OLD), None))
    assert [move.is_news for move in movement.moves] == [False] * 5
    assert (movement.added, movement.gone, movement.doubts, movement.needs_someone) == ((), (), (), False)


def test_the_published_appendices() -> None:
    """Eight actions are in both, one is new and twelve are gone, one of them while it was open."""
    old, new = read("appendix-4.tsv", Q1), read("appendix-9.tsv", Q3)
    movement = compare(old, new)
    assert tell(movement) == [
        "PEER01.04 wording: same, unknown, same words",
        "PEER04.02 wording: changed, unknown, same words",
        "PEER05.04 wording: changed, unknown, same words",
        "PEER05.01 wording: unknown, unknown, same words",
        "PEER05.03 wording: same, unknown, same words",
        "PEER06.01 wording: same, unknown, same words",
        "PEER08.02 wording: changed, unknown, same words",
        "PEER08.01 wording: changed, unknown, same words",
    ]
    assert [action.ref for action in movement.added] == ["PEER05.02"]
    assert len(movement.gone) == 12
    assert [departure.action.text for departure in movement.lost] == ["Refresh the performance and risk"]
    assert movement.doubts == ()


def test_two_quarters_of_one_plan(plan_from_doc: Callable[..., ActionPlan]) -> None:
    r"""
    | Pier plan 2023/24 |
    | Ref | Action     | Due date              | Original due | Date raised | Owner | Q1 update   | Q2 update   | Q3 update |
    | 1   | Repair     | Q4 23/24              |              | 01/04/2023  | AD X  | In progress | In progress | Complete  |
    | 2   | Light      | Q4 23/24 (was Q2)     |              | 01/04/2023  | AD X  | In progress | On hold     | On hold   |
    | 3   | Mend       | Q4 23/24              | Q2 23/24     | 01/04/2023  | AD X  | Completed   |             |           |
    | 4   | Count      | Q4 23/24              |              | 02/11/2023  | AD X  |             |             | Started   |
    | 5   | Ask        | Q4 23/24              |              | 02/08/2023  | AD X  |             | Not started |           |
    """
    plan = plan_from_doc(Q3)
    assert find_last_quarter(plan, Q3) == Q2
    movement = compare_quarters(plan, Q2, Q3)
    assert tell(movement) == [
        "1 row: forward, unknown, same words",
        "2 row: same, unknown, same words",
        "3 row: same, unknown, same words",
        "5 row: unknown, unknown, same words",
    ]
    assert [(move.date.first, move.date.last, move.date.times) for move in movement.moves] == [
        ("", "", 0),
        ("Q2", "Q2", 1),
        ("Q2 23/24", "", None),
        ("", "", 0),
    ]
    assert [action.ref for action in movement.added] == ["4"]
    assert (movement.is_of_one_plan, movement.knows_added, movement.gone) == (True, True, ())
    since_q1 = compare_quarters(plan, Q1, Q3)
    assert [action.ref for action in since_q1.added] == ["4", "5"]
    assert tell(since_q1)[1] == "2 row: back, unknown, same words"


def test_one_plan_that_does_not_say_when_actions_were_raised(plan_from_doc: Callable[..., ActionPlan]) -> None:
    """
    | Pier plan 2023/24 |
    | Ref | Action | Due date | Owner | Q1 update   | Q2 update |
    | 1   | Repair | Q4 23/24 | AD X  |             | Started   |
    """
    movement = compare_quarters(plan_from_doc(Q2), Q1, Q2)
    assert (movement.added, movement.knows_added) == ((), False)
    assert find_last_quarter(movement.new.plan, Q1) is None
