"""One run at a time at a master: what is read, decided, written down and saved is not to be mixed with another's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peerxl.errors import MasterBusyError
from peerxl.excel.backup import HOME

PATIENCE = 30.0
"""How many seconds a run waits for another one."""


@contextmanager
def alone(master: Path) -> Iterator[None]:
    """Hold a master's lock, which the system takes back from a run that is killed; MasterBusyError where it is held.

    Where the folder knows no locks the run goes on: a master that was changed meanwhile is still noticed.
    """
    from filelock import FileLock, Timeout

    # The file itself, so that two links to one master have one lock.
    folder = master.resolve().parent / HOME
    lock = FileLock(folder / "lock")
    try:
        folder.mkdir(exist_ok=True)
        lock.acquire(timeout=PATIENCE)
    except Timeout as error:
        raise MasterBusyError(master) from error
    except (OSError, NotImplementedError):
        pass
    try:
        yield
    finally:
        lock.release()  # nothing happens where it was never held
