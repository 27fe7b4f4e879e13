"""Every command the README shows, run as it stands; what it says of the package, held against the package."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from peerxl import FiscalQuarter, read_plan, write_chase
from peerxl.calendar.rules import CalendarRules
from peerxl.cli import main
from peerxl.commands.memory import read_past
from peerxl.reading.own_sheets.timing import TIMING_READERS
from peerxl.reading.own_sheets.values import READERS
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
YEAR = README.split("## A year, from April to March")[1].split("\n## ")[0]


def list_commands(text: str) -> list[str]:
    return [
        line.strip() for kind, block in BLOCK.findall(text) if kind == "console" for line in block.strip().splitlines()
    ]


# Those of the year build on one another, and are run as one.
COMMANDS = list_commands(README.replace(YEAR, ""))


@pytest.fixture(name="place")
def make_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the README's commands are run on, and in which they run."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "workbooks", tmp_path / "workbooks")
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a command."""

    code: int
    said: str
    error: str


def run(command: str) -> Done:
    """A command as it is typed: ours in this process, as a new one takes longer to start than most take to run."""
    program, *arguments = shlex.split(command)
    if program != "peerxl":
        return run_python(arguments)
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def run_python(arguments: list[str]) -> Done:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, encoding="utf-8")
    assert "Traceback" not in done.stderr
    return Done(done.returncode, done.stdout, done.stderr)


def send_back(place: Path) -> None:
    """A form of the example comes back, as one that its owner has not filled in."""
    master = place / "workbooks" / "example-master.xlsx"
    form = write_chase(read_plan(master), place / "out", today=date(2026, 1, 12)).forms[0]
    shutil.copy(form, place / "out" / "returned")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(command: str, place: Path) -> None:
    arguments = shlex.split(command)
    if "out/returned" in arguments:
        send_back(place)
    done = run(command)
    assert done.code in (0, 1), done.error
    assert done.said or (place / arguments[arguments.index("-o") + 1]).is_file()


def days_on(number: int) -> date:
    return date.today() + timedelta(days=number)


def takes_today(command: str) -> bool:
    """Whether a command can be run as if on another day."""
    program, name, *_ = shlex.split(command)
    return program != "peerxl" or "today" in {option.name for option in main.commands[name].params}


def test_the_year_runs_from_april_to_march(place: Path) -> None:
    """One after the other on one plan, as a year is lived; what the record then says is what was done."""
    commands = list_commands(YEAR)
    assert len(commands) == 11
    # On a day on which messages go out: on a Saturday nobody would be asked.
    day = next(day for day in map(days_on, range(14)) if not CalendarRules().working_days.why_closed(day))
    for command in commands:
        done = run(f"{command} --today {day}" if takes_today(command) else command)
        assert done.code in (0, 1), (command, done.error)
        assert done.said or done.error
    kinds = {entry.kind for entry in read_past(place / "workbooks" / "example-master.xlsx").entries}
    assert kinds >= {"began", "seen", "asked", "drafted", "published"}
    assert read_plan(place / "workbooks" / "example-master.xlsx").quarter == FiscalQuarter(2025, 4)
    assert read_plan(place / "out" / "new-plan.xlsx").quarter == FiscalQuarter(2026, 1)


def test_every_command_is_shown() -> None:
    shown = {words[1] for words in map(shlex.split, COMMANDS) if words[0] == "peerxl"}
    assert set(main.commands) - shown == NOT_SHOWN


# `quarter` stands in the block that opens the README, `undo` and `page` in its words: there would be nothing to take back,
# and what a page is built from is fetched, which tests/page does.
NOT_SHOWN = {"quarter", "undo", "page"}


def test_the_python_runs(place: Path) -> None:
    code = "\n".join(text for kind, text in BLOCK.findall(README) if kind == "python")
    done = run_python(["-c", code])
    assert (done.code, done.error) == (0, "")
    assert "Q4 2022/23" in done.said
    assert (place / "out.xlsx").is_file()


def test_two_sentences_then_two_commands() -> None:
    opening = README.split("\n\n")[1]
    assert len(re.findall(r"\.(?:\s|$)", opening)) == 2
    shell = [text.strip() for kind, text in BLOCK.findall(README) if kind == "sh"]
    assert [text.count("\n") for text in shell] == [0, 0]
    assert all(text.startswith("python3 -m venv .venv && ") for text in shell)
    assert shell[0].endswith("peerxl quarter workbooks/example-master.xlsx --out out")
    assert shell[1].endswith("pytest -n auto")


def test_every_command_and_setting_is_in_it() -> None:
    assert [name for name in main.commands if f"peerxl {name}" not in README] == []
    assert [name for name in (*READERS, *TIMING_READERS) if name not in " ".join(README.casefold().split())] == []


def test_every_library_has_its_reason() -> None:
    setup = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    required = re.findall(
        r"^    ([\w-]+) >=", setup.split("install_requires")[1].split("[options.pack")[0], re.MULTILINE
    )
    explained = {
        name for line in README.splitlines() if line.startswith("| ") for name in line.split("|")[1].split(",")
    }
    assert set(required) - {name.strip() for name in explained} == set()
