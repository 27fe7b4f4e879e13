"""What many plans cost to read at once, beside reading them one after another; and what very many would cost.

So many plans of so many actions are made here, read and checked one after another in this process, then by the pool of
``peerxl portfolio`` with one reader a processor, then once more with nothing changed. All figures are seconds of the
processor, this process's and its readers' together, as a busy machine's clock says nothing. The work that the pool does
for each second is told as a part of what the plain loop does: with that part and enough processors, so many cores are
put to use. What very many plans would cost is reckoned from the cost of one.

    python scripts/bench_portfolio.py [PLANS [ACTIONS]]
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path

from bench_plans import HEADINGS, list_rows

from peerxl import check_plan, read_plan, read_portfolio

PLANS, ACTIONS = 1_000, 25
COUNCILS, YEARS = 10_000, 5
MACHINES = ((1, 2), (1, 16), (8, 16))
"""Numbers of machines and of the processors that each has."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor, of this process and of those it started and saw end."""

    own: float
    readers: float

    @property
    def all(self) -> float:
        return self.own + self.readers


@dataclass(frozen=True, slots=True)
class Bench:
    """What so many plans cost: one after another; by the pool; again with nothing changed, and a workbook written.

    ``kept`` and ``report`` are the bytes of what is kept from run to run and of the workbook.
    """

    plans: int
    loop: Cost
    pool: Cost
    again: Cost
    written: Cost
    kept: int
    report: int

    @property
    def part(self) -> float:
        """What of the plain loop's work the pool does in a second of the processor."""
        return self.loop.all / self.pool.all


def measure(work: Callable[[], object]) -> Cost:
    """What a piece of work costs."""

    def seconds(who: int) -> float:
        usage = resource.getrusage(who)
        return usage.ru_utime + usage.ru_stime

    before = seconds(resource.RUSAGE_SELF), seconds(resource.RUSAGE_CHILDREN)
    work()
    return Cost(seconds(resource.RUSAGE_SELF) - before[0], seconds(resource.RUSAGE_CHILDREN) - before[1])


def make_plans(folder: Path, plans: int, actions: int) -> list[Path]:
    """Write so many plans, no two with the same words but for their timescales, owners and statuses."""
    import xlsxwriter

    folder.mkdir()
    paths = [folder / f"council{number:05}.xlsx" for number in range(plans)]
    for number, path in enumerate(paths):
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet("Action plan")
            sheet.write(0, 0, f"Council of Place {number} - Peer review action plan - Quarter 3 2023/24")
            sheet.write_row(2, 0, HEADINGS)
            for row, cells in enumerate(list_rows(actions), 3):
                sheet.write_row(row, 0, [f"{cell} Place {number}." if len(cell) > 40 else cell for cell in cells])
    return paths


def measure_portfolio(folder: Path, plans: int, actions: int) -> Bench:
    """Make plans in a folder and read them in each of the ways."""
    paths, kept, out = make_plans(folder / "plans", plans, actions), folder / "kept.jsonl", folder / "out.xlsx"

    def loop() -> None:
        for path in paths:
            check_plan(read_plan(path))

    def pool(*outputs: Path) -> None:
        read_portfolio([str(folder / "plans")], *outputs, readings=kept)

    check_plan(read_plan(paths[0]))  # what is imported once is no cost of a plan
    costs = measure(loop), measure(pool), measure(pool), measure(lambda: pool(out))
    return Bench(plans, *costs, kept.stat().st_size, out.stat().st_size)


def say(bench: Bench) -> list[str]:
    """The figures as lines."""
    cores, each, all_plans = cpu_count() or 1, bench.pool.all / bench.plans, COUNCILS * YEARS
    costs = {
        "one after another, in one process": bench.loop,
        f"portfolio, {cores} readers": bench.pool,
        "portfolio, nothing changed": bench.again,
        "  and the workbook written": bench.written,
    }
    kept = bench.kept / bench.plans
    # However many read, one process hands the work out and takes it in.
    hours, handing = all_plans * each / 3600, all_plans * bench.pool.own / bench.plans / 60
    return [
        f"{bench.plans:,} plans, seconds of the processor (ms a plan)",
        *(
            f"  {name:<34}{cost.all:8.2f} ({1000 * cost.all / bench.plans:.1f}), not in readers {cost.own:.2f}"
            for name, cost in costs.items()
        ),
        f"work a second beside the plain loop: {bench.part:.2f}; cores put to use: {cores * bench.part:.1f} of {cores}",
        f"cores that one process can keep at work: {bench.pool.all / bench.pool.own:.0f}",
        f"kept from run to run: {kept / 1000:.1f} kB a plan; the workbook: {bench.report / 1000:,.0f} kB",
        f"reckoned for {COUNCILS:,} councils, {YEARS} years: {hours:.1f} hours of one processor, "
        f"{all_plans * kept / 1e9:.1f} GB kept",
        *(
            f"  {machines} machines of {processors} processors: "
            f"{max(60 * hours / (machines * processors), handing):,.1f} minutes"
            for machines, processors in MACHINES
        ),
    ]


def main() -> None:
    plans, actions = (*map(int, sys.argv[1:]), *(PLANS, ACTIONS)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory(prefix="peerxl-bench-") as folder:
        print("\n".join(say(measure_portfolio(Path(folder), plans, actions))))


if __name__ == "__main__":
    main()
