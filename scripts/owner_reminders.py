"""Ask every owner for what is missing this quarter: return forms and a chase list in a dated folder.

Run it weekly from cron or the Task Scheduler; it overwrites nothing, and says in a line what it did. Exit code 0: done,
or nothing to do; 2: it could not be done, and the line says why.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click
from job import run, save_dated

from peerxl import read_plan
from peerxl.commands.chase import prepare_chase


def remind(master: Path, out: Path, quarter: str | None, today: date) -> tuple[int, str]:
    """Write the forms and the list; the exit code, and a sentence for the log."""
    plan = read_plan(master, quarter=quarter)
    chase = prepare_chase(plan, out, today=today).chase
    if not chase.asks and not chase.unowned:
        return 0, f"nothing to ask for {chase.quarter}"
    folder, is_new = save_dated(out, today, lambda folder: prepare_chase(plan, folder, today=today).contents)
    figures = f"{len(chase.owners)} owners, {len(chase.asks)} questions for {chase.quarter}"
    nobody = f", nobody to ask about {len(chase.unowned)} actions" if chase.unowned else ""
    return 0, f"{figures}{nobody}: {folder if is_new else f'{folder} has them already'}"


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
