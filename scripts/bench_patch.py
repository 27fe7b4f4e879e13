"""What setting 1,000 cells of a master of 10,000 and of 100,000 rows costs, beside peers that do the same.

The peers are openpyxl's load and save and, where it is installed, wolfxl's modify mode. Each way is measured in a
process of its own, on one workbook made for the purpose: seconds of the processor, the least of several runs, and the
most memory beyond what the process held with everything imported. Then our own time is told stage by stage, beside
what no way can do without: unpacking and packing the sheet once.

    python scripts/bench_patch.py [ROWS [CELLS]]
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

ROWS, CELLS = (10_000, 100_000), 1_000
SHEET, PART = "Action plan", "xl/worksheets/sheet1.xml"
HEADINGS = ("Ref", "Theme", "Recommendation", "Action", "Timescale", "Owner", "Status", "Comment", "Evidence", "Days")
MIB = 1024**2
# Runs of each way; the slow one is slow in each.
RUNS = {"set_cells": 5, "openpyxl": 1, "wolfxl": 5}


def make_master(path: Path, rows: int) -> None:
    """A plan of so many actions, with a table's worth of styles and a formula, as XlsxWriter writes it."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_formula(0, 10, "=SUM(J2:J100)")
        for row in range(1, rows):
            texts = (f"PEER{row:06}", "Vision", "Set a vision", f"Action {row}", "Q3 2023/24", "AD Housing", "Ongoing")
            sheet.write_row(row, 0, (*texts, f"Comment on action {row}", None), wrapped)
            sheet.write_number(row, 9, row % 90, wrapped)


def choose_cells(rows: int, count: int) -> dict[str, str]:
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


def modify(source: Path, target: Path, changes: dict[str, str]) -> None:
    workbook = importlib.import_module("wolfxl").load_workbook(source, modify=True)
    for name, text in changes.items():
        workbook[SHEET][name] = text
    workbook.save(target)


WAYS = {"set_cells": patch, "openpyxl": load_and_save, "wolfxl": modify}


def measure(way: str, folder: Path, changes: dict[str, str]) -> None:
    """Do it in this process, and print seconds and bytes as JSON; once with nothing to do, so that all is imported."""
    small, target = folder / "small.xlsx", folder / f"{way}.xlsx"
    WAYS[way](small, target, {"G2": "Completed"})
    before = read_peak()
    seconds = [clock(lambda: WAYS[way](folder / "master.xlsx", target, changes)) for _ in range(RUNS[way])]
    print(json.dumps({"seconds": min(seconds), "memory": read_peak() - before}))


def clock(work: Callable[[], object]) -> float:
    """The seconds of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def read_peak() -> int:
    """The most memory that this process has held, in bytes; macOS counts bytes, others kibibytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def measure_apart(way: str, folder: Path, rows: int, count: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, way, str(folder), str(rows), str(count)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    figures: dict[str, float] = json.loads(result.stdout)
    return figures


def measure_stages(master: Path, target: Path, changes: dict[str, str]) -> dict[str, float]:
    """Where our own time goes, and what packing and unpacking alone would take; the least of several runs."""
    runs = [measure_once(master, target, changes) for _ in range(RUNS["set_cells"])]
    return {name: min(run[name] for run in runs) for name in runs[0]}


def measure_once(master: Path, target: Path, changes: dict[str, str]) -> dict[str, float]:
    from peerxl.excel.patch import make_patch
    from peerxl.excel.patch.proof.proof import prove, prove_edits

    seconds = {"unpack and search": clock(lambda: make_patch(master, {SHEET: changes}))}
    made = make_patch(master, {SHEET: changes})
    with target.open("wb") as file:
        seconds["pack and write"] = clock(lambda: made.write(file))
    seconds["prove the edits"] = clock(lambda: prove_edits(made))
    seconds["prove all, read back"] = clock(lambda: prove(made, target))
    with zipfile.ZipFile(master) as archive:
        packed = io.BytesIO(archive.read(PART))
        seconds["(unpacking alone)"] = clock(lambda: archive.read(PART))
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    seconds["(packing alone)"] = clock(lambda: packer.compress(packed.getbuffer()) + packer.flush())
    return seconds


def bench(rows: int, count: int) -> None:
    ways = [way for way in WAYS if way != "wolfxl" or importlib.util.find_spec("wolfxl")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_master(folder / "master.xlsx", rows)
        make_master(folder / "small.xlsx", 10)
        with zipfile.ZipFile(folder / "master.xlsx") as archive:
            size = archive.getinfo(PART).file_size
        print(f"{count:,} cells of {rows:,} rows; the sheet's XML is {size / MIB:.0f} MiB")
        found = {way: measure_apart(way, folder, rows, count) for way in ways}
        for way, figures in found.items():
            ratio = found["set_cells"]["seconds"] / figures["seconds"]
            print(
                f"{way:18} {figures['seconds']:7.3f} s {figures['memory'] / MIB:6.0f} MiB "
                f"({figures['memory'] / size:.2f} of the sheet)   set_cells takes {ratio:.3f} of it"
            )
        stages = measure_stages(folder / "master.xlsx", folder / "x.xlsx", choose_cells(rows, count))
        for stage, seconds in stages.items():
            print(f"  {stage:20} {seconds:7.3f} s")


def main(arguments: list[str]) -> None:
    if arguments and arguments[0] in WAYS:
        way, folder, *numbers = arguments
        measure(way, Path(folder), choose_cells(int(numbers[0]), int(numbers[1])))
        return
    for rows in map(int, arguments[:1] or ROWS):
        bench(rows, int(arguments[1]) if len(arguments) > 1 else CELLS)


if __name__ == "__main__":
    main(sys.argv[1:])
