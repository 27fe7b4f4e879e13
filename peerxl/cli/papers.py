"""The commands that write what leaves the council's office: the appendix, the forms, the whole quarter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.cli.options import (
    exit_with,
    force_option,
    json_option,
    layout_option,
    number_option,
    out_option,
    print_json,
    reads_plan,
    reply_option,
    today_option,
)

if TYPE_CHECKING:
    from peerxl.model.plan import ActionPlan


@click.command()
@reads_plan
@click.option(
    "-o", "--output", required=True, metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Where to write it."
)
@layout_option
@number_option
@click.option("--merged", is_flag=True, help="Merge theme cells as is traditional; not accessible, and it says so.")
@force_option
def appendix(
    plan: ActionPlan,
    master: Path,
    output: Path,
    layout: str,
    number: str | None,
    merged: bool,
    force: bool,
) -> None:
    """Write the committee appendix."""
    from peerxl.api import write_appendix

    write_appendix(plan, output, layout=layout, number=number, merged=merged, force=force)
    click.echo(f"wrote {output}", err=True)


@click.command()
@reads_plan
@out_option
@today_option
@reply_option
@force_option
@json_option
def chase(
    plan: ActionPlan,
    master: Path,
    out: Path,
    today: date | None,
    reply_by: date | None,
    force: bool,
    as_json: bool,
) -> None:
    """Write a return form for each owner who has something to answer, and the list of who was asked."""
    from peerxl.api import write_chase
    from peerxl.cli.as_json import chase_json
    from peerxl.cli.as_text_plan import chase_lines

    chased = write_chase(plan, out, today=today or date.today(), reply_by=reply_by, force=force)
    if as_json:
        print_json(chase_json(chased.chase, map(str, chased.forms)))
    else:
        click.echo("\n".join(chase_lines(chased)))


@click.command()
@reads_plan
@out_option
@layout_option
@number_option
@today_option
@reply_option
@force_option
@json_option
def quarter(
    plan: ActionPlan,
    master: Path,
    out: Path,
    layout: str,
    number: str | None,
    today: date | None,
    reply_by: date | None,
    force: bool,
    as_json: bool,
) -> None:
    """Do the whole quarter: findings, appendix, return forms and chase list, in one folder."""
    from peerxl.api import write_quarter
    from peerxl.cli.as_json import quarter_json
    from peerxl.cli.as_text_plan import quarter_lines
    from peerxl.model.finding import needs_someone

    done = write_quarter(
        plan, out, master, today=today or date.today(), reply_by=reply_by, layout=layout, number=number, force=force
    )
    if as_json:
        print_json(quarter_json(done))
    else:
        click.echo("\n".join(quarter_lines(done)))
    exit_with(1 if needs_someone(done.findings) else 0)
