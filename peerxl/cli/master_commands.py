"""The commands that make a master, that write into it, and that take it back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.cli.options import force_option, json_option, no_record_option, record_option, takes_master, takes_old
from peerxl.cli.printing import exit_for, print_faults, print_json, print_lines

if TYPE_CHECKING:
    from peerxl.commands.read import ReadOptions


@click.command()
@takes_master
@click.argument("returns", metavar="RETURN...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--accept",
    metavar="REF.FIELD=theirs|mine|both|OWNER",
    multiple=True,
    help="Settle a conflict, as PEER05.01.status=theirs; the fields are status, comment and date. Where several owners "
    "answer, name the one whose answer counts; both joins two comments. FORM.xlsx:8 takes what was refused on line 8 "
    "of a form, FORM.xlsx:8=REF for that action; 'Delayed counts as On hold' is written on the Statuses sheet.",
)
@click.option(
    "--output", metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Write the merged plan here instead."
)
@click.option(
    "--report",
    metavar="FILE.xlsx",
    type=click.Path(path_type=Path),
    help="Where the report goes, else collect-report.xlsx beside the master.",
)
@record_option
@no_record_option
@json_option
@force_option
def collect(
    master: Path,
    options: ReadOptions,
    returns: tuple[Path, ...],
    dry_run: bool,
    accept: tuple[str, ...],
    output: Path | None,
    report: Path | None,
    record: Path | None,
    no_record: bool,
    as_json: bool,
    force: bool,
) -> None:
    """Put the answers of returned forms into the plan, each in its cell.

    A RETURN is a form, a saved message (.eml, .msg), a zip file, or a folder of them. Where the plan was changed
    meanwhile it keeps its words, and the answer is listed as a conflict. A new date that is past, or not after the one
    it had, is taken and listed to be asked about. The last line says who is outstanding still.
    """
    from peerxl.cli.as_json.results import dump_collect
    from peerxl.cli.as_text.master import format_collect
    from peerxl.commands.collect import collect as collect_returns

    result = collect_returns(
        master,
        returns,
        now=datetime.now(),
        accept=accept,
        dry_run=dry_run,
        output=output,
        report=report,
        force=force,
        record=record,
        no_record=no_record,
        **options,
    )
    print_faults(result.faults)
    if as_json:
        print_json(dump_collect(result))
    else:
        print_lines(format_collect(result, dry_run))
    exit_for(not result.merge.is_clean)


@click.command()
@click.argument("master", type=click.Path(path_type=Path))
@click.option("--forget", is_flag=True, help="Give up a change that cannot be taken back.")
@record_option
@no_record_option
@json_option
def undo(master: Path, forget: bool, record: Path | None, no_record: bool, as_json: bool) -> None:
    """Take the last collect or fix back, cell by cell; what somebody has changed since is left alone."""
    from peerxl.cli.as_json.results import dump_undo
    from peerxl.cli.as_text.master import format_undo
    from peerxl.commands.undo import undo as undo_last

    # Clocks are read in these modules and nowhere below: what a command does can be done for any moment.
    result = undo_last(master, now=datetime.now(), forget=forget, record=record, no_record=no_record)
    if as_json:
        print_json(dump_undo(result))
    else:
        print_lines(format_undo(result))
    exit_for(bool(result.left))


@click.command()
@takes_old
@click.option(
    "-o",
    "--output",
    metavar="MASTER",
    type=click.Path(path_type=Path),
    help="Where to write it; else it is only shown.",
)
@click.option(
    "--from-last",
    metavar="LASTYEAR.xlsx",
    type=click.Path(path_type=Path),
    help="Carry over the refs of last year's plan to the actions with the same wording.",
)
@force_option
@json_option
def adopt(
    master: Path, options: ReadOptions, output: Path | None, from_last: Path | None, force: bool, as_json: bool
) -> None:
    """Make a proper master from any tracker: house columns, drop-downs, a ref for every action.

    The tracker is left as it is. What cannot be read is kept as it stands, and listed.
    """
    from peerxl.cli.as_json.results import dump_adopt
    from peerxl.cli.as_text.master import format_adopt
    from peerxl.commands.adopt import adopt as adopt_tracker
    from peerxl.model.finding import needs_someone

    result = adopt_tracker(master, output=output, from_last=from_last, force=force, **options)
    if as_json:
        print_json(dump_adopt(result))
    else:
        print_lines(format_adopt(result, str(master)))
    click.echo(f"wrote {output}" if output else "nothing was written; name the master with -o", err=True)
    exit_for(needs_someone(note.finding for note in result.adoption.notes))
