"""Which row an old value goes back to, where rows share their words, their refs were moved, or their sheet renamed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from peerxl.commands.collect.command import collect
from peerxl.commands.fix import fix
from peerxl.commands.undo import UndoResult, undo
from peerxl.undo_log.log import step_paths
from peerxl.undo_log.sheet_names import pair_renamed
from tests.cli.test_cli import run, write_master
from tests.commands.test_collect import NOW, ROWS, TITLE, chased, differences, fill_in, kept

Rows = list[list[str]]
HEADINGS = ("Ref", "Action", "Timescale", "Owner", "Status", "Comments")
REVIEW = "Review the service plan and publish it"
MOVED = "its row cannot be told any more, as several rows have its words ({}) and {}"
OTHERS = MOVED.format("4; 6; 8", "the owners or the rows around it are others now")
NOT_ALL = "its row cannot be told any more, as several rows have its words, and none of them says all else that it said"


def row(owner: str, status: str, ref: str = "", action: str = REVIEW, comment: str = "") -> list[str]:
    return [ref, action, "Q3 23/24", owner, status, comment]


THREE = [
    row("AD Housing", "ON HOLD"),
    row("AD HR", "", action="Train every manager"),
    row("AD Planning", "ONGOING"),
    row("AD Legal", "", action="Move the archive"),
    row("AD Finance", "On hold"),
]


def write(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    return write_master(path, (HEADINGS, *map(tuple, rows)), TITLE)


def edit(master: Path, change: Callable[[Rows], Rows]) -> None:
    """Edit the rows under the headings in the workbook itself, as an officer does."""
    book = load_workbook(master)
    sheet = book["Plan"]
    # What stands under the title, a blank row and the headings.
    first = 4
    rows = [[str(cell.value or "") for cell in cells] for cells in sheet.iter_rows(min_row=first, max_col=6)]
    sheet.delete_rows(first, len(rows))
    for number, cells in enumerate(change(rows), first):
        for column, value in enumerate(cells, 1):
            sheet.cell(number, column).value = value or None
    book.save(master)


def outcome(done: UndoResult) -> tuple[list[str], list[str]]:
    return [f"{cell} {cell.text}" for cell in done.cells], [left.why for left in done.left]


def by_owner(rows: Rows) -> Rows:
    return sorted(rows, key=lambda cells: cells[3])


def swapped(rows: Rows) -> Rows:
    """Two rows of one wording that change places, with the same owner and the same rows around them."""
    return [rows[2], rows[1], rows[0], *rows[3:]]


def without_refs(rows: Rows) -> Rows:
    return [["", *cells[1:]] for cells in rows]


def refs_moved(rows: Rows) -> Rows:
    refs = [cells[0] for cells in rows]
    return [[ref, *cells[1:]] for ref, cells in zip([refs[-1], *refs[:-1]], rows, strict=True)]


TWO = [
    row("AD Housing", "ON HOLD", comment="Since May."),
    row("AD HR", "", action="Train every manager"),
    row("AD Housing", "On hold"),
    row("AD HR", "", action="Move the archive"),
]
NAMED = [
    row("AD Housing", "ON HOLD", "A1"),
    row("AD HR", "On hold", "A2"),
    row("AD Legal", "On hold", "A3"),
]


GONE = MOVED.format("4; 5; 6", "their refs do not tell which it is")
FEWER = "its row cannot be told any more, as its words stood in rows 4; 6; 8 and now stand in rows 5; 7"


@pytest.mark.parametrize(
    ("rows", "change", "taken", "left"),
    [
        (THREE, list, ["Plan!E4 ON HOLD", "Plan!E6 ONGOING"], []),
        (THREE, by_owner, [], [OTHERS, OTHERS]),
        (THREE, lambda rows: rows[::-1], [], [OTHERS, OTHERS]),
        (THREE, lambda rows: rows[1:], [], [FEWER, FEWER]),
        (TWO, swapped, [], [NOT_ALL]),
        (NAMED, lambda rows: rows[::-1], ["Plan!E6 ON HOLD"], []),
        (NAMED, refs_moved, [], [NOT_ALL]),
        (NAMED, lambda rows: without_refs(rows[::-1]), [], [GONE]),
    ],
)
def test_of_rows_that_share_their_words_each_gets_its_own_back_or_none(
    tmp_path: Path, rows: Rows, change: Callable[[Rows], Rows], taken: list[str], left: list[str]
) -> None:
    master = write(tmp_path / "master.xlsx", rows)
    fix(master, now=NOW)
    edit(master, change)
    before = kept(master)
    assert outcome(undo(master, now=NOW)) == (taken, left)
    assert [f"{cell} {words}" for cell, words in differences(before, master).items()] == sorted(taken)


def test_two_rows_that_come_to_one_are_left_alone(tmp_path: Path) -> None:
    """The one that is left has the ref of one and the words of the other."""
    roofs = [row("AD Ports", "ON HOLD", "A1", "Mend the roof"), row("AD Ports", "ON HOLD", "A2", "Mend roofs")]
    master = write(tmp_path / "master.xlsx", [*roofs, row("AD Ports", "On hold", "A3", "Paint it")])
    fix(master, now=NOW)
    edit(master, lambda rows: [["A1", *rows[1][1:]], rows[2]])
    why = "its row cannot be told any more, as 2 rows of then come to row 4"
    assert outcome(undo(master, now=NOW)) == ([], [why, why])


def test_a_step_of_an_older_peerxl_takes_back_what_is_not_shared(tmp_path: Path) -> None:
    """It does not say what rows of one wording said, so that these are left alone."""
    master = write(tmp_path / "master.xlsx", [*THREE, row("AD HR", "ON HOLD", action="Hold a fair")])
    fix(master, now=NOW)
    (path,) = step_paths(master)
    step = json.loads(path.read_text(encoding="utf-8"))
    new = {"ref_rows", "neighbours", "row_words"}
    cells = [{name: value for name, value in cell.items() if name not in new} for cell in step["cells"]]
    old = {name: value for name, value in step.items() if name not in ("sheets", "quarter")}
    path.write_text(json.dumps({**old, "cells": cells}), encoding="utf-8")
    assert outcome(undo(master, now=NOW)) == (["Plan!E9 ON HOLD"], [NOT_ALL, NOT_ALL])


@pytest.mark.parametrize("value", ["Plan", [["Status"]], [["Status", 1]], {"Status": "On hold"}])
def test_words_of_a_row_that_are_damaged_are_found_before_anything_is_done(tmp_path: Path, value: object) -> None:
    master = write(tmp_path / "master.xlsx", THREE)
    fix(master, now=NOW)
    (path,) = step_paths(master)
    step = json.loads(path.read_text(encoding="utf-8"))
    step["cells"][0]["row_words"] = value
    path.write_text(json.dumps(step), encoding="utf-8")
    assert "the record of its changes cannot be read" in run("undo", master).stderr


def rename_sheets(master: Path, names: Sequence[str]) -> None:
    """Give the sheets these names, and add those that there are more."""
    book = load_workbook(master)
    for number, name in enumerate(names):
        sheet = book.worksheets[number] if number < len(book.worksheets) else book.create_sheet()
        sheet.title = name
    book.save(master)


@pytest.mark.parametrize("named", [{}, {"sheet": "Plan"}, {"sheet": ["Plan"]}, {"all_sheets": True}])
def test_a_sheet_that_was_renamed_is_found(tmp_path: Path, named: dict[str, object]) -> None:
    """With its rows of one wording, as it is known for the same sheet."""
    master = write(tmp_path / "master.xlsx", THREE)
    fix(master, now=NOW, **named)  # type: ignore[arg-type]
    rename_sheets(master, ["Action plan"])
    assert outcome(undo(master, now=NOW)) == (["Action plan!E4 ON HOLD", "Action plan!E6 ONGOING"], [])


def test_a_sheet_that_was_renamed_while_another_came_is_not_guessed(tmp_path: Path) -> None:
    master = write(tmp_path / "master.xlsx", THREE)
    fix(master, now=NOW)
    rename_sheets(master, ["Action plan", "Notes"])
    assert outcome(undo(master, now=NOW)) == ([], ["the plan no longer has it", "the plan no longer has it"])


@pytest.mark.parametrize(
    ("then", "now", "renamed"),
    [
        (["Plan", "Notes"], ["Plan", "Notes"], {}),
        (["Plan", "Notes"], ["Notes", "Plan 2"], {"Plan": "Plan 2"}),
        (["Plan", "Notes"], ["Plan 2", "Notes 2"], {"Plan": "Plan 2", "Notes": "Notes 2"}),
        (["Plan", "Notes", "Old"], ["Plan 2", "Old", "Notes 2"], {"Plan": "Plan 2"}),
        (["Plan", "Notes"], ["Plan 2", "Plan 3", "Notes"], {}),
        (["Plan", "Old"], ["Plan 2"], {}),
        ([], ["Plan"], {}),
    ],
)
def test_what_a_sheet_is_called_now(then: list[str], now: list[str], renamed: dict[str, str]) -> None:
    assert pair_renamed(then, now) == renamed


def test_a_form_s_answers_are_taken_back_on_a_sheet_that_was_renamed(tmp_path: Path) -> None:
    master = write_master(tmp_path / "master.xlsx", ROWS, TITLE)
    before = kept(master)
    form = fill_in(chased(master) / "AD Ports.xlsx", {("H1", "Status"): "On hold", ("H2", "Comment"): "Begun."})
    collect(master, [form], now=NOW)
    rename_sheets(master, ["Action plan"])
    assert outcome(undo(master, now=NOW)) == (["Action plan!E4 In progress", "Action plan!F5 "], [])
    rename_sheets(master, ["Plan"])
    assert differences(before, master) == {}
