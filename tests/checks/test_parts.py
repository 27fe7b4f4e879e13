"""What is missing is said of each sheet that lacks it, and of each table of a sheet where the others have it."""

from __future__ import annotations

import pytest

from peerxl.checks import CHECKS
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.checks.test_rules import QUARTER
from tests.reading.tables import typed

WHOLE = """
| Ref | Action          | Owner    | Due        | Status      | Comments |
| 1   | Repair the pier | Ann Lee  | 2026-03-31 | In progress | Timber   |
| 2   | Light the pier  | Bo Field | 2026-04-30 | In progress | Lamps    |
"""
RULES = {rule.code: rule for rule in CHECKS}


def read(*tables: str) -> ActionPlan:
    sheets = [typed(table, name) for table, name in zip(tables, ("Risks", "Issues", "Actions"), strict=False)]
    return plan_from_sheets(sheets, Request("plan.xlsx", all_sheets=True))


def find(code: str, *tables: str, quarter: FiscalQuarter | None = None) -> list[tuple[str, str]]:
    """Where each finding of a rule is, and what was found."""
    return [(finding.place, finding.found) for finding in RULES[code].check(read(*tables), quarter)]


def without(heading: str) -> str:
    """The plan without a column."""
    rows = [line.split("|") for line in WHOLE.strip().splitlines()]
    column = next(index for index, cell in enumerate(rows[0]) if cell.strip() == heading)
    return "\n".join("|".join(row[:column] + row[column + 1 :]) for row in rows)


@pytest.mark.parametrize(
    ("code", "heading", "lacks"),
    [
        ("timescale-no-column", "Due", "has no timescale column"),
        ("ref-missing", "Ref", "has no refs"),
        ("owner-missing", "Owner", "has no owner column"),
        ("status-no-column", "Status", "has no status column"),
    ],
)
def test_a_sheet_that_lacks_a_column_is_named_whatever_the_others_have(code: str, heading: str, lacks: str) -> None:
    assert find(code, WHOLE, without(heading)) == [("Issues", f"The sheet 'Issues' {lacks}.")]
    assert find(code, without(heading), without(heading).replace("pier", "quay")) == [
        ("Risks", f"The sheet 'Risks' {lacks}."),
        ("Issues", f"The sheet 'Issues' {lacks}."),
    ]
    assert find(code, without(heading)) == [("Risks", f"The plan {lacks}.")]
    assert find(code, WHOLE, WHOLE.replace("pier", "quay")) == []


def test_a_heading_over_something_else_is_named_on_its_own_sheet() -> None:
    told = ("It lies in the old depot.", "It lies in the yard.")
    denied = WHOLE.replace("2026-03-31", told[0]).replace("2026-04-30", told[1]).replace("pier", "quay")
    denied += f"| 3 | Paint the quay | Bo Field | {told[0]} | In progress | Paint |"
    found = "What stands under 'Due' says in too few rows when an action is due, and no other column was read as the timescale."
    assert find("timescale-no-column", WHOLE, denied) == [("Issues!D1", found)]
    # Its rows are not blank besides.
    assert find("timescale-missing", WHOLE, denied) == []


def test_what_is_blank_on_two_sheets_is_a_finding_of_each() -> None:
    blank = WHOLE.replace("2026-03-31", "")
    assert find("timescale-missing", blank, blank.replace("pier", "quay")) == [
        ("Risks!D2", "The timescale is blank."),
        ("Issues!D2", "The timescale is blank."),
    ]
    weeks = WHOLE.replace("2026-03-31", "within 6 weeks")
    assert [place for place, _ in find("timescale-missing", weeks, weeks.replace("pier", "quay"))] == [
        "Risks!D2",
        "Issues!D2",
    ]


def test_joint_owners_of_two_sheets_are_a_finding_of_each() -> None:
    joint = WHOLE.replace("Ann Lee ", "Ann Lee, Cy Hill")
    places = [place for place, _ in find("owner-joint", joint, joint.replace("pier", "quay"))]
    assert places == ["Risks!C2", "Issues!C2"]


def test_a_status_that_has_no_column_on_one_sheet_is_said_once() -> None:
    found = find("answers-nowhere", WHOLE, without("Status").replace("pier", "quay"), quarter=QUARTER)
    assert [place for place, _ in found] == ["Risks", "Issues"]
    assert ["the status" in sentence for _, sentence in found] == [True, False]
