"""The scheduled jobs: safe to run unattended and twice, a line for each run, exit codes a scheduler understands."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from peerxl.commands.memory import read_past
from peerxl.record.event import Published
from tests.conftest import EXAMPLE, ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import job

pytestmark = pytest.mark.slow

MONDAY = ("--today", "2026-01-05")


@pytest.fixture(name="example")
def copy_example(tmp_path: Path) -> Path:
    """The example, in a folder where its record may lie."""
    return Path(shutil.copy(EXAMPLE, tmp_path))


def run(script: str, *arguments: object) -> tuple[int, str, str]:
    """A job's exit code, and what it prints."""
    result = CliRunner().invoke(import_module(script.removesuffix(".py")).main, list(map(str, arguments)))
    assert isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout.strip(), result.stderr.strip()


def run_apart(script: str, *arguments: object) -> tuple[int, str, str]:
    """The same of the script in a process of its own, as a scheduler starts it."""
    command = [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    return result.returncode, result.stdout.strip(), result.stderr.strip()


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.xlsx")}


def test_a_day_and_the_same_day_again(example: Path, tmp_path: Path) -> None:
    """The example has an action of somebody's who is not on its Owners sheet, so there is something to look at."""
    out = tmp_path / "out"
    first = run("owner_reminders.py", example, "--out", out, *MONDAY)
    written = files_in(out)
    again = run("owner_reminders.py", example, "--out", out, *MONDAY)
    assert (first[0], again[0]) == (1, 1)
    assert {name.split("/")[0] for name in written} == {"2026-01-05", "this-week.xlsx"}
    assert files_in(out).keys() == written.keys()
    assert (
        f"the mails lie ready in {out / '2026-01-05' / 'drafts'}. 2 things to look at: {out / 'this-week.xlsx'}. "
        in first[1]
    )
    assert "Nobody to write to for Q3 2025/26; next on Thursday 8 January 2026." in again[1]
    assert f"2 things to look at: {out / 'this-week.xlsx'}. 0 of 6 have replied; waiting for " in again[1]
    assert (out / "owner-reminders.log").read_text(encoding="utf-8").splitlines() == [first[1], again[1]]


def test_the_appendix_on_a_day_and_the_same_day_again(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run("committee_appendix.py", example, "--out", out, *MONDAY)
    written = files_in(out)
    again = run("committee_appendix.py", example, "--out", out, *MONDAY)
    assert (first[0], again[0]) == (1, 1)
    assert {name.split("/")[0] for name in written} == {"2026-01-05"}
    assert files_in(out) == written
    assert "already" in again[1]
    logs = list(out.glob("*.log"))
    assert [log.read_text(encoding="utf-8").splitlines() for log in logs] == [[first[1], again[1]]]


def test_another_day_has_its_own_folder(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for day in ("2026-01-05", "2026-01-06", "2026-01-12"):
        assert run("owner_reminders.py", example, "--out", out, "--today", day)[0] == 1
    assert {name.split("/")[0] for name in files_in(out)} == {"2026-01-05", "2026-01-12", "this-week.xlsx"}


def test_another_quarter_on_the_same_day_has_its_own_folder(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("owner_reminders.py", example, "--out", out, *MONDAY)
    before = files_in(out)
    page = before.pop("this-week.xlsx")
    assert run("owner_reminders.py", example, "--out", out, *MONDAY, "--quarter", "Q4 2025/26")[0] == 1
    after = files_in(out)
    assert {name.split("/")[0] for name in after} == {"2026-01-05", "2026-01-05 (2)", "this-week.xlsx"}
    assert before.items() <= after.items()
    assert after["this-week.xlsx"] != page


def test_nothing_to_ask_is_said(tmp_path: Path) -> None:
    import xlsxwriter

    master = tmp_path / "master.xlsx"
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Harbour plan - Q1 2023/24",))
        sheet.write_row(1, 0, ("Action", "Owner", "Status"))
        sheet.write_row(2, 0, ("Repair the pier", "AD Estates", "Completed"))
    code, said, _ = run("owner_reminders.py", master, "--out", tmp_path / "out", *MONDAY)
    page = tmp_path / "out" / "this-week.xlsx"
    nobody = f"1 thing to look at: {page}. Nobody has been asked for Q1 2023/24."
    assert (code, said) == (1, f"2026-01-05 owner-reminders: Nobody to write to for Q1 2023/24. {nobody}")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "owner-reminders.log",
        "returned",
        "this-week.xlsx",
    ]


@pytest.mark.parametrize("script", ["owner_reminders.py", "committee_appendix.py"])
def test_what_cannot_be_done_is_said(tmp_path: Path, script: str) -> None:
    code, said, error = run_apart(script, tmp_path / "gone.xlsx", "--out", tmp_path / "out", *MONDAY)
    assert (code, said) == (2, "")
    assert "there is no such file" in error
    assert "Traceback" not in error


def test_what_was_published_is_on_the_record_once(tmp_path: Path) -> None:
    master = Path(shutil.copy(EXAMPLE, tmp_path))
    for _ in range(2):
        run("committee_appendix.py", master, "--out", tmp_path / "out", *MONDAY)
    papers = [entry.event for entry in read_past(master).entries if isinstance(entry.event, Published)]
    assert [paper.file for paper in papers] == ["appendix-2025-26-Q3-full.xlsx", "appendix-2025-26-Q3-open.xlsx"]


def test_a_folder_that_cannot_be_made_is_said(example: Path, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    code, said, error = run("owner_reminders.py", example, "--out", tmp_path / "out", *MONDAY)
    assert (code, said) == (2, "")
    assert f"{tmp_path / 'out' / 'returned'}: Not a directory; nothing more was done." in error
    assert "Traceback" not in error


def test_a_fault_that_nobody_foresaw_is_logged_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> tuple[int, str]:
        raise KeyError("H1\n")

    with pytest.raises(SystemExit) as end:
        job.run("owner-reminders", tmp_path / "out", date(2026, 1, 5), work)
    assert end.value.code == 2
    said, error = capsys.readouterr()
    line = error.splitlines()[-1]
    assert line.startswith(
        "2026-01-05 owner-reminders: stopped by a fault in peerxl (KeyError: 'H1\\n', test_jobs.py line "
    )
    assert (tmp_path / "out" / "owner-reminders.log").read_text(encoding="utf-8") == f"{line}\n"
    assert (said, "Traceback" in error) == ("", True)
