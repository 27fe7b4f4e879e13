"""The files for schedulers: each parses as its scheduler reads it, runs the job, on working days, and never twice at once."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path, PureWindowsPath

import click
import pytest
from defusedxml import ElementTree

from tests.conftest import ROOT

FOLDER = ROOT / "scripts" / "schedule"
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMESPACE = {"task": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
WORKING_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
# The fields of a cron line: minute, hour, day of the month, month, day of the week.
CRON = re.compile(r"(?P<minute>\d+) (?P<hour>\d+) \* \* (?P<days>\d-\d)  (?P<command>.+)")


def read_unit(name: str) -> configparser.ConfigParser:
    unit = configparser.ConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names have capitals
    unit.read_string((FOLDER / name).read_text(encoding="utf-8"))
    return unit


def take(arguments: list[str]) -> dict[str, object]:
    """What the job makes of a command line, run by its own options."""
    import owner_reminders

    with click.Context(owner_reminders.main) as context:
        owner_reminders.main.parse_args(context, arguments)
    return {name: value for name, value in context.params.items() if name in ("master", "out")}


@pytest.fixture(autouse=True)
def scripts_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


def test_cron() -> None:
    lines = (FOLDER / "owner-reminders.cron").read_text(encoding="utf-8").splitlines()
    settings, jobs = (
        [line for line in lines if re.match(r"[A-Z]+=", line)],
        [line for line in lines if line[0].isdigit()],
    )
    assert len(settings) + len(jobs) + sum(line.startswith("#") for line in lines) == len(lines)
    (job,) = map(CRON.fullmatch, jobs)
    assert job is not None
    assert (job["minute"], job["hour"], job["days"]) == ("0", "7", "1-5")
    # A per cent sign would end the command there.
    assert "%" not in job["command"]
    cd, folder, sign, program, script, *arguments = shlex.split(job["command"])
    assert (cd, folder, sign, program, script) == (
        "cd",
        "/srv/peerxl",
        "&&",
        ".venv/bin/python",
        "scripts/owner_reminders.py",
    )
    assert take(arguments) == {"master": Path("plans/master.xlsx"), "out": Path("reminders")}


def test_systemd() -> None:
    timer, service = read_unit("owner-reminders.timer"), read_unit("owner-reminders.service")
    assert timer["Timer"]["OnCalendar"] == "Mon..Fri 07:00"
    assert timer["Timer"]["Unit"] == "owner-reminders.service"
    assert (service["Service"]["Type"], service["Service"]["SuccessExitStatus"]) == ("oneshot", "1")
    program, script, *arguments = shlex.split(service["Service"]["ExecStart"])
    assert (program, script) == ("/srv/peerxl/.venv/bin/python", "scripts/owner_reminders.py")
    assert take(arguments) == {"master": Path("plans/master.xlsx"), "out": Path("reminders")}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this computer")
def test_systemd_takes_them(tmp_path: Path) -> None:
    """But for the program, which lies where the council puts it."""
    for name in ("owner-reminders.timer", "owner-reminders.service"):
        text = (FOLDER / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("/srv/peerxl/.venv/bin/python", "/bin/true"), encoding="utf-8")
    command = ["systemd-analyze", "verify", str(tmp_path / "owner-reminders.timer")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if "owner-reminders" in line]
    assert (done.returncode, said) == (0, [])


def test_the_windows_task_scheduler() -> None:
    """Its parts in the order of Microsoft's schema; plain ASCII, so that no encoding is in doubt."""
    path = FOLDER / "owner-reminders.xml"
    assert path.read_bytes().isascii()
    task = ElementTree.fromstring(path.read_bytes())
    assert [part.tag.partition("}")[2] for part in task] == ["RegistrationInfo", "Triggers", "Settings", "Actions"]

    def find(place: str) -> str:
        part = task.find("/".join(f"task:{name}" for name in place.split("/")), NAMESPACE)
        assert part is not None, place
        return part.text or ""

    days = task.findall("task:Triggers/task:CalendarTrigger/task:ScheduleByWeek/task:DaysOfWeek/*", NAMESPACE)
    assert [day.tag.partition("}")[2] for day in days] == WORKING_DAYS
    assert find("Triggers/CalendarTrigger/StartBoundary").endswith("T07:00:00")
    assert find("Triggers/CalendarTrigger/ScheduleByWeek/WeeksInterval") == "1"
    assert (find("Settings/MultipleInstancesPolicy"), find("Settings/StartWhenAvailable")) == ("IgnoreNew", "true")
    assert find("Actions/Exec/Command").endswith(r"\.venv\Scripts\python.exe")
    assert find("Actions/Exec/WorkingDirectory") == r"C:\peerxl"
    script, *arguments = find("Actions/Exec/Arguments").split()
    assert (ROOT / PureWindowsPath(script).as_posix()).is_file()
    assert take(arguments) == {"master": Path(r"C:\plans\master.xlsx"), "out": Path(r"C:\plans\reminders")}


def test_each_is_walked_through_in_the_readme() -> None:
    assert [path.name for path in sorted(FOLDER.iterdir()) if path.name not in README] == []
