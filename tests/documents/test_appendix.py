"""The committee appendix, line by line of what a published workbook must be, in the bytes that are published."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from peerxl.documents.appendix import build_appendix
from peerxl.documents.appendix_layouts import LAYOUTS
from peerxl.documents.document import Document
from peerxl.documents.palette import ColourPair
from peerxl.excel.laying_out import lay_out
from peerxl.excel.measure import TALLEST_ROW
from peerxl.excel.sheet_layout import SheetLayout
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell
from tests.conftest import SHARED, needs_shared
from tests.documents.plans import ACTIONS, COLUMNS, PLAN, Q2, Q3, SHEET, action, dated, plan_of, update
from tests.documents.workbook import opened, parts, table_rows

MANY = plan_of(*(replace(ACTIONS[number % 5], row=number + 4) for number in range(300)))
LONG = "This sentence says what was done and what comes next. " * 120
VARIANTS = {
    "plan": PLAN,
    "many": MANY,
    "none": plan_of(),
    "all closed": plan_of(ACTIONS[1]),
    "bare": plan_of(action(4, "Do it"), columns=(Field.ACTION,)),
    "long": plan_of(action(4, "Do it", comment=LONG, theme="Vision"), ACTIONS[1]),
}


def made(plan: ActionPlan = PLAN, layout: str = "full", *, merged: bool = False) -> Document:
    return build_appendix(plan, Q3, layout=layout, number="9", merged=merged)


def sheet_of(document: Document) -> Worksheet:
    (sheet,) = opened(document).worksheets
    assert isinstance(sheet, Worksheet)
    return sheet


def sheets_of(document: Document) -> list[Worksheet]:
    return [sheet for sheet in opened(document).worksheets if isinstance(sheet, Worksheet)]


def layouts_of(document: Document) -> list[SheetLayout]:
    return [lay_out(section) for section in document.sections]


def above(sheet: Worksheet) -> list[object]:
    """The lines between the title and the table."""
    (table,) = sheet.tables.values()
    return [sheet.cell(row, 1).value for row in range(2, int(re.findall(r"\d+", table.ref)[0]))]


@pytest.fixture(name="any_plan", params=VARIANTS)
def make_any_plan(request: pytest.FixtureRequest) -> ActionPlan:
    return VARIANTS[request.param]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_golden(layout: str, golden: Callable[[Document, str], None]) -> None:
    golden(made(layout=layout), f"appendix-{layout}")


def test_golden_merged(golden: Callable[[Document, str], None]) -> None:
    golden(made(merged=True), "appendix-merged")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_real_table_with_its_headings(layout: str, any_plan: ActionPlan) -> None:
    document = made(any_plan, layout)
    for section, sheet in zip(document.sections, sheets_of(document), strict=True):
        assert len(sheet.tables) <= 1
        for table in sheet.tables.values():
            check_table(sheet, table, section.table_name)


def check_table(sheet: Worksheet, table: Table, name: str) -> None:
    first, _, last, last_row = re.findall(r"[A-Z]+|\d+", table.ref)
    assert (first, table.displayName, table.headerRowCount) == ("A", name, 1)
    assert (last, int(last_row)) == (re.findall("[A-Z]+", sheet.dimensions)[-1], sheet.max_row)
    headings = table_rows(sheet)[0]
    assert [column.name for column in table.tableColumns] == headings
    assert len({str(heading).casefold() for heading in headings}) == len(headings)
    assert all(isinstance(heading, str) and heading.strip() for heading in headings)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_blanks_and_no_merges(layout: str, any_plan: ActionPlan) -> None:
    for sheet in sheets_of(made(any_plan, layout)):
        assert not sheet.merged_cells.ranges
        assert all(sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1))
        if sheet.tables:
            assert all(value not in (None, "") for row in table_rows(sheet) for value in row)


def test_the_full_layout_has_the_columns_of_appendix_4() -> None:
    assert table_rows(sheet_of(made()))[0] == [
        "Recommendation",
        "Ref",
        "Actions",
        "Timescale/Due date",
        "Officer",
        "Quarter 3 update",
        "Comments",
    ]


def test_the_open_layout_has_the_columns_of_appendix_9_and_the_timescale() -> None:
    headings, *rows = table_rows(sheet_of(made(layout="open")))
    assert headings == ["Theme", "Officer", "Ref", "Actions", "Timescale/Due date", "Quarter 3 update", "Comments"]
    assert [row[2] for row in rows] == ["V1.1", "S1.1", "S1.2", "S1.3"]


def test_the_exceptions_say_why_each_is_one() -> None:
    headings, *rows = table_rows(sheet_of(made(layout="exceptions")))
    assert headings == [
        *("Theme", "Ref", "Actions", "Timescale/Due date", "Officer", "Quarter 3 update"),
        *("Why it is here", "Comments"),
    ]
    assert [(row[1], row[6]) for row in rows] == [
        ("V1.1", "Overdue"),
        ("S1.1", "No update received"),
        ("S1.3", "On hold"),
    ]


MOVED = action(
    9,
    "Plant trees",
    ref="E1",
    theme="Climate",
    timescale=dated("Q4 23/24", Q3 + 1),
    original_timescale=dated("Q1 23/24", Q2 - 1),
    status="WIP",
    comment="The nursery was late.",
)
CLOSED_BEFORE = action(10, "Open the pier", ref="E2", theme="Climate", last=update(10, Q2, "Done", "Opened."))


def test_progress_has_a_table_for_each_thing_that_became_of_actions() -> None:
    document = made(plan_of(*ACTIONS, MOVED, CLOSED_BEFORE), "progress")
    sheets = {sheet.title: table_rows(sheet) for sheet in sheets_of(document)}
    assert {name: [row[1] for row in rows[1:]] for name, rows in sheets.items()} == {
        "Closed": ["V1.2"],
        "Live": ["V1.1", "S1.1", "S1.2", "S1.3", "E1"],
        "Dates changed": ["E1"],
        "Overdue": ["V1.1"],
        "No update": ["S1.1"],
    }
    assert sheets["Dates changed"] == [
        ["Theme", "Ref", "Actions", "Officer", "First date", "New date", "What the comment says"],
        ["Climate", "E1", "Plant trees", "Not set", "Q1 23/24", "Q4 23/24", "The nursery was late."],
    ]
    assert sheets["Overdue"][1][5:7] == ["1 quarter", "In progress"]
    assert sheets["No update"] == [
        ["Theme", "Ref", "Actions", "Officer", "Timescale/Due date", "Last status"],
        ["Savings", "S1.1", "Agree the budget", "AD for Finance", "Not set", "None given"],
    ]
    assert [section.title for section in document.sections] == [
        f"Appendix 9 - Peer review action plan - Quarter 3 2023/24: {heading}"
        for heading in ("closed since last time", "live actions", "dates changed", "overdue", "no update received")
    ]


def test_what_the_tables_of_progress_say_of_themselves() -> None:
    sheets = sheets_of(made(plan_of(*ACTIONS, MOVED, CLOSED_BEFORE), "progress"))
    when = "Quarter 3 2023/24 (October to December 2023)"
    assert [above(sheet)[:2] for sheet in sheets] == [
        [f"The actions that were closed in {when} and open in Quarter 2 2023/24.", "1 of the plan's 7 actions."],
        [
            f"The actions that were still open at the end of {when}, by recommendation.",
            "5 of the plan's 7 actions are open: 2 in progress, 1 on hold, 1 “Stalled?” and 1 with no status.",
        ],
        [
            "The open actions that are to be done at another time than was first agreed, with what their comments say.",
            "1 of the plan's 7 actions.",
        ],
        [
            f"The open actions that were due before {when}, and by how many quarters they are late.",
            "1 of the plan's 7 actions.",
        ],
        [
            f"The open actions on which nothing was reported for {when}, with what was last known of each.",
            "1 of the plan's 7 actions.",
        ],
    ]


def test_a_plan_that_says_nothing_of_earlier_quarters_is_not_said_to() -> None:
    sheet = sheets_of(made(plan_of(ACTIONS[1]), "progress"))[0]
    assert above(sheet)[0] == (
        "The actions that were closed by Quarter 3 2023/24 (October to December 2023); "
        "the plan does not say which were so before."
    )


def test_a_position_statement_goes_by_recommendation() -> None:
    first, second, third, *_ = ACTIONS
    evidence = replace(second, evidence="Minute 4")
    changed = replace(
        first, extras=((Cell(SHEET, 3, 9, "What difference has it made?"), Cell(SHEET, 4, 9, "Bills are lower.")),)
    )
    headings, *rows = table_rows(sheet_of(made(plan_of(changed, third, evidence), "position-statement")))
    assert headings == ["What was asked", "Ref", "Actions", "What was done", "Evidence", "Impact", "What next"]
    assert [row[1:] for row in rows] == [
        [
            *("V1.1", "Refresh the climate strategy", "In progress\nDrafted.", "None given", "Bills are lower."),
            "Q2 23/24\nAD for Environment with support from Clerk",
        ],
        [
            *("V1.2", "Embed the delivery plan", "Completed\n=SUM(A1) is how it was put.", "Minute 4", "None given"),
            "Nothing: it is closed",
        ],
        [
            *("S1.1", "Agree the budget", "No update received\nNo update received", "None given", "None given"),
            "Not set\nAD for Finance",
        ],
    ]


def test_the_theme_is_repeated_and_a_long_recommendation_is_not() -> None:
    _, *rows = table_rows(sheet_of(made()))
    assert [str(row[0]).split("\n") for row in rows] == [
        ["Vision", ACTIONS[0].recommendation],
        ["Vision", "As above"],
        ["Savings", "Meet the savings."],
        ["Savings", "Meet the savings."],
        ["Savings", "Not set"],
    ]


def test_each_theme_begins_with_a_heavier_line() -> None:
    sheet = sheet_of(made())
    (table,) = sheet.tables.values()
    first = int(re.findall(r"\d+", table.ref)[0]) + 1
    styles = [sheet.cell(row, 1).border.top.style for row in range(first, sheet.max_row + 1)]
    assert styles == ["thin", "thin", "medium", "thin", "thin"]


def test_what_stands_where_there_is_nothing() -> None:
    _, *rows = table_rows(sheet_of(made()))
    assert rows[2][3:] == ["Not set", "AD for Finance", "No update received", "No update received"]
    assert rows[4][4] == "Not set"


def test_statuses_are_canonical_words_and_unknown_ones_stay() -> None:
    _, *rows = table_rows(sheet_of(made()))
    assert [row[5] for row in rows] == ["In progress", "Completed", "No update received", "“Stalled?”", "On hold"]


def test_supporters_are_told_apart() -> None:
    _, *rows = table_rows(sheet_of(made()))
    assert [row[4] for row in rows[:2]] == ["AD for Environment with support from Clerk", "AD for Finance"]
    assert rows[3][4] == "AD for Environment / AD for Finance"


def test_title_period_figures_and_meanings() -> None:
    sheet = sheet_of(made())
    assert sheet["A1"].value == "Appendix 9 - Peer review action plan - Quarter 3 2023/24"
    assert sheet["A1"].style == "Heading 1"
    first, second, *meanings = above(sheet)
    assert [first, second, " ".join(map(str, meanings))] == [
        "Every action of the peer review action plan, as reported for Quarter 3 2023/24 (October to December 2023).",
        "The plan has 5 actions: 1 in progress, 1 on hold, 1 completed, 1 “Stalled?” and 1 with no status.",
        "In progress: Work has begun and is not finished. On hold: Work has stopped for now; the comment says why and until when. "
        "Completed: The action is done. “Stalled?”: the plan does not say what it counts as; the action counts as open. "
        "No update received: neither a status nor a comment was given for this quarter.",
    ]


def test_no_comment_is_spoken_of_in_a_paper_without_comments() -> None:
    columns = tuple(column for column in COLUMNS if column is not Field.COMMENT)
    silent = [
        replace(one, updates=tuple(replace(update, comment="") for update in one.updates)) for one in PLAN.actions
    ]
    told = " ".join(map(str, above(sheet_of(made(plan_of(*silent, columns=columns))))))
    assert "On hold: Work has stopped for now. Completed:" in told
    assert "comment says" not in told


def test_what_the_exceptions_say_of_themselves() -> None:
    assert above(sheet_of(made(layout="exceptions")))[:3] == [
        "The actions of the peer review action plan that were late, put off, on hold, due or without an update at the end of Quarter 3 2023/24 (October to",
        "December 2023), and why each is here.",
        "3 of the plan's 5 actions are here: 1 overdue, 1 on hold and 1 with no update.",
    ]


def test_what_the_open_actions_say_of_themselves() -> None:
    assert above(sheet_of(made(layout="open")))[:2] == [
        "The actions of the peer review action plan that were still open at the end of Quarter 3 2023/24 (October to December 2023).",
        "4 of the plan's 5 actions are open: 1 in progress, 1 on hold, 1 “Stalled?” and 1 with no status.",
    ]


@pytest.mark.parametrize(
    ("plan", "layout", "said"),
    [
        (plan_of(), "full", "The plan has no actions."),
        (plan_of(), "exceptions", "The plan has no actions."),
        (plan_of(), "open", "The plan has no actions."),
        (plan_of(), "progress", "The plan has no actions."),
        (plan_of(), "position-statement", "The plan has no actions."),
        (plan_of(ACTIONS[1]), "exceptions", "There are no exceptions among the plan's 1 action."),
        (plan_of(ACTIONS[1]), "open", "No action is open: the only one is closed."),
        (plan_of(ACTIONS[1], ACTIONS[1]), "open", "No action is open: all 2 are closed."),
    ],
)
def test_a_sheet_without_actions_says_so(plan: ActionPlan, layout: str, said: str) -> None:
    sheet = sheet_of(made(plan, layout))
    assert sheet.tables == {}
    assert said in [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]


def test_columns_the_plan_has_nothing_for_are_left_out() -> None:
    sheet = sheet_of(made(VARIANTS["bare"]))
    assert table_rows(sheet) == [["Actions"], ["Do it"]]
    assert above(sheet) == [
        "Every action of the peer review action plan, as reported for Quarter 3 2023/24 (October to December 2023).",
        "The plan has 1 action: 1 with no status.",
        "The plan gives no timescales, no owners, no statuses and no comments.",
    ]


def test_a_plan_without_comments_is_not_said_to_lack_one_for_each_action() -> None:
    actions = action(4, "Mend", status="Completed"), action(5, "Plant")
    sheet = sheet_of(made(plan_of(*actions, columns=(Field.ACTION, Field.STATUS))))
    assert table_rows(sheet) == [
        ["Actions", "Quarter 3 update"],
        ["Mend", "Completed"],
        ["Plant", "No update received"],
    ]
    assert "The plan gives no timescales, no owners and no comments." in above(sheet)


def test_themes_without_recommendations_stand_alone() -> None:
    plan = plan_of(action(4, "Do it", theme="Vision"))
    assert table_rows(sheet_of(made(plan)))[0][0] == "Theme"


@pytest.mark.parametrize("number", ["", " "])
def test_an_appendix_without_a_number(number: str) -> None:
    title = "Peer review action plan - Quarter 3 2023/24"
    assert build_appendix(PLAN, Q3, number=number).title == title


def test_properties() -> None:
    properties = opened(made()).properties
    assert (properties.title, properties.creator) == (made().title, "Wexmere Council")
    assert properties.language == "en-GB"
    assert str(properties.created) == "2023-12-31 00:00:00"
    assert opened(made(replace(PLAN, settings=Settings()))).properties.creator == "Wexmere action plan"


def test_every_pair_of_colours_in_use_has_contrast_enough() -> None:
    for merged in (False, True):
        for row in sheet_of(made(merged=merged)).iter_rows():
            for cell in row:
                fill = cell.fill.fgColor.rgb[2:] if cell.fill.patternType else ""
                assert ColourPair(cell.font.color.rgb[2:], fill).contrast >= 4.5 if cell.value else True


@pytest.mark.parametrize("layout", LAYOUTS)
def test_letters_and_alignment(layout: str, any_plan: ActionPlan) -> None:
    for sheet in sheets_of(made(any_plan, layout)):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert (cell.font.name, cell.font.sz >= 12, cell.alignment.horizontal) == ("Arial", True, "left")
        table = next(iter(sheet.tables.values()), None)
        for cell in (cell for cells in (sheet[table.ref][1:] if table else ()) for cell in cells):
            assert (cell.alignment.wrap_text, cell.alignment.vertical, cell.alignment.indent) == (True, "top", 1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_row_is_tall_enough_and_none_taller_than_excel_can(layout: str, any_plan: ActionPlan) -> None:
    for sheet in layouts_of(made(any_plan, layout)):
        assert all(height <= TALLEST_ROW for height in sheet.heights)
        assert not any("more text than Excel can show" in line.text for line in sheet.lines)


def test_a_long_comment_goes_on_below_and_nothing_is_lost() -> None:
    sheet = sheet_of(made(VARIANTS["long"]))
    _, *rows = table_rows(sheet)
    assert len(rows) > 3
    told = [str(row[-1]).removeprefix("(continued)\n") for row in rows[:-1]]
    assert " ".join(told) == LONG.strip()
    assert rows[1][:-1] == ["Vision\nNot set", *["As above"] * 5]
    assert "A text too long for one row goes on in the row below, marked “(continued)”." in above(sheet)


def test_a_long_recommendation_goes_on_under_its_theme() -> None:
    plan = plan_of(action(4, "Do it", theme="Vision", recommendation=LONG))
    _, *rows = table_rows(sheet_of(made(plan)))
    assert {str(row[0]).split("\n")[0] for row in rows[1:]} == {"Vision (continued)"}


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_page_is_a4_landscape_and_holds_the_table_without_shrinking_below_90_percent(
    layout: str, merged: bool, any_plan: ActionPlan
) -> None:
    document = made(any_plan, layout, merged=merged)
    written = parts(document)
    for number, (sheet, described) in enumerate(zip(sheets_of(document), layouts_of(document), strict=True), 1):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        footer = written[f"xl/worksheets/sheet{number}.xml"].partition("<oddFooter>")[2]
        assert "Appendix 9 - " in footer
        assert "Page &amp;P of &amp;N" in footer
        if described.has_table:
            check_page(sheet, described)


def check_page(sheet: Worksheet, described: SheetLayout) -> None:
    scale = sheet.page_setup.scale or 100
    assert scale in {90, 95, 100}
    assert not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage
    margins = 72 * (sheet.page_margins.left + sheet.page_margins.right)
    assert described.width * scale / 100 <= 841.9 - margins
    assert described.printed_columns == len(described.columns)
    assert sheet.print_title_rows == f"${described.header_row}:${described.header_row}"
    rows = [described.first_row + row for row in described.breaks]
    assert [page.id + 1 for page in sheet.row_breaks.brk] == [row - (row == described.first_row) for row in rows]


@pytest.mark.parametrize("merged", [False, True])
def test_nothing_that_should_not_be_published(merged: bool) -> None:
    document = made(merged=merged)
    sheet = sheet_of(document)
    assert sheet.freeze_panes is None
    assert sheet.auto_filter.ref is None
    assert all(table.autoFilter is None for table in sheet.tables.values())
    assert sheet.sheet_state == "visible"
    assert not [row for row in sheet.row_dimensions.values() if row.hidden]
    assert not [column for column in sheet.column_dimensions.values() if column.hidden]
    assert set(parts(document)) <= {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/tables/table1.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet1.xml",
    }
    names = re.findall(r'<definedName name="([^"]+)"', parts(document)["xl/workbook.xml"])
    assert set(names) <= {"_xlnm.Print_Area", "_xlnm.Print_Titles"}
    assert "@" not in "".join(parts(document).values())


def test_merged_cells_say_that_they_are_not_accessible() -> None:
    sheet = sheet_of(made(merged=True))
    assert sheet.tables == {}
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A11:A12", "A9:A10"]
    assert sheet["A2"].value == (
        "This version has merged cells, so it is not accessible to screen readers. "
        "Ask the council for the accessible version."
    )


def test_comments_are_the_reporting_quarter_s_only() -> None:
    everything = parts(made())["xl/sharedStrings.xml"]
    assert "Drafted." in everything
    assert "Begun." not in everything


def test_formulas_in_comments_are_text() -> None:
    _, *rows = table_rows(sheet_of(made()))
    assert [row[-1] for row in rows][1::3] == ["=SUM(A1) is how it was put.", "+44 later"]
    assert "<f>" not in parts(made())["xl/worksheets/sheet1.xml"]


def test_what_a_quarter_lacks_is_named_for_what_it_is() -> None:
    closed = action(4, "Mend", status="", last=update(4, Q2, "Superseded", "Replaced."))
    plan = plan_of(closed, action(5, "Plant", comment="Half done."), action(6, "Paint", status="WIP"))
    sheet = sheet_of(made(plan))
    assert [row[-2:] for row in table_rows(sheet)[1:]] == [
        ["Superseded (Quarter 2)", "No update needed"],
        ["No status given", "Half done."],
        ["In progress", "No comment given"],
    ]
    _, figures, *meanings = above(sheet)
    assert [figures, " ".join(map(str, meanings))] == [
        "The plan has 3 actions: 1 in progress, 1 superseded and 1 with no status.",
        "In progress: Work has begun and is not finished. "
        "Superseded: The action is no longer needed because something else replaced it. "
        "A quarter in brackets is the one in which an action was closed; it needs no update after that.",
    ]


def test_another_year_and_quarter() -> None:
    document = build_appendix(PLAN, FiscalQuarter(2023, 2), number="4")
    assert document.title == "Appendix 4 - Peer review action plan - Quarter 2 2023/24"
    assert [row[5] for row in table_rows(sheet_of(document))[:2]] == ["Quarter 2 update", "In progress"]


@needs_shared
@pytest.mark.parametrize("shape", ["merged", "plain", "table"])
@pytest.mark.parametrize(
    ("name", "number", "quarter", "actions"),
    [("appendix4-q1-2023", "4", FiscalQuarter(2023, 1), 20), ("appendix9-q3-2023-24", "9", FiscalQuarter(2023, 3), 9)],
)
def test_the_published_appendices(name: str, number: str, quarter: FiscalQuarter, actions: int, shape: str) -> None:
    from peerxl import read_plan

    plan = read_plan(SHARED / "appendices" / f"{name}-{shape}.xlsx", quarter=quarter)
    called = "Action plan" if shape == "table" else "Peer review action plan"
    for layout, rows in (("full", actions), ("open", 9)):
        sheet = sheet_of(build_appendix(plan, quarter, layout=layout, number=number))
        headings, *told = table_rows(sheet)
        assert (len(told), sheet["A1"].value) == (
            rows,
            f"Appendix {number} - {called} - Quarter {quarter.number} 2023/24",
        )
        assert "Timescale" not in headings or layout == "open"
        assert all(value for row in told for value in row)
        assert not any("VISION" in str(value) or "<p>" in str(value) for row in told for value in row)
