"""A chase where something is odd: a name put right, another holder of a post, a copy of the plan, a clock set back."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from peerxl import read_plan, set_cells, write_chase
from peerxl.commands.chase.command import chasing, save_chase
from peerxl.commands.chase.day import decide_chase, moment
from peerxl.commands.chase.files import make_files
from peerxl.commands.collect.command import collect
from peerxl.commands.fix import fix
from peerxl.commands.memory import read_past
from peerxl.commands.undo import undo
from tests.cli.test_cli import run
from tests.commands.councils import BRIDGE, JOINT, LAMPS, OWNERS, PIER, write_council
from tests.commands.test_chase_days import MONDAY, both, chase, steps
from tests.commands.test_collect import fill_in
from tests.conftest import ROOT

TUESDAY, REMINDED = "2026-11-24", "2026-11-30"


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_council(tmp_path / "master.xlsx")


def owned_by(name: str, row: tuple[str, ...]) -> tuple[str, ...]:
    return (*row[:3], name, *row[4:])


def test_an_action_that_was_reworded_goes_on(master: Path) -> None:
    """A word more, under its ref: neither asked again nor given a new day; wholly other words are asked about at once."""
    chase(master, MONDAY)
    write_council(master, (("H1", "Repair the whole pier", *PIER[2:]), LAMPS, ("R1", "Sweep the market", *BRIDGE[2:])))
    assert steps(chase(master, TUESDAY)) == [("AD Roads", "ask", 1, "2026-12-08")]
    assert steps(chase(master, REMINDED)) == [("AD Ports", "reminder", 2, "2026-12-07")]


def test_an_owner_whose_name_was_put_right_is_the_same_owner(master: Path) -> None:
    harbours = ("AD Harbours and Ports", *OWNERS[0][1:])
    write_council(
        master,
        (owned_by("AD Harbuors and Ports", PIER), BRIDGE),
        (("AD Harbuors and Ports", *OWNERS[0][1:]), *OWNERS[1:]),
    )
    chase(master, MONDAY)
    write_council(master, (owned_by("AD Harbours and Ports", PIER), BRIDGE), (harbours, *OWNERS[1:]))
    assert chase(master, TUESDAY)["owners"] == []
    form = fill_in(master.parent / "out" / "forms" / "AD Harbuors and Ports.xlsx", {("H1", "Status"): "Ongoing"})
    result = collect(master, [form], now=datetime(2026, 11, 25, 9))
    assert [str(change.cell) for change in result.merge.changes] == ["Action plan!E4"]
    assert result.merge.notes == (
        "AD Harbuors and Ports.xlsx: AD Harbuors and Ports is called AD Harbours and Ports in the plan by now.",
    )
    assert result.replies.sentence(result.today) == (
        "1 of 2 has replied; waiting for AD Roads (1 question, asked 2 days ago)."
    )


def test_another_name_at_the_same_address_is_the_same_owner(master: Path) -> None:
    chase(master, MONDAY)
    quays = ("AD Quays and Coast", *OWNERS[0][1:])
    write_council(master, (owned_by(quays[0], PIER), owned_by(quays[0], LAMPS), BRIDGE), (quays, *OWNERS[1:]))
    assert chase(master, TUESDAY)["owners"] == []
    assert [each[:2] for each in steps(chase(master, REMINDED))] == [
        ("AD Quays and Coast", "reminder"),
        ("AD Roads", "reminder"),
    ]


def test_a_new_owner_is_asked_and_the_old_one_is_left_alone(master: Path) -> None:
    chase(master, MONDAY)
    write_council(master, (owned_by("Policy Officer", PIER), owned_by("Policy Officer", LAMPS), BRIDGE))
    assert steps(chase(master, TUESDAY)) == [("Policy Officer", "ask", 2, "2026-12-08")]
    assert [each[0] for each in steps(chase(master, REMINDED))] == ["AD Roads"]


def test_a_new_holder_of_a_post_gets_the_form_at_once_and_the_day_stays(master: Path) -> None:
    chase(master, MONDAY)
    write_council(master, owners=((OWNERS[0][0], "Flo Gray", "flo.gray@wexmere.example", OWNERS[0][3]), *OWNERS[1:]))
    document = chase(master, TUESDAY)
    assert steps(document) == [("AD Ports", "ask", 2, "2026-12-07")]
    assert [(each["to"], each["why"]) for each in document["owners"]] == [
        (["flo.gray@wexmere.example"], "The address is another than the last message went to.")
    ]
    assert chase(master, "2026-11-25")["owners"] == []
    assert steps(chase(master, REMINDED)) == both("reminder")


def test_a_copy_of_the_plan_asks_nobody_twice(master: Path) -> None:
    """Whichever of the two is chased first; once the other has gone the copy is the plan."""
    copy = Path(shutil.copy(master, master.with_name("copy.xlsx")))
    chase(master, MONDAY)
    result = run("chase", copy, "--out", master.parent / "again", "--today", TUESDAY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "master.xlsx beside it has asked AD Ports the same for Q3 2026/27, on 23/11/2026" in result.stderr
    assert not (master.parent / "again").exists()
    master.unlink()
    assert chase(copy, TUESDAY)["owners"] == []
    assert steps(chase(copy, REMINDED)) == both("reminder")
    assert {entry.plan for entry in read_past(copy).entries} == {"master.xlsx"}


def test_a_form_goes_into_the_plan_that_it_was_sent_for(master: Path) -> None:
    """Not into its copy beside it, unless the copy is all there is."""
    copy = Path(shutil.copy(master, master.with_name("copy.xlsx")))
    chase(master, MONDAY)
    form = fill_in(master.parent / "out" / "forms" / "AD Roads.xlsx", {("R1", "Status"): "Ongoing"})
    before, at = copy.read_bytes(), datetime(2026, 11, 25, 9)
    result = collect(copy, [form], now=at)
    assert (result.values, result.merge.replies, copy.read_bytes()) == ({}, (), before)
    assert [(each.code, each.message) for each in result.merge.refusals] == [
        (
            "another-plan",
            "R1: the form was sent for master.xlsx, which lies beside copy.xlsx; collect it into that one, or move that "
            "into another folder if this is the plan from now on (status “Ongoing”).",
        )
    ]
    away = master.rename(master.parent / "out" / "master.xlsx")
    assert len(collect(copy, [form], now=at, dry_run=True).merge.changes) == 1
    away.rename(master)
    assert len(collect(master, [form], now=at).merge.changes) == 1


def test_next_quarter_s_plan_beside_this_one_is_another(master: Path) -> None:
    chase(master, MONDAY)
    write_council(master.with_name("next.xlsx"), settings={"Reporting quarter": "Q2 2026/27"})
    assert (
        run("chase", master.with_name("next.xlsx"), "--out", master.parent / "next", "--today", TUESDAY).exit_code == 2
    )
    dry = run("chase", master.with_name("next.xlsx"), "--dry-run", "--today", TUESDAY, "--quarter", "Q3 2026/27")
    assert "beside it has asked AD Ports the same" in dry.stderr


def test_a_clock_that_was_set_back_asks_nobody_again(master: Path) -> None:
    chase(master, MONDAY)
    document = chase(master, "2026-11-16")
    assert (document["owners"], document["next_on"]) == ([], REMINDED)
    assert document["notes"] == [
        "The last messages were made on Monday 23 November 2026, and that is still to come: see that this computer's "
        "date is right."
    ]


def test_two_computers_at_once_are_said(master: Path) -> None:
    """Without a lock between them both make the same messages; the next run knows, and one ask is outstanding."""
    plan = read_plan(master)
    at = moment(datetime.fromisoformat(MONDAY).date(), None)
    with chasing(plan) as past:
        results = [make_files(plan, decide_chase(plan, master.parent / name, past, at=at)) for name in ("one", "two")]
    for result in results:
        save_chase(plan, result, {}, force=False)
    document = chase(master, TUESDAY)
    assert document["notes"] == [
        "Two runs that did not know of each other have both written to AD Ports and AD Roads for Monday 23 November 2026: "
        "send one of the mails, and chase from one computer."
    ]
    assert document["owners"] == []
    replies = json.loads(run("replies", master, "--today", TUESDAY, "--json").stdout)
    assert [(each["owner"], each["questions"], each["asked_on"]) for each in replies["outstanding"]] == [
        ("AD Ports", 2, MONDAY),
        ("AD Roads", 1, MONDAY),
    ]
    assert steps(chase(master, REMINDED)) == both("reminder")
    assert chase(master, "2026-12-01")["notes"] == []


def test_an_answer_that_was_taken_back_is_the_coordinator_s(master: Path) -> None:
    """Who has answered is not asked for it again, and the question is not lost either."""
    chase(master, MONDAY)
    answers = {("H1", "Status"): "Ongoing", ("H1", "Comment"): "Timber is here."}
    form = fill_in(Path(shutil.copy(master.parent / "out" / "forms" / "AD Ports.xlsx", master.parent)), answers)
    collect(master, [form], now=datetime(2026, 11, 24, 9))
    undo(master, now=datetime(2026, 11, 24, 10))
    document = chase(master, REMINDED)
    assert steps(document) == [("AD Ports", "reminder", 1, "2026-12-07"), ("AD Roads", "reminder", 1, "2026-12-07")]
    assert [(each["ref"], each["why"]) for each in document["nobody"]] == [
        ("H1", "AD Ports has answered, and the plan does not have the answer any more: collect AD Ports.xlsx again.")
    ]
    collect(master, [form], now=datetime(2026, 11, 30, 12))
    plan = read_plan(master)
    again = write_chase(plan, master.parent / "out", today=datetime(2026, 12, 2).date(), dry_run=True)
    assert again.nobody == ()
    assert again.turns[0].demands[0].action.ref == "H2"


def test_of_two_owners_answers_that_were_taken_back_each_is_asked_for(master: Path) -> None:
    """One gave the status and the other the comment: whoever's form is collected again, the other's is still lost."""
    write_council(master, (JOINT,))
    chase(master, MONDAY)
    typed = {"AD Ports": {("J1", "Status"): "Ongoing"}, "AD Roads": {("J1", "Comment"): "Slip is built."}}
    forms = [
        fill_in(Path(shutil.copy(master.parent / "out" / "forms" / f"{name}.xlsx", master.parent)), answers)
        for name, answers in typed.items()
    ]
    collect(master, forms, now=datetime(2026, 11, 24, 9))
    undo(master, now=datetime(2026, 11, 24, 10))
    assert [each["why"] for each in chase(master, REMINDED)["nobody"]] == [
        "AD Ports and AD Roads have answered, and the plan does not have the answers any more: collect AD Ports.xlsx and "
        "AD Roads.xlsx again."
    ]
    collect(master, forms[:1], now=datetime(2026, 11, 30, 12))
    assert [each["why"] for each in chase(master, "2026-12-02")["nobody"]] == [
        "AD Roads has answered, and the plan does not have the answer any more: collect AD Roads.xlsx again."
    ]
    collect(master, forms[1:], now=datetime(2026, 12, 2, 12))
    assert chase(master, "2026-12-03")["nobody"] == []


def test_a_date_that_is_held_back_hides_no_answer_that_was_taken_back(master: Path) -> None:
    write_council(master, ((*PIER[:2], "Q1 26/27", *PIER[3:]),))
    chase(master, MONDAY)
    answers = {("H1", "Status"): "Ongoing", ("H1", "Comment"): "Timber is here.", ("H1", "New date"): "Q1 25/26"}
    form = fill_in(Path(shutil.copy(master.parent / "out" / "forms" / "AD Ports.xlsx", master.parent)), answers)
    held = collect(master, [form], now=datetime(2026, 11, 24, 9))
    assert ([doubt.held for doubt in held.merge.doubts], len(held.merge.changes)) == ([True], 2)
    undo(master, now=datetime(2026, 11, 24, 10))
    assert [each["why"] for each in chase(master, REMINDED)["nobody"]] == [
        "AD Ports has answered, and the plan does not have the answer any more: collect AD Ports.xlsx again."
    ]


def test_an_answer_of_which_the_plan_was_put_back_is_the_coordinator_s(master: Path) -> None:
    """A master brought back from a backup by hand, or from another computer, does not have it."""
    chase(master, MONDAY)
    before = master.read_bytes()
    form = fill_in(master.parent / "out" / "forms" / "AD Roads.xlsx", {("R1", "Comment"): "Steel is here."})
    collect(master, [form], now=datetime(2026, 11, 24, 9))
    master.write_bytes(before)
    says = "AD Roads has answered, and the plan does not have the answer any more: collect AD Roads.xlsx again."
    assert [(each["ref"], each["why"]) for each in chase(master, REMINDED)["nobody"]] == [("R1", says)]


def test_what_an_answer_leaves_open_is_the_coordinator_s(master: Path) -> None:
    """Asked for a status and a comment, who gave one of them is not asked for the other, and it is not lost."""
    chase(master, MONDAY)
    answers = {("H1", "Status"): "Ongoing", ("H2", "Comment"): "Lamps are here."}
    form = fill_in(master.parent / "out" / "forms" / "AD Ports.xlsx", answers)
    collect(master, [form], now=datetime(2026, 11, 24, 9))
    document = chase(master, REMINDED)
    assert steps(document) == [("AD Roads", "reminder", 1, "2026-12-07")]
    assert [(each["ref"], each["why"]) for each in document["nobody"]] == [
        ("H1", "AD Ports has answered, but the plan has no comment."),
        ("H2", "AD Ports has answered, but the plan has no status."),
    ]
    # As soon as it stands in the plan there is nothing more to see to.
    write_council(
        master, ((*PIER[:4], "Ongoing", "Timber is here."), (*LAMPS[:4], "Ongoing", "Lamps are here."), BRIDGE)
    )
    assert chase(master, "2026-12-02")["nobody"] == []


def test_a_spelling_taken_back_is_no_answer_taken_back(master: Path) -> None:
    """What "check --fix" changed and "undo" took back was nobody's answer."""
    write_council(master, ((*PIER[:2], "Q3 26/27", "AD Ports", "On going", "Timber is awaited."), BRIDGE))
    chase(master, MONDAY)
    form = fill_in(master.parent / "out" / "forms" / "AD Ports.xlsx", {("H1", "Comment"): "Timber is here."})
    collect(master, [form], now=datetime(2026, 11, 24, 9))
    fix(master, now=datetime(2026, 11, 24, 10))
    undo(master, now=datetime(2026, 11, 24, 11))
    assert chase(master, REMINDED)["nobody"] == []


def test_an_owner_who_is_listed_twice_with_two_addresses_is_said(master: Path) -> None:
    """The first row counts; the same row twice is nobody's trouble."""
    says = (
        "AD Ports stands more than once on the Owners sheet, with ann.lee@wexmere.example and al@wexmere.example: the "
        "first counts, so delete the others."
    )
    write_council(master, owners=(*OWNERS, ("AD Ports", "", "al@wexmere.example", ""), OWNERS[1]))
    assert says in run("doctor", master, "--today", MONDAY).stdout
    document = chase(master, MONDAY)
    assert document["notes"] == [says]
    assert document["owners"][0]["to"] == ["ann.lee@wexmere.example"]


def in_conflict(master: Path) -> tuple[Path, Path]:
    """Two owners of one action answer otherwise: the lead's answer is taken, and the other's is a conflict."""
    write_council(master, (owned_by("AD Ports / AD Roads", PIER), LAMPS, BRIDGE))
    chase(master, MONDAY)
    forms = master.parent / "out" / "forms"
    for owner, word in (("AD Ports", "Ongoing"), ("AD Roads", "On hold")):
        fill_in(forms / f"{owner}.xlsx", {("H1", "Status"): word, ("H1", "Comment"): "It is as it is."})
    collect(master, [forms], now=datetime(2026, 11, 24, 9))
    return forms / "AD Ports.xlsx", forms / "AD Roads.xlsx"


OPEN = (
    "H1 has an open conflict about the status: the plan's is “Ongoing”, and AD Roads answers “On hold”; settle it in the "
    'plan, or collect AD Roads.xlsx again with --accept "H1.status=AD Roads" or --accept H1.status=mine.'
)


def said_open(master: Path) -> list[list[str]]:
    """What chase, replies and doctor say of conflicts."""
    replies = json.loads(run("replies", master, "--today", REMINDED, "--json").stdout)
    health = json.loads(run("doctor", master, "--today", REMINDED, "--json").stdout)
    troubles = next(each["troubles"] for each in health["checks"] if each["check"] == "conflicts")
    dry = run("chase", master, "--today", REMINDED, "--dry-run").stdout
    told = [line.strip() for line in dry.splitlines() if "conflict" in line or "held back" in line]
    return [told, replies["conflicts"], [each["says"] for each in troubles]]


def test_a_conflict_is_said_until_somebody_settles_it(master: Path) -> None:
    """Taken back it is open again, and neither answer counts as lost."""
    _, roads = in_conflict(master)
    assert said_open(master) == [[OPEN]] * 3
    collect(master, [roads], now=datetime(2026, 11, 24, 10), accept=["H1.status=AD Roads"])
    assert said_open(master) == [[]] * 3
    undo(master, now=datetime(2026, 11, 24, 11))
    assert said_open(master) == [[OPEN]] * 3
    dry = json.loads(run("chase", master, "--today", REMINDED, "--dry-run", "--json").stdout)
    assert (dry["nobody"], dry["conflicts"]) == ([], [OPEN])


def test_an_answer_is_not_lost_for_what_another_quarter_says(master: Path) -> None:
    """A status that is that of the quarter before is none that the plan was put back to."""
    shutil.copy(ROOT / "workbooks" / "example-master.xlsx", master)
    nobody = chase(master, "2026-01-05")["nobody"]
    form = Path(shutil.copy(master.parent / "out" / "forms" / "AD for Environment and Climate.xlsx", master.parent))
    for day, word, accept in ((6, "In progress", []), (7, "On hold", ["PC5.1.status=theirs"])):
        fill_in(form, {("PC5.1", "Status"): word, ("PC5.1", "Comment"): "A consultant was found."})
        assert collect(master, [form], now=datetime(2026, 1, day, 9), accept=accept).merge.conflicts == ()
    assert chase(master, "2026-01-08")["nobody"] == nobody


@pytest.mark.parametrize("answer", ["Ongoing", "Completed"])
def test_a_conflict_is_closed_by_what_its_owner_answers_later(master: Path, answer: str) -> None:
    _, roads = in_conflict(master)
    collect(master, [fill_in(roads, {("H1", "Status"): answer})], now=datetime(2026, 11, 25, 9))
    later = [[OPEN.replace("On hold", answer)]] if answer == "Completed" else [[]]
    assert said_open(master) == later * 3


HELD = (
    "H1 has a new date held back: the plan's is “Q3 2026/27”, and AD Ports answers “30 June 2027”; settle "
    "it in the plan, or collect AD Ports.xlsx again with --accept H1.date=theirs or --accept H1.date=mine."
)


@pytest.mark.parametrize(("choice", "after"), [("theirs", "30 June 2027 (was Q3 2026/27)"), ("mine", "Q3 2026/27")])
def test_a_date_that_was_held_back_is_said_until_somebody_settles_it(master: Path, choice: str, after: str) -> None:
    """A date beside "Completed" is not put into the plan, and is not forgotten with the report that asked about it."""
    write_council(master, ((*PIER[:2], "Q3 2026/27", *PIER[3:]), LAMPS, BRIDGE))
    chase(master, MONDAY)
    answers = {("H1", "Status"): "Completed", ("H1", "Comment"): "It is mended.", ("H1", "New date"): "30 June 2027"}
    form = fill_in(master.parent / "out" / "forms" / "AD Ports.xlsx", answers)
    collect(master, [form], now=datetime(2026, 11, 24, 9))
    assert said_open(master) == [[HELD]] * 3
    collect(master, [form], now=datetime(2026, 11, 24, 10), accept=[f"H1.date={choice}"])
    assert said_open(master) == [[]] * 3
    assert read_plan(master).actions[0].timescale.text == after
    again = collect(master, [form], now=datetime(2026, 11, 24, 11))
    assert (again.merge.changes, again.merge.doubts) == ((), ())


def test_a_date_held_back_is_called_that_by_whatever_says_it(master: Path) -> None:
    """By collect and next too, and though it was settled once and that was taken back."""
    write_council(master, ((*PIER[:2], "Q3 2026/27", *PIER[3:]), LAMPS, BRIDGE))
    chase(master, MONDAY)
    answers = {("H1", "Status"): "Completed", ("H1", "Comment"): "It is mended.", ("H1", "New date"): "30 June 2027"}
    form = fill_in(master.parent / "out" / "forms" / "AD Ports.xlsx", answers)
    said = run("collect", master, form).stdout.splitlines()
    assert [line.partition(":")[0] for line in said if "30 June 2027" in line] == ["held back"]
    assert "2 changes, 0 conflicts, 0 refused, 1 date held back" in said
    collect(master, [form], now=datetime(2026, 11, 24, 10), accept=["H1.date=theirs"])
    undo(master, now=datetime(2026, 11, 24, 11))
    assert said_open(master) == [[HELD]] * 3
    assert run("next", master, "--dry-run").stdout.splitlines()[0] == (
        "1 date is held back and 2 owners have not answered for Q3 2026/27; answers for it are refused once the plan has "
        "moved on"
    )


def test_a_conflict_is_closed_by_whoever_changes_the_plan(master: Path) -> None:
    in_conflict(master)
    set_cells(master, master, {"Action plan": {"E4": "Completed"}})
    assert said_open(master) == [[]] * 3


def test_a_plan_that_moves_on_says_what_is_open_still(master: Path) -> None:
    """Beforehand, so that nobody is surprised by what is refused."""
    in_conflict(master)
    says = (
        "1 conflict is not settled and 2 owners have not answered for Q3 2026/27; answers for it are refused once the "
        "plan has moved on"
    )
    for options in (("--dry-run",), ()):
        assert run("next", master, *options).stdout.splitlines()[0] == says
