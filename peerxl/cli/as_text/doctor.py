"""What a doctor found, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.model.finding import Severity

if TYPE_CHECKING:
    from peerxl.commands.doctor import DoctorResult, Health

WORDS = {Severity.ERROR: "stops a run", Severity.WARNING: "needs you", Severity.ADVICE: "good to know"}
WELL, SKIPPED = "well", "not looked at"


def format_doctor(result: DoctorResult) -> Iterator[str]:
    """A line for each thing looked at, and for each thing amiss, whole: it says what to do."""
    rows = [row for health in result.checks for row in list_rows(health)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return (f"{name:<{widths[0]}}  {how:<{widths[1]}}  {says}" for name, how, says in rows)


def list_rows(health: Health) -> Iterator[tuple[str, str, str]]:
    name = health.check.name
    if not health.is_looked_at:
        yield name, SKIPPED, health.needs
    elif not health.troubles:
        yield name, WELL, health.well
    yield from ((name, WORDS[trouble.severity], trouble.says) for trouble in health.troubles)
