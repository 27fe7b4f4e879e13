"""Jobs done by the machines of a Dask cluster; each has peerxl and reaches the addresses itself."""

from __future__ import annotations

import socket
from collections.abc import Generator, Sequence
from threading import local
from urllib.parse import urlsplit

from peerxl.commands.portfolio.child import Reader
from peerxl.commands.portfolio.job import Job, JobResult
from peerxl.commands.portfolio.reader_version import find_reader_version
from peerxl.errors import MissingExtraError, PeerxlError

LOST = "the machines that read it went away"
OTHER = "the machine that was to read it has another peerxl"
UNABLE = "the machine that was to read it could not ({})"
PATIENCE = 10
"""How many seconds a scheduler may take to answer."""


class SchedulerError(PeerxlError):
    """A scheduler that does not answer."""

    def __init__(self, scheduler: str, why: str) -> None:
        super().__init__(
            f"{scheduler}: no scheduler answers there ({why}); start one (dask scheduler), or leave out --scheduler."
        )


def read_on_cluster(jobs: Sequence[Job], seconds: float, scheduler: str) -> Generator[JobResult]:
    """What came of each job, as it comes; each once, though machines may go away while they work.

    Raises SchedulerError where no scheduler answers, MissingExtraError without ``.[cluster]``.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise MissingExtraError("--scheduler", "cluster") from error
    require_answer(scheduler)
    with Client(scheduler, timeout=PATIENCE, set_as_default=False) as client:
        # A result that its machine took along is worked out anew before it is asked for here.
        futures = client.map(read_there, jobs, seconds=seconds, version=find_reader_version(), pure=False)
        files = {future.key: job.file for future, job in zip(futures, jobs, strict=True)}
        # In this client's own loop: whoever calls may have a client of their own, which Dask would take.
        for future in as_completed(futures, loop=client.loop):
            yield future.result() if future.status == "finished" else explain(files[future.key], future.exception())
            future.release()


def require_answer(scheduler: str) -> None:
    """Raise where nothing listens: a client would go on trying, and leave its attempts behind."""
    try:
        place = urlsplit(scheduler)
        if place.scheme not in ("tcp", "tls") or place.hostname is None or place.port is None:
            raise SchedulerError(scheduler, "it is written as tcp://HOST:8786")
        socket.create_connection((place.hostname, place.port), PATIENCE).close()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise SchedulerError(scheduler, why or type(error).__name__) from error


def explain(file: str, error: BaseException) -> JobResult:
    """That a workbook could not be read, as Dask says it."""
    name = type(error).__name__
    # Dask's own word for a job whose workers went away again and again.
    return JobResult.failure(file, LOST if name == "KilledWorker" else UNABLE.format(name))


_mine = local()
"""The reader of a thread of a machine of the cluster."""


def read_there(job: Job, seconds: float, version: str) -> JobResult:
    """What came of a job, on a machine of the cluster: by a process of its own there too.

    ``version`` is that of the reader that asks: what another peerxl reads would be kept as if it had read it.
    """
    if version != find_reader_version():
        return JobResult.failure(job.file, OTHER)
    if not hasattr(_mine, "reader"):
        _mine.reader = Reader(seconds)
    reader: Reader = _mine.reader
    reader.seconds = seconds
    return reader.read(job)
