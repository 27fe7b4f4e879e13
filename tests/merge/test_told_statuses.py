"""Answers to a status that tells more than its word, or that is another word for it, as the plan has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.merge import Return
from peerxl.model.sheet import Cell, Sheet
from peerxl.returns import read_return
from tests.returned_forms import changes, conflicts, form_sheets, headings_row, merged, plan_of, returned, set_value

HEADINGS = ("Ref", "Action", "Owner", "Timescale", "Q3 2023/24 status", "Q3 2023/24 comments")
PIER, ROADS = "In progress – out to tender", "AD Roads"


def sheet_of(status: str) -> Sheet:
    """A plan whose first action is overdue, so that its status is asked about whatever it says."""
    others = [(f"H{number}", f"Light lamp {number}", "AD Ports", "Q4 23/24", "In progress", "Lit.") for number in "234"]
    rows = (("Harbour plan",), (), HEADINGS, ("H1", "Repair the pier", ROADS, "Q1 23/24", status, ""), *others)
    return Sheet("Plan", rows)


def form_of(status: str, answer: str | None = None) -> Return:
    typed = {} if answer is None else {("H1", "Status"): answer}
    return returned(plan_of(sheet_of(status)), ROADS, typed)


TOLD = ["Delayed", "Delayed until May", PIER, "In progress (50%)", "On track to finish 28 October"]


@pytest.mark.parametrize("status", TOLD)
def test_a_form_that_nobody_touched_is_no_answer(status: str) -> None:
    merge = merged(sheet_of(status), form_of(status))
    assert (changes(merge), conflicts(merge), merge.notes) == ({}, [], ())
    assert (merge.is_clean, merge.blank) == (False, merge.replies)


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("Delayed", "and the plan's “Delayed” is kept"),
        (PIER, f"and the plan's “{PIER}” is kept"),
        ("Delayed until May", "and the plan's “Delayed until May” is kept"),
    ],
)
def test_an_answer_of_the_same_meaning_keeps_the_plan_s_words(status: str, note: str) -> None:
    merge = merged(sheet_of(status), form_of(status, "On track"))
    said = f"H1: AD Roads wrote “On track” over the status “In progress”, which counts as the same {note}."
    assert (changes(merge), conflicts(merge), merge.notes) == ({}, [], (said,))
    assert [action.ref for action in merge.replies[0].actions] == ["H1"]


def test_of_an_answer_in_the_plan_s_own_word_there_is_nothing_to_say() -> None:
    merge = merged(sheet_of("Delayed"), form_of("Delayed", "delayed"))
    assert (changes(merge), conflicts(merge), merge.notes, merge.is_clean) == ({}, [], (), True)
    assert [action.ref for action in merge.replies[0].actions] == ["H1"]


@pytest.mark.parametrize("status", TOLD)
def test_an_answer_of_another_meaning_goes_in(status: str) -> None:
    merge = merged(sheet_of(status), form_of(status, "On hold"))
    assert (changes(merge), conflicts(merge), merge.notes) == ({"E4": "On hold"}, [], ())


def test_an_answer_that_the_plan_tells_by_now_changes_nothing() -> None:
    merge = merged(sheet_of(PIER), form_of("Not started", "In progress"))
    assert (changes(merge), conflicts(merge)) == ({}, [])


def test_an_answer_to_a_status_that_tells_more_by_now_is_a_conflict() -> None:
    merge = merged(sheet_of(PIER), form_of("In progress", "On hold"))
    why = f"the plan says “{PIER}” now, and was “In progress” when the form was made"
    assert (changes(merge), [conflict.why for conflict in merge.conflicts]) == ({}, [why])


def test_a_status_that_is_closed_only_after_the_quarter_can_be_answered_by_its_word() -> None:
    merge = merged(sheet_of("Completed May 2027"), form_of("Completed May 2027", "Completed"))
    assert changes(merge) == {"E4": "Completed"}


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("In progress", "None before this quarter"),
        ("Delayed", "Delayed (Q3 2023/24)"),
        (PIER, f"{PIER} (Q3 2023/24)"),
        ("Amber", "Amber (Q3 2023/24)"),
    ],
)
def test_a_form_shows_what_a_word_to_choose_cannot_say(status: str, shown: str) -> None:
    asked, *_ = form_sheets(plan_of(sheet_of(status)), ROADS)
    headings, row = asked.rows[headings_row(asked) - 1 : headings_row(asked) + 1]
    assert row[headings.index("Last status")] == shown


def test_a_form_of_before_its_filling_in_was_kept_goes_by_the_plan_s_words() -> None:
    *sheets, issued = form_sheets(plan_of(sheet_of("In progress")), ROADS)
    header = next(number for number, row in enumerate(issued.rows, 1) if "Status filled in" in row)
    column = issued.rows[header - 1].index("Status filled in") + 1
    bare = set_value(set_value(issued, Cell("", header, column), None), Cell("", header + 1, column), None)
    form = replace(read_return("a.xlsx", [*sheets, bare], {}), file="a.xlsx")
    merge = merged(sheet_of("In progress"), form)
    assert (changes(merge), merge.blank) == ({}, merge.replies)


def test_joint_owners_of_one_meaning_each_have_their_word_told() -> None:
    others = [(f"H{number}", f"Light lamp {number}", ROADS, "Q4 23/24", "In progress", "Lit.") for number in "234"]
    row = ("H1", "Repair the pier", "AD Ports/ AD Roads", "Q1 23/24", "", "")
    sheet = Sheet("Plan", (("Harbour plan",), (), HEADINGS, row, *others))
    forms = [
        returned(plan_of(sheet), owner, {("H1", "Status"): word})
        for owner, word in (("AD Ports", "In progress"), (ROADS, "Slipped"))
    ]
    merge = merged(sheet, *forms)
    note = "H1: AD Roads wrote the status “Slipped”, which counts as “In progress”, the word that AD Ports has put in."
    assert (changes(merge), conflicts(merge), merge.notes) == ({"E4": "In progress"}, [], (note,))


NOT_OURS = (
    "H1: AD Roads wrote the status “Slipped”, which counts as “{}” and is put in so, as it is none of the plan's words."
)


@pytest.mark.parametrize(
    ("used", "answer", "written", "said", "note"),
    [
        (("On track", "Delayed", "Delayed"), "delayed", "Delayed", "", ""),
        (("On track", "On track", "Off track"), "OFF TRACK", "Off track", "", ""),
        (("on track", "On track", "on track"), "On Track", "on track", "", ""),
        (("Done", "Closed", "Closed"), "closed", "Closed", "", ""),
        (("On track", "Delayed", "Delayed"), "Slipped", "In progress", "Slipped", NOT_OURS.format("In progress")),
        (("Underway", "Underway", "Underway"), "Slipped", "Underway", "Slipped", NOT_OURS.format("Underway")),
        (("On track", "Delayed", "Delayed"), "WIP", "In progress", "", ""),
    ],
)
def test_an_owner_s_own_word_is_not_lost(
    used: tuple[str, ...], answer: str, written: str, said: str, note: str
) -> None:
    """A word that says more than the one it counts as stays where the plan uses it; elsewhere the owner's is told."""
    sheet = sheet_of("")
    for row, word in enumerate(used, 5):
        sheet = set_value(sheet, Cell("Plan", row, 5), word)
    merge = merged(sheet, returned(plan_of(sheet), ROADS, {("H1", "Status"): answer}))
    assert [(change.cell.address, change.value, change.said) for change in merge.changes] == [("E4", written, said)]
    assert (conflicts(merge), merge.notes, merge.is_clean) == ([], (note,) if note else (), True)
