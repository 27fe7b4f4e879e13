"""Python's collector of what nobody needs any more, spared a plan while it grows, and a command."""

from __future__ import annotations

import atexit
import gc
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
            gc.enable()
