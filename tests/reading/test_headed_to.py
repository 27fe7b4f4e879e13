"""A heading that begins with "to" says where something goes: to whom is who is to act, to what is nothing of the row."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.conftest import plan_from_text
from tests.reading.tables import fields, typed


@pytest.mark.parametrize(
    "heading",
    ["To package", "To task", "To item", "To issue", "To ticket", "To complete", "To section", "To activity", "To ID"],
)
def test_what_something_goes_to_is_not_what_the_rows_are(heading: str) -> None:
    assert not read_heading(heading, APRIL_YEARS).is_known


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("To do", Field.ACTION),
        ("To do items", Field.ACTION),
        ("To action", Field.ACTION),
        ("To whom", Field.OWNER),
        ("To Organisation", Field.OWNER),
        ("To department", Field.OWNER),
        ("To be completed by", Field.TIMESCALE),
        ("To be done by", Field.OWNER),
    ],
)
def test_what_is_to_be_done_and_by_whom_is_said_so_too(heading: str, field: Field) -> None:
    assert read_heading(heading, APRIL_YEARS).field is field


def test_whom_a_punch_list_goes_to() -> None:
    text = """
        | Ref | Status   | Description                | Target     | To Organisation | To Package |
        | T1  | Opened   | Lights sag over the stair  | 2026-03-08 | Head of Lamps   | Electrical |
        | T2  | Opened   | Fix the handrail joint     | 2026-03-08 | Quay Team       | Carpentry  |
        | T3  | Complete | Broken glass at the gate   | 2026-03-07 | Clerk           | Windows    |
        | T4  | Opened   | Valve drips in the boiler  | 2026-03-07 | Quay Team       | Plumbing   |
        """
    plan = plan_from_sheets([typed(text)], Request("t.xlsx"))
    assert fields(plan) == "A ref · B status · C action · D timescale · E owner"


@pytest.mark.parametrize(
    ("cells", "is_owner"),
    [
        (("Harbour Electric Inc", "Quay Joiners, Inc.", "Pier Paint and Special Coatings, LLC"), True),
        (("Harbour Electric", "H&B Glass", "The Works of the Quay"), True),
        (("12", "40", "7"), False),
        (("High", "Low", "High"), False),
        (("Open", "Done", "Open"), False),
        (("the lamp at the gate", "the rail", "the gate"), False),
        (("Mend the lamp", "Fit a rail", "Oil the gate"), False),
    ],
)
def test_bodies_with_capitals_are_owners_there(cells: tuple[str, str, str], is_owner: bool) -> None:
    text = """
        | No | Issue         | To contractor | Due date   | Status |
        | 1  | Lamp is out   | {}            | 2026-03-08 | Open   |
        | 2  | Rail is loose | {}            | 2026-03-08 | Closed |
        | 3  | Gate squeaks  | {}            | 2026-03-07 | Open   |
        """
    plan = plan_from_sheets([typed(text.format(*cells))], Request("t.xlsx"))
    assert plan.tables[0].has(Field.OWNER) is is_owner


@pytest.mark.parametrize(
    "text",
    [
        """
        | Asset | Description           | From department | To department | Status  |
        | A1    | Ladder of three steps | Stores          | Works         | Done    |
        | A2    | Drill for the yard    | Works           | Stores        | Pending |
        | A3    | Van of the crew       | Works           | Fleet         | Done    |
        """,
        """
        | From user | To user | Subject | Date       |
        | Ann Lee   | Bo Fay  | Lamps   | 2026-03-07 |
        | Bo Fay    | Ann Lee | Rails   | 2026-03-08 |
        | Ann Lee   | Bo Fay  | Boats   | 2026-03-09 |
        """,
        """
        | From item | To item | Link type | Description               |
        | REQ-1     | REQ-2   | covers    | The lamp is lit at night  |
        | REQ-2     | REQ-3   | covers    | The rail is on the pier   |
        | REQ-3     | REQ-4   | refines   | Boats go out in pairs     |
        """,
        """
        | To company | Description | Quantity | Ship date  |
        | Pier Ltd   | Lamps       | 10       | 2026-03-07 |
        | Quay Ltd   | Rails       | 5        | 2026-03-08 |
        | Boat Ltd   | Ropes       | 7        | 2026-03-09 |
        """,
    ],
)
def test_what_goes_from_one_to_another_makes_no_plan(text: str) -> None:
    with pytest.raises(NoTrackerError):
        plan_from_text(text)
