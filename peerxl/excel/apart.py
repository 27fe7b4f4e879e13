"""A workbook read in a process of its own, with limits: of a kind whose parts nobody can look over beforehand.

Native code ends its process where it runs out of memory, and must not end ours.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import astuple
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from peerxl.excel.errors import EncryptedWorkbookError, NotAWorkbookError, UnsafeWorkbookError
from peerxl.excel.native import read_natively
from peerxl.model.sheet import Block, Sheet, Value

SECONDS, BYTES = 10, 700 * 1024**2
"""The processor time and the memory that the process may take; on Windows it is only the time, by the clock."""
PATIENCE = 60
UNREADABLE, ENCRYPTED = 3, 4
"""Its exit codes where the workbook cannot be read."""
RUN = "from peerxl.excel.apart import print_sheets; print_sheets()"

# What JSON has no values of, by the name of the type: how it is written, and how read.
TYPES: Mapping[str, tuple[type, Callable[[Any], Any], Callable[[Any], Value]]] = {
    "datetime": (datetime, datetime.isoformat, datetime.fromisoformat),
    "date": (date, date.isoformat, date.fromisoformat),
    "time": (time, time.isoformat, time.fromisoformat),
    "timedelta": (timedelta, timedelta.total_seconds, lambda seconds: timedelta(seconds=seconds)),
}


def read_apart(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook of any kind, read with calamine in a process of its own.

    NotAWorkbookError where it cannot be read, UnsafeWorkbookError where that takes more than the process may. In a
    browser, which starts no processes, whatever asks is in one of the page's own already.
    """
    if sys.platform == "emscripten":
        return read_here(path)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 (our own interpreter, our own module)
            [sys.executable, "-c", RUN, os.fspath(path)],
            capture_output=True,
            env=environment,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnsafeWorkbookError(path, "it takes more time to read than any plan does") from error
    if done.returncode == ENCRYPTED:
        raise EncryptedWorkbookError(path)
    if done.returncode == UNREADABLE:
        raise NotAWorkbookError(path, "it is damaged or of a kind that cannot be read")
    if done.returncode:
        raise UnsafeWorkbookError(path, "it takes more memory or time to read than any plan does")
    return tuple(map(sheet_from_json, json.loads(done.stdout)))


def read_here(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook of any kind, read in this process; NotAWorkbookError where it cannot be read."""
    sheets = read_natively(path)
    if sheets is None:
        raise NotAWorkbookError(path, "it is damaged or of a kind that cannot be read")
    return sheets


def print_sheets() -> None:
    """In the process: read the workbook that the command line names, and print its sheets as JSON."""
    set_limits()
    try:
        sheets = read_natively(Path(sys.argv[1]))
    except EncryptedWorkbookError:
        sys.exit(ENCRYPTED)
    if sheets is None:
        sys.exit(UNREADABLE)
    json.dump(list(map(sheet_as_json, sheets)), sys.stdout)


def set_limits() -> None:
    """Limit what this process may take, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheet_as_json(sheet: Sheet) -> list[Any]:
    return [
        sheet.name,
        [list(map(value_as_json, row)) for row in sheet.rows],
        [*map(astuple, sheet.merged)],
        sheet.is_hidden,
    ]


def sheet_from_json(parts: list[Any]) -> Sheet:
    name, rows, merged, is_hidden = parts
    return Sheet(
        name,
        tuple(tuple(map(value_from_json, row)) for row in rows),
        tuple(Block(*block) for block in merged),
        is_hidden,
    )


def value_as_json(value: Value) -> Any:
    return next(([name, write(value)] for name, (kind, write, _) in TYPES.items() if isinstance(value, kind)), value)


def value_from_json(value: Any) -> Value:
    return TYPES[value[0]][2](value[1]) if isinstance(value, list) else value
