"""Columns that only tick what is done: what each tick counts as, and where nothing says it."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.cells.ticks import asks_whether_done
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text, sheet_from_text
from tests.reading.tables import fields

ROWS = ("Mend the pier", "Paint the quay", "Light it up")
KNOWN = DEFAULT_VOCABULARY.words


@pytest.mark.parametrize(
    ("heading", "is_asked"),
    [
        ("Done?", True),
        ("Completed Y/N", True),
        ("Action completed (yes/no)", True),
        ("Has it been implemented?", True),
        ("Finalised?", True),
        ("✓", True),
        ("Status", False),
        ("Open/Closed", False),
        ("Not met", False),
        ("To be completed", False),
        ("", False),
    ],
)
def test_which_headings_ask_whether_something_is_done(heading: str, is_asked: bool) -> None:
    assert asks_whether_done(heading) is is_asked


def read(heading: str, marks: str) -> tuple[list[bool | None], tuple[str, ...]]:
    """Whether each action is open, None where its tick is unknown or blank, and the words that are offered."""
    rows = "\n".join(
        f"| {text} | Ann Field | {mark.strip()} |" for text, mark in zip(ROWS, marks.split("·"), strict=True)
    )
    plan = plan_from_text(f"| Action | Owner | {heading} |\n{rows}")
    assert fields(plan) == "A action · B owner · C status"
    statuses = [action.updates[0].status for action in plan.actions]
    return [status.is_open if status else None for status in statuses], plan.settings.vocabulary.offered


@pytest.mark.parametrize(
    ("heading", "marks", "are_open", "offered"),
    [
        ("Done?", "Yes · No · yes", [False, True, False], ("Yes", "No")),
        ("Done?", "Y · N · ", [False, True, None], ("Y", "N")),
        ("Implemented", "TRUE · FALSE · FALSE", [False, True, True], ("TRUE", "FALSE")),
        ("Done", "☑ · ☐ · ☐", [False, True, True], ("☑", "☐")),
        ("✓", "✓ · · ", [False, None, None], (*KNOWN, "✓")),
        ("☑", "x · · x", [False, None, False], (*KNOWN, "x")),
        ("Done?", "No · No · ", [True, True, None], (*KNOWN, "No")),
        # A cross beside a tick may say that something is done, or that it is not.
        ("Done?", "✓ · x · ", [None, None, None], KNOWN),
        # Yes to whether it is done is yes, whatever else others say.
        ("Done?", "Yes · Nearly · ", [False, None, None], (*KNOWN, "Yes")),
        ("Achieved?", "Yearly · Yes · Seen to in September", [None, False, None], (*KNOWN, "Yes")),
        ("Done?", "x · Nearly · ", [None, None, None], KNOWN),
        ("Done?", "Completed · · ", [False, None, None], KNOWN),
        ("Status", "Yes · No · No", [None, None, None], KNOWN),
    ],
)
def test_what_ticks_count_as(heading: str, marks: str, are_open: list[bool | None], offered: tuple[str, ...]) -> None:
    assert read(heading, marks) == (are_open, offered)


def test_a_tick_is_quoted_where_nothing_shows_what_was_done() -> None:
    plan = plan_from_text(
        """
        | Ref | Action        | Owner     | Done? | Comments |
        | 1   | Mend the pier | Ann Field | Yes   |          |
        | 2   | Light it up   | Ann Field | No    |          |
        """
    )
    found = [(finding.code, finding.message) for finding in check_plan(plan)]
    assert found[0] == (
        "completed-without-evidence",
        "The action is 'Yes' with neither evidence nor a comment; say what shows it.",
    )


def test_a_drop_down_with_more_than_ticks_offers_its_own_words() -> None:
    sheet = sheet_from_text("""
        | Action        | Owner     | Done?  |
        | Mend the pier | Ann Field | Yes    |
        | Light it up   | Ann Field | Partly |
        """)
    offered = ("Yes", "Partly", "No")
    plan = plan_from_sheets([sheet], Request("plan.xlsx", offered_to=lambda cells: offered))
    assert plan.settings.vocabulary.offered == offered
    statuses = [action.updates[0].status for action in plan.actions]
    assert [status.is_open if status else None for status in statuses] == [False, None]
