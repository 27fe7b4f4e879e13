"""What a cell's own rule of validation refuses is not collected into it, and the report says what it takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from peerxl import collect, read_plan, write_chase
from peerxl.excel.validations import CellRules
from peerxl.model.sheet import Cell, Value
from tests.commands.test_collect import differences, fill_in

NOW = datetime(2024, 1, 20, 9)
Ruled = Callable[[Worksheet], object]


def write_plan(path: Path, *rules: Ruled) -> Path:
    """A plan with a Statuses sheet of its own, so that its cells' rules say nothing of its words."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Harbour action plan – Q3 2023/24",))
        sheet.write_row(1, 0, ("Ref", "Action", "Timescale", "Owner", "Q3 update", "Q3 comments"))
        sheet.write_row(2, 0, ("H1", "Repair the pier", "Q3 23/24", "AD Ports", "Doing"))
        sheet.write_row(3, 0, ("H2", "Light the pier", "Q3 23/24", "AD Ports", "Doing"))
        statuses = book.add_worksheet("Statuses")
        for row, words in enumerate((("Status", "Counts as"), ("Doing", "Open"), ("Done", "Closed"))):
            statuses.write_row(row, 0, words)
        book.add_worksheet("Lists").write_column(0, 0, ("Doing", "Finished", None, "Late"))
        for rule in rules:
            rule(sheet)
    return path


def offering(source: object, cells: str = "E3:E3") -> Ruled:
    return lambda sheet: sheet.data_validation(cells, {"validate": "list", "source": source})


def taking(kind: str, criteria: str, value: object, cells: str, **more: object) -> Ruled:
    return lambda sheet: sheet.data_validation(cells, {"validate": kind, "criteria": criteria, "value": value, **more})


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (offering(["Doing", "Finished"]), "has a drop-down that offers Doing, Finished"),
        (offering("=Lists!$A$1:$A$4"), "has a drop-down that offers Doing, Finished, Late"),
        (offering("=INDIRECT(A3)"), "has a drop-down whose words cannot be read"),
        (offering("=Lists!$C$1:$C$4"), "has a drop-down that offers nothing"),
        (taking("length", "<=", 3, "E3"), "takes no text of 4 characters"),
        (taking("date", ">", date(2023, 1, 1), "E3"), "takes days only"),
        (taking("integer", ">", 0, "E3"), "takes whole numbers only"),
    ],
)
def test_a_status_that_its_cell_refuses_stays_out(tmp_path: Path, rule: Ruled, why: str) -> None:
    master = write_plan(tmp_path / "plan.xlsx", rule)
    write_chase(read_plan(master), tmp_path / "out", today=date(2024, 1, 8))
    form = fill_in(
        tmp_path / "out" / "forms" / "AD Ports.xlsx",
        {("H1", "Status"): "Done", ("H1", "Comment"): "It stands.", ("H2", "Status"): "Done"},
    )
    before = tmp_path / "before.xlsx"
    before.write_bytes(master.read_bytes())
    merge = collect(master, [form], now=NOW).merge
    assert [(refusal.code, refusal.message, str(refusal.cell)) for refusal in merge.refusals] == [
        (
            "not-allowed",
            f"H1: the plan's cell Plan!E3 {why}, and the answer is “Done”; put in yourself what is meant.",
            "Your actions!G8",
        )
    ]
    assert differences(before, master) == {"Plan!F3": "It stands.", "Plan!E4": "Done"}


@pytest.mark.parametrize(
    ("rule", "value", "why"),
    [
        (offering(["Doing", "Finished"]), "Doing", ""),
        (offering(["Doing", "Finished"]), "doing", "has a drop-down that offers Doing, Finished"),
        (offering("=Lists!$A$1:$A$4"), "doing", ""),
        (offering("=INDIRECT(A3)"), "Doing", ""),
        (taking("date", ">", date(2023, 1, 1), "E3"), date(2024, 1, 1), ""),
        (taking("date", ">", date(2023, 1, 1), "E3"), date(2022, 1, 1), "takes other days only"),
        (
            taking("date", "between", None, "E3", minimum=date(2023, 1, 1), maximum=date(2023, 12, 31)),
            date(2024, 1, 1),
            "takes other days only",
        ),
        (taking("date", ">", "=TODAY()", "E3"), date(2022, 1, 1), ""),
        (taking("length", "between", None, "E3", minimum=2, maximum=4), "Done", ""),
        (taking("length", ">=", 5, "E3"), "Done", "takes no text of 4 characters"),
        (taking("length", "<=", 3, "E3", error_type="warning"), "Done", ""),
        (taking("length", "<=", 3, "E3", show_error=False), "Done", ""),
        (taking("custom", "=", "=ISTEXT(E3)", "E3"), "Done", ""),
        (taking("length", "<=", 3, "F3"), "Done", ""),
    ],
)
def test_what_a_rule_refuses(tmp_path: Path, rule: Ruled, value: Value, why: str) -> None:
    from peerxl.excel.read import read_sheets

    master = write_plan(tmp_path / "plan.xlsx", rule)
    cell = Cell("Plan", 3, 5)
    assert CellRules(master, read_sheets(master)).explain({cell: value}) == ({cell: why} if why else {})
