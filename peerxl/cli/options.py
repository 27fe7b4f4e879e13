"""The options that commands share: those of a master, of an output, of a day and of a document."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from peerxl.errors import ColumnError

if TYPE_CHECKING:
    from peerxl.commands.read import ReadOptions

Command = Callable[..., None]


def split_columns(ctx: click.Context, option: click.Parameter, columns: tuple[str, ...]) -> dict[str, str]:
    """The letters of each --column by its field."""
    pairs = [column.partition("=") for column in columns]
    for column, (_, sign, _) in zip(columns, pairs, strict=True):
        if not sign:
            raise ColumnError(column, "has no = in it")
    return {field: letters for field, _, letters in pairs}


def split_rows(ctx: click.Context, option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, int]:
    """The row of each --same by its ref."""
    split = [pair.rpartition("=") for pair in pairs]
    for pair, (ref, _, row) in zip(pairs, split, strict=True):
        if not ref.strip() or not row.strip().isdecimal():
            raise click.BadParameter(f"{pair!r} is no ref and row; write it as PEER05.02=7.")
    return {ref.strip(): int(row) for ref, _, row in split}


def split_names(ctx: click.Context, option: click.Parameter, pairs: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The two names of each --same, of an old and a new action."""
    names = [pair.partition("=") for pair in pairs]
    for pair, (old, _, new) in zip(pairs, names, strict=True):
        if not old.strip() or not new.strip():
            raise click.BadParameter(f"{pair!r} names no two actions; write it as PEER05.04=PEER05.02.")
    return tuple((old.strip(), new.strip()) for old, _, new in names)


def parse_day(ctx: click.Context, option: click.Parameter, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        # date.fromisoformat would take 20240131 and 2024-W05 too.
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no day; write it as 2024-01-31.") from error


READ_OPTIONS: dict[str, Callable[[Command], Command]] = {
    "quarter": click.option(
        "--quarter",
        metavar="QUARTER",
        help='The reporting quarter, such as "Q3 2023/24", or "Q3" where the plan says the year.',
    ),
    "sheet": click.option(
        "--sheet",
        metavar="NAME",
        multiple=True,
        callback=lambda _ctx, _option, names: names or None,
        help="Read this sheet, whatever else the workbook has; may be given more than once.",
    ),
    "all_sheets": click.option("--all-sheets", is_flag=True, help="Read every sheet that is a tracker."),
    "header_row": click.option(
        "--header-row", metavar="N", type=click.IntRange(min=1), help="The row in which the headings stand."
    ),
    "columns": click.option(
        "--column",
        "columns",
        metavar="FIELD=LETTER",
        multiple=True,
        callback=split_columns,
        help="What a column is, as status=F.",
    ),
    "settings": click.option(
        "--settings",
        metavar="FILE.xlsx",
        type=click.Path(path_type=Path),
        help="Take the Owners, Statuses and Settings sheets of this workbook too.",
    ),
}
"""The options of every command that reads a master, by the names of ``ReadOptions``."""


def takes_master(command: Command, metavar: str = "MASTER") -> Command:
    """A command that gets the master's path, how its options ask for it to be read, and its own options."""

    # Not click's own check of the file: ours says what is wrong with it and what to do.
    argument = click.argument("master", metavar=metavar, type=click.Path(path_type=Path, readable=False))
    return argument(takes_reading(command))


def takes_reading(command: Command) -> Command:
    """A command that gets, after what it reads, how its options ask for it to be read, and its own options."""

    @functools.wraps(command)
    def call(master: Any, **values: Any) -> None:
        options = cast("ReadOptions", {name: values.pop(name) for name in READ_OPTIONS})
        command(master, options, **values)

    wrapped: Command = call
    # click lists the options in the order in which they were put on, the last first.
    for option in reversed(READ_OPTIONS.values()):
        wrapped = option(wrapped)
    return wrapped


def reads_plan(command: Command, *, may_be_paper: bool = False) -> Command:
    """A command that gets the plan as the master's options ask for it, the master's path, and its own options."""

    @functools.wraps(command)
    def call(master: Path, options: ReadOptions, **values: Any) -> None:
        from peerxl.commands.read import read_plan

        command(read_plan(master, may_be_paper=may_be_paper, **options), master, **values)

    return takes_master(call)


reads_paper = functools.partial(reads_plan, may_be_paper=True)
takes_old = functools.partial(takes_master, metavar="OLD")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
force_option = click.option("--force", is_flag=True, help="Replace files that are there already.")
today_option = click.option("--today", metavar="DAY", callback=parse_day, help="Today, as 2024-01-31.")
send_option = click.option("--send", is_flag=True, help="Send the mails, instead of laying them ready.")
server_option = click.option(
    "--server",
    metavar="ADDRESS",
    help="What to send by: smtp://mail.council.example:587, graph, or graph-drafts, which lays them ready in Outlook.",
)
reply_option = click.option("--reply-by", metavar="DAY", callback=parse_day, help="The day to reply by, as 2024-01-31.")
record_option = click.option(
    "--record",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the plan's record is kept, else in .peerxl beside it.",
)
no_record_option = click.option("--no-record", is_flag=True, help="Remember nothing, and go by nothing remembered.")
out_option = click.option(
    "--out", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The folder to write to."
)


def outputs_option(help: str, *, is_required: bool = True) -> Callable[[Command], Command]:
    """The option that names the files to write, each in the form that its ending says."""
    return click.option(
        "-o",
        "--output",
        "outputs",
        required=is_required,
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=f"{help} May be given more than once.",
    )


layout_option = click.option(
    "--layout",
    type=click.Choice(["full", "exceptions", "open", "progress", "position-statement"]),
    default="full",
    show_default=True,
    help="All actions; those that are late, slipped, on hold, due or without an update; all open ones; what became of "
    "them since last time; or what was asked, done and comes next by recommendation.",
)


def split_sheets(ctx: click.Context, option: click.Parameter, text: str) -> tuple[str, ...]:
    """The sheets named, each once."""
    names = tuple(dict.fromkeys(name.strip().casefold() for name in text.split(",")))
    if wrong := [name for name in names if name not in PAPER_SHEETS]:
        raise click.BadParameter(f"{wrong[0]!r} is no sheet; they are {', '.join(PAPER_SHEETS)}.")
    return names


PAPER_SHEETS = ("summary", "actions", "what-changed", "timeline", "notes")
sheets_option = click.option(
    "--sheets",
    metavar="NAME,NAME",
    default=",".join(PAPER_SHEETS),
    show_default=True,
    callback=split_sheets,
    help="The sheets it is to have; one that has nothing to say is left out.",
)
last_option = click.option(
    "--last",
    metavar="FILE.xlsx",
    type=click.Path(path_type=Path),
    help="Last time's plan or appendix, for what changed since; else the plan's own columns tell.",
)
allow_option = click.option(
    "--allow",
    type=click.Choice(["personal-data"]),
    multiple=True,
    help="Publish it all the same: personal-data is email addresses, telephone, National Insurance and NHS numbers.",
)
number_option = click.option("--number", metavar="N", help="The appendix's number on the agenda.")
