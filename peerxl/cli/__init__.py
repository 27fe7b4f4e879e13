"""The command line: each command one call of the library and its printing.

It owns the options, the exit codes and what is printed. It must never hold a rule about plans or open a file itself:
whatever a command does, ``import peerxl`` does too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import cast

import click

from peerxl.cli.printing import say
from peerxl.errors import PeerxlError
from peerxl.garbage import spare_command
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


COMMANDS = {
    "quarter": "paper_commands",
    "check": "plan_commands",
    "show": "plan_commands",
    "timescale": "plan_commands",
    "owners": "plan_commands",
    "chase": "chase_commands",
    "calendar": "chase_commands",
    "collect": "master_commands",
    "replies": "record_commands",
    "history": "record_commands",
    "undo": "master_commands",
    "next": "master_commands",
    "new-year": "master_commands",
    "appendix": "paper_commands",
    "movement": "paper_commands",
    "publish-check": "publish_commands",
    "adopt": "master_commands",
    "doctor": "doctor_command",
    "export": "data_commands",
    "portfolio": "data_commands",
    "page": "page_command",
}
"""The module of this folder that each command stands in."""


class CommandsByName(Mapping[str, click.Command]):
    """The commands, each imported when it is asked for: a run needs one."""

    def __getitem__(self, name: str) -> click.Command:
        module = import_module(f"peerxl.cli.{COMMANDS[name]}")
        commands = (value for value in vars(module).values() if isinstance(value, click.Command))
        return next(command for command in commands if command.name == name)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


@click.group(
    cls=PeerxlGroup,
    commands=cast("MutableMapping[str, click.Command]", CommandsByName()),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="peerxl", message="%(prog)s %(version)s")
def main() -> None:
    """Check, chase and publish the action plan your council keeps in Excel.

    Results go to standard output and talk to standard error. Exit code 0: clean, or advice only; 1: errors or warnings
    to look at; 2: it could not be done, and nothing was written.
    """
    spare_command()
    # A Windows console, and cron, would else stop at the first en dash.
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
