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
from peerxl.commands.portfolio.job import READY, Job, JobResult
from peerxl.errors import PeerxlError

COMMAND = (sys.executable, "-m", "peerxl.commands.portfolio.worker")
STOPPED = "reading it brought the process that read it to an end"
LATE = "reading it took longer than {:g} seconds and was given up"


class NoReaderError(PeerxlError):
    """Python does not start a process of ours, which has nothing to do with any workbook."""

    def __init__(self, python: str) -> None:
        super().__init__(f"{python}: no process that reads workbooks can be started; install peerxl in this Python.")


class Reader:
    """Reads a job at a time in a process of its own; a job that ends the process is a failure, and the next gets a new
    one. ``seconds`` is how long a job may take.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

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
        if self._process is not None and self._process.poll() is not None:
            self.close()  # somebody else ended it since
        process = self._process = self._process or start()
        if self._is_stopped:  # while the process was being started
            self.close()
            return JobResult.failure(job.file, STOPPED)
        assert process.stdin is not None
        assert process.stdout is not None
        begun, timer = monotonic(), Timer(self.seconds, process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except (OSError, ValueError):  # it ended while we wrote, or was stopped
            answer = b""
        finally:
            timer.cancel()
        is_late, is_answered = monotonic() - begun >= self.seconds, answer.endswith(b"\n")
        if is_late or not is_answered:  # late, it may be ended already though it has answered
            self.close()
        if is_answered:
            return JobResult.from_json(answer)
        return JobResult.failure(job.file, LATE.format(self.seconds) if is_late else STOPPED)

    def stop(self) -> None:
        """End what is being read, from another thread, and read no more."""
        self._is_stopped = True
        self.close()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def start() -> subprocess.Popen[bytes]:
    """A process that is ready to read; NoReaderError where there is none to be had."""
    # What can be imported here can be imported there.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    assert process.stdout is not None
    if process.stdout.readline() != READY:
        process.kill()
        process.communicate()
        raise NoReaderError(COMMAND[0])
    return process
