"""What moved, from files: which quarters are held against each other, and what is refused."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from peerxl.commands.memory import remember
from peerxl.commands.movement import NoEarlierQuarterError, PairError, QuarterOrderError, find_movement, write_movement
from peerxl.commands.outputs import OutputIsMasterError
from peerxl.commands.read import NoQuarterError, read_plan
from peerxl.movement.dates import DateMove, DateShift
from peerxl.movement.stage import Direction
from tests.cli.test_cli import ROWS, run, write_master
from tests.conftest import EXAMPLE, SHARED, needs_shared

APPENDICES = SHARED / "appendices"


@needs_shared
@pytest.mark.parametrize("kind", ["plain", "merged", "table"])
def test_the_published_appendices(kind: str) -> None:
    movement = find_movement(
        APPENDICES / f"appendix4-q1-2023-{kind}.xlsx",
        APPENDICES / f"appendix9-q3-2023-24-{kind}.xlsx",
        since="Q1 2023/24",
        quarter="Q3 2023/24",
    )
    assert [(move.action.ref, str(move.pair.rule), move.pair.likeness) for move in movement.moves] == [
        (f"PEER{ref}", "wording", 100.0)
        for ref in ("01.04", "04.02", "05.04", "05.01", "05.03", "06.01", "08.02", "08.01")
    ]
    assert [action.ref for action in movement.added] == ["PEER05.02"]
    assert len(movement.gone) == 12
    assert [departure.action.text for departure in movement.lost] == [
        "Refresh the performance and risk management frameworks and embed them throughout the organisation"
    ]


def test_one_plan_is_told_of_since_the_last_quarter_it_has() -> None:
    movement = find_movement(EXAMPLE)
    assert (str(movement.old.quarter), str(movement.new.quarter)) == ("Q2 2025/26", "Q3 2025/26")
    assert [move.action.ref for move in movement.completed] == ["PC6.2", "PC6.3", "PC7.1", "PC8.1"]
    since_q1 = find_movement(EXAMPLE, since="Q1 2025/26")
    assert [move.action.ref for move in since_q1.completed] == [
        "PC1.1", "PC3.2", "PC4.2", "PC6.1", "PC6.2", "PC6.3", "PC7.1", "PC7.3", "PC8.1",
    ]  # fmt: skip
    assert [move.action.ref for move in since_q1.stopped] == ["PC8.3"]


def test_what_cannot_be_compared(tmp_path: Path) -> None:
    one = write_master(tmp_path / "one.xlsx", ROWS)
    later = write_master(tmp_path / "later.xlsx", ROWS, "Harbour action plan – Q2 2023/24")
    untitled = write_master(tmp_path / "untitled.xlsx", ROWS, "Harbour action plan")
    with pytest.raises(NoEarlierQuarterError, match=r"^one\.xlsx: .* before Q1 2023/24, so nothing says what moved"):
        find_movement(one)
    with pytest.raises(NoEarlierQuarterError, match="before Q1 2025/26"):
        find_movement(EXAMPLE, since="Q4 2024/25")
    with pytest.raises(QuarterOrderError, match="Q3 2025/26 is not before Q3 2025/26"):
        find_movement(EXAMPLE, since="Q3 2025/26")
    with pytest.raises(QuarterOrderError, match="name the older file first"):
        find_movement(later, one)
    with pytest.raises(NoQuarterError):
        find_movement(untitled)
    # Two files say what moved though one of them does not say when it was.
    assert [move.is_news for move in find_movement(untitled, one).moves] == [False, False, False]


HEADINGS = ("Ref", "Action", "Timescale", "Owner", "Status")


def test_a_plan_that_forgets_is_told_of_by_its_record(tmp_path: Path) -> None:
    rows = (HEADINGS, ("H1", "Repair the pier", "Q3 2023/24", "AD Estates", "In progress"))
    plan_path = write_master(tmp_path / "plan.xlsx", rows)
    with remember(plan_path, read_plan(plan_path), "check", datetime(2023, 6, 5)):
        pass
    now = (HEADINGS, ("H1", "Repair the pier", "Q1 2024/25", "AD Estates", "On hold"))
    write_master(plan_path, now, "Harbour action plan – Q2 2023/24")
    (move,) = find_movement(plan_path).moves
    assert (move.status.before.update.status_text, move.status.direction) == ("In progress", Direction.BACK)
    assert move.date == DateMove("Q1 2024/25", "Q3 2023/24", "Q3 2023/24", 1, DateShift.LATER)
    with pytest.raises(NoEarlierQuarterError):
        find_movement(plan_path, recording={"no_record": True})
    # The paper tells it too, whoever asks for it by the command line.
    assert run("appendix", plan_path, "-o", tmp_path / "paper.xlsx").exit_code == 0
    assert run("appendix", plan_path, "-o", tmp_path / "forgetful.xlsx", "--no-record").exit_code == 0
    names = [load_workbook(tmp_path / name).sheetnames for name in ("paper.xlsx", "forgetful.xlsx")]
    assert ["What changed" in each for each in names] == [True, False]
    assert [[cell.value for cell in row] for row in load_workbook(tmp_path / "paper.xlsx")["What changed"]][-1] == [
        "Gone back", "H1", "Repair the pier", "Back: from In progress to On hold", "Later: Q1 2024/25, was Q3 2023/24"
    ]  # fmt: skip


def test_two_actions_that_somebody_says_are_one(tmp_path: Path) -> None:
    old = write_master(tmp_path / "old.xlsx", ROWS)
    rows = (ROWS[0], ("H1", "Harbour", "Buy a dredger for the marina", *ROWS[1][3:]), *ROWS[2:])
    new = write_master(tmp_path / "new.xlsx", rows, "Harbour action plan – Q2 2023/24")
    assert [(doubt.old.text, doubt.new.text) for doubt in find_movement(old, new).doubts] == [
        ("Repair the pier", "Buy a dredger for the marina")
    ]
    for same in (("H1", "H1"), ("4", "4")):
        movement = find_movement(old, new, same=(same,))
        assert [(str(move.pair.rule), move.action.ref) for move in movement.moves] == [
            ("settled", "H1"), ("ref", "H2"), ("ref", "R1")
        ]  # fmt: skip
        assert (movement.added, movement.gone, movement.doubts) == ((), (), ())
    # What is settled takes an action from the one that has its ref.
    crossed = find_movement(old, new, same=(("H1", "H2"),))
    assert [(move.pair.old.ref, move.action.ref) for move in crossed.moves] == [("H1", "H2"), ("R1", "R1")]
    for pairs, message in (
        ((("H9", "H1"),), "--same H9=H1: old.xlsx has no action with the ref H9, or in the row of that number."),
        ((("H1", "3"),), "--same H1=3: new.xlsx has no action with the ref 3, or in the row of that number."),
        ((("H1", "H1"), ("H1", "H2")), "--same H1=H2: H1 is one with another already, by --same H1=H1."),
    ):
        with pytest.raises(PairError, match=f"^{re.escape(message)}$"):
            find_movement(old, new, same=pairs)
    with pytest.raises(PairError, match="two files have to be named"):
        find_movement(old, same=(("H1", "H2"),))


def test_the_workbook(tmp_path: Path) -> None:
    target = write_movement(find_movement(EXAMPLE), tmp_path / "moved.xlsx")
    assert load_workbook(target).sheetnames == ["What changed"]
    with pytest.raises(OutputIsMasterError):
        write_movement(find_movement(EXAMPLE), EXAMPLE, force=True)
