"""The master as a Document: its sheets, its headings, what its drop-downs offer and what a blank one holds."""

from datetime import date

import pytest
from defusedxml import ElementTree

from peerxl.documents.document import Choices, Document, Section
from peerxl.documents.guide import list_guidance
from peerxl.documents.letters_sheet import build_letters_section
from peerxl.documents.master import LINES_TO_COLLECT, MasterRow, Shape, build_master
from peerxl.excel.laying_out import EMPTY_ROWS, lay_out
from peerxl.excel.row_heights import WRITING_LINE, WRITING_PADDING
from peerxl.language.timescales import parse_timescale
from peerxl.mail.wording import LETTERS
from peerxl.model.fiscal import FiscalQuarter, YearConvention
from peerxl.model.settings import Contact, Directory, FrontMatter, Settings
from peerxl.model.sheet import Cell
from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary
from peerxl.model.timing import Timing
from tests.documents.workbook import parts

SHEET_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HEADINGS = [
    "Ref",
    "Theme",
    "Recommendation",
    "Action",
    "Timescale",
    "Owner",
    "Quarter 1 update",
    "Quarter 1 comments",
    "Quarter 2 update",
    "Quarter 2 comments",
    "Quarter 3 update",
    "Quarter 3 comments",
    "Quarter 4 update",
    "Quarter 4 comments",
    "Evidence",
]
SETTINGS = Settings(
    front=FrontMatter(committee="Scrutiny Committee"),
    appendix_columns=("Ref", "Action", "Status"),
    council="Wexmere Council",
    coordinator="Policy Officer",
    quarter=FiscalQuarter(2025, 2),
    plan_starts=FiscalQuarter(2024, 4),
    years=YearConvention(first_month=1),
    appendix_number="9",
    reply_days=7,
    timing=Timing("Wales", (date(2026, 2, 16), date(2026, 5, 18)), clear_days=0, reminder_days=(5, 1)),
    mail_server="smtp://mail.wexmere.example",
    vocabulary=Vocabulary((Status("To do", True, "Not begun.", ("Todo", "Open")), Status("Done", False))),
    directory=Directory((Contact("Clerk", ("Town Clerk", "RFO"), "Ann Lee", "clerk@wexmere.example", "Mayor"),)),
)
ROWS = (
    MasterRow("A1", "Money", "Save.", "Cut costs", date(2026, 3, 31), "Clerk", (("To do", "Soon."), ("Done", ""))),
    MasterRow("A2", "Money", "Save.", "Sell land", "Q2 25/26", "Clerk", evidence="Minute 4"),
    MasterRow("B1", "People", "Train.", "Teach", "TBC"),
)


@pytest.fixture(name="full")
def make_full() -> Document:
    return build_master("Wexmere - Action plan 2025/26", SETTINGS, date(2025, 9, 30), ROWS)


@pytest.fixture(name="blank")
def make_blank() -> Document:
    return build_master("Action plan", Settings(), date(2025, 4, 1))


def texts(sheet: Section) -> list[list[str]]:
    return [[entry.text for entry in row.entries] for row in sheet.rows]


def headings(sheet: Section) -> list[str]:
    return [column.heading for column in sheet.columns]


def test_document(full: Document) -> None:
    assert (full.title, full.creator, full.dated) == (
        "Wexmere - Action plan 2025/26",
        "Wexmere Council",
        date(2025, 9, 30),
    )
    assert [sheet.name for sheet in full.sections] == [
        "Action plan",
        "Owners",
        "Statuses",
        "Settings",
        "Letters",
        "Guide",
    ]
    assert [sheet.table_name for sheet in full.sections] == [
        "ActionPlan",
        "Owners",
        "Statuses",
        "Settings",
        "Letters",
        "Guide",
    ]


def test_plan_sheet(full: Document) -> None:
    plan = full.section("Action plan")
    assert plan.title == "Wexmere - Action plan 2025/26"
    assert (plan.keeps_headings_in_sight, plan.is_filterable, plan.is_locked) == (True, True, False)
    assert (lay_out(plan).header_row, lay_out(plan).last_row) == (3, 6)
    assert headings(plan) == HEADINGS
    assert [row.starts_group for row in plan.rows] == [True, False, True]


def test_the_plan_keeps_the_officers_words(full: Document) -> None:
    first, second, third = [[entry.value for entry in row.entries] for row in full.section("Action plan").rows]
    assert first[:6] == ["A1", "Money", "Save.", "Cut costs", date(2026, 3, 31), "Clerk"]
    assert first[6:] == ["To do", "Soon.", "Done", "", "", "", "", "", ""]
    assert second == ["A2", "Money", "Save.", "Sell land", "Q2 25/26", "Clerk", *[""] * 8, "Minute 4"]
    assert third == ["B1", "People", "Train.", "Teach", "TBC", *[""] * 10]


def test_a_plan_may_have_more_columns() -> None:
    shape = Shape(("Quarter 4 2024/25", "Quarter 1"), has_original=True, extras=("Cost", "Budget"))
    row = MasterRow("A1", action="Cut costs", timescale="Q2", original="Q1", updates=(("Done", "x"),), extras=(5,))
    sheet = build_master("Plan", Settings(), date(2025, 4, 1), (row,), shape).section("Action plan")
    assert headings(sheet) == [
        *HEADINGS[:4],
        "Original timescale",
        "Timescale",
        "Owner",
        "Quarter 4 2024/25 update",
        "Quarter 4 2024/25 comments",
        "Quarter 1 update",
        "Quarter 1 comments",
        "Evidence",
        "Cost",
        "Budget",
    ]
    assert [entry.value for entry in sheet.rows[0].entries] == [
        *("A1", "", "", "Cut costs", "Q1", "Q2", "", "Done", "x", "", "", "", 5, "")
    ]


def test_words_that_are_not_settled_are_listed_without_what_they_count_as() -> None:
    vocabulary = Vocabulary((Status("Done", False),), ("On track",))
    sheet = build_master("Plan", Settings(vocabulary=vocabulary), date(2025, 4, 1)).section("Statuses")
    assert texts(sheet) == [["Done", "Closed", "", ""], ["On track", "", "", ""]]
    assert sheet.lines[-1].text == "Say for each word that is not Open or Closed yet which it counts as."


def test_choices(full: Document) -> None:
    offered = {column.heading: column.choices for sheet in full.sections for column in sheet.columns if column.choices}
    owner = Choices("Owners", "Owner", is_strict=False)
    updates = {f"Quarter {number} update": Choices("Statuses", "Status") for number in range(1, 5)}
    counts_as = Choices(words=("Open", "Closed"))
    assert offered == {"Owner": owner, "Reports to": owner, "Counts as": counts_as, **updates}


def test_prompts_are_as_short_as_excel_wants(full: Document) -> None:
    assert all(len(column.prompt) <= 255 for sheet in full.sections for column in sheet.columns)


def test_owners_sheet(full: Document) -> None:
    owners = full.section("Owners")
    assert headings(owners) == ["Owner", "Also written as", "Name", "Email", "Reports to"]
    assert texts(owners) == [["Clerk", "Town Clerk; RFO", "Ann Lee", "clerk@wexmere.example", "Mayor"]]


def test_statuses_sheet(full: Document) -> None:
    statuses = full.section("Statuses")
    assert headings(statuses) == ["Status", "Counts as", "Also written as", "Meaning"]
    assert texts(statuses) == [["To do", "Open", "Todo; Open", "Not begun."], ["Done", "Closed", "", ""]]


def test_settings_sheet(full: Document) -> None:
    settings = full.section("Settings")
    assert headings(settings) == ["Setting", "Value", "What it is for"]
    assert [(row.entries[0].value, row.entries[1].value) for row in settings.rows] == [
        ("Council", "Wexmere Council"),
        ("Coordinator", "Policy Officer"),
        ("Reporting quarter", "Q2 2025/26"),
        ("Plan starts", "Q4 2024/25"),
        ("First month of the year", "January"),
        ("Q1 2023 means", ""),
        ("Appendix number", 9),
        ("Committee name", "Scrutiny Committee"),
        ("Publication date", ""),
        ("Portfolio holder", ""),
        ("Contact", ""),
        ("Other formats", ""),
        ("Appendix columns", "Ref; Action; Status"),
        ("Days to reply", 7),
        ("Nation", "Wales"),
        ("Committee dates", "16 February 2026; 18 May 2026"),
        ("Papers due", ""),
        ("Closed days", ""),
        ("Clear days", 0),
        ("Days to write the paper", ""),
        ("Fewest days to reply", ""),
        ("Reminders before", "5, 1"),
        ("Reminders after, every", ""),
        ("Copy to Reports to after", ""),
        ("Copy to the director after", ""),
        ("Chief executive's list after", ""),
        ("Mail server", "smtp://mail.wexmere.example"),
    ]
    assert all(row.entries[1].is_input and row.entries[2].text for row in settings.rows)


def test_an_appendix_may_be_named_by_a_letter() -> None:
    document = build_master("Plan", Settings(appendix_number="4b"), date(2025, 4, 1))
    assert ["Appendix number", "4b"] in [row[:2] for row in texts(document.section("Settings"))]


def test_the_guide_explains_the_councils_own_words_and_year() -> None:
    said = dict(list_guidance(SETTINGS))
    closing = "Once an action is closed, its later quarters can stay blank."
    assert said["Update"] == ("To do (open): Not begun.", "Done (closed)", closing)
    assert (
        said["Timescale"][0]
        == "“Q3 2025” is due on 30 September 2025. “Q1 2025 – Q2 2025” runs from 1 January 2025 to 30 June 2025."
    )
    assert list(said)[-1] == "Each January"


def test_the_guide_explains_timescales_by_examples(blank: Document) -> None:
    said = dict(texts(blank.section("Guide")))
    assert said["Timescale"].splitlines() == [
        "“Q3 2025/26” is due on 31 December 2025. “Q1 2025/26 – Q2 2025/26” runs from 1 April 2025 to 30 September 2025.",
        "“by 31 March 2026”, “31/03/2026” and “March 2026” are all due on 31 March 2026.",
        "“Autumn 2025” ends on 30 November 2025. “Q1 2025/26 – ongoing” starts on 1 April 2025 and has no end. "
        "“Q1 2025” is Q1 2025/26.",
        "“TBC” means that no date is set. “Before Christmas” and “2025” cannot be read: say which quarter or day.",
    ]
    assert list(said)[-1] == "Each April"
    assert said["Each April"] == (
        "The coordinator has peerxl make next year's plan from this one: the actions still open, the first quarter to "
        "report, nothing reported yet. A copy with another year in its title would still report the last quarter of this "
        "one."
    )


@pytest.mark.parametrize(
    ("phrase", "start", "due_date"),
    [
        ("Q3 2025/26", FiscalQuarter(2025, 3), date(2025, 12, 31)),
        ("Q1 2025/26 – Q2 2025/26", FiscalQuarter(2025, 1), date(2025, 9, 30)),
        ("by 31 March 2026", None, date(2026, 3, 31)),
        ("31/03/2026", FiscalQuarter(2025, 4), date(2026, 3, 31)),
        ("March 2026", FiscalQuarter(2025, 4), date(2026, 3, 31)),
        ("Autumn 2025", FiscalQuarter(2025, 2), date(2025, 11, 30)),
        ("Q1 2025/26 – ongoing", FiscalQuarter(2025, 1), None),
    ],
)
def test_timescales_are_read_as_the_guide_says(phrase: str, start: FiscalQuarter | None, due_date: date | None) -> None:
    assert f"“{phrase}”" in "\n".join(dict(list_guidance(Settings()))["Timescale"])
    reading = parse_timescale(phrase)
    assert (reading.start, reading.due_date) == (start, due_date)


@pytest.mark.parametrize(
    ("phrase", "kind"), [("TBC", "unset"), ("Before Christmas", "unreadable"), ("2025", "unreadable")]
)
def test_timescales_without_a_date_are_read_as_the_guide_says(phrase: str, kind: str) -> None:
    assert f"“{phrase}”" in "\n".join(dict(list_guidance(Settings()))["Timescale"])
    assert parse_timescale(phrase).kind == kind


def test_the_guide_fits_a_page(blank: Document) -> None:
    sheet = lay_out(blank.section("Guide"))
    assert sheet.width <= 772
    assert sum(sheet.heights) <= 480


def test_a_blank_master_has_the_same_sheets(full: Document, blank: Document) -> None:
    shapes = [
        [(sheet.name, headings(sheet), lay_out(sheet).header_row) for sheet in each.sections] for each in (full, blank)
    ]
    assert shapes[0] == shapes[1]


def test_a_blank_master_has_empty_rows_to_type_into(blank: Document) -> None:
    plan, owners = lay_out(blank.section("Action plan")), lay_out(blank.section("Owners"))
    assert [[entry.text for entry in row.entries] for row in plan.rows] == [[""] * len(HEADINGS)] * EMPTY_ROWS
    assert [[entry.text for entry in row.entries] for row in owners.rows] == [[""] * 5] * EMPTY_ROWS


def test_a_row_has_room_for_the_comments_that_are_still_to_come(full: Document, blank: Document) -> None:
    least = LINES_TO_COLLECT * WRITING_LINE + WRITING_PADDING
    assert set(lay_out(blank.section("Action plan")).heights) == {least}
    assert min(lay_out(full.section("Action plan")).heights) >= least
    rows = ElementTree.fromstring(parts(blank)["xl/worksheets/sheet1.xml"]).iter(f"{SHEET_NAMESPACE}row")
    # A row of a set height would not grow by what is typed into it.
    assert {(row.get("ht") is not None, row.get("customHeight")) for row in rows} == {(True, None)}


def test_a_blank_master_has_the_usual_words_and_settings(blank: Document) -> None:
    assert [row[0] for row in texts(blank.section("Statuses"))] == list(DEFAULT_VOCABULARY.words)
    assert [row[1] for row in texts(blank.section("Settings")) if row[1]] == ["April", "14"]


def test_the_letters_are_those_that_are_written(full: Document) -> None:
    """Each may be worded otherwise; what the council has worded already stands there."""
    assert [row[0] for row in texts(full.section("Letters"))] == list(LETTERS)
    own = Settings(letters=(("ask", Cell("Letters", 4, 2, "Dear {{ name }}")),))
    assert [row[1] for row in texts(build_letters_section(own)) if row[1]] == ["Dear {{ name }}"]
