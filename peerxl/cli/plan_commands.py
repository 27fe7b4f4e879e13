"""The commands that say what a plan, or a phrase of one, says and what is wrong with it."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.cli.options import (
    force_option,
    json_option,
    no_record_option,
    reads_paper,
    reads_plan,
    record_option,
    takes_master,
)
from peerxl.cli.printing import exit_for, print_findings, print_json, print_lines

if TYPE_CHECKING:
    from peerxl.commands.read import ReadOptions
    from peerxl.model.plan import ActionPlan


@click.command(short_help="Show the plan as it was read.")
@reads_paper
@json_option
@click.option("--explain", is_flag=True, help="Say which sheet, row and heading became which field.")
def show(plan: ActionPlan, master: Path, as_json: bool, explain: bool) -> None:
    """Show the plan as it was read."""
    from peerxl.cli.as_json.plan import dump_plan
    from peerxl.cli.as_text.plan import explain_plan, format_plan

    if as_json:
        print_json(dump_plan(plan))
    else:
        print_lines(explain_plan(plan) if explain else format_plan(plan))


def print_rules(ctx: click.Context, option: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from peerxl.checks import CHECKS
        from peerxl.cli.as_text.findings import format_rules

        print_lines(format_rules(CHECKS))
        ctx.exit()


@click.command(short_help="List what is wrong, each finding with its cell.")
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_rules,
    help="List what is checked, with a row that passes and one that fails; no MASTER is needed.",
)
@takes_master
@json_option
@click.option(
    "--report", metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Write the findings as a workbook."
)
@force_option
@click.option(
    "--fix", "is_fix", is_flag=True, help="Write the plan's own words for statuses into it; undo takes it back."
)
@click.option("--timescales", is_flag=True, help="With --fix: timescales in the house form too, as Q1 2022/23.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would be written, and write nothing.")
@record_option
@no_record_option
def check(
    master: Path,
    options: ReadOptions,
    as_json: bool,
    report: Path | None,
    force: bool,
    is_fix: bool,
    timescales: bool,
    dry_run: bool,
    record: Path | None,
    no_record: bool,
) -> None:
    """List what is wrong with the plan, each finding with its cell."""
    from peerxl.checks import check_plan
    from peerxl.commands.read import read_plan
    from peerxl.model.finding import needs_someone

    if (timescales or dry_run or record or no_record) and not is_fix:
        raise click.UsageError("--timescales, --dry-run, --record and --no-record go with --fix.")
    fixed = None
    if is_fix:
        from peerxl.commands.fix import fix

        # Nothing is put right where the report of it could not be written.
        if report is not None:
            from peerxl.commands.check import refuse_findings

            refuse_findings(report, master, options.get("settings"), force=force)
        fixed = fix(
            master,
            now=datetime.now(),
            timescales=timescales,
            dry_run=dry_run,
            record=record,
            no_record=no_record,
            **options,
        )
    if fixed and not as_json:
        from peerxl.cli.as_text.master import format_fix

        print_lines(format_fix(fixed, str(master), dry_run))
    plan = read_plan(master, may_be_paper=True, **options)
    findings = check_plan(plan)
    if report is not None:
        from peerxl.commands.check import write_findings

        write_findings(plan, findings, report, master, force=force)
    if as_json:
        from peerxl.cli.as_json.master import dump_fix
        from peerxl.cli.as_json.values import dump_findings

        print_json((dump_fix(fixed) if fixed else {}) | dump_findings(plan.quarter, findings))
    else:
        print_findings(findings, master)
    exit_for(needs_someone(findings))


@click.command(short_help="List who answers for what, open and overdue.")
@reads_plan
@json_option
def owners(plan: ActionPlan, master: Path, as_json: bool) -> None:
    """List who answers for what: each owner's spellings, open and overdue actions, and names that look like slips."""
    from peerxl.checks import check_plan
    from peerxl.checks.roster import list_owners
    from peerxl.cli.as_json.plan import dump_owners
    from peerxl.cli.as_text.plan import format_owners
    from peerxl.model.finding import needs_someone

    summaries = list_owners(plan)
    findings = tuple(finding for finding in check_plan(plan) if finding.code.startswith("owner-"))
    if as_json:
        print_json(dump_owners(plan.quarter, summaries, findings))
    else:
        print_lines(format_owners(plan, summaries))
        print_findings(findings, master)
    exit_for(needs_someone(findings))


@click.command(short_help="Read timescale phrases as fiscal quarters.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--year", metavar="YEAR", help='The plan\'s fiscal year, for phrases without one, such as "2023/24".')
@click.option("--first-month", type=click.IntRange(1, 12), default=4, help="The month years begin in; April is 4.")
@click.option(
    "--single-year",
    type=click.Choice(["fiscal", "calendar"]),
    help='What "Q1 2023" means: a quarter of the fiscal year that starts in 2023, as where nothing says it, or of the '
    "calendar year.",
)
@json_option
def timescale(
    texts: tuple[str, ...], year: str | None, first_month: int, single_year: str | None, as_json: bool
) -> None:
    """Read timescale phrases, or the lines of standard input, as fiscal quarters."""
    from peerxl.cli.as_json.plan import dump_timescale
    from peerxl.cli.as_text.plan import format_timescale
    from peerxl.language.timescales import parse_timescale, read_year
    from peerxl.model.timescale import TimescaleKind

    if year is not None and read_year(year, first_month) is None:
        raise click.BadParameter(f'{year!r} is no fiscal year; write it as "2023/24".', param_hint="--year")
    phrases = texts or tuple(line.rstrip("\r\n") for line in sys.stdin)
    readings = [parse_timescale(phrase, year, first_month=first_month, single_year=single_year) for phrase in phrases]
    if as_json:
        print_json([dump_timescale(reading) for reading in readings])
    else:
        print_lines(line for reading in readings for line in format_timescale(reading))
    exit_for(any(reading.kind is TimescaleKind.UNREADABLE for reading in readings))
