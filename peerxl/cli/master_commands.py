"""The commands that make a master, that write into it, and that take it back."""

from __future__ import annotations

from datetime import datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.cli.options import (
    force_option,
    json_option,
    no_record_option,
    record_option,
    split_rows,
    takes_master,
    takes_old,
)
from peerxl.cli.printing import exit_for, print_faults, print_json, print_lines, say

if TYPE_CHECKING:
    from peerxl.commands.memory import RecordOptions
    from peerxl.commands.read import ReadOptions


@click.command(short_help="Put the answers of returned forms into the plan.")
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
    help="Where the report goes, else beside the master under a name with the time.",
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
    it had, is held back and listed to be asked about, and a form that says no more than it was sent with is named. The
    last line says who is outstanding still.
    """
    from peerxl.cli.as_json.master import dump_collect
    from peerxl.cli.as_text.master import format_collect
    from peerxl.commands.collect.command import collect as collect_returns

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
        by=getuser(),
        **options,
    )
    print_faults(result.faults)
    if as_json:
        print_json(dump_collect(result))
    else:
        print_lines(format_collect(result, dry_run))
    exit_for(not result.merge.is_clean)


@click.command(short_help="Take the last collect, fix or next back.")
@click.argument("master", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be taken back, and write nothing.")
@click.option("--forget", is_flag=True, help="Give up a change that cannot be taken back.")
@record_option
@no_record_option
@json_option
def undo(master: Path, dry_run: bool, forget: bool, record: Path | None, no_record: bool, as_json: bool) -> None:
    """Take the last collect, fix or next back, cell by cell.

    What somebody has changed since, and what stands in a row that cannot be told for sure, is left alone and said.
    """
    from peerxl.cli.as_json.master import dump_undo
    from peerxl.cli.as_text.master import format_undo
    from peerxl.commands.undo import undo as undo_last

    # Clocks are read in these modules and nowhere below: what a command does can be done for any moment.
    result = undo_last(master, now=datetime.now(), forget=forget, dry_run=dry_run, record=record, no_record=no_record)
    if as_json:
        print_json(dump_undo(result))
    else:
        print_lines(format_undo(result, is_dry=dry_run))
    exit_for(bool(result.left))


@click.command("next", short_help="Move the plan on to its next quarter.")
@takes_master
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@record_option
@no_record_option
@json_option
def next_command(
    master: Path, options: ReadOptions, dry_run: bool, record: Path | None, no_record: bool, as_json: bool
) -> None:
    """Move the plan on to its next quarter: where the quarter is said, and columns for it like the last ones.

    The columns stand next to the last quarter's where the cells there are empty, else at the right edge; what stands
    there is never moved. All else in the workbook stays as it is, and undo takes it back.
    """
    from peerxl.cli.as_json.master import dump_next
    from peerxl.cli.as_text.master import format_next
    from peerxl.commands.next import next_quarter

    result = next_quarter(master, now=datetime.now(), dry_run=dry_run, record=record, no_record=no_record, **options)
    if as_json:
        print_json(dump_next(result))
    else:
        print_lines(format_next(result, is_dry=dry_run))


@click.command("new-year", short_help="Make next year's plan of the open actions.")
@takes_master
@click.option(
    "-o", "--output", required=True, metavar="NEW", type=click.Path(path_type=Path), help="Where to write it."
)
@click.option("--with-closed", is_flag=True, help="Take along what was closed in the quarter last reported.")
@force_option
@record_option
@no_record_option
@json_option
def new_year_command(
    master: Path,
    options: ReadOptions,
    output: Path,
    with_closed: bool,
    force: bool,
    record: Path | None,
    no_record: bool,
    as_json: bool,
) -> None:
    """Make next year's plan: the open actions under their refs, with four empty quarters.

    Owners, addresses, status words and settings come along; what was last said of each action stands in two columns of
    its own, and a date first agreed that the plan has forgotten comes from the record. This year's plan is left as it
    is.
    """
    from peerxl.cli.as_json.master import dump_new_year
    from peerxl.cli.as_text.master import format_new_year
    from peerxl.commands.new_year import new_year

    recording: RecordOptions = {"record": record, "no_record": no_record}
    result = new_year(master, output, with_closed=with_closed, force=force, recording=recording, **options)
    if as_json:
        print_json(dump_new_year(result))
    else:
        print_lines(format_new_year(result))
    say(f"wrote {output}")
    for unread in result.unread:
        say(unread)
    exit_for(bool(result.differences))


@click.command(short_help="Make a proper master from any tracker.")
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
    help="Carry over last year's refs to the actions with the same wording, and the owners' names and addresses.",
)
@click.option(
    "--same",
    metavar="REF=ROW",
    multiple=True,
    callback=split_rows,
    help="With --from-last: the action in this row is last year's of this ref, as PEER05.02=7.",
)
@force_option
@json_option
def adopt(
    master: Path,
    options: ReadOptions,
    output: Path | None,
    from_last: Path | None,
    same: dict[str, int],
    force: bool,
    as_json: bool,
) -> None:
    """Make a proper master from any tracker: house columns, drop-downs, a ref for every action.

    The tracker is left as it is. What cannot be read is kept as it stands, and listed.
    """
    from peerxl.cli.as_json.master import dump_adopt
    from peerxl.cli.as_text.master import format_adopt
    from peerxl.commands.adopt import adopt as adopt_tracker
    from peerxl.model.finding import needs_someone

    result = adopt_tracker(master, output=output, from_last=from_last, same=same, force=force, **options)
    if as_json:
        print_json(dump_adopt(result))
    else:
        print_lines(format_adopt(result, str(master)))
    say(f"wrote {output}" if output else "nothing was written; name the master with -o")
    exit_for(needs_someone(note.finding for note in result.adoption.notes))
