"""No output takes the place of a file that is read, forced or not: the plan, its settings, a form, last year's plan."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from peerxl.commands.outputs import link_to
from tests.cli.test_cli import run, write_master
from tests.commands.test_collect import ROWS, TITLE, chased, fill_in


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    master = write_master(tmp_path / "master.xlsx", ROWS, TITLE)
    book = Workbook()
    book.worksheets[0].title = "Settings"
    book.worksheets[0].append(("Council", "Wexmere Council"))
    book.save(tmp_path / "settings.xlsx")
    write_master(tmp_path / "last.xlsx", ROWS, TITLE.replace("Q1 2023/24", "Q4 2022/23"))
    (tmp_path / "returned").mkdir()
    form = fill_in(chased(master) / "AD Ports.xlsx", {("H1", "Comment"): "It stands."})
    for name in ("form.xlsx", "other.xlsx"):
        shutil.copy(form, tmp_path / "returned" / name)
    return master


@pytest.mark.parametrize(
    ("command", "target"),
    [
        ("check master.xlsx --settings settings.xlsx --report settings.xlsx", "settings.xlsx"),
        ("check master.xlsx --settings settings.xlsx --fix --report settings.xlsx", "settings.xlsx"),
        ("appendix master.xlsx --settings settings.xlsx -o settings.xlsx", "settings.xlsx"),
        ("movement last.xlsx master.xlsx --settings settings.xlsx -o settings.xlsx", "settings.xlsx"),
        ("adopt master.xlsx --settings settings.xlsx -o settings.xlsx", "settings.xlsx"),
        ("adopt master.xlsx --from-last last.xlsx -o last.xlsx", "last.xlsx"),
        ("collect master.xlsx returned --settings settings.xlsx --report settings.xlsx", "settings.xlsx"),
        ("collect master.xlsx returned --settings settings.xlsx --output settings.xlsx", "settings.xlsx"),
        ("collect master.xlsx returned --report returned/form.xlsx", "returned/form.xlsx"),
        ("collect master.xlsx returned/form.xlsx --report returned/form.xlsx", "returned/form.xlsx"),
        ("collect master.xlsx returned --output returned/form.xlsx", "returned/form.xlsx"),
    ],
)
def test_what_is_read_is_never_overwritten(
    master: Path, command: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(master.parent)
    before = {path: path.read_bytes() for path in master.parent.rglob("*.xlsx")}
    result = run(*command.split(), "--force")
    why = "this file is read too, and what is read is never overwritten; give the output another name."
    assert (result.exit_code, result.stderr) == (2, f"peerxl: {target}: {why}\n")
    assert {path: path.read_bytes() for path in master.parent.rglob("*.xlsx")} == before


def test_the_last_report_may_lie_among_the_forms(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(master.parent)
    for _ in range(2):
        result = run("collect", "master.xlsx", "returned", "--report", "returned/report.xlsx")
        assert "is read too" not in result.stderr
    assert (master.parent / "returned" / "report.xlsx").is_file()


@pytest.mark.parametrize(
    ("master", "report", "link"),
    [
        ("/srv/plans/plan.xlsx", "/srv/plans/findings.xlsx", "plan.xlsx"),
        ("/srv/plans/2026/plan.xlsx", "/srv/plans/findings.xlsx", "2026/plan.xlsx"),
        ("/srv/plans/plan.xlsx", "/srv/plans/out/deep/findings.xlsx", "../../plan.xlsx"),
        # The way would name a folder that is nobody's business.
        ("/srv/council/plans/plan.xlsx", "/srv/council/out/findings.xlsx", "plan.xlsx"),
        ("/home/jsmith/plans/plan.xlsx", "/home/jsmith/out/findings.xlsx", "plan.xlsx"),
        ("/home/jsmith/plans/plan.xlsx", "/home/akhan/findings.xlsx", "plan.xlsx"),
        ("/home/jsmith/plans/plan.xlsx", "/srv/out/findings.xlsx", "plan.xlsx"),
        ("/home/jsmith/plan.xlsx", "/var/out/findings.xlsx", "plan.xlsx"),
        ("/plan.xlsx", "/srv/findings.xlsx", "../plan.xlsx"),
    ],
)
def test_the_way_from_a_report_to_its_plan(master: str, report: str, link: str) -> None:
    assert link_to(master, Path(report)) == link
