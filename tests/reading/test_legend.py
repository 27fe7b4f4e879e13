"""Signs alone as statuses: read as the words that a legend on the sheet has for them, and as nothing without one."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed

TABLE = """
| Status | Task | Owner |
| ⬜ | Mend the pier | Clerk |
| 🔄 | Light the quay | Clerk |
| ✅ | Mark the berths | Ann Field |
"""
OTHER = TABLE.replace("Mend", "Paint").replace("Light", "Sweep").replace("Mark", "Count")


def statuses(*tables: str) -> list[str]:
    sheets = [typed(table, f"Part {number}") for number, table in enumerate(tables, 1)]
    plan = plan_from_sheets(sheets, Request("master.xlsx", all_sheets=True))
    found = [action.updates[-1].status for action in plan.actions]
    return [status.word if status else "?" for status in found]


READ = ["Not started", "In progress", "Completed"]


@pytest.mark.parametrize(
    ("above", "beneath"),
    [
        ("| ⬜ Not started |\n| 🔄 In progress |\n| ✅ Complete |\n| |\n", ""),
        ("| Legend: ⬜ = Not started, 🔄 = In progress, ✅ = Complete |\n| |\n", ""),
        ("| ⬜ Not started · 🔄 In progress · ✅ Done |\n| |\n", ""),
        ("| ⬜ | Not started | |\n| 🔄 | In progress | |\n| ✅ | Complete | |\n| |\n", ""),
        ("", "| |\n| |\n| ⬜ – Not started (nothing done yet); 🔄 – In progress; ✅ – Complete |\n"),
    ],
)
def test_a_sign_means_what_the_legend_on_its_sheet_says(above: str, beneath: str) -> None:
    assert statuses(f"{above}{TABLE.strip()}\n{beneath}") == READ


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("", ["?", "?", "?"]),
        ("| ⬜ Not started |\n| |\n", ["Not started", "?", "?"]),
        ("| ⬜ Not started |\n| ⬜ In progress |\n| |\n", ["?", "?", "?"]),  # two meanings
        ("| 🔄 In progress for some of the quays |\n| ✅ Complete the form first |\n| |\n", ["?", "?", "?"]),
        ("| ⬜ Snarf |\n| |\n", ["?", "?", "?"]),
    ],
)
def test_what_no_legend_says_beyond_doubt_stays_unknown(above: str, found: list[str]) -> None:
    assert statuses(above + TABLE.strip()) == found


def test_a_legend_speaks_for_no_other_sheet() -> None:
    legend = "| ⬜ Not started, 🔄 In progress, ✅ Complete |\n| |\n"
    assert statuses(legend + TABLE.strip(), OTHER.strip()) == ["?"] * 6
    assert statuses(legend + TABLE.strip(), legend + OTHER.strip()) == READ * 2
