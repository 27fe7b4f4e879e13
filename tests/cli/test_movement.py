"""``peerxl movement``: what it prints, as text and as JSON, what it writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.test_cli import ROWS, run, write_master

LATER = (
    ("No.", "What we will do", "Due date", "Lead", "Progress", "Theme"),
    ("H1", "Repair the pier", "Q2 23/24", "AD Estates", "In progress", "Harbour"),
    ("R1", "Mend the bridge for lorries", "Q3 23/24 – ongoing", "AD Roads", "On hold", "Roads"),
    ("R2", "Paint the bridge", "Q4 23/24", "AD Roads", "Not started", "Roads"),
)


@pytest.fixture(name="files")
def make_files(tmp_path: Path) -> tuple[Path, Path]:
    return (
        write_master(tmp_path / "q1.xlsx", ROWS),
        write_master(tmp_path / "q2.xlsx", LATER, "Harbour action plan – Q2 2023/24"),
    )


def test_text(files: tuple[Path, Path]) -> None:
    result = run("movement", *files, env={"COLUMNS": "160"})
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "What changed from Quarter 1 2023/24 to Quarter 2 2023/24: Harbour action plan",
        "What became of the actions from Quarter 1 2023/24 to Quarter 2 2023/24: "
        "2 actions of the 3 before and the 3 now are the same.",
        "1 gone back, 1 with another date, 1 reworded, 1 added and 1 gone from the plan and closed.",
        "",
        "What changed     Theme    Ref  Action                                   Status                             "
        "Date                           Known by",
        "Gone back        Roads    R1   Mend the bridge for lorries (It said:…   Back: from In progress to On hold  "
        "Q3 23/24 – ongoing             Ref, words (65 of 100)",
        "Date changed     Harbour  H1   Repair the pier                          Same: In progress                  "
        "Later: Q2 23/24, was Q1 23/24  Ref",
        "Added            Roads    R2   Paint the bridge                         Not started                        "
        "Q4 23/24                       In one plan only",
        "Gone and closed  Harbour  H2   Light the pier                           Last known: Completed              "
        "Not known                      In one plan only",
    ]


def test_json(files: tuple[Path, Path]) -> None:
    result = run("movement", *files, "--json")
    told = json.loads(result.stdout)
    assert [(side["file"], side["quarter"]) for side in (told["old"], told["new"])] == [
        ("q1.xlsx", "Q1 2023/24"),
        ("q2.xlsx", "Q2 2023/24"),
    ]
    assert told["matched"][1] == {
        "what_changed": "Gone back",
        "ref": "R1",
        "theme": "Roads",
        "action": "Mend the bridge for lorries",
        "sheet": "Plan",
        "row": 5,
        "was": {"ref": "R1", "theme": "Roads", "action": "Mend the bridge", "sheet": "Plan", "row": 6},
        "known_by": "ref",
        "likeness": 64.7,
        "status": {
            "before": standing("In progress", "Q1 2023/24"),
            "now": standing("On hold", "Q2 2023/24"),
            "direction": "back",
            "words": "Back: from In progress to On hold",
        },
        "date": {
            "now": "Q3 23/24 – ongoing",
            "first": None,
            "last": None,
            "times": 0,
            "change": "same",
            "words": "Q3 23/24 – ongoing",
        },
        "reworded": True,
    }
    assert [move["date"]["words"] for move in told["matched"]] == [
        "Later: Q2 23/24, was Q1 23/24",
        "Q3 23/24 – ongoing",
    ]
    row = {"ref": "R2", "theme": "Roads", "action": "Paint the bridge", "sheet": "Plan", "row": 6}
    assert told["added"] == [row | standing("Not started", "Q2 2023/24")]
    row = {"ref": "H2", "theme": "Harbour", "action": "Light the pier", "sheet": "Plan", "row": 5}
    assert told["gone"] == [row | standing("Completed", "Q1 2023/24", is_open=False)]
    assert (told["knows_added"], told["doubts"]) == (True, [])


def standing(status: str, quarter: str, *, is_open: bool = True) -> dict[str, object]:
    return {"status": status, "status_words": status, "status_quarter": quarter, "is_open": is_open}


def test_a_workbook_is_written_once(files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "moved.xlsx"
    result = run("movement", *files, "-o", target)
    assert (result.exit_code, result.stderr) == (0, f"wrote {target}\n")
    first = target.read_bytes()
    assert run("movement", *files, "-o", target).exit_code == 0
    assert target.read_bytes() == first


def test_what_somebody_must_decide_ends_with_1(files: tuple[Path, Path], tmp_path: Path) -> None:
    rows = (LATER[0], ("H1", "Sell the depot", "Q2 23/24", "AD Estates", "In progress", "Harbour"), *LATER[2:])
    other = write_master(tmp_path / "other.xlsx", rows, "Harbour action plan – Q2 2023/24")
    result = run("movement", files[0], other)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-2:] == [
        "to decide: H1 “Repair the pier” and H1 “Sell the depot”: one ref, words 29 of 100 alike; they count as two, "
        "and as one with --same H1=H1",
        "to ask: H1 was still open and is gone: “Repair the pier”",
    ]


def test_a_plan_of_one_quarter_alone(files: tuple[Path, Path]) -> None:
    result = run("movement", files[0])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "peerxl: q1.xlsx: the plan has no columns of a quarter before Q1 2023/24, so nothing says what moved; "
        "name last quarter's file before it.\n"
    )


def test_the_appendix_says_what_changed_since_last_quarter_s_file(files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "paper.xlsx"
    result = run("appendix", files[1], "-o", target, "--last", files[0], "--sheets", "Summary, what-changed")
    assert (result.exit_code, result.stderr) == (0, f"wrote {target}\n")
    book = load_workbook(target)
    assert book.sheetnames == ["Summary", "What changed"]
    assert book["Summary"]["A3"].value == (
        "Since Quarter 1 2023/24, no action was completed, 1 was added (R2) and 1 is no longer in the plan."
    )
    refused = run("appendix", files[0], "-o", target, "--last", files[1])
    assert refused.exit_code == 2
    assert refused.stderr == (
        f"peerxl: {files[1]}: it is of Q2 2023/24, which is not before the plan's Q1 2023/24; name an older file with "
        "--last, or leave that out.\n"
    )


@pytest.mark.parametrize("sheets", ["nodes", "", "summary,,notes"])
def test_a_sheet_that_there_is_not(sheets: str, files: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("appendix", files[0], "-o", tmp_path / "paper.xlsx", "--sheets", sheets)
    assert result.exit_code == 2
    assert "is no sheet; they are summary, actions, what-changed, timeline, notes." in result.stderr


def test_a_file_of_records_has_the_actions_alone(files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "paper.csv"
    assert run("appendix", files[1], "-o", target).exit_code == 0
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["H1", "R1", "R2"]
