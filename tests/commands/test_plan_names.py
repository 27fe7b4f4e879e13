"""The past of a plan goes with the plan, whatever its file is called and whatever has that name by now."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerxl import read_plan, set_cells
from peerxl.commands.collect.command import collect
from peerxl.commands.fix import fix
from peerxl.commands.memory import read_past, remember
from peerxl.commands.next import next_quarter
from peerxl.commands.undo import UndoResult, undo
from peerxl.excel.read import read_sheets
from peerxl.record.event import Merged
from peerxl.undo_log.log import NothingToUndoError
from tests.cli.test_cli import run, sentence, write_master
from tests.commands.test_collect import NOW, ROWS, TITLE, chased, fill_in
from tests.commands.test_record import asked

ANSWERED = ["Plan!E4 In progress", "Plan!C4 Q1 23/24"]
OTHER_YEAR = "the plan is that of 2024/25 by now, and this was changed in that of 2023/24"
UNRELATED = (
    ROWS[0],
    ("L1", "Open a library", "Q1 23/24", "AD Books", "", ""),
    ("L2", "Lend tools", "Q2 23/24", "AD Books", "", ""),
)


@pytest.fixture(name="plan")
def make_plan(tmp_path: Path) -> Path:
    """A plan that has asked its owners, of whom one has answered."""
    path = write_master(tmp_path / "plan.xlsx", ROWS, TITLE)
    asked(path)
    form = chased(path, "--no-record") / "AD Ports.xlsx"
    fill_in(form, {("H1", "Status"): "On hold", ("H1", "New date"): "Q4 2024/25"})
    collect(path, [form], now=NOW)
    return path


def turn_year(plan: Path) -> Path:
    """Next year's plan under the name of last year's, which is put aside; where that is now."""
    assert run("new-year", plan, "-o", plan.with_name("new.xlsx")).exit_code in (0, 1)
    old = plan.rename(plan.with_name("plan 2023.xlsx"))
    plan.with_name("new.xlsx").rename(plan)
    return old


def cells_of(done: UndoResult) -> list[str]:
    return [f"{cell} {cell.text}" for cell in done.cells]


def answers_in(path: Path) -> int:
    return len([entry for entry in read_past(path, read_plan(path)).entries if isinstance(entry.event, Merged)])


def test_a_change_is_taken_back_in_a_plan_that_was_renamed(plan: Path) -> None:
    renamed = plan.rename(plan.with_name("plan 2026.xlsx"))
    assert cells_of(undo(renamed, now=NOW)) == ANSWERED
    assert "there is no change to take back" in sentence(run("undo", renamed))


def test_changes_are_taken_back_in_their_order_through_a_new_name(plan: Path) -> None:
    """And a move to the next quarter as a whole."""
    next_quarter(plan, now=NOW)
    moved = plan.rename(plan.with_name("plan Q2.xlsx"))
    set_cells(moved, moved, {"Plan": {"E5": "Complete"}})
    book = moved.read_bytes()
    fix(moved, now=NOW, quarter="Q1 2023/24")
    assert cells_of(undo(moved, now=NOW)) == ["Plan!E5 Complete"]
    assert moved.read_bytes() == book
    run("undo", moved, "--forget")
    assert cells_of(undo(moved, now=NOW)) == ANSWERED


def test_a_move_to_the_next_quarter_is_taken_back_in_a_plan_that_was_renamed(plan: Path) -> None:
    before = plan.read_bytes()
    next_quarter(plan, now=NOW)
    moved = plan.rename(plan.with_name("plan Q2.xlsx"))
    assert undo(moved, now=NOW).restored
    assert moved.read_bytes() == before


@pytest.mark.parametrize("has_run", [False, True])
def test_last_year_s_change_is_not_taken_back_in_next_year_s_plan(plan: Path, has_run: bool) -> None:
    """Which has taken its name over; and last year's plan keeps its past, whether the new one has one of its own."""
    old, new = turn_year(plan), plan
    if has_run:
        assert run("chase", new, "--out", new.parent / "new", "--today", "2024-06-20").exit_code in (0, 1)
    before = new.read_bytes()
    assert "there is no change to take back" in sentence(run("undo", new))
    assert new.read_bytes() == before
    assert (answers_in(new), answers_in(old)) == (0, 2)
    assert "Nobody has been asked for Q1 2023/24" not in run("replies", old).stdout
    assert "AD Ports gave 1 answer" in run("history", old).stdout
    assert "AD Ports gave 1 answer" not in run("history", new).stdout
    assert cells_of(undo(old, now=NOW)) == ANSWERED
    # Whichever was run first, both are known from now on.
    assert {entry.plan for entry in read_past(old, read_plan(old)).entries} == {"plan.xlsx"}
    with remember(new, read_plan(new), "chase", NOW):
        pass
    assert {entry.plan for entry in read_past(new, read_plan(new)).entries} == {"plan.xlsx (2)"}
    assert (answers_in(new), answers_in(old)) == (0, 2)


def test_both_plans_of_two_years_under_new_names(plan: Path) -> None:
    old, new = turn_year(plan), plan.rename(plan.with_name("plan 2024.xlsx"))
    assert (answers_in(new), answers_in(old)) == (0, 2)
    assert cells_of(undo(old, now=NOW)) == ANSWERED


def test_where_last_year_s_plan_is_not_beside_it_the_past_goes_on_and_nothing_is_taken_back(plan: Path) -> None:
    """A plan that goes on from year to year looks just so."""
    turn_year(plan).unlink()
    assert answers_in(plan) == 2
    before = plan.read_bytes()
    result = run("undo", plan)
    assert result.stdout.splitlines()[1:] == [
        f"left alone: Plan: the status of H1: {OTHER_YEAR}",
        f"left alone: Plan: the date of H1: {OTHER_YEAR}",
        "0 cells taken back, 2 left alone",
        "  undo --forget gives this change up; the one before it is next",
    ]
    assert plan.read_bytes() == before


def test_a_copy_that_says_no_year_does_not_take_the_past_of_a_plan_that_goes_on(plan: Path) -> None:
    """Where nothing but an option says the quarter, next year's plan looks as last year's did."""
    for path in (plan, plan.with_name("copy.xlsx")):
        write_master(
            path, (tuple(cell.replace("Quarter 1 update", "Status") for cell in ROWS[0]), *ROWS[1:]), "Harbour"
        )
    with_quarter = read_plan(plan, quarter="Q1 2024/25")
    assert len(read_past(plan, with_quarter).entries) > 2
    assert read_past(plan, with_quarter).plan == "plan.xlsx"


def test_another_plan_under_the_name_has_no_past_of_it(plan: Path) -> None:
    old = plan.rename(plan.with_name("harbour.xlsx"))
    write_master(plan, UNRELATED, "Library action plan – Q1 2023/24")
    assert (answers_in(plan), answers_in(old)) == (0, 2)
    assert "there is no change to take back" in sentence(run("undo", plan))


def test_another_plan_does_not_take_the_past_of_one_that_is_gone(plan: Path) -> None:
    plan.unlink()
    other = write_master(plan.with_name("other.xlsx"), UNRELATED, "Library action plan – Q1 2023/24")
    assert answers_in(other) == 0


def test_a_copy_has_no_past_and_nothing_to_take_back(plan: Path) -> None:
    copy = Path(shutil.copy(plan, plan.with_name("copy.xlsx")))
    assert answers_in(copy) == 0
    with pytest.raises(NothingToUndoError):
        undo(copy, now=NOW)
    assert read_sheets(copy)[0].value(4, 5) == "On hold"


def test_a_plan_of_which_every_action_was_reworded_keeps_its_past(plan: Path) -> None:
    set_cells(plan, plan, {"Plan": {"B4": "Repairing the existing pier", "B5": "Light all the piers", "B6": "Bridges"}})
    assert answers_in(plan) == 2


def test_so_does_one_of_which_nothing_is_known_any_more_but_the_name(plan: Path) -> None:
    """As nothing else is beside it; what cannot be found in it is left alone."""
    write_master(plan, UNRELATED, TITLE)
    assert answers_in(plan) == 2
    assert [left.why for left in undo(plan, now=NOW).left] == ["the plan no longer has it", "the plan no longer has it"]


def test_without_a_record_the_name_tells(plan: Path) -> None:
    shutil.rmtree(plan.parent / ".peerxl" / "record")
    assert cells_of(undo(plan, now=NOW)) == ANSWERED
