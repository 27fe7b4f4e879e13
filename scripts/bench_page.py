"""What the page costs: its size, its start, the example and a thousand actions, beside the command line.

The seconds are those of the processor, of all processes of the browser together, which do not hang on what else the
machine is doing; what passes by the clock stands after them. The command line does the same work in one process.

    python scripts/bench_page.py PAGE.html [ACTIONS]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bench_plans import make_plan

from peerxl import check_plan, read_plan, write_chase
from peerxl.commands.appendix import render_papers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLE = Path(__file__).resolve().parents[1] / "workbooks" / "example-master.xlsx"
COUNT = 1_000
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 600_000


@dataclass(frozen=True, slots=True)
class Spent:
    """The seconds of the processor, and those that passed."""

    cpu: float
    wall: float

    def __str__(self) -> str:
        return f"{self.cpu:6.2f} s of processor, {self.wall:6.2f} s by the clock"


def list_family(parent: int) -> Iterator[int]:
    """A process and all that it started, and they."""
    yield parent
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            yield from list_family(int(path.parent.name))


def read_stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 24


def cpu_of(pid: int) -> float:
    return sum(int(read_stat(each)[11]) + int(read_stat(each)[12]) for each in list_family(pid)) / TICKS


def memory_of(pid: int) -> float:
    """The megabytes that a browser's processes hold."""
    return sum(int(read_stat(each)[21]) for each in list_family(pid)) * os.sysconf("SC_PAGE_SIZE") / 1e6


def spend(work: Callable[[], object], pid: int | None = None) -> Spent:
    """What work costs here, or in the processes of a browser."""
    clock: Callable[[], float] = time.process_time if pid is None else lambda: cpu_of(pid)
    cpu, wall = clock(), time.perf_counter()
    work()
    return Spent(clock() - cpu, time.perf_counter() - wall)


@contextmanager
def browsing() -> Iterator[tuple[Browser, int]]:
    """Chromium, and the number of its first process."""
    from playwright.sync_api import sync_playwright

    before = set(list_family(os.getpid()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        started = [pid for pid in list_family(os.getpid()) if pid not in before]
        yield browser, started[0]
        browser.close()


def settle(page: Page) -> None:
    for _ in range(2):
        page.locator("body:not([aria-busy])").wait_for(state="attached", timeout=PATIENCE)
        page.wait_for_timeout(20)


def start(page: Page, page_file: Path) -> None:
    page.goto(page_file.resolve().as_uri())
    settle(page)


def open_plan(page: Page, plan: Path) -> None:
    """Read it, check it, say who is asked, and draw its appendix."""
    page.get_by_test_id("plan-file").set_input_files(plan)
    settle(page)
    wait_for_paper(page)


def wait_for_paper(page: Page) -> None:
    """Until the appendix is laid out, which a browser does when it gets to it: else the next step would pay for it."""
    page.frame_locator("[data-testid=publish-preview]").locator("table").first.bounding_box(timeout=PATIENCE)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def make_papers(page: Page) -> None:
    page.get_by_test_id("make-papers").click()
    page.get_by_test_id("papers-download").wait_for(timeout=PATIENCE)
    settle(page)


def run_here(plan: Path, out: Path) -> None:
    """What the page does with a plan, without it."""
    read = read_plan(plan)
    check_plan(read, read.quarter)
    render_papers(read, [".html"])
    write_chase(read, out, today=date(2026, 1, 5), no_record=True, force=True)


def main(page_file: Path, count: int) -> None:
    with tempfile.TemporaryDirectory() as name, browsing() as (browser, pid):
        folder = Path(name)
        make_plan(folder / "large.xlsx", count)
        page = browser.new_context(offline=True).new_page()
        print(f"size           {page_file.stat().st_size:,} bytes")
        print(f"start          {spend(lambda: start(page, page_file), pid)}")
        for run in ("first run", "second run"):
            print(f"{run:<14} {spend(lambda: open_plan(page, EXAMPLE), pid)}  the example opened")
        print(f"its papers     {spend(lambda: make_papers(page), pid)}")
        print(f"{count:,} actions  {spend(lambda: open_plan(page, folder / 'large.xlsx'), pid)}  opened")
        print(f"their papers   {spend(lambda: make_papers(page), pid)}")
        print(f"memory         {memory_of(pid):,.0f} MB, all of the browser's processes")
        print(f"command line   {spend(lambda: run_here(EXAMPLE, folder / 'a'))}  the example, all of it")
        print(f"command line   {spend(lambda: run_here(folder / 'large.xlsx', folder / 'b'))}  {count:,} actions")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COUNT)
