"""Forms made for what a plan can take, and never written over once somebody has typed into them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from peerxl import check_plan, read_plan
from peerxl.commands.collect.command import collect
from peerxl.excel.read import read_sheets
from tests.cli.test_cli import files_in, run, sentence, write_master
from tests.commands.test_collect import NOW, ROWS, TITLE, fill_in
from tests.conftest import SHARED, needs_shared

TODAY = ("--today", "2024-01-08")
HEADINGS, *ACTIONS = ROWS


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS, TITLE)


def without(*headings: str) -> tuple[tuple[str, ...], ...]:
    """The plan without some columns."""
    kept = [index for index, heading in enumerate(HEADINGS) if heading not in headings]
    return tuple(tuple(row[index] for index in kept) for row in ROWS)


def questions(form: Path) -> list[object]:
    """The headings that are filled in."""
    sheet = load_workbook(form)["Your actions"]
    headings = [cell.value for cell in sheet[next(iter(sheet.tables.values())).ref][0]]
    return [heading for heading in headings if heading in ("Status", "Comment", "New date")]


def findings(master: Path) -> list[str]:
    return [finding.message for finding in check_plan(read_plan(master)) if finding.code == "answers-nowhere"]


def test_what_the_plan_has_no_column_for_is_not_asked(tmp_path: Path) -> None:
    master = write_master(tmp_path / "master.xlsx", without("Comments"), TITLE)
    result = run("chase", master, "--out", tmp_path / "out", *TODAY)
    advice = (
        "There is no column for the comment of Q1 2023/24, so that is not asked; add a column headed “Quarter 1 "
        "comments”."
    )
    assert result.exit_code == 0
    assert f"  not asked: Plan: {advice}" in result.stdout.splitlines()
    assert findings(master) == [advice]
    form = tmp_path / "out" / "forms" / "AD Ports.xlsx"
    assert questions(form) == ["Status", "New date"]
    sheet = load_workbook(form)["Your actions"]
    assert [sheet.cell(row, 1).value for row in (3, 4)] == [
        "1. Choose Enable Editing if Excel offers it, then choose a status for each action: "
        "only yellow cells can be changed.",
        "2. Where a new date is asked for and the action is not finished, give the new date.",
    ]
    listing = load_workbook(tmp_path / "out" / "chase-list.xlsx")["Owners"]
    assert f"Not asked: {advice}" in [cell.value for cell in listing["A"]]
    document = json.loads(run("chase", master, "--dry-run", *TODAY, "--json").stdout)
    assert document["nowhere"] == [{"fields": ["comment"], "sheet": "Plan", "cells": [], "message": advice}]
    # Nobody is asked about R1 of H1's status alone: what is asked is what is missing.
    assert [(ask["ref"], ask["reasons"]) for ask in document["asks"]] == [
        ("H1", ["due"]),
        ("H2", ["no-status"]),
        ("R1", ["no-status"]),
    ]
    fill_in(form, {("H1", "Status"): "Completed"})
    assert collect(master, [form], now=NOW).merge.is_clean
    assert read_sheets(master)[0].value(4, 5) == "Completed"


@pytest.mark.parametrize(
    ("rows", "options", "says"),
    [
        (
            ROWS,
            ("--quarter", "Q2 2023/24"),
            "there is no column for the status and the comment of Q2 2023/24, so that is not asked; add columns headed "
            '“Quarter 2 update” and “Quarter 2 comments”, or run peerxl next with --quarter "Q1 2023/24".',
        ),
        (
            without("Quarter 1 update", "Comments"),
            (),
            "there is no column for the status and the comment of Q1 2023/24, so that is not asked; add columns headed "
            "“Status” and “Comments”.",
        ),
    ],
)
def test_where_nothing_could_be_put_nobody_is_asked(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...], options: tuple[str, ...], says: str
) -> None:
    master = write_master(tmp_path / "master.xlsx", rows, TITLE)
    for command in ("chase", "quarter"):
        result = run(command, master, "--out", tmp_path / "out", *TODAY, *options)
        assert sentence(result) == f"peerxl: master.xlsx!Plan: {says}"
    assert files_in(tmp_path) == [".peerxl/lock", "master.xlsx"]


def guarded(path: Path, *, formula: bool = False, locked: tuple[int, ...] = ()) -> Path:
    """The plan with a formula for the first status, or protected with some columns locked."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, opened = book.add_worksheet("Plan"), book.add_format({"locked": False})
        sheet.write_string(0, 0, TITLE)
        for number, row in enumerate(ROWS, 2):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text, None if column in locked else opened)
        if formula:
            sheet.write_formula("E4", '="In "&"progress"', opened, "In progress")
        if locked:
            sheet.protect()
    return path


def test_a_formula_in_the_way_leaves_out_its_own_question(tmp_path: Path) -> None:
    master = guarded(tmp_path / "master.xlsx", formula=True)
    sentence = "The cell for the status of an action is a formula, so that is not asked; have words in its place."
    assert findings(master) == [sentence]
    assert run("chase", master, "--out", tmp_path, *TODAY).exit_code == 0
    sheet = load_workbook(tmp_path / "forms" / "AD Ports.xlsx")["Your actions"]
    headings, *rows = sheet[next(iter(sheet.tables.values())).ref]
    column = [cell.value for cell in headings].index("Status")
    assert [(row[0].value, row[column].value, row[column].protection.locked) for row in rows] == [
        ("H1", "Not asked", True),
        ("H2", None, False),
    ]
    form = fill_in(tmp_path / "forms" / "AD Ports.xlsx", {("H1", "Comment"): "Late.", ("H2", "Status"): "Ongoing"})
    merge = collect(master, [form], now=NOW).merge
    assert ([change.cell.address for change in merge.changes], merge.is_clean) == (["F4", "E5"], True)


def test_locked_cells(tmp_path: Path) -> None:
    master = guarded(tmp_path / "master.xlsx", locked=(4,))
    assert findings(master) == [
        "The cell for the status of 3 actions is locked on a protected sheet, so that is not asked; unlock it in Excel "
        "(Review, Unprotect Sheet)."
    ]
    assert run("chase", master, "--out", tmp_path, *TODAY).exit_code == 0
    assert questions(tmp_path / "forms" / "AD Ports.xlsx") == ["Comment", "New date"]
    master = guarded(tmp_path / "master.xlsx", locked=(2, 4, 5))
    assert sentence(run("chase", master, "--out", tmp_path / "again", *TODAY)) == (
        "peerxl: master.xlsx!Plan: the cell for the status, the comment and the new date of 3 actions is locked on a "
        "protected sheet, so that is not asked; unlock it in Excel (Review, Unprotect Sheet)."
    )
    assert not (tmp_path / "again").exists()


@needs_shared
def test_a_plan_without_a_column_of_comments(tmp_path: Path) -> None:
    master = Path(shutil.copy(SHARED / "faults" / "no-comment-column.xlsx", tmp_path))
    advice = "There is no column for the comment of Q2 2026/27, so that is not asked; add a column headed “Comments”."
    result = run("chase", master, "--out", tmp_path / "out", "--quarter", "Q2 2026/27", "--today", "2026-09-01")
    assert (result.exit_code, f"  not asked: Sheet1: {advice}" in result.stdout.splitlines()) == (0, True)
    assert questions(tmp_path / "out" / "forms" / "Head of Property.xlsx") == ["Status", "New date"]
    codes = {finding.code: finding.message for finding in check_plan(read_plan(master, quarter="Q2 2026/27"))}
    assert codes["answers-nowhere"] == advice


def test_a_form_that_was_typed_into_is_never_replaced(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ports, roads = out / "forms" / "AD Ports.xlsx", out / "forms" / "AD Roads.xlsx"
    assert run("chase", master, "--out", out, *TODAY).exit_code == 0
    untouched = roads.read_bytes()
    filled = fill_in(ports, {("H1", "Status"): "Completed"}).read_bytes()
    later = ("--today", "2024-01-15")
    assert "somebody may have filled it in" in sentence(run("chase", master, "--out", out, *later))
    assert (ports.read_bytes(), roads.read_bytes()) == (filled, untouched)
    days = {"chase": "2024-01-15", "quarter": "2024-01-17"}
    for command, day in days.items():
        result = run(command, master, "--out", out, "--today", day, "--force")
        assert (
            f"  filled in and kept as it is, so no new form was made: {ports}; move it to {out / 'returned'}"
            in result.stdout.splitlines()
        )
        assert ports.read_bytes() == filled
        assert roads.read_bytes() != untouched
    document = json.loads(run("chase", master, "--out", out, "--today", "2024-01-19", "--force", "--json").stdout)
    assert document["kept"] == [str(ports)]
    ports.rename(out / "returned" / ports.name)
    assert run("chase", master, "--out", out, "--today", "2024-01-29").exit_code == 0
    assert (ports.is_file(), (out / "returned" / ports.name).read_bytes()) == (True, filled)
    assert collect(master, [out / "returned"], now=NOW).merge.is_clean


def test_a_form_of_which_nobody_knows_whether_it_was_typed_into_is_kept(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("chase", master, "--out", out, *TODAY).exit_code == 0
    before = {path: path.read_bytes() for path in (out / "forms").iterdir()}
    shutil.rmtree(tmp_path / ".peerxl")
    result = run("chase", master, "--out", out, "--today", "2024-01-15", "--force")
    assert result.stdout.count("filled in and kept as it is") == 2
    assert {path: path.read_bytes() for path in before} == before


def test_what_an_earlier_chase_left_is_put_aside(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("chase", master, "--out", out, *TODAY).exit_code == 0
    before = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.xlsx")}
    for day in ("2024-01-15", "2024-01-17"):
        result = run("chase", master, "--out", out, "--today", day)
        assert (result.exit_code, "kept" in result.stdout) == (0, False)
    earlier = out / "earlier" / "2024-01-08"
    assert {path.relative_to(earlier): path.read_bytes() for path in earlier.rglob("*.xlsx")} == before
    assert sorted(path.name for path in (out / "earlier").iterdir()) == ["2024-01-08", "2024-01-15"]
    sheet = load_workbook(out / "forms" / "AD Ports.xlsx")["Your actions"]
    assert str(sheet["A1"].value).endswith("please reply by Monday 22 January 2024")


def test_what_is_no_chase_s_is_not_put_aside(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("chase", master, "--out", out, *TODAY).exit_code == 0
    shutil.copy(master, out / "chase-list.xlsx")
    before = files_in(tmp_path)
    result = run("chase", master, "--out", out, "--today", "2024-01-15")
    assert "chase-list.xlsx: there is a different file of this name already" in sentence(result)
    assert files_in(tmp_path) == before
