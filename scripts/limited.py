"""Runs work in a process of its own with limits, and judges how that ended: for work on files that may do harm.

Only where the system forks processes.
"""

from __future__ import annotations

import os
import re
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

SECONDS, MEGABYTES = 10, 500
# A process that asks for so much more is stopped; what it comes to hold is judged by MEGABYTES.
ADDRESS_SPACE = 3 * 1024**3
CRASHED, LOST = 70, 99
"""Exit codes: an exception that nobody caught; a sound answer that did not arrive."""
SENTENCE = (0, 1, 2)
"""Those of a plan, of findings, and of a sentence of ours."""
OK, FAULTS = "ok", ("traceback", "hang", "abort", "memory", "raw", "lost")
# What a terminal takes for more than a character: C0 but line ends, DEL, C1, and what turns the direction around.
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its outcome (``OK`` or one of ``FAULTS``), what it printed, and what it took.

    ``megabytes`` are those that it came to hold beside what it had from the process that started it.
    """

    outcome: str
    words: str
    seconds: float
    megabytes: float


def run_limited(work: Callable[[], int], folder: Path) -> Ended:
    """Do work, which gives an exit code, in a process with limits; what it prints goes into a file of the folder."""
    words = folder / "words"
    _, held = measure_memory()
    pid = os.fork()
    if not pid:
        run_child(work, words)
    _, status, used = os.wait4(pid, 0)
    text = words.read_text(encoding="utf-8", errors="surrogateescape") if words.exists() else ""
    megabytes = max(0.0, used.ru_maxrss / 1024 - held / 1024**2)
    return Ended(judge(status, text, megabytes), text, used.ru_utime + used.ru_stime, megabytes)


def run_child(work: Callable[[], int], words: Path) -> NoReturn:
    code = CRASHED
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        asked_for, _ = measure_memory()
        resource.setrlimit(resource.RLIMIT_AS, (asked_for + ADDRESS_SPACE,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        handle = os.open(words, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for descriptor in (1, 2):
            os.dup2(handle, descriptor)
        sys.stdout, sys.stderr = (os.fdopen(out, "w", encoding="utf-8", errors="surrogateescape") for out in (1, 2))
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def measure_memory() -> tuple[int, int]:
    """The bytes that this process has asked for and those that it holds, as Linux counts them; elsewhere none."""
    counts = Path("/proc/self/statm")
    if not counts.exists():
        return 0, 0
    asked_for, held, *_ = map(int, counts.read_text().split())
    return asked_for * resource.getpagesize(), held * resource.getpagesize()


def judge(status: int, text: str, megabytes: float) -> str:
    """What an exit status, the words printed and the memory taken come to."""
    if os.WIFSIGNALED(status):
        return "hang" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "abort"
    code = os.WEXITSTATUS(status)
    if code == LOST:
        return "lost"
    if "MemoryError" in text or megabytes > MEGABYTES:
        return "memory"
    if code not in SENTENCE or "Traceback (most recent" in text or "panicked at" in text:
        return "traceback"
    return "raw" if RAW.search(text) else OK


def run_command(*arguments: str) -> int:
    """A command of peerxl in this process; its exit code."""
    from peerxl.cli import main

    try:
        main(args=list(arguments), prog_name="peerxl")
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else CRASHED
    return 0
