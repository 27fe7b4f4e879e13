"""Collects and fixes taken back, cell by cell and step by step."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from peerxl import set_cells
from peerxl.collecting import collect
from peerxl.errors import MasterOpenError
from peerxl.excel.read import read_sheets
from peerxl.fixing import fix
from peerxl.journal import NothingToUndoError, path_of, read_steps
from peerxl.undoing import undo
from tests.test_cli import run, sentence, write_master
from tests.test_collect import NOW, ROWS, TITLE, chased, differences, fill_in, kept

LATER = datetime(2024, 1, 21, 14, 5)


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS, TITLE)


@pytest.fixture(name="forms")
def make_forms(master: Path) -> Path:
    return chased(master)


def test_undo(master: Path, forms: Path) -> None:
    before = kept(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H1", "New date"): "Q4 2023/24"})
    fill_in(forms / "AD Roads.xlsx", {("R1", "Comment"): "Rust."})
    collect(master, [forms], now=NOW)
    assert differences(before, master)["Plan!C4"] == "Q4 2023/24 (was Q1 23/24)"
    result = run("undo", master)
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "The collect of 20 January 2024 at 09:30:",
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
            "The collect of 20 January 2024 at 09:30:",
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


def test_a_run_killed_before_it_saved_leaves_a_step_that_changed_nothing(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The step is written down first: were it last, a kill in between would leave a change nobody can take back."""
    before = master.read_bytes()
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    monkeypatch.setattr("peerxl.journal.strike", lambda *_: None)  # nobody is there any more to strike it out
    master.with_name("~$master.xlsx").touch()
    with pytest.raises(MasterOpenError):
        collect(master, [forms], now=NOW)
    master.with_name("~$master.xlsx").unlink()
    monkeypatch.undo()
    done = undo(master, now=NOW)
    assert (done.cells, done.left, master.read_bytes()) == ((), (), before)
    with pytest.raises(NothingToUndoError):
        undo(master, now=NOW)


def test_a_collect_that_fails_leaves_no_step(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    master.with_name("~$master.xlsx").touch()
    with pytest.raises(MasterOpenError):
        collect(master, [forms], now=NOW)
    assert read_steps(master) == ()


def test_two_masters_of_one_name_have_a_record_each(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    other = Path(shutil.copy(master, master.with_suffix(".xlsm")))
    with pytest.raises(NothingToUndoError):
        undo(other, now=NOW)


@pytest.mark.parametrize("content", ["", "[1]", "{}", '[{"command": "collect"}]', "[{"])
def test_a_record_that_cannot_be_read(master: Path, forms: Path, content: str) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    path_of(master).parent.mkdir()
    path_of(master).write_text(content)
    assert "the record of changes cannot be read" in sentence(run("undo", master))
    collect(master, [forms], now=NOW)
    assert [(str(cell), cell.text) for cell in undo(master, now=NOW).cells] == [("Plan!E4", "In progress")]


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
