"""Tables as programs that schedule projects write them."""

from __future__ import annotations

import pytest

from peerxl.reading.columns.schedule import is_schedule
from tests.reading.tables import drafts_of

DAYS = "2026-05-04 · 2026-05-09"


@pytest.mark.parametrize(
    ("columns", "is_so"),
    [
        (f"Start: {DAYS}\nFinish: {DAYS}\nDuration: 5 days\nWBS: 1.1", True),
        (f"Planned start: {DAYS}\nEnd date: {DAYS}\nPredecessors: 2\n% Complete: 0.5", True),
        (f"Start: {DAYS}\nFinish: {DAYS}\nDuration: 5 days\nProgress (%): 100", True),
        (f"Start: {DAYS}\nFinish: {DAYS}\nDuration: 5 days\n% of route: 100", False),
        (f"Start: {DAYS}\nFinish: {DAYS}\nDuration: 5 days", False),
        (f"Start: {DAYS}\nFinish: {DAYS}", False),
        (f"Start: {DAYS}\nDuration: 5 days\nWBS: 1.1", False),
        ("Start: 9 am\nFinish: 5 pm\nDuration: 5 days\nWBS: 1.1", False),
    ],
)
def test_what_a_schedule_is(columns: str, is_so: bool) -> None:
    assert is_schedule(drafts_of(columns)) is is_so
