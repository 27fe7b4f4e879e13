"""What a workbook's values and styles say, read from files that a spreadsheet program could have saved."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from peerxl import check_plan, read_plan
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Block, Sheet
from tests.conftest import SHARED, needs_shared
from tests.excel.patch.handmade import parts, sheet_xml, zipped

HEADINGS = ("Ref", "Action", "Owner", "Timescale", "Q1 2023/24 update", "Comments")


def write(path: Path, rows: Sequence[tuple[object, ...]], **formats: str) -> Path:
    """A tracker whose dates have a number format and whose blank statuses may be filled."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        shown = book.add_format({"num_format": formats.get("dates", "dd/mm/yyyy")})
        fill = book.add_format({"bg_color": formats["fill"]}) if "fill" in formats else None
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, shown)
                elif value == "" and fill:
                    sheet.write_blank(number, column, None, fill)
                else:
                    sheet.write(number, column, value)
    return path


@pytest.mark.parametrize(
    ("number_format", "due"),
    [
        ("dd/mm/yyyy", "2023-09-04"),
        ("d mmm yy", "2023-09-04"),
        ("mmm-yy", "2023-09-30"),
        ("mmmm yyyy", "2023-09-30"),
    ],
)
def test_a_date_is_the_day_or_the_month_it_shows(tmp_path: Path, number_format: str, due: str) -> None:
    rows = [("1", "Repair the pier", "AD Estates", date(2023, 9, 4), "In progress", "Timber is ordered")]
    (action,) = read_plan(write(tmp_path / "plan.xlsx", rows, dates=number_format)).actions
    assert str(action.timescale.due_date) == due


@pytest.mark.parametrize(
    ("number_format", "why"),
    [
        ("[$-411]ggge.m.d", "the cell shows the year of another calendar"),
        ("[$-D07041E]dd mmm yyyy", "the cell shows the year of another calendar"),
        ("dddd", "the cell shows a time or the day of a week, and no date"),
    ],
)
def test_a_date_of_which_the_cell_shows_none_cannot_be_read(tmp_path: Path, number_format: str, why: str) -> None:
    rows = [("1", "Repair the pier", "AD Estates", date(2023, 9, 4), "In progress", "Timber is ordered")]
    plan = read_plan(write(tmp_path / "plan.xlsx", rows, dates=number_format), quarter="Q1 2023/24")
    assert [(each.code, each.message) for each in check_plan(plan)] == [
        (
            "timescale-unreadable",
            f"The timescale '04/09/2023' cannot be read ({why}); write it as a quarter or a date.",
        )
    ]


def test_a_month_whose_format_nobody_can_read_never_becomes_a_day(tmp_path: Path) -> None:
    rows = [
        (
            str(number),
            f"Repair the pier {number}",
            "AD Estates",
            date(2023, 9, number),
            "In progress",
            f"Timber {number}",
        )
        for number in (1, 2)
    ]
    path = write(tmp_path / "plan.xlsx", rows, dates="mmm-yy")
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    content["xl/styles.xml"] = content["xl/styles.xml"].replace(b'fillId="0"', b'fillId="many"')
    path.write_bytes(zipped(content))
    first, second = read_plan(path).actions
    assert (
        first.timescale.reason == "how the date is shown cannot be read, so that this may be a day or its whole month"
    )
    assert str(second.timescale.due_date) == "2023-09-02"


def test_a_status_that_is_only_a_colour_is_reported(tmp_path: Path) -> None:
    rows = [
        ("1", "Repair the pier", "AD Estates", "Q3 23/24", "", "Timber is ordered"),
        ("2", "Light the pier", "AD Estates", "Q3 23/24", "", "Lamps are ordered"),
    ]
    plan = read_plan(write(tmp_path / "plan.xlsx", rows, fill="#00B050"), quarter="Q1 2023/24")
    assert [(finding.code, finding.addresses) for finding in check_plan(plan)] == [("status-by-colour", ("E2", "E3"))]
    assert "(00B050)" in check_plan(plan)[0].message


def test_merged_blocks_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.merge_range("B2:C3", "both")
        sheet.write_number(3, 0, 1.5)
        book.add_worksheet("Old").hide()
    plan, old = read_sheets(path)
    assert plan.merged == (Block(2, 2, 3, 3),)
    assert (plan.value(2, 2), plan.value(4, 1), plan.value(9, 9)) == ("both", 1.5, None)
    assert (plan.is_hidden, old.is_hidden, old.rows) == (False, True, ())


@needs_shared
def test_what_one_reader_cannot_another_can() -> None:
    (sheet,) = read_sheets(SHARED / "workbooks" / "f29_PHPOffice_utf16be.bom.xlsx")
    assert len(sheet.rows) == 1


@pytest.mark.parametrize(
    ("codec", "bom"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b"")]
)
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_one_part_in_another_encoding_than_the_rest(tmp_path: Path, name: str, codec: str, bom: bytes) -> None:
    content = parts(sheet_xml('<row r="1"><c r="A1" t="inlineStr"><is><t>e</t></is></c><c r="B1"><v>1</v></c></row>'))
    content[name] = bom + content[name].decode().replace("UTF-8", "UTF-16").encode(codec)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(zipped(content))
    assert read_sheets(path) == (Sheet("Plan", (("e", 1),)),)


def saved_by_openpyxl(path: Path) -> Path:
    """A tracker with an error, a formula that was never calculated, and a row that is filtered away."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        HEADINGS,
        ("1", "Repair", "#REF!", "Q3 23/24", "In progress", "Timber"),
        ("2", "Light", "AD Roads", "=1+1", "In progress", "x"),
    ):
        sheet.append(row)
    sheet.append(("3", "Paint", "AD Roads", "Q3 23/24", "In progress", "y"))
    sheet["C2"].data_type = "e"
    sheet.row_dimensions[4].hidden = True
    book.save(path)
    return path


def test_what_is_neither_blank_nor_readable_is_said(tmp_path: Path) -> None:
    plan = read_plan(saved_by_openpyxl(tmp_path / "plan.xlsx"), quarter="Q1 2023/24")
    assert [(f.code, f.addresses) for f in check_plan(plan)] == [
        ("cell-error", ("C2",)),
        ("cell-error", ("D3",)),
        ("owner-missing", ("C2",)),
        ("row-hidden", ("B4",)),
    ]
    assert len(plan.actions) == 3
