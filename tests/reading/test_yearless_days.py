"""Days without a year, and what may be one beside them or a fiscal year."""

from __future__ import annotations

import pytest

from tests.conftest import plan_from_text


@pytest.mark.parametrize(
    ("due", "readings"),
    [
        ("1/10 · 10/11", ["“1/10” is no date without a year", "“1/10” in C2 is a day and a month, so “10/11” may be"]),
        (
            "10/11 - 11/12 · 1/10 - 9/10",
            ["“1/10 - 9/10” in C3 is a day and a month, so “10/11” may be", "“1/10” is no date without a year"],
        ),
        # Nothing is a day alone, or something is a year alone.
        ("10/11 · 11/12", ["2011-03-31", "2012-03-31"]),
        ("24/25 · 10/11", ["2025-03-31", "2011-03-31"]),
        ("24/25 · 10/11 · 1/10", ["2025-03-31", "2011-03-31", "“1/10” is no date without a year"]),
    ],
)
def test_what_may_be_a_day_beside_days(due: str, readings: list[str]) -> None:
    rows = "\n".join(f"| Mend part {number} | Ann | {each} |" for number, each in enumerate(due.split(" · "), 1))
    plan = plan_from_text(f"| Action | Owner | Due |\n{rows}")
    said = [each.timescale.reason or str(each.timescale.milestones[0].end_date) for each in plan.actions]
    assert len(said) == len(readings)
    assert all(one.startswith(start) for one, start in zip(said, readings, strict=True)), said
