"""The commands that ask owners for what is missing, and that say when that and the rest of the year's days are."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from peerxl.cli.options import (
    force_option,
    json_option,
    no_record_option,
    reads_plan,
    record_option,
    reply_option,
    send_option,
    server_option,
    today_option,
)
from peerxl.cli.printing import exit_for, print_json, print_lines, say
from peerxl.cli.progress import show_progress

if TYPE_CHECKING:
    from peerxl.commands.chase.result import ChaseResult
    from peerxl.commands.memory import RecordOptions
    from peerxl.commands.sending import MailSender
    from peerxl.model.plan import ActionPlan


@click.command(short_help="Ask each owner for what is missing, and remind them.")
@reads_plan
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="The folder to write to.")
@today_option
@reply_option
@click.option("--dry-run", is_flag=True, help="Show who would get what and why, and write nothing.")
@send_option
@server_option
@record_option
@no_record_option
@force_option
@json_option
def chase(
    plan: ActionPlan,
    master: Path,
    out: Path | None,
    today: date | None,
    reply_by: date | None,
    dry_run: bool,
    send: bool,
    server: str | None,
    force: bool,
    as_json: bool,
    **recording: Unpack[RecordOptions],
) -> None:
    """Ask each owner for what is missing, remind those who have not answered, and say who is late.

    Run it as often as you like: who gets something today is decided by the plan and by the record beside it, and nobody
    is asked twice in a day, once they have answered, or on a day that is no working day: then what goes out on the next
    one is laid ready. The day to reply by that was given first stays.

    The forms go into DIR/forms; save those that come back in DIR/returned, and collect that folder. A form that
    somebody has filled in is never written over. What the plan has no column for is not asked, and is said.

    The mails lie ready in DIR/drafts. With --send they are sent in the coordinator's name; the log-in is in the
    environment (PEERXL_SMTP_USER with PEERXL_SMTP_PASSWORD or PEERXL_SMTP_TOKEN, or PEERXL_GRAPH_CLIENT with
    PEERXL_GRAPH_TENANT). What fails is tried again at the next run.
    """
    from peerxl.cli.as_json.papers import dump_chase
    from peerxl.cli.as_text.papers import explain_chase, format_chase
    from peerxl.commands.chase.command import write_chase

    if out is None and not dry_run:
        raise click.UsageError("Name the folder to write to with --out, or add --dry-run.")
    now = datetime.now()
    sender = choose_sender(plan, server) if send and not dry_run else None
    with show_progress("file") as progress:
        result = write_chase(
            plan,
            out or Path(),
            today=today or now.date(),
            reply_by=reply_by,
            force=force,
            dry_run=dry_run,
            now=now,
            sender=sender,
            progress=progress,
            **recording,
        )
    print_notes(result)
    if as_json:
        print_json(dump_chase(result))
    else:
        print_lines(explain_chase(result) if dry_run else format_chase(result))
    exit_for(not all(delivery.is_out for delivery in result.deliveries))


@click.command(short_help="List the year's dates, for Outlook too.")
@reads_plan
@click.option("--ics", metavar="FILE.ics", type=click.Path(path_type=Path), help="Write them for Outlook and others.")
@today_option
@force_option
@json_option
def calendar(plan: ActionPlan, master: Path, ics: Path | None, today: date | None, force: bool, as_json: bool) -> None:
    """List the year's dates: when owners are asked, reminded and to reply, when papers are due and published.

    They are counted back from the committee's dates, or the days its papers are due, on the Settings sheet.
    """
    from peerxl.cli.as_json.papers import dump_calendar
    from peerxl.cli.as_text.papers import format_calendar
    from peerxl.commands.calendar import list_calendar, write_calendar

    result = write_calendar(plan, ics, today=today or date.today(), force=force) if ics else list_calendar(plan)
    if as_json:
        print_json(dump_calendar(result))
    else:
        print_lines(format_calendar(result))
    if result.undated:
        names = ", ".join(map(str, result.undated))
        say(f"Nothing on the Settings sheet says when the committee hears {names}.")
    if ics:
        say(f"wrote {ics}")


def choose_sender(plan: ActionPlan, server: str | None) -> MailSender:
    """What mails are sent by, as it is named on the command line, on the Settings sheet or in the environment."""
    from peerxl.commands.sending import find_sender

    return find_sender(server, plan.settings, os.environ, say)


def print_notes(chase: ChaseResult) -> None:
    """Say what an officer should know of the record and of the day."""
    for note in chase.notes:
        say(note)
