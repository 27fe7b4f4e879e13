"""How a plan counts its years, through files: read, asked, answered, adopted."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from peerxl import adopt, collect, read_plan, write_chase
from peerxl.documents.master import MasterRow, build_master
from peerxl.excel.write import render
from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import Settings

YEARS = YearConvention(single_year=SingleYear.CALENDAR)
ROWS = (MasterRow("A1", "Roads", "Mend.", "Mend roads", "Q4 2023", "Clerk", (("In progress", "Begun."),)),)


@pytest.fixture(name="master")
def write_master(tmp_path: Path) -> Path:
    settings = Settings(years=YEARS, quarter=FiscalQuarter(2023, 3), coordinator="Clerk")
    master = tmp_path / "plan.xlsx"
    master.write_bytes(render(build_master("Action plan 2023/24", settings, date(2023, 10, 1), ROWS)))
    return master


def test_a_date_is_read_asked_and_answered_as_the_plan_counts(master: Path, tmp_path: Path) -> None:
    plan = read_plan(master)
    assert (plan.settings.years, str(plan.quarter), str(plan.actions[0].timescale)) == (
        YEARS,
        "Q3 2023/24",
        "Q3 2023/24",
    )
    assert str(read_plan(master, quarter="Q4 2023").quarter) == "Q3 2023/24"
    write_chase(plan, tmp_path / "out", today=date(2023, 12, 20))
    (form,) = (tmp_path / "out" / "forms").glob("*.xlsx")
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if cell.value}
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == "A1")
    sheet.cell(
        row, next(column for head, column in heads.items() if str(head).startswith("New date"))
    ).value = "Q2 2024"
    book.save(form)
    collect(master, [form], now=datetime(2023, 12, 28, 9))
    (action,) = read_plan(master).actions
    assert (action.timescale.text, str(action.timescale)) == ("Q2 2024 (was Q4 2023)", "Q1 2024/25")
    assert str(action.earlier_timescale) == "Q3 2023/24"


def test_a_plan_that_is_adopted_goes_on_counting_so(master: Path, tmp_path: Path) -> None:
    adopt(master, output=tmp_path / "new.xlsx")
    plan = read_plan(tmp_path / "new.xlsx")
    assert (plan.settings.years, str(plan.quarter), str(plan.actions[0].timescale)) == (
        YEARS,
        "Q3 2023/24",
        "Q3 2023/24",
    )
