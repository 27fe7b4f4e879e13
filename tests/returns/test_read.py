"""A form read back as values: what was issued, what was typed, and the table it stands in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from peerxl.chasing import chase_plan
from peerxl.identity.trace import ActionTrace
from peerxl.merge import Return
from peerxl.model.answer_field import COMMENT, DATE, STATUS
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.returns import read_return
from peerxl.returns.document import list_columns
from peerxl.returns.request import OwnerRequest
from peerxl.returns.returned_form import read_typed
from peerxl.returns.table import find_tables
from tests.conftest import sheet_from_text
from tests.returned_forms import Q3, REPLY_BY, TODAY, filled, form_sheets, headings_row, place, plan_of, set_value

SHEET = sheet_from_text("""
    | Harbour plan |
    |              |
    | Ref | Action          | Timescale | Owner    | Quarter 2 update | Comments | Quarter 3 update | Comments |
    | H1  | Repair the pier | Q2 23/24  | AD Roads | In progress      | Begun.   | In Progress      |          |
    |     | Review it       | Q2 23/24  | AD Roads | Ongoing          | Lit.     |                  | So far.  |
    |     | Review it       | Q4 24/25  | AD Roads | Ongoing          | Dug.     |                  |          |
    """)
PLAN = plan_of(SHEET, "the plan.xlsx")
ROADS = "AD Roads"


def read(sheets: list[Sheet]) -> Return:
    return read_return("a.xlsx", sheets, {}, modified=7.0)


def test_what_a_form_was_issued_with() -> None:
    form = read(filled(PLAN, ROADS, {("H1", "Comment"): "Ended."}))
    *_, issued = form_sheets(PLAN, ROADS)
    assert form.form_id == issued.value(headings_row(issued) + 1, 1)
    assert (form.file, form.plan, form.source, form.quarter, form.owner, form.modified) == (
        "a.xlsx",
        "Harbour plan",
        "the plan.xlsx",
        Q3,
        Owner(ROADS, "adroads"),
        7.0,
    )
    traces = [replace(action.trace, neighbours=None) for action in form.actions]
    assert traces == [
        ActionTrace("H1", "Repair the pier", "Plan", 4, "4", "4", None, "Q2 23/24"),
        ActionTrace("", "Review it", "Plan", 5, "5; 6", "", None, "Q2 23/24"),
        ActionTrace("", "Review it", "Plan", 6, "5; 6", "", None, "Q4 24/25"),
    ]
    assert len({action.trace.neighbours for action in form.actions}) == 3
    assert [[action.issued_text(field) for field in (STATUS, COMMENT, DATE)] for action in form.actions] == [
        ["In Progress", "", "Q2 23/24"],
        ["", "So far.", "Q2 23/24"],
        ["", "", "Q4 24/25"],
    ]
    assert [[(answer.field.name, answer.text) for answer in action.answers] for action in form.actions] == [
        [("status", "In progress"), ("comment", "Ended.")],
        [("comment", "So far.")],
        [],
    ]
    assert form.refusals == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("31/3/24", "31/3/24"),
        (date(2024, 3, 31), "31 March 2024"),
        (datetime(2024, 3, 31), "31 March 2024"),
        (datetime(2024, 3, 31, 10, 30), "31/03/2024 10:30"),
        (time(10, 30), "10:30:00"),
        (45382.0, "45382"),
        (True, "TRUE"),
    ],
)
def test_what_was_typed_as_people_write_it(value: Value, text: str) -> None:
    assert read_typed(value) == text


def test_a_formula_is_an_answer_that_cannot_be_taken() -> None:
    sheets = filled(PLAN, ROADS, {("H1", "Comment"): 2})
    cell = place(sheets[0], "H1", "Comment")
    form = read_return("a.xlsx", sheets, {cell: "=1+1"})
    assert form.modified == 0.0
    assert [(answer.text, answer.formula) for answer in form.actions[0].answers if answer.field == COMMENT] == [
        ("2", "=1+1")
    ]


TABLE = sheet_from_text("""
    | Title |
    |       |
    | Action | Comment | comment  | Other |
    | Mend   | One.    | Two.     |       |
    |        |         |          |       |
    | Light  |         |          | Three |
    """)


def test_a_table_is_found_by_its_headings() -> None:
    (table,) = find_tables([Sheet("Empty", ()), TABLE], ("COMMENT", "Action "))
    assert (table.header_row, table.numbers("Comment"), table.numbers("Gone")) == (3, (2, 3), ())
    assert [(line.row, line.words) for line in table.lines] == [(4, "Mend | One. | Two."), (6, "Light | Three")]
    line = table.lines[0]
    assert (line.text("Comment"), line.text("Gone"), line.cells("Gone")) == ("One.", "", ())
    assert [cell.text for cell in line.cells("Comment")] == ["One.", "Two."]
    assert list(find_tables([TABLE], ("Action", "Gone"))) == []


def test_the_comment_alone_has_lines_to_write_on() -> None:
    chase = chase_plan(PLAN, Q3)
    columns = list(list_columns(OwnerRequest(PLAN, chase, chase.owners[0], TODAY, REPLY_BY)))
    assert {column.heading: column.writing_lines for column in columns if column.marker} == {
        "Status": 0,
        "Comment": 6,
        "New date": 0,
    }
    assert sum(column.room for column in columns) == 974
    assert {column.heading: column.prompt.rpartition(". ")[2] for column in columns if column.marker} == {
        "Status": "The Status words sheet says what each one means.",
        "Comment": "What has happened this quarter, and what comes next? Two or three sentences will do.",
        "New date": "Say why in the comment.",
    }


def test_what_marks_a_column_to_fill_in_is_no_answer() -> None:
    first, *others = form_sheets(PLAN, ROADS)
    row = headings_row(first)
    marked = set_value(first, Cell("", row - 1, 7), "Fill in")
    assert read([marked, *others]).refusals == ()
    (refusal,) = read([set_value(first, Cell("", row - 1, 7), "Fill this in"), *others]).refusals
    assert refusal.code == "beside"
