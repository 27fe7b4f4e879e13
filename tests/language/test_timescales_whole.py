"""Whole readings: every milestone with its words and where they stand, every note and reason in its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.language.timescales import parse_timescale
from peerxl.model.timescale import Milestone, Timescale

# A cell, "@" and the plan's year where it needs one, then a line for each thing that comes out.
READINGS = Path(__file__).parents[1] / "data" / "timescale_readings.txt"
BLOCKS = READINGS.read_text(encoding="utf-8").strip().split("\n\n")


def describe(reading: Timescale) -> list[str]:
    """The kind, then each milestone, note and reason."""
    ends = f" {reading.start or '…'} – {reading.due or '…'} {reading.due_date or ''}".rstrip()
    kind = f"{reading.kind}{ends}{' open' if reading.open_ended else ''}"
    milestones = [f"  {describe_milestone(milestone, reading.text)}" for milestone in reading.milestones]
    notes = [f"  {note.code}: {note.message}" for note in reading.notes]
    reason = [f"  because {reading.reason}"] if reading.reason else []
    return [kind, *milestones, *notes, *reason, f"  as {str(reading)!r}"]


def describe_milestone(milestone: Milestone, text: str) -> str:
    first, last = milestone.span
    label = f" for {milestone.label!r}" if milestone.label else ""
    return f"{text[first:last]!r} {milestone.start_date or '…'} – {milestone.end_date or '…'}{label}"


def read(line: str) -> Timescale:
    text, _, year = line.partition(" @ ")
    return parse_timescale(text.replace("\\n", "\n"), year or None)


@pytest.mark.parametrize("block", BLOCKS, ids=[block.partition("\n")[0] for block in BLOCKS])
def test_all_that_comes_out(block: str) -> None:
    line, *expected = block.split("\n")
    assert describe(read(line)) == expected
