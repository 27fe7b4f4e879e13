"""Many workbooks read in processes of their own: one bad file stops nothing, and a run goes on where it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from peerxl import read_plan, write_chase
from peerxl.cli import main
from peerxl.commands.outputs import OutputIsInputError, PaperNameError, SamePaperError
from peerxl.commands.portfolio import child, command, reader_version
from peerxl.commands.portfolio.command import PortfolioResult, read_portfolio
from peerxl.commands.portfolio.job import Job
from peerxl.commands.read import QuarterUnreadableError, ReadOptions
from peerxl.dataset.rows import LEFT_OUT
from peerxl.errors import ColumnError, MissingFileError
from peerxl.files.lock import MasterBusyError, alone
from peerxl.files.save import OutputExistsError
from tests.cli.test_cli import write_master

HEADINGS = ("Ref", "Action", "Owner", "Timescale", "Q1 2023/24 status", "Comments")
PIER = ("H1", "Repair the pier", "AD Ports", "Q4 22/23", "In progress", "Ask a.n@marrowby.example")
LAMPS = ("H2", "Light the pier", "AD Ports", "Q2 23/24", "Completed", "Lamps are in")


def save(path: Path, council: str = "Marrowby Council") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_master(path, (HEADINGS, PIER, LAMPS), f"{council} – action plan – Q1 2023/24")


@pytest.fixture(name="plans")
def make_plans(tmp_path: Path) -> Path:
    """A folder with two plans, one of them deeper, what is no plan, and what is passed over."""
    folder = tmp_path / "plans"
    save(folder / "marrowby.xlsx")
    save(folder / "north" / "alton.xlsx", "Alton Borough Council")
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "notes.txt").write_text("no workbook")
    for passed in ("~$marrowby.xlsx", ".peerxl/backup/old.xlsx"):
        save(folder / passed)
    return folder


@pytest.fixture(autouse=True)
def read_with_one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless told otherwise, so that tests on many processors do not start many."""
    monkeypatch.setattr("peerxl.commands.portfolio.pool.cpu_count", lambda: 1)


@pytest.fixture(name="harmful")
def use_harmful_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "COMMAND", (sys.executable, "-m", "tests.portfolio.harmful_worker"))


def whys(result: PortfolioResult) -> dict[str, str]:
    return {workbook.file: workbook.why for workbook in result.portfolio.workbooks}


BROKEN = "this is not an Excel workbook (it is damaged or was cut short); open it in Excel and save it as .xlsx."


def test_every_workbook_below_a_folder_in_the_order_of_their_names(plans: Path) -> None:
    result = read_portfolio([str(plans)])
    assert whys(result) == {"broken.xlsx": BROKEN, "marrowby.xlsx": "", "north/alton.xlsx": ""}
    assert [
        (each.council, each.quarter, each.actions, each.open, len(each.overdue)) for each in result.portfolio.read
    ] == [
        ("Marrowby Council", "Q1 2023/24", 2, 1, 1),
        ("Alton Borough Council", "Q1 2023/24", 2, 1, 1),
    ]
    assert (result.unchanged, result.outputs, result.readings) == (0, (), None)


@pytest.mark.slow
@pytest.mark.usefixtures("harmful")
def test_no_file_stops_the_others(tmp_path: Path) -> None:
    names = ("alton", "breaks", "chatters", "hangs", "kills", "panics", "swells", "wells")
    for name in names:
        save(tmp_path / f"{name}.xlsx", f"{name} council")
    # Long enough for what can be read, on a busy machine too.
    result = read_portfolio([str(tmp_path)], seconds=12, readers=2)
    assert whys(result) == {
        "alton.xlsx": "",
        "breaks.xlsx": "it could not be read (KeyError)",
        "chatters.xlsx": "",
        "hangs.xlsx": "reading it took longer than 12 seconds and was given up",
        "kills.xlsx": "reading it brought the process that read it to an end",
        "panics.xlsx": "it could not be read (Panic)",
        "swells.xlsx": "it takes more than 2 GB of memory to read",
        "wells.xlsx": "",
    }


def test_where_no_process_can_be_started_it_is_said_of_no_workbook(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "COMMAND", (sys.executable, "-c", "raise ImportError"))
    with pytest.raises(child.NoReaderError) as refused:
        read_portfolio([str(plans)])
    said = f"{sys.executable}: no process that reads workbooks can be started; install peerxl in this Python."
    assert str(refused.value) == said


@pytest.mark.slow
@pytest.mark.usefixtures("harmful")
def test_a_reader_that_somebody_ended_is_started_anew(tmp_path: Path) -> None:
    jobs = [Job(path.name, str(path)) for path in (save(tmp_path / "alton.xlsx"), save(tmp_path / "beck.xlsx"))]
    reader = child.Reader(60)
    first = reader.read(jobs[0])
    assert reader._process
    reader._process.kill()
    reader._process.wait()
    second = reader.read(jobs[1])
    reader.close()
    assert [result.summary and result.summary.why for result in (first, second)] == ["", ""]


def read_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_is_unchanged_is_not_read_again_and_the_same_comes_of_it(plans: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / "out" / name for name in ("all.xlsx", "all.csv")]
    first = read_portfolio([str(plans)], *outputs)
    files = read_bytes(tmp_path / "out")
    assert set(files) == {"all.xlsx", "all.csv", "all.readings.jsonl"}
    again = read_portfolio([str(plans)], *outputs)
    assert (first.unchanged, again.unchanged, first.portfolio == again.portfolio) == (0, 3, True)
    assert [path.read_bytes() for path in outputs] == [files[path.name] for path in outputs]
    save(plans / "marrowby.xlsx", "Wexmere Council")
    shutil.rmtree(plans / "north")
    changed = read_portfolio([str(plans)], *outputs, force=True)
    assert (changed.unchanged, [each.council for each in changed.portfolio.read]) == (1, ["Wexmere Council"])
    # Of a workbook that is gone, or was another, nothing is kept either.
    read_portfolio([str(plans)], *outputs)
    kept = (tmp_path / "out" / "all.readings.jsonl").read_text()
    assert ("alton" in kept, "Marrowby" in kept, kept.count("\n")) == (False, False, 3)


def test_a_reason_tells_neither_a_folder_nor_an_address(tmp_path: Path) -> None:
    path = save(tmp_path / "deep" / "alton.xlsx")
    book = load_workbook(path)
    settings = book.create_sheet("Settings")
    settings.append(("Reporting quarter", "ask a.n@marrowby.example"))
    book.save(path)
    (workbook,) = read_portfolio([str(tmp_path)]).portfolio.unread
    assert "@" not in workbook.why
    assert "deep" not in workbook.why
    assert LEFT_OUT in workbook.why


class StoppedError(Exception):
    """Somebody pulled the plug."""


def stop(done: int, number: int) -> None:
    if done == 2:
        raise StoppedError


def test_a_run_that_was_stopped_goes_on_where_it_was(plans: Path, tmp_path: Path) -> None:
    readings, whole = tmp_path / "kept.jsonl", tmp_path / "whole.csv"
    with pytest.raises(StoppedError):
        read_portfolio([str(plans)], tmp_path / "out.csv", readings=readings, progress=stop)
    assert readings.read_bytes().count(b"\n") == 3
    with readings.open("ab") as file:
        file.write(b'{"file": "north/alton.xl')  # cut short, as by a kill in the middle of a line
    result = read_portfolio([str(plans)], tmp_path / "out.csv", readings=readings)
    assert (result.unchanged, list(whys(result))) == (2, ["broken.xlsx", "marrowby.xlsx", "north/alton.xlsx"])
    read_portfolio([str(plans)], whole)
    assert (tmp_path / "out.csv").read_bytes() == whole.read_bytes()


def other_code(plans: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    monkeypatch.setattr(command, "find_reader_version", lambda: "another")
    return {}


def other_quarter(plans: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    return {"reading": {"quarter": "Q3 2023/24"}}


def other_emails(plans: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    return {"with_emails": True}


@pytest.mark.parametrize("change", [other_code, other_quarter, other_emails])
def test_nothing_is_kept_where_it_would_be_read_otherwise(
    change: object, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_portfolio([str(plans)], tmp_path / "out.csv")
    assert callable(change)
    options = change(plans, monkeypatch)
    assert read_portfolio([str(plans)], tmp_path / "out.csv", force=True, **options).unchanged == 0


def test_the_reader_s_version_is_one_while_its_code_is() -> None:
    first = reader_version.find_reader_version()
    reader_version.find_reader_version.cache_clear()
    assert (first, len(first)) == (reader_version.find_reader_version(), 64)


@pytest.mark.slow
@pytest.mark.usefixtures("harmful")
def test_what_a_moment_did_is_tried_again(tmp_path: Path) -> None:
    plans, readings = tmp_path / "plans", tmp_path / "kept.jsonl"
    save(plans / "kills.xlsx")
    save(plans / "sound.xlsx")
    assert read_portfolio([str(plans)], readings=readings).unchanged == 0
    assert read_portfolio([str(plans)], readings=readings).unchanged == 1


def test_somebody_else_s_file_is_no_place_to_keep_readings(plans: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("somebody's own\n")
    with pytest.raises(OutputExistsError):
        read_portfolio([str(plans)], readings=notes)
    assert notes.read_text() == "somebody's own\n"


def test_two_runs_do_not_keep_their_readings_in_one_file_at_once(plans: Path, tmp_path: Path) -> None:
    readings = tmp_path / "kept.jsonl"
    with alone(readings, command.LOCK), pytest.raises(MasterBusyError):
        read_portfolio([str(plans)], readings=readings)


@pytest.mark.parametrize(
    ("outputs", "error"),
    [
        (("plans/marrowby.xlsx",), OutputIsInputError),
        (("out.csv", "out.txt"), PaperNameError),
        (("out.csv", "out.csv"), SamePaperError),
        (("out.csv", "there.csv"), OutputExistsError),
    ],
)
def test_what_is_in_the_way_stops_all(
    outputs: tuple[str, ...], error: type[Exception], plans: Path, tmp_path: Path
) -> None:
    (tmp_path / "there.csv").write_text("somebody's own")
    before = {path: path.read_bytes() for path in plans.rglob("*") if path.is_file()}
    with pytest.raises(error):
        read_portfolio([str(plans)], *(tmp_path / name for name in outputs))
    assert {path: path.read_bytes() for path in plans.rglob("*") if path.is_file()} == before
    assert (tmp_path / "there.csv").read_text() == "somebody's own"
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"quarter": "soon"}, QuarterUnreadableError),
        ({"columns": {"colour": "F"}}, ColumnError),
        ({"settings": "nowhere.xlsx"}, MissingFileError),
    ],
)
def test_what_would_be_wrong_with_every_workbook_is_said_once(
    options: ReadOptions, error: type[Exception], plans: Path
) -> None:
    with pytest.raises(error):
        read_portfolio([str(plans)], reading=options)


@pytest.mark.slow
def test_a_bar_on_a_terminal_and_nowhere_else(plans: Path) -> None:
    pty, termios = (
        pytest.importorskip(name, reason="this system has no such terminals") for name in ("pty", "termios")
    )
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "peerxl", "portfolio", str(plans / "marrowby.xlsx")]
    shown = subprocess.run(command, stderr=theirs, stdout=subprocess.PIPE, check=True, text=True)
    bar = os.read(ours, 10_000).decode()
    os.close(theirs)
    os.close(ours)
    assert "1/1" in bar
    piped = subprocess.run(command, capture_output=True, check=True, text=True)
    assert (piped.stdout, piped.stderr) == (shown.stdout, "")


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(MissingFileError):
        read_portfolio(["nowhere"])


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["portfolio", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_what_is_printed(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "all.xlsx"
    code, said, told = run(plans, "-o", out)
    assert code == 1
    assert said.splitlines() == [
        "3 workbooks: 2 read, 1 not; 4 actions, 2 open, 2 overdue",
        "",
        "Most overdue           Open  Overdue  Median days  Longest days",
        "Alton Borough Council  1     1        91           91",
        "Marrowby Council       1     1        91           91",
        "",
        f"not read: broken.xlsx: {BROKEN}",
    ]
    kept = f"what was read is kept in {out.with_suffix('.readings.jsonl')}"
    assert told.splitlines() == [f"wrote {out}", f"0 of 3 were unchanged and not read again; {kept}"]
    assert run(plans / "marrowby.xlsx", plans / "north", "-o", tmp_path / "out" / "two.xlsx")[0] == 0


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 workbook left aside, as it is a form, a list or a paper that peerxl made"),
        (2, "2 workbooks left aside, as they are forms, lists and papers that peerxl made"),
    ],
)
def test_what_peerxl_made_of_a_plan_is_left_aside(tmp_path: Path, number: int, words: str) -> None:
    """Its forms and reports lie beside it, and nobody has to see to them."""
    save(tmp_path / "plans" / "marrowby.xlsx")
    plan = read_plan(tmp_path / "plans" / "marrowby.xlsx")
    write_chase(plan, tmp_path / "made", today=date(2024, 1, 8), no_record=True)
    made = (tmp_path / "made" / "chase-list.xlsx", *(tmp_path / "made" / "forms").glob("*.xlsx"))
    for path in made[:number]:
        shutil.copy(path, tmp_path / "plans")
    code, said, _ = run(tmp_path / "plans")
    assert (code, said.splitlines()[:2]) == (
        0,
        [f"{1 + number} workbooks: 1 read, 0 not; 2 actions, 1 open, 1 overdue", words],
    )
    document = json.loads(run(tmp_path / "plans", "--json")[1])
    assert (len(document["not_read"]), len(document["left_aside"])) == (0, number)


def test_a_workbook_of_no_quarter_is_said_to_have_nothing_overdue_in_it(tmp_path: Path) -> None:
    save(tmp_path / "one.xlsx").rename(tmp_path / "marrowby.xlsx")
    headings = ("Ref", "Action", "Owner", "Timescale", "Status", "Comments")
    write_master(tmp_path / "undated.xlsx", (headings, PIER, LAMPS), "Alton action plan")
    assert run(tmp_path)[1].splitlines()[1] == (
        '1 workbook of no quarter, so that nothing in it is overdue; --quarter "Q3 2023/24" says one for all'
    )


def test_json(plans: Path) -> None:
    code, said, told = run(plans, "--json", "--quarter", "Q3 2023/24")
    document = json.loads(said)
    assert (code, told) == (1, "")
    assert list(document) == ["workbooks", "not_read", "left_aside", "left_out", "findings", "league"]
    assert document["not_read"] == [{"file": "broken.xlsx", "why": BROKEN}]
    marrowby = document["workbooks"][0]
    findings = marrowby.pop("findings")
    assert document["findings"] == [{**each, "number": 2 * each["number"], "workbooks": 2} for each in findings]
    assert {each["code"] for each in findings} >= {"action-overdue"}
    assert marrowby.pop("sheets")[0]["columns"] == {
        "ref": "A", "action": "B", "owner": "C", "timescale": "D", "status": "E", "comment": "F"
    }  # fmt: skip
    assert marrowby == {
        "file": "marrowby.xlsx",
        "council": "Marrowby Council",
        "title": "Marrowby Council – action plan – Q1 2023/24",
        "quarter": "Q3 2023/24",
        "actions": 2,
        "open": 1,
        "same_actions_as": None,
        "themes": [
            {
                "theme": None,
                "actions": 2,
                "statuses": {
                    "Not started": 0, "In progress": 1, "Ongoing": 0, "On hold": 0, "Completed": 1, "Superseded": 0,
                    "Not pursued": 0, "Other, open": 0, "Other, closed": 0, "Unknown word": 0, "No status": 0,
                },
                "open": 1,
                "overdue": 1,
            }
        ],
        "overdue": [
            {
                "ref": "H1", "theme": None, "action": "Repair the pier", "owners": ["AD Ports"], "status": "In progress",
                "timescale": "Q4 22/23", "due": "Q4 2022/23", "due_date": "2023-03-31", "quarters_overdue": 3,
                "days_overdue": 275, "sheet": "Plan", "row": 4,
            }
        ],
    }  # fmt: skip
    assert document["league"][1] == {
        "place": 1, "file": "marrowby.xlsx", "council": "Marrowby Council", "open": 1, "overdue": 1, "of_100_open": 100,
        "up_to_a_quarter": 0, "up_to_a_year": 1, "longer": 0, "median_days": 275, "longest_days": 275,
    }  # fmt: skip


def test_the_rows_of_all_are_those_of_each_under_its_name(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    read_portfolio([str(plans)], out)
    text = out.read_text(encoding="utf-8-sig")
    assert [line.split(",")[2] for line in text.splitlines()[1:]] == [
        "marrowby.xlsx", "marrowby.xlsx", "north/alton.xlsx", "north/alton.xlsx"
    ]  # fmt: skip
    assert "@" not in text
    read_portfolio([str(plans)], out, with_emails=True, force=True)
    assert "a.n@marrowby.example" in out.read_text(encoding="utf-8-sig")
