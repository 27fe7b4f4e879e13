"""The paper as a workbook: which sheets it has, and that each is what a published sheet must be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from peerxl.documents.appendix_layouts import LAYOUTS
from peerxl.documents.document import Document
from peerxl.documents.paper import SHEETS, build_paper
from peerxl.excel.laying_out import lay_out
from peerxl.language.timescales import parse_timescale
from peerxl.model.plan import ActionPlan
from tests.documents.plans import ACTIONS, PLAN, Q3, action, plan_of
from tests.documents.workbook import opened, parts

MANY = plan_of(*(replace(ACTIONS[number % 5], row=number + 4, ref=f"A{number}") for number in range(300)))
TIMED = plan_of(*(replace(each, timescale=parse_timescale("Q2 23/24 – ongoing")) for each in ACTIONS))
PLANS = {"plan": PLAN, "timed": TIMED, "many": MANY, "bare": plan_of(action(4, "Do it")), "none": plan_of()}


def names(document: Document) -> list[str]:
    return [section.name for section in document.sections]


def test_the_sheets_in_their_order() -> None:
    assert names(build_paper(TIMED, Q3)) == ["Summary", "Actions", "What changed", "Timeline", "Notes"]
    assert names(build_paper(PLAN, Q3, sheets=("notes", "summary"))) == ["Summary", "Notes"]
    assert names(build_paper(PLAN, Q3, layout="progress"))[:4] == ["Summary", "Closed", "Live", "Overdue"]


def test_a_sheet_that_has_nothing_to_say_is_left_out() -> None:
    assert names(build_paper(plan_of(action(4, "Do it")), Q3)) == ["Summary", "Actions", "Notes"]
    assert names(build_paper(plan_of(), Q3)) == ["Summary", "Actions"]
    assert names(build_paper(plan_of(action(4, "Do it")), Q3, sheets=("what-changed",))) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_each_sheet_is_fit_to_be_published(plan: ActionPlan, layout: str) -> None:
    document = build_paper(plan, Q3, layout=layout)
    for sheet, section in zip(opened(document).worksheets, document.sections, strict=True):
        assert isinstance(sheet, Worksheet)
        assert (sheet["A1"].value, str(sheet["A1"].style).split()[0]) == (section.title, "Heading")
        assert len(sheet.tables) == (1 if section.rows else 0)
        assert [table.ref.split(":")[0][0] for table in sheet.tables.values()] in ([], ["A"])
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert lay_out(section).scale in (None, 90, 95, 100)
        assert all(entry.text for row in section.rows for entry in row.entries)


def test_the_summary_is_one_page() -> None:
    eight = plan_of(
        *(replace(ACTIONS[n % 5], row=n + 4, ref=f"A{n}", theme=f"Theme number {n % 8}") for n in range(60))
    )
    for plan in (PLAN, eight):
        layout = lay_out(build_paper(plan, Q3).sections[0])
        assert (layout.breaks, layout.has_chart) == ((), True)


def test_the_chart_is_excel_s_own_and_has_its_words() -> None:
    document = build_paper(PLAN, Q3)
    written = parts(document)
    chart, drawing = written["xl/charts/chart1.xml"], written["xl/drawings/drawing1.xml"]
    assert document.sections[0].chart is not None
    assert f'descr="{document.sections[0].chart.alt_text}"' in drawing
    assert [
        formula for formula in ("Summary!$A$9:$A$10", "Summary!$C$9:$C$10") if f"<c:f>{formula}</c:f>" in chart
    ] == [
        "Summary!$A$9:$A$10",
        "Summary!$C$9:$C$10",
    ]
    assert [name for name in written if name.startswith("xl/charts/")] == ["xl/charts/chart1.xml"]


def test_a_chart_with_no_room_goes_on_a_page_of_its_own() -> None:
    themes = plan_of(*(replace(ACTIONS[0], row=n + 4, ref=f"A{n}", theme=f"Theme {n}") for n in range(15)))
    layout = lay_out(build_paper(themes, Q3).sections[0])
    assert layout.breaks[-1:] == (len(layout.rows),)
    assert layout.last_printed_row > layout.last_row


def test_golden(golden: Callable[[Document, str], None]) -> None:
    golden(build_paper(TIMED, Q3, number="9", sheets=tuple(name for name in SHEETS if name != "actions")), "paper")
