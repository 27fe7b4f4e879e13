"""An appendix that peerxl wrote is read to be looked at, and never taken for the plan."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from peerxl import read_plan, write_appendix
from peerxl.commands.portfolio.command import read_portfolio
from peerxl.documents.appendix_layouts import LAYOUTS
from peerxl.model.layout import Field
from tests.cli.test_cli import run, sentence, write_master
from tests.commands.test_collect import ROWS
from tests.conftest import EXAMPLE

REFUSED = (
    "peerxl: paper.xlsx: this is an appendix that peerxl wrote, and not the plan; give the plan that it was written of, "
    "or where that is lost make a plan of this one with peerxl adopt."
)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_layout_is_taken_for_the_plan(tmp_path: Path, layout: str, merged: bool) -> None:
    paper = tmp_path / "paper.xlsx"
    write_appendix(read_plan(EXAMPLE), paper, layout=layout, merged=merged)
    written, out = paper.read_bytes(), tmp_path / "out"
    for command in (
        ("chase", paper, "--out", out),
        ("quarter", paper, "--out", out),
        ("collect", paper, paper),
        ("next", paper),
        ("new-year", paper, "-o", out / "new.xlsx"),
        ("appendix", paper, "-o", out / "again.xlsx"),
        ("replies", paper),
        ("check", paper, "--fix"),
    ):
        result = run(*command)
        assert (result.exit_code, sentence(result)) == (2, REFUSED), command
    assert not out.exists()
    assert not (tmp_path / ".peerxl" / "record").exists()
    assert paper.read_bytes() == written


@pytest.mark.parametrize("sheet", ["actions", "what-changed", "timeline"])
@pytest.mark.parametrize("last", [False, True])
def test_no_sheet_of_it_is_taken_for_the_plan(tmp_path: Path, sheet: str, last: bool) -> None:
    """Whether what changed is told by the plan itself or by last quarter's paper."""
    paper, before = tmp_path / "paper.xlsx", tmp_path / "before.xlsx"
    write_appendix(read_plan(EXAMPLE, quarter="Q2 2025/26"), before)
    write_appendix(read_plan(EXAMPLE), paper, sheets=[sheet], last=before if last else None)
    assert sentence(run("chase", paper, "--dry-run")) == REFUSED


def test_it_is_shown_checked_compared_and_made_a_plan_of(tmp_path: Path) -> None:
    paper = tmp_path / "paper.xlsx"
    write_appendix(read_plan(EXAMPLE, quarter="Q2 2025/26"), paper)
    assert run("show", paper).exit_code == 0
    assert run("check", paper).exit_code == 1
    assert run("movement", paper, EXAMPLE).exit_code == 0
    assert run("appendix", EXAMPLE, "--last", paper, "-o", tmp_path / "next.xlsx").exit_code == 0
    assert run("adopt", paper, "-o", tmp_path / "master.xlsx").exit_code == 1
    assert len(read_plan(tmp_path / "master.xlsx").actions) == 27


def test_a_portfolio_leaves_it_aside(tmp_path: Path) -> None:
    master = Path(shutil.copy(EXAMPLE, tmp_path / "master.xlsx"))
    write_appendix(read_plan(master), tmp_path / "appendix.xlsx")
    portfolio = read_portfolio([str(tmp_path)], readers=1).portfolio
    assert [book.file for book in portfolio.read] == ["master.xlsx"]
    assert [book.file for book in portfolio.left_aside] == ["appendix.xlsx"]
    assert not portfolio.same_plans


@pytest.mark.parametrize(
    "lines",
    [
        ["Appendix 9 - Harbour action plan - Quarter 3 2023/24"],
        ["Appendix 9 - Harbour action plan - Quarter 3 2023/24", "Every action of the plan and who leads on it."],
        ["Harbour action plan 2023/24", "The open actions that were due before Christmas."],
    ],
)
def test_a_council_s_own_appendix_is_its_plan(tmp_path: Path, lines: list[str]) -> None:
    master = tmp_path / "own.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        for number, row in enumerate([*([line] for line in lines), *ROWS]):
            sheet.write_row(number, 0, row)
    assert len(read_plan(master).actions) == 3


def test_words_beneath_the_headings_make_no_paper_of_a_plan(tmp_path: Path) -> None:
    words = "Every action of the harbour plan, as reported for Quarter 3 2023/24."
    rows = (*ROWS[:2], (*ROWS[2][:-1], words))
    assert len(read_plan(write_master(tmp_path / "master.xlsx", rows)).actions) == 2


@pytest.mark.parametrize("is_first", [False, True])
def test_a_plan_that_holds_a_sheet_of_its_paper_is_the_plan(tmp_path: Path, is_first: bool) -> None:
    """It is read without that sheet, wherever it stands; the sheet itself is no plan."""
    master, paper = write_master(tmp_path / "master.xlsx", ROWS), tmp_path / "paper.xlsx"
    alone = read_plan(master)
    write_appendix(alone, paper)
    book, written = load_workbook(master), load_workbook(paper)["Actions"]
    copy = book.create_sheet("Last paper", 0 if is_first else None)
    for row in written.iter_rows():
        for cell in row:
            copy[cell.coordinate] = cell.value
    book.save(master)
    for options in ({}, {"sheet": alone.tables[0].sheet}, {"all_sheets": True}):
        plan = read_plan(master, **options)
        assert [action.cell(Field.ACTION) for action in plan.actions] == [
            action.cell(Field.ACTION) for action in alone.actions
        ]
    (fate,) = [fate for fate in read_plan(master).sheets if fate.name == "Last paper"]
    assert (str(fate.fate), fate.why) == ("left aside", "it is a sheet of an appendix that peerxl wrote")
    assert run("chase", master, "--out", tmp_path / "out").exit_code == 0
    assert "there is no change to take back" in run("undo", master, "--dry-run").stderr
    refused = sentence(run("export", master, "--sheet", "Last paper", "-o", tmp_path / "data.csv"))
    assert refused == REFUSED.replace("paper.xlsx", "master.xlsx")
    assert [book.file for book in read_portfolio([str(tmp_path)], readers=1).portfolio.read] == ["master.xlsx"]
