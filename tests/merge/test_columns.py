"""The cells of the master that answers change: what stands in them, what they hold, and whom else they speak of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from peerxl.merge.columns import EarlierYearError, MasterCells, NoColumnError, refuse_missing
from peerxl.model.answer_field import ANSWER_FIELDS, COMMENT, DATE, STATUS
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.sheet import Block, Cell, Sheet, Value
from tests.conftest import sheet_from_text
from tests.returned_forms import Q3, plan_of, set_value

DAY = date(2024, 3, 31)


def cells_of(
    *days: Value, headings: str = "Original due date | Revised due date", merged: tuple[Block, ...] = ()
) -> MasterCells:
    """A plan of three actions whose dates are given by rows."""
    sheet = sheet_from_text(f"""
        | Ref | Action | {headings} | Owner    | Q3 2023/24 status | Q3 2023/24 comments |
        | 1   | Mend   | x | x | AD Roads | On hold           | Begun               |
        | 2   | Light  | x | x | AD Roads | On hold           | Lit                 |
        | 3   | Ask    | x | x | AD Roads | On hold           | Asked               |
        """)
    for index, value in enumerate(days):
        sheet = set_value(sheet, Cell("", index // 2 + 2, index % 2 + 3), value)
    sheet = replace(sheet, merged=merged)
    return MasterCells(plan_of(sheet), {"Plan": sheet})


MONTH = "Q1 23/24"


@pytest.mark.parametrize(
    ("days", "cell", "holds"),
    [
        ((MONTH, DAY, MONTH, None, MONTH, None), "D2", True),
        ((MONTH, datetime(2024, 3, 31), MONTH, None, MONTH, None), "D2", True),
        ((MONTH, DAY, MONTH, None, MONTH, None), "D3", True),
        ((MONTH, DAY, MONTH, "TBC", MONTH, None), "D3", False),
        ((MONTH, DAY, MONTH, DAY, MONTH, "TBC"), "D4", True),
        ((MONTH, DAY, MONTH, DAY, MONTH, MONTH), "D4", False),
        ((DAY, MONTH, DAY, None, DAY, None), "D3", False),
        ((DAY, None, DAY, None, DAY, None), "D3", True),
        ((DAY, None, MONTH, None, None, None), "D3", False),
        ((None, None, None, None, None, None), "D3", False),
    ],
)
def test_whether_a_cell_holds_a_day(days: tuple[Value, ...], cell: str, holds: bool) -> None:
    cells = cells_of(*days)
    assert cells.holds_date(cells.sheets["Plan"].cell(int(cell[1:]), ord(cell[0]) - 64)) == holds


def test_columns_of_dates_on_another_sheet_say_nothing_of_this_one() -> None:
    words, days = cells_of(MONTH, MONTH, MONTH, None), cells_of(DAY, DAY, DAY, DAY, DAY, DAY)
    other = replace(days.sheets["Plan"], name="Other")
    first = words.plan.actions[0]
    actions = (*words.plan.actions, *(replace(action, sheet="Other") for action in days.plan.actions))
    tables = (*words.plan.tables, replace(words.plan.tables[0], sheet="Other"))
    both = MasterCells(
        replace(words.plan, actions=actions, tables=tables), {"Plan": words.sheets["Plan"], "Other": other}
    )
    assert first.sheet == "Plan"
    assert (both.holds_date(Cell("Plan", 3, 4)), both.holds_date(Cell("Other", 9, 4))) == (False, True)


def test_the_cell_an_answer_goes_to() -> None:
    cells = cells_of(MONTH, "Q2 23/24", MONTH, None, MONTH, "TBC")
    first, second, third = cells.plan.actions
    assert [cells.find_cell(first, field, Q3) for field in (STATUS, COMMENT, DATE)] == [
        Cell("Plan", 2, 6, "On hold"),
        Cell("Plan", 2, 7, "Begun"),
        Cell("Plan", 2, 4, "Q2 23/24"),
    ]
    assert cells.find_cell(second, DATE, Q3) == Cell("Plan", 3, 4)
    assert cells.find_cell(third, DATE, Q3) == Cell("Plan", 4, 4, "TBC")
    assert cells.find_cell(first, STATUS, FiscalQuarter(2024, 1)) is None


def test_the_cell_of_the_first_date() -> None:
    cells = cells_of(None, MONTH, "Q2 23/24", MONTH, " ", MONTH)
    assert [cells.find_original(action) for action in cells.plan.actions] == [
        Cell("Plan", 2, 3),
        None,
        Cell("Plan", 4, 3, " "),
    ]
    assert cells.keeps_original(cells.plan.actions[0])
    merged = cells_of(None, MONTH, None, MONTH, merged=(Block(2, 3, 3, 3),))
    assert [merged.find_original(action) for action in merged.plan.actions[:2]] == [None, None]
    plain = cells_of(MONTH, "x", headings="Due date | Snarf")
    assert (plain.find_original(plain.plan.actions[0]), plain.keeps_original(plain.plan.actions[0])) == (None, False)


@pytest.mark.parametrize(
    ("block", "is_shared"),
    [
        (None, False),
        (Block(2, 6, 2, 7), False),
        (Block(2, 5, 2, 6), True),
        (Block(2, 6, 3, 6), True),
        (Block(1, 6, 2, 6), True),
        (Block(3, 6, 4, 6), False),
        (Block(2, 6, 2, 6), False),
    ],
)
def test_whether_a_cell_speaks_of_something_else_too(block: Block | None, is_shared: bool) -> None:
    cells = cells_of(MONTH, MONTH, merged=(block,) if block else ())
    assert cells.is_shared(cells.plan.actions[0], Cell("Plan", 2, 6)) == is_shared


def test_a_row_of_another_sheet_shares_no_cell() -> None:
    cells = cells_of(MONTH, MONTH, merged=(Block(2, 6, 3, 6),))
    first, second, _ = cells.plan.actions
    tables = (*cells.plan.tables, replace(cells.plan.tables[0], sheet="Other"))
    apart = replace(cells.plan, actions=(first, replace(second, sheet="Other")), tables=tables)
    assert not replace(cells, plan=apart).is_shared(first, Cell("Plan", 2, 6))
    assert replace(cells, plan=replace(apart, actions=(first, second))).is_shared(first, Cell("Plan", 2, 6))


def test_columns_that_are_missing() -> None:
    cells = cells_of(MONTH, MONTH)
    first = cells.plan.actions[0]
    refuse_missing(cells.plan, Q3, [(first, STATUS), (first, DATE)], ANSWER_FIELDS)
    for needed, columns in (
        ([(first, COMMENT), (first, STATUS)], "columns headed “Q4 2023/24 status” and “Q4 2023/24 comments”"),
        ([(first, DATE), (first, COMMENT)], "a column headed “Q4 2023/24 comments”"),
    ):
        with pytest.raises(NoColumnError) as caught:
            refuse_missing(cells.plan, Q3 + 1, needed, ANSWER_FIELDS)
        assert str(caught.value) == (
            "plan.xlsx!Plan: the plan has no column for the answers of Q4 2023/24, so nothing was written; "
            f"add {columns} and collect again."
        )


def test_columns_of_last_year_are_not_to_be_added() -> None:
    cells = cells_of(MONTH, MONTH)
    needed = [(cells.plan.actions[0], COMMENT)]
    with pytest.raises(NoColumnError):
        refuse_missing(cells.plan, FiscalQuarter(2023, 1), needed, ANSWER_FIELDS)
    with pytest.raises(EarlierYearError) as caught:
        refuse_missing(cells.plan, FiscalQuarter(2022, 4), needed, ANSWER_FIELDS)
    assert str(caught.value) == (
        "plan.xlsx!Plan: the plan begins with Q3 2023/24, so nothing was written of the answers of Q4 2022/23; collect "
        "them into the plan of 2022/23, or send new forms."
    )


def test_a_sheet_without_columns_of_dates() -> None:
    sheet = Sheet("Plan", (("Action", "Owner"), ("Mend", "Ann")))
    assert not MasterCells(plan_of(sheet), {"Plan": sheet}).holds_date(Cell("Plan", 2, 3))
