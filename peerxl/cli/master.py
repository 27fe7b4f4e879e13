"""The commands that make a master, that write into it, and that take it back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from peerxl.cli.options import HowToRead, exit_with, force_option, json_option, print_json, takes_master, takes_old


@click.command()
@takes_master
@click.argument("returns", metavar="RETURN...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--accept",
    metavar="REF.FIELD=theirs|mine|OWNER",
    multiple=True,
    help="Settle a conflict, as PEER05.01.status=theirs; the fields are status, comment and date. Where several owners "
    "answer, name the one whose answer counts.",
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
@json_option
@force_option
def collect(
    master: Path,
    how: HowToRead,
    returns: tuple[Path, ...],
    dry_run: bool,
    accept: tuple[str, ...],
    output: Path | None,
    report: Path | None,
    as_json: bool,
    force: bool,
) -> None:
    """Put the answers of returned forms (files, or folders of them) into the plan, each in its cell.

    Where the plan was changed meanwhile it keeps its words, and the answer is listed as a conflict.
    """
    from peerxl.cli.as_json import collected_json
    from peerxl.cli.as_text_master import collected_lines
    from peerxl.commands import collect as collecting

    collected = collecting.collect(
        master,
        returns,
        now=datetime.now(),
        **how,
        accept=accept,
        dry_run=dry_run,
        output=output,
        report=report,
        force=force,
    )
    if as_json:
        print_json(collected_json(collected))
    else:
        click.echo("\n".join(collected_lines(collected, dry_run)))
    exit_with(0 if collected.merge.is_clean else 1)


@click.command()
@click.argument("master", type=click.Path(path_type=Path))
@click.option("--forget", is_flag=True, help="Give up a change that cannot be taken back.")
@json_option
def undo(master: Path, forget: bool, as_json: bool) -> None:
    """Take the last collect or fix back, cell by cell; what somebody has changed since is left alone."""
    from peerxl.cli.as_json import undone_json
    from peerxl.cli.as_text_master import undone_lines
    from peerxl.commands import undo as undoing

    undone = undoing.undo(master, now=datetime.now(), forget=forget)
    if as_json:
        print_json(undone_json(undone))
    else:
        click.echo("\n".join(undone_lines(undone)))
    exit_with(1 if undone.left else 0)


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
    master: Path, how: HowToRead, output: Path | None, from_last: Path | None, force: bool, as_json: bool
) -> None:
    """Make a proper master from any tracker: house columns, drop-downs, a ref for every action.

    The tracker is left as it is. What cannot be read is kept as it stands, and listed.
    """
    from peerxl.cli.as_json import adopted_json
    from peerxl.cli.as_text_master import adopted_lines
    from peerxl.commands import adopt as adopting
    from peerxl.model.finding import needs_someone

    adopted = adopting.adopt(master, output=output, from_last=from_last, **how, force=force)
    if as_json:
        print_json(adopted_json(adopted))
    else:
        click.echo("\n".join(adopted_lines(adopted, str(master))))
    click.echo(f"wrote {output}" if output else "nothing was written; name the master with -o", err=True)
    exit_with(1 if needs_someone(note.finding for note in adopted.adoption.notes) else 0)
