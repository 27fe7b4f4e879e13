"""What is new in a plan since the record last knew of it."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import FiscalQuarter
from peerxl.record.event import Event, Merged, Seen, Undone
from peerxl.record.naming import name_actions
from peerxl.record.sighting import list_sightings
from tests.conftest import plan_from_text
from tests.record.happenings import happened

Q1 = FiscalQuarter(2023, 1)
PLAN = """
| Ref | Action          | Timescale     | Owner    | Status  | Comments |
| H1  | Repair the pier | 31 March 2024 | AD Ports | Ongoing |          |
"""


def test_a_plan_that_is_read_first() -> None:
    """Blank cells say nothing, and a date that tells of others is seen after them."""
    plan = plan_from_text(PLAN.replace("31 March 2024", "31 March 2024 (was Q2 23/24)"), Q1)
    ids = name_actions(plan, ())
    h1 = ids.of(plan.actions[0])
    assert list(list_sightings(plan, ids, ())) == [
        Seen(h1, "action", "Repair the pier"),
        Seen(h1, "owner", "AD Ports"),
        Seen(h1, "timescale", "Q2 23/24"),
        Seen(h1, "timescale", "31 March 2024"),
        Seen(h1, "status", "Ongoing", "Q1 2023/24"),
    ]


LATER: dict[str, tuple[tuple[str, str], list[tuple[str, str, str]]]] = {
    "nothing": (("", ""), []),
    "the date in other words": (("31 March 2024", "31/3/24"), []),
    "the comment in another line": (("|          |", "|  |"), []),
    "another date": (("31 March 2024", "Q1 24/25 (was 31 March 2024)"), [("timescale", "Q1 24/25", "")]),
    "another status": (("Ongoing", "On hold"), [("status", "On hold", "Q1 2023/24")]),
    "a status taken out": (("Ongoing", ""), [("status", "", "Q1 2023/24")]),
    "a comment": (("|          |", "| Begun. |"), [("comment", "Begun.", "Q1 2023/24")]),
    "another owner": (("AD Ports", "AD Roads"), [("owner", "AD Roads", "")]),
    "another ref": (("H1", "P1"), [("action", "Repair the pier", "")]),
}


@pytest.mark.parametrize("change", LATER)
def test_what_was_edited_since(change: str) -> None:
    plan = plan_from_text(PLAN, Q1)
    first = list(list_sightings(plan, name_actions(plan, ()), ()))
    entries = happened(*((0, seen) for seen in first))
    (old, new), seen = LATER[change]
    later = plan_from_text(PLAN.replace(old, new) if old else PLAN, Q1)
    ids = name_actions(later, entries)
    sightings = [(each.field, each.value, each.quarter) for each in list_sightings(later, ids, entries)]
    assert sightings == seen


def test_what_a_run_put_in_is_no_news() -> None:
    plan = plan_from_text(PLAN, Q1)
    ids = name_actions(plan, ())
    h1 = ids.of(plan.actions[0])
    merged: tuple[Event, ...] = (
        Merged(h1, "timescale", "31 March 2024", "Q1 2024/25"),
        Merged(h1, "status", "Ongoing", "On hold", "Q1 2023/24"),
    )
    entries = happened(*((0, event) for event in (*list_sightings(plan, ids, ()), *merged)))
    after = plan_from_text(PLAN.replace("31 March 2024", "30 June 2024").replace("Ongoing", "On hold"), Q1)
    assert list(list_sightings(after, ids, entries)) == []
    undone = Undone(h1, "status", "On hold", "Ongoing", "Q1 2023/24")
    again = (*entries, *happened((1, undone)))
    assert list(list_sightings(after, ids, again)) == [Seen(h1, "status", "On hold", "Q1 2023/24")]
