"""The command line: each command one call of the library and its printing."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from peerxl.model.finding import Findings
    from peerxl.model.plan import ActionPlan

COULD_NOT_RUN = 2


class PeerxlGroup(click.Group):
    """Commands whose failed operations end in one sentence and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        from peerxl.errors import PeerxlError

        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read the output has seen enough; click knows what to do
            raise
        except PeerxlError as error:
            click.echo(f"peerxl: {error}", err=True)
        except OSError as error:
            click.echo(f"peerxl: {error.filename or 'the output'}: {error.strerror}; nothing more was done.", err=True)
        return ctx.exit(COULD_NOT_RUN)


@click.group(cls=PeerxlGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="peerxl", message="%(prog)s %(version)s")
def main() -> None:
    """Check, chase and publish the action plan your council keeps in Excel.

    Results go to standard output and talk to standard error. Exit code 0: clean, or advice only; 1: errors or warnings
    to look at; 2: it could not be done, and nothing was written.
    """
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def reads_plan(command: Callable[..., None]) -> Callable[..., None]:
    """A command over a master: it gets the plan as the master's options ask for it, the master's path, and the rest."""

    @functools.wraps(command)
    def opened(
        master: Path,
        quarter: str | None,
        sheet: str | None,
        columns: tuple[str, ...],
        settings: Path | None,
        **rest: object,
    ) -> None:
        command(open_plan(master, quarter, sheet, columns, settings), master, **rest)

    return takes_master(opened)


def takes_master(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the master and the options that say how to read it."""
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(MASTER_OPTIONS), command)


MASTER_OPTIONS: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
    click.argument("master", type=click.Path(path_type=Path, readable=False)),
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


def open_plan(
    master: Path, quarter: str | None, sheet: str | None, columns: tuple[str, ...], settings: Path | None
) -> ActionPlan:
    """The plan as the options ask for it."""
    from peerxl.api import read_plan

    return read_plan(master, quarter=quarter, sheet=sheet, columns=named_columns(columns), settings=settings)


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


@main.command()
@reads_plan
@json_option
@click.option("--explain", is_flag=True, help="Say which sheet, row and heading became which field.")
def show(
    plan: ActionPlan,
    master: Path,
    as_json: bool,
    explain: bool,
) -> None:
    """Show the plan as it was read."""
    from peerxl.exchange import plan_json
    from peerxl.printing import explanation, plan_lines

    if as_json:
        print_json(plan_json(plan))
        return
    click.echo("\n".join(explanation(plan) if explain else plan_lines(plan)))


COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}


def print_findings(findings: Findings, master: Path) -> None:
    """Grouped and in colour for somebody who looks on; a plain line each for anything else."""
    from peerxl.printing import finding_lines, grouped_lines

    if not sys.stdout.isatty():
        click.echo("".join(f"{line}\n" for line in finding_lines(findings, str(master))), nl=False)
        return
    for line, severity in grouped_lines(findings):
        click.secho(line, fg=COLOURS[severity] if severity else None, bold=severity is not None)


def print_rules(ctx: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from peerxl.checks import CHECKS
        from peerxl.printing import rule_lines

        click.echo("\n".join(rule_lines(CHECKS)), nl=False)
        ctx.exit()


@main.command()
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_rules,
    help="List what is checked, with a row that passes and one that fails.",
)
@reads_plan
@json_option
@click.option(
    "--report", metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Write the findings as a workbook."
)
@force_option
def check(
    plan: ActionPlan,
    master: Path,
    as_json: bool,
    report: Path | None,
    force: bool,
) -> None:
    """List what is wrong with the plan, each finding with its cell."""
    from peerxl.api import write_findings
    from peerxl.checks import check_plan
    from peerxl.exchange import findings_json
    from peerxl.model.finding import needs_someone

    findings = check_plan(plan)
    if report is not None:
        write_findings(plan, findings, report, master, force=force)
    if as_json:
        print_json(findings_json(plan.quarter, findings))
    else:
        print_findings(findings, master)
    exit_with(1 if needs_someone(findings) else 0)


@main.command()
@reads_plan
@click.option(
    "-o", "--output", required=True, metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Where to write it."
)
@layout_option
@number_option
@click.option("--merged", is_flag=True, help="Merge theme cells as is traditional; not accessible, and it says so.")
@force_option
def appendix(
    plan: ActionPlan,
    master: Path,
    output: Path,
    layout: str,
    number: str | None,
    merged: bool,
    force: bool,
) -> None:
    """Write the committee appendix."""
    from peerxl.api import write_appendix

    write_appendix(plan, output, layout=layout, number=number, merged=merged, force=force)
    click.echo(f"wrote {output}", err=True)


@main.command()
@reads_plan
@out_option
@today_option
@reply_option
@force_option
@json_option
def chase(
    plan: ActionPlan,
    master: Path,
    out: Path,
    today: date | None,
    reply_by: date | None,
    force: bool,
    as_json: bool,
) -> None:
    """Write a return form for each owner who has something to answer, and the list of who was asked."""
    from peerxl.api import write_chase
    from peerxl.exchange import chase_json
    from peerxl.printing import chase_lines

    chased = write_chase(plan, out, today=today or date.today(), reply_by=reply_by, force=force)
    if as_json:
        print_json(chase_json(chased.chase, map(str, chased.forms)))
    else:
        click.echo("\n".join(chase_lines(chased)))


@main.command()
@reads_plan
@out_option
@layout_option
@number_option
@today_option
@reply_option
@force_option
@json_option
def quarter(
    plan: ActionPlan,
    master: Path,
    out: Path,
    layout: str,
    number: str | None,
    today: date | None,
    reply_by: date | None,
    force: bool,
    as_json: bool,
) -> None:
    """Do the whole quarter: findings, appendix, return forms and chase list, in one folder."""
    from peerxl.api import write_quarter
    from peerxl.exchange import quarter_json
    from peerxl.model.finding import needs_someone
    from peerxl.printing import quarter_lines

    done = write_quarter(
        plan, out, master, today=today or date.today(), reply_by=reply_by, layout=layout, number=number, force=force
    )
    if as_json:
        print_json(quarter_json(done))
    else:
        click.echo("\n".join(quarter_lines(done)))
    exit_with(1 if needs_someone(done.findings) else 0)


@main.command()
@takes_master
@click.argument("returns", metavar="RETURN...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--accept",
    metavar="REF.FIELD=theirs|mine",
    multiple=True,
    help="Settle a conflict, as PEER05.01.status=theirs; the fields are status, comment and date.",
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
    quarter: str | None,
    sheet: str | None,
    columns: tuple[str, ...],
    settings: Path | None,
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
    from peerxl import collecting
    from peerxl.exchange import collected_json
    from peerxl.printing import collected_lines

    collected = collecting.collect(
        master,
        returns,
        now=datetime.now(),
        quarter=quarter,
        sheet=sheet,
        columns=named_columns(columns),
        settings=settings,
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


@main.command()
@click.argument("master", type=click.Path(path_type=Path))
@json_option
def undo(master: Path, as_json: bool) -> None:
    """Take the last collect back, cell by cell; what somebody has changed since is left alone."""
    from peerxl import collecting
    from peerxl.exchange import undone_json
    from peerxl.printing import undone_lines

    undone = collecting.undo(master, now=datetime.now())
    if as_json:
        print_json(undone_json(undone))
    else:
        click.echo("\n".join(undone_lines(undone)))
    exit_with(1 if undone.left else 0)


@main.command()
@reads_plan
@json_option
def owners(plan: ActionPlan, master: Path, as_json: bool) -> None:
    """List who answers for what: each owner's spellings, open and overdue actions, and names that look like slips."""
    from peerxl.checks import check_plan
    from peerxl.exchange import owners_json
    from peerxl.printing import owner_lines
    from peerxl.roster import list_owners

    standings = list_owners(plan)
    findings = tuple(finding for finding in check_plan(plan) if finding.code.startswith("owner-"))
    if as_json:
        print_json(owners_json(plan.quarter, standings, findings))
    else:
        click.echo("\n".join(owner_lines(plan, standings)))
        print_findings(findings, master)


@main.command()
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--year", metavar="YEAR", help='The plan\'s fiscal year, for phrases without one, such as "2023/24".')
@json_option
def timescale(texts: tuple[str, ...], year: str | None, as_json: bool) -> None:
    """Read timescale phrases, or the lines of standard input, as fiscal quarters."""
    from peerxl.exchange import timescale_json
    from peerxl.language.timescales import parse_timescale, read_year
    from peerxl.model.timescale import Kind
    from peerxl.printing import timescale_lines

    if year is not None and read_year(year) is None:
        raise click.BadParameter(f'{year!r} is no fiscal year; write it as "2023/24".', param_hint="--year")
    phrases = texts or tuple(line.rstrip("\r\n") for line in sys.stdin)
    readings = [parse_timescale(phrase, year) for phrase in phrases]
    if as_json:
        print_json([timescale_json(reading) for reading in readings])
    else:
        for reading in readings:
            click.echo("\n".join(timescale_lines(reading)))
    exit_with(1 if any(reading.kind is Kind.UNREADABLE for reading in readings) else 0)
