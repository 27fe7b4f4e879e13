"""What the band over a heading adds to it."""

from __future__ import annotations

import pytest

from peerxl.model.sheet import Block, Sheet
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import fields, kept, typed

ROWS = """
    | Ref | Action | {} | |
    | | | {} | Date |
    | 1 | Mend the pier | Harbour Master | 2026-03-31 |
    | 2 | Light the quay | Engineer | 2026-04-30 |
    | 3 | Mark the berths | Clerk | 2026-05-31 |
    """


@pytest.mark.parametrize(
    ("band", "left", "field"),
    [
        ("Responsible officer and target date", "Officer", "C owner · D timescale"),
        ("Who and when due", "Owner", "C owner · D timescale"),
        ("Responsibility", "Owner", "C owner · D timescale"),
        ("Closure", "Owner", "C owner | D date closed"),
        ("Raised", "Owner", "C owner | D date raised"),
    ],
)
def test_whose_date_a_band_says_that_a_date_is(band: str, left: str, field: str) -> None:
    sheet = Sheet("Plan", typed(ROWS.format(band, left)).rows, (Block(1, 3, 1, 4),))
    plan = plan_from_sheets([sheet], Request("plan.xlsx"))
    assert f"{fields(plan)} | {kept(plan)}".strip(" |") == f"A ref · B action · {field}"
