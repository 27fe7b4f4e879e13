"""The index answers as the files do, whatever became of it."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from peerxl.record.event import Asked, Event, Returned, Seen, Step
from peerxl.record.index import index_path, open_index, user_cache
from peerxl.record.reading import Record, read_record
from tests.conftest import examples
from tests.record.happenings import H1, H2, HISTORIES, HR, PLAN, QUARTER, ROADS, on, write, write_history

SEEN = Seen(H1, "status", "In progress", QUARTER)
ASKED = Asked(HR, QUARTER, Step.ASK, (H1, H2))
RETURNED = Returned(ROADS, "Q2 2026/27", "Roads.xlsx", (H2,))


def indexed(folder: Path, cache: Path) -> Record:
    """All that the index says, as a record; its heads must be the record's."""
    with open_index(folder, cache) as index:
        record = Record(index.entries(), index.faults)
        assert index.heads == record.heads
    return record


def folders(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "record", tmp_path / "cache"


QUESTIONS = {
    "everything": ({}, [SEEN, ASKED, RETURNED, SEEN]),
    "a plan": ({"plan": "another"}, [SEEN]),
    "an owner": ({"owner": "headhr"}, [ASKED]),
    "a ref": ({"ref": "H1"}, [SEEN, ASKED, SEEN]),
    "a ref in small letters": ({"ref": "h2"}, [ASKED, RETURNED]),
    "the asks of a quarter": ({"quarter": QUARTER, "kinds": ("asked",)}, [ASKED]),
    "some kinds": ({"kinds": ("asked", "returned")}, [ASKED, RETURNED]),
    "nobody": ({"owner": "%"}, []),
    "a name that would be a command": ({"ref": "'; DROP TABLE line; --"}, []),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_answers_questions(tmp_path: Path, question: str) -> None:
    folder, cache = folders(tmp_path)
    write(folder, "run1", SEEN, ASKED)
    write(folder, "run2", RETURNED, at=on(1))
    write(folder, "run3", SEEN, at=on(2), plan="another")
    asked, events = QUESTIONS[question]
    with open_index(folder, cache) as index:
        entries = index.entries(**asked)  # type: ignore[arg-type]
    assert [entry.event for entry in entries if entry.kind != "began"] == events


@settings(derandomize=True, max_examples=examples(0.3))
@given(HISTORIES)
def test_it_says_what_the_files_say(history: list[tuple[datetime, list[Event]]]) -> None:
    with TemporaryDirectory() as folder:
        write_history(Path(folder, "record"), history)
        assert indexed(Path(folder, "record"), Path(folder, "cache")) == read_record(Path(folder, "record"))


def test_it_follows_the_files(tmp_path: Path) -> None:
    """New files, more lines, a copy, a damaged line, a file gone."""
    folder, cache = folders(tmp_path)
    assert indexed(folder, cache) == Record(())
    write(folder, "run1", SEEN, ASKED)
    write(folder, "run2", RETURNED, at=on(1))
    assert indexed(folder, cache) == read_record(folder)
    one, two = sorted(folder.iterdir())
    (folder / "2026-11-23T0700-run1-LAPTOP.jsonl").write_bytes(one.read_bytes())
    with two.open("ab") as file:
        file.write(b'{"half')
    record = indexed(folder, cache)
    assert record == read_record(folder)
    assert len(record.faults) == 1
    one.unlink()
    assert indexed(folder, cache) == record
    two.write_bytes(b"")
    assert indexed(folder, cache) == read_record(folder) != record


def test_deleted_it_is_made_anew(tmp_path: Path) -> None:
    folder, cache = folders(tmp_path)
    write(folder, "run1", SEEN, ASKED)
    before = indexed(folder, cache)
    path = index_path(folder, cache)
    path.unlink()
    assert indexed(folder, cache) == before
    assert path.is_file()


def test_a_damaged_one_is_made_anew(tmp_path: Path) -> None:
    folder, cache = folders(tmp_path)
    write(folder, "run1", *((SEEN, ASKED) * 50))
    before = indexed(folder, cache)
    path = index_path(folder, cache)
    whole = path.read_bytes()
    for damaged in (b"", b"no database", whole[:5000], whole[:4096] + b"\1" * 20_000, whole[:100] + whole[4196:]):
        path.write_bytes(damaged)
        assert indexed(folder, cache) == before
    assert indexed(folder, cache) == before


def test_one_of_another_layout_is_made_anew(tmp_path: Path) -> None:
    folder, cache = folders(tmp_path)
    write(folder, "run1", SEEN)
    before = indexed(folder, cache)
    connection = sqlite3.connect(index_path(folder, cache))
    connection.executescript("DELETE FROM line; PRAGMA user_version = 1;")
    connection.close()
    assert indexed(folder, cache) == before


def test_where_it_cannot_be_kept_it_answers_all_the_same(tmp_path: Path) -> None:
    folder, cache = folders(tmp_path)
    write(folder, "run1", SEEN, ASKED)
    cache.write_text("a file where the folder should be")
    assert indexed(folder, cache) == read_record(folder)


def test_a_file_that_could_not_be_opened_is_tried_again(tmp_path: Path) -> None:
    folder, cache = folders(tmp_path)
    write(folder, "run1", SEEN)
    path = folder / "2026-11-24T0700-run2.jsonl"
    path.mkdir()
    stat = path.stat()
    assert len(indexed(folder, cache).faults) == 1
    path.rmdir()
    write(folder, "run2", ASKED, at=on(1))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert indexed(folder, cache) == read_record(folder)
    assert read_record(folder).faults == ()


def test_each_folder_has_its_own_in_the_user_s_cache() -> None:
    first, second = (index_path(Path(folder), user_cache()) for folder in ("/plans/a", "/plans/b"))
    assert first != second
    assert first.parent == second.parent
    assert "peerxl" in first.parts
    assert PLAN not in first.name


def test_an_index_that_nobody_uses_is_deleted(tmp_path: Path) -> None:
    folder, cache = folders(tmp_path)
    write(folder, "run1", SEEN)
    indexed(folder, cache)
    own, month = index_path(folder, cache), 31 * 24 * 60 * 60
    others = {name: cache / name for name in ("record-0a.sqlite", "record-0b.sqlite", "portfolio.sqlite")}
    for name, path in others.items():
        path.touch()
        if name != "record-0b.sqlite":
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - month))
    os.utime(own, (own.stat().st_atime, own.stat().st_mtime - month))
    # That which is asked is used, whenever it was last written.
    assert [entry.event for entry in indexed(folder, cache).entries if entry.kind == "seen"] == [SEEN]
    assert {path.name for path in cache.iterdir()} == {own.name, "record-0b.sqlite", "portfolio.sqlite"}
    indexed(folder, cache)
    assert own.exists()
