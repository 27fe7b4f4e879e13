"""The command line: each command one call of the library and its printing.

It owns the options, the exit codes and what is printed. It must never hold a rule about plans or open a file itself:
whatever a command does, ``import peerxl`` does too.
"""

from __future__ import annotations

import sys

import click

from peerxl.cli.chase_commands import calendar, chase
from peerxl.cli.data_commands import export, portfolio
from peerxl.cli.doctor_command import doctor
from peerxl.cli.master_commands import adopt, collect, new_year_command, next_command, undo
from peerxl.cli.page_command import page
from peerxl.cli.paper_commands import appendix, movement, quarter
from peerxl.cli.plan_commands import check, owners, show, timescale
from peerxl.cli.printing import say
from peerxl.cli.publish_commands import publish_check
from peerxl.cli.record_commands import history, replies
from peerxl.errors import PeerxlError
from peerxl.text import show_unsafe

INTERRUPTED = 130  # as shells have it: 128 and the signal's number
COULD_NOT_RUN = 2  # click's own code for a command line it cannot read


class PeerxlGroup(click.Group):
    """Commands whose failed operations end in one sentence and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read the output has seen enough; click knows what to do
            raise
        except click.ClickException as error:
            # It quotes what was typed, and a shell types the names of files.
            if show_unsafe(error.format_message()) == error.format_message():
                raise
            raise click.UsageError(show_unsafe(error.format_message()), getattr(error, "ctx", None)) from error
        except KeyboardInterrupt:
            say("peerxl: stopped; what was not written yet is as it was.")
            return ctx.exit(INTERRUPTED)
        except PeerxlError as error:
            say(f"peerxl: {error}")
        except OSError as error:
            say(f"peerxl: {error.filename or 'the output'}: {error.strerror}; nothing more was done.")
        return ctx.exit(COULD_NOT_RUN)


@click.group(cls=PeerxlGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="peerxl", message="%(prog)s %(version)s")
def main() -> None:
    """Check, chase and publish the action plan your council keeps in Excel.

    Results go to standard output and talk to standard error. Exit code 0: clean, or advice only; 1: errors or warnings
    to look at; 2: it could not be done, and nothing was written.
    """
    # A Windows console, and cron, would else stop at the first en dash.
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


COMMANDS = (
    quarter,
    check,
    show,
    timescale,
    owners,
    chase,
    calendar,
    collect,
    replies,
    history,
    undo,
    next_command,
    new_year_command,
    appendix,
    movement,
    publish_check,
    adopt,
    doctor,
    export,
    portfolio,
    page,
)
for command in COMMANDS:
    main.add_command(command)
