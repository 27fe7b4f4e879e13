"""The findings workbook."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerxl.documents.document import Document
from peerxl.documents.findings import build_findings
from peerxl.model.finding import Finding, Findings, Severity
from peerxl.model.sheet import Cell
from tests.documents.plans import PLAN
from tests.documents.workbook import opened, parts, table_rows

SHEET = "Council's plan"
FOUND = (
    Finding("ref-missing", Severity.ADVICE, "No action has a ref; add a Ref column.", sheet=SHEET),
    Finding(
        "status-spelling",
        Severity.WARNING,
        "“Complete” is one spelling of Completed; write it so.",
        (Cell(SHEET, 4, 5), Cell(SHEET, 5, 5)),
        "V1.1",
        "Completed",
        SHEET,
    ),
    Finding(
        "timescale-unreadable",
        Severity.ERROR,
        "=“Soon” names no time; give a quarter.",
        (Cell(SHEET, 6, 3),),
        sheet=SHEET,
    ),
    Finding("plan-empty", Severity.ADVICE, "There is nothing in it."),
)


def made(findings: Findings = FOUND) -> Document:
    return build_findings(PLAN, findings, "plans/my plan #1.xlsx")


def test_golden(golden: Callable[[Document, str], None]) -> None:
    golden(made(), "findings")


def test_the_most_serious_come_first_and_a_rule_s_together() -> None:
    headings, *rows = table_rows(opened(made())["Findings"])
    assert headings == ["How serious", "Rule", "Where", "Ref", "What was found", "What to do", "Suggestion"]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("Error", "timescale-unreadable", f"{SHEET}, C6"),
        ("Warning", "status-spelling", f"{SHEET}, E4"),
        ("Warning", "status-spelling", f"{SHEET}, E5"),
        ("Advice", "plan-empty", "Whole plan"),
        ("Advice", "ref-missing", SHEET),
    ]


def test_each_cell_of_a_finding_is_a_link() -> None:
    sheet = opened(made())["Findings"]
    links = [sheet[f"C{row}"].hyperlink for row in range(5, 10)]
    assert [(link.target, link.location) for link in links if link] == [
        ("plans/my%20plan%20%231.xlsx", f"'Council''s plan'!{address}") for address in ("C6", "E4", "E5")
    ]
    assert 'Target="plans/my%20plan%20%231.xlsx"' in parts(made())["xl/worksheets/_rels/sheet1.xml.rels"]


def test_no_more_cells_are_links_than_excel_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerxl.documents.findings.MOST_LINKS", 2)
    sheet = opened(made())["Findings"]
    cells = [sheet[f"C{row}"] for row in (5, 6, 7)]
    assert [(cell.value, cell.hyperlink is not None) for cell in cells] == [
        (f"{SHEET}, C6", True),
        (f"{SHEET}, E4", True),
        (f"{SHEET}, E5", False),
    ]


def test_the_rules_and_how_often() -> None:
    assert table_rows(opened(made())["By rule"])[1:] == [
        [
            "Error",
            "timescale-unreadable",
            "A timescale cannot be read as a date, a quarter or any of the words that stand for none.",
            1,
        ],
        ["Warning", "status-spelling", "A status is spelled otherwise than the plan's word for it.", 1],
        ["Advice", "plan-empty", "There is nothing in it.", 1],
        [
            "Advice",
            "ref-missing",
            "An action has no ref, so that an answer about it can be matched by its words alone.",
            1,
        ],
    ]


def test_what_was_found_and_what_to_do_stand_apart() -> None:
    _, *rows = table_rows(opened(made())["Findings"])
    assert [row[4:6] for row in rows][1:] == [
        ["“Complete” is one spelling of Completed.", "Write it so."],
        ["As above", "As above"],
        ["There is nothing in it.", None],
        ["No action has a ref.", "Add a Ref column."],
    ]


def test_nothing_found_is_said() -> None:
    book = opened(made(()))
    assert book["Findings"]["A3"].value == "Nothing was found: the plan is ready."
    assert book["By rule"].tables == {}


def test_how_many() -> None:
    assert str(opened(made())["Findings"]["A3"].value) == (
        "1 error, 1 warning and 2 pieces of advice. Each link under Where goes to its cell in "
        "plans/my plan #1.xlsx, which must be in this report's folder."
    )
