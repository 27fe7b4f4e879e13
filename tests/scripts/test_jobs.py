"""The scheduled jobs: safe to run unattended and twice, a line for each run, exit codes a scheduler understands."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peerxl.commands.memory import read_past
from peerxl.record.event import Published
from tests.conftest import EXAMPLE, ROOT

MONDAY = ("--today", "2026-01-05")


def run(script: str, *arguments: object) -> tuple[int, str, str]:
    command = [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    return result.returncode, result.stdout.strip(), result.stderr.strip()


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.xlsx")}


@pytest.mark.parametrize(("script", "code"), [("owner_reminders.py", 0), ("committee_appendix.py", 1)])
def test_a_day_and_the_same_day_again(tmp_path: Path, script: str, code: int) -> None:
    out, master = tmp_path / "out", Path(shutil.copy(EXAMPLE, tmp_path))
    first = run(script, master, "--out", out, *MONDAY)
    written = files_in(out)
    again = run(script, master, "--out", out, *MONDAY)
    assert (first[0], again[0]) == (code, code)
    assert {name.split("/")[0] for name in written} == {"2026-01-05"}
    assert files_in(out) == written
    assert "already" in again[1]
    logs = list(out.glob("*.log"))
    assert [log.read_text(encoding="utf-8").splitlines() for log in logs] == [[first[1], again[1]]]


def test_another_day_has_its_own_folder(tmp_path: Path) -> None:
    for day in ("2026-01-05", "2026-01-12"):
        assert run("owner_reminders.py", EXAMPLE, "--out", tmp_path, "--today", day)[0] == 0
    assert {name.split("/")[0] for name in files_in(tmp_path)} == {"2026-01-05", "2026-01-12"}


def test_what_changed_within_a_day_has_its_own_folder(tmp_path: Path) -> None:
    run("owner_reminders.py", EXAMPLE, "--out", tmp_path, *MONDAY)
    before = files_in(tmp_path)
    assert run("owner_reminders.py", EXAMPLE, "--out", tmp_path, *MONDAY, "--quarter", "Q4 2025/26")[0] == 0
    after = files_in(tmp_path)
    assert {name.split("/")[0] for name in after} == {"2026-01-05", "2026-01-05 (2)"}
    assert before.items() <= after.items()


def test_nothing_to_ask_is_said(tmp_path: Path) -> None:
    import xlsxwriter

    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Harbour plan - Q1 2023/24",))
        sheet.write_row(1, 0, ("Action", "Owner", "Status"))
        sheet.write_row(2, 0, ("Repair the pier", "AD Estates", "Completed"))
    code, said, _ = run("owner_reminders.py", master, "--out", tmp_path / "out", *MONDAY)
    assert (code, said) == (0, "2026-01-05 owner-reminders: nothing to ask for Q1 2023/24")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["owner-reminders.log"]


@pytest.mark.parametrize("script", ["owner_reminders.py", "committee_appendix.py"])
def test_what_cannot_be_done_is_said(tmp_path: Path, script: str) -> None:
    code, said, error = run(script, tmp_path / "gone.xlsx", "--out", tmp_path / "out", *MONDAY)
    assert (code, said) == (2, "")
    assert "there is no such file" in error
    assert "Traceback" not in error


def test_what_was_published_is_on_the_record_once(tmp_path: Path) -> None:
    master = Path(shutil.copy(EXAMPLE, tmp_path))
    for _ in range(2):
        run("committee_appendix.py", master, "--out", tmp_path / "out", *MONDAY)
    papers = [entry.event for entry in read_past(master).entries if isinstance(entry.event, Published)]
    assert [paper.file for paper in papers] == ["appendix-2025-26-Q3-full.xlsx", "appendix-2025-26-Q3-open.xlsx"]
