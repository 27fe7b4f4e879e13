"""The return form: what is asked, what can be filled in, and what was true when it was made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from peerxl.chasing import Chase, chase_plan
from peerxl.documents.document import Document
from peerxl.excel.laying_out import lay_out
from peerxl.identity.index import ActionIndex
from peerxl.language.owners import owner_key
from peerxl.model.answer_field import ANSWER_FIELDS, DATE, STATUS, AnswerField
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.model.status import Status, Vocabulary
from peerxl.returns.document import build_form, list_columns
from peerxl.returns.request import OwnerRequest
from tests.documents.plans import ENVIRONMENT, FINANCE, PLAN, Q3, SETTINGS, action, plan_of, update
from tests.documents.workbook import opened, parts, table_rows

TODAY, REPLY_BY = date(2023, 12, 29), date(2024, 1, 12)
OPEN_PLAN = plan_of(
    *PLAN.actions,
    action(9, "Plant trees", ref="E1", owners=(ENVIRONMENT,), status="Ongoing", comment="Planted."),
)


def made(owner: Owner = ENVIRONMENT, plan: ActionPlan = OPEN_PLAN) -> Document:
    return made_for(owner, plan, chase_plan(plan, Q3))


def made_for(owner: Owner, plan: ActionPlan, chase: Chase) -> Document:
    return build_form(OwnerRequest(plan, chase, owner, TODAY, REPLY_BY), ActionIndex(plan.actions))


def rows(book: Workbook, name: str) -> list[dict[object, object]]:
    headings, *told = table_rows(book[name])
    return [dict(zip(headings, row, strict=True)) for row in told]


@pytest.fixture(name="book")
def make_book() -> Workbook:
    return opened(made())


@pytest.mark.parametrize(("owner", "name"), [(ENVIRONMENT, "form-environment"), (FINANCE, "form-finance")])
def test_golden(owner: Owner, name: str, golden: Callable[[Document, str], None]) -> None:
    golden(made(owner), name)


@pytest.mark.parametrize(("council", "creator"), [("Wexmere Council", "Wexmere Council"), ("", OPEN_PLAN.title)])
def test_who_a_form_says_made_it(council: str, creator: str) -> None:
    form = made(plan=replace(OPEN_PLAN, settings=replace(OPEN_PLAN.settings, council=council)))
    assert (form.creator, form.subject, form.dated) == (creator, OPEN_PLAN.title, TODAY)


def test_every_sheet_is_seen_and_locked(book: Workbook) -> None:
    assert book.sheetnames == ["Your actions", "Your other actions", "Status words", "As issued"]
    for sheet in book.worksheets:
        assert (sheet.sheet_state, sheet.protection.sheet, sheet.protection.password) == ("visible", True, None)
        assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())


def test_what_stands_above(book: Workbook) -> None:
    sheet = book["Your actions"]
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == [
        "Your update for Quarter 3 2023/24 - please reply by Friday 12 January 2024",
        "For AD for Environment: Wexmere action plan, Quarter 3 2023/24 (October to December 2023).",
        "1. Choose Enable Editing if Excel offers it, then choose a status and write a comment for each action: "
        "only yellow cells can be changed.",
        "2. Where a new date is asked for and the action is not finished, give the new date and say why.",
        "3. Save this workbook and send it back as a reply to the message it came with.",
    ]


def test_what_is_asked(book: Workbook) -> None:
    assert rows(book, "Your actions") == [
        {
            "Ref": "V1.1",
            "Action": "Refresh the climate strategy",
            "Timescale": "Q2 23/24",
            "Why you are asked": "Overdue",
            "Last status": "In progress (Q2 2023/24)",
            "Last comment": "Begun.",
            "Status": "In progress",
            "Comment": "Drafted.",
            "New date": None,
        }
    ]


def test_what_is_asked_where_nothing_was_ever_said() -> None:
    assert rows(opened(made(FINANCE)), "Your actions") == [
        {
            "Ref": "S1.1",
            "Action": "Agree the budget",
            "Timescale": "Not set",
            "Why you are asked": "No status, no comment",
            "Last status": "None given so far",
            "Last comment": "None given so far",
            "Status": None,
            "Comment": None,
        }
    ]


def test_a_status_that_nothing_explains_is_shown_in_its_own_words() -> None:
    odd = replace(
        PLAN.actions[0], updates=(update(4, Q3 - 1, "In progress"), update(4, Q3, "Completed – except the roof"))
    )
    (row,) = rows(opened(made(ENVIRONMENT, plan_of(odd))), "Your actions")
    assert (row["Last status"], row["Status"]) == ("Completed – except the roof (Q3 2023/24)", None)


@pytest.mark.parametrize(("fields", "says_why"), [(ANSWER_FIELDS, True), ((STATUS, DATE), False)])
def test_a_comment_is_spoken_of_where_one_is_asked_for(fields: tuple[AnswerField, ...], says_why: bool) -> None:
    form = made_for(ENVIRONMENT, OPEN_PLAN, chase_plan(OPEN_PLAN, Q3, fields))
    means = {row.entries[0].text: row.entries[1].text for row in form.section("Status words").rows}
    assert ("comment" in means["Not pursued"], "comment" in means["On hold"]) == (says_why, says_why)
    assert means["Not pursued"].startswith("The action was given up before it was done")
    assert means["On hold"].endswith(".")


def test_only_what_is_asked_can_be_filled_in() -> None:
    plan = plan_of(
        replace(PLAN.actions[0], owners=(FINANCE,)),
        replace(PLAN.actions[2], owners=(FINANCE,)),
    )
    sheet = opened(made(FINANCE, plan))["Your actions"]
    unlocked = [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert unlocked == ["G8", "H8", "I8", "G9", "H9"]
    assert [sheet[f"{column}6"].value for column in "FGHI"] == [None, "Fill in", "Fill in", "Fill in"]
    assert [sheet[f"{column}7"].value for column in "GHI"] == ["Status", "Comment", "New date"]
    assert sheet["I9"].value == "Not asked"
    assert sheet.freeze_panes == "A8"
    assert {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation} == {
        "G8:G9": "'Status words'!$A$4:$A$10",
        "H8:H9": None,
        "I8": None,
    }
    assert all(rule.prompt for rule in sheet.data_validations.dataValidation)


def test_who_else_is_asked_and_whom_to_ask_are_said() -> None:
    settings = replace(SETTINGS, coordinator="Policy Manager")
    plan = replace(plan_of(replace(PLAN.actions[0], owners=(FINANCE, ENVIRONMENT))), settings=settings)
    form = made(FINANCE, plan)
    assert [line.text for line in form.sections[0].lines][2:] == [
        "2. Where a new date is asked for and the action is not finished, give the new date and say why. "
        "Where others are asked too, one answer is enough.",
        "3. Save this workbook and send it back as a reply to the message it came with. Questions: ask Policy Manager.",
    ]
    assert rows(opened(form), "Your actions")[0]["Why you are asked"] == "Overdue\nWith AD for Environment"


def test_nobody_is_told_to_ask_themselves() -> None:
    owner = Owner("AD for Finance", owner_key("AD for Finance"))
    settings = replace(SETTINGS, coordinator="A.D. for finance")
    plan = replace(plan_of(replace(PLAN.actions[0], owners=(owner,))), settings=settings)
    lines = [line.text for line in made(owner, plan).sections[0].lines]
    assert lines[-1] == "3. Save this workbook and send it back as a reply to the message it came with."


def test_a_new_date_is_shown_by_one_that_is_to_come() -> None:
    *_, date_column = made().sections[0].columns
    assert date_column.prompt == (
        "If it is not finished, give the new date. Write it as 31/03/2024 or Q4 2023/24. Say why in the comment."
    )


def test_the_comment_is_the_widest_column() -> None:
    columns = made().sections[0].columns
    assert max(columns, key=lambda column: column.room).heading == "Comment"


def test_new_date_and_ref_stand_only_where_there_is_any() -> None:
    plan = plan_of(action(4, "Agree the budget", owners=(FINANCE,)))
    assert table_rows(opened(made(FINANCE, plan))["Your actions"])[0] == [
        "Action",
        "Timescale",
        "Why you are asked",
        "Last status",
        "Last comment",
        "Status",
        "Comment",
    ]


def test_the_drop_down_offers_the_council_s_own_words() -> None:
    settings = replace(SETTINGS, vocabulary=Vocabulary((Status("To do", True), Status("Done", False, "It is done."))))
    sheet = opened(made(plan=replace(OPEN_PLAN, settings=settings)))["Status words"]
    assert table_rows(sheet) == [
        ["Status", "What it means", "Counts as"],
        ["To do", "Not set", "Open"],
        ["Done", "It is done.", "Closed"],
    ]


def test_an_answer_that_the_drop_down_does_not_offer_is_not_shown() -> None:
    plan = plan_of(action(4, "Do it", owners=(FINANCE,), status="Nearly"))
    assert rows(opened(made(FINANCE, plan)), "Your actions")[0]["Status"] is None


def test_the_other_open_actions(book: Workbook) -> None:
    assert rows(book, "Your other actions") == [
        {
            "Ref": "S1.2",
            "Action": "Review the assets",
            "Timescale": "Q4 23/24",
            "Last status": "Stalled? (Q3 2023/24)",
        },
        {"Ref": "E1", "Action": "Plant trees", "Timescale": "Not set", "Last status": "Ongoing (Q3 2023/24)"},
    ]


def test_no_other_actions_are_said_to_be_none() -> None:
    sheet = opened(made(FINANCE, plan_of(PLAN.actions[2])))["Your other actions"]
    assert sheet.tables == {}
    assert sheet["A2"].value == "There are none: every open action of yours is on the first sheet."


def test_as_issued_holds_the_master_s_own_words(book: Workbook) -> None:
    told = rows(book, "As issued")[0]
    assert len(str(told.pop("Form id"))) == 12
    assert told == {
        "Plan": "Wexmere action plan",
        "File": "master.xlsx",
        "Quarter": "Q3 2023/24",
        "Owner": "AD for Environment",
        "Owner key": "ad environment",
        "Issued on": datetime(2023, 12, 29),
        "Reply by": datetime(2024, 1, 12),
        "Other actions": "bef0e409 6cccd6af",
        "Questions": "status, comment, date",
        "Ref": "V1.1",
        "Sheet": "Action plan",
        "Row": 4,
        "Rows with this ref": "4",
        "Action": " Refresh the climate strategy",
        "Rows with these words": "4",
        "Rows around it": ActionIndex(OPEN_PLAN.actions).neighbours_of(OPEN_PLAN.actions[0]),
        "Timescale": "Q2 23/24",
        "Timescale cell": "E4",
        "Status": "In Progress",
        "Status cell": "G4",
        "Comment": "Drafted. ",
        "Comment cell": "H4",
        "Why you are asked": "Overdue",
        "Last status": "In progress (Q2 2023/24)",
        "Last comment": "Begun.",
        "Status filled in": "In progress",
    }


def test_a_form_has_an_id_that_is_another_when_anything_else_is_issued() -> None:
    def id_of(plan: ActionPlan) -> object:
        return rows(opened(made(plan=plan)), "As issued")[0]["Form id"]

    first, *others = OPEN_PLAN.actions
    reworded = plan_of(replace(first, text="Refresh it"), *others)
    assert id_of(OPEN_PLAN) == id_of(replace(OPEN_PLAN))
    assert len({id_of(OPEN_PLAN), id_of(reworded), id_of(replace(OPEN_PLAN, title="Other"))}) == 3


def test_as_issued_asks_not_to_be_changed(book: Workbook) -> None:
    assert book["As issued"]["A1"].value == (
        "As issued: this lets your reply be matched with the plan, so please do not change it"
    )


def test_what_has_no_place_in_the_master_is_not_asked() -> None:
    bare = replace(action(4, "Do it", owners=(FINANCE,), comment="Done."), fields=(), cells=())
    bare = replace(bare, updates=(replace(bare.updates[0], status_cell=None, comment_cell=None, comment=""),))
    status = replace(bare, row=5, text="Do more", updates=(update(5, Q3),))
    told = rows(opened(made(FINANCE, plan_of(bare, status))), "As issued")
    assert [(row["Action"], row["Questions"], row["Status cell"], row["Timescale cell"]) for row in told] == [
        ("Do more", "status, comment", "G5", None)
    ]


def test_the_form_fits_a_laptop_s_screen_and_one_page_s_width(book: Workbook) -> None:
    sheet = book["Your actions"]
    assert sum(column.width for column in sheet.column_dimensions.values()) * 9 <= 1300
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_there_is_room_to_write(book: Workbook) -> None:
    assert all(height >= 96 for height in lay_out(made().sections[0]).heights)


def test_a_text_too_tall_for_its_row_is_said_to_be() -> None:
    plan = plan_of(action(4, "Do it", owners=(FINANCE,), comment="Much to say. " * 300))
    lines = [line.text for line in lay_out(made(FINANCE, plan).sections[0]).lines]
    assert lines[-1] == "Row 9 has more text than Excel can show: select the cell and read it in the formula bar."
    assert rows(opened(made(FINANCE, plan)), "Your actions")[0]["Comment"] == ("Much to say. " * 300).strip()


def test_formulas_typed_into_the_master_stay_text() -> None:
    plan = plan_of(action(4, "=1+1", owners=(FINANCE,), comment="=2+2", ref="@x"))
    assert rows(opened(made(FINANCE, plan)), "Your actions")[0]["Comment"] == "=2+2"
    assert "<f>" not in parts(made(FINANCE, plan))["xl/worksheets/sheet1.xml"]


def test_an_owner_who_is_asked_nothing_gets_a_form_that_is_still_valid() -> None:
    book = opened(made_for(FINANCE, PLAN, Chase(Q3, (), ())))
    assert book["Your actions"].tables == {}


@pytest.mark.parametrize(("fields", "says_why"), [(ANSWER_FIELDS, True), ((STATUS, DATE), False)])
def test_a_new_date_wants_a_reason_where_there_is_room_for_one(fields: tuple[AnswerField, ...], says_why: bool) -> None:
    chase = chase_plan(OPEN_PLAN, Q3, fields)
    request = OwnerRequest(OPEN_PLAN, chase, ENVIRONMENT, TODAY, REPLY_BY)
    prompts = {column.heading: column.prompt for column in list_columns(request)}
    assert prompts["New date"].endswith(" Say why in the comment.") == says_why
    assert "Write it as 31/03/2024 or Q4 2023/24." in prompts["New date"]
    assert "Write it as" not in prompts["Status"]


def test_a_last_status_without_a_comment() -> None:
    first = PLAN.actions[0]
    silent = replace(first, updates=tuple(replace(each, comment=" ") for each in first.updates))
    (row,) = rows(opened(made(ENVIRONMENT, plan_of(silent))), "Your actions")
    assert (row["Last status"], row["Last comment"]) == ("In progress (Q2 2023/24)", "None given so far")


def test_what_is_filled_in_is_not_said_to_be_missing() -> None:
    """ "None given so far" stood beside the comment that had been given and was filled in."""
    new = replace(PLAN.actions[0], updates=(update(4, Q3, "In progress", "Begun."),))
    (row,) = rows(opened(made(ENVIRONMENT, plan_of(new))), "Your actions")
    assert (row["Last status"], row["Status"]) == ("None before this quarter", "In progress")
    assert (row["Last comment"], row["Comment"]) == ("None before this quarter", "Begun.")


def test_a_title_that_says_the_quarter_does_not_make_a_form_say_it_twice() -> None:
    plan = replace(PLAN, title="Appendix 9 – Wexmere Improvement Tracker 2023/24 – Quarter 3")
    assert opened(made(ENVIRONMENT, plan))["Your actions"].cell(2, 1).value == (
        "For AD for Environment: Wexmere Improvement Tracker, Quarter 3 2023/24 (October to December 2023)."
    )
