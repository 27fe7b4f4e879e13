"""Several sheets read as one plan: what has one ref on each of them is kept apart, asked, answered and published."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

import openpyxl
import pytest

from peerxl import collect, read_plan, write_appendix, write_chase
from peerxl.commands.read import ReadOptions
from peerxl.merge import Merge
from peerxl.reading.own_sheets.records import SettingError

HEADINGS = ("Ref", "Action", "Owner", "Timescale", "Q1 2023/24 update", "Q1 2023/24 comments")
SHEETS: dict[str, list[tuple[str | None, str]]] = {
    "Roads": [("A1", "Repair the pier"), ("A2", "Mend the road"), ("A3", "Report to cabinet")],
    "Quay": [("A1", "Light the lamps"), ("A3", "Report to cabinet"), (None, "Sweep up")],
}
TODAY = date(2023, 7, 10)


@pytest.fixture(name="master")
def write_master(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        sheet.append(("Harbour action plan Q1 2023/24",))
        sheet.append(HEADINGS)
        for row in rows:
            sheet.append((*row, "AD Ports", "Q1 23/24", None, None))
    book.save(tmp_path / "plan.xlsx")
    return tmp_path / "plan.xlsx"


def form_of(master: Path, **options: Unpack[ReadOptions]) -> Path:
    write_chase(read_plan(master, **options), master.parent / "out", today=TODAY)
    return master.parent / "out" / "forms" / "AD Ports.xlsx"


def fill_in(form: Path, *, is_sorted: bool = False) -> dict[str, str]:
    """Answer each row by its own words, and say what each ref of the form has beside it."""
    book = openpyxl.load_workbook(form)
    sheet = book["Your actions"]
    header = next(row for row in range(1, 20) if sheet.cell(row, 1).value in ("Ref", "Action"))
    columns = {str(cell.value): cell.column or 0 for cell in sheet[header]}
    rows = range(header + 1, sheet.max_row + 1)
    for row in rows:
        sheet.cell(row, columns["Comment"]).value = f"{sheet.cell(row, 1).value}: {sheet.cell(row, 2).value}"
    refs = {str(sheet.cell(row, 1).value): str(sheet.cell(row, 2).value) for row in rows}
    if is_sorted:
        texts = sorted(([cell.value for cell in sheet[row]] for row in rows), key=lambda line: str(line[1]))
        for row, line in zip(rows, texts, strict=True):
            for column, text in enumerate(line, 1):
                sheet.cell(row, column).value = text
    book.save(form)
    return refs


def collected(master: Path, form: Path, **options: Unpack[ReadOptions]) -> Merge:
    return collect(master, [form], now=datetime(2023, 7, 12, 9), **options).merge


def comments(master: Path) -> dict[str, list[object]]:
    book = openpyxl.load_workbook(master)
    return {name: [book[name].cell(row, 6).value for row in range(3, 6)] for name in SHEETS}


ALL = {
    "Roads": ["A1 (Roads): Repair the pier", "A2: Mend the road", "A3 (Roads): Report to cabinet"],
    "Quay": ["A1 (Quay): Light the lamps", "A3 (Quay): Report to cabinet", "None: Sweep up"],
}
NONE: list[object] = [None, None, None]


@pytest.mark.parametrize("is_sorted", [False, True])
def test_each_answer_goes_to_its_own_sheet(master: Path, is_sorted: bool) -> None:
    form = form_of(master, all_sheets=True)
    assert list(fill_in(form, is_sorted=is_sorted)) == [
        "A1 (Roads)",
        "A2",
        "A3 (Roads)",
        "A1 (Quay)",
        "A3 (Quay)",
        "None",
    ]
    merge = collected(master, form, all_sheets=True)
    assert (merge.conflicts, merge.refusals) == ((), ())
    assert [change.action.name for change in merge.changes] == [
        "A1 (Quay)",
        "A3 (Quay)",
        "row 5",
        "A1 (Roads)",
        "A2",
        "A3 (Roads)",
    ]
    assert comments(master) == ALL


def test_a_sheet_that_is_not_read_gets_no_answer_and_gives_none_to_another(master: Path) -> None:
    form = form_of(master, all_sheets=True)
    fill_in(form)
    merge = collected(master, form, sheet="Quay")
    assert comments(master) == {"Roads": NONE, "Quay": ALL["Quay"]}
    unread = (
        "it stands on the sheet “Roads”, which was not read; read that one too; find it and put the answer in yourself"
    )
    assert [refusal.message.partition(" (comment")[0] for refusal in merge.refusals] == [
        f"{name}: {unread}" for name in ("A1 (Roads)", "A2", "A3 (Roads)")
    ]


def test_a_form_of_one_sheet_is_no_form_of_another(master: Path) -> None:
    form = form_of(master, sheet="Roads")
    assert list(fill_in(form)) == ["A1", "A2", "A3"]
    assert [refusal.code for refusal in collected(master, form, sheet="Quay").refusals] == ["actions-gone"] * 3
    assert comments(master) == {"Roads": NONE, "Quay": NONE}
    merge = collected(master, form, all_sheets=True)
    assert merge.refusals == ()
    assert comments(master)["Roads"] == ["A1: Repair the pier", "A2: Mend the road", "A3: Report to cabinet"]
    assert comments(master)["Quay"] == NONE


def test_conflicts_are_settled_by_sheet(master: Path) -> None:
    form = form_of(master, all_sheets=True)
    fill_in(form)
    book = openpyxl.load_workbook(master)
    for name in SHEETS:
        book[name]["F3"] = "Ours."
    book.save(master)
    merge = collected(master, form, all_sheets=True)
    assert [conflict.action.name for conflict in merge.conflicts] == ["A1 (Quay)", "A1 (Roads)"]
    accept, now = ["A1 (Quay).comment=theirs"], datetime(2023, 7, 12, 9)
    merge = collect(master, [form], now=now, accept=accept, all_sheets=True).merge
    assert [conflict.action.name for conflict in merge.conflicts] == ["A1 (Roads)"]
    assert [words[0] for words in comments(master).values()] == ["Ours.", "A1 (Quay): Light the lamps"]


def test_the_paper_says_whose_ref_it_is(master: Path) -> None:
    write_appendix(read_plan(master, all_sheets=True), master.parent / "paper.xlsx")
    book = openpyxl.load_workbook(master.parent / "paper.xlsx")
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert list(dict.fromkeys(text for text in texts if re.fullmatch(r"A\d(?: \(\w+\))?", text))) == [
        "A1 (Roads)",
        "A2",
        "A3 (Roads)",
        "A1 (Quay)",
        "A3 (Quay)",
    ]


def test_a_key_of_the_plans_own_called_statuses_is_left_alone(master: Path) -> None:
    book = openpyxl.load_workbook(master)
    key = book.create_sheet("Statuses")
    for row in (("Status", "Color", "Meaning", "Who acts next"), ("Open", "Amber", "Work goes on", "Owner")):
        key.append(row)
    book.save(master)
    plan = read_plan(master)
    assert [(sheet.name, str(sheet.fate)) for sheet in plan.sheets if sheet.name == "Statuses"] == [
        ("Statuses", "no tracker")
    ]
    assert plan.settings.vocabulary.find("Completed")
    key["C1"] = "Counts as"
    book.save(master)
    with pytest.raises(SettingError, match="must be"):
        read_plan(master)
