"""How a workbook of a stranger is read from the command line, and what a plan without an action says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

from peerxl.cli import main

RISKS = (
    ("Risk ID", "Risk", "Mitigation", "Owner", "Status"),
    ("1", "Supplier fails", "Agree another", "AD H", "On hold"),
)
ACTIONS = (("Ref", "Action", "Owner", "Status"), ("1", "Write the brief", "AD H", "On hold"))


def write_log(path: Path, **sheets: tuple[tuple[str, ...], ...]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return write_log(tmp_path / "log.xlsx", Risks=RISKS, Actions=ACTIONS, Notes=(("Minutes of May",),))


def read(log: Path, *options: object) -> list[tuple[str, str, int | None]]:
    """The actions' sheets and words, with the fates of the sheets, as the command line's JSON has them."""
    document = json.loads(run("show", log, "--json", *options).stdout)
    return [(action["sheet"], action["action"], action["row"]) for action in document["actions"]]


def test_the_sheets_of_a_workbook_in_json(log: Path) -> None:
    document = json.loads(run("show", log, "--json").stdout)
    assert document["sheets"] == [
        {
            "name": "Risks",
            "fate": "not read",
            "why": "it lists risks, and the plan lists actions",
            "header_row": 1,
            "columns": {"ref": "A", "extra": "B", "action": "C", "owner": "D", "status": "E"},
        },
        {
            "name": "Actions",
            "fate": "read",
            "why": "1 action in it",
            "header_row": 1,
            "columns": {"ref": "A", "action": "B", "owner": "C", "status": "D"},
        },
        {
            "name": "Notes",
            "fate": "no tracker",
            "why": "no row of it has headings of actions with an owner, a date or a status",
            "header_row": None,
            "columns": {},
        },
    ]


def test_which_sheets_are_read(log: Path) -> None:
    risks, actions = ("Risks", "Agree another", 2), ("Actions", "Write the brief", 2)
    assert read(log) == [actions]
    assert read(log, "--sheet", "risks") == [risks]
    assert read(log, "--sheet", "Risks", "--sheet", "Actions") == [risks, actions]
    assert read(log, "--all-sheets") == [risks, actions]


def test_where_the_headings_stand_and_what_a_column_is(tmp_path: Path) -> None:
    rows = (("Things", "People"), ("Mend the pier", "AD H"), ("Paint the hall", "AD R"))
    path = write_log(tmp_path / "log.xlsx", Plan=rows)
    assert run("show", path).exit_code == 2
    assert read(path, "--header-row", "1", "--column", "action=A") == [
        ("Plan", "Mend the pier", 2),
        ("Plan", "Paint the hall", 3),
    ]


def test_every_sheet_is_explained(log: Path) -> None:
    lines = run("show", log, "--explain").stdout.splitlines()
    assert "Sheet 'Risks': not read, as it lists risks, and the plan lists actions" in lines
    assert (
        "Sheet 'Notes': no tracker, as no row of it has headings of actions with an owner, a date or a status" in lines
    )


def test_a_plan_without_an_action_says_so_first_and_makes_nothing(tmp_path: Path) -> None:
    path = write_log(tmp_path / "plan.xlsx", Plan=ACTIONS[:1])
    for options in ((), ("--explain",)):
        assert run("show", path, *options).stdout.splitlines()[0] == "plan.xlsx: the plan has no action yet."
    assert "The plan has no action yet" in run("check", path).stdout.splitlines()[0]
    for command, option, name in (
        ("chase", "--out", "out"),
        ("appendix", "-o", "out.xlsx"),
        ("quarter", "--out", "out"),
    ):
        result = run(command, path, option, tmp_path / name, "--quarter", "Q1 2026/27")
        assert (result.exit_code, "the plan has no action yet" in result.stderr) == (2, True)
    assert not any((tmp_path / name).exists() for name in ("out", "out.xlsx"))


def test_rows_left_aside_for_one_reason_are_one_line(tmp_path: Path) -> None:
    """A template's rows that nobody has filled yet, but for a number each; those beyond an action are another line."""
    heads = ("No", "Action", "Owner", "Due date", "Status")
    done = {1: ("Mend the pier", "AD H", "31 March 2027", "Ongoing"), 5: ("Light it", "AD R", "June 2027", "Ongoing")}
    rows = tuple((str(number), *done.get(number, ())) for number in range(1, 9))
    path = write_log(tmp_path / "log.xlsx", Plan=(heads, *rows))
    asides = [line.strip() for line in run("show", path, "--explain").stdout.splitlines() if "left aside" in line]
    assert asides == [
        "rows 3 to 5 (3) left aside: no action in it",
        "rows 7 to 9 (3) left aside: no action in it",
    ]
