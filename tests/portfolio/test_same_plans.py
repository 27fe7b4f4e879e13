"""Which workbooks hold a plan that another holds too."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from peerxl.cli.as_json.portfolio import dump_portfolio
from peerxl.cli.as_text.portfolio import format_portfolio
from peerxl.commands.portfolio.command import read_portfolio
from peerxl.portfolio.document import build_portfolio
from peerxl.portfolio.same_plans import MOST_TRIED, find_same_plans
from peerxl.portfolio.summary import WorkbookSummary
from tests.cli.test_cli import run
from tests.conftest import EXAMPLE


def book(file: str, marks: str, council: str = "Alton Council") -> WorkbookSummary:
    return WorkbookSummary(file, council=council, marks=tuple(marks))


@pytest.mark.parametrize(
    ("workbooks", "same"),
    [
        ([book("a", "pqrs"), book("b", "pqr")], {"b": "a"}),
        ([book("a", "pqr"), book("b", "pqrs")], {"a": "b"}),
        ([book("a", "pqr"), book("b", "rqp"), book("c", "qpr")], {"b": "a", "c": "a"}),
        ([book("a", "pqr"), book("b", "PQR")], {}),
        ([book("a", "pqr"), book("b", "pqs")], {}),
        ([book("a", "pq"), book("b", "pqr")], {}),
        ([book("a", "ppq"), book("b", "pqr")], {}),
        # A template has the same actions for every council.
        ([book("a", "pqr"), book("b", "pqr", "Beck Council")], {}),
        ([book("a", "pqr"), book("b", "pqr", "ALTON COUNCIL")], {"b": "a"}),
        ([book("a", "pqr"), book("b", "pqr", "")], {"b": "a"}),
        ([book("a", "pqr", ""), book("b", "pqr")], {"b": "a"}),
        ([book("a", "pqr", ""), book("b", "pqr", "")], {"b": "a"}),
        ([book("a", "pqr", ""), book("b", "pqrs"), book("c", "pqr", "Beck Council")], {"a": "b", "c": "a"}),
        ([WorkbookSummary("a", why="it is empty"), book("b", "pqr")], {}),
    ],
)
def test_the_workbooks_whose_actions_are_all_in_another(workbooks: list[WorkbookSummary], same: dict[str, str]) -> None:
    assert {file: other.file for file, other in find_same_plans(workbooks).items()} == same


@pytest.mark.parametrize(("number", "same"), [(1, {"a": "z"}), (MOST_TRIED, {})])
def test_so_many_of_those_with_an_action_in_common_are_looked_at(number: int, same: dict[str, str]) -> None:
    """Each action of the first is in as many others, of which only the last has all: far enough behind it is not found."""
    others = [
        book(f"{marks}{each}", f"{marks}{chr(1000 + each)}") for each in range(number) for marks in ("pq", "qr", "pr")
    ]
    found = find_same_plans([book("a", "pqr"), *others, book("z", "pqrs")])
    assert {file: other.file for file, other in found.items()} == same


def test_what_is_counted_twice_or_ahead_can_be_left_out(tmp_path: Path) -> None:
    """A copy, and next year's plan, whose actions would all be late by a quarter that has not begun."""
    master = Path(shutil.copy(EXAMPLE, tmp_path / "master.xlsx"))
    shutil.copy(master, tmp_path / "old.xlsx")
    assert run("new-year", master, "-o", tmp_path / "year.xlsx").exit_code == 0
    portfolio = read_portfolio([str(tmp_path)], readers=1, leave_out=["old.xlsx"]).portfolio
    lines = list(format_portfolio(portfolio, date(2026, 3, 31)))
    assert (
        "year.xlsx reports on Q1 2026/27, which has not begun: what is due before it counts as overdue; leave it out with "
        "--leave-out year.xlsx, or say another quarter for all with --quarter"
    ) in lines
    assert not portfolio.ahead(date(2026, 4, 1))
    assert "1 workbook left out as you asked: old.xlsx" in lines
    twice = (
        "counted twice: all actions of old.xlsx are in master.xlsx too; leave one of them out with --leave-out old.xlsx"
    )
    assert twice not in lines
    both = read_portfolio([str(tmp_path)], readers=1, leave_out=["year*"]).portfolio
    assert twice in format_portfolio(both, date(2026, 3, 31))
    alone = read_portfolio([str(tmp_path)], readers=1, leave_out=["old.xlsx", "year.xlsx"]).portfolio
    assert [book.file for book in alone.workbooks] == ["master.xlsx"]
    assert dump_portfolio(alone)["left_out"] == ["old.xlsx", "year.xlsx"]
    figures = build_portfolio(alone).sections[0].rows
    assert ("Were left out as you asked, and not read", 2) in [
        tuple(entry.value for entry in row.entries) for row in figures
    ]
    assert not [line for line in format_portfolio(alone, date(2026, 3, 31)) if "--leave-out" in line]


def test_what_is_said_of_a_copy_names_no_other_workbook(tmp_path: Path) -> None:
    """A bare name was every workbook of that name, in whatever folder."""
    (tmp_path / "sub").mkdir()
    for name in ("a copy.xlsx", "the plan.xlsx"):
        shutil.copy(EXAMPLE, tmp_path / name)
    assert run("new-year", EXAMPLE, "-o", tmp_path / "sub" / "the plan.xlsx").exit_code == 0
    both = read_portfolio([str(tmp_path)], readers=1).portfolio
    assert [line for line in format_portfolio(both, date(2026, 4, 1)) if "twice" in line] == [
        f'counted twice: all actions of {file} are in a copy.xlsx too; leave one of them out with --leave-out "{file}"'
        for file in ("sub/the plan.xlsx", "the plan.xlsx")
    ]
    rest = read_portfolio([str(tmp_path)], readers=1, leave_out=["the plan.xlsx"]).portfolio
    assert [book.file for book in rest.workbooks] == ["a copy.xlsx", "sub/the plan.xlsx"]
    assert rest.left_out == ("the plan.xlsx",)


def test_a_copy_beside_its_plan(tmp_path: Path) -> None:
    for name in ("master.xlsx", "old.xlsx"):
        shutil.copy(EXAMPLE, tmp_path / name)
    portfolio = read_portfolio([str(tmp_path)], readers=1).portfolio
    assert {file: same.file for file, same in portfolio.same_plans.items()} == {"old.xlsx": "master.xlsx"}
