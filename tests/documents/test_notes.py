"""The notes: what stands behind the figures, the words and the dates."""

from __future__ import annotations

from peerxl.documents.notes import build_notes, list_notes
from peerxl.documents.paper import find_own_movement
from peerxl.documents.summary_figures import SummaryFacts
from peerxl.language.timescales import parse_timescale
from tests.conftest import plan_from_text
from tests.documents.plans import PLAN, Q2, Q3, action, plan_of
from tests.movement.test_compare import NEW, OLD, compare


def test_every_note_of_a_plan() -> None:
    assert list(list_notes(SummaryFacts(PLAN, Q3, find_own_movement(PLAN, Q3)))) == [
        ("Open and closed", "Open: 4", "V1.1, S1.1 to S1.3"),
        ("Open and closed", "Closed: 1", "V1.2"),
        ("By status", "In progress: 1", "V1.1"),
        ("By status", "On hold: 1", "S1.3"),
        ("By status", "Completed: 1", "V1.2"),
        ("By status", "No update received: 1", "S1.1"),
        ("By status", "“Stalled?”: 1", "S1.2"),
        ("By theme", "Vision: 2", "V1.1, V1.2"),
        ("By theme", "Savings: 3", "S1.1 to S1.3"),
        ("By the first date", "Not past the first date at 31 December 2023: 1", "S1.2"),
        ("By the first date", "3 months or more past it at 31 December 2023: 1", "V1.1"),
        ("By the first date", "No date to measure by: 2", "S1.1, S1.3"),
        ("By the present date", "Overdue: 1", "V1.1"),
        ("By the present date", "Due in Quarter 4 2023/24: 1", "S1.2"),
        ("Since Quarter 2 2023/24", "Completed: 1", "V1.2"),
        ("Dates and updates", "No update received: 1", "S1.1"),
        ("Words", "In progress", "Work has begun and is not finished. Counts as open."),
        ("Words", "On hold", "Work has stopped for now; the comment says why and until when. Counts as open."),
        ("Words", "Completed", "The action is done. Counts as closed."),
        ("Words", "Overdue", "Due by its present date in a quarter before Quarter 3 2023/24, and open."),
        ("Words", "“Stalled?”", "The plan does not say what it counts as; the action counts as open."),
        (
            "Words",
            "First date",
            "The plan has no column for the date first agreed. It is the first day, month or quarter that the timescale's "
            "own words or the record of the plan's changes tell, else the present one.",
        ),
    ]


def test_timescales_as_they_stand() -> None:
    plan = plan_of(
        action(4, "Do", ref="A1", timescale=parse_timescale("Subject to the study")),
        action(5, "Do", ref="A2", timescale=parse_timescale("Autumn 2025")),
        action(6, "Do", ref="A3", timescale=parse_timescale("Q4 2023/24")),
    )
    assert [line for line in list_notes(SummaryFacts(plan, Q3)) if line[0] == "Timescales"] == [
        (
            "Timescales",
            "A1",
            "“Subject to the study”. It cannot be read as a time: “subject” is not read as a time, and nothing else in "
            "it is.",
        ),
        (
            "Timescales",
            "A2",
            "“Autumn 2025”. A season is read as its three months: spring begins in March, winter in December.",
        ),
    ]


def test_how_actions_were_known_again() -> None:
    movement = compare(plan_from_text(OLD.replace("| 1 ", "| X ")), plan_from_text(NEW))
    notes = [line for line in list_notes(SummaryFacts(movement.new.plan, Q2, movement)) if line[0] == "What changed"]
    assert notes == [
        ("What changed", "1", "Known again by the wording, as no ref is in both plans."),
        (
            "What changed",
            "7",
            "Counted as added; it may be what was “Ask the hauliers what to do”: the words are 79 of 100 alike.",
        ),
    ]


def test_a_closed_word_that_is_not_done_says_so() -> None:
    plan = plan_of(action(4, "Do", ref="A1", status="Superseded"))
    assert [line[2] for line in list_notes(SummaryFacts(plan, Q3)) if line[1] == "Superseded"] == [
        "The action is no longer needed because something else replaced it. Closed, and not done."
    ]


def test_a_plan_without_actions_has_none() -> None:
    assert build_notes(SummaryFacts(plan_of(), Q3), "Paper") is None
