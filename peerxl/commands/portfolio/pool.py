"""Jobs done by several readers on this machine."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from os import cpu_count
from queue import SimpleQueue

from peerxl.commands.portfolio.child import Reader
from peerxl.commands.portfolio.job import Job, JobResult


def read_here(jobs: Sequence[Job], seconds: float, readers: int | None = None) -> Generator[JobResult]:
    """What came of each job, as it comes; by as many readers as there are processors, unless told otherwise.

    Left early, it ends what is still being read.
    """
    staff = [Reader(seconds) for _ in range(max(1, min(readers or cpu_count() or 1, len(jobs))))]
    idle: SimpleQueue[Reader] = SimpleQueue()
    for reader in staff:
        idle.put(reader)

    def read(job: Job) -> JobResult:
        reader = idle.get()
        try:
            return reader.read(job)
        finally:
            idle.put(reader)

    # A thread only waits for its reader, which is a process.
    threads = ThreadPoolExecutor(len(staff))
    try:
        for future in as_completed([threads.submit(read, job) for job in jobs]):
            yield future.result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for reader in staff:
            reader.stop()
        threads.shutdown()
