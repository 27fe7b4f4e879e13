"""What was last done, and the day of it, are no action and no due date."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, kept, typed

DAYS = ("2026-04-12", "2026-04-13", "2026-04-14")
TOLD = ("Ordered a new one in May", "Was tightened by the crew", "Oiled by the warden")
ORDERS = ("Order a lamp for the gate", "Tighten the rail", "Oil the gate")
PEOPLE = ("Ann Lee", "Bo Fay", "Ann Lee")
ISSUES = ("Lamp is out", "Rail is loose", "Gate squeaks")


def read(headings: str, *columns: tuple[str, ...]) -> str:
    rows = "".join(f"\n| {' | '.join(cells)} |" for cells in zip(*columns, strict=True))
    plan = plan_from_sheets([typed(f"| {headings} |{rows}")], Request("t.xlsx"))
    return f"{fields(plan)} || {kept(plan)}"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Latest action date", Field.UPDATED),
        ("Date of latest action", Field.UPDATED),
        ("Date of most recent action", Field.UPDATED),
        ("Last action date", Field.UPDATED),
        ("Latest action due date", Field.TIMESCALE),
        ("Action date", Field.TIMESCALE),
        ("Latest date for action", Field.TIMESCALE),
        ("Latest completion date", Field.TIMESCALE),
    ],
)
def test_the_day_of_it_is_none_on_which_anything_is_due(heading: str, field: Field) -> None:
    assert read_heading(heading, APRIL_YEARS).field is field


def test_it_is_a_comment_on_what_the_rows_are_about() -> None:
    statuses = ("Open", "Closed", "Open")
    assert read("Issue | Owner | Latest action | Due date | Status", ISSUES, PEOPLE, TOLD, DAYS, statuses) == (
        "A action · B owner · C comment · D timescale · E status || "
    )
    columns = (ISSUES, PEOPLE, TOLD, DAYS, statuses, ("Cheap", "", "Ask"))
    assert read("Issue | Owner | Latest action | Due date | Status | Comments", *columns) == (
        "A action · B owner · D timescale · E status · F comment || C extra"
    )


def test_the_latest_actions_that_are_to_be_done_are_actions() -> None:
    assert read("Latest actions | Owner | Due date", ORDERS, PEOPLE, DAYS) == "A action · B owner · C timescale || "
    things = ("New lamp for the gate", "Rail of the quay", "Oil for the gate")
    assert read("Latest actions | Owner | Due date", things, PEOPLE, DAYS) == "A action · B owner · C timescale || "
    assert read("Action | Owner | Latest action date", ORDERS, PEOPLE, DAYS) == "A action · B owner || C date updated"


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (
            "Number | Title | Sponsor | Latest Action | Latest Action Date",
            (("B 1", "B 2", "B 3"), ISSUES, PEOPLE, TOLD, DAYS),
        ),
        (
            "Bill | Title | Status | Latest Action | Latest Action Date",
            (
                ("B 1", "B 2", "B 3"),
                ("Lamps by-law", "Rails by-law", "Boats by-law"),
                ("In committee", "Passed", "Failed"),
                ("Referred to the board", "Signed by the mayor", "Withdrawn by the sponsor"),
                DAYS,
            ),
        ),
        ("Case | Customer | Latest action | Latest action date", (("1", "2", "3"), PEOPLE, TOLD, DAYS)),
    ],
)
def test_a_list_of_what_was_last_done_is_no_plan(headings: str, columns: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(NoTrackerError):
        read(headings, *columns)
