"""The process that reads workbooks one after another, so that what a file does to its reader is done to nothing else.

Jobs come as lines of JSON on standard input, and a line of JSON goes back for each.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO, cast

from peerxl.checks import check_plan
from peerxl.commands.portfolio.addresses import fetch, is_url
from peerxl.commands.portfolio.job import READY, Job, JobResult, pack_rows
from peerxl.commands.read import FormAsPlanError, ListAsPlanError, PaperAsPlanError, ReadOptions, read_plan
from peerxl.dataset.rows import list_rows
from peerxl.errors import MissingFileError, PeerxlError, UnreadableFileError
from peerxl.excel.inspect import refuse_no_file
from peerxl.portfolio.summary import WorkbookSummary, plain, summarize_workbook

MOST_MEMORY = 2 * 1024**3
"""How much memory a reader may have, where the system can hold it to that."""


MOMENTARY = (MissingFileError, UnreadableFileError)
"""What says nothing of a file's content: the next run tries again."""
MADE_OF_PLANS = (FormAsPlanError, ListAsPlanError, PaperAsPlanError)
"""What says that a file is no plan, as peerxl made it of one."""


def serve() -> None:
    """Read what standard input asks for until it ends."""
    # An interruption is for whoever asked; it ends this process by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory()
    answers = take_output()
    answers.write(READY)
    answers.flush()
    for line in sys.stdin.buffer:
        result = read_job(Job(**json.loads(line)))
        answers.write(result.to_json().encode() + b"\n")
        answers.flush()


def take_output() -> BinaryIO:
    """Standard output, for the answers alone: what a library prints goes where it hurts nothing."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def read_job(job: Job) -> JobResult:
    """What came of a job; whatever goes wrong with a file is said of it."""
    try:
        with tempfile.TemporaryDirectory(prefix="peerxl-") as folder:
            return read_file(job, find_content(job, Path(folder)))
    except PeerxlError as error:
        return JobResult.failure(job.file, say_why(error, job))
    except MemoryError:
        return JobResult.failure(job.file, f"it takes more than {MOST_MEMORY // 1024**3} GB of memory to read")
    except BaseException as error:  # a panic of native code is no Exception
        return JobResult.failure(job.file, f"it could not be read ({type(error).__name__})")


def find_content(job: Job, folder: Path) -> Path:
    """The workbook as a file: itself, or what was fetched of it."""
    if job.local:
        return Path(job.local)
    return fetch(job.address, folder) if is_url(job.address) else Path(job.address)


def read_file(job: Job, path: Path) -> JobResult:
    """The summary of a file, unless it is the one that is known already."""
    refuse_no_file(path)
    with path.open("rb") as content:
        digest = file_digest(content, "sha256").hexdigest()
    if digest == job.known:
        return JobResult(job.file, is_unchanged=True)
    try:
        plan = read_plan(path, **cast("ReadOptions", job.options))
    except MOMENTARY:
        raise
    except PeerxlError as error:
        why, is_made = say_why(error, job, path), isinstance(error, MADE_OF_PLANS)
        return JobResult(job.file, summary=WorkbookSummary(job.file, digest, why, is_made=is_made))
    rows = pack_rows(list_rows(plan, with_emails=job.with_emails, file=job.file)) if job.with_rows else ""
    return JobResult(job.file, False, summarize_workbook(plan, check_plan(plan), job.file, digest), rows)


def say_why(error: PeerxlError, job: Job, path: Path | None = None) -> str:
    """An error's sentence without the name of its file, which stands beside it, the way to it, and addresses."""
    text = str(error)
    for name in (str(path), path.name if path else "", job.address, job.file):
        text = text.removeprefix(f"{name}: ").replace(f"{name}!", "") if name else text
    return plain(text)


if __name__ == "__main__":
    serve()
