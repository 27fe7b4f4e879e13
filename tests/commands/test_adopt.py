"""Trackers adopted as officers would: real ones, their refs, and what the command says and writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from peerxl import read_plan
from peerxl.adoption import differences
from peerxl.checks import check_plan
from peerxl.commands.adopt import adopt
from peerxl.excel.read import read_sheets
from peerxl.model.fiscal import FiscalQuarter
from tests.cli.test_cli import files_in, run, sentence, write_master
from tests.commands.test_collect import fill_in
from tests.conftest import EXAMPLE, ROOT, SHARED, needs_shared

APPENDICES = SHARED / "appendices"
LAYOUTS = ("plain", "merged", "table")
ROWS = (
    ("Theme", "Action", "Timescale", "Owner", "Quarter 1 update", "Comments"),
    ("Harbour", "Repair the pier", "Q1 23/24", "AD Ports", "Completd ", "Done in May"),
    ("Harbour", "Light the pier", "when we can", "AD Ports", "Slidding", ""),
    ("Roads", "Mend the bridge", "Sept 23", "AD for Roads", "Ongoing", "Rust"),
)
TITLE = "Harbour action plan – Q1 2023/24"


@pytest.fixture(name="old")
def make_old(tmp_path: Path) -> Path:
    return write_master(tmp_path / "old.xlsx", ROWS, TITLE)


def appendix(number: int, layout: str) -> Path:
    return APPENDICES / {4: f"appendix4-q1-2023-{layout}.xlsx", 9: f"appendix9-q3-2023-24-{layout}.xlsx"}[number]


QUARTERS = {4: "Q1 2023/24", 9: "Q3 2023/24"}


def test_adopt(old: Path) -> None:
    before, target = old.read_bytes(), old.with_name("master.xlsx")
    result = run("adopt", old, "-o", target)
    assert (result.exit_code, result.stderr) == (1, f"wrote {target}\n")
    assert result.stdout.splitlines() == [
        "Harbour action plan 2023/24",
        "3 actions; refs: 3 new",
        "",
        "Ref   Which is  Was in row  Action",
        "H1.1  new       Plan!4      Repair the pier",
        "H1.2  new       Plan!5      Light the pier",
        "H2.1  new       Plan!6      Mend the bridge",
        "",
        f"{target}!Action plan!E5: error: H1.2: The timescale 'when we can' cannot be read (“when” is not read as a time, "
        "and nothing else in it is); write it as a quarter or a date. [timescale-unreadable]",
        f"{target}!Action plan!G5: error: H1.2: 'Slidding' is not known; say on a Statuses sheet whether it is open "
        "or closed. [status-unknown]",
        f"{target}!Action plan!G4: advice: 'Completd' (with a space before or after it) is written 'Completed' here. "
        "[status-spelling]",
        f"{target}!Action plan!A4:A6: advice: 3 actions had no ref and now have H1.1, H1.2 and H2.1; from now on a ref "
        "never changes. [ref-new]",
    ]
    assert (old.read_bytes(), files_in(old.parent)) == (before, ["master.xlsx", "old.xlsx"])
    plan = read_plan(target)
    assert [(action.ref, action.text) for action in plan.actions] == [
        ("H1.1", "Repair the pier"),
        ("H1.2", "Light the pier"),
        ("H2.1", "Mend the bridge"),
    ]
    assert (plan.quarter, plan.settings.vocabulary.unsettled) == (FiscalQuarter(2023, 1), ("Slidding",))
    assert [contact.owner for contact in plan.settings.directory.contacts] == ["AD for Roads", "AD Ports"]


def test_the_master_s_drop_downs_offer_what_was_found(old: Path) -> None:
    target = old.with_name("master.xlsx")
    run("adopt", old, "-o", target)
    book = load_workbook(target)
    offers = {rule.formula1 for rule in book["Action plan"].data_validations.dataValidation if rule.formula1}
    assert offers == {"'Statuses'!$A$5:$A$12", "'Owners'!$A$4:$A$5"}


def test_what_was_found_leads_on(old: Path) -> None:
    """The next quarter can be run from the master as it is: checked, asked for, collected."""
    target = old.with_name("master.xlsx")
    run("adopt", old, "-o", target)
    assert run("check", target).exit_code == 1
    result = run("chase", target, "--out", old.parent / "out", "--today", "2023-07-03")
    assert (result.exit_code, files_in(old.parent / "out" / "forms")) == (0, ["AD Ports.xlsx"])
    fill_in(old.parent / "out" / "forms" / "AD Ports.xlsx", {("H1.2", "Status"): "Completed"})
    result = run("collect", target, old.parent / "out" / "forms")
    assert (result.exit_code, "1 change, 0 conflicts, 0 refused" in result.stdout.splitlines()) == (0, True)


def test_without_an_output_nothing_is_written(old: Path) -> None:
    result = run("adopt", old)
    assert (result.exit_code, result.stderr) == (1, "nothing was written; name the master with -o\n")
    assert "master!Action plan!E5: error: H1.2: " in result.stdout
    assert files_in(old.parent) == ["old.xlsx"]


def test_json(old: Path) -> None:
    last = write_master(
        old.with_name("last.xlsx"), (("Ref", *ROWS[0][1:]), ("P7", *ROWS[3][1:])), "Old plan – Q4 2022/23"
    )
    document = json.loads(run("adopt", old, "--from-last", last, "--json").stdout)
    assert (document["title"], document["quarter"], document["master"]) == (
        "Harbour action plan 2023/24",
        "Q1 2023/24",
        None,
    )
    assert document["actions"][2] == {
        "ref": "P7",
        "origin": "last",
        "action": "Mend the bridge",
        "row": 6,
        "old_sheet": "Plan",
        "old_row": 6,
        "old_ref": None,
        "last": {"ref": "P7", "action": "Mend the bridge", "row": 4, "likeness": 100, "is_certain": True},
    }
    assert [one["ref"] for one in document["actions"]] == ["P8", "P9", "P7"]
    assert document["notes"][0] == {
        "code": "timescale-unreadable",
        "severity": "error",
        "sheet": "Action plan",
        "cells": ["E5"],
        "ref": "P9",
        "message": "The timescale 'when we can' cannot be read (“when” is not read as a time, and nothing else in it is); "
        "write it as a quarter or a date.",
        "suggestion": None,
        "was": [{"sheet": "Plan", "cell": "C5"}],
    }


def test_what_cannot_be_done(old: Path) -> None:
    before = old.read_bytes()
    assert "never overwritten" in sentence(run("adopt", old, "-o", old, "--force"))
    assert "ends in .xlsx" in sentence(run("adopt", old, "-o", old.with_name("master.xls")))
    assert "there is no such file" in sentence(run("adopt", old, "--from-last", old.with_name("gone.xlsx")))
    last = write_master(old.with_name("last.xlsx"), ROWS, TITLE)
    assert "never overwritten" in sentence(run("adopt", old, "-o", last, "--from-last", last, "--force"))
    other = old.with_name("other.xlsx")
    other.write_text("mine")
    assert "there is a different file of this name already" in sentence(run("adopt", old, "-o", other))
    assert (old.read_bytes(), other.read_text()) == (before, "mine")


def test_the_same_tracker_gives_the_same_bytes(old: Path) -> None:
    targets = [old.with_name(f"{number}.xlsx") for number in (1, 2)]
    for target in targets:
        adopt(old, output=target)
    assert targets[0].read_bytes() == targets[1].read_bytes()
    assert run("adopt", old, "-o", targets[0]).exit_code == 1


def test_the_example_keeps_all_it_has(tmp_path: Path) -> None:
    done = adopt(EXAMPLE, output=tmp_path / "master.xlsx")
    assert [one.origin.name for one in done.adoption.named] == ["OWN"] * 25 + ["NEW"] + ["OWN"]
    assert [one.ref for one in done.adoption.named][24:] == ["PC8.1", "PC8.4", "PC8.3"]
    assert [note.finding.code for note in done.adoption.notes] == [
        "timescale-unreadable",
        "ref-duplicate",
        "status-unknown",
        *["status-spelling"] * 4,
        "ref-new",
    ]


def test_links_and_comments_are_said(old: Path) -> None:
    book = load_workbook(old)
    book["Plan"]["F4"].hyperlink = "https://example.org/minutes"
    book["Plan"]["A4"].comment = Comment("Ask Ann", "Ann")
    book["Plan"]["B4"].comment = Comment("Ask Bob", "Bob")
    book.save(old)
    message = adopt(old).adoption.notes[-1].finding.message
    assert message == (
        "The old workbook has 1 link and 2 comments on its cells, which did not come over; look there for what they say."
    )


def test_the_blank_master(tmp_path: Path) -> None:
    done = adopt(ROOT / "workbooks" / "blank-master.xlsx", output=tmp_path / "master.xlsx")
    assert (done.adoption.named, done.adoption.notes) == ((), ())
    assert read_plan(tmp_path / "master.xlsx").actions == ()


@needs_shared
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("number", "refs"), [(4, ["PR1.1", "PR1.2"]), (9, ["PEER01.04", "PEER04.02"])])
def test_a_published_plan_reads_the_same(tmp_path: Path, number: int, layout: str, refs: list[str]) -> None:
    target = tmp_path / "master.xlsx"
    done = adopt(appendix(number, layout), output=target, quarter=QUARTERS[number])
    assert list(differences(done.plan, read_plan(target), done.adoption.named)) == []
    prefix = "AP" if layout == "table" else "PR"  # the table alone has no title
    assert [one.ref for one in done.adoption.named][:2] == [ref.replace("PR1", f"{prefix}1") for ref in refs]
    assert {note.finding.code for note in done.adoption.notes} <= {"status-spelling", "ref-new"}
    codes = {finding.code for finding in check_plan(read_plan(target))}
    assert codes.isdisjoint({"status-spelling", "ref-missing", "owner-unknown", "status-unknown"})
    workbook = load_workbook(target)
    assert workbook.sheetnames == ["Action plan", "Owners", "Statuses", "Settings", "Letters", "Guide", "Adoption"]
    assert [workbook["Action plan"].cell(3, column).value for column in (1, 2, 4, 5, 6, 7, 8, 13)] == [
        "Ref",
        "Theme",
        "Action",
        "Timescale",
        "Owner",
        "Quarter 1 update",
        "Quarter 1 comments",
        "Quarter 4 update",
    ]


CARRIED = {
    "Refresh the climate strategy": "PEER01.04",
    "Develop a plan and programme": "PEER04.02",
    "Communicate the council's vision": "PEER05.01",
    "Create a prospectus": "PEER05.03",
    "Ensure planning service": "PEER05.04",
    "Develop and agree a council wide": "PEER06.01",
    "Establish a clear action plan": "PEER08.01",
    "Reset critical officer": "PEER08.02",
}


@needs_shared
@pytest.mark.parametrize("layout", LAYOUTS)
def test_eight_of_nine_refs_are_carried_over_by_wording(tmp_path: Path, layout: str) -> None:
    done = adopt(appendix(4, layout), from_last=appendix(9, "merged"), quarter="Q1 2023/24")
    named = dict(zip((action.text for action in done.plan.actions), done.adoption.named, strict=True))
    carried = {text: one.ref for text, one in named.items() if one.origin.name == "LAST"}
    assert len(carried) == len(CARRIED)
    assert all(
        carried[text].startswith(ref) for start, ref in CARRIED.items() for text in carried if text.startswith(start)
    )
    new = [one.ref for one in named.values() if one.origin.name == "NEW"]
    assert len(new) == 12
    assert "PEER05.02" not in [one.ref for one in named.values()]
    assert new[:3] == ["PEER01.05", "PEER01.06", "PEER01.07"]
    ended = [note.finding.message for note in done.adoption.notes if note.finding.code == "ref-ended"]
    assert len(ended) == 1
    assert "(PEER05.02)" in ended[0]


@needs_shared
def test_the_other_way_round_every_ref_is_kept(tmp_path: Path) -> None:
    last = tmp_path / "last.xlsx"
    adopt(appendix(4, "merged"), output=last)
    done = adopt(appendix(9, "merged"), from_last=last)
    assert {one.origin.name for one in done.adoption.named} == {"OWN"}
    found = {one.ref: one.last.ref if one.last else None for one in done.adoption.named}
    assert found == {
        "PEER01.04": "PR1.4",
        "PEER04.02": "PR4.2",
        "PEER05.04": "PR5.3",
        "PEER05.02": None,
        "PEER05.01": "PR5.1",
        "PEER05.03": "PR5.2",
        "PEER06.01": "PR6.1",
        "PEER08.02": "PR8.2",
        "PEER08.01": "PR8.1",
    }
    bare = adopt(appendix(9, "merged"), from_last=appendix(4, "merged"))
    assert [note.finding.code for note in bare.adoption.notes] == ["ref-none-last"]


@needs_shared
@pytest.mark.parametrize(
    "name",
    [
        "t01_PacktPublishing_Risk_Log.xlsx",
        "t02_PacktPublishing_Project_Plan.xlsx",
        "t03_bks07_Risk_Log.example.xlsx",
        "t10_apache_48962.xlsx",
    ],
)
@pytest.mark.parametrize("quarter", [None, "Q3 2023/24"])
def test_any_tracker_reads_the_same(tmp_path: Path, name: str, quarter: str | None) -> None:
    target = tmp_path / "master.xlsx"
    done = adopt(SHARED / "workbooks" / name, output=target, quarter=quarter)
    assert list(differences(done.plan, read_plan(target), done.adoption.named)) == []
    sheet = read_sheets(target)[0]
    kept = {sheet.cell(row, column).text for row in range(1, len(sheet.rows) + 1) for column in range(1, 60)}
    assert {cell.text.strip() for action in done.plan.actions for _, cell in action.extras} <= kept
