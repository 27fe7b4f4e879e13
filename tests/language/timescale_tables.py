"""Tables of timescale cells and their readings, as the tests write them.

A row is ``text | reading`` or ``text @ plan's year | reading``; a reading is the kind, then start – due, the due
date, and "open" where some part has no end. An unreadable one is followed by the code that says why.
"""

from __future__ import annotations

from typing import NamedTuple

from peerxl.model.timescale import Timescale, TimescaleKind


class Row(NamedTuple):
    text: str
    year: str | None
    reading: str

    def __str__(self) -> str:
        return self.text or "(blank)"


def rows(*tables: str) -> list[Row]:
    """The rows of the tables, in order."""
    return [_row(line) for table in tables for line in table.strip("\n").split("\n")]


def _row(line: str) -> Row:
    cell, _, reading = line.rpartition(" | ")
    text, _, year = cell.partition(" @ ")
    return Row(text, year or None, reading)


def summary(timescale: Timescale) -> str:
    """A reading as the tables write it."""
    if timescale.kind is TimescaleKind.UNREADABLE:
        return f"unreadable: {timescale.notes[0].code}"
    text: str = timescale.kind
    if timescale.start or timescale.due:
        text += f" {timescale.start or '…'} – {timescale.due or '…'}"
    if timescale.due_date:
        text += f", {timescale.due_date}"
    return text + (", open" if timescale.open_ended else "")
