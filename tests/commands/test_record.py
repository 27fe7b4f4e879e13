"""What commands remember of a plan, end to end: who replied, what went in, what was settled and taken back."""

from __future__ import annotations

import json
import os
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from peerxl import read_plan, set_cells
from peerxl.commands.collect.command import collect
from peerxl.commands.fix import fix
from peerxl.commands.memory import read_past, remember
from peerxl.commands.replies import questions_of, read_replies
from peerxl.commands.undo import undo
from peerxl.record.event import Asked, Conflicted, Merged, Published, Returned, Seen, Step, Undone
from peerxl.record.verify import verify_record
from tests.cli.test_cli import files_in, run, sentence, write_master
from tests.commands.test_collect import NOW, ROWS, TITLE, chased, fill_in, reports_of
from tests.mail.outlook_files import Attached, Msg

QUARTER = "Q1 2023/24"
ASKED_ON = datetime(2024, 1, 8, 7, 0)
SAM = "Sam Okoro <sam@council.example>"


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS, TITLE)


@pytest.fixture(name="forms")
def make_forms(master: Path) -> Path:
    return chased(master)


def asked(master: Path, at: datetime = ASKED_ON) -> None:
    """Everybody asked what the plan asks of them."""
    plan = read_plan(master)
    assert plan.quarter
    with remember(master, plan, "chase", at) as memory:
        questions = questions_of(plan, plan.quarter, memory.ids)
        memory.write(*(Asked(owner, QUARTER, Step.ASK, actions) for owner, actions in questions.items()))


def events(master: Path, *kinds: type) -> list[object]:
    return [entry.event for entry in read_past(master).entries if isinstance(entry.event, kinds or object)]


def mailed(*files: tuple[str, bytes], text: str = "Done.") -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Date"], mail["Subject"] = SAM, "Tue, 16 Jan 2024 09:30:00 +0000", "Re: form"
    mail.set_content(text)
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def test_a_collect_is_remembered(master: Path, forms: Path) -> None:
    asked(master)
    typed = {("H1", "Status"): "Completed", ("H2", "New date"): "30 June 2024", ("H2", "Comment"): "Lamps are late."}
    form = fill_in(forms / "AD Ports.xlsx", typed)
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    result = collect(master, [form], now=NOW)
    assert result.replies.sentence(result.today) == (
        "1 of 2 has replied; waiting for AD Roads (1 question, asked 12 days ago)."
    )
    (returned,) = events(master, Returned)
    assert isinstance(returned, Returned)
    assert ([action.ref for action in returned.actions], returned.file) == (["H1", "H2"], "AD Ports.xlsx")
    merged = [each for each in events(master, Merged) if isinstance(each, Merged)]
    assert [(each.action.ref, each.field, each.before, each.after, each.why) for each in merged] == [
        ("H2", "comment", "", "Lamps are late.", ""),
        ("H2", "timescale", "Q2 23/24", "30 June 2024", "Lamps are late."),
    ]
    (conflicted,) = events(master, Conflicted)
    assert isinstance(conflicted, Conflicted)
    assert (conflicted.issued, conflicted.master, conflicted.returned, conflicted.cell) == (
        "In progress",
        "On hold",
        "Completed",
        "G8",
    )


def test_the_same_forms_collected_again_are_no_news(master: Path, forms: Path) -> None:
    asked(master)
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H2", "Comment"): "Lamps came."})
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    collect(master, [form], now=NOW)
    before = read_past(master).entries
    collect(master, [form], now=NOW + timedelta(days=7))
    assert read_past(master).entries == before
    fill_in(form, {("H2", "Comment"): "Lamps came, and work."})
    collect(master, [form], now=NOW + timedelta(days=8))
    news = events(master)[len(before) :]
    assert [type(each).__name__ for each in news] == ["Began", "Returned", "Conflicted", "Conflicted"]


def test_a_dry_run_and_a_copy_are_not_remembered(master: Path, forms: Path) -> None:
    asked(master)
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H2", "Status"): "Ongoing"})
    before = files_in(master.parent / ".peerxl")
    for options in (("--dry-run",), ("--output", master.with_name("copy.xlsx"))):
        result = run("collect", master, form, *options)
        assert result.stdout.splitlines()[-1].startswith("1 of 2 has replied; waiting for AD Roads (1 question, asked ")
        assert files_in(master.parent / ".peerxl") == before


def test_undo_is_remembered(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [form], now=NOW)
    merge_run = next(entry.run for entry in read_past(master).entries if isinstance(entry.event, Merged))
    undo(master, now=NOW + timedelta(hours=1))
    (undone,) = events(master, Undone)
    assert isinstance(undone, Undone)
    assert (undone.field, undone.before, undone.after, undone.undoes) == (
        "status",
        "Completed",
        "In progress",
        merge_run,
    )
    collect(master, [form], now=NOW + timedelta(hours=2))
    assert len(events(master, Returned)) == 1
    assert len(events(master, Merged)) == 2


def test_a_fix_is_remembered(master: Path) -> None:
    set_cells(master, master, {"Plan": {"E5": "Complete"}})
    fix(master, now=NOW)
    (merged,) = events(master, Merged)
    assert isinstance(merged, Merged)
    assert (merged.action.ref, merged.field, merged.before, merged.after, merged.quarter, merged.owner) == (
        "H2",
        "status",
        "Complete",
        "Completed",
        QUARTER,
        None,
    )


def test_replies(master: Path, forms: Path) -> None:
    asked(master)
    (forms / "AD Roads.xlsx").rename(forms / "blank.xlsx")
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    result = run("replies", master, "--today", "2024-01-22")
    assert [line.split("  ") for line in result.stdout.splitlines()][-1] == [
        "1 of 2 has replied; waiting for AD Ports (1 of 2 questions, asked 14 days ago) and "
        "AD Roads (1 question, asked 14 days ago, sent the form back with nothing new in it)."
    ]
    document = json.loads(run("replies", master, "--today", "2024-01-22", "--json").stdout)
    assert {key: document[key] for key in ("quarter", "asked", "answered", "outstanding", "blank")} == {
        "quarter": QUARTER,
        "asked": 2,
        "answered": 1,
        "outstanding": [
            {
                "owner": "AD Ports",
                "questions": 1,
                "refs": ["H2"],
                "actions": ["H2"],
                "asked_on": "2024-01-08",
                "days": 14,
                "last_step": "ask",
            },
            {
                "owner": "AD Roads",
                "questions": 1,
                "refs": ["R1"],
                "actions": ["R1"],
                "asked_on": "2024-01-08",
                "days": 14,
                "last_step": "ask",
            },
        ],
        "blank": ["AD Roads"],
    }
    set_cells(master, master, {"Plan": {"E5": "Completed", "F5": "All lit.", "E6": "Completed", "F6": "Mended."}})
    assert read_replies(master, today=date(2024, 1, 22)).replies.sentence(date(2024, 1, 22)) == "1 of 1 has replied."


def test_an_answer_that_was_taken_back_is_said(master: Path, forms: Path) -> None:
    """By what tells of replies and of the plan's health, until it is collected again."""
    asked(master)
    fill_in(forms / "AD Roads.xlsx", {("R1", "Status"): "Completed", ("R1", "Comment"): "Mended."})
    lost = "R1: AD Roads has answered, and the plan does not have the answer any more: collect AD Roads.xlsx again."
    for is_back in (False, True, False):
        if is_back:
            undo(master, now=NOW)
        else:
            collect(master, [forms / "AD Roads.xlsx"], now=NOW)
        told = run("replies", master, "--today", "2024-01-22").stdout.splitlines()
        health = run("doctor", master, "--today", "2024-01-22").stdout
        assert (lost in told, lost in health) == (is_back, is_back)
        assert json.loads(run("replies", master, "--json").stdout)["lost"] == ([lost] if is_back else [])
        assert told[-1].startswith("1 of 2 has replied; waiting for AD Ports")


def test_history(master: Path, forms: Path) -> None:
    asked(master)
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H2", "New date"): "30 June 2024"})
    collect(master, [form], now=NOW)
    report = load_workbook(reports_of(master)[-1])["Dates moved"]
    (table,) = report.tables.values()
    assert [cell.value for cell in report[table.ref][1]] == [
        "H2",
        "Q2 23/24",
        "30 June 2024",
        datetime(2024, 1, 20),
        "AD Ports",
        None,
    ]
    lines = run("history", master).stdout.splitlines()
    assert lines == [
        "8 January 2024 at 07:00: “peerxl chase” was run.",
        "8 January 2024 at 07:00: AD Ports was asked 2 questions for Q1 2023/24 (H1 and H2).",
        "8 January 2024 at 07:00: AD Roads was asked 1 question for Q1 2023/24 (R1).",
        "20 January 2024 at 09:30: “peerxl collect” was run.",
        "20 January 2024 at 09:30: AD Ports gave 2 answers for Q1 2023/24 (H1 and H2) in AD Ports.xlsx.",
        "20 January 2024 at 09:30: The status of H1 for Q1 2023/24 was “In progress” and is now “Completed” by AD Ports.",
        "20 January 2024 at 09:30: The timescale of H2 was “Q2 23/24” and is now “30 June 2024” by AD Ports.",
        "",
        "The first timescale of H2 was “Q2 23/24” (seen on 8 January 2024)",
        "  20 January 2024: 30 June 2024, asked for by AD Ports",
    ]
    one = json.loads(run("history", master, "h1", "--json").stdout)
    assert [(each["kind"], each["ref"], each["owner"]) for each in one["events"]] == [
        ("seen", "H1", None),
        ("seen", "H1", None),
        ("seen", "H1", None),
        ("seen", "H1", None),
        ("seen", "H1", None),
        ("asked", None, "AD Ports"),
        ("returned", None, "AD Ports"),
        ("merged", "H1", "AD Ports"),
    ]
    owner = json.loads(run("history", master, "ad for roads", "--json").stdout)
    assert [each["says"] for each in owner["events"]] == ["AD Roads was asked 1 question for Q1 2023/24 (R1)."]
    assert "neither an action nor an owner is called 'H9'" in sentence(run("history", master, "H9"))


@pytest.mark.parametrize("command", ["replies", "history"])
def test_a_record_that_is_not_there_is_none_that_says_nothing(command: str, master: Path, tmp_path: Path) -> None:
    result = run(command, master, "--record", tmp_path / "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence(result).endswith("nowhere: there is no such file; check the name and the folder.")


def test_a_change_of_the_plan_is_no_first_sight(master: Path) -> None:
    """Of the whole plan the first sight is left out, and what was seen since is told as a change."""
    asked(master)
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    asked(master, ASKED_ON + timedelta(days=1))
    assert [line for line in run("history", master).stdout.splitlines() if "H1" in line and "asked" not in line] == [
        "9 January 2024 at 07:00: The status of H1 for Q1 2023/24 was “On hold” when the plan was read.",
    ]


def test_a_settlement_among_several_owners_is_told_once(master: Path) -> None:
    """The record keeps it of each form, so that none of them opens it again."""
    write_master(master, (*ROWS[:-1], (*ROWS[-1][:3], "AD Ports / AD Roads", *ROWS[-1][4:])))
    out = chased(master)
    fill_in(out / "AD Ports.xlsx", {("R1", "Status"): "On hold", ("R1", "Comment"): "Rust."})
    fill_in(out / "AD Roads.xlsx", {("R1", "Status"): "Completed", ("R1", "Comment"): "Paint."})
    collect(master, [out], now=NOW)
    settled = ["R1.status=AD Roads", "R1.comment=both"]
    collect(master, [out], now=NOW + timedelta(days=1), accept=settled, by="awray")
    lines = run("history", master, "R1").stdout.splitlines()
    assert [line.partition(": ")[2] for line in lines if "settled" in line] == [
        "The status of R1 for Q1 2023/24 was settled by awray as “Completed”.",
        "The comment of R1 for Q1 2023/24 was settled by awray as “AD Ports: Rust. AD Roads: Paint.”, both answers "
        "together.",
    ]


def test_actions_without_refs_are_told_by_their_words(tmp_path: Path) -> None:
    rows = (
        ("Action", "Owner", "Timescale", "Q1 status", "Q1 comment"),
        ("Repair the pier, its railings and the two lamps at the far end of it", "AD Ports", "Q1 23/24", "", ""),
        ("Light the pier", "AD Ports", "Q1 23/24", "In progress", ""),
    )
    master = write_master(tmp_path / "master.xlsx", rows, TITLE)
    asked(master)
    (event,) = events(master, Asked)
    assert isinstance(event, Asked)
    pier, lamps = "Repair the pier, its railings and the two lamps at the far…", "Light the pier"
    assert [(action.ref, action.words) for action in event.actions] == [("", pier), ("", lamps)]
    says = f"AD Ports was asked 2 questions for Q1 2023/24 (“{pier}” and “{lamps}”)."
    assert run("history", master).stdout.splitlines()[1:] == [f"8 January 2024 at 07:00: {says}"]
    assert run("replies", master, "--today", "2024-01-22").stdout.splitlines()[2:] == [
        f"outstanding from AD Ports: “{pier}” and “{lamps}”",
        "0 of 1 have replied; waiting for AD Ports (2 questions, asked 14 days ago).",
    ]
    (outstanding,) = json.loads(run("replies", master, "--json").stdout)["outstanding"]
    assert (outstanding["refs"], outstanding["actions"]) == ([None, None], [f"“{pier}”", f"“{lamps}”"])
    # One of them is asked for by its row, by its words, or by what a sentence says of it.
    for name in ("row 5", "light the", f"“{lamps}”"):
        said = json.loads(run("history", master, name, "--json").stdout)
        assert [each["action"] for each in said["dates"]] == [f"“{lamps}”"]
        assert [(each["kind"], each["ref"]) for each in said["events"]][-1] == ("asked", None)
        assert said["events"][-1]["actions"] == [f"“{pier}”", f"“{lamps}”"]
    assert len(json.loads(run("history", master, f"“{pier}”", "--json").stdout)["dates"]) == 1
    # Words that begin both are of neither.
    write_master(master, (*rows, ("Light the quay", "AD Roads", "Q1 23/24", "", "")), TITLE)
    assert "neither an action nor an owner is called 'Light the'" in sentence(run("history", master, "Light the"))


def test_mails_that_come_back(master: Path, forms: Path) -> None:
    asked(master)
    ports = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"}).read_bytes()
    roads = (forms / "AD Roads.xlsx").read_bytes()
    returned = master.parent / "returned"
    returned.mkdir()
    (returned / "a.eml").write_bytes(mailed(("report final.dat", ports)))
    (returned / "b.msg").write_bytes(
        Msg("Ann Field", smtp="ann@council.example", attached=(Attached("R.xlsx", roads),)).content()
    )
    (returned / "c.eml").write_bytes(mailed(text="See https://council.sharepoint.com/x"))
    with ZipFile(returned / "d.zip", "w") as archive:
        archive.writestr("e.eml", mailed(("Form.PDF", b"%PDF")))
        archive.writestr("f.eml", mailed(("other.xlsx", master.read_bytes())))
    (returned / "g.msg").write_bytes(b"nothing")
    (returned / "h.pdf").write_bytes(b"%PDF")
    result = run("collect", master, returned)
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if not line.startswith(("Ref", "  "))] == [
        "H1   status  Plan!E4  In progress  Completed  AD Ports",
        f"refused: c.eml, from {SAM}: There is a link instead of the workbook (council.sharepoint.com); open it, save "
        "the workbook and collect that. [no-workbook]",
        f"refused: d.zip, e.eml, from {SAM}: The form came back as a PDF (Form.PDF), which cannot be collected; ask for "
        "the workbook itself. [no-workbook]",
        "refused: g.msg: It is no message as Outlook saves it, or damaged; save it again from Outlook. [no-workbook]",
        f"refused: d.zip, f.eml, other.xlsx, from {SAM}: This is no return form (it has no sheet 'As issued' as the form "
        "had); ask for the form itself to be sent back. [not-a-return]",
        "h.pdf is a PDF, which cannot be collected, and was left alone; ask for the workbook itself.",
        "b.msg, R.xlsx, from Ann Field <ann@council.example>: the form of AD Roads came back blank; ask whether the "
        "workbook was saved before it was sent.",
        "1 change, 0 conflicts, 4 refused",
        *result.stdout.splitlines()[-1:],
    ]
    back = {each.owner.name: each for each in events(master, Returned) if isinstance(each, Returned)}
    assert (back["AD Ports"].sender, back["AD Ports"].sent_on) == (SAM, date(2024, 1, 16))
    assert (back["AD Roads"].sender, back["AD Roads"].is_blank) == ("Ann Field <ann@council.example>", True)
    assert read_replies(master, today=date(2024, 1, 20)).replies.replies[0].days == 8


def test_a_record_elsewhere_or_none(master: Path, forms: Path, tmp_path: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    assert run("collect", master, form, "--no-record").exit_code == 0
    assert not (master.parent / ".peerxl" / "record").exists()
    assert run("undo", master, "--record", tmp_path / "memory").exit_code == 0
    assert not (master.parent / ".peerxl" / "record").exists()
    assert run("collect", master, form, "--record", tmp_path / "memory").exit_code == 0
    kinds = [entry.kind for entry in read_past(master, record=tmp_path / "memory").entries]
    assert [kind for kind in kinds if kind != "seen"] == ["began", "undone", "began", "returned", "merged"]
    assert "AD Ports gave 1 answer" in run("history", master, "--record", tmp_path / "memory").stdout


def test_a_folder_that_cannot_be_written(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    before = master.read_bytes()
    (master.parent / ".peerxl").mkdir()
    (master.parent / ".peerxl" / "record").write_text("a file in the way")
    for command in (("collect", master, form), ("check", master, "--fix")):
        if command[0] == "check":
            set_cells(master, master, {"Plan": {"E5": "Complete"}})
            before = master.read_bytes()
        said = sentence(run(*command))
        assert "what is done cannot be remembered there (File exists); keep the record elsewhere" in said
        assert master.read_bytes() == before
    assert reports_of(master) == []


def test_half_a_line_is_said(master: Path, forms: Path) -> None:
    asked(master)
    (file,) = (master.parent / ".peerxl" / "record").iterdir()
    file.write_bytes(file.read_bytes()[:-20])
    result = run("replies", master)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"record: {file.name}, line ")
    assert "it is half written, as a run leaves it that was stopped" in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [(b'"kind":"seen"', b'"kind":"seen', "it is damaged"), (b'{"v":1', b'{"v":2', "it was written by a newer peerxl")],
    ids=["damaged", "newer"],
)
def test_what_is_written_with_a_record_that_cannot_be_read_says_so(
    old: bytes, new: bytes, why: str, master: Path, forms: Path, tmp_path: Path
) -> None:
    asked(master)
    (file,) = (master.parent / ".peerxl" / "record").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole.replace(old, new, 1))
    (says,) = {str(fault) for fault in read_past(master).faults}
    assert why in says
    unread = f"record: {says}\nas the record cannot be read whole, dates that were replaced may be missing from this\n"
    outputs = {"appendix": "paper.csv", "export": "data.csv", "new-year": "next.xlsx"}
    for command, name in outputs.items():
        path = tmp_path / name
        assert run(command, master, "-o", path).stderr == f"wrote {path}\n{unread}"
        assert run(command, master, "-o", path, "--no-record").stderr == f"wrote {path}\n"
    file.write_bytes(whole)
    for command, name in outputs.items():
        path = tmp_path / f"whole-{name}"
        assert run(command, master, "-o", path).stderr == f"wrote {path}\n"


def test_two_machines_write_at_once(master: Path) -> None:
    """Neither knows of the other's run: the union of their files is what happened."""
    plan = read_plan(master)
    with remember(master, plan, "chase", ASKED_ON) as first, remember(master, plan, "chase", ASKED_ON) as second:
        assert plan.quarter
        (ports, actions), (roads, others) = questions_of(plan, plan.quarter, first.ids).items()
        first.write(Asked(ports, QUARTER, Step.ASK, actions))
        second.write(Asked(roads, QUARTER, Step.ASK, others))
    replies = read_replies(master, today=date(2024, 1, 10)).replies
    assert {reply.owner.name for reply in replies.outstanding} == {"AD Ports", "AD Roads"}
    assert verify_record(master.parent / ".peerxl" / "record") == ()


def test_a_plan_that_was_renamed_keeps_its_past(master: Path, forms: Path) -> None:
    """And one beside it has its own."""
    asked(master)
    other = write_master(master.with_name("other.xlsx"), ROWS, TITLE)
    renamed = master.rename(master.with_name("plan 2024.xlsx"))
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    for _ in range(2):
        result = collect(renamed, [form], now=NOW)
        assert result.replies.sentence(result.today).startswith("1 of 2 has replied; waiting for AD Ports (1 of 2 ques")
    collect(other, [form], now=NOW)
    assert {entry.plan for entry in read_past(renamed).entries} == {"master.xlsx"}
    assert {entry.plan for entry in read_past(other).entries} == {"other.xlsx"}
    assert len(events(renamed, Returned)) == len(events(other, Returned)) == 1


def test_a_run_killed_before_it_remembered_finds_out(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is in the plan and not on the record: it is seen there, and its form is still to be counted."""
    asked(master)
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    monkeypatch.setattr("peerxl.commands.memory.Memory.write", killed)
    with pytest.raises(KeyboardInterrupt):
        collect(master, [form], now=NOW)
    monkeypatch.undo()
    assert (read_plan(master).actions[0].updates[0].status_text, events(master, Returned)) == ("Completed", [])
    result = collect(master, [form], now=NOW + timedelta(hours=1))
    assert result.merge.changes == ()
    assert [reply.replied_on for reply in result.replies.replies] == [NOW.date(), None]
    (seen,) = [each for each in events(master, Seen) if isinstance(each, Seen) and each.value == "Completed"]
    assert (seen.action.ref, seen.field) == ("H1", "status")
    assert [str(cell) for cell in undo(master, now=NOW + timedelta(hours=2)).cells] == ["Plan!E4"]


def killed(*events: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("place", ["peerxl.commands.collect.command.save_cells", "peerxl.undo_log.log.write_step"])
def test_a_run_killed_before_it_saved_remembers_nothing(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    asked(master)
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    before, plan = read_past(master).entries, master.read_bytes()
    monkeypatch.setattr(place, lambda *_, **__: killed())
    with pytest.raises(KeyboardInterrupt):
        collect(master, [form], now=NOW)
    monkeypatch.undo()
    assert (read_past(master).entries, master.read_bytes()) == (before, plan)
    assert [change.text for change in collect(master, [form], now=NOW).merge.changes] == ["Completed"]


def test_the_index_made_anew_answers_the_same(master: Path, forms: Path) -> None:
    asked(master)
    collect(master, [fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})], now=NOW)
    answers = [run(*command).stdout for command in (("history", master), ("replies", master, "--json"))]
    for index in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.sqlite"):
        index.unlink()
    assert [run(*command).stdout for command in (("history", master), ("replies", master, "--json"))] == answers


SETTLED: dict[str, tuple[str, str]] = {
    "mine": ("H1.status=mine", "On hold"),
    "theirs": ("H1.status=theirs", "Completed"),
    "an owner": ("H1.status=AD Ports", "Completed"),
}


@pytest.mark.parametrize("choice", SETTLED)
def test_what_was_settled_stays_settled_until_a_side_says_something_new(master: Path, forms: Path, choice: str) -> None:
    accept, word = SETTLED[choice]
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    assert len(collect(master, [form], now=NOW).merge.conflicts) == 1
    collect(master, [form], now=NOW + timedelta(hours=1), accept=[accept])
    assert read_plan(master).actions[0].updates[0].status_text == word
    again = collect(master, [form], now=NOW + timedelta(days=7)).merge
    assert (again.changes, again.conflicts, again.notes) == ((), (), ())
    set_cells(master, master, {"Plan": {"E4": "Ongoing"}})
    assert [one.now for one in collect(master, [form], now=NOW + timedelta(days=8)).merge.conflicts] == ["Ongoing"]


def test_the_owner_says_something_new(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    collect(master, [form], now=NOW, accept=["H1.status=mine"])
    fill_in(form, {("H1", "Status"): "Ongoing"})
    assert [one.text for one in collect(master, [form], now=NOW + timedelta(days=1)).merge.conflicts] == ["Ongoing"]


def test_without_a_record_nothing_is_settled(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    for accept in (["H1.status=mine"], []):
        merge = collect(master, [form], now=NOW, accept=accept, no_record=True).merge
    assert len(merge.conflicts) == 1


def test_what_was_settled_and_taken_back_is_open_again(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    collect(master, [form], now=NOW, accept=["H1.status=theirs"])
    undo(master, now=NOW + timedelta(hours=1))
    assert len(collect(master, [form], now=NOW + timedelta(hours=2)).merge.conflicts) == 1


def test_a_comment_is_joined_to_that_of_whoever_gave_it(master: Path) -> None:
    """The record knows whose words the plan has."""
    write_master(master, (*ROWS[:-1], (*ROWS[-1][:3], "AD Ports / AD Roads", *ROWS[-1][4:])))
    out = chased(master)
    collect(master, [fill_in(out / "AD Ports.xlsx", {("R1", "Comment"): "Rust."})], now=NOW)
    roads = fill_in(out / "AD Roads.xlsx", {("R1", "Comment"): "Paint."})
    for days in (1, 7):
        collect(master, [roads], now=NOW + timedelta(days=days), accept=["R1.comment=both"] if days == 1 else [])
        assert read_plan(master).actions[2].updates[0].comment == "AD Ports: Rust.\nAD Roads: Paint."
    said = "was “Rust.” and is now “AD Ports: Rust. AD Roads: Paint.” by AD Ports and AD Roads."
    assert said in run("history", master, "R1").stdout
    assert events(master, Conflicted) == []


def test_a_refused_line_that_was_taken_stays_taken(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Roads.xlsx", {("R1", "Status"): "Becalmed"})
    (refusal,) = collect(master, [form], now=NOW).merge.refusals
    collect(master, [form], now=NOW + timedelta(hours=1), accept=[refusal.accept], by="awray")
    assert read_plan(master).actions[2].updates[0].status_text == "Becalmed"
    again = collect(master, [form], now=NOW + timedelta(days=7)).merge
    assert (again.changes, again.conflicts, again.refusals, again.notes, again.rulings) == ((), (), (), (), ())
    assert (
        "the answer by AD Roads, “Becalmed”, which had been refused, was accepted by awray."
        in run("history", master, "R1").stdout
    )
    undo(master, now=NOW + timedelta(days=8))
    assert len(collect(master, [form], now=NOW + timedelta(days=9)).merge.refusals) == 1


def with_statuses(master: Path, *rows: tuple[str, ...]) -> Path:
    book = load_workbook(master)
    for row in rows:
        (book["Statuses"] if "Statuses" in book.sheetnames else book.create_sheet("Statuses")).append(row)
    book.save(master)
    return master


HEADINGS = ("Status", "Counts as", "Also written as")
WORDS = (HEADINGS, ("In progress", "Open"), ("On hold", "Open", "Paused"), ("Completed", "Closed"))


def test_what_a_word_counts_as_is_said_once(master: Path) -> None:
    with_statuses(master, *WORDS)
    form = fill_in(chased(master) / "AD Roads.xlsx", {("R1", "Status"): "Delayed for good"})
    (refusal,) = collect(master, [form], now=NOW).merge.refusals
    assert refusal.code == "unreadable"
    merge = collect(master, [form], now=NOW, accept=["Delayed for good counts as on hold"]).merge
    assert [change.text for change in merge.changes] == ["On hold"]
    assert merge.notes[0] == "“Delayed for good” counts as on hold from now on (Statuses!C3)."
    vocabulary = read_plan(master).settings.vocabulary
    assert (vocabulary.find("Delayed for good"), vocabulary.find("paused")) == ((vocabulary.find("On hold"),) * 2)
    again = collect(master, [form], now=NOW, accept=["Delayed for good counts as On hold"]).merge
    assert (again.changes, again.refusals, again.notes) == ((), (), ())
    taken = undo(master, now=NOW)
    assert [(str(cell), cell.text) for cell in taken.cells] == [("Plan!E6", ""), ("Statuses!C3", "Paused")]
    assert read_plan(master).settings.vocabulary.find("Delayed for good") is None


def test_a_word_that_somebody_has_changed_since_is_left(master: Path) -> None:
    with_statuses(master, *WORDS)
    form = fill_in(chased(master) / "AD Roads.xlsx", {("R1", "Comment"): "Rust."})
    collect(master, [form], now=NOW, accept=["Late counts as On hold"])
    set_cells(master, master, {"Statuses": {"C3": "Paused; Late; Slow"}})
    result = run("undo", master)
    assert result.stdout.splitlines()[1:] == [
        "Plan!F6: blank again",
        "left alone: Statuses: the other spellings of Statuses: somebody has changed it since, to “Paused; Late; Slow”",
        "1 cell taken back, 1 left alone",
    ]


STATUS_ROWS = (
    "Not started, Open; In progress, Open; Ongoing, Open; On hold, Open; Completed, Closed; Superseded, Closed; "
    "Not pursued, Closed"
)
NOT_LEARNT: dict[str, tuple[tuple[tuple[str, ...], ...], str, str]] = {
    "no sheet": (
        (),
        "Late counts as On hold",
        "the plan has no Statuses sheet; add one with the headings Status, Counts as and Also written as, and under "
        f"them a row for each status: {STATUS_ROWS}",
    ),
    "no row": (
        WORDS[:1],
        "Late counts as On hold",
        f"the Statuses sheet has no status yet; write a row for each under its headings: {STATUS_ROWS}",
    ),
    "no such status": (
        WORDS,
        "Late counts as Held",
        "the Statuses sheet has no status 'Held'; its words are In progress, On hold, Completed",
    ),
    "no column": (
        tuple(row[:2] for row in WORDS),
        "Late counts as On hold",
        "the Statuses sheet has no column headed Also written as; add one",
    ),
    "another already": (WORDS, "Paused counts as Completed", "'Paused' counts as 'On hold' already"),
}


@pytest.mark.parametrize("case", NOT_LEARNT)
def test_a_word_that_cannot_be_remembered(master: Path, forms: Path, case: str) -> None:
    rows, accept, why = NOT_LEARNT[case]
    with_statuses(master, *rows)
    before = master.read_bytes()
    said = sentence(run("collect", master, forms, "--accept", accept))
    assert said.endswith(f'master.xlsx: --accept "{accept}" cannot be remembered, and nothing was written: {why}.')
    assert master.read_bytes() == before


def test_a_statuses_sheet_that_is_made_as_the_message_says_takes_the_word(master: Path, forms: Path) -> None:
    read_before = read_plan(master).settings.vocabulary
    with_statuses(master, *WORDS[:1], *((*row.split(", "), "") for row in STATUS_ROWS.split("; ")))
    merge = collect(master, [forms], now=NOW, accept=["Green counts as Completed"]).merge
    assert merge.notes[0] == "“Green” counts as Completed from now on (Statuses!C6)."
    vocabulary = read_plan(master).settings.vocabulary
    assert vocabulary.find("Green") == vocabulary.find("Completed")
    assert [(status.word, status.is_open) for status in vocabulary.statuses] == [
        (status.word, status.is_open) for status in read_before.statuses
    ]


def test_what_was_published_is_remembered(master: Path) -> None:
    """A paper that comes out the same is the same one."""
    paper = master.with_name("appendix.xlsx")
    for _ in range(2):
        assert run("appendix", master, "-o", paper).exit_code == 0
    (published,) = events(master, Published)
    assert published == Published(QUARTER, "appendix.xlsx", sha256(paper.read_bytes()).hexdigest())
    assert (
        run("history", master)
        .stdout.splitlines()[-1]
        .endswith("The paper for Q1 2023/24 was written to appendix.xlsx.")
    )
    paper.unlink()
    (master.parent / ".peerxl" / "record").rename(master.parent / "away")
    (master.parent / ".peerxl" / "record").touch()
    assert "what is done cannot be remembered there" in sentence(run("appendix", master, "-o", paper))
    assert not paper.exists()
    assert run("appendix", master, "-o", paper, "--no-record").exit_code == 0


def test_the_reason_for_publishing_all_the_same_is_remembered(master: Path) -> None:
    set_cells(master, master, {"Plan": {"F4": "Write to pier@example.org"}})
    paper = master.with_name("paper.xlsx")
    assert "--allow personal-data" in sentence(run("appendix", master, "-o", paper))
    done = run("appendix", master, "-o", paper, "--override", "The address is the team's own")
    assert done.exit_code == 0
    assert "published with personal data: Plan!F4 (an email address)" in done.stderr
    (published,) = events(master, Published)
    digest = sha256(paper.read_bytes()).hexdigest()
    assert published == Published(QUARTER, "paper.xlsx", digest, "The address is the team's own")
    last = run("history", master).stdout.splitlines()[-1]
    assert last.endswith(
        "The paper for Q1 2023/24 was written to paper.xlsx, with what should be kept back, because "
        "“The address is the team's own”."
    )


def test_a_quarter_from_the_ask_to_the_answer(master: Path) -> None:
    """Who answers by mail is asked no more, and who does not is reminded."""
    out = master.parent / "out"
    run("chase", master, "--out", out, "--today", "2024-01-08")
    form, returned = out / "forms" / "AD Ports.xlsx", out / "returned"
    typed = {("H1", "Status"): "Completed", ("H2", "Status"): "Completed", ("H2", "Comment"): "All lit."}
    (returned / "re.eml").write_bytes(mailed(("x.bin", fill_in(form, typed).read_bytes())))
    result = collect(master, [returned], now=NOW)
    assert result.replies.sentence(result.today) == (
        "1 of 2 has replied; waiting for AD Roads (1 question, asked 12 days ago)."
    )
    document = json.loads(run("chase", master, "--out", out, "--today", "2024-01-22", "--dry-run", "--json").stdout)
    assert [(each["owner"], each["step"]) for each in document["owners"]] == [("AD Roads", "reminder")]
    assert [reply.days for reply in read_replies(master, today=date(2024, 1, 22)).replies.replies] == [8, None]


def test_of_rows_with_the_same_words_each_owner_s_stays_their_own(tmp_path: Path) -> None:
    """Sorted, nobody counts as having answered for another, nor is one's accepted answer held against another's row."""
    rows = (
        ROWS[0],
        ("", "Review it", "Q1 23/24", "AD Ports", "On hold", "Late."),
        ("", "Mend it", "Q3 23/24", "AD Parks", "", ""),
        ("", "Review it", "Q1 23/24", "AD Roads", "On hold", "Late."),
    )
    master = write_master(tmp_path / "master.xlsx", rows, TITLE)
    forms = chased(master, "--no-record")
    asked(master)
    form = forms / "AD Ports.xlsx"
    book = load_workbook(form)
    (cell,) = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "New date"]
    book.worksheets[0].cell(cell.row + 1, cell.column).value = "some day"
    book.save(form)
    accepted = collect(master, [form], now=NOW, accept=[f"AD Ports.xlsx:{cell.row + 1}"])
    assert [str(change.cell) for change in accepted.merge.changes] == ["Plan!C4"]
    ports = ("", "Review it", "some day (was Q1 23/24)", "AD Ports", "On hold", "Late.")
    write_master(master, (rows[0], rows[3], rows[2], ports), TITLE)
    outstanding = read_replies(master, today=date(2024, 1, 20)).replies.outstanding
    assert [reply.owner.name for reply in outstanding] == ["AD Parks", "AD Roads"]
    merge = collect(master, [form], now=NOW + timedelta(days=1)).merge
    assert merge.changes == ()
    assert [conflict for conflict in merge.disputed if conflict.action.row == 4] == []
