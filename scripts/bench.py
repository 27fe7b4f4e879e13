"""What each piece of work costs as plans grow, beside what others need for the same rows, all in one run.

Each case runs in this process on plans made here: once on a small one without being measured, which imports what it
imports, then once a size for the figure, in seconds of the processor. The growth is the power of the number of rows
that the seconds rise with, from the smallest plan to the largest: 1 where ten times the rows take ten times as long.
The most memory is that of a process of its own; what is started cold is the least of some starts with all modules
compiled, by the clock of the process at its end and until it is gone. A peer that is not installed is said to be so.

    python scripts/bench.py [ROWS ...] [--only NAME ...] [--phrases N] [--starts N]
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import islice
from math import log
from pathlib import Path

from bench_cases import CASES, HELD, Case, check, find_cases, make_plans
from bench_patch import MIB, read_peak
from bench_plans import make_plan
from bench_timescales import phrases

from peerxl.language.timescales import parse_timescale

ROWS = (100, 1_000)
STARTS = 3
PHRASES, FEW_PHRASES = 20_000, 200
EXAMPLE = Path(__file__).parents[1] / "workbooks" / "example-master.xlsx"
CHECK = "import sys; from peerxl.cli import main; main(['check', sys.argv[1]])"
COMMANDS = (
    ("bare Python", "", "pass"),
    ("import click", "click", "import click"),
    ("import pandas", "pandas", "import pandas"),
    ("check of 20 rows", "", CHECK),
    ("check of 20 rows with comments", "", CHECK),
    ("check of the example", "", CHECK),
)
"""What is started cold, in a process of its own: what it is called, what it needs, and its code."""
NOT_INSTALLED = "not installed"


def clock(work: Callable[[], object]) -> float:
    """The seconds of the processor that some work takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def growth(rows: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of the number of rows that the seconds rise with."""
    return log(seconds[-1] / seconds[0]) / log(rows[-1] / rows[0])


def format_line(name: str, figures: Iterable[str]) -> str:
    return f"{name:32}{''.join(f'{figure:>14}' for figure in figures)}"


def measure_cases(cases: Iterable[Case], rows: Sequence[int], paths: Sequence[Path]) -> Iterator[str]:
    """A line a case: its seconds at each size, and how they grow."""
    yield format_line("seconds of the processor", (*(f"{count:,}" for count in rows), "growth"))
    for case in cases:
        yield format_line(case.name, measure_case(case, rows, paths) if case.is_installed else (NOT_INSTALLED,))


def measure_case(case: Case, rows: Sequence[int], paths: Sequence[Path]) -> Iterator[str]:
    seconds = []
    for path in (paths[0], *paths):
        case.prepare(path)
        seconds.append(clock(partial(case.run, path)))
    # The first, on the smallest plan, was there to import what is imported.
    yield from (f"{each:.3f}" for each in seconds[1:])
    if len(rows) > 1:
        yield f"{growth(rows, seconds[1:]):.2f}"


def measure_memory(names: Iterable[str], rows: Sequence[int], paths: Sequence[Path]) -> Iterator[str]:
    """A line a case: the most memory that a process of its own has held at each size."""
    yield format_line("most memory, MiB", (f"{count:,}" for count in rows))
    for name in names:
        is_installed = next(case.is_installed for case in CASES if case.name == name)
        yield format_line(name, (run_apart(name, path) for path in paths) if is_installed else (NOT_INSTALLED,))


def run_apart(name: str, path: Path) -> str:
    """The most memory, in mebibytes, of a process that does one piece of work."""
    command = [sys.executable, __file__, "--apart", name, str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- words of our own
    return result.stdout.split()[-1]


def read_own_peak() -> int:
    """The most memory that this program has held, in bytes: Linux counts in what the one that started it held."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), read_peak())


def start_all(folder: Path, times: int) -> Iterator[str]:
    """A line for each thing that is started cold."""
    plain, noted = folder / "small.xlsx", folder / "noted.xlsx"
    make_plan(plain, 20)
    make_plan(noted, 20, has_comments=True)
    yield format_line("started cold", ("seconds", "until gone"))
    for name, needs, code in COMMANDS:
        path = {"check of 20 rows with comments": noted, "check of the example": EXAMPLE}.get(name, plain)
        is_installed = not needs or importlib.util.find_spec(needs) is not None
        # The first start compiles what no start before has.
        starts = [start_cold(code, path) for _ in range(times + 1)][1:] if is_installed else []
        least = [f"{min(seconds):.2f}" for seconds in zip(*starts, strict=True)]
        yield format_line(name, least or (NOT_INSTALLED,))
    yield format_line("check of 20 rows, warm", (f"{min(clock(partial(check, plain)) for _ in range(times)):.3f}",))


def start_cold(code: str, path: Path) -> tuple[float, float]:
    """The processor's seconds of a Python that runs some code: by its own clock at its end, and until it is gone.

    What was imported is given back after the first, and whoever waits for a command waits for that too.
    """
    code = f"import atexit, time; atexit.register(lambda: print(time.process_time()))\n{code}"
    command = [sys.executable, "-c", code, str(path)]
    # As it is installed: with its modules compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    result = subprocess.run(  # noqa: S603 -- words of our own
        command, capture_output=True, text=True, check=False, env=environment
    )
    after = os.times()
    whole = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    return float(result.stdout.split()[-1]), whole


def read_phrases(count: int, times: int) -> Iterator[str]:
    """A line a reader of timescales: how many different ones it reads a second, at the best of a few times."""
    texts = list(islice(phrases(), times * count))
    parts = [texts[first : first + count] for first in range(0, len(texts), count)]
    yield format_line("different timescales a second", (f"of {count:,}",))
    best = min(clock(partial(list, map(parse_timescale, part))) for part in parts)  # each text is met once
    yield format_line("peerxl", (f"{count / best:,.0f}",))
    if importlib.util.find_spec("dateparser") is None:
        yield format_line("dateparser", (NOT_INSTALLED,))
        return
    parse, few = import_module("dateparser").parse, texts[:: max(1, len(texts) // FEW_PHRASES)]
    yield format_line("dateparser", (f"{len(few) / clock(lambda: list(map(parse, few))):,.0f}",))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int, nargs="*", default=list(ROWS))
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="measure these cases alone")
    parser.add_argument("--phrases", type=int, default=PHRASES, help="how many timescales are read")
    parser.add_argument("--starts", type=int, default=STARTS, help="how often what is timed again is, for the least")
    parser.add_argument("--apart", nargs=2, metavar=("NAME", "PLAN"), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.apart:
        name, path = asked.apart
        next(case for case in CASES if case.name == name).run(Path(path))
        print(f"{read_own_peak() / MIB:.0f}")
        return
    rows = sorted(asked.rows)
    with tempfile.TemporaryDirectory() as name:
        paths = [make_plans(Path(name), count) for count in rows]
        sections = [measure_cases(find_cases(asked.only), rows, paths)]
        if not asked.only:
            sections += [
                measure_memory(HELD, rows, paths),
                start_all(Path(name), asked.starts),
                read_phrases(asked.phrases, asked.starts),
            ]
        for line in (line for section in sections for line in section):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
