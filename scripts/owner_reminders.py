"""Ask, remind and chase every owner who is due today: return forms and a chase list in a dated folder.

Run it weekly or daily from cron or the Task Scheduler: the plan's record says who is due, and nobody is asked twice. It
overwrites nothing, and says in a line what it did. Exit code 0: done, or nothing to do; 2: it could not be done, and
the line says why.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from pathlib import Path

import click
from job import run

from peerxl import read_plan, write_chase
from peerxl.commands.chase_day import ChaseResult
from peerxl.documents.wording import counted, weekday_words


def remind(master: Path, out: Path, quarter: str | None, today: date) -> tuple[int, str]:
    """Write what is due today; the exit code, and a sentence for the log."""
    plan, folder = read_plan(master, quarter=quarter), free_folder(out, today)
    chase = write_chase(plan, folder, today=today, dry_run=True)
    if chase.outgoing:
        chase = write_chase(plan, folder, today=today, now=datetime.now())
    return 0, " ".join((describe(chase, folder), *chase.notes))


def describe(chase: ChaseResult, folder: Path) -> str:
    """What was done, or that nothing was and when the next is due."""
    quarter, nobody = chase.chase.quarter, counted(len(chase.chase.unowned), "action")
    left = f", nobody to ask about {nobody}" if chase.chase.unowned else ""
    if not chase.outgoing:
        later = f"; next on {weekday_words(chase.next_on)}" if chase.next_on else ""
        return f"0 due for {quarter}{later}{left}."
    questions = sum(len(each.asks) for each in chase.outgoing)
    owners = counted(len(chase.outgoing), "owner")
    return f"{owners}, {counted(questions, 'question')} for {quarter}{left}: {folder}."


def free_folder(out: Path, today: date) -> Path:
    """A folder named for the day that is not there yet."""
    names = (today.isoformat() if number == 1 else f"{today.isoformat()} ({number})" for number in count(1))
    return next(folder for name in names if not (folder := out / name).exists())


@click.command(help=__doc__)
@click.argument("master", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder that holds the dated folders.")
@click.option("--quarter", help='The reporting quarter, where the workbook does not say it: "Q3 2023/24".')
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Today, as 2024-01-31.")
def main(master: Path, out: Path, quarter: str | None, today: datetime | None) -> None:
    day = today.date() if today else date.today()
    run("owner-reminders", out, day, lambda: remind(master, out, quarter, day))


if __name__ == "__main__":
    main()
