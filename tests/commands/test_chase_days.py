"""A chase from day to day: who gets what, what the record says of it, and what an officer is told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from peerxl import read_plan, write_chase
from peerxl.commands.collect.command import collect
from peerxl.commands.memory import read_past, remember
from peerxl.model.owner import Owner
from peerxl.record.event import Asked, Event, Returned
from peerxl.record.naming import name_actions
from peerxl.record.say import say_event
from tests.cli.test_cli import files_in, run, sentence
from tests.commands.councils import BRIDGE, JOINT, LAMPS, NOBODYS, PIER, ROWS, write_council
from tests.commands.test_collect import fill_in

MONDAY = "2026-11-23"
PORTS, ROADS = Owner("AD Ports", "adports"), Owner("AD Roads", "adroads")


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_council(tmp_path / "master.xlsx")


def chase(master: Path, day: str, *options: object) -> dict[str, Any]:
    result = run("chase", master, "--out", master.parent / "out", "--today", day, "--json", *options)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def steps(document: dict[str, Any]) -> list[tuple[object, ...]]:
    return [(each["owner"], each["step"], each["questions"], each["reply_by"]) for each in document["owners"]]


def write_down(master: Path, day: str, *events: Event) -> None:
    """What another command would write down."""
    now = datetime.fromisoformat(f"{day}T18:00").replace(tzinfo=UTC)
    with remember(master, read_plan(master), "collect", now) as memory:
        memory.write(*events)


def answered(master: Path, owner: Owner, *refs: str) -> Returned:
    plan = read_plan(master)
    with remember(master, plan, "collect", datetime(2026, 11, 24, tzinfo=UTC)) as memory:
        ids = {action.ref: memory.id_of(action) for action in plan.actions}
    return Returned(owner, "Q3 2026/27", f"{owner.name}.xlsx", tuple(ids[ref] for ref in refs))


def happened(master: Path) -> list[str]:
    """What the record says, but for what was seen of the plan and which runs there were."""
    entries = read_past(master).entries
    return [f"{entry.at.date()}: {say_event(entry)}" for entry in entries if entry.kind not in ("seen", "began")]


def test_a_quarter_s_chase(master: Path) -> None:
    """The deadline given first stays, reminders come on the calendar's days, and others learn of who is late."""
    days = {day: chase(master, day) for day in QUARTER}
    assert {day: steps(document) for day, document in days.items()} == QUARTER
    assert [days[day]["next_on"] for day in ("2026-11-23", "2026-11-24", "2026-12-14")] == [
        "2026-11-30",
        "2026-11-30",
        "2026-12-21",
    ]
    assert {document["reply_by"] for document in days.values()} == {"2026-12-07"}
    assert {each["asked_on"] for document in days.values() for each in document["owners"]} == {MONDAY}
    copies = {day: document["owners"][0]["cc"] for day, document in days.items() if document["owners"]}
    assert {day: cc for day, cc in copies.items() if cc} == {
        "2026-12-14": ["cy.moon@wexmere.example"],
        "2026-12-21": ["cy.moon@wexmere.example", "di.hart@wexmere.example"],
        "2026-12-29": ["cy.moon@wexmere.example", "di.hart@wexmere.example"],
    }
    assert days[MONDAY]["owners"][0]["to"] == ["ann.lee@wexmere.example"]
    assert happened(master)[:4] == [
        "2026-11-23: AD Ports was asked 2 questions for Q3 2026/27 (H1 and H2), to reply by Monday 7 December 2026.",
        "2026-11-23: AD Roads was asked 1 question for Q3 2026/27 (R1), to reply by Monday 7 December 2026.",
        "2026-11-23: The mail to AD Ports lies ready as AD Ports.eml.",
        "2026-11-23: The mail to AD Roads lies ready as AD Roads.eml.",
    ]


def test_on_a_closed_day_the_next_working_day_s_messages_are_made(master: Path) -> None:
    plan, sunday = read_plan(master), date(2026, 11, 22)
    assert write_chase(plan, master.parent / "job", today=sunday, is_ahead=False, dry_run=True).outgoing == ()
    ahead = chase(master, "2026-11-22")
    assert (steps(ahead), ahead["today"]) == (both("ask"), "2026-11-22")
    assert {each["asked_on"] for each in ahead["owners"]} == {MONDAY}
    assert ahead["notes"] == ["Today is a Sunday: the messages are made for Monday 23 November 2026; send them then."]
    assert happened(master)[0] == (
        "2026-11-22: AD Ports was asked 2 questions for Q3 2026/27 (H1 and H2), to reply by Monday 7 December 2026, "
        "in a mail for Monday 23 November 2026."
    )
    draft = (master.parent / "out" / "drafts" / "AD Ports.eml").read_bytes()
    assert b"\r\nDate: Mon, 23 Nov 2026 " in draft
    assert (chase(master, MONDAY)["owners"], steps(chase(master, "2026-11-30"))) == ([], both("reminder"))
    holiday = chase(master, "2026-12-28")
    assert holiday["notes"] == [
        "Today is Boxing Day (observed): the messages are made for Tuesday 29 December 2026; send them then."
    ]
    assert (steps(holiday), chase(master, "2026-12-29")["owners"]) == (both("escalation"), [])


def both(step: str) -> list[tuple[object, ...]]:
    return [("AD Ports", step, 2, "2026-12-07"), ("AD Roads", step, 1, "2026-12-07")]


QUARTER: dict[str, list[tuple[object, ...]]] = {
    "2026-11-23": both("ask"),
    "2026-11-24": [],
    "2026-11-30": both("reminder"),
    "2026-12-02": both("reminder"),
    "2026-12-03": [],
    "2026-12-04": both("reminder"),
    "2026-12-07": [],
    "2026-12-14": both("escalation"),
    "2026-12-15": [],
    "2026-12-21": both("escalation"),
    "2026-12-29": both("escalation"),
}


def test_only_what_is_outstanding_is_asked(master: Path) -> None:
    chase(master, MONDAY)
    write_down(master, "2026-11-25", answered(master, PORTS, "H2"), answered(master, ROADS, "R1"))
    document = chase(master, "2026-11-30")
    assert steps(document) == [("AD Ports", "reminder", 1, "2026-12-07")]
    assert [ask["ref"] for ask in document["asks"]] == ["H1"]
    sheet = load_workbook(document["forms"][0])["Your actions"]
    assert [row[0].value for row in sheet[next(iter(sheet.tables.values())).ref]] == ["Ref", "H1"]
    # What is in the plan by now is not asked, whoever put it there.
    write_council(master, ((*PIER[:4], "In progress", "Timber came"), LAMPS, BRIDGE))
    assert chase(master, "2026-12-02")["owners"] == []


def test_what_is_collected_is_not_asked_again(master: Path) -> None:
    """From the first ask to the last answer, by the commands alone."""
    forms = [Path(form) for form in chase(master, MONDAY)["forms"]]
    fill_in(forms[0], {("H1", "Status"): "In progress", ("H1", "Comment"): "Timber came."})
    collect(master, [forms[0]], now=datetime(2026, 11, 25, 9))
    assert steps(chase(master, "2026-11-30", "--force")) == [
        ("AD Ports", "reminder", 1, "2026-12-07"),
        ("AD Roads", "reminder", 1, "2026-12-07"),
    ]
    forms[0].unlink()
    fill_in(forms[1], {("R1", "Comment"): "Steel came."})
    collect(master, [forms[1]], now=datetime(2026, 12, 1, 9))
    document = chase(master, "2026-12-02")
    assert [(each["owner"], each["step"]) for each in document["owners"]] == [("AD Ports", "reminder")]
    assert json.loads(run("replies", master, "--json").stdout)["answered"] == 2


def test_a_blank_form_answers_nothing(master: Path) -> None:
    chase(master, MONDAY)
    write_down(master, "2026-11-25", Returned(PORTS, "Q3 2026/27", "blank.xlsx"))
    assert steps(chase(master, "2026-11-30")) == both("reminder")


def test_who_joins_is_asked_at_once_and_who_leaves_is_not_chased(master: Path) -> None:
    chase(master, MONDAY)
    write_council(master, (PIER, LAMPS, (*BRIDGE[:3], "Chief Executive", "", "")))
    assert steps(chase(master, "2026-11-25")) == [("Chief Executive", "ask", 1, "2026-12-09")]
    assert steps(chase(master, "2026-11-30")) == [("AD Ports", "reminder", 2, "2026-12-07")]
    write_council(master, (PIER, LAMPS, ("H3", "Dredge the basin", "Q4 26/27", "AD Ports", "", "")))
    document = chase(master, "2026-12-01")
    assert steps(document) == [("AD Ports", "ask", 3, "2026-12-07")]
    asked = [entry.event for entry in read_past(master).entries if isinstance(entry.event, Asked)][-2:]
    assert [(event.reply_by, [action.ref for action in event.actions]) for event in asked] == [
        (date(2026, 12, 7), ["H1", "H2"]),
        (date(2026, 12, 15), ["H3"]),
    ]


def test_a_plan_that_was_edited_and_renamed_within_keeps_its_past(master: Path) -> None:
    """Rows are moved, refs are changed and words are mended: nobody is asked again."""
    chase(master, MONDAY)
    write_council(master, (BRIDGE, ("A9", *LAMPS[1:]), ("H1", "Repair the piers", *PIER[2:])))
    assert chase(master, "2026-11-24")["owners"] == []


def test_of_two_owners_one_answers_and_the_other_is_told(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx", (JOINT, BRIDGE))
    first = chase(master, MONDAY)
    assert steps(first) == [("AD Ports", "ask", 1, "2026-12-07"), ("AD Roads", "ask", 2, "2026-12-07")]
    write_down(master, "2026-11-24", answered(master, ROADS, "J1", "R1"))
    document = chase(master, "2026-11-25")
    assert (document["owners"], document["asks"], document["forms"]) == ([], [], [])
    assert [(each["owner"], each["to"], each["refs"]) for each in document["told"]] == [
        ("AD Ports", ["ann.lee@wexmere.example"], ["J1"])
    ]
    assert chase(master, "2026-11-26")["told"] == []


def test_what_goes_to_nobody_goes_to_the_coordinator(tmp_path: Path) -> None:
    rows = (PIER, NOBODYS, ("A1", "Tell everybody", "Q4 26/27", "All", "", ""), BRIDGE)
    owners = [("AD Ports", "Ann Lee", "", ""), ("AD Roads", "", "bo day", "")]
    document = chase(write_council(tmp_path / "master.xlsx", rows, owners), MONDAY)
    assert document["nobody"] == [
        {"sheet": "Action plan", "row": 5, "ref": "N1", "why": "The plan names no owner."},
        {"sheet": "Action plan", "row": 6, "ref": "A1", "why": "No one owner: All."},
        {
            "sheet": "Action plan",
            "row": 4,
            "ref": "H1",
            "why": "No address is known for AD Ports; put it on the Owners sheet.",
        },
        {
            "sheet": "Action plan",
            "row": 7,
            "ref": "R1",
            "why": 'AD Roads: “bo day” is no e-mail address; write it as "jo.bloggs@council.gov.uk".',
        },
    ]
    assert [(each["owner"], each["to"]) for each in document["owners"]] == [("AD Ports", []), ("AD Roads", [])]


def test_whom_no_mail_can_be_addressed_to_is_said(tmp_path: Path) -> None:
    owners = [("AD Ports", "Ann Lee", "", ""), ("AD Roads", "", "bo day", "")]
    master = write_council(tmp_path / "master.xlsx", owners=owners)
    says = (
        "No mail can be addressed to AD Ports and AD Roads: put addresses such as jo.bloggs@council.gov.uk on the Owners "
        "sheet."
    )
    result = run("chase", master, "--out", tmp_path / "out", "--today", MONDAY)
    assert f"  {says}" in result.stdout.splitlines()
    sheet = load_workbook(tmp_path / "out" / "chase-list.xlsx")["Owners"]
    assert says in " ".join(str(sheet.cell(row, 1).value) for row in range(1, 9))


def test_a_notice_names_its_actions_without_a_ref(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx", [("", *JOINT[1:])])
    chase(master, MONDAY)
    action = name_actions(read_plan(master), read_past(master).entries).of(read_plan(master).actions[0])
    write_down(master, "2026-11-24", Returned(PORTS, "Q3 2026/27", "AD Ports.xlsx", (action,)))
    result = run("chase", master, "--out", tmp_path / "out", "--today", "2026-11-25")
    assert "  AD Roads: told that “Open the ferry” is answered" in result.stdout


def test_a_dry_run_shows_who_gets_what_and_writes_nothing(master: Path) -> None:
    chase(master, MONDAY)
    write_down(master, "2026-11-25", answered(master, ROADS, "R1"))
    before = {path: path.read_bytes() for path in master.parent.rglob("*") if path.is_file()}
    result = run("chase", master, "--dry-run", "--today", "2026-12-14")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "1 owner written to (1 late and reminded) about 2 actions for Q3 2026/27, 2 questions, to reply by 7 December 2026",
        "  AD Ports: late and reminded, 2 questions, to reply by 7 December 2026 (ann.lee@wexmere.example, copy to "
        "cy.moon@wexmere.example): 7 days late: a copy goes to whom they report to. Next on Monday 21 December 2026.",
        "  AD Roads: nothing: Has answered, or is asked nothing any more.",
        "  nobody for R1: AD Roads has answered, but the plan has no status and no comment.",
        "nothing was written",
    ]
    assert {path: path.read_bytes() for path in master.parent.rglob("*") if path.is_file()} == before
    assert "Name the folder to write to with --out" in run("chase", master).stderr


def test_a_day_to_reply_by_counts_for_what_was_never_asked(master: Path) -> None:
    chase(master, MONDAY, "--reply-by", "2026-12-01")
    write_council(master, (*ROWS, ("H3", "Dredge the basin", "Q4 26/27", "Director of Place", "", "")))
    document = chase(master, "2026-11-24", "--reply-by", "2026-12-18")
    assert steps(document) == [
        ("AD Ports", "reminder", 2, "2026-12-01"),
        ("AD Roads", "reminder", 1, "2026-12-01"),
        ("Director of Place", "ask", 1, "2026-12-18"),
    ]


def test_a_record_elsewhere_and_none(master: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "records"
    for _ in range(2):
        assert len(chase(master, MONDAY, "--no-record")["owners"]) == 2
    assert not [name for name in files_in(tmp_path) if name.startswith(".peerxl")]
    assert len(chase(master, MONDAY, "--record", elsewhere)["owners"]) == 2
    assert chase(master, MONDAY, "--record", elsewhere)["owners"] == []
    assert {name.split("/")[1] for name in files_in(tmp_path) if name.startswith("records/")} == {"forms", "record"}


def test_forms_are_kept_as_they_were_issued(master: Path) -> None:
    document = chase(master, MONDAY)
    kept = {path.read_bytes() for path in (master.parent / ".peerxl" / "forms").iterdir()}
    assert {Path(form).read_bytes() for form in document["forms"]} == kept
    forms = [entry.event.form for entry in read_past(master).entries if isinstance(entry.event, Asked)]
    assert [
        form in {path.name.split("-")[0] for path in (master.parent / ".peerxl" / "forms").iterdir()} for form in forms
    ] == [
        True,
        True,
    ]


def test_where_the_files_cannot_be_written_nobody_counts_as_asked(master: Path) -> None:
    out = master.parent / "out"
    out.mkdir()
    (out / "forms").touch()
    assert "forms" in sentence(run("chase", master, "--out", out, "--today", MONDAY))
    (out / "forms").unlink()
    assert [line.partition(": ")[2][:25] for line in happened(master)][2:] == [
        "The mail to AD Ports was ",
        "The mail to AD Roads was ",
    ]
    assert steps(chase(master, MONDAY)) == both("ask")


def test_a_run_that_was_stopped_asks_again(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped between writing down and laying ready: nothing lies ready, so nobody was asked."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("peerxl.commands.chase.command.save_all", stop)
        with pytest.raises(KeyboardInterrupt):
            write_chase(read_plan(master), master.parent / "out", today=date.fromisoformat(MONDAY))
    assert steps(chase(master, MONDAY)) == both("ask")
    assert chase(master, MONDAY)["owners"] == []


STALE: Iterable[tuple[str, str]] = (
    ("2026-12-31", ""),
    (
        "2027-01-04",
        "Today is in Q4 2026/27; the plan still reports Q3 2026/27. Once that has been reported, move it on with “peerxl next”.\n",
    ),
    (
        "2027-04-06",
        "Today is in Q1 2027/28; the plan still reports Q3 2026/27. Once that has been reported, move it on with “peerxl next”.\n",
    ),
)


@pytest.mark.parametrize(("day", "says"), STALE)
def test_a_quarter_that_is_over_is_said(master: Path, day: str, says: str) -> None:
    result = run("chase", master, "--dry-run", "--today", day)
    assert (result.exit_code, result.stderr) == (0, says)


def test_half_a_line_in_the_record_is_said(master: Path) -> None:
    chase(master, MONDAY)
    file = next((master.parent / ".peerxl" / "record").iterdir())
    with file.open("ab") as record:
        record.write(b'{"v":1,"at"')
    result = run("chase", master, "--dry-run", "--today", "2026-11-24")
    assert "it is half written, as a run leaves it that was stopped" in result.stderr
    assert "Nothing goes out today" in result.stdout
