"""A process of ours that reads workbooks: started when it is needed, stopped when a file takes too long or kills it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from threading import Timer
from time import monotonic

from peerxl.commands.portfolio.addresses import fetch, lies_in_memory
from peerxl.commands.portfolio.job import Job, JobResult
from peerxl.errors import PeerxlError

COMMAND = (sys.executable, "-m", "peerxl.commands.portfolio.worker")
STOPPED = "reading it brought the process that read it to an end"
LATE = "reading it took longer than {:g} seconds and was given up"


class Reader:
    """Reads a job at a time in a process of its own; a job that ends the process is a failure, and the next gets a new
    one. ``seconds`` is how long a job may take.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, job: Job) -> JobResult:
        """What came of a job."""
        if not lies_in_memory(job.address):
            return self._ask(job)
        with tempfile.TemporaryDirectory(prefix="peerxl-") as folder:
            try:
                local = fetch(job.address, Path(folder))
            except PeerxlError as error:
                return JobResult.failure(job.file, str(error).removeprefix(f"{job.file}: "))
            return self._ask(replace(job, local=str(local)))

    def _ask(self, job: Job) -> JobResult:
        process = self._process = self._process or start()
        assert process.stdin is not None
        assert process.stdout is not None
        begun, timer = monotonic(), Timer(self.seconds, process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:  # it ended while we wrote
            answer = b""
        finally:
            timer.cancel()
        if answer.endswith(b"\n"):
            return JobResult.from_json(answer)
        is_late = monotonic() - begun >= self.seconds
        self.close()
        return JobResult.failure(job.file, LATE.format(self.seconds) if is_late else STOPPED)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def start() -> subprocess.Popen[bytes]:
    # What can be imported here can be imported there.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(  # noqa: S603 -- our own interpreter and module
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
