"""Columns that would be read as others once the answers stand in them: collect says so, and its advice works."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from peerxl.advice import Voice, speaking
from peerxl.commands.collect.command import collect
from peerxl.commands.read import read_plan
from tests.cli.test_cli import run, write_master
from tests.commands.test_collect import fill_in

NOW = datetime(2024, 1, 20, 9, 30)
QUARTER = "Q3 2023/24"
# Its comments are told from its cells alone, as its heading may as well stand over dates.
ROWS = (
    ("Ref", "Action", "Owner", "Due date", "Completed"),
    ("1", "Repair the pier", "Clerk", "Ongoing", "The clerk has asked two firms for a quote – ongoing"),
    ("2", "Mend the bridge", "Clerk", "Ongoing", "Steel is to be ordered once the survey is here"),
    ("3", "Paint the jetty", "Clerk", "Ongoing", ""),
    ("4", "Light the quay", "Clerk", "Ongoing", ""),
    ("5", "Clear the slip", "Clerk", "Ongoing", ""),
)
SAID = "With these answers column E ('Completed') of 'Plan' is no longer read as comment, but as date closed; "


def fields(master: Path, **columns: str) -> dict[str, str]:
    (table,) = read_plan(master, quarter=QUARTER, columns=columns).tables
    return {column.heading.text: column.field for column in table.columns}


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    master = write_master(tmp_path / "master.xlsx", ROWS, "Harbour action plan")
    assert run("chase", master, "--quarter", QUARTER, "--out", tmp_path / "out", "--today", "2024-01-08").exit_code == 0
    assert fields(master)["Completed"] == "comment"
    return master


def answered(master: Path, comment: str, *, dry_run: bool = False) -> tuple[str, ...]:
    form = master.parent / "out" / "forms" / "Clerk.xlsx"
    fill_in(form, {(ref, "Comment"): comment for ref in ("3", "4", "5")})
    return collect(master, [form], now=NOW, quarter=QUARTER, dry_run=dry_run).merge.notes


def test_answers_that_make_another_column_of_theirs_are_said_before_and_after(master: Path) -> None:
    said = f"{SAID}add --column comment=E from now on, or write a heading that says so."
    assert answered(master, "31/03/2024", dry_run=True) == (said,)
    assert answered(master, "31/03/2024") == (said,)
    assert fields(master)["Completed"] == "date closed"
    assert fields(master, comment="E")["Completed"] == "comment"


def test_the_page_says_where_the_column_is_chosen(master: Path) -> None:
    with speaking(Voice.PAGE):
        notes = answered(master, "31/03/2024")
    advice = "choose it as comment under “How it was read” from now on, or write a heading that says so."
    assert notes == (f"{SAID}{advice}",)


def test_answers_that_leave_their_column_what_it_is_need_no_word(master: Path) -> None:
    assert answered(master, "It is done.") == ()
    assert fields(master)["Completed"] == "comment"
