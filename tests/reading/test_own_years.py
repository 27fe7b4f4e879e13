"""Which dates without a year are of the reporting quarter's year."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import FiscalQuarter
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import sheet_from_text


@pytest.mark.parametrize(
    ("others", "start_year", "due"),
    [
        (("30 September 2025", "31 March 2026"), 2025, "2025-08-14"),
        (("30 September 2024", "31 March 2027"), 2025, "2025-08-14"),
        (("30 September 2019", "31 March 2020"), 2025, None),
        (("30 September 2025", "31 March 2026"), 2026, None),
        (("30 September 2026", "Q4 26/27"), 2025, None),
        (("TBC", "30 Sept"), 2025, "2025-08-14"),
    ],
)
def test_the_year_of_the_quarter_is_not_taken_where_the_dates_have_others(
    others: tuple[str, str], start_year: int, due: str | None
) -> None:
    first, second = others
    sheet = sheet_from_text(
        f"""
        | Ref | Action          | Owner      | Due date | Status      |
        | 1   | Repair the pier | AD Estates | 14 Aug   | In progress |
        | 2   | Light the quay  | AD Estates | {first}  | In progress |
        | 3   | Sell the shop   | AD Estates | {second} | In progress |
        """
    )
    plan = plan_from_sheets([sheet], Request("plan.xlsx", FiscalQuarter(start_year, 3)))
    day = plan.actions[0].timescale.due_date
    assert (str(day) if day else None) == due


@pytest.mark.parametrize(
    ("other", "due"),
    [
        ("30 September 2026", "2025-08-14"),
        ("Q1 24/25", "2025-08-14"),
        ("30 September 2027", None),
        ("2019-09-30", None),
    ],
)
def test_a_year_of_the_title_is_the_plan_s_unless_its_dates_are_of_quite_other_years(
    other: str, due: str | None
) -> None:
    sheet = sheet_from_text(
        f"""
        | Harbour action plan 2025/26 |
        | Ref | Action          | Owner      | Due date | Status      |
        | 1   | Repair the pier | AD Estates | 14 Aug   | In progress |
        | 2   | Light the quay  | AD Estates | {other}  | In progress |
        """
    )
    plan = plan_from_sheets([sheet], Request("plan.xlsx", FiscalQuarter(2025, 3)))
    day = plan.actions[0].timescale.due_date
    assert (str(day) if day else None) == due
