"""Completion dates: when something is due, or when it was done."""

from __future__ import annotations

import pytest

from peerxl.reading.columns.done_dates import place_done_dates
from tests.reading.tables import drafts_of, summarise, typed

DAY = "2026-05-04"


@pytest.mark.parametrize(
    ("heading", "rows", "field"),
    [
        ("Completion date", f"Done {DAY} · Done {DAY} · Open · Open", "date closed"),
        ("Completion date", f"Done {DAY} · Open · Open", "timescale"),
        ("Completion date", f"Done {DAY} · Done {DAY} · Open", "timescale"),
        ("Completion date", f"Done {DAY} · Done {DAY} · Open · Open {DAY} · Open", "timescale"),
        ("Completion date", f"Done {DAY} · Done {DAY} · Done · Open · Open", "timescale"),
        ("Completion date", f"Done {DAY} · Done {DAY} · Amber {DAY} · Open · Open", "date closed"),
        # One that is done beside many that are open; what is still to be confirmed is to come.
        ("Completion date", f"Done {DAY} · Open · Open · Open · Open · Open", "date closed"),
        ("Completion date", f"Done {DAY} · Open · Open · Open · Open", "timescale"),
        ("Completion date", f"Done {DAY} · Open · Open · Open · Open · Open {DAY}", "timescale"),
        ("Completion date", f"Done {DAY} · Done {DAY} · Open - · Open n/a", "date closed"),
        ("Completion date", f"Done {DAY} · Done {DAY} · Open TBC · Open TBC", "timescale"),
        ("Target completion date", f"Done {DAY} · Done {DAY} · Open · Open", "timescale"),
        ("Revised completion date", f"Done {DAY} · Done {DAY} · Open · Open", "timescale"),
        ("By when", f"Done {DAY} · Done {DAY} · Open · Open", "timescale"),
        ("Completed by", f"Done {DAY} · Done {DAY} · Open · Open", "date closed"),
        ("Completed by", f"Done {DAY} · Done {DAY} · Open {DAY} · Open", "timescale"),
    ],
)
def test_a_date_that_is_there_where_something_is_done(heading: str, rows: str, field: str) -> None:
    pairs = [row.partition(" ")[::2] for row in rows.split(" · ")]
    table = "\n".join(f"| {status} | {day} |" for status, day in pairs)
    sheet = typed(f"| Status | {heading} |\n{table}")
    lines = f"Status: {' · '.join(status for status, _ in pairs)}\n{heading}: {' · '.join(day for _, day in pairs)}"
    placed = place_done_dates(sheet, sheet.filled_rows_after(1), drafts_of(lines))
    assert summarise(placed) == f"status · {field}"
