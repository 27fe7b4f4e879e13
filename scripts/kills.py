"""Kill collect, chase, the job and next at many instants, and see that nothing is lost and a second run makes it good.

python scripts/kills.py --instants 200 --seed 1

A plan of 200 actions lies in a folder with its record and the forms that came back. At each instant a run of a command
is killed (SIGKILL) before one of the file operations that an undisturbed run makes, drawn with the seed, in a fresh
copy of that folder. Then the master has to be one whole workbook, and no line of the record may be missing; the command
is run again and has to come to where the undisturbed run came, with one draft for each message and nothing left over.

Exit code 0: so it is at every instant; 1: not, and what is amiss stands in a line for each. Linux and macOS only.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import cycle
from pathlib import Path

import click

from peerxl.commands.chase.command import write_chase
from peerxl.commands.collect.command import collect
from peerxl.commands.memory import read_past
from peerxl.commands.next import next_quarter
from peerxl.commands.read import read_plan
from peerxl.commands.weekly.command import run_week
from peerxl.excel.read import read_sheets
from peerxl.files.save import A_DAY, UNFINISHED
from peerxl.record.asks import asking_of, list_doubled
from peerxl.record.reading import read_record
from peerxl.record.verify import verify_record

OWNERS = 20
MASTER, FORMS, OUT = "plan.xlsx", "returned", "out"
ASKED_ON, REMINDED_ON = date(2024, 1, 8), date(2024, 1, 15)
NOON = datetime(2024, 1, 15, 12)
WRITING = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.utime", "os.truncate"})
"""The file operations before which a run is killed; of openings those that write."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is killed: its name and the call, on a folder of its own."""

    name: str
    run: Callable[[Path], object]


DEEDS = (
    Deed("collect", lambda folder: collect(folder / MASTER, [folder / FORMS], now=NOON)),
    Deed("chase", lambda folder: write_chase(read_plan(folder / MASTER), folder / OUT, today=REMINDED_ON)),
    Deed("job", lambda folder: run_week(folder / MASTER, folder / OUT, now=NOON, week={"returned": folder / "none"})),
    Deed("next", lambda folder: next_quarter(folder / MASTER, now=NOON)),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a folder has come to: the master's cells, who is asked what by which message, and the files that lie
    ready."""

    cells: tuple[tuple[str, tuple[str, ...]], ...]
    asks: frozenset[tuple[str, tuple[str, ...], str]]
    answers: frozenset[tuple[str, tuple[str, ...]]]
    moves: int
    drafts: tuple[str, ...]


def make_base(folder: Path, rows: int) -> None:
    """A plan that has asked its owners, with the forms of half of them, filled in."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(folder / MASTER)) as book:
        plan, owners = book.add_worksheet("Plan"), book.add_worksheet("Owners")
        plan.write(0, 0, "Harbour action plan - Quarter 3 2023/24")
        headings = ("Ref", "Action", "Timescale", "Owner", "Quarter 2 update", "Quarter 3 update", "Quarter 3 comments")
        plan.write_row(1, 0, headings)
        for row in range(rows):
            owner = f"Head of Service {row % OWNERS + 1}"
            plan.write_row(2 + row, 0, (f"H{row + 1}", f"Mend pier {row + 1}", "Q4 24/25", owner, "In progress"))
        owners.write_row(0, 0, ("Owner", "Email"))
        for number in range(1, OWNERS + 1):
            owners.write_row(number, 0, (f"Head of Service {number}", f"head{number}@council.example"))
    chase = write_chase(read_plan(folder / MASTER), folder / OUT, today=ASKED_ON)
    (folder / FORMS).mkdir()
    (folder / "none").mkdir()
    for path in chase.forms[::2]:
        fill_in(path, folder / FORMS / path.name)


def fill_in(form: Path, to: Path) -> None:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(form)
    sheet = book.worksheets[0]
    lines = [[str(cell.value) for cell in row] for row in sheet.iter_rows(max_row=12)]
    (head,) = [number for number, line in enumerate(lines, 1) if "Why you are asked" in line]
    columns = {heading: number for number, heading in enumerate(lines[head - 1], 1)}
    for row in range(head + 1, sheet.max_row + 1):
        sheet.cell(row, columns["Status"]).value = "In progress"
        sheet.cell(row, columns["Comment"]).value = f"Timber for {sheet.cell(row, 1).value} came."
    book.save(to)


def count_operations(deed: Deed, base: Path, folder: Path) -> tuple[int, Outcome]:
    """How many file operations an undisturbed run makes, and what comes of it."""
    shutil.copytree(base, folder)
    reader, writer = os.pipe()

    def work() -> None:
        seen = list[str]()
        sys.addaudithook(lambda event, arguments: seen.append(event) if is_writing(event, arguments) else None)
        deed.run(folder)
        os.write(writer, str(len(seen)).encode())

    run_apart(work)
    return int(os.read(reader, 20)), look(folder)


def kill_at(deed: Deed, folder: Path, number: int) -> None:
    """Run a deed in a process of its own that is killed before its file operation of a number."""

    def work() -> None:
        left = iter(range(number))

        def hook(event: str, arguments: Sequence[object]) -> None:
            if is_writing(event, arguments) and next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        deed.run(folder)

    run_apart(work)


def is_writing(event: str, arguments: Sequence[object]) -> bool:
    if event not in WRITING:
        return False
    return event != "open" or (isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR)))


def run_apart(work: Callable[[], object]) -> None:
    """Do some work in a process of its own, of which nothing is seen here but what it leaves on the disk."""
    if child := os.fork():
        os.waitpid(child, 0)
        return
    try:
        # A child that goes on would do all that its parent has still to do.
        work()
    finally:
        os._exit(0)


def look(folder: Path) -> Outcome:
    """What a folder has come to."""
    sheets, past = read_sheets(folder / MASTER), read_past(folder / MASTER)
    quarter = "Q3 2023/24"
    asking = asking_of(past.entries, quarter)
    return Outcome(
        tuple((sheet.name, tuple(map(str, sheet.rows))) for sheet in sheets),
        frozenset((ask.event.owner.key, keys(ask.event.actions), ask.event.message) for ask in asking.asks),
        frozenset((each.event.owner.key, keys(each.event.actions)) for each in asking.answers),
        len([entry for entry in past.entries if entry.kind == "moved"]),
        tuple(sorted(str(path.relative_to(folder)) for path in folder.rglob("*.eml") if "earlier" not in path.parts)),
    )


def keys(actions: Sequence[object]) -> tuple[str, ...]:
    return tuple(sorted(map(str, actions)))


def try_instant(deed: Deed, base: Path, folder: Path, number: int, wanted: Outcome) -> Iterator[str]:
    """What is amiss once a run was killed at an instant, and once it was run again."""
    shutil.copytree(base, folder)
    before = {entry.digest for entry in read_record(folder / ".peerxl" / "record").entries}
    kill_at(deed, folder, number)
    if faults := tuple(check_whole(folder, before)):
        yield from faults
        return
    age_leftovers(folder)
    try:
        deed.run(folder)
    except Exception as error:
        yield f"the second run failed: {error!r}"
        return
    if faults := tuple(check_whole(folder, before)):
        yield from faults
        return
    now = look(folder)
    differ = [name for name in Outcome.__slots__ if getattr(now, name) != getattr(wanted, name)]
    yield from (f"{name}: not as undisturbed" for name in differ)
    yield from (f"left over: {path}" for path in list_leftovers(folder))
    if doubled := list_doubled(read_past(folder / MASTER).entries, "Q3 2023/24"):
        yield f"asked twice: {doubled[0].event.owner}"


def check_whole(folder: Path, before: set[str]) -> Iterator[str]:
    """That the master is read, and the record has all its lines."""
    try:
        if not read_plan(folder / MASTER).actions:
            yield "the master has no actions"
    except Exception as error:
        yield f"the master is not whole: {error!r}"
    record = folder / ".peerxl" / "record"
    if not before <= {entry.digest for entry in read_record(record).entries}:
        yield "a line of the record is lost"
    yield from (f"the record: {fault}" for fault in verify_record(record) if not fault.is_harmless)


def age_leftovers(folder: Path) -> None:
    """Make what the killed run left two days old, as it is when nobody can be at work on it any more."""
    for path in list_leftovers(folder):
        then = path.stat().st_mtime - 2 * A_DAY
        os.utime(path, (then, then))


def list_leftovers(folder: Path) -> list[Path]:
    return sorted(folder.rglob(f"{UNFINISHED}*"))


@click.command(help=__doc__)
@click.option("--instants", default=200, show_default=True, help="How many instants, over all commands.")
@click.option("--seed", default=1, show_default=True)
@click.option("--rows", default=200, show_default=True, help="How many actions the plan has.")
def main(instants: int, seed: int, rows: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    faults = 0
    with tempfile.TemporaryDirectory() as place:
        base = Path(place) / "base"
        base.mkdir()
        make_base(base, rows)
        counted = {deed.name: count_operations(deed, base, Path(place) / deed.name) for deed in DEEDS}
        for index, deed in zip(range(instants), cycle(DEEDS), strict=False):
            operations, wanted = counted[deed.name]
            folder, number = Path(place) / f"instant {index}", chance.randrange(operations)
            for fault in try_instant(deed, base, folder, number, wanted):
                click.echo(f"{deed.name} killed before operation {number + 1} of {operations}: {fault}")
                faults += 1
            shutil.rmtree(folder)
    operations_of = ", ".join(f"{name} {operations}" for name, (operations, _) in counted.items())
    click.echo(f"{instants} instants (file operations of a run: {operations_of}): {faults} faults")
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()
