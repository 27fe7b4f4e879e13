"""What nobody needs any more: Python's collector of it, spared a plan and a command, and memory that is given back."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 100_000
"""How many more things there must be than at the last round for the next: some rows of a plan, instead of a word."""


def spare_command() -> None:
    """Have the collector make its rounds seldom, and none at the end: what a command makes, it keeps till then."""
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector from its rounds: it would go through all of a plan a dozen times, and find nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # Let what has grown count as old: the first round would be through all of it, and find as little.
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def give_back() -> None:
    """Give the system back the memory that native code has let go of, where its C library can be asked to.

    The library keeps it else, for native code to come: of a plan of 100,000 rows, a quarter of all that is held.
    """
    if sys.platform != "linux":
        return
    import ctypes

    # Not every system's C library has it.
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)
