"""The worker with files that do harm, by their names: what the worst of real files did to their reader."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from unittest import mock

from peerxl.commands import read
from peerxl.commands.portfolio import worker
from peerxl.model.plan import ActionPlan

read_sound = read.read_plan


class Panic(BaseException):
    """What native code raises where it gives up."""


def read_harmful(path: Path, **options: object) -> ActionPlan:
    if path.name.startswith("kills"):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name.startswith("hangs"):
        time.sleep(600)
    if path.name.startswith("panics"):
        raise Panic
    if path.name.startswith("breaks"):
        raise KeyError("a fault of ours")
    if path.name.startswith("swells"):
        bytearray(2 * worker.MOST_MEMORY)
    if path.name.startswith("chatters"):
        os.write(1, b"a library's chatter\n")
        print("more of it", flush=True)
    return read_sound(path)


if __name__ == "__main__":
    with mock.patch.object(worker, "read_plan", read_harmful):
        worker.serve()
