"""What is said of rows that were left aside as none of the plan's actions: guidance, notes, cards."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.model.finding import Finding, Severity
from peerxl.model.layout import Aside, Field
from peerxl.reading.rows.rows_beneath import split_mark
from peerxl.reading.trackers.tracker import Tracker
from peerxl.text import one_line

MOST_NAMED = 5


def report_guidance(tracker: Tracker) -> Iterator[Finding]:
    for skipped in tracker.skipped:
        if skipped.why is Aside.GUIDANCE:
            yield Finding(
                "row-of-guidance",
                Severity.ADVICE,
                f"Row {skipped.cells[0].row} says what to write or is an example of it, and was not read as an action.",
                skipped.cells[:1],
                sheet=tracker.name,
            )


def report_notes(tracker: Tracker) -> Iterator[Finding]:
    """Rows that begin with a mark, as footnotes do and now and then an action: one finding for all."""
    beneath = [skipped.cells for skipped in tracker.skipped if skipped.why is Aside.BENEATH]
    column = tracker.layout.column(Field.ACTION)
    notes = [cells[0] for cells in beneath if any(cell.column == column and split_mark(cell.text)[0] for cell in cells)]
    if notes:
        where = ", ".join(cell.address for cell in notes[:MOST_NAMED])
        yield Finding(
            "row-of-note",
            Severity.ADVICE,
            f"What stands in {where} begins with a mark and was taken for a note; if it is an action, take that away.",
            tuple(notes),
            sheet=tracker.name,
        )


def report_cards(tracker: Tracker) -> Iterator[Finding]:
    """Rows of a label and its value over headings that stand again: one finding for all."""
    labels = [skipped.cells[0] for skipped in tracker.skipped if skipped.why is Aside.CARD]
    if labels:
        yield Finding(
            "row-of-card",
            Severity.ADVICE,
            f"{len(labels)} rows from {labels[0].row} to {labels[-1].row} are labels with what they say beside them, "
            f"such as {one_line(labels[0].text).rstrip(' :')!r}, and were not read as actions.",
            tuple(labels),
            sheet=tracker.name,
        )
