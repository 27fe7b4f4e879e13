"""Dates written in numbers by people who put the month first."""

from __future__ import annotations

import pytest

from peerxl import check_plan
from peerxl.language.timescales import parse_timescale
from peerxl.model.sheet import Cell
from peerxl.model.timescale import TimescaleKind
from peerxl.reading.date_order import doubt_order
from tests.conftest import plan_from_text

HEADINGS = "| Ref | Action | Owner | Due date | Status |"
ROW = "| {} | Mend the pier | Clerk | {} | In progress |"
UNREADABLE = "unreadable"


@pytest.mark.parametrize(
    ("dates", "dues"),
    [
        # Day first, always, where nothing speaks against it.
        (("03/05/2025", "12/10/2024"), ("2025-05-03", "2024-10-12")),
        (("30/09/2024", "03/05/2025"), ("2024-09-30", "2025-05-03")),
        # One that has its month first for sure makes the others doubtful, but for those that say the same either way.
        (("09/30/2024", "03/05/2025", "05/05/2025"), (UNREADABLE, UNREADABLE, "2025-05-05")),
        (("9-30-24", "by 3-5-25", "March 2025"), (UNREADABLE, UNREADABLE, "2025-03-31")),
        (("12/13/2024", "12/11/2024"), (UNREADABLE, UNREADABLE)),
        (("09/30/2024", "10/31/2024", "13/12/2024"), (UNREADABLE, UNREADABLE, "2024-12-13")),
        (("13/12/2024", "12/13/2024", "03/05/2025"), ("2024-12-13", UNREADABLE, "2025-05-03")),
        # A slip among dates that have their day first is a slip.
        (
            ("30/09/2024", "31/10/2024", "12/13/2024", "03/05/2025"),
            ("2024-09-30", "2024-10-31", UNREADABLE, "2025-05-03"),
        ),
    ],
)
def test_a_date_is_doubtful_where_others_have_their_month_first(dates: tuple[str, ...], dues: tuple[str, ...]) -> None:
    rows = "\n".join(ROW.format(number, text) for number, text in enumerate(dates, 1))
    plan = plan_from_text(f"{HEADINGS}\n{rows}")
    timescales = [action.timescale for action in plan.actions]
    assert tuple(str(reading.due_date or reading.kind) for reading in timescales) == dues


def test_what_cannot_be_read_anyway_keeps_its_own_reason() -> None:
    reading = parse_timescale("03/05/2025 or 04/06/2025")
    assert reading.kind is TimescaleKind.UNREADABLE
    cell, proof = Cell("Plan", 3, 4, "03/05/2025 or 04/06/2025"), Cell("Plan", 2, 4, "09/30/2024")
    assert doubt_order(reading, cell, proof) is reading
    assert doubt_order(reading, cell, None) is reading


def test_the_finding_says_which_date_has_its_month_first() -> None:
    plan = plan_from_text(f"{HEADINGS}\n{ROW.format(1, '09/30/2024')}\n{ROW.format(2, '03/05/2025')}")
    messages = {
        finding.addresses: finding.message for finding in check_plan(plan) if finding.code == "timescale-unreadable"
    }
    assert messages[("D3",)] == (
        "The timescale '03/05/2025' cannot be read (“09/30/2024” in D2 has its month first, so this may be either of two "
        "days); write it as a quarter or a date."
    )
