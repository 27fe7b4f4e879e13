"""Months written in figures with their year."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from tests.conftest import plan_from_text

HEADINGS = "| Ref | Action | Owner | Due date | Status |"
ROW = "| {} | Mend the pier | Clerk | {} | In progress |"
UNREADABLE = "unreadable"


@pytest.mark.parametrize(
    ("dates", "dues"),
    [
        (("08/2023", "11-2023", "3.2024"), ("2023-08-31", "2023-11-30", "2024-03-31")),
        (("00/2023",), (UNREADABLE,)),
        # A year that comes before 2019 cannot end what begins in it.
        (("2019/03", "2020-10", "2012.12"), ("2019-03-31", "2020-10-31", "2012-12-31")),
        (("2019/3",), (UNREADABLE,)),
        # By itself it may be two years; beside another that can only be a month it is one, and a fiscal year may be.
        (("2010/12",), (UNREADABLE,)),
        (("2010/12", "2012/10"), ("2010-12-31", "2012-10-31")),
        (("2010/11", "2012/10"), (UNREADABLE, "2012-10-31")),
        (("2010/11",), ("2011-03-31",)),
        # Where another is no month, those that could be are slips.
        (("2019/03", "2019/20"), (UNREADABLE, "2020-03-31")),
        (("2019/03", "2020/00"), (UNREADABLE, UNREADABLE)),
        (("from 2019/03",), (UNREADABLE,)),
    ],
)
def test_a_year_and_a_month_in_figures(dates: tuple[str, ...], dues: tuple[str, ...]) -> None:
    rows = "\n".join(ROW.format(number, text) for number, text in enumerate(dates, 1))
    actions = plan_from_text(f"{HEADINGS}\n{rows}").actions
    assert tuple(str(action.timescale.due_date or action.timescale.kind) for action in actions) == dues
    assert tuple(action.timescale.text for action in actions) == dates


def test_the_finding_says_which_date_is_a_month() -> None:
    plan = plan_from_text(f"{HEADINGS}\n{ROW.format(1, '2012/10')}\n{ROW.format(2, '2010/11')}")
    messages = [finding.message for finding in check_plan(plan) if finding.code == "timescale-unreadable"]
    assert messages == [
        "The timescale '2010/11' cannot be read (“2012/10” in D2 is a year and a month, so this may be a month or a fiscal "
        "year); write it as a quarter or a date."
    ]
