"""Standard output: lines, one JSON document, or findings; and the exit code that says what came of a command."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerxl.text import show_unsafe, show_unsafe_as_json

if TYPE_CHECKING:
    from peerxl.model.finding import Findings
    from peerxl.record.reading import RecordFault

COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}


def print_lines(lines: Iterable[str]) -> None:
    """Print the lines in one go, each with its end; nothing at all where there are none."""
    click.echo(show_unsafe("".join(f"{line}\n" for line in lines)), nl=False)


def print_json(document: object) -> None:
    import json

    click.echo(show_unsafe_as_json(json.dumps(document, ensure_ascii=False, indent=2)))


def say(words: object) -> None:
    """Say something on standard error, where it does not get among the data."""
    click.echo(show_unsafe(str(words)), err=True)


def print_findings(findings: Findings, master: Path) -> None:
    """Grouped and in colour for somebody who looks on; a plain line each for anything else."""
    from peerxl.cli.as_text.findings import format_findings, group_findings

    # A pipe gets every finding, a line each; somebody who looks on gets the first few.
    if not sys.stdout.isatty():
        print_lines(format_findings(findings, str(master)))
        return
    for line, severity in group_findings(findings):
        click.secho(show_unsafe(line), fg=COLOURS[severity] if severity else None, bold=severity is not None)


def print_faults(faults: Iterable[RecordFault]) -> None:
    """Say what of a plan's record could not be read."""
    for fault in faults:
        say(f"record: {fault}")


def exit_for(needs_attention: bool) -> None:
    """End with 1 where somebody has to look at what was found, else with 0."""
    click.get_current_context().exit(1 if needs_attention else 0)
