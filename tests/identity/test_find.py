"""Which action of a plan a trace leads to: one case at least for each rule, and none but for a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest

from peerxl.identity import find
from peerxl.identity.find import find_action
from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionTrace
from peerxl.model.plan import ActionPlan
from tests.conftest import plan_from_text

HEAD = """
    | Ref | Action          | Timescale | Owner    | Quarter 3 update |"""
BEFORE = """
    | P1  | Sweep the quay  | Q4 23/24  | AD Roads | Ongoing |
    | P2  | Repair the pier | Q4 23/24  | AD Roads | Ongoing |
    | P3  | Light the pier  | Q1 24/25  | AD Roads | Ongoing |
    |     | Review progress | Q1 24/25  | AD Roads | Ongoing |
    |     | Review progress | Q4 24/25  | AD Roads | Ongoing |
    | T1  | Meet partners   | Q1 24/25  | AD Roads | Ongoing |
    | T1  | Meet residents  | Q1 24/25  | AD Roads | Ongoing |
    | T1  | Meet residents  | Q1 24/25  | AD Ports | Ongoing |
"""


def plan(rows: str) -> ActionPlan:
    return plan_from_text(HEAD + rows)


def trace_of(row: int) -> ActionTrace:
    """All that is known of the action that stood in a row."""
    index = ActionIndex(plan(BEFORE).actions)
    action = index.at("Plan", row)
    assert action is not None
    return ActionTrace(
        ref=action.ref,
        words=action.text,
        sheet=action.sheet,
        row=action.row,
        word_rows=index.rows_of(index.with_words(action.text, action.ref), action.sheet),
        ref_rows=index.rows_of(index.with_ref(action.ref), action.sheet),
        neighbours=index.neighbours_of(action),
        timescale=action.timescale.text,
        owners=frozenset(owner.key for owner in action.owners),
    )


@dataclass(frozen=True)
class Case:
    """A row of the plan before, the plan's rows now (as pairs of text replaced), and what the trace leads to."""

    rule: str
    row: int
    now: tuple[tuple[str, str], ...] = ()
    found: int | None = None
    why: str = ""
    note: str = ""
    likely: int | None = None
    new_timescale: str = ""
    unread: tuple[str, ...] = ()


OTHER_WORDS = "the ref P2 is now that of other words (row 3)"
REPAIR, REVIEW, REVIEW_AGAIN, PARTNERS, RESIDENTS = 3, 5, 6, 7, 8
SWEPT = "    | P1  | Sweep the quay  | Q4 23/24  | AD Roads | Ongoing |\n"
CASES = (
    Case(
        "other sheet",
        REPAIR,
        why="it stands on the sheet “Plan”, which was not read; read that one too",
        unread=("Plan",),
    ),
    Case("own ref", REPAIR, unread=("Quay",), found=3),
    Case("own ref", REPAIR, (("Repair the pier", "<p>REPAIR the pier.</p>"),), 3),
    Case(
        "reworded",
        REPAIR,
        (("Repair the pier", "Repair our piers"),),
        3,
        note="P2 was reworded since the form was made: “Repair the pier” is now “Repair our piers”.",
    ),
    Case("likely", REPAIR, (("Repair the pier", "Rebuild the pier"),), why=OTHER_WORDS, likely=3),
    Case("likely", REPAIR, (("Repair the pier | Q4 23/24", "Repair the quay | Q4 24/25"),), why=OTHER_WORDS, likely=3),
    Case(
        "likely",
        REPAIR,
        (("Repair the pier | Q4 23/24  | AD Roads", "Rebuild the pier | Q4 23/24  | AD Ports"),),
        why=OTHER_WORDS,
        likely=3,
    ),
    Case("likely", REPAIR, (("Repair the pier", "Repair the pier by 2025"),), why=OTHER_WORDS, likely=3),
    # A figure that is another makes another phase, unless all else is as it was.
    Case(
        "ref elsewhere",
        REPAIR,
        (("Repair the pier | Q4 23/24", "Repair the pier, part 2 | Q4 24/25"),),
        why=OTHER_WORDS,
    ),
    Case("ref elsewhere", REPAIR, (("Repair the pier", "Dredge the bay"),), why=OTHER_WORDS),
    Case(
        "ref elsewhere",
        REPAIR,
        (("Repair the pier | Q4 23/24  | AD Roads", "Rebuild the pier | Q4 24/25  | AD Ports"),),
        why=OTHER_WORDS,
    ),
    Case(
        "ref elsewhere",
        REPAIR,
        (("Repair the pier", "Repair our piers"), ("Sweep the quay", "Repair the pier")),
        why="the ref P2 is now that of other words (row 3), and row 2 has its words",
    ),
    Case(
        "own words",
        REPAIR,
        (("Repair the pier", "Rebuild the pier"), ("Sweep the quay", "Repair the pier")),
        2,
        note="P2 is now P1, by its words.",
    ),
    Case(
        "ref of others",
        PARTNERS,
        (("Meet partners", "Meet the county"),),
        why="the ref T1 is not its alone, and no row that has it has its words",
    ),
    Case(
        "ref of others",
        REPAIR,
        (("P1 ", "P2 "), ("Repair the pier", "Rebuild the pier")),
        why="the ref P2 is not its alone, and no row that has it has its words",
    ),
    # Refs given anew, one row on.
    Case("own words", REPAIR, (("P2 ", "X "), ("P3 ", "P2 ")), 3, note="P2 is now X, by its words."),
    Case(
        "own words", PARTNERS, (("T1  | Meet partners", "Q9  | Meet partners"),), 7, note="T1 is now Q9, by its words."
    ),
    Case("own words", REPAIR, (("P2 ", "Q9 "),), 3, note="P2 is now Q9, by its words."),
    Case("own words", REPAIR, (("P2 ", "   "),), 3, note="P2 is now row 3, by its words."),
    Case("own words", REPAIR, (("P1 ", "P2 "), ("Sweep the quay", "Dredge the quay")), 3),
    Case("own words", PARTNERS, found=7),
    Case("gone", REPAIR, (("P2 ", "   "), ("Repair the pier", "Rebuild the pier")), why="the plan no longer has it"),
    Case("gone", REVIEW, (("Review progress", "Report progress"),), why="the plan no longer has it"),
    Case(
        "rows moved",
        REVIEW,
        ((SWEPT, ""),),
        why="its words stood in rows 5; 6 and now stand in rows 4; 5",
    ),
    Case(
        "rows moved",
        REVIEW,
        (("Review progress | Q4 24/25", "Report progress | Q4 24/25"),),
        why="its words stood in rows 5; 6 and now stand in row 5",
    ),
    Case(
        "other ref",
        RESIDENTS,
        (("| T1  | Meet residents  | Q1 24/25  | AD Roads", "| T9  | Meet residents  | Q1 24/25  | AD Roads"),),
        why="several rows have its words (8; 9) and their refs do not tell which it is",
    ),
    Case(
        "other neighbour",
        REVIEW,
        (("Light the pier", "Paint the pier"),),
        why="several rows have its words (5; 6) and the owners or the rows around it are others now",
    ),
    Case(
        "other neighbour",
        REVIEW,
        (("Review progress | Q4 24/25  | AD Roads", "Review progress | Q4 24/25  | AD Ports"),),
        why="several rows have its words (5; 6) and the owners or the rows around it are others now",
    ),
    Case(
        "other timescale",
        REVIEW,
        (("Review progress | Q1 24/25", "Review progress | Q2 24/25"),),
        why="several rows have its words (5; 6) and its row now has another timescale",
    ),
    Case(
        "other timescale",
        REVIEW,
        (("Review progress | Q1 24/25", "Review progress | Q2 24/25"),),
        why="several rows have its words (5; 6) and its row now has another timescale",
        new_timescale="Q3 24/25",
    ),
    Case("same row", REVIEW, found=5),
    Case("same row", REVIEW_AGAIN, found=6),
    Case("same row", RESIDENTS, found=8),
    Case(
        "same row", REVIEW, (("Review progress | Q1 24/25", "Review progress | Q2 24/25"),), 5, new_timescale="Q2 24/25"
    ),
    Case(
        "same row",
        REVIEW,
        (("Review progress | Q1 24/25", "Review progress | Q2 24/25 (was Q1 24/25)"),),
        5,
        new_timescale="Q2 24/25",
    ),
)
# What is found where nobody wrote down whose else the ref was, who stood beside it, or by when it was due.
BARE_CASES = (
    Case("own words", REPAIR, found=3),
    Case("own words", REPAIR, (("P2 ", "X "), ("P3 ", "P2 ")), 3, note="P2 is now X, by its words."),
    Case("own words", REPAIR, (("Sweep the quay", "Repair the pier"),), 3),
    Case(
        "ref among words",
        RESIDENTS,
        (("T1  | Meet residents  | Q1 24/25  | AD Ports", "T9  | Meet residents  | Q1 24/25  | AD Ports"), (SWEPT, "")),
        7,
    ),
    Case("gone", REPAIR, (("Repair the pier", "Repair our piers"),), why="the plan no longer has it"),
    Case("rows moved", REVIEW, ((SWEPT, ""),), why="its words stood in rows 5; 6 and now stand in rows 4; 5"),
    Case("same row", REVIEW, (("Light the pier", "Paint it"), ("Review progress | Q1", "Review progress | Q2")), 5),
    Case("same row", RESIDENTS, (("T1  | Meet residents", "T9  | Meet residents"),), 8),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_what_is_known_of_an_action(case: Case) -> None:
    trace = replace(trace_of(case.row), new_timescale=case.new_timescale)
    assert came_to(trace, case) == expected(case)


@pytest.mark.parametrize("case", BARE_CASES, ids=lambda case: case.rule)
def test_what_was_not_written_down_counts_neither_for_nor_against(case: Case) -> None:
    trace = replace(trace_of(case.row), ref_rows=None, neighbours=None, timescale=None, owners=None)
    assert came_to(trace, case) == expected(case)


def came_to(trace: ActionTrace, case: Case) -> tuple[str, int | None, str, str, int | None]:
    rows = BEFORE
    for before, after in case.now:
        assert before in rows
        rows = rows.replace(before, after)
    match = find_action(trace, ActionIndex(plan(rows).actions, frozenset(case.unread)))
    found, likely = (action.row if action else None for action in (match.action, match.likely))
    return match.rule, found, match.why, match.note, likely


def expected(case: Case) -> tuple[str, int | None, str, str, int | None]:
    return case.rule, case.found, case.why, case.note, case.likely


def test_every_rule_of_the_table_has_a_case_and_every_case_a_rule() -> None:
    rules = re.findall(r"^\| (\w[\w ]*?) +\|", find.__doc__ or "", re.MULTILINE)[1:]
    assert len(rules) == 14
    assert {case.rule for case in (*CASES, *BARE_CASES)} == set(rules)
    outcomes = dict(
        re.findall(r"^\| (\w[\w ]*?) +\|.*\| (that action|in doubt|none) +\|$", find.__doc__ or "", re.MULTILINE)
    )
    wanted = {rule: (outcome == "that action", outcome == "in doubt") for rule, outcome in outcomes.items()}
    for case in (*CASES, *BARE_CASES):
        assert (case.found is not None, case.likely is not None) == wanted[case.rule]


def test_words_that_begin_with_the_ref_are_the_same_words() -> None:
    index = ActionIndex(plan(BEFORE).actions)
    trace = replace(trace_of(REPAIR), words="P2 Repair the pier")
    assert came_to(trace, Case("own ref", REPAIR, found=3))[:2] == ("own ref", 3)
    assert [action.row for action in index.with_words("P2: Repair the pier", "P2")] == [3]


def test_an_action_on_another_sheet_is_named_with_it() -> None:
    first, second = plan(BEFORE).actions[1], replace(plan(BEFORE).actions[1], sheet="Quay")
    index = ActionIndex((first, second))
    assert index.rows_of(index.with_words("Repair the pier", ""), "Plan") == "3; Quay!3"


@pytest.mark.parametrize(("ref", "words"), [("P2", "Repair the pier"), ("", "Review progress")])
@pytest.mark.parametrize("kept", [{0, 1, 2, 3}, {0, 1}, {2, 3}, {0, 3}, {1, 2}, set()])
def test_an_action_is_never_taken_for_one_of_another_sheet(ref: str, words: str, kept: set[int]) -> None:
    """Each of two sheets has the same two rows; some of them are gone when it is looked for."""
    first = plan(BEFORE).actions[0]
    everything = [
        replace(first, sheet=sheet, row=row, ref=its_ref, text=its_words)
        for sheet in ("Plan", "Quay")
        for row, its_ref, its_words in ((3, ref, words), (4, "Z9", "Sweep the quay"))
    ]
    before = ActionIndex(tuple(everything))
    for index in (0, 2):
        action = everything[index]
        trace = ActionTrace(
            ref=ref,
            words=words,
            sheet=action.sheet,
            row=3,
            word_rows=before.rows_of(before.with_words(words, ref), action.sheet),
            ref_rows=before.rows_of(before.with_ref(ref), action.sheet),
            neighbours=before.neighbours_of(action),
            timescale=action.timescale.text,
        )
        match = find_action(trace, ActionIndex(tuple(everything[each] for each in sorted(kept))))
        assert match.action is (action if index in kept else None)


def test_a_trace_is_named_with_its_sheet_where_others_had_its_ref() -> None:
    trace = ActionTrace("A1", "Mend", "Roads", 3, "3", "3; Quay!3")
    assert (trace.shown_ref, trace.name, replace(trace, ref_rows="3").name) == ("A1 (Roads)", "A1 (Roads)", "A1")


def test_a_row_that_was_none_of_those_with_its_words_is_not_found() -> None:
    trace = replace(trace_of(REVIEW), row=99)
    assert find_action(trace, ActionIndex(plan(BEFORE).actions)).rule == "other ref"


@pytest.mark.parametrize(
    ("trace", "name", "own_ref", "own_words"),
    [
        (ActionTrace("H1", "Mend", "Plan", 4, "4", "4"), "H1", True, True),
        (ActionTrace("H1", "Mend", "Plan", 4, "4; 5", "4; 5"), "H1", False, False),
        (ActionTrace("", "Mend", "Plan", 4, "4", "4"), "row 4", False, True),
        (ActionTrace("H1", "Mend", "Plan", 4, "", None), "H1", False, False),
    ],
)
def test_what_was_its_alone(trace: ActionTrace, name: str, own_ref: bool, own_words: bool) -> None:
    assert (trace.name, trace.has_own_ref, trace.has_own_words) == (name, own_ref, own_words)


def test_words_that_are_none_are_no_action_s() -> None:
    index = ActionIndex(plan(BEFORE).actions)
    assert (index.with_words("", ""), index.with_words("-", ""), index.with_ref("-")) == ([], [], [])
    assert find_action(ActionTrace("", "?", "Plan", 3, "3", "", "", ""), index).rule == "gone"
