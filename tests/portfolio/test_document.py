"""A portfolio's figures and its workbook: every sheet as it stands."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from peerxl.model.finding import Severity
from peerxl.model.layout import Fate, Field, SheetFate
from peerxl.portfolio.document import build_portfolio
from peerxl.portfolio.portfolio import LeagueLine, Portfolio, PortfolioRule
from peerxl.portfolio.summary import STANDINGS, OverdueAction, RuleCount, ThemeCount, WorkbookSummary
from tests.documents.workbook import opened, parts, table_rows

SHEET = SheetFate("Plan", Fate.READ, "it is one", 3, ((Field.REF, ("A",)), (Field.STATUS, ("E", "G"))))
OTHER = SheetFate("Guide", Fate.NO_TRACKER, "it is none")


def overdue(ref: str, quarters: int, days: int) -> OverdueAction:
    return OverdueAction(
        ref, "Harbour", "=Repair", ("AD Ports",), "In progress", "Q4 22/23", date(2023, 3, 31), "Q4 2022/23", quarters, days,
        "Plan", 4,
    )  # fmt: skip


def theme(name: str, number: int, late: int | None) -> ThemeCount:
    return ThemeCount(name, (number, *[0] * (len(STANDINGS) - 1)), number, late)


ALTON = WorkbookSummary(
    "alton.xlsx", "d1", "", "Alton Council", "Plan of Alton", "Q2 2023/24", (SHEET, OTHER),
    (RuleCount("ref-duplicate", Severity.ERROR, 2), RuleCount("action-due", Severity.ADVICE, 1)),
    (theme("Harbour", 4, 3), theme("", 1, 0)),
    (overdue("H1", 6, 548), overdue("H2", 2, 183), overdue("", 1, 92)),
)  # fmt: skip
BECK = WorkbookSummary(
    "beck.xlsx", "d2", "", "", "", "Q2 2023/24", (SHEET,), (RuleCount("ref-duplicate", Severity.ERROR, 5),),
    (theme("Roads", 3, 1),), (overdue("R1", 1, 92),),
)  # fmt: skip
CORBY = WorkbookSummary("corby.xlsx", "d3", themes=(theme("Roads", 2, None),), sheets=(SHEET,))
DEAL = WorkbookSummary("deal.xlsx", why="it is empty")
PORTFOLIO = Portfolio((ALTON, BECK, CORBY, DEAL))


def read_sheets(workbook: Workbook) -> dict[str, list[list[object]]]:
    return {sheet.title: table_rows(sheet) if sheet.tables else [[sheet["A2"].value]] for sheet in workbook.worksheets}


def test_what_each_rule_found_in_all_of_them() -> None:
    assert PORTFOLIO.rules == (
        PortfolioRule("ref-duplicate", Severity.ERROR, 7, 2),
        PortfolioRule("action-due", Severity.ADVICE, 1, 1),
    )


def test_the_league_table_has_the_most_overdue_first_and_one_place_for_as_many() -> None:
    twin = WorkbookSummary(
        "zeal.xlsx", "d4", quarter="Q2 2023/24", themes=(theme("Roads", 2, 1),), overdue=(overdue("Z1", 2, 100),)
    )
    assert Portfolio((*PORTFOLIO.workbooks, twin)).league == (
        LeagueLine(1, ALTON, 1, 1, 1, 183, 548),
        LeagueLine(2, twin, 0, 1, 0, 100, 100),
        LeagueLine(2, BECK, 1, 0, 0, 92, 92),
    )


def test_every_sheet() -> None:
    due = datetime(2023, 3, 31)
    sheets = read_sheets(opened(build_portfolio(PORTFOLIO)))
    assert sheets == {
        "Figures": [
            ["What", "How many"],
            ["Workbooks", 4],
            ["Read as a plan", 3],
            ["Could not be read", 1],
            ["Are forms, lists and papers that peerxl made, and were left aside", 0],
            ["Say no quarter, so that nothing in them is overdue", 1],
            ["Hold a plan that another workbook holds too, so that it is counted twice", 0],
            ["Actions", 10],
            ["Open actions", 10],
            ["Overdue actions", 4],
            ["Findings: error", 7],
            ["Findings: warning", 0],
            ["Findings: advice", 1],
        ],
        "Workbooks": [
            [
                "Council", "File", "Plan", "Quarter", "Sheet", "Headings in row", "Columns", "Actions", "Open", "Overdue",
                "Error", "Warning", "Advice", "Same actions as",
            ],
            [
                "Alton Council", "alton.xlsx", "Plan of Alton", "Q2 2023/24", "Plan", "3", "ref A, status E and G", 5, 5, 3,
                2, 0, 1, None,
            ],
            ["Not said", "beck.xlsx", "Not said", "Q2 2023/24", "Plan", "3", "ref A, status E and G", 3, 3, 1, 5, 0, 0, None],
            [
                "Not said", "corby.xlsx", "Not said", "Not said", "Plan", "3", "ref A, status E and G", 2, 2, "Not said",
                0, 0, 0, None,
            ],
        ],
        "By rule": [
            ["How serious", "Rule", "Findings", "Workbooks"],
            ["Error", "ref-duplicate", 7, 2],
            ["Advice", "action-due", 1, 1],
        ],
        "By workbook": [
            ["Council", "File", "How serious", "Rule", "Findings"],
            ["Alton Council", "alton.xlsx", "Error", "ref-duplicate", 2],
            ["Alton Council", "alton.xlsx", "Advice", "action-due", 1],
            ["Not said", "beck.xlsx", "Error", "ref-duplicate", 5],
        ],
        "Status": [
            ["Council", "File", "Theme", *STANDINGS, "Actions", "Open", "Overdue"],
            ["Alton Council", "alton.xlsx", "Harbour", 4, *[0] * 10, 4, 4, 3],
            ["Alton Council", "alton.xlsx", "No theme", 1, *[0] * 10, 1, 1, 0],
            ["Not said", "beck.xlsx", "Roads", 3, *[0] * 10, 3, 3, 1],
            ["Not said", "corby.xlsx", "Roads", 2, *[0] * 10, 2, 2, "Not said"],
        ],
        "League table": [
            [
                "Place", "Council", "File", "Quarter", "Open", "Overdue", "Of 100 open", "Up to a quarter", "Up to a year",
                "Longer", "Median days", "Longest days",
            ],
            [1, "Alton Council", "alton.xlsx", "Q2 2023/24", 5, 3, 60, 1, 1, 1, 183, 548],
            [2, "Not said", "beck.xlsx", "Q2 2023/24", 3, 1, 33, 1, 0, 0, 92, 92],
        ],
        "Overdue": [
            [
                "Council", "File", "Ref", "Theme", "Action", "Owners", "Status", "Timescale", "Due quarter", "Due", "Quarters",
                "Days",
            ],
            *(
                [
                    council, file, ref, "Harbour", "=Repair", "AD Ports", "In progress", "Q4 22/23", "Q4 2022/23", due,
                    quarters, days,
                ]
                for council, file, ref, quarters, days in (
                    ("Alton Council", "alton.xlsx", "H1", 6, 548),
                    ("Alton Council", "alton.xlsx", "H2", 2, 183),
                    ("Alton Council", "alton.xlsx", "No ref", 1, 92),
                    ("Not said", "beck.xlsx", "R1", 1, 92),
                )
            ),
        ],
        "Not read": [["File", "Why"], ["deal.xlsx", "it is empty"]],
    }  # fmt: skip


def test_a_sheet_with_nothing_to_list_says_so() -> None:
    sheets = read_sheets(opened(build_portfolio(Portfolio((DEAL,)))))
    assert {name: rows[0] for name, rows in sheets.items() if name not in ("Figures", "Not read")} == {
        "Workbooks": ["No workbook could be read."],
        "By rule": ["Nothing was found."],
        "By workbook": ["Nothing was found."],
        "Status": ["There are no actions."],
        "League table": ["Nothing is overdue."],
        "Overdue": ["Nothing is overdue."],
    }
    assert read_sheets(opened(build_portfolio(Portfolio((BECK,)))))["Not read"] == [["Every workbook was read."]]


def test_what_is_more_than_a_sheet_holds_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerxl.portfolio.document.MOST_ROWS", 3)
    section = build_portfolio(PORTFOLIO).section("Overdue")
    assert len(section.rows) == 3
    assert section.intro[-1] == "Another 1 are not listed, as a sheet holds no more; printed as JSON they are."
    assert build_portfolio(PORTFOLIO).section("By workbook").intro == ()


def test_no_text_of_a_plan_is_a_formula() -> None:
    assert not [name for name, part in parts(build_portfolio(PORTFOLIO)).items() if "<f>" in part]
