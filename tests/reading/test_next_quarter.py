"""What of a plan moves on to the next quarter, and which columns it lacks then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet
from peerxl.reading.next_quarter import (
    QuarterInNameError,
    find_last_column,
    is_same_plan,
    list_missing,
    list_reread,
    move_band,
    move_quarter,
)
from peerxl.reading.own_sheets.settings import read_settings
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import sheet_from_text

Q1, Q2, Q3, Q4 = (FiscalQuarter(2023, number) for number in (1, 2, 3, 4))
TABLE = "| Action | Owner | Status |\n| Mend the pier | Ann | Open |"
SETTINGS = Sheet("Settings", (("Reporting quarter", "Q1 2023/24"),))


def plan_of(*sheets: Sheet, quarter: FiscalQuarter | None = None, source: str = "plan.xlsx") -> ActionPlan:
    return plan_from_sheets(sheets, Request(source, quarter, settings=read_settings(sheets, source)))


@pytest.mark.parametrize(
    ("title", "settings", "moved"),
    [
        ("| Harbour plan Q1 2023/24 |", None, {"Plan!A1": "Harbour plan Q2 2023/24"}),
        (
            "| Harbour plan 2023/24 |\n| Update for quarter 1 |",
            None,
            {"Plan!A2": "Update for quarter 2"},
        ),
        (
            "| Harbour plan Q1 2023/24 |\n| Update for quarter 1 |",
            None,
            {"Plan!A1": "Harbour plan Q2 2023/24", "Plan!A2": "Update for quarter 2"},
        ),
        ("| Harbour plan Q3 2022/23 |", None, {"Plan!A1": "Harbour plan Q2 2023/24"}),
        ("| Harbour plan |", None, {}),
        ("| Harbour plan |", SETTINGS, {"Settings!B1": "Q2 2023/24"}),
        (
            "| Harbour plan Q1 2023/24 |",
            SETTINGS,
            {"Settings!B1": "Q2 2023/24", "Plan!A1": "Harbour plan Q2 2023/24"},
        ),
        ("| Harbour plan Q3 2022/23 |", SETTINGS, {"Settings!B1": "Q2 2023/24"}),
        (
            "| Harbour plan |",
            Sheet("Settings", (("Reporting quarter", date(2023, 4, 1)),)),
            {"Settings!B1": date(2023, 7, 1)},
        ),
        (
            "| Harbour plan |",
            Sheet("Settings", (("Reporting quarter", date(2023, 5, 9)),)),
            {"Settings!B1": date(2023, 9, 30)},
        ),
    ],
)
def test_the_cells_that_say_the_quarter(title: str, settings: Sheet | None, moved: dict[str, object]) -> None:
    sheets = [sheet_from_text(f"{title}\n|  |\n{TABLE}"), *([settings] if settings else [])]
    changes = move_quarter(plan_of(*sheets, quarter=Q1), sheets, Q2)
    assert {f"{cell.sheet}!{cell.address}": value for cell, value in changes.items()} == moved


def test_a_plan_that_only_its_sheets_name_says_the_quarter_of() -> None:
    sheets = [sheet_from_text(TABLE, "Q1 2023-24"), SETTINGS]
    assert [cell.sheet for cell in move_quarter(plan_of(*sheets), sheets, Q2)] == ["Settings"]
    with pytest.raises(QuarterInNameError) as raised:
        move_quarter(plan_of(*sheets[:1]), sheets[:1], Q2)
    assert str(raised.value) == (
        "plan.xlsx!Q1 2023-24: only the sheet's name, or the file's, says that the plan reports Q1 2023/24; say it in "
        "the title above the plan or on a Settings sheet, and run next again."
    )


def test_a_plan_that_only_its_files_name_says_the_quarter_of() -> None:
    sheets = [sheet_from_text(TABLE, "Sheet1")]
    with pytest.raises(QuarterInNameError):
        move_quarter(plan_of(*sheets, source="out/Plan Q1 2023-24.xlsx"), sheets, Q2)


def table_text(headings: str, above: str = "") -> str:
    columns = len(headings.split("|")) + 2
    return f"{above}| Action | Owner | {headings} |\n| Mend the pier | Ann |{' Begun |' * (columns - 2)}"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (table_text("Q1 status | Q1 comments"), ["C: 1 Q2 status", "D: 1 Q2 comments"]),
        (table_text("Q1 comments | Q1 status"), ["C: 1 Q2 comments", "D: 1 Q2 status"]),
        (table_text("Q1 23/24 status | Q1 23/24 notes | Q2 23/24 notes"), ["C: 1 Q2 23/24 status"]),
        (table_text("Q1 2023/24 status | Q2 2023/24 status"), []),
        (table_text("Q4 2022/23 status | Q1 2023/24 RAG"), ["D: 1 Q2 2023/24 RAG"]),
        (table_text("Q3 2023/24 status"), []),
        (table_text("Status | Comments"), []),
        (table_text("Previous status | Status"), []),
        (table_text("Q1 2023/24 RAG | Latest news"), ["C: 1 Q2 2023/24 RAG", "D: 1 Q2 2023/24 latest news"]),
        (
            table_text("Q1 2023/24 RAG | Latest position").replace(
                "Begun |\n", "The timber came on Monday and is being cut |\n"
            ),
            ["C: 1 Q2 2023/24 RAG", "D: 1 Q2 2023/24 latest position"],
        ),
        (
            table_text("Q4 2022/23 RAG | News | Q1 2023/24 RAG | News"),
            ["E: 1 Q2 2023/24 RAG", "F: 1 News"],
        ),
        (
            table_text("Status | Comments", "|  |  | Q1 2023/24 |  |\n"),
            ["C: 1 Q2 2023/24 · 2 Status", "D: 2 Comments"],
        ),
        (
            table_text("Status | Comments", "|  |  | Q1 2023/24 |  |\n") + "\n| Action | Owner | Status | Comments |",
            ["C: 1 Q2 2023/24 · 2 Status · 4 Status", "D: 2 Comments · 4 Comments"],
        ),
        (
            table_text("Q1 status | Q1 comments") + "\n| Action | Owner | Q1 status | Q1 comments |",
            ["C: 1 Q2 status · 3 Q2 status", "D: 1 Q2 comments · 3 Q2 comments"],
        ),
    ],
)
def test_the_columns_a_table_lacks(text: str, missing: list[str]) -> None:
    sheet = sheet_from_text(text)
    plan = plan_of(sheet, quarter=Q1)
    lacking = list_missing(plan.tables[0], sheet, Q2, plan.settings.years)
    assert [
        f"{each.model.heading.address[0]}: {' · '.join(f'{row} {words}' for row, words in each.words)}"
        for each in lacking
    ] == missing


@pytest.mark.parametrize(
    ("text", "quarter", "moved"),
    [
        ("Quarter 1", Q2, "Quarter 2"),
        ("Q1 2023/24", Q2, "Q2 2023/24"),
        ("Quarter 4", Q4 + 1, "Quarter 1 2024/25"),
        ("Quarter 4 2023/24", Q4 + 1, "Quarter 1 2024/25"),
        ("April to June 2023", Q2, "July to September 2023"),
        ("May 2023", Q2, "Quarter 2 2023/24"),
        ("Progress", Q2, "Progress"),
    ],
)
def test_the_words_of_a_band(text: str, quarter: FiscalQuarter, moved: str) -> None:
    assert move_band(text, quarter, APRIL_YEARS) == moved


def test_the_heading_of_a_column_where_another_has_its_words() -> None:
    sheet = sheet_from_text(table_text("Status | Comments", "|  |  | Q1 2023/24 |  |\n"))
    plan = plan_of(sheet, quarter=Q1)
    status, comment = list_missing(plan.tables[0], sheet, Q2, plan.settings.years)
    assert status.get_words(["Action", "Owner"]) == {1: "Q2 2023/24", 2: "Status"}
    assert status.get_words(["STATUS"]) == {1: "Q2 2023/24", 2: "Quarter 2 2023/24 update"}
    assert comment.get_words(["Status", "Comments"]) == {2: "Quarter 2 2023/24 comments"}


@pytest.mark.parametrize(
    ("headings", "last"),
    [
        ("Q1 status | Q1 comments | Evidence", 4),
        ("Q1 23/24 status | Q2 23/24 comments | Evidence", 4),
        ("Q2 23/24 comments | Q1 23/24 status | Evidence", 4),
        ("Q1 23/24 status | Q3 23/24 comments", 3),
        ("Q1 status | Q4 2022/23 comments", 3),
    ],
)
def test_the_last_column_that_a_new_one_stands_beside(headings: str, last: int) -> None:
    sheet = sheet_from_text(table_text(headings))
    plan = plan_of(sheet, quarter=Q1)
    table = plan.tables[0]
    assert find_last_column(table, list_missing(table, sheet, Q2, plan.settings.years), Q2) == last


ANSWERED = "| Action | Owner | Status | Comments |\n| Mend the pier | Ann | On hold | {} |\n| Light it | Bo | | |"


def test_the_answers_that_would_be_read_as_another_quarters() -> None:
    before, after = (plan_of(sheet_from_text(ANSWERED.format("Begun")), quarter=quarter) for quarter in (Q1, Q2))
    reread = [(action.row, each.cell.address, each.before, each.after) for action, each in list_reread(before, after)]
    assert reread == [(2, "C2", Q1, Q2), (2, "D2", Q1, Q2)]
    assert list(list_reread(before, before)) == []
    named = ANSWERED.format("Begun").replace("Comments", "Q1 2023/24 comments")
    before, after = (plan_of(sheet_from_text(named), quarter=quarter) for quarter in (Q1, Q2))
    assert [each.cell.address for _, each in list_reread(before, after)] == ["C2"]
    unread = plan_of(sheet_from_text(ANSWERED.format("Begun")))
    assert list(list_reread(before, unread)) == list(list_reread(unread, before)) == []


def test_whether_two_readings_are_of_the_same_plan() -> None:
    plan = plan_of(sheet_from_text(ANSWERED.format("Begun")), quarter=Q1)
    assert is_same_plan(plan, replace(plan, title="Other"))
    assert not is_same_plan(plan, plan_of(sheet_from_text(ANSWERED.format("Done")), quarter=Q1))
    assert not is_same_plan(plan, plan_of(sheet_from_text(ANSWERED.format("Begun")), quarter=Q2))
    first, second = plan.actions
    other = {
        "sheet": "Other", "row": 9, "ref": "R1", "theme": "Homes", "recommendation": "Build", "text": "Sell it",
        "timescale": replace(first.timescale, text="soon"), "original_timescale": first.timescale,
        "owners": second.owners, "evidence": "Minutes", "extras": ((first.cells[0][1], first.cells[0][1]),),
    }  # fmt: skip
    for name, value in other.items():
        changed = replace(first, **{name: value})  # type: ignore[arg-type]
        assert not is_same_plan(plan, replace(plan, actions=(changed, second))), name
