"""Columns headed as due whose cells say no day: where dates are to be written, unless they say something else."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.conftest import plan_from_text
from tests.reading.tables import fields, typed

HEADINGS = "| Ref | Action | Owner | {} | Status |"
ROW = "| {} | Mend pier {} | Harbour Master | {} | In progress |"


def plan_of(heading: str, cells: tuple[str, ...], more: str = "") -> ActionPlan:
    rows = (ROW.format(number, number, text) for number, text in enumerate(cells, 1))
    return plan_from_text("\n".join([HEADINGS.format(heading), *rows]) + more)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Target date", ("Before launch", "Before launch", "After the trial")),
        ("Target date", ("TODO", "TODO", "TODO")),
        ("Due date", ("[PENDING]", "[PENDING]", "[PENDING]")),
        ("Due date", ("Open", "Open", "Open")),
        ("Due", ("Pre-launch", "Post-launch", "Launch")),
        ("Target", ("Pre-season", "Pre-season", "Pre-season")),
        ("Target", ("TBC", "Before launch", "Launch party")),
        ("Deadline", ("Harbour opening", "Harbour opening", "Regatta")),
        ("Timescale", ("Whole season", "Whole season", "Regatta")),
        ("By when", ("Harbour opening", "Regatta", "Regatta")),
        ("Target", ("Prior to launch", "Before the gala", "Lamps lit")),
        ("Completion date", ("Harbour opening", "Regatta", "Regatta")),
        ("Target date", ("2026-03-31", "Regatta", "Launch", "Launch", "Launch")),
        ("Due week", ("1", "2", "12")),
        ("Target week", ("3", "3", "4")),
        # Phrases of any length, under a heading of nothing else.
        (
            "Deadline",
            (
                "Before next harbour planning run",
                "Next harbour rule revision cycle",
                "Before next tide touching the lower quay steps",
                "Once the rail has been fitted and the lamps are lit",
            ),
        ),
        ("By when", ("Alongside the boat shed works", "As part of the next refit", "After the rail is done", "Gala")),
        (
            "Target date",
            ("Once the old rail has gone and all agree", "Rail first and lamps after that, then oil", "Lamps"),
        ),
        # Stages of a project, by number or by the name of a release.
        ("Target", ("Pre-alpha canary", "Pre-alpha canary", "Sprint-029", "Sprint-029", "Sprint-030")),
        ("Target", ("Alpha launch", "Public beta", "GA")),
        ("Target", ("Phase-1", "Phase-2", "Phase #3")),
        # "When" beside who does what.
        ("When", ("After the rails", "Once the lamps are in", "As soon as dry")),
        ("When", ("Only after step 2 and the rails are in and all agree on it", "15 min", "As soon as it is dry")),
        ("When?", ("90 min each, in parallel", "30 min", "—")),
    ],
)
def test_a_due_heading_over_short_words_is_where_dates_belong(heading: str, cells: tuple[str, ...]) -> None:
    plan = plan_of(heading, cells)
    assert fields(plan) == "A ref · B action · C owner · D timescale · E status"
    assert tuple(action.timescale.text for action in plan.actions) == cells
    codes = {finding.code for finding in check_plan(plan)}
    assert "timescale-no-column" not in codes
    assert codes & {"timescale-unreadable", "timescale-missing"}


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        # Sentences are what they say.
        ("Target date", ("All of the boards are laid.", "The lamps are lit.", "No rail is left.")),
        (
            "Target date",
            (
                "Once the old rail has gone from the pier and all agree on it",
                "Rail first and lamps after that, then oil for them",
                "Lamps and then a bell",
            ),
        ),
        (
            "Deadline",
            ("The rail was fitted", "Nobody has come to the quay", "Lamps were lit by all", "It is still dark"),
        ),
        ("Deadline", ("Overdue with the crew", "Blocked on timber", "Stuck for want of a rail", "Launch")),
        ("Due date", ("Fit a rail", "Buy a lamp", "Hang a bell")),
        # How far each has come, who is to act, how much it matters, or how much is to be reached.
        ("Target date", ("Open", "Done", "Open")),
        ("Due date", ("Clerk", "Harbour Master", "Treasurer")),
        ("Deadline", ("Clerk, to be agreed with all", "Head of Lamps with the crew", "Treasurer", "Sexton")),
        ("Deadline", ("Fit a rail to the pier", "Buy three lamps for it", "Call the crew together", "Hang a bell")),
        ("Due", ("High", "Low", "High")),
        ("Target date", ("50%", "90%", "100%")),
        ("Due date", ("12", "40", "7")),
        ("Target", ("All boats", "Two lamps", "No rust")),
        ("Target", ("At least two boats", "Once each trip", "At most one lamp")),
        ("Target", ("Landed before noon", "Sold after landing", "All boats")),
        ("Required by", ("The regatta", "The fishing fleet", "Anglers")),
        ("Due week", ("1", "2", "900")),
        ("Due week", ("1", "2", "2.5")),
        ("Week", ("1", "2", "3")),
        # What somebody or something is called.
        ("Target", ("Alpha", "Beta", "Gamma")),
        ("Target", ("Alpha team", "Beta testers", "Pilot sites")),
        ("Target", ("release-server", "stage-web", "phase-lamp")),
        ("Target", ("Full launch of it", "Good pilot", "No bug in a release")),
        # Conditions, times of the day, and what else stands under "When".
        ("When", ("If it leaks", "If it is dark", "Whenever all are there")),
        ("When", ("09:00", "10:30", "11:00")),
        ("When", ("1", "2", "3")),
        ("When", ("Clerk", "Harbour Master", "Treasurer")),
        (
            "When",
            (
                "The rails are first taken off and brought to the quay by all",
                "It is to be seen then what they have to say of it",
                "Soon",
            ),
        ),
    ],
)
def test_what_else_stands_there_is_no_date(heading: str, cells: tuple[str, ...]) -> None:
    assert fields(plan_of(heading, cells)) == "A ref · B action · C owner · E status"


def test_another_column_that_bears_dates_goes_before() -> None:
    text = """
        | Ref | Action    | Owner  | Target date   | Completion date |
        | 1   | Mend pier | Clerk  | Before launch | 2026-03-31      |
        | 2   | Oil lamps | Clerk  | Before launch | 2026-04-30      |
        | 3   | Fit rail  | Sexton | Before launch | 2026-05-31      |
    """
    assert fields(plan_from_text(text)) == "A ref · B action · C owner · E timescale"


def test_of_two_such_columns_the_plainer_is_read_and_the_other_is_named() -> None:
    text = """
        | Ref | Action    | Owner  | Target date   | Due date     |
        | 1   | Mend pier | Clerk  | Gala          | Regatta      |
        | 2   | Oil lamps | Clerk  | Gala          | Regatta      |
        | 3   | Fit rail  | Sexton | Gala          | Regatta      |
    """
    plan = plan_from_text(text)
    assert fields(plan) == "A ref · B action · C owner · E timescale"
    assert [(each.code, each.addresses) for each in check_plan(plan) if each.code.startswith("column-")] == [
        ("column-ambiguous", ("E1", "D1"))
    ]


@pytest.mark.parametrize("cells", ["Before launch", "Regatta", "Pre-season"])
def test_words_that_are_no_dates_make_no_tracker(cells: str) -> None:
    rows = "\n".join(f"| Pier {number} | Blue | {cells} |" for number in range(1, 5))
    with pytest.raises(NoTrackerError):
        plan_from_text(f"| Description | Colour | Due date |\n{rows}")


def test_each_cell_says_why_it_cannot_be_read() -> None:
    found = [
        (each.addresses, each.message)
        for each in check_plan(plan_of("Target date", ("Before launch", "TODO", "Regatta")))
        if each.code.startswith("timescale-")
    ]
    remedy = "and nothing else in it is); write it as a quarter or a date."
    assert found == [
        (("D2",), f"The timescale 'Before launch' cannot be read (“launch” is not read as a time, {remedy}"),
        (("D4",), f"The timescale 'Regatta' cannot be read (“regatta” is not read as a time, {remedy}"),
        (("D3",), "The timescale says 'TODO'; agree one with the owner."),
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "message"),
    [
        (
            "Due week",
            "2",
            "The timescale '2' cannot be read (“2” is the number of a week, and nothing says when week 1 begins); write it "
            "as a quarter or a date.",
        ),
        ("Due week", "31/03/2026", None),
        ("Due date", "2", None),
    ],
)
def test_the_number_of_a_week_counts_from_a_day_that_nothing_names(
    heading: str, cell: str, message: str | None
) -> None:
    plan = plan_of(heading, (cell, cell, cell))
    said = {each.message for each in check_plan(plan) if each.code == "timescale-unreadable"}
    assert said == ({message} if message else set())


def test_a_heading_of_weeks_is_named_where_its_cells_are_denied() -> None:
    plan = plan_of("Due week", ("It is not known.", "It may be soon.", "It is too late."))
    found = [(each.addresses, each.message) for each in check_plan(plan) if each.code == "timescale-no-column"]
    assert found == [
        (
            ("D1",),
            "What stands under 'Due week' says in too few rows when an action is due, and no other column was read as the "
            "timescale; write dates or quarters there.",
        )
    ]
    assert not plan.tables[0].has(Field.TIMESCALE)


WHEN = """
    | {0} | {1}            | {2}   | {3}            | {4}    |
    | 1   | Mend the rail  | {5}   | After step 3   | Open   |
    | 2   | Light the lane | {6}   | 15 min         | Closed |
    | 3   | Paint the hall | {7}   | As soon as dry | Open   |
    """
PEOPLE = ("Ann", "Bo", "Ann")


@pytest.mark.parametrize(
    ("headings", "people", "is_due"),
    [
        (("No", "What", "Who", "When", "Status"), PEOPLE, True),
        (("No", "Task", "Assigned to", "When", "Status"), PEOPLE, True),
        # Where nobody is named who acts, and beside issues, it may be when something was.
        (("No", "What", "Colour", "When", "Status"), PEOPLE, False),
        (("No", "What", "Who", "When", "Status"), ("", "", ""), False),
        (("No", "Issue", "Who", "When", "Status"), PEOPLE, False),
    ],
)
def test_when_beside_who_does_what(headings: tuple[str, ...], people: tuple[str, ...], is_due: bool) -> None:
    sheet = typed(WHEN.format(*headings, *people), "Plan")
    plan = plan_from_sheets([sheet], Request("t.xlsx", sheets=("Plan",)))
    assert ("D timescale" in fields(plan)) is is_due


def test_when_over_phrases_makes_no_plan_of_a_procedure_and_is_read_where_it_is_called_one() -> None:
    text = """
        | Step | What                    | Who    | When            |
        | 1    | Wait for the last lamps | Warden | As soon as here |
        | 2    | Sweep the quay          | Warden | After step 1    |
        | 3    | Pick ten of the boats   | Clerk  | 15 min          |
        | 4    | Only then open the gate | Clerk  | —               |
    """
    sheet = typed(text, "Sheet1")
    with pytest.raises(NoTrackerError):
        plan_from_sheets([sheet], Request("t.xlsx"))
    plan = plan_from_sheets([sheet], Request("t.xlsx", sheets=("Sheet1",)))
    assert fields(plan) == "A ref · B action · C owner · D timescale"
    assert [each.addresses for each in check_plan(plan) if each.code == "timescale-unreadable"] == [
        ("D2",),
        ("D3",),
        ("D4",),
    ]
