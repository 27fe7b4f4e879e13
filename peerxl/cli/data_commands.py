"""The commands for analysts: one plan as data files, and many plans at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from peerxl.cli.options import (
    force_option,
    json_option,
    no_record_option,
    outputs_option,
    reads_plan,
    record_option,
    takes_reading,
)
from peerxl.cli.printing import exit_for, print_json, print_lines, say
from peerxl.cli.progress import show_progress

if TYPE_CHECKING:
    from peerxl.commands.memory import RecordOptions
    from peerxl.commands.portfolio.command import PortfolioOptions
    from peerxl.commands.read import ReadOptions
    from peerxl.model.plan import ActionPlan


def print_columns(ctx: click.Context, option: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from peerxl.cli.as_text.data import format_columns

        print_lines(format_columns())
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
    help="List the columns: the name, type and meaning of each; neither MASTER nor -o is needed.",
)
@reads_plan
@outputs_option("Where to write it; the ending says in which form: .csv, .parquet, .duckdb, .sqlite or .xlsx.")
@emails_option
@force_option
@record_option
@no_record_option
def export(
    plan: ActionPlan,
    master: Path,
    outputs: tuple[Path, ...],
    with_emails: bool,
    force: bool,
    record: Path | None,
    no_record: bool,
) -> None:
    """Write the plan as data: one row an action and quarter, for Power BI, Power Query and analysts.

    It is a working paper, with the owners' names and comments as they stand; email addresses are left out. A date first
    agreed that the plan has forgotten comes from the record. The same rows are in each form; all the files that are
    named are written, or none.
    """
    from peerxl.commands.export import write_export
    from peerxl.commands.first_dates import say_unread_past

    recording: RecordOptions = {"record": record, "no_record": no_record}
    for path in write_export(plan, *outputs, with_emails=with_emails, force=force, recording=recording):
        say(f"wrote {path}")
    for unread in say_unread_past(plan, **recording):
        say(unread)


@click.command()
@click.argument("master", metavar="FOLDER|PATTERN|URL...", nargs=-1, required=True)
@takes_reading
@outputs_option(
    "Where to write it: an .xlsx of what the plans come to, or the rows of all of them as .parquet, .csv, .duckdb "
    "or .sqlite, as export makes them.",
    is_required=False,
)
@json_option
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Read on the Dask cluster of this scheduler.")
@click.option("--readers", metavar="N", type=click.IntRange(min=1), help="How many processes read; one a processor.")
@click.option(
    "--seconds",
    metavar="N",
    type=click.FloatRange(min=0, min_open=True),
    default=120.0,
    show_default=True,
    help="How long a workbook may take before it is given up.",
)
@click.option(
    "--readings",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to keep what was read, so that only what has changed is read next time; by default beside the first "
    "output, and nowhere without one.",
)
@click.option(
    "--leave-out",
    metavar="NAME",
    multiple=True,
    help="A workbook not to be read, by its name as the list has it with its folder, by its bare name where it stands "
    'at the top or no other is called so, or by a pattern, as "*copy*". What is left out is named. May be given more '
    "than once.",
)
@emails_option
@force_option
def portfolio(
    master: tuple[str, ...],
    reading: ReadOptions,
    outputs: tuple[Path, ...],
    as_json: bool,
    force: bool,
    **options: Unpack[PortfolioOptions],
) -> None:
    """Read many plans at once, and set them side by side.

    It tells what was found, how they stand, who is overdue, what could not be read and why. Each FOLDER is searched
    with those below it; a URL may be any that fsspec knows. One bad file stops nothing. Forms, lists and
    papers that peerxl made are left aside. What is written is a working
    paper, with owners' names. Exit code 1: a workbook could not be read.
    """
    from peerxl.cli.as_json.portfolio import dump_portfolio
    from peerxl.cli.as_text.portfolio import format_portfolio
    from peerxl.commands.portfolio.command import read_portfolio

    with show_progress("workbook") as progress:
        result = read_portfolio(master, *outputs, reading=reading, force=force, progress=progress, **options)
    if as_json:
        print_json(dump_portfolio(result.portfolio))
    else:
        print_lines(format_portfolio(result.portfolio, date.today()))
    for path in result.outputs:
        say(f"wrote {path}")
    if result.readings:
        again = f"{result.unchanged} of {len(result.portfolio.workbooks)} were unchanged and not read again"
        say(f"{again}; what was read is kept in {result.readings}")
    exit_for(bool(result.portfolio.unread))
