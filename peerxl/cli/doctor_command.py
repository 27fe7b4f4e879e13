"""The command that looks for what would silently break the job that runs by itself."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from peerxl.cli.options import json_option, no_record_option, record_option, takes_master, today_option
from peerxl.cli.printing import print_json, print_lines

if TYPE_CHECKING:
    from peerxl.commands.memory import RecordOptions
    from peerxl.commands.read import ReadOptions


@click.command(short_help="Say what would silently break the job, and what to do.")
@takes_master
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="The folder that the job writes to.")
@today_option
@record_option
@no_record_option
@json_option
def doctor(
    master: Path,
    options: ReadOptions,
    out: Path | None,
    today: date | None,
    as_json: bool,
    **keeping: Unpack[RecordOptions],
) -> None:
    """Say what would silently break the job that runs by itself, and what to do about it.

    Whether the workbook can be read and written, whether somebody has it open or another run is at work, the folders,
    the record, the quarter, the owners' addresses, today's messages, and the mail server where one is set. Nothing is
    changed. Exit code 0: all is well; 1: something needs you; 2: a run could not be done.
    """
    from peerxl.cli.as_json.doctor import dump_doctor
    from peerxl.cli.as_text.doctor import format_doctor
    from peerxl.commands.doctor import examine

    day = today or date.today()
    result = examine(master, today=day, out=out, environment=os.environ, keeping=keeping, **options)
    if as_json:
        print_json(dump_doctor(result))
    else:
        print_lines(format_doctor(result))
    click.get_current_context().exit(result.exit_code)
