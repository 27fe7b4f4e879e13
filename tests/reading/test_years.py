"""How a plan counts its years settles every quarter in it: its title's, its headings', its dates', its answers'."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from tests.conftest import plan_from_text

CALENDAR = Settings(years=YearConvention(single_year=SingleYear.CALENDAR))
JULY = Settings(years=YearConvention(first_month=7))

SINGLE_YEARS = """
    | Peer review action plan - {quarter}                                                     |
    | Ref | Action     | Timescale             | Owner | {first}        | {first} comments    |
    | A1  | Mend a     | Q3 2023               | Clerk | In progress    | Begun.              |
    | A2  | Mend b     | Q3 2023/24            | Clerk | In progress    | Begun.              |
    | A3  | Mend c     | Q3 2023 (was Q1 2023) | Clerk | In progress    | Begun.              |
    | A4  | Mend d     | Sept 2023             | Clerk | In progress    | Begun.              |
    | A5  | Mend e     | Q3                    | Clerk | In progress    | Begun.              |
"""


def read(text: str, settings: Settings, **words: str) -> ActionPlan:
    return plan_from_text(text.format(**words), settings=settings)


def dues(plan: ActionPlan) -> list[str]:
    return [str(action.timescale.due_date or action.timescale.kind) for action in plan.actions]


def quarters(plan: ActionPlan) -> set[str]:
    return {str(update.quarter) for action in plan.actions for update in action.updates}


@pytest.mark.parametrize("first", ["Q1 2023 update", "Q1 update", "Update"])
def test_a_single_year_is_the_fiscal_one_unless_the_settings_say_otherwise(first: str) -> None:
    plan = read(SINGLE_YEARS, Settings(), quarter="Q1 2023", first=first)
    assert (str(plan.quarter), quarters(plan)) == ("Q1 2023/24", {"Q1 2023/24"})
    assert dues(plan) == ["2023-12-31", "2023-12-31", "2023-12-31", "2023-09-30", "2023-12-31"]
    assert str(plan.actions[2].earlier_timescale) == "Q1 2023/24"


@pytest.mark.parametrize("first", ["Q1 2023 update", "Q1 update", "Update"])
def test_a_single_year_is_the_calendar_s_where_the_settings_say_so(first: str) -> None:
    plan = read(SINGLE_YEARS, CALENDAR, quarter="Q1 2023", first=first)
    assert (str(plan.quarter), quarters(plan)) == ("Q4 2022/23", {"Q4 2022/23"})
    assert dues(plan) == ["2023-09-30", "2023-12-31", "2023-09-30", "2023-09-30", "unreadable"]
    assert str(plan.actions[2].earlier_timescale) == "Q4 2022/23"
    assert [note.code for note in plan.actions[4].timescale.notes] == ["no-year"]


@pytest.mark.parametrize(
    ("title", "reporting", "quarter"),
    [
        ("2023/24 Q3", None, "Q1 2023/24"),
        ("2023/24", None, "Q1 2023/24"),
        ("for the council", FiscalQuarter(2023, 4), "Q4 2023/24"),
        ("for the council", FiscalQuarter(2023, 3), "Q4 2022/23"),
    ],
)
def test_a_heading_without_a_year_counts_in_the_title_s_year(
    title: str, reporting: FiscalQuarter | None, quarter: str
) -> None:
    text = SINGLE_YEARS.format(quarter=title, first="Q1 update")
    assert quarters(plan_from_text(text, reporting, CALENDAR)) == {quarter}


SEASONS = """
    | Improvement plan 2024/25                                        |
    | Ref | Action | Timescale   | Owner | Q1 update   | Q1 comments  |
    | A1  | Mend a | Summer 2024 | Clerk | In progress | Begun.       |
    | A2  | Mend b | Winter 2024 | Clerk | In progress | Begun.       |
    | A3  | Mend c | Spring 2025 | Clerk | In progress | Begun.       |
    | A4  | Mend d | Q1          | Clerk | In progress | Begun.       |
    | A5  | Mend e | May         | Clerk | In progress | Begun.       |
    | A6  | Mend f | Q4 2023     | Clerk | In progress | Begun.       |
"""


def test_seasons_and_quarters_of_a_year_that_begins_in_july() -> None:
    plan = plan_from_text(SEASONS, settings=JULY)
    assert quarters(plan) == {"Q1 2024/25"}
    assert [(str(action.timescale.start), str(action.timescale.due_date)) for action in plan.actions] == [
        ("Q4 2023/24", "2024-08-31"),
        ("Q2 2024/25", "2025-02-28"),
        ("Q3 2024/25", "2025-05-31"),
        ("Q1 2024/25", "2024-09-30"),
        ("Q4 2024/25", "2025-05-31"),
        ("Q4 2023/24", "2024-06-30"),
    ]
    assert {update.quarter for action in plan.actions for update in action.updates} == {FiscalQuarter(2024, 1, 7)}
