"""What a doctor finds in a plan's surroundings: nothing where all is well, else each thing with what to do."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from peerxl import read_plan
from peerxl.chasing import chase_plan
from peerxl.commands.doctor import CHECKS, PLAN_CHECKS, examine
from peerxl.files.lock import JOB_LOCK, alone
from peerxl.model.fiscal import FiscalQuarter
from tests.cli.test_cli import run
from tests.commands.councils import BRIDGE, NOBODYS, OWNERS, PIER, ROWS, write_council
from tests.commands.test_chase_days import MONDAY, chase
from tests.conftest import ROOT
from tests.mail.servers import Postbox, running, scripted

DAY = date.fromisoformat(MONDAY)


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_council(tmp_path / "master.xlsx")


def troubles(
    master: Path, today: date = DAY, out: Path | None = None, **environment: str
) -> list[tuple[str, str, str]]:
    result = examine(master, today=today, out=out, environment=environment)
    return [(health.check.name, str(each.severity), each.says) for health in result.checks for each in health.troubles]


def test_all_is_well(master: Path) -> None:
    before = sorted(master.parent.rglob("*"))
    assert troubles(master, out=master.parent / "out") == []
    chase(master, MONDAY)
    written = sorted(master.parent.rglob("*"))
    assert troubles(master, out=master.parent / "out") == []
    assert before == [master]
    assert sorted(master.parent.rglob("*")) == written


def open_elsewhere(master: Path) -> None:
    master.with_name("~$master.xlsx").touch()


def break_the_workbook(master: Path) -> None:
    master.write_bytes(b"no workbook")


def block_the_folder(master: Path) -> None:
    (master.parent / ".peerxl").touch()


def block_the_output(master: Path) -> None:
    (master.parent / "out").touch()


def lose_a_file(master: Path) -> None:
    """The first of two runs, which the second has read."""
    chase(master, MONDAY)
    chase(master, "2026-11-30")
    min((master.parent / ".peerxl" / "record").iterdir(), key=lambda path: path.stat().st_mtime_ns).unlink()


def half_a_line(master: Path) -> None:
    chase(master, MONDAY)
    with next((master.parent / ".peerxl" / "record").iterdir()).open("ab") as record:
        record.write(b'{"v":1,"at"')


def change_a_letter(master: Path) -> None:
    write_council(master, letters=[("ask", "Dear {{ nmae }}")])


def contradict_the_days(master: Path) -> None:
    write_council(master, settings={"Copy to Reports to after": 20, "Copy to the director after": 3})


def leave_out_addresses(master: Path) -> None:
    write_council(master, (PIER, BRIDGE, NOBODYS), (("AD Ports", "Ann Lee", "", ""), *OWNERS[1:]))


def leave_out_the_coordinator(master: Path) -> None:
    write_council(master, settings={"Coordinator": ""})


def leave_out_the_quarter(master: Path) -> None:
    write_council(master, settings={"Reporting quarter": ""})


def move_on_without_columns(master: Path) -> None:
    write_council(master, settings={"Reporting quarter": "Q4 2026/27"})


FOUND: dict[Callable[[Path], None], list[tuple[str, str, str]]] = {
    open_elsewhere: [
        ("open", "error", r"Somebody has the workbook open \('~\$master.xlsx' lies beside it\), .*; close it")
    ],
    break_the_workbook: [("workbook", "error", r"this is not an Excel workbook .*; open it in Excel and save it")],
    block_the_folder: [
        ("rights", "error", r"\.peerxl: nothing can be written there \(Not a directory\); ask for the right"),
        ("rights", "error", r"\.peerxl/record: nothing can be written there \(Not a directory\); ask for"),
    ],
    block_the_output: [
        ("rights", "error", r"/out: nothing can be written there \(Not a directory\); ask for the right")
    ],
    lose_a_file: [("record", "warning", r"the file is missing; bring an earlier version back from a backup")],
    half_a_line: [("record", "advice", r"it is half written, .* nothing needs to be done")],
    change_a_letter: [("chase", "error", r"nmae")],
    contradict_the_days: [("quarter", "error", r"a director learns no earlier .*; change the days there")],
    leave_out_addresses: [
        ("owners", "warning", r"^No address is known for AD Ports; put it on the Owners sheet\.$"),
        ("owners", "warning", r"^Nobody is asked about N1: The plan names no owner\.$"),
    ],
    leave_out_the_coordinator: [("coordinator", "warning", r"put the Coordinator on the Settings sheet")],
    leave_out_the_quarter: [("quarter", "error", r"nothing says which quarter this is; add --quarter")],
    move_on_without_columns: [("quarter", "warning", r"Quarter 4|Q4"), ("chase", "error", r"Quarter 4|Q4")],
}


@pytest.mark.parametrize("harm", FOUND, ids=lambda harm: harm.__name__)
def test_what_is_amiss_is_found_and_nothing_else(master: Path, harm: Callable[[Path], None]) -> None:
    harm(master)
    found = troubles(master, out=master.parent / "out")
    assert [each[:2] for each in found] == [each[:2] for each in FOUND[harm]]
    for (_, _, says), (_, _, pattern) in zip(found, FOUND[harm], strict=True):
        assert re.search(pattern, says), says


@pytest.mark.parametrize(
    ("settings", "today", "severity"),
    [
        pytest.param({}, date(2027, 1, 4), "advice", id="the quarter just over is the one to report"),
        pytest.param({}, date(2027, 3, 31), "advice", id="all through the quarter after"),
        pytest.param({}, date(2027, 4, 5), "warning", id="two quarters back"),
        pytest.param({"Committee dates": "16 February 2027"}, date(2027, 2, 16), None, id="the day it is heard"),
        pytest.param({"Committee dates": "16 February 2027"}, date(2027, 2, 17), "warning", id="once it was heard"),
    ],
)
def test_a_quarter_that_is_over(tmp_path: Path, settings: dict[str, str], today: date, severity: str | None) -> None:
    master = write_council(tmp_path / "master.xlsx", settings=settings)
    now = "Q1 2027/28" if today.month == 4 else "Q4 2026/27"
    says = (
        f"Today is in {now}; the plan still reports Q3 2026/27. Once that has been reported, move it on with "
        "“peerxl next”."
    )
    assert troubles(master, today) == ([("quarter", severity, says)] if severity else [])


def test_another_run(master: Path) -> None:
    with alone(master, JOB_LOCK):
        assert [each[:2] for each in troubles(master)] == [("lock", "warning")]
    assert troubles(master) == []


def test_a_server_that_is_set_has_to_answer(master: Path) -> None:
    with running(Postbox()) as server:
        address = f"smtp://{server.host}:{server.port}"
        assert troubles(master, PEERXL_SERVER=address) == []
    ((check, severity, says),) = troubles(master, PEERXL_SERVER=address)
    assert (check, severity) == ("server", "error")
    assert "check the address, or ask IT" in says
    with scripted(lambda connection: connection.sendall(b"554 go away\r\n")) as server:
        write_council(master, settings={"Mail server": f"smtp://{server.host}:{server.port}"})
        ((_, _, says),) = troubles(master)
        assert "go away" in says
    assert [each[:2] for each in troubles(write_council(master), PEERXL_SERVER="graph")] == [("server", "error")]


def test_the_command(master: Path) -> None:
    well = run("doctor", master, "--today", MONDAY)
    assert well.exit_code == 0
    assert well.stdout.splitlines()[0] == "workbook     well  It is there, and is read as a plan."
    assert len(well.stdout.splitlines()) == len((*CHECKS, *PLAN_CHECKS))
    write_council(master, ROWS, (("AD Ports", "Ann Lee", "", ""), *OWNERS[1:]))
    some = run("doctor", master, "--today", MONDAY)
    assert some.exit_code == 1
    assert "owners       needs you  No address is known for AD Ports; put it on the Owners sheet." in some.stdout
    document = json.loads(run("doctor", master, "--today", MONDAY, "--json").stdout)
    assert (document["is_well"], [each["check"] for each in document["checks"]]) == (
        False,
        [check.name for check in (*CHECKS, *PLAN_CHECKS)],
    )
    assert [each for each in document["checks"] if not each["is_well"]] == [
        {
            "check": "owners",
            "is_well": False,
            "troubles": [
                {"severity": "warning", "says": "No address is known for AD Ports; put it on the Owners sheet."}
            ],
        }
    ]
    gone = run("doctor", master.with_name("gone.xlsx"), "--json")
    assert gone.exit_code == 2
    assert [each["is_well"] for each in json.loads(gone.stdout)["checks"]] == [False, *[True] * 4, *[None] * 6]
    assert gone.stderr == ""


def test_every_check_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [check.name for check in (*CHECKS, *PLAN_CHECKS) if f"| `{check.name}` |" not in readme] == []


def test_a_link_to_the_master_is_looked_at_too(master: Path, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    link = folder / "plan.xlsx"
    link.symlink_to(master)
    assert troubles(link) == []
    link.with_name("~$plan.xlsx").touch()
    assert [each[0] for each in troubles(link)] == ["open"]
    shutil.rmtree(folder)


@pytest.mark.parametrize("mark", ["~$master.xlsx", ".~lock.master.xlsx#"])
def test_a_mark_beside_a_plan_is_said_once(master: Path, mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the plan is named."""
    master.with_name(mark).touch()
    monkeypatch.chdir(master.parent)
    for named in (master, Path("master.xlsx"), Path("../") / master.parent.name / "master.xlsx"):
        assert [each[0] for each in troubles(named)] == ["open"]


def wells(master: Path, *options: object) -> dict[str, str]:
    """What is said of each thing that is well."""
    rows = (
        re.split(r"  +", line, maxsplit=2)
        for line in run("doctor", master, "--today", MONDAY, *options).stdout.splitlines()
    )
    return {name: says for name, how, says in rows if how == "well"}


def test_what_is_said_to_be_well_was_looked_at(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = wells(master)
    assert (
        said["rights"]
        == "It and its folder can be written; add --out with the job's folder to have that looked at too."
    )
    assert said["record"] == "There is no record to look at."
    assert said["server"] == "None is set, so mails lie ready and are not sent."
    chase(master, MONDAY)
    said = wells(master, "--out", master.parent / "out")
    assert said["rights"] == "It, its folder and the job's can be written."
    assert said["record"] == "What is remembered is whole."
    assert wells(master, "--no-record")["record"] == "There is no record to look at."
    assert wells(master.with_name("gone.xlsx"))["rights"].startswith("Its folder can be written;")
    with running(Postbox()) as server:
        monkeypatch.setenv("PEERXL_SERVER", f"smtp://{server.host}:{server.port}")
        assert wells(master)["server"] == "It answers, and lets you in."


def test_an_open_action_of_nobodys_is_named_before_there_is_anything_to_ask(master: Path) -> None:
    answered = (*NOBODYS[:-2], "In progress", "Paint is here")
    write_council(master, (PIER, BRIDGE, answered))
    assert chase_plan(read_plan(master), FiscalQuarter(2026, 3)).unowned == ()
    assert troubles(master, out=master.parent / "out") == [
        ("owners", "warning", "Nobody is asked about N1: The plan names no owner.")
    ]
    write_council(master, (PIER, BRIDGE, (*NOBODYS[:-2], "Completed", "Painted")))
    assert troubles(master, out=master.parent / "out") == []
