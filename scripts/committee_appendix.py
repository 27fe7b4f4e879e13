"""Write the committee appendix in a dated folder, in full and as exceptions, with the findings beside it.

Run it from cron or the Task Scheduler before papers are due; it overwrites nothing, and says in a line what it did.
Exit code 0: done, or done already; 1: done, and the plan has errors somebody should look at first; 2: it could not be
done, and the line says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import click
from job import run, save_dated

from peerxl import Severity, check_plan, read_plan
from peerxl.api import appendix_bytes, findings_bytes, link_to, reporting_quarter


def publish(master: Path, out: Path, quarter: str | None, number: str | None, today: date) -> tuple[int, str]:
    plan = read_plan(master, quarter=quarter)
    findings, slug = check_plan(plan), reporting_quarter(plan).slug

    def make(folder: Path) -> Mapping[Path, bytes]:
        report = folder / f"findings-{slug}.xlsx"
        papers = {
            folder / f"appendix-{slug}-{layout}.xlsx": appendix_bytes(plan, layout=layout, number=number)
            for layout in ("full", "exceptions")
        }
        return {**papers, report: findings_bytes(plan, findings, link_to(master, report))}

    folder, is_new = save_dated(out, today, make)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warned = f"; {errors} errors in the plan, see its findings" if errors else ""
    return int(
        errors > 0
    ), f"{plan.quarter}, {len(plan.actions)} actions: {folder}{'' if is_new else ' has it already'}{warned}"


@click.command(help=__doc__)
@click.argument("master", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder that holds the dated folders.")
@click.option("--quarter", help='The reporting quarter, where the workbook does not say it: "Q3 2023/24".')
@click.option("--number", help="The appendix's number on the agenda.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Today, as 2024-01-31.")
def main(master: Path, out: Path, quarter: str | None, number: str | None, today: datetime | None) -> None:
    day = today.date() if today else date.today()
    run("committee-appendix", out, day, lambda: publish(master, out, quarter, number, day))


if __name__ == "__main__":
    main()
