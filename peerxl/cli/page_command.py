"""The command that makes the page: the library for those who may not install it."""

from __future__ import annotations

from pathlib import Path

import click

from peerxl.cli.options import force_option
from peerxl.cli.printing import exit_for, print_lines


@click.command()
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE.html",
    type=click.Path(path_type=Path),
    help="Where to write it, as peerxl.html.",
)
@click.option(
    "--inputs",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of what it is built from; what is missing there is fetched with npm and pip.",
)
@click.option("--check", is_flag=True, help="Write nothing; say whether FILE is just what would be built.")
@force_option
def page(output: Path, inputs: Path | None, check: bool, force: bool) -> None:
    """Make the page that does all of this in a browser.

    It is one file, with nothing to install and no network. Save it where officers find it; they open it by double
    click. Building it needs npm, node and, the first time, the network; the page itself never does. The same version of
    peerxl gives the same file, byte for byte.
    """
    from peerxl.page.maker.making import write_page

    result = write_page(output, inputs=inputs, check=check, force=force)
    state = ("is just what is built here" if result.was_there else "is not what is built here") if check else "written"
    print_lines([f"{output}: {state}; {result.size:,} bytes, SHA-256 {result.sha256}"])
    exit_for(check and not result.was_there)
