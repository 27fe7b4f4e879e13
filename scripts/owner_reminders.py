"""The whole of a week, or a day: collect what came back, ask and remind who is due, and say how things stand.

Run it weekly or daily from cron, systemd or the Windows Task Scheduler (scripts/schedule has a file for each): the
plan's record says who is due, nobody is asked twice, and two runs never overlap. In the folder it keeps a page
this-week.xlsx, a log with a line for each run, a folder for each day on which anything goes out, "returned" for what
comes back, and "collected" for what was done with.

Exit code 0: done, or nothing to do; 1: done, and the page lists what needs you; 2: not all could be done, and the line
says why.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

import click
from job import run

from peerxl.cli.options import no_record_option, record_option, takes_master, today_option
from peerxl.commands.memory import RecordOptions
from peerxl.commands.read import ReadOptions
from peerxl.commands.sending import MailSender, find_sender
from peerxl.commands.weekly.command import WeekOptions, run_week
from peerxl.model.settings import Settings


@click.command(help=__doc__)
@takes_master
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder that all of it is kept in.")
@click.option("--returned", type=click.Path(path_type=Path), help="Where what comes back is saved, if not there.")
@click.option("--send", is_flag=True, help="Send the mails, instead of laying them ready.")
@click.option("--server", metavar="ADDRESS", help="What to send by, as chase takes it.")
@today_option
@record_option
@no_record_option
def main(
    master: Path,
    options: ReadOptions,
    out: Path,
    returned: Path | None,
    send: bool,
    server: str | None,
    today: date | None,
    **keeping: Unpack[RecordOptions],
) -> None:
    now = datetime.combine(today or date.today(), datetime.now().time())

    def sender_of(settings: Settings) -> MailSender:
        return find_sender(server, settings, os.environ, lambda words: click.echo(words, err=True))

    week: WeekOptions = {"returned": returned, "find_sender": sender_of if send else None}

    def work() -> tuple[int, str]:
        result = run_week(master, out, now=now, week=week, keeping=keeping, **options)
        return result.exit_code, result.sentence

    run("owner-reminders", out, now.date(), work)


if __name__ == "__main__":
    main()
