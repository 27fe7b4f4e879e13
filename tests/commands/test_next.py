"""A plan moved on to its next quarter in the officers' own workbook, and taken back."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from peerxl import read_plan, set_cells
from peerxl.cli.as_text.master import format_next
from peerxl.commands.next import next_quarter
from peerxl.excel.patch.address import format_block
from peerxl.excel.read import read_sheets
from peerxl.model.layout import Field
from tests.cli.test_cli import run, sentence
from tests.commands.councils import write_council
from tests.commands.test_collect import chased, differences, fill_in, kept, members
from tests.conftest import EXAMPLE

HEADINGS = ("Ref", "Action", "Timescale", "Owner", "Q1 update", "Q1 comments")
ACTIONS = (
    ("H1", "Repair the pier", "Q4 23/24", "AD Ports", "In progress", "Timber is ordered"),
    ("R1", "Mend the bridge", "Q3 23/24 – ongoing", "AD Roads", "Not started", ""),
)
TITLE = "Harbour action plan – Q1 2023/24"
SHEET, BOOK, TABLE = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"


def write_plan(
    path: Path,
    headings: tuple[str, ...] = HEADINGS,
    title: str = TITLE,
    *,
    is_table: bool = False,
    settings: str = "",
    beside: tuple[str, ...] = (),
) -> Path:
    """A plan with its headings in row 3, as a table of Excel's own or plain; ``beside`` stands behind each action."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, title)
        rows = [(*action[: len(headings)], *beside) for action in ACTIONS]
        if is_table:
            columns = [{"header": heading} for heading in headings]
            last = len(headings) - 1
            sheet.add_table(2, 0, 1 + len(rows) + 1, last, {"columns": columns, "data": [list(row) for row in rows]})
        else:
            for number, row in enumerate((headings, *rows), 2):
                sheet.write_row(number, 0, row)
        if settings:
            other = book.add_worksheet("Settings")
            other.write_row(0, 0, ("Setting", "Value"))
            other.write_row(1, 0, ("Reporting quarter", settings))
    return path


def list_columns(path: Path) -> list[str]:
    """The quarters' columns as the plan is read: where, of what and of which quarter."""
    columns = [column for table in read_plan(path).tables for column in table.columns]
    return [
        f"{column.heading.address} {column.field} {column.quarter}"
        for column in columns
        if column.field in (Field.STATUS, Field.COMMENT)
    ]


def test_next(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx")
    before = kept(master)
    result = run("next", master)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:-1] == [
        "Plan!A1: Harbour action plan – Q2 2023/24",
        "Plan: new column G, headed “Q2 update”",
        "Plan: new column H, headed “Q2 comments”",
        "the plan has moved on from Q1 2023/24 to Q2 2023/24",
    ]
    assert differences(before, master) == {
        "Plan!A1": "Harbour action plan – Q2 2023/24",
        "Plan!G3": "Q2 update",
        "Plan!H3": "Q2 comments",
    }
    changed = {name for name, content in members(master).items() if members(before)[name] != content}
    assert changed == {SHEET}
    assert list_columns(master) == [
        *("E3 status Q1 2023/24", "F3 comment Q1 2023/24", "G3 status Q2 2023/24", "H3 comment Q2 2023/24"),
    ]
    assert str(read_plan(master).quarter) == "Q2 2023/24"


def test_the_year_quarter_by_quarter(tmp_path: Path) -> None:
    """Answers of each quarter go into its own columns, and the next pair comes after them."""
    master = write_plan(tmp_path / "master.xlsx", is_table=True)
    for letters, day in (("GH", "2024-01-08"), ("IJ", "2024-01-09"), ("KL", "2024-01-10")):
        assert run("next", master).exit_code == 0
        assert run("chase", master, "--out", tmp_path / letters, "--today", day).exit_code == 0
        form = tmp_path / letters / "forms" / "AD Ports.xlsx"
        fill_in(form, {("H1", "Status"): "On hold", ("H1", "Comment"): f"Said in {letters}."})
        result = run("collect", master, form)
        assert [line.split()[2] for line in result.stdout.splitlines()[1:3]] == [f"Plan!{x}4" for x in letters]
    assert list_columns(master)[-2:] == ["K3 status Q4 2023/24", "L3 comment Q4 2023/24"]


def test_dry_run_and_json(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", is_table=True)
    before = master.read_bytes()
    told = json.loads(run("next", master, "--dry-run", "--json").stdout)
    assert told == {
        "was": "Q1 2023/24",
        "quarter": "Q2 2023/24",
        "cells": [{"sheet": "Plan", "cell": "A1", "text": "Harbour action plan – Q2 2023/24"}],
        "columns": [
            {"sheet": "Plan", "letter": "G", "heading": "Q2 update"},
            {"sheet": "Plan", "letter": "H", "heading": "Q2 comments"},
        ],
        "changed": [SHEET, TABLE],
        "notes": [],
        "backup": None,
    }
    assert run("next", master, "--dry-run").stdout.splitlines()[-1] == (
        "the plan would move on from Q1 2023/24 to Q2 2023/24; nothing was written"
    )
    assert master.read_bytes() == before
    assert json.loads(run("next", master, "--json").stdout) == told | {
        "backup": str(next((tmp_path / ".peerxl" / "backup").glob("*.xlsx")))
    }


@pytest.mark.parametrize(
    ("today", "committee", "early"),
    [
        ("2027-01-11", "", True),
        ("2027-03-30", "18 January 2027", True),
        ("2027-03-31", "", False),
        ("2027-01-11", "18 January 2027; 19 April 2027", False),
    ],
)
def test_that_owners_are_asked_before_the_quarter_ends_is_said(
    today: str, committee: str, early: bool, tmp_path: Path
) -> None:
    """Without a day to count back from the next chase asks at once, which nobody means in a quarter's first week."""
    master = write_council(tmp_path / "master.xlsx", settings={"Committee dates": committee})
    result = next_quarter(master, now=datetime.fromisoformat(today), dry_run=True)
    says = (
        "owners are asked about Q4 2026/27 at the next chase, though it ends on 31 March 2027; with Committee dates "
        "on the Settings sheet they are asked in time for those"
    )
    assert (says in format_next(result, is_dry=True)) is early


def test_undo_puts_the_whole_master_back(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", is_table=True)
    before = master.read_bytes()
    run("next", master)
    after = master.read_bytes()
    form = chased(master) / "AD Ports.xlsx"
    run("collect", master, fill_in(form, {("H1", "Status"): "On hold"}))
    assert run("undo", master).exit_code == 0
    assert master.read_bytes() == after
    shown = run("undo", master, "--dry-run")
    assert shown.stdout.splitlines()[1:] == ["the whole plan would be as it was before; nothing was written"]
    assert master.read_bytes() == after
    result = run("undo", master)
    assert (result.exit_code, result.stdout.splitlines()[1:]) == (0, ["the whole plan is as it was before"])
    assert master.read_bytes() == before
    moves = [line.partition(": ")[2] for line in run("history", master).stdout.splitlines() if "reports" in line]
    assert moves == [
        "The plan reports Q2 2023/24 and no longer Q1 2023/24.",
        "The plan reports Q1 2023/24 and no longer Q2 2023/24, as the move was taken back.",
    ]
    assert "there is no change to take back" in sentence(run("undo", master))


def test_undo_of_a_plan_that_was_saved_since(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx")
    run("next", master)
    backup = next((tmp_path / ".peerxl" / "backup").glob("*.xlsx"))
    other = write_plan(tmp_path / "other.xlsx", title="Harbour action plan – Q2 2023/24")
    shutil.copy(other, master)
    told = sentence(run("undo", master))
    assert told.startswith(f"peerxl: {master}: the plan was saved since its change of ")
    assert told.endswith(
        f", so that is not taken back; put in its place {backup.name} from .peerxl/backup beside it, or give the change up with "
        "--forget."
    )
    assert run("undo", master, "--forget").exit_code == 0
    assert master.read_bytes() == other.read_bytes()


def test_a_plan_with_columns_for_the_whole_year_changes_in_one_cell(tmp_path: Path) -> None:
    master = Path(shutil.copy(EXAMPLE, tmp_path / "master.xlsx"))
    before = kept(master)
    assert run("next", master).exit_code == 0
    assert differences(before, master) == {"Settings!B6": "Q4 2025/26"}
    assert run("next", master).exit_code == 0
    assert differences(before, master) == {
        "Settings!B6": "Q1 2026/27",
        "Action plan!P3": "Quarter 1 2026/27 update",
        "Action plan!Q3": "Quarter 1 2026/27 comments",
    }


@pytest.mark.parametrize(
    ("headings", "title", "added"),
    [
        ((*HEADINGS[:4], "Q1 update"), TITLE, {"F3": "Q2 update"}),
        ((*HEADINGS, "Evidence"), TITLE, {"H3": "Q2 update", "I3": "Q2 comments"}),
        (
            (*HEADINGS[:4], "Quarter 1 update", "Comments"),
            TITLE,
            {"G3": "Quarter 2 update", "H3": "Quarter 2 comments"},
        ),
        ((*HEADINGS, "Q2 update", "Q2 comments"), TITLE, {}),
        ((*HEADINGS, "Q2 update"), TITLE, {"H3": "Q2 comments"}),
        (
            (*HEADINGS[:4], "Q4 23/24 update", "Q4 23/24 comments"),
            "Harbour action plan – Q4 2023/24",
            {"G3": "Q1 24/25 update", "H3": "Q1 24/25 comments"},
        ),
    ],
)
def test_which_columns_come_in_and_where(
    headings: tuple[str, ...], title: str, added: dict[str, str], tmp_path: Path
) -> None:
    master = write_plan(tmp_path / "master.xlsx", headings, title)
    before = kept(master)
    assert run("next", master).exit_code == 0
    found = differences(before, master)
    assert found.pop("Plan!A1") != title
    assert found == {f"Plan!{address}": heading for address, heading in added.items()}


def write_bands(path: Path, bands: tuple[str, ...], headings: tuple[str, str], title: str) -> Path:
    """A plan with a merged band over each quarter's two columns."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, title)
        for number, words in enumerate(bands):
            sheet.merge_range(2, 4 + 2 * number, 2, 5 + 2 * number, words)
        sheet.write_row(3, 0, (*HEADINGS[:4], *headings * len(bands)))
        for number, action in enumerate(ACTIONS, 4):
            sheet.write_row(number, 0, (*action[:4], *action[4:] * len(bands)))
    return path


@pytest.mark.parametrize(
    ("bands", "headings", "quarter", "words", "merged"),
    [
        (("Quarter 1",), ("Status", "Comments"), "Q1 2023/24", ("Quarter 2", "Status", "Comments"), "G3:H3"),
        (("Q1", "Q2"), ("Status", "Comments"), "Q2 2023/24", ("Q3", "Status", "Comments"), "I3:J3"),
        (("Q3 23/24", "Q4 23/24"), ("RAG", "Notes"), "Q4 2023/24", ("Q1 24/25", "RAG", "Notes"), "I3:J3"),
        (("Progress",), ("Q1 update", "Q1 comments"), "Q1 2023/24", ("", "Q2 update", "Q2 comments"), "E3:H3"),
        (("2023/24",), ("Q1 update", "Q1 comments"), "Q1 2023/24", ("", "Q2 update", "Q2 comments"), "E3:H3"),
    ],
)
def test_a_band_over_the_columns(
    bands: tuple[str, ...], headings: tuple[str, str], quarter: str, words: tuple[str, ...], merged: str, tmp_path: Path
) -> None:
    master = write_bands(tmp_path / "master.xlsx", bands, headings, f"Harbour action plan – {quarter}")
    assert run("next", master).exit_code == 0
    sheet, column = read_sheets(master)[0], 5 + 2 * len(bands)
    assert (sheet.cell(3, column).text, sheet.cell(4, column).text, sheet.cell(4, column + 1).text) == words
    assert merged in [format_block(block) for block in sheet.merged]
    assert [line.split()[1] for line in list_columns(master)[-2:]] == ["status", "comment"]


def test_headings_that_stand_again_further_down(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx")
    set_cells(master, master, {"Plan": {f"{letter}6": text for letter, text in zip("ABCDEF", HEADINGS, strict=True)}})
    more = ("H9", "Paint the pier", "Q4 23/24", "AD Ports", "Not started", "")
    set_cells(master, master, {"Plan": {f"{letter}7": text for letter, text in zip("ABCDEF", more, strict=True)}})
    before = kept(master)
    assert run("next", master).exit_code == 0
    assert {"Plan!G6": "Q2 update", "Plan!H6": "Q2 comments"}.items() <= differences(before, master).items()


PLAIN = (*HEADINGS[:4], "Status", "Comments")


@pytest.mark.parametrize(
    ("headings", "title", "refusal"),
    [
        (PLAIN, "Harbour action plan", "master.xlsx: nothing says which quarter this is; add --quarter"),
        (
            PLAIN,
            TITLE,
            "master.xlsx!Plan!E4: it would be read as an answer of Q2 2023/24 once the plan has moved on, and is one of "
            "Q1 2023/24; head its column, in E3, “Q1 2023/24 status” and the one in F3 “Q1 2023/24 comments”, and run next "
            "again.",
        ),
        (
            HEADINGS,
            "Harbour action plan – Q4 2023/24",
            "master.xlsx!Plan!E4: it would be read as an answer of Q1 2024/25 once the plan has moved on, and is one of "
            "Q1 2023/24; head its column, in E3, “Q1 2023/24 update” and the one in F3 “Q1 2023/24 comments”, and run next "
            "again, or begin next year's plan with new-year.",
        ),
        (
            HEADINGS[:4],
            TITLE,
            "master.xlsx!Plan: there is no column for the status of Q2 2023/24, nor one that it could be made like; add "
            "a column headed “Q1 2023/24 status” and run next again.",
        ),
    ],
)
def test_refused(headings: tuple[str, ...], title: str, refusal: str, tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", headings, title)
    before = master.read_bytes()
    for extra in ((), ("--dry-run",)):
        assert sentence(run("next", master, *extra)).startswith(f"peerxl: {refusal}")
    assert master.read_bytes() == before


def test_what_a_refusal_says_to_do_works(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", (*HEADINGS[:4], "Q1 2023/24 status", "Q1 2023/24 comments"))
    assert run("next", master).exit_code == 0
    assert list_columns(master)[2:] == ["G3 status Q2 2023/24", "H3 comment Q2 2023/24"]


def test_something_stands_to_the_right_of_the_plan(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", beside=("", "Key: red is late"))
    told = sentence(run("next", master))
    assert told == (
        f"peerxl: {master}!Plan: no columns can be added there because something stands to the right of the plan, in G to H; "
        "add them in Excel."
    )


def test_a_quarter_that_nothing_in_the_workbook_says(tmp_path: Path) -> None:
    headings = (*HEADINGS[:4], "Q1 23/24 update", "Q1 23/24 comments")
    master = write_plan(tmp_path / "master.xlsx", headings, "Harbour action plan")
    result = run("next", master, "--quarter", "Q1 2023/24")
    assert result.stdout.splitlines()[:-1] == [
        "Plan: new column G, headed “Q2 23/24 update”",
        "Plan: new column H, headed “Q2 23/24 comments”",
        "nothing in the workbook says the quarter; give --quarter “Q2 2023/24” from now on",
        "the plan has moved on from Q1 2023/24 to Q2 2023/24",
    ]


def test_the_setting_and_the_title_move_together(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", settings="Quarter 1 2023-24")
    before = kept(master)
    assert run("next", master).exit_code == 0
    assert differences(before, master) == {
        "Settings!B2": "Quarter 2 2023-24",
        "Plan!A1": "Harbour action plan – Q2 2023/24",
        "Plan!G3": "Q2 update",
        "Plan!H3": "Q2 comments",
    }


def test_the_command_that_chase_names_adds_the_columns(tmp_path: Path) -> None:
    """Whether the plan reports the quarter that has no columns already, or still the one before."""
    for title in (TITLE, "Harbour action plan – Q2 2023/24"):
        master = write_plan(tmp_path / "master.xlsx", title=title)
        chase = ("chase", master, "--out", tmp_path / "out", "--force", "--quarter", "Q2 2023/24")
        assert sentence(run(*chase)).endswith('or run peerxl next with --quarter "Q1 2023/24".')
        assert run("next", master, "--quarter", "Q1 2023/24").exit_code == 0
        assert run(*chase[:-2]).exit_code == 0
        assert str(read_plan(master).quarter) == "Q2 2023/24"


def test_a_title_that_is_bold_in_part_stays_so(tmp_path: Path) -> None:
    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_rich_string(0, 0, book.add_format({"bold": True}), "Harbour action plan", " – Q1 2023/24")
        for number, row in enumerate((HEADINGS, *ACTIONS), 2):
            sheet.write_row(number, 0, row)
    assert run("next", master).exit_code == 0
    (title,) = load_workbook(master, rich_text=True)["Plan"]["A1"].value[:1]
    assert (str(title), title.font.b) == ("Harbour action plan", True)
    assert read_plan(master).title == "Harbour action plan – Q2 2023/24"


def test_every_sheet_of_the_plan_moves_on(tmp_path: Path) -> None:
    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        for name, headings in (("Harbour", HEADINGS), ("Roads", (*HEADINGS[:4], "Q1 status", "Q1 notes", "Evidence"))):
            sheet = book.add_worksheet(name)
            sheet.write_string(0, 0, f"{name} action plan – Q1 2023/24")
            for number, row in enumerate((headings, *ACTIONS), 2):
                sheet.write_row(number, 0, row)
    before = kept(master)
    assert run("next", master, "--all-sheets").exit_code == 0
    assert differences(before, master) == {
        "Harbour!A1": "Harbour action plan – Q2 2023/24",
        "Harbour!G3": "Q2 update",
        "Harbour!H3": "Q2 comments",
        "Roads!A1": "Roads action plan – Q2 2023/24",
        "Roads!H3": "Q2 status",
        "Roads!I3": "Q2 notes",
    }


@pytest.mark.parametrize(("last", "lines"), [(5, 1), (6, 0), (8, 0)])
def test_new_columns_that_are_not_printed_are_said(last: int, lines: int, tmp_path: Path) -> None:
    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, TITLE)
        for number, row in enumerate(((*HEADINGS, "Evidence"), *ACTIONS), 2):
            sheet.write_row(number, 0, row)
        sheet.print_area(0, 0, 9, last)
    told = run("next", master).stdout.splitlines()
    said = "Plan: the print area ends before the new columns; set it anew in Excel (Page Layout, Print Area)"
    assert told.count(said) == lines


def test_a_status_of_sentences_is_headed_as_what_it_is_read_as(tmp_path: Path) -> None:
    master = tmp_path / "plan.xlsx"
    told = (
        "The wardens have met twice and will report to the board.",
        "To be looked at again when the board meets in May.",
        "A price was asked for, and nobody has answered yet.",
    )
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Task", "Target Date", "Person responsible", "Status"))
        for number, words in enumerate(told, 1):
            sheet.write_row(number, 0, (f"Repair the pier {number}", "March 2024", "Ann Field", words))
    command = ("next", master, "--quarter", "Q3 2023/24")
    first = run(*command)
    assert (first.exit_code, first.stderr) == (
        2,
        "peerxl: plan.xlsx!Plan!D2: it would be read as an answer of Q4 2023/24 once the plan has moved on, and is one "
        "of Q3 2023/24; head its column, in D1, “Q3 2023/24 comments” and run next again.\n",
    )
    set_cells(master, master, {"Plan": {"D1": "Q3 2023/24 comments"}})
    second = run(*command)
    assert (second.exit_code, second.stderr) == (
        2,
        "peerxl: plan.xlsx!Plan: there is no column for the status of Q4 2023/24, nor one that it could be made like; "
        "add a column headed “Q3 2023/24 status” and run next again.\n",
    )
    set_cells(master, master, {"Plan": {"E1": "Q3 2023/24 status"}})
    assert run(*command).exit_code == 0
    assert list_columns(master) == [
        "D1 comment Q3 2023/24",
        "E1 status Q3 2023/24",
        "F1 comment Q4 2023/24",
        "G1 status Q4 2023/24",
    ]
