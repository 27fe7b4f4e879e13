"""The command that looks at what is about to be published, whoever made it."""

from __future__ import annotations

from pathlib import Path

import click

from peerxl.cli.options import force_option, json_option
from peerxl.cli.printing import exit_for, print_json, print_lines, say


@click.command("publish-check", short_help="List what must not be published with a workbook.")
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@json_option
@click.option(
    "--clean",
    metavar="OUT.xlsx",
    type=click.Path(path_type=Path),
    help="Write what is visible as a new workbook: values without formulas, comments, links and hidden cells.",
)
@force_option
def publish_check(file: Path, as_json: bool, clean: Path | None, force: bool) -> None:
    """List what must not be published with a workbook, and what not everybody can read; anybody's workbook."""
    from peerxl.cli.as_json.publish import dump_publish_check
    from peerxl.cli.as_text.publish import format_left, format_publish_check
    from peerxl.commands.publish_check import check_publishable
    from peerxl.model.finding import Severity

    result = check_publishable(file, clean=clean, force=force)
    if as_json:
        print_json(dump_publish_check(result))
    else:
        print_lines(format_publish_check(result))
    if result.cleaned:
        say(f"wrote {result.cleaned}: values only, without pictures and charts")
        for line in format_left(result):
            say(line)
    exit_for(any(exposure.severity is not Severity.ADVICE for exposure in result.exposures))
