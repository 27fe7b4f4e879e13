"""What --accept takes and settles, in real workbooks, from one collect of the same forms to the next."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from peerxl import set_cells
from peerxl.commands.collect.command import collect
from peerxl.excel.read import read_sheets
from peerxl.merge import Merge
from tests.cli.test_cli import run, write_master
from tests.commands.test_collect import fill_in
from tests.commands.test_validation import offering, taking, write_plan

NOW = datetime(2024, 1, 20, 9, 30)
ROWS = (
    ("Ref", "Action", "Timescale", "Owner", "Quarter 3 update", "Comments"),
    ("H1", "Repair the pier", "Q3 23/24", "AD Ports", "In progress", "Timber is ordered"),
    ("R1", "Mend the bridge", "Q3 23/24", "AD Ports / AD Roads", "", ""),
)
TITLE = "Harbour action plan – Q3 2023/24"


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS, TITLE)


def chased(master: Path) -> Path:
    assert run("chase", master, "--out", master.parent / "out", "--today", "2024-01-08").exit_code == 0
    return master.parent / "out" / "forms"


def collected(master: Path, *accept: str) -> Merge:
    return collect(master, [master.parent / "out" / "forms"], now=NOW, accept=accept).merge


def told(merge: Merge) -> tuple[list[str], list[str], list[str]]:
    """All that came of the forms: what went in, what is in conflict, and what was refused."""
    return (
        [f"{each.cell.address} {each.text}" for each in merge.changes],
        [f"{each.cell.address} {each.now} / {each.text}" for each in merge.conflicts],
        [f"{each.code} {each.accept}" for each in merge.refusals],
    )


def open_conflicts(master: Path) -> list[str]:
    lines = run("replies", master).stdout.splitlines()
    return [line.partition(";")[0] for line in lines if "open conflict" in line]


def test_a_date_that_is_accepted_settles_no_conflict_of_its_line(master: Path) -> None:
    forms = chased(master)
    fill_in(
        forms / "AD Ports.xlsx",
        {("H1", "Status"): "On hold", ("H1", "Comment"): "We wait.", ("H1", "New date"): "when we can"},
    )
    set_cells(master, master, {"Plan": {"E4": "Completed", "F4": "It stands."}})
    conflicts = ["E4 Completed / On hold", "F4 It stands. / We wait."]
    open_ones = [
        "H1 has an open conflict about the status: the plan's is “Completed”, and AD Ports answers “On hold”",
        "H1 has an open conflict about the comment: the plan's is “It stands.”, and AD Ports answers “We wait.”",
    ]
    accept = "AD Ports.xlsx:8"
    assert told(collected(master)) == ([], conflicts, [f"unreadable {accept}"])
    taken = collected(master, accept)
    assert told(taken) == (["C4 when we can (was Q3 23/24)"], conflicts, [])
    assert [(each.field.noun, each.choice) for each in taken.rulings] == [("new date", "accepted")]
    assert open_conflicts(master) == open_ones
    assert told(collected(master)) == ([], conflicts, [])
    assert open_conflicts(master) == open_ones
    assert told(collected(master, "H1.status=theirs", "H1.comment=mine")) == (["E4 On hold"], [], [])
    assert open_conflicts(master) == []
    assert told(collected(master)) == ([], [], [])


def test_an_accepted_answer_that_another_owner_contradicts_waits_to_be_settled(master: Path) -> None:
    forms = chased(master)
    fill_in(forms / "AD Ports.xlsx", {("R1", "Status"): "Ongoing", ("R1", "New date"): "next year maybe"})
    fill_in(forms / "AD Roads.xlsx", {("R1", "Status"): "On hold", ("R1", "New date"): "when we can"})
    ports, roads = "unreadable AD Ports.xlsx:9", "unreadable AD Roads.xlsx:8"
    status, date = "E5 Ongoing / On hold", "C5 Q3 23/24 / when we can"
    assert told(collected(master)) == (["E5 Ongoing"], [status], [ports, roads])
    assert told(collected(master, "AD Roads.xlsx:8")) == ([], [status, date], [ports])
    assert told(collected(master)) == ([], [status, date], [ports])
    assert len(open_conflicts(master)) == 2
    assert told(collected(master, "R1.date=theirs")) == (["C5 when we can (was Q3 23/24)"], [status], [ports])
    assert told(collected(master)) == ([], [status], [ports])


def test_nothing_is_settled_about_what_its_cell_does_not_take(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "plan.xlsx", offering(["Doing", "Late"]))
    forms = chased(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Done"})
    set_cells(master, master, {"Plan": {"E3": "Late"}})
    conflict = ["E3 Late / Done"]
    assert told(collected(master)) == ([], conflict, [])
    held = collected(master, "H1.status=theirs")
    assert (told(held), held.rulings) == (([], [], ["not-allowed "]), ())
    assert told(collected(master)) == ([], conflict, [])
    assert read_sheets(master)[0].value(3, 5) == "Late"


def test_what_a_cell_does_not_take_is_not_offered_to_be_accepted(tmp_path: Path) -> None:
    """Nor where the plan has a formula; what its cell does take still is."""
    master = write_plan(
        tmp_path / "plan.xlsx",
        offering(["Doing", "Done"]),
        taking("date", ">", date(2023, 1, 1), "C3"),
        lambda sheet: sheet.write_formula("E4", '="Do"&"ing"', None, "Doing"),
    )
    forms = chased(master)
    fill_in(
        forms / "AD Ports.xlsx",
        {
            ("H1", "Status"): "100%",
            ("H1", "New date"): "some day",
            ("H2", "Status"): "Becalmed",
            ("H2", "New date"): "some day",
        },
    )
    refused = ["unreadable ", "unreadable ", "unreadable ", "unreadable AD Ports.xlsx:9"]
    assert told(collected(master)) == ([], [], refused)


def test_a_conflict_that_a_later_form_repeats_is_still_open(master: Path) -> None:
    forms = chased(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "On hold"})
    set_cells(master, master, {"Plan": {"E4": "Completed"}})
    conflict = ["E4 Completed / On hold"]
    still_open = ["H1 has an open conflict about the status: the plan's is “Completed”, and AD Ports answers “On hold”"]
    assert (told(collected(master)), open_conflicts(master)) == (([], conflict, []), still_open)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Comment"): "We wait."})
    assert (told(collected(master)), open_conflicts(master)) == ((["F4 We wait."], conflict, []), still_open)
