"""Owners by one name each: two with a comma between are one person, unless the column has each on its own."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Field
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text, sheet_from_text

ROW = "| {} | Mend the pier {} | {} | In progress |"


@pytest.mark.parametrize(
    ("cells", "owners"),
    [
        (("Field, Ann", "Lane, Bo"), [["Ann Field"], ["Bo Lane"]]),
        (("Field, Ann", "Ann"), [["Ann Field"], ["Ann"]]),
        (("Cy, Ann", "Ann", "Cy"), [["Cy", "Ann"], ["Ann"], ["Cy"]]),
        # A column of names on their own, one of which begins the cell.
        (("Lee, Cy", "Lee", "Dow", "Fox"), [["Lee", "Cy"], ["Lee"], ["Dow"], ["Fox"]]),
        (("Lee, Cy", "Lee", "Dow"), [["Cy Lee"], ["Lee"], ["Dow"]]),
        (("Lee, Cy", "Cy", "Dow", "Fox"), [["Cy Lee"], ["Cy"], ["Dow"], ["Fox"]]),
        (
            ("Lee, Cy", "Hay, Bo", "Lee", "Dow", "Fox"),
            [["Cy Lee"], ["Bo Hay"], ["Lee"], ["Dow"], ["Fox"]],
        ),
        # One cell of two is plainly a list, and nobody in the column has two names.
        (
            ("Lee, Cy", "Fox, Dow", "Fox", "Dow", "Hay", "–"),
            [["Lee", "Cy"], ["Fox", "Dow"], ["Fox"], ["Dow"], ["Hay"], []],
        ),
        (
            ("Lee, Cy", "Fox, Dow", "Fox", "Dow", "Hay", "Bo Hay"),
            [["Cy Lee"], ["Fox", "Dow"], ["Fox"], ["Dow"], ["Hay"], ["Bo Hay"]],
        ),
        # Nobody stands alone by a first name, so one after a name is that one's.
        (
            ("Hughes, Paul", "Fox, Dow", "Fox", "Dow", "Hay"),
            [["Paul Hughes"], ["Fox", "Dow"], ["Fox"], ["Dow"], ["Hay"]],
        ),
        (("@Lee, @Cy", "Lee", "@Dow", "Fox"), [["Lee", "Cy"], ["Lee"], ["Dow"], ["Fox"]]),
        (("Cy, Ann", "Bo, Cy, Ann"), [["Cy", "Ann"], ["Bo", "Cy", "Ann"]]),
        # Nobody's name is written both ways.
        (("Vex, Pell", "Pell, Vex", "Oru, Pell"), [["Vex", "Pell"], ["Pell", "Vex"], ["Pell Oru"]]),
    ],
)
def test_two_names_with_a_comma(cells: tuple[str, ...], owners: list[list[str]]) -> None:
    rows = "\n".join(ROW.format(number, number, cell) for number, cell in enumerate(cells, 1))
    plan = plan_from_text(f"| Ref | Action | Owner | Status |\n{rows}")
    assert [[owner.name for owner in action.owners] for action in plan.actions] == owners


@pytest.mark.parametrize(
    ("heading", "owners"),
    [
        ("Owner", [["Pell Vex"], ["Hollin Dorn"]]),
        ("Officer name", [["Pell Vex"], ["Hollin Dorn"]]),
        ("By", [["Pell Vex"], ["Hollin Dorn"]]),
        ("Resources/Tools", [["Vex", "Pell"], ["Dorn", "Hollin"]]),
        ("Resource names", [["Vex", "Pell"], ["Dorn", "Hollin"]]),
        ("Used for it", [["Vex", "Pell"], ["Dorn", "Hollin"]]),
    ],
)
def test_names_are_turned_round_only_where_something_says_that_they_are_of_persons(
    heading: str, owners: list[list[str]]
) -> None:
    text = f"| Ref | Action | {heading} | Status |\n" + "\n".join(
        ROW.format(number, number, cell) for number, cell in enumerate(("Vex, Pell", "Dorn, Hollin"), 1)
    )
    plan = plan_from_sheets([sheet_from_text(text)], Request("plan.xlsx", columns={Field.OWNER: 3}))
    assert [[owner.name for owner in action.owners] for action in plan.actions] == owners
