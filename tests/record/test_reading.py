"""The record is the union of its lines, however they lie in files; what is damaged is said and never stops the rest."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerxl.record.dates import list_dates
from peerxl.record.entry import Entry
from peerxl.record.event import Event, Seen
from peerxl.record.reading import RecordFault, read_record
from peerxl.record.replies import list_replies
from peerxl.record.settlements import list_settlements
from peerxl.record.verify import verify_record
from tests.conftest import examples
from tests.record.happenings import H1, H2, HISTORIES, QUARTER, write, write_history

History = list[tuple[datetime, list[Event]]]
HALF = "it is half written, as a run leaves it that was stopped; it does not count, and nothing needs to be done"
ONE, TWO, THREE = Seen(H1, "status", "In progress"), Seen(H2, "status", "On hold"), Seen(H1, "status", "Completed")


def state(entries: Iterable[Entry]) -> tuple[object, ...]:
    """All that is made of a record."""
    lines = tuple(entries)
    return list_replies(lines, QUARTER), list_dates(lines), list_settlements(lines)


def test_no_folder_is_an_empty_record(tmp_path: Path) -> None:
    record = read_record(tmp_path / "none")
    assert (record.entries, record.faults, record.heads) == ((), (), ())


def test_a_record_has_each_plan_of_its_folder(tmp_path: Path) -> None:
    mine, other = write(tmp_path, "run1", ONE), write(tmp_path, "run2", TWO, plan="another")
    record = read_record(tmp_path)
    assert record.of_plan(mine[0].plan) == mine
    assert record.of_plan("another") == other
    assert record.heads == (("run1", mine[-1].digest), ("run2", other[-1].digest))


@settings(derandomize=True, max_examples=examples(0.6))
@given(HISTORIES, st.randoms(use_true_random=False))
def test_however_the_lines_lie_in_files_they_come_to_the_same(history: History, chance: random.Random) -> None:
    """Shuffled, in one file or many, copied whole or in part, with Windows' line ends."""
    with TemporaryDirectory() as folder:
        first, second = Path(folder, "first"), Path(folder, "second")
        write_history(first, history)
        record = read_record(first)
        lines = [line for path in sorted(first.glob("*")) for line in path.read_bytes().splitlines()]
        lines += chance.choices(lines, k=3) if lines else []
        chance.shuffle(lines)
        second.mkdir()
        while lines:
            size = chance.randint(1, len(lines))
            end = chance.choice([b"\n", b"\r\n", b"\n\n"])
            (second / f"{len(lines)}.jsonl").write_bytes(end.join(lines[:size]) + chance.choice([b"", end]))
            lines = lines[size:]
        again = read_record(second)
        assert again == record
        assert state(again.entries) == state(record.entries)
        assert state(chance.sample(again.entries, len(again.entries))) == state(record.entries)


def test_cut_off_anywhere_a_file_loses_no_more_than_its_last_line(tmp_path: Path) -> None:
    entries = write(tmp_path, "run1", ONE, TWO, THREE)
    path = next(tmp_path.iterdir())
    content = path.read_bytes()
    for length in range(len(content) + 1):
        path.write_bytes(content[:length])
        record = read_record(tmp_path)
        # A whole line counts though its end is missing.
        whole = sum(1 for line in content[: length + 1].splitlines(keepends=True) if line.endswith(b"\n"))
        assert record.entries == entries[:whole]
        is_half = length > 0 and content[length - 1 : length + 1].count(b"\n") == 0
        assert record.faults == ((RecordFault(path.name, whole + 1, HALF, is_harmless=True),) if is_half else ())
        assert verify_record(tmp_path) == record.faults


def lines_of(content: bytes) -> list[bytes]:
    return [line.removesuffix(b"\r") for line in content.split(b"\n") if line.strip()]


@settings(max_examples=examples(1))
@given(st.binary(max_size=40), st.integers(0, 10_000), st.integers(0, 40))
def test_no_damage_stops_the_reading(damage: bytes, place: int, length: int) -> None:
    """Nor is any overlooked, but in the last line, which no other has seen."""
    with TemporaryDirectory() as folder:
        entries = write(Path(folder), "run1", ONE, TWO, THREE)
        path = next(Path(folder).iterdir())
        content = path.read_bytes()
        place %= len(content)
        damaged = content[:place] + damage + content[place + length :]
        path.write_bytes(damaged)
        record = read_record(Path(folder))
        if damaged == content:
            assert record.entries == entries
        else:
            untouched = sum(1 for line in content[:place].splitlines(keepends=True) if line.endswith(b"\n"))
            assert set(entries[:untouched]) <= set(record.entries)
            assert verify_record(Path(folder)) or lines_of(damaged)[:3] == lines_of(content)[:3]


def test_a_damaged_line_hides_no_other(tmp_path: Path) -> None:
    entries = write(tmp_path, "run1", ONE, TWO, THREE)
    path = next(tmp_path.iterdir())
    first, second, third, fourth = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + second.replace(b"{", b"(") + third.replace(b'"v":1', b'"v":7') + fourth)
    record = read_record(tmp_path)
    assert record.entries == (entries[0], entries[3])
    assert [str(fault) for fault in record.faults] == [
        f"{path.name}, line 2: it is damaged; bring an earlier version back from a backup, or from OneDrive's version "
        "history.",
        f"{path.name}, line 3: it was written by a newer peerxl (schema 7): update peerxl to count it.",
    ]


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "2026-11-23T0700-run1.jsonl").mkdir()
    entries = write(tmp_path, "run2", ONE)
    record = read_record(tmp_path)
    assert record.entries == entries
    assert [str(fault) for fault in record.faults] == [
        "2026-11-23T0700-run1.jsonl: the file cannot be read (Is a directory); close it elsewhere or ask for access to it."
    ]


@pytest.mark.parametrize("tail", [b"\0" * 512, b"\0", b"  \0"])
def test_what_a_loss_of_power_leaves_at_the_end_is_half_a_line(tmp_path: Path, tail: bytes) -> None:
    entries = write(tmp_path, "run1", ONE)
    path = next(tmp_path.iterdir())
    path.write_bytes(path.read_bytes() + tail)
    record = read_record(tmp_path)
    assert record.entries == entries
    assert record.faults == (RecordFault(path.name, 3, HALF, is_harmless=True),)
