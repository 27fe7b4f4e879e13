"""The sheet of a new master that says what was done when it was made, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.adoption.note import AdoptionNote, cell_ranges
from peerxl.documents.document import Section, TableColumn, TableRow
from peerxl.documents.findings import show_severity

ADOPTION = "Adoption"


def adoption_sheet(source: str, notes: Sequence[AdoptionNote]) -> Section:
    """One row a note, each with a link to its first cell."""
    return Section(
        name=ADOPTION,
        title="How this plan was made",
        intro=(
            f"Made from {source}, which is as it was. What could not be read stands in the plan as it stood there.",
            "Delete this sheet when there is nothing left to do." if notes else "There is nothing to look at.",
        ),
        table_name="Adoption",
        columns=(
            TableColumn("How serious", 90),
            TableColumn("Ref", 82),
            TableColumn("Cells", 110),
            TableColumn("Cells in the old workbook", 150),
            TableColumn("What was found", 300),
            TableColumn("What to do", 210),
            TableColumn("Rule", 150),
        ),
        rows=tuple(map(note_row, notes)),
        footer=f"Made from {source}",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def note_row(note: AdoptionNote) -> TableRow:
    finding = note.finding
    return TableRow.of(
        show_severity(finding.severity),
        finding.ref,
        cell_ranges(finding.cells),
        f"{note.was[0].sheet}: {cell_ranges(note.was)}" if note.was else "",
        finding.found,
        finding.remedy,
        finding.code,
    )
