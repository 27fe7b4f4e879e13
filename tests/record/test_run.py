"""A run's file: made with its first event, one a run, each line on the disk before the next step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from peerxl.files.save import NotSavedError
from peerxl.record.event import Began, Published, Seen
from peerxl.record.folder import Folder, RecordFolderError, folder_of
from peerxl.record.reading import read_file, read_record
from peerxl.record.run import Run, RunFile
from peerxl.record.verify import verify_record
from tests.conftest import ROOT
from tests.record.happenings import H1, H2, MONDAY, PLAN, on, write

FIRST, SECOND = Seen(H1, "status", "In progress"), Seen(H2, "status", "On hold")
needs_permissions = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")


def test_a_run_that_does_nothing_leaves_no_file(tmp_path: Path) -> None:
    with RunFile(tmp_path / "record", Run("a1b2c3", PLAN, "chase", MONDAY)) as file:
        assert file.write() == ()
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_is_on_the_disk_at_once(tmp_path: Path) -> None:
    with RunFile(tmp_path, Run("a1b2c3", PLAN, "chase", MONDAY), (("old", "digest"),)) as file:
        written = file.write(FIRST)
        assert read_record(tmp_path).entries == written
        written += file.write(SECOND, at=on(0, 8))
        assert read_record(tmp_path).entries == written
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-23T0700-a1b2c3.jsonl"]
    assert [entry.event for entry in written] == [Began("chase", (("old", "digest"),)), FIRST, SECOND]
    assert [entry.number for entry in written] == [0, 1, 2]
    assert [entry.follows for entry in written] == ["", written[0].digest, written[1].digest]
    assert verify_record(tmp_path)[0].file == "…-old.jsonl"


def test_a_name_is_taken_once(tmp_path: Path) -> None:
    write(tmp_path, "a1b2c3", FIRST)
    before = read_record(tmp_path)
    with pytest.raises(NotSavedError, match=r"2026-11-23T0700-a1b2c3\.jsonl: not saved \(File exists\)"):
        write(tmp_path, "a1b2c3", SECOND)
    assert read_record(tmp_path) == before


def test_a_clock_that_goes_back_does_not_change_what_came_first(tmp_path: Path) -> None:
    with RunFile(tmp_path, Run("a1b2c3", PLAN, "chase", MONDAY)) as file:
        file.write(FIRST, at=on(0, 9))
        file.write(SECOND, at=on(0, 8))
    assert [entry.event for entry in read_record(tmp_path).entries][1:] == [FIRST, SECOND]


def test_the_day_is_that_of_the_clock_and_the_order_that_of_time(tmp_path: Path) -> None:
    summer = timezone(timedelta(hours=1))
    late = write(tmp_path, "late", FIRST, at=datetime(2026, 7, 2, 0, 10, tzinfo=summer))
    later = write(tmp_path, "later", SECOND, at=datetime(2026, 7, 1, 23, 20, tzinfo=UTC))
    assert read_record(tmp_path).entries == (*late, *later)
    assert [entry.at.date().day for entry in read_record(tmp_path).entries] == [2, 2, 1, 1]


@pytest.mark.parametrize("name", ["a:b", "../x", "abc", "", "ABCD", "a" * 33])
def test_an_id_that_no_file_can_have_everywhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="a run's id is 4 to 32 small letters and digits"):
        Run(name, PLAN, "chase", MONDAY)


def test_a_time_without_its_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="a run's time needs its offset"):
        Run("a1b2c3", PLAN, "chase", datetime(2026, 11, 23))


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    entries = write(tmp_path, "a1b2c3", FIRST)
    with RunFile(None, Run("a1b2c3", PLAN, "collect", MONDAY)) as file:
        assert file.write(FIRST) == entries


def test_after_a_failure_the_file_takes_no_more_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: object, content: bytes) -> None:
        with next(tmp_path.iterdir()).open("ab") as other:
            other.write(content[:20])
        raise OSError(28, "No space left on device")

    with RunFile(tmp_path, Run("a1b2c3", PLAN, "chase", MONDAY)) as file:
        written = file.write(FIRST)
        monkeypatch.setattr("peerxl.record.run.write_whole", full)
        with pytest.raises(NotSavedError, match="No space left on device"):
            file.write(SECOND)
        monkeypatch.undo()
        with pytest.raises(NotSavedError, match="an earlier line could not be written"):
            file.write(SECOND)
    record = read_record(tmp_path)
    assert record.entries == written
    assert [(fault.line, fault.is_harmless) for fault in record.faults] == [(3, True)]


def test_a_folder_that_is_a_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "record").write_text("")
    with pytest.raises(RecordFolderError) as error:
        write(tmp_path / "record", "a1b2c3", FIRST)
    assert str(error.value) == (
        f"{tmp_path / 'record'}: what is done cannot be remembered there (File exists); keep the record elsewhere with "
        "--record DIR, or go on without a memory with --no-record."
    )


@needs_permissions
def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(RecordFolderError, match="--no-record"):
            write(tmp_path, "a1b2c3", FIRST)
    finally:
        tmp_path.chmod(0o700)


def test_the_folder_lies_beside_the_master_wherever_a_link_lies(tmp_path: Path) -> None:
    master = tmp_path / "plans" / "master.xlsx"
    master.parent.mkdir()
    master.write_bytes(b"")
    (tmp_path / "link.xlsx").symlink_to(master)
    root = master.parent / ".peerxl"
    assert folder_of(tmp_path / "link.xlsx") == Folder(root)
    assert folder_of(master, tmp_path / "elsewhere") == Folder(tmp_path / "elsewhere")
    folder = Folder(root)
    assert (folder.forms, folder.record) == (root / "forms", root / "record")


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from peerxl.record.event import Published
from peerxl.record.run import Run, RunFile
with RunFile(Path(sys.argv[1]), Run(sys.argv[2], "plan", "chase", datetime.now(UTC))) as file:
    for number in range(100_000):
        file.write(Published("Q3 2026/27", f"{number}.xlsx", "00ff"))
        print(number, flush=True)
"""


def test_runs_that_are_killed_while_others_write_leave_nothing_to_repair(tmp_path: Path) -> None:
    """Three runs at once, each killed after it has said of some lines that they are written."""
    runs = {
        name: subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], stdout=subprocess.PIPE, cwd=ROOT)
        for name in ("one0", "two0", "three0")
    }
    promised: dict[str, int] = {}
    for number, (name, run) in enumerate(runs.items()):
        assert run.stdout is not None
        promised[name] = [int(run.stdout.readline()) for _ in range(20 + 30 * number)][-1]
        run.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        run.stdout.close()
        run.wait()
    assert all(fault.is_harmless for fault in verify_record(tmp_path))
    for path in tmp_path.iterdir():
        events = [entry.event for entry in read_file(path).entries]
        files = [event.file for event in events if isinstance(event, Published)]
        assert files == [f"{number}.xlsx" for number in range(len(files))]
        assert len(files) > promised[path.stem.rpartition("-")[2]]
