"""Forms filled in and sent back, collected into real workbooks, and taken back again."""

from __future__ import annotations

import csv
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from peerxl import read_plan, set_cells
from peerxl.commands.collect.command import collect
from peerxl.commands.fix import fix
from peerxl.excel.errors import NotAWorkbookError
from peerxl.excel.master import MasterChangedError
from peerxl.excel.read import read_sheets
from peerxl.excel.saved import saved_at
from peerxl.files.backup import BACKUPS
from peerxl.files.lock import alone
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.undo_log.log import step_paths
from tests.cli.test_cli import files_in, run, sentence, write_master
from tests.conftest import EXAMPLE, SHARED, needs_shared
from tests.tools import convert

NOW = datetime(2024, 1, 20, 9, 30)
ROWS = (
    ("Ref", "Action", "Timescale", "Owner", "Quarter 1 update", "Comments"),
    ("H1", "Repair the pier", "Q1 23/24", "AD Ports", "In progress", "Timber is ordered"),
    ("H2", "Light the pier", "Q2 23/24", "AD Ports", "", ""),
    ("R1", "Mend the bridge", "Q3 23/24", "AD Roads", "", ""),
)
TITLE = "Harbour action plan – Q1 2023/24"
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
Typed = Mapping[tuple[str, str], object]


@pytest.fixture(name="master")
def make_master(tmp_path: Path) -> Path:
    return write_master(tmp_path / "master.xlsx", ROWS, TITLE)


@pytest.fixture(name="forms")
def make_forms(master: Path) -> Path:
    return chased(master, "--no-record")


def chased(master: Path, *options: str) -> Path:
    out = master.parent / "out"
    # What is asked is written down by the tests that are about it.
    assert run("chase", master, "--out", out, "--today", "2024-01-08", "--no-record", *options).exit_code == 0
    return master.parent / "out" / "forms"


def fill_in(form: Path, typed: Typed) -> Path:
    """Type into a form, by the action's ref (or words) and the heading, and save it as openpyxl does."""
    book = load_workbook(form)
    sheet = book["Your actions"]
    table = next(iter(sheet.tables.values()))
    headings, *rows = sheet[table.ref]
    names = [cell.value for cell in headings]
    for (name, heading), value in typed.items():
        row = next(row for row in rows if name in [cell.value for cell in row])
        row[names.index(heading)].value = value
    book.save(form)
    return form


def differences(before: Path, after: Path) -> dict[str, str]:
    """The cells in which two workbooks differ, with their words in the second."""
    found = {}
    for old, new in zip(read_sheets(before), read_sheets(after), strict=True):
        for row in range(1, max(len(old.rows), len(new.rows)) + 1):
            for column in range(1, 60):
                if old.value(row, column) != new.value(row, column):
                    found[str(Cell(new.name, row, column))] = new.cell(row, column).text
    return found


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def kept(master: Path) -> Path:
    return Path(shutil.copy(master, master.with_name("before.xlsx")))


def reports_of(master: Path) -> list[Path]:
    """The reports of what was collected that lie beside a master, in the order of their names."""
    return sorted(master.parent.glob("collect-report*.xlsx"))


def test_answers_go_into_their_cells_and_nothing_else_changes(master: Path, forms: Path) -> None:
    before = kept(master)
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H2", "Comment"): "Lamps came.\nAll lit."})
    fill_in(forms / "AD Roads.xlsx", {("R1", "Status"): "On hold"})
    result = run("collect", master, forms)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert [line.split() for line in lines[:4]] == [
        ["Ref", "What", "Cell", "Was", "Is", "now", "Owner"],
        ["H1", "status", "Plan!E4", "In", "progress", "Completed", "AD", "Ports"],
        ["H2", "comment", "Plan!F5", "Lamps", "came.", "All", "lit.", "AD", "Ports"],
        ["R1", "status", "Plan!E6", "On", "hold", "AD", "Roads"],
    ]
    assert lines[4] == "3 changes, 0 conflicts, 0 refused"
    assert lines[6] == f"  report: {reports_of(master)[-1]}"
    assert differences(before, master) == {
        "Plan!E4": "Completed",
        "Plan!F5": "Lamps came.\nAll lit.",
        "Plan!E6": "On hold",
    }
    old, new = members(before), members(master)
    assert [name for name in old if old[name] != new[name]] == ["xl/worksheets/sheet1.xml"]
    again = run("collect", master, forms)
    assert (again.exit_code, again.stdout.splitlines()[0]) == (0, "0 changes, 0 conflicts, 0 refused")
    assert members(master) == new


def test_a_dry_run_writes_nothing(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    before, beside = master.read_bytes(), files_in(master.parent)
    result = run("collect", master, forms, "--dry-run")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].split() == ["Ref", "What", "Cell", "Was", "Would", "be", "Owner"]
    assert result.stdout.splitlines()[-1] == "1 change, 0 conflicts, 0 refused; nothing was written"
    assert (master.read_bytes(), files_in(master.parent)) == (before, beside)


def test_the_merged_plan_elsewhere(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    before, other = master.read_bytes(), master.parent / "merged.xlsx"
    assert (
        run(
            "collect", master, forms / "AD Ports.xlsx", "--output", other, "--report", master.parent / "r.xlsx"
        ).exit_code
        == 0
    )
    assert (master.read_bytes(), differences(master, other)) == (before, {"Plan!E4": "Completed"})
    assert not (master.parent / BACKUPS).exists()
    assert "there is a different file of this name already" in sentence(
        run("collect", master, forms / "AD Ports.xlsx", "--output", other)
    )
    assert run("collect", master, forms / "AD Ports.xlsx", "--output", other, "--force").exit_code == 0


def test_a_conflict_and_how_it_is_settled(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    set_cells(master, master, {"Plan": {"E4": "On hold"}})
    result = run("collect", master, forms)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        "conflict: Plan!E4: H1: AD Ports answers “Completed”; the plan says “On hold” now, and was “In progress” "
        "when the form was made [--accept H1.status=theirs or --accept H1.status=mine]"
    )
    assert read_sheets(master)[0].value(4, 5) == "On hold"
    assert run("collect", master, forms / "AD Ports.xlsx", "--accept", "H1.status=mine", "--dry-run").exit_code == 0
    assert run("collect", master, forms / "AD Ports.xlsx", "--accept", "H1.status=theirs").exit_code == 0
    assert read_sheets(master)[0].value(4, 5) == "Completed"
    assert "settles nothing" in sentence(run("collect", master, forms, "--accept", "H1"))


def test_json(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Complated", ("H2", "Status"): "Ongoing"})
    set_cells(master, master, {"Plan": {"E5": "On hold"}})
    fill_in(forms / "AD Roads.xlsx", {("R1", "Status"): "Ongoing"})
    result = run("collect", master, forms, "--json", "--dry-run")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["changes"] == [
        {
            "ref": "R1",
            "row": 6,
            "field": "status",
            "sheet": "Plan",
            "cell": "E6",
            "owner": "AD Roads",
            "file": "AD Roads.xlsx",
            "file_cell": "G8",
            "before": "",
            "after": "Ongoing",
            "said": None,
        }
    ]
    assert [(one["mine"], one["theirs"], one["issued"], one["accept"]) for one in document["conflicts"]] == [
        ("On hold", "Ongoing", "", "H2.status=theirs")
    ]
    assert [(one["code"], one["file"]) for one in document["refusals"]] == [("unreadable", form.name)]
    assert document["report"] is None


def test_one_bad_return_does_not_stop_the_others(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"}).rename(forms / "AD Ports (2).xlsx")
    (forms / "AD Roads.xlsx").write_bytes((forms / "AD Roads.xlsx").read_bytes()[:2000])
    (forms / "empty.xlsx").touch()
    (forms / "reply.txt").write_text("Done!")
    (forms / "~$AD Ports.xlsx").touch()
    result = run("collect", master, forms, forms.parent / "chase-list.xlsx", master.parent / "gone.xlsx")
    assert result.exit_code == 1
    refused = [line for line in result.stdout.splitlines() if line.startswith("refused")]
    assert [line.split(": ")[1] for line in refused] == ["chase-list.xlsx", "gone.xlsx", "AD Roads.xlsx", "empty.xlsx"]
    assert "This is no return form" in refused[0]
    assert "There is no such file" in refused[1]
    assert all(line.endswith("[not-a-return]") for line in refused)
    assert "reply.txt is no workbook and no message and was left alone." in result.stdout
    assert read_sheets(master)[0].value(4, 5) == "Completed"


def test_a_formula_in_the_plan_stops_no_other_answer(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H2", "Status"): "Ongoing"})
    with xlsxwriter.Workbook(str(master)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, TITLE)
        for number, row in enumerate(ROWS, 2):
            sheet.write_row(number, 0, row)
        sheet.write_formula("E4", '="In "&"progress"', None, "In progress")
    before = kept(master)
    result = run("collect", master, forms)
    assert result.exit_code == 1
    assert "H1: the plan's cell Plan!E4 is a formula, which is not written over; put “Completed” in yourself." in (
        result.stdout
    )
    assert differences(before, master) == {"Plan!E5": "Ongoing"}


def test_formulas_typed_into_a_form(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Comment"): "=1+1", ("H1", "Status"): "Completed"})
    result = run("collect", master, forms)
    assert result.exit_code == 1
    assert "H1: the comment is a formula, =1+1, and formulas are not taken" in result.stdout
    assert read_sheets(master)[0].cell(4, 6).text == "Timber is ordered"
    assert read_sheets(master)[0].value(4, 5) == "Completed"


def saved_on(form: Path, day: str) -> None:
    """Have a form say that it was saved on a day, or nothing of it."""
    parts = members(form)
    said = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{day}T09:30:00Z".encode(), parts["docProps/core.xml"]
    )
    with zipfile.ZipFile(form, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, said if name == "docProps/core.xml" else content)


def test_the_later_of_two_forms_counts_by_when_it_was_saved(master: Path, forms: Path) -> None:
    first = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    second = Path(shutil.copy(first, forms / "AD Ports (2).xlsx"))
    fill_in(second, {("H1", "Status"): "On hold"})
    for path, day, seconds in ((first, "2024-01-12", 1_900_000_000), (second, "2024-01-11", 2_000_000_000)):
        saved_on(path, day)
        os.utime(path, (seconds, seconds))
    result = run("collect", master, forms)
    assert result.exit_code == 1
    assert (
        "H1: the status “On hold” of AD Ports in AD Ports (2).xlsx is not taken, as AD Ports.xlsx came later and says "
        "“Completed”."
    ) in result.stdout
    assert read_sheets(master)[0].value(4, 5) == "Completed"


def test_when_a_workbook_was_saved(master: Path, tmp_path: Path) -> None:
    form = Path(shutil.copy(master, tmp_path / "form.xlsx"))
    os.utime(form, (1_000_000_000, 1_000_000_000))
    for day, seconds in (("2024-01-12", 1705051800.0), ("some day", 1_000_000_000.0)):
        saved_on(form, day)
        os.utime(form, (1_000_000_000, 1_000_000_000))
        assert saved_at(form) == seconds
    with zipfile.ZipFile(form, "w") as archive:
        archive.writestr("other", "")
    os.utime(form, (1_000_000_000, 1_000_000_000))
    assert saved_at(form) == 1_000_000_000


def test_two_files_of_one_name(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    for folder, word in (("a", "Ongoing"), ("b", "On hold")):
        (forms.parent / folder).mkdir()
        other = Path(shutil.copy(forms / "AD Ports.xlsx", forms.parent / folder))
        fill_in(other, {("H1", "Status"): word})
        saved_on(other, "2023-01-11" if folder == "a" else "2023-01-12")
    result = run("collect", master, forms, forms.parent / "a", forms.parent / "b")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if "is not taken" in line] == [
        "H1: the status “Ongoing” of AD Ports in a/AD Ports.xlsx is not taken, as b/AD Ports.xlsx came later and says "
        "“On hold”.",
        "H1: the status “On hold” of AD Ports in b/AD Ports.xlsx is not taken, as forms/AD Ports.xlsx came later and "
        "says “Completed”.",
    ]


def test_a_file_whose_name_cannot_be_read(master: Path, forms: Path) -> None:
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    os.rename(os.fsencode(form), os.fsencode(forms) + b"/AD \xff.xlsx")
    assert run("collect", master, forms).exit_code == 1
    rows = read_sheets(reports_of(master)[-1])[0].rows
    assert rows[-1][-1] == "AD \ufffd.xlsx (G8)"


@pytest.mark.parametrize("kind", [".xls", ".ods", ".xlsb"])
def test_a_form_saved_as_another_kind_of_workbook(master: Path, forms: Path, kind: str) -> None:
    (forms / "AD Ports.xlsx").rename(forms / f"AD Ports{kind}")
    result = run("collect", master, forms, "--dry-run")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        f"refused: AD Ports{kind}: A form that comes back as {kind} cannot be read for sure; open it, save it as .xlsx "
        "and collect again. [not-a-return]"
    )


def test_a_form_of_another_plan_or_quarter(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    rows = (ROWS[0], ("L1", "Print a book", *ROWS[1][2:]), ("L2", "Lend a book", *ROWS[2][2:]))
    other = write_master(master.parent / "other.xlsx", rows, "Library plan – Q1 2023/24")
    later = write_master(master.parent / "later.xlsx", ROWS, "Harbour action plan – Q2 2023/24")
    for plan, code in ((other, "another-plan"), (later, "another-quarter")):
        result = run("collect", plan, forms / "AD Ports.xlsx", "--dry-run")
        assert (result.exit_code, f"[{code}]" in result.stdout) == (1, True)
    result = run("collect", master, forms / "AD Ports.xlsx", "--quarter", "Q2 2023/24", "--dry-run")
    assert "[another-quarter]" in result.stdout


def settled_meanwhile(master: Path) -> Path:
    book = load_workbook(master)
    for row in (("Setting", "Value"), ("Council", "Osmerley Council"), ("Appendix number", "9")):
        (book["Settings"] if "Settings" in book.sheetnames else book.create_sheet("Settings")).append(row)
    book.save(master)
    return master


def renamed_meanwhile(master: Path) -> Path:
    set_cells(master, master, {"Plan": {"A1": "Osmerley Council: the harbour and all its works – Q1 2023/24"}})
    return master.rename(master.with_name("The plan (final).xlsx"))


def moved_on_meanwhile(master: Path) -> Path:
    set_cells(master, master, {"Plan": {"A1": "Harbour action plan – Q2 2023/24"}})
    return master


def adopted_meanwhile(master: Path) -> Path:
    target = master.with_name("adopted.xlsx")
    assert run("adopt", master, "-o", target).exit_code in (0, 1)
    return target


@pytest.mark.parametrize(
    ("meanwhile", "notes"),
    [
        (settled_meanwhile, []),
        (
            renamed_meanwhile,
            [
                "AD Ports.xlsx was made from “Harbour action plan – Q1 2023/24” (master.xlsx); 2 of its 2 actions are in this plan."
            ],
        ),
        (moved_on_meanwhile, []),
        (
            adopted_meanwhile,
            [
                "AD Ports.xlsx was made from “Harbour action plan – Q1 2023/24” (master.xlsx); 2 of its 2 actions are in this plan."
            ],
        ),
    ],
)
def test_forms_that_are_out_stay_valid(
    master: Path, forms: Path, meanwhile: Callable[[Path], Path], notes: list[str]
) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed", ("H2", "Comment"): "Lamps came."})
    plan = meanwhile(master)
    result = collect(plan, [forms], now=NOW, quarter="Q1 2023/24")
    assert [(change.action.ref, change.text) for change in result.merge.changes] == [
        ("H1", "Completed"),
        ("H2", "Lamps came."),
    ]
    blank = (
        "AD Roads.xlsx: the form of AD Roads came back blank; ask whether the workbook was saved before it was sent."
    )
    assert (result.merge.is_clean, list(result.merge.notes)) == (False, [blank, *notes])


def test_what_nothing_came_of_has_no_report(master: Path, forms: Path) -> None:
    """The same forms are collected week after week; a report that is asked for is written all the same."""
    form = fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    assert run("collect", master, form).exit_code == 0
    before, beside = master.read_bytes(), files_in(master.parent)
    again = run("collect", master, form)
    assert (again.exit_code, again.stdout.splitlines()[0]) == (0, "0 changes, 0 conflicts, 0 refused")
    assert "report" not in again.stdout
    reports = [name for name in files_in(master.parent) if name.startswith("collect-report")]
    assert (master.read_bytes(), reports) == (before, [name for name in beside if name.startswith("collect-report")])
    asked_for = master.with_name("asked-for.xlsx")
    assert run("collect", master, form, "--report", asked_for).exit_code == 0
    assert asked_for.is_file()


def test_a_date_that_a_cell_has_no_room_for_is_said(master: Path) -> None:
    """A cell that holds a day takes no words, so that the first date would be forgotten where nobody looks."""
    book = load_workbook(master)
    book["Plan"]["C4"].value = datetime(2023, 6, 1)
    book.save(master)
    form = fill_in(chased(master) / "AD Ports.xlsx", {("H1", "New date"): "31 March 2025"})
    merge = collect(master, [form], now=NOW).merge
    assert merge.notes == (
        "H1: the date it had, 01/06/2023, is no longer in the plan, whose cell holds a day, and is kept in the record, "
        "from which the paper, the export and the next year's plan take the first; a column headed “Original "
        "timescale” keeps the first.",
    )
    book = load_workbook(master)
    book["Plan"]["H3"].value = "Original timescale"
    book.save(master)
    form = fill_in(form, {("H1", "New date"): "31 March 2026"})
    again = collect(master, [form], now=NOW, accept=["H1.date=theirs"]).merge
    assert ([(change.noun, str(change.cell)) for change in again.changes], again.notes) == (
        [("new date", "Plan!C4"), ("first date", "Plan!H4")],
        (),
    )
    # The record knows a date before the one that the plan had.
    assert again.changes[1].value == date(2023, 6, 1)


def test_a_date_that_nothing_keeps_is_said_to_be_lost(master: Path) -> None:
    book = load_workbook(master)
    book["Plan"]["C4"].value = datetime(2023, 6, 1)
    book.save(master)
    form = fill_in(chased(master) / "AD Ports.xlsx", {("H1", "New date"): "31 March 2025"})
    lost = (
        "H1: the date it had, 01/06/2023, is no longer in the plan, whose cell holds a day, and nothing else keeps it, "
        "as nothing is put on record; a column headed “Original timescale” keeps the first.",
    )
    assert collect(master, [form], now=NOW, output=master.with_name("merged.xlsx")).merge.notes == lost
    assert collect(master, [form], now=NOW, no_record=True).merge.notes == lost


def test_a_day_that_nobody_gave_is_not_put_in_and_what_is_put_in_is_told_in_the_owner_s_words(master: Path) -> None:
    """A cell of days took "the second week of February" as its last day, and the words were nowhere."""
    book = load_workbook(master)
    book["Plan"]["C4"].value = datetime(2023, 6, 30)
    book.save(master)
    form = fill_in(chased(master) / "AD Ports.xlsx", {("H1", "New date"): "the second week of March"})
    held = collect(master, [form], now=NOW).merge
    assert held.changes == ()
    assert [doubt.message for doubt in held.doubts] == [
        "H1: the new date “the second week of March” of AD Ports does not say the day, and the plan's cell holds one, "
        "which would be 31 March 2024; ask for the day; until --accept H1.date=theirs is given it is not put in."
    ]
    result = run("collect", master, form, "--accept", "H1.date=theirs", "--json")
    document = json.loads(result.stdout)
    assert [(each["after"], each["said"]) for each in document["changes"]] == [
        ("31/03/2024", "the second week of March")
    ]
    assert document["notes"][0] == (
        "H1: AD Ports wrote the new date “the second week of March”, which is put in as 31/03/2024, as the plan's cell "
        "holds a day; the year is the plan's, as none is named."
    )
    told = run("history", master).stdout
    assert "31/03/2024” by AD Ports, in the words “the second week of March”" in told
    assert "31/03/2024, asked for by AD Ports in the words “the second week of March”" in told
    report = reports_of(master)[-1]
    words = [value for sheet in load_workbook(report) for row in sheet.iter_rows(values_only=True) for value in row]
    assert "31/03/2024\n(the owner wrote: the second week of March)\n(was: 30/06/2023)" in words
    assert "31/03/2024\n(“the second week of March”)" in words


def test_the_first_date_is_known_by_the_record_wherever_it_is_told(master: Path, tmp_path: Path) -> None:
    """A date cell has no room for the first date: the paper said that nothing was past it, and others dropped it."""
    book = load_workbook(master)
    book["Plan"]["C4"].value = datetime(2022, 12, 31)
    book["Plan"]["C4"].number_format = "dd/mm/yyyy"
    book.save(master)
    form = fill_in(chased(master) / "AD Ports.xlsx", {("H1", "New date"): "31/03/2024"})
    collect(master, [form], now=NOW)
    paper, rows, new = (tmp_path / name for name in ("paper.html", "rows.csv", "new.xlsx"))
    late = "1 open action was past the first date known for it, by three months or more (H1)"
    assert run("appendix", master, "-o", paper).exit_code == 0
    assert late in paper.read_text(encoding="utf-8")
    assert "1 is to be done at another date than the first (H1)" in paper.read_text(encoding="utf-8")
    assert run("export", master, "-o", rows).exit_code == 0
    lines = list(csv.DictReader(rows.read_text(encoding="utf-8-sig").splitlines()))
    assert [(line["ref"], line["first_timescale"], line["first_due"]) for line in lines] == [
        ("H1", "31/12/2022", "2022-12-31"),
        ("H2", "", ""),
        ("R1", "", ""),
    ]
    result = run("new-year", master, "-o", new)
    assert (result.exit_code, "reads otherwise" in result.stdout) == (0, False)
    assert [each.original_timescale and each.original_timescale.due_date for each in read_plan(new).actions] == [
        date(2022, 12, 31),
        None,
        None,
    ]
    # Without the record nobody knows, and nothing is claimed.
    assert run("appendix", master, "-o", paper, "--force", "--no-record").exit_code == 0
    assert "no open action was past the first date known for it" in paper.read_text(encoding="utf-8")
    assert run("export", master, "-o", rows, "--force", "--no-record").exit_code == 0
    assert "31/12/2022" not in rows.read_text(encoding="utf-8-sig")
    assert run("new-year", master, "-o", new, "--force", "--no-record").exit_code == 0
    assert not read_plan(new).has_column(Field.ORIGINAL_TIMESCALE)


def test_a_date_that_is_shown_as_a_month_is_issued_as_it_is_shown(master: Path) -> None:
    book = load_workbook(master)
    book["Plan"]["C4"].value = datetime(2023, 6, 1)
    book["Plan"]["C4"].number_format = "mmm-yy"
    book.save(master)
    forms = chased(master)
    issued = load_workbook(forms / "AD Ports.xlsx")["As issued"]
    assert [cell.value for row in issued.iter_rows(min_row=5, max_row=5) for cell in row if cell.value == "Jun-23"]
    fill_in(forms / "AD Ports.xlsx", {("H1", "New date"): "Q4 2023/24", ("H1", "Comment"): "Late."})
    before = kept(master)
    merge = collect(master, [forms], now=NOW).merge
    assert [change.value for change in merge.changes] == ["Late.", date(2024, 3, 31)]
    assert differences(before, master) == {"Plan!C4": "31/03/2024", "Plan!F4": "Late."}


def test_a_long_text_does_not_stop_the_others(master: Path, forms: Path) -> None:
    typed = {("H1", "Comment"): "é" * 32_700, ("H1", "Status"): "y" * 32_760, ("H2", "Status"): "Completed"}
    fill_in(forms / "AD Ports.xlsx", typed)
    set_cells(master, master, {"Plan": {"F4": "b" * 32_000}})
    result = run("collect", master, forms)
    assert (result.exit_code, result.stdout.splitlines()[-3][:24]) == (1, "1 change, 1 conflict, 1 ")
    assert read_sheets(master)[0].value(5, 5) == "Completed"
    report = {sheet.name: sheet.rows[-1] for sheet in read_sheets(reports_of(master)[-1])}
    assert str(report["Conflicts"][4]) == "é" * 15_000 + "… (and 17,700 more characters)"
    assert str(report["Refused"][4]).endswith(" more characters)")


def test_a_renamed_master(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    renamed = master.rename(master.with_name("master v2.xlsx"))
    assert run("collect", renamed, forms / "AD Ports.xlsx").exit_code == 0
    assert read_sheets(renamed)[0].value(4, 5) == "Completed"


def test_where_the_master_has_no_column_it_says_which(tmp_path: Path) -> None:
    headings = ("Action", "Owner", "Quarter 1 update", "Quarter 1 comments")
    wider = (*headings, "Quarter 2 update", "Quarter 2 comments")
    row = ("Mend it", "AD Roads", "Ongoing", "Begun.")
    master = write_master(tmp_path / "master.xlsx", (wider, row), "Harbour plan 2023/24")
    forms = chased(master, "--quarter", "Q2 2023/24")
    fill_in(forms / "AD Roads.xlsx", {("Mend it", "Status"): "On hold", ("Mend it", "Comment"): "No."})
    write_master(master, (headings, row), "Harbour plan 2023/24")
    before, beside = master.read_bytes(), files_in(tmp_path)
    words = "add columns headed “Quarter 2 update” and “Quarter 2 comments” and collect again"
    assert words in sentence(run("collect", master, forms, "--quarter", "Q2 2023/24"))
    assert (master.read_bytes(), files_in(tmp_path)) == (before, beside)


def test_what_could_not_run(master: Path, forms: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    assert "there is no workbook to collect" in sentence(run("collect", master, tmp_path / "nothing"))
    assert "there is no such file" in sentence(run("collect", tmp_path / "gone.xlsx", forms))
    nowhere = run("collect", master, tmp_path / "nowhere")
    assert f"{tmp_path / 'nowhere'}: there is no such file" in sentence(nowhere)
    assert not (tmp_path / "collect-report.xlsx").exists()
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    report = master.with_name("mine.xlsx")
    report.write_text("mine")
    before = master.read_bytes()
    assert "there is a different file of this name already" in sentence(
        run("collect", master, forms, "--report", report)
    )
    report.unlink()
    master.with_name("~$master.xlsx").touch()
    assert "somebody has the workbook open" in sentence(run("collect", master, forms))
    assert (master.read_bytes(), report.exists()) == (before, False)


@pytest.mark.parametrize("option", ["--output", "--report"])
def test_the_plan_itself_is_never_written_over(master: Path, forms: Path, option: str) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    before = master.read_bytes()
    assert "never overwritten" in sentence(run("collect", master, forms, option, master, "--force"))
    assert "ends in .xlsx" in sentence(run("collect", master, forms, "--report", master.with_name("report.txt")))
    assert (master.read_bytes(), (master.parent / BACKUPS).exists()) == (before, False)


def test_the_report_before_is_kept(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    collect(master, [forms], now=NOW)
    (first,) = reports_of(master)
    content = first.read_bytes()
    # The folder that is collected may be the plan's own.
    result = collect(master, [forms, master.parent], now=NOW)
    assert [path.name for path in reports_of(master)] == [
        "collect-report 2024-01-20 093000 (2).xlsx",
        "collect-report 2024-01-20 093000.xlsx",
    ]
    assert (first.read_bytes(), result.merge.refusals) == (content, ())


def test_a_report_that_is_named_takes_the_place_of_the_last_which_is_kept(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    report = master.with_name("what came.xlsx")
    collect(master, [forms], now=NOW, report=report)
    first = report.read_bytes()
    collect(master, [forms], now=NOW, report=report)
    assert report.read_bytes() != first
    assert (master.parent / BACKUPS / "what came 2024-01-20 093000.xlsx").read_bytes() == first


def test_the_example_there_and_back(tmp_path: Path) -> None:
    master = Path(shutil.copy(EXAMPLE, tmp_path / "master.xlsx"))
    before = kept(master)
    forms = chased(master)
    plan = read_plan(master)
    typed: dict[str, list[str]] = {}
    for form in sorted(forms.glob("*.xlsx")):
        headings, *rows = load_workbook(form)["As issued"].iter_rows(min_row=4, values_only=True)
        for issued in (dict(zip(headings, row, strict=True)) for row in rows):
            words = f"News of {issued['Ref']} from {form.stem}."
            fill_in(form, {(str(issued["Ref"]), "Comment"): words})
            typed.setdefault(f"{issued['Sheet']}!{issued['Comment cell']}", []).append(words)
    result = run("collect", master, forms)
    changed = differences(before, master)
    assert changed.keys() == typed.keys()
    assert all(changed[cell] in words for cell, words in typed.items())
    joint = sum(len(words) - 1 for words in typed.values())
    assert (result.exit_code, result.stdout.count("conflict: ")) == (1 if joint else 0, joint)
    after = read_plan(master)
    assert [action.text for action in after.actions] == [action.text for action in plan.actions]
    assert [action.timescale for action in after.actions] == [action.timescale for action in plan.actions]
    assert run("undo", master).exit_code == 0
    assert differences(before, master) == {}


@needs_shared
@pytest.mark.parametrize("layout", ["plain", "merged", "table"])
def test_appendix_9_s_missing_status_ends_in_its_cell_and_nowhere_else(tmp_path: Path, layout: str) -> None:
    appendix = SHARED / "appendices" / f"appendix9-q3-2023-24-{layout}.xlsx"
    master = tmp_path / "master.xlsx"
    master.write_bytes(appendix.read_bytes())
    quarter = ("--quarter", "Q3 2023/24")
    form = chased(master, *quarter) / "Robert Jolley.xlsx"
    action = next(one for one in read_plan(master, quarter=quarter[1]).actions if one.ref == "PEER05.01")
    fill_in(form, {("PEER05.01", "Status"): "In progress"}).rename(form.with_name("Jolley (2).xlsx"))
    assert run("collect", master, form.with_name("Jolley (2).xlsx"), *quarter).exit_code == 0
    cell = f"Action plan!D{action.row}"
    assert differences(appendix, master) == {cell: "In progress"}
    assert (layout == "table") or cell == "Action plan!D8"
    words = [one.status(None) for one in read_plan(master, quarter=quarter[1]).actions]
    assert {str(word) for word in words} == {"In progress"}


@pytest.mark.slow
@needs_libreoffice
def test_a_form_saved_by_libreoffice(master: Path, forms: Path, tmp_path: Path) -> None:
    typed = {("H1", "Status"): "On hold", ("H1", "New date"): datetime(2024, 3, 31), ("H2", "Comment"): "a\nb – c"}
    form = fill_in(forms / "AD Ports.xlsx", typed)
    out = tmp_path / "saved"
    convert([form], "xlsx:Calc MS Excel 2007 XML", out)
    shutil.rmtree(out / "profile")
    before = kept(master)
    assert collect(master, [out], now=NOW).merge.is_clean
    assert differences(before, master) == {
        "Plan!C4": "31 March 2024 (was Q1 23/24)",
        "Plan!E4": "On hold",
        "Plan!F5": "a\nb – c",
    }


def test_a_dry_run_promises_only_what_can_be_done(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    outputs = (("--output", master.with_name("merged.xlsm")), ("--report", master.with_name("report.txt")))
    sentences = [sentence(run("collect", master, forms, "--dry-run", *option)) for option in outputs]
    assert ["ends in .xlsx" in words for words in sentences] == [True, True]
    same = master.with_name("same.xlsx")
    assert "two files cannot have one name" in sentence(
        run("collect", master, forms, "--output", same, "--report", same)
    )
    book = load_workbook(master)
    book["Plan"].protection.sheet = True
    book.save(master)
    assert "the cell is locked" in sentence(run("collect", master, forms, "--dry-run"))
    written = [name for name in files_in(master.parent) if not name.startswith((".peerxl/", "out/"))]
    assert written == ["master.xlsx"]


def test_a_copy_of_a_master_that_has_moved_on_is_not_written(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    moved = write_master(master.with_name("moved.xlsx"), (ROWS[0], ("H0", *ROWS[3][1:]), *ROWS[1:]), TITLE)

    def meanwhile(*arguments: object) -> None:
        shutil.copy(moved, master)

    monkeypatch.setattr("peerxl.excel.master.refuse_unread", meanwhile)
    other = master.with_name("other.xlsx")
    with pytest.raises(MasterChangedError):
        collect(master, [forms], now=NOW, output=other)
    assert not other.exists()


def test_a_master_saved_while_it_is_read_is_not_called_damaged(
    master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(*_: object, **__: object) -> None:
        set_cells(master, master, {"Plan": {"F4": "News"}})
        raise NotAWorkbookError(master, "it is damaged or was cut short")

    for reader in ("peerxl.commands.collect.command.read_plan_from", "peerxl.commands.fix.read_plan"):
        monkeypatch.setattr(reader, meanwhile)
    for work in (lambda: collect(master, [forms], now=NOW), lambda: fix(master, now=NOW)):
        set_cells(master, master, {"Plan": {"F4": "Old news"}})
        with pytest.raises(MasterChangedError):
            work()


@pytest.mark.slow
def test_two_runs_at_once_lose_nothing(master: Path, forms: Path) -> None:
    """Each of two runs either puts its owner's answer in, with a step to take back, or says that it could not."""
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    fill_in(forms / "AD Roads.xlsx", {("R1", "Status"): "Ongoing"})
    cells = {"AD Ports": ("Plan!E4", "Completed"), "AD Roads": ("Plan!E6", "Ongoing")}
    before = kept(master)
    for _ in range(3):
        shutil.copy(before, master)
        shutil.rmtree(master.parent / BACKUPS, ignore_errors=True)
        command = [sys.executable, "-m", "peerxl", "collect", str(master)]
        runs = {
            name: subprocess.Popen(
                [*command, str(forms / f"{name}.xlsx")], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            for name in cells
        }
        errors = {name: process.communicate()[1] for name, process in runs.items()}
        done = [name for name, process in runs.items() if process.returncode == 0]
        refused = [name for name, process in runs.items() if process.returncode == 2]
        assert done
        assert sorted((*done, *refused)) == sorted(cells)
        assert [errors[name] for name in refused if b"was changed since it was read" not in errors[name]] == []
        assert differences(before, master) == dict(cells[name] for name in done)
        assert reports_of(master)
        steps = [json.loads(path.read_text()) for path in step_paths(master)]
        assert sorted(cell["subject"] for step in steps for cell in step["cells"]) == ["status"] * len(done)


def test_a_run_waits_for_another_and_then_says_so(master: Path, forms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    monkeypatch.setitem(inspect.unwrap(alone).__kwdefaults__, "patience", 0.1)
    before = master.read_bytes()
    with alone(master):
        assert "another run is at work in its folder" in sentence(run("collect", master, forms))
    assert master.read_bytes() == before
    assert run("collect", master, forms / "AD Ports.xlsx").exit_code == 0


def test_a_folder_in_a_folder_is_said(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    result = run("collect", master, forms.parent)
    assert "forms is a folder of its own and was left alone." in result.stdout


def test_a_copy_put_before_the_sheet_that_the_forms_are_of_takes_no_answer(master: Path, forms: Path) -> None:
    fill_in(forms / "AD Ports.xlsx", {("H1", "Status"): "Completed"})
    book = load_workbook(master)
    copy = book.copy_worksheet(book["Plan"])
    copy.title = "How it was"
    book.move_sheet(copy, -len(book.sheetnames))
    book.save(master)
    before = kept(master)
    result = run("collect", master, forms)
    says = "H1: it stands on the sheet “Plan”, which was not read; read that one too; "
    assert (result.exit_code, differences(before, master)) == (1, {})
    assert says in result.stdout
    run("collect", master, forms, "--sheet", "Plan")
    assert differences(before, master) == {"Plan!E4": "Completed"}


def test_a_new_date_goes_to_the_column_headed_so_where_most_of_it_are_words(tmp_path: Path) -> None:
    words = [(f"H{number}", f"Paint boat {number}", "Before the regatta", "AD Ports", "", "") for number in range(2, 7)]
    master = write_master(tmp_path / "master.xlsx", (*ROWS[:2], *words), TITLE)
    book = load_workbook(master)
    book["Plan"]["C3"].value = "Target date"
    book.save(master)
    form = fill_in(chased(master) / "AD Ports.xlsx", {("H1", "New date"): "Q4 2024/25"})
    merge = collect(master, [form], now=NOW).merge
    assert [(change.noun, str(change.cell)) for change in merge.changes] == [("new date", "Plan!C4")]
    after = load_workbook(master)["Plan"]
    assert "Q4 2024/25" in after["C4"].value
    assert {after[f"C{row}"].value for row in range(5, 10)} == {"Before the regatta"}
