"""The lists that are made from a plan are not taken for one, and a plan with a title like theirs is."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl import read_plan
from peerxl.commands.collect.command import collect
from peerxl.commands.read import ListAsPlanError
from peerxl.commands.weekly.command import run_week
from tests.cli.test_cli import run, sentence, write_master
from tests.commands.test_collect import NOW, ROWS, TITLE, chased, fill_in, reports_of
from tests.conftest import EXAMPLE


@pytest.mark.parametrize("command", ["check", "show", "owners"])
def test_what_was_made_from_a_plan_is_no_plan(tmp_path: Path, command: str) -> None:
    master = write_master(tmp_path / "master.xlsx", ROWS, TITLE)
    out = tmp_path / "out"
    forms = chased(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    run("check", master, "--report", out / "findings.xlsx")
    collect(master, [forms], now=NOW)
    run("export", master, "-o", out / "data.xlsx")
    run("portfolio", master, "-o", out / "portfolio.xlsx")
    run("movement", EXAMPLE, "--since", "Q1 2025/26", "-o", out / "moved.xlsx")
    run_week(master, out / "week", now=NOW)
    made = {
        out / "week" / "this-week.xlsx": "a page of the week",
        out / "data.xlsx": "a file for analysts",
        out / "portfolio.xlsx": "a portfolio",
        out / "moved.xlsx": "a list of what changed",
        out / "chase-list.xlsx": "a chase list",
        out / "findings.xlsx": "a list of findings",
        reports_of(master)[0]: "a report of what came back",
    }
    for path, kind in made.items():
        result = run(command, path)
        assert result.exit_code == 2
        assert sentence(result) == (
            f"peerxl: {path.name}: this is {kind} that peerxl made, and not the plan; give the plan that it was made from."
        )
        with pytest.raises(ListAsPlanError):
            read_plan(path)


@pytest.mark.parametrize(
    "title",
    [
        "Findings in the Ofsted report",
        "Chase list for 2023/24",
        "What came back for us",
        "Portfolio of works",
        "This week: the pier",
    ],
)
def test_a_plan_may_have_such_a_title(tmp_path: Path, title: str) -> None:
    assert len(read_plan(write_master(tmp_path / "master.xlsx", ROWS, title)).actions) == 3
