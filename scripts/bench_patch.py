"""What setting 1,000 cells of a master of 100,000 rows costs, beside openpyxl's load and save of it: time and memory.

Each is measured in a process of its own, on one workbook made for the purpose; memory is the most that the process held
beyond what it held with everything imported, and is set beside the size of the sheet's own XML.

    python scripts/bench_patch.py [ROWS [CELLS]]
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROWS, CELLS = 100_000, 1_000
SHEET, PART = "Action plan", "xl/worksheets/sheet1.xml"
HEADINGS = ("Ref", "Theme", "Recommendation", "Action", "Timescale", "Owner", "Status", "Comment", "Evidence", "Days")
MIB = 1024**2


def make_master(path: Path, rows: int) -> None:
    """A plan of so many actions, with a table's worth of styles and a formula, as XlsxWriter writes it."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, rows):
            texts = (f"PEER{row:06}", "Vision", "Set a vision", f"Action {row}", "Q3 2023/24", "AD Housing", "Ongoing")
            sheet.write_row(row, 0, (*texts, f"Comment on action {row}", None), wrapped)
            sheet.write_number(row, 9, row % 90, wrapped)
        sheet.write_formula(0, 10, "=SUM(J2:J100)")


def cells(rows: int, count: int) -> dict[str, str]:
    """So many cells of the status column, spread over the whole sheet."""
    return {f"G{2 + number * (rows - 2) // count}": "Completed" for number in range(count)}


def patch(source: Path, target: Path, changes: dict[str, str]) -> None:
    from peerxl.excel.patch import set_cells

    set_cells(source, target, {SHEET: changes})


def load_and_save(source: Path, target: Path, changes: dict[str, str]) -> None:
    from openpyxl import load_workbook

    workbook = load_workbook(source)
    for name, text in changes.items():
        workbook[SHEET][name] = text
    workbook.save(target)


WAYS = {"set_cells": patch, "openpyxl": load_and_save}


def measure(way: str, folder: Path, changes: dict[str, str]) -> None:
    """Do it in this process, and print seconds and bytes as JSON; once with nothing to do, so that all is imported."""
    small, target = folder / "small.xlsx", folder / f"{way}.xlsx"
    WAYS[way](small, target, {"G2": "Completed"})
    before, start = peak(), time.perf_counter()
    WAYS[way](folder / "master.xlsx", target, changes)
    print(json.dumps({"seconds": time.perf_counter() - start, "memory": peak() - before}))


def peak() -> int:
    """The most memory that this process has held, in bytes; macOS counts bytes, others kibibytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def measured(way: str, folder: Path, rows: int, count: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, way, str(folder), str(rows), str(count)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    figures: dict[str, float] = json.loads(result.stdout)
    return figures


def bench(rows: int, count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_master(folder / "master.xlsx", rows)
        make_master(folder / "small.xlsx", 10)
        with zipfile.ZipFile(folder / "master.xlsx") as archive:
            size = archive.getinfo(PART).file_size
        print(f"{count:,} cells of {rows:,} rows; the sheet's XML is {size / MIB:.0f} MiB")
        ours, theirs = (measured(way, folder, rows, count) for way in WAYS)
        for way, figures in zip(WAYS, (ours, theirs), strict=True):
            of_sheet = figures["memory"] / size
            print(
                f"{way:10} {figures['seconds']:7.2f} s {figures['memory'] / MIB:7.0f} MiB ({of_sheet:.2f} of the sheet)"
            )
        print(f"time: {ours['seconds'] / theirs['seconds']:.3f} of openpyxl's load and save")


def main(arguments: list[str]) -> None:
    if arguments and arguments[0] in WAYS:
        way, folder, rows, count = arguments
        measure(way, Path(folder), cells(int(rows), int(count)))
    else:
        numbers = [int(argument) for argument in arguments]
        bench(*(numbers + [ROWS, CELLS][len(numbers) :])[:2])


if __name__ == "__main__":
    main(sys.argv[1:])
