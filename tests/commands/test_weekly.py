"""The job that runs by itself: weeks of it, what it says, and what it does where something is in the way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import load_workbook

from peerxl import set_cells
from peerxl.commands.memory import read_past
from peerxl.commands.new_year import new_year
from peerxl.commands.next import next_quarter
from peerxl.commands.sending import MailSender
from peerxl.commands.weekly.command import WeekResult, run_week
from peerxl.errors import MissingFileError
from peerxl.files.lock import JOB_LOCK, MasterBusyError, alone, is_held
from peerxl.mail.delivery import Delivery, Outcome
from peerxl.mail.message import Mail
from peerxl.record.event import Asked
from tests.cli.test_cli import run
from tests.commands.councils import BRIDGE, JOINT, LAMPS, NOBODYS, PIER, ROWS, write_council
from tests.commands.test_collect import fill_in

MONDAY = "2026-11-23"


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_council(tmp_path / "master.xlsx")


def week(master: Path, day: str, returned: Path | None = None) -> WeekResult:
    now = datetime.fromisoformat(f"{day}T07:00")
    return run_week(master, master.parent / "out", now=now, week={"returned": returned})


def page(result: WeekResult) -> list[tuple[object, ...]]:
    """The rows of the page below its headings; days as they are written."""
    assert result.page is not None
    (sheet,) = load_workbook(result.page).worksheets
    table = next(iter(sheet.tables.values()), None)
    if table is None:
        return []
    rows = [tuple(cell.value for cell in row) for row in sheet[table.ref][1:]]
    return [tuple(str(value.date()) if isinstance(value, datetime) else value for value in row) for row in rows]


def lines(result: WeekResult) -> list[str]:
    """What stands above the page's table."""
    assert result.page is not None
    (sheet,) = load_workbook(result.page).worksheets
    top = int(next(iter(sheet.tables.values())).ref.split(":")[0].lstrip("A"))
    return [str(row[0].value) for row in sheet.iter_rows(max_row=top - 1) if row[0].value]


def give_back(result: WeekResult, owner: str, typed: dict[tuple[str, str], object], folder: Path | None = None) -> Path:
    """Fill in a copy of today's form, and save it where what comes back is saved."""
    assert result.chase is not None
    target = folder or result.out / "returned"
    target.mkdir(parents=True, exist_ok=True)
    return fill_in(Path(shutil.copy(result.chase.out / "forms" / f"{owner}.xlsx", target)), typed)


def outgoing(result: WeekResult) -> list[tuple[str, int]]:
    """Who gets something, with how many questions."""
    assert result.chase is not None
    return [(each.owner.name, len(each.asks)) for each in result.chase.outgoing]


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_quarter_of_weeks(master: Path) -> None:
    """Asked, reminded, answered in part, late, answered."""
    first = week(master, MONDAY)
    assert (first.exit_code, first.sentence) == (
        0,
        f"2 owners, 3 questions for Q3 2026/27: the mails lie ready in {master.parent / 'out/2026-11-23/drafts'}. "
        "0 of 2 have replied; waiting for AD Ports (2 questions, asked today) and AD Roads (1 question, asked today).",
    )
    assert lines(first) == [
        "This week: Harbour action plan, Quarter 3 2026/27",
        "Quarter 3 2026/27 (October to December 2026). Made on Monday 23 November 2026.",
        "0 of 2 have replied; 3 questions outstanding.",
        "2 owners, 3 questions for Q3 2026/27: the mails lie ready in 2026-11-23/drafts.",
        "Nothing needs you.",
    ]
    assert page(first) == [
        (
            "Asked",
            "AD Ports",
            "Asked on Monday 23 November 2026. 2 questions outstanding (H1 and H2), first asked today.",
            "2026-12-07",
            "2026-11-30",
        ),
        (
            "Asked",
            "AD Roads",
            "Asked on Monday 23 November 2026. 1 question outstanding (R1), first asked today.",
            "2026-12-07",
            "2026-11-30",
        ),
    ]
    form = give_back(first, "AD Ports", {("H2", "Status"): "In progress", ("H2", "Comment"): "Lamps came."})
    give_back(first, "AD Roads", {("R1", "Status"): "In progress", ("R1", "Comment"): "Steel came."})
    second = week(master, "2026-11-30")
    assert second.exit_code == 0
    assert lines(second)[2:4] == [
        "2 of 2 have replied; 1 question outstanding.",
        "2 forms collected: 4 changes, 0 conflicts, nothing refused.",
    ]
    assert page(second) == [
        (
            "Reminded",
            "AD Ports",
            "Reminded on Monday 30 November 2026. Answered 1 question on Monday 30 November 2026 (H2). "
            "1 question outstanding (H1), first asked 7 days ago.",
            "2026-12-07",
            "2026-12-02",
        ),
        (
            "Answered",
            "AD Roads",
            "Answered 1 question on Monday 30 November 2026 (R1). Nothing is outstanding.",
            "No day",
            "No day",
        ),
    ]
    assert not form.exists()
    assert tree(master.parent / "out" / "collected") == ["2026-11-30/AD Ports.xlsx", "2026-11-30/AD Roads.xlsx"]
    third = week(master, "2026-12-01")
    assert third.sentence == (
        "Nobody to write to for Q3 2026/27; next on Wednesday 2 December 2026. "
        "2 of 2 have replied; waiting for AD Ports (1 of 2 questions, asked 8 days ago)."
    )
    late = week(master, "2026-12-14")
    assert [row[:2] for row in page(late)] == [("Late and reminded", "AD Ports")]
    answers = {("H1", "Status"): "In progress", ("H1", "Comment"): "Timber came."}
    give_back(late, "AD Ports", dict(answers), late.out / "2026-12-14" / "returned")
    last = week(master, "2026-12-21")
    assert last.sentence == (
        "1 form collected: 2 changes, 0 conflicts, nothing refused. Nobody to write to for Q3 2026/27. 2 of 2 have replied."
    )
    assert [row[:2] for row in page(last)] == [("Answered", "AD Ports")]
    quiet = week(master, "2027-01-04")
    assert [row[:3] for row in page(quiet)] == [
        (
            "Needs you",
            "The plan",
            "Today is in Q4 2026/27; the plan still reports Q3 2026/27. Once that has been reported, move it on with "
            "“peerxl next”.",
        )
    ]
    assert (
        quiet.sentence == f"Nobody to write to for Q3 2026/27. 1 thing to look at: {quiet.page}. 2 of 2 have replied."
    )


def test_what_needs_the_coordinator(tmp_path: Path) -> None:
    """Everything that only somebody can see to stands first, and the exit code says that there is something."""
    owners = (("AD Ports", "Ann Lee", "ann.lee@wexmere.example", ""), ("AD Roads", "Bo Day", "", ""))
    master = write_council(tmp_path / "master.xlsx", (*ROWS, NOBODYS), owners)
    first = week(master, MONDAY)
    assert first.exit_code == 1
    assert [row[:3] for row in page(first)][:2] == [
        ("Needs you", "N1", "The plan names no owner. Ask about it yourself."),
        ("Needs you", "R1", "No address is known for AD Roads; put it on the Owners sheet. Ask about it yourself."),
    ]
    returned = first.out / "returned"
    give_back(first, "AD Ports", {("H1", "Status"): "In progress"})
    (returned / "broken.xlsx").write_bytes(b"PK half")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bo Day <bo.day@wexmere.example>", "Re: update"
    mail.set_content("All is well, see https://wexmere.example/shared/form.xlsx")
    (returned / "reply.eml").write_bytes(mail.as_bytes())
    write_council(master, ((*PIER[:4], "Completed", ""), LAMPS, BRIDGE, NOBODYS), owners)
    second = week(master, "2026-11-30")
    needs = [(row[1], row[2]) for row in page(second) if row[0] == "Needs you"]
    assert [about for about, _ in needs] == ["H1", "reply.eml", "broken.xlsx", "N1", "R1"]
    assert needs[0][1] == (
        "AD Ports gave another status than Action plan!E4 has by now, and the plan keeps its own. Settle it in the "
        "plan, or collect again with --accept H1.status=theirs."
    )
    assert "It came from Bo Day <bo.day@wexmere.example>." in str(needs[1][1])
    # What is not settled stays where it is, and is said until it is.
    assert tree(returned) == ["AD Ports.xlsx", "broken.xlsx", "reply.eml"]
    assert [need.about for need in week(master, "2026-12-01").needs] == [about for about, _ in needs]


def test_what_is_settled_in_the_plan_is_put_away(master: Path) -> None:
    first = week(master, MONDAY)
    give_back(first, "AD Ports", {("H1", "Status"): "In progress"})
    write_council(master, ((*PIER[:4], "Completed", ""), LAMPS, BRIDGE))
    assert week(master, "2026-11-24").exit_code == 1
    write_council(master, ((*PIER[:4], "In progress", "Timber came."), LAMPS, BRIDGE))
    assert week(master, "2026-11-25").exit_code == 0
    assert tree(first.out / "collected") == ["2026-11-25/AD Ports.xlsx"]


def test_what_an_answer_leaves_open_needs_the_coordinator(master: Path) -> None:
    """Who has answered is not asked again, and what is still not in the plan would never be heard of."""
    first = week(master, MONDAY)
    give_back(first, "AD Roads", {("R1", "Status"): "In progress"})
    second = week(master, "2026-11-30")
    assert [(need.about, need.says) for need in second.needs] == [
        ("R1", "AD Roads has answered, but the plan has no comment. Ask about it yourself.")
    ]
    assert outgoing(second) == [("AD Ports", 2)]


def test_a_day_on_which_somebody_is_only_told(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx", [JOINT])
    first = week(master, MONDAY)
    give_back(first, "AD Ports", {("J1", "Status"): "In progress", ("J1", "Comment"): "It sails."})
    says = "1 owner, told that somebody else has answered for Q3 2026/27: the mails lie ready in"
    assert says in week(master, "2026-11-24").sentence


@pytest.mark.parametrize("has_form", [True, False], ids=["beside a form", "alone"])
def test_an_answer_in_another_form_needs_the_coordinator(has_form: bool, master: Path) -> None:
    """Its owner has answered, and would be reminded week after week."""
    first = week(master, MONDAY)
    returned = first.out / "returned"
    for name in ("AD Roads.pdf", "AD Ports.docx", "Thumbs.db", ".DS_Store"):
        (returned / name).write_bytes(b"x")
    if has_form:
        give_back(
            first, "AD Ports", {(ref, what): "In progress" for ref in ("H1", "H2") for what in ("Status", "Comment")}
        )
    after = " If it is an answer, put it in or ask for the form, then take it away."
    assert [(need.about, need.says) for need in week(master, "2026-11-24").needs] == [
        ("What came back", f"AD Ports.docx is no workbook and no message and was left alone.{after}"),
        (
            "What came back",
            "AD Roads.pdf is a PDF, which cannot be collected, and was left alone; ask for the workbook itself."
            + after,
        ),
    ]


def test_a_blank_form_is_said_until_it_is_answered(master: Path) -> None:
    first = week(master, MONDAY)
    give_back(first, "AD Roads", {})
    second = week(master, "2026-11-30")
    assert [(need.about, need.says) for need in second.needs] == [
        ("AD Roads", "Sent the form back with nothing new in it: ask whether it was saved before.")
    ]
    assert outgoing(second) == [("AD Ports", 2), ("AD Roads", 1)]


def test_nobody_is_chased_where_what_came_back_cannot_be_collected(master: Path) -> None:
    """Whoever is asked for what they have sent has every reason to stop answering."""
    first = week(master, MONDAY)
    give_back(first, "AD Ports", {("H1", "Status"): "In progress", ("H1", "Comment"): "Timber came."})
    mark = master.with_name("~$master.xlsx")
    mark.touch()
    stopped = week(master, "2026-11-30")
    assert (stopped.exit_code, stopped.chase) == (2, None)
    assert "somebody has the workbook open ('~$master.xlsx' lies beside it)" in stopped.sentence
    assert [row[:2] for row in page(stopped)] == [
        ("Needs you", "Not all could be done"),
        ("Waiting", "AD Ports"),
        ("Waiting", "AD Roads"),
    ]
    mark.unlink()
    assert week(master, "2026-11-30").exit_code == 0
    assert len([entry for entry in read_past(master).entries if isinstance(entry.event, Asked)]) == 4


def test_a_folder_that_is_not_there_is_no_sign_that_nobody_answered(master: Path, tmp_path: Path) -> None:
    result = week(master, MONDAY, tmp_path / "share")
    assert (result.exit_code, result.chase) == (2, None)
    assert "there is no such folder of what came back" in result.failure
    (tmp_path / "share").mkdir()
    first = week(master, MONDAY, tmp_path / "share")
    give_back(first, "AD Roads", {("R1", "Comment"): "Steel came."}, tmp_path / "share")
    assert week(master, "2026-11-24", tmp_path / "share").sentence.startswith("1 form collected")
    assert tree(tmp_path / "share") == []


def test_a_chase_that_cannot_be_made_keeps_what_was_collected(master: Path) -> None:
    first = week(master, MONDAY)
    give_back(first, "AD Roads", {("R1", "Comment"): "Steel came."})
    write_council(master, letters=[("reminder", "Dear {{ nmae }}")])
    result = week(master, "2026-11-30")
    assert (result.exit_code, result.chase) == (2, None)
    assert result.sentence.startswith("1 form collected: 1 change")
    assert "nmae" in result.failure


def test_two_runs_do_not_overlap(master: Path) -> None:
    with alone(master, JOB_LOCK):
        assert is_held(master, JOB_LOCK)
        with pytest.raises(MasterBusyError):
            week(master, MONDAY)
    assert not is_held(master, JOB_LOCK)
    assert week(master, MONDAY).exit_code == 0


def test_a_page_that_is_somebody_s_own_is_left_alone(master: Path) -> None:
    out = master.parent / "out"
    out.mkdir()
    own = Path(shutil.copy(master, out / "this-week.xlsx"))
    before = own.read_bytes()
    result = week(master, MONDAY)
    assert (result.exit_code, result.page) == (2, None)
    assert own.read_bytes() == before


def test_a_plan_that_cannot_be_read_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        week(tmp_path / "gone.xlsx", MONDAY)
    assert not (tmp_path / "out").exists()


def test_mails_are_sent_where_that_is_asked_for_and_what_failed_is_said(master: Path) -> None:
    def send(mails: Iterator[Mail]) -> Iterator[Delivery]:
        for number, mail in enumerate(mails):
            outcome = (Outcome.FAILED, "the mailbox is full") if number else (Outcome.SENT, "")
            yield Delivery(mail, *outcome)

    now = datetime.fromisoformat(f"{MONDAY}T07:00")
    result = run_week(master, master.parent / "out", now=now, week={"find_sender": lambda _: MailSender(send)})  # type: ignore[arg-type]
    assert result.exit_code == 1
    assert result.sentence.startswith("2 owners, 3 questions for Q3 2026/27: 1 of 2 mails sent. 1 thing to look at")
    assert [(need.about, need.says) for need in result.needs] == [
        ("AD Roads", "The mail was not sent, and is tried again at the next run: the mailbox is full")
    ]
    assert [row[:2] for row in page(result)] == [("Needs you", "AD Roads"), ("Asked", "AD Ports")]


YEAR = {  # the quarter, with its first run, the run after the answers, and the day on which the plan moves on
    "Q3 2026/27": ("2026-12-01", "2026-12-08", "2026-12-22"),
    "Q4 2026/27": ("2027-03-01", "2027-03-08", "2027-03-22"),
}


def test_from_quarter_to_quarter_and_into_the_next_year(master: Path) -> None:
    """By the commands alone: each quarter everybody is asked once, answers, and hears nothing more."""
    for number, (quarter, (first, second, last)) in enumerate(YEAR.items(), 3):
        asked = week(master, first)
        assert (str(asked.quarter), outgoing(asked)) == (quarter, [("AD Ports", 2), ("AD Roads", 1)])
        for owner, refs in {"AD Ports": ("H1", "H2"), "AD Roads": ("R1",)}.items():
            said = {(ref, "Comment"): f"{ref} goes on in quarter {number}." for ref in refs}
            give_back(asked, owner, {**said, **{(ref, "Status"): "In progress" for ref in refs}})
        answered = week(master, second)
        assert (answered.exit_code, answered.sentence) == (
            0,
            f"2 forms collected: 6 changes, 0 conflicts, nothing refused. Nobody to write to for {quarter}. 2 of 2 have replied.",
        )
        assert week(master, last).sentence.endswith(f"Nobody to write to for {quarter}. 2 of 2 have replied.")
        if number == 3:
            next_quarter(master, now=datetime.fromisoformat(f"{last}T12:00"))
    new = master.with_name("next year.xlsx")
    new_year(master, new)
    begun = run_week(new, master.parent / "next year", now=datetime(2027, 6, 1, 7))
    assert (str(begun.quarter), begun.exit_code) == ("Q1 2027/28", 0)
    assert outgoing(begun) == [("AD Ports", 2), ("AD Roads", 1)]


def test_what_waits_for_somebody_is_said_each_week(master: Path) -> None:
    """A date that is held back keeps its form where it is collected; a conflict is said though its form is gone."""
    write_council(master, ((*PIER[:2], "Q3 2026/27", *PIER[3:]), LAMPS, BRIDGE))
    first = week(master, "2026-11-23")
    done: dict[tuple[str, str], object] = {
        ("H1", "Status"): "Completed",
        ("H1", "Comment"): "It is mended.",
        ("H1", "New date"): "30 June 2027",
    }
    held = give_back(first, "AD Ports", done)
    gone = give_back(first, "AD Roads", {("R1", "Status"): "On hold", ("R1", "Comment"): "No steel."})
    set_cells(master, master, {"Action plan": {"E6": "Completed"}})
    second, asked = (
        week(master, "2026-11-30"),
        "H1: the new date “30 June 2027” of AD Ports comes with “Completed”, and",
    )
    needs = [(need.about, need.says) for need in second.needs]
    assert [about for about, _ in needs] == ["R1", "AD Ports"]
    assert needs[1][1].startswith(asked)
    assert (held.exists(), gone.exists()) == (True, True)
    gone.unlink()
    third = week(master, "2026-12-01")
    needs = [(need.about, need.says) for need in third.needs]
    assert needs[0] == (
        "R1",
        "R1 has an open conflict about the status: the plan's is “Completed”, and AD Roads answers “On hold”; settle it "
        "in the plan, or collect AD Roads.xlsx again with --accept R1.status=theirs or --accept R1.status=mine.",
    )
    assert needs[1][1].startswith(asked)
    assert len(needs) == 2


def test_what_a_chase_laid_ready_for_monday_was_not_asked_yet(master: Path) -> None:
    assert run("chase", master, "--out", master.parent / "by-hand", "--today", "2026-11-21").exit_code == 0
    sunday = week(master, "2026-11-22")
    waiting = (
        "AD Ports (2 questions, to go out on Monday 23 November 2026) and AD Roads (1 question, to go out on Monday"
    )
    assert waiting in sunday.sentence
    assert [(row[0], row[2]) for row in page(sunday)] == [
        ("Asked", "Goes out on Monday 23 November 2026. 2 questions outstanding (H1 and H2)."),
        ("Asked", "Goes out on Monday 23 November 2026. 1 question outstanding (R1)."),
    ]
