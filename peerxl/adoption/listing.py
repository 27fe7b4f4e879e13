"""The sheet of a new master that says what was done when it was made, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.adoption.note import Note, cell_ranges
from peerxl.documents.findings import TONES
from peerxl.documents.layout import Column, Entry, Row, TableSheet

ADOPTION = "Adoption"


def adoption_sheet(source: str, notes: Sequence[Note]) -> TableSheet:
    """One row a note, each with a link to its first cell."""
    return TableSheet(
        name=ADOPTION,
        title="How this plan was made",
        intro=(
            f"Made from {source}, which is as it was. What could not be read stands in the plan as it stood there.",
            "Delete this sheet when there is nothing left to do." if notes else "There is nothing to look at.",
        ),
        table_name="Adoption",
        columns=(
            Column("How serious", 90),
            Column("Ref", 82),
            Column("Cells", 110),
            Column("Cells in the old workbook", 150),
            Column("What was found", 300),
            Column("What to do", 210),
            Column("Rule", 150),
        ),
        rows=tuple(map(note_row, notes)),
        footer=f"Made from {source}",
        is_frozen=True,
        has_filters=True,
    )


def note_row(note: Note) -> Row:
    finding = note.finding
    return Row.of(
        Entry(finding.severity.value.capitalize(), TONES[finding.severity]),
        finding.ref,
        cell_ranges(finding.cells),
        f"{note.was[0].sheet}: {cell_ranges(note.was)}" if note.was else "",
        finding.found,
        finding.remedy,
        finding.code,
    )
