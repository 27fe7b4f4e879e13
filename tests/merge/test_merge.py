"""Three-way merge: as issued, master now, returned; from the form's sheets to what changes in the master."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerxl.errors import PeerxlError
from peerxl.merge import Merge, merge_returns
from peerxl.merge.columns import NoColumnError
from peerxl.merge.report import FormReply
from peerxl.model.answer_field import ANSWER_FIELDS
from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.sheet import Block, Cell, Sheet, Value
from peerxl.returns import NotAReturnError, read_return
from tests.conftest import examples, sheet_from_text
from tests.returned_forms import (
    Q3,
    TODAY,
    Typed,
    applied,
    changes,
    conflicts,
    filled,
    form_sheets,
    headings_row,
    merged,
    outcome,
    place,
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
    ({("H1", "Status"): "Delayed"}, {"E4": "On hold"}, {}, [("E4", "On hold", "Delayed")]),
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
    ({("H1", "Status"): "Completed"}, {"B4": "<p>Repair the pier</p>"}, {"E4": "Completed"}, []),
    ({("H2", "New date"): "Not asked"}, {}, {}, []),
]


@pytest.mark.parametrize(("typed", "now", "changed", "conflicting"), TABLE)
def test_three_ways(
    typed: Typed, now: dict[str, str], changed: dict[str, str], conflicting: list[tuple[str, str, str]]
) -> None:
    merge = merged(later(**now), returned(PLAN, ROADS, typed))
    assert (changes(merge), conflicts(merge), refused(merge), merge.notes) == (changed, conflicting, [], ())


@pytest.mark.parametrize(
    ("now", "says"),
    [("Ongoing", "says “Ongoing”"), ("", "is blank"), ("#UNCALCULATED", "is a formula without its result")],
)
def test_a_conflict_says_why(now: str, says: str) -> None:
    merge = merged(later(E4=now), returned(PLAN, ROADS, {("H1", "Status"): "Completed"}))
    assert merge.conflicts[0].why == f"the plan {says} now, and was “In Progress” when the form was made"


def test_the_lead_s_answer_goes_in_and_another_is_a_conflict() -> None:
    lead = returned(PLAN, PORTS, {("H3", "Status"): "Ongoing"})
    other = returned(PLAN, ROADS, {("H3", "Status"): "On hold"})
    for forms in ((lead, other), (other, lead)):
        merge = merged(SHEET, *forms)
        assert (changes(merge), conflicts(merge)) == ({"E6": "Ongoing"}, [("E6", "", "On hold")])
        assert merge.conflicts[0].why == "AD Ports, who is asked first, says “Ongoing”, which is put in"
        again = merged(applied(SHEET, merge), *forms)
        assert (changes(again), conflicts(again)) == ({}, [("E6", "Ongoing", "On hold")])
        assert again.conflicts[0].why == "AD Ports, who is asked first, says “Ongoing”, which the plan has"
    assert changes(merged(SHEET, other)) == {"E6": "On hold"}
    had = merged(applied(SHEET, merged(SHEET, other)), lead, other)
    assert [conflict.why for conflict in had.conflicts] == [
        "AD Roads, who is asked too, says “On hold”, which the plan has"
    ]


def test_an_answer_to_what_the_plan_says_waits_for_the_lead_s_that_does_not_go_in() -> None:
    now = later(E6="Ongoing")
    lead = returned(PLAN, PORTS, {("H3", "Status"): "Completed"})
    other = returned(plan_of(now), ROADS, {("H3", "Status"): "On hold"})
    merge = merged(now, lead, other)
    assert changes(merge) == {}
    assert [(conflict.owner, conflict.why) for conflict in merge.conflicts] == [
        (PORTS, "the plan says “Ongoing” now, and was blank when the form was made"),
        (ROADS, "AD Ports, who is asked first, says “Completed”, which is not taken"),
    ]


@pytest.mark.parametrize(
    ("now", "both"),
    [
        ("", "AD Roads: Ended."),
        ("Halted.", "Halted.\nAD Roads: Ended."),
        ("AD Roads: Halted.", "AD Roads: Halted.\nAD Roads: Ended."),
        ("AD Ports: Halted.", "AD Ports: Halted.\nAD Roads: Ended."),
    ],
)
def test_both_comments_stand_with_who_says_them(now: str, both: str) -> None:
    form = returned(PLAN, ROADS, {("H1", "Comment"): "Ended."})
    assert changes(merged(later(F4=now), form, accept=["H1.comment=both"])) == {"F4": both}


def test_joint_owners_who_agree() -> None:
    forms = [
        returned(PLAN, owner, {("H3", "Status"): word}) for owner, word in ((PORTS, "Ongoing"), (ROADS, "on-going"))
    ]
    merge = merged(SHEET, *forms)
    assert (changes(merge), merge.is_clean) == ({"E6": "Ongoing"}, True)


def test_an_unknown_status_goes_to_the_report_with_the_nearest_word() -> None:
    merge = merged(SHEET, returned(PLAN, ROADS, {("H1", "Status"): "Complated", ("H2", "Status"): "Purple"}))
    assert changes(merge) == {}
    assert refused(merge) == [
        ("unreadable", "H1: the plan has no status “Complated”; ask whether “Completed” is meant."),
        (
            "unreadable",
            "H2: the plan has no status “Purple”; its words are Not started, In Progress, Ongoing, On hold, Completed, "
            "Superseded, Not pursued.",
        ),
    ]


def test_an_unknown_status_that_was_there_before_is_no_change() -> None:
    sheet = later(E4="Nearly", E5="Ongoing", E6="On hold")
    merge = merged(sheet, returned(plan_of(sheet), ROADS, {("H1", "Comment"): "Ended."}))
    assert (changes(merge), refused(merge)) == ({"F4": "Ended."}, [])


NO_DAY = "names no day, month or quarter to be done by"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            "soon",
            "cannot be read as a day, month or quarter: “soon” is not read as a time, and nothing else in it is",
        ),
        ("TBC", NO_DAY),
        ("ongoing", NO_DAY),
        (
            45382,
            "cannot be read as a day, month or quarter: “45382” may be Excel's number for 31 March 2024, in a cell that has "
            "lost its date format",
        ),
    ],
)
def test_a_new_date_that_is_none(words: Value, why: str) -> None:
    merge = merged(SHEET, returned(PLAN, ROADS, {("H1", "New date"): words}))
    assert changes(merge) == {}
    assert refused(merge) == [("unreadable", f"H1: the new date “{words}” {why}; ask for one.")]


@pytest.mark.parametrize(("status", "is_said"), [("Completed", True), ("Not pursued", True), ("On hold", False)])
def test_a_new_date_for_an_action_that_is_said_to_be_finished_is_held_back(status: str, is_said: bool) -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): status, ("H1", "New date"): "Q4 2024/25"})
    merge = merged(SHEET, form)
    said = (
        f"H1: the new date “Q4 2024/25” of AD Roads comes with “{status}”, and a closed action keeps its date; ask which "
        "is meant; until --accept H1.date=theirs is given it is not put in."
    )
    assert [doubt.message for doubt in merge.doubts] == ([said] if is_said else [])
    assert ("C4" in changes(merge)) == (not is_said)
    assert status in changes(merge).values()
    assert "C4" in changes(merged(SHEET, form, accept=["H1.date=theirs"]))


def test_a_revised_column_takes_the_new_date_and_the_original_stays() -> None:
    sheet = sheet_from_text("""
        | Action          | Original timescale | Revised timescale | Owner    | Quarter 3 update | Comments |
        | Repair the pier | Q2 23/24           |                   | AD Roads | Ongoing          | Begun.   |
        | Light the pier  | Q1 23/24           | Q2 23/24          | AD Roads | Ongoing          | Begun.   |
        """)
    typed: Typed = {("Repair the pier", "New date"): "Q4 23/24", ("Light the pier", "New date"): "May 2024"}
    merge = merged(sheet, returned(plan_of(sheet), ROADS, typed))
    assert changes(merge) == {"C2": "Q4 23/24", "C3": "May 2024"}
    assert [change.cell.text for change in merge.changes] == ["", "Q2 23/24"]


def revised(words: str) -> Sheet:
    return sheet_from_text(f"""
        | Action          | Original timescale | Revised timescale | Owner    | Quarter 3 update | Comments |
        | Repair the pier | Q2 23/24           | {words}           | AD Roads | Ongoing          | Begun.   |
        """)


@pytest.mark.parametrize("words", ["TBC", "-"])
def test_a_revised_date_that_says_nothing_gives_way_and_is_known(words: str) -> None:
    merge = merged(
        revised(words), returned(plan_of(revised(words)), ROADS, {("Repair the pier", "New date"): "Q4 23/24"})
    )
    assert [(change.cell.address, change.cell.text, change.text) for change in merge.changes] == [
        ("C2", words, "Q4 23/24")
    ]


def test_a_revised_date_that_says_something_is_not_written_over() -> None:
    form = returned(plan_of(revised("TBC")), ROADS, {("Repair the pier", "New date"): "Q4 23/24"})
    for words in ("to be agreed by Cabinet", "Q3 23/24"):
        merge = merged(revised(words), form)
        assert (changes(merge), conflicts(merge)) == ({}, [("C2", words, "Q4 23/24")])
        assert merge.conflicts[0].why == (
            "the plan's column for a new date says “to be agreed by Cabinet”, which the form did not show"
            if words.startswith("to")
            else "the plan says “Q3 23/24” now, and was “Q2 23/24” when the form was made"
        )


def test_a_new_date_for_one_of_several_is_put_in_by_hand() -> None:
    sheet = later(C4="a. Q1 2023/24 b. Q2 2023/24")
    form = returned(plan_of(sheet), ROADS, {("H1", "New date"): "Q4 2023/24"})
    merge = merged(sheet, form)
    assert (changes(merge), conflicts(merge)) == ({}, [("C4", "a. Q1 2023/24 b. Q2 2023/24", "Q4 2023/24")])
    assert merge.conflicts[0].why == (
        "the plan has several dates, “a. Q1 2023/24 b. Q2 2023/24”; put the new one in place of the one it moves"
    )
    accepted = {"C4": "Q4 2023/24 (was a. Q1 2023/24 b. Q2 2023/24)"}
    assert changes(merged(sheet, form, accept=["H1.date=theirs"])) == accepted


def test_a_column_that_the_reader_was_unsure_of_is_said_again() -> None:
    sheet = sheet_from_text("""
        | Ref | Action          | Timescale | Owner    | Quarter 3 RAG | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q4 23/24  | AD Roads |               |                  |          |
        """)
    plan = plan_of(sheet)
    (fault,) = [one for one in plan.faults if one.code == "column-ambiguous"]
    merge = merged(sheet, returned(plan, ROADS, {("H1", "Status"): "Ongoing"}))
    assert (len(merge.changes), merge.notes) == (1, (fault.message,))
    assert merged(sheet, returned(plan, ROADS, {("H1", "Comment"): "Ended."})).notes == ()


def test_the_original_timescale_alone_is_not_written_over() -> None:
    sheet = sheet_from_text("""
        | Action          | Original timescale | Owner    | Quarter 3 update | Comments |
        | Repair the pier | Q2 23/24           | AD Roads | Ongoing          | Begun.   |
        """)
    before = sheet_from_text("""
        | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | Repair the pier | Q2 23/24  | AD Roads | Ongoing          | Begun.   |
        """)
    merge = merged(sheet, returned(plan_of(before), ROADS, {("Repair the pier", "New date"): "Q4 23/24"}))
    assert changes(merge) == {}
    assert refused(merge) == [
        (
            "no-cell",
            "row 2: the plan has no column for the new date; add one headed “Revised timescale” and collect again "
            "(new date “Q4 23/24”).",
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
        | J1  | Sweep the quay  | Q4 23/24  | AD Roads |                  |          |
        | J2  | Repair the pier | Q2 23/24  | AD Roads | In Progress      | Begun.   |
        | J3  | Light the pier  | Q4 23/24  | AD Roads |                  |          |
        """,
    "refs moved on by one": """
        | Harbour plan |
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H1  | Sweep the quay  | Q4 23/24  | AD Roads |                  |          |
        | H2  | Repair the pier | Q2 23/24  | AD Roads | In Progress      | Begun.   |
        | H3  | Light the pier  | Q4 23/24  | AD Roads |                  |          |
        """,
    "reworded": """
        | Harbour plan |
        | Ref | Action                | Timescale | Owner    | Quarter 3 update | Comments |
        | H2  | Light the piers | Q4 23/24  | AD Roads |                  |          |
        | H1  | Repair the pier       | Q2 23/24  | AD Roads | In Progress      | Begun.   |
        """,
}


@pytest.mark.parametrize(
    ("name", "cell", "notes"),
    [
        ("sorted", "E4", ()),
        ("a row and a column inserted", "F4", ()),
        ("refs given anew", "E5", ("H2 is now J3, by its words.",)),
        ("refs moved on by one", "E5", ("H2 is now H3, by its words.",)),
        (
            "reworded",
            "E3",
            ("H2 was reworded since the form was made: “Light the pier” is now “Light the piers”.",),
        ),
    ],
)
def test_an_answer_finds_its_row_wherever_it_went(name: str, cell: str, notes: tuple[str, ...]) -> None:
    form = returned(PLAN, ROADS, {("H2", "Status"): "Ongoing"})
    merge = merged(sheet_from_text(MOVED[name]), replace(form, actions=form.actions[:2]))
    assert (changes(merge), merge.conflicts, refused(merge), merge.notes) == ({cell: "Ongoing"}, (), [], notes)


def test_an_action_that_is_gone_or_whose_ref_is_another_s_now() -> None:
    form = returned(PLAN, ROADS, {("H2", "Status"): "Ongoing", ("H2", "Comment"): "Lit."})
    gone, other = "the plan no longer has it", "the ref H2 is now that of other words (row 5)"
    for words, why in (("Sweep the whole quay", other), ("Light the quay", other), ("", gone)):
        merge = merged(later(B5=words), form)
        assert (changes(merge), refused(merge)) == (
            {},
            [("not-found", f"H2: {why}; find it and put the answer in yourself (status “Ongoing”; comment “Lit.”).")],
        )


PIERS = """
    | Ref | Action                 | Timescale | Owner    | Quarter 3 update | Comments |
    | P1  | Sweep the quay         | Q4 23/24  | AD Roads |                  |          |
    | P4  | Repair the north pier  | Q4 23/24  | AD Roads |                  |          |
    | P5  | Repair the south pier  | Q4 23/24  | AD Roads |                  |          |
    | P6  | Repair the north pier  | Q4 23/24  | AD Roads |                  |          |
    """
FOUND_NOT = "; find it and put the answer in yourself (comment “Four.”)."
# What became of the plan's rows, and what comes of the answer about P4.
WRONG_ROWS: list[tuple[str, list[tuple[str, str]], dict[str, str], str]] = [
    (
        "reworded while another has its old words",
        [("P1", "Sweep the quay"), ("P4", "Repair our north pier"), ("P5", "Repair the south pier")],
        {"F3": "Four."},
        "",
    ),
    (
        "reworded, and another still has its old words",
        [("P1", "Sweep the quay"), ("P4", "Repair our north pier"), ("P6", "Repair the north pier")],
        {},
        "P4: the ref P4 is now that of other words (row 3), and row 4 has its words",
    ),
    (
        "deleted, and another has its words",
        [("P1", "Sweep the quay"), ("P5", "Repair the south pier"), ("P6", "Repair the north pier")],
        {},
        "P4: its words stood in rows 3; 5 and now stand in row 4",
    ),
    (
        "deleted, and the next one has its ref",
        [("P1", "Sweep the quay"), ("P4", "Repair the south pier"), ("P7", "Dredge it")],
        {},
        "P4: the ref P4 is now that of other words (row 3)",
    ),
    (
        "its ref given to two",
        [("P1", "Sweep the quay"), ("P4", "Repair the south pier"), ("P4", "Repair the east pier")],
        {},
        "P4: the ref P4 is not its alone, and no row that has it has its words",
    ),
]


@pytest.mark.parametrize(("name", "rows", "changed", "why"), WRONG_ROWS)
def test_an_answer_never_goes_to_another_action(
    name: str, rows: list[tuple[str, str]], changed: dict[str, str], why: str
) -> None:
    sheet = sheet_from_text(PIERS)
    form = returned(plan_of(sheet), ROADS, {("P4", "Comment"): "Four."})
    now = replace(sheet, rows=(sheet.rows[0], *((ref, words, "Q4 23/24", ROADS) for ref, words in rows)))
    merge = merged(now, replace(form, actions=form.actions[:2]))
    assert (changes(merge), merge.conflicts) == (changed, ())
    assert refused(merge) == ([("not-found", f"{why}{FOUND_NOT}")] if why else [])


TWINS = """
    | Action     | Timescale | Owner    | Quarter 3 update | Comments |
    | Review it  | Q4 23/24  | AD Roads |                  |          |
    | Mend it    | Q4 23/24  | AD Roads |                  |          |
    | Review it  | Q1 24/25  | AD Roads |                  |          |
    """


def twins_form(sheet: Sheet, typed: dict[int, str], heading: str = "Comment") -> list[Sheet]:
    """The form of a plan without refs, filled in by the number of its line."""
    first, *others = form_sheets(plan_of(sheet), ROADS)
    header = headings_row(first)
    for number, words in typed.items():
        first = set_value(first, Cell("", header + number, first.rows[header - 1].index(heading) + 1), words)
    return [first, *others]


def test_rows_of_the_same_words_are_told_apart_only_where_they_stood() -> None:
    sheet = sheet_from_text(TWINS)
    form = read_return("a.xlsx", twins_form(sheet, {3: "Seen."}), {})
    assert changes(merged(sheet, form)) == {"E4": "Seen."}
    head, first, second, third = sheet.rows
    tail = "find it and put the answer in yourself (comment “Seen.”)."
    for rows, why in (
        ((third, second, first), "several rows have its words (2; 4) and its row now has another timescale"),
        (
            (("New", "Q4 23/24", ROADS), first, second, third),
            "its words stood in rows 2; 4 and now stand in rows 3; 5",
        ),
        (
            (first, ("Sweep it", "Q4 23/24", ROADS), third),
            "several rows have its words (2; 4) and the owners or the rows around it are others now",
        ),
        ((second, third), "its words stood in rows 2; 4 and now stand in row 3"),
    ):
        merge = merged(replace(sheet, rows=(head, *rows)), form)
        assert (changes(merge), refused(merge)) == ({}, [("not-found", f"row 4: {why}; {tail}")])


def test_twins_of_a_form_that_was_sorted_cannot_be_told_apart() -> None:
    sheet = sheet_from_text(TWINS.replace("Q1 24/25", "Q4 23/24"))
    first, *others = twins_form(sheet, {1: "One.", 2: "Two.", 3: "Three."})
    header = headings_row(first)
    one, two, three = first.rows[header:]
    merge = merged(
        sheet, read_return("a.xlsx", [replace(first, rows=(*first.rows[:header], two, one, three)), *others], {})
    )
    assert changes(merge) == {"E3": "Two."}
    assert [code for code, _ in refused(merge)] == ["row-doubtful"] * 4
    assert all(words in "".join(message for _, message in refused(merge)) for words in ("One.", "Three."))


def test_twins_are_found_again_once_their_date_was_moved() -> None:
    sheet = sheet_from_text(TWINS.replace("Q1 24/25", "Q1 23/24"))
    sheets = twins_form(sheet, {3: "Q2 24/25"}, "New date")
    form = read_return("a.xlsx", sheets, {})
    merge = merged(sheet, form)
    assert changes(merge) == {"B4": "Q2 24/25 (was Q1 23/24)"}
    assert merged(applied(sheet, merge), form).is_clean


def test_a_twin_s_row_deleted_from_the_form_leaves_both_alone() -> None:
    sheet = sheet_from_text(TWINS.replace("Q1 24/25", "Q4 23/24"))
    first, *others = twins_form(sheet, {3: "Seen."})
    header = headings_row(first)
    first = replace(first, rows=(*first.rows[:header], *first.rows[header + 1 :]))
    merge = merged(sheet, read_return("a.xlsx", [first, *others], {}))
    assert changes(merge) == {}
    assert [(code, "Seen." in words) for code, words in refused(merge)] == [
        ("row-doubtful", False),
        ("row-doubtful", False),
        ("row-doubtful", True),
    ]


def test_two_lines_of_a_form_that_come_to_one_action_are_both_refused() -> None:
    form = returned(PLAN, ROADS, {("H1", "Comment"): "One."})
    other = replace(form.actions[0], answers=(replace(form.actions[0].answers[0], text="Two."),))
    merge = merged(SHEET, replace(form, actions=(form.actions[0], other)))
    why = "2 lines of the form come to one action of the plan, row 4; see which is meant and put the answer in yourself"
    assert (changes(merge), sorted(refused(merge))) == (
        {},
        [("not-found", f"H1: {why} (comment “One.”)."), ("not-found", f"H1: {why} (status “Two.”).")],
    )


def test_a_column_of_the_form_sorted_alone() -> None:
    first, *others = filled(PLAN, ROADS, {("H1", "Comment"): "Pier.", ("H2", "Comment"): "Lamps."})
    one, two = place(first, "H1", "Ref"), place(first, "H2", "Ref")
    first = set_value(set_value(first, one, "H2"), two, "H1")
    merge = merged(SHEET, read_return("a.xlsx", [first, *others], {}))
    assert changes(merge) == {}
    assert [(code, words.partition(": “")[0]) for code, words in refused(merge)] == [
        ("row-doubtful", "H1: its row cannot be told from others in the form; ask AD Roads about it again."),
        ("row-doubtful", "H2: its row cannot be told from others in the form; ask AD Roads about it again."),
        ("row-doubtful", "Row 8 has the ref of one action and the words of another (H1 and H2), and is not taken"),
        ("row-doubtful", "Row 9 has the ref of one action and the words of another (H1 and H2), and is not taken"),
    ]
    assert all(word in "".join(words for _, words in refused(merge)) for word in ("Pier.", "Lamps."))


def test_a_row_of_the_form_written_over_by_a_copy_of_another() -> None:
    first, *others = filled(PLAN, ROADS, {("H1", "Comment"): "Pier.", ("H2", "Comment"): "Lamps."})
    for heading, words in (("Ref", "H2"), ("Action", "Light the pier")):
        first = set_value(
            first, Cell("", place(first, "Pier.", heading).row, place(first, "H2", heading).column), words
        )
    merge = merged(SHEET, read_return("a.xlsx", [first, *others], {}))
    assert changes(merge) == {}
    assert [code for code, _ in refused(merge)] == ["row-deleted", *["row-doubtful"] * 3]


def test_a_cell_merged_over_two_actions_is_not_written() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed", ("H2", "Status"): "Ongoing"})
    merge = merged(replace(SHEET, merged=(Block(4, 5, 5, 5),)), form)
    assert (changes(merge), [code for code, _ in refused(merge)]) == ({}, ["no-cell", "no-cell"])


def test_a_cell_merged_across_its_own_row_is_written() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed"})
    assert changes(merged(replace(SHEET, merged=(Block(4, 5, 4, 6), Block(1, 1, 1, 6))), form)) == {"E4": "Completed"}
    assert refused(merged(replace(SHEET, merged=(Block(3, 5, 4, 5),)), form)) == [
        (
            "no-cell",
            "H1: the plan's cell Plan!E4 is merged with others, so the answer would be said of them too; unmerge it "
            "(status “Completed”).",
        )
    ]


def test_a_merge_is_clean_while_nobody_has_to_do_anything() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Purple"})
    assert (merged(SHEET).is_clean, merged(SHEET, form).is_clean) == (True, False)
    assert not merged(SHEET, returned(PLAN, ROADS, {("H1", "Comment"): "n/a"})).is_clean
    assert merged(SHEET, returned(PLAN, ROADS, {("H1", "Comment"): "Done by May."})).is_clean


@pytest.mark.parametrize(
    ("typed", "answered", "notes"),
    [
        (
            {("H1", "Status"): "Delayed"},
            ["H1"],
            ("H1: AD Roads wrote “Delayed” over the status “In Progress”, which counts as the same and is kept.",),
        ),
        (
            {("H1", "Status"): "Delayed", ("H2", "Comment"): "Lamps came."},
            ["H1", "H2"],
            ("H1: AD Roads wrote “Delayed” over the status “In Progress”, which counts as the same and is kept.",),
        ),
        ({("H1", "Status"): "in progress"}, [], ()),
        ({("H1", "Status"): None}, [], ()),
        ({}, [], ()),
    ],
)
def test_an_answer_of_the_meaning_that_the_form_had_is_an_answer(
    typed: Typed, answered: list[str], notes: tuple[str, ...]
) -> None:
    merge = merged(SHEET, returned(PLAN, ROADS, typed))
    (reply,) = merge.replies
    assert ([action.ref for action in reply.actions], merge.notes) == (answered, notes)
    assert (merge.is_clean, merge.blank) == (bool(answered), () if answered else merge.replies)


def test_the_date_that_an_action_has_said_once_more_is_an_answer() -> None:
    merge = merged(SHEET, returned(PLAN, ROADS, {("H1", "New date"): "Q2 23/24"}))
    assert ([action.ref for action in merge.replies[0].actions], merge.blank) == (["H1"], ())
    assert [doubt.message for doubt in merge.doubts] == [
        "H1: the new date “Q2 23/24” of AD Roads is the one it had; ask whether that holds, or which is meant."
    ]


def test_what_the_reader_said_of_a_column_otherwise_is_not_said_again() -> None:
    cells = (Cell("Plan", 3, 5),)
    faults = tuple(
        Finding(code, Severity.ADVICE, f"{code}.", cells, sheet="Plan")
        for code in ("column-ambiguous", "column-odd", "column-by-cells")
    )
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed"})
    merge = merge_returns(replace(PLAN, faults=faults), {"Plan": SHEET}, Q3, [form], today=TODAY, fields=ANSWER_FIELDS)
    assert merge.notes == ("column-ambiguous.", "column-by-cells.")


def test_a_return_of_another_plan_or_quarter() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed"})
    strange = later(B4="Write a code", A4="S1", B5="Print a book", A5="S2", B6="Read it", A6="S3")
    assert refused(merged(strange, form)) == [
        (
            "actions-gone",
            "H1: none of the form's 3 actions is in the plan any more; find them and put the answers in yourself "
            "(status “Completed”).",
        )
    ]
    other = set_value(strange, Cell("Plan", 1, 1), "Library plan")
    assert refused(merged(other, form, source="other.xlsx")) == [
        (
            "another-plan",
            "H1: the form was made from another plan, “Harbour plan” (plan.xlsx): none of the form's 3 actions is in "
            "the plan; collect it into that one (status “Completed”).",
        )
    ]
    unread = refused(merged(SHEET, replace(form, quarter=None)))
    assert unread == [
        (
            "another-quarter",
            "H1: the form asks about no quarter that can be read and the plan reports on Q3 2023/24; send a new form "
            "(status “Completed”).",
        )
    ]
    assert refused(merged(SHEET, replace(form, quarter=Q3 - 1))) == [
        (
            "another-quarter",
            "H1: the form asks about Q2 2023/24 and the plan reports on Q3 2023/24; send a new form, or add --quarter "
            '"Q2 2023/24" (status “Completed”).',
        )
    ]
    # Of the year before this plan's first quarter there is another plan, or there are no columns any more.
    assert refused(merged(SHEET, replace(form, quarter=FiscalQuarter(2022, 4)))) == [
        (
            "another-quarter",
            "H1: the form asks about Q4 2022/23 and the plan begins with Q3 2023/24; collect it into the plan of "
            "2022/23, or send a new form (status “Completed”).",
        )
    ]


def test_a_form_of_another_quarter_that_says_nothing_is_refused_once() -> None:
    merge = merged(SHEET, replace(returned(PLAN, ROADS, {}), quarter=Q3 - 1))
    (refusal,) = merge.refusals
    assert (refusal.code, refusal.file, refusal.owner, refusal.cell) == (
        "another-quarter",
        f"{ROADS}.xlsx",
        ROADS,
        None,
    )
    assert refusal.message == (
        "AD Roads: the form asks about Q2 2023/24 and the plan reports on Q3 2023/24; send a new form, or add --quarter "
        '"Q2 2023/24".'
    )


def test_a_form_of_two_plans_is_this_one_s_while_half_its_actions_are_here() -> None:
    form = returned(PLAN, PORTS, {("H3", "Status"): "Ongoing"})
    assert changes(merged(SHEET, form)) == {"E6": "Ongoing"}
    gone = later(B6="Read it", A6="S3")
    assert [code for code, _ in refused(merged(gone, form))] == ["not-found"]
    roads = returned(PLAN, ROADS, {("H1", "Status"): "Completed"})
    two_gone = later(B5="Print a book", A5="S2", B6="Read it", A6="S3")
    assert refused(merged(two_gone, roads)) == [
        (
            "actions-gone",
            "H1: only 1 of the form's 3 actions is in the plan any more; find them and put the answers in yourself "
            "(status “Completed”).",
        )
    ]
    assert changes(merged(gone, roads)) == {"E4": "Completed"}


def test_what_is_amiss_in_a_form_of_another_quarter_is_said_as_well() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed", ("H2", "Last comment"): "Lit."})
    codes = [code for code, _ in refused(merged(SHEET, replace(form, quarter=Q3 - 1)))]
    assert sorted(codes) == ["another-quarter", "locked-edited"]


def test_a_master_whose_title_moved_on_to_the_next_quarter_is_the_same_plan() -> None:
    form = returned(plan_of(later(A1="Harbour plan – Q3 2023/24")), ROADS, {("H1", "Status"): "Completed"})
    assert changes(merged(later(A1="Harbour plan – Q4 2023/24"), form)) == {"E4": "Completed"}


def test_a_master_that_was_renamed_is_the_same_plan() -> None:
    form = returned(PLAN, ROADS, {("H1", "Status"): "Completed"})
    assert changes(merged(SHEET, form, source="master v2.xlsx")) == {"E4": "Completed"}
    untitled = replace(SHEET, name="Sheet1", rows=SHEET.rows[2:])
    form = returned(plan_of(untitled, "a.xlsx"), ROADS, {("H1", "Status"): "Completed"})
    assert changes(merged(untitled, form, source="b.xlsx")) == {"E2": "Completed"}


def test_an_action_that_is_not_theirs() -> None:
    merge = merged(later(D5="AD Ports"), returned(PLAN, ROADS, {("H2", "Status"): "Ongoing"}))
    assert refused(merge) == [
        (
            "not-theirs",
            "H2: the plan says that AD Ports answers for it; ask them, or put the answer in yourself (status “Ongoing”).",
        )
    ]


def test_locked_cells_that_were_edited_are_said_and_the_answers_taken() -> None:
    typed: Typed = {("H1", "Timescale"): "Q4 23/24", ("H1", "Action"): "Rebuild it", ("H1", "Status"): "On hold"}
    merge = merged(SHEET, returned(PLAN, ROADS, typed))
    assert changes(merge) == {"E4": "On hold"}
    tail = "which is not taken; put it in the plan yourself if it is right."
    assert refused(merge) == [
        ("locked-edited", f"H1: Action was changed in the form from “Repair the pier” to “Rebuild it”, {tail}"),
        ("locked-edited", f"H1: Timescale was changed in the form from “Q2 23/24” to “Q4 23/24”, {tail}"),
    ]


def test_formulas_are_not_values() -> None:
    sheets = filled(PLAN, ROADS, {("H1", "Status"): "Completed", ("H2", "Comment"): 2})
    cell = place(sheets[0], "H2", "Comment")
    merge = merged(SHEET, read_return("a.xlsx", sheets, {cell: "=1+1"}))
    assert changes(merge) == {"E4": "Completed"}
    assert refused(merge) == [
        ("formula", "H2: the comment is a formula, =1+1, and formulas are not taken; ask the owner for words.")
    ]


def test_rows_deleted_from_the_form_and_added_to_it() -> None:
    first, *others = filled(PLAN, ROADS, {("H1", "Status"): "Completed"})
    row = place(first, "H2", "Ref").row
    rows = (*first.rows[: row - 1], *first.rows[row:], (), ("H9", "Sink the pier", None, None, None, None, "Done"))
    merge = merged(SHEET, read_return("a.xlsx", [replace(first, rows=rows), *others], {}))
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
    merge = merged(SHEET, read_return("a.xlsx", [replace(first, rows=rows), *others], {}))
    assert (changes(merge), refused(merge)) == ({"E4": "Completed", "E5": "Ongoing"}, [])


@pytest.mark.parametrize(
    ("names", "times", "kept"),
    [
        (("Roads.xlsx", "Roads (2).xlsx"), (1.0, 2.0), "On hold"),
        (("Roads.xlsx", "Roads (2).xlsx"), (2.0, 1.0), "Ongoing"),
        (("Roads.xlsx", "Roads (2).xlsx"), (1.0, 1.0), "On hold"),
        (("Roads (10).xlsx", "Roads (2).xlsx"), (1.0, 1.0), "Ongoing"),
        (("b/Roads.xlsx", "a/Roads.xlsx"), (1.0, 1.0), "Ongoing"),
    ],
)
def test_a_form_returned_twice(names: tuple[str, str], times: tuple[float, float], kept: str) -> None:
    words = ("Ongoing", "On hold")
    typed: list[Typed] = [{("H2", "Status"): word} for word in words]
    typed[0] = {**typed[0], ("H2", "Comment"): "Lit."}
    forms = [returned(PLAN, ROADS, one, name, time) for one, name, time in zip(typed, names, times, strict=True)]
    last = words.index(kept)
    for order in (forms, forms[::-1]):
        merge = merged(SHEET, *order)
        assert (changes(merge), merge.is_clean) == ({"E5": kept, "F5": "Lit."}, True)
        assert merge.notes == (
            f"H2: the status “{words[1 - last]}” of AD Roads in {names[1 - last]} is not taken, as {names[last]} came "
            f"later and says “{kept}”.",
        )


def test_a_later_form_that_goes_back_to_what_was_there() -> None:
    forms = [
        returned(PLAN, ROADS, {("H1", "Status"): "Completed"}, "Roads.xlsx", 1.0),
        returned(PLAN, ROADS, {("H1", "Status"): "In progress"}, "Roads (2).xlsx", 2.0),
    ]
    merge = merged(SHEET, *forms)
    assert (changes(merge), merge.notes) == (
        {},
        (
            "H1: the status “Completed” of AD Roads in Roads.xlsx is not taken, as Roads (2).xlsx came later and says "
            "“In progress”.",
        ),
    )


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        ("| Quarter 2 update | Quarter 2 comments |", "“Quarter 3 update” and “Quarter 3 comments”"),
        ("| Q2 2023/24 status | Q2 2023/24 commentary |", "“Q3 2023/24 status” and “Q3 2023/24 commentary”"),
        ("| Q4 2022/23 status | Q4 2022/23 notes |", "“Q3 2023/24 status” and “Q3 2023/24 notes”"),
    ],
)
def test_a_column_that_is_missing_is_named(headings: str, wanted: str) -> None:
    sheet = sheet_from_text(f"""
        | Action          | Owner    {headings}
        | Repair the pier | AD Roads | Ongoing | Begun. |
        | Light the pier  | AD Roads | Ongoing | Begun. |
        """)
    names = wanted.replace("“", "").replace("”", "").split(" and ")
    wider = replace(sheet, rows=((*sheet.rows[0], *names), *sheet.rows[1:]))
    typed: Typed = {("Light the pier", "Status"): "On hold", ("Light the pier", "Comment"): "Dark."}
    form = returned(plan_of(wider), ROADS, typed)
    with pytest.raises(NoColumnError) as caught:
        merged(sheet, form)
    assert str(caught.value) == (
        "plan.xlsx!Plan: the plan has no column for the answers of Q3 2023/24, so nothing was written; add columns "
        f"headed {wanted} and collect again."
    )
    assert changes(merged(wider, form)) == {"E3": "On hold", "F3": "Dark."}
    blank = returned(plan_of(wider), ROADS, {})
    reply = FormReply("AD Roads.xlsx", blank.form_id, blank.owner, ())
    assert merged(sheet, blank) == Merge(replies=(reply,))


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
    assert changes(merged(SHEET, read_return("a.xlsx", sheets, {}))) == {"E4": "Completed"}


STATUSES = st.sampled_from([None, "In progress", "complete", "Ongoing", "Wild guess", "IN PROGRESS "])
# A column of nothing but figures is no column of comments, which collect says of it; that is no law of a merge.
COMMENTS = st.one_of(
    st.none(),
    st.sampled_from(["Begun.", "Begun. ", "=2", "a\nb"]),
    st.text(max_size=8).filter(lambda text: not any(map(str.isdigit, text))),
)
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


@settings(max_examples=examples(0.6), deadline=None)
@given(answers(REFS), answers(("H3",)), NOW)
def test_the_order_of_the_returns_does_not_matter_and_twice_is_once(
    roads: Typed, ports: Typed, now: dict[str, str]
) -> None:
    forms = [returned(PLAN, ROADS, roads), returned(PLAN, PORTS, ports)]
    sheet = later(**now)
    merge = merged(sheet, *forms)
    assert outcome(merge) == outcome(merged(sheet, *reversed(forms)))
    after = applied(sheet, merge)
    again = merged(after, *forms)
    assert again.changes == ()
    assert len(again.refusals) == len(merge.refusals)


@settings(max_examples=examples(0.6), deadline=None)
@given(answers(REFS), NOW)
def test_a_blank_never_deletes_and_what_was_issued_never_changes(typed: Typed, now: dict[str, str]) -> None:
    sheet = later(**now)
    merge = merged(sheet, returned(PLAN, ROADS, typed))
    assert all(change.text.strip() for change in merge.changes)
    for plan, nothing in ((PLAN, dict.fromkeys(typed)), (PLAN, {}), (plan_of(sheet), {})):
        blank = merged(sheet, returned(plan, ROADS, nothing))
        assert replace(blank, replies=()) == merged(sheet)
        assert [reply.actions for reply in blank.replies] == [()]
        assert blank.blank == blank.replies
