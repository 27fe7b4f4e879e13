"""The plans that the benchmarks work on: of any size, with words as long as plans have and no two rows the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

OWNERS = 200
HEADINGS = (
    "Ref",
    "Theme",
    "Recommendation",
    "Action",
    "Timescale",
    "Owner",
    "Q2 2023/24 status",
    "Q2 2023/24 comments",
    "Q3 2023/24 status",
    "Q3 2023/24 comments",
)
THEMES = ("Vision", "Finance and assets", "Housing", "Members and governance")
STATUSES = ("In progress", "Completed", "On hold", "Ongoing", "", "Not started")
MONTHS = ("March", "June", "September", "December")


def list_rows(count: int) -> Iterator[tuple[str, ...]]:
    """The cells of a plan of so many actions."""
    for number in range(count):
        theme = THEMES[number * len(THEMES) // count]
        quarter = f"Q{number % 4 + 1} {2022 + number % 3}/{23 + number % 3}"
        yield (
            f"PR{number + 1:05}",
            theme,
            f"{theme}: set out what is to change in area {number // 10}, by when and who will see to it.",
            f"Agree and publish step {number + 1} of the programme with partners and the parish councils.",
            quarter if number % 5 else f"By the end of {MONTHS[number % 4]} {2023 + number % 2}",
            f"Head of Service {number % OWNERS + 1}",
            STATUSES[number % len(STATUSES)],
            f"The draft of step {number} went to the Executive, which asked for a further option to be costed.",
            STATUSES[(number + 1) % len(STATUSES)] if number % 3 else "",
            f"Step {number}: the contract was let in January 2024 and work begins in spring." if number % 2 else "",
        )


def make_plan(path: Path, count: int, quarter: int = 3, *, has_comments: bool = False) -> None:
    """Write a plan of so many actions at a quarter of 2023/24; with a comment of Excel's on each if asked for."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Action plan")
        sheet.write(0, 0, f"Peer review action plan - Quarter {quarter} 2023/24")
        sheet.write_row(2, 0, HEADINGS)
        for number, cells in enumerate(list_rows(count), 3):
            sheet.write_row(number, 0, cells)
            if has_comments:
                sheet.write_comment(number, 3, f"Asked about in meeting {number}.")
