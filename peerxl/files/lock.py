"""One run at a time at a master: what is read, decided, written down and saved is not to be mixed with another's."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.files.backup import HOME

LOCK, JOB_LOCK = "lock", "job-lock"
"""The lock of a command that writes, and that of the job, which runs several of them."""
PATIENCE = 30.0
"""How many seconds a run waits for another one."""


class MasterBusyError(PeerxlError):
    """Another run is at work in the master's folder."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: another run is at work in its folder, so nothing was written; start again when it is done."
        )


@contextmanager
def alone(master: Path, name: str = LOCK, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a master's lock, which the system takes back from a run that is killed; MasterBusyError where it is held.

    Where the folder knows no locks the run goes on: a master that was changed meanwhile is still noticed. In a browser
    the files are in its memory, which no other run can reach.
    """
    if sys.platform == "emscripten":
        yield
        return
    from filelock import FileLock, Timeout

    path = lock_path(master, name)
    lock = FileLock(path)
    try:
        path.parent.mkdir(exist_ok=True)
        lock.acquire(timeout=patience)
    except Timeout as error:
        raise MasterBusyError(master) from error
    except (OSError, NotImplementedError):
        pass
    try:
        yield
    finally:
        lock.release()  # nothing happens where it was never held


def lock_path(master: Path, name: str) -> Path:
    """Where a lock lies: beside the file itself, so that two links to one master have one."""
    return master.resolve().parent / HOME / name


def is_held(master: Path, name: str) -> bool:
    """Whether a run holds a master's lock now."""
    from filelock import FileLock, Timeout

    path = lock_path(master, name)
    if not path.exists():
        return False
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except (OSError, NotImplementedError):
        return False
    lock.release()
    return False
