"""Which workbooks hold a plan that another holds too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerxl.commands.portfolio.command import read_portfolio
from peerxl.portfolio.same_plans import MOST_TRIED, find_same_plans
from peerxl.portfolio.summary import WorkbookSummary
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


def test_a_copy_beside_its_plan(tmp_path: Path) -> None:
    for name in ("master.xlsx", "old.xlsx"):
        shutil.copy(EXAMPLE, tmp_path / name)
    portfolio = read_portfolio([str(tmp_path)], readers=1).portfolio
    assert {file: same.file for file, same in portfolio.same_plans.items()} == {"old.xlsx": "master.xlsx"}
