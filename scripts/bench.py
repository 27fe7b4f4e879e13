"""What each piece of work on a plan costs as plans grow, beside what others need for the same rows.

Each case runs in this process, on plans made here: once without being measured, which imports what it imports, then
once for the figure, in seconds of the processor. The growth is the power of the number of rows that the seconds rise
with, from the smallest plan to the largest: 1 where ten times the rows take ten times as long.

    python scripts/bench.py [ROWS ...]
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from math import log
from pathlib import Path

from peerxl import adopt, check_plan, collect, read_plan, write_appendix, write_chase
from peerxl.checks.roster import list_owners

ROWS = (100, 1_000)
OWNERS = 200
CHASED_ON = date(2024, 1, 10)
COLLECTED_AT = datetime(2024, 1, 17, 12)
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


def list_rows(count: int) -> Iterable[tuple[str, ...]]:
    """The cells of a plan of so many actions, each with words as long as they are in plans and no two with the same."""
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


def make_plan(path: Path, count: int) -> None:
    """Write a plan of so many actions."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Action plan")
        sheet.write(0, 0, "Peer review action plan - Quarter 3 2023/24")
        sheet.write_row(2, 0, HEADINGS)
        for number, cells in enumerate(list_rows(count), 3):
            sheet.write_row(number, 0, cells)


def check(path: Path) -> None:
    check_plan(read_plan(path))


def chase(path: Path) -> None:
    write_chase(read_plan(path), path.with_suffix(""), today=CHASED_ON, force=True, no_record=True)


def collect_forms(path: Path) -> None:
    collect(path, [path.with_suffix("") / "forms"], now=COLLECTED_AT, dry_run=True, no_record=True)


def name_owners(path: Path) -> None:
    list_owners(read_plan(path))


def adopt_plan(path: Path) -> None:
    adopt(path, output=path.with_name("adopted.xlsx"), force=True)


def make_appendix(path: Path) -> None:
    write_appendix(read_plan(path), path.with_name("appendix.xlsx"), force=True)


def read_by_openpyxl(path: Path) -> None:
    import openpyxl

    for sheet in openpyxl.load_workbook(path):
        for _ in sheet.iter_rows(values_only=True):
            pass


def read_by_calamine(path: Path) -> None:
    import python_calamine

    python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def write_by_xlsxwriter(path: Path) -> None:
    make_plan(path.with_name("written.xlsx"), int(path.stem))


Case = Callable[[Path], None]
# Collect takes in the forms that chase has written, so it comes after.
CASES: dict[str, Case] = {
    "read and check": check,
    "  openpyxl reads": read_by_openpyxl,
    "  calamine reads": read_by_calamine,
    "chase": chase,
    "collect": collect_forms,
    "owners": name_owners,
    "adopt": adopt_plan,
    "appendix": make_appendix,
    "  XlsxWriter writes the plan": write_by_xlsxwriter,
}
COMMANDS = {
    "bare Python": "pass",
    "import click": "import click",
    "import pandas": "import pandas",
    "check of 100 rows": "import sys; from peerxl.cli import main; main(['check', sys.argv[1]])",
}
"""What is started cold, in a process of its own."""


def measure(case: Case, path: Path) -> float:
    gc.collect()
    start = time.process_time()
    case(path)
    return time.process_time() - start


def start_cold(code: str, path: Path) -> float:
    """The processor's seconds of a Python that runs some code, by its own clock."""
    code = f"import atexit, time; atexit.register(lambda: print(time.process_time()))\n{code}"
    command = [sys.executable, "-c", code, str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- words of our own
    return float(result.stdout.split()[-1])


def growth(rows: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of the number of rows that the seconds rise with."""
    return log(seconds[-1] / seconds[0]) / log(rows[-1] / rows[0])


def format_line(name: str, figures: Iterable[str]) -> str:
    return f"{name:30}{''.join(f'{figure:>12}' for figure in figures)}"


def main(arguments: list[str]) -> None:
    rows = sorted(map(int, arguments)) or list(ROWS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{count}.xlsx" for count in rows]
        for path, count in zip(paths, rows, strict=True):
            make_plan(path, count)
        print(format_line("seconds of the processor", (*(f"{count:,}" for count in rows), "growth")))
        for case_name, case in CASES.items():
            case(paths[0])
            seconds = [measure(case, path) for path in paths]
            power = f"{growth(rows, seconds):.2f}" if len(rows) > 1 else ""
            print(format_line(case_name, (*(f"{each:.3f}" for each in seconds), power)), flush=True)
        print(format_line("started cold", ("seconds",)))
        small = folder / "small.xlsx"
        make_plan(small, 100)
        for command, code in COMMANDS.items():
            print(format_line(command, (f"{start_cold(code, small):.2f}",)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
