"""Every remedy that a message names works: what goes wrong, what is said of it, and what comes of doing what that says.

A trouble makes the smallest workbook that provokes its message, beside or in place of a sound ``master.xlsx``; where the
message advises a deed outside peerxl, the trouble does it after its yield, and the same command is run again.
"""

from __future__ import annotations

import ast
import inspect
import re
import shlex
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from unittest import mock

import docx
import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table

from peerxl import next_quarter, read_plan, set_cells, write_appendix
from peerxl.cli import COMMANDS, main
from peerxl.errors import PeerxlError
from peerxl.files.backup import backups
from peerxl.files.lock import alone
from tests.cli.test_cli import write_master
from tests.commands.test_collect import fill_in
from tests.conftest import ROOT
from tests.excel.patch.handmade import remade, sheet_xml
from tests.test_architecture import imports, is_module, parse

HEADINGS = ("Ref", "Action", "Owner", "Timescale", "Quarter 1 update", "Comments")
ROWS = (
    HEADINGS,
    ("H1", "Repair the pier", "AD Ports", "Q1 23/24", "In progress", "Timber is ordered"),
    ("H2", "Light the pier", "AD Ports", "Q2 23/24", "Completd", "Lamps are in"),
)
TITLE = "Harbour action plan – Q1 2023/24"
MASTER = Path("master.xlsx")
TODAY, LATER = "--today 2024-01-08", "--today 2024-01-15"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Trouble = Callable[[], AbstractContextManager[None]]
Deed = str | Callable[[], object]
"""A command as it is typed after "peerxl", or a call of the library."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A message and what it advises.

    ``about`` is the class of the error, or a word for what else is said; ``advice`` is the command to run then, the same
    one where nothing stands here; ``gets`` is among what is printed then.
    """

    about: str
    trouble: Trouble
    command: Deed
    message: str
    gets: str = "Repair the pier"
    advice: Deed = ""


def save(rows: tuple[tuple[str, ...], ...] = ROWS, title: str = TITLE, path: Path = MASTER) -> Path:
    return write_master(path, rows, title)


def resave(path: Path = MASTER) -> None:
    """Open a workbook and save it, as its officer would in Excel."""
    load_workbook(path).save(path)


# Troubles whose remedy is a command.


@contextmanager
def nothing() -> Iterator[None]:
    yield


@contextmanager
def no_quarter() -> Iterator[None]:
    save(title="Harbour action plan")
    yield


@contextmanager
def a_column_that_there_is_not() -> Iterator[None]:
    book = load_workbook(MASTER)
    settings = book.create_sheet("Settings")
    settings.append(("Appendix columns", "Ref; Action; Costs"))
    book.save(MASTER)
    yield
    settings["B1"] = "Ref; Action; Status"
    book.save(MASTER)


@contextmanager
def a_quarter_with_one_year() -> Iterator[None]:
    save(rows=(HEADINGS, (*ROWS[1][:3], "Q3 2023", *ROWS[1][4:])))
    yield
    book = load_workbook(MASTER)
    book.create_sheet("Settings").append(("Q1 2023 means", "Calendar"))
    book.save(MASTER)


@contextmanager
def an_action_beneath_a_total() -> Iterator[None]:
    total, last = ("Total: 2", "", "", "", "", ""), ("", "Paint the pier", "Bo Day", "Q2 23/24", "", "")
    save(rows=(*ROWS, total, last))
    yield
    save(rows=(*ROWS, last, total))


@contextmanager
def last_quarter_s_file() -> Iterator[None]:
    headings = tuple(heading.replace("Quarter 1", "Quarter 4") for heading in HEADINGS)
    save(rows=(headings, *ROWS[1:]), title="Harbour action plan – Q4 2022/23", path=Path("last.xlsx"))
    yield


@contextmanager
def an_address() -> Iterator[None]:
    save(rows=(HEADINGS, (*ROWS[1][:5], "Write to pier@example.org")))
    yield


@contextmanager
def a_hidden_sheet_in_the_paper() -> Iterator[None]:
    book, content = Workbook(), BytesIO()
    book.create_sheet("Pay").sheet_state = "hidden"
    book.save(content)
    # Nothing that a plan says makes ours hide a sheet: this is what a fault of ours would do.
    with mock.patch.dict("peerxl.papers.formats.FORMATS", {".xlsx": lambda document: content.getvalue()}):
        yield


@contextmanager
def a_formula_without_a_result() -> Iterator[None]:
    set_formula("=1+1")
    yield
    set_formula("2")  # what Excel saves beside the formula


def set_formula(text: str) -> None:
    book = load_workbook(save())
    book.worksheets[0]["F4"] = text
    book.save(MASTER)


@contextmanager
def a_colour_word() -> Iterator[None]:
    save(rows=(HEADINGS, (*ROWS[1][:4], "Amber", "Timber is ordered")))
    yield
    book = load_workbook(MASTER)
    statuses = book.create_sheet("Statuses")
    for row in (("Status", "Counts as"), ("Amber", "Open")):
        statuses.append(row)
    book.save(MASTER)


@contextmanager
def settings_beside() -> Iterator[None]:
    book = Workbook()
    book.worksheets[0].title = "Statuses"
    for row in (("Status", "Counts as"), ("In progress", "Open"), ("Completed", "Closed"), ("Completd", "Closed")):
        book.worksheets[0].append(row)
    book.save("words.xlsx")
    yield


@contextmanager
def no_headings() -> Iterator[None]:
    save(rows=(("one", "two"), ("three", "four")))
    yield


def save_bare(rows: Iterable[tuple[object, ...]]) -> None:
    """A plan of one sheet with nothing above its rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plan"
    for row in rows:
        sheet.append(list(row))
    book.save(MASTER)


@contextmanager
def rows_without_headings() -> Iterator[None]:
    works = ("Repair the pier", "Light the pier", "Paint the quay")
    rows = [(number, datetime(2023, 4, number), work, number + 30) for number, work in enumerate(works, 1)]
    save_bare(rows)
    yield
    save_bare([("No", "Raised", "Action", "Owner", "Status"), *rows])


@contextmanager
def headings_of_another_language() -> Iterator[None]:
    save_bare(
        [
            ("Nummer", "Massnahme", "Zuständig", "Termin", "Stand"),
            ("1", "Repair the pier", "AD Ports", "Q1 23/24", "In progress"),
            ("2", "Light the pier", "AD Roads", "Q2 23/24", "In progress"),
        ]
    )
    yield


@contextmanager
def actions_that_are_nowhere() -> Iterator[None]:
    rows = [
        ("Ref", "Owner", "Status", "Due date", "Is overdue", "Class of wood"),
        ("C-1", "AD Ports", "In progress", datetime(2023, 6, 1), True, "Old oak"),
        ("C-2", "AD Roads", "In progress", datetime(2023, 6, 9), True, "Old oak"),
        ("C-3", "AD Roads", "Not started", datetime(2023, 6, 3), False, "New elm"),
        ("C-4", "AD Ports", "Not started", datetime(2023, 7, 4), False, "New elm"),
    ]
    save_bare(rows)
    yield
    works = ("Action", "Repair the pier", "Light the pier", "Paint the quay", "Mend the rail")
    save_bare([(*row, work) for row, work in zip(rows, works, strict=True)])


@contextmanager
def no_actions_column() -> Iterator[None]:
    save(rows=(("Ref", "Thing", "Owner", "Status"), ("1", "Pier", "AD Ports", "In progress")))
    yield


@contextmanager
def two_status_columns() -> Iterator[None]:
    row = ("H1", "Repair the pier", "AD Ports", "Q1 23/24", "In progress", "Completed")
    save(rows=((*HEADINGS[:4], "Status", "Current status"), row))
    yield


@contextmanager
def an_owner_that_may_be_two() -> Iterator[None]:
    save(rows=(HEADINGS, (*ROWS[1][:2], "Roads & IT", *ROWS[1][3:])))
    yield
    book = load_workbook(MASTER)
    for row in (("Owner", "Email"), ("Roads & IT", None)):
        (book["Owners"] if "Owners" in book.sheetnames else book.create_sheet("Owners")).append(row)
    book.save(MASTER)


@contextmanager
def a_lead_that_may_be_two() -> Iterator[None]:
    headings = tuple("Lead officer" if heading == HEADINGS[2] else heading for heading in HEADINGS)
    save(rows=(headings, (*ROWS[1][:2], "Head of Piers, CWG", *ROWS[1][3:])))
    yield
    book = load_workbook(MASTER)
    for row in (("Owner", "Email"), ("Head of Piers, CWG", None)):
        (book["Owners"] if "Owners" in book.sheetnames else book.create_sheet("Owners")).append(row)
    book.save(MASTER)


@contextmanager
def two_owners_in_a_name() -> Iterator[None]:
    save(rows=(HEADINGS, (*ROWS[1][:2], "Parks & Leisure", *ROWS[1][3:]), (*ROWS[2][:2], "Leisure", *ROWS[2][3:])))
    yield
    set_cells(MASTER, MASTER, {"Plan": {"C4": "Parks; Leisure"}})


@contextmanager
def two_names_that_may_be_one() -> Iterator[None]:
    headings = tuple("Lead officer" if heading == HEADINGS[2] else heading for heading in HEADINGS)
    save(rows=(headings, (*ROWS[1][:2], "Vex, Pell", *ROWS[1][3:]), (*ROWS[2][:2], "Oru", *ROWS[2][3:])))
    yield
    book = load_workbook(MASTER)
    for row in (("Owner", "Email"), ("Vex, Pell", None)):
        (book["Owners"] if "Owners" in book.sheetnames else book.create_sheet("Owners")).append(row)
    book.save(MASTER)


@contextmanager
def a_name_that_may_be_two() -> Iterator[None]:
    save(rows=(HEADINGS, (*ROWS[1][:2], "Hughes, Paul", *ROWS[1][3:]), (*ROWS[2][:2], "Oru", *ROWS[2][3:])))
    yield
    set_cells(MASTER, MASTER, {"Plan": {"C4": "Hughes; Paul"}})


@contextmanager
def dates_of_nobody_knows_what() -> Iterator[None]:
    headings = tuple("Wished date" if heading == "Timescale" else heading for heading in HEADINGS)
    save(rows=(headings, *((*row[:3], "2026-05-01", *row[4:]) for row in ROWS[1:])))
    yield
    set_cells(MASTER, MASTER, {"Plan": {"D3": "Timescale"}})


@contextmanager
def risks_without_a_mitigation() -> Iterator[None]:
    risks = (("Risk", "Owner", "Timescale", "Status"), ("The pier may fall in", "AD Ports", "Q1 23/24", "In progress"))
    save(rows=risks)
    yield
    save(rows=((*risks[0], "Mitigation"), (*risks[1], "Repair the pier")))


@contextmanager
def another_tracker() -> Iterator[None]:
    book = load_workbook(MASTER)
    other = book.create_sheet("Roads")
    for row in (("Ref", "Action", "Owner", "Status"), ("R1", "Mend the bridge", "AD Roads", "In progress")):
        other.append(row)
    book.save(MASTER)
    yield


@contextmanager
def an_empty_folder() -> Iterator[None]:
    Path("plans").mkdir()
    yield
    save(path=Path("plans", "harbour.xlsx"))


@contextmanager
def without_pyarrow() -> Iterator[None]:
    with mock.patch.dict(sys.modules, {"pyarrow": None}):
        yield


@contextmanager
def without_typst() -> Iterator[None]:
    with mock.patch.dict(sys.modules, {"typst": None}):
        yield


@contextmanager
def a_template_without_docxtpl() -> Iterator[None]:
    save_template("{{ tables }}")
    with mock.patch.dict(sys.modules, {"docxtpl": None}):
        yield


@contextmanager
def a_character_no_font_has() -> Iterator[None]:
    save(rows=(HEADINGS, (*ROWS[1][:5], "中 is ordered")))
    yield


def template(words: str) -> Trouble:
    """A Word template with these words, which its officer then puts right."""

    @contextmanager
    def trouble() -> Iterator[None]:
        save_template(words)
        yield
        save_template("{{ tables }}")

    return trouble


def save_template(words: str) -> None:
    word = docx.Document()
    word.add_paragraph(words)
    word.save("council.docx")


@contextmanager
def an_appendix_of_somebody_else() -> Iterator[None]:
    Path("appendix.xlsx").write_text("theirs")
    yield


@contextmanager
def a_file_for_a_folder() -> Iterator[None]:
    Path("papers").touch()
    yield


@contextmanager
def forms() -> Iterator[None]:
    run(f"chase master.xlsx --out . {TODAY}")
    yield


@contextmanager
def plans_of_one_name() -> Iterator[None]:
    for folder in ("north", "south"):
        Path(folder).mkdir()
        shutil.copy(MASTER, f"{folder}/plan.xlsx")
    yield


@contextmanager
def a_second_copy() -> Iterator[None]:
    save((*ROWS, ("H3", "Paint the pier", "AD Ports", "Q2 23/24", "In progress", "Paint is in")))
    shutil.copy(MASTER, "second.xlsx")
    yield


@contextmanager
def a_word_document() -> Iterator[None]:
    docx.Document().save("plan.docx")
    yield


@contextmanager
def a_paper() -> Iterator[None]:
    write_appendix(read_plan(MASTER), "paper.xlsx")
    yield


@contextmanager
def an_answer_to_a_row_that_was_changed() -> Iterator[None]:
    run(f"chase master.xlsx --out . {TODAY}")
    fill_in(Path("forms/AD Ports.xlsx"), {("H1", "Status"): "Completed"})
    set_cells(MASTER, MASTER, {"Plan": {"E4": "On hold"}})
    yield


@contextmanager
def a_plan_that_has_moved_on() -> Iterator[None]:
    run(f"chase master.xlsx --out . {TODAY}")
    fill_in(Path("forms/AD Ports.xlsx"), {("H1", "Status"): "Completed"})
    set_cells(MASTER, MASTER, {"Plan": {"A1": "Harbour action plan – Q2 2023/24"}})
    yield


@contextmanager
def a_word_that_nobody_knows() -> Iterator[None]:
    run(f"chase master.xlsx --out . {TODAY}")
    fill_in(Path("forms/AD Ports.xlsx"), {("H1", "Status"): "Becalmed"})
    yield
    book = load_workbook(MASTER)
    sheet = book.create_sheet("Statuses")
    for row in (("Status", "Counts as", "Also written as"), *(row.split(", ") for row in STATUS_ROWS.split("; "))):
        sheet.append(row)
    book.save(MASTER)


STATUS_ROWS = (
    "Not started, Open; In progress, Open; Ongoing, Open; On hold, Open; Completed, Closed; Superseded, Closed; "
    "Not pursued, Closed"
)


@contextmanager
def a_fix_that_was_overwritten() -> Iterator[None]:
    run("check master.xlsx --fix")
    set_cells(MASTER, MASTER, {"Plan": {"E5": "On hold"}})
    yield


# Troubles whose remedy is a deed.


def content(words: bytes) -> Trouble:
    """Something that is no workbook, until it is saved as one."""

    @contextmanager
    def trouble() -> Iterator[None]:
        MASTER.write_bytes(words)
        yield
        save()

    return trouble


def member(name: str, words: bytes = b"<x/>") -> Trouble:
    """A workbook with a part that no program writes, until it is opened and saved."""

    @contextmanager
    def trouble() -> Iterator[None]:
        with zipfile.ZipFile(MASTER, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, words)
        yield
        resave()

    return trouble


def setting(sheet: str, rows: tuple[tuple[str, ...], ...], address: str, sound: str) -> Trouble:
    """A sheet of settings with a cell that cannot be read, until it says something sound."""

    @contextmanager
    def trouble() -> Iterator[None]:
        book = load_workbook(MASTER)
        for row in rows:
            (book[sheet] if sheet in book else book.create_sheet(sheet)).append(row)
        book.save(MASTER)
        yield
        book[sheet][address] = sound
        book.save(MASTER)

    return trouble


@contextmanager
def no_quarter_yet() -> Iterator[None]:
    save(title="Harbour action plan")
    yield
    book = load_workbook(MASTER)
    book.create_sheet("Settings").append(("Reporting quarter", "Q1 2023/24"))
    book.save(MASTER)


@contextmanager
def no_actions() -> Iterator[None]:
    save(rows=(HEADINGS,))
    yield
    save()


@contextmanager
def cells_far_away() -> Iterator[None]:
    book = load_workbook(MASTER)
    for row in range(1_047_800, 1_048_577):
        book["Plan"].cell(row, 16_384).value = "x"
    book.save(MASTER)
    yield
    save()


@contextmanager
def a_cell_far_away() -> Iterator[None]:
    book = load_workbook(MASTER)
    book["Plan"]["XFD1048576"] = "x"
    book.save(MASTER)
    yield
    save()


@contextmanager
def no_permission() -> Iterator[None]:
    with mock.patch("peerxl.excel.inspect.Path.open", side_effect=PermissionError(13, "Permission denied")):
        yield


@contextmanager
def a_folder_without_forms() -> Iterator[None]:
    Path("returned").mkdir()
    yield
    run(f"chase master.xlsx --out . {TODAY}")
    shutil.copy("forms/AD Ports.xlsx", "returned")


@contextmanager
def linked_elsewhere() -> Iterator[None]:
    Path("second name.xlsx").hardlink_to(MASTER)
    yield
    shutil.copy(MASTER, "copy.xlsx")
    Path("copy.xlsx").replace(MASTER)


@contextmanager
def a_read_only_master() -> Iterator[None]:
    with mock.patch("os.access", return_value=False):
        yield


@contextmanager
def open_in_excel() -> Iterator[None]:
    mark = Path("~$master.xlsx")
    mark.touch()
    yield
    mark.unlink()


@contextmanager
def another_run() -> Iterator[None]:
    with alone(MASTER), mock.patch.dict(inspect.unwrap(alone).__kwdefaults__, patience=0.01):
        yield


@contextmanager
def saved_meanwhile() -> Iterator[None]:
    def read_and_save(*arguments: object, **options: object) -> object:
        from peerxl.excel.read import read_sheets

        sheets = read_sheets(MASTER)
        set_cells(MASTER, MASTER, {"Plan": {"F5": "Lamps came"}})
        return sheets

    with mock.patch("peerxl.commands.fix.read_sheets", read_and_save):
        yield


@contextmanager
def a_signature() -> Iterator[None]:
    with zipfile.ZipFile(MASTER, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>')
    yield
    resave()


@contextmanager
def a_protected_sheet() -> Iterator[None]:
    protect(True)
    yield
    protect(False)


def protect(is_protected: bool) -> None:
    book = load_workbook(MASTER)
    book["Plan"].protection.sheet = is_protected
    book.save(MASTER)


@contextmanager
def no_column_for_the_quarter() -> Iterator[None]:
    wider = {"Plan": {"G3": "Quarter 2 update", "H3": "Quarter 2 comments"}}
    set_cells(MASTER, MASTER, wider)
    run(f"chase master.xlsx --out . {TODAY} --quarter 'Q2 2023/24'")
    fill_in(Path("forms/AD Ports.xlsx"), {("H1", "Status"): "Completed"})
    save()
    yield
    set_cells(MASTER, MASTER, wider)


@contextmanager
def the_plan_of_the_next_year() -> Iterator[None]:
    run(f"chase master.xlsx --out . {TODAY} --no-record")
    fill_in(Path("forms/AD Ports.xlsx"), {("H1", "Status"): "Completed"})
    MASTER.rename("last.xlsx")
    head = tuple(heading.replace("Quarter 1", "Quarter 1 2024/25") for heading in ROWS[0])
    save((head, *ROWS[1:]), TITLE.replace("2023/24", "2024/25"))
    yield


@contextmanager
def nowhere_to_put_an_answer() -> Iterator[None]:
    yield
    set_cells(MASTER, MASTER, {"Plan": {"G3": "Quarter 2 update", "H3": "Quarter 2 comments"}})


@contextmanager
def a_form_that_was_filled_in() -> Iterator[None]:
    run(f"chase master.xlsx --out . {TODAY}")
    fill_in(Path("forms/AD Ports.xlsx"), {("H1", "Status"): "Completed"})
    yield
    Path("forms/AD Ports.xlsx").rename("returned/AD Ports.xlsx")


def name_owners() -> None:
    """Let the plan say who its owners are and who coordinates it."""
    book = load_workbook(MASTER)
    for sheet, rows in (
        ("Owners", (("Owner", "Email"), ("AD Ports", "ports@wexmere.example"), ("Clerk", "clerk@wexmere.example"))),
        ("Settings", (("Setting", "Value"), ("Coordinator", "Clerk"))),
    ):
        new = book.create_sheet(sheet)
        for row in rows:
            new.append(row)
    book.save(MASTER)


@contextmanager
def a_plan_with_owners() -> Iterator[None]:
    name_owners()
    yield


@contextmanager
def a_plan_without_owners() -> Iterator[None]:
    yield
    name_owners()


@contextmanager
def a_letter(name: str, wording: str, then: tuple[str, str]) -> Iterator[None]:
    book = load_workbook(MASTER)
    letters = book.create_sheet("Letters")
    for row in (("Letter", "Wording"), (name, wording)):
        letters.append(row)
    book.save(MASTER)
    yield
    letters["A2"], letters["B2"] = then
    book.save(MASTER)


@contextmanager
def a_broken_record() -> Iterator[None]:
    run("check master.xlsx --fix")
    next(Path(".peerxl/backup").glob("*.json")).write_text("?")
    yield
    shutil.copy(next(Path(".peerxl/backup").glob("*.xlsx")), MASTER)


@contextmanager
def a_copy_of_the_plan() -> Iterator[None]:
    shutil.copy(MASTER, "copy.xlsx")
    run(f"chase master.xlsx --out out {TODAY}")
    yield
    Path("earlier").mkdir()
    MASTER.rename("earlier/master.xlsx")


@contextmanager
def a_file_in_the_way_of_the_record() -> Iterator[None]:
    Path(".peerxl").mkdir()
    Path(".peerxl/record").touch()
    yield


@contextmanager
def a_fix_taken_back() -> Iterator[None]:
    run("check master.xlsx --fix")
    run("undo master.xlsx")
    yield
    shutil.copy(backups(MASTER, Path(".peerxl/backup"))[0], MASTER)


@contextmanager
def a_formula() -> Iterator[None]:
    book = load_workbook(MASTER)
    book["Plan"]["F4"] = "=1+1"
    book.save(MASTER)
    yield
    book["Plan"]["F4"] = None
    book.save(MASTER)


@contextmanager
def a_table() -> Iterator[None]:
    book = load_workbook(MASTER)
    book["Plan"].add_table(Table(displayName="Actions", ref="A3:F5"))
    book.save(MASTER)
    yield
    book["Plan"]["A3"] = "No."
    book["Plan"].tables["Actions"].tableColumns[0].name = "No."
    book.save(MASTER)


@contextmanager
def something_to_the_right() -> Iterator[None]:
    save(rows=(HEADINGS, *((*row, "", "Key: red is late") for row in ROWS[1:])))
    yield
    book = load_workbook(MASTER)
    book["Plan"].insert_cols(7, 2)
    book["Plan"]["G3"], book["Plan"]["H3"] = "Quarter 2 update", "Quarter 2 comments"
    book.save(MASTER)


@contextmanager
def a_title_with_a_day() -> Iterator[None]:
    save(title="Harbour action plan Q1 2023/24 (as at 30 June 2023)")
    yield
    set_cells(MASTER, MASTER, {"Plan": {"A1": TITLE}})


@contextmanager
def a_quarter_in_the_sheet_s_name() -> Iterator[None]:
    book = load_workbook(MASTER)
    book["Plan"]["A1"] = None
    book["Plan"].title = "Harbour plan Q1 2023-24"
    book.save(MASTER)
    yield
    set_cells(MASTER, MASTER, {"Harbour plan Q1 2023-24": {"A1": TITLE}})


@contextmanager
def a_status_of_any_quarter() -> Iterator[None]:
    save(rows=((*HEADINGS[:4], "Status", "Comments"), *ROWS[1:]))
    yield
    set_cells(MASTER, MASTER, {"Plan": {"E3": "Q1 2023/24 status", "F3": "Q1 2023/24 comments"}})


@contextmanager
def no_status_at_all() -> Iterator[None]:
    save(rows=tuple(row[:4] for row in ROWS))
    yield
    set_cells(MASTER, MASTER, {"Plan": {"E3": "Q1 2023/24 status"}})


@contextmanager
def the_last_quarter_of_the_year_in_the_title() -> Iterator[None]:
    save(((*ROWS[0][:4], "Q4 2023/24 status", "Q4 2023/24 comments"), *ROWS[1:]), "Harbour plan 2023/24")
    book = load_workbook(MASTER)
    sheet = book.create_sheet("Settings")
    for row in (("Setting", "Value"), ("Reporting quarter", "Q4 2023/24")):
        sheet.append(row)
    book.save(MASTER)
    yield


@contextmanager
def a_plan_saved_since_it_moved_on() -> Iterator[None]:
    next_quarter(MASTER, now=datetime(2024, 1, 8, 9, 30))
    resave()
    yield


@contextmanager
def a_chart_sheet() -> Iterator[None]:
    book = load_workbook(MASTER)
    book.create_chartsheet("Chart")
    book.save(MASTER)
    yield


@contextmanager
def a_row_twice() -> Iterator[None]:
    remade(Path(), **{"xl/worksheets/sheet1.xml": sheet_xml('<row r="1"/><row r="1"/>').encode()}).replace(MASTER)
    yield
    resave()


def write(changes: dict[str, dict[str, object]], target: str = "out.xlsx") -> Callable[[], object]:
    """A call of ``set_cells`` on the master."""
    return lambda: set_cells(MASTER, target, changes)  # type: ignore[arg-type]


def paper(layout: str) -> Callable[[], object]:
    """A call that writes the master's appendix in a layout."""
    return lambda: write_appendix(read_plan(MASTER), "paper.xlsx", layout=layout)


OTHERWISE = "open it in Excel and save it as .xlsx"
REMEDIES = (
    # Files that cannot be read.
    Remedy(
        "MissingFileError",
        nothing,
        "show mastr.xlsx",
        "mastr.xlsx: there is no such file; check the name and the folder.",
        advice="show master.xlsx",
    ),
    Remedy(
        "NotAFileError",
        nothing,
        "show .",
        ".: this is a folder, not a workbook; name the workbook itself.",
        advice="show ./master.xlsx",
    ),
    Remedy(
        "FormAsPlanError",
        forms,
        "check 'forms/AD Ports.xlsx'",
        "AD Ports.xlsx: this is a form that an owner was sent, and not the plan; name the plan it was made from, "
        "master.xlsx, and give the form to peerxl collect.",
        "H1",
        "check master.xlsx",
    ),
    Remedy(
        "ListAsPlanError",
        forms,
        "check chase-list.xlsx",
        "chase-list.xlsx: this is a chase list that peerxl made, and not the plan; give the plan that it was made from.",
        "H1",
        "check master.xlsx",
    ),
    Remedy(
        "OtherDocumentError",
        a_word_document,
        "check plan.docx",
        "plan.docx: this is a Word document, and no workbook; give the workbook itself, or copy the table into one and "
        "save it as .xlsx.",
        "H1",
        "check master.xlsx",
    ),
    Remedy(
        "PaperAsPlanError",
        a_paper,
        "chase paper.xlsx --out out",
        "paper.xlsx: this is an appendix that peerxl wrote, and not the plan; give the plan that it was written of, or "
        "where that is lost make a plan of this one with peerxl adopt.",
        "Repair the pier",
        "adopt paper.xlsx",
    ),
    Remedy(
        "UnreadableFileError",
        no_permission,
        "show master.xlsx",
        "master.xlsx: the file cannot be opened (Permission denied); close it elsewhere or ask for access to it.",
    ),
    Remedy(
        "NotAWorkbookError",
        content(b"Ref,Action,Owner"),
        "show master.xlsx",
        f"master.xlsx: this is not an Excel workbook (its content is something else); {OTHERWISE}.",
    ),
    Remedy(
        "OldWorkbookError",
        content(OLE),
        "show master.xlsx",
        f"master.xlsx: this is an Excel 97-2003 workbook under another name; {OTHERWISE}.",
    ),
    Remedy(
        "EncryptedWorkbookError",
        content(OLE + "EncryptedPackage".encode("utf-16-le")),
        "show master.xlsx",
        "master.xlsx: the workbook is protected by a password; remove it in Excel (File, Info, Protect Workbook) and "
        "save.",
    ),
    Remedy(
        "UnsafeWorkbookError",
        member("../evil.xml"),
        "show master.xlsx",
        "master.xlsx: not opened, because its part '../evil.xml' points outside it; open it in Excel and save it again "
        "as .xlsx.",
    ),
    Remedy(
        "DuplicatePartError",
        member("XL/workbook.xml"),
        write({"Plan": {"E4": "Completed"}}),
        "master.xlsx: not opened, because it has two parts called 'XL/workbook.xml'; open it in Excel and save it again "
        "as .xlsx.",
        "done",
    ),
    Remedy(
        "EntityError",
        member("docProps/more.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        write({"Plan": {"E4": "Completed"}}),
        "master.xlsx: not opened, because its part 'docProps/more.xml' declares entities of its own; open it in Excel "
        "and save it again as .xlsx.",
        "done",
    ),
    # Options and settings.
    Remedy(
        "QuarterUnreadableError",
        nothing,
        "show master.xlsx --quarter soon",
        "'soon' is no quarter; write it as \"Q3 2023/24\".",
        advice="show master.xlsx --quarter 'Q3 2023/24'",
    ),
    Remedy(
        "NoQuarterError",
        no_quarter,
        "appendix master.xlsx -o appendix.xlsx",
        'master.xlsx: nothing says which quarter this is; add --quarter "Q3 2023/24" or a Settings sheet with it.',
        "wrote appendix.xlsx",
        "appendix master.xlsx -o appendix.xlsx --quarter 'Q3 2023/24'",
    ),
    Remedy(
        "NoQuarterError",
        no_quarter_yet,
        "appendix master.xlsx -o appendix.xlsx",
        'master.xlsx: nothing says which quarter this is; add --quarter "Q3 2023/24" or a Settings sheet with it.',
        "wrote appendix.xlsx",
    ),
    Remedy(
        "a finding",
        a_quarter_with_one_year,
        "check master.xlsx",
        "master.xlsx!Plan!D4: advice: H1: The timescale 'Q3 2023' names a quarter with one year, which is read as the "
        "fiscal year that starts in it, so it counts as due by 31 December 2023; write Fiscal or Calendar beside “Q1 "
        "2023 means” on a Settings sheet. [timescale-uncertain]",
        "AD Ports  Q2 2023/24",
        "show master.xlsx",
    ),
    Remedy(
        "ColumnError",
        nothing,
        "show master.xlsx --column status",
        "'status' has no = in it; write it as --column status=F.",
        advice="show master.xlsx --column status=F",
    ),
    Remedy(
        "ColumnError",
        nothing,
        "show master.xlsx --column staus=F",
        "'staus=F' names no field or no column (fields: ref, theme, recommendation, action, timescale, original "
        "timescale, owner, status, comment, evidence, date raised, date updated, date closed, overall "
        "status, earlier status, earlier comment); write it as --column "
        "status=F.",
        advice="show master.xlsx --column status=F",
    ),
    Remedy(
        "NoTrackerError",
        no_headings,
        "show master.xlsx",
        "master.xlsx: no sheet has a row of headings that make a plan; if it is one all the same, say where its actions "
        "are with --header-row 3 --column action=A.",
        "three",
        "show master.xlsx --header-row 3 --column action=A",
    ),
    Remedy(
        "NoTrackerError",
        rows_without_headings,
        "show master.xlsx",
        "master.xlsx: no sheet has a row of headings that make a plan; if it is one all the same, write headings above row "
        "1 of 'Plan', with Action, Owner and Status where these stand.",
        "Light the pier",
    ),
    Remedy(
        "NoTrackerError",
        headings_of_another_language,
        "show master.xlsx",
        "master.xlsx: no sheet has a row of headings that make a plan; if it is one all the same, say where its actions "
        "are with --header-row 1 --column action=B (and likewise its owner, timescale and status).",
        "AD Ports",
        "show master.xlsx --header-row 1 --column action=B --column owner=C --column timescale=D --column status=E",
    ),
    Remedy(
        "NoTrackerError",
        actions_that_are_nowhere,
        "show master.xlsx",
        "master.xlsx: sheet 'Plan' is no tracker: its headings in row 1 name ref (A 'Ref'), owner (B 'Owner'), status (C "
        "'Status') and timescale (D 'Due date'), but no actions; if it is one, write what is to be done in each row in a "
        "column headed Action, or say where its actions are with --column action=F.",
        "Repair the pier",
    ),
    Remedy(
        "NoTrackerError",
        no_actions_column,
        "show master.xlsx",
        "master.xlsx: sheet 'Plan' is no tracker: its headings in row 3 name ref (A 'Ref'), owner (C 'Owner') and status "
        "(D 'Status'), but no actions or date; if it is one, say where its actions are with --column action=B.",
        "Pier",
        "show master.xlsx --column action=B",
    ),
    Remedy(
        "NoTrackerError",
        nothing,
        "show master.xlsx --header-row 1",
        "master.xlsx: sheet 'Plan' is no tracker: its headings in row 1 name no actions, owner, date or status; if it is "
        "one, say where its actions are with --column action=B (or another of B, D, E, F).",
        "Repair the pier",
        "show master.xlsx --header-row 1 --column action=B",
    ),
    Remedy(
        "NoActionsError",
        no_actions,
        "appendix master.xlsx -o appendix.xlsx",
        "master.xlsx: the plan has no action yet; write the first one under its headings.",
        "wrote appendix.xlsx",
    ),
    Remedy(
        "actions-missing",
        no_actions,
        "check master.xlsx",
        "master.xlsx!Plan: warning: The plan has no action yet, so there is nothing to ask about or to publish; write the "
        "first one under its headings. [actions-missing]",
        "[action-due]",
    ),
    Remedy(
        "UnknownSheetError",
        nothing,
        "show master.xlsx --sheet Plans",
        "master.xlsx: there is no sheet 'Plans'; it has 'Plan'.",
        advice="show master.xlsx --sheet Plan",
    ),
    Remedy(
        "FarCellError",
        cells_far_away,
        "show master.xlsx",
        "master.xlsx: a sheet has something in it as far out as XFD1047800, far from any table; clear the cells out "
        "there and save.",
    ),
    Remedy(
        "NoSuchColumnError",
        nothing,
        "show master.xlsx --column status=Z",
        "'status=Z' is a column the plan does not have; name one up to F.",
        advice="show master.xlsx --column status=F",
    ),
    Remedy(
        "SettingError",
        setting("Settings", (("Reporting quarter", "soon"),), "B1", "Q3 2023/24"),
        "show master.xlsx",
        "master.xlsx!Settings!B1: 'soon' is no quarter; write it as \"Q3 2023/24\".",
    ),
    Remedy(
        "SettingError",
        setting("Settings", (("First month of the year", "4th"),), "B1", "April"),
        "show master.xlsx",
        "master.xlsx!Settings!B1: '4th' is no month; write it in full, as \"April\".",
    ),
    Remedy(
        "SettingError",
        setting("Settings", (("Days to reply", "ten"),), "B1", "14"),
        "show master.xlsx",
        "master.xlsx!Settings!B1: 'ten' is no number of days; write it in figures, as \"14\".",
    ),
    Remedy(
        "SettingError",
        setting("Statuses", (("Status", "Counts as"), ("Sliding", "maybe")), "B2", "Open"),
        "show master.xlsx",
        'master.xlsx!Statuses!B2: \'maybe\' must be "Open" or "Closed" so that the status counts as one of them.',
    ),
    Remedy(
        "ReplyDayError",
        nothing,
        f"chase master.xlsx --out . {TODAY} --reply-by 2024-01-07",
        "2024-01-07: nobody can reply by then, as today is 2024-01-08; give a later day with --reply-by.",
        "1 owner asked",
        f"chase master.xlsx --out . {TODAY} --reply-by 2024-01-09",
    ),
    Remedy(
        "CalendarEndError",
        nothing,
        "chase master.xlsx --out . --today 9999-12-31",
        "14 days from 9999-12-31 is past the end of the calendar; give an earlier day with --today.",
        "1 owner asked",
        f"chase master.xlsx --out . {TODAY}",
    ),
    Remedy(
        "a day",
        nothing,
        "chase master.xlsx --out . --today tomorrow",
        "Error: Invalid value for '--today': 'tomorrow' is no day; write it as 2024-01-31.",
        "1 owner asked",
        "chase master.xlsx --out . --today 2024-01-31",
    ),
    Remedy(
        "a year",
        nothing,
        "timescale --year soon Q1",
        "Error: Invalid value for --year: 'soon' is no fiscal year; write it as \"2023/24\".",
        "Q1 2023/24",
        "timescale --year 2023/24 Q1",
    ),
    Remedy(
        "options of --fix",
        nothing,
        "check master.xlsx --dry-run",
        "Error: --timescales, --dry-run, --record and --no-record go with --fix.",
        "nothing was written",
        "check master.xlsx --dry-run --fix",
    ),
    # Files that cannot be written.
    Remedy(
        "OutputIsMasterError",
        nothing,
        "appendix master.xlsx -o master.xlsx --force",
        "master.xlsx: this is the plan itself, which is never overwritten; give the output another name.",
        "wrote appendix.xlsx",
        "appendix master.xlsx -o appendix.xlsx --force",
    ),
    Remedy(
        "OutputIsInputError",
        settings_beside,
        "check master.xlsx --settings words.xlsx --report words.xlsx --force",
        "words.xlsx: this file is read too, and what is read is never overwritten; give the output another name.",
        "action-due",
        "check master.xlsx --settings words.xlsx --report findings.xlsx --force",
    ),
    Remedy(
        "LayoutUnknownError",
        nothing,
        paper("everything"),
        "'everything' is no layout of the appendix; use one of full, exceptions, open, progress, position-statement.",
        "done",
        paper("exceptions"),
    ),
    Remedy(
        "OutputNameError",
        nothing,
        "check master.xlsx --report findings.pdf",
        "findings.pdf: what is written is an Excel workbook; give it a name that ends in .xlsx.",
        "Completd",
        "check master.xlsx --report findings.xlsx",
    ),
    Remedy(
        "PaperNameError",
        nothing,
        "appendix master.xlsx -o appendix.doc",
        "appendix.doc: the ending says what is written; give it a name that ends in .xlsx, .docx, .pdf, .html or .csv.",
        "wrote appendix.html",
        "appendix master.xlsx -o appendix.html",
    ),
    Remedy(
        "MissingExtraError",
        without_typst,
        "appendix master.xlsx -o appendix.pdf",
        "a PDF needs a library more; in the folder that peerxl was installed from, "
        'install it with: pip install ".[paper]"',
        "wrote appendix.pdf",
    ),
    Remedy(
        "MissingExtraError",
        a_template_without_docxtpl,
        "appendix master.xlsx -o appendix.docx --template council.docx",
        "a Word document in your own needs a library more; in the folder that peerxl was installed from, "
        'install it with: pip install ".[word]"',
        "wrote appendix.docx",
    ),
    Remedy(
        "MissingExtraError",
        without_pyarrow,
        "export master.xlsx -o plan.parquet",
        "Parquet needs a library more; in the folder that peerxl was installed from, "
        'install it with: pip install ".[data]"',
        "wrote plan.parquet",
    ),
    Remedy(
        "NoWorkbooksError",
        an_empty_folder,
        "portfolio plans",
        "plans: there is no workbook; name a folder, a pattern or an address that has some.",
        "1 workbook: 1 read, 0 not",
    ),
    Remedy(
        "a plan that is counted twice",
        a_second_copy,
        "portfolio .",
        "counted twice: all actions of second.xlsx are in master.xlsx too; leave one of them out with "
        "--leave-out second.xlsx",
        "1 workbook: 1 read, 0 not",
        "portfolio . --leave-out second.xlsx",
    ),
    Remedy(
        "SeveralLeftOutError",
        plans_of_one_name,
        "portfolio north south --leave-out plan.xlsx",
        "plan.xlsx: 2 workbooks are called so; name the one to leave out with its folder: north/plan.xlsx or "
        "south/plan.xlsx.",
        "1 workbook: 1 read, 0 not",
        "portfolio north south --leave-out south/plan.xlsx",
    ),
    Remedy(
        "NothingLeftOutError",
        nothing,
        "portfolio . --leave-out copy.xlsx",
        "copy.xlsx: no workbook is called so; name the one to leave out as the portfolio lists it.",
        "1 workbook: 1 read, 0 not",
        "portfolio .",
    ),
    Remedy(
        "UnreachableAddressError",
        nothing,
        "portfolio nosuch://plans/*.xlsx",
        "nosuch://plans/*.xlsx: nothing can be had from there (Protocol not known: nosuch); check the address and your "
        "access.",
        "1 workbook: 1 read, 0 not",
        "portfolio ./*.xlsx",
    ),
    Remedy(
        "SchedulerError",
        nothing,
        "portfolio . --scheduler tcp://127.0.0.1:9",
        "tcp://127.0.0.1:9: no scheduler answers there (Connection refused); start one (dask scheduler), or leave out "
        "--scheduler.",
        "1 workbook: 1 read, 0 not",
        "portfolio .",
    ),
    Remedy(
        "NotInFontsError",
        a_character_no_font_has,
        "appendix master.xlsx -o appendix.pdf",
        "Plan!F4: the fonts of a PDF have no way to show '中' (cjk unified ideograph-4e2d); put it in words, or publish the "
        "paper as .docx or .html.",
        "wrote appendix.html",
        "appendix master.xlsx -o appendix.docx -o appendix.html",
    ),
    Remedy(
        "TemplateError",
        template("Our paper"),
        "appendix master.xlsx -o appendix.docx --template council.docx",
        "council.docx: the template cannot be used: no paragraph of it says where the tables go; write {{ tables }} in one, "
        "alone.",
        "wrote appendix.docx",
    ),
    Remedy(
        "TemplateError",
        template("{{ name }}"),
        "appendix master.xlsx -o appendix.docx --template council.docx",
        "council.docx: the template cannot be used: 'name' is undefined; the words to use are {{ title }}, {{ council }}, "
        "{{ subject }}, {{ date }}, {{ tables }}.",
        "wrote appendix.docx",
    ),
    Remedy(
        "UnusedTemplateError",
        template("{{ tables }}"),
        "appendix master.xlsx -o appendix.pdf --template council.docx",
        "council.docx: a template is for a Word document; name one that ends in .docx with -o.",
        "wrote appendix.docx",
        "appendix master.xlsx -o appendix.pdf -o appendix.docx --template council.docx",
    ),
    Remedy(
        "MergedPaperError",
        nothing,
        "appendix master.xlsx -o appendix.html --merged",
        "appendix.html: only a workbook can have merged cells; leave out --merged, or write an .xlsx alone.",
        "wrote appendix.xlsx",
        "appendix master.xlsx -o appendix.xlsx --merged",
    ),
    Remedy(
        "SamePaperError",
        nothing,
        "appendix master.xlsx -o appendix.csv -o ./appendix.csv",
        "appendix.csv: this name was given twice; give each paper its own.",
        "wrote appendix.html",
        "appendix master.xlsx -o appendix.csv -o appendix.html",
    ),
    Remedy(
        "OutputEndingError",
        forms,
        "collect master.xlsx forms --output merged.xlsm",
        "merged.xlsm: the copy is a workbook of the plan's own kind; give it a name that ends in .xlsx.",
        "merged into merged.xlsx",
        "collect master.xlsx forms --output merged.xlsx",
    ),
    Remedy(
        "SameOutputError",
        forms,
        "collect master.xlsx forms --output merged.xlsx --report merged.xlsx --force",
        "merged.xlsx: two files cannot have one name; give the report or the merged plan another.",
        "merged into merged.xlsx",
        "collect master.xlsx forms --output merged.xlsx --report report.xlsx --force",
    ),
    Remedy(
        "OutputExistsError",
        an_appendix_of_somebody_else,
        "appendix master.xlsx -o appendix.xlsx",
        "appendix.xlsx: there is a different file of this name already, so nothing was written; move it away, or add "
        "--force to replace it.",
        "wrote appendix.xlsx",
        "appendix master.xlsx -o appendix.xlsx --force",
    ),
    Remedy(
        "NotSavedError",
        a_file_for_a_folder,
        "appendix master.xlsx -o papers/appendix.xlsx",
        "papers/appendix.xlsx: not saved (File exists); close the file elsewhere, or choose another folder.",
        "wrote others/appendix.xlsx",
        "appendix master.xlsx -o others/appendix.xlsx",
    ),
    Remedy(
        "a master without a name",
        nothing,
        "adopt master.xlsx",
        "nothing was written; name the master with -o",
        "wrote new.xlsx",
        "adopt master.xlsx -o new.xlsx",
    ),
    # The master, which others change too.
    Remedy(
        "MasterReadOnlyError",
        a_read_only_master,
        "check master.xlsx --fix",
        "master.xlsx: the workbook is read-only, so nothing was written; let it be changed (in its properties) and "
        "start again.",
        "1 cell put right",
    ),
    Remedy(
        "LinkedMasterError",
        linked_elsewhere,
        "check master.xlsx --fix",
        "master.xlsx: the file has a second name elsewhere (a hard link), which would keep the plan as it was, so nothing "
        "was written; make a copy of the file, put it in this one's place and start again.",
        "1 cell put right",
    ),
    Remedy(
        "MasterOpenError",
        open_in_excel,
        "check master.xlsx --fix",
        "master.xlsx: somebody has the workbook open ('~$master.xlsx' lies beside it), so nothing was written; close "
        "it, or delete '~$master.xlsx' where nobody has.",
        "1 cell put right",
    ),
    Remedy(
        "MasterBusyError",
        another_run,
        "check master.xlsx --fix",
        "master.xlsx: another run is at work in its folder, so nothing was written; start again when it is done.",
        "1 cell put right",
    ),
    Remedy(
        "MasterChangedError",
        saved_meanwhile,
        "check master.xlsx --fix",
        "master.xlsx: the workbook was changed since it was read, so nothing was written; start again.",
        "1 cell put right",
    ),
    Remedy(
        "SignedWorkbookError",
        a_signature,
        "check master.xlsx --fix",
        "master.xlsx: the workbook is digitally signed and a change would break the signature; remove the signature in "
        "Excel (File, Info, View Signatures) or write into an unsigned copy.",
        "1 cell put right",
    ),
    Remedy(
        "LockedCellError",
        a_protected_sheet,
        "check master.xlsx --fix",
        "master.xlsx!Plan!E5: the cell is locked and its sheet protected; unlock it in Excel (Review, Unprotect "
        "Sheet).",
        "1 cell put right",
    ),
    # Returns and what they change.
    Remedy(
        "NoReturnsError",
        a_folder_without_forms,
        "collect master.xlsx returned",
        "returned: there is no workbook to collect; save the forms that came back there.",
        "0 changes, 0 conflicts, 0 refused",
    ),
    Remedy(
        "NoColumnError",
        no_column_for_the_quarter,
        "collect master.xlsx forms --quarter 'Q2 2023/24'",
        "master.xlsx!Plan: the plan has no column for the answers of Q2 2023/24, so nothing was written; add a column "
        "headed “Quarter 2 update” and collect again.",
        "1 change, 0 conflicts, 0 refused",
    ),
    Remedy(
        "EarlierYearError",
        the_plan_of_the_next_year,
        "collect master.xlsx forms --quarter 'Q1 2023/24'",
        "master.xlsx!Plan: the plan begins with Q1 2024/25, so nothing was written of the answers of Q1 2023/24; "
        "collect them into the plan of 2023/24, or send new forms.",
        "1 change, 0 conflicts, 0 refused",
        "collect last.xlsx forms",
    ),
    Remedy(
        "NowhereError",
        nowhere_to_put_an_answer,
        f"chase master.xlsx --out . {TODAY} --quarter 'Q2 2023/24'",
        "master.xlsx!Plan: there is no column for the status and the comment of Q2 2023/24, so that is not asked; add "
        'columns headed “Quarter 2 update” and “Quarter 2 comments”, or run peerxl next with --quarter "Q1 2023/24".',
        "1 owner asked about 1 action for Q2 2023/24",
    ),
    Remedy(
        "FilledFormError",
        a_form_that_was_filled_in,
        f"chase master.xlsx --out . {LATER}",
        "forms/AD Ports.xlsx: this form is not as it was made, so somebody may have filled it in, and nothing was "
        "written; move it to the folder 'returned' beside the folder 'forms' and start again.",
        "1 owner written to (1 reminded) about 1 action",
    ),
    Remedy(
        "PapersDayError",
        setting(
            "Settings",
            (("Committee dates", "16 January 2024"), ("Papers due", "15 January 2024")),
            "B2",
            "8 January 2024",
        ),
        "calendar master.xlsx",
        "The papers are due on 15/01/2024, but for a meeting on 16/01/2024 they must be published by 08/01/2024; change one "
        "of the two dates on the Settings sheet.",
        "The committee hears Q1 2023/24",
    ),
    Remedy(
        "CalendarSettingsError",
        setting("Settings", (("Copy to Reports to after", "20"),), "B1", "5"),
        f"chase master.xlsx --out . {TODAY}",
        "master.xlsx!Settings: a director learns no earlier than whom the owner reports to, the chief executive last; change "
        "the days there.",
        "1 owner asked about",
    ),
    Remedy(
        "ServerError",
        a_plan_with_owners,
        f"chase master.xlsx --out . {TODAY} --send",
        "The mail server cannot be used: none is named; give it with --server smtp://mail.council.example:587, or as the "
        "Mail server on the Settings sheet.",
        "AD Ports: not sent, to be tried again at the next run: No connection to 127.0.0.1:9",
        f"chase master.xlsx --out . {TODAY} --send --server smtp://127.0.0.1:9",
    ),
    Remedy(
        "NoSenderError",
        a_plan_without_owners,
        f"chase master.xlsx --out . {TODAY} --send --server smtp://127.0.0.1:9",
        "master.xlsx: nobody is named as the sender of the mails; put the Coordinator on the Settings sheet, and their "
        "address on the Owners sheet.",
        "AD Ports: not sent, to be tried again at the next run: No connection to 127.0.0.1:9",
    ),
    Remedy(
        "LetterError",
        partial(a_letter, "ask subject", "{{ surname }}", ("ask subject", "{{ name }}")),
        f"chase master.xlsx --out . {TODAY}",
        "master.xlsx!Letters!B2: the letter “ask subject” has the merge word “surname”, which nobody knows; the merge words "
        "are owner, name, plan, council, quarter, number, reply_by, asked_on, days_late, coordinator, others, told, form, "
        "table.",
        "1 owner asked about",
    ),
    Remedy(
        "NoSuchLetterError",
        partial(a_letter, "thanks", "Thank you.", ("ask", "Please.")),
        f"chase master.xlsx --out . {TODAY}",
        "master.xlsx!Letters!B2: there is no letter “thanks”; the letters are ask subject, ask, reminder subject, reminder, "
        "escalation subject, escalation, notice subject, notice.",
        "1 owner asked about",
    ),
    *(
        Remedy(
            "RecordFolderError",
            a_file_in_the_way_of_the_record,
            f"chase master.xlsx --out . {TODAY}",
            ".peerxl/record: what is done cannot be remembered there (File exists); keep the record elsewhere with "
            "--record DIR, or go on without a memory with --no-record.",
            "1 owner asked about",
            f"chase master.xlsx --out . {TODAY} {option}",
        )
        for option in ("--record elsewhere", "--no-record")
    ),
    Remedy(
        "SettlementError",
        an_answer_to_a_row_that_was_changed,
        "collect master.xlsx forms --accept H1",
        "'H1' settles nothing; write it as PEER05.01.status=theirs, with status, comment or date, and theirs, mine, both "
        "or an owner's name; a refused line as FORM.xlsx:8, a status word as “Delayed counts as On hold”.",
        "1 change, 0 conflicts, 0 refused",
        "collect master.xlsx forms --accept H1.status=theirs",
    ),
    Remedy(
        "a conflict",
        an_answer_to_a_row_that_was_changed,
        "collect master.xlsx forms",
        "conflict: Plan!E4: H1: AD Ports answers “Completed”; the plan says “On hold” now, and was “In progress” "
        "when the form was made [--accept H1.status=theirs or --accept H1.status=mine]",
        "1 change, 0 conflicts, 0 refused",
        "collect master.xlsx forms --accept H1.status=theirs",
    ),
    Remedy(
        "another-quarter",
        a_plan_that_has_moved_on,
        "collect master.xlsx forms",
        "refused: AD Ports.xlsx!Your actions!G8: H1: the form asks about Q1 2023/24 and the plan reports on Q2 2023/24; "
        'send a new form, or add --quarter "Q1 2023/24" (status “Completed”). [another-quarter]',
        "1 change, 0 conflicts, 0 refused",
        "collect master.xlsx forms --quarter 'Q1 2023/24'",
    ),
    Remedy(
        "a change that cannot be taken back",
        a_fix_that_was_overwritten,
        "undo master.xlsx",
        "  undo --forget gives this change up; the one before it is next",
        "0 cells taken back, 1 left alone",
        "undo master.xlsx --forget",
    ),
    Remedy(
        "ColumnsNotAddedError",
        something_to_the_right,
        "next master.xlsx",
        "master.xlsx!Plan: no columns can be added there because something stands to the right of the plan, in G to H; "
        "add them in Excel.",
        "the plan has moved on from Q1 2023/24 to Q2 2023/24",
    ),
    Remedy(
        "QuarterWordsError",
        a_title_with_a_day,
        "next master.xlsx",
        "master.xlsx!Plan!A1: “Harbour action plan Q1 2023/24 (as at 30 June 2023)” cannot be moved on to Q2 2023/24; "
        "write “Q1 2023/24” there, with no month beside it, and run next again.",
        "the plan has moved on from Q1 2023/24 to Q2 2023/24",
    ),
    Remedy(
        "QuarterInNameError",
        a_quarter_in_the_sheet_s_name,
        "next master.xlsx",
        "master.xlsx!Harbour plan Q1 2023-24: only the sheet's name, or the file's, says that the plan reports Q1 "
        "2023/24; say it in the title above the plan or on a Settings sheet, and run next again.",
        "the plan has moved on from Q1 2023/24 to Q2 2023/24",
    ),
    Remedy(
        "RereadError",
        a_status_of_any_quarter,
        "next master.xlsx",
        "master.xlsx!Plan!E4: it would be read as an answer of Q2 2023/24 once the plan has moved on, and is one of Q1 "
        "2023/24; head its column, in E3, “Q1 2023/24 status” and the one in F3 “Q1 2023/24 comments”, and run next again.",
        "new column H, headed “Q2 2023/24 comments”",
    ),
    Remedy(
        "NoModelColumnError",
        no_status_at_all,
        "next master.xlsx",
        "master.xlsx!Plan: there is no column for the status of Q2 2023/24, nor one that it could be made like; add a "
        "column headed “Q1 2023/24 status” and run next again.",
        "the plan has moved on from Q1 2023/24 to Q2 2023/24",
    ),
    Remedy(
        "ChangedSinceError",
        a_plan_saved_since_it_moved_on,
        "undo master.xlsx",
        "master.xlsx: the plan was saved since its change of 08/01/2024 at 09:30, so that is not taken back; put in "
        "its place master 2024-01-08 093000.xlsx from .peerxl/backup beside it, or give the change up with --forget.",
        "“peerxl next” of 8 January 2024 at 09:30:",
        "undo master.xlsx --forget",
    ),
    Remedy(
        "SameActionError",
        last_quarter_s_file,
        "adopt master.xlsx --same H1=4",
        "--same H1=4: there is no last year's plan to look in; name it with --from-last.",
        "Repair the pier",
        "adopt master.xlsx --same H1=4 --from-last last.xlsx",
    ),
    Remedy(
        "PairError",
        last_quarter_s_file,
        "movement master.xlsx --same H1=H1",
        "--same H1=H1: two files have to be named, in which the two actions are.",
        "What changed from",
        "movement last.xlsx master.xlsx --same H1=H1",
    ),
    Remedy(
        "NothingToUndoError",
        a_fix_taken_back,
        "undo master.xlsx",
        "master.xlsx: there is no change to take back; earlier copies are in .peerxl/backup beside it.",
        "'Completd' is another spelling of 'Completed'",
        "check master.xlsx",
    ),
    Remedy(
        "UndoLogUnreadableError",
        a_broken_record,
        "undo master.xlsx",
        "master.xlsx: the record of its changes cannot be read; take an earlier copy from .peerxl/backup beside it instead.",
        "'Completd' is another spelling of 'Completed'",
        "check master.xlsx",
    ),
    # What is remembered.
    Remedy(
        "CopiedPlanError",
        a_copy_of_the_plan,
        f"chase copy.xlsx --out again {LATER}",
        "copy.xlsx: master.xlsx beside it has asked AD Ports the same for Q1 2023/24, on 08/01/2024, and nobody is asked "
        "twice; chase that one, or move it into another folder if this is the plan from now on.",
        "reminded, 1 question, to reply by 22 January 2024",
    ),
    Remedy(
        "StatusWordError",
        a_word_that_nobody_knows,
        "collect master.xlsx forms --accept 'Becalmed counts as On hold'",
        'master.xlsx: --accept "Becalmed counts as On hold" cannot be remembered, and nothing was written: the plan has no '
        "Statuses sheet; add one with the headings Status, Counts as and Also written as, and under them a row for each "
        f"status: {STATUS_ROWS}.",
        "“Becalmed” counts as On hold from now on",
    ),
    Remedy(
        "RecordFolderError",
        a_file_in_the_way_of_the_record,
        "check master.xlsx --fix",
        ".peerxl/record: what is done cannot be remembered there (File exists); keep the record elsewhere with --record "
        "DIR, or go on without a memory with --no-record.",
        "1 cell put right",
        "check master.xlsx --fix --record memory",
    ),
    Remedy(
        "a plan without a memory",
        a_file_in_the_way_of_the_record,
        "check master.xlsx --fix",
        ".peerxl/record: what is done cannot be remembered there (File exists); keep the record elsewhere with --record "
        "DIR, or go on without a memory with --no-record.",
        "1 cell put right",
        "check master.xlsx --fix --no-record",
    ),
    Remedy(
        "NothingOfThatNameError",
        nothing,
        "history master.xlsx H9",
        "master.xlsx: neither an action nor an owner is called 'H9', in the plan or in its record; give the ref as the "
        'plan has it, the row ("row 7") or the first words of an action without one, or the owner\'s name, in quotation '
        "marks.",
        "Nothing is on the record.",
        'history master.xlsx "AD Ports"',
    ),
    # What the public would read.
    Remedy(
        "PersonalDataError",
        an_address,
        "appendix master.xlsx -o paper.xlsx",
        "master.xlsx: the paper would publish personal data: Plan!F4 (an email address); take it out, or publish it all the "
        "same with --allow personal-data.",
        "wrote paper.xlsx",
        "appendix master.xlsx -o paper.xlsx --allow personal-data",
    ),
    Remedy(
        "UnpublishableError",
        a_hidden_sheet_in_the_paper,
        "appendix master.xlsx -o paper.xlsx",
        "master.xlsx: the paper would hold a hidden sheet in Pay; delete it, or write it all the same with --override "
        '"the reason", which is kept on the record.',
        "wrote paper.xlsx",
        'appendix master.xlsx -o paper.xlsx --override "the reason"',
    ),
    Remedy(
        "NotCleanableError",
        a_formula_without_a_result,
        "publish-check master.xlsx --clean clean.xlsx",
        "master.xlsx!Plan!F4: no clean copy was written, because this formula has no result in the file; open it in Excel, "
        "save it, and try again.",
        "wrote clean.xlsx",
    ),
    Remedy(
        "UnexplainedStatusError",
        a_colour_word,
        "appendix master.xlsx -o paper.xlsx --strict",
        "master.xlsx: nothing says what “Amber” counts as, in Plan!E4; use a word of the plan, or say on a Statuses sheet what each "
        "counts as.",
        "wrote paper.xlsx",
    ),
    # Cells that a script writes.
    Remedy(
        "NoCellsError",
        a_chart_sheet,
        write({"Chart": {"A1": "x"}}),
        "master.xlsx!Chart: this is a chart and has no cells to write to; name a worksheet.",
        "done",
        write({"Plan": {"A1": "x"}}),
    ),
    Remedy(
        "CellAddressError",
        nothing,
        write({"Plan": {"E": "x"}}),
        "master.xlsx!Plan: 'E' names no cell; write it as \"E9\", up to XFD1048576.",
        "done",
        write({"Plan": {"E9": "x"}}),
    ),
    Remedy(
        "NotCellValueError",
        nothing,
        write({"Plan": {"E4": ["x"]}}),
        "master.xlsx!Plan!E4: a cell cannot hold ['x']; give text, a number, a day, true or false, or None to empty it.",
        "done",
        write({"Plan": {"E4": "x"}}),
    ),
    Remedy(
        "UnwritableValueError",
        nothing,
        write({"Plan": {"E4": 2**60 + 1}}),
        "master.xlsx!Plan!E4: a cell cannot hold 1152921504606846977, because a cell holds no more than 15 digits; write "
        "it as text.",
        "done",
        write({"Plan": {"E4": str(2**60 + 1)}}),
    ),
    Remedy(
        "TwoValuesError",
        nothing,
        write({"Plan": {"E4": "x", "$E$4": "y"}}),
        "master.xlsx!Plan!E4: the cell was given two different values; name it once, a merged block by one cell.",
        "done",
        write({"Plan": {"E4": "x"}}),
    ),
    Remedy(
        "UnwritableCharacterError",
        nothing,
        write({"Plan": {"E4": "\x02"}}),
        "master.xlsx!Plan!E4: the text holds a character that Excel cannot (U+0002); type the text anew.",
        "done",
        write({"Plan": {"E4": "x"}}),
    ),
    Remedy(
        "TextTooLongError",
        nothing,
        write({"Plan": {"E4": "x" * 32_768}}),
        "master.xlsx!Plan!E4: the text has 32,768 characters and Excel holds 32,767; shorten it.",
        "done",
        write({"Plan": {"E4": "x" * 32_767}}),
    ),
    Remedy(
        "FormulaCellError",
        a_formula,
        write({"Plan": {"F4": "x"}}),
        "master.xlsx!Plan!F4: the cell holds a formula, so nothing was written; remove the formula in Excel.",
        "done",
    ),
    Remedy(
        "TableHeadingError",
        a_table,
        write({"Plan": {"A3": "No."}}),
        "master.xlsx!Plan!A3: the cell is a heading of the table 'Actions'; change it in Excel.",
        "No.",
        "show master.xlsx --explain",
    ),
    Remedy(
        "OddSheetError",
        a_row_twice,
        write({"Plan": {"A1": "x"}}),
        "master.xlsx!Plan: nothing was written, because the sheet has row 1 twice; open the workbook in Excel and save "
        "it.",
        "done",
    ),
    Remedy(
        "BinaryWorkbookError",
        content(OLE),
        lambda: set_cells(shutil.copy(MASTER, "old.xls"), "out.xlsx", {}),
        f"old.xls: cells cannot be written into an Excel 97-2003 workbook; {OTHERWISE}.",
        "done",
        write({"Plan": {"E4": "x"}}),
    ),
    # What is found in a plan.
    Remedy(
        "quarter-unknown",
        no_quarter,
        "check master.xlsx",
        "master.xlsx!Plan: advice: Nothing says which quarter this is, so what is due or late was not checked; add "
        '--quarter "Q3 2023/24". [quarter-unknown]',
        "[action-overdue]",
        "check master.xlsx --quarter 'Q3 2023/24'",
    ),
    Remedy(
        "NoEarlierQuarterError",
        last_quarter_s_file,
        "movement master.xlsx",
        "master.xlsx: the plan has no columns of a quarter before Q1 2023/24, so nothing says what moved; "
        "name last quarter's file before it.",
        advice="movement last.xlsx master.xlsx",
    ),
    Remedy(
        "AppendixColumnError",
        a_column_that_there_is_not,
        "appendix master.xlsx -o paper.xlsx",
        "master.xlsx: the setting Appendix columns names 'Costs', which is no column; name on the Settings sheet some of "
        "Theme, Recommendation, Ref, Action, Timescale, First date, Owner, Status, Comments, Why it is here, How late, "
        "Evidence, Impact.",
        gets="wrote paper.xlsx",
    ),
    Remedy(
        "NothingToSayError",
        nothing,
        "appendix master.xlsx -o paper.xlsx --sheets what-changed",
        "master.xlsx: there is nothing to say in what-changed, so no paper was written; ask for others too, as "
        "--sheets summary,actions.",
        gets="wrote paper.xlsx",
        advice="appendix master.xlsx -o paper.xlsx --sheets summary,actions",
    ),
    Remedy(
        "LastNotEarlierError",
        last_quarter_s_file,
        "appendix last.xlsx --last master.xlsx -o paper.xlsx",
        "master.xlsx: it is of Q1 2023/24, which is not before the plan's Q4 2022/23; name an older file with --last, or "
        "leave that out.",
        gets="wrote paper.xlsx",
        advice="appendix master.xlsx --last last.xlsx -o paper.xlsx",
    ),
    Remedy(
        "QuarterOrderError",
        last_quarter_s_file,
        "movement master.xlsx last.xlsx",
        "master.xlsx: Q1 2023/24 is not before Q4 2022/23; name the older file first, or say the quarters with --since and "
        "--quarter.",
        advice='movement last.xlsx master.xlsx --since "Q4 2022/23" --quarter "Q1 2023/24"',
    ),
    Remedy(
        "column-ambiguous",
        two_status_columns,
        "check master.xlsx",
        "master.xlsx!Plan!F3,E3: warning: 'Current status' was read as the status column and 'Status', which could be it "
        "too, was not; settle it with --column status=F or status=E. [column-ambiguous]",
        "E  'Status': status of Q1 2023/24",
        "show master.xlsx --explain --column status=E",
    ),
    Remedy(
        "owner-joint",
        an_owner_that_may_be_two,
        "check master.xlsx",
        "master.xlsx!Plan!C4: advice: The cell names several owners and no lead, so the first is taken to be it; mark "
        "who leads with “(lead)”, head the column “Lead officer”, or list 'Roads & IT' on an Owners sheet as one. [owner-joint]",
        "Roads & IT",
        "show master.xlsx",
    ),
    Remedy(
        "owner-joint",
        a_lead_that_may_be_two,
        "check master.xlsx",
        "master.xlsx!Plan!C4: advice: The cell was read as several owners and may name one; put semicolons "
        "between several, or list 'Head of Piers, CWG' on an Owners sheet as one. [owner-joint]",
        "Head of Piers, CWG",
        "show master.xlsx",
    ),
    Remedy(
        "owner-joint",
        two_owners_in_a_name,
        "check master.xlsx",
        "master.xlsx!Plan!C4: advice: 'Parks & Leisure' was read as one owner, and 'Leisure' owns other actions; put a "
        "semicolon between two, or list 'Parks & Leisure' on an Owners sheet as one. [owner-joint]",
        '"Parks"',
        "show master.xlsx --json",
    ),
    Remedy(
        "owner-joint",
        two_names_that_may_be_one,
        "check master.xlsx",
        "master.xlsx!Plan!C4: advice: The cell was read as several owners and may name one; put semicolons "
        "between several, or list 'Vex, Pell' on an Owners sheet as one. [owner-joint]",
        '"Vex, Pell"',
        "show master.xlsx --json",
    ),
    Remedy(
        "owner-joint",
        a_name_that_may_be_two,
        "check master.xlsx",
        "master.xlsx!Plan!C4: advice: 'Paul Hughes' was read as one owner and may be two; put a semicolon between two, or "
        "list 'Paul Hughes' on an Owners sheet as one. [owner-joint]",
        '"Hughes"',
        "show master.xlsx --json",
    ),
    Remedy(
        "timescale-no-column",
        dates_of_nobody_knows_what,
        "check master.xlsx",
        "master.xlsx!Plan: advice: The plan has no timescale column; if 'Wished date' says when each action is due, head it "
        "Timescale, else add one headed so, so that late actions can be seen. [timescale-no-column]",
        "D  'Timescale': timescale",
        "show master.xlsx --explain",
    ),
    Remedy(
        "action-is-risk",
        risks_without_a_mitigation,
        "check master.xlsx",
        "master.xlsx!Plan!A3: advice: The actions were read from 'Risk', which says what may go wrong, and no heading says "
        "what is to be done about it; write that in one headed 'Mitigation'. [action-is-risk]",
        "E  'Mitigation': action",
        "show master.xlsx --explain",
    ),
    Remedy(
        "sheet-not-read",
        another_tracker,
        "check master.xlsx",
        "master.xlsx!Roads: warning: The sheet 'Roads' also looks like a tracker and was not read, as it has other columns "
        "than the sheet 'Plan'; to read it, name it with --sheet \"Roads\", or read every tracker with --all-sheets. "
        "[sheet-not-read]",
        "Mend the bridge",
        "show master.xlsx --all-sheets",
    ),
    Remedy(
        "sheet-not-read",
        another_tracker,
        "check master.xlsx",
        "master.xlsx!Roads: warning: The sheet 'Roads' also looks like a tracker and was not read, as it has other columns "
        "than the sheet 'Plan'; to read it, name it with --sheet \"Roads\", or read every tracker with --all-sheets. "
        "[sheet-not-read]",
        "Mend the bridge",
        "show master.xlsx --all-sheets",
    ),
    Remedy(
        "row-not-read",
        an_action_beneath_a_total,
        "check master.xlsx",
        "master.xlsx!Plan!B7: warning: 1 of the rows beneath the table (7) could be actions and were not read; move them "
        "up to the rows that were. [row-not-read]",
        "Paint the pier",
        "show master.xlsx",
    ),
    Remedy(
        "cell-far-away",
        a_cell_far_away,
        "check master.xlsx",
        "master.xlsx!Plan!XFD1048576: advice: 1 cell far from all else on the sheet (XFD1048576) was not read; clear what is "
        "out there, or move it to the table. [cell-far-away]",
        "[action-due]",
    ),
)
OF_OUR_OWN_WRITING = {
    "HeadingError": "a Document's columns are ours, or were made to differ by adopt",
    "SheetNameError": "a Document's sheets are ours",
    "NotWrittenError": "a plan of more rows than a sheet has cannot have been in a sheet",
    "StaleCellError": "undo says it of a cell that it leaves alone, and stops for none",
    "NotReadBackError": "it says that a proof of what was written failed, which nothing in a workbook brings about",
    "TableTotalError": "as for a table's heading",
    "AddressError": "whoever has no address that can be read is on the coordinator's list",
    "GraphError": "what helps is for IT to do, and is tried with the sending itself",
    "NoCommitteeError": "a quarter without a committee has no dates, and its owners the days to reply",
    "NotMovedOnError": "it says that the plan read otherwise afterwards, which nothing that is known brings about",
    "NoReaderError": "what helps is to install Python anew, which nothing in a workbook brings about",
    "NotAReturnError": "it is listed among what was refused, and stops nothing",
    "NoInputError": "what the page is built from is fetched, or not, with the page's own tests",
    "OtherInputError": "as for what is not fetched",
    "NoNodeError": "what runs the page's Python is not ours to take away",
    "NotPressedError": "it says that the page's Python cannot compile what ours can",
    "OtherRuntimeError": "the runtime that the page is built with is known by its hash",
    "LargePageError": "the page is as large as it is, and is measured by its own tests",
}
"""Errors without a row, each with why."""


def run(deed: Deed) -> str:
    """Everything that a command prints, with its exit code before it; or what a call of the library says."""
    if callable(deed):
        try:
            deed()
        except PeerxlError as error:
            return f"2\npeerxl: {error}\n"
        return "0\ndone\n"
    result = CliRunner().invoke(main, shlex.split(deed))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return f"{result.exit_code}\n{result.stdout}{result.stderr}"


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.about)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_a_message_advises_gets_further(remedy: Remedy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save()
    with ExitStack() as troubles:
        troubles.enter_context(remedy.trouble())
        said = run(remedy.command).replace(f"{tmp_path}/", "")
        assert remedy.message in [line.removeprefix("peerxl: ") for line in said.splitlines()]
    then = run(remedy.advice or remedy.command)
    assert then[0] != "2", then
    assert remedy.gets in then


@cache
def list_reached() -> dict[str, ast.Module]:
    """The modules that the command line comes to, now or when a command is run, with their syntax trees."""
    waiting = ["peerxl.cli", *(f"peerxl.cli.{module}" for module in COMMANDS.values())]
    trees = dict[str, ast.Module]()
    while waiting:
        name = waiting.pop()
        if name not in trees and is_module(name):
            path = ROOT.joinpath(*name.split("."))
            trees[name] = parse(path / "__init__.py" if path.is_dir() else path.with_suffix(".py"))
            waiting += imports(trees[name])
            waiting.append(name.rpartition(".")[0])
    return trees


def list_errors(error: type[PeerxlError] = PeerxlError) -> Iterator[str]:
    for each in error.__subclasses__():
        if each.__module__ in list_reached():
            yield each.__name__
        yield from list_errors(each)


def test_every_error_has_its_row() -> None:
    for name in list_reached():
        import_module(name)
    rows = {remedy.about for remedy in REMEDIES if remedy.about.endswith("Error")}
    assert rows | set(OF_OUR_OWN_WRITING) == set(list_errors())
    assert rows.isdisjoint(OF_OUR_OWN_WRITING)


OTHERS = {"peerxl.page.maker.registry"}
"""The modules whose options are those of other programs."""


def list_options() -> Iterator[str]:
    """Every option that a text of the library names, but for what --help says."""
    for name, tree in list_reached().items():
        if name in OTHERS or (name.startswith("peerxl.cli") and ".as_text" not in name):
            continue
        documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
                yield from re.findall(r"(?<![\w-])--[a-z][a-z-]+", node.value)


def test_every_option_that_a_message_names_is_there_and_followed() -> None:
    declared = {option for command in main.commands.values() for each in command.params for option in each.opts}
    followed = {
        option for remedy in REMEDIES for option in re.findall(r"--[a-z-]+", f"{remedy.message} {remedy.advice}")
    }
    assert set(list_options()) - declared == set()
    assert set(list_options()) - followed == set()
