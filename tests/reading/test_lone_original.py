"""What was first agreed is when an action is due where no other column says when, and no new date replaces it there."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.model.answer_field import DATE
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.reading.answer_columns import takes_answers
from peerxl.reading.nowhere import has_place
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text
from tests.reading.tables import fields, typed

Q1 = FiscalQuarter(2026, 1)
TEXT = """
    | Task       | Responsible | {}         | Status      |
    | Fit rail   | Sexton      | 2026-04-12 | In progress |
    | Oil lamps  | Clerk       | 2026-05-12 | In progress |
    | Paint shed | Clerk       | 2026-06-12 | Not started |
    """


def plan_of(heading: str, **columns: int) -> ActionPlan:
    chosen = {Field(name): column for name, column in columns.items()}
    return plan_from_sheets([typed(TEXT.format(heading))], Request("t.xlsx", Q1, columns=chosen))


@pytest.mark.parametrize("heading", ["Original target", "Original due date", "Baseline finish", "Due date (original)"])
def test_the_only_date_is_due_and_stays_the_original(heading: str) -> None:
    plan = plan_of(heading)
    assert fields(plan) == "A action · B owner · C timescale · D status"
    first = plan.actions[0]
    assert first.timescale == first.original_timescale
    assert str(first.timescale.due_date) == "2026-04-12"
    assert plan.tables[0].keeps_original
    # What is said of a new date is that it has no place, and not that nothing is due.
    assert not has_place(plan, first, DATE, Q1)
    assert not takes_answers(plan, plan.tables[0], DATE, Q1)
    said = [each.message for each in check_plan(plan, quarter=Q1) if each.code == "answers-nowhere"]
    assert said[-1] == (
        "There is no column for the new date, so that is not asked; add a column headed “Revised timescale”."
    )


def test_phrases_are_as_due_as_dates() -> None:
    text = """
        | Task       | Responsible | Original target | Status      |
        | Fit rail   | Sexton      | Week 2          | Done        |
        | Oil lamps  | Clerk       | Week 3          | In progress |
        | Paint shed | Clerk       | Week 4          | Not started |
        """
    plan = plan_from_text(text)
    assert fields(plan) == "A action · B owner · C timescale · D status"
    assert [each.addresses for each in check_plan(plan) if each.code == "timescale-missing"] == [("C3", "C4")]


@pytest.mark.parametrize("beside", ["Revised timescale", "Due date"])
def test_beside_another_date_it_is_the_original_alone(beside: str) -> None:
    text = """
        | Task       | Responsible | Original target | {} | Status      |
        | Fit rail   | Sexton      | 2026-04-12      |    | In progress |
        | Oil lamps  | Clerk       | 2026-05-12      |    | Not started |
        """
    plan = plan_from_text(text.format(beside), Q1)
    assert fields(plan) == "A action · B owner · C original timescale · D timescale · E status"
    assert str(plan.actions[0].timescale.due_date) == "2026-04-12"
    assert has_place(plan, plan.actions[0], DATE, Q1)


def test_whoever_names_the_column_has_new_dates_there() -> None:
    plan = plan_of("Original target", timescale=3)
    assert fields(plan) == "A action · B owner · C timescale · D status"
    assert has_place(plan, plan.actions[0], DATE, Q1)
    assert plan.actions[0].original_timescale is None


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Original target", ("50%", "90%", "100%")),
        ("Original target", ("All boats", "Two lamps", "No rust")),
        ("Original estimate", ("12", "40", "7")),
        ("Original start date", ("2026-04-12", "2026-05-12", "2026-06-12")),
    ],
)
def test_what_else_was_first_agreed_is_no_date(heading: str, cells: tuple[str, ...]) -> None:
    rows = "".join(f"\n| Mend pier {index} | Clerk | {cell} | Open |" for index, cell in enumerate(cells, 1))
    plan = plan_from_sheets([typed(f"| Task | Responsible | {heading} | Status |{rows}")], Request("t.xlsx"))
    assert fields(plan) == "A action · B owner · D status"
