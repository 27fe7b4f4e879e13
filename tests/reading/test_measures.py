"""Measures, indicators and targets: what is done, under such a heading, and what is only measured or to be reached."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.reading.cells.indicators import are_indicators
from peerxl.reading.cells.profile import profile_values
from peerxl.reading.columns.due_cells import tells_target
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, typed

DONE = """
    | Measure                                             | Target group | Lead      | When?            | {0} |
    | Use of the online roll to follow each who is away   | All pupils   | Ann Field | All year         |     |
    | Telling parents by text on the day itself           | All pupils   | Office    | All year         |     |
    | Continuation of the club after lessons              | All pupils   | Bo Day    | September – June |     |
    | Families must be asked in after ten days away       | Families     | Ann Field | June             |     |
    """
MEASURED = """
    | {0}                                         | Owner        | Target date | Status |
    | Number of visits to the hall in the year    | Hall Manager | June 2026   | Open   |
    | Percentage of calls answered within a day   | Desk Manager | June 2026   | Open   |
    | Average wait for a new home, in weeks       | Homes Team   | June 2026   | Closed |
    """
AIMED = """
    | Key aims  | {0}                                                      | Time-scale | Lead      | Update      |
    | Talk more | Strategy written with readers to learn what they lack    | June '26   | Ann Field |             |
    |           | Embedded new rota for the desk by day and by night       | Dec '25    | Bo Day    | Rota agreed |
    |           | Signs that are changed by staff without any help         | Sept '26   | Ann Field | Not begun   |
    |           | Regain the award that was given by the board             | Mar '26    | Bo Day    | Confirmed   |
    """


def read(text: str) -> str:
    plan = plan_from_sheets([typed(text)], Request("t.xlsx"))
    return f"{fields(plan)}: {len(plan.actions)}"


@pytest.mark.parametrize("heading", ["Measure undertaken", "Cost", "Notes"])
def test_measures_that_are_done_are_actions(heading: str) -> None:
    assert read(DONE.format(heading)).startswith("A action · C owner · D timescale")


@pytest.mark.parametrize("heading", ["Measure", "Indicator", "Performance measure", "Success indicator"])
def test_what_is_measured_is_no_action(heading: str) -> None:
    with pytest.raises(NoTrackerError) as refusal:
        read(MEASURED.format(heading))
    assert "but no actions; if it is one, say where its actions are with --column action=A." in str(refusal.value)


@pytest.mark.parametrize(
    "heading",
    ["KPI with key deliverable and target", "Deliverables & KPIs", "KPI, task and target", "Milestones / targets"],
)
def test_a_heading_of_indicators_and_tasks_heads_the_tasks(heading: str) -> None:
    assert read(AIMED.format(heading)) == "A theme · B action · C timescale · D owner · E comment: 4"


@pytest.mark.parametrize("heading", ["Target", "Our target"])
def test_what_is_to_be_reached_by_whom_and_when_is_to_be_done(heading: str) -> None:
    assert read(AIMED.format(heading)) == "A theme · B action · C timescale · D owner · E comment: 4"


def test_what_may_only_come_of_actions_is_offered_and_read_where_it_is_chosen() -> None:
    table = AIMED.format("Target outcome")
    with pytest.raises(NoTrackerError) as refusal:
        read(table)
    assert "say where its actions are with --column action=B (or another of B 'Target outcome', A 'Key aims')" in str(
        refusal.value
    )
    plan = plan_from_sheets([typed(table)], Request("t.xlsx", columns={Field.ACTION: 2}))
    assert fields(plan) == "A theme · B action · C timescale · D owner · E comment"


@pytest.mark.parametrize(
    ("heading", "cells", "is_target"),
    [
        (
            "Target",
            "Signs that staff change without any help · Rota for day and for night at once · Award of all the board",
            True,
        ),
        ("Target", "Signs by May 2026 at the very latest, please · Rota by June 2026, as agreed by all", False),
        ("Target", "June 2026 · July 2026 · Spring term", False),
        ("Target", "Signs · Rota · Award", False),
        ("Target date", "Once the board has said what it wants · When the last sign is up again · After it", False),
        ("Due (target)", "Once the board has said what it wants · When the last sign is up again · After it", False),
    ],
)
def test_a_target_over_sentences_is_no_day(heading: str, cells: str, is_target: bool) -> None:
    profile = profile_values(cells.split(" · "))
    assert tells_target(read_heading(heading, APRIL_YEARS), profile) is is_target


@pytest.mark.parametrize(
    "cells",
    [
        "Number of visits · % of calls answered · Average wait in weeks",
        "The total number of boats · Level of water · Time taken to answer",
        "95% of bins taken on the day · 10 % fewer calls · Mend the roof",
    ],
)
def test_cells_that_name_what_is_measured(cells: str) -> None:
    assert are_indicators(profile_values(cells.split(" · ")))


@pytest.mark.parametrize(
    "cells",
    [
        "Number the boats · Rate the offers · Cost the roof",
        "Time to act on roofs · Share the news · Level the path",
        "",
    ],
)
def test_cells_that_say_what_to_do_are_no_indicators(cells: str) -> None:
    assert not are_indicators(profile_values(filter(None, cells.split(" · "))))


@pytest.mark.parametrize(
    ("text", "key"), [("KPIs", "kpi"), ("Deliverables & KPIs", "deliverable & kpi"), ("ActionIDs", "action id")]
)
def test_letters_in_the_plural_are_one_word(text: str, key: str) -> None:
    assert read_heading(text, APRIL_YEARS).key == key


RATED = """
    | ID | Description                    | Team  | Current level | Target level | Status      | {0} |
    | 1  | {1} the ledger of boats        | Works | 0             | 3            | In progress | {3} |
    | 2  | {1} the checks of the moorings | Works | 2             | 4            | {2}         | {3} |
    | 3  | {1} the bills of the harbour   | Works | 1             | 3            | {2}         |     |
    """


def test_what_somebody_is_to_do_may_be_rated_before_and_after() -> None:
    plan = plan_from_sheets([typed(RATED.format("Owner", "Automate", "Not started", "Ann Field"))], Request("t.xlsx"))
    assert fields(plan) == "A ref · B action · F status · G owner"


@pytest.mark.parametrize(
    ("owner", "verb", "status"),
    [
        ("Place", "Automate", "Not started"),
        ("Owner", "Length of", "Not started"),
        ("Owner", "Automate", "Completed"),
        ("Owner", "Automate", "On target"),
        ("Owner", "Raise", "Not started"),
    ],
)
def test_what_is_reached_so_far_is_measured(owner: str, verb: str, status: str) -> None:
    table = RATED.format(owner, verb, status, "Ann Field")
    if verb == "Raise":  # what is counted is no level
        table = table.replace("| 4 ", "| 40 ")
    with pytest.raises(NoTrackerError, match="how much was to be reached and was"):
        plan_from_sheets([typed(table)], Request("t.xlsx"))
