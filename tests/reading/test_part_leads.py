"""Rows that name a part of the plan and whose it is, with a cell of its own for each."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.rows.action_rows import read_rows
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed
from tests.reading.test_action_rows import layout_of

HEAD = "| Ref | Action | Owner | Due | Status |"
PIER = "| 1.1 | Mend the pier | Ann | Q1 | Open |"
LAMPS = "| 1.2 | Light the quay | Bo | Q2 | Open |"
BOATS = "| 2.1 | Paint the boats | | Q3 | Open |"
TABLES = {
    "capitals with refs over theirs": (f"{HEAD}\n| 1 | SEA WORKS | Ann | | |\n{PIER}\n{LAMPS}\n| 2 | BOATS | Cy | | |\n{BOATS}", [2, 5]),
    "a name with a ref over theirs": (f"{HEAD}\n| 1 | Sea works | Ann | | |\n{PIER}\n{LAMPS}\n| 2 | Boats | Cy | | |\n{BOATS}", [2, 5]),
    "capitals without a ref": (f"{HEAD}\n| | SEA WORKS | Ann | | |\n{PIER}\n{LAMPS}\n{BOATS}", [2]),
    "owners of parts alone": (
        f"{HEAD}\n| | Sea works | Ann | | |\n| 1 | Mend the pier | | Q1 | |\n| 2 | Light it | | Q2 | |\n| 3 | Paint it | | Q2 | |", [2]),
    "capitals twice in a table without refs": (
        "| Action | Owner | Due |\n| SEA WORKS | Ann | |\n| Mend it | Ann | Q1 |\n| BOATS | Cy | |\n| Paint it | Bo | Q1 |"
        "\n| Light it | Bo | Q1 |", [2, 4]),
    "beside parts that nobody leads": (f"{HEAD}\n| 1 | SEA WORKS | | | |\n{PIER}\n{LAMPS}\n| 2 | BOATS | Cy | | |\n{BOATS}", [2, 5]),
    "where another action has neither date nor status": (
        f"{HEAD}\n| 1 | SEA WORKS | Ann | | |\n{PIER}\n{LAMPS}\n| 2 | BOATS | Cy | | |\n{BOATS}\n| 2.2 | Paint the oars | Cy | | |", []),
    "words that say what to do": (f"{HEAD}\n| 1 | Mend sea works | Ann | | |\n{PIER}\n{LAMPS}\n{BOATS}", []),
    "a name over another, with a date": (f"{HEAD}\n| 1 | Sea works | Ann | | |\n{PIER}\n{LAMPS}\n| 2 | Boats | Cy | Q3 | |\n{BOATS}", []),
    "capitals among refs of their form": (
        f"{HEAD}\n| 1 | SEA WORKS | Ann | | |\n| 2 | Mend it | Ann | Q1 | |\n| 3 | Light it | Bo | Q1 | |\n| 4 | Paint it | Bo | Q1 | |", []),
    "capitals after an action": (f"{HEAD}\n{PIER}\n{LAMPS}\n| 2 | BOATS | Cy | | |\n{BOATS}", []),
    "capitals over capitals": (f"{HEAD}\n| | SEA | Ann | | |\n| 1 | PIER | Ann | Q1 | |\n{LAMPS}\n{BOATS}", []),
    "capitals once in a table without refs": (
        "| Action | Owner | Due |\n| TRAINING | Ann | |\n| Mend it | Ann | Q1 |\n| Paint it | Bo | Q1 |\n| Light it | Bo | Q1 |", []),
    "capitals over two actions": (f"{HEAD}\n| 1 | SEA WORKS | Ann | | |\n{PIER}\n{LAMPS}", []),
    "capitals that end the table": (f"{HEAD}\n| 1 | SEA WORKS | Ann | | |\n{PIER}\n{LAMPS}\n{BOATS}\n| 3 | QUAYS | Cy | | |", []),
    "names beside which more is said": (
        f"{HEAD[:-1]}| Budget |\n| 1 | SEA WORKS | Ann | | | £4,000 |\n{PIER}\n{LAMPS}\n{BOATS}", []),
    "long words": (f"{HEAD}\n| 1 | All that was said of the pier in May | Ann | | |\n{PIER}\n{LAMPS}\n{BOATS}", []),
    "a table that never says when": (
        "| Ref | Action | Owner |\n| 1 | SEA WORKS | Ann |\n| 1.1 | Mend it | Ann |\n| 1.2 | Paint it | Bo |\n| 1.3 | Light it | Bo |", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), TABLES.values(), ids=TABLES)
def test_which_rows_name_a_part_and_its_lead(text: str, parts: list[int]) -> None:
    layout = layout_of(text)
    rows, skipped = read_rows(layout)
    assert [each.cells[0].row for each in skipped] == parts
    assert [row.number for row in rows] == [row for row in range(2, layout.last_row + 1) if row not in parts]


def test_a_part_s_lead_is_asked_for_the_actions_that_name_nobody_and_for_no_other_part_s() -> None:
    text = (
        f"{HEAD}\n| 1 | SEAFRONT WORKS | Ann | | |\n{PIER}\n{LAMPS.replace('Bo', '')}\n| 2 | BOATS | | | |\n{BOATS}\n"
    )
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert [(action.theme, [owner.name for owner in action.owners]) for action in plan.actions] == [
        ("Seafront works", ["Ann"]),
        ("Seafront works", ["Ann"]),
        ("Boats", []),
    ]


def test_the_theme_in_its_own_column_goes_on_beneath() -> None:
    head = "| Theme | Owner | Ref | Action | Due |\n| Sea | Ann | | The pier | |"
    text = f"{head}\n| | | 1 | Mend it | Q1 24/25 |\n| | | 2 | Light it | Q2 24/25 |\n| | | 3 | Paint it | Q2 24/25 |"
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert [(action.ref, action.theme, [owner.name for owner in action.owners]) for action in plan.actions] == [
        ("1", "Sea", ["Ann"]),
        ("2", "Sea", ["Ann"]),
        ("3", "Sea", ["Ann"]),
    ]
