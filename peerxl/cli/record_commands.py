"""The commands that tell what is remembered of a plan: who has replied, and what happened."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.cli.options import json_option, record_option, takes_master, today_option
from peerxl.cli.printing import print_faults, print_json, print_lines

if TYPE_CHECKING:
    from peerxl.commands.read import ReadOptions


@click.command(short_help="Say who has answered this quarter, and who has not.")
@takes_master
@today_option
@record_option
@json_option
def replies(master: Path, options: ReadOptions, today: date | None, record: Path | None, as_json: bool) -> None:
    """Say who has answered what was asked this quarter, when, and who is outstanding with what."""
    from peerxl.cli.as_json.record import dump_replies
    from peerxl.cli.as_text.record import format_replies
    from peerxl.commands.replies import read_replies

    result = read_replies(master, today=today or date.today(), record=record, **options)
    print_faults(result.faults)
    if as_json:
        print_json(dump_replies(result))
    else:
        print_lines(format_replies(result))


@click.command(short_help="Say what happened to the plan, oldest first.")
@takes_master
@click.argument("about", metavar="[ACTION|OWNER]", default="")
@record_option
@json_option
def history(master: Path, options: ReadOptions, about: str, record: Path | None, as_json: bool) -> None:
    """Say what happened to the plan, to one action or with one owner, oldest first.

    An action is given by its ref, and one without a ref by its row ("row 7") or by its first words. Below what happened
    stand the dates that were moved: the first that an action ever had, and every later one.
    """
    from peerxl.cli.as_json.record import dump_history
    from peerxl.cli.as_text.record import format_history
    from peerxl.commands.history import read_history

    result = read_history(master, about, record=record, **options)
    print_faults(result.faults)
    if as_json:
        print_json(dump_history(result))
    else:
        print_lines(format_history(result))
