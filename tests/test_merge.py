"""Three-way merge: as issued, master now, returned; from the form's sheets to what changes in the master."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerxl.documents.issued import plan_id
from peerxl.errors import PeerxlError
from peerxl.merge import merge_returns, read_settled
from peerxl.merge.columns import NoColumnError
from peerxl.merge.outcome import SettlementError
from peerxl.model.sheet import Block, Cell, Sheet, Value
from peerxl.returns import NotAReturnError, read_return
from tests.conftest import sheet_from_text
from tests.returned_forms import (
    Q3,
    Typed,
    applied,
    changes,
    conflicts,
    filled,
    form_sheets,
    merged,
    outcome,
    place,
    plan_from,
    plan_of,
    refused,
    returned,
    set_value,
)

MASTER = """
    | Harbour plan |
    |              |
    | Ref | Action          | Timescale | Owner              | Quarter 3 update | Comments |
    | H1  | Repair the pier | Q2 23/24  | AD Roads           | In Progress      | Begun.   |
    | H2  | Light the pier  | Q4 23/24  | AD Roads           |                  |          |
    | H3  | Dredge the bay  | Q4 23/24  | AD Ports/ AD Roads |                  |          |
    """
SHEET = sheet_from_text(MASTER)
PLAN = plan_of(SHEET)
ROADS, PORTS = "AD Roads", "AD Ports"


def later(**words: str) -> Sheet:
    """The master with words changed since the forms were sent, by cell."""
    sheet = SHEET
    for address, text in words.items():
        sheet = set_value(sheet, Cell("Plan", int(address[1:]), ord(address[0]) - ord("A") + 1), text or None)
    return sheet


# What is typed, what the master says now, and what comes of it.
TABLE: list[tuple[Typed, dict[str, str], dict[str, str], list[tuple[str, str, str]]]] = [
    ({("H1", "Status"): "Completed"}, {}, {"E4": "Completed"}, []),
    ({("H1", "Status"): "Completed"}, {"E4": "Ongoing"}, {}, [("E4", "Ongoing", "Completed")]),
    ({("H1", "Status"): "Completed"}, {"E4": "Complete"}, {}, []),
    ({("H1", "Status"): "In progress"}, {}, {}, []),
    ({("H1", "Status"): "In progress"}, {"E4": "On hold"}, {}, []),
    ({("H1", "Status"): None}, {}, {}, []),
    ({("H1", "Status"): "  "}, {"E4": "On hold"}, {}, []),
    ({("H2", "Status"): "done"}, {}, {"E5": "Completed"}, []),
    (
        {("H2", "Status"): "Ongoing", ("H2", "Comment"): "Lamps  \ncame. "},
        {},
        {"E5": "Ongoing", "F5": "Lamps\ncame."},
        [],
    ),
    ({("H1", "Comment"): "Begun.  "}, {}, {}, []),
    ({("H1", "Comment"): None}, {}, {}, []),
    ({("H1", "Comment"): "Ended."}, {"F4": ""}, {}, [("F4", "", "Ended.")]),
    ({("H1", "Comment"): "Ended."}, {"F4": "Begun. "}, {"F4": "Ended."}, []),
    ({("H1", "Comment"): "=1+1"}, {}, {"F4": "=1+1"}, []),
    ({("H1", "New date"): date(2024, 3, 31)}, {}, {"C4": "31 March 2024 (was Q2 23/24)"}, []),
    ({("H1", "New date"): datetime(2024, 3, 31)}, {}, {"C4": "31 March 2024 (was Q2 23/24)"}, []),
    ({("H1", "New date"): "Q4 2023/24"}, {"C4": "Q3 23/24"}, {}, [("C4", "Q3 23/24", "Q4 2023/24")]),
    ({("H1", "New date"): "Q4 2023/24"}, {"C4": "31/03/2024"}, {}, []),
    ({("H1", "New date"): "30/9/2023"}, {}, {}, []),
    ({("H2", "New date"): "Not asked"}, {}, {}, []),
]


@pytest.mark.parametrize(("typed", "now", "changed", "conflicting"), TABLE)
def test_three_ways(
    typed: Typed, now: dict[str, str], changed: dict[str, str], conflicting: list[tuple[str, str, str]]
) -> None:
    merge = merged(plan_of(later(**now)), returned(PLAN, ROADS, typed))
    assert (changes(merge), conflicts(merge), refused(merge), merge.notes) == (changed, conflicting, [], ())


@pytest.mark.parametrize(
    ("accept", "changed", "left"),
    [("h1.Status=theirs", {"E4": "Completed"}, 0), ("H1.status=mine", {}, 0), ("H1.comment=theirs", {}, 1)],
)
def test_a_conflict_is_settled(accept: str, changed: dict[str, str], left: int) -> None:
    merge = merged(
        plan_of(later(E4="Ongoing")), returned(PLAN, ROADS, {("H1", "Status"): "Completed"}), accept=[accept]
    )
    assert (changes(merge), len(merge.conflicts)) == (changed, left)


@pytest.mark.parametrize("text", ["H1.status", "H1=theirs", "H1.state=mine", "H1.status=ours", ""])
def test_a_settlement_that_settles_nothing(text: str) -> None:
    with pytest.raises(SettlementError, match="settles nothing; write it as"):
        read_settled([text])


def test_a_conflict_says_why() -> None:
    merge = merged(plan_of(later(E4="Ongoing")), returned(PLAN, ROADS, {("H1", "Status"): "Completed"}))
    assert merge.conflicts[0].why == "when the form was made the plan was “In Progress”, and now it says “Ongoing”"


def test_the_lead_s_answer_goes_in_and_another_is_a_conflict() -> None:
    lead = returned(PLAN, PORTS, {("H3", "Status"): "Ongoing"})
    other = returned(PLAN, ROADS, {("H3", "Status"): "On hold"})
    for forms in ((lead, other), (other, lead)):
        merge = merged(PLAN, *forms)
        assert (changes(merge), conflicts(merge)) == ({"E6": "Ongoing"}, [("E6", "", "On hold")])
        assert merge.conflicts[0].why == "AD Ports, who is asked too, says “Ongoing”"
        again = merged(plan_of(applied(SHEET, merge)), *forms)
        assert (changes(again), conflicts(again)) == ({}, [("E6", "Ongoing", "On hold")])
    assert changes(merged(PLAN, other)) == {"E6": "On hold"}
    theirs = merged(PLAN, lead, other, accept=["H3.status=theirs"])
    assert (changes(theirs), conflicts(theirs)) == ({"E6": "On hold"}, [])
    again = merged(plan_of(applied(SHEET, theirs)), lead, other, accept=["H3.status=theirs"])
    assert (changes(again), conflicts(again)) == ({}, [])
    mine = merged(PLAN, lead, other, accept=["H3.status=mine"])
    assert (changes(mine), conflicts(mine)) == ({"E6": "Ongoing"}, [])


def test_joint_owners_who_agree() -> None:
    forms = [
        returned(PLAN, owner, {("H3", "Status"): word}) for owner, word in ((PORTS, "Ongoing"), (ROADS, "on-going"))
    ]
    merge = merged(PLAN, *forms)
    assert (changes(merge), merge.is_clean) == ({"E6": "Ongoing"}, True)


def test_an_unknown_status_goes_to_the_report_with_the_nearest_word() -> None:
    merge = merged(PLAN, returned(PLAN, ROADS, {("H1", "Status"): "Complated", ("H2", "Status"): "Purple"}))
    assert changes(merge) == {}
    assert refused(merge) == [
        ("unreadable", "H1: the plan has no status “Complated”; ask whether “Completed” is meant."),
        (
            "unreadable",
            "H2: the plan has no status “Purple”; its words are Not started, In progress, Ongoing, On hold, Completed, "
            "Superseded.",
        ),
    ]


def test_an_unknown_status_that_was_there_before_is_no_change() -> None:
    plan = plan_of(later(E4="Nearly", E5="Ongoing", E6="On hold"))
    merge = merged(plan, returned(plan, ROADS, {("H1", "Comment"): "Ended."}))
    assert (changes(merge), refused(merge)) == ({"F4": "Ended."}, [])


@pytest.mark.parametrize("words", ["soon", "TBC", "ongoing", 45382])
def test_a_new_date_that_is_none(words: Value) -> None:
    merge = merged(PLAN, returned(PLAN, ROADS, {("H1", "New date"): words}))
    assert changes(merge) == {}
    assert refused(merge) == [
        ("unreadable", f"H1: the new date “{words}” names no day, month or quarter; ask for one.")
    ]


def test_a_revised_column_takes_the_new_date_and_the_original_stays() -> None:
    plan = plan_from("""
        | Action          | Original timescale | Revised timescale | Owner    | Quarter 3 update | Comments |
        | Repair the pier | Q2 23/24           |                   | AD Roads | Ongoing          | Begun.   |
        | Light the pier  | Q1 23/24           | Q2 23/24          | AD Roads | Ongoing          | Begun.   |
        """)
    typed: Typed = {("Repair the pier", "New date"): "Q4 23/24", ("Light the pier", "New date"): "May 2024"}
    merge = merged(plan, returned(plan, ROADS, typed))
    assert changes(merge) == {"C2": "Q4 23/24", "C3": "May 2024"}
    assert [change.cell.text for change in merge.changes] == ["", "Q2 23/24"]


def test_the_original_timescale_alone_is_not_written_over() -> None:
    plan = plan_from("""
        | Action          | Original timescale | Owner    | Quarter 3 update | Comments |
        | Repair the pier | Q2 23/24           | AD Roads | Ongoing          | Begun.   |
        """)
    merge = merged(plan, returned(plan, ROADS, {("Repair the pier", "New date"): "Q4 23/24"}))
    assert changes(merge) == {}
    assert refused(merge) == [
        (
            "no-cell",
            "row 2: the plan has no column for a new date; add one headed “Revised timescale” and collect again.",
        )
    ]


MOVED = {
    "sorted": """
        | Harbour plan |
        | Ref | Action          | Timescale | Owner              | Quarter 3 update | Comments |
        | H3  | Dredge the bay  | Q4 23/24  | AD Ports/ AD Roads |                  |          |
        | H2  | Light the pier  | Q4 23/24  | AD Roads           |                  |          |
        | H1  | Repair the pier | Q2 23/24  | AD Roads           | In Progress      | Begun.   |
        """,
    "a row and a column inserted": """
        | Harbour plan |
        | Ref | Theme | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H0  | Bay   | Paint the pier  | Q2 23/24  | AD Roads | In Progress      | Begun.   |
        | H2  | Bay   | Light the pier  | Q4 23/24  | AD Roads |                  |          |
        """,
    "refs given anew": """
        | Harbour plan |
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H1  | Sweep the quay  | Q4 23/24  | AD Roads |                  |          |
        | H2  | Repair the pier | Q2 23/24  | AD Roads | In Progress      | Begun.   |
        | H3  | Light the pier  | Q4 23/24  | AD Roads |                  |          |
        """,
    "words edited": """
        | Harbour plan |
        | Ref | Action              | Timescale | Owner    | Quarter 3 update | Comments |
        | H2  | Light the pier well | Q4 23/24  | AD Roads |                  |          |
        | H1  | Repair the pier     | Q2 23/24  | AD Roads | In Progress      | Begun.   |
        """,
}


@pytest.mark.parametrize(
    ("name", "cell"),
    [("sorted", "E4"), ("a row and a column inserted", "F4"), ("refs given anew", "E5"), ("words edited", "E3")],
)
def test_an_answer_finds_its_row_wherever_it_went(name: str, cell: str) -> None:
    form = returned(PLAN, ROADS, {("H2", "Status"): "Ongoing"})
    merge = merged(plan_from(MOVED[name]), replace(form, actions=form.actions[:2]))
    assert changes(merge) == {cell: "Ongoing"}


def test_an_action_that_is_gone_or_whose_ref_is_another_s_now() -> None:
    form = returned(PLAN, ROADS, {("H2", "Status"): "Ongoing", ("H2", "Comment"): "Lit."})
    gone = "the plan no longer has it"
    for words, why in (("Sweep the whole quay", "the ref H2 is now that of another action (row 5)"), ("", gone)):
        merge = merged(plan_of(later(B5=words)), form)
        assert (changes(merge), refused(merge)) == (
            {},
            [("not-found", f"H2: {why}; find it and put the answer in yourself (status “Ongoing”; comment “Lit.”).")],
        )


TWINS = """
    | Action     | Timescale | Owner    | Quarter 3 update | Comments |
    | Review it  | Q4 23/24  | AD Roads |                  |          |
    | Mend it    | Q4 23/24  | AD Roads |                  |          |
    | Review it  | Q1 24/25  | AD Roads |                  |          |
    """


def test_rows_of_the_same_words_are_told_apart_only_where_they_stood() -> None:
    sheet = sheet_from_text(TWINS)
    plan = plan_of(sheet)
    first, *others = form_sheets(plan, ROADS)
    header = next(number for number, row in enumerate(first.rows, 1) if "Action" in row)
    first = set_value(first, Cell("", header + 3, first.rows[header - 1].index("Status") + 1), "Ongoing")
    form = read_return("a.xlsx", [first, *others], {})
    assert changes(merged(plan, form)) == {"D4": "Ongoing"}
    swapped = replace(sheet, rows=(sheet.rows[0], *reversed(sheet.rows[1:])))
    merge = merged(plan_of(swapped), form)
    assert changes(merge) == {}
    assert refused(merge)[0][1].startswith(
        "row 4: several rows of the plan have its words (2, 4) and rows have moved since the form was made"
    )


def test_a_twin_s_row_deleted_from_the_form_leaves_both_alone() -> None:
    plan = plan_of(sheet_from_text(TWINS.replace("Q1 24/25", "Q4 23/24")))
    first, *others = form_sheets(plan, ROADS)
    header = next(number for number, row in enumerate(first.rows, 1) if "Action" in row)
    first = set_value(first, Cell("", header + 3, first.rows[header - 1].index("Status") + 1), "Ongoing")
    first = replace(first, rows=(*first.rows[:header], *first.rows[header + 1 :]))
    merge = merged(plan, read_return("a.xlsx", [first, *others], {}))
    assert changes(merge) == {}
    assert [code for code, _ in refused(merge)] == ["row-deleted", "row-deleted", "row-added"]


def test_a_cell_merged_over_two_actions_is_not_written() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed", ("H2", "Status"): "Ongoing"})
    merge = merge_returns(PLAN, Q3, [form], plan_id(PLAN), {}, {"Plan": (Block(4, 5, 5, 5),)})
    assert (changes(merge), [code for code, _ in refused(merge)]) == ({}, ["no-cell", "no-cell"])


def test_a_return_of_another_plan_or_quarter() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed"})
    other = plan_of(later(A1="Roads plan"))
    assert refused(merged(other, form)) == [
        (
            "another-plan",
            "AD Roads: the form was made from another plan, “Harbour plan” (plan.xlsx); collect it into that one, or "
            "give this plan back the title it had when the form was made.",
        )
    ]
    strange = plan_of(later(B4="Write a code", A4="S1", B5="Print a book", A5="S2", B6="Read it", A6="S3"))
    assert [code for code, _ in refused(merged(strange, form))] == ["another-plan"]
    assert refused(merged(PLAN, replace(form, quarter=Q3 - 1))) == [
        (
            "another-quarter",
            "AD Roads: the form asks about Q2 2023/24 and the plan reports on Q3 2023/24; send a new form, or add "
            "--quarter.",
        )
    ]


def test_a_master_that_was_renamed_is_the_same_plan() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed"})
    assert changes(merged(plan_of(SHEET, "master v2.xlsx"), form)) == {"E4": "Completed"}
    untitled = replace(SHEET, name="Sheet1", rows=SHEET.rows[2:])
    form = returned(plan_of(untitled, "a.xlsx"), ROADS, {("H1", "Status"): "Completed"})
    assert changes(merged(plan_of(untitled, "b.xlsx"), form)) == {"E2": "Completed"}


def test_an_action_that_is_not_theirs() -> None:
    merge = merged(plan_of(later(D5="AD Ports")), returned(PLAN, ROADS, {("H2", "Status"): "Ongoing"}))
    assert refused(merge) == [
        (
            "not-theirs",
            "H2: the plan says that AD Ports answers for it; ask them, or put the answer in yourself (status “Ongoing”).",
        )
    ]


def test_locked_cells_that_were_edited_are_said_and_the_answers_taken() -> None:
    typed: Typed = {("H1", "Timescale"): "Q4 23/24", ("H1", "Action"): "Rebuild it", ("H1", "Status"): "On hold"}
    merge = merged(PLAN, returned(PLAN, ROADS, typed))
    assert changes(merge) == {"E4": "On hold"}
    tail = "which is not taken; change it in the plan if it is right."
    assert refused(merge) == [
        ("locked-edited", f"H1: Action was changed in the form from “Repair the pier” to “Rebuild it”, {tail}"),
        ("locked-edited", f"H1: Timescale was changed in the form from “Q2 23/24” to “Q4 23/24”, {tail}"),
    ]


def test_formulas_are_not_values() -> None:
    sheets = filled(PLAN, ROADS, {("H1", "Status"): "Completed", ("H2", "Comment"): 2})
    cell = place(sheets[0], "H2", "Comment")
    merge = merged(PLAN, read_return("a.xlsx", sheets, {cell: "=1+1"}))
    assert changes(merge) == {"E4": "Completed"}
    assert refused(merge) == [
        ("formula", "H2: the comment is a formula, =1+1, and formulas are not taken; ask the owner for words.")
    ]


def test_rows_deleted_from_the_form_and_added_to_it() -> None:
    first, *others = filled(PLAN, ROADS, {("H1", "Status"): "Completed"})
    row = place(first, "H2", "Ref").row
    rows = (*first.rows[: row - 1], *first.rows[row:], (), ("H9", "Sink the pier", None, None, None, None, "Done"))
    merge = merged(PLAN, read_return("a.xlsx", [replace(first, rows=rows), *others], {}))
    assert changes(merge) == {"E4": "Completed"}
    assert sorted(refused(merge)) == [
        (
            "row-added",
            f"Row {len(rows)} was not in the form that was sent, and is not taken: “H9 | Sink the pier | Done”.",
        ),
        ("row-deleted", "H2: its row was deleted from the form; ask AD Roads about it again."),
    ]


def test_rows_sorted_in_the_form() -> None:
    first, *others = filled(PLAN, ROADS, {("H1", "Status"): "Completed", ("H2", "Status"): "Ongoing"})
    row = place(first, "H1", "Ref").row
    rows = (*first.rows[: row - 1], *reversed(first.rows[row - 1 :]))
    merge = merged(PLAN, read_return("a.xlsx", [replace(first, rows=rows), *others], {}))
    assert (changes(merge), refused(merge)) == ({"E4": "Completed", "E5": "Ongoing"}, [])


@pytest.mark.parametrize(
    ("first", "second", "kept"), [(1.0, 2.0, "On hold"), (2.0, 1.0, "Ongoing"), (1.0, 1.0, "On hold")]
)
def test_a_form_returned_twice(first: float, second: float, kept: str) -> None:
    forms = [
        returned(PLAN, ROADS, {("H2", "Status"): "Ongoing", ("H2", "Comment"): "Lit."}, "Roads.xlsx", first),
        returned(PLAN, ROADS, {("H2", "Status"): "On hold"}, "Roads (2).xlsx", second),
    ]
    merge = merged(PLAN, *forms)
    assert changes(merge) == {"E5": kept, "F5": "Lit."}
    order = "Roads (2).xlsx, Roads.xlsx" if first > second else "Roads.xlsx, Roads (2).xlsx"
    assert merge.notes == (f"AD Roads sent 2 forms ({order}): where they differ the last one counts.",)
    assert merge.is_clean


def test_a_later_form_that_goes_back_to_what_was_there() -> None:
    forms = [
        returned(PLAN, ROADS, {("H1", "Status"): "Completed"}, "Roads.xlsx", 1.0),
        returned(PLAN, ROADS, {("H1", "Status"): "In progress"}, "Roads (2).xlsx", 2.0),
    ]
    assert changes(merged(PLAN, *forms)) == {}


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        ("| Quarter 2 update | Quarter 2 comments |", "“Quarter 3 update” and “Quarter 3 comments”"),
        ("| Q2 2023/24 status | Q2 2023/24 commentary |", "“Q3 2023/24 status” and “Q3 2023/24 commentary”"),
        ("| Q4 2022/23 status | Q4 2022/23 notes |", "“Quarter 3 2023/24 update” and “Quarter 3 2023/24 comments”"),
    ],
)
def test_a_column_that_is_missing_is_named(headings: str, wanted: str) -> None:
    sheet = sheet_from_text(f"""
        | Action          | Owner    {headings}
        | Repair the pier | AD Roads | Ongoing | Begun. |
        | Light the pier  | AD Roads | Ongoing | Begun. |
        """)
    plan = plan_of(sheet)
    form = returned(plan, ROADS, {("Light the pier", "Status"): "On hold", ("Light the pier", "Comment"): "Dark."})
    with pytest.raises(NoColumnError) as caught:
        merged(plan, form)
    assert str(caught.value) == (
        "plan.xlsx!Plan: the plan has no column for the answers of Q3 2023/24, so nothing was written; add a column "
        f"headed {wanted} and collect again."
    )
    names = wanted.replace("“", "").replace("”", "").split(" and ")
    wider = replace(sheet, rows=((*sheet.rows[0], *names), *sheet.rows[1:]))
    assert changes(merged(plan_of(wider), form)) == {"E3": "On hold", "F3": "Dark."}
    assert merged(plan, returned(plan, ROADS, {})).is_clean


@pytest.mark.parametrize("gone", [0, 3])
def test_a_workbook_that_is_no_return(gone: int) -> None:
    sheets = form_sheets(PLAN, ROADS)
    del sheets[gone]
    with pytest.raises(NotAReturnError, match="this is no return form"):
        read_return("a.xlsx", sheets, {})


def test_an_as_issued_sheet_that_was_tampered_with() -> None:
    *others, issued = form_sheets(PLAN, ROADS)
    cell = place(issued, "H2", "Quarter")
    with pytest.raises(PeerxlError, match="its sheet 'As issued' has been changed"):
        read_return("a.xlsx", [*others, set_value(issued, cell, "Q1 2023/24")], {})


def test_sheets_under_other_names_and_in_another_order() -> None:
    sheets = filled(PLAN, ROADS, {("H1", "Status"): "Completed"})
    sheets = [replace(sheet, name=f"Sheet{number}") for number, sheet in enumerate(reversed(sheets))]
    assert changes(merged(PLAN, read_return("a.xlsx", sheets, {}))) == {"E4": "Completed"}


STATUSES = st.sampled_from([None, "In progress", "complete", "Ongoing", "Wild guess", "IN PROGRESS "])
COMMENTS = st.one_of(st.none(), st.sampled_from(["Begun.", "Begun. ", "=2", "a\nb"]), st.text(max_size=8))
DATES = st.sampled_from([None, "Q4 2023/24", date(2024, 3, 31), "Q2 23/24", "never"])
REFS = ("H1", "H2", "H3")
NOW = st.fixed_dictionaries(
    {
        "E4": st.sampled_from(["In Progress", "On hold", ""]),
        "E5": st.sampled_from(["", "Ongoing"]),
        "F4": st.sampled_from(["Begun. ", "Ended.", "=2"]),
        "C4": st.sampled_from(["Q2 23/24", "Q3 23/24", "31 March 2024 (was Q2 23/24)"]),
    }
)


def answers(refs: tuple[str, ...]) -> st.SearchStrategy[Typed]:
    cells: dict[tuple[str, str], st.SearchStrategy[Value]] = {}
    for ref in refs:
        cells |= {(ref, "Status"): STATUSES, (ref, "Comment"): COMMENTS}
    return st.fixed_dictionaries(cells | ({("H1", "New date"): DATES} if "H1" in refs else {}))


@settings(max_examples=60, deadline=None)
@given(answers(REFS), answers(("H3",)), NOW)
def test_the_order_of_the_returns_does_not_matter_and_twice_is_once(
    roads: Typed, ports: Typed, now: dict[str, str]
) -> None:
    forms = [returned(PLAN, ROADS, roads), returned(PLAN, PORTS, ports)]
    sheet = later(**now)
    merge = merged(plan_of(sheet), *forms)
    assert outcome(merge) == outcome(merged(plan_of(sheet), *reversed(forms)))
    after = applied(sheet, merge)
    again = merged(plan_of(after), *forms)
    assert again.changes == ()
    assert len(again.refusals) == len(merge.refusals)


@settings(max_examples=60, deadline=None)
@given(answers(REFS), NOW)
def test_a_blank_never_deletes_and_what_was_issued_never_changes(typed: Typed, now: dict[str, str]) -> None:
    plan = plan_of(later(**now))
    merge = merged(plan, returned(PLAN, ROADS, typed))
    assert all(change.text.strip() for change in merge.changes)
    blank: Typed = dict.fromkeys(typed)
    assert merged(plan, returned(PLAN, ROADS, blank)) == merged(plan)
    assert merged(plan, returned(PLAN, ROADS, {})) == merged(plan)
    assert merged(plan, returned(plan, ROADS, {})) == merged(plan)
