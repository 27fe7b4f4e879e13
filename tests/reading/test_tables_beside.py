"""A tracker that stands beside the one that is read: said, with a way to have it read."""

from __future__ import annotations

import pytest

from peerxl.model.sheet import Sheet
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed

LEFT = "| Ref | Action | Owner | Status |\n| 1 | Mend the roof | AD H | Open |\n| 2 | Paint the hall | AD H | Open |"
RIGHT = (
    "| Ref | Action | Owner | Status | Comments |\n| A1 | Sweep the yard | AD R | In progress | Begun. |\n"
    "| A2 | Light the lane | AD R | In progress | Begun. |"
)


def beside(left: str, right: str) -> Sheet:
    """Two tables on one sheet, with two empty columns between."""
    first, second = typed(left), typed(right)
    width = max(map(len, first.rows)) + 2
    rows = [
        (*before, *[None] * (width - len(before)), *after)
        for before, after in zip(first.rows, second.rows, strict=True)
    ]
    return Sheet("Plan", tuple(rows))


def unread(*sheets: Sheet) -> list[tuple[str, str]]:
    faults = plan_from_sheets(sheets, Request("plan.xlsx")).faults
    return [(fault.code, fault.message) for fault in faults if fault.code in ("table-not-read", "sheet-not-read")]


def said(columns: str) -> list[tuple[str, str]]:
    where = f"in columns {columns} with its headings in row 1"
    message = (
        f"Another table stands beside the one that is read, {where}, and was not read; move it to a sheet of its own."
    )
    return [("table-not-read", message)]


@pytest.mark.parametrize(
    ("left", "right", "columns"),
    [
        (LEFT, RIGHT, "A to D"),
        (RIGHT, LEFT, "H to K"),
        (LEFT.replace("Action", "Description"), RIGHT, "A to D"),
    ],
)
def test_a_table_beside_is_said_and_its_own_sheet_has_it_read(left: str, right: str, columns: str) -> None:
    assert unread(beside(left, right)) == said(columns)
    plan = plan_from_sheets([typed(left, "Left"), typed(right, "Right")], Request("plan.xlsx", all_sheets=True))
    assert (len(plan.actions), [fault.code for fault in plan.faults if fault.code == "table-not-read"]) == (4, [])


@pytest.mark.parametrize(
    "key",
    [
        "| Status | Meaning |\n| Open | Not done |\n| Closed | Done |",
        "| Name | Owner |\n| Hall | AD H |\n| Lane | AD R |",
        "| Task | Status |\n| Roof | Open |\n| Hall | Open |",
        "| Action | Owner | Status |\n| | | |\n| | | |",
    ],
)
def test_a_key_beside_or_a_table_yet_to_be_filled_is_none(key: str) -> None:
    assert unread(beside(RIGHT, key)) == []


TASKS = (
    ("Mend the roof", "AD H", "Open"),
    ("Paint the hall", "AD H", "Open"),
    ("Sweep the yard", "AD R", "Open"),
    ("Light the lane", "AD R", "Open"),
)


@pytest.mark.parametrize(
    ("leading", "cells", "is_part"),
    [
        ("Code", ("R-1", "R-2", "R-3", "R-4"), True),
        ("Case", ("1.1", "1.2", "2.1", "2.2"), True),
        ("Colours", ("Red", "Amber", "", ""), False),
    ],
)
def test_a_column_before_an_empty_one_is_the_tables_where_it_begins_its_rows(
    leading: str, cells: tuple[str, ...], is_part: bool
) -> None:
    rows = [f"| {cell} | | {' | '.join(task)} |" for cell, task in zip(cells, TASKS, strict=True)]
    table = typed("\n".join([f"| {leading} | | Action | Owner | Status |", *rows]))
    plan = plan_from_sheets([table], Request("plan.xlsx"))
    assert [action.ref for action in plan.actions] == (list(cells) if is_part else [""] * 4)
    assert [action.text for action in plan.actions] == [words for words, _, _ in TASKS]


@pytest.mark.parametrize("beneath", ["Total actions: 4", "Completed actions", "Total"])
def test_a_line_of_one_cell_says_nothing_of_what_its_column_holds(beneath: str) -> None:
    rows = "\n".join(f"| R-{number} | {' | '.join(task)} |" for number, task in enumerate(TASKS, 1))
    plan = plan_from_sheets(
        [typed(f"| Gap | Action | Owner | Status |\n{rows}\n| {beneath} | | | |")], Request("plan.xlsx")
    )
    assert [action.ref for action in plan.actions] == ["R-1", "R-2", "R-3", "R-4"]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Status", ("Not started", "In progress", "Completed", "On hold")),
        ("Lead officers", ("AD R", "AD H", "AD X", "AD Y")),
    ],
)
def test_a_list_before_an_empty_column_of_what_the_table_has_is_none_of_it(
    heading: str, words: tuple[str, ...]
) -> None:
    rows = [f"| {word} | | {' | '.join(task)} |" for word, task in zip(words, TASKS, strict=True)]
    table = typed("\n".join([f"| {heading} | | Action | Owner | Status |", *rows]))
    plan = plan_from_sheets([table], Request("plan.xlsx"))
    assert [action.owners[0].name for action in plan.actions] == ["AD H", "AD H", "AD R", "AD R"]
    assert [action.updates[-1].status_text for action in plan.actions] == ["Open"] * 4
