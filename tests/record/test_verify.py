"""The chain: whatever of the record is changed or lost, and was seen by another line, is named with its file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from peerxl.record.event import Began, Seen
from peerxl.record.reading import read_record
from peerxl.record.run import Run, RunFile
from peerxl.record.verify import verify_record
from tests.record.happenings import H1, PLAN, on, write

EARLIER = "; bring an earlier version back from a backup, or from OneDrive's version history."
WORDS = ("In progress", "On hold", "Completed")
Lines = list[bytes]


def three_runs(folder: Path) -> list[Path]:
    """Three runs one after the other, each knowing those before it; their files, the oldest first."""
    for day in range(3):
        with RunFile(folder, Run(f"run{day}", PLAN, "chase", on(day)), read_record(folder).heads) as file:
            file.write(*(Seen(H1, "status", word) for word in WORDS))
    return sorted(folder.iterdir())


def test_a_whole_chain_has_no_faults(tmp_path: Path) -> None:
    three_runs(tmp_path)
    record = read_record(tmp_path)
    assert verify_record(tmp_path) == ()
    assert [entry.event for entry in record.entries if isinstance(entry.event, Began)] == [
        Began("chase"),
        Began("chase", (("run0", record.entries[3].digest),)),
        Began("chase", (("run1", record.entries[7].digest),)),
    ]
    assert record.heads == (("run2", record.entries[11].digest),)


DAMAGE: dict[str, tuple[Callable[[Lines], Lines], tuple[str, ...]]] = {
    "a line is changed": (
        lambda lines: [lines[0], lines[1].replace(b"In progress", b"Completed"), *lines[2:]],
        (", line 3: it or the line before it was changed after it was written",),
    ),
    "the last line is changed": (
        lambda lines: [*lines[:3], lines[3].replace(b"Completed", b"On hold")],
        (": a line that a later run had read is missing or changed",),
    ),
    "a line is gone": (lambda lines: [lines[0], *lines[2:]], (", line 2: 1 line before it is missing",)),
    "the first lines are gone": (lambda lines: lines[2:], (", line 1: 2 lines before it are missing",)),
    "the last line is gone": (
        lambda lines: lines[:3],
        (": a line that a later run had read is missing or changed",),
    ),
    "two lines have changed places": (
        lambda lines: [lines[0], lines[2], lines[1], lines[3]],
        (
            ", line 2: 1 line before it is missing",
            ", line 3: it stands out of its order",
            ", line 4: 1 line before it is missing",
        ),
    ),
    "a line stands there twice": (
        lambda lines: [*lines[:2], *lines[1:]],
        (", line 3: it stands out of its order",),
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_changed_or_lost_is_named(tmp_path: Path, damage: str) -> None:
    path = three_runs(tmp_path)[1]
    change, faults = DAMAGE[damage]
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))
    assert [str(fault) for fault in verify_record(tmp_path)] == [f"{path.name}{fault}{EARLIER}" for fault in faults]


def test_a_damaged_line_is_named_once(tmp_path: Path) -> None:
    path = three_runs(tmp_path)[1]
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], b"oops\n", *lines[2:]]))
    assert [str(fault) for fault in verify_record(tmp_path)] == [f"{path.name}, line 2: it is damaged{EARLIER}"]


def test_a_file_that_a_later_run_knew_is_missed(tmp_path: Path) -> None:
    three_runs(tmp_path)[1].unlink()
    assert [str(fault) for fault in verify_record(tmp_path)] == [f"…-run1.jsonl: the file is missing{EARLIER}"]


def test_the_last_run_s_file_is_missed_by_nobody(tmp_path: Path) -> None:
    three_runs(tmp_path)[2].unlink()
    assert verify_record(tmp_path) == ()


def test_runs_on_two_machines_at_once_are_both_known_to_the_next(tmp_path: Path) -> None:
    one, two = write(tmp_path, "run1", Seen(H1, "status", "On hold")), write(tmp_path, "run2", Seen(H1, "comment", ""))
    heads = read_record(tmp_path).heads
    assert heads == (("run1", one[-1].digest), ("run2", two[-1].digest))
    with RunFile(tmp_path, Run("run3", PLAN, "chase", on(1)), heads) as file:
        three = file.write(Seen(H1, "status", "Completed"))
    assert read_record(tmp_path).heads == (("run3", three[-1].digest),)


def test_a_file_that_grew_after_it_was_seen_is_whole(tmp_path: Path) -> None:
    """A file that a synchronised folder had brought only in part."""
    write(tmp_path, "run1", Seen(H1, "status", "On hold"), Seen(H1, "status", "Completed"))
    path = next(tmp_path.iterdir())
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
    with RunFile(tmp_path, Run("run2", PLAN, "chase", on(1)), read_record(tmp_path).heads) as file:
        file.write(Seen(H1, "comment", "Done"))
    path.write_bytes(whole)
    assert verify_record(tmp_path) == ()
    assert [run for run, _ in read_record(tmp_path).heads] == ["run1", "run2"]
