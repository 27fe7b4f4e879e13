"""What moved, from files: which quarters are held against each other, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from peerxl.commands.movement import find_movement, write_movement
from peerxl.errors import NoEarlierQuarterError, NoQuarterError, OutputIsMasterError, QuarterOrderError
from tests.cli.test_cli import ROWS, write_master
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


def test_the_workbook(tmp_path: Path) -> None:
    target = write_movement(find_movement(EXAMPLE), tmp_path / "moved.xlsx")
    assert load_workbook(target).sheetnames == ["What changed"]
    with pytest.raises(OutputIsMasterError):
        write_movement(find_movement(EXAMPLE), EXAMPLE, force=True)
