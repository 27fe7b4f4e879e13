"""The plan as a pandas frame, and its period column, which names a fiscal year by its end."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.model.fiscal import FiscalQuarter
from tests.conftest import plan_from_text

PLAN = """
| Plan 2023/24 |
| Ref | Action          | Timescale | Owner               | Q3 update   | Comments  | Q4 update | Comments |
| 1   | Repair the pier | Q4 23/24  | AD Estates/AD Roads | In progress | Timber in | Complete  | Reopened |
| 2   | Light the pier  | Ongoing   | AD Estates          | Sliding     |           |           |          |
"""


def test_one_row_an_action_quarter() -> None:
    frame = plan_from_text(PLAN, FiscalQuarter(2023, 4)).to_frame()
    assert frame["status"].isna().tolist() == [False, False, True, True]
    assert frame.fillna({"status": ""})[
        ["ref", "quarter", "status", "status_text", "comment", "is_open"]
    ].values.tolist() == [
        ["1", "Q3 2023/24", "In progress", "In progress", "Timber in", True],
        ["1", "Q4 2023/24", "Completed", "Complete", "Reopened", False],
        ["2", "Q3 2023/24", "", "Sliding", "", True],
        ["2", "Q4 2023/24", "", "", "", True],
    ]
    assert frame["owners"].tolist()[0] == "AD Estates; AD Roads"
    assert frame["due"].tolist()[:2] == [pd.Timestamp(2024, 3, 31)] * 2
    assert frame["due"].isna().tolist() == [False, False, True, True]


def test_a_quarter_without_columns_yet_has_its_rows() -> None:
    frame = plan_from_text(PLAN, FiscalQuarter(2024, 1)).to_frame()
    assert frame["quarter"].tolist() == ["Q3 2023/24", "Q4 2023/24", "Q1 2024/25"] * 2
    assert frame["status_text"].tolist() == ["In progress", "Complete", "", "Sliding", "", ""]
    assert frame["is_open"].tolist() == [True, False, False, True, True, True]


def test_the_period_is_not_a_year_off() -> None:
    period = plan_from_text(PLAN, FiscalQuarter(2023, 4)).to_frame()["period"]
    assert str(period.dtype) == "period[Q-MAR]"
    assert [str(value) for value in period[:2]] == ["2024Q3", "2024Q4"]
    assert [value.start_time.date().isoformat() for value in period[:2]] == ["2023-10-01", "2024-01-01"]
    assert [value.end_time.date().isoformat() for value in period[:2]] == ["2023-12-31", "2024-03-31"]


@given(st.builds(FiscalQuarter, st.integers(1950, 2100), st.integers(1, 4), st.integers(1, 12)))
def test_a_period_has_the_days_of_its_quarter(quarter: FiscalQuarter) -> None:
    period = quarter.to_period()
    assert (period.start_time.date(), period.end_time.date()) == (quarter.first_day, quarter.last_day)


def test_a_plan_without_quarters_has_a_frame_too() -> None:
    frame = plan_from_text("| Action | Owner | Status |\n| Repair the pier | AD Estates | In progress |").to_frame()
    assert (len(frame), bool(frame["period"].isna().all()), bool(frame["quarter"].isna().all())) == (1, True, True)


@pytest.mark.parametrize(
    "text", ["| Action | Owner |\n| Repair the pier | AD Estates |", "| Action | Owner | Status |"]
)
def test_plans_without_updates_or_actions(text: str) -> None:
    plan = plan_from_text(text)
    assert len(plan.to_frame()) == len(plan.actions)
