"""The commands that write what leaves the council's office: the appendix, the forms, the whole quarter."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from peerxl.cli.chase_commands import choose_sender, print_notes
from peerxl.cli.options import (
    allow_option,
    force_option,
    json_option,
    last_option,
    layout_option,
    no_record_option,
    number_option,
    out_option,
    outputs_option,
    reads_plan,
    record_option,
    reply_option,
    send_option,
    server_option,
    sheets_option,
    split_names,
    takes_old,
    today_option,
)
from peerxl.cli.printing import exit_for, print_json, print_lines, say
from peerxl.cli.progress import show_progress

if TYPE_CHECKING:
    from peerxl.commands.appendix import PaperOptions
    from peerxl.commands.memory import RecordOptions
    from peerxl.commands.read import ReadOptions
    from peerxl.model.plan import ActionPlan


@click.command(short_help="Write the committee appendix.")
@reads_plan
@outputs_option("Where to write it; the ending says in which form: .xlsx, .docx, .pdf, .html or .csv.")
@layout_option
@sheets_option
@last_option
@number_option
@click.option("--merged", is_flag=True, help="Merge theme cells as is traditional; not accessible, and it says so.")
@click.option(
    "--template",
    metavar="COUNCIL.docx",
    type=click.Path(path_type=Path),
    help="Write the .docx in this Word document, where {{ tables }} stands alone in a paragraph; {{ title }}, "
    "{{ subject }}, {{ council }} and {{ date }} may stand anywhere. Needs “.[word]”, as the README says.",
)
@click.option("--strict", is_flag=True, help="Refuse statuses of which nothing says what they count as.")
@allow_option
@click.option(
    "--override",
    metavar="REASON",
    default="",
    help="Write it though it holds what should be kept back; the reason goes on the record.",
)
@force_option
@record_option
@no_record_option
def appendix(
    plan: ActionPlan,
    master: Path,
    outputs: tuple[Path, ...],
    force: bool,
    record: Path | None,
    no_record: bool,
    **options: Unpack[PaperOptions],
) -> None:
    """Write the committee appendix: a summary, the actions, what changed, a timeline and notes.

    It is a workbook, a Word document, a PDF, a web page or a table of values. All the files that are named are written,
    with the same figures in each, or none.
    """
    from peerxl.commands.appendix import write_appendix
    from peerxl.commands.first_dates import say_unread_past
    from peerxl.commands.memory import require_folder
    from peerxl.commands.published import note_published

    keeping: RecordOptions = {"record": record, "no_record": no_record}
    # Nothing is published that could not be remembered.
    require_folder(master, **keeping)
    options = {**options, "recording": keeping}
    written = write_appendix(plan, *outputs, force=force, **options)
    reason = options.get("override", "")
    note_published(master, plan, written, "appendix", datetime.now(), reason, **keeping)
    print_published(plan, **options)
    for path in written:
        say(f"wrote {path}")
    for unread in say_unread_past(plan, **keeping):
        say(unread)


def print_published(plan: ActionPlan, **options: Unpack[PaperOptions]) -> None:
    """Say which personal data stands in the appendix, where that was allowed."""
    from peerxl.commands.appendix import list_published

    for place in list_published(plan, **options) if options.get("allow") or options.get("override") else ():
        say(f"published with personal data: {place}")


@click.command(short_help="Do the whole quarter in one folder.")
@reads_plan
@out_option
@layout_option
@sheets_option
@last_option
@number_option
@allow_option
@today_option
@reply_option
@send_option
@server_option
@record_option
@no_record_option
@force_option
@json_option
def quarter(
    plan: ActionPlan,
    master: Path,
    out: Path,
    today: date | None,
    reply_by: date | None,
    send: bool,
    server: str | None,
    record: Path | None,
    no_record: bool,
    force: bool,
    as_json: bool,
    **options: Unpack[PaperOptions],
) -> None:
    """Do the whole quarter: findings, appendix, return forms and chase list, in one folder.

    The mails lie ready in it, or are sent as by chase --send. Exit code 1: there are errors or warnings to look at, or
    a mail was not sent.
    """
    from peerxl.cli.as_json.papers import dump_quarter
    from peerxl.cli.as_text.papers import format_quarter
    from peerxl.commands.quarter import write_quarter
    from peerxl.model.finding import needs_someone

    now = datetime.now()
    options = {**options, "recording": {"record": record, "no_record": no_record}}
    with show_progress("file") as progress:
        result = write_quarter(
            plan,
            out,
            master,
            today=today or now.date(),
            reply_by=reply_by,
            force=force,
            now=now,
            progress=progress,
            sender=choose_sender(plan, server) if send else None,
            **options,
        )
    print_published(plan, **options)
    print_notes(result.chase)
    if as_json:
        print_json(dump_quarter(result))
    else:
        print_lines(format_quarter(result))
    is_sent = all(delivery.is_out for delivery in result.chase.deliveries)
    exit_for(needs_someone(result.findings) or not is_sent)


@click.command(short_help="Say what moved between two quarters.")
@takes_old
@click.argument("new", metavar="[NEW]", required=False, type=click.Path(path_type=Path))
@click.option("--since", metavar="QUARTER", help='The earlier quarter, such as "Q1 2023/24"; that of OLD.')
@click.option(
    "--same",
    metavar="OLD=NEW",
    multiple=True,
    callback=split_names,
    help="These two actions are one, each named by its ref or its row, as PEER05.04=PEER05.02; may be given more than "
    "once.",
)
@click.option(
    "-o", "--output", metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Write it as a workbook too."
)
@force_option
@record_option
@no_record_option
@json_option
def movement(
    master: Path,
    options: ReadOptions,
    new: Path | None,
    since: str | None,
    same: tuple[tuple[str, str], ...],
    output: Path | None,
    force: bool,
    record: Path | None,
    no_record: bool,
    as_json: bool,
) -> None:
    """Say what moved: from OLD to NEW or, of one plan, since the last quarter that it or its record tells of.

    What was completed, put back, given another date, reworded, added and taken out. Actions are known by their refs,
    else by their wording; where that leaves a doubt they are two, and it is said: --same settles it. The first and the
    last date of an action of one plan, and how often it changed, come from the record too. The options for reading are
    for both files, --quarter is that of the later one.
    """
    from peerxl.cli.as_json.movement import dump_movement
    from peerxl.cli.as_text.movement import format_movement
    from peerxl.commands.first_dates import say_unread_past
    from peerxl.commands.movement import find_movement, write_movement

    recording: RecordOptions = {"record": record, "no_record": no_record}
    result = find_movement(master, new, since=since, same=same, recording=recording, **options)
    if output is not None:
        write_movement(result, output, force=force)
    if as_json:
        print_json(dump_movement(result))
    else:
        print_lines(format_movement(result))
    if output is not None:
        say(f"wrote {output}")
    # Two plans are set against each other without what is remembered of them.
    for unread in say_unread_past(result.new.plan, **recording) if new is None else ():
        say(unread)
    exit_for(result.needs_someone)
