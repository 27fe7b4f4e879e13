"""Write the committee appendix in a dated folder, in full and with the open actions only, with the findings beside it.

Have cron or the Task Scheduler run it on the day before papers are due; it writes them whenever it is run, overwrites
nothing, and says in a line what it did.
Exit code 0: done, or done already; 1: done, and the plan has errors somebody should look at first; 2: it could not be
done, and the line says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

import click
from job import run, save_dated

from peerxl import Severity, check_plan, read_plan
from peerxl.commands.appendix import render_appendix
from peerxl.commands.check import render_findings
from peerxl.commands.memory import RecordOptions, require_folder
from peerxl.commands.outputs import link_to
from peerxl.commands.published import note_published
from peerxl.commands.read import require_quarter


def publish(
    master: Path,
    out: Path,
    quarter: str | None,
    number: str | None,
    today: date,
    allow: tuple[str, ...] = (),
    **keeping: Unpack[RecordOptions],
) -> tuple[int, str]:
    """Write both appendices and the findings; the exit code, and a sentence for the log.

    That the appendices were published goes on the record, where ``keeping`` says.
    """
    require_folder(master, **keeping)
    plan = read_plan(master, quarter=quarter)
    findings, slug = check_plan(plan), require_quarter(plan).slug

    def make(folder: Path) -> Mapping[Path, bytes]:
        report = folder / f"findings-{slug}.xlsx"
        papers = {
            folder / f"appendix-{slug}-{layout}.xlsx": render_appendix(plan, layout=layout, number=number, allow=allow)
            for layout in ("full", "open")
        }
        return {**papers, report: render_findings(plan, findings, link_to(master, report))}

    folder, is_new = save_dated(out, today, make)
    if is_new:
        now = datetime.combine(today, datetime.now().time())
        note_published(master, plan, sorted(folder.glob("appendix-*")), "committee-appendix", now, **keeping)
    errors = len([finding for finding in findings if finding.severity is Severity.ERROR])
    warning = f"; {errors} errors in the plan, see its findings" if errors else ""
    again = "" if is_new else " has it already"
    return 1 if errors else 0, f"{plan.quarter}, {len(plan.actions)} actions: {folder}{again}{warning}"


@click.command(help=__doc__)
@click.argument("master", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder that holds the dated folders.")
@click.option("--quarter", help='The reporting quarter, where the workbook does not say it: "Q3 2023/24".')
@click.option("--number", help="The appendix's number on the agenda.")
@click.option("--allow", multiple=True, type=click.Choice(["personal-data"]), help="Publish it all the same.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Today, as 2024-01-31.")
@click.option("--record", type=click.Path(path_type=Path), help="Where the plan's record is kept, if not beside it.")
@click.option("--no-record", is_flag=True, help="Remember nothing.")
def main(
    master: Path,
    out: Path,
    quarter: str | None,
    number: str | None,
    allow: tuple[str, ...],
    today: datetime | None,
    record: Path | None,
    no_record: bool,
) -> None:
    day = today.date() if today else date.today()
    keeping: RecordOptions = {"record": record, "no_record": no_record}
    run("committee-appendix", out, day, lambda: publish(master, out, quarter, number, day, allow, **keeping))


if __name__ == "__main__":
    main()
