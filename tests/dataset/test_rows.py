"""The rows that analysts get: one an action-quarter, with everything that is known of it and nothing that is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from peerxl.dataset.columns import COLUMNS, NAMES, ColumnType, DataValue
from peerxl.dataset.rows import LEFT_OUT, list_rows
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Contact, Directory, Settings
from tests.conftest import plan_from_text

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))

Read = Callable[..., ActionPlan]


def rows_of(plan: ActionPlan, *names: str, with_emails: bool = False) -> list[tuple[DataValue, ...]]:
    """The columns named of each row."""
    rows = [dict(zip(NAMES, row, strict=True)) for row in list_rows(plan, with_emails=with_emails)]
    return [tuple(row[name] for name in names) for row in rows]


def test_every_column_of_a_row(plan_from_doc: Read) -> None:
    """
    | Marrowby District Council - Peer review action plan | | | | | | | | | | |
    | Theme   | Recommendation                    | Ref | Action          | Owner    | Original timescale | Timescale            | Q1 2023/24 status | Q1 2023/24 comments | Q2 2023/24 status | Q2 2023/24 comments | Evidence  |
    | Harbour | The piers should be looked after. | H1  | Repair the pier | AD Ports / CD Towns with support from Head of Law | Q4 2022/23 | Q4 22/23 to Q1 23/24 | Underway | Timber is ordered | Completd | Lamps are in | Minute 12 |
    | Harbour | The lamps should be mended.       | H2  | Light the pier  | AD Ports | Q4 2022/23         | Q4 2022/23           | In progress       | Lamps are ordered   | Completed         | They shine          | Minute 9  |
    """
    plan = plan_from_doc(Q2)
    first, second, *_ = (dict(zip(NAMES, row, strict=True)) for row in list_rows(plan))
    both = {
        "council": "Marrowby District Council",
        "plan": "Marrowby District Council - Peer review action plan",
        "file": "plan.xlsx",
        "sheet": "Plan",
        "row": 3,
        "ref": "H1",
        "theme": "Harbour",
        "recommendation": "The piers should be looked after.",
        "action": "Repair the pier",
        "lead_owner": "AD Ports",
        "owners": "AD Ports; CD Towns",
        "supporters": "Head of Law",
        "owner_emails": None,
        "timescale": "Q4 22/23 to Q1 23/24",
        "timescale_kind": "dated",
        "start_quarter": "Q4 2022/23",
        "start": date(2023, 1, 1),
        "due_quarter": "Q1 2023/24",
        "due": date(2023, 6, 30),
        "open_ended": False,
        "first_timescale": "Q4 2022/23",
        "first_due": date(2023, 3, 31),
        "fiscal_year": "2023/24",
        "evidence": "Minute 12",
    }
    assert first == both | {
        "quarter": "Q1 2023/24",
        "quarter_start": date(2023, 4, 1),
        "quarter_end": date(2023, 6, 30),
        "is_current": False,
        "status_text": "Underway",
        "status": "In progress",
        "status_meaning": "In progress",
        "standing_status": "In progress",
        "comment": "Timber is ordered",
        "is_open": True,
        "is_overdue": False,
        "quarters_overdue": None,
        "days_overdue": None,
        "status_cell": "H3",
        "comment_cell": "I3",
    }
    assert second == both | {
        "quarter": "Q2 2023/24",
        "quarter_start": date(2023, 7, 1),
        "quarter_end": date(2023, 9, 30),
        "is_current": True,
        "status_text": "Completd",
        "status": "Completed",
        "status_meaning": "Completed",
        "standing_status": "Completed",
        "comment": "Lamps are in",
        "is_open": False,
        "is_overdue": False,
        "quarters_overdue": None,
        "days_overdue": None,
        "status_cell": "J3",
        "comment_cell": "K3",
    }


STANDING = ("quarter", "is_current", "standing_status", "is_open", "is_overdue", "quarters_overdue", "days_overdue")


def test_how_an_action_stood_at_each_quarter_and_nothing_of_one_that_is_ahead(plan_from_doc: Read) -> None:
    """
    | Ref | Action           | Owner    | Timescale  | Q1 2023/24 status | Q2 2023/24 status | Q3 2023/24 status |
    | H1  | Repair the pier  | AD Ports | Q4 2022/23 | In progress       |                   |                   |
    | H2  | Light the pier   | AD Ports | May 2023   | Completed         |                   |                   |
    | H3  | Paint the pier   | AD Ports | Ongoing    | Purple            | -                 |                   |
    """
    assert rows_of(plan_from_doc(Q2), "ref", *STANDING) == [
        ("H1", "Q1 2023/24", False, "In progress", True, True, 1, 91),
        ("H1", "Q2 2023/24", True, "In progress", True, True, 2, 183),
        ("H1", "Q3 2023/24", False, None, None, None, None, None),
        ("H2", "Q1 2023/24", False, "Completed", False, False, None, None),
        ("H2", "Q2 2023/24", True, "Completed", False, False, None, None),
        ("H2", "Q3 2023/24", False, None, None, None, None, None),
        ("H3", "Q1 2023/24", False, None, True, False, None, None),
        ("H3", "Q2 2023/24", True, None, True, False, None, None),
        ("H3", "Q3 2023/24", False, None, None, None, None, None),
    ]


def test_the_reporting_quarter_has_a_row_though_no_column_is_of_it(plan_from_doc: Read) -> None:
    """
    | Ref | Action          | Owner    | Timescale  | Q1 2023/24 status |
    | H1  | Repair the pier | AD Ports | Q1 2023/24 | In progress       |
    """
    assert rows_of(plan_from_doc(Q3), *STANDING) == [
        ("Q1 2023/24", False, "In progress", True, False, None, None),
        ("Q3 2023/24", True, "In progress", True, True, 2, 184),
    ]


def test_where_nothing_says_the_quarter_nothing_is_overdue(plan_from_doc: Read) -> None:
    """
    | Ref | Action          | Owner    | Timescale  | Status      |
    | H1  | Repair the pier | AD Ports | Q1 2023/24 | In progress |
    """
    assert rows_of(plan_from_doc(), *STANDING) == [(None, False, "In progress", True, None, None, None)]


def test_an_action_of_a_plan_without_updates_stands_once(plan_from_doc: Read) -> None:
    """
    | Ref | Action          | Owner    | Timescale  |
    | H1  | Repair the pier | AD Ports | Q1 2023/24 |
    """
    plan = plan_from_doc()
    assert rows_of(plan, "ref", "quarter", "status_text", "is_open") == [("H1", None, None, True)]


WITH_ADDRESSES = """
    | Ref | Action                            | Owner                        | Timescale  | Q1 2023/24 status | Q1 2023/24 comments             |
    | H1  | Write to pier@marrowby.example    | AD Ports                     | Q1 2023/24 | In progress       | (ask a.n@other.example or Ann)  |
    | H2  | Light the pier                    | lamps@marrowby.example       | Q1 2023/24 | In progress       | See @marrowby                   |
"""
CONTACT = Contact("AD Ports", email="ports@marrowby.example")
LISTED = Settings(directory=Directory((CONTACT,), (("ad ports", CONTACT),)))


@pytest.mark.parametrize(
    ("with_emails", "expected"),
    [
        (
            False,
            [
                (f"Write to {LEFT_OUT}", "AD Ports", None, f"(ask {LEFT_OUT} or Ann)"),
                ("Light the pier", LEFT_OUT, None, "See @marrowby"),
            ],
        ),
        (
            True,
            [
                (
                    "Write to pier@marrowby.example",
                    "AD Ports",
                    "ports@marrowby.example",
                    "(ask a.n@other.example or Ann)",
                ),
                ("Light the pier", "lamps@marrowby.example", "lamps@marrowby.example", "See @marrowby"),
            ],
        ),
    ],
)
def test_email_addresses_are_left_out_wherever_they_stand(
    with_emails: bool, expected: list[tuple[DataValue, ...]]
) -> None:
    plan = plan_from_text(WITH_ADDRESSES, Q1, LISTED)
    plan = replace(plan, settings=replace(plan.settings, directory=directory_by(plan)))
    assert rows_of(plan, "action", "owners", "owner_emails", "comment", with_emails=with_emails) == expected


def directory_by(plan: ActionPlan) -> Directory:
    """AD Ports with an address, found by the key that the plan's own owner has."""
    (owner,) = plan.actions[0].owners
    return Directory((CONTACT,), ((owner.key, CONTACT),))


def test_each_column_is_described_and_holds_values_of_its_type() -> None:
    plan = plan_from_text(WITH_ADDRESSES, Q1)
    types = {ColumnType.TEXT: str, ColumnType.NUMBER: int, ColumnType.YES_NO: bool, ColumnType.DAY: date}
    for column, *values in zip(COLUMNS, *list_rows(plan, with_emails=True), strict=True):
        assert column.name == column.name.casefold()
        assert column.meaning.endswith(".")
        assert {type(value) for value in values} <= {types[column.type], type(None)}
    assert len(set(NAMES)) == len(NAMES)
