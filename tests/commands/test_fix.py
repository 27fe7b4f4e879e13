"""The safe spellings of a plan: which they are, and how they are written into its workbook and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter

from peerxl import read_plan
from peerxl.files.backup import BACKUPS
from tests.cli.test_cli import files_in, run, sentence, write_master
from tests.commands.test_collect import differences, kept, members
from tests.conftest import EXAMPLE, SHARED, needs_shared

ROWS = (
    ("Ref", "Action", "Timescale", "Owner", "Quarter 1 update", "Comments"),
    ("H1", "Repair the pier", "Q1 22-23", "AD Ports", "Completd ", "Done in May"),
    ("H2", "Light the pier", "Q2 23/24", "AD Ports", "Slidding", ""),
    ("R1", "Mend the bridge", "Sept 23", "AD Roads", "IN PROGRESS", "Rust"),
)
TITLE = "Harbour action plan – Q1 2023/24"


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS, TITLE)


def test_fix(master: Path) -> None:
    before, parts = kept(master), members(master)
    result = run("check", master, "--fix")
    fixed = [line for line in result.stdout.splitlines() if ": fixed: " in line]
    assert fixed == [
        f"{master}!Plan!E4: fixed: H1: 'Completd ' is now 'Completed' [status]",
        f"{master}!Plan!E6: fixed: R1: 'IN PROGRESS' is now 'In progress' [status]",
    ]
    assert "status-spelling" not in result.stdout
    assert "'Slidding' is not known; say on a Statuses sheet" in result.stdout
    assert result.exit_code == 1
    assert differences(before, master) == {"Plan!E4": "Completed", "Plan!E6": "In progress"}
    after = members(master)
    assert [name for name in parts if parts[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    assert run("undo", master).exit_code == 0
    assert differences(before, master) == {}


def test_fix_says_what_it_put_right_and_where_the_plan_before_is(master: Path) -> None:
    document = json.loads(run("check", master, "--fix", "--timescales", "--json").stdout)
    assert document["fixed"] == [
        {"ref": "H1", "field": "status", "sheet": "Plan", "cell": "E4", "before": "Completd ", "after": "Completed"},
        {
            "ref": "R1",
            "field": "status",
            "sheet": "Plan",
            "cell": "E6",
            "before": "IN PROGRESS",
            "after": "In progress",
        },
        {"ref": "H1", "field": "timescale", "sheet": "Plan", "cell": "C4", "before": "Q1 22-23", "after": "Q1 2022/23"},
        {"ref": "H2", "field": "timescale", "sheet": "Plan", "cell": "C5", "before": "Q2 23/24", "after": "Q2 2023/24"},
        {
            "ref": "R1",
            "field": "timescale",
            "sheet": "Plan",
            "cell": "C6",
            "before": "Sept 23",
            "after": "September 2023",
        },
    ]
    assert document["left"] == []
    assert Path(document["backup"]).parent == master.parent / BACKUPS
    assert "status-unknown" in {finding["code"] for finding in document["findings"]}


def test_a_dry_run_writes_nothing(master: Path) -> None:
    before = master.read_bytes()
    result = run("check", master, "--fix", "--dry-run")
    assert f"{master}!Plan!E4: to fix: H1: 'Completd ' would become 'Completed' [status]" in result.stdout
    assert "2 cells to put right; nothing was written" in result.stdout
    assert "[status-spelling]" in result.stdout
    assert (master.read_bytes(), files_in(master.parent)) == (before, ["master.xlsx"])


def test_nothing_to_put_right(tmp_path: Path) -> None:
    rows = (ROWS[0], ("H1", "Repair the pier", "Q1 23/24", "AD Ports", "Completed", "Opened on 2 May"))
    master = write_master(tmp_path / "master.xlsx", rows, TITLE)
    before = master.read_bytes()
    result = run("check", master, "--fix")
    assert "0 cells put right; nothing was written" in result.stdout
    assert (master.read_bytes(), files_in(tmp_path)) == (before, ["master.xlsx"])


def test_a_formula_is_left_and_the_others_are_put_right(tmp_path: Path) -> None:
    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, TITLE)
        for number, row in enumerate(ROWS, 2):
            sheet.write_row(number, 0, row)
        sheet.write_formula("E4", '="Compl"&"ete"', None, "Complete")
    result = run("check", master, "--fix")
    assert [line for line in result.stdout.splitlines() if ": left: " in line or ": fixed: " in line] == [
        f"{master}!Plan!E6: fixed: R1: 'IN PROGRESS' is now 'In progress' [status]",
        f"{master}!Plan!E4: left: H1: 'Complete' stays: it comes from a formula; have the formula say 'Completed' [status]",
    ]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (["Not Started", "In Progress", "Complete"], {"Plan!E4": "Complete", "Plan!E6": "In Progress"}),
        (["In progress", "Complete"], {"Plan!E4": "Complete", "Plan!E6": "In progress"}),
        ("=Lists!$A$1:$A$2", {"Plan!E4": "Complete", "Plan!E6": "In progress"}),
        ("='Lists'!$A$1", {"Plan!E6": "In progress"}),
        ("=Words", {"Plan!E4": "Complete", "Plan!E6": "In progress"}),
        ("=INDIRECT(A1)", {}),
    ],
)
def test_a_word_that_the_cell_s_drop_down_does_not_offer_is_left(
    tmp_path: Path, source: str | list[str], written: dict[str, str]
) -> None:
    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet, lists = book.add_worksheet("Plan"), book.add_worksheet("Lists")
        lists.write_column(0, 0, ["In progress", "Complete"])
        book.define_name("Words", "=Lists!$A$1:$A$2")
        sheet.write_string(0, 0, TITLE)
        for number, row in enumerate(ROWS, 2):
            sheet.write_row(number, 0, row)
        sheet.data_validation("E4:E30", {"validate": "list", "source": source})
    before = kept(master)
    document = json.loads(run("check", master, "--fix", "--json").stdout)
    assert differences(before, master) == written
    left = {one["cell"]: one["why"] for one in document["left"]}
    assert set(left) == {"E4", "E6"} - {place.partition("!")[2] for place in written}
    why = "its drop-down does not offer 'Completed'; say on a Statuses sheet which word the plan uses"
    assert left.get("E4", why) == why


def test_a_date_that_excel_knows_as_one_is_left(tmp_path: Path) -> None:
    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ROWS[0])
        sheet.write_row(1, 0, ROWS[1])
        sheet.write_datetime("C2", read_plan(EXAMPLE).quarter.last_day, book.add_format({"num_format": "dd/mm/yyyy"}))  # type: ignore[union-attr]
    document = json.loads(run("check", master, "--fix", "--timescales", "--json", "--quarter", "Q1 2023/24").stdout)
    assert [one["cell"] for one in document["fixed"]] == ["E2"]


def test_what_cannot_be_done(master: Path) -> None:
    before = master.read_bytes()
    for option in (["--timescales"], ["--dry-run"], ["--record", master.parent], ["--no-record"]):
        assert "--timescales, --dry-run, --record and --no-record go with --fix" in run("check", master, *option).stderr
    report = master.with_name("findings.xlsx")
    report.write_text("mine")
    assert "there is a different file" in sentence(run("check", master, "--fix", "--report", report))
    assert "never overwritten" in sentence(run("check", master, "--fix", "--report", master, "--force"))
    master.with_name("~$master.xlsx").touch()
    assert "somebody has the workbook open" in sentence(run("check", master, "--fix"))
    assert (master.read_bytes(), report.read_text()) == (before, "mine")


def test_the_example(tmp_path: Path) -> None:
    master = tmp_path / "master.xlsx"
    master.write_bytes(EXAMPLE.read_bytes())
    assert run("check", master, "--fix").exit_code == 1
    assert differences(EXAMPLE, master) == {
        "Action plan!K6": "Ongoing",
        "Action plan!G12": "In progress",
        "Action plan!I16": "Completed",
        "Action plan!I21": "Completed",
    }


@needs_shared
@pytest.mark.parametrize("layout", ["plain", "merged", "table"])
def test_a_published_plan_says_the_same_in_house_form(tmp_path: Path, layout: str) -> None:
    source = SHARED / "appendices" / f"appendix4-q1-2023-{layout}.xlsx"
    master = tmp_path / "master.xlsx"
    master.write_bytes(source.read_bytes())
    run("check", master, "--fix", "--timescales")
    before, after = read_plan(source), read_plan(master)
    changed = differences(source, master)
    assert set(changed.values()) >= {"Completed", "Ongoing", "Q4 2022/23", "from Q4 2022/23, ongoing"}
    for old, new in zip(before.actions, after.actions, strict=True):
        assert (old.timescale.start, old.timescale.due, old.timescale.due_date, old.timescale.open_ended) == (
            new.timescale.start,
            new.timescale.due,
            new.timescale.due_date,
            new.timescale.open_ended,
        )
        assert [update.status for update in old.updates] == [update.status for update in new.updates]
        assert (old.text, old.owners, old.theme) == (new.text, new.owners, new.theme)
    assert run("undo", master).exit_code == 0
    assert differences(source, master) == {}


def test_the_record_tells_the_space_that_went(tmp_path: Path) -> None:
    """And that it is back is no news to the next run."""
    rows = (ROWS[0], ("H1", "Repair the pier", "Q1 22-23", "AD Ports", "Completed ", "Done in May"))
    master = write_master(tmp_path / "master.xlsx", rows, TITLE)

    def told() -> list[str]:
        lines = run("history", master).stdout.splitlines()
        return [line.partition(": ")[2] for line in lines if "The status of H1" in line]

    assert run("check", master, "--fix").exit_code == 0
    fixed = "The status of H1 for Q1 2023/24 was “Completed” (with a space before or after it) and is now “Completed”."
    assert told() == [fixed]
    assert run("undo", master).exit_code == 0
    back = (
        "The status of H1 for Q1 2023/24 is “Completed” (with a space before or after it) again: the change to "
        "“Completed” was taken back."
    )
    assert told() == [fixed, back]
    run("chase", master, "--out", tmp_path / "out")
    assert told() == [fixed, back]
