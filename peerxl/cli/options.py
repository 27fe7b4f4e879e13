"""What the commands share: the options of a master, of an output and of a day, and how a document is printed."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict

import click


class HowToRead(TypedDict):
    """What a master's options say of how to read it, by the names the library has for them."""

    quarter: str | None
    sheet: str | None
    columns: dict[str, str]
    settings: Path | None


def takes_master(command: Callable[..., None], metavar: str = "MASTER") -> Callable[..., None]:
    """A command that gets the master's path, how the master's options ask for it to be read, and the rest."""

    @functools.wraps(command)
    def told(
        master: Path,
        quarter: str | None,
        sheet: str | None,
        columns: tuple[str, ...],
        settings: Path | None,
        **rest: object,
    ) -> None:
        how = HowToRead(quarter=quarter, sheet=sheet, columns=named_columns(columns), settings=settings)
        command(master, how, **rest)

    argument = click.argument("master", metavar=metavar, type=click.Path(path_type=Path, readable=False))
    return argument(functools.reduce(lambda wrapped, option: option(wrapped), reversed(MASTER_OPTIONS), told))


def reads_plan(command: Callable[..., None]) -> Callable[..., None]:
    """A command that gets the plan as the master's options ask for it, the master's path, and the rest."""

    @functools.wraps(command)
    def opened(master: Path, how: HowToRead, **rest: object) -> None:
        from peerxl.api import read_plan

        command(read_plan(master, **how), master, **rest)

    return takes_master(opened)


MASTER_OPTIONS: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
    click.option("--quarter", metavar="QUARTER", help='The reporting quarter, such as "Q3 2023/24".'),
    click.option("--sheet", metavar="NAME", help="Read this sheet, where the workbook has several trackers."),
    click.option("--column", "columns", metavar="FIELD=LETTER", multiple=True, help="What a column is, as status=F."),
    click.option(
        "--settings",
        metavar="FILE.xlsx",
        type=click.Path(path_type=Path),
        help="Take the Owners, Statuses and Settings sheets of this workbook too.",
    ),
)
takes_old = functools.partial(takes_master, metavar="OLD")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
force_option = click.option("--force", is_flag=True, help="Replace files that are there already.")
today_option = click.option(
    "--today", metavar="DAY", callback=lambda _c, _p, text: day_of(text), help="Today, as 2024-01-31."
)
reply_option = click.option(
    "--reply-by", metavar="DAY", callback=lambda _c, _p, text: day_of(text), help="The day to reply by, as 2024-01-31."
)
out_option = click.option(
    "--out", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The folder to write to."
)
layout_option = click.option(
    "--layout",
    type=click.Choice(["full", "exceptions"]),
    default="full",
    show_default=True,
    help="All actions, or the open ones only.",
)
number_option = click.option("--number", metavar="N", help="The appendix's number on the agenda.")


def day_of(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no day; write it as 2024-01-31.") from error


def named_columns(columns: tuple[str, ...]) -> dict[str, str]:
    """The letters of each --column by its field."""
    from peerxl.errors import ColumnError

    pairs = [column.partition("=") for column in columns]
    for column, (_, sign, _) in zip(columns, pairs, strict=True):
        if not sign:
            raise ColumnError(column, "has no = in it")
    return {field: letters for field, _, letters in pairs}


def print_json(document: object) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def exit_with(code: int) -> None:
    click.get_current_context().exit(code)
