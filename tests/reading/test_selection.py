"""Workbooks with several sheets: which make up the plan, and what became of each of the others."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Fate
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.plan import NoActionsError, plan_from_sheets, require_actions
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import fields, typed

RISKS = typed(
    "| Risk ID | Risk | Mitigation | Owner | Status |\n| 1 | Supplier fails | Agree a second | AD H | In progress |",
    "Risks",
)
LISTS_RISKS = "it lists risks, and the plan lists actions"
ISSUES = typed(
    "| Issue ID | Issue | Action | Owner | Status |\n| 1 | Lift is stuck | Replace the motor | AD H | In progress |",
    "Issues",
)
ACTIONS = typed(
    "| Action ID | Action | Owner | Status |\n| 1 | Write the brief | AD H | In progress |\n| 2 | Send it | AD H | In progress |",
    "Actions",
)
NEWER = typed(
    "| Action ID | Action | Owner | Status |\n| 1 | Write the brief | AD H | Completed |\n| 2 | Send it | AD R | In progress |",
    "Actions (new)",
)
COPY = Sheet("Copy of Actions", ACTIONS.rows)
LISTS = typed("| Status | Meaning |\n| Open | Not done |", "Lists")
EMPTY = Sheet("Sheet3", ())
HIDDEN = Sheet("Old", ACTIONS.rows, is_hidden=True)
OWNERS = typed("| Owner | Name |\n| AD H | Ann Field |", "Owners")
ALL = (RISKS, ISSUES, ACTIONS, NEWER, COPY, LISTS, EMPTY, HIDDEN, OWNERS)


def read(*sheets: Sheet, **options: object) -> ActionPlan:
    return plan_from_sheets(sheets, Request("log.xlsx", **options))  # type: ignore[arg-type]


def fates(plan: ActionPlan) -> dict[str, tuple[str, str]]:
    return {sheet.name: (str(sheet.fate), sheet.why) for sheet in plan.sheets}


def test_every_sheet_is_told_of() -> None:
    plan = read(*ALL)
    assert [action.text for action in plan.actions] == ["Write the brief", "Send it"]
    assert fates(plan) == {
        "Risks": ("not read", "it lists risks, and the plan lists actions"),
        "Issues": ("not read", "it lists issues, and the plan lists actions"),
        "Actions": ("read", "2 actions in it"),
        "Actions (new)": ("not read", "2 of its 2 actions stand on the sheet 'Actions' too, with other cells"),
        "Copy of Actions": ("copy", "it is the same in every cell as the sheet 'Actions'"),
        "Lists": ("no tracker", "no row of it has headings of actions with an owner, a date or a status"),
        "Sheet3": ("empty", "nothing stands on it"),
        "Old": ("hidden", "it is hidden; name it with --sheet to read it"),
        "Owners": ("settings", "it holds the workbook's settings"),
    }
    assert [(fault.code, fault.sheet) for fault in plan.faults] == [
        ("sheet-not-read", "Risks"),
        ("sheet-not-read", "Issues"),
        ("sheet-not-read", "Actions (new)"),
    ]


def test_a_sheet_with_its_rows_further_down_is_no_copy() -> None:
    moved = Sheet("Moved", ((), *ACTIONS.rows))
    assert fates(read(ACTIONS, moved))["Moved"] == (
        "not read",
        "2 of its 2 actions stand on the sheet 'Actions' too, with other cells",
    )


@pytest.mark.parametrize("first", [COPY, Sheet("Actions (2)", ACTIONS.rows), Sheet("Backup", NEWER.rows)])
def test_wherever_a_copy_stands_the_sheet_that_it_is_of_is_read(first: Sheet) -> None:
    plan = read(first, ACTIONS)
    assert {action.sheet for action in plan.actions} == {"Actions"}
    assert [sheet.fate for sheet in plan.sheets][1] is Fate.READ


def test_a_sheet_that_is_called_old_keeps_its_place_in_the_plan() -> None:
    older = typed("| Action | Owner | Status |\n| Sell the barn | AD H | Completed |", "Old actions")
    assert [action.sheet for action in read(older, ACTIONS).actions] == ["Old actions", "Actions", "Actions"]


def test_a_version_of_two_sheets_is_said_to_be_of_the_first() -> None:
    head = "| Action | Owner |"
    mend, light, sell = "| Mend it | Ann |", "| Light it | Bo |", "| Sell it | Cy |"
    sheets = (f"{head}\n{mend}\n{light}", f"{head}\n{light}\n{sell}", f"{head}\n{light}")
    plan = read(*(typed(text, name) for text, name in zip(sheets, ("First", "Second", "Third"), strict=True)))
    assert fates(plan) == {
        "First": ("read", "2 actions in it"),
        "Second": ("read", "2 actions in it"),
        "Third": ("not read", "1 of its 1 actions stand on the sheet 'First' too, with other cells"),
    }


@pytest.mark.parametrize(
    ("last", "why"),
    [
        # On what each action hangs, and how much is at stake with it, says nothing of what is listed.
        ("Dependencies", {"Gates": "it has other columns than the sheet 'Work'", "Risks": LISTS_RISKS}),
        ("Decision", {"Gates": "it has other columns than the sheet 'Work'", "Risks": LISTS_RISKS}),
        (
            "Risk level",
            {
                "Gates": "it has other columns than the sheet 'Work'",
                "Risks": "it has other columns than the sheet 'Work'",
            },
        ),
        ("Remark", {"Gates": "it has other columns than the sheet 'Work'", "Risks": LISTS_RISKS}),
    ],
)
def test_what_the_plan_lists_is_said_by_what_names_its_rows(last: str, why: dict[str, str]) -> None:
    work = typed(
        f"| Task ID | Task | Owner | Due | Status | {last} |\n"
        "| T1 | Write the brief | AD H | 2026-03-31 | In progress | none |\n"
        "| T2 | Send it to all | AD R | 2026-04-30 | In progress | T1 |",
        "Work",
    )
    gates = typed(
        "| Milestone | Due | Status |\n| The pier is open | 2026-03-31 | Not started |\n"
        "| The quay is lit | 2026-04-30 | Not started |",
        "Gates",
    )
    plan = read(work, gates, RISKS)
    assert {sheet.name: sheet.why for sheet in plan.sheets if sheet.fate is Fate.NOT_READ} == why


def test_where_the_headings_of_each_sheet_stand() -> None:
    sheet = read(*ALL).sheets[0]
    assert (sheet.header_row, [(str(field), letters) for field, letters in sheet.columns]) == (
        1,
        [("ref", ("A",)), ("extra", ("B",)), ("action", ("C",)), ("owner", ("D",)), ("status", ("E",))],
    )


def test_where_the_headings_of_the_first_of_two_tables_stand() -> None:
    two = "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Action | Lead | Status |\n| Light | Bo | On hold |"
    (sheet,) = read(typed(two)).sheets
    assert (sheet.header_row, sheet.why) == (1, "2 actions in it")
    assert [str(field) for field, _ in sheet.columns] == ["action", "owner", "timescale"]


def test_all_trackers_at_once_each_with_its_own_columns() -> None:
    plan = read(*ALL, all_sheets=True)
    assert [(action.sheet, action.ref) for action in plan.actions] == [
        ("Risks", "1"),
        ("Issues", "1"),
        ("Actions", "1"),
        ("Actions", "2"),
        ("Actions (new)", "1"),
        ("Actions (new)", "2"),
    ]
    assert [fields(plan, index) for index in range(4)] == [
        "A ref · C action · D owner · E status",
        "A ref · C action · D owner · E status",
        "A ref · B action · C owner · D status",
        "A ref · B action · C owner · D status",
    ]
    assert plan.faults == ()
    assert "ref-duplicate" not in [finding.code for finding in check_plan(plan)]


def test_a_ref_that_two_actions_of_one_sheet_have_is_one_too_many() -> None:
    twice = typed("| Ref | Action | Owner |\n| 1 | Mend | AD H |\n| 1 | Paint | AD H |")
    assert [finding.addresses for finding in check_plan(read(twice)) if finding.code == "ref-duplicate"] == [
        ("A2", "A3")
    ]


def test_the_sheets_that_are_named() -> None:
    plan = read(*ALL, sheets=("Issues", "risks"))
    assert [action.sheet for action in plan.actions] == ["Risks", "Issues"]
    assert fates(plan)["Actions"] == ("not read", "another sheet was asked for")
    assert plan.faults == ()
    assert [action.sheet for action in read(*ALL, sheets=("Old",)).actions] == ["Old", "Old"]


def test_a_sheet_without_an_action_is_no_part() -> None:
    template = typed("| Action ID | Action | Owner | Status |", "Template")
    assert fates(read(ACTIONS, template))["Template"] == ("not read", "it has no action yet")


def test_quarters_sheets_with_the_same_cells_are_no_copies() -> None:
    sheets = [Sheet(f"Q{number} 2023-24", ACTIONS.rows) for number in (1, 2)]
    plan = read(*sheets, quarter=FiscalQuarter(2023, 2))
    assert {name: fate for name, (fate, _) in fates(plan).items()} == {
        "Q1 2023-24": "another quarter",
        "Q2 2023-24": "read",
    }
    assert plan.other_quarters == ("Q1 2023-24",)


def test_a_plan_without_an_action() -> None:
    plan = read(typed("| Ref | Action | Owner | Due | Status |"))
    assert plan.actions == ()
    first = check_plan(plan)[0]
    assert (first.code, first.message) == (
        "actions-missing",
        "The plan has no action yet, so there is nothing to ask about or to publish; write the first one under its "
        "headings.",
    )
    with pytest.raises(NoActionsError, match=r"log\.xlsx: the plan has no action yet; write the first one under"):
        require_actions(plan)


def test_a_word_far_away_is_named() -> None:
    plan = read(Sheet("Plan", ACTIONS.rows, strays=(Cell("Plan", 1_048_567, 6),)))
    (fault,) = plan.faults
    assert (fault.code, fault.addresses) == ("cell-far-away", ("F1048567",))
    assert fault.message.startswith(
        "1 cell far from all else on the sheet (F1048567) was not read; clear what is out there"
    )
