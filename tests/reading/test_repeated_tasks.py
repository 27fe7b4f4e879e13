"""Tasks and deliverables that are called alike in several rows: read where when each is to be done is plain."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, typed

EXPORT = """
| {0}_id | project_id | {0}_name    | start_date | {1}        | {2}         | priority |
| {3}    | 1          | First issue | 2026-03-01 | 2026-06-30 | In progress | High     |
| 6      | 2          | First issue | 2026-04-20 | 2026-05-22 | Planned     | High     |
| 7      | 2          | Second rig  | 2026-04-20 | 2026-05-22 | {4}         | Low      |
| 2      | 2          | First issue | 2026-04-20 | 2026-07-31 | Planned     | Low      |
| 3      | 3          | First issue | 2026-04-20 | 2026-08-28 | Planned     | Low      |
| 9      | 3          | Second rig  | 2026-04-20 | 2026-08-28 | Planned     | Low      |
"""
TASKS = """
| {0}    | {1}   | {2}        | {3} |
| Pier   | admin | 2026-04-15 | low |
| Quay   | admin | 2026-05-23 | med |
| Lamps  | admin |            | low |
| {4}    | admin |            | low |
"""


def read(table: str) -> str:
    return fields(plan_from_sheets([typed(table)], Request("t.xlsx")))


@pytest.mark.parametrize("thing", ["deliverable", "task"])
def test_an_export_of_what_is_called_alike_is_read(thing: str) -> None:
    found = read(EXPORT.format(thing, "end_date", "status", "1", "Planned"))
    assert found == "A ref · C action · E timescale · F status"


@pytest.mark.parametrize(
    ("thing", "end", "status", "ref", "cell"),
    [
        ("product", "end_date", "status", "1", "Planned"),
        ("deliverable", "invoice_date", "status", "1", "Planned"),
        ("deliverable", "end_date", "kind", "1", "Planned"),
        ("deliverable", "end_date", "status", "7", "Planned"),  # nothing tells the rows apart
    ],
)
def test_what_is_called_alike_and_not_plainly_to_be_done_is_not_read(
    thing: str, end: str, status: str, ref: str, cell: str
) -> None:
    table = EXPORT.format(thing, end, status, ref, cell)
    if status == "kind":
        table = table.replace("In progress", "Paper      ").replace("Planned", "Boat   ")
    with pytest.raises(NoTrackerError):
        read(table)


def test_a_task_of_each_project_that_is_due_by_a_day_is_read() -> None:
    assert read(TASKS.format("project", "task", "date_due", "priority", "Rails")) == "B action · C timescale"


@pytest.mark.parametrize(
    ("project", "task", "due", "fourth"),
    [
        ("project", "kind", "date_due", "Rails"),
        ("project", "task", "date", "Rails"),  # of when it was done, it may be
        ("project", "task", "date_due", "Pier"),
    ],
)
def test_a_list_of_hours_or_kinds_is_not_read(project: str, task: str, due: str, fourth: str) -> None:
    with pytest.raises(NoTrackerError):
        read(TASKS.format(project, task, due, "priority", fourth))
