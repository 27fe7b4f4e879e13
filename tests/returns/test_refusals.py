"""All that a refusal says: its code, the action, the cell of the form, the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from peerxl.model.sheet import Block, Cell, Sheet
from peerxl.returns import read_return
from peerxl.returns.read import NotAReturnError
from tests.conftest import sheet_from_text
from tests.returned_forms import filled, form_sheets, headings_row, place, plan_of, set_value

SHEET = sheet_from_text("""
    | Harbour plan |
    |              |
    | Ref | Action          | Timescale | Owner    | Quarter 2 update | Comments | Quarter 3 update | Comments |
    | H1  | Repair the pier | Q2 23/24  | AD Roads | In progress      | Begun.   |                  |          |
    | H2  | Light the pier  |           | AD Roads | Ongoing          | Lit.     | In Progress      |          |
    |     | Sweep the quay  | Q2 23/24  | AD Roads | Ongoing          |          | In Progress      |          |
    | H3  | Dredge the bay  | Q4 24/25  | AD Roads | Ongoing          | Dug.     | Ongoing          | Deep.    |
    """)
PLAN = plan_of(SHEET)
ROADS = "AD Roads"
NAMES = ("H1", "H2", "Sweep the quay")
FIRST, *OTHERS = form_sheets(PLAN, ROADS)
HEADER = headings_row(FIRST)
ROWS = {name: place(FIRST, name, "Action").row for name in NAMES}
COLUMNS = {str(value): column for column, value in enumerate(FIRST.rows[HEADER - 1], 1) if value}


def at(name: str, heading: str) -> Cell:
    return Cell("", ROWS[name], COLUMNS[heading])


def say(first: Sheet, *others: Sheet, formulas: Mapping[Cell, str] | None = None) -> list[str]:
    """Each refusal as "code ref cell: sentence"."""
    refusals = read_return("a.xlsx", [first, *(others or OTHERS)], formulas or {}).refusals
    return [
        f"{each.code} {each.ref or '-'} {each.cell.address if each.cell else '-'}: {each.message}" for each in refusals
    ]


def test_nothing_is_amiss_in_a_form_as_it_is_sent() -> None:
    assert say(FIRST) == []


def test_a_row_that_was_deleted() -> None:
    gone = replace(FIRST, rows=tuple(row for number, row in enumerate(FIRST.rows, 1) if number != ROWS["H2"]))
    assert say(gone) == ["row-deleted H2 -: H2: its row was deleted from the form; ask AD Roads about it again."]


def say_doubtful(row: int, words: str) -> list[str]:
    return [f"row-doubtful - A{row}: Row {row} cannot be told from others, and is not taken: “{words}”."]


def test_rows_that_were_added() -> None:
    row = len(FIRST.rows) + 1
    added = replace(FIRST, rows=(*FIRST.rows, ("H9", "Sink it"), ("H1", "Light the pier"), (None, "Sweep the quay")))
    issued = " | ".join(" ".join(str(value).split()) for value in FIRST.rows[ROWS["Sweep the quay"] - 1] if value)
    assert say(added) == [
        "row-doubtful - -: row 6: its row cannot be told from others in the form; ask AD Roads about it again.",
        *say_doubtful(ROWS["Sweep the quay"], issued),
        f"row-added H9 A{row}: Row {row} was not in the form that was sent, and is not taken: “H9 | Sink it”.",
        f"row-doubtful H1 A{row + 1}: Row {row + 1} has the ref of one action and the words of another (H1 and H2), and "
        "is not taken: “H1 | Light the pier”.",
        *say_doubtful(row + 2, "Sweep the quay"),
    ]


def test_cells_that_are_not_to_be_filled_in() -> None:
    tail = "which is not taken; put it in the plan yourself if it is right."
    sheet = FIRST
    for name, heading, value in (
        ("H1", "Ref", "H1a"),
        ("H2", "Action", "Light it all"),
        ("H2", "Timescale", " Q1 24/25 "),
        ("Sweep the quay", "Ref", "H7"),
        ("Sweep the quay", "Timescale", None),
        ("H1", "Timescale", "q2 23/24"),
        ("H2", "Last comment", "lit."),
    ):
        sheet = set_value(sheet, at(name, heading), value)
    assert say(sheet) == [
        f"locked-edited H1 {at('H1', 'Ref').address}: H1: Ref was changed in the form from “H1” to “H1a”, {tail}",
        f"locked-edited H2 {at('H2', 'Action').address}: H2: Action was changed in the form from “Light the pier” to "
        f"“Light it all”, {tail}",
        f"locked-edited H2 {at('H2', 'Timescale').address}: H2: Timescale was changed in the form from “Not set” to "
        f"“Q1 24/25”, {tail}",
        f"locked-edited - {at('Sweep the quay', 'Ref').address}: row 6: Ref was changed in the form from “” to "
        f"“H7”, {tail}",
        f"locked-edited - {at('Sweep the quay', 'Timescale').address}: row 6: Timescale was changed in the form "
        f"from “Q2 23/24” to “”, {tail}",
    ]


@pytest.mark.parametrize("heading", ["Ref", "Timescale", "Last status", "Last comment", "New date"])
def test_a_heading_that_is_gone(heading: str) -> None:
    sheet = set_value(FIRST, Cell("", HEADER, COLUMNS[heading]), None)
    sentence = f"No column of the form is headed “{heading}” any more, so what stands there is not read."
    tail = "where nothing is read; put it in the plan yourself if it is an answer."
    beside = {"Timescale": [f"beside H2 C{ROWS['H2']}: H2: “Not set” stands in C{ROWS['H2']} of the form, {tail}"]}
    assert say(sheet) == [f"heading-changed - A{HEADER}: {sentence}", *beside.get(heading, [])]


def test_a_heading_that_stands_twice() -> None:
    sheet = set_value(FIRST, Cell("", HEADER, 12), "Comment")
    assert say(sheet) == []
    sheet = set_value(set_value(sheet, Cell("", ROWS["H1"], 12), " Done "), Cell("", ROWS["H2"], 12), "Not asked")
    sentence = (
        "several columns of the form are headed “Comment” (“Done”), and none is taken; put in the plan what is meant."
    )
    assert say(sheet) == [f"heading-twice H1 L{ROWS['H1']}: H1: {sentence}"]


def test_cells_that_were_merged() -> None:
    column = COLUMNS["Comment"]
    cell = set_value(FIRST, at("H1", "Comment"), " For all. ")
    block = Block(ROWS["H1"], column, ROWS["Sweep the quay"], column)
    assert say(replace(cell, merged=(block,))) == [
        f"cells-merged H2 {at('H1', 'Comment').address}: H2 and row 6: Comment is one cell with the one above in "
        "the form, which says “For all.”; put it in the plan yourself if it is said of H2 and row 6 too."
    ]
    beside = Block(ROWS["H1"], column + 1, ROWS["H2"], column + 1)
    across = Block(ROWS["H1"], column, ROWS["H1"], column + 1)
    for other in (beside, across, Block(1, 1, HEADER - 1, 20)):
        assert say(replace(cell, merged=(other,))) == []
    assert say(replace(FIRST, merged=(block,))) == []


def test_what_stands_beside() -> None:
    tail = "where nothing is read; put it in the plan yourself if it is an answer."
    sheet = FIRST
    for cell, value in (
        (Cell("", 2, 1), "A line"),
        (Cell("", 2, 2), " See mail "),
        (Cell("", ROWS["H1"], 12), "Late"),
        (Cell("", ROWS["H2"], 12), "LIT."),
        (Cell("", ROWS["H2"], 13), "not asked"),
    ):
        sheet = set_value(sheet, cell, value)
    assert say(sheet) == [
        f"beside H1 L{ROWS['H1']}: H1: “Late” stands in L{ROWS['H1']} of the form, {tail}",
        f"beside - B2: “See mail” stands in B2 of the form, {tail}",
    ]


def test_a_comment_that_is_no_words() -> None:
    cell = at("H1", "Comment")
    sheet = set_value(FIRST, cell, 1.0)
    sentence = "the comment is a number, a day or an error, “1”, which the form may have shown otherwise; ask AD Roads for it in words."
    assert say(sheet) == [f"not-words H1 {cell.address}: H1: {sentence}"]
    assert say(sheet, formulas={Cell(FIRST.name, cell.row, cell.column): "=1"}) == []


def test_what_a_copy_of_the_sheet_says() -> None:
    cell, answer = at("H1", "Comment"), "and only “Your actions” is read; put it in the plan yourself if it counts."
    first = set_value(FIRST, cell, "Ended.")
    for words, sentences in (
        ("Ended.", []),
        ("ENDED.", []),
        (None, []),
        (" Open. ", [f"other-sheet H1 {cell.address}: H1: the sheet “Copy” has the comment “Open.”, {answer}"]),
    ):
        assert say(first, *OTHERS, replace(set_value(FIRST, cell, words), name="Copy")) == sentences
    formulas = {Cell("Copy", cell.row, cell.column): "=A1"}
    assert say(first, *OTHERS, replace(first, name="Copy"), formulas=formulas) == [
        f"other-sheet H1 {cell.address}: H1: the sheet “Copy” has the comment “Ended.”, {answer}"
    ]
    other = set_value(FIRST, at("H1", "Status"), "Ended.")
    assert say(first, *OTHERS, replace(other, name="Copy")) == [
        f"other-sheet H1 {at('H1', 'Status').address}: H1: the sheet “Copy” has the status “Ended.”, {answer}"
    ]
    moved = set_value(FIRST, at("H2", "Comment"), "Ended.")
    assert say(first, *OTHERS, replace(moved, name="Copy")) == [
        f"other-sheet H2 {at('H2', 'Comment').address}: H2: the sheet “Copy” has the comment “Ended.”, {answer}"
    ]


def test_a_copy_of_the_sheet_may_be_sorted_otherwise() -> None:
    changed = set_value(FIRST, at("H2", "Comment"), "Ended.")
    rows = list(changed.rows)
    one, other = ROWS["H1"] - 1, ROWS["H2"] - 1
    rows[one], rows[other] = rows[other], rows[one]
    address = f"{at('H2', 'Comment').address.rstrip('0123456789')}{ROWS['H1']}"
    assert say(FIRST, *OTHERS, replace(changed, name="Copy", rows=tuple(rows))) == [
        f"other-sheet H2 {address}: H2: the sheet “Copy” has the comment “Ended.”, and only “Your actions” is read; "
        "put it in the plan yourself if it counts."
    ]


def test_what_a_sheet_that_was_added_says() -> None:
    added = Sheet("Notes", ((), (None, " One ", 2.0), ("Three",)))
    assert say(FIRST, *OTHERS, added) == [
        "other-sheet - B2: The sheet “Notes” says “One | 2 | Three”, which is not read; put it in the plan yourself if it "
        "is an answer."
    ]


def test_what_was_typed_among_the_other_actions() -> None:
    second, *rest = OTHERS
    row = next(number for number, row in enumerate(second.rows, 1) if "H3" in row)
    tail = "which is not read; put it in the plan yourself if it is an answer."
    gone = replace(second, rows=tuple(cells for number, cells in enumerate(second.rows, 1) if number != row - 1))
    assert say(FIRST, set_value(second, Cell("", row, 6), "Dug"), *rest) == [
        f"other-sheet H3 A{row}: The sheet “Your other actions” says “H3 | Dredge the bay | Q4 24/25 | Ongoing (Q3 2023/24) "
        f"| Deep. | Dug”, {tail}".replace("other-sheet H3", "other-sheet -").replace(" | Deep.", "")
    ]
    assert say(FIRST, set_value(second, Cell("", 1, 2), "Hello"), *rest) == [
        f"other-sheet - B1: The sheet “Your other actions” says “Hello”, {tail}"
    ]
    assert len(say(FIRST, gone, *rest)) == len([cells for cells in second.rows[row - 1 :] if any(cells)])
    renamed = replace(set_value(second, Cell("", row, 2), "Dredge"), name="Sheet9")
    assert [sentence.partition("“")[2].partition("”")[0] for sentence in say(FIRST, renamed, *rest)] == ["Sheet9"]


@pytest.mark.parametrize(
    ("sheets", "why"),
    [
        ([Sheet("Notes", (("x",),))], "it has no sheet 'As issued' as the form had"),
        (OTHERS, "the sheet 'Your actions' is gone, or its headings are"),
        ([FIRST, *OTHERS[:-1]], "it has no sheet 'As issued' as the form had"),
    ],
)
def test_what_is_no_form(sheets: list[Sheet], why: str) -> None:
    with pytest.raises(NotAReturnError) as caught:
        read_return("a.xlsx", sheets, {})
    assert str(caught.value) == f"a.xlsx: this is no return form ({why}); ask for the form itself to be sent back."


ISSUED = OTHERS[-1]
ISSUED_HEADER = headings_row(ISSUED)


@pytest.mark.parametrize(
    ("heading", "value", "is_changed"),
    [
        ("Form id", "x", True),
        ("Plan", "x", True),
        ("Owner key", "x", True),
        ("Questions", "x", True),
        ("Issued on", "x", False),
        ("Reply by", "x", False),
    ],
)
def test_what_was_issued_is_as_it_was(heading: str, value: str, is_changed: bool) -> None:
    column = ISSUED.rows[ISSUED_HEADER - 1].index(heading) + 1
    sheets = [FIRST, *OTHERS[:-1], set_value(ISSUED, Cell("", ISSUED_HEADER + 2, column), value)]
    if not is_changed:
        assert read_return("a.xlsx", sheets, {}).refusals == ()
        return
    with pytest.raises(NotAReturnError) as caught:
        read_return("a.xlsx", sheets, {})
    assert str(caught.value) == (
        "a.xlsx: this is no return form (its sheet 'As issued' has been changed); ask for the form itself to be sent back."
    )


def test_questions_that_nobody_knows() -> None:
    column = ISSUED.rows[ISSUED_HEADER - 1].index("Questions") + 1
    sheet = ISSUED
    for row in range(ISSUED_HEADER + 1, len(ISSUED.rows) + 1):
        if sheet.value(row, column):
            sheet = set_value(sheet, Cell("", row, column), "status, riddle")
    with pytest.raises(NotAReturnError, match=r"a\.xlsx: .*its sheet 'As issued' has been changed"):
        read_return("a.xlsx", [FIRST, *OTHERS[:-1], sheet], {})


def test_the_sheet_of_the_forms_own_name_goes_before_its_copies() -> None:
    cell = at("H1", "Comment")
    copy = replace(set_value(FIRST, cell, "Of the copy."), name="A copy")
    first, *others = filled(PLAN, ROADS, {("H1", "Comment"): "Of the form."})
    form = read_return("a.xlsx", [copy, first, *others], {})
    assert [answer.text for answer in form.actions[0].answers] == ["Of the form."]
    renamed = read_return("a.xlsx", [copy, *others], {})
    assert [answer.text for answer in renamed.actions[0].answers] == ["Of the copy."]
