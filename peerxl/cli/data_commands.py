"""The commands for analysts: one plan as data files, and many plans at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.cli.options import force_option, reads_plan

if TYPE_CHECKING:
    from peerxl.model.plan import ActionPlan


def print_columns(ctx: click.Context, option: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from peerxl.cli.as_text.data import format_columns

        click.echo("\n".join(format_columns()))
        ctx.exit()


emails_option = click.option(
    "--with-emails", is_flag=True, help="Keep email addresses, which are left out otherwise, in comments too."
)


@click.command(short_help="Write the plan as data, for spreadsheets and databases.")
@click.option(
    "--columns",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_columns,
    help="List the columns: the name, type and meaning of each.",
)
@reads_plan
@click.option(
    "-o",
    "--output",
    "outputs",
    required=True,
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write it; the ending says in which form: .csv, .parquet, .duckdb, .sqlite or .xlsx. May be given "
    "more than once.",
)
@emails_option
@force_option
def export(plan: ActionPlan, master: Path, outputs: tuple[Path, ...], with_emails: bool, force: bool) -> None:
    """Write the plan as data: one row an action and quarter, for Power BI, Power Query and analysts.

    It is a working paper, with the owners' names and comments as they stand; email addresses are left out. The same
    rows are in each form; all the files that are named are written, or none.
    """
    from peerxl.commands.export import write_export

    for path in write_export(plan, *outputs, with_emails=with_emails, force=force):
        click.echo(f"wrote {path}", err=True)
