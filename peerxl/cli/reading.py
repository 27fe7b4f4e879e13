"""The commands that say what a plan says and what is wrong with it."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.cli.options import HowToRead, exit_with, force_option, json_option, print_json, reads_plan, takes_master

if TYPE_CHECKING:
    from peerxl.model.finding import Findings
    from peerxl.model.plan import ActionPlan


@click.command()
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
    from peerxl.cli.as_json import plan_json
    from peerxl.cli.as_text_plan import explanation, plan_lines

    if as_json:
        print_json(plan_json(plan))
        return
    click.echo("\n".join(explanation(plan) if explain else plan_lines(plan)))


COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}


def print_findings(findings: Findings, master: Path) -> None:
    """Grouped and in colour for somebody who looks on; a plain line each for anything else."""
    from peerxl.cli.as_text_plan import finding_lines, grouped_lines

    if not sys.stdout.isatty():
        click.echo("".join(f"{line}\n" for line in finding_lines(findings, str(master))), nl=False)
        return
    for line, severity in grouped_lines(findings):
        click.secho(line, fg=COLOURS[severity] if severity else None, bold=severity is not None)


def print_rules(ctx: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from peerxl.checks import CHECKS
        from peerxl.cli.as_text_plan import rule_lines

        click.echo("\n".join(rule_lines(CHECKS)), nl=False)
        ctx.exit()


def refuse_report(report: Path, master: Path, force: bool) -> None:
    """Raise where the report cannot be written, before anything is put right in the master."""
    from peerxl.api import refuse_output
    from peerxl.errors import OutputExistsError

    refuse_output(report, master)
    if report.exists() and not force:
        raise OutputExistsError(report)


@click.command()
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_rules,
    help="List what is checked, with a row that passes and one that fails.",
)
@takes_master
@json_option
@click.option(
    "--report", metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Write the findings as a workbook."
)
@force_option
@click.option("--fix", is_flag=True, help="Write the plan's own words for statuses into it; undo takes it back.")
@click.option("--timescales", is_flag=True, help="With --fix: timescales in the house form too, as Q1 2022/23.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would be written, and write nothing.")
def check(
    master: Path,
    how: HowToRead,
    as_json: bool,
    report: Path | None,
    force: bool,
    fix: bool,
    timescales: bool,
    dry_run: bool,
) -> None:
    """List what is wrong with the plan, each finding with its cell."""
    from peerxl.api import read_plan, write_findings
    from peerxl.checks import check_plan
    from peerxl.cli.as_json import findings_json, fixed_json
    from peerxl.cli.as_text_master import fixed_lines
    from peerxl.model.finding import needs_someone

    if (timescales or dry_run) and not fix:
        raise click.UsageError("--timescales and --dry-run go with --fix.")
    fixed = None
    if fix:
        from peerxl.commands import fix as fixing

        if report is not None:
            refuse_report(report, master, force)
        fixed = fixing.fix(master, now=datetime.now(), **how, timescales=timescales, dry_run=dry_run)
    if fixed and not as_json:
        click.echo("\n".join(fixed_lines(fixed, str(master), dry_run)))
    plan = fixed.plan if fixed else read_plan(master, **how)
    findings = check_plan(plan)
    if report is not None:
        write_findings(plan, findings, report, master, force=force)
    if as_json:
        print_json((fixed_json(fixed) if fixed else {}) | findings_json(plan.quarter, findings))
    else:
        print_findings(findings, master)
    exit_with(1 if needs_someone(findings) else 0)


@click.command()
@reads_plan
@json_option
def owners(plan: ActionPlan, master: Path, as_json: bool) -> None:
    """List who answers for what: each owner's spellings, open and overdue actions, and names that look like slips."""
    from peerxl.checks import check_plan
    from peerxl.checks.roster import list_owners
    from peerxl.cli.as_json import owners_json
    from peerxl.cli.as_text_plan import owner_lines

    standings = list_owners(plan)
    findings = tuple(finding for finding in check_plan(plan) if finding.code.startswith("owner-"))
    if as_json:
        print_json(owners_json(plan.quarter, standings, findings))
    else:
        click.echo("\n".join(owner_lines(plan, standings)))
        print_findings(findings, master)


@click.command()
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--year", metavar="YEAR", help='The plan\'s fiscal year, for phrases without one, such as "2023/24".')
@json_option
def timescale(texts: tuple[str, ...], year: str | None, as_json: bool) -> None:
    """Read timescale phrases, or the lines of standard input, as fiscal quarters."""
    from peerxl.cli.as_json import timescale_json
    from peerxl.cli.as_text_plan import timescale_lines
    from peerxl.language.timescales import parse_timescale, read_year
    from peerxl.model.timescale import Kind

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
