"""What the scheduled jobs share: a dated folder that nothing overwrites, a log line for every run, and exit codes."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from pathlib import Path

import click

from peerxl import PeerxlError
from peerxl.files.save import save_all
from peerxl.text import show_unsafe

COULD_NOT_RUN = 2


def run(name: str, out: Path, today: date, work: Callable[[], tuple[int, str]]) -> None:
    """Do a job and leave one line about it on standard output and in the folder's log, then exit with its code."""
    try:
        code, sentence = work()
    except PeerxlError as error:
        code, sentence = COULD_NOT_RUN, str(error)
    except OSError as error:
        code, sentence = COULD_NOT_RUN, f"{error.filename or out}: {error.strerror}; nothing more was done."
    except Exception as error:
        # A run without a line would pass for one that never started, and Python's own code, 1, for one that was done.
        traceback.print_exc()
        code, sentence = COULD_NOT_RUN, describe_fault(error)
    # One line, whatever the names of files and sheets have in them.
    line = show_unsafe(f"{today.isoformat()} {name}: {sentence}".replace("\n", " "))
    click.echo(line, err=code == COULD_NOT_RUN)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with (out / f"{name}.log").open("a", encoding="utf-8") as log:
            log.write(line.encode("utf-8", "backslashreplace").decode() + "\n")
    except OSError as error:
        click.echo(f"{today.isoformat()} {name}: the log cannot be written: {error}", err=True)
        code = COULD_NOT_RUN
    raise SystemExit(code)


def describe_fault(error: Exception) -> str:
    """A fault that nobody foresaw, and where it is."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return (
        f"stopped by a fault in peerxl ({fault}, {Path(frame.filename).name} line {frame.lineno}); what was "
        "printed says more to whoever looks after it."
    )


def save_dated(out: Path, today: date, make: Callable[[Path], Mapping[Path, bytes]]) -> tuple[Path, bool]:
    """Save a job's files in a folder named for the day; the folder, and whether anything had to be written.

    A day's second run writes nothing where nothing changed, else into a folder of its own.
    """
    for number in count(1):
        folder = out / (today.isoformat() if number == 1 else f"{today.isoformat()} ({number})")
        contents = make(folder)
        if not folder.exists():
            save_all(contents)
            return folder, True
        if all(path.is_file() and path.read_bytes() == content for path, content in contents.items()):
            return folder, False
    raise AssertionError
