"""The plan as a list."""

from dataclasses import replace

from peerxl.documents.document import UNDATED
from peerxl.documents.plan_list import build_plan_list, summarize_plan
from tests.documents.plans import ACTIONS, PLAN, Q3, plan_of


def test_a_row_an_action_with_its_latest_status() -> None:
    (section,) = build_plan_list(PLAN).sections
    assert (section.title, [line.text for line in section.lines]) == (
        "Wexmere action plan",
        ["5 actions in 2 themes at Q3 2023/24: 4 open, 1 closed"],
    )
    assert [column.heading for column in section.columns] == ["Row", "Ref", "Action", "Owner", "Timescale", "Status"]
    assert [[entry.value for entry in row.entries] for row in section.rows] == [
        [4, "V1.1", "Refresh the climate strategy", "AD for Environment; Clerk", "", "In progress"],
        [5, "V1.2", "Embed the delivery plan", "AD for Finance", "", "Completed"],
        [6, "S1.1", "Agree the budget", "AD for Finance", "Not set", ""],
        [7, "S1.2", "Review the assets", "AD for Environment; AD for Finance", "", "Stalled?"],
        [8, "S1.3", "Tell everybody", "", "Not set", "On hold"],
    ]


def test_an_action_without_a_ref_beside_others_says_so() -> None:
    def refs(*given: str) -> list[object]:
        plan = replace(PLAN, actions=tuple(replace(ACTIONS[0], ref=ref) for ref in given))
        return [row.entries[1].value for row in build_plan_list(plan).sections[0].rows]

    assert (refs("V1", "", "V3"), refs("", "")) == (["V1", "No ref", "V3"], ["", ""])


def test_the_day_it_stands_for() -> None:
    assert build_plan_list(PLAN).dated == Q3.last_day
    assert build_plan_list(replace(PLAN, quarter=None)).dated == UNDATED


def test_a_plan_without_themes_or_a_quarter() -> None:
    assert summarize_plan(replace(plan_of(replace(ACTIONS[0], theme="")), quarter=None)) == "1 action: 1 open, 0 closed"
