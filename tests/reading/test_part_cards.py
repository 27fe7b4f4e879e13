"""Cards of labels and values over headings that stand again: no actions, said once, under the part's own title."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.model.plan import ActionPlan
from tests.conftest import plan_from_text

HEAD = "| Ref | Action | Owner | Due | Status |"
ROW = "| {0} | Mend pier {0} | Ann Field | Q1 2025/26 | In progress |"
CARD = "| Status: | Open |\n| Risk owner | Bo Lane |\n| Colour of it | Red |"


def plan_of(card: str, before: str = "| Pier 2 of the harbour |", after: str = "") -> ActionPlan:
    """A table, a card, and the table's headings again over another action."""
    lines = [HEAD, ROW.format(1), ROW.format(2), "|  |", before, card, after, HEAD, ROW.format(3)]
    return plan_from_text("\n".join(line for line in lines if line))


def rows_of(plan: ActionPlan) -> list[tuple[int, str]]:
    return [(action.row, action.theme) for action in plan.actions]


CARD_MESSAGE = (
    "{} rows from {} to {} are labels with what they say beside them, such as {!r}, and were not read as actions."
)


@pytest.mark.parametrize(
    ("card", "before", "after", "row", "label"),
    [
        (CARD, "| Pier 2 of the harbour |", "", 10, "Status"),
        (CARD, "| Pier 2 of the harbour |", "| What is to be done: |", 11, "Status"),
        (CARD, "| Pier 2 of the harbour |", "|  |\n| What is to be done: |\n|  |", 13, "Status"),
        ("| Cost: | 4 |\n| Look of it: | Good |\n| Kind: | Wood |", "| Pier 2 of the harbour |", "", 10, "Cost"),
        (
            "| Severity | High |\n| Impact | It may fall |\n| Shape | Long |",
            "| Pier 2 of the harbour |",
            "",
            10,
            "Severity",
        ),
    ],
)
def test_a_card_over_headings_again_is_no_action(card: str, before: str, after: str, row: int, label: str) -> None:
    plan = plan_of(card, before, after)
    assert [number for number, _ in rows_of(plan)] == [2, 3, row]
    assert rows_of(plan)[-1] == (row, "Pier 2 of the harbour")
    found = [(each.severity, each.message) for each in check_plan(plan) if each.code.startswith("row-")]
    assert found == [("advice", CARD_MESSAGE.format(3, 6, 8, label))]


def test_a_card_without_a_title_is_one_after_a_blank_row() -> None:
    plan = plan_of(CARD, before="")
    assert [number for number, _ in rows_of(plan)] == [2, 3, 9]


def test_the_first_part_has_its_own_title_where_others_begin_likewise() -> None:
    first = ["| All piers |", "|  |", "| Pier 1 of the harbour |", CARD, "| To be done: |", HEAD, ROW.format(1)]
    other = ["|  |", "| Pier 2 of the harbour |", CARD, "| To be done: |", HEAD, ROW.format(2)]
    plan = plan_from_text("\n".join([*first, *other]))
    assert rows_of(plan) == [(9, "Pier 1 of the harbour"), (17, "Pier 2 of the harbour")]
    assert [each.message for each in check_plan(plan) if each.code == "row-of-card"] == [
        CARD_MESSAGE.format(3, 12, 14, "Status")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # What tells somebody what to do is an action, whatever stands before it.
        "| Status | Write to the board |\n| Impact | Fence off the quay |",
        # Refs and words that are no headings are no labels.
        "| 4 | Painted boards |\n| 5 | Painted rails |",
        "| Quay | Painted boards |\n| Slip | Painted rails |\n| Status | All of it |",
        "| Status | Painted boards |\n| Status | Painted rails |",
        # One row is no card, and what says more is none.
        "| Status | Painted boards |",
        "| Status | Painted boards | Ann Field |\n| Impact | Painted rails | Bo Lane |",
        "| Status | Painted boards |\n| | Painted rails | Bo Lane |",
    ],
)
def test_what_else_has_two_cells_is_read_as_before(rows: str) -> None:
    plan = plan_of(rows, before="| Pier 2 of the harbour |")
    assert "row-of-card" not in [each.code for each in check_plan(plan)]
    assert len(plan.actions) >= 3


def test_rows_right_under_actions_or_over_no_headings_are_no_card() -> None:
    under = plan_from_text("\n".join([HEAD, ROW.format(1), CARD, HEAD, ROW.format(2)]))
    assert [number for number, _ in rows_of(under)] == [2, 3, 4, 5, 7]
    last = plan_from_text("\n".join([HEAD, ROW.format(1), "|  |", "| Pier 2 of the harbour |", CARD]))
    assert "row-of-card" not in [each.code for each in check_plan(last)]


UNDER = "| Objective: | Improve what residents have |\n| Outcome: | Fewer complaints |\n| Lead: | Bo Lane |"


@pytest.mark.parametrize("card", [UNDER, "| Status | Open |\n| Risk owner | Bo Lane |"])
def test_a_card_right_under_actions_has_all_its_labels_known(card: str) -> None:
    plan = plan_from_text("\n".join([HEAD, ROW.format(1), ROW.format(2), card, HEAD, ROW.format(3)]))
    last = 4 + card.count("\n")
    assert rows_of(plan) == [(2, ""), (3, ""), (last + 2, "")]
    assert [each.message for each in check_plan(plan) if each.code.startswith("row-")] == [
        CARD_MESSAGE.format(last - 3, 4, last, card.split(" ")[1].rstrip(":"))
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "| HR: | Painted boards |\n| IT: | Painted rails |",
        "| Status: | Painted boards |\n| Quay | Painted rails |",
        "| Owner: | Write down who owns it |\n| Status: | Report how it stands |",
    ],
)
def test_labels_right_under_actions_that_may_be_refs_are_no_card(rows: str) -> None:
    plan = plan_from_text("\n".join([HEAD, ROW.format(1), rows, HEAD, ROW.format(2)]))
    assert [number for number, _ in rows_of(plan)] == [2, 3, 4, 6]
    assert "row-of-card" not in [each.code for each in check_plan(plan)]
