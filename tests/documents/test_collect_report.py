"""The collect report: what changed, what is in conflict, what was refused, each with its cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from openpyxl import Workbook

from peerxl.documents.collect_report import MovedDate, build_collect_report
from peerxl.merge import Change, Conflict, Merge, Refusal
from peerxl.model.answer_field import COMMENT, DATE, STATUS
from peerxl.model.sheet import Cell
from tests.documents.plans import PLAN, Q3, SHEET
from tests.documents.workbook import opened, table_rows

FIRST, SECOND = PLAN.actions[:2]
FORM = "Your actions"
MERGE = Merge(
    changes=(
        Change(FIRST, STATUS, Cell(SHEET, 4, 7, "In Progress"), "Completed", "AD", "AD.xlsx", Cell(FORM, 8, 7)),
        Change(FIRST, DATE, Cell(SHEET, 4, 5), "=1+1", "AD", "AD.xlsx", Cell(FORM, 8, 9)),
    ),
    conflicts=(
        Conflict(
            SECOND,
            COMMENT,
            Cell(SHEET, 5, 8, "Before."),
            "Ours.",
            "Theirs.",
            "",
            "AD",
            "AD.xlsx",
            Cell(FORM, 9, 8),
            "the plan says “Ours.” now, and was blank when the form was made",
            "V1.2.comment=AD Roads",
        ),
    ),
    refusals=(
        Refusal("formula", "AD.xlsx", "V1.1: the comment is a formula.", "AD", "V1.1", Cell(FORM, 8, 8)),
        Refusal("not-a-return", "b.xlsx", "b.xlsx: this is no return form."),
    ),
    notes=("AD sent 2 forms.",),
)


def made(merge: Merge, moved: Sequence[MovedDate] = ()) -> Workbook:
    return opened(build_collect_report(PLAN, Q3, merge, "my plan.xlsx", moved))


def test_what_stands_above() -> None:
    book = made(MERGE)
    assert book.sheetnames == ["Changes", "Conflicts", "Refused", "Notes"]
    assert [book["Changes"].cell(row, 1).value for row in range(1, 5)] == [
        "What came back for Quarter 3 2023/24",
        "Wexmere action plan, Quarter 3 2023/24 (October to December 2023).",
        "2 changes, 1 conflict, 2 refused.",
        "These answers went into the plan, a row an action, each with what its cell said before.",
    ]
    assert [cell.value for cell in book["Notes"]["A"]][:2] == ["Good to know", "AD sent 2 forms."]


def test_an_action_s_changes_are_one_row_with_the_words_of_before() -> None:
    sheet = made(MERGE)["Changes"]
    assert table_rows(sheet) == [
        ["Ref", "Action", "Where", "Status", "New date", "Owner", "Form"],
        [
            "V1.1",
            "Refresh the climate strategy",
            "Action plan, G4, E4",
            "Completed\n(was: In Progress)",
            "=1+1\n(was: Blank)",
            "AD",
            "AD.xlsx (G8, I8)",
        ],
    ]
    (table,) = sheet.tables.values()
    link = sheet.cell(int(table.ref.split(":")[0][1:]) + 1, 3).hyperlink
    assert link is not None
    assert (link.target, link.location) == ("my%20plan.xlsx", "'Action plan'!G4")
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_what_two_owners_changed_of_one_action() -> None:
    comment = Change(FIRST, COMMENT, Cell(SHEET, 4, 8, "Begun."), "Begun.\nDone.", "CD", "CD.xlsx", Cell(FORM, 8, 8))
    other = Change(SECOND, STATUS, Cell(SHEET, 5, 7), "On hold", "CD", "CD.xlsx", Cell(FORM, 9, 7))
    _, *rows = table_rows(made(Merge(changes=(MERGE.changes[0], other, comment)))["Changes"])
    assert [row[3:] for row in rows] == [
        ["Completed\n(was: In Progress)", "Begun.\nDone.\n(was: Begun.)", "AD\nCD", "AD.xlsx (G8)\nCD.xlsx (H8)"],
        ["On hold\n(was: Blank)", None, "CD", "CD.xlsx (G9)"],
    ]


def test_where_nothing_was_changed_the_first_sheet_that_has_rows_says_so() -> None:
    book = made(Merge(refusals=MERGE.refusals))
    assert book.sheetnames == ["Refused"]
    assert [book["Refused"].cell(row, 1).value for row in range(1, 6)] == [
        "What came back for Quarter 3 2023/24",
        "Wexmere action plan, Quarter 3 2023/24 (October to December 2023).",
        "0 changes, 0 conflicts, 2 refused.",
        "Nothing in the plan was changed.",
        "Not taken from the forms: each row says why, and what to do.",
    ]


def test_conflicts_say_how_to_settle_them() -> None:
    assert table_rows(made(MERGE)["Conflicts"])[1:] == [
        [
            "V1.2",
            "Comment",
            "Action plan, H5",
            "Ours.",
            "Theirs.",
            "Blank",
            "AD",
            "The plan says “Ours.” now, and was blank when the form was made.",
            "AD.xlsx (H9)",
            '--accept "V1.2.comment=AD Roads"',
        ]
    ]


def test_refusals() -> None:
    assert table_rows(made(MERGE)["Refused"])[1:] == [
        ["AD.xlsx", "AD", "V1.1", "Your actions!H8", "V1.1: the comment is a formula.", None, "formula"],
        ["b.xlsx", "Not set", None, None, "b.xlsx: this is no return form.", None, "not-a-return"],
    ]


def test_a_refusal_with_its_sender_and_how_to_take_it() -> None:
    refusal = Refusal(
        "not-theirs", "b.msg, HR.xlsx", "V1.1: ask them.", "HR", sender="hr@a.uk", accept="b.msg, HR.xlsx:8"
    )
    assert table_rows(made(Merge(refusals=(refusal,)))["Refused"])[1:] == [
        ["b.msg, HR.xlsx", "HR\nhr@a.uk", None, None, "V1.1: ask them.", '--accept "b.msg, HR.xlsx:8"', "not-theirs"]
    ]


def test_the_dates_that_were_moved() -> None:
    moved = (
        MovedDate("V1.1", "31 March 2023", "30 June 2023", date(2023, 3, 1), "AD", "Ice."),
        MovedDate("V1.1", "31 March 2023", "Q3 2023/24", date(2023, 6, 1)),
    )
    assert table_rows(made(Merge(), moved)["Dates moved"]) == [
        ["Ref", "First date", "Moved to", "Moved on", "Asked for by", "Why"],
        ["V1.1", "31 March 2023", "30 June 2023", datetime(2023, 3, 1), "AD", "Ice."],
        ["V1.1", "31 March 2023", "Q3 2023/24", datetime(2023, 6, 1), "Put into the plan itself", None],
    ]


def test_where_nothing_came_of_it() -> None:
    book = made(Merge())
    assert book.sheetnames == ["Changes"]
    assert book["Changes"]["A3"].value == "0 changes, 0 conflicts, nothing refused."
    assert book["Changes"].tables == {}
