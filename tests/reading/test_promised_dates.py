"""Days under a word that promises them ("Scheduled") are when each is due, before the action as well as after it."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, typed

DAYS = ("2026-04-12", "2026-06-12", "2026-05-12")
TASKS = ("Hang a lamp on the pier", "Fit a rail on the quay", "Send boats in pairs")


def fields_of(headings: str, *columns: tuple[str, ...]) -> str:
    rows = "".join(f"\n| {' | '.join(cells)} |" for cells in zip(*columns, strict=True))
    return fields(plan_from_sheets([typed(f"| {headings} |{rows}")], Request("t.xlsx")))


@pytest.mark.parametrize("heading", ["Scheduled", "Planned", "Committed", "Promised", "Expected"])
def test_the_only_days_are_due_where_a_word_promises_them(heading: str) -> None:
    refs, owners = ("P-1", "P-2", "P-3"), ("Clerk", "Sexton", "Clerk")
    assert fields_of(f"Ref | {heading} | Action | Owner", refs, DAYS, TASKS, owners) == (
        "A ref · B timescale · C action · D owner"
    )
    assert fields_of(f"Ref | Action | Owner | {heading}", refs, TASKS, owners, DAYS) == (
        "A ref · B action · C owner · D timescale"
    )


def test_a_weakness_with_the_day_of_its_mending_is_a_plan() -> None:
    weak = ("No lamp on the pier at night", "No rail on the lower quay", "Boats go out alone in the fog")
    levels = ("High", "Low", "High")
    columns = (("P-1", "P-2", "P-3"), ("AC-1", "AC-2", "AC-3"), levels, levels, DAYS, weak)
    assert fields_of("Ref | Control | Severity | Risk | Scheduled | Weakness", *columns) == (
        "A ref · E timescale · F action"
    )


@pytest.mark.parametrize(
    "cells", [("Yes", "No", "Yes"), ("Two lamps", "One rail", "Ten boats"), ("12", "40", "7"), ("x", "x", "")]
)
def test_what_else_was_planned_is_no_date(cells: tuple[str, ...]) -> None:
    columns = (("P-1", "P-2", "P-3"), cells, TASKS, ("Clerk", "Sexton", "Clerk"))
    for heading in ("Scheduled", "Planned"):
        assert "timescale" not in fields_of(f"Ref | {heading} | Action | Owner", *columns)


@pytest.mark.parametrize(
    ("headings", "columns", "expected"),
    [
        ("Planned | Due | Action", (DAYS, DAYS, TASKS), "B timescale · C action"),
        ("Planned | Revised | Action", (DAYS, DAYS, TASKS), "A original timescale · B timescale · C action"),
        ("Planned | Actual | Action", (DAYS, DAYS, TASKS), "A timescale · C action"),
        # A column for dates that has none yet hides no days, nor does it make periods of them.
        ("Due | Planned | Action", (("", "", ""), DAYS, TASKS), "B timescale · C action"),
        ("Revised | Planned | Action", (("", "", ""), DAYS, TASKS), "A timescale · B original timescale · C action"),
        (
            "Action | Owner | Due | FY",
            (TASKS, ("Clerk",) * 3, ("", "", ""), ("FY26 Q1", "FY26 Q2", "FY26 Q2")),
            "A action · B owner · C timescale",
        ),
        # Which of two is when it is due nobody can say.
        ("Planned | Scheduled | Action | Owner", (DAYS, DAYS, TASKS, ("Clerk",) * 3), "C action · D owner"),
    ],
)
def test_beside_other_days(headings: str, columns: tuple[tuple[str, ...], ...], expected: str) -> None:
    assert fields_of(headings, *columns) == expected


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (
            "Commit | Committed | Author | Summary",
            (("a1b2", "b1b2", "c1b2"), DAYS, ("Ann Lee", "Bo Fay", "Ann Lee"), TASKS),
        ),
        (
            "Scheduled | Flight | Destination | Status",
            (DAYS, ("P 1", "P 2", "P 3"), ("Oslo", "Rome", "Bern"), ("On time", "Delayed", "Boarding")),
        ),
        (
            "Scheduled | Title | Channel | Author",
            (
                DAYS,
                ("Ten lamps", "Why boats float", "A rail for all"),
                ("Blog", "Mail", "Blog"),
                ("Ann Lee", "Bo Fay", "Ann Lee"),
            ),
        ),
        (
            "Planned | Name | Venue | Opponent",
            (DAYS, ("Cup one", "Cup two", "Cup three"), ("Park", "Quay", "Park"), ("Pier", "Lamp", "Boat")),
        ),
        ("Item | Planned | Actual", (("Lamps", "Rails", "Boats"), ("1200", "300", "40"), ("1100", "350", "20"))),
    ],
)
def test_days_that_are_planned_make_no_plan_of_other_lists(headings: str, columns: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(NoTrackerError):
        fields_of(headings, *columns)
