"""A council's own choice of columns: by which names, in which order, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.documents.appendix import build_appendix
from peerxl.documents.chosen_columns import AppendixColumnError
from peerxl.documents.document import Section
from peerxl.model.layout import Column, Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from tests.documents.plans import ACTIONS, PLAN, Q3, SHEET, TABLE

COST = Cell(SHEET, 3, 9, "Cost\n(£)")
ROWS = tuple(replace(each, extras=((COST, Cell(SHEET, each.row, 9, f" {each.row}00 ")),)) for each in ACTIONS[:2])
COSTED = replace(PLAN, actions=ROWS, tables=(replace(TABLE, columns=(*TABLE.columns, Column(COST, Field.EXTRA))),))


def chosen(*names: str, plan: ActionPlan = COSTED, layout: str = "full") -> Section:
    settings = replace(plan.settings, appendix_columns=names)
    return build_appendix(replace(plan, settings=settings), Q3, layout=layout).sections[0]


@pytest.mark.parametrize(
    ("names", "headings"),
    [
        (("Action", "Ref"), ["Actions", "Ref"]),
        (("ACTIONS", "officer"), ["Actions", "Officer"]),
        (("Action", "Owner"), ["Actions", "Officer"]),
        (("Action", "Status", "Comments"), ["Actions", "Quarter 3 update", "Comments"]),
        (("Action", "Quarter 3 update"), ["Actions", "Quarter 3 update"]),
        (("Action", "Cost (£)"), ["Actions", "Cost (£)"]),
        (("Action", "First date", "How late"), ["Actions", "First date", "How late"]),
        (("Action", "action", "Actions"), ["Actions"]),
        (
            (),
            ["Recommendation", "Ref", "Actions", "Timescale/Due date", "Officer", "Quarter 3 update", "Comments"],
        ),
    ],
)
def test_names(names: tuple[str, ...], headings: list[str]) -> None:
    for layout in ("full", "open", "exceptions") if names else ("full",):
        assert [column.heading for column in chosen(*names, layout=layout).columns] == headings


def test_what_stands_beside_is_said_with_its_cell() -> None:
    entries = [row.entries[1] for row in chosen("Action", "Cost (£)").rows]
    assert [(entry.text, [str(cell) for cell in entry.sources]) for entry in entries] == [
        ("400", ["Action plan!I4"]),
        ("500", ["Action plan!I5"]),
    ]


def test_the_other_layouts_keep_their_parts() -> None:
    assert chosen("Action", layout="progress").columns != chosen("Action").columns


def test_a_name_that_is_no_column_s() -> None:
    with pytest.raises(AppendixColumnError, match=r"names 'Costs', which is no column; .*Impact, Cost \(£\)\.$"):
        chosen("Action", "Costs")
