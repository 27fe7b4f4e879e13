"""The master saved safely: refused where it is not the one that was read, backed up, and whole at any instant."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from peerxl.errors import MissingFileError, PeerxlError
from peerxl.excel import master as saving
from peerxl.excel.errors import NotReadBackError
from peerxl.excel.inspect import NotAFileError
from peerxl.excel.master import MasterChangedError, MasterOpenError, open_master, restore_master, save_cells
from peerxl.excel.patch.edit.promise import PutBack, make_promise
from peerxl.excel.patch.edit.refusals import FormulaCellError
from peerxl.excel.read import read_sheets
from peerxl.excel.readback import find_differences, reads_as
from peerxl.files.backup import BACKUPS, HOME, KEPT
from peerxl.files.save import NotSavedError
from peerxl.model.sheet import Block, Cell, Sheet, Value
from tests.conftest import ROOT
from tests.excel.patch.handmade import handmade, sheet_xml

NOW = datetime(2024, 1, 8, 9, 30)
CHANGES = {"Plan": {"B2": "Completed", "C9": "new", "A1": None}}


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    path = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Action", "Status"))
        sheet.write_row(1, 0, ("Set a vision", "In progress"))
        sheet.write_formula(2, 2, "=1+1")
    return path


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_cells_are_saved_and_the_master_before_is_kept(master: Path) -> None:
    before = master.read_bytes()
    master.chmod(0o640)
    opened = open_master(str(master))
    saved = save_cells(opened, CHANGES, now=NOW)
    assert saved.cells == (Cell("Plan", 1, 1, ""), Cell("Plan", 2, 2, "Completed"), Cell("Plan", 9, 3, "new"))
    assert saved.backup == master.parent / BACKUPS / "master 2024-01-08 093000.xlsx"
    assert saved.backup.read_bytes() == before
    assert master.stat().st_mode & 0o777 == saved.backup.stat().st_mode & 0o777 == 0o640
    assert files(master.parent) == [f"{BACKUPS}/{saved.backup.name}", "master.xlsx"]
    assert saved.master == open_master(master)
    [sheet] = read_sheets(master)
    assert (sheet.value(1, 1), sheet.value(2, 2), sheet.value(9, 3)) == (None, "Completed", "new")


def test_saving_on_from_what_was_saved(master: Path) -> None:
    first = save_cells(open_master(master), CHANGES, now=NOW)
    second = save_cells(first.master, {"Plan": {"B2": "Ongoing"}}, now=NOW)
    third = save_cells(second.master, {"Plan": {"B2": "Superseded"}}, now=NOW)
    assert [saved.backup.name for saved in (first, second, third) if saved.backup] == [
        "master 2024-01-08 093000.xlsx",
        "master 2024-01-08 093000 (2).xlsx",
        "master 2024-01-08 093000 (3).xlsx",
    ]


def test_nothing_to_change_leaves_everything_alone(master: Path) -> None:
    opened = open_master(master)
    for changes in ({}, {"Plan": {"Z9": None}}):
        assert save_cells(opened, changes, now=NOW).backup is None
    assert files(master.parent) == ["master.xlsx"]
    assert open_master(master) == opened


def test_the_last_twenty_are_kept_of_each_master(master: Path) -> None:
    folder = master.parent / BACKUPS
    folder.mkdir(parents=True)
    others = [
        "master b 2020-01-01 000000.xlsx",
        "master.xlsx",
        "master 2020-01-01.xlsx",
        "other 2020-01-01 000000.xlsx",
    ]
    for name in others:
        (folder / name).touch()
    opened, kept = open_master(master), []
    for number in range(KEPT + 3):
        saved = save_cells(opened, {"Plan": {"B2": f"{number}"}}, now=NOW + timedelta(days=number))
        opened = saved.master
        kept.append(saved.backup)
    assert files(folder) == sorted([*others, *(path.name for path in kept[-KEPT:] if path)])
    # A clock that was put back does not cost the copy that was just made.
    saved = save_cells(opened, {"Plan": {"B2": "x"}}, now=NOW - timedelta(days=99))
    assert saved.backup
    assert saved.backup.exists()
    assert len(files(folder)) == len(others) + KEPT


def test_a_cell_that_is_no_number_is_like_itself(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml('<row r="1"><c r="A1"><v>NaN</v></c></row><row r="2"><c r="A2"/></row>'))
    saved = save_cells(open_master(path), {"Plan": {"B1": "x", "A2": "y"}}, now=NOW)
    assert saved.cells == (Cell("Plan", 1, 2, "x"), Cell("Plan", 2, 1, "y"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    with pytest.raises(NotAFileError):
        open_master(tmp_path / "pipe.xlsx")
    with pytest.raises(MissingFileError):
        open_master(tmp_path / "a\0.xlsx")


def refusal(master: Path, error: type[PeerxlError], changes: object = CHANGES) -> str:
    before, beside = master.read_bytes(), files(master.parent)
    opened = saving.Opened(master, saving.digest(master))
    with pytest.raises(error) as caught:
        save_cells(opened, changes, now=NOW)  # type: ignore[arg-type]
    assert master.read_bytes() == before
    assert files(master.parent) == beside
    return str(caught.value).removeprefix(f"{master}")


@pytest.mark.parametrize("mark", ["~$master.xlsx", ".~lock.master.xlsx#", ".~master.xlsx"])
def test_a_master_that_somebody_has_open(master: Path, mark: str) -> None:
    master.with_name(mark).touch()
    assert refusal(master, MasterOpenError) == (
        f": somebody has the workbook open ({mark!r} lies beside it), so nothing was written; close it, "
        f"or delete {mark!r} where nobody has."
    )


def test_a_master_that_somebody_has_open_behind_a_link(master: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.xlsx"
    link.parent.mkdir()
    link.symlink_to(master)
    opened = open_master(link)
    master.with_name("~$master.xlsx").touch()
    with pytest.raises(MasterOpenError):
        save_cells(opened, CHANGES, now=NOW)
    master.with_name("~$master.xlsx").unlink()
    link.with_name("~$link.xlsx").touch()
    with pytest.raises(MasterOpenError):
        save_cells(opened, CHANGES, now=NOW)
    link.with_name("~$link.xlsx").unlink()
    saved = save_cells(opened, CHANGES, now=NOW)
    assert link.is_symlink()
    assert saved.backup
    assert saved.backup.parent == master.parent / BACKUPS


def test_the_master_before_is_named_as_the_master_was(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(master.parent)
    saved = save_cells(open_master("master.xlsx"), CHANGES, now=NOW)
    assert saved.backup == Path(BACKUPS) / "master 2024-01-08 093000.xlsx"
    assert restore_master(saved.master, saved.backup, now=NOW) == Path(BACKUPS) / "master 2024-01-08 093000 (2).xlsx"


def test_a_master_that_changed_since_it_was_read(master: Path) -> None:
    opened = open_master(master)
    master.write_bytes(master.read_bytes() + b" ")
    with pytest.raises(MasterChangedError) as caught:
        save_cells(opened, CHANGES, now=NOW)
    assert (
        str(caught.value)
        == f"{master}: the workbook was changed since it was read, so nothing was written; start again."
    )


def test_a_master_that_changes_while_it_is_read_back(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_master(master)

    def meanwhile(*_: object) -> None:
        master.write_bytes(b"somebody else's work")

    monkeypatch.setattr(saving, "refuse_unread", meanwhile)
    with pytest.raises(MasterChangedError):
        save_cells(opened, CHANGES, now=NOW)
    assert master.read_bytes() == b"somebody else's work"


def test_a_master_that_is_gone(master: Path) -> None:
    opened = open_master(master)
    master.unlink()
    with pytest.raises(MissingFileError):
        save_cells(opened, CHANGES, now=NOW)


def test_a_formula_in_the_way(master: Path) -> None:
    assert refusal(master, FormulaCellError, {"Plan": {"B2": "x", "C3": "x"}}).startswith("!Plan!C3: ")


def test_what_does_not_read_back_is_thrown_away(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerxl.excel.patch.edit.cell_writer.fill_cell", lambda *_: b'<c r="B2"><v>1</v></c>')
    refusal(master, NotReadBackError, {"Plan": {"B2": "x"}})


def test_no_room_for_a_backup(master: Path) -> None:
    (master.parent / HOME).write_text("a file in the way")
    assert refusal(master, NotSavedError).startswith(": not saved (")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to the administrator")
def test_a_file_that_is_read_only(master: Path) -> None:
    master.chmod(0o444)
    assert refusal(master, NotSavedError).startswith(": not saved (the file is read-only)")


PLAN = Sheet("Plan", (("Ref", "Status"), ("1", None)), (Block(1, 1, 1, 2),))


@pytest.mark.parametrize(
    ("after", "cells", "found"),
    [
        (PLAN, (), []),
        (Sheet("Plan", (("Ref", "Status"), ("1", "x")), PLAN.merged), ((2, 2, "x"),), []),
        (Sheet("Plan", (("Ref", "Status"), ("1", "x", "y")), PLAN.merged), ((2, 2, "x"),), ["Plan!C2"]),
        (Sheet("Plan", (("Ref", "Status"), ("1", "X")), PLAN.merged), ((2, 2, "x"),), ["Plan!B2"]),
        (Sheet("Plan", (("Ref", "State"),), PLAN.merged), (), ["Plan!B1", "Plan!A2"]),
        (PLAN, ((9, 9, "x"),), ["Plan!I9"]),
        (Sheet("Plan", (("Ref", "Status"), ("1", "_x005F_x0041_")), PLAN.merged), ((2, 2, "_x0041_"),), []),
        (Sheet("Plan", PLAN.rows), (), ["Plan"]),
        (Sheet("Plan", PLAN.rows, PLAN.merged, is_hidden=True), (), ["Plan"]),
        (Sheet("Other", PLAN.rows, PLAN.merged), (), ["Other"]),
    ],
)
def test_readings_are_compared_cell_by_cell(
    after: Sheet, cells: tuple[tuple[int, int, str], ...], found: list[str]
) -> None:
    promised = [make_promise("Plan", (row, column), text, PutBack(None, ())) for row, column, text in cells]
    assert list(find_differences((PLAN,), (after,), promised, {})) == found


@pytest.mark.parametrize(
    ("promised", "same", "others"),
    [
        ("12", ("12",), (12, 12.0, "12 ", None)),
        ("_x000D_", ("_x000D_", "_x005F_x000D_"), ("\r",)),
        (None, (None, ""), (0, False, " ")),
        (12, (12, 12.0), ("12", 12.5, True, None)),
        (1, (1, 1.0), (True, "1", None)),
        (0.1, (0.1,), (0.1000001, "0.1")),
        (True, (True,), (1, "TRUE", False, None)),
        (False, (False,), (0, "", None)),
        (
            date(2024, 3, 31),
            (date(2024, 3, 31), datetime(2024, 3, 31)),
            (date(2024, 3, 30), datetime(2024, 3, 31, 0, 0, 1), 45382, "31/03/2024", None),
        ),
        (
            datetime(2024, 3, 31, 14, 30),
            (datetime(2024, 3, 31, 14, 30), datetime(2024, 3, 31, 14, 30, 0, 999)),
            (date(2024, 3, 31), datetime(2024, 3, 31, 14, 30, 1)),
        ),
    ],
)
def test_what_a_reader_finds_of_a_value(promised: Value, same: tuple[Value, ...], others: tuple[Value, ...]) -> None:
    assert [value for value in (*same, *others) if reads_as(value, promised)] == list(same)


# Run in a process of its own: it saves once for each event that the interpreter reports (a file opened, a name given,
# a mode set) in a child that ends itself, without any clean-up, at exactly that event; then, in the same way, at lines.
KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
from peerxl.excel.master import open_master, save_cells

master, marks = Path(sys.argv[1]), sys.argv[2]
old = master.read_bytes()
changes = {"Plan": {"B2": "Completed", "C9": "new"}}
save_cells(open_master(master), changes, now=datetime(2024, 1, 8))
new = master.read_bytes()
assert old != new


def save_until(moment):
    count = 0

    def tick(*_):
        nonlocal count
        count += 1
        if count == moment:
            os._exit(9)
        return tick

    opened = open_master(master)
    if marks == "events":
        sys.addaudithook(tick)
    else:
        def of_ours(frame, event, argument):
            name = frame.f_code.co_filename
            return tick if name.endswith(("master.py", "backup.py", "writing.py", "archive.py", "save.py")) else None
        sys.settrace(of_ours)
    save_cells(opened, changes, now=datetime(2024, 1, 9))
    os._exit(0)


moment, seen, code = 1, set(), 9
while code == 9:
    master.write_bytes(old)
    child = os.fork()
    if not child:
        try:
            save_until(moment)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    content = master.read_bytes()
    assert content in (old, new), moment
    seen.add(content == new)
    for backup in master.parent.glob(".peerxl/backup/master *.xlsx"):
        assert backup.read_bytes() == old, backup
    moment += 1 if moment < 40 or marks == "events" else 29
assert code == 0, code
print(moment, sorted(seen))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no way to end a process at a chosen instant")
@pytest.mark.parametrize("marks", ["events", "lines"])
def test_killed_at_any_instant_there_is_one_whole_master(master: Path, marks: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", KILLED, str(master), marks]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=300)
    assert result.stderr == ""
    moments, seen = result.stdout.split(" ", 1)
    assert int(moments) > 40
    assert seen.strip() == "[False, True]"


def test_what_a_killed_run_left_is_cleared_away_later(master: Path) -> None:
    folder = master.parent / BACKUPS
    folder.mkdir(parents=True)
    old, recent = folder / ".peerxl-abc.xlsx", folder / ".peerxl-def.xlsx"
    for path in (old, recent):
        path.touch()
    os.utime(old, (0, 0))
    save_cells(open_master(master), CHANGES, now=NOW)
    assert (old.exists(), recent.exists()) == (False, True)
