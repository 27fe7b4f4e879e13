"""Collects and fixes taken back, cell by cell and step by step."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from peerxl import read_plan, set_cells
from peerxl.commands.collect.command import collect
from peerxl.commands.fix import fix
from peerxl.commands.undo import undo
from peerxl.excel.patch import read_snapshots
from peerxl.excel.read import read_sheets
from peerxl.undo_log.log import NothingToUndoError, last_step, step_paths
from tests.cli.test_cli import run, sentence, write_master
from tests.commands.test_collect import NOW, ROWS, TITLE, chased, differences, fill_in, kept, reports_of

LATER = datetime(2024, 1, 21, 14, 5)


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS, TITLE)


@pytest.fixture(name="forms")
def make_forms(master: Path) -> Path:
    return chased(master)


def test_undo(master: Path, forms: Path) -> None:
    before = kept(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "On hold", ("H1", "New date"): "Q4 2023/24"})
    fill_in(forms / "AD Roads.xlsx", {("R1", "Comment"): "Rust."})
    collect(master, [forms], now=NOW)
    assert differences(before, master)["Plan!C4"] == "Q4 2023/24 (was Q1 23/24)"
    collected = master.read_bytes()
    shown = run("undo", master, "--dry-run")
    assert (shown.exit_code, shown.stdout.splitlines()[1:]) == (
        0,
        [
            "Plan!E4: In progress again",
            "Plan!C4: Q1 23/24 again",
            "Plan!F6: blank again",
            "3 cells would be taken back, 0 left alone; nothing was written",
        ],
    )
    assert master.read_bytes() == collected
    result = run("undo", master)
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "“peerxl collect” of 20 January 2024 at 09:30:",
            "Plan!E4: In progress again",
            "Plan!C4: Q1 23/24 again",
            "Plan!F6: blank again",
            "3 cells taken back, 0 left alone",
        ],
    )
    assert differences(before, master) == {}
    assert "there is no change to take back" in sentence(run("undo", master))


def test_undo_leaves_alone_what_was_changed_since(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H2", "Status"): "Ongoing"})
    collect(master, [forms], now=NOW)
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    result = run("undo", master)
    assert (result.exit_code, result.stdout.splitlines()) == (
        1,
        [
            "“peerxl collect” of 20 January 2024 at 09:30:",
            "Plan!E5: blank again",
            "left alone: Plan: the status of H1: somebody has changed it since, to “On hold”",
            "1 cell taken back, 1 left alone",
        ],
    )
    assert "there is no change to take back" in sentence(run("undo", master))


def test_a_step_of_which_nothing_can_be_taken_back_stays(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    for _ in range(2):
        result = run("undo", master, "--json")
        assert (result.exit_code, json.loads(result.stdout)) == (
            1,
            {
                "command": "collect",
                "at": "2024-01-20T09:30:00",
                "cells": [],
                "left": [
                    {
                        "ref": "H1",
                        "field": "status",
                        "sheet": "Plan",
                        "why": "somebody has changed it since, to “On hold”",
                    }
                ],
            },
        )
    set_cells(master, master, {"Plan": {"E4": "Completed"}})
    assert [(str(cell), cell.text) for cell in undo(master, now=NOW).cells] == [("Plan!E4", "In progress")]


def test_steps_are_taken_back_one_by_one(master: Path, forms: Path) -> None:
    before = kept(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    set_cells(master, master, {"Plan": {"E5": "Complete"}})
    fixed = fix(master, now=LATER)
    assert [(str(one.cell), one.text) for one in fixed.corrections] == [("Plan!E5", "Completed")]
    first, second = undo(master, now=LATER), undo(master, now=LATER)
    assert [(one.step.command, one.step.at) for one in (first, second)] == [("check --fix", LATER), ("collect", NOW)]
    assert differences(before, master) == {"Plan!E5": "Complete"}
    with pytest.raises(NothingToUndoError):
        undo(master, now=LATER)


def test_the_last_step_is_undone_first_whatever_the_clock_says(master: Path, forms: Path) -> None:
    before = kept(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=LATER)
    set_cells(master, master, {"Plan": {"E5": "Complete"}})
    fix(master, now=NOW)  # the clock was set back, or another computer's is slow
    steps = [undo(master, now=NOW).step.command for _ in range(2)]
    assert steps == ["check --fix", "collect"]
    assert differences(before, master) == {"Plan!E5": "Complete"}


def test_a_run_killed_before_it_saved_leaves_a_step_that_changed_nothing(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The step is written down first: were it last, a kill in between would leave a change nobody can take back."""
    before = master.read_bytes()
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    monkeypatch.setattr("peerxl.undo_log.log.strike_step", lambda *_: None)  # nobody is there any more to strike it out
    monkeypatch.setattr("peerxl.commands.collect.command.save_cells", fail)
    with pytest.raises(KeyboardInterrupt):
        collect(master, [forms], now=NOW)
    monkeypatch.undo()
    done = undo(master, now=NOW)
    assert (done.cells, done.left, master.read_bytes()) == ((), (), before)
    with pytest.raises(NothingToUndoError):
        undo(master, now=NOW)


def test_a_collect_that_fails_leaves_no_step_and_no_report(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    monkeypatch.setattr("peerxl.commands.collect.command.save_cells", fail)
    with pytest.raises(KeyboardInterrupt):
        collect(master, [forms], now=NOW)
    assert (step_paths(master), reports_of(master)) == ([], [])


def test_what_fails_once_the_master_is_saved_leaves_the_step_and_the_report(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    before = kept(master)
    monkeypatch.setattr("peerxl.excel.master.prune_backups", fail)
    with pytest.raises(KeyboardInterrupt):
        collect(master, [forms], now=NOW)
    monkeypatch.undo()
    assert len(reports_of(master)) == 1
    assert differences(before, master) == {"Plan!E4": "Completed"}
    undo(master, now=NOW)
    assert differences(before, master) == {}


def fail(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_two_masters_of_one_name_have_a_record_each(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    other = Path(shutil.copy(master, master.with_suffix(".xlsm")))
    with pytest.raises(NothingToUndoError):
        undo(other, now=NOW)


@pytest.mark.parametrize("content", ["", "[1]", "{}", '{"command": "collect"}', "{"])
def test_a_record_that_cannot_be_read(master: Path, forms: Path, content: str) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    folder = master.parent / ".peerxl" / "backup"
    folder.mkdir(parents=True)
    (folder / "master.xlsx 2024-01-19 093000.000000 abcd.json").write_text(content)
    assert "the record of its changes cannot be read" in sentence(run("undo", master))
    collect(master, [forms], now=NOW)
    assert [(str(cell), cell.text) for cell in undo(master, now=NOW).cells] == [("Plan!E4", "In progress")]


DAMAGED: dict[str, object] = {
    "after": [],
    "before": None,
    "action": 7,
    "row": "4",
    "column": True,
    "rows": ["4"],
    "kept": [],
    "ref": {},
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_value_of_another_kind_is_found_before_anything_is_done(master: Path, forms: Path, name: str) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    (path,) = step_paths(master)
    step = json.loads(path.read_text(encoding="utf-8"))
    step["cells"][0][name] = DAMAGED[name]
    path.write_text(json.dumps(step), encoding="utf-8")
    before = master.read_bytes()
    assert "the record of its changes cannot be read" in sentence(run("undo", master))
    assert master.read_bytes() == before


def test_undo_after_rows_have_moved(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "On hold", ("H2", "Status"): "On hold"})
    collect(master, [forms], now=NOW)
    moved = (ROWS[0], ("H0", "Paint it", "Q4 23/24", "AD Ports", "On hold", ""), *ROWS[1:3], ROWS[3])
    write_master(
        master, tuple((*row[:4], "On hold", row[5]) if row[0] in ("H1", "H2") else row for row in moved), TITLE
    )
    done = undo(master, now=NOW)
    assert [(str(cell), cell.text) for cell in done.cells] == [("Plan!E5", "In progress"), ("Plan!E6", "")]
    assert read_sheets(master)[0].value(4, 5) == "On hold"


def banded(path: Path, *quarters: str, status: str = "On hold") -> Path:
    """A master with a band of quarters over its statuses and comments, with the same words under each."""
    rows = (
        ("Ref", "Action", "Timescale", "Owner", *(cell for quarter in quarters for cell in (quarter, ""))),
        ("", "", "", "", *(("Status", "Comments") * len(quarters))),
        ("H1", "Repair the pier", "Q4 23/24", "AD Ports", *((status, "Rust") * len(quarters))),
    )
    return write_master(path, rows, "Harbour action plan")


def test_the_quarter_is_found_wherever_its_column_is_now(tmp_path: Path) -> None:
    """A column of another quarter, with the same heading and the same words, stands where the old one stood."""
    master = banded(tmp_path / "master.xlsx", "Quarter 1 2023/24", "Quarter 2 2023/24", status="Completd")
    assert [str(one.cell) for one in fix(master, now=NOW, quarter="Q2 2023/24").corrections] == ["Plan!E5", "Plan!G5"]
    banded(master, "Quarter 4 2022/23", "Quarter 1 2023/24", "Quarter 2 2023/24", status="Completed")
    done = undo(master, now=NOW)
    assert [(str(cell), cell.text) for cell in done.cells] == [("Plan!G5", "Completd"), ("Plan!I5", "Completd")]
    assert read_sheets(master)[0].value(5, 5) == "Completed"


def test_a_column_that_is_gone_is_left_alone(tmp_path: Path) -> None:
    master = banded(tmp_path / "master.xlsx", "Quarter 1 2023/24", "Quarter 2 2023/24", status="Completd")
    fix(master, now=NOW, quarter="Q2 2023/24")
    banded(master, "Quarter 2 2023/24", status="Completed")
    done = undo(master, now=NOW)
    assert [(str(cell), cell.text) for cell in done.cells] == [("Plan!E5", "Completd")]
    assert [(left.logged.quarter, left.why) for left in done.left] == [("Q1 2023/24", "its column has changed")]


def test_a_plain_status_is_found_though_the_title_s_quarter_has_moved_on(tmp_path: Path) -> None:
    rows = (("Ref", "Action", "Timescale", "Owner", "Status"), ("H1", "Mend", "Q4 23/24", "AD Ports", "ON HOLD"))
    master = write_master(tmp_path / "master.xlsx", rows, "Harbour action plan – Q1 2023/24")
    fix(master, now=NOW)
    write_master(master, (rows[0], (*rows[1][:4], "On hold")), "Harbour action plan – Q2 2023/24")
    assert [(str(cell), cell.text) for cell in undo(master, now=NOW).cells] == [("Plan!E4", "ON HOLD")]


@pytest.mark.parametrize("came", ["All done now", "On track"])
def test_a_column_that_is_read_as_another_kind_by_what_was_written_is_put_back(tmp_path: Path, came: str) -> None:
    """Five short comments that are alike make a column of comments look like one of statuses."""
    headings = ("Ref", "Action", "Owner", "Due date", "Progress")
    written = ("Completed. All live.", "Draft sent", "", "Waiting", "")
    actions = ("Repair the pier", "Light the quay", "Mend the bridge", "Paint the hall", "Sweep the yard")
    rows = [
        (f"H{number}", action, "AD Ports", "30/06/2023", words)
        for number, (action, words) in enumerate(zip(actions, written, strict=True), 1)
    ]
    master = write_master(tmp_path / "master.xlsx", (headings, *rows), "Harbour action plan – Q3 2023/24")
    before = kept(master)
    form = chased(master) / "AD Ports.xlsx"
    fill_in(form, {(row[0], "Comment"): came for row in rows[1:]})
    collect(master, [form], now=NOW)
    (table,) = read_plan(master).tables
    assert [column.field for column in table.columns if column.heading.text == "Progress"] == ["status"]
    done = undo(master, now=NOW)
    assert ([str(cell) for cell in done.cells], done.left) == (["Plan!E5", "Plan!E6", "Plan!E7", "Plan!E8"], ())
    assert differences(before, master) == {}


def test_a_change_of_which_nothing_can_be_taken_back_can_be_given_up(master: Path, forms: Path) -> None:
    before = kept(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    set_cells(master, master, {"Plan": {"E5": "Complete"}})
    fix(master, now=LATER)
    set_cells(master, master, {"Plan": {"E5": "On hold"}})
    assert "undo --forget gives this change up" in run("undo", master).stdout
    assert run("undo", master, "--forget").exit_code == 1
    assert [str(cell) for cell in undo(master, now=LATER).cells] == ["Plan!E4"]
    assert differences(before, master) == {"Plan!E5": "On hold"}


def test_a_row_whose_words_were_only_laid_out_anew_is_found(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    set_cells(master, master, {"Plan": {"B4": "REPAIR the pier."}})
    assert [(str(cell), cell.text) for cell in undo(master, now=NOW).cells] == [("Plan!E4", "In progress")]


TWINS = (
    ("", "Review progress", "Q1 23/24", "AD Ports", "On hold", ""),
    ("", "Review progress", "Q1 23/24", "AD Roads", "ON HOLD", ""),
)


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        (TWINS, ["Plan!E5"]),
        ((("", "Sweep the quay", "Q1 23/24", "AD Ports", "On hold", ""), *TWINS), []),
        (TWINS[1:], []),
    ],
)
def test_of_two_rows_with_the_same_words(tmp_path: Path, rows: tuple[tuple[str, ...], ...], taken: list[str]) -> None:
    master = write_master(tmp_path / "master.xlsx", (ROWS[0], *TWINS), TITLE)
    assert [str(one.cell) for one in fix(master, now=NOW).corrections] == ["Plan!E5"]
    write_master(master, (ROWS[0], *((*row[:4], row[4].capitalize(), row[5]) for row in rows)), TITLE)
    done = undo(master, now=NOW)
    assert [str(cell) for cell in done.cells] == taken
    assert len(done.left) == 1 - len(taken)


def test_the_plan_is_read_as_it_was_read(master: Path) -> None:
    set_cells(master, master, {"Plan": {"E5": "Complete"}})
    how = {"quarter": "Q1 2023/24", "sheet": "Plan", "columns": {"status": "E"}}
    fix(master, now=NOW, **how)  # type: ignore[arg-type]
    assert dict(last_step(master).how) == how | {"settings": None, "all_sheets": False, "header_row": None}
    assert [str(cell) for cell in undo(master, now=NOW).cells] == ["Plan!E5"]


def dated(path: Path) -> Path:
    """A master whose dates are days in a style of their own."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, day = book.add_worksheet("Plan"), book.add_format({"num_format": "ddd d mmm yyyy", "bold": True})
        sheet.write_string(0, 0, TITLE)
        for number, row in enumerate(ROWS, 2):
            sheet.write_row(number, 0, row)
        for number in (3, 4, 5):
            sheet.write_datetime(number, 2, datetime(2023, 6, 30), day)
    return path


def test_a_day_goes_in_as_a_day_and_comes_back_as_the_cell_it_was(tmp_path: Path) -> None:
    master = dated(tmp_path / "master.xlsx")
    before = read_snapshots(master, {"Plan": ["C4", "E4"]})
    forms = chased(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "On hold", ("H1", "New date"): "Q4 2023/24"})
    collect(master, [forms], now=NOW)
    cell = load_workbook(master)["Plan"]["C4"]
    assert (cell.value, cell.number_format, cell.font.b) == (datetime(2024, 3, 31), "ddd d mmm yyyy", True)
    assert [(str(cell), cell.text) for cell in undo(master, now=NOW).cells] == [
        ("Plan!E4", "In progress"),
        ("Plan!C4", "30/06/2023"),
    ]
    assert read_snapshots(master, {"Plan": ["C4", "E4"]}) == before


def test_a_workbook_that_another_program_saved_meanwhile_gets_the_value_back(tmp_path: Path) -> None:
    master = dated(tmp_path / "master.xlsx")
    forms = chased(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "On hold", ("H1", "New date"): "Q4 2023/24"})
    collect(master, [forms], now=NOW)
    book = load_workbook(master)
    book["Plan"]["A1"].value = "Aardvarks first: Harbour action plan – Q1 2023/24"
    book.save(master)
    undo(master, now=NOW)
    sheet = load_workbook(master)["Plan"]
    assert (sheet["C4"].value, sheet["C4"].number_format, sheet["E4"].value) == (
        datetime(2023, 6, 30),
        "ddd d mmm yyyy",
        "In progress",
    )


def test_a_file_named_by_a_day_that_is_none_is_no_step(master: Path, forms: Path) -> None:
    odd = master.parent / ".peerxl" / "backup" / f"{master.name} 2024-02-31 093000.000000 zzzz.json"
    odd.parent.mkdir(parents=True, exist_ok=True)
    odd.write_text("{}", encoding="utf-8")
    fill_in(forms / "AD Roads.xlsx", {("R1", "Comment"): "Rust."})
    collect(master, [forms], now=NOW)
    assert odd not in step_paths(master)
    assert len(step_paths(master)) == 1
    assert run("undo", master).stdout.splitlines()[1:2] == ["Plan!F6: blank again"]
    assert odd.exists()
