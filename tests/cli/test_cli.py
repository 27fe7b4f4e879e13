"""The commands as people run them: what they print, what they write, and how they end."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

from peerxl.checks import CHECKS
from peerxl.cli import main
from peerxl.cli.as_text.findings import group_findings
from peerxl.model.finding import Finding, Severity
from tests.conftest import EXAMPLE, SHARED, needs_shared

TODAY = ("--today", "2026-01-05")
ROWS = (
    ("Ref", "Theme", "Action", "Timescale", "Owner", "Quarter 1 update", "Comments"),
    ("H1", "Harbour", "Repair the pier", "Q1 23/24", "AD Estates", "In progress", "Timber is ordered"),
    ("H2", "Harbour", "Light the pier", "Q2 23/24", "AD Estates", "Complete", "Lamps came in May"),
    ("R1", "Roads", "Mend the bridge", "Q3 23/24 – ongoing", "AD Roads/ AD Estates", "In progress", "Steel is ordered"),
)


def run(*arguments: object, **options: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)  # type: ignore[arg-type]


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS)


def write_master(
    path: Path, rows: tuple[tuple[str, ...], ...], title: str = "Harbour action plan – Q1 2023/24"
) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, title)
        for number, row in enumerate(rows, 2):
            sheet.write_row(number, 0, row)
    return path


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_show(master: Path) -> None:
    result = run("show", master)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == [
        "Harbour action plan – Q1 2023/24",
        "3 actions in 2 themes at Q1 2023/24: 2 open, 1 closed",
    ]
    assert "Mend the bridge" in result.stdout
    assert result.stderr == ""


def test_show_json(master: Path) -> None:
    document = json.loads(run("show", master, "--json").stdout)
    assert set(document) == {"title", "quarter", "sheets", "actions"}
    assert document["quarter"] == "Q1 2023/24"
    assert document["actions"][2] == {
        "ref": "R1",
        "theme": "Roads",
        "recommendation": None,
        "action": "Mend the bridge",
        "timescale": {
            "text": "Q3 23/24 – ongoing",
            "kind": "open",
            "start": "Q3 2023/24",
            "due": None,
            "due_date": None,
            "open_ended": True,
            "milestones": [
                {
                    "start": "Q3 2023/24",
                    "end": None,
                    "start_date": "2023-10-01",
                    "end_date": None,
                    "label": "",
                    "span": [0, 18],
                }
            ],
            "notes": [],
        },
        "owners": ["AD Roads", "AD Estates"],
        "updates": [
            {
                "quarter": "Q1 2023/24",
                "status": "In progress",
                "status_text": "In progress",
                "comment": "Steel is ordered",
            }
        ],
        "sheet": "Plan",
        "row": 6,
    }


def test_what_goes_with_a_plan_and_holds_no_settings_is_left_aside() -> None:
    lines = run("show", EXAMPLE, "--explain").stdout.splitlines()
    assert "Sheet 'Owners': settings, as it holds the workbook's settings" in lines
    assert "Sheet 'Guide': left aside, as it is made by peerxl to go with a plan, and holds no actions" in lines


def test_show_explain(master: Path) -> None:
    lines = run("show", master, "--explain").stdout.splitlines()
    assert "Sheet 'Plan': headings in row 3, 3 actions in rows 4 to 6" in lines
    assert "  F  'Quarter 1 update': status of Q1 2023/24" in lines


def test_check(master: Path) -> None:
    result = run("check", master)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{master}!Plan!D4: warning: H1: The action is due in Q1 2023/24 and is in progress; is it finished, or what is "
        "the new date and why? [action-due]",
        f"{master}!Plan!F5: warning: 'Complete' is another spelling of 'Completed'; write that. Suggestion: Completed. "
        "[status-spelling]",
        f"{master}!Plan!E6: advice: The cell names several owners and no lead, so the first is taken to be it; mark "
        "who leads with “(lead)”, or head the column “Lead officer”. [owner-joint]",
    ]


def test_check_json(master: Path) -> None:
    document = json.loads(run("check", master, "--json").stdout)
    assert document["quarter"] == "Q1 2023/24"
    assert document["findings"][1] == {
        "code": "status-spelling",
        "severity": "warning",
        "sheet": "Plan",
        "cells": ["F5"],
        "ref": None,
        "message": "'Complete' is another spelling of 'Completed'; write that.",
        "suggestion": "Completed",
    }


def test_check_of_a_clean_plan_is_silent(tmp_path: Path) -> None:
    clean = (
        ROWS[0],
        ("H1", "Harbour", "Repair the pier", "Q2 23/24", "AD Estates", "In progress", "Timber is ordered"),
    )
    result = run("check", write_master(tmp_path / "clean.xlsx", clean))
    assert (result.exit_code, result.output) == (0, "")


def test_check_report(master: Path, tmp_path: Path) -> None:
    report = tmp_path / "findings.xlsx"
    assert run("check", master, "--report", report).exit_code == 1
    assert zipfile.is_zipfile(report)


@pytest.mark.parametrize("layout", ["full", "exceptions", "open", "progress", "position-statement"])
def test_appendix(master: Path, tmp_path: Path, layout: str) -> None:
    target = tmp_path / "appendix.xlsx"
    result = run("appendix", master, "-o", target, "--layout", layout, "--number", "9")
    assert (result.exit_code, result.stdout) == (0, "")
    assert zipfile.is_zipfile(target)


def test_one_run_writes_every_form_that_is_named(master: Path, tmp_path: Path) -> None:
    names = [f"appendix{ending}" for ending in (".xlsx", ".docx", ".pdf", ".html", ".csv")]
    outputs = [argument for name in names for argument in ("-o", tmp_path / name)]
    result = run("appendix", master, *outputs, "--layout", "progress")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [f"wrote {tmp_path / name}" for name in names]
    assert [(tmp_path / name).read_bytes()[:4] for name in names] == [
        *(b"PK\x03\x04", b"PK\x03\x04", b"%PDF", b"<!DO", "\ufeff".encode() + b"T"),
    ]
    # The same plan gives the same files, so a second run has nothing to refuse.
    assert run("appendix", master, *outputs, "--layout", "progress").exit_code == 0


def test_where_one_form_cannot_be_written_none_is(master: Path, tmp_path: Path) -> None:
    (tmp_path / "appendix.html").write_text("theirs")
    outputs = ("-o", tmp_path / "appendix.csv", "-o", tmp_path / "appendix.html")
    assert "there is a different file of this name already" in sentence(run("appendix", master, *outputs))
    assert files_in(tmp_path) == ["appendix.html", "master.xlsx"]


def test_personal_data_is_not_published_unasked(tmp_path: Path) -> None:
    rows = (
        *ROWS,
        ("R2", "Roads", "Ask ann.lee@harbour.example", "Q4 23/24", "AD Roads", "In progress", "Ring 01632 960123"),
    )
    master, target = write_master(tmp_path / "master.xlsx", rows), tmp_path / "appendix.xlsx"
    refused = run("appendix", master, "-o", target)
    assert (refused.exit_code, refused.stdout, files_in(tmp_path)) == (2, "", ["master.xlsx"])
    assert refused.stderr == (
        f"peerxl: {master.name}: the paper would publish personal data: Plan!C7 (an email address), Plan!G7 (a telephone number); "
        "take it out, or publish it all the same with --allow personal-data.\n"
    )
    allowed = run("appendix", master, "-o", target, "--allow", "personal-data")
    assert (allowed.exit_code, allowed.stderr.splitlines()) == (
        0,
        [
            "published with personal data: Plan!C7 (an email address)",
            "published with personal data: Plan!G7 (a telephone number)",
            f"wrote {target}",
        ],
    )


def test_personal_data_stops_the_quarter_too(tmp_path: Path) -> None:
    rows = (*ROWS, ("R2", "Roads", "Mend", "Q4 23/24", "AD Roads", "In progress", "Ring 01632 960123"))
    master, out = write_master(tmp_path / "master.xlsx", rows), tmp_path / "out"
    refused = run("quarter", master, "--out", out, *TODAY)
    assert (refused.exit_code, files_in(tmp_path)) == (2, ["master.xlsx"])
    assert "Plan!G7 (a telephone number)" in refused.stderr
    allowed = run("quarter", master, "--out", out, *TODAY, "--allow", "personal-data")
    assert (allowed.exit_code, allowed.stderr) == (
        1,
        "published with personal data: Plan!G7 (a telephone number)\n"
        "Today is in Q4 2025/26; the plan still reports Q1 2023/24. Once that has been reported, move it on with “peerxl next”.\n",
    )


def test_what_is_not_published_stops_nothing(tmp_path: Path) -> None:
    rows = (*ROWS, ("R2", "Roads", "Mend", "Q1 23/24", "AD Roads", "Completed", "Ring 01632 960123"))
    master, target = write_master(tmp_path / "master.xlsx", rows), tmp_path / "appendix.xlsx"
    assert run("appendix", master, "-o", target, "--layout", "open").exit_code == 0


def test_a_status_that_nothing_explains_is_quoted_or_refused(tmp_path: Path) -> None:
    rows = (
        *ROWS,
        ("R2", "Roads", "Mend", "Q4 23/24", "AD Roads", "Amber", "Steel is late"),
        ("R3", "Roads", "Dig", "Q4 23/24", "AD Roads", "Amber", "Rain"),
    )
    master, target = write_master(tmp_path / "master.xlsx", rows), tmp_path / "appendix.xlsx"
    refused = run("appendix", master, "-o", target, "--strict")
    assert (refused.exit_code, files_in(tmp_path)) == (2, ["master.xlsx"])
    assert refused.stderr == (
        f"peerxl: {master.name}: nothing says what “Amber” counts as, in Plan!F7, Plan!F8; "
        "use a word of the plan, or say on a Statuses sheet what each counts as.\n"
    )
    assert run("appendix", master, "-o", target).exit_code == 0
    with zipfile.ZipFile(target) as package:
        words = " ".join(re.findall(r"<t[^>]*>([^<]*)</t>", package.read("xl/sharedStrings.xml").decode()))
    assert "“Amber”: the plan does not say what it counts as; the 2 actions count as open." in words
    assert (
        run("appendix", write_master(tmp_path / "clean.xlsx", ROWS), "-o", target, "--strict", "--force").exit_code == 0
    )


@pytest.mark.parametrize(
    ("master", "report", "link"),
    [
        ("plans/master.xlsx", "plans/findings.xlsx", "master.xlsx"),
        ("plans/master.xlsx", "findings.xlsx", "plans/master.xlsx"),
        ("plans/master.xlsx", "reports/findings.xlsx", "master.xlsx"),
        ("master.xlsx", "reports/findings.xlsx", "../master.xlsx"),
        ("master.xlsx", "reports/q3/findings.xlsx", "../../master.xlsx"),
    ],
)
def test_a_report_names_no_folder_but_those_below_it(tmp_path: Path, master: str, report: str, link: str) -> None:
    for folder in ("plans", "reports/q3"):
        (tmp_path / folder).mkdir(parents=True)
    plan = write_master(tmp_path / master, ROWS)
    assert run("check", plan, "--report", tmp_path / report).exit_code == 1
    with zipfile.ZipFile(tmp_path / report) as package:
        everything = "".join(package.read(name).decode() for name in package.namelist())
        links = package.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert {target.partition("#")[0] for target in re.findall('Target="([^"]*)" TargetMode', links)} == {link}
    assert str(tmp_path) not in everything
    assert "../plans" not in everything
    where = {"": "this report's folder", "../": "the folder above this report's"}
    ways = where | {"../../": "the folder 2 levels above this report's"}
    name = link.removeprefix("../").removeprefix("../")
    assert f"goes to its cell in {name}, which must be in {ways[link.removesuffix(name)]}." in everything.replace(
        "&#39;", "'"
    )


def test_chase(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("chase", master, "--out", out, "--json", *TODAY)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "quarter": "Q1 2023/24",
        "today": "2026-01-05",
        "reply_by": "2026-01-19",
        "owners": [
            {
                "owner": "AD Estates",
                "step": "ask",
                "why": "First message.",
                "to": [],
                "cc": [],
                "asked_on": "2026-01-05",
                "reply_by": "2026-01-19",
                "days_late": 0,
                "questions": 1,
                "form": str(out / "forms" / "AD Estates.xlsx"),
                "draft": str(out / "drafts" / "AD Estates.eml"),
                "next_on": "2026-01-12",
            }
        ],
        "told": [],
        "nobody": [
            {
                "sheet": "Plan",
                "row": 4,
                "ref": "H1",
                "why": "No address is known for AD Estates; put it on a sheet named Owners, with the headings Owner and "
                "Email.",
            }
        ],
        "next_on": "2026-01-12",
        "notes": [
            "Today is in Q4 2025/26; the plan still reports Q1 2023/24. Once that has been reported, move it on with “peerxl next”."
        ],
        "conflicts": [],
        "asks": [{"owner": "AD Estates", "ref": "H1", "sheet": "Plan", "row": 4, "reasons": ["due"]}],
        "unowned": [],
        "forms": [str(out / "forms" / "AD Estates.xlsx")],
        "returned": str(out / "returned"),
        "kept": [],
        "nowhere": [],
    }
    assert (
        result.stderr
        == "Today is in Q4 2025/26; the plan still reports Q1 2023/24. Once that has been reported, move it on with “peerxl next”.\n"
    )
    assert files_in(out) == [
        "chase-list.xlsx",
        "chase.html",
        "drafts/AD Estates.eml",
        "forms/AD Estates.xlsx",
        "mail-merge.csv",
    ]
    assert list((out / "returned").iterdir()) == []


def test_chase_again_on_the_same_day_does_nothing(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run("chase", master, "--out", out, *TODAY)
    assert first.stdout.splitlines() == [
        "1 owner asked about 1 action for Q1 2023/24, 1 question, to reply by 19 January 2026",
        f"  AD Estates: asked, 1 question, to reply by 19 January 2026: {out / 'forms' / 'AD Estates.xlsx'}",
        "  No mail can be addressed to AD Estates: put an address such as jo.bloggs@council.gov.uk on a sheet named "
        "Owners, with the headings Owner and Email.",
        "  The mails name nobody to ask, and none can be sent; put the Coordinator on the Settings sheet, and their "
        "address on a sheet named Owners, with the headings Owner and Email.",
        f"  who was asked: {out / 'chase-list.xlsx'}",
        f"  mails that lie ready: {out / 'drafts'}; without Outlook: {out / 'chase.html'}",
        f"  save those that come back in: {out / 'returned'}",
    ]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = run("chase", master, "--out", out, *TODAY)
    assert again.exit_code == 0
    assert again.stdout.splitlines() == [
        "Nothing goes out today for Q1 2023/24; next on Monday 12 January 2026",
        "  1 owner: The message of Monday 5 January 2026 is made already.",
    ]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_what_is_there_is_kept(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "chase-list.xlsx").write_text("mine")
    result = run("chase", master, "--out", out, *TODAY)
    assert result.exit_code == 2
    assert str(out / "chase-list.xlsx") in result.stderr
    assert (result.stdout, files_in(out), (out / "chase-list.xlsx").read_text()) == ("", ["chase-list.xlsx"], "mine")
    assert run("chase", master, "--out", out, *TODAY, "--force").exit_code == 0
    assert zipfile.is_zipfile(out / "chase-list.xlsx")


def test_quarter(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("quarter", master, "--out", out, *TODAY)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "Harbour action plan – Q1 2023/24",
        "  3 actions in 2 themes at Q1 2023/24: 2 open, 1 closed",
        f"  Found: 2 warnings, 1 of advice: {out}/findings-2023-24-Q1.xlsx",
        f"  Appendix: {out}/appendix-2023-24-Q1.xlsx",
        "  1 owner asked about 1 action for Q1 2023/24, 1 question, to reply by 19 January 2026: "
        f"{out}/chase-list.xlsx",
        f"  Forms: 1 workbook in {out}/forms",
        "  No mail can be addressed to AD Estates: put an address such as jo.bloggs@council.gov.uk on a sheet named "
        "Owners, with the headings Owner and Email.",
        "  The mails name nobody to ask, and none can be sent; put the Coordinator on the Settings sheet, and their "
        "address on a sheet named Owners, with the headings Owner and Email.",
    ]
    assert files_in(out) == [
        "appendix-2023-24-Q1.xlsx",
        "chase-list.xlsx",
        "chase.html",
        "drafts/AD Estates.eml",
        "findings-2023-24-Q1.xlsx",
        "forms/AD Estates.xlsx",
        "mail-merge.csv",
    ]


def test_a_quarter_at_a_weekend_is_made_for_the_next_working_day(tmp_path: Path) -> None:
    example, out = Path(shutil.copy(EXAMPLE, tmp_path)), tmp_path / "out"
    done = run("quarter", example, "--out", out, "--today", "2026-01-10")
    assert done.exit_code == 1
    assert "Today is a Saturday: the messages are made for Monday 12 January 2026; send them then.\n" in done.stderr
    assert "  6 owners asked about 6 actions for Q3 2025/26, 7 questions, to reply by 22 January 2026: " in done.stdout
    assert len(list((out / "drafts").iterdir())) == len(list((out / "forms").iterdir())) == 6
    for day in ("2026-01-11", "2026-01-12"):
        again = run("quarter", example, "--out", tmp_path / day, "--today", day)
        assert "  Nothing goes out today for Q3 2025/26; next on Thursday 15 January 2026\n" in again.stdout
        assert "  Nobody to ask: 1 action\n" in again.stdout
        assert not (tmp_path / day / "chase-list.xlsx").exists()


def test_quarter_json(master: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    document = json.loads(run("quarter", master, "--out", out, "--json", *TODAY).stdout)
    chase = "today reply_by owners told nobody next_on notes conflicts asks unowned forms returned kept nowhere".split()
    assert list(document) == ["quarter", "findings", *chase, "chase_list", "appendix", "report"]
    assert (document["quarter"], len(document["findings"]), len(document["asks"])) == ("Q1 2023/24", 3, 1)
    assert sorted(document["forms"] + [document[name] for name in ("chase_list", "appendix", "report")]) == sorted(
        str(out / name) for name in files_in(out) if name.endswith(".xlsx")
    )


def test_the_master_is_never_overwritten(master: Path) -> None:
    before = master.read_bytes()
    for command in (("appendix", master, "-o", master), ("check", master, "--report", master)):
        assert "this is the plan itself, which is never overwritten" in sentence(run(*command, "--force"))
    assert master.read_bytes() == before


def test_what_is_written_is_called_a_workbook(master: Path, tmp_path: Path) -> None:
    assert "give it a name that ends in .xlsx" in sentence(run("check", master, "--report", tmp_path / "a.pdf"))


def test_forms_of_an_earlier_chase_are_named(master: Path, tmp_path: Path) -> None:
    forms = tmp_path / "out" / "forms"
    forms.mkdir(parents=True)
    (forms / "AD Roads.xlsx").touch()
    result = run("chase", master, "--out", tmp_path / "out", *TODAY)
    assert f"  from an earlier chase, not to be sent: {forms / 'AD Roads.xlsx'}" in result.stdout.splitlines()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--today", "2026-01-05", "--reply-by", "2026-01-04"), "2026-01-04: nobody can reply by then"),
        (("--today", "9999-12-31"), "14 days from 9999-12-31 is past the end of the calendar"),
    ],
)
def test_a_day_nobody_can_reply_by(master: Path, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    assert words in sentence(run("chase", master, "--out", tmp_path / "out", *options))
    assert not (tmp_path / "out").exists()


def test_characters_that_cannot_be_shown_stop_nothing(tmp_path: Path) -> None:
    rows = (ROWS[0], ("H1", "Harbour", "Repair\vthe pier", "Q1 23/24", "AD Estates", "In progress", "Timber\x02 is in"))
    master = write_master(tmp_path / "master.xlsx", rows)
    done = run("quarter", master, "--out", tmp_path / "out", *TODAY, "--json")
    assert done.exit_code == 1
    assert [f["cells"] for f in json.loads(done.stdout)["findings"] if f["code"] == "text-broken"] == [["G4"]]


def test_lines_of_standard_input_are_utf_8_wherever_it_runs() -> None:
    command = [sys.executable, "-m", "peerxl", "timescale"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        command, input="Q4 22/23 – ongoing\n".encode(), capture_output=True, env=environment, check=True
    )
    assert done.stdout.decode() == "'Q4 22/23 – ongoing': from Q4 2022/23, ongoing (open)\n"


def test_timescale_of_arguments_and_of_lines() -> None:
    result = run("timescale", "Q4 22/23 – ongoing", "Q3 22/24")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "'Q4 22/23 – ongoing': from Q4 2022/23, ongoing (open)"
    piped = run("timescale", "--json", "--year", "2023/24", input="Q2-Q4\nTBC\n")
    assert piped.exit_code == 0
    first, second = json.loads(piped.stdout)
    assert (first["start"], first["due"], first["due_date"], second["kind"]) == (
        "Q2 2023/24",
        "Q4 2023/24",
        "2024-03-31",
        "unset",
    )


def test_timescale_of_another_fiscal_year() -> None:
    result = run("timescale", "--first-month", "7", "--year", "2023/24", "--json", "Summer 2024", "Q1")
    summer, first = json.loads(result.stdout)
    assert (summer["start"], summer["due"], summer["due_date"]) == ("Q4 2023/24", "Q1 2024/25", "2024-08-31")
    assert [note["code"] for note in summer["notes"]] == ["season-assumed"]
    assert (first["due"], first["due_date"]) == ("Q1 2023/24", "2023-09-30")
    assert run("timescale", "--first-month", "13", "Q1").exit_code == 2


NO_QUARTER = ((*ROWS[0][:5], "Status"), *(row[:6] for row in ROWS[1:]))


def test_owners(master: Path) -> None:
    result = run("owners", master)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2:5] == [
        "Owner       Open  Overdue  Also written",
        "AD Estates  2     0",
        "AD Roads    1     0",
    ]
    document = json.loads(run("owners", master, "--quarter", "Q2 2023/24", "--json").stdout)
    assert document["quarter"] == "Q2 2023/24"
    assert document["owners"] == [
        {"owner": "AD Estates", "spellings": ["AD Estates"], "live": 2, "overdue": 1},
        {"owner": "AD Roads", "spellings": ["AD Roads"], "live": 1, "overdue": 0},
    ]
    assert [finding["code"] for finding in document["findings"]] == ["owner-joint"]


def test_an_owner_of_whom_there_is_something_to_look_at() -> None:
    result = run("owners", EXAMPLE)
    assert result.exit_code == 1
    codes = [line.rsplit("[", 1)[1].rstrip("]") for line in result.stdout.splitlines() if line.endswith("]")]
    assert codes == ["owner-missing", "owner-unknown", "owner-joint"]


def test_rules_need_no_plan() -> None:
    result = run("check", "--rules")
    assert result.exit_code == 0
    listed = [line for line in result.stdout.splitlines() if line and not line.startswith(" ")]
    assert listed == [f"{rule.code} ({rule.severity})" for rule in CHECKS]


def test_findings_for_somebody_who_looks_on() -> None:
    findings = [Finding(f"code-{n}", severity, "Wrong.", sheet="Plan") for severity in Severity for n in range(9)]
    lines = list(group_findings(findings))
    assert [line for line in lines if line[1]] == [
        ("Errors (9)", Severity.ERROR),
        ("Warnings (9)", Severity.WARNING),
        ("Advice (9)", Severity.ADVICE),
    ]
    assert (len(lines), lines[-1]) == (3 + 20 + 1, ("and 7 more", None))
    assert lines[1] == ("  Plan: Wrong. [code-0]", None)


def test_where_nothing_says_the_quarter(tmp_path: Path) -> None:
    master = write_master(tmp_path / "master.xlsx", NO_QUARTER, "Harbour action plan")
    assert json.loads(run("show", master, "--json").stdout)["quarter"] is None
    document = json.loads(run("check", master, "--json").stdout)
    assert document["quarter"] is None
    assert "quarter-unknown" in [finding["code"] for finding in document["findings"]]
    out = tmp_path / "out"
    for command in (
        ("chase", master, "--out", out),
        ("appendix", master, "-o", out.with_suffix(".xlsx")),
        ("quarter", master, "--out", out),
    ):
        result = run(*command)
        assert (result.exit_code, result.stdout, out.exists()) == (2, "", False)
        assert 'nothing says which quarter this is; add --quarter "Q3 2023/24"' in result.stderr


def sentence(result: Result) -> str:
    """The one sentence a failed command leaves."""
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert len(result.stderr.strip().splitlines()) == 1
    return result.stderr.strip()


COMMANDS = ("show", "check", "appendix", "chase", "quarter")


@pytest.mark.parametrize("command", COMMANDS)
def test_bad_input_is_one_sentence_and_nothing_is_written(tmp_path: Path, command: str) -> None:
    out = tmp_path / "out"
    options = {"appendix": ("-o", out), "chase": ("--out", out), "quarter": ("--out", out)}.get(command, ())
    (tmp_path / "empty.xlsx").touch()
    (tmp_path / "text.xlsx").write_text("Action,Owner")
    write_master(tmp_path / "nothing.xlsx", (("one", "two"), ("three", "four")))
    for name, words in (
        ("gone.xlsx", "there is no such file"),
        (".", "this is a folder"),
        ("empty.xlsx", "it is empty"),
        ("text.xlsx", "this is not an Excel workbook"),
        ("nothing.xlsx", "no sheet has a row of headings that make a plan"),
    ):
        assert words in sentence(run(command, tmp_path / name, *options))
    assert not out.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--quarter", "soon"), "'soon' is no quarter; write it as \"Q3 2023/24\""),
        (("--quarter", "2023/24"), "'2023/24' is no quarter"),
        (("--sheet", "Nope"), "there is no sheet 'Nope'; it has 'Plan'"),
        (("--column", "status"), "'status' has no = in it; write it as --column status=F"),
        (("--column", "staus=F"), "'staus=F' names no field or no column"),
        (("--column", "status=9"), "'status=9' names no field or no column"),
        (("--column", "status=ZZ"), "'status=ZZ' is a column the plan does not have"),
        (("--settings", "gone.xlsx"), "gone.xlsx: there is no such file"),
    ],
)
def test_bad_options(master: Path, options: tuple[str, ...], words: str) -> None:
    assert words in sentence(run("show", master, *options))


def test_bad_days_and_years(master: Path, tmp_path: Path) -> None:
    assert run("chase", master, "--out", tmp_path / "out", "--today", "tomorrow").exit_code == 2
    assert run("timescale", "--year", "soon", "Q1").exit_code == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only where folders can be closed to us")
def test_a_folder_that_cannot_be_written(master: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert "closed" in sentence(run("appendix", master, "-o", closed / "a.xlsx"))


@needs_shared
def test_an_encrypted_workbook() -> None:
    path = SHARED / "workbooks" / "f25_dtjohnson_out.xlsx"
    assert "protected by a password; remove it in Excel" in sentence(run("check", path))


def loaded_by(*arguments: object) -> set[str]:
    """The libraries that a command has imported by the time it ends."""
    code = (
        "import sys; from peerxl.cli import main; main(sys.argv[1:], standalone_mode=False); "
        "print('LOADED', *{name.split('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return set(result.stdout.split("LOADED")[1].split())


HEAVY = {"pandas", "numpy", "openpyxl", "xlsxwriter"}


@pytest.mark.parametrize("command", ["show", "check"])
def test_reading_a_plain_tracker_loads_nothing_heavy(master: Path, command: str) -> None:
    assert loaded_by(command, master).isdisjoint(HEAVY)


def test_reading_a_timescale_and_saying_the_version_load_nothing_heavy() -> None:
    assert loaded_by("timescale", "Q1 23/24").isdisjoint(HEAVY)
    assert loaded_by("--version").isdisjoint(HEAVY | {"python_calamine", "rapidfuzz"})


def test_the_example_is_read(tmp_path: Path) -> None:
    result = run("quarter", shutil.copy(EXAMPLE, tmp_path), "--out", tmp_path / "out", *TODAY)
    assert result.exit_code == 1
    assert " actions in 8 themes at Q3 2025/26" in result.stdout


def test_the_list_of_commands_cuts_no_line() -> None:
    listed = [line for line in run("--help").stdout.splitlines() if line.startswith("  ")]
    assert len(listed) > len(main.commands)
    assert [line for line in listed if line.endswith("...") or len(line) > 80] == []
