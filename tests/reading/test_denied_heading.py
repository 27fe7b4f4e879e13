"""Headings whose cells are nothing of the kind: what is said of the column that is missing."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.model.layout import Field
from tests.conftest import plan_from_text


@pytest.mark.parametrize(
    ("headings", "cells", "code", "address", "message"),
    [
        (
            "Owner | Due date",
            "Roads | All of it is let. · Roads | Most of it is sold. · Works | There is none left.",
            "timescale-no-column",
            ("D1",),
            "What stands under 'Due date' says in too few rows when an action is due, and no other column was read "
            "as the timescale; write dates or quarters there.",
        ),
        (
            "Owner | Status",
            "Roads | The boards are there and are being laid · Works | A price was asked for in the spring · "
            "Works | The lamps are to come in a month or two",
            "status-no-column",
            ("D1",),
            "What stands under 'Status' says in no few words how far an action has come, and no other column was "
            "read as the status; add one that says it, headed Status.",
        ),
        (
            "Responsible person for it | Status",
            "The lamps are bought | In progress · Nobody knows yet | Completed · It was asked | In progress",
            "owner-missing",
            ("C1",),
            "What stands under 'Responsible person for it' is not read as who is to act, and no other column was; name "
            "there who is to act, and say no more.",
        ),
        (
            "Reference | Owner",
            "See the letter of May | Roads · See the letter of May | Works · See the letter of May | Roads",
            "ref-missing",
            ("C1",),
            "What stands under 'Reference' is no number or code of each action's own, and no other column was read as "
            "their ref; give each action one there.",
        ),
        (
            "Item | Owner",
            "Rules of the quay | Roads · The new map | Roads · The old lamp | Works",
            "ref-missing",
            (),
            "The plan has no refs; add a Ref column, so that each action can be named and its answers matched.",
        ),
        (
            "Owner | Status",
            "12 | In progress · 13 | Completed · 14 | In progress",
            "owner-missing",
            ("C1",),
            "What stands under 'Owner' is not read as who is to act, and no other column was; name there who is to act, and "
            "say no more.",
        ),
    ],
)
def test_a_heading_over_something_else_is_named(
    headings: str, cells: str, code: str, address: tuple[str, ...], message: str
) -> None:
    numbered, step = ("Sort", 7) if code == "ref-missing" else ("Ref", 1)
    rows = "\n".join(
        f"| {step * number} | Mend the pier {number} | {row} |" for number, row in enumerate(cells.split(" · "), 1)
    )
    plan = plan_from_text(f"| {numbered} | Action | {headings} |\n{rows}")
    found = [(each.code, each.addresses, each.message) for each in check_plan(plan) if each.code == code]
    assert found == [(code, address, message)]


@pytest.mark.parametrize(
    ("comments", "field"),
    [
        (("0", "", ""), Field.COMMENT),
        (("31/03/2024", "", ""), Field.COMMENT),
        (("0", "3", ""), Field.EXTRA),
        (("31/03/2024", "30/06/2024", ""), Field.UPDATED),
        (("Begun", "3", ""), Field.COMMENT),
    ],
)
def test_one_cell_alone_makes_no_other_column_of_comments(comments: tuple[str, ...], field: Field) -> None:
    rows = "\n".join(
        f"| {number} | Mend the pier {number} | Works | {cell} |" for number, cell in enumerate(comments, 1)
    )
    (table,) = plan_from_text(f"| Ref | Action | Owner | Comments |\n{rows}").tables
    assert table.columns[3].field is field


@pytest.mark.parametrize(
    ("heading", "is_named"),
    [
        ("Wished date", True),
        ("Final date", True),
        ("Start date", False),
        ("Date raised", False),
        ("Date of birth", False),
    ],
)
def test_dates_of_which_nothing_says_what_they_are_of_are_named_where_nothing_is_due(
    heading: str, is_named: bool
) -> None:
    plan = plan_from_text(f"| Ref | Action | Owner | {heading} |\n| 1 | Mend the pier | Ann Lee | 2026-05-01 |")
    (message,) = (each.message for each in check_plan(plan) if each.code == "timescale-no-column")
    assert (f"if '{heading}' says when each action is due" in message) == is_named


def test_a_bare_date_that_was_taken_for_when_each_was_raised_is_named() -> None:
    plan = plan_from_text(
        "| Ref | Issue | Action | Owner | Date |\n| 1 | It leaks | Mend the pier | Ann Lee | 2026-05-01 |"
        "\n| 2 | It rots | Paint the quay | Ann Lee | 2026-04-02 |"
    )
    (message,) = (each.message for each in check_plan(plan) if each.code == "timescale-no-column")
    assert message == (
        "The plan has no timescale column; if 'Date' says when each action is due, head it Timescale, else add one headed "
        "so, so that late actions can be seen."
    )
