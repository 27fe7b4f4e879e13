"""A quarter asked for without its year: it is of the year that the plan says."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl import read_plan
from peerxl.commands.read import QuarterUnreadableError
from tests.cli.test_cli import run, write_master

HEADINGS = ("Ref", "Action", "Owner", "Timescale", "Q1 update", "Q2 update")
ROWS = (HEADINGS, ("H1", "Repair the pier", "AD Ports", "Q4", "In progress", "Completed"))


@pytest.mark.parametrize(
    ("title", "asked", "quarter"),
    [
        ("Harbour action plan – Q2 2023/24", "Q1", "Q1 2023/24"),
        ("Harbour action plan 2023/24", "quarter 2", "Q2 2023/24"),
        ("Harbour action plan – Q2 2023/24", "q3 2024/25", "Q3 2024/25"),
        ("Harbour action plan – Q2 2023/24", "July to September", "Q2 2023/24"),
    ],
)
def test_a_quarter_without_a_year(title: str, asked: str, quarter: str, tmp_path: Path) -> None:
    master = write_master(tmp_path / "master.xlsx", ROWS, title)
    assert str(read_plan(master, quarter=asked).quarter) == quarter


@pytest.mark.parametrize(("title", "asked"), [("Harbour action plan", "Q1"), ("Harbour plan 2023/24", "Q5")])
def test_where_nothing_says_the_year_it_is_no_quarter(title: str, asked: str, tmp_path: Path) -> None:
    master = write_master(tmp_path / "master.xlsx", ROWS, title)
    with pytest.raises(QuarterUnreadableError):
        read_plan(master, quarter=asked)


def test_what_moved_since_a_quarter_of_the_plan_s_year(tmp_path: Path) -> None:
    master = write_master(tmp_path / "master.xlsx", ROWS, "Harbour action plan – Q2 2023/24")
    done = run("movement", master, "--since", "Q1")
    assert (
        done.stdout.splitlines()[0] == "What changed from Quarter 1 2023/24 to Quarter 2 2023/24: Harbour action plan"
    )
