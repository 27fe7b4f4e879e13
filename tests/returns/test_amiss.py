"""What was typed into a form where nothing is read: each is refused with its words, and nothing goes unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest

from peerxl.model.sheet import Block, Cell, Sheet, Value
from peerxl.returns import read_return
from tests.conftest import sheet_from_text
from tests.returned_forms import changes, filled, headings_row, merged, place, plan_of, refused, set_value

SHEET = sheet_from_text("""
    | Harbour plan |
    |              |
    | Ref | Action          | Timescale | Owner    | Quarter 2 update | Comments | Quarter 3 update | Comments |
    | H1  | Repair the pier | Q2 23/24  | AD Roads | In progress      | Begun.   |                  |          |
    | H2  | Light the pier  | Q4 23/24  | AD Roads | Ongoing          | Lit.     | In Progress      |          |
    | H3  | Dredge the bay  | Q4 24/25  | AD Roads | Ongoing          | Dug.     | Ongoing          | Deep.    |
    """)
PLAN = plan_of(SHEET)
ROADS = "AD Roads"
TAIL = "where nothing is read; put it in the plan yourself if it is an answer."
NOT_TAKEN = "which is not taken; put it in the plan yourself if it is right."


def come_to(sheets: list[Sheet], formulas: Mapping[Cell, str] | None = None) -> tuple[dict[str, str], list[str]]:
    """The changes and the sentences of the refusals."""
    merge = merged(SHEET, read_return("a.xlsx", sheets, formulas or {}))
    assert (merge.conflicts, merge.notes) == ((), ())
    return changes(merge), [message for _, message in refused(merge)]


def form(**typed: Value) -> list[Sheet]:
    """The form with the first action's cells filled in, by heading."""
    return filled(PLAN, ROADS, {("H1", heading.replace("_", " ")): value for heading, value in typed.items()})


def headed(sheet: Sheet, heading: str, new: str | None) -> Sheet:
    """The sheet with another heading above a column."""
    row = headings_row(sheet)
    return set_value(sheet, Cell("", row, sheet.rows[row - 1].index(heading) + 1), new)


@pytest.mark.parametrize(
    ("heading", "before"),
    [
        ("Last status", "In progress (Q2 2023/24)"),
        ("Last comment", "Begun."),
        (
            "Why you are asked",
            "No status, no comment, overdue",
        ),
    ],
)
def test_what_stands_there_to_be_read_was_edited(heading: str, before: str) -> None:
    assert come_to(form(**{heading: "All done"})) == (
        {},
        [f"H1: {heading} was changed in the form from “{before}” to “All done”, {NOT_TAKEN}"],
    )


@pytest.mark.parametrize("heading", ["New date", "Ref", "Timescale", "Last comment"])
def test_a_heading_that_was_renamed(heading: str) -> None:
    first, *others = form(New_date="31/03/2024", Comment="Ended.")
    changed, said = come_to([headed(first, heading, "Other"), *others])
    assert said[0] == f"No column of the form is headed “{heading}” any more, so what stands there is not read."
    if heading == "New date":
        assert changed == {"H4": "Ended."}
        assert said[1:] == [f"H1: “31/03/2024” stands in I{place(first, 'H1', 'Ref').row} of the form, {TAIL}"]
    else:
        assert (changed, said[1:]) == ({"C4": "31/03/2024 (was Q2 23/24)", "H4": "Ended."}, [])


@pytest.mark.parametrize("heading", ["COMMENT", " comment "])
def test_a_heading_in_other_letters(heading: str) -> None:
    first, *others = form(Comment="Ended.")
    assert come_to([headed(first, "Comment", heading), *others]) == ({"H4": "Ended."}, [])


def test_two_columns_of_one_heading() -> None:
    first, *others = form(Status="Completed", Comment="Ended.")
    header = headings_row(first)
    first = set_value(first, Cell("", header, 12), "Status")
    row = place(first, "H1", "Ref").row
    first = set_value(first, Cell("", row, 12), "On hold")
    assert come_to([first, *others]) == (
        {"H4": "Ended."},
        [
            "H1: several columns of the form are headed “Status” (“Completed” and “On hold”), and none is taken; put in "
            "the plan what is meant."
        ],
    )


def test_cells_merged_over_two_actions() -> None:
    first, *others = form(Comment="For both.")
    cell = place(first, "H1", "Comment")
    first = replace(first, merged=(Block(cell.row, cell.column, cell.row + 1, cell.column), Block(1, 1, 1, 9)))
    assert come_to([first, *others]) == (
        {"H4": "For both."},
        [
            "H2: Comment is one cell with the one above in the form, which says “For both.”; put it in the plan yourself if "
            "it is said of H2 too."
        ],
    )


def test_what_stands_beside_the_table_and_above_it() -> None:
    first, *others = form()
    row = place(first, "H1", "Ref").row
    first = set_value(set_value(first, Cell("", row, 12), "Late!"), Cell("", 2, 10), "See mail")
    assert come_to([first, *others]) == (
        {},
        [f"“See mail” stands in J2 of the form, {TAIL}", f"H1: “Late!” stands in L{row} of the form, {TAIL}"],
    )


def test_a_copy_of_the_sheet_that_was_filled_in() -> None:
    first, *others = form(Status="Completed", Comment="Ended.")
    copy = replace(set_value(first, place(first, "H1", "Comment"), "Not ended."), name="Your actions (2)")
    why = "and only “Your actions” is read; put it in the plan yourself if it counts."
    expected = {"G4": "Completed", "H4": "Ended."}
    assert come_to([copy, first, *others]) == (
        expected,
        [f"H1: the sheet “Your actions (2)” has the comment “Not ended.”, {why}"],
    )
    assert come_to([first, *others, replace(first, name="Your actions (2)")]) == (expected, [])


def test_each_refusal_has_its_code() -> None:
    first, *others = form(Comment=4)
    row, header = place(first, "H1", "Ref").row, headings_row(first)
    added = replace(first, rows=(*first.rows, ("H9", "Sink it"), ("H1", "Light the pier")))
    gone = replace(first, rows=(*first.rows[: row - 1], *first.rows[row:]))
    for sheet, codes in (
        (first, ["not-words"]),
        (added, ["row-added", "row-doubtful", "not-words"]),
        (gone, ["row-deleted"]),
        (set_value(first, Cell("", row, 2), "Other"), ["locked-edited", "not-words"]),
        (set_value(first, Cell("", header, 6), "Other"), ["heading-changed", "not-words"]),
    ):
        refusals = read_return("a.xlsx", [sheet, *others], {}).refusals
        assert [refusal.code for refusal in refusals] == codes
        assert {(refusal.file, refusal.owner) for refusal in refusals} == {("a.xlsx", ROADS)}


def test_what_was_typed_among_the_other_actions() -> None:
    first, second, *others = form()
    assert second.name == "Your other actions"
    row = next(number for number, row in enumerate(second.rows, 1) if "H3" in row)
    typed = set_value(set_value(second, Cell("", row, 5), "All dug"), Cell("", 2, 4), "Hello")
    tail = "which is not read; put it in the plan yourself if it is an answer."
    assert come_to([first, typed, *others]) == (
        {},
        [
            f"The sheet “Your other actions” says “Hello”, {tail}",
            f"The sheet “Your other actions” says “H3 | Dredge the bay | Q4 24/25 | Ongoing (Q3 2023/24) | All dug”, {tail}",
        ],
    )
    moved = replace(second, name="Sheet2", rows=(*second.rows[: row - 1], (), *second.rows[row - 1 :]))
    assert come_to([first, moved, *others]) == ({}, [])


def test_a_sheet_that_was_added() -> None:
    sheets = form()
    added = Sheet("Sheet5", ((), (None, "H1 is done", 3)))
    tail = "which is not read; put it in the plan yourself if it is an answer."
    assert come_to([*sheets, added]) == ({}, [f"The sheet “Sheet5” says “H1 is done | 3”, {tail}"])
    assert come_to([*sheets, Sheet("Sheet6", ((), (None, " ")))]) == ({}, [])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.0, "1"),
        ("#N/A", "#N/A"),
        (True, "TRUE"),
        (date(2026, 5, 1), "01/05/2026"),
        (datetime(2026, 5, 1), "01/05/2026"),
    ],
)
def test_a_comment_that_is_no_words(value: Value, shown: str) -> None:
    why = "which the form may have shown otherwise; ask AD Roads for it in words."
    assert come_to(form(Comment=value)) == ({}, [f"H1: the comment is a number, a day or an error, “{shown}”, {why}"])


@pytest.mark.parametrize("words", ["✔", "✓", "?", "👍", "..", "N/A"])
def test_a_status_of_no_letters_is_unknown(words: str) -> None:
    changed, said = come_to(form(Status=words))
    assert (changed, [one.partition(";")[0] for one in said]) == ({}, [f"H1: the plan has no status “{words}”"])


@pytest.mark.parametrize("words", ["-", "–", " — "])
def test_a_dash_is_no_answer(words: str) -> None:
    assert come_to(form(Status=words)) == ({}, [])
