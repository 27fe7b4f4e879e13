"""A small council's master with its Owners and Settings sheets, for what is lived through day by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import xlsxwriter

HEADINGS = ("Ref", "Action", "Timescale", "Owner", "Quarter 3 update", "Quarter 3 comments")
PIER = ("H1", "Repair the pier", "Q4 26/27", "AD Ports", "", "")
LAMPS = ("H2", "Light the pier", "Q4 26/27", "AD Ports", "", "")
BRIDGE = ("R1", "Mend the bridge", "Q4 26/27", "AD Roads", "", "")
JOINT = ("J1", "Open the ferry", "Q4 26/27", "AD Ports/ AD Roads", "", "")
NOBODYS = ("N1", "Plant trees", "Q4 26/27", "", "", "")
ROWS = (PIER, LAMPS, BRIDGE)
OWNERS = (
    ("AD Ports", "Ann Lee", "ann.lee@wexmere.example", "Director of Place"),
    ("AD Roads", "Bo Day", "bo.day@wexmere.example", "Director of Place"),
    ("Director of Place", "Cy Moon", "cy.moon@wexmere.example", "Chief Executive"),
    ("Chief Executive", "Di Hart", "di.hart@wexmere.example", ""),
    ("Policy Officer", "Ed Rowe", "ed.rowe@wexmere.example", ""),
)
SETTINGS = {"Council": "Wexmere Council", "Coordinator": "Policy Officer", "Reporting quarter": "Q3 2026/27"}


def write_council(
    path: Path,
    rows: Iterable[tuple[str, ...]] = ROWS,
    owners: Iterable[tuple[str, ...]] = OWNERS,
    settings: Mapping[str, object] | None = None,
    letters: Iterable[tuple[str, str]] = (),
) -> Path:
    """The master at a path; written again it is the same plan as its officers have changed it."""
    tables = {
        "Action plan": (("Harbour action plan",), (), HEADINGS, *rows),
        "Owners": (("Owner", "Name", "Email", "Reports to"), *owners),
        "Settings": (("Setting", "Value"), *(SETTINGS | dict(settings or {})).items()),
        "Letters": (("Letter", "Wording"), *letters),
    }
    with xlsxwriter.Workbook(str(path)) as book:
        for name, lines in tables.items():
            if name == "Letters" and not tuple(letters):
                continue
            sheet = book.add_worksheet(name)
            for number, line in enumerate(lines):
                sheet.write_row(number, 0, line)
    return path
