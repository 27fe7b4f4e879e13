"""What a chase of many owners costs: their forms and mails, beside XlsxWriter writing the same cells and no more.

python scripts/bench_chase.py 100 1000

For each number of owners, with three actions each: the processor's seconds of one run that makes all forms, mails,
lists and the record, the milliseconds for each owner, and how many times as long that is as it takes XlsxWriter to
write the forms' cells plain, without a style, a table or a drop-down.
"""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click

from peerxl.cli.progress import show_progress
from peerxl.commands.chase.command import write_chase
from peerxl.commands.read import read_plan
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Sheet

ACTIONS = 3
TODAY = date(2024, 1, 8)
HEADINGS = (
    "Ref",
    "Theme",
    "Action",
    "Timescale",
    "Owner",
    "Quarter 2 update",
    "Quarter 2 comments",
    "Quarter 3 update",
)


def list_rows(owners: int) -> Iterator[tuple[str, ...]]:
    """The rows of a plan in which nobody has said anything of the quarter yet."""
    for number in range(owners * ACTIONS):
        yield (
            f"PR{number + 1:05}",
            f"Theme {number * 8 // (owners * ACTIONS)}",
            f"Agree and publish step {number + 1} of the programme with partners and the parish councils.",
            "Q4 2023/24",
            f"Head of Service {number % owners + 1}",
            "In progress",
            f"The draft of step {number + 1} went to the Executive, which asked for another option to be costed.",
        )


def make_plan(path: Path, owners: int) -> None:
    """Write a plan of so many owners, each with an address."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        plan, sheet = book.add_worksheet("Action plan"), book.add_worksheet("Owners")
        plan.write(0, 0, "Peer review action plan - Quarter 3 2023/24")
        plan.write_row(2, 0, HEADINGS)
        for number, cells in enumerate(list_rows(owners), 3):
            plan.write_row(number, 0, cells)
        sheet.write_row(0, 0, ("Owner", "Name", "Email"))
        for number in range(1, owners + 1):
            sheet.write_row(number, 0, (f"Head of Service {number}", f"Name {number}", f"head{number}@council.example"))


def write_plain(sheets: tuple[Sheet, ...]) -> bytes:
    """The cells of a form's sheets by XlsxWriter, and nothing else."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for number, row in enumerate(sheet.rows):
                page.write_row(number, 0, [str(value) for value in row])
    return content.getvalue()


def measure(work: Callable[[], object]) -> float:
    """The processor's seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_owners(owners: int, folder: Path) -> tuple[float, float]:
    """The seconds of a chase of so many owners, and of writing its forms' cells plain."""
    master = folder / "plan.xlsx"
    make_plan(master, owners)
    plan = read_plan(master)
    with show_progress("file") as progress:
        seconds = measure(lambda: write_chase(plan, folder / "out", today=TODAY, progress=progress))
    forms = sorted((folder / "out" / "forms").glob("*.xlsx"))
    assert len(forms) == len(list((folder / "out" / "drafts").glob("*.eml"))) == owners
    # All forms are of one shape: twenty of them tell what one costs.
    sample = [read_sheets(path) for path in forms[:20]]
    plain = measure(lambda: [write_plain(sheets) for sheets in sample])
    return seconds, plain * owners / len(sample)


@click.command(help=__doc__)
@click.argument("owners", nargs=-1, type=click.IntRange(min=1))
def main(owners: tuple[int, ...]) -> None:
    click.echo("owners  seconds  ms an owner  times XlsxWriter")
    for number in owners or (100, 1000):
        with tempfile.TemporaryDirectory() as folder:
            seconds, plain = measure_owners(number, Path(folder))
        click.echo(f"{number:6}  {seconds:7.2f}  {seconds * 1000 / number:11.1f}  {seconds / plain:16.1f}")


if __name__ == "__main__":
    main()
